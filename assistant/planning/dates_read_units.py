"""Reading what is counted in: units, lengths and directions."""

from typing import NamedTuple

from assistant.planning.dates_numbers import read_one_or_more
from assistant.planning.dates_relative import Length
from assistant.planning.dates_units import Unit
from assistant.planning.dates_words import (
    CIVIL,
    DIRECTIONS,
    FISCAL,
    SINGLE_UNITS,
    UNIT_LEADS,
    UNITS,
    WEEKENDS,
    WHOLE,
    WORKDAYS,
    WORKING,
    Words,
)

_EACH = {"by", "per", "each", "every"}  # a breakdown: "by month to date" is no "month to date"


class UnitRead(NamedTuple):
    """A unit with what was said of it, and the word after it."""

    unit: Unit
    many: int
    civil: bool
    single: bool
    end: int


def read_unit(words: Words, at: int) -> UnitRead | None:
    """A unit, with "complete", "calendar" or "fiscal" before it: months, full calendar quarter, half-year."""
    civil = False
    if words[at] not in UNIT_LEADS:
        return None
    while words[at] in WHOLE or words[at] in CIVIL or words[at] in FISCAL:
        civil = civil or words[at] in CIVIL
        at += 1
    word = words[at]
    if word in UNITS:
        if word == "week" and words[at + 1 : at + 3] == ("-", "end") and words.touches(at + 2):
            return UnitRead(Unit.WEEKEND, 1, civil, single=True, end=at + 3)
        unit, many = UNITS[word]
        end = _after_half_year(words, at) if unit is Unit.HALF else at + 1
        return UnitRead(unit, many, civil, word in SINGLE_UNITS or many > 1, end)
    if word == "workweek" or (word in WORKING and words[at + 1] == "week"):
        return UnitRead(Unit.WORKING_WEEK, 1, civil, single=True, end=at + (1 if word == "workweek" else 2))
    if word in WEEKENDS:
        return UnitRead(Unit.WEEKEND, 1, civil, single=True, end=at + 1)
    return None


def read_lengths(words: Words, at: int) -> tuple[tuple[Length, ...], int]:
    """How long: 30 days, 5 years 1 month and 12 days; and the word after it."""
    lengths: list[Length] = []
    while True:
        begins = at + 1 if lengths and words[at] in {"and", ","} else at
        count = read_one_or_more(words, begins)
        unit = read_counted_unit(words, count.end) if count else None
        if count is None or unit is None:
            return tuple(lengths), at
        lengths.append(Length(count.value * unit.many, unit.unit))
        at = unit.end


def read_direction(words: Words, at: int) -> tuple[int, int] | None:
    """Which way: last, next, this coming; and the word after it."""
    if words[at] == "this" and words[at + 1] in DIRECTIONS and words[at + 1] != "this":
        at += 1
    if words[at : at + 2] == ("most", "recent"):
        return -1, at + 2
    return (DIRECTIONS[words[at]], at + 1) if words[at] in DIRECTIONS else None


def after_time(words: Words, at: int) -> int:
    """Where "in 3 weeks' time" ends, of which "in 3 weeks" ends at a place."""
    time = at + 1 if words[at] in {"'", "’", "'s", "’s"} else at
    return time + 1 if words[time] == "time" and time > at else at


def after_working_days(words: Words, at: int) -> int | None:
    """The word after "working day", "business days", "weekday"; None where none stands here."""
    if words[at] in WORKDAYS:
        return at + 1
    return at + 2 if words[at] in WORKING and words[at + 1] in {"day", "days"} else None


def read_counted_unit(words: Words, at: int) -> UnitRead | None:
    """The unit of a count: "6-month" and "6 months", but no weekends."""
    unit = read_unit(words, at + 1 if words[at] == "-" else at)
    return unit if unit and unit.unit not in {Unit.WEEKEND, Unit.WORKING_WEEK} else None


def _after_half_year(words: Words, at: int) -> int:
    year_at = at + 2 if words[at + 1] == "-" else at + 1
    return year_at + 1 if words[year_at] in {"year", "years"} else at + 1


def is_breakdown(words: Words, at: int) -> bool:
    """Whether the unit is what a table is broken down by: "by month", "per week"."""
    return at > 0 and words[at - 1] in _EACH
