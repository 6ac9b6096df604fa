"""From an authorised query to facts: only the rows and columns its metrics and dimensions declare to read."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.periods import Period
from assistant.excerpts import Excerpts, found_in_notes
from assistant.kept import Kept
from assistant.metrics.definition import Asked, Metric
from assistant.metrics.dimensions import DIMENSIONS, Dimension
from assistant.metrics.reference import load
from assistant.outcome import NoData

if TYPE_CHECKING:
    from assistant.permissions.authorise import AuthorisedQuery
    from assistant.permissions.view import View
    from assistant.query import Query

# Names are few and short: as objects of Python pandas takes a fifth less time over an answer than as Arrow's.
pd.set_option("mode.string_storage", "python")

LINEAGE = ("_file", "_row")

FEW = 8
"""Of how many metrics it is kept for each view what is worked out of small tables: of those asked about last."""

# What the shells read to tell which budgets are open, and to find the project of a slice that names only a budget.
MILLION = 1_000_000

OPEN_ITEMS = {
    "budgets": ("budget_id", "project_id", "start_date", "end_date", "delivered_on"),
    "projects": ("project_id", "status", "start_date"),
}
EXCHANGE_RATES = {"exchange_rates": ("date", "currency", "rate")}


@dataclass(frozen=True)
class AuthorisedRows:
    """Authorised rows by table, as Arrow (for DuckDB) and as pandas, each conversion made once.

    `reads` names the columns delivered; asking for a table not named there is a fault, not an empty table.
    """

    view: "View"
    reads: Mapping[str, tuple[str, ...]]
    asked: Asked
    looks_at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    worked_out: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    frames: dict[str, pd.DataFrame] = field(default_factory=dict, compare=False, repr=False)
    metric: Metric | None = None
    """What the rows are for; None for the tables the shells join."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables delivered."""
        return tuple(dict.fromkeys([*self.reads, *self.looks_at]))

    def columns(self, name: str) -> tuple[str, ...]:
        """The columns delivered of one table."""
        return tuple(dict.fromkeys([*self.reads.get(name, ()), *self.looks_at.get(name, ())]))

    def table(self, name: str) -> pa.Table:
        """The rows of one table with the columns declared, without lineage; text may be coded (`View.counted`)."""
        return self.view.counted(name, self.columns(name), looking_at=self.looks_at.get(name, ()))

    def with_lineage(self, name: str) -> pa.Table:
        """The same rows with the file and row each came from."""
        return self.view.counted(name, (*self.columns(name), *LINEAGE), looking_at=self.looks_at.get(name, ()))

    def frame(self, table: str) -> pd.DataFrame:
        """The same rows in pandas: dates datetime64[s], strings categoricals, numbers int64 (Int64 if unknown).

        What no two rows share (`ONE_EACH`) is plain text: a list of its values would be as long as the column.
        """
        if table not in self.frames:
            self.frames[table] = to_pandas(self.table(table), self.view.once)
        return self.frames[table]

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What slices made of these rows depend on: the data, the eyes that see it, and what is asked."""
        return (self.view.cache_key, self.metric.name if self.metric else "", self.asked)


@dataclass(frozen=True)
class Facts:
    """All that the calculation and its verification may look at."""

    authorised: "AuthorisedQuery"
    today: date

    def of(self, metric: Metric, period: Period) -> AuthorisedRows:
        """The rows one metric reads, and what is asked of it.

        A metric whose slices are the same whatever days are asked about is told of no days but today.
        """
        asked = self.asked(period)
        if metric.looks_back:
            asked = replace(asked, first_day=asked.last_day - timedelta(days=metric.looks_back))
        if not load(metric.name).depends_on_days:
            asked = replace(asked, first_day=self.today, last_day=self.today, to_date=False)
        return AuthorisedRows(
            self.authorised.view, metric.reads, asked, metric.looks_at, self._worked_out(metric, asked), metric=metric
        )

    def _worked_out(self, metric: Metric, asked: Asked) -> dict[Hashable, Any]:
        """What was worked out of the same rows for the same eyes so far, which hangs on no days that are asked about.

        A view that is narrowed to some money keeps what it made where the whole one does: their eyes tell them apart.
        """
        view = self.authorised.view
        whenever = replace(asked, first_day=asked.today, last_day=asked.today, to_date=False)
        last: Kept[dict[Hashable, Any]] = view.once(("worked out",), lambda: Kept(FEW, lambda _: 1))
        return last.get((view.cache_key, metric.name, whenever), dict)

    def asked(self, period: Period) -> Asked:
        """What the definitions may know of the question and the settings."""
        view = self.authorised.view
        settings = view.settings
        return Asked(
            first_day=period.start or period.end,
            last_day=period.end,
            today=self.today,
            base_currency=settings.base_currency,
            approval_required=settings.approval_required,
            fixed_price_recognition=settings.fixed_price_recognition,
            full_time_week=settings.full_time_week_seconds,
            keeps_availability=tuple(settings.absence.keeps_availability),
            to_date=period.start is None,
            timesheet_threshold=round(settings.timesheet_threshold * MILLION),
        )

    @cached_property
    def excerpts(self) -> Excerpts:
        """What the visible notes say of what is asked about them, if anything is."""
        return found_in_notes(self.authorised.query, self.authorised.view, self.today)

    @cached_property
    def dimensions(self) -> AuthorisedRows:
        """The tables the shells join to filter, group and convert."""
        query = self.authorised.query
        used = [DIMENSIONS[name] for name in sorted(set(fields_of(query)))]
        reads = merged([*(one.reads for one in used), OPEN_ITEMS, EXCHANGE_RATES])
        return AuthorisedRows(self.authorised.view, reads, self.asked(query.period))


def gather(authorised: "AuthorisedQuery", today: date) -> Facts | NoData:
    """Lay out the facts of a query, or say which file is missing; rows are read when first looked at."""
    facts = Facts(authorised, authorised.query.asked_on(today))
    for metric in authorised.metrics:
        for need in metric.needs:
            rows = facts.of(metric, authorised.query.period)
            if not any(_is_there(one, rows) for one in need.split(" or ")):
                return NoData(missing(metric, need.split(" or ")[0], rows))
    return facts


def _is_there(need: str, rows: AuthorisedRows) -> bool:
    """Whether a table has rows, a column ("time_entries.cost_rate") a value, or this one ("budgets.type=fixed")."""
    table, _, rest = need.partition(".")
    column, _, value = rest.partition("=")
    found = rows.table(table)
    if value:
        return bool(pc.any(pc.equal(found.column(column), value)).as_py())
    blank = found.column(column).null_count if column else 0
    return bool(found.num_rows > blank)


def missing(metric: Metric, need: str, rows: AuthorisedRows) -> str:
    """What to say where a metric has nothing to count: the file or the column, and the next step."""
    table, _, column = need.partition(".")
    if column and rows.table(table).num_rows:
        return (
            f"{metric.title} needs {column} in {table}, and there is none among what you may see. "
            f"Fill it in in {table}.csv and run: reckon ingest"
        )
    return (
        f"{metric.title} needs {table}, and there is nothing of it among what you may see. "
        f"Add {table}.csv to the folder and run: reckon ingest"
    )


def merged(reads: list[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """The union of several declarations of what is read."""
    together: dict[str, dict[str, None]] = {}
    for one in reads:
        for table, columns in one.items():
            together.setdefault(table, {}).update(dict.fromkeys(columns))
    return {table: tuple(columns) for table, columns in together.items()}


def dimensions_used(authorised: "AuthorisedQuery") -> tuple[Dimension, ...]:
    """The dimensions a query breaks down or filters by, each once, breakdowns first."""
    return tuple(DIMENSIONS[name] for name in dict.fromkeys(fields_of(authorised.query)))


def fields_of(query: "Query") -> Iterator[str]:
    """Every dimension a query breaks down or filters by, and those by which the ones it is about are found."""
    yield from (*query.by, *(one.field for one in query.where))
    for condition in query.conditions:
        yield condition.field
        yield from (one.field for some in condition.some for one in some.where)


Once = Callable[[object, Callable[[], Any]], Any]

EACH_ITS_OWN = pd.StringDtype("pyarrow", na_value=np.nan)
"""Text of which there is as much as there are rows."""


def to_pandas(table: pa.Table, once: Once = lambda _, make: make()) -> pd.DataFrame:
    """An Arrow table as pandas without losing exactness: no integer ever becomes a float.

    `once` keeps what was made of a column for the next who asks for it.
    """
    makes = {name: ONE_EACH.get(name, _series) for name in table.column_names}
    # By the columns' own memory: what is made of them is kept beside them, so the places stay their own.
    keys = {name: ("series", make, *_place(table.column(name))) for name, make in makes.items()}
    kept: tuple[pa.Table, pd.DataFrame] = once(("frame", *keys.items()), lambda: (table, _frame(table, keys, once)))
    return kept[1].copy(deep=False)


def _place(column: pa.ChunkedArray) -> tuple[Hashable, ...]:
    """Which memory a column is, and of what."""
    chunks = ((chunk.offset, len(chunk), *(one.address for one in chunk.buffers() if one)) for chunk in column.chunks)
    return (str(column.type), *chunks)


def _frame(table: pa.Table, keys: Mapping[str, tuple[Any, ...]], once: Once) -> pd.DataFrame:
    return pd.DataFrame(
        {name: _series_once(table.column(name), key, once) for name, key in keys.items()}, index=None, copy=False
    )


def _series_once(column: pa.ChunkedArray, key: tuple[Any, ...], once: Once) -> "pd.Series[Any]":
    kept: tuple[pa.ChunkedArray, pd.Series[Any]] = once(key, lambda: (column, key[1](column)))
    return kept[1]


def _text(column: pa.ChunkedArray) -> "pd.Series[Any]":
    return pd.Series(pd.array(column.cast(pa.large_string()), dtype=EACH_ITS_OWN))


def _series(column: pa.ChunkedArray) -> "pd.Series[Any]":
    if pa.types.is_date(column.type) or pa.types.is_timestamp(column.type):
        unit = "s" if pa.types.is_date(column.type) else "us"
        column = pc.cast(column, pa.timestamp(unit))
    elif pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = pc.dictionary_encode(column)
    unknown = {pa.bool_(): pd.BooleanDtype()} | ({pa.int64(): pd.Int64Dtype()} if column.null_count else {})
    return pd.Series(column.to_pandas(types_mapper=unknown.get))


ONE_EACH: Mapping[str, Callable[[pa.ChunkedArray], "pd.Series[Any]"]] = {"entry_id": _text}
"""Columns whose every value is another one, and how they are made."""
