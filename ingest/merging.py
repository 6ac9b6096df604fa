"""One table, as it was and as it is delivered now: which rows stand, which are new, which lose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import LINEAGE, TABLES, arrow_schema
from assistant.store.snapshots import QUARANTINE
from ingest.cells import Rules
from ingest.contract import check
from ingest.delivery import Delivery, Replaces
from ingest.quarantine import KEY_MARK, SUPERSEDED, Faults, cells_again, held_rows, keys_of

FRESH = "_fresh"
"""Whether a row was read in this ingest."""
WAS = "_was"
"""The place of the row with the same key in the table as it was; null for a new one."""
SAME = "_same"
"""Whether that row said the same."""


@dataclass(frozen=True)
class Merged:
    """A table after merging: `rows` stand, with the marks above; `held` are in quarantine, with `_fresh`."""

    name: str
    before: pa.Table
    rows: pa.Table
    held: pa.Table
    read: int
    duplicates: int


def keys(table: str, rows: pa.Table) -> pa.Array:
    """What makes each row unique, as one text."""
    parts = [pc.fill_null(_joined(rows.column(name)).cast(pa.string()), "") for name in TABLES[table].key]
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, KEY_MARK)


def merge(table: str, before: pa.Table, held: pa.Table, deliveries: Sequence[Delivery], rules: Rules) -> Merged:
    """Bring what is delivered together with what there was, in order of precedence.

    Rows in quarantine whose file was not read again are tried again (but for those that are broken as a
    whole), and give way to all others. Derived rows give way to what other sources say. Whatever is read now
    stands before what was there; the later row wins.
    """
    checked = [check(table, one.cells, rules) for one in deliveries]
    read = [_with_earliest(one, pair.rows, before) for one, pair in zip(deliveries, checked, strict=True)]
    kept = _kept(table, before, deliveries, read)
    waiting = _held_on(held, before, deliveries)
    broken = pc.equal(_joined(waiting.column("column")), "")
    again = check(table, cells_again(table, waiting.filter(pc.invert(broken))), rules)
    candidates = _ranked(table, again.rows, kept, deliveries, read)
    rows, lost, duplicates = _unique(table, candidates)
    refused = [_marked(one.held, fresh=True) for one in checked]
    still = [_marked(again.held, fresh=False), _marked(waiting.filter(broken), fresh=False)]
    held_now = pa.concat_tables([*refused, *still, lost])
    marked = _compared(table, before, rows, deliveries)
    return Merged(table, before, marked, held_now, sum(len(one.cells) for one in deliveries), duplicates)


def untouched(table: str, before: pa.Table) -> Merged:
    """A table of which nothing was delivered and nothing waits in quarantine."""
    rows = _marked(before, fresh=False)
    rows = rows.append_column(WAS, pa.array(range(len(rows)), pa.int32()))
    rows = rows.append_column(SAME, pa.repeat(pa.scalar(value=True), len(rows)))
    return Merged(table, before, rows, _marked(QUARANTINE.empty_table(), fresh=False), 0, 0)


def same_rows(table: str, left: pa.Table, right: pa.Table) -> pa.Array:
    """Row by row, whether two tables of equal length say the same; lineage does not count."""
    same = pa.repeat(pa.scalar(value=True), len(left))
    for name in TABLES[table].column_names:
        one, other = _joined(left.column(name)), _joined(right.column(name))
        equal = pc.fill_null(pc.equal(one, other), fill_value=False)
        same = pc.and_(same, pc.or_(equal, pc.and_(pc.is_null(one), pc.is_null(other))))
    return same


def _kept(table: str, before: pa.Table, deliveries: Sequence[Delivery], read: Sequence[pa.Table]) -> pa.Table:
    """The rows that were there and that no delivery stands for."""
    gone = pa.repeat(pa.scalar(value=False), len(before))
    if not len(before):
        return before
    was = keys(table, before)
    for delivery, rows in zip(deliveries, read, strict=True):
        mine = pc.equal(_joined(before.column("_system")), delivery.system)
        covered = _covered(delivery, rows, before)
        if not pc.all(covered).as_py():
            covered = pc.or_(covered, pc.is_in(was, value_set=keys(table, rows)))
        gone = pc.or_(gone, pc.and_(mine, covered))
    return before.filter(pc.invert(gone))


def _covered(delivery: Delivery, rows: pa.Table, before: pa.Table) -> pa.Array:
    covered = _in_reach(delivery, rows, before)
    for name, named in delivery.of.items():
        if name in before.column_names:
            value_set = pa.array(sorted(named), pa.string())
            covered = pc.and_(covered, pc.is_in(_joined(before.column(name)), value_set=value_set))
    return covered


def _in_reach(delivery: Delivery, rows: pa.Table, before: pa.Table) -> pa.Array:
    if delivery.replaces is Replaces.ALL:
        return pa.repeat(pa.scalar(value=True), len(before))
    if delivery.replaces is Replaces.NOTHING or not len(rows):
        return pa.repeat(pa.scalar(value=False), len(before))
    first, last = pc.min_max(rows.column("date")).as_py().values()
    return _between(_joined(before.column("date")), first, last)


def _between(days: pa.Array, first: object, last: object) -> pa.Array:
    start, end = pa.scalar(first, pa.date32()), pa.scalar(last, pa.date32())
    return pc.fill_null(pc.and_(pc.greater_equal(days, start), pc.less_equal(days, end)), fill_value=False)


def _held_on(held: pa.Table, before: pa.Table, deliveries: Sequence[Delivery]) -> pa.Table:
    """The rows in quarantine that no delivery stands for.

    An export stands for its own days, and for what has no day in a file of its name. A source that only adds rows
    stands for what its rows name; for all that was in a file of its name only if it has all that was loaded from there.
    """
    gone = pa.repeat(pa.scalar(value=False), len(held))
    if not len(held):
        return held
    for delivery in deliveries:
        mine = pc.equal(_joined(held.column("system")), delivery.system)
        files = pc.unique(_joined(delivery.cells.column("_file")))
        again = pc.is_in(_joined(held.column("file")), value_set=files)
        covered = pa.repeat(pa.scalar(value=True), len(held))
        if delivery.replaces is Replaces.DATES:
            cells = cells_again(delivery.table, held)
            undated = pc.is_null(_days(cells))
            covered = pc.or_(_within(cells, delivery), pc.and_(again, undated))
        elif delivery.replaces is Replaces.NOTHING:
            whole = pa.scalar(delivery.derived or _has_all(delivery, files, before))
            named = pc.is_in(keys_of(delivery.table, held), value_set=_named_in(delivery))
            covered = pc.or_(named, pc.and_(again, whole))
        gone = pc.or_(gone, pc.and_(mine, covered))
    return held.filter(pc.invert(gone))


def _has_all(delivery: Delivery, files: pa.Array, before: pa.Table) -> bool:
    """Whether a delivery still names every row that was loaded from its files: they were corrected, not followed."""
    loaded = pc.and_(
        pc.equal(_joined(before.column("_system")), delivery.system),
        pc.is_in(_joined(before.column("_file")), value_set=files),
    )
    known = pc.is_in(keys(delivery.table, before.filter(loaded)), value_set=_named_in(delivery))
    return pc.all(known).as_py() is not False


def _named_in(delivery: Delivery) -> pa.Array:
    """The keys of all rows delivered, those that go to quarantine among them."""
    blank = pa.repeat(pa.scalar(""), len(delivery.cells))
    texts = (
        pc.utf8_trim_whitespace(pc.fill_null(_joined(delivery.cells.column(name)), ""))
        if name in delivery.cells.column_names
        else blank
        for name in TABLES[delivery.table].key
    )
    parts = list(texts)
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, KEY_MARK)


def _within(cells: pa.Table, delivery: Delivery) -> pa.Array:
    """Which rows lie between the first and the last day of all that is delivered, and are of what it stands for."""
    first, last = pc.min_max(_days(delivery.cells)).as_py().values()
    within = _between(_days(cells), first, last)
    for name, named in delivery.of.items():
        within = pc.and_(within, pc.is_in(_joined(cells.column(name)), value_set=pa.array(sorted(named), pa.string())))
    return within


def _days(cells: pa.Table) -> pa.Array:
    """The day of each row of text; null where it says none."""
    texts = pc.fill_null(_joined(cells.column("date")), "").dictionary_encode()
    days = pa.array([_day(text) for text in texts.dictionary.to_pylist()], pa.date32())
    return days.take(texts.indices)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _with_earliest(delivery: Delivery, rows: pa.Table, before: pa.Table) -> pa.Table:
    """Derived dates, no later than the same source said before."""
    for name in delivery.earliest:
        mine = before.filter(pc.equal(before.column("_system"), delivery.system))
        place = pc.index_in(keys(delivery.table, rows), value_set=keys(delivery.table, mine))
        earlier = _joined(mine.column(name)).take(place)
        value = pc.min_element_wise(_joined(rows.column(name)), earlier)
        rows = rows.set_column(rows.schema.get_field_index(name), name, value)
    return rows


def _ranked(
    table: str, again: pa.Table, kept: pa.Table, deliveries: Sequence[Delivery], read: Sequence[pa.Table]
) -> pa.Table:
    """All candidates, the strongest last."""
    pairs = list(zip(deliveries, read, strict=True))
    pieces = [
        _marked(again, fresh=False),
        *(_marked(rows, fresh=True) for one, rows in pairs if one.derived),
        _marked(kept.select(arrow_schema(table).names), fresh=False),
        *(_marked(rows, fresh=True) for one, rows in pairs if not one.derived),
    ]
    return pa.concat_tables(pieces).combine_chunks()


def _marked(rows: pa.Table, *, fresh: bool) -> pa.Table:
    return rows.append_column(FRESH, pa.repeat(pa.scalar(fresh), len(rows)))


def _unique(table: str, rows: pa.Table) -> tuple[pa.Table, pa.Table, int]:
    """The last row of each key; those it supersedes; and how many were merely said twice."""
    named = keys(table, rows)
    nothing = _marked(QUARANTINE.empty_table(), fresh=False)
    if _rises(named) or pc.count_distinct(named).as_py() == len(named):
        return rows, nothing, 0
    import pandas as pd

    beaten = pa.array(pd.Series(named.to_pandas()).duplicated(keep="last").to_numpy())
    winners, losers = rows.filter(pc.invert(beaten)), rows.filter(beaten)
    by = winners.take(pc.index_in(named.filter(beaten), value_set=named.filter(pc.invert(beaten))))
    same = same_rows(table, losers, by)
    twice = pc.sum(pc.and_(same, _joined(losers.column(FRESH)))).as_py()
    differ = pc.invert(same)
    return winners, _superseded(table, losers.filter(differ), by.filter(differ)), int(twice or 0)


def _rises(named: pa.Array) -> bool:
    """Whether the keys come in order, each once, as exports mostly have them; far quicker told than otherwise.

    In order are running numbers, too: the longer one after the shorter one.
    """
    first, second = named[:-1], named[1:]
    shorter = pc.less(pc.binary_length(first), pc.binary_length(second))
    as_long = pc.equal(pc.binary_length(first), pc.binary_length(second))
    before = pc.less(first, second)
    return pc.all(before).as_py() is not False or pc.all(pc.or_(shorter, pc.and_(as_long, before))).as_py() is not False


def _superseded(table: str, losers: pa.Table, winners: pa.Table) -> pa.Table:
    files, numbers = winners.column("_file").to_pylist(), winners.column("_row").to_pylist()
    reasons = [f"superseded by {file} row {row}" for file, row in zip(files, numbers, strict=True)]
    column = pa.repeat(pa.scalar(TABLES[table].key[0]), len(losers))
    held = held_rows(table, SUPERSEDED, losers, Faults(column, pa.array(reasons, pa.string())))
    return held.append_column(FRESH, _joined(losers.column(FRESH)))


def _compared(table: str, before: pa.Table, rows: pa.Table, deliveries: Sequence[Delivery]) -> pa.Table:
    """Say of each row whether it was there and said the same.

    Such a row keeps its lineage if it stands in the same place, or is derived and has no place of its own.
    """
    place = _place_of(keys(table, rows), keys(table, before))
    if not len(before):
        never = pa.repeat(pa.scalar(value=False), len(rows))
        return rows.append_column(WAS, place).append_column(SAME, never)
    was = before.take(place)
    same = pc.and_(pc.is_valid(place), same_rows(table, rows, was))
    derived = pa.scalar(any(one.derived for one in deliveries))
    still = pc.and_(same, pc.or_(derived, _same_place(rows, was)))
    for name in LINEAGE:
        lineage = pc.if_else(still, _joined(was.column(name)), _joined(rows.column(name)))
        rows = rows.set_column(rows.schema.get_field_index(name), name, lineage)
    return rows.append_column(WAS, place).append_column(SAME, same)


def _place_of(named: pa.Array, before: pa.Array) -> pa.Array:
    """Where each key stood before; null where it did not."""
    if not len(before):
        return pa.nulls(len(named), pa.int32())
    if named.equals(before):
        return pa.arange(0, len(named), 1).cast(pa.int32())
    return pc.index_in(named, value_set=before)


def _same_place(left: pa.Table, right: pa.Table) -> pa.Array:
    same = pc.fill_null(pc.equal(_joined(left.column("_row")), _joined(right.column("_row"))), fill_value=False)
    for name in ("_system", "_file", "_sheet"):
        one = pc.fill_null(_joined(left.column(name)), "")
        same = pc.and_(same, pc.equal(one, pc.fill_null(_joined(right.column(name)), "")))
    return same


def _joined(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """A column in one piece, as the functions that compare need it."""
    if isinstance(column, pa.Array):
        return column
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)
