"""Two agencies that look the same to one asker: what the asker may see is equal, everything else is not.

What is visible is decided here a second time, row by row and straight from the table of who may see what, so that
a mistake of the view's own predicates cannot hide itself.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

import pyarrow as pa

from assistant.agency.columns import Column, Kind, Sensitivity
from assistant.agency.tables import TABLES, arrow_schema
from assistant.permissions.reach import Viewer
from tests.agency_notation import Tables

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]

CANARY = "Canary"
"""In every hidden text that is changed; it must never come out."""

KEEPS = ("remote work", "remote")
OUTLINE = {
    "deals": {
        *("deal_id", "name", "status", "probability"),
        *("expected_close", "start_date", "end_date", "closed_on", "created_on"),
    },
    "deal_roles": {"deal_id", "job_title", "hours"},
}
BEHIND_NAMES = {
    "people": {"person_id", "name", "job_title", "calendar", "start_date", "end_date"},
    "working_hours": set(TABLES["working_hours"].column_names),
    "absences": set(TABLES["absences"].column_names) - {"category"},
    "assignments": {"person_id", "valid_from", "job_title", "calendar"},
    "holidays": {"calendar", "date", "fraction"},
}
"""What an account manager's forecast looks at, of the people on own work."""
NAMES = {"people": {"person_id", "name"}}


