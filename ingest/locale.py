"""Numbers, amounts and hours as people write them in different countries, decided once for a column or a file."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa

from ingest.dates import UndecidedError, date_order, iso_date, iso_timestamp, since_1904

__all__ = [
    "UndecidedError",
    "ambiguous",
    "date_order",
    "decimal_hours",
    "decimal_mark",
    "distinct",
    "each_distinct",
    "evidence",
    "iso_date",
    "iso_timestamp",
    "plain_amount",
    "plain_number",
    "since_1904",
]

SYMBOLS = {
    "€": ("EUR",),
    "£": ("GBP",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "BRL", "CLP", "COP", "ARS", "TWD"),
    "US$": ("USD",),
    "C$": ("CAD",),
    "CA$": ("CAD",),
    "A$": ("AUD",),
    "AU$": ("AUD",),
    "NZ$": ("NZD",),
    "S$": ("SGD",),
    "HK$": ("HKD",),
    "R$": ("BRL",),
    "¥": ("JPY", "CNY"),
    "₹": ("INR",),
    "₺": ("TRY",),
    "₽": ("RUB",),
    "₩": ("KRW",),
    "₪": ("ILS",),
    "₴": ("UAH",),
    "zł": ("PLN",),
    "Kč": ("CZK",),
    "Ft": ("HUF",),
    "lei": ("RON",),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "Fr": ("CHF",),
}
"""What stands around amounts, and the currencies it may mean, the likeliest first."""

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_GROUPED = {
    ",": re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+"),
    ".": re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+"),
}
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'\u2019]")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-"})
_NAME = "|".join(re.escape(one) for one in sorted(SYMBOLS, key=len, reverse=True)) + "|[A-Z]{3}"
_DRESSED = re.compile(
    rf"(?P<sign>[+-])?(?P<before>{_NAME})?\.?(?P<inner>[+-])?"
    rf"(?P<number>[.,]?\d[\d.,]*(?:[eE][+-]?\d+)?)(?P<after>{_NAME})?\.?(?P<minus>-)?"
)
_ROUND_PRICE = re.compile(r"[.,]--?$")
"""In Switzerland "50.–" is a price without cents, not a debt."""
_HOURS_AND_MINUTES = re.compile(r"(\d{1,6}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_WITH_UNITS = re.compile(
    r"(?:(?P<h>\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std|stunden?|heures?))?\.?\s*"
    r"(?:(?P<m>\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|minuten?)?)?\.?\s*"
    r"(?:(?P<s>\d+)\s*(?:s|secs?|seconds?|sek))?\.?",
    re.IGNORECASE,
)
_ISO_SPAN = re.compile(
    r"P(?:(?P<d>\d+)D)?T?(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?", re.IGNORECASE
)
_EXACT_DIGITS = 15


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
    return evidence(texts) or "."


def evidence(texts: Iterable[str], most: Decimal | None = None, *, never_grouped: bool = False) -> str | None:
    """What most of these numbers say marks the decimals; None when they say nothing.

    A number that would be above `most` with its mark read as one of groups has decimals; so has any of a column
    whose numbers are `never_grouped`, such as exchange rates.
    """
    seen: Counter[str] = Counter()
    for text in texts:
        bare = _core(text)
        mark = _mark_in(bare)
        if mark is None and (never_grouped or (most is not None and ambiguous(text) and _joined(bare) > most)):
            mark = bare[max(bare.rfind(","), bare.rfind("."))] if ambiguous(text) else None
        if mark:
            seen[mark] += 1
    return "," if seen[","] > seen["."] else "." if seen["."] else None


def ambiguous(text: str) -> bool:
    """Whether a number can be read both ways, as "1,234" can."""
    bare = _core(text)
    return any(one.fullmatch(bare) for one in _GROUPED.values()) and _mark_in(bare) is None


def _core(text: str) -> str:
    """The digits and marks of a number; nothing of what is a time."""
    return "" if ":" in text else re.sub(r"[^\d.,]", "", text).rstrip(".,")


def _joined(bare: str) -> Decimal:
    return Decimal(bare.replace(",", "").replace(".", "") or 0)


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
    """Write a number as programs do: "2.000,50" with a decimal comma is "2000.50"; other text stays.

    A minus may follow, and parentheses stand for one.
    """
    squeezed = _SPACES.sub("", text).translate(_MINUS)
    if squeezed.startswith("(") and squeezed.endswith(")"):
        squeezed = "-" + squeezed[1:-1]
    if squeezed.endswith("-") and not squeezed.startswith("-"):
        squeezed = "-" + squeezed[:-1]
    group = "." if decimal == "," else ","
    whole, mark, decimals = squeezed.partition(decimal)
    if group in whole and not _GROUPED[group].fullmatch(whole):
        return text
    plain = whole.replace(group, "") + ("." + decimals if mark else "")
    return plain if _PLAIN.fullmatch(plain) else text


def plain_amount(text: str, decimal: str) -> tuple[str, str]:
    """Write an amount as programs do, and say what currency stands beside it: a code, a symbol or ""."""
    squeezed = _ROUND_PRICE.sub("", _SPACES.sub("", text).translate(_MINUS))
    owed = squeezed.startswith("(") and squeezed.endswith(")")
    found = _DRESSED.fullmatch(squeezed[1:-1] if owed else squeezed)
    if not found or (found["before"] and found["after"]):
        return text, ""
    signs = [sign for sign in (found["sign"], found["inner"], found["minus"]) if sign]
    if len(signs) + owed > 1:
        return text, ""
    below = owed or "-" in signs
    number = plain_number(("-" if below else "") + found["number"], decimal)
    return (number, found["before"] or found["after"] or "") if _PLAIN.fullmatch(number) else (text, "")


def decimal_hours(text: str, decimal: str) -> str:
    """Write hours as decimals: "7:30", "7h 30m", "450 min" and "PT7H30M" are "7.5"; other text stays."""
    squeezed = text.strip().translate(_MINUS)
    below = squeezed.startswith("-")
    bare = squeezed.removeprefix("-").strip()
    seconds = _seconds_in(bare)
    if seconds is None:
        return plain_number(text, decimal)
    # Fifteen digits of an hour are far below the second it is rounded to.
    hours = Decimal(seconds.numerator) / Decimal(seconds.denominator * 3600)
    written = f"{round(hours, _EXACT_DIGITS).normalize():f}"
    return f"-{written}" if below else written


def _seconds_in(text: str) -> Fraction | None:
    clock = _HOURS_AND_MINUTES.fullmatch(text)
    if clock:
        return Fraction(int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0))
    if not any(one.isalpha() for one in text) or not any(one.isdigit() for one in text):
        return None
    span = _ISO_SPAN.fullmatch(text) or _WITH_UNITS.fullmatch(text)
    if not span:
        return None
    parts = {name: Fraction((value or "0").replace(",", ".")) for name, value in span.groupdict().items()}
    return parts.get("d", Fraction(0)) * 86400 + parts["h"] * 3600 + parts["m"] * 60 + parts["s"]
