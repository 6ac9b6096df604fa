"""Small agencies written as tables in a docstring, and the reference SQL run over them.

    people         person  start
                   Ana     2025-01-01
    time_entries   person  project  date        hours
                   Ana     Website  2025-03-04  7.5

A table's name at the left margin opens it and heads its columns; the indented lines below are its rows. `-`
is a blank cell, trailing cells may be left away, "quotes" hold spaces. `person` stands for `person_id`,
`start` for `start_date`. Numbers are written as in files (hours, currency units, percent). Columns not
written are filled from `DEFAULTS`, ids of rows from the table and a number (`entry1`), names from the id,
billable hours from hours.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from inspect import cleandoc
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from assistant.agency.tables import SCALES, TABLES, Column, Kind, arrow_schema
from assistant.kept import Kept
from assistant.metrics.reference import ReferenceSQL, load

Cell = str | int | bool | date | datetime | None
Row = dict[str, Cell]
Tables = dict[str, pa.Table]

MONEY = 36_000_000
"""How many of the integers in a slice of money make one of the currency."""
HOUR = 3600
DAY = 1_000_000

_WORD = re.compile(r"\w+")

DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "people": {"employment": "employee"},
    "absences": {"status": "approved"},
    "holidays": {"fraction": "1"},
    "projects": {"kind": "client", "status": "active"},
    "budgets": {"currency": "EUR"},
    "bill_rates": {"currency": "EUR"},
    "cost_rates": {"currency": "EUR"},
    "time_entries": {"status": "approved", "currency": "EUR"},
    "expenses": {"status": "approved", "currency": "EUR"},
    "bookings": {"tentative": "false"},
    "deals": {"status": "open", "currency": "EUR"},
    "change_requests": {"status": "approved"},
    "invoices": {"status": "sent", "kind": "invoice", "currency": "EUR"},
    "payments": {"currency": "EUR"},
    "tasks": {"kind": "task", "status": "open"},
}
NUMBERED = {
    "absences": "absence",
    "time_entries": "entry",
    "expenses": "expense",
    "bookings": "booking",
    "change_requests": "change",
    "payments": "payment",
}
_SHORT = ("{}", "{}_id", "{}_date", "{}_on", "{}_hours")


def agency(notation: str) -> Tables:
    """Every canonical table, typed as inside, holding the rows of the notation; the others are empty."""
    written = dict(_written(cleandoc(notation)))
    return {name: _typed(name, written.get(name, [])) for name in TABLES}


def slices(
    metric: str, tables: Tables, first_day: str, last_day: str, today: str, **settings: object
) -> list[dict[str, Any]]:
    """The slices the reference SQL returns, uncut, by day and entry."""
    asked = (
        _DEFAULT_SETTINGS
        | settings
        | {
            "first_day": date.fromisoformat(first_day),
            "last_day": date.fromisoformat(last_day),
            "today": date.fromisoformat(today),
        }
    )
    place = _PLACES.get(_Place.key(tables, asked), lambda: _Place(tables, asked))
    rows = place.slices(load(metric))
    return sorted(rows, key=lambda row: (row["day"], row.get("entry_id") or ""))


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """The one of this process, with nothing in it."""
    return duckdb.connect()


class _Place:
    """Some tables as one question finds them, and the views made of them so far: each once, whoever names it.

    A metric finds the views it names, by the texts it has of them, and no others.
    """

    def __init__(self, tables: Tables, asked: Mapping[str, object]) -> None:
        self.tables = tables
        # A cursor has temporary tables and views of its own: nobody sees what another was given.
        self.cursor = _database().cursor()
        self.cursor.register("asked", pa.Table.from_pylist([dict(asked)], schema=_ASKED))
        self.handed = set[str]()
        self.made: dict[tuple[str, ...], str] = {}

    @staticmethod
    def key(tables: Tables, asked: Mapping[str, object]) -> tuple[object, ...]:
        """The very same tables, which the place holds, and the same question."""
        return (repr(sorted(asked.items())), *((name, id(table)) for name, table in tables.items()))

    def slices(self, reference: ReferenceSQL) -> list[dict[str, Any]]:
        """The slices of a reference over these tables."""
        named = set(_WORD.findall(" ".join([reference.select, *(sql for _, sql in reference.views)])))
        for name in (named & self.tables.keys()) - self.handed:
            self.cursor.register(name, self.tables[name])
            self.handed.add(name)
        views: dict[str, str] = {}
        for name, sql in reference.views:
            views[name] = self._view(name, sql, views)
        # Rows, not Arrow, which would make floats of the HUGEINT sides of a burn index.
        found = self.cursor.sql(_over(views, reference.select))
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

    def _view(self, name: str, sql: str, before: Mapping[str, str]) -> str:
        """The table that holds a view, made now if nobody made it of the same."""
        stands_on = {one: table for one, table in before.items() if one in set(_WORD.findall(sql))}
        key = (name, sql, *stands_on.values())
        if key not in self.made:
            table = f"made_{len(self.made)}_{name}"
            self.cursor.execute(f"CREATE TEMP TABLE {table} AS {_over(stands_on, sql)}")
            self.made[key] = table
        return self.made[key]


def _over(views: Mapping[str, str], sql: str) -> str:
    """A text in which these views are found by their names."""
    named = ", ".join(f"{name} AS (FROM {table})" for name, table in views.items())
    return f"WITH {named} SELECT * FROM ({sql}\n)" if named else sql  # noqa: S608 - the texts are our own


_PLACES: Kept[_Place] = Kept(12, lambda _: 1, lambda place: place.cursor.close())
"""The last few that were asked: the laws of all metrics look at the same agencies in turn."""


class Witness(Protocol):
    """One of the implementations of the metrics: uncut slices, by day and entry."""

    def __call__(
        self, metric: str, tables: Tables, first_day: str, last_day: str, today: str, **settings: object
    ) -> list[dict[str, Any]]:
        """The slices of one metric."""


@dataclass(frozen=True)
class Measured:
    """The slices of one metric that lie in the period, and sums over them in the unit people speak in."""

    rows: list[dict[str, Any]]
    scale: int

    def total(self, side: str = "numerator", **where: object) -> Fraction:
        """The exact sum of one side over the slices whose ids are those given."""
        kept = [row for row in self.rows if all(row.get(_id(name)) == value for name, value in where.items())]
        return Fraction(sum(row[side] for row in kept), self.scale)

    def by(self, *ids: str, side: str = "numerator") -> dict[Any, Fraction]:
        """Exact sums per id (or tuple of ids), without those that come to nothing."""
        sums: dict[Any, Fraction] = {}
        for row in self.rows:
            key = tuple(_plain(row.get(_id(name))) for name in ids)
            known = key[0] if len(key) == 1 else key
            sums[known] = sums.get(known, Fraction(0)) + Fraction(row[side], self.scale)
        return {key: value for key, value in sums.items() if value}

    def ratio(self) -> Fraction:
        """The ratio of the sums of both sides."""
        return self.total() / self.total("denominator")


@dataclass(frozen=True)
class Asking:
    """Who asks, when, under which settings: `measure` cuts a metric's slices as a question would."""

    tables: Tables
    today: str
    settings: dict[str, object] = field(default_factory=dict)
    witness: "Witness" = field(default=slices)

    def measure(self, metric: str, first_day: str, last_day: str, scale: int = HOUR) -> Measured:
        """The slices with first_day <= day <= last_day."""
        rows = self.witness(metric, self.tables, first_day, last_day, self.today, **self.settings)
        return Measured([row for row in rows if first_day <= row["day"].isoformat() <= last_day], scale)

    def state(self, metric: str, on: str, scale: int = MONEY) -> Measured:
        """The slices with day <= `on`."""
        rows = self.witness(metric, self.tables, on, on, self.today, **self.settings)
        return Measured([row for row in rows if row["day"].isoformat() <= on], scale)


