"""Rows that name other rows: those that name one that is not there go to quarantine, and so on down."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import TABLES, Column, Kind, arrow_schema
from ingest.merging import FRESH, Merged
from ingest.quarantine import REFERENCE, Faults, held_rows, keys_of


def enforce(agency: Mapping[str, Merged]) -> dict[str, Merged]:
    """Move every row that refers to a missing one to quarantine, until none is left that does.

    A table that is not there at all (no rows, none in quarantine) cannot be referred to wrongly: what refers
    to it stays, see `unchecked`.
    """
    tables = dict(agency)
    shrunk = {name for name in tables if _exists(tables[name])}
    while shrunk:
        shrunk, again = set(), shrunk
        for name, column in _references(again):
            if name in tables and (bad := _dangling(tables[name], column, tables)) is not None:
                tables[name] = _without(tables[name], column, bad, tables)
                shrunk.add(name)
    return tables


def unchecked(agency: Mapping[str, Merged]) -> tuple[tuple[str, str, str], ...]:
    """The references that could not be looked up: table, column, and the table that is not there."""
    found = []
    for name, merged in agency.items():
        for column in TABLES[name].columns:
            parent = column.refers_to
            if parent and not _exists(agency[parent]) and _is_used(merged, column.name):
                found.append((name, column.name, parent))
    return tuple(found)


def _exists(merged: Merged) -> bool:
    return bool(len(merged.rows) or len(merged.held))


def _is_used(merged: Merged, column: str) -> bool:
    values = merged.rows.column(column)
    return bool(values.null_count < len(values))


def _references(parents: set[str]) -> Iterator[tuple[str, Column]]:
    for name, table in TABLES.items():
        for column in table.columns:
            if column.refers_to in parents:
                yield name, column


def _dangling(merged: Merged, column: Column, tables: Mapping[str, Merged]) -> pa.Array | None:
    """Which rows name something that is not there; None when all are fine."""
    assert column.refers_to is not None  # noqa: S101 - `_references` yields no others; this tells the type checker
    known = tables[column.refers_to].rows.column(TABLES[column.refers_to].key[0])
    values = _whole(merged.rows.column(column.name))
    if column.kind is Kind.LIST:
        parts = pc.split_pattern(values, ";")
        missing = pc.invert(pc.is_in(pc.list_flatten(parts), value_set=_whole(known)))
        rows = pc.unique(pc.list_parent_indices(parts).filter(missing))
        bad = pc.is_in(pa.array(range(len(values)), pa.int64()), value_set=rows.cast(pa.int64()))
    else:
        bad = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=_whole(known))))
    return bad if pc.any(bad).as_py() else None


def _without(merged: Merged, column: Column, bad: pa.Array, tables: Mapping[str, Merged]) -> Merged:
    parent = tables[column.refers_to or ""]
    losers = merged.rows.filter(bad)
    known = set(parent.rows.column(TABLES[parent.name].key[0]).to_pylist())
    places = _places(parent)
    reasons = [_reason(text, column, known, places) for text in losers.column(column.name).to_pylist()]
    names = pa.repeat(pa.scalar(column.name), len(losers))
    bare = losers.select(arrow_schema(merged.name).names)
    held = held_rows(merged.name, REFERENCE, bare, Faults(names, pa.array(reasons, pa.string())))
    held = held.append_column(FRESH, losers.column(FRESH))
    return Merged(
        merged.name,
        merged.before,
        merged.rows.filter(pc.invert(bad)),
        pa.concat_tables([merged.held, held]),
        merged.read,
        merged.duplicates,
    )


def _places(parent: Merged) -> dict[str, str]:
    """Where the parents stand that are in quarantine themselves."""
    files, rows = parent.held.column("file").to_pylist(), parent.held.column("row").to_pylist()
    names = keys_of(parent.name, parent.held).to_pylist()
    return {name: f"{file} row {row}" for name, file, row in zip(names, files, rows, strict=True)}


def _reason(text: str, column: Column, known: set[str], places: Mapping[str, str]) -> str:
    parts = text.split(";") if column.kind is Kind.LIST else [text]
    missing = next(part for part in parts if part not in known)
    if missing in places:
        return f'"{missing}" is in quarantine itself ({places[missing]})'
    return f'"{missing}" is not in {column.refers_to}'


def _whole(column: pa.ChunkedArray) -> pa.Array:
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)
