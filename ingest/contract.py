"""Whether rows keep the contract of their table: those that do become typed rows, the others say why not."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import LINEAGE, TABLES, Column, Kind, Table, arrow_schema
from assistant.store.snapshots import QUARANTINE
from ingest.cells import CellError, Reader, Rules, reader
from ingest.quarantine import CELL, Faults, held_cells

_VERBATIM = (Kind.ID, Kind.TEXT)
FAULT = "_fault"
"""What reading already found wrong with a row; null for a good one."""


@dataclass(frozen=True)
class Checked:
    """Rows that keep the contract, typed; and the others, as they go to quarantine."""

    rows: pa.Table
    held: pa.Table


def check(table: str, cells: pa.Table, rules: Rules) -> Checked:
    """Read rows of text (`cells`: columns of `table`, lineage, and `_fault`) into typed rows.

    A column the file does not have is unknown in every row. Blank currencies of an amount or rate become the
    default currency.
    """
    contract = TABLES[table]
    blank = pa.nulls(len(cells), pa.string())
    texts = {
        one.name: _trimmed(cells, one.name) if one.name in cells.column_names else blank for one in contract.columns
    }
    read = {one.name: _read(one, texts[one.name], rules) for one in contract.columns}
    values = {name: one.values for name, one in read.items()}
    reasons = [("", _fault_of(cells)), *((name, one.reasons) for name, one in read.items())]
    reasons += _across(values)
    values |= _with_currency(contract, values, rules)
    lineage = [cells.column(name) for name in LINEAGE]
    typed = pa.table([*values.values(), *lineage], schema=arrow_schema(table))
    wrong_somewhere = [(name, why) for name, why in reasons if why.null_count < len(why)]
    if not wrong_somewhere:
        return Checked(typed, QUARANTINE.empty_table())
    faults = _first_of(wrong_somewhere)
    bad = pc.is_valid(faults.reasons)
    given = pa.table(list(texts.values()), names=list(texts))
    wrong = Faults(faults.columns.filter(bad), faults.reasons.filter(bad))
    held = held_cells(table, CELL, given.filter(bad), cells.select(list(LINEAGE)).filter(bad), wrong)
    return Checked(typed.filter(pc.invert(bad)), held)


def _first_of(reasons: Sequence[tuple[str, pa.Array]]) -> Faults:
    """For each row the first column that is wrong, and why; null where all is well."""
    none = pa.scalar(None, pa.string())
    columns = [pc.if_else(pc.is_valid(why), pa.scalar(name), none) for name, why in reasons]
    return Faults(pc.coalesce(*columns), pc.coalesce(*(why for _, why in reasons)))


@dataclass(frozen=True)
class _Read:
    values: pa.Array
    reasons: pa.Array


def _trimmed(cells: pa.Table, name: str) -> pa.Array:
    column = cells.column(name)
    texts = pc.utf8_trim_whitespace(column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column)
    blank = pc.equal(pc.binary_length(texts), 0)
    return pc.if_else(blank, pa.scalar(None, pa.string()), texts) if pc.any(blank).as_py() else texts


def _read(column: Column, texts: pa.Array, rules: Rules) -> _Read:
    """Read a column, each distinct text once."""
    filled = texts if column.blank_means is None else pc.fill_null(texts, column.blank_means)
    if column.kind in _VERBATIM:
        return _Read(filled, _blank_reasons(column, filled))
    encoded = filled.dictionary_encode()
    read = reader(column, rules)
    results = [_attempt(read, text) for text in encoded.dictionary.to_pylist()]
    typed = pa.array([value for value, _ in results], column.kind.arrow).take(encoded.indices)
    if all(why is None for _, why in results):
        return _Read(typed, _blank_reasons(column, filled))
    wrong = pa.array([why for _, why in results], pa.string()).take(encoded.indices)
    return _Read(typed, pc.coalesce(wrong, _blank_reasons(column, filled)))


def _attempt(read: Reader, text: str) -> tuple[object, str | None]:
    try:
        return read(text), None
    except CellError as error:
        return None, str(error)


def _blank_reasons(column: Column, texts: pa.Array) -> pa.Array:
    none = pa.scalar(None, pa.string())
    if not column.required or not texts.null_count:
        return pa.nulls(len(texts), pa.string())
    return pc.if_else(pc.is_null(texts), pa.scalar("is blank, and every row needs one"), none)


def _fault_of(cells: pa.Table) -> pa.Array:
    if FAULT not in cells.column_names:
        return pa.nulls(len(cells), pa.string())
    faults = cells.column(FAULT)
    return faults.combine_chunks() if isinstance(faults, pa.ChunkedArray) else faults


def _across(values: dict[str, pa.Array]) -> Sequence[tuple[str, pa.Array]]:
    """What only several cells together can break: an end before the start."""
    if not {"start_date", "end_date"} <= set(values):
        return []
    start, end = values["start_date"], values["end_date"]
    before = pc.fill_null(pc.less(end, start), fill_value=False)
    sentence = pc.binary_join_element_wise(
        end.cast(pa.string()), " is before the start on ", start.cast(pa.string()), ""
    )
    return [("end_date", pc.if_else(before, sentence, pa.scalar(None, pa.string())))]


def _with_currency(contract: Table, values: dict[str, pa.Array], rules: Rules) -> dict[str, pa.Array]:
    """The currency column with blanks filled wherever there is an amount or rate it is the currency of."""
    amounts = [values[one.name] for one in contract.columns if one.kind is Kind.MONEY]
    if "currency" not in values or not amounts:
        return {}
    priced = pc.is_valid(amounts[0])
    for amount in amounts[1:]:
        priced = pc.or_(priced, pc.is_valid(amount))
    # A budget's currency is that of its services' prices too, which stand in another file.
    needed = pc.or_(priced, pa.scalar(contract.name == "budgets"))
    default = pc.if_else(needed, pa.scalar(rules.default_currency), pa.scalar(None, pa.string()))
    return {"currency": pc.coalesce(values["currency"], default)}
