"""Reading numbers out of words: counts, days of a month, and years."""

import re
from typing import NamedTuple

from assistant.planning.dates_forms import Form, YearSaid, in_year
from assistant.planning.dates_words import (
    CENTURIES,
    DIRECTIONS,
    FISCAL,
    LIMITS,
    LOOSE_NUMBERS,
    NUMBERS,
    ORDINALS,
    QUANTITIES,
    TENS,
    UNITS,
    Words,
)

FIRST_YEAR, LAST_YEAR = 1900, 2099
DAYS_IN_A_MONTH = 31
_THIS_CENTURY, _LAST_CENTURY = 2000, 1900
_LAST_CENTURYS = 70  # "'80" is 1980
_NEAR_YEARS = range(2010, 2050)  # "2026 hours" are the hours of a year, "2000 hours" are so many
_ONES = 9
_LONGEST_COUNT = 4  # digits
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_FISCAL_YEAR = re.compile(r"fy(\d{4}|\d{2})")
_YEARS_BEGIN = {*CENTURIES, "two"}
_OF_TIME = {"later", "earlier", "sooner"}  # "no later than 31 March" is a day
_IN_THE_YEAR = {("in", "the", "year"), ("of", "the", "year")}
_BEFORE_A_YEAR = {",", "of", "in", "/", "-", "."}


class Match(NamedTuple):
    """What was read, and the word after it."""

    form: Form
    end: int


class Number(NamedTuple):
    """A number that was read, and the word after it."""

    value: int
    end: int


class FiscalYearRead(NamedTuple):
    """A fiscal year by the number of the year in which it ends, and whether both its years were said."""

    value: int
    both: bool
    end: int


class YearRead(NamedTuple):
    """A year that was read beside something, and the word after it."""

    year: YearSaid
    end: int


def read_count(words: Words, at: int) -> Number | None:
    """How many: 6, six, twenty-four, a couple of, a few."""
    word = words[at]
    if _is_digits(word):
        return Number(int(word), at + 1) if len(word) <= _LONGEST_COUNT else None
    if word in NUMBERS:
        return _hundreds(words, NUMBERS[word], at + 1) or Number(NUMBERS[word], at + 1)
    if word in TENS:
        return _tens(words, at)
    if word == "hundred" or (word in {"a", "one"} and words[at + 1] == "hundred"):
        return _hundreds(words, 1, at if word == "hundred" else at + 1)
    if word == "a" and words[at + 1] in LOOSE_NUMBERS:
        at += 1
    if words[at] in LOOSE_NUMBERS:
        return Number(LOOSE_NUMBERS[words[at]], at + (2 if words[at + 1] == "of" else 1))
    return None


def _hundreds(words: Words, many: int, at: int) -> Number | None:
    # one hundred · two hundred and fifty
    if words[at] != "hundred" or many > _ONES:
        return None
    rest = at + 2 if words[at + 1] == "and" else at + 1
    if words[rest] in TENS:
        more = _tens(words, rest)
        return Number(many * 100 + more.value, more.end)
    if words[rest] in NUMBERS:
        return Number(many * 100 + NUMBERS[words[rest]], rest + 1)
    return Number(many * 100, at + 1)


def read_one_or_more(words: Words, at: int) -> Number | None:
    """How many, where "a week" is one."""
    counted = read_count(words, at)
    if counted is None and words[at] in {"a", "an"}:
        return Number(1, at + 1)
    return counted


def read_ordinal(words: Words, at: int) -> Number | None:
    """Which one: 3rd, third, twenty-first."""
    word = words[at]
    if word in ORDINALS:
        return Number(ORDINALS[word], at + 1)
    written = _ORDINAL.fullmatch(word)
    if written:
        return Number(int(written[1]), at + 1)
    if word in TENS:
        last = at + 2 if words[at + 1] == "-" else at + 1
        if words[last] in ORDINALS and ORDINALS[words[last]] <= _ONES:
            return Number(TENS[word] + ORDINALS[words[last]], last + 1)
    return None


def read_day_number(words: Words, at: int) -> Number | None:
    """A day of a month: 5, 5th, the fifth; "5 hours" is none."""
    if words[at] == "the":
        at += 1
    found = read_ordinal(words, at)
    if found and words[found.end] in UNITS:
        return None
    if found is None and _is_digits(words[at]) and not is_amount(words, at):
        found = Number(int(words[at]), at + 1)
    return found if found and 1 <= found.value <= DAYS_IN_A_MONTH else None


def read_year_number(words: Words, at: int) -> Number | None:
    """A calendar year by itself: 2026, but not "2000 hours" or "more than 2026"."""
    found = _year_number(words, at)
    if found is None or _is_limit(words, at):
        return None
    return None if words[found.end] in QUANTITIES and found.value not in _NEAR_YEARS else found


