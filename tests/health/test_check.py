"""What is found in a small agency in which something of every kind is wrong, and who is told of it."""

import json
from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from assistant.agency.tables import TABLES, Sensitivity
from assistant.health.check import check
from assistant.health.finding import EFFECTS, Finding, Kind
from assistant.settings import Settings
from tests.agency_notation import Tables
from tests.health.untidy_agency import untidy
from tests.permissions.non_interference import CANARY, altered
from tests.permissions.small_agency import USERS, view

TODAY = date(2025, 4, 10)
CLASSES = [one for one in Sensitivity if one is not Sensitivity.NOTES]


def found(role: str, tables: Tables | None = None, settings: Settings | None = None) -> tuple[Finding, ...]:
    return check(view(role, tables or untidy(), settings), TODAY)


@cache
def usually(role: str) -> tuple[Finding, ...]:
    return found(role)


def of(kind: Kind, role: str = "admin") -> dict[str, tuple[int, Fraction | None]]:
    """What was found of a kind: by subject, how many, and the effect."""
    return {one.subject: (one.count, value(one)) for one in usually(role) if one.kind is kind}


def value(one: Finding) -> Fraction | None:
    return None if one.effect is None else one.effect.value


def rows_of(kind: Kind, subject: str, role: str = "admin") -> list[int | None]:
    return [row.row for one in usually(role) if (one.kind, one.subject) == (kind, subject) for row in one.rows]


def test_missing_timesheets_are_days_and_hours_of_employees_since_last_month() -> None:
    # Dee, 3 to 14 March: 10 working days of 8 h, and nothing tracked on any of them.
    missing = of(Kind.MISSING_TIMESHEETS)
    assert missing["Dee"] == (10, Fraction(80))
    # Bo, 3 March to 9 April without the holiday: 28 days of 8 h less one on leave, two full days and 2 h on a third.
    assert missing["Bo"] == (24, Fraction(27 * 8 - 8 - 8 - 2))


def test_hours_without_a_cost_are_told_by_person() -> None:
    # Dee's 5 h and Eli's 4 h; nobody else lacks a rate.
    assert of(Kind.MISSING_COST_RATE) == {"Dee": (1, Fraction(5)), "Eli": (1, Fraction(4))}
    assert rows_of(Kind.MISSING_COST_RATE, "Dee") == [10]


def test_hours_without_a_price_are_told_by_project() -> None:
    tables = {**untidy(), "bill_rates": untidy()["bill_rates"].slice(4)}
    prices = {one.subject: one for one in found("admin", tables) if one.kind is Kind.MISSING_BILL_RATE}
    # Left are rates for Site and Film only: Shop has 2 h, Old 2 h without one. What the fee of Site earns needs none.
    assert {name: value(one) for name, one in prices.items()} == {
        "Shop": Fraction(2),
        "Old": Fraction(2),
        "Quiet": Fraction(6),
    }


def test_two_budgets_at_once_leave_time_to_none() -> None:
    assert of(Kind.TWO_BUDGETS) == {"Quiet": (2, Fraction(6))}


def test_time_that_waits_is_what_a_closed_month_holds_and_old_drafts() -> None:
    assert of(Kind.UNAPPROVED_TIME) == {"Dee": (1, Fraction(5)), "Eli": (1, Fraction(4))}


def test_where_approval_is_required_all_that_waits_is_told() -> None:
    said = [one.sentence for one in found("admin", settings=Settings(approval_required=True))]
    assert sum("so revenue and budgets leave it out" in one for one in said) == 2


def test_time_on_impossible_days_is_told_by_person() -> None:
    assert of(Kind.OVER_24_HOURS) == {"Ana": (1, Fraction(2))}
    assert of(Kind.LATER_THAN_TODAY) == {"Bo": (1, Fraction(3))}
    assert of(Kind.OUTSIDE_CONTRACT) == {"Dee": (1, Fraction(5)), "Eli": (1, Fraction(4))}


def test_time_on_archived_projects_is_told_by_project() -> None:
    assert of(Kind.ARCHIVED_PROJECT) == {"Old": (1, Fraction(2))}


