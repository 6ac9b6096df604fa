"""Three hands count what accumulates: the pandas functions, the reference SQL, and the oracle of plain loops.

They agree on every budget, day and currency of agencies made by chance. To look further:
pytest --hypothesis-profile=explore
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from tests.agency_notation import Witness
from tests.metrics.oracle import STEPS, Oracle, Sums, revenue_to_date
from tests.metrics.oracle_books import ONE_DAY, days
from tests.metrics.oracle_budgets import burn_index, total_to_date, used_to_date
from tests.metrics.oracle_case import EXPLORED, WITNESSES, Case, by_chance
from tests.metrics.oracle_forecast import confirmed_to_date
from tests.random_agency import TODAY

SEEDS = tuple(range(300)) if EXPLORED else (4, 5, 11, 20, 21, 28, 41, 42, 44, 50, 53, 54)
"""Agencies with every type of budget and way of recognition, and those on which the hands once disagreed."""
FEW = SEEDS if EXPLORED else SEEDS[:5]

BEGIN, END = TODAY - timedelta(days=220), TODAY + timedelta(days=95)

Cells = dict[tuple[str | None, str, date], int]
"""Slice integers by budget, currency and day; what came before the first day lies on the day before it."""

ToDate = Callable[[Oracle, Any, date], Sums]


def told_by(witness: Witness, case: Case, metric: str, first: date, last: date) -> Cells:
    """What a witness says, by budget, currency and day."""
    cells: Cells = {}
    for row in case.slices(witness, metric, first, last):
        if row["day"] <= last:
            key = (row.get("budget_id"), row["currency"], max(row["day"], first - ONE_DAY))
            cells[key] = cells.get(key, 0) + row["numerator"]
    return {key: value for key, value in cells.items() if value}


def expected_of(case: Case, to_date: ToDate, first: date, last: date) -> Cells:
    """What the oracle says: on each day the difference of what is true to date."""
    cells: Cells = {}
    for budget_id in budgets_of(case, to_date):
        before: Sums = {}
        for day in days(first - ONE_DAY, last):
            now = to_date(case.oracle, budget_id, day)
            for currency in now:
                added = (now[currency] - before.get(currency, Fraction(0))) * STEPS
                assert added.denominator == 1, f"{budget_id} is not cut down to whole slices on {day}"
                cells[budget_id, currency, day] = int(added)
            before = now
    return {key: value for key, value in cells.items() if value}


def budgets_of(case: Case, to_date: ToDate) -> list[str | None]:
    """Every budget, and for revenue what belongs to none."""
    return [*case.oracle.books.budgets, *([None] if to_date in (revenue_to_date, confirmed_to_date) else [])]


# Agencies made by chance.


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hands_agree_on_the_revenue_of_every_budget_and_day(seed: int) -> None:
    all_agree(by_chance(seed), "revenue", revenue_to_date)


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hands_agree_on_what_is_confirmed_ahead(seed: int) -> None:
    all_agree(by_chance(seed), "confirmed_revenue", confirmed_to_date)


@pytest.mark.parametrize("seed", FEW)
def test_three_hands_agree_on_what_is_agreed_and_what_is_used_of_it(seed: int) -> None:
    all_agree(by_chance(seed), "budget_total", total_to_date)
    all_agree(by_chance(seed), "budget_used", used_to_date)


@pytest.mark.parametrize("seed", FEW)
@pytest.mark.parametrize("day", [TODAY - timedelta(days=23), TODAY + timedelta(days=40)])
def test_three_hands_agree_on_the_pace_of_every_budget(day: date, seed: int) -> None:
    case = by_chance(seed)
    paces = {name: burn_index(case.oracle, name, day) for name in case.oracle.books.budgets}
    expected = {name: pace for name, pace in paces.items() if pace is not None}
    for witness in WITNESSES.values():
        assert paces_told_by(witness, case, day) == expected


def all_agree(case: Case, metric: str, to_date: ToDate) -> None:
    """Both witnesses tell what the oracle expects, by budget, currency and day."""
    expected = expected_of(case, to_date, BEGIN, END)
    for witness in WITNESSES.values():
        assert told_by(witness, case, metric, BEGIN, END) == expected


def paces_told_by(witness: Witness, case: Case, day: date) -> dict[str, Fraction]:
    """The burn index of each budget that has one."""
    used, gone = dict[str, int](), dict[str, int]()
    for row in case.slices(witness, "burn_index", day, day):
        name = row["budget_id"]
        used[name] = used.get(name, 0) + row["numerator"]
        gone[name] = gone.get(name, 0) + row["denominator"]
    return {name: Fraction(used[name], gone[name]) for name in used if gone[name]}


PERIODS = (
    (TODAY - timedelta(days=75), TODAY - timedelta(days=45)),
    (TODAY - timedelta(days=14), TODAY + timedelta(days=16)),
    (TODAY + timedelta(days=17), TODAY + timedelta(days=47)),
)


@pytest.mark.parametrize("seed", FEW[:2])
@pytest.mark.parametrize("period", PERIODS)
def test_a_period_asked_by_itself_is_its_end_less_the_day_before_its_start(
    period: tuple[date, date], seed: int
) -> None:
    case, (first, last) = by_chance(seed), period
    expected: dict[tuple[str | None, str], Fraction] = {}
    for budget_id in (None, *case.oracle.books.budgets):
        end = confirmed_to_date(case.oracle, budget_id, last)
        start = confirmed_to_date(case.oracle, budget_id, first - ONE_DAY)
        for currency in end:
            expected[budget_id, currency] = end[currency] - start.get(currency, Fraction(0))
    for witness in WITNESSES.values():
        cells = told_by(witness, case, "confirmed_revenue", first, last)
        within = [(key, value) for key, value in cells.items() if first <= key[2] <= last]
        for (budget_id, currency), amount in expected.items():
            told = sum(value for key, value in within if key[:2] == (budget_id, currency))
            assert Fraction(told, STEPS) == amount
