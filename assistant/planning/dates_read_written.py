"""Reading days written in numbers, alone and as ranges: 28/09, 01.02.-15.02.2026, 10-1-2018-10-7-2018."""

import re
from datetime import date

from assistant.planning.dates_forms import YearSaid
from assistant.planning.dates_named import WeekOfYear, WrittenDay
from assistant.planning.dates_numbers import FIRST_YEAR, LAST_YEAR, Match, is_amount
from assistant.planning.dates_words import CONNECTORS, DASHES, Words
from assistant.planning.dates_written import Numerals, Written

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?")
_UNDOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})")
_WHOLE = re.compile(r"(\d{1,2})(?:([-/.])(\d{1,2})\2(\d{4})|(/)(\d{1,2})/(\d{2}))")
_DAYS, _MONTHS = 31, 12
_WRITTEN = re.compile(r"(\d+)([-/.])(\d+)\2(\d+)")
_YEAR_AND_WEEK = re.compile(r"(20\d\d)w(\d{1,2})")
_COMPACT = re.compile(r"(20\d\d)([01]\d)([0-3]\d)")
_WEEKS_IN_A_YEAR = 53
_YEAR_DIGITS = 4
_MARKS = {"/", "-"}
_JOINS = CONNECTORS | {"and"}


def read_written_day(words: Words, at: int) -> Match | None:
    """A day in numbers with its year: 2026-10-05, 5.10.2026, 20260915; and the week 2026W38."""
    written = _WRITTEN.fullmatch(words[at])
    if written is None:
        return _compact_day(words, at)
    first, mark, second, third = written.groups()
    if len(first) == _YEAR_DIGITS:
        return Match(WrittenDay(_day(first, second, third)), at + 1)
    if len(third) != _YEAR_DIGITS and (mark == "-" or len(third) != 2):  # noqa: PLR2004 - two digits of a year
        return Match(WrittenDay(None), at + 1)
    return Match(Written((Numerals(int(first), int(second), int(third), mark),)), at + 1)


def _compact_day(words: Words, at: int) -> Match | None:
    # 20260915 · 2026W38
    week = _YEAR_AND_WEEK.fullmatch(words[at])
    if week and 1 <= int(week[2]) <= _WEEKS_IN_A_YEAR:
        return Match(WeekOfYear(int(week[2]), year=YearSaid(int(week[1]))), at + 1)
    written = _COMPACT.fullmatch(words[at])
    day = _day(*written.groups()) if written and not is_amount(words, at) else None
    return Match(WrittenDay(day), at + 1) if day else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_written_range(words: Words, at: int) -> Match | None:
    """Two days written in numbers; a year said once is of both."""
    first = _numerals(words, at)
    if first is None or words[first[1]] not in _JOINS:
        return None
    last = _numerals(words, first[1] + 1) or (_undotted(words, first[1] + 1) if first[0].mark == "." else None)
    if last is None or last[0].mark != first[0].mark:
        return None
    ends, end = (first[0], last[0]), last[1]
    year_at = end + 1 if words[end] == "," else end
    if last[0].year is None and _is_year(words[year_at]):
        ends = (ends[0], _with_year(ends[1], int(words[year_at])))
        american = year_at > end and ends[0].mark != "."  # a comma stands between a day and a year
        end = year_at + 1
        return Match(Written(ends, month_first=american or None), end)
    # Without any year, "3-5 - 4-6" is arithmetic.
    return None if ends[0].mark == "-" and ends[1].year is None else Match(Written(ends), end)


def read_short_day(words: Words, at: int) -> Match | None:
    """A day and a month in numbers, where the words before it announce a day: since 28/09, until 15.02."""
    found = _numerals(words, at)
    if found is None or found[0].mark == "-" or words[found[1]] in DASHES:
        return None
    return Match(Written(found[:1]), found[1])


def _numerals(words: Words, at: int) -> tuple[Numerals, int] | None:
    dotted = _DOTTED.fullmatch(words[at])
    if dotted:
        first, second, year = dotted.groups()
        return _possible(Numerals(int(first), int(second), int(year) if year else None, "."), at + 1)
    whole = _WHOLE.fullmatch(words[at])
    if whole:
        mark, second, year = (part for part in whole.groups()[1:] if part)
        return _possible(Numerals(int(whole[1]), int(second), int(year), mark), at + 1)
    return _in_pieces(words, at)


def _undotted(words: Words, at: int) -> tuple[Numerals, int] | None:
    # The 15.9 of "1.9. - 15.9.", whose last mark was taken for that of the sentence.
    found = _UNDOTTED.fullmatch(words[at]) if words[at + 1] in {"", "?", "!"} else None
    return _possible(Numerals(int(found[1]), int(found[2]), None, "."), at + 1) if found else None


def _in_pieces(words: Words, at: int) -> tuple[Numerals, int] | None:
    # 10 / 1 / 2026, as it is cut where something stands right behind it
    mark = words[at + 1]
    if mark not in _MARKS or not _is_small(words[at]) or not _is_small(words[at + 2]):
        return None
    if not all(words.touches(place) for place in (at + 1, at + 2)):
        return None
    year, end = None, at + 3
    written = words[end] == mark and words.touches(end) and words.touches(end + 1)
    if written and (_is_year(words[end + 1]) or (mark == "/" and _is_short_year(words[end + 1]))):
        year, end = int(words[end + 1]), end + 2
    return _possible(Numerals(int(words[at]), int(words[at + 2]), year, mark), end)


def _possible(numerals: Numerals, end: int) -> tuple[Numerals, int] | None:
    low, high = sorted((numerals.first, numerals.second))
    return (numerals, end) if 1 <= low <= _MONTHS and high <= _DAYS else None


def _with_year(one: Numerals, year: int) -> Numerals:
    return Numerals(one.first, one.second, year, one.mark)


def _is_small(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 2  # noqa: PLR2004 - a day or a month


def _is_short_year(word: str) -> bool:
    return _is_small(word) and len(word) == 2  # noqa: PLR2004 - two digits of a year


def _is_year(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR  # noqa: PLR2004 - four digits
