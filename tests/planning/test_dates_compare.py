"""The period before a period, and the same one a year earlier."""

from datetime import date
from inspect import cleandoc

import pytest

from assistant.agency.periods import Calendar, Period
from assistant.planning.dates import previous, read_period, year_before
from tests.planning.dates_notation import TODAY, shown


def cases(table: str) -> list[tuple[str, ...]]:
    """Each row's cells: the phrase, the days before it, and how these are called."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in cleandoc(table).splitlines()]


def said(phrase: str, calendar: Calendar) -> Period:
    """The period of a phrase."""
    period = read_period(phrase, TODAY, calendar)
    assert period is not None
    return period


@pytest.mark.parametrize(
    ("phrase", "days", "label"),
    cases(
        """
        last month                   | 2026-08-01 .. 2026-08-31 | August 2026
        March 2026                   | 2026-02-01 .. 2026-02-28 | February 2026
        last quarter                 | 2026-04-01 .. 2026-06-30 | Q2 2026
        last 6 months                | 2025-10-01 .. 2026-03-31 | October 2025 - March 2026
        H2 2026                      | 2026-01-01 .. 2026-06-30 | H1 2026
        2026                         | 2025-01-01 .. 2025-12-31 | 2025
        last week                    | 2026-09-28 .. 2026-10-04 | 28 September - 4 October 2026
        yesterday                    | 2026-10-13               | 13 October 2026
        1 - 14 October 2026          | 2026-09-17 .. 2026-09-30 | 17 - 30 September 2026
        as of 31 March 2026          | .. 2026-02-28            | as of 28 February 2026
        as of 30 March 2026          | .. 2026-02-28            | as of 28 February 2026
        as of 15 March 2026          | .. 2026-02-15            | as of 15 February 2026
        """
    ),
)
def test_before_a_period_is_the_equal_one(phrase: str, days: str, label: str) -> None:
    before = previous(said(phrase, Calendar()), Calendar())
    assert (shown(before), before.label) == (days, label)


@pytest.mark.parametrize(
    ("phrase", "days", "label"),
    cases(
        """
        last month                   | 2025-09-01 .. 2025-09-30 | September 2025
        February 2025                | 2024-02-01 .. 2024-02-29 | February 2024
        February 2024                | 2023-02-01 .. 2023-02-28 | February 2023
        last quarter                 | 2025-07-01 .. 2025-09-30 | Q3 2025
        2026                         | 2025-01-01 .. 2025-12-31 | 2025
        YTD                          | 2025-01-01 .. 2025-10-15 | 1 January - 15 October 2025
        last week                    | 2025-10-06 .. 2025-10-12 | 6 - 12 October 2025
        29 February 2024             | 2023-02-28               | 28 February 2023
        as of 29 February 2024       | .. 2023-02-28            | as of 28 February 2023
        as of 28 February 2025       | .. 2024-02-29            | as of 29 February 2024
        """
    ),
)
def test_a_year_before_are_the_same_months_days_or_weeks(phrase: str, days: str, label: str) -> None:
    before = year_before(said(phrase, Calendar()))
    assert (shown(before), before.label) == (days, label)


def test_before_a_fiscal_quarter_is_the_fiscal_quarter_before() -> None:
    july = Calendar(fiscal_year_starts=7)
    before = previous(said("Q1 FY27", july), july)
    assert before == Period(date(2026, 4, 1), date(2026, 6, 30), "Q4 FY26, fiscal, 1 April - 30 June 2026")
