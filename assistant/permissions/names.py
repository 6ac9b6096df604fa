"""What the visible things are called: the values of each dimension, no two of one name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.agency.units import show_day
from assistant.permissions.policy import Scope

if TYPE_CHECKING:
    from assistant.permissions.view import View


@dataclass(frozen=True)
class Named:
    """One value of a dimension: the id it is compared by, and the label a reader knows it by."""

    id: str
    label: str


@dataclass(frozen=True)
class Things:
    """Where the things of a dimension are found, and what tells two of one name apart, best first.

    A suffix is a column of the same table, or `dimension:column`: the label of what that column names.
    """

    table: str
    key: str
    name: str
    suffixes: tuple[str, ...] = ()


THINGS: Mapping[str, Things] = {
    "person": Things("people", "person_id", "name", ("team", "job_title")),
    "client": Things("clients", "client_id", "name", ("industry",)),
    "project": Things("projects", "project_id", "name", ("client:client_id", "code")),
    "budget": Things("budgets", "budget_id", "name", ("project:project_id",)),
    "service": Things("services", "service_id", "name", ("budget:budget_id",)),
    "deal": Things("deals", "deal_id", "name", ("client:client_id",)),
    "task": Things("tasks", "task_id", "name", ("project:project_id",)),
}

VALUES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "team": (("people", "team"), ("assignments", "team")),
    "job_title": (("people", "job_title"), ("assignments", "job_title"), ("deal_roles", "job_title")),
    "employment": (("people", "employment"),),
    "budget_type": (("budgets", "type"),),
    "status": (("projects", "status"),),
    "kind": (("projects", "kind"),),
    "stage": (("deals", "stage"),),
    "category": (("absences", "category"), ("expenses", "category")),
    "invoice": (("invoices", "number"),),
    "vendor": (("expenses", "vendor"),),
}
"""Dimensions whose values are their own names, and every column they stand in."""

MANAGERS: Mapping[str, tuple[str, str]] = {
    "project_manager": ("projects", "project_manager"),
    "account_manager": ("clients", "account_manager"),
    "owner": ("deals", "owner"),
}
"""Dimensions whose ids are e-mail addresses."""


def named(view: "View", dimension: str) -> tuple[Named, ...]:
    """The visible values of a dimension, by label; days and the like have no names."""
    if dimension in THINGS:
        found = _things(view, THINGS[dimension])
    elif dimension == "absence":
        found = _leaves(view)
    elif dimension in MANAGERS:
        emails = _values(view, (MANAGERS[dimension],))
        found = _apart([(one, _person_of(view).get(one.casefold(), one), (one,)) for one in emails])
    else:
        found = [Named(one, one) for one in _values(view, VALUES.get(dimension, ()))]
    return tuple(sorted(found, key=lambda one: (one.label.casefold(), one.label, one.id)))


def _leaves(view: "View") -> list[Named]:
    """Each leave by whose it is and when: "Ana Kovač, 3 August 2026 to 14 August 2026"."""
    rows = view.content("absences", ("absence_id", "person_id", "start_date", "end_date")).to_pylist()
    said = []
    for row in rows:
        days = dict.fromkeys(show_day(row[one], view.settings.locale) for one in ("start_date", "end_date") if row[one])
        whose = view.label("person", row["person_id"]) if row["person_id"] else ""
        said.append((row["absence_id"], f"{whose}, {' to '.join(days)}", (row["absence_id"],)))
    return _apart(said)


def _things(view: "View", things: Things) -> list[Named]:
    suffixes = [_suffix(one) for one in things.suffixes]
    visible = [one for one in suffixes if view.scope(things.table, one[0]) is not Scope.NONE]
    columns = list(dict.fromkeys([things.key, things.name, *(column for column, _ in visible)]))
    rows = view.content(things.table, columns).to_pylist()
    return _apart(
        [
            (
                row[things.key],
                row[things.name] or row[things.key],
                tuple(_said(view, one, row) for one in visible),
            )
            for row in rows
        ]
    )


def _suffix(suffix: str) -> tuple[str, str]:
    dimension, _, column = suffix.rpartition(":")
    return column, dimension


def _said(view: "View", suffix: tuple[str, str], row: Mapping[str, str | None]) -> str:
    column, dimension = suffix
    value = row[column]
    return "" if value is None else view.label(dimension, value) if dimension else value


def _apart(things: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[Named]:
    """Labels made distinct: by the first suffix that tells all of one name apart, at last by the id."""
    shared = Counter(name.casefold() for _, name, _ in things)
    groups: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for one in things:
        groups.setdefault(one[1].casefold(), []).append(one)
    return [
        Named(one[0], one[1] if shared[name] == 1 else f"{one[1]} ({suffix})")
        for name, group in groups.items()
        for one, suffix in zip(group, _telling(group), strict=True)
    ]


def _telling(group: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[str]:
    """The suffixes of things that share a name."""
    for candidates in zip(*(suffixes for _, _, suffixes in group), strict=True):
        if all(candidates) and len({one.casefold() for one in candidates}) == len(group):
            return list(candidates)
    return [id_ for id_, _, _ in group]


def _values(view: "View", columns: Iterable[tuple[str, str]]) -> list[str]:
    return sorted(
        {
            value
            for table, column in columns
            for value in view.content(table, (column,)).column(column).unique().to_pylist()
            if value
        }
    )


def _person_of(view: "View") -> dict[str, str]:
    """Names by e-mail address, of the people and users visible, and of the viewer."""
    found = {view.viewer.email.casefold(): view.viewer.name}
    for table in ("users", "people"):
        for row in view.content(table, ("email", "name")).to_pylist():
            if row["email"] and row["name"]:
                found[row["email"].casefold()] = row["name"]
    return found
