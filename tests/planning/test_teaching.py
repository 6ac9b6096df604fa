"""Words people teach: what they mean from then on, for whom, and that no real name is ever hidden by one."""

from dataclasses import replace

import pytest

from assistant.outcome import Clarification, Learned, Lesson, Teaches, Unsupported
from tests.planning.an_agency import ADMIN, FakeView, ask, queries

MOTHERSHIP = Lesson("mothership", Teaches.NAME, "client 2", "Northwind", "client")


def lesson(text: str, view: FakeView = ADMIN) -> Lesson:
    """What a sentence teaches."""
    learned = ask(text, view)
    assert isinstance(learned, Learned), learned
    assert learned.lesson
    return learned.lesson


def after(*lessons: Lesson) -> FakeView:
    """The agency once this was taught."""
    return replace(ADMIN, lessons=lessons)


@pytest.mark.parametrize(
    "sentence",
    [
        "when we say mothership we mean Northwind",
        "When someone says “mothership”, they mean the client Northwind.",
        "by mothership we mean Northwind",
        "mothership is short for Northwind",
        "Remember that mothership means Northwind!",
        "let's call Northwind mothership",
    ],
)
def test_a_nickname_can_be_taught_in_many_words(sentence: str) -> None:
    assert replace(lesson(sentence), by="") == MOTHERSHIP


def test_a_nickname_is_understood_once_it_is_taught() -> None:
    assert queries("hours on the mothership last month", after(MOTHERSHIP)) == (
        "tracked_hours |  | client = Northwind | 2026-09-01..2026-09-30",
    )


def test_a_word_for_a_number_settles_what_was_open() -> None:
    assert isinstance(ask("sales by client last quarter"), Clarification)

    taught = after(lesson("by sales we mean revenue"))

    assert queries("sales by client last quarter", taught) == ("revenue | client |  | 2026-07-01..2026-09-30",)


def test_a_word_for_a_breakdown_and_one_for_a_whole_phrase() -> None:
    crew, crunch = (
        lesson("when we say posse we mean team"),
        lesson("crunch means overbooked hours by person next month"),
    )

    assert queries("utilization by posse last month", after(crew)) == (
        "billable_utilization | team |  | 2026-09-01..2026-09-30",
    )
    assert queries("crunch", after(crunch)) == ("overbooked_hours | person |  | 2026-11-01..2026-11-30",)


def test_a_breakdown_by_default_yields_to_one_that_is_said() -> None:
    taught = after(lesson("show utilization by team by default"))

    assert queries("utilization last month", taught) == ("billable_utilization | team |  | 2026-09-01..2026-09-30",)
    assert queries("utilization by person last month", taught) == (
        "billable_utilization | person |  | 2026-09-01..2026-09-30",
    )


@pytest.mark.parametrize("word", ["Northwind", "revenue", "room", "team", "last", "Acme"])
def test_a_word_that_means_something_is_not_taught_again(word: str) -> None:
    assert isinstance(ask(f"when we say {word} we mean Globex app"), Unsupported)


def test_a_meaning_that_is_nothing_is_not_taught() -> None:
    assert isinstance(ask("when we say mothership we mean Initrode"), Unsupported)
    assert isinstance(ask("mothership means hours of Initrode"), Unsupported)


def test_a_phrase_with_a_name_in_it_is_not_taught_as_it_would_tell_the_name() -> None:
    assert isinstance(ask("crunch means hours for Northwind last month"), Unsupported)


def test_a_meaning_shared_by_two_is_asked_back() -> None:
    clarification = ask("when we say G we mean Globex")

    assert isinstance(clarification, Clarification)
    assert [lesson(one).field for one in clarification.options] == ["project", "client"]


def test_a_nickname_never_hides_a_real_name() -> None:
    hidden = Lesson("acme corp", Teaches.NAME, "client 2", "Northwind", "client")

    assert queries("hours for Acme Corp last month", after(hidden)) == (
        "tracked_hours |  | client = Acme Corp | 2026-09-01..2026-09-30",
    )


def test_who_sees_everything_teaches_everybody_and_others_themselves() -> None:
    assert lesson("by posse we mean team").for_whom == ""
    assert lesson("by posse we mean team", FakeView(role="coordinator")).for_whom == "ana@agency.example"


def test_what_was_taught_can_be_forgotten_by_who_may_teach_it() -> None:
    learned = ask("forget mothership", after(MOTHERSHIP))

    assert isinstance(learned, Learned)
    assert learned.forgets
    assert isinstance(ask("forget mothership", replace(after(MOTHERSHIP), role="coordinator")), Unsupported)


def test_the_words_taught_are_told_when_asked_for() -> None:
    told = ask("what have I taught you?", after(MOTHERSHIP))

    assert told == Learned("What I was taught: “mothership”: Northwind.")


@pytest.mark.parametrize("text", ["what does burn index mean", "forget the filter", "revenue means a lot to us"])
def test_other_sentences_teach_nothing(text: str) -> None:
    outcome = ask(text)

    assert not (isinstance(outcome, Learned) and outcome.lesson)
