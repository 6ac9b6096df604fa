"""Days, clocks, durations and money of exports that print them as people read them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa

from assistant.agency.units import MONEY_SCALE, SECONDS_PER_HOUR, scaled
from ingest.connector import Reading, undecided_dates
from ingest.connectors.headings import Columns
from ingest.locale import UndecidedError, date_order, decimal_mark, distinct, each_distinct, iso_date, plain_number

A_DAY = 86_400
_SPOKEN = {"dmy": "day/month/year", "mdy": "month/day/year"}
_NOON = 12
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE)
_DURATION = re.compile(r"(-?)(\d+):(\d{2})(?::(\d{2}))?")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{4}")
_HOURS = Decimal("1e-10")
"""Finer than a second by far, so that reading it back gives the same second."""


@dataclass(frozen=True)
class Order:
    """How the dates of a file are written: the order, whether something other than the file said so, and a doubt."""

    order: str
    from_outside: bool = False
    contradicts: str | None = None

    def notices(self, file: str, system: str) -> tuple[str, ...]:
        """What is to be said of it."""
        if self.from_outside and self.order in _SPOKEN:
            return (f"{file}: its dates are read as {_SPOKEN[self.order]}, as was said for {system}.",)
        if self.contradicts is not None:
            usual = _SPOKEN[self.contradicts]
            return (f"{file}: its dates can only be {_SPOKEN[self.order]}, though {usual} was said for {system}.",)
        return ()


def order_of(columns: Columns, fields: Sequence[str], reading: Reading) -> Order:
    """The order of day and month in all columns of dates together; SourceError if nothing tells it.

    What `--set` or the settings of this source say comes first, then the dates themselves, then what was said of
    an earlier file of the system.
    """
    if reading.date_order is not None:
        return Order(reading.date_order, from_outside=True)
    texts = {text for field in fields for text in distinct(columns.text(field)) if _may_tell(text)}
    try:
        told = date_order(texts)
    except UndecidedError as error:
        if reading.usual_order in ("dmy", "mdy"):
            return Order(reading.usual_order, from_outside=True)
        there = next(field for field in fields if columns.has(field))
        raise undecided_dates(columns.sheet, columns.header(there), error) from error
    slashed = told in ("dmy", "mdy") and reading.usual_order in ("dmy", "mdy")
    return Order(told, contradicts=reading.usual_order if slashed and told != reading.usual_order else None)


def _may_tell(text: str) -> bool:
    """A date that is none in either order tells nothing of the others."""
    found = _DAY_AND_MONTH.fullmatch(text)
    return not found or min(int(found[1]), int(found[2])) <= _NOON


def iso_days(cells: pa.Array, order: str) -> pa.Array:
    """Dates as 2026-10-31; what is none stays as it is."""
    return each_distinct(lambda text: iso_date(text.strip(), order), cells)


def day_of(text: str) -> date | None:
    """The day an ISO date names, if the calendar has it."""
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def plain_numbers(columns: Columns, fields: Sequence[str], reading: Reading) -> dict[str, pa.Array]:
    """The fields of numbers with a decimal dot and no groups; the file decides what its comma means."""
    texts = {field: columns.text(field) for field in fields if columns.has(field)}
    seen = (text for cells in texts.values() for text in distinct(cells) if ":" not in text)
    mark = reading.decimal or decimal_mark(seen)
    return {field: each_distinct(lambda text: plain_number(text, mark), cells) for field, cells in texts.items()}


def seconds_of_day(text: str) -> int | None:
    """What a clock shows: "10:23:52 AM", "2:05 PM" or "14:05"; None if it is none.

    >>> seconds_of_day("12:00 AM"), seconds_of_day("1:00 PM"), seconds_of_day("23:59:59")
    (0, 46800, 86399)
    """
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    moment = (hour * 60 + minute) * 60 + second
    return moment if moment < A_DAY else None


def seconds_lasted(text: str) -> int | None:
    """What a duration says: "1:30", "01:30:00", "-00:10:00" or "1.5" hours, in seconds; None if it is none.

    >>> seconds_lasted("26:00:01"), seconds_lasted("1.5"), seconds_lasted("-00:10:00")
    (93601, 5400, -600)
    """
    found = _DURATION.fullmatch(text)
    if found:
        seconds = (int(found[2]) * 60 + int(found[3])) * 60 + int(found[4] or 0)
        return -seconds if found[1] else seconds
    try:
        return scaled(text, SECONDS_PER_HOUR)
    except ValueError:
        return None


def hours_text(seconds: int) -> str:
    """Seconds as the decimal hours of a file, so fine that they read back as the same seconds.

    >>> hours_text(5400), hours_text(3601)
    ('1.5', '1.0002777778')
    """
    return f"{(Decimal(seconds) / SECONDS_PER_HOUR).quantize(_HOURS).normalize():f}"


def ten_thousandths(text: str) -> int | None:
    """An amount or rate as a whole number of ten-thousandths; None where there is none."""
    try:
        return scaled(text, MONEY_SCALE)
    except ValueError:
        return None


def money_text(ten_thousandth: int) -> str:
    """Ten-thousandths as a decimal."""
    return f"{(Decimal(ten_thousandth) / MONEY_SCALE).normalize():f}"


def half_up(numerator: int, denominator: int) -> int:
    """A quotient in whole numbers, rounded half up."""
    return int((Decimal(numerator) / denominator).to_integral_value(ROUND_HALF_UP))
