"""Rows that are told by their days, from the last or the first on."""

from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.answers.plan_words import plan_lines
from assistant.permissions.house import House
from tests.answers.demo_asked import answered


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def days(answer: Answer) -> list[str | None]:
    return [row.key[0] for row in answer.table.rows]


def test_the_last_ones_are_those_of_the_last_days_the_last_first(house: House) -> None:
    every = sorted((one or "" for one in days(answered(house, "payments of all time by day"))), reverse=True)
    answer = answered(house, "the last 3 payments")

    assert days(answer) == sorted((one or "" for one in days(answer)), reverse=True)
    assert set(days(answer)) == set(every[: len(set(days(answer)))])
    assert f"(latest {len(days(answer))} of " in answer.text
    assert ("Shows", "the latest 3") in list(plan_lines(answer))


def test_all_of_the_last_day_that_is_shown_stand_there(house: House) -> None:
    (first,) = set(days(answered(house, "first invoice of 2026")))
    every = answered(house, "invoices sent in 2026, oldest first")

    assert days(every)[0] == first
    assert days(answered(house, "first invoice of 2026")) == [one for one in days(every) if one == first]