def read_fiscal_year(words: Words, at: int) -> FiscalYearRead | None:
    """FY26, FY 2026, FY25/26, fiscal year 2026, fiscal 2026."""
    written = _FISCAL_YEAR.fullmatch(words[at])
    if written:
        return _ends_in(words, written[1], at + 1)
    if words[at] == "fy":
        at += 1
    elif words[at] in FISCAL:
        at += 2 if words[at + 1] in {"year", "yr"} else 1
    else:
        return None
    return _ends_in(words, words[at].lstrip("'’"), at + 1)


def read_year_beside(words: Words, at: int) -> YearRead | None:
    """The year said with a month or quarter: 2026, '26, of FY26, last year, of the year."""
    if words[at : at + 3] in _IN_THE_YEAR and _year_number(words, at + 3):
        at += 2  # the fifth of May in the year 2026
    number_at = at + 1 if words[at] in _BEFORE_A_YEAR or words[at] == "year" else at
    found = _year_number(words, number_at)
    if found:
        return YearRead(YearSaid(found.value), found.end)
    short_at = number_at if words[at] == "," else at
    if words[short_at][:1] in {"'", "’"} and _is_digits(words[short_at][1:]):
        years = int(words[short_at][1:])
        return YearRead(YearSaid(years + (_LAST_CENTURY if years >= _LAST_CENTURYS else _THIS_CENTURY)), short_at + 1)
    fiscal = read_fiscal_year(words, number_at)
    if fiscal:
        return YearRead(YearSaid(fiscal.value, fiscal=True), fiscal.end)
    return _year_away(words, at + 1 if words[at] in {",", "of", "in"} else at)


def with_year(form: Form, words: Words, end: int) -> Match:
    """The form with the year that follows it, if one does."""
    beside = read_year_beside(words, end)
    return Match(in_year(form, beside.year), beside.end) if beside else Match(form, end)


def is_amount(words: Words, at: int) -> bool:
    """Whether the number is of something, or a limit: "2000 hours", "more than 2000", "top 5"."""
    return words[at + 1] in QUANTITIES or _is_limit(words, at)


def _is_limit(words: Words, at: int) -> bool:
    before = words[at - 1] if at else ""
    of_time = words[at - 2] in _OF_TIME or words[at - 3] in {"year", "years"}
    return before in LIMITS and not (before == "than" and of_time)


def _year_number(words: Words, at: int) -> Number | None:
    word = words[at]
    if word in _YEARS_BEGIN:
        return _spelled_year(words, at)
    if len(word) != _LONGEST_COUNT or not _is_digits(word):
        return None
    return Number(int(word), at + 1) if FIRST_YEAR <= int(word) <= LAST_YEAR else None


def _spelled_year(words: Words, at: int) -> Number | None:
    # nineteen ninety-nine · twenty twenty-six · two thousand and eighteen; "two thousand" alone is an amount
    then = words[at + 1]
    if words[at] in CENTURIES and (then in TENS or NUMBERS.get(then, 0) > _ONES):
        years = _tens(words, at + 1) if then in TENS else Number(NUMBERS[then], at + 2)
        return Number(CENTURIES[words[at]] + years.value, years.end)
    if (words[at], then) != ("two", "thousand"):
        return None
    last = at + 3 if words[at + 2] == "and" else at + 2
    ones = _tens(words, last) if words[last] in TENS else Number(NUMBERS.get(words[last], 0), last + 1)
    return Number(_THIS_CENTURY + ones.value, ones.end) if ones.value else None


def _tens(words: Words, at: int) -> Number:
    tens = TENS[words[at]]
    last = at + 2 if words[at + 1] == "-" else at + 1
    ones = NUMBERS.get(words[last], 0)
    return Number(tens + ones, last + 1) if 0 < ones <= _ONES else Number(tens, at + 1)


def _ends_in(words: Words, digits: str, after: int) -> FiscalYearRead | None:
    year = _full_year(digits)
    if year is None:
        return None
    if words[after] in {"/", "-"}:
        # FY25/26 is written with both of its years.
        second = _full_year(words[after + 1])
        if second == year + 1:
            return FiscalYearRead(second, both=True, end=after + 2)
    return FiscalYearRead(year, both=False, end=after)


def _full_year(digits: str) -> int | None:
    if not _is_digits(digits) or len(digits) not in {2, _LONGEST_COUNT}:
        return None
    year = int(digits) + (_THIS_CENTURY if len(digits) == 2 else 0)  # noqa: PLR2004 - two digits of a year
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _year_away(words: Words, at: int) -> YearRead | None:
    # "Of the year" is this one; "last year" and "next fiscal year" say which.
    if words[at] == "the":
        if words[at + 1] == "year" and words[at - 1] in {"of", "in"}:
            return YearRead(YearSaid(), at + 2)
        at += 1
    if words[at] not in DIRECTIONS:
        return None
    fiscal = words[at + 1] in FISCAL
    unit_at = at + (2 if fiscal else 1)
    if words[unit_at] not in {"year", "yr"}:
        return None
    return YearRead(YearSaid(away=DIRECTIONS[words[at]], fiscal=fiscal), unit_at + 1)


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdecimal()
