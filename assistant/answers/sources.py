"""Down from a number to the rows of the files it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from assistant.agency.columns import SCALES, Kind
from assistant.agency.periods import Period
from assistant.agency.tables import TABLES
from assistant.facts import LINEAGE, Facts, to_pandas
from assistant.metrics.definition import Metric, Timing
from assistant.metrics.lookup import numbered, present
from assistant.result import Key, Result

Rows = np.ndarray[tuple[int], np.dtype[np.int64]]

ID_COLUMNS = ("person_id", "project_id", "budget_id", "service_id", "deal_id", "client_id", "invoice_id")
EVENTS_FIRST = ("absences", "bookings", "deals", "expenses", "invoices", "payments", "time_entries")
EVENT_DAY = {
    "time_entries": "date",
    "expenses": "date",
    "holidays": "date",
    "invoices": "issued_on",
    "payments": "paid_on",
}
STRETCH = {"absences": ("start_date", "end_date"), "bookings": ("start_date", "end_date")}


@dataclass(frozen=True, eq=False)
class Source:
    """The rows of one table an answer rests on: for each file, in order of names, its row numbers in order."""

    table: str
    places: Mapping[str, Rows]

    def __len__(self) -> int:
        """How many rows."""
        return sum(len(rows) for rows in self.places.values())

    @property
    def files(self) -> tuple[str, ...]:
        """The files the rows are in."""
        return tuple(self.places)

    def spoken(self) -> str:
        """Where to look: "time_entries.csv rows 12-48, 55"."""
        return "; ".join(f"{file} {_ranges(rows)}" for file, rows in self.places.items())

    def to_json(self) -> dict[str, object]:
        """The source as `interface.md` writes it, with the rows as ranges."""
        return {
            "table": self.table,
            "rows": len(self),
            "files": list(self.files),
            "where": {file: _ranges(rows) for file, rows in self.places.items()},
        }


def _ranges(rows: Rows) -> str:
    """Row numbers as ranges: "rows 2-5, 9"."""
    breaks = np.flatnonzero(np.diff(rows) != 1)
    firsts, lasts = rows[np.append(0, breaks + 1)].tolist(), rows[np.append(breaks, len(rows) - 1)].tolist()
    word = "row" if len(rows) == 1 else "rows"
    return f"{word} " + ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(firsts, lasts, strict=True))


def sources(result: Result, facts: Facts, key: Key | None = None) -> tuple[Source, ...]:
    """The rows under the whole answer, or under the group `key`, by table."""
    found: dict[str, dict[str, Rows]] = {}
    for metric in result.metrics:
        slices = _under(result, metric, key)
        for table in metric.reads:
            places = found.setdefault(table, {})
            rows = facts.of(metric, result.query.period).with_lineage(table)
            rows = rows.select([name for name in rows.column_names if name in {*_looked_at(table), *LINEAGE}])
            # What a column of the view is in numbers is kept with the view: it is the same for every question.
            columns = to_pandas(rows, facts.authorised.view.once)
            for file, numbers in _by_file(columns, matching(metric, table, columns, slices, result.query.period)):
                places[file] = np.union1d(places[file], numbers) if file in places else numbers
    order = sorted(found, key=lambda table: (table not in EVENTS_FIRST, table))
    return tuple(Source(table, dict(sorted(found[table].items()))) for table in order if found[table])


def _by_file(columns: pd.DataFrame, places: Rows) -> Iterator[tuple[str, Rows]]:
    """The row numbers of each file at these places, in order, each once."""
    files, names = numbered(columns["_file"])
    numbers, files = columns["_row"].to_numpy(dtype="int64")[places], files[places]
    counts = np.bincount(files + 1, minlength=len(names) + 1)[1:]
    for code in np.flatnonzero(counts).tolist():
        mine = numbers if counts[code] == len(places) else numbers[files == code]
        yield names[code], mine if (np.diff(mine) > 0).all() else np.unique(mine)


def source_rows(table: str, result: Result, facts: Facts, key: Key | None = None) -> pa.Table:
    """The rows of one table under the whole answer or the group `key`, with what of them may be shown.

    What was only looked at, or may be released in sums only (a project manager's view of cost), is left away.
    """
    metric = next(one for one in result.metrics if table in one.reads)
    rows = facts.of(metric, result.query.period).with_lineage(table)
    columns = to_pandas(rows.select(_looked_at(table, rows.column_names)))
    rows = rows.take(matching(metric, table, columns, _under(result, metric, key), result.query.period))
    in_sums = {one for one, grant in facts.authorised.view.grants.items() if grant.in_sums}
    shown = [name for name in metric.reads[table] if TABLES[table].column(name).sensitivity not in in_sums]
    return rows.select([*LINEAGE, *shown])


def _under(result: Result, metric: Metric, key: Key | None) -> pd.DataFrame:
    slices = result.slices[metric.name]
    for name, part in zip(result.query.by, key or (), strict=False):
        column = slices[f"by_{name}"]
        slices = slices[column.isna() if part is None else column == part]
    return slices


def matching(metric: Metric, table: str, columns: pd.DataFrame, slices: pd.DataFrame, period: Period) -> Rows:
    """The places of those rows of `table` that lie in the period and share their ids with these slices."""
    places = _in_period(metric, table, columns, period)
    for column in ID_COLUMNS:
        if column in columns and column in slices:
            codes, ids = numbered(columns[column])
            wanted = present(slices[column])
            # The last stands for what has no id, which no id rules out.
            passes = np.array([*(one in wanted for one in ids), True])
            if not passes.all():
                places = places[passes[codes[places]]]
    return places


def _days_of(table: str) -> tuple[str, ...]:
    """The columns that tell from when until when a row counts."""
    return STRETCH.get(table, (EVENT_DAY[table],) * 2 if table in EVENT_DAY else ())


def _looked_at(table: str, among: Sequence[str] | None = None) -> list[str]:
    """The columns, `among` those there are, by which it is known whether a row is under a number."""
    wanted = dict.fromkeys([*ID_COLUMNS, *_days_of(table)])
    return [name for name in wanted if among is None or name in among]


def _in_period(metric: Metric, table: str, columns: pd.DataFrame, period: Period) -> Rows:
    """The places of the rows that do not lie outside of the period."""
    days = _days_of(table)
    if not days or not set(days) <= set(columns):
        return np.arange(len(columns))
    # No day is neither before nor after any other.
    first, last = (columns[name].to_numpy() for name in days)
    outside = first > np.datetime64(period.end, "s")
    if metric.timing is Timing.FLOW and period.start is not None:
        outside |= last < np.datetime64(period.start, "s")
    return np.flatnonzero(~outside)


def cell_text(value: object, kind: Kind | None) -> str:
    """A cell as it stands in a file: hours and money as decimals, nothing where nothing is known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and kind in SCALES:
        return f"{(Decimal(value) / SCALES[kind]).normalize():f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
