"""Three hands count what accumulates: the pandas functions, the reference SQL, and the oracle of plain loops.

They agree on every budget, day and currency of agencies made by chance. To look further:
pytest --hypothesis-profile=explore
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from tests.agency_notation import Witness, agency
from tests.metrics.oracle import STEPS, Oracle, Sums, revenue_to_date
from tests.metrics.oracle_books import ONE_DAY, days
from tests.metrics.oracle_budgets import burn_index, total_to_date, used_to_date
from tests.metrics.oracle_case import EXPLORED, WITNESSES, Case, by_chance
from tests.metrics.oracle_forecast import confirmed_to_date
from tests.random_agency import TODAY

SEEDS = tuple(range(300)) if EXPLORED else (4, 5, 11, 20, 21, 28, 41, 42, 44, 50, 53, 54)
"""Agencies with every type of budget and way of recognition, and those on which the hands once disagreed."""
FEW = SEEDS if EXPLORED else SEEDS[:5]

Span = tuple[date, date]
"""The first day and the last."""

WHOLE: Span = (TODAY - timedelta(days=220), TODAY + timedelta(days=95))

Cells = dict[tuple[str | None, str, date], int]
"""Slice integers by budget, currency and day; what came before the first day lies on the day before it."""

ToDate = Callable[[Oracle, Any, date], Sums]


def told_by(witness: Witness, case: Case, metric: str, span: Span, side: str = "numerator") -> Cells:
    """What a witness says, by budget, currency and day."""
    cells: Cells = {}
    first, last = span
    for row in case.slices(witness, metric, first, last):
        if row["day"] <= last:
            key = (row.get("budget_id"), row["currency"], max(row["day"], first - ONE_DAY))
            cells[key] = cells.get(key, 0) + row[side]
    return {key: value for key, value in cells.items() if value}


def expected_of(case: Case, to_date: ToDate, span: Span) -> Cells:
    """What the oracle says: on each day the difference of what is true to date."""
    cells: Cells = {}
    first, last = span
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
    """Every budget, and what belongs to none, unless it is of budgets alone."""
    return [*case.oracle.books.budgets, *([] if to_date in (total_to_date, used_to_date) else [None])]


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


def all_agree(case: Case, metric: str, to_date: ToDate, span: Span = WHOLE) -> None:
    """Both witnesses tell what the oracle expects, by budget, currency and day."""
    expected = expected_of(case, to_date, span)
    for witness in WITNESSES.values():
        assert told_by(witness, case, metric, span) == expected


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
        cells = told_by(witness, case, "confirmed_revenue", period)
        within = [(key, value) for key, value in cells.items() if first <= key[2] <= last]
        for (budget_id, currency), amount in expected.items():
            told = sum(value for key, value in within if key[:2] == (budget_id, currency))
            assert Fraction(told, STEPS) == amount


# What the three once disagreed about, worked by hand. Today is Tuesday 11 March 2025.


@pytest.fixture
def by_day(request: pytest.FixtureRequest) -> Callable[[str], dict[str, Fraction]]:
    """What all three hands confirm of a budget on each day of March, of the agency in the test's docstring."""
    case = Case(agency(request.function.__doc__), date(2025, 3, 11), {})
    span = (date(2025, 3, 1), date(2025, 3, 31))

    def told(budget_id: str) -> dict[str, Fraction]:
        cells = expected_of(case, confirmed_to_date, span)
        for witness in WITNESSES.values():
            assert told_by(witness, case, "confirmed_revenue", span) == cells
        return {f"{day:%d}": Fraction(value, STEPS) for (name, _, day), value in cells.items() if name == budget_id}

    return told


ByDay = Callable[[str], dict[str, Fraction]]


def march(first: int, last: int, each: int) -> dict[str, Fraction]:
    """The same on every calendar day."""
    return {f"{day:02}": Fraction(each) for day in range(first, last + 1)}


def weekdays(first: int, last: int, each: Fraction | int) -> dict[str, Fraction]:
    """The same on every Monday to Friday."""
    return {day: Fraction(each) for day in march(first, last, 0) if date(2025, 3, int(day)).weekday() < 5}


