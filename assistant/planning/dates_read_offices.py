"""Reading periods as finance and offices write them: P6 FY26, period 6, month 9, '25, COB Friday, by end of day."""

import re
from collections.abc import Callable

from assistant.planning.dates_forms import Kind, YearSaid
from assistant.planning.dates_named import CalendarYear, DaysOfMonth, MonthByNumber, MonthOfYear, Season
from assistant.planning.dates_numbers import Match, is_amount, read_count, with_year
from assistant.planning.dates_read_tokens import NEAR_YEARS, SHORT_YEARS
from assistant.planning.dates_relative import DayAway
from assistant.planning.dates_units import Unit
from assistant.planning.dates_words import CONNECTORS, DASHES, FISCAL, MONTHS, QUANTITIES, UNITS, Words

_THIS_CENTURY = 2000
_MONTHS_IN_A_YEAR = 12
_PERIOD = re.compile(r"p(?:0?([1-9]|1[0-2]))")
_SAID_OF_TIME = {"in", "during", "since", "through", "until", "till"}
_JOINED = {*CONNECTORS, "vs", "versus", "and", "&"}
_CLOSES = (
    *(("cob",), ("eod",), ("eob",), ("close", "of", "business"), ("close", "of", "play"), ("end", "of", "business")),
    *(("end", "of", "day"), ("end", "of", "the", "day")),
)
_BY = {"by", "before", "until", "till", "at", "due"}
_BEHIND = {"", "by", "per", "for", "?", ".", ",", "today"}


def read_period_token(words: Words, at: int) -> Match | None:
    """P6 FY26, "in P6", P1 - P6: a month of this organisation's year; "P1 tasks" have a priority."""
    written = _PERIOD.fullmatch(words[at])
    if written is None:
        return None
    found = with_year(MonthByNumber(Unit.MONTH, int(written[1])), words, at + 1)
    joined = words[at + 1] in _JOINED and _PERIOD.fullmatch(words[at + 2])
    joins = at > 1 and words[at - 1] in _JOINED and _PERIOD.fullmatch(words[at - 2])
    is_time = at > 0 and words[at - 1] in _SAID_OF_TIME and words[at + 1] in _BEHIND | _JOINED
    is_time = is_time or words.size == 1 or words[at - 1].startswith("fy") or words[at - 2] == "fy"
    return found if found.end > at + 1 or joined or joins or is_time else None


def read_numbered_month(words: Words, at: int) -> Match | None:
    """Period 6, fiscal period 6 of FY26, month 9; "month 9 of the project" is none, nor is "period 6 weeks"."""
    number = read_count(words, at + 1)
    if number is None or not 1 <= number.value <= _MONTHS_IN_A_YEAR or words[number.end] in QUANTITIES | {*UNITS}:
        return None
    either = words[at] == "month" and words[at - 1] not in FISCAL
    found = with_year(MonthByNumber(Unit.MONTH, number.value, either=either), words, number.end)
    return None if found.end == number.end and words[number.end] in {"of", "/", "."} else found


def read_short_year(words: Words, at: int) -> Match | None:
    """'25: that calendar year."""
    digits = words[at][1:]
    is_year = words[at][:1] in {"'", "’"} and digits.isascii() and digits.isdecimal() and int(digits) in SHORT_YEARS
    if not is_year or words.touches(at) or is_amount(words, at):
        return None
    return Match(CalendarYear(_THIS_CENTURY + int(digits)), at + 1)


def read_dashed_year(words: Words, at: int) -> Match | None:
    """Oct-25, as a spreadsheet writes a month and its year."""
    digits = words[at + 2]
    joined = words[at + 1] in DASHES and words.touches(at + 1) and words.touches(at + 2)
    if not joined or not digits.isascii() or not digits.isdecimal() or int(digits) not in NEAR_YEARS:
        return None
    year = YearSaid(_THIS_CENTURY + int(digits))
    goes_on = words.touches(at + 3) and words[at + 3] not in {",", "?", "!", ".", ")", ":", ";"}
    return None if goes_on else Match(MonthOfYear(MONTHS[words[at]], year=year), at + 3)


def as_month_and_year(words: Words, last: Match, *, dashed: bool) -> Match:
    """The Sep 26 of "Jul-Sep 26", a month of 2026; of "from July to Sep 26" it may be a day of it, so neither."""
    form, day = last.form, words[last.end - 1]
    single = isinstance(form, DaysOfMonth) and form.floats and form.first == form.last
    if not isinstance(form, DaysOfMonth) or not single or not may_be_a_year(words, last.end):
        return last
    return Match(MonthOfYear(form.month, year=YearSaid(_THIS_CENTURY + int(day))) if dashed else Season(), last.end)


def may_be_a_year(words: Words, end: int) -> bool:
    """Whether the number before here, behind its month, may be a day or a year: Aug 26, but not Aug 26th."""
    day = words[end - 1]
    return day.isascii() and day.isdecimal() and int(day) in NEAR_YEARS and words[end - 2] in MONTHS


def read_close(words: Words, at: int, a_day: Callable[[Words, int], Match | None]) -> Match | None:
    """COB Friday, end of day tomorrow, by EOD: that day, and today where none is said."""
    lengths = [len(one) for one in _CLOSES if words[at : at + len(one)] == one]
    if not lengths:
        return None
    end = at + max(lengths)
    then = end + 1 if words[end] in {"on", ","} else end
    day = a_day(words, then)
    if day and day.form.kind is Kind.DAY:
        return day
    alone = words[end] in _BEHIND and at > 0 and words[at - 1] in _BY
    return Match(DayAway(0), end) if alone else None
