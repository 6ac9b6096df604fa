"""Cells that rest on a few people are hidden, and every total over them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.release import Suppressed, suppress


@pytest.mark.parametrize(
    ("people", "total", "hidden"),
    [
        ([3, 4], 5, Suppressed()),
        ([1, 4], 5, Suppressed(frozenset({0}), total=True)),
        ([3, 2, 1], 6, Suppressed(frozenset({1, 2}), total=True)),
        ([0, 4], 4, Suppressed()),
        ([], 2, Suppressed(total=True)),
        ([], 3, Suppressed()),
        ([], 0, Suppressed()),
    ],
)
def test_one_or_two_people_are_a_small_group(people: list[int], total: int, hidden: Suppressed) -> None:
    assert suppress(people, total, 3) == hidden


def test_who_may_see_rates_is_shown_everything() -> None:
    assert suppress([1, 1], 1, None) == Suppressed()


@given(st.lists(st.integers(0, 6)), st.integers(0, 12), st.integers(1, 6))
def test_no_total_is_shown_over_a_hidden_row(people: list[int], total: int, below: int) -> None:
    hidden = suppress(people, total, below)
    assert all(people[place] < below for place in hidden.rows)
    assert hidden.total or not hidden.rows
    assert hidden == suppress(people, total, below)
