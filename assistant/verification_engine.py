"""The engine of the second calculation: DuckDB, sealed, with the slices it worked out kept for the next question."""

import os
import re
from collections.abc import Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache, lru_cache
from itertools import count
from threading import Thread

import duckdb
import pyarrow as pa

from assistant.errors import MetricError
from assistant.facts import AuthorisedRows
from assistant.kept import Kept
from assistant.metrics.definition import Asked, Kind, Metric
from assistant.metrics.reference import ReferenceSQL, load

MOST_THREADS = 4
"""Rows are divided among as many threads: more than there are processors would only make more parts of them."""

SEALED: Mapping[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "threads": str(min(MOST_THREADS, os.cpu_count() or 1)),
    "lock_configuration": "true",
}
"""The engine sees the rows it is handed: no file, no network, no variable of Python, no disk."""

ASKED = pa.schema(
    {
        "first_day": pa.date32(),
        "last_day": pa.date32(),
        "today": pa.date32(),
        "base_currency": pa.string(),
        "approval_required": pa.bool_(),
        "fixed_price_recognition": pa.string(),
        "full_time_week": pa.int64(),
        "keeps_availability": pa.list_(pa.string()),
        "to_date": pa.bool_(),
        "timesheet_threshold": pa.int64(),
    }
)

IDS = (
    "person_id",
    "project_id",
    "budget_id",
    "service_id",
    "task_id",
    "deal_id",
    "client_id",
    "invoice_id",
    "absence_id",
    "entry_id",
    "category",
    "vendor",
    "job_title",
    "ageing",
)
SIDES = frozenset({"numerator", "denominator"})
WHOLE_NUMBERS = frozenset({"INTEGER", "BIGINT", "HUGEINT"})
MOST_SLICES = 3_000_000
"""How many slices are kept, of all metrics together: some 300 MB."""
A_TABLE = 1_000
"""What a table weighs besides its rows, in rows."""


@dataclass(frozen=True)
class Laid:
    """The slices of one metric as they lie in the engine."""

    table: str
    rows: int
    sides: frozenset[str]


@dataclass(eq=False)
class Engine:
    """A sealed DuckDB, and the slices in it; each metric is worked out in a place of its own."""

    connection: duckdb.DuckDBPyConnection
    kept: Kept[Laid] = field(init=False)
    rolled_up: Kept[Laid] = field(init=False)
    _numbers: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        """What is forgotten is dropped."""
        self.kept = Kept(MOST_SLICES, lambda laid: laid.rows + A_TABLE, self._drop)
        self.rolled_up = Kept(MOST_SLICES, lambda laid: laid.rows + A_TABLE, self._drop)

    @classmethod
    def sealed(cls) -> "Engine":
        """An engine with nothing in it."""
        return cls(duckdb.connect(":memory:", config=dict(SEALED)))

    def begin(self, metric: Metric, rows: AuthorisedRows) -> None:
        """Work the slices out beside what else is done meanwhile, if they are not there yet.

        A fault in it shows when they are asked for: then it is done again.
        """
        if (*rows.key, load(metric.name)) not in self.kept:
            for name in rows.tables:
                rows.table(name)  # What is broken in the data shows here, and not in a thread of its own.
            Thread(target=self._begun, args=(metric, rows)).start()

    def _begun(self, metric: Metric, rows: AuthorisedRows) -> None:
        with suppress(duckdb.Error, MetricError):
            self.slices(metric, rows)

    def slices(self, metric: Metric, rows: AuthorisedRows) -> "Slices":
        """The metric's slices, worked out once for the same data, eyes and question."""
        reference = load(metric.name)
        key = (*rows.key, reference)
        return Slices(self, metric, key, self.kept.get(key, lambda: self._lay(metric, rows, reference)))

    def roll_up(self, laid: Laid, columns: Sequence[str]) -> Laid:
        """The same slices, those added up that are alike in these columns."""
        name = f"slices_{next(self._numbers)}"
        with self.connection.cursor() as cursor:
            sums = ", ".join(f"sum({side}) AS {side}" for side in sorted(SIDES) if side in laid.sides)
            kept = "".join(f"{one}, " for one in columns)
            cursor.execute(f"CREATE TABLE rows_of_{name} AS SELECT {kept}{sums} FROM {laid.table} GROUP BY ALL")
            cursor.execute(f"CREATE VIEW {name} AS FROM rows_of_{name}")
            (counted,) = cursor.execute(f"SELECT count(*) FROM rows_of_{name}").fetchall()
        return Laid(name, int(counted[0]), laid.sides)

    def _lay(self, metric: Metric, rows: AuthorisedRows, reference: ReferenceSQL) -> Laid:
        name = f"slices_{next(self._numbers)}"
        # A cursor has temporary tables of its own: no metric sees what another was given.
        with self.connection.cursor() as cursor:
            hand_over(cursor, rows)
            cursor.execute(f"CREATE TABLE rows_of_{name} AS {laid_out(cursor, reference)}")
            described = cursor.execute(f"DESCRIBE rows_of_{name}").fetchall()
            columns = {str(row[0]): str(row[1]) for row in described}
            try:
                _are_slices(metric, columns)
            except MetricError:
                cursor.execute(f"DROP TABLE rows_of_{name}")
                raise
            blank = "".join(f", NULL::VARCHAR AS {one}" for one in IDS if one not in columns)
            cursor.execute(f"CREATE VIEW {name} AS SELECT *{blank} FROM rows_of_{name}")
            (counted,) = cursor.execute(f"SELECT count(*) FROM rows_of_{name}").fetchall()
        return Laid(name, int(counted[0]), SIDES & columns.keys())

    def _drop(self, laid: Laid) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(f"DROP VIEW {laid.table}")
            cursor.execute(f"DROP TABLE rows_of_{laid.table}")


