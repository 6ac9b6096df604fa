"""A model may make a summary sound warmer, and can neither say a number nor anything that is not in the data."""

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.documents import review
from assistant.documents.outline import texts
from assistant.documents.scan import Finished
from assistant.documents.summaries import Asked, Summary, finish, summarise
from assistant.documents.warmer import holds
from assistant.errors import UsageError
from assistant.llm import ModelError
from assistant.permissions.house import House
from tests.models.scripted_server import fails, serving
from tests.models.test_phrasing import words

AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
ZOE = "zoe.okonkwo@harbourlane.example"
LATE = "{a} is past its target of {b}."


@pytest.mark.parametrize(
    "said",
    [
        "We are sorry to say that {a} is past its target of {b}.",
        "Unfortunately, {a} is past its target of {b}. Thank you for your patience.",
        "{a} is past the target of {b}.",
    ],
)
def test_courtesy_may_be_added(said: str) -> None:
    assert holds(said, LATE.replace(" its", " the"), "en") or holds(said, LATE, "en")


@pytest.mark.parametrize(
    "said",
    [
        "{a} is on its way to its target of {b}.",
        "{a} is not past its target of {b}.",
        "{a} may be past its target of {b}.",
        "{a} is past its target of {b}, because the texts came late.",
        "{a} is past its target of {b} by two weeks.",
        "{a} is 12 days past its target of {b}.",
        "{a} is past its target.",
        "{b} is past its target of {a}.",
        "Is {a} past its target of {b}?",
        "{a} is past its target of {b}. We will be done next week.",
        "**{a}** is past its target of {b}.",
    ],
)
def test_whatever_says_more_or_something_else_is_not_taken(said: str) -> None:
    assert not holds(said, LATE, "en")


def test_german_words_are_held_to_the_same() -> None:
    ours = "{a} hat das Ziel vom {b} überschritten."

    assert holds("Leider hat {a} das Ziel vom {b} überschritten.", ours, "de")
    assert not holds("Leider hat {a} das Ziel vom {b} nicht überschritten.", ours, "de")
    assert not holds("Leider hat {a} das Ziel vom {b} wegen Krankheit überschritten.", ours, "de")


@pytest.fixture
def house(demo_workspace: Path, tmp_path: Path) -> House:
    return House.open(shutil.copytree(demo_workspace, tmp_path / "house"))


def draft(house: House) -> Summary:
    made = summarise(house, Asked("Lumen Bank", "last month", ZOE, date(2026, 10, 15), "en"))
    assert isinstance(made, Summary), made
    return made


def with_model(house: House, address: str) -> House:
    settings = house.workspace.path / "workspace.toml"
    model = f'[model]\nbase_url = "{address}"\nname = "scripted"\napi_key_env = ""\nretries = 0\n'
    settings.write_text(f'{settings.read_text()}\n[documents]\ntone = "warm"\n{model}')
    return House.open(house.workspace.path)


DECIDE = "Could you please decide on {a} ({b}), asked for on {c}? Thank you."


def test_sentences_are_worded_anew_one_by_one_and_kept_on_record(house: House) -> None:
    with serving(words(DECIDE)) as server:
        warm = with_model(house, server.address)
        made = draft(warm)
        count = review.reword(warm, made, AT)
        asked = json.dumps([one["messages"] for one in server.sent])

    standing = review.standing(warm, made)
    after = review.reviewed(made, standing)
    said = "\n".join(texts(after.outline))
    pending = [one for one in made.facts.changes if one.is_pending]
    assert count == len(standing.words) == len([one for one in pending if one.amount])
    assert count
    assert said.count("Could you please decide on ") == count
    assert standing.history[-1].what == f"had {count} sentence{'' if count == 1 else 's'} worded warm by scripted"
    assert isinstance(finish(after, "md"), Finished)
    # It saw slots, and nothing of the data.
    assert not [one for one in (made.facts.client, *(c.title for c in made.facts.changes), "2026") if one in asked]


def test_a_model_that_does_not_answer_and_none_at_all_leave_our_words(house: House) -> None:
    made = draft(house)
    with pytest.raises(UsageError, match="No language model is set"):
        review.reword(house, made, AT)
    with serving(fails(500)) as server, pytest.raises(ModelError):
        review.reword(with_model(house, server.address), made, AT)
    assert review.standing(house, made).history == ()
