"""After merging: what is counted, what is worth a sentence, and the tables as they are stored."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import arrow_schema
from assistant.store.snapshots import QUARANTINE
from ingest.merging import FRESH, SAME, WAS, Merged, keys
from ingest.quarantine import REFERENCE, keys_of
from ingest.references import unchecked
from ingest.report import TableCounts

_PLACE = ("_system", "_file", "_sheet", "_row")


def counted(merged: Merged) -> TableCounts:
    """What became of the rows read, and how many of those before are gone."""
    fresh, same = merged.rows.column(FRESH), merged.rows.column(SAME)
    was = pc.is_valid(merged.rows.column(WAS))
    return TableCounts(
        read=merged.read,
        new=_count(pc.and_(fresh, pc.invert(was))),
        changed=_count(pc.and_(fresh, pc.and_(was, pc.invert(same)))),
        unchanged=_count(pc.and_(fresh, same)),
        removed=_removed(merged),
        quarantined=_count(merged.held.column(FRESH)),
        duplicates=merged.duplicates,
    )


def in_order(merged: Merged) -> pa.Table:
    """The rows as they are stored: by source, file and row, whatever order they were ingested in."""
    return _sorted(merged.rows.select(arrow_schema(merged.name).names), _PLACE)


def quarantine_of(agency: Mapping[str, Merged]) -> pa.Table:
    """Everything in quarantine, by table and place."""
    held = pa.concat_tables([one.held.select(QUARANTINE.names) for one in agency.values()])
    return _sorted(held, ("table", "system", "file", "sheet", "row"))


def moved_notices(agency: Mapping[str, Merged]) -> list[str]:
    """Sentences about rows that left quarantine or went there without having been read again."""
    found = []
    for name, merged in agency.items():
        back = _count(pc.and_(pc.invert(merged.rows.column(FRESH)), pc.is_null(merged.rows.column(WAS))))
        if back:
            found.append(f"{name}: {_rows(back)} came back from quarantine.")
        lost = _lost(merged)
        if lost:
            found.append(f"{name}: {_rows(lost)} went to quarantine, because what they refer to is gone.")
    return found


def unchecked_notices(agency: Mapping[str, Merged]) -> list[str]:
    """Sentences about references that could not be looked up, one for each table that is not there."""
    places: dict[str, list[str]] = {}
    for table, column, parent in unchecked(agency):
        places.setdefault(parent, []).append(f"{table}.{column}")
    return [
        f"There is no {parent}.csv, so nothing could check {', '.join(columns)}." for parent, columns in places.items()
    ]


def _removed(merged: Merged) -> int:
    still = pc.drop_null(_whole(merged.rows.column(WAS))).cast(pa.int64())
    if len(still) == len(merged.before):
        return 0
    gone = keys(merged.name, merged.before)
    gone = gone.filter(pc.invert(pc.is_in(pa.arange(0, len(gone), 1), value_set=still)))
    if not len(gone):
        return 0
    held = keys_of(merged.name, merged.held).cast(pa.string())
    return len(gone) - _count(pc.is_in(gone, value_set=held))


def _lost(merged: Merged) -> int:
    """Rows that were loaded before and are now held for what they refer to."""
    old = pc.and_(pc.invert(merged.held.column(FRESH)), pc.equal(merged.held.column("kind"), REFERENCE))
    held = merged.held.filter(old)
    if not len(held):
        return 0
    return _count(pc.is_in(keys_of(merged.name, held), value_set=keys(merged.name, merged.before)))


def _whole(column: pa.ChunkedArray) -> pa.Array:
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)


def _count(mask: pa.Array) -> int:
    return int(pc.sum(mask).as_py() or 0)


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"


def _sorted(rows: pa.Table, names: tuple[str, ...]) -> pa.Table:
    """Sort by `names`, the last of which is the row; rows of one file are mostly in order already."""
    if len(rows) and all(len(rows.column(name).unique()) == 1 for name in names[:-1]):
        steps = pc.pairwise_diff(rows.column(names[-1]).combine_chunks())
        if pc.all(pc.greater(steps, 0)).as_py() is not False:
            return rows
    order = pc.sort_indices(rows, sort_keys=[(name, "ascending") for name in names])
    return rows.take(order)
