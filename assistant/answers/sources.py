"""Down from a number to the rows of the files it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import TABLES
from assistant.facts import LINEAGE, Facts
from assistant.metrics.definition import Metric, Timing
from assistant.result import Key, Result

ID_COLUMNS = ("person_id", "project_id", "budget_id", "service_id", "deal_id", "client_id")
EVENTS_FIRST = ("absences", "bookings", "deals", "expenses", "time_entries")
EVENT_DAY = {"time_entries": "date", "expenses": "date", "holidays": "date"}
STRETCH = {"absences": ("start_date", "end_date"), "bookings": ("start_date", "end_date")}


@dataclass(frozen=True)
class Source:
    """The rows of one table an answer rests on; `rows` are (file, row number) in file order."""

    table: str
    rows: tuple[tuple[str, int], ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The files the rows are in."""
        return tuple(dict.fromkeys(file for file, _ in self.rows))

    def spoken(self) -> str:
        """Where to look: "time_entries.csv rows 12-48, 55"."""
        return "; ".join(f"{file} {_ranges([row for name, row in self.rows if name == file])}" for file in self.files)

    def to_json(self) -> dict[str, object]:
        """The source as `interface.md` writes it, with the rows as ranges."""
        return {
            "table": self.table,
            "rows": len(self.rows),
            "files": list(self.files),
            "where": {file: _ranges([row for name, row in self.rows if name == file]) for file in self.files},
        }


def _ranges(rows: Sequence[int]) -> str:
    """Row numbers as ranges: "rows 2-5, 9"."""
    spans: list[list[int]] = []
    for row in sorted(set(rows)):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    word = "row" if len(spans) == 1 and spans[0][0] == spans[0][1] else "rows"
    return f"{word} " + ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


def sources(result: Result, facts: Facts, key: Key | None = None) -> tuple[Source, ...]:
    """The rows under the whole answer, or under the group `key`, by table."""
    found: dict[str, dict[tuple[str, int], None]] = {}
    for metric in result.metrics:
        slices = _under(result, metric, key)
        for table in metric.reads:
            rows = _matching(metric, table, slices, result, facts)
            places = zip(rows.column("_file").to_pylist(), rows.column("_row").to_pylist(), strict=True)
            found.setdefault(table, {}).update(dict.fromkeys(places))
    order = sorted(found, key=lambda table: (table not in EVENTS_FIRST, table))
    return tuple(Source(table, tuple(sorted(found[table]))) for table in order if found[table])


def source_rows(table: str, result: Result, facts: Facts, key: Key | None = None) -> pa.Table:
    """The rows of one table under the whole answer or the group `key`, with what of them may be shown.

    What was only looked at, or may be released in sums only (a project manager's view of cost), is left away.
    """
    metric = next(one for one in result.metrics if table in one.reads)
    rows = _matching(metric, table, _under(result, metric, key), result, facts)
    in_sums = {one for one, grant in facts.authorised.view.grants.items() if grant.in_sums}
    shown = [name for name in metric.reads[table] if TABLES[table].column(name).sensitivity not in in_sums]
    return rows.select([*LINEAGE, *shown])


def _under(result: Result, metric: Metric, key: Key | None) -> pd.DataFrame:
    slices = result.slices[metric.name]
    for name, part in zip(result.query.by, key or (), strict=False):
        column = slices[f"by_{name}"]
        slices = slices[column.isna() if part is None else column == part]
    return slices


def _matching(metric: Metric, table: str, slices: pd.DataFrame, result: Result, facts: Facts) -> pa.Table:
    """The rows of `table` that share their ids with these slices and lie in the period, with their lineage."""
    rows = facts.of(metric, result.query.period).with_lineage(table)
    for column in ID_COLUMNS:
        if column in rows.column_names and column in slices.columns:
            wanted = pa.array(sorted(set(slices[column].dropna().astype("object"))), pa.string())
            held = rows.column(column)
            rows = rows.filter(pc.or_(pc.is_in(held, value_set=wanted), pc.is_null(held)))
    return rows.filter(_in_period(metric, table, rows, result))


def _in_period(metric: Metric, table: str, rows: pa.Table, result: Result) -> pa.ChunkedArray | pa.Scalar:
    period = result.query.period
    everything = pc.or_kleene(pc.is_null(rows.column("_row")), pc.is_valid(rows.column("_row")))
    first, last = EVENT_DAY.get(table), EVENT_DAY.get(table)
    if table in STRETCH:
        first, last = STRETCH[table]
    if first is None or last is None or first not in rows.column_names or last not in rows.column_names:
        return everything
    until = pc.less_equal(rows.column(first), pa.scalar(period.end))
    if metric.timing is Timing.STATE or period.start is None:
        return pc.fill_null(until, fill_value=True)
    since = pc.greater_equal(rows.column(last), pa.scalar(period.start))
    return pc.fill_null(pc.and_(until, since), fill_value=True)