@dataclass(frozen=True)
class Slices:
    """The slices of one metric as a question finds them: a view in which every id exists."""

    engine: Engine
    metric: Metric
    key: tuple[Hashable, ...]
    laid: Laid

    @property
    def table(self) -> str:
        """The name of the view."""
        return self.laid.table

    def rolled_up(self, columns: frozenset[str]) -> str:
        """The name of a view of what is needed of them, kept for the next question that looks at the same columns."""
        ordered = sorted(columns)
        key = (*self.key, *ordered)
        return self.engine.rolled_up.get(key, lambda: self.engine.roll_up(self.laid, ordered)).table


@cache
def engine() -> Engine:
    """The engine of this process."""
    return Engine.sealed()


def hand_over(connection: duckdb.DuckDBPyConnection, rows: AuthorisedRows) -> None:
    """The rows and columns the metric declares to read, and no other."""
    for name in rows.tables:
        connection.register(name, rows.table(name))
    connection.register("asked", asked_row(rows.asked))


def asked_row(asked: Asked) -> pa.Table:
    """What the reference SQL may know of the question, as a table of one row."""
    row = {**asdict(asked), "keeps_availability": list(asked.keeps_availability)}
    return pa.Table.from_pylist([row], schema=ASKED)


def laid_out(connection: duckdb.DuckDBPyConnection, reference: ReferenceSQL) -> str:
    """What selects the slices of a reference, once the views named more than once are worked out, as tables.

    The others stand where they are named, so that nothing is looked through before it is needed. What each entry is
    called is left out: nothing is asked about by it, and it would need room.
    """
    first, select = _statements(reference)
    for one in first:
        connection.execute(one)
    return select


@lru_cache(256)
def _statements(reference: ReferenceSQL) -> tuple[tuple[str, ...], str]:
    """What makes the tables, in order, and the text that selects."""
    texts = [*(text for _, text in reference.views), reference.select]
    first: list[str] = []
    within: dict[str, str] = {}
    for name, text in reference.views:
        named = sum(len(re.findall(rf"\b(?:FROM|JOIN)\s+{name}\b", one)) for one in texts)
        if named > 1:
            first.append(f"CREATE TEMP TABLE {name} AS {_with(within, text)}")
        else:
            within[name] = text
    select = "SELECT COLUMNS(lambda name: name <> 'entry_id') FROM reference"
    return tuple(first), _with({**within, "reference": reference.select}, select)


def _with(views: Mapping[str, str], text: str) -> str:
    """The text with those of the views it names, and those they name, before it."""
    named: set[str] = set()
    left = [text]
    while left:
        words = set(re.findall(r"\w+", left.pop()))
        more = (words & views.keys()) - named
        named |= more
        left += [views[one] for one in more]
    before = [f"{name} AS NOT MATERIALIZED ({one}\n)" for name, one in views.items() if name in named]
    return f"WITH {', '.join(before)}\nSELECT * FROM ({text}\n)" if before else text


def _are_slices(metric: Metric, columns: Mapping[str, str]) -> None:
    """Whether days are days and what is counted are whole numbers, of all the sides the metric has."""
    needed = {"day", "numerator"} | (set() if metric.kind is Kind.SUM else {"denominator"})
    needed |= {"currency"} if metric.is_money else set()
    wrong = sorted(needed - columns.keys()) + [
        f"{name} ({columns[name]})"
        for name in ("numerator", "denominator")
        if columns.get(name, "BIGINT") not in WHOLE_NUMBERS
    ]
    if wrong:
        raise MetricError(
            f"The reference SQL of {metric.name} returns no slices: {', '.join(wrong)} is missing or no "
            "whole number. Return day, ids, currency for money, and BIGINT numerator and denominator."
        )
