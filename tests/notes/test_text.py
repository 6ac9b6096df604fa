"""Sentences and words of notes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.notes.text import content_words, readable, sentences


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert said("Dr. Haugen came at 9 a.m. to Oslo. She left! Did she?\n- One item\n- Another. With two.") == [
        "Dr. Haugen came at 9 a.m. to Oslo.",
        "She left!",
        "Did she?",
        "One item",
        "Another.",
        "With two.",
    ]


@given(st.text(alphabet="abC .!?\n-*“”1", max_size=80))
def test_every_letter_and_digit_stands_in_a_sentence_and_none_twice(text: str) -> None:
    places = list(sentences(text))
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    outside = set(range(len(text))) - {at for start, end in places for at in range(start, end)}
    assert not any(text[at].isalpha() for at in outside)


def test_words_are_compared_without_their_endings() -> None:
    assert content_words("We decided on invoices") == content_words("deciding the invoice")


def test_marks_of_emphasis_and_links_are_no_words() -> None:
    assert readable("**Money.** See [the offer](https://x.example/a) and ![a picture](p.png)") == (
        "Money. See the offer and a picture"
    )