def test_money_before_its_first_rate_is_told_by_currency() -> None:
    assert of(Kind.NO_EXCHANGE_RATE) == {"USD": (1, Fraction(700)), "CHF": (1, Fraction(1000))}


def test_an_invoice_before_its_project_is_told() -> None:
    assert of(Kind.INVOICE_BEFORE_PROJECT) == {"Far": (1, Fraction(500)), "Quiet": (1, Fraction(700))}


def test_late_tasks_weigh_what_is_still_to_do() -> None:
    assert of(Kind.OVERDUE_TASKS) == {"Site": (1, Fraction(7)), "Film": (1, Fraction(0))}


def test_a_stale_project_weighs_what_was_sold_and_not_worked() -> None:
    # The last sign of Quiet was on 10 February, of Film on 3 March; 40 h were sold of Quiet, 6 worked. When the
    # retainer of Film began nobody knows, so no month of it is sold.
    stale = of(Kind.STALE_PROJECT)
    assert stale["Quiet"] == (59, Fraction(34))
    assert stale["Film"] == (38, Fraction(0))
    assert "Old" not in stale


def test_agreements_without_an_end_are_told_by_project() -> None:
    assert of(Kind.BUDGET_WITHOUT_END)["Quiet"] == (1, Fraction(10))


def test_owners_nobody_knows_are_told_by_address() -> None:
    effects = [one for one in usually("admin") if one.kind is Kind.UNKNOWN_OWNER]
    assert {(one.subject, value(one)) for one in effects} == {
        ("gone@x.co", Fraction(6)),
        ("gone@x.co", Fraction(0)),
        ("gone@x.co", Fraction(4000)),
    }


def test_freshness_is_the_last_entry_that_is_not_ahead() -> None:
    assert of(Kind.FRESHNESS) == {"time_entries.csv": (16, None)}


def test_what_would_move_the_largest_share_comes_first() -> None:
    effects = [one.effect.value for one in usually("coordinator") if one.effect]
    assert effects == sorted(effects, reverse=True)
    assert all(one.effect is None for one in usually("coordinator")[len(effects) :])


def test_every_kind_says_how_its_effect_is_computed() -> None:
    assert set(EFFECTS) == set(Kind)


@pytest.mark.parametrize("role", USERS)
def test_every_row_of_a_finding_is_one_the_asker_sees(role: str) -> None:
    eyes = view(role, untidy())
    seen = {
        (name, *place)
        for name in TABLES
        for place in zip(*(eyes.content(name).column(one).to_pylist() for one in ("_file", "_row")), strict=True)
    }
    rows = [(row.table, row.file, row.row) for one in usually(role) for row in one.rows]
    assert rows
    assert set(rows) <= seen


@pytest.mark.parametrize("role", USERS)
def test_what_is_hidden_changes_no_finding(role: str) -> None:
    tables, changes = untidy(), 0
    for kind in CLASSES:
        other = altered(tables, USERS[role], kind)
        tables, changes = other.tables, changes + other.changes
    print(f"{role}: {changes} hidden values changed")  # noqa: T201 - the proof says how much it tried
    assert (changes > 0) == (role != "admin")
    told = in_json(found(role, tables))
    assert told == in_json(usually(role))
    assert CANARY.lower() not in told.lower()


def in_json(findings: tuple[Finding, ...]) -> str:
    return json.dumps([one.to_json() for one in findings], ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("role", "never"),
    [
        ("coordinator", {Kind.MISSING_BILL_RATE, Kind.MISSING_COST_RATE, Kind.INVOICE_BEFORE_PROJECT}),
        ("project_manager", {Kind.MISSING_COST_RATE}),
        ("account_manager", {Kind.MISSING_TIMESHEETS, Kind.MISSING_COST_RATE, Kind.OUTSIDE_CONTRACT}),
        ("member", {Kind.MISSING_COST_RATE, Kind.STALE_PROJECT, Kind.UNKNOWN_OWNER}),
    ],
)
def test_nobody_is_told_what_their_role_may_not_ask(role: str, never: set[Kind]) -> None:
    assert not never & {one.kind for one in usually(role)}


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert found("admin", {name: table.slice(0, 0) for name, table in untidy().items()}) == ()
