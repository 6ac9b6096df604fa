"""Days, weeks, months, quarters, halves and years as numbered stretches of days."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from assistant.agency.calendar import MONTHS_IN_A_YEAR
from assistant.agency.periods import Calendar

DAYS_IN_A_WEEK = 7


class Unit(StrEnum):
    """What time is counted in."""

    DAY = "day"
    WEEK = "week"
    WORKING_WEEK = "working week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"


MONTHS_IN: Mapping[Unit, int] = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: MONTHS_IN_A_YEAR,
    Unit.DECADE: 10 * MONTHS_IN_A_YEAR,
}
# Counted from the start of the year this organisation has, so fiscal where the settings say so.
BY_THE_YEAR = frozenset({Unit.QUARTER, Unit.HALF, Unit.YEAR})
# The first and the last day of each, counted from Monday; a week's own depend on the settings.
_DAYS_OF_THE_WEEK: Mapping[Unit, tuple[int, int]] = {Unit.WORKING_WEEK: (0, 4), Unit.WEEKEND: (5, 6)}


class Stretch(NamedTuple):
    """The first and the last of some days; one with no beginning starts on `NO_BEGINNING`."""

    start: date
    end: date


NO_BEGINNING = date.min


def civil(calendar: Calendar) -> Calendar:
    """The same calendar with years that begin in January."""
    return Calendar(1, calendar.week_starts)


def number_of(unit: Unit, day: date, calendar: Calendar) -> int:
    """Which one of its kind `day` lies in, counted from long ago."""
    if unit is Unit.DAY:
        return day.toordinal()
    if unit in MONTHS_IN:
        return (day.year * MONTHS_IN_A_YEAR + day.month - 1 - _first_month(unit, calendar)) // MONTHS_IN[unit]
    first = calendar.week_starts if unit is Unit.WEEK else 0
    return (day.toordinal() - 1 - first) // DAYS_IN_A_WEEK


def numbered(unit: Unit, number: int, calendar: Calendar) -> Stretch:
    """The days of the one that has this number."""
    if unit is Unit.DAY:
        return Stretch(date.fromordinal(number), date.fromordinal(number))
    if unit in MONTHS_IN:
        size = MONTHS_IN[unit]
        month = number * size + _first_month(unit, calendar)
        return Stretch(month_starts(month), month_starts(month + size) - timedelta(days=1))
    first, last = _DAYS_OF_THE_WEEK.get(unit, (calendar.week_starts, calendar.week_starts + 6))
    monday = number * DAYS_IN_A_WEEK + 1
    return Stretch(date.fromordinal(monday + first), date.fromordinal(monday + last))


def month_starts(month: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(month // MONTHS_IN_A_YEAR, month % MONTHS_IN_A_YEAR + 1, 1)


def around(unit: Unit, day: date, away: int, calendar: Calendar) -> Stretch:
    """The unit so many away from the one `day` lies in."""
    return numbered(unit, number_of(unit, day, calendar) + away, calendar)


def moved(day: date, count: int, unit: Unit) -> date:
    """The day so many units later; the 31st moves to the last day of a shorter month."""
    if unit is Unit.DAY:
        return day + timedelta(days=count)
    if unit not in MONTHS_IN:
        return day + timedelta(weeks=count)
    month = day.year * MONTHS_IN_A_YEAR + day.month - 1 + count * MONTHS_IN[unit]
    last = month_starts(month + 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def _first_month(unit: Unit, calendar: Calendar) -> int:
    return calendar.fiscal_year_starts - 1 if unit in BY_THE_YEAR else 0
