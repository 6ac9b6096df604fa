"""One cell at a time: from the text in a file to the exact value inside, and back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import list_currencies

from assistant.agency.tables import SCALES, Column, Kind
from assistant.agency.units import MONEY_SCALE, scaled, unscaled
from assistant.settings import Settings

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ZONED = re.compile(_ISO_DATE.pattern + r"[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})")
_MARKED = re.compile(r"\d\s*[^\d\s.,'()+-]|[^\d\s.,'()+-]\s*\d")
"""A number with something beside it, such as the sign of a currency."""
_LIST_MARKS = re.compile(r"[;,|]")
_TRUE = frozenset(
    ["true", "yes", "1", "t", "y", "x", "✓", "✔", "wahr", "ja", "j", "vrai", "oui", "o", "sì", "si", "sí", "sim", "da"]
)
_FALSE = frozenset(
    ["false", "no", "0", "f", "n", "✗", "falsch", "nein", "faux", "non", "não", "nao", "nee", "nej", "nei", "ne"]
)
"""English, German, French, Italian, Spanish, Portuguese, Dutch, Scandinavian and Croatian; no word is in both."""
_NOT_MONEY = {"XXX", "XTS"}
CURRENCIES = frozenset(list_currencies()) - _NOT_MONEY
_LARGEST_MONEY = 10**11 * MONEY_SCALE
"""A hundred billion: beyond it, hours times price no longer fit."""


class CellError(ValueError):
    """A cell that breaks its contract; the message says why, as part of a sentence about the row."""


@dataclass(frozen=True)
class Rules:
    """What reading a cell depends on besides its column: the agency's own choices."""

    default_currency: str
    timezone: str
    more_roles: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> "Rules":
        """The rules these settings make; a role of its own in [permissions] is a role people may have."""
        own = tuple(name for name, rows in settings.permissions.items() if isinstance(rows, dict))
        return cls(settings.currency_of_rates, settings.timezone, own)


Reader = Callable[[str], Any]


def reader(column: Column, rules: Rules) -> Reader:
    """The function that reads one non-blank, trimmed cell of `column`; it raises CellError."""
    if column.kind.is_exact_number:
        return lambda text: _number(text, column)
    if column.kind is Kind.CHOICE:
        return _choice_reader(column, rules)
    if column.kind is Kind.TIMESTAMP:
        return lambda text: _timestamp(text, rules.timezone)
    if column.kind is Kind.DATE:
        return lambda text: _date(text, rules.timezone)
    return _READERS.get(column.kind, str)


def _number(text: str, column: Column) -> int:
    try:
        value = scaled(text, SCALES[column.kind])
    except ValueError as error:
        aside = ", or not in the currency of its row" if column.kind is Kind.MONEY and _MARKED.search(text) else ""
        raise CellError(f"{error}{aside}") from error
    if column.kind is Kind.WHOLE and Decimal(text) != value:
        raise CellError(f'"{text}" is not a whole number')
    if column.least is not None and Decimal(text) < column.least:
        raise CellError(f'"{text}" is below {column.least}')
    if column.most is not None and Decimal(text) > column.most:
        raise CellError(f'"{text}" is above {column.most}')
    if column.kind is Kind.MONEY and abs(value) > _LARGEST_MONEY:
        raise CellError(f'"{text}" is too large')
    return value


def _choice_reader(column: Column, rules: Rules) -> Reader:
    choices = column.choices + (rules.more_roles if column.name == "role" else ())
    known = {_folded(choice): choice for choice in choices}

    def choose(text: str) -> str:
        if _folded(text) not in known:
            raise CellError(f'"{text}" is not one of {", ".join(choices)}')
        return known[_folded(text)]

    return choose


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.casefold())


def _date(text: str, timezone: str) -> date:
    """A day; of a moment that names its zone, the day it is here."""
    try:
        if _ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
        if _ZONED.fullmatch(text):
            return _timestamp(text, timezone).date()
    except ValueError as error:
        raise CellError(f'"{text}" is not a day of the calendar') from error
    raise CellError(f'"{text}" is not a date such as 2026-10-31')


def _timestamp(text: str, timezone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CellError(f'"{text}" is not a time such as 2026-10-31T17:30:00') from error
    if moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(ZoneInfo(timezone)).replace(tzinfo=None)
    except OverflowError as error:
        raise CellError(f'"{text}" is not a time such as 2026-10-31T17:30:00') from error


def _boolean(text: str) -> bool:
    folded = text.casefold()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    raise CellError(f'"{text}" is neither true nor false')


def _currency(text: str) -> str:
    code = text.upper()
    if code not in CURRENCIES:
        raise CellError(f'"{text}" is not a currency code such as EUR')
    return code


def _list(text: str) -> str | None:
    return ";".join(part.strip() for part in _LIST_MARKS.split(text) if part.strip()) or None


_READERS: Mapping[Kind, Reader] = {
    Kind.BOOLEAN: _boolean,
    Kind.CURRENCY: _currency,
    Kind.LIST: _list,
    Kind.EMAIL: str.lower,
}


def text_of(column: Column, value: object) -> str | None:
    """Write a value as the plain format does, so that reading it gives the same value; None for unknown."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and column.kind.is_exact_number:
        exact = unscaled(value, SCALES[column.kind])
        return f"{exact.quantize(Decimal('1e-12')).normalize():f}"
    return str(value)
