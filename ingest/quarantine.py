"""Rows that could not be loaded: kept whole, with the place, the reason and the way back."""

import json
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import LINEAGE, TABLES
from assistant.store.snapshots import QUARANTINE
from ingest.cells import text_of

CELL = "cell"
REFERENCE = "reference"
SUPERSEDED = "superseded"

KEY_MARK = "\x1f"
"""Between the parts of a key of several columns."""


@dataclass(frozen=True)
class Faults:
    """For each of some rows, the column that is wrong ("" for the row as a whole), and why."""

    columns: pa.Array
    reasons: pa.Array


def held_cells(table: str, kind: str, cells: pa.Table, lineage: pa.Table, faults: Faults) -> pa.Table:
    """Hold rows of text, with where they stand and what is wrong."""
    rows = cells.to_pylist()
    named = faults.columns.to_pylist()
    return pa.table(
        {
            "table": pa.repeat(table, len(rows)),
            "system": lineage.column("_system"),
            "file": lineage.column("_file"),
            "sheet": lineage.column("_sheet"),
            "row": lineage.column("_row"),
            "column": faults.columns,
            "value": pa.array([row.get(name) for row, name in zip(rows, named, strict=True)], pa.string()),
            "reason": faults.reasons,
            "kind": pa.repeat(kind, len(rows)),
            "cells": pa.array([_as_json(row) for row in rows], pa.string()),
            "ingest": lineage.column("_ingest"),
        },
        schema=QUARANTINE,
    )


def held_rows(table: str, kind: str, rows: pa.Table, faults: Faults) -> pa.Table:
    """Hold typed rows, written back as text so that they can be tried again."""
    texts = {
        one.name: pa.array([text_of(one, value) for value in rows.column(one.name).to_pylist()], pa.string())
        for one in TABLES[table].columns
    }
    return held_cells(table, kind, pa.table(texts), rows.select(list(LINEAGE)), faults)


def cells_again(table: str, held: pa.Table) -> pa.Table:
    """The rows of `table` among `held` as text with their lineage, to be tried again."""
    mine = held.filter(pc.equal(held.column("table"), table))
    rows = [json.loads(text) for text in mine.column("cells").to_pylist()]
    texts = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in TABLES[table].column_names}
    lineage = {name: mine.column(name.removeprefix("_")) for name in LINEAGE}
    return pa.table({**texts, **lineage})


def keys_of(table: str, held: pa.Table) -> pa.Array:
    """The keys of the held rows of `table`, as `merging.keys` writes them."""
    cells = cells_again(table, held)
    parts = [pc.fill_null(cells.column(name).combine_chunks(), "") for name in TABLES[table].key]
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, KEY_MARK)


def _as_json(row: dict[str, str | None]) -> str:
    return json.dumps({name: text for name, text in row.items() if text is not None}, ensure_ascii=False)
