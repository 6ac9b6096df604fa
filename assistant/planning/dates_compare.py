"""The period before a period, and the same one a year earlier: what a number is compared with."""

import re
from datetime import date, timedelta

from assistant.agency.calendar import MONTHS_IN_A_YEAR, whole_months
from assistant.agency.periods import Calendar, Period
from assistant.planning.dates_labels import counted_name, in_days, in_months
from assistant.planning.dates_relative import ONE_DAY
from assistant.planning.dates_units import (
    DAYS_IN_A_WEEK,
    Stretch,
    Unit,
    around,
    moved,
    number_of,
    numbered,
)
from assistant.planning.dates_words import MONTHS, WEEKDAYS

_WEEKS_IN_A_YEAR = 52
_MONDAY = 0
_YEARLY = Calendar()
_PART_OF_A_YEAR = re.compile(r"\b[qh][1-4]\b")


def previous(period: Period, calendar: Calendar) -> Period:
    """The equal stretch before: whole months before whole months, else as many days.

    Of a state, the same day a month earlier, a month's last day staying its last.
    """
    if period.start is None:
        return _state(_month_moved(period.end, -1))
    if not whole_months(period.start, period.end):
        days = timedelta(days=period.days)
        return _named(Stretch(period.start - days, period.start - ONE_DAY), calendar)
    months = _month(period.end) - _month(period.start) + 1
    return _named(Stretch(moved(period.start, -months, Unit.MONTH), period.start - ONE_DAY), calendar)


def one_before(phrase: str, period: Period, calendar: Calendar) -> Period:
    """What "last Friday", "last March" or "last Q2" is where the one before it was asked about.

    The weekday a week earlier, what comes round by the year a year earlier, else the stretch before.
    """
    said = set(phrase.split())
    if said & WEEKDAYS.keys() and period.start is not None and period.days == 1:
        week = timedelta(days=DAYS_IN_A_WEEK)
        return _named(Stretch(period.start - week, period.end - week), calendar)
    by_the_year = said & MONTHS.keys() or _PART_OF_A_YEAR.search(phrase)
    return year_before(period, calendar) if by_the_year else previous(period, calendar)


def unit_before(period: Period, unit: str, calendar: Calendar) -> Period | None:
    """As in "September compared to the quarter before": the whole one that was over by then, which is none as long.

    Of one day, the same a week or month earlier. None where the period is such a unit itself, or of no unit.
    """
    if unit not in ("week", "month", "quarter", "half") or period.start is None:
        return None
    if period.days == 1:
        day = moved(period.start, -1, Unit(unit))
        return _named(Stretch(day, day), calendar)
    within = around(Unit(unit), period.start, 0, calendar)
    is_whole = any(around(one, period.start, 0, calendar) == (period.start, period.end) for one in _WHOLE)
    if not is_whole or (period.start, period.end) == within:
        return None
    return _named(around(Unit(unit), period.start, -1, calendar), calendar)


_WHOLE = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR)


def year_before(period: Period, calendar: Calendar = _YEARLY) -> Period:
    """The same days of the year before; whole weeks move by 52 weeks, so that they stay weeks."""
    if period.start is None:
        return _state(_month_moved(period.end, -MONTHS_IN_A_YEAR))
    if period.start.weekday() == _MONDAY and period.days % DAYS_IN_A_WEEK == 0:
        weeks = timedelta(weeks=_WEEKS_IN_A_YEAR)
        return _named(Stretch(period.start - weeks, period.end - weeks), calendar)
    end = moved(period.end, -1, Unit.YEAR)
    if whole_months(period.start, period.end):
        end = _month_moved(period.end, -MONTHS_IN_A_YEAR)
    return _named(Stretch(moved(period.start, -1, Unit.YEAR), end), calendar)


def _named(stretch: Stretch, calendar: Calendar) -> Period:
    for unit in (Unit.QUARTER, Unit.HALF, Unit.YEAR):
        if numbered(unit, number_of(unit, stretch.start, calendar), calendar) == stretch:
            return Period(*stretch, counted_name(unit, stretch, calendar))
    return Period(*stretch, in_months(stretch))


def _state(day: date) -> Period:
    return Period(None, day, f"as of {in_days(Stretch(day, day))}")


def _month_moved(day: date, months: int) -> date:
    if (day + ONE_DAY).day != 1:
        return moved(day, months, Unit.MONTH)
    return moved(day + ONE_DAY, months, Unit.MONTH) - ONE_DAY


def _month(day: date) -> int:
    return number_of(Unit.MONTH, day, _YEARLY)
