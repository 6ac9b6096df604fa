"""What is hidden changes nothing of what is seen: for every role and class, byte for byte."""

from dataclasses import replace
from functools import cache

import pyarrow as pa
import pytest

from assistant.agency.tables import TABLES, Sensitivity
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.house import view_of
from assistant.permissions.policy import Grant, Role, Scope, policy
from assistant.permissions.reach import Viewer
from assistant.permissions.view import LOOKED_AT, View
from assistant.settings import Settings
from tests.permissions.non_interference import CANARY, Oracle, altered
from tests.permissions.small_agency import USERS, InMemory, small_agency, view
from tests.random_agency import random_agency

CLASSES = [one for one in Sensitivity if one is not Sensitivity.NOTES]
EVERY_ROLE_AND_CLASS = [(role, kind) for role in USERS for kind in CLASSES]


def seen_by(eyes: View) -> dict[str, object]:
    """Everything that can come out of a view, as bytes: rows, names, notes of scope, snapshot."""
    content = {name: _bytes(eyes.content(name)) for name in TABLES}
    behind = {f"{name} behind names": _bytes(eyes.rows(name, one, one)) for name, one in LOOKED_AT.items()}
    names = {name: eyes.named(name) for name in DIMENSIONS}
    has = {f"has {name}": eyes.has(name) for name in TABLES}
    return {**content, **behind, **names, **has, "snapshot": eyes.snapshot}


@cache
def seen_before(role: str) -> dict[str, object]:
    """The same of the agency as it was."""
    return seen_by(view(role))


def _bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    plain = pa.Table.from_pylist(table.to_pylist(), schema=table.schema)
    with pa.ipc.new_stream(sink, plain.schema) as stream:
        stream.write_table(plain)
    return bytes(sink.getvalue().to_pybytes())


@pytest.mark.parametrize(("role", "kind"), EVERY_ROLE_AND_CLASS)
def test_what_is_hidden_changes_nothing_seen(role: str, kind: Sensitivity) -> None:
    other = altered(small_agency(), USERS[role], kind)
    print(f"{role}: {other.changes} hidden values of {kind} changed")  # noqa: T201 - the proof says how much it tried
    grants = policy().role(role).grants
    # Working from elsewhere is a row of people that only those see who may know why.
    decides = (kind, Sensitivity.HR) if kind is Sensitivity.PEOPLE else (kind,)
    assert (other.changes > 0) == any(grants[one].scope is not Scope.ALL for one in decides)
    assert seen_by(view(role, other.tables)) == seen_before(role)


@pytest.mark.parametrize(("role", "kind"), EVERY_ROLE_AND_CLASS)
def test_the_view_shows_exactly_what_the_table_of_permissions_grants(role: str, kind: Sensitivity) -> None:
    """The visible cells of a class, found a second time row by row; what a forecast looks at is not among them."""
    rows = {name: table.to_pylist() for name, table in small_agency().items()}
    oracle = Oracle(USERS[role], rows, behind_names=False)
    eyes = view(role)
    for table in TABLES.values():
        columns = [one.name for one in table.columns if one.sensitivity is kind]
        if not columns:
            continue
        expected = [
            {one: row[one] if oracle.sees(table.name, row, one) else None for one in columns}
            for row in oracle.rows[table.name]
            if oracle.exists(table.name, row)
        ]
        assert eyes.content(table.name).select(columns).to_pylist() == expected


VIEWERS = {
    "project_manager": Viewer("pm@example.com", "Pim", "project_manager"),
    "account_manager": Viewer("am@example.com", "Amy", "account_manager"),
    "coordinator": Viewer("coo@example.com", "Coo", "coordinator"),
    "member": Viewer("me@example.com", "Me", "member"),
}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("role", VIEWERS)
def test_in_any_agency_the_view_shows_what_the_table_grants_and_hides_the_rest(role: str, seed: int) -> None:
    tables = random_agency(seed)
    viewer = replace(VIEWERS[role], person_id=tables["people"].column("person_id")[seed].as_py())
    rows = {name: table.to_pylist() for name, table in tables.items()}
    eyes = view_of(InMemory(tables), viewer, policy().role(role), Settings())
    shown = {name: eyes.content(name).select(TABLES[name].column_names).to_pylist() for name in TABLES}
    assert shown == Oracle(viewer, rows, behind_names=False).visible()
    for kind in CLASSES:
        tables = altered(tables, viewer, kind, seed).tables
    other = view_of(InMemory(tables), viewer, policy().role(role), Settings())
    assert seen_by(other) == seen_by(eyes)


@pytest.mark.parametrize("role", USERS)
def test_no_canary_comes_out(role: str) -> None:
    tables = small_agency()
    for kind in CLASSES:
        tables = altered(tables, USERS[role], kind).tables
    assert CANARY.lower() not in str({name: view(role, tables).content(name).to_pylist() for name in TABLES}).lower()


def without_predicate(role: Role, kind: Sensitivity) -> Role:
    """The role as it would be if the scope of one class were not looked at."""
    return replace(role, by_class={**role.by_class, kind.value: Grant(Scope.ALL)})


NARROW = [
    (role, kind) for role, kind in EVERY_ROLE_AND_CLASS if policy().role(role).grants[kind].scope is not Scope.ALL
]
NO_ROW_TO_TELL_BY = {("account_manager", Sensitivity.HR), ("member", Sensitivity.HR)}
"""Where someone sees no absence but their own, there is no row whose reason could show."""


@pytest.mark.parametrize(("role", "kind"), [one for one in NARROW if one not in NO_ROW_TO_TELL_BY])
def test_the_proof_fails_when_a_predicate_is_removed(role: str, kind: Sensitivity) -> None:
    broken = without_predicate(policy().role(role), kind)
    other = altered(small_agency(), USERS[role], kind)
    assert seen_by(view(role, other.tables, as_role=broken)) != seen_by(view(role, as_role=broken))


def test_every_class_is_tried_without_its_predicate() -> None:
    assert {kind for role, kind in NARROW if (role, kind) not in NO_ROW_TO_TELL_BY} == set(CLASSES)
