"""Down from a number to the rows of the files it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from assistant.agency.columns import SCALES, Kind
from assistant.agency.periods import Period
from assistant.agency.tables import TABLES
from assistant.facts import LINEAGE, Facts, to_pandas
from assistant.metrics.definition import Metric, Timing
from assistant.metrics.lookup import numbered, present
from assistant.result import Key, MadeOf, Result

Rows = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True)
class Under:
    """Under which number of an answer to look: its whole, one group, one part of a change; in which of its periods.

    `earlier` means the period compared with.
    """

    key: Key | None = None
    part: str = ""
    earlier: bool = False

    def period(self, result: Result) -> Period:
        """The days of these rows."""
        against = result.query.against
        return against.period if self.earlier and against is not None else result.query.period


WHOLE = Under()


def compares(result: Result) -> bool:
    """Whether there is an earlier period with rows of its own."""
    return result.query.against is not None and bool(result.slices_before) and result.earlier is None


ID_COLUMNS = ("person_id", "project_id", "budget_id", "service_id", "deal_id", "client_id", "invoice_id")
EVENTS_FIRST = ("absences", "bookings", "deals", "expenses", "invoices", "payments", "time_entries")
EVENT_DAY = {
    "time_entries": "date",
    "expenses": "date",
    "holidays": "date",
    "invoices": "issued_on",
    "payments": "paid_on",
}
NEVER_COUNT = {
    "time_entries": ("rejected",),
    "absences": ("rejected",),
    "expenses": ("rejected",),
}
"""Rows that are in no number, by their status."""

COMMITTED = "committed"
"""The status of an expense that is ordered and counts in one metric only."""

IN_FORCE_FROM = {
    "assignments": "valid_from",
    "bill_rates": "valid_from",
    "cost_rates": "valid_from",
    "exchange_rates": "date",
    "working_hours": "valid_from",
}
"""From when a row holds, until another takes its place: one that begins after a period is under no number of it."""

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


def sources(result: Result, facts: Facts, under: Under = WHOLE) -> tuple[Source, ...]:
    """The rows under the whole answer or a part of it, by table."""
    found: dict[str, dict[str, Rows]] = {}
    period = under.period(result)
    for metric in result.metrics:
        slices = _slices(result, metric, under)
        for table in _tables(result, metric, under):
            places = found.setdefault(table, {})
            rows = facts.of(metric, period).with_lineage(table)
            rows = rows.select([name for name in rows.column_names if name in {*_looked_at(table), *LINEAGE}])
            # What a column of the view is in numbers is kept with the view: it is the same for every question.
            columns = to_pandas(rows, facts.authorised.view.once)
            for file, numbers in _by_file(columns, matching(metric, table, columns, slices, period)):
                places[file] = np.union1d(places[file], numbers) if file in places else numbers
    order = sorted(found, key=lambda table: (table not in EVENTS_FIRST, table))
    return tuple(Source(table, dict(sorted(found[table].items()))) for table in order if found[table])


def _by_file(columns: pd.DataFrame, places: Rows) -> Iterator[tuple[str, Rows]]:
    """The row numbers of each file at these places, in order, each once; what stands in no file has none."""
    files, names = numbered(columns["_file"])
    places = places[columns["_row"].notna().to_numpy()[places]]
    numbers, files = columns["_row"].to_numpy(dtype="int64", na_value=0)[places], files[places]
    counts = np.bincount(files + 1, minlength=len(names) + 1)[1:]
    for code in np.flatnonzero(counts).tolist():
        mine = numbers if counts[code] == len(places) else numbers[files == code]
        yield names[code], mine if (np.diff(mine) > 0).all() else np.unique(mine)


def source_rows(table: str, result: Result, facts: Facts, under: Under = WHOLE) -> pa.Table:
    """The rows of one table under the whole answer or a part of it, with what of them may be shown.

    What was only looked at, or may be released in sums only (a project manager's view of cost), is left away.
    """
    metric = next(one for one in result.metrics if table in one.reads)
    period = under.period(result)
    rows = facts.of(metric, period).with_lineage(table)
    columns = to_pandas(rows.select(_looked_at(table, rows.column_names)))
    rows = rows.take(matching(metric, table, columns, _slices(result, metric, under), period))
    in_sums = {one for one, grant in facts.authorised.view.grants.items() if grant.in_sums}
    shown = [name for name in metric.reads[table] if TABLES[table].column(name).sensitivity not in in_sums]
    return rows.select([*LINEAGE, *shown])


def _tables(result: Result, metric: Metric, under: Under) -> Iterator[str]:
    """The tables a metric reads; of a part of its change, those the part is made of."""
    made = _made_of(result, metric, under)
    yield from (table for table in metric.reads if made is None or table in made.tables)


def _made_of(result: Result, metric: Metric, under: Under) -> MadeOf | None:
    """What the part asked about is made of, where it is one of this metric's change."""
    explanation = result.explanation
    if not under.part or explanation is None or explanation.metric != metric.name:
        return None
    return explanation.made_of.get(under.part)


def _slices(result: Result, metric: Metric, under: Under) -> pd.DataFrame:
    made = _made_of(result, metric, under)
    slices = (result.slices_before if under.earlier else result.slices)[metric.name]
    if made is not None and result.explanation is not None and result.explanation.slices is not None:
        slices = _of_part(result.explanation.slices[under.earlier], made, result)
    for name, part in zip(result.query.by, under.key or (), strict=False):
        column = slices[f"by_{name}"]
        slices = slices[column.isna() if part is None else column == part]
    return slices


def _of_part(slices: pd.DataFrame, made: MadeOf, result: Result) -> pd.DataFrame:
    """The slices of the groups that a part is made of."""
    names = ["component", "person_id", *(f"by_{name}" for name in result.query.by)]
    texts = slices.reindex(columns=names).astype("object")
    keys = zip(*(texts[name].where(texts[name].notna(), None) for name in names), strict=True)
    return slices[
        [
            (component, person, tuple(key)) in made.groups or (component, None, tuple(key)) in made.groups
            for component, person, *key in keys
        ]
    ]


def matching(metric: Metric, table: str, columns: pd.DataFrame, slices: pd.DataFrame, period: Period) -> Rows:
    """The places of those rows of `table` that lie in the period and share their ids with these slices."""
    places = _in_period(metric, table, columns, period)
    places = places[_can_count(metric, table, columns)[places]]
    for column in ID_COLUMNS:
        if column in columns and column in slices:
            codes, ids = numbered(columns[column])
            wanted = present(slices[column])
            # The last stands for what has no id, which no id rules out.
            passes = np.array([*(one in wanted for one in ids), True])
            if not passes.all():
                places = places[passes[codes[places]]]
    return places


def _can_count(metric: Metric, table: str, columns: pd.DataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which rows are not ruled out by their status, as far as the metric looks at it."""
    never = NEVER_COUNT.get(table, ())
    if table == "expenses" and COMMITTED not in metric.name:
        never = (*never, COMMITTED)
    if not never or "status" not in metric.reads[table] or "status" not in columns:
        return np.ones(len(columns), dtype=np.bool_)
    return ~columns["status"].isin(never).to_numpy(dtype=np.bool_)


def _days_of(table: str) -> tuple[str, ...]:
    """The columns that tell from when until when a row counts."""
    day = EVENT_DAY.get(table) or IN_FORCE_FROM.get(table)
    return STRETCH.get(table, () if day is None else (day, day))


def _looked_at(table: str, among: Sequence[str] | None = None) -> list[str]:
    """The columns, `among` those there are, by which it is known whether a row is under a number."""
    wanted = dict.fromkeys([*ID_COLUMNS, *_days_of(table), *(("status",) if table in NEVER_COUNT else ())])
    return [name for name in wanted if among is None or name in among]


def begun(table: str, columns: pd.DataFrame, period: Period) -> Rows:
    """The places of the rows that are there by the end of a period, of a table that things are looked up in."""
    day = IN_FORCE_FROM.get(table)
    if day is None or day not in columns:
        return np.arange(len(columns))
    return np.flatnonzero(~(columns[day].to_numpy() > np.datetime64(period.end, "s")))


def _in_period(metric: Metric, table: str, columns: pd.DataFrame, period: Period) -> Rows:
    """The places of the rows that do not lie outside of the period."""
    days = _days_of(table)
    if not days or not set(days) <= set(columns):
        return np.arange(len(columns))
    # No day is neither before nor after any other.
    first, last = (columns[name].to_numpy() for name in days)
    outside = first > np.datetime64(period.end, "s")
    if metric.timing is Timing.FLOW and period.start is not None and table not in IN_FORCE_FROM:
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
