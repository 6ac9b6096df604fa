"""Numbers and dates as people write them in different countries, decided once for a column or a file."""

import re
from collections.abc import Callable, Iterable
from datetime import date

import pyarrow as pa

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_GROUPED = {
    ",": re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+"),
    ".": re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+"),
}
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_OTHER_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_TWELVE = 12


class UndecidedError(ValueError):
    """A column of dates of which nothing tells whether the day or the month comes first."""


def each_distinct(change: Callable[[str], str | None], cells: pa.Array) -> pa.Array:
    """Apply `change` to every cell, calling it once for each distinct text."""
    encoded = cells.dictionary_encode()
    changed = pa.array([change(text) for text in encoded.dictionary.to_pylist()], pa.string())
    return changed.take(encoded.indices)


def distinct(cells: pa.Array) -> set[str]:
    """The different texts of a column, trimmed, without blanks."""
    return {text.strip() for text in cells.unique().to_pylist() if text is not None and text.strip()}


def decimal_mark(texts: Iterable[str]) -> str:
    """Tell from numbers how a file marks decimals: "," or "."; "." when nothing tells.

    >>> decimal_mark(["20,0", "2.000,0"]), decimal_mark(["1,234.50"]), decimal_mark(["1,234"])
    (',', '.', '.')
    """
    seen = {_mark_in(_SPACES.sub("", text)) for text in texts}
    return "," if "," in seen and "." not in seen else "."


def _mark_in(text: str) -> str | None:
    last = max(text.rfind(","), text.rfind("."))
    if last < 0:
        return None
    mark, other = text[last], "." if text[last] == "," else ","
    if other in text:
        return mark
    if _GROUPED[mark].fullmatch(text):
        # "1.234.567" can only be groups; "1.234" can be both and tells nothing.
        return other if text.count(mark) > 1 else None
    return mark


def plain_number(text: str, decimal: str) -> str:
    """Write a number as programs do: "2.000,50" with a decimal comma is "2000.50"; other text stays."""
    squeezed = _SPACES.sub("", text)
    group = "." if decimal == "," else ","
    whole, mark, decimals = squeezed.partition(decimal)
    if group in whole and not _GROUPED[group].fullmatch(whole):
        return text
    plain = whole.replace(group, "") + ("." + decimals if mark else "")
    return plain if _PLAIN.fullmatch(plain) else text


def date_order(texts: Iterable[str]) -> str:
    """Tell from the dates of one column the order of day and month: ymd, dmy or mdy.

    UndecidedError when all could be read both ways. Columns that mix ISO dates with others are read as ISO.
    """
    dates = sorted(texts)
    if not dates or any(_ISO.match(text) for text in dates):
        return "ymd"
    parts = [found for text in dates if (found := _OTHER_DATE.match(text))]
    if not parts:
        return "ymd"
    if any(found[2] == "." for found in parts):
        return "dmy"
    day_first = any(int(found[1]) > _TWELVE for found in parts)
    month_first = any(int(found[3]) > _TWELVE for found in parts)
    if day_first != month_first:
        return "dmy" if day_first else "mdy"
    raise UndecidedError(parts[0][0])


def iso_date(text: str, order: str) -> str:
    """Write a date as 2026-10-31; text that is no date in that order stays as it is."""
    if order == "ymd":
        found = _ISO.fullmatch(text)
        year, month, day = (found[1], found[2], found[3]) if found else ("", "", "")
    else:
        found = _OTHER_DATE.fullmatch(text)
        first, second, year = (found[1], found[3], found[4]) if found else ("", "", "")
        day, month = (first, second) if order == "dmy" else (second, first)
    try:
        return date(int(year), int(month), int(day)).isoformat() if found else text
    except ValueError:
        return text
