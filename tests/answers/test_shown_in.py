"""Rows that are picked from one end, and told from the other."""

from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.answers.plan_words import plan_lines
from assistant.permissions.house import House
from tests.answers.demo_asked import answered


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def names(answer: Answer) -> list[str]:
    return [row.labels[0] for row in answer.table.rows]


def test_the_same_rows_are_told_from_the_other_end_or_by_name(house: House) -> None:
    top = answered(house, "top 5 clients by revenue last quarter")
    turned = answered(house, "top 5 clients by revenue last quarter, lowest first")

    assert names(turned) == names(top)[::-1]
    assert names(answered(house, "top 5 clients by revenue last quarter sorted by name")) == sorted(names(top))
    assert ("Shows", "the highest 5, lowest first") in list(plan_lines(turned))
