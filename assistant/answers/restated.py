"""What changed since an earlier day, as an answer: the move in words, by table, and the rows that are others by now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from assistant.agency.tables import TABLES
from assistant.agency.units import show_day
from assistant.answers.explain import ends, moved_by
from assistant.answers.sources import begun, cell_text, matching
from assistant.answers.wording import Writer, about
from assistant.facts import LINEAGE, Facts, to_pandas
from assistant.metrics.definition import Metric
from assistant.picking import lead
from assistant.restatement import TOGETHER, changed_tables
from assistant.result import Earlier, Explanation, Result

METHOD = (
    "Each table's part is the mean, over the orders in which the tables can have come to their later rows, of what "
    "these did; every state in between was verified like an answer."
)
AS_ONE = "The move is told as a whole: parts by table would tell what somebody earns."

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ChangedRow:
    """One row that is another by now: where it stands, and its cells then and now as far as the asker may see them.

    `place` is the file and row as they are now, of a removed row as they were; `cells` holds what differs, of an
    added or removed row all there is.
    """

    table: str
    how: str
    key: tuple[str, ...]
    place: tuple[str, int]
    cells: Mapping[str, tuple[str, str]]

    def to_json(self) -> dict[str, object]:
        """The row with its old and new cells."""
        was = {name: old for name, (old, _) in self.cells.items() if self.how != ADDED}
        now = {name: new for name, (_, new) in self.cells.items() if self.how != REMOVED}
        file, row = self.place
        return {
            "table": self.table,
            "change": self.how,
            "key": list(self.key),
            "file": file,
            "row": row,
            "was": was,
            "is": now,
        }

    @property
    def spoken(self) -> str:
        """As in "time_entries.csv row 12 changed: hours 6 → 7"."""
        file, row = self.place
        if self.how == CHANGED:
            said = ", ".join(f"{name} {old or '–'} → {new or '–'}" for name, (old, new) in self.cells.items())
        else:
            side = 0 if self.how == REMOVED else 1
            said = ", ".join(f"{name} {cell[side]}" for name, cell in self.cells.items() if cell[side])
        return f"{file} row {row} {self.how}: {said}"


def changed_rows(result: Result, facts: Facts) -> tuple[ChangedRow, ...]:
    """The rows under a number that were added, removed or changed since its earlier state, what moved it most first."""
    earlier = result.earlier
    if earlier is None:
        return ()
    parts = result.explanation.parts if result.explanation else ()
    moved = {one.name.replace(" ", "_"): abs(one.value or Fraction(0)) for one in parts}
    tables = sorted(changed_tables(earlier.facts, facts), key=lambda table: -moved.get(table, Fraction(0)))
    return tuple(one for table in tables for one in _of_table(table, result, facts, earlier))


def _of_table(table: str, result: Result, facts: Facts, earlier: Earlier) -> Iterator[ChangedRow]:
    then, by_now = _Shown.of(table, earlier.result, earlier.facts), _Shown.of(table, result, facts)
    if then is None or by_now is None:
        return
    then, by_now = then.other_than(by_now), by_now.other_than(then)
    was, now = then.by_key, by_now.by_key
    for key in sorted({*then.under, *by_now.under}):
        before, after = was.get(key), now.get(key)
        cells = dict(_differing(table, before or {}, after or {}))
        if cells:
            how = ADDED if before is None else REMOVED if after is None else CHANGED
            row = after or before or {}
            yield ChangedRow(table, how, key, (str(row["_file"]), int(row["_row"])), cells)


def _differing(table: str, before: Row, after: Row) -> Iterator[tuple[str, tuple[str, str]]]:
    kinds = {one.name: one.kind for one in TABLES[table].columns}
    for name in dict.fromkeys([*after, *before]):
        old, new = before.get(name), after.get(name)
        if name not in LINEAGE and old != new:
            yield name, (cell_text(old, kinds.get(name)), cell_text(new, kinds.get(name)))


@dataclass(frozen=True)
class _Shown:
    """The rows of a table as the asker may see them in one state, and which of them lie under the result."""

    table: str
    rows: pa.Table
    keys: tuple[str, ...]
    result: Result
    reading: tuple[Metric, ...]

    @classmethod
    def of(cls, table: str, result: Result, facts: Facts) -> "_Shown | None":
        """With what the number reads of them; None where nothing of the table may be listed row by row."""
        view, keys = facts.authorised.view, TABLES[table].key
        reading = tuple(one for one in result.metrics if table in one.reads)
        read = {*keys, *facts.dimensions.reads.get(table, ()), *(name for one in reading for name in one.reads[table])}
        in_sums = {one for one, grant in view.grants.items() if grant.in_sums}
        shown = [one for one in TABLES[table].columns if one.name in read and one.sensitivity not in in_sums]
        names = [one.name for one in shown]
        if not set(keys) < set(names):
            return None
        return cls(table, view.rows(table, names), keys, result, reading)

    def other_than(self, other: "_Shown") -> "_Shown":
        """The rows that are not the same in another state, wherever they stand in their files."""
        mine, theirs = self._hashes, other._hashes  # noqa: SLF001 - the other state of the same
        return replace(self, rows=self.rows.filter(pa.array(~np.isin(mine, theirs))))

    @property
    def _hashes(self) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
        cells = to_pandas(self.rows.drop_columns(list(LINEAGE)))
        return np.asarray(pd.util.hash_pandas_object(cells, index=False), dtype=np.uint64)

    @property
    def by_key(self) -> dict[tuple[str, ...], Row]:
        """Each row under its key."""
        return {_key(row, self.keys): row for row in self.rows.to_pylist()}

    @property
    def under(self) -> set[tuple[str, ...]]:
        """The keys of those under the result: all that hold by its end, where it only looks things up in the table."""
        period, table = self.result.query.period, self.rows
        columns = to_pandas(table)
        found = [
            table.take(matching(one, self.table, columns, self.result.slices[one.name], period)) for one in self.reading
        ]
        found = found or [table.take(begun(self.table, columns, period))]
        return {_key(row, self.keys) for one in found for row in one.select(list(self.keys)).to_pylist()}


def _key(row: Row, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple("" if row[one] is None else str(row[one]) for one in keys)


def how_it_moved(result: Result) -> tuple[str, ...]:
    """How the parts were found, where a number is compared with what it was known as."""
    made = result.explanation
    if made is None or result.earlier is None or not made.parts:
        return ()
    return (AS_ONE,) if any(one.name == TOGETHER for one in made.parts) else (METHOD,)


def restated(result: Result, made: Explanation, rows: Sequence[ChangedRow], writer: Writer, where: str = "") -> str:
    """What it is and was known as, which tables moved it how far, `where`, and how many of their rows are others."""
    metric, since = result.metrics[lead(result)], result.query.restated
    title = f"{metric.title}{about(result, writer)}"
    if since is None or any(one.value is None for one in made.parts):
        return " ".join(one for one in (f"{title}: what changed it cannot be shown.", where) if one)
    when = f"as known on {writer.label(show_day(since, writer.locale))}"
    by_table = any(one.value for one in made.parts if one.name != TOGETHER)
    moved = moved_by(made, metric, writer) if by_table else ""
    said = (ends(made, metric, when, writer), moved, where, _counted(rows, writer))
    return f"{title}: {' '.join(one for one in said if one)}"


def _counted(rows: Sequence[ChangedRow], writer: Writer) -> str:
    """How many rows came, went and changed."""
    counts = {how: sum(one.how == how for one in rows) for how in (ADDED, CHANGED, REMOVED)}
    said = [
        f"{writer.count(how, number)} {'was' if number == 1 else 'were'} {how}"
        for how, number in counts.items()
        if number
    ]
    if not said:
        return "None of the rows under it that you may see is another by now."
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"Of the rows under it, {listed} since then."
