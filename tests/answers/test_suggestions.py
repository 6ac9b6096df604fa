"""What an answer suggests to ask next: the same rows told otherwise, in questions that are understood as they say."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.ask import ask
from assistant.permissions.house import House
from assistant.query import Question
from tests.test_answers_about_money import DIRECTOR, TODAY, answered

ASKED = (
    "hours for Northwind last month",
    "tracked hours last month excluding internal",
    "free hours in Design in November",
    "billable hours on Mondays last month",
    "receivables more than 30 days past due",
    "are we ok on Northwind",
    "revenue by client last quarter",
    "scheduled hours of Design by person next month",
    "hours of Design in the second half of September",
)


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


@pytest.mark.parametrize("question", ASKED)
def test_a_suggestion_keeps_rows_and_period_and_changes_the_breakdown_only(house: House, question: str) -> None:
    answer = answered(house, question)
    before = answer.query
    assert answer.suggestions
    for one in answer.suggestions:
        told = ask(Question(one, DIRECTOR, TODAY, None), house).first
        assert isinstance(told, Answer), one
        assert (told.query.period.start, told.query.period.end) == (before.period.start, before.period.end), one
        assert told.query.known_on == before.known_on, one
        assert {replace(row, names=()) for row in told.query.where} == {replace(row, names=()) for row in before.where}
        assert told.query.by
        assert told.query.by != before.by, one


def test_what_there_is_one_of_is_no_breakdown(house: House) -> None:
    assert "Tracked hours by client" not in " ".join(answered(house, "hours for Northwind last month").suggestions)
    assert not any("by month" in one for one in answered(house, "free hours in November").suggestions)


def test_a_period_is_suggested_by_its_name(house: House) -> None:
    assert answered(house, "who has room in November").suggestions == ("Free hours by team in November 2026",)
