"""Reading weeks by their number: week 40, W40, weeks 38 to 40."""

import re

from assistant.planning.dates_compound import Range
from assistant.planning.dates_named import WeekOfYear
from assistant.planning.dates_numbers import Match, with_year
from assistant.planning.dates_words import CONNECTORS, Words

_WEEK = re.compile(r"(?:w|wk|kw|cw)(\d{1,2})")
WEEK_WORDS = {"week", "wk", "kw", "cw", "weeks", "wks"}
_WEEKS_IN_A_YEAR = 53


def read_week_token(words: Words, at: int) -> Match | None:
    """W40, KW 40 in one word."""
    written = _WEEK.fullmatch(words[at])
    if written is None or not 1 <= int(written[1]) <= _WEEKS_IN_A_YEAR:
        return None
    return with_year(WeekOfYear(int(written[1])), words, at + 1)


def read_numbered_week(words: Words, at: int) -> Match | None:
    """Week 40, week 3 of 2027, calendar week 40, weeks 38 to 40, weeks 38, 39 and 40."""
    if words[at] not in WEEK_WORDS:
        return None
    number_at = at + 2 if words[at + 1] in {"no", "number", "#"} else at + 1
    number_at += words[number_at] == "."
    first = _week_number(words, number_at, is_meant=at == 0 or words[at - 1] in _BEFORE_A_WEEK)
    if first is None:
        return None
    joined = words[number_at + 1] in CONNECTORS or (words[at - 1] == "between" and words[number_at + 1] == "and")
    last = _week_number(words, number_at + 2) if joined else None
    listed = _weeks_listed(words, number_at, first) if words[at].endswith("s") else None
    if listed:
        return listed
    if last and first < last and not words[at + 1].startswith("#"):
        end = with_year(WeekOfYear(last), words, number_at + 3)
        return Match(Range(WeekOfYear(first), end.form), end.end)
    return None if words[at].endswith("s") else with_year(WeekOfYear(first), words, number_at + 1)


def _weeks_listed(words: Words, at: int, first: int) -> Match | None:
    # weeks 38, 39 and 40
    last, end = first, at + 1
    while words[end] in {",", "and", "&"}:
        then = end + 2 if words[end] == "," and words[end + 1] in {"and", "&"} else end + 1
        if _week_number(words, then) != last + 1:
            break
        last, end = last + 1, then + 1
    found = with_year(WeekOfYear(last), words, end)
    return Match(Range(WeekOfYear(first), found.form), found.end) if last > first else None


_BEFORE_A_WEEK = {"in", "for", "during", "calendar", "show", "of"}
"""Behind these, or at the beginning, "week 40 hours" are the hours of week 40; "last week 40 hours" are so many."""


def _week_number(words: Words, at: int, *, is_meant: bool = False) -> int | None:
    word = words[at]
    numeral = word.isascii() and word.isdecimal() and 1 <= int(word) <= _WEEKS_IN_A_YEAR
    return int(word) if numeral and (is_meant or words[at + 1] not in {"hours", "h"}) else None


def read_iso_week(words: Words, at: int) -> Match | None:
    """ISO week 40."""
    return read_numbered_week(words, at + 1)
