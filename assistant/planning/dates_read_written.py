"""Reading days written in numbers, alone and as ranges: 28/09, 01.02.-15.02.2026, 10-1-2018-10-7-2018."""

import re

from assistant.planning.dates_numbers import FIRST_YEAR, LAST_YEAR, Match
from assistant.planning.dates_words import CONNECTORS, DASHES, Words
from assistant.planning.dates_written import Numerals, Written

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?")
_WHOLE = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_DAYS, _MONTHS = 31, 12
_MARKS = {"/", "-"}
_JOINS = CONNECTORS | {"and"}


def read_written_range(words: Words, at: int) -> Match | None:
    """Two days written in numbers; a year said once is of both."""
    first = _numerals(words, at)
    if first is None or words[first[1]] not in _JOINS:
        return None
    last = _numerals(words, first[1] + 1)
    if last is None or last[0].mark != first[0].mark:
        return None
    ends, end = (first[0], last[0]), last[1]
    year_at = end + 1 if words[end] == "," else end
    if last[0].year is None and _is_year(words[year_at]):
        ends = (ends[0], _with_year(ends[1], int(words[year_at])))
        end = year_at + 1
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
        return _possible(Numerals(int(whole[1]), int(whole[3]), int(whole[4]), whole[2]), at + 1)
    return _in_pieces(words, at)


def _in_pieces(words: Words, at: int) -> tuple[Numerals, int] | None:
    # 10 / 1 / 2026, as it is cut where something stands right behind it
    mark = words[at + 1]
    if mark not in _MARKS or not _is_small(words[at]) or not _is_small(words[at + 2]):
        return None
    if not all(words.touches(place) for place in (at + 1, at + 2)):
        return None
    year, end = None, at + 3
    if words[end] == mark and words.touches(end) and words.touches(end + 1) and _is_year(words[end + 1]):
        year, end = int(words[end + 1]), end + 2
    return _possible(Numerals(int(words[at]), int(words[at + 2]), year, mark), end)


def _possible(numerals: Numerals, end: int) -> tuple[Numerals, int] | None:
    low, high = sorted((numerals.first, numerals.second))
    return (numerals, end) if 1 <= low <= _MONTHS and high <= _DAYS else None


def _with_year(one: Numerals, year: int) -> Numerals:
    return Numerals(one.first, one.second, year, one.mark)


def _is_small(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 2  # noqa: PLR2004 - a day or a month


def _is_year(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR  # noqa: PLR2004 - four digits
