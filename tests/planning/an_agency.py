"""A small agency as its view shows it: names that are parts of others, shared by two, and ordinary words."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

import pyarrow as pa

from assistant.agency.periods import Calendar
from assistant.agency.tables import TABLES as STORED
from assistant.agency.tables import Sensitivity
from assistant.llm import Line
from assistant.outcome import Ended, Lesson
from assistant.permissions import words
from assistant.permissions.names import Named
from assistant.permissions.policy import Grant, Scope, policy
from assistant.permissions.reach import Viewer
from assistant.planning import make_plan
from assistant.query import Plan, Query, Question, Some, Turn
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.permissions.view import View

T = TypeVar("T")

TODAY = date(2026, 10, 15)

EMAILS = {"ana@agency.example": "Ana Kovač", "dora@agency.example": "Dora Lindqvist"}

NAMES: Mapping[str, tuple[str, ...]] = {
    "person": ("Ana Kovač", "Ana Silva", "Ben Okafor", "May Chen", "Will Turner", "Dora Lindqvist", "Zoë Öz"),
    "team": ("Design", "Development", "Strategy"),
    "job_title": ("Designer", "Senior Designer", "Developer"),
    "employment": ("employee", "contractor"),
    "client": ("Acme Corp", "Northwind", "Northwind Labs", "Globex", "Lumen Bank"),
    "project": ("Apollo", "Acme Website", "Northwind rebrand", "Internal", "Globex", "Globex app", "Patient portal"),
    "budget": ("Apollo 2026", "Website phase one", "Website phase two", "Patient portal"),
    "budget_type": ("fixed", "time_and_materials", "retainer"),
    "service": ("Consulting (Apollo 2026)", "Consulting (Website phase one)", "Design (Apollo 2026)"),
    "status": ("active", "done"),
    "kind": ("client", "internal"),
    "category": ("Sick leave", "Vacation", "Remote work"),
    "deal": ("Initech rollout", "Mobile banking", "Trading desk", "Branch screens"),
    "stage": ("Proposal", "Negotiation"),
    "project_manager": tuple(EMAILS),
    "account_manager": tuple(EMAILS),
    "owner": tuple(EMAILS),
}
VALUES = ("team", "job_title", "employment", "budget_type", "status", "kind", "category", "stage")

TABLES: Mapping[str, Mapping[str, Sequence[object]]] = {
    "time_entries": {
        "date": [date(2025, 1, 2), date(2026, 10, 9), date(2026, 10, 12), date(2026, 10, 14), date(2026, 10, 20)],
        "person_id": ["person 1", "person 3", "person 3", "person 4", "person 1"],
        "project_id": ["project 1", "project 6", "project 1", "project 5", "project 5"],
        "status": ["approved", "submitted", "rejected", "approved", "draft"],
    },
    "invoices": {"due_on": [date(2026, 9, 1), None, date(2026, 11, 6)]},
    "people": {"person_id": ["person 1"], "team": ["Design"], "email": ["ana.kovac@agency.example"]},
    "projects": {
        "project_id": ["project 1", "project 5", "project 6", "project 7"],
        "client_id": ["client 1", "client 4", "client 4", "client 5"],
        "code": ["APO-1", "", "GLX-APP", ""],
        "start_date": [date(2026, 1, 5), date(2026, 3, 2), None, date(2025, 11, 3)],
        "end_date": [date(2027, 2, 26), None, date(2026, 12, 18), date(2027, 3, 19)],
    },
    "budgets": {"budget_id": ["budget 4"], "project_id": ["project 7"], "end_date": [date(2027, 3, 19)]},
    "bookings": {"end_date": [date(2026, 12, 4)]},
    "expenses": {"date": [date(2026, 9, 1)]},
    "absences": {"category": ["Sick leave", "Vacation", "Remote work"]},
    "tasks": {"due_date": [date(2026, 11, 20), None]},
    "deals": {
        "deal_id": ["deal 1", "deal 2", "deal 3", "deal 4"],
        "name": ["Initech rollout", "Mobile banking", "Trading desk", "Branch screens"],
        "client_id": ["", "client 5", "client 4", "client 5"],
        "status": ["open", "open", "open", "lost"],
        "expected_close": [date(2026, 10, 30), date(2026, 12, 1), None, None],
        "start_date": [date(2026, 11, 2), None, None, None],
        "end_date": [date(2026, 12, 18), None, None, None],
    },
    "deal_roles": {"deal_id": ["deal 1", "deal 2", "deal 4"], "job_title": ["Designer"] * 3, "hours": [3600] * 3},
    "targets": {
        "metric": ["revenue", "revenue"],
        "start_date": [date(2026, 7, 1), date(2026, 10, 1)],
        "end_date": [date(2026, 9, 30), date(2026, 12, 31)],
    },
}
"""Globex has two projects, of which one is called as it is; the patient portal has one budget, called so, too.