@dataclass(frozen=True)
class Oracle:
    """Whether `viewer` may see a cell, by the words of the table: slow, and plain."""

    viewer: Viewer
    rows: Rows
    behind_names: bool = True
    """Whether what a forecast looks at behind the names counts as seen, for it changes the answer."""
    _found: dict[str, Any] = field(default_factory=dict)

    def exists(self, table: str, row: Row) -> bool:
        """Whether the row is there at all for the viewer."""
        if table == "absences" and not self.sees_class(table, row, "category", Sensitivity.HR):
            is_away = str(row["category"] or "").strip().lower() not in KEEPS
            return is_away and self.sees(table, row, "absence_id")
        return self.sees(table, row, TABLES[table].key[0])

    def sees(self, table: str, row: Row, column: str) -> bool:
        """Whether the viewer may see one cell."""
        return self.sees_class(table, row, column, TABLES[table].column(column).sensitivity)

    def sees_class(self, table: str, row: Row, column: str, kind: Sensitivity) -> bool:
        """Whether the viewer may see a cell of this class."""
        role = self.viewer.role
        if role == "admin":
            return True
        if role == "finance":
            return kind is not Sensitivity.HR
        if role == "coordinator":
            return kind in (Sensitivity.DELIVERY, Sensitivity.TIME, Sensitivity.PEOPLE)
        if role == "member":
            return self._member_sees(table, row, kind)
        return self._manager_sees(table, row, column, kind)

    def _member_sees(self, table: str, row: Row, kind: Sensitivity) -> bool:
        if kind is Sensitivity.DELIVERY:
            return self._is_own_work(table, row)
        if kind in (Sensitivity.TIME, Sensitivity.PEOPLE, Sensitivity.HR):
            return self._is_in_person(table, row, {self.viewer.person_id})
        return False

    def _manager_sees(self, table: str, row: Row, column: str, kind: Sensitivity) -> bool:
        manages_projects = self.viewer.role == "project_manager"
        if kind is Sensitivity.HR:
            return False
        if kind is Sensitivity.PEOPLE:
            names = BEHIND_NAMES if self.behind_names else NAMES
            is_named = column in names.get(table, ()) and self._is_in_person(table, row, self.people)
            return manages_projects or is_named
        if kind in (Sensitivity.DELIVERY, Sensitivity.TIME):
            return manages_projects or self._is_own_work(table, row)
        if kind is Sensitivity.SALES:
            return (manages_projects and column in OUTLINE[table]) or self._is_own_deal(row["deal_id"])
        if kind is Sensitivity.COST and not manages_projects:
            return False
        return row["person_id"] in self.people if table == "cost_rates" else self._is_own_work(table, row)

    def _is_own_work(self, table: str, row: Row) -> bool:
        if table in ("exchange_rates", "targets"):
            return table == "exchange_rates" or row["scope"].replace(": ", ":").lower() in self._own_scopes
        if table == "bill_rates":
            of_no_project = row["project_id"] is None
            return row["project_id"] in self.projects or (of_no_project and row["person_id"] in {None, *self.people})
        if table == "payments":
            return self._is_own_work("invoices", self._by("invoices", row["invoice_id"]))
        project = self._project(table, row)
        if table in ("clients", "invoices") and project is None:
            return row["client_id"] in (self.clients if table == "clients" else self._whole_clients)
        return project in self.projects

    def _project(self, table: str, row: Row) -> str | None:
        project: str | None = row.get("project_id")
        if table in ("services", "invoices", "bookings") and project is None and row.get("budget_id"):
            project = self._by("budgets", row["budget_id"])["project_id"]
        return project

    def _is_own_deal(self, deal_id: str) -> bool:
        deal = self._by("deals", deal_id)
        if deal["client_id"] is None:
            return bool(deal["owner"] == self.viewer.email)
        return deal["client_id"] in self.clients

    def _is_in_person(self, table: str, row: Row, people: "set[str | None]") -> bool:
        if table == "holidays":
            lives = [*self.rows["people"], *self.rows["assignments"]]
            return row["calendar"] in {one["calendar"] for one in lives if one["person_id"] in people}
        if table == "users" and row["email"] == self.viewer.email:
            return True
        return row["person_id"] is not None and row["person_id"] in people

    @cached_property
    def projects(self) -> "set[str | None]":
        """The ids of one's own projects: managed, of managed clients, or worked on."""
        if self.viewer.role == "member":
            work = (*self.rows["time_entries"], *self.rows["bookings"])
            return {row["project_id"] for row in work if row["person_id"] == self.viewer.person_id}
        if self.viewer.role == "account_manager":
            return {row["project_id"] for row in self.rows["projects"] if row["client_id"] in self.clients}
        me = self.viewer.email
        return {row["project_id"] for row in self.rows["projects"] if row["project_manager"] == me}

    @cached_property
    def clients(self) -> "set[str | None]":
        """The ids of one's own clients: managed, or with at least one own project."""
        if self.viewer.role == "account_manager":
            me = self.viewer.email
            return {row["client_id"] for row in self.rows["clients"] if row["account_manager"] == me}
        return {row["client_id"] for row in self.rows["projects"] if row["project_id"] in self.projects} - {None}

    @cached_property
    def people(self) -> "set[str | None]":
        """Who worked or is planned on own projects."""
        work = (*self.rows["time_entries"], *self.rows["bookings"])
        return {row["person_id"] for row in work if row["project_id"] in self.projects} - {None}

    @cached_property
    def _whole_clients(self) -> "set[str | None]":
        if self.viewer.role == "account_manager":
            return self.clients
        foreign = {row["client_id"] for row in self.rows["projects"] if row["project_id"] not in self.projects}
        return self.clients - foreign

    @cached_property
    def _own_scopes(self) -> set[str]:
        own = (("client", "clients", self.clients), ("project", "projects", self.projects))
        scopes = {
            f"{kind}:{row[column]}".lower()
            for kind, table, ids in own
            for row in self.rows[table]
            for column in (f"{kind}_id", "name")
            if row[f"{kind}_id"] in ids and row[column]
        }
        return {"all", *scopes}

    def _by(self, table: str, id_: str) -> Row:
        if table not in self._found:
            self._found[table] = {row[TABLES[table].key[0]]: row for row in self.rows[table]}
        found: Row = self._found[table].get(id_) or dict.fromkeys(TABLES[table].column_names)
        return found

    def visible(self) -> dict[str, list[Row]]:
        """Everything the viewer may see, hidden cells None, in the order of the files."""
        return {
            table: [
                {one: row[one] if self.sees(table, row, one) else None for one in TABLES[table].column_names}
                for row in rows
                if self.exists(table, row)
            ]
            for table, rows in self.rows.items()
        }


@dataclass(frozen=True)
class Altered:
    """An agency in which only hidden values differ, and how many of them."""

    tables: Tables
    changes: int


