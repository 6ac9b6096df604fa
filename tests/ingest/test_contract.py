"""What breaks the contract of a table, cell by cell, and with which words."""

from collections.abc import Mapping
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.agency.tables import LINEAGE, TABLES, Column
from ingest.cells import Rules, reader, text_of
from ingest.contract import Checked, check

RULES = Rules("EUR", "Europe/Zagreb")
GOOD = {
    "people": {"person_id": "p1", "name": "Ana"},
    "working_hours": {"person_id": "p1", "valid_from": "2026-01-01", "mon": "8"},
    "absences": {
        "absence_id": "a1",
        "person_id": "p1",
        "start_date": "2026-03-02",
        "end_date": "2026-03-03",
        "status": "approved",
    },
    "deals": {"deal_id": "d1", "name": "Shop", "status": "open"},
    "time_entries": {
        "entry_id": "e1",
        "person_id": "p1",
        "project_id": "j1",
        "date": "2026-03-02",
        "hours": "7.5",
        "status": "approved",
    },
    "exchange_rates": {"date": "2026-03-02", "currency": "USD", "rate": "0.92"},
    "users": {"email": "ana@example.com", "role": "admin"},
    "budgets": {"budget_id": "b1", "project_id": "j1", "type": "fixed"},
    "leave_allowances": {"person_id": "p1", "year": "2026", "days": "25.5"},
    "tasks": {"task_id": "t1", "project_id": "j1", "name": "Draw", "kind": "task", "status": "open"},
}


def checked(table: str, cells: Mapping[str, str] | None = None, rules: Rules = RULES) -> Checked:
    """One good row of the table, with some cells replaced."""
    row = GOOD[table] | dict(cells or {})
    lineage = {
        "_system": "plain",
        "_file": f"{table}.csv",
        "_sheet": None,
        "_row": 2,
        "_ingest": "i",
    }
    texts = pa.table({name: pa.array([text], pa.string()) for name, text in row.items()})
    for name, kind in LINEAGE.items():
        texts = texts.append_column(name, pa.array([lineage[name]], kind))
    return check(table, texts, rules)


@pytest.mark.parametrize(
    ("table", "column", "text", "inside"),
    [
        ("time_entries", "hours", "7.5", 27_000),
        ("time_entries", "hours", "0.00013889", 1),
        ("time_entries", "hours", "24", 86_400),
        ("time_entries", "status", " Approved ", "approved"),
        ("time_entries", "cost_rate", "42.50", 425_000),
        ("time_entries", "cost_rate", "", None),
        ("budgets", "type", "Time and materials", "time_and_materials"),
        ("budgets", "capped", "", False),
        ("budgets", "capped", "YES", True),
        ("budgets", "capped", "1", True),
        ("deals", "probability", "20", 200_000),
        ("deals", "currency", "usd", "USD"),
        ("exchange_rates", "rate", "0.92", 920_000_000_000),
        ("leave_allowances", "days", "25.5", 255_000),
        ("leave_allowances", "year", "2026", 2026),
        ("working_hours", "sat", "", 0),
        ("people", "email", "Ana@Example.com", "ana@example.com"),
        ("tasks", "depends_on", "t1, t2 ;t3", "t1;t2;t3"),
    ],
)
def test_a_good_cell_becomes_its_exact_value(table: str, column: str, text: str, inside: object) -> None:
    result = checked(table, {column: text})
    assert result.held.num_rows == 0
    assert result.rows.column(column).to_pylist() == [inside]


@pytest.mark.parametrize(
    ("table", "column", "text", "reason"),
    [
        ("time_entries", "hours", "", "is blank, and every row needs one"),
        ("time_entries", "hours", "-1", '"-1" is below 0'),
        ("time_entries", "hours", "24.5", '"24.5" is above 24'),
        ("time_entries", "hours", "seven", '"seven" is not a number'),
        ("time_entries", "date", "2026-02-30", '"2026-02-30" is not a day of the calendar'),
        ("time_entries", "date", "soon", '"soon" is not a date such as 2026-10-31'),
        ("time_entries", "status", "maybe", '"maybe" is not one of approved, submitted, draft, rejected'),
        ("time_entries", "billable_rate", "1e12", '"1e12" is too large'),
        ("time_entries", "created_at", "noon", '"noon" is not a time such as 2026-10-31T17:30:00'),
        ("absences", "end_date", "", "is blank, and every row needs one"),
        ("absences", "end_date", "2026-03-01", "2026-03-01 is before the start on 2026-03-02"),
        ("deals", "probability", "101", '"101" is above 100'),
        ("deals", "probability", "-1", '"-1" is below 0'),
        ("deals", "currency", "Euro", '"Euro" is not a currency code such as EUR'),
        ("deals", "currency", "XXX", '"XXX" is not a currency code such as EUR'),
        ("exchange_rates", "rate", "0", '"0" is below 1E-12'),
        ("budgets", "capped", "perhaps", '"perhaps" is neither true nor false'),
        ("leave_allowances", "year", "2026.5", '"2026.5" is not a whole number'),
        ("users", "role", "owner", ('"owner" is not one of admin, finance, project_manager, account_manager, '
         "coordinator, member")),
    ],
)  # fmt: skip
def test_a_bad_cell_sends_its_row_to_quarantine(table: str, column: str, text: str, reason: str) -> None:
    result = checked(table, {column: text})
    assert result.rows.num_rows == 0
    (row,) = result.held.to_pylist()
    assert (row["file"], row["row"], row["column"], row["value"]) == (f"{table}.csv", 2, column, text or None)
    assert row["reason"] == reason


def test_a_time_with_a_zone_becomes_local_time() -> None:
    created = checked("time_entries", {"created_at": "2026-07-01T10:00:00Z"}).rows.column("created_at").to_pylist()
    assert created[0].isoformat() == "2026-07-01T12:00:00"


def test_a_role_of_the_agencys_own_is_a_role() -> None:
    rules = Rules("EUR", "UTC", ("freelancer",))
    assert checked("users", {"role": "freelancer"}, rules).held.num_rows == 0


def test_a_budget_always_has_a_currency() -> None:
    assert checked("budgets").rows.column("currency").to_pylist() == ["EUR"]


EXACT = [column for table in TABLES.values() for column in table.columns if column.kind.is_exact_number]


@given(st.sampled_from(EXACT), st.integers(0, 10**9))
def test_a_number_written_back_reads_as_the_same(column: Column, value: int) -> None:
    text = text_of(column, value)
    assert text is not None
    within = (column.least is None or Decimal(text) >= column.least) and (
        column.most is None or Decimal(text) <= column.most
    )
    if within:
        assert reader(column, RULES)(text) == value
