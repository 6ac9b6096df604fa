"""Dates and times as people write them in different countries, in an order decided once for a column."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache

from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
"""Whose names of months are understood; a short name that means two months is understood in none."""

PIVOT = 69
"""A year of two digits below it is of this century, any other of the last."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_PARTS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_SERIAL = re.compile(r"([2-7]\d{4})(\.\d*)?")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[ /-]*(?:de |of )?([^\W\d_]{3,12})\.?,?[ /-]*(?:de )?(\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?[ /-]*(\d{1,2})(?:st|nd|rd|th)?,?[ /-]+(\d{4})")
_YEAR_AND_NAME = re.compile(r"(\d{4})[ /-]+([^\W\d_]{3,12})\.?[ /-]+(\d{1,2})")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,\s+")
_CLOCK = re.compile(
    r"(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_TWELVE = 12
_ALL_ORDERS = ("ymd", "dmy", "mdy")
_NOON = 12
_FULL_YEAR = 4
_FIRST_SERIAL_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets, which believe that 1900 had a 29 February."""
_SECONDS_A_DAY = 86_400
_FROM_1904 = 1462
"""Days between day 0 of spreadsheets and that of old Macs."""


class UndecidedError(ValueError):
    """A column of dates of which nothing tells whether the day or the month comes first.

    The message says why, as the end of a sentence about the dates; `orders` are those they can be in.
    """

    def __init__(self, why: str, orders: tuple[str, ...] = ("dmy", "mdy")) -> None:
        super().__init__(why)
        self.orders = orders


def date_order(texts: Iterable[str]) -> str:
    """Tell from the dates of one column the order of day and month: ymd, dmy or mdy.

    UndecidedError when all could be read both ways. Columns that mix ISO dates with others are read as ISO.
    """
    dates = [_without_clock(text) for text in sorted(texts)]
    if any(_YEAR_FIRST.fullmatch(text) for text in dates):
        return "ymd"
    parts = [found for text in dates if (found := _PARTS.fullmatch(text)) and _can_be_a_date(found)]
    if not parts:
        return "ymd"
    if any(found[2] == "." for found in parts):
        return "dmy"
    day_first = next((found[0] for found in parts if int(found[1]) > _TWELVE), None)
    month_first = next((found[0] for found in parts if int(found[3]) > _TWELVE), None)
    # 26-10-31 may begin with its year; nothing but a setting can say.
    yearless = next((found[0] for found in parts if found[2] == "-" and len(found[4]) < _FULL_YEAR), None)
    if yearless is not None:
        raise UndecidedError(f"do not say which of their numbers is the year, such as {yearless}", _ALL_ORDERS)
    if day_first and month_first:
        raise UndecidedError(f"are in two orders: {day_first} has its day first, {month_first} its month")
    if day_first or month_first:
        return "dmy" if day_first else "mdy"
    raise UndecidedError(f"can be read as day/month and as month/day, such as {parts[0][0]}")


def iso_date(text: str, order: str) -> str:
    """Write a date as 2026-10-31; text that is no date in that order stays as it is.

    A year of two digits comes first only where the order is ymd and the marks are those of ISO: 26-10-31.

    A time of day is left out, but for one that is not midnight and names its zone: which day is it here?
    """
    found = _CLOCK.search(text)
    if found and found[5] and (int(found[1]), int(found[2])) != (0, 0):
        return text
    day = _day(_without_clock(text), order)
    return day.isoformat() if day else text


def iso_timestamp(text: str, order: str) -> str:
    """Write a time as 2026-10-31T17:30:00; text that is no time stays as it is."""
    serial = _SERIAL.fullmatch(text)
    if serial:
        day = _FIRST_SERIAL_DAY + timedelta(days=int(serial[1]))
        seconds = round(float("0" + (serial[2] or ".0") + "0") * _SECONDS_A_DAY)
        return (datetime.combine(day, time()) + timedelta(seconds=seconds)).isoformat()
    found, date_there = _CLOCK.search(text), _day(_without_clock(text), order)
    if date_there is None or found is None:
        return date_there.isoformat() if date_there else text
    moment = _moment(found)
    if moment is None:
        return text
    zone = (found[5] or "").upper().replace("UTC", "Z")
    return f"{date_there.isoformat()}T{moment.isoformat()}{zone}"


def since_1904(text: str) -> str:
    """The number of a day counted from 1904 as other spreadsheets count it; other text stays as it is.

    >>> since_1904("44621"), since_1904("44621.5"), since_1904("2026-03-02")
    ('46083', '46083.5', '2026-03-02')
    """
    found = _SERIAL.fullmatch(text)
    return f"{int(found[1]) + _FROM_1904}{found[2] or ''}" if found else text


def _moment(found: re.Match[str]) -> time | None:
    hour, half = int(found[1]), (found[4] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def _without_clock(text: str) -> str:
    return _CLOCK.sub("", text.strip()).strip()


def _day(text: str, order: str) -> date | None:
    """The day a text means; None when it means none."""
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _FIRST_SERIAL_DAY + timedelta(days=int(serial[1]))
    year, month, day = _numbers_in(text, order) or _named_in(text) or ("", 0, 0)
    try:
        return date(_whole_year(year), month, day) if year else None
    except ValueError:
        return None


def _numbers_in(text: str, order: str) -> tuple[str, int, int] | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return found[1], int(found[3]), int(found[4])
    found = _COMPACT.fullmatch(text)
    if found:
        return found[1], int(found[2]), int(found[3])
    found = _PARTS.fullmatch(re.sub(r"\.\s+", ".", text))
    if found and order == "ymd" and found[2] == "-" and len(found[4]) < _FULL_YEAR:
        return f"{int(found[1]):02}", int(found[3]), int(found[4])
    if not found or order not in ("dmy", "mdy"):
        return None
    first, second = int(found[1]), int(found[3])
    return (found[4], second, first) if order == "dmy" else (found[4], first, second)


def _named_in(text: str) -> tuple[str, int, int] | None:
    """A date whose month is a word."""
    if not any(one.isalpha() for one in text):
        return None
    bare = _WEEKDAY.sub("", text).casefold()
    for pattern, (year, month, day) in (
        (_DAY_FIRST, (3, 2, 1)),
        (_MONTH_FIRST, (3, 1, 2)),
        (_YEAR_AND_NAME, (1, 2, 3)),
    ):
        found = pattern.fullmatch(bare)
        if found and found[month] in _months():
            return found[year], _months()[found[month]], int(found[day])
    return None


def _can_be_a_date(found: re.Match[str]) -> bool:
    """A 31/31/2026 is a date in no order, and says nothing about the others."""
    return min(int(found[1]), int(found[3])) <= _TWELVE


def _whole_year(text: str) -> int:
    year = int(text)
    if len(text) == _FULL_YEAR:
        return year
    return year + (2000 if year < PIVOT else 1900)


@cache
def _months() -> dict[str, int]:
    """The names of months, long and short, that mean one month only."""
    meant: dict[str, set[int]] = {}
    for language in LANGUAGES:
        locale = Locale(language)
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[form][width].items():
                    meant.setdefault(name.casefold().strip("."), set()).add(number)
    meant.setdefault("sept", set()).add(9)
    return {name: next(iter(numbers)) for name, numbers in meant.items() if len(numbers) == 1}