def test_a_fee_without_hours_goes_straight_on_whatever_changes_and_whenever_it_is_delivered(by_day: ByDay) -> None:
    """
    projects         project  start
                     One      2025-03-01
                     Two      2025-03-01
                     Three    2025-03-01
                     Four     2025-03-07
    budgets          budget  project  type   end         amount  hours  delivered_on
                     one     One      fixed  2025-03-31  3100    -      -
                     two     Two      fixed  2025-03-31  3100    0      2025-03-05
                     three   Three    fixed  2025-03-31  3100    -      2025-03-18
                     four    Four     fixed  2025-03-06  3100    -      -
    change_requests  project  requested   decided     amount  hours
                     One      2025-03-05  2025-03-05  310     10
                     Three    2025-03-19  2025-03-19  310     -
    time_entries     person  project  date        hours
                     Ana     One      2025-03-03  2
    """
    # one: unknown hours have nothing to add to; 3410 x 5/31 = 550 on the 5th, 400 before. two: delivered early.
    # three: a delivery ahead has not happened: 3410 x 19/31 = 2090 on the 19th. four is over before it begins.
    assert by_day("one") == march(1, 4, 100) | march(5, 5, 150) | march(6, 31, 110)
    assert by_day("two") == march(1, 31, 100)
    assert by_day("three") == march(1, 18, 100) | march(19, 19, 290) | march(20, 31, 110)
    assert by_day("four") == {}


def test_a_delivery_ahead_does_not_change_how_a_fee_is_earned(by_day: ByDay) -> None:
    """
    projects       project
                   One
                   Two
                   Three
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    budgets        budget  project  type   start       end         amount  hours  delivered_on
                   one     One      fixed  2025-03-01  2025-03-21  3320    10     2025-03-18
                   two     Two      fixed  2025-03-01  2025-03-21  3320    10     2025-03-18
                   three   Three    fixed  2025-03-01  2025-03-21  3320    10     -
    time_entries   person  project  date        hours
                   Ana     One      2025-03-03  2.5
                   Ana     Two      2025-03-03  2.5
                   Ana     Three    2025-03-03  2.5
    bookings       person  project  start       end         hours_per_day  budget
                   Ana     Two      2025-03-17  2025-03-19  1              -
                   Ana     Three    2025-04-01  2025-04-01  4              three
    """
    # 830 of 3320 are earned. one: 2490 over the nine working days from today, cut down to date by date. two: 332
    # an hour. three is booked, if only past its end, where nothing is forecast: its fee is not spread.
    spread = by_day("one")
    assert spread.keys() == weekdays(3, 3, 0).keys() | weekdays(11, 21, 0).keys()
    assert sum(spread.values()) == 3320
    assert spread["13"] + spread["12"] + spread["11"] == 830
    assert by_day("two") == march(3, 3, 830) | march(17, 19, 332)
    assert by_day("three") == march(3, 3, 830)


def test_what_is_left_of_a_fee_follows_every_change_ahead(by_day: ByDay) -> None:
    """
    projects         project
                     One
                     Two
                     Three
    budgets          budget  project  type   start       end         amount  hours
                     one     One      fixed  2025-03-01  2025-03-31  3100    31
                     two     Two      fixed  2025-03-01  2025-03-31  3000    10
                     three   Three    fixed  2025-03-01  2025-03-31  3100    0
    time_entries     person  project  date        hours
                     Ana     One      2025-03-03  10
    change_requests  project  requested   decided     amount  hours
                     One      2025-03-19  2025-03-19  -       -31
                     Two      2025-03-15  2025-03-15  300     -
                     Three    2025-03-19  2025-03-19  -       2
    """
    # 11 to 31 March are 15 working days. one: 1000 are earned, then 140 a working day, 1840 by the 18th; no hours
    # are left on the 19th: straight, 3100 x 19/31 = 1900, then 100 a calendar day. two: 200 a day; on Saturday the
    # 15th four days have gone, so 4/15 of the 300. three: straight until its hours are agreed; then of the 2100 that
    # are left today 7/15 have gone, 1980 in all, and 140 a working day.
    assert by_day("one") == march(3, 3, 1000) | weekdays(11, 18, 140) | march(19, 19, 60) | march(20, 31, 100)
    assert by_day("two") == weekdays(11, 14, 200) | march(15, 15, 80) | weekdays(17, 31, 220)
    assert by_day("three") == march(1, 18, 100) | march(19, 19, 180) | weekdays(20, 31, 140)


def test_hours_booked_beyond_a_retainers_allowance_are_overage_to_come(by_day: ByDay) -> None:
    """
    projects       project
                   Care
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    budgets        budget  project  type      start       end         amount  hours  overage_rate
                   care    Care     retainer  2025-03-01  2025-03-31  3100    5      10
    time_entries   person  project  date        hours
                   Ana     Care     2025-03-03  2
    bookings       person  project  start       end         hours_per_day
                   Ana     Care     2025-03-12  2025-03-13  4
    """
    # 2 h worked and 4 h booked on the 12th pass the 5 h by one, the 13th is all beyond.
    assert by_day("care") == march(1, 31, 100) | march(12, 12, 110) | march(13, 13, 140)
