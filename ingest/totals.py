"""Rows of totals: they are no data, but they tell whether the data is whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import Column, Kind, Table
from ingest.sheet import Sheet

LABEL = r"(?i)^\s*((grand[ -]?)?totals?\b|sub-?total|summe\b|zwischensumme|gesamt|somme\b|sous-total)"
"""How the label of a row of totals begins."""
_WORDLESS = rf"{LABEL}|^\s*$"
_MANY = (Kind.ID, Kind.TEXT)
_PER_HOUR = "per hour"
_FEW = 5


@dataclass(frozen=True)
class Split:
    """Which rows are data, and sentences about the others."""

    data: pa.Array
    notices: tuple[str, ...] = ()


def split_off(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet) -> Split | None:
    """Tell the rows of totals from the data; None when there are none. `columns` have plain numbers.

    A row of totals has no words but its label; or a workbook calculates its SUBTOTAL.
    """
    totals = _are_totals(table, columns, sheet)
    if totals is None or not pc.any(totals).as_py():
        return None
    rows = sheet.rows.filter(totals).to_pylist()
    named = ", ".join(map(str, rows[:_FEW])) + (" …" if len(rows) > _FEW else "")
    what = (
        f"row {named} holds totals and is" if len(rows) == 1 else f"{len(rows)} rows hold totals (rows {named}) and are"
    )
    notices = [f"{sheet.place}: {what} not counted as data."]
    for one in table.columns:
        if one.name in columns and _adds_up(one):
            notices += _mismatches(one.name, columns[one.name], totals.to_pylist(), sheet)
    return Split(pc.invert(totals), tuple(notices))


def _are_totals(table: Table, columns: Mapping[str, pa.Array], sheet: Sheet) -> pa.Array | None:
    texts = [one for one in table.columns if one.name in columns and not one.kind.is_exact_number]
    texts = [one for one in texts if one.kind is not Kind.CURRENCY]
    if not texts or not len(sheet):
        return None
    totals = pc.is_in(sheet.rows, value_set=pa.array(sheet.subtotals, pa.int64()))
    empty = pa.repeat(pa.scalar(value=True), len(sheet))
    # Days and choices are few, so they are looked at first: mostly they settle it.
    for one in sorted(texts, key=lambda column: column.kind in _MANY):
        empty = pc.and_(empty, _without_words(columns[one.name]))
        if not pc.any(empty).as_py():
            return totals
    return pc.or_(totals, pc.and_(empty, _say_something(table, texts, columns, empty)))


def _without_words(cells: pa.Array) -> pa.Array:
    """Which cells are blank or the label of a total."""
    different = cells.unique()
    wordless = different.filter(pc.match_substring_regex(different, _WORDLESS))
    return pc.is_in(cells, value_set=wordless) if len(wordless) else pa.repeat(pa.scalar(value=False), len(cells))


def _say_something(table: Table, texts: Sequence[Column], columns: Mapping[str, pa.Array], among: pa.Array) -> pa.Array:
    """Which rows have a label, or a number and not one word."""
    labelled, wordless, numbered = (pa.repeat(pa.scalar(value), len(among)) for value in (False, True, False))
    for one in texts:
        labelled = pc.or_(labelled, pc.match_substring_regex(columns[one.name], LABEL))
        wordless = pc.and_(wordless, pc.match_substring_regex(columns[one.name], r"^\s*$"))
    for one in table.columns:
        if one.name in columns and one.kind.is_exact_number:
            numbered = pc.or_(numbered, pc.match_substring_regex(columns[one.name], r"\S"))
    return pc.or_(labelled, pc.and_(wordless, numbered))


def _adds_up(column: Column) -> bool:
    return column.kind in (Kind.HOURS, Kind.MONEY) and _PER_HOUR not in column.unit


def _mismatches(name: str, cells: pa.Array, totals: Sequence[bool], sheet: Sheet) -> list[str]:
    """Totals that are neither the sum of all rows above nor of those since the last total."""
    found = []
    whole, part = Decimal(0), Decimal(0)
    for text, is_total, row in zip(cells.to_pylist(), totals, sheet.rows.to_pylist(), strict=True):
        value = _number(text)
        if not is_total:
            whole, part = whole + (value or 0), part + (value or 0)
            continue
        if value is not None and value not in (_as_written(whole, value), _as_written(part, value)):
            found.append(
                f"{sheet.place}: row {row} gives {value:f} as the total of {name}, but the rows above add up to "
                f"{whole.normalize():f}. Rows may be missing; compare the file with its source."
            )
        part = Decimal(0)
    return found


def _as_written(total: Decimal, like: Decimal) -> Decimal:
    """A sum in as many decimals as a total is written with."""
    try:
        return total.quantize(Decimal(1).scaleb(min(0, int(like.as_tuple().exponent))))
    except InvalidOperation:
        return total


def _number(text: str | None) -> Decimal | None:
    try:
        value = Decimal((text or "").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