def altered(tables: Tables, viewer: Viewer, kind: Sensitivity, seed: int = 0) -> Altered:
    """The same agency to `viewer`: hidden cells of one class are changed, hidden rows changed, removed and added."""
    chance = random.Random(f"{viewer.role} {kind} {seed}")  # noqa: S311 - the same every time
    rows = {name: table.to_pylist() for name, table in tables.items()}
    oracle, changes = Oracle(viewer, rows), 0
    changed: dict[str, list[Row]] = {}
    for name, stored in rows.items():
        changed[name] = []
        for row in stored:
            kept = list(_altered_rows(name, row, kind, oracle, chance))
            changes += sum(_differences(row, one) for one in kept) or (not kept)
            changed[name].extend(kept)
    after = Oracle(viewer, changed)
    assert after.visible() == oracle.visible(), "the generator changed something visible"
    return Altered({name: _table(name, changed[name]) for name in changed}, changes)


def _altered_rows(name: str, row: Row, kind: Sensitivity, oracle: Oracle, chance: random.Random) -> Iterator[Row]:
    """What becomes of one row: itself, itself with hidden cells changed, nothing, or itself and a new hidden one."""
    of_class = [one for one in TABLES[name].columns if one.sensitivity is kind]
    if name == "users" and row["email"] == oracle.viewer.email:
        yield row  # who the asker is decides everything
        return
    key = TABLES[name].column(TABLES[name].key[0])
    exists = oracle.exists(name, row)
    hidden = [one for one in of_class if not exists or not oracle.sees(name, row, one.name)]
    if exists or key.sensitivity is not kind:
        yield _changed(name, row, hidden, chance)
        return
    fate = chance.choice(("changed", "removed", "doubled"))
    if fate != "removed" or _is_named_elsewhere(name):
        yield _changed(name, row, hidden, chance)
    if fate == "doubled" and key.kind is Kind.ID and not key.refers_to:
        yield {**_changed(name, row, hidden, chance), key.name: f"{CANARY}-{chance.randrange(10**9)}"}


def _is_named_elsewhere(name: str) -> bool:
    """Whether other rows may name the rows of this table, so that removing one would leave them without a place."""
    return any(column.refers_to == name for table in TABLES.values() for column in table.columns)


def _changed(name: str, row: Row, columns: list[Column], chance: random.Random) -> Row:
    key = TABLES[name].key
    free = [one for one in columns if one.kind not in (Kind.ID, Kind.LIST) and one.name not in key[1:]]
    return {**row, **{one.name: _another(one, row[one.name], chance) for one in free if one.name != key[0]}}


def _another(column: Column, value: Any, chance: random.Random) -> Any:  # noqa: ANN401 - a cell
    """Another value a cell of this column may hold; what keeps somebody available still does."""
    number, later = chance.randrange(10**6), timedelta(days=chance.randrange(1, 20))
    keeps = str(value or "").strip().lower() in KEEPS
    others: dict[Kind, Any] = {
        Kind.CHOICE: [one for one in column.choices if one != value][:1],
        Kind.CURRENCY: ["EUR" if value == "USD" else "USD"],
        Kind.EMAIL: [f"{CANARY.lower()}{number}@x.co"],
        Kind.BOOLEAN: [not value],
        Kind.DATE: [(value if column.kind is Kind.DATE and value else date(2025, 3, 1)) + later],
        Kind.TIMESTAMP: [(value if column.kind is Kind.TIMESTAMP and value else datetime(2025, 3, 1)) + later],
        Kind.TEXT: [value if keeps else f"{CANARY} {number}"],
    }
    return others[column.kind][0] if column.kind in others else (value or 0) + (number % 9 + 1) * 3600


def _differences(before: Row, after: Row) -> int:
    return sum(before[name] != after[name] for name in before)


def _table(name: str, rows: list[Row]) -> pa.Table:
    numbered = [{**row, "_row": number} for number, row in enumerate(rows, start=2)]
    return pa.Table.from_pylist(numbered, schema=arrow_schema(name))
