"""The tables of an agency as plain rows, and what the third hand looks up in them one row at a time.

Hours are Fractions of an hour and money is Fractions of its currency; nothing here is fast.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import Any

import pyarrow as pa

from assistant.agency.tables import SCALES, TABLES

Row = dict[str, Any]

ONE_DAY = timedelta(days=1)
FRIDAY = 4


@dataclass(frozen=True)
class Books:
    """An agency as it stands on `today`, with the settings that say how to count it."""

    tables: Mapping[str, pa.Table]
    today: date
    base_currency: str = "EUR"
    approval_required: bool = False
    fixed_price_recognition: str = "by_hours"
    keeps_availability: tuple[str, ...] = ("remote work", "remote")
    _rows: dict[str, list[Row]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def yesterday(self) -> date:
        """The last day that is past."""
        return self.today - ONE_DAY

    def rows(self, table: str) -> list[Row]:
        """The rows of one table, numbers as people write them: hours, currency units, percent."""
        if table not in self._rows:
            self._rows[table] = [_as_written(table, row) for row in self.tables[table].to_pylist()]
        return self._rows[table]

    @cached_property
    def budgets(self) -> dict[str, Row]:
        """Every budget by its id, with its project's start where it has none of its own."""
        return {row["budget_id"]: row | {"start_date": self._start_of(row)} for row in self.rows("budgets")}

    @cached_property
    def projects(self) -> dict[str, Row]:
        """Every project by its id."""
        return {row["project_id"]: row for row in self.rows("projects")}

    @cached_property
    def services(self) -> dict[str, Row]:
        """Every service by its id."""
        return {row["service_id"]: row for row in self.rows("services")}

    @cached_property
    def people(self) -> dict[str, Row]:
        """Every person by their id."""
        return {row["person_id"]: row for row in self.rows("people")}

    def _start_of(self, budget: Row) -> date | None:
        project = self.projects.get(budget["project_id"], {})
        start: date | None = budget["start_date"] or project.get("start_date")
        return start

    def budget_of(self, row: Row, day: date) -> str | None:
        """Which budget a row belongs to: its own, its service's, or its project's one in force that day."""
        if row.get("budget_id") is not None:
            return str(row["budget_id"])
        if row.get("service_id") in self.services:
            return str(self.services[row["service_id"]]["budget_id"])
        in_force = [
            name
            for name, budget in self.budgets.items()
            if budget["project_id"] == row["project_id"] and in_force_on(budget, day)
        ]
        return in_force[0] if len(in_force) == 1 else None

    def belonging(self, person: str, what: str, day: date) -> str | None:
        """The job title or calendar of someone on a day; a blank in assignments changes nothing."""
        told = {
            row["valid_from"]: row[what]
            for row in self.rows("assignments")
            if row["person_id"] == person and row["valid_from"] <= day and row[what] is not None
        }
        known: str | None = told[max(told)] if told else self.people.get(person, {}).get(what)
        return known


def in_force_on(budget: Row, day: date) -> bool:
    """Whether a budget is in force on a day; without a start, its own or its project's, it always was."""
    start, end = budget["start_date"], budget["end_date"]
    return (start is None or start <= day) and (end is None or day <= end)


def days(first: date, last: date) -> Iterator[date]:
    """Every calendar day from first to last, both included."""
    while first <= last:
        yield first
        first += ONE_DAY


def working_days(first: date, last: date) -> int:
    """How many Mondays to Fridays lie between two days, both included."""
    return sum(1 for day in days(first, last) if day.weekday() <= FRIDAY)


def half_up(value: Fraction, scale: int) -> Fraction:
    """A value rounded half up to 1/scale."""
    return Fraction(floor(value * scale + Fraction(1, 2)), scale)


def floored(value: Fraction, scale: int) -> Fraction:
    """A value cut down to 1/scale."""
    return Fraction(floor(value * scale), scale)


def _as_written(table: str, row: Row) -> Row:
    kinds = {column.name: column.kind for column in TABLES[table].columns}
    return {
        name: Fraction(value, SCALES[kinds[name]])
        if value is not None and name in kinds and kinds[name] in SCALES
        else value
        for name, value in row.items()
    }
