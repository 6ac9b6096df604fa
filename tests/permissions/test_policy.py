"""The matrix: what it says, and what may be changed in it."""

from inspect import cleandoc

import pytest

from assistant.agency.tables import Sensitivity
from assistant.errors import UsageError
from assistant.permissions.policy import CLASSES, MATRIX, Scope, policy


def matrix() -> dict[str, dict[str, str]]:
    """
    class           | admin | finance | project_manager                | account_manager | coordinator | member
    delivery        | all   | all     | all                            | own             | all         | own projects
    time            | all   | all     | all                            | own             | all         | self
    people          | all   | all     | all                            | names           | all         | self
    hr              | all   | none    | none                           | none            | none        | self
    price           | all   | all     | own                            | own             | none        | none
    cost            | all   | all     | own, in sums                   | none            | none        | none
    sales           | all   | all     | own clients, others in outline | own             | none        | none
    notes internal  | all   | all     | own                            | own             | all         | own projects
    notes client    | all   | all     | all                            | own             | all         | own projects
    """
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in cleandoc(matrix.__doc__ or "").splitlines())
    return {role: {row[0]: row[place] for row in rows} for place, role in enumerate(head) if place}


def test_the_matrix_is_the_one_agreed() -> None:
    assert {role: {one: rows[one] for one in CLASSES} for role, rows in MATRIX.items()} == matrix()


def test_own_is_what_one_manages() -> None:
    assert MATRIX["project_manager"]["own"] == "managed projects"
    assert MATRIX["account_manager"]["own"] == "managed clients"
    assert MATRIX["member"]["own"] == "self"


def test_every_class_of_the_data_model_is_granted_or_denied_in_every_role() -> None:
    for role in policy().roles.values():
        assert set(role.grants) == set(Sensitivity)


def test_a_row_of_a_known_role_is_replaced_and_the_others_stay() -> None:
    coordinator = policy({"coordinator": {"price": "all"}}).role("coordinator")
    assert coordinator.grants[Sensitivity.PRICE].scope is Scope.ALL
    assert coordinator.grants[Sensitivity.COST].scope is Scope.NONE


def test_a_new_role_sees_nothing_until_its_rows_say_otherwise() -> None:
    producer = policy({"producer": {"own": "managed_projects", "cost": "own, in sums"}}).role("producer")
    assert producer.grants[Sensitivity.COST].in_sums
    assert {grant.scope for key, grant in producer.by_class.items() if key != "cost"} == {Scope.NONE}


def test_internal_and_client_visible_notes_are_two_rows() -> None:
    manager = policy().role("project_manager")
    assert (manager.notes("internal").scope, manager.notes("client").scope) == (Scope.OWN, Scope.ALL)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"member": {"prices": "all"}},
            (
                "The permissions of member in workspace.toml name “prices”, which is no class of data. Use one of: "
                "own, delivery, time, people, hr, price, cost, sales, notes internal, notes client."
            ),
        ),
        (
            {"member": {"price": "some"}},
            (
                "The permissions of member in workspace.toml give “some” for price, which is no scope. Use one of: "
                "all; own; own clients; own projects; names; self; none; own, in sums; all, in sums; "
                "own clients, others in outline."
            ),
        ),
        (
            {"member": {"own": "everything"}},
            (
                "The permissions of member in workspace.toml give “everything” for own, which is no scope. "
                "Use one of: managed projects; managed clients; self."
            ),
        ),
        (
            {"member": "all"},
            (
                "The permissions of member in workspace.toml are not a table. "
                'Write [permissions.member] and below it a line such as price = "own".'
            ),
        ),
    ],
)
def test_what_is_no_permission_is_said_with_what_would_be_one(changes: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        policy(changes)
    assert str(raised.value) == said


def test_a_role_nobody_has_defined_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="There is no role “boss” in the permissions; there are account_manager, "):
        policy().role("boss")
