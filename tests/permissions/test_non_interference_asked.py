"""What is hidden changes no answer, no refusal, no suggestion and no exit status, for every role and class."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from assistant.agency.tables import Sensitivity
from assistant.ask import ask
from assistant.permissions import house as door
from assistant.permissions.house import House
from assistant.permissions.policy import Scope, policy
from assistant.query import Question
from assistant.store.snapshots import Workspace
from ingest.run import ingest
from tests.agency_notation import Tables, agency
from tests.permissions import plain_folder
from tests.permissions.non_interference import CANARY, altered
from tests.permissions.small_agency import AGENCY, USERS

TODAY = date(2025, 4, 10)
AT = datetime(2025, 4, 10, 8, tzinfo=UTC)

CREW = """
    people         person  name  email      team   job_title  calendar  start
                   dee     Dee   dee@x.co   Build  Developer  at        2025-01-01
                   eli     Eli   eli@x.co   Build  Developer  at        2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   dee     2025-01-01  8    8    8    8    8
                   eli     2025-01-01  8    8    8    8    8
    cost_rates     person  valid_from  hourly_cost
                   dee     2025-01-01  30
                   eli     2025-01-01  70
    time_entries   entry  person  project  date        hours
                   e6     dee     site     2025-03-10  5
                   e7     eli     site     2025-03-20  5
                   e8     dee     site     2025-02-10  3
                   e9     eli     site     2025-02-20  3
                   e10    bo      site     2025-02-20  4
"""
"""Two who worked equally long on the same project in each month: whoever cost which rate, the sums are the same."""

QUESTIONS: Mapping[Sensitivity, tuple[str, ...]] = {
    Sensitivity.DELIVERY: (
        "tracked hours by project in March 2025",
        "tracked hours on Film in March 2025",
        "tracked hours for Zetta in March 2025",
        "budget hours used by budget",
    ),
    Sensitivity.TIME: ("tracked hours by person in March 2025", "billable hours by week in March 2025", "hours of Cy"),
    Sensitivity.PEOPLE: (
        "utilization by team in March 2025",
        "available hours by person in March 2025",
        "fte this month",
        "why did utilization change in March 2025 by person",
    ),
    Sensitivity.HR: ("absence days by category in March 2025", "absence days by person in March 2025"),
    Sensitivity.PRICE: (
        "revenue by client in March 2025",
        "revenue of Film in March 2025",
        "why did revenue change in March 2025 by client",
        "budget used by budget",
        "burn index by budget",
        "confirmed revenue by project this month",
    ),
    Sensitivity.COST: (
        "margin by project in March 2025",
        "labor cost by client in March 2025",
        "profit in March 2025",
        "labor cost by person in March 2025",
        "why did labor cost change for Site in March 2025",
        "why did profit change in March 2025 by project",
        "why did margin change for Site in March 2025",
    ),
    Sensitivity.SALES: (
        "weighted pipeline by deal next quarter",
        "weighted pipeline by client next quarter",
        "projected revenue next quarter",
        "weighted pipeline of Zeta 2 next quarter",
    ),
}
"""What is asked of each class; every role asks all of it, also what it will be refused."""

CLASSES = tuple(QUESTIONS)


def together(first: Tables, second: Tables) -> Tables:
    """The rows of both, those of the second below."""
    return {name: pa.concat_tables([first[name], second[name]]) for name in first}


@cache
def base() -> Tables:
    """The small agency with a crew."""
    return together(agency(AGENCY), agency(CREW))


def swapped(tables: Tables) -> Tables:
    """The same agency with the cost rates of Dee and Eli exchanged: no sum a project manager may see moves."""
    other = {"dee": "eli", "eli": "dee"}
    rows = tables["cost_rates"].to_pylist()
    rates = {row["person_id"]: row["hourly_cost"] for row in rows}
    moved = [{**row, "hourly_cost": rates[other.get(row["person_id"], row["person_id"])]} for row in rows]
    return {**tables, "cost_rates": pa.Table.from_pylist(moved, tables["cost_rates"].schema)}


def house_of(tables: Tables, folder: Path) -> House:
    """The tables as files, ingested, and the door to them."""
    export = plain_folder.write(tables, folder / "export")
    report = ingest(Workspace(folder / "workspace"), [export], now=AT)
    assert not report.errors
    return House.open(folder / "workspace")


def said(question: str, house: House, role: str) -> str:
    """The whole outcome, and the exit status, as text."""
    reply = ask(Question(question, USERS[role].email, TODAY), house)
    return json.dumps([reply.to_json(), reply.exit_status], ensure_ascii=False, sort_keys=True, indent=1)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The agency as it is."""
    return house_of(base(), tmp_path_factory.mktemp("before"))


@cache
def said_before(question: str, house: House, role: str) -> str:
    return said(question, house, role)


def asked_about(kind: Sensitivity) -> tuple[str, ...]:
    """The questions about a class, and two about others, which must not change either."""
    others = [QUESTIONS[one][0] for one in (Sensitivity.TIME, Sensitivity.PRICE) if one is not kind]
    return (*QUESTIONS[kind], *others)


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("role", USERS)
def test_what_is_hidden_changes_no_answer(role: str, kind: Sensitivity, before: House, tmp_path: Path) -> None:
    other = altered(base(), USERS[role], kind)
    tables = swapped(other.tables) if (role, kind) == ("project_manager", Sensitivity.COST) else other.tables
    print(f"{role}: {other.changes} hidden values of {kind} changed")  # noqa: T201 - the proof says how much it tried
    if not other.changes:
        return  # nothing of this class is hidden from this role; the view's own proof insists on that
    after = house_of(tables, tmp_path)
    for question in asked_about(kind):
        told = said(question, after, role)
        assert told == said_before(question, before, role)
        assert CANARY.lower() not in told.lower()


TOLD_BY = {
    Sensitivity.DELIVERY: "account_manager",
    Sensitivity.TIME: "account_manager",
    Sensitivity.PEOPLE: "member",
    Sensitivity.HR: "coordinator",
    Sensitivity.PRICE: "project_manager",
    Sensitivity.COST: "account_manager",
    Sensitivity.SALES: "account_manager",
}
"""For each class a role that would be told something if the class were open to it."""


@pytest.mark.parametrize("kind", CLASSES)
def test_an_answer_changes_when_a_predicate_is_removed(
    kind: Sensitivity, before: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = TOLD_BY[kind]
    known = policy().role(role)
    broken = policy({role: {kind.value: "all"}})
    assert known.grants[kind].scope is not Scope.ALL
    after = house_of(altered(base(), USERS[role], kind).tables, tmp_path)
    monkeypatch.setattr(door, "policy", lambda _: broken)
    houses = [House.open(one.workspace.path) for one in (before, after)]
    told = [[said(question, house, role) for question in asked_about(kind)] for house in houses]
    assert told[0] != told[1]
