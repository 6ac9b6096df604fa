"""To whom a row belongs: for every table, the person, project and client of each row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc


class Stored(Protocol):
    """The stored tables, column by column: text is plain text, every canonical table exists."""

    @property
    def version(self) -> str:
        """Another one whenever the data is another."""

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column of one table, lineage included."""

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """The same column to count with: its text may come as codes of the distinct values that are in it."""

    def count(self, table: str) -> int:
        """How many rows a table has."""

    def fingerprint(self, table: str) -> str:
        """Equal for equal content of a table."""

    def quarantine(self) -> pa.Table:
        """The rows that could not be loaded: table, file, row, column and reason first of all."""


@dataclass(frozen=True)
class Step:
    """One way to find an owner: the column that names it, or a column that leads to a row that does."""

    column: str
    through: tuple[str, ...] = ()
    """The tables to go through, each by its own key, to the same kind of owner."""


@dataclass(frozen=True)
class Belonging:
    """How the rows of a table are owned; the first step that finds an owner decides."""

    person: tuple[Step, ...] = ()
    project: tuple[Step, ...] = ()
    client: tuple[Step, ...] = ()


_PERSON = Belonging(person=(Step("person_id"),))
_PROJECT = Belonging(project=(Step("project_id"),))

BELONGING: Mapping[str, Belonging] = {
    "people": _PERSON,
    "working_hours": _PERSON,
    "absences": _PERSON,
    "assignments": _PERSON,
    "leave_allowances": _PERSON,
    "cost_rates": _PERSON,
    "users": _PERSON,
    "clients": Belonging(client=(Step("client_id"),)),
    "projects": _PROJECT,
    "budgets": _PROJECT,
    "services": Belonging(project=(Step("budget_id", ("budgets",)),)),
    "time_entries": Belonging(person=(Step("person_id"),), project=(Step("project_id"),)),
    "bookings": Belonging(
        person=(Step("person_id"),),
        project=(Step("project_id"), Step("budget_id", ("budgets",))),
        client=(Step("deal_id", ("deals",)),),
    ),
    "expenses": _PROJECT,
    "tasks": _PROJECT,
    "change_requests": _PROJECT,
    "invoices": Belonging(project=(Step("project_id"), Step("budget_id", ("budgets",))), client=(Step("client_id"),)),
    "payments": Belonging(project=(Step("invoice_id", ("invoices",)),), client=(Step("invoice_id", ("invoices",)),)),
    "deals": Belonging(client=(Step("client_id"),)),
    "deal_roles": Belonging(client=(Step("deal_id", ("deals",)),)),
    "bill_rates": Belonging(person=(Step("person_id"),), project=(Step("project_id"),)),
    "notes": Belonging(project=(Step("project_id"),), client=(Step("client_id"),)),
    "holidays": Belonging(),
    "targets": Belonging(),
    "exchange_rates": Belonging(),
}
"""Holidays go by calendar, targets by their scope, exchange rates to everyone: `reach.py` knows these."""

KEYS = {"budgets": "budget_id", "invoices": "invoice_id", "deals": "deal_id"}


def owners(stored: Stored, table: str, kind: str) -> pa.ChunkedArray | pa.Array:
    """The id of the `person`, `project` or `client` each row belongs to; null where it names none."""
    found: pa.ChunkedArray | pa.Array = pa.nulls(stored.count(table), pa.string())
    for step in getattr(BELONGING[table], kind):
        found = pc.coalesce(found, _follow(stored, table, step, kind))
    return found


def _follow(stored: Stored, start: str, step: Step, kind: str) -> pa.ChunkedArray:
    ids = stored.column(start, step.column)
    for table in step.through:
        ids = look_up(ids, stored.column(table, KEYS[table]), owners(stored, table, kind))
    return ids


def look_up(
    ids: pa.ChunkedArray | pa.Array,
    keys: pa.ChunkedArray | pa.Array,
    values: pa.ChunkedArray | pa.Array,
) -> pa.ChunkedArray | pa.Array:
    """For each id the value beside its key; null for an id that is no key."""
    if len(keys) == 0:
        return pa.nulls(len(ids), values.type)
    return pc.take(_whole(values), pc.index_in(ids, value_set=_whole(keys), skip_nulls=True))


def _whole(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
