"""What a source hands over for one table: rows of text, and what they replace."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import pyarrow as pa

from assistant.agency.tables import LINEAGE
from ingest.contract import FAULT
from ingest.reading import Sheet


class Replaces(StrEnum):
    """Which earlier rows of the same source and table a delivery stands for."""

    ALL = "all"
    """It is the whole table: rows it lacks are removed."""
    DATES = "dates"
    """It is everything from its first to its last date: rows it lacks there are removed."""
    NOTHING = "nothing"
    """It adds and corrects rows, and removes none."""


@dataclass(frozen=True)
class Delivery:
    """Rows of text for one table: its columns, lineage and `_fault`.

    What it replaces can be narrowed to rows `of` some things: for a column, those it names.
    `derived` rows were made out of another table's (a person out of their time entries): they never push out
    what another source says about the same thing, and keep the earliest of their `earliest` dates.
    """

    system: str
    table: str
    cells: pa.Table
    replaces: Replaces
    derived: bool = False
    earliest: tuple[str, ...] = ()
    of: Mapping[str, frozenset[str]] = field(default_factory=dict)


def currencies(deliveries: Sequence[Delivery]) -> set[str]:
    """What stands in the columns of currencies, blanks included, in capitals."""
    columns = [one.cells.column("currency") for one in deliveries if "currency" in one.cells.column_names]
    return {(text or "").strip().upper() for column in columns for text in column.unique().to_pylist()}


def no_cells() -> pa.Table:
    """No rows at all: what a source delivers of a table it no longer has."""
    return pa.schema([*LINEAGE.items(), (FAULT, pa.string())]).empty_table()


def with_lineage(sheet: Sheet, system: str, columns: Mapping[str, pa.Array]) -> pa.Table:
    """Put lineage beside `columns`, which have one cell for each row of the sheet."""
    count = len(sheet)
    faults: list[str | None] = [None] * count
    places = {row: place for place, row in enumerate(sheet.rows.to_pylist())} if sheet.overlong else {}
    for row, cells in sheet.overlong:
        faults[places[row]] = f"the row has {cells} cells where the header has {len(sheet.header)}"
    text = pa.string()
    lineage = {
        "_system": pa.repeat(pa.scalar(system, text), count),
        "_file": pa.repeat(pa.scalar(sheet.file, text), count),
        "_sheet": pa.repeat(pa.scalar(sheet.sheet, text), count),
        "_row": sheet.rows,
        "_ingest": pa.repeat(pa.scalar(sheet.ingest, text), count),
    }
    named = {name: lineage[name] for name in LINEAGE}
    return pa.table({**columns, **named, FAULT: pa.array(faults, text)})
