"""How many rows there are, in words."""

from fractions import Fraction

import pytest

from assistant.answers.counted import counted
from assistant.answers.trace import untraced
from assistant.figures import show


@pytest.mark.parametrize(
    ("dimension", "number", "said"),
    [("day", 22, "22 days"), ("day", 1, "1 day"), ("client", 1, "1 client"), ("person", 4, "4 people")],
)
def test_so_many_are_said_with_their_noun_and_traced_to_their_number(dimension: str, number: int, said: str) -> None:
    found = counted(dimension, number, {})

    assert found.figure.value == Fraction(number)
    assert f"{show(found.figure, 'en')}{found.noun}" == said
    assert untraced(f"Tracked hours, last week: {said} with any.", [found.figure], [], [], []) == ()
