"""Whose word a sentence is: the client's, somebody's, or ours about them."""

import pytest

from assistant.notes.people import Side, is_same, said_by_them, sentences_naming

OURS = {"ana", "ana kovač", "luka"}
SIDE = Side(lambda name: name.casefold() in OURS, lambda word: word.casefold() in {"delivery", "training"})


def told(text: str, *, of_a_client: bool = True) -> list[str]:
    return [text[start:end] for start, end in said_by_them(text, SIDE, of_a_client=of_a_client)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The client wants it by May. Ana thinks that is late.", ["The client wants it by May."]),
        ("Marin asked for vehicles. Luka said no.", ["Marin asked for vehicles."]),
        ("Dr. Haugen did not agree. She asked why.", ["Dr. Haugen did not agree.", "She asked why."]),
        ("Luka came. He said it was fine.", []),
        ("Delivery will be late. Training needs a room.", []),
        ("Der Kunde möchte Stripe.", ["Der Kunde möchte Stripe."]),
    ],
)
def test_what_the_client_said_is_told_from_what_we_said(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_they_are_the_client_only_in_a_note_about_one() -> None:
    assert told("They want two languages.") == ["They want two languages."]
    assert told("They want two languages.", of_a_client=False) == []


def test_sentences_that_name_somebody_go_on_with_he_and_she() -> None:
    text = "Marin called. He was angry. Nothing else happened."
    found = sentences_naming(text, lambda name: name == "Marin")
    assert [text[start:end] for start, end in found] == ["Marin called.", "He was angry."]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dr. Haugen", "Sigrid Haugen", True),
        ("Marin", "Marin Babić", True),
        ("Marin Babić", "Marin Horvat", False),
        ("Ana", "Anatol", False),
        ("", "Ana", False),
    ],
)
def test_a_name_is_the_same_whole_or_by_one_of_its_ends(one: str, other: str, *, same: bool) -> None:
    assert is_same(one, other) is same
