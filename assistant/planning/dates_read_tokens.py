"""Reading what is written in one word: Q3, 26H2, FY26Q3, 3Q26, L3M, CY25."""

import re

from assistant.planning.dates_forms import YearSaid, in_year
from assistant.planning.dates_named import CalendarYear, PartOfYear
from assistant.planning.dates_numbers import Match, is_amount, with_year
from assistant.planning.dates_read_weeks import read_week_token
from assistant.planning.dates_relative import Rolling
from assistant.planning.dates_units import MONTHS_IN, Unit
from assistant.planning.dates_words import CONNECTORS, DASHES, Words

_PART = re.compile(r"(\d{4})?(?:q([1-4])|hy?([12]))(\d{4})?")
_BANKERS = re.compile(r"([1-4])q(\d{4}|\d{2})?|([12])h(\d{4})?")  # "1h30" is a length of time
_HALF_AND_YEAR = re.compile(r"([12])h(\d\d)")
_FISCAL_PART = re.compile(r"(?P<letter>[qh])(?P<number>[1-4])fy(?P<year>\d{4}|\d{2})")
_YEAR_AND_FISCAL_PART = re.compile(r"fy(?P<year>\d{4}|\d{2})(?P<letter>[qh])(?P<number>[1-4])")
_YEAR_AND_PART = re.compile(r"(\d{2})(?:q([1-4])|h([12]))")
_TRAILING = re.compile(r"(?:[ltr](\d{1,2})m|[lt](\d{1,3})([dw]))")
_TRAILING_UNITS = {"d": Unit.DAY, "w": Unit.WEEK}
_CALENDAR_YEAR = re.compile(r"cy(\d{4}|\d{2})")
SHORT_YEARS = range(20, 50)  # "15 Sep 26" has a year, "5 October 12" may have hours
NEAR_YEARS = range(20, 30)  # "1H30" may be a length of time in capitals
_THIS_CENTURY = 2000
_MONTHS_IN_A_YEAR = 12
_YEAR_MARKS = {"/", *DASHES}
_YEAR_DIGITS = 4


def read_part_token(words: Words, at: int) -> Match | None:
    """Q3, H1, 2016H2; Q32026 too, but no year on both sides."""
    written = _PART.fullmatch(words[at])
    if written is None or (written[1] and written[4]):
        return read_fiscal_part(words, at)
    unit, number = (Unit.QUARTER, written[2]) if written[2] else (Unit.HALF, written[3])
    form = PartOfYear(unit, int(number))
    year = written[1] or written[4]
    if year:
        return Match(in_year(form, YearSaid(int(year))), at + 1)
    short = words[at + 2]
    if words[at + 1] in _YEAR_MARKS and words.touches(at + 2) and len(short) == 2 and short.isdecimal():  # noqa: PLR2004 - Q3-26
        return Match(in_year(form, YearSaid(_THIS_CENTURY + int(short))), at + 3)
    found = with_year(form, words, at + 1)
    return _short_year_beside(found, words) if found.end == at + 1 else found


def read_fiscal_part(words: Words, at: int) -> Match | None:
    """Q3FY26, FY26Q3."""
    written = _FISCAL_PART.fullmatch(words[at]) or _YEAR_AND_FISCAL_PART.fullmatch(words[at])
    if written is None:
        return None
    letter, number, year = written["letter"], written["number"], written["year"]
    form = PartOfYear(Unit.QUARTER if letter == "q" else Unit.HALF, int(number))
    found = form.number * MONTHS_IN[form.unit] <= _MONTHS_IN_A_YEAR
    return Match(in_year(form, YearSaid(_full_year(year), fiscal=True)), at + 1) if found else None


def _short_year_beside(found: Match, words: Words) -> Match:
    # Q3 24
    word = words[found.end]
    short = len(word) == 2 and word.isascii() and word.isdecimal() and int(word) in SHORT_YEARS  # noqa: PLR2004 - two digits
    joined = words[found.end + 1] in {*CONNECTORS, "/", "."} and not _PART.fullmatch(words[found.end + 2])
    if not short or is_amount(words, found.end) or joined:
        return found
    return Match(in_year(found.form, YearSaid(_THIS_CENTURY + int(word))), found.end + 1)


def read_bankers_part(words: Words, at: int) -> Match | None:
    """3Q26, 1H 2026, 26Q3, 26H2, and with its capital letter 1H26."""
    spoken = _HALF_AND_YEAR.fullmatch(words[at])
    if spoken and int(spoken[2]) in NEAR_YEARS and words.text[words.spans[at][0] + 1] == "H":
        form = PartOfYear(Unit.HALF, int(spoken[1]))
        return Match(in_year(form, YearSaid(_full_year(spoken[2]))), at + 1)
    written = _BANKERS.fullmatch(words[at])
    if written is None:
        turned = _YEAR_AND_PART.fullmatch(words[at])
        return _part_of(turned, at + 1) if turned else None
    quarter, its_year, half, year = written.groups()
    form = PartOfYear(Unit.QUARTER if quarter else Unit.HALF, int(quarter or half))
    digits = its_year or year
    if digits:
        return Match(in_year(form, YearSaid(_full_year(digits))), at + 1)
    found = with_year(form, words, at + 1)
    return found if found.end > at + 1 else None


def _part_of(turned: re.Match[str], end: int) -> Match:
    year, quarter, half = turned.groups()
    unit = Unit.QUARTER if quarter else Unit.HALF
    return Match(PartOfYear(unit, int(quarter or half), year=YearSaid(_full_year(year))), end)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == _YEAR_DIGITS else _THIS_CENTURY + int(digits)


def read_trailing_token(words: Words, at: int) -> Match | None:
    """L3M, T12M, L30D."""
    written = _TRAILING.fullmatch(words[at])
    if written is None:
        return None
    unit = _TRAILING_UNITS.get(written[3], Unit.MONTH)
    return Match(Rolling(unit, count=int(written[1] or written[2])), at + 1)


def read_calendar_token(words: Words, at: int) -> Match | None:
    """CY25, and the week CW40."""
    written = _CALENDAR_YEAR.fullmatch(words[at])
    return Match(CalendarYear(_full_year(written[1])), at + 1) if written else read_week_token(words, at)
