"""One notation for the numbers, hours, dates and times of a sheet, whatever country it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import Column, Kind, Table
from ingest.connector import Reading, undecided_dates
from ingest.locale import (
    SYMBOLS,
    UndecidedError,
    ambiguous,
    date_order,
    decimal_hours,
    distinct,
    each_distinct,
    evidence,
    iso_date,
    iso_timestamp,
    plain_amount,
    plain_number,
    since_1904,
)
from ingest.sheet import Sheet

_PLAIN_NUMBER = r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)?\s*$"
_GROUPED_BY_DOTS = r"^\s*[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+\s*$"
_ISO_DATE = r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2})?\s*$"
_ISO_TIME = r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?\s*$"
_NEVER_GROUPED = (Kind.RATE, Kind.PERCENT, Kind.FRACTION, Kind.WHOLE)
_HUNDRED = 2
_ORDERS = ("dmy", "mdy")


@dataclass(frozen=True)
class Plain:
    """Columns in the notation of the plain format, and what is worth saying about how they were read."""

    columns: Mapping[str, pa.Array]
    notices: tuple[str, ...] = ()


def numbers(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet, reading: Reading) -> Plain:
    """The columns of numbers with a decimal dot and no groups.

    Each column decides what its comma means; where it cannot, the others of the file do.
    """
    numeric = [one for one in table.columns if one.kind.is_exact_number and one.name in columns]
    odd = [one for one in numeric if not _all_match(columns[one.name], _PLAIN_NUMBER)]
    if not odd and sheet.dialect.delimiter != ";":
        return Plain({})
    grouped = [one for one in numeric if one not in odd and _any_match(columns[one.name], _GROUPED_BY_DOTS)]
    if not odd and not grouped:
        return Plain({})
    said = {one.name: _evidence(one, columns[one.name]) for one in numeric}
    usual = reading.decimal or _usual(said.values()) or ("," if sheet.dialect.delimiter == ";" else ".")
    marks = {name: reading.decimal or mark or usual for name, mark in said.items()}
    unsure = [
        one for one in numeric if not reading.decimal and not _usual(said.values()) and one.kind is not Kind.WHOLE
    ]
    notices = [found for one in unsure if (found := _unsure(one, columns[one.name], marks[one.name], sheet))]
    plain: dict[str, pa.Array] = {}
    for one in (*odd, *grouped):
        plain |= _written(one, columns, plain, marks[one.name])
    return Plain(plain, tuple(notices))


def _evidence(column: Column, cells: pa.Array) -> str | None:
    return evidence(distinct(cells), column.most, never_grouped=column.kind in _NEVER_GROUPED)


def _usual(marks: Iterable[str | None]) -> str | None:
    """The mark that most columns use, if any says."""
    said = [mark for mark in marks if mark]
    return max(".,", key=said.count) if said else None


def _unsure(column: Column, cells: pa.Array, mark: str, sheet: Sheet) -> str | None:
    example = next((text for text in sorted(distinct(cells)) if ambiguous(text)), None)
    if example is None or plain_number(example, mark) == example:
        return None
    return (
        f'{sheet.place}: nothing tells what marks decimals in "{column.name}", so "{example}" was read as '
        f'{plain_number(example, mark)}. If that is wrong, say --set decimal="{"," if mark == "." else "."}".'
    )


def _written(
    column: Column, columns: Mapping[str, pa.Array], plain: Mapping[str, pa.Array], mark: str
) -> dict[str, pa.Array]:
    cells = columns[column.name]
    if column.kind is Kind.HOURS:
        return {column.name: each_distinct(lambda text: decimal_hours(text, mark), cells)}
    if column.kind is Kind.MONEY:
        currency = plain.get("currency", columns.get("currency"))
        return _amounts(column.name, cells, currency, mark)
    scale = {Kind.PERCENT: 0, Kind.FRACTION: -_HUNDRED, Kind.NUMBER: -_HUNDRED}.get(column.kind)
    if scale is None:
        return {column.name: each_distinct(lambda text: plain_number(text, mark), cells)}
    return {column.name: each_distinct(lambda text: _share(text, mark, scale), cells)}


def _share(text: str, mark: str, scale: int) -> str:
    """A percentage as the column counts it: "20 %" is 20 percent, or a fraction of 0.20."""
    bare = text.strip()
    if not bare.endswith("%"):
        return plain_number(text, mark)
    number = plain_number(bare[:-1], mark)
    return f"{number}e{scale}" if scale and number != bare[:-1].strip() + "%" else number


def _amounts(name: str, cells: pa.Array, currency: pa.Array | None, mark: str) -> dict[str, pa.Array]:
    """Amounts without the currency beside them, which fills the column of currencies where that is blank.

    An amount whose currency contradicts that column stays as it is, and so goes to quarantine.
    """
    beside = each_distinct(lambda text: plain_amount(text, mark)[1], cells)
    number = each_distinct(lambda text: plain_amount(text, mark)[0], cells)
    if currency is None or not pc.any(pc.not_equal(beside, "")).as_py():
        return {name: number}
    stated = pc.utf8_upper(pc.utf8_trim_whitespace(currency))
    pairs = pc.binary_join_element_wise(beside, stated, "\x1f")
    fits = pc.equal(each_distinct(lambda pair: "yes" if _fits(*pair.split("\x1f")) else "no", pairs), "yes")
    likely = each_distinct(lambda text: SYMBOLS.get(text, (text,))[0], beside)
    filled = pc.if_else(pc.equal(stated, ""), likely, currency)
    return {name: pc.if_else(fits, number, cells), "currency": filled}


def _fits(beside: str, stated: str) -> bool:
    return not beside or not stated or stated in SYMBOLS.get(beside, (beside,))


def dates(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet, reading: Reading) -> Plain:
    """The columns of dates and times in ISO order; SourceError when nothing tells the order of one.

    Each column decides for itself unless it was told; where it cannot, the others of the file do.
    """
    odd = [
        one for one in table.columns if one.name in columns and one.kind in (Kind.DATE, Kind.TIMESTAMP)
        and not _all_match(columns[one.name], _ISO_DATE if one.kind is Kind.DATE else _ISO_TIME)
    ]  # fmt: skip
    orders = _orders(odd, columns, sheet, reading)
    early = sheet.dialect.counts_from_1904
    return Plain({one.name: _in_iso_order(one, columns[one.name], orders[one.name], early=early) for one in odd})


def _in_iso_order(column: Column, cells: pa.Array, order: str, *, early: bool) -> pa.Array:
    write = iso_date if column.kind is Kind.DATE else iso_timestamp
    counted = each_distinct(lambda text: since_1904(text.strip()), cells) if early else cells
    return each_distinct(lambda text: write(text.strip(), order), counted)


def _orders(odd: list[Column], columns: Mapping[str, pa.Array], sheet: Sheet, reading: Reading) -> dict[str, str]:
    if reading.date_order:
        return dict.fromkeys((one.name for one in odd), reading.date_order)
    decided: dict[str, str] = {}
    unsure: dict[str, UndecidedError] = {}
    for one in odd:
        try:
            decided[one.name] = date_order(distinct(columns[one.name]))
        except UndecidedError as error:
            unsure[one.name] = error
    others = {order for order in decided.values() if order in _ORDERS}
    usual = next(iter(others)) if len(others) == 1 else reading.usual_order
    if unsure and usual not in _ORDERS:
        name, why = next(iter(unsure.items()))
        raise undecided_dates(sheet, name, why)
    return decided | dict.fromkeys(unsure, usual or "ymd")


def _all_match(cells: pa.Array, pattern: str) -> bool:
    return bool(pc.all(pc.match_substring_regex(cells.unique(), pattern)).as_py() is not False)


def _any_match(cells: pa.Array, pattern: str) -> bool:
    return bool(pc.any(pc.match_substring_regex(cells.unique(), pattern)).as_py())