Lumen Bank has one deal that may still close."""


@dataclass(frozen=True, eq=False)
class FakeView:
    """What one asker may see; those without `hr` see no reasons for absences."""

    role: str = "admin"
    person_id: str | None = "person 1"
    settings: Settings = field(default_factory=Settings)
    lessons: tuple[Lesson, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NAMES)
    tables: Mapping[str, Mapping[str, Sequence[object]]] = field(default_factory=lambda: TABLES)
    reads_notes: bool = False
    only: None = None
    _kept: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    @property
    def viewer(self) -> Viewer:
        return Viewer("ana@agency.example", "Ana Kovač", self.role, self.person_id)

    @cached_property
    def calendar(self) -> Calendar:
        return self.settings.calendar

    @property
    def line(self) -> Line:
        return Line(self.settings.model)

    @cached_property
    def grants(self) -> Mapping[Sensitivity, Grant]:
        return policy().role(self.role).grants

    def scope(self, table: str, column: str) -> Scope:
        return self.grants[STORED[table].column(column).sensitivity].scope

    @cached_property
    def snapshot(self) -> str:
        return f"{self.role} {self.person_id} {self.settings.model_dump_json()} {hash(str(self.names))}"

    def as_known_on(self, _: date | None) -> "FakeView":
        return self

    def once(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def scope_note(self, classes: Collection[Sensitivity]) -> str | None:
        scopes = {self.grants[one].scope for one in classes}
        return words.scope_note(scopes, policy().role(self.role).own, self.settings.nouns)

    def covered(self, _: str, __: str, ___: Collection[Sensitivity]) -> frozenset[str]:
        return frozenset(one.id for dimension in self.names for one in self.named(dimension))

    def known_since(self) -> date | None:
        return date(2026, 9, 1)

    def named(self, dimension: str) -> tuple[Named, ...]:
        return self.once(("named", dimension), lambda: self._named(dimension))

    def _named(self, dimension: str) -> tuple[Named, ...]:
        values = self.names.get(dimension, ())
        if dimension == "category" and self.role != "admin":
            values = ("Travel",)  # of expenses
        if dimension in VALUES:
            return tuple(Named(one, one) for one in values)
        if "manager" in dimension or dimension == "owner":
            return tuple(Named(one, EMAILS[one]) for one in values)
        return tuple(Named(f"{dimension} {place}", one) for place, one in enumerate(values, start=1))

    def label(self, dimension: str, id: str) -> str:  # noqa: A002 - ids are called ids here
        return next((one.label for one in self.named(dimension) if one.id == id), id)

    def rows(self, table: str, columns: Sequence[str]) -> pa.Table:
        stored = self.tables.get(table, {})
        unknown = [None] * len(next(iter(stored.values()), ()))
        return pa.table({one: list(stored.get(one, unknown)) for one in columns})

    def counted(self, table: str, columns: Sequence[str]) -> pa.Table:
        return self.rows(table, columns)


ADMIN = FakeView()


def ask(text: str, view: FakeView = ADMIN, after: Turn | None = None, today: date = TODAY) -> Plan | Ended:
    """What the planner makes of a question."""
    return make_plan(Question(text, view.viewer.email, today, after), cast("View", view))


def queries(text: str, view: FakeView = ADMIN, after: Turn | None = None) -> tuple[str, ...]:
    """The queries of a question that is wholly understood, in the notation of the tables."""
    plan = ask(text, view, after)
    assert isinstance(plan, Plan), f"{text}: {plan}"
    assert plan.not_planned == (), f"{text}: {plan.not_planned}"
    return tuple(written(one) for one in plan.queries)


def become(text: str, view: FakeView = ADMIN) -> tuple[str, ...]:
    """What a question becomes, in the notation of the tables: its queries, and what is said of all that is none."""
    plan = ask(text, view)
    if not isinstance(plan, Plan):
        return (f"{plan.kind}: {plan.text}",)
    return (*(written(one) for one in plan.queries), *(f"{one.kind}: {one.text}" for one in plan.not_planned))


def written(query: Query) -> str:
    """A query in one line: metrics | by | where | period | having, order, limit | against."""
    where = ", ".join(f"{one.field} {'≠' if one.negated else '='} {' + '.join(one.names)}" for one in query.where)
    limits = query.having.each if query.having else ()
    having = " & ".join(f"{one.metric} {one.op.value} {one.day or f'{float(one.value):g}'}".strip() for one in limits)
    order = query.order.value if query.order else ""
    each = f" of each {' '.join(query.within)}" if query.within else ""
    each += f" shown {query.shown.value}" if query.shown and query.limit else ""
    each += f" place of {' + '.join(query.placed.names)}" if query.placed else ""
    limit, every_item, why = (
        f"{query.limit or ''}{each}".strip(),
        "all" if query.every_item else "",
        "why" if query.why else "",
    )
    known = f"known {query.known_on}" if query.known_on else ""
    since = f"since {query.restated}" if query.restated else ""
    made = query.derived.spoken if query.derived else ""
    made += f" of {' + '.join(query.derived.part.names)}" if query.derived and query.derived.part else ""
    part = query.derived.limit if query.derived else None
    made += f" {part.op.value} {float(part.value):g}" if part else ""
    target = f"target {query.target.side.value if query.target.side else ''}".strip() if query.target else ""
    moved = f"moved {query.by_change.side.value if query.by_change.side else ''}".strip() if query.by_change else ""
    far = query.by_change.limit.each if query.by_change and query.by_change.limit else ()
    moved += "".join(f" by {one.op.value} {float(one.value):g}" for one in far)
    moved += " of before" if query.by_change and query.by_change.is_relative else ""
    lacking = "none" if query.among else ""
    both = f"each of {' + '.join(query.in_each.every.names)}" if query.in_each else ""
    both += f" not {' + '.join(query.in_each.none.names)}" if query.in_each and query.in_each.none else ""
    shared = f" in {query.against.stretches}" if query.against and query.against.stretches > 1 else ""
    many = query.in_so_many
    both += f"in so many {many.field}" if many else ""
    both += "".join(f" {one.op.value} {float(one.value):g}" for one in (many.limit.each if many else ()))
    both += " and ".join(
        f"{'without' if one.none else 'of those with'} {' or '.join(_some(some) for some in one.some)}"
        for one in query.conditions
    )
    both += f"at the end of each {query.at_ends.unit}" if query.at_ends else ""
    mean = query.to_mean
    sides = [f"{one.op.value} {float(one.value):g}" for one in (mean.limit.each if mean and mean.limit else ())]
    only = [" + ".join(mean.only.names)] if mean and mean.only else []
    both += f"to the mean of all {' '.join([*sides, *only])}".strip() if mean else ""
    parts = (having, order, limit, every_item, why, target, known, since, made, moved, lacking, both)
    columns = (
        ", ".join(query.metrics),
        ", ".join(query.by),
        where,
        days(query),
        " ".join(one for one in parts if one),
        f"{query.against.period.start or ''}..{query.against.period.end}{shared}" if query.against else "",
    )
    return " | ".join(columns).rstrip(" |")


def _some(one: Some) -> str:
    """What those have that a question is about: metric, of which rows, when."""
    names = " + ".join(f"{'≠ ' if named.negated else ''}{name}" for named in one.where for name in named.names)
    each = one.having.each if one.having else ()
    limits = "".join(f" {limit.op.value} {limit.day or f'{float(limit.value):g}'}" for limit in each)
    stretch = f"{one.period.start or ''}..{one.period.end}"
    return f"{one.metric}{limits} ({names}, {stretch})"


def days(query: Query) -> str:
    """The period by its dates; a state has only an end."""
    return f"{query.period.start or ''}..{query.period.end}"