_DEFAULT_SETTINGS: dict[str, object] = {
    "base_currency": "EUR",
    "approval_required": False,
    "fixed_price_recognition": "by_hours",
    "full_time_week": 40 * HOUR,
    "keeps_availability": ["remote work", "remote"],
    "to_date": False,
    "timesheet_threshold": 950_000,
}
_ASKED = pa.schema(
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


def _id(name: str) -> str:
    return name if name in ("day", "category", "currency", "component", "ageing", "job_title") else f"{name}_id"


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _written(text: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    name, head, rows = "", [""], list[dict[str, str]]()
    for line in filter(str.strip, text.splitlines()):
        words = shlex.split(line)
        if line[0].isspace():
            rows.append(dict(zip(head, words, strict=False)))
        elif words[0] in TABLES and len(words) > 1:
            if name:
                yield name, rows
            name, rows = words[0], []
            head = [_column(name, word) for word in words[1:]]
    if name:
        yield name, rows


def _column(table: str, word: str) -> str:
    names = TABLES[table].column_names
    for short in _SHORT:
        if short.format(word) in names:
            return short.format(word)
    raise LookupError(f"{table} has no column {word}; it has {', '.join(names)}.")


def _typed(table: str, rows: list[dict[str, str]]) -> pa.Table:
    filled = [_filled(table, number, row) for number, row in enumerate(rows, start=1)]
    return pa.Table.from_pylist(
        [_parsed_row(table, number, row) for number, row in enumerate(filled, start=2)],
        schema=arrow_schema(table),
    )


def _filled(table: str, number: int, row: dict[str, str]) -> dict[str, str]:
    key = TABLES[table].key[0]
    named = {key: f"{NUMBERED[table]}{number}"} if table in NUMBERED else {}
    if "name" in TABLES[table].column_names and key in row:
        named["name"] = row[key]
    if table == "time_entries" and "hours" in row:
        named["billable_hours"] = row["hours"]
    return {**DEFAULTS.get(table, {}), **named, **row}


def _parsed_row(table: str, number: int, row: dict[str, str]) -> Row:
    cells: Row = {one.name: _parsed(one, row.get(one.name, "-")) for one in TABLES[table].columns}
    return {**cells, "_system": "files", "_file": f"{table}.csv", "_row": number, "_ingest": "1"}


def _parsed(column: Column, text: str) -> Cell:
    if text == "-":
        return None
    if column.kind in SCALES:
        return int((Decimal(text) * SCALES[column.kind]).to_integral_value(ROUND_HALF_UP))
    if column.kind is Kind.DATE:
        return date.fromisoformat(text)
    if column.kind is Kind.TIMESTAMP:
        return datetime.fromisoformat(text)
    return text == "true" if column.kind is Kind.BOOLEAN else text


class AskedOn(Protocol):
    """Asks the agency of a test's docstring on a day, under settings."""

    def __call__(self, today: str, **settings: object) -> Asking: ...
