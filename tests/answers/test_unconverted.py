"""Money that nobody could convert is said to be unknown, and is never told as nothing."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.answers.unconverted import known_only
from assistant.outcome import NoData
from assistant.permissions.house import House
from assistant.result import Cell, Group, Left, Result
from tests.answers.demo_asked import answered

NOTHING = Cell(Fraction(0))


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def result_of(house: House, question: str) -> Result:
    return answered(house, question).verified.result


def test_where_no_rate_is_known_that_is_said_and_no_zero(house: House) -> None:
    revenue = result_of(house, "revenue last month")
    lost = replace(revenue, left=Left(no_rate=("EUR", "GBP")), groups=(), total=Group((), (NOTHING,)))

    told = known_only(lost, "CHF")

    assert isinstance(told, NoData)
    assert told.text == (
        "Revenue cannot be told in CHF: the exchange rates for EUR and GBP are missing. Add them to exchange_rates."
    )


def test_what_is_no_money_stands_beside_it(house: House) -> None:
    both = result_of(house, "hours and revenue last month")
    lost = replace(both, left=Left(no_rate=("EUR",)), groups=(), total=Group((), (Cell(Fraction(8)), NOTHING)))

    told = known_only(lost, "CHF")

    assert isinstance(told, Result)
    assert [one.value for one in told.total.cells] == [8, None]


def test_with_all_rates_a_zero_is_one(house: House) -> None:
    revenue = result_of(house, "revenue last month")
    nothing = replace(revenue, left=Left(), groups=(), total=Group((), (NOTHING,)))

    assert known_only(nothing, "EUR") is nothing
