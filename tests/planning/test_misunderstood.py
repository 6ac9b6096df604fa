"""Questions that are not planned, each with what is said instead, as written below it in `misunderstood.txt`."""

import pytest

from assistant.outcome import Clarification
from assistant.query import Plan
from tests.planning.an_agency import ask, queries
from tests.planning.tables import cases

TABLES = (
    "misunderstood.txt",
    "misunderstood_words.txt",
    "misunderstood_people.txt",
    "misunderstood_ahead.txt",
    "misunderstood_little_words.txt",
    "misunderstood_rewordings.txt",
    "misunderstood_periods.txt",
    "misunderstood_studios.txt",
    "misunderstood_traps.txt",
    "misunderstood_firms.txt",
    "misunderstood_coordinators.txt",
    "misunderstood_by_day.txt",
)
MISUNDERSTOOD = {question: said for table in TABLES for question, said in cases(table).items()}
OPTIONS = [line.removeprefix("? ") for lines in MISUNDERSTOOD.values() for line in lines if line.startswith("? ")]


def ends(question: str) -> tuple[str, ...]:
    """What is said instead of a plan, and each choice that is offered."""
    outcome = ask(question)
    assert not isinstance(outcome, Plan), question
    offered = outcome.options if isinstance(outcome, Clarification) else ()
    return (f"{outcome.kind}: {outcome.text}", *(f"? {one}" for one in offered))


@pytest.mark.parametrize("table", TABLES)
def test_a_question_ends_in_exactly_these_words(table: str) -> None:
    said = cases(table)

    assert {question: ends(question) for question in said} == said


def test_every_option_offered_is_a_question_that_is_understood() -> None:
    assert all(queries(one) for one in OPTIONS)


@pytest.mark.parametrize("table", TABLES)
def test_every_suggestion_is_a_question_that_is_understood(table: str) -> None:
    for question in cases(table):
        outcome = ask(question)

        assert not isinstance(outcome, Plan), question
        assert all(queries(one) for one in outcome.suggestions), question


def test_a_part_that_cannot_be_planned_stands_beside_the_plan_of_the_others() -> None:
    plan = ask("revenue and salaries by client last month")

    assert isinstance(plan, Plan)
    assert [one.metrics for one in plan.queries] == [("revenue",)]
    assert [one.text.partition(" What")[0] for one in plan.not_planned] == ["“salaries” is not measured here yet."]


def test_a_word_nobody_knows_keeps_every_part_of_its_sentence_from_being_planned() -> None:
    assert not isinstance(ask("hours and revenue of frobnitz by client"), Plan)


def test_a_text_far_too_long_for_a_question_is_none() -> None:
    assert ask("revenue by client " * 100).kind == "unsupported"  # type: ignore[union-attr]
