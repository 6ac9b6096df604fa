"""The plain format: one CSV file a table, with the columns of the data model in their order."""

import csv
from datetime import date
from pathlib import Path

from ingest.demo.text_table import Row

COLUMNS = {
    "people": "person_id name email team job_title employment calendar start_date end_date utilization_target",
    "working_hours": "person_id valid_from mon tue wed thu fri sat sun week",
    "holidays": "calendar date name fraction",
    "absences": "absence_id person_id start_date end_date hours_per_day status category",
    "assignments": "person_id valid_from team job_title calendar",
    "leave_allowances": "person_id year days category",
    "targets": "metric scope start_date end_date value",
    "cost_rates": "person_id valid_from hourly_cost currency",
    "bill_rates": "valid_from hourly_rate currency person_id job_title project_id",
    "clients": "client_id name status account_manager industry",
    "projects": "project_id code name client_id kind status start_date end_date project_manager",
    "budgets": "budget_id project_id name type start_date end_date hours delivered_on recognition currency"
    " amount capped overage_rate rollover_cap_hours",
    "services": "service_id budget_id name quantity billable price discount_percent",
    "time_entries": "entry_id person_id project_id date hours billable_hours status budget_id service_id"
    " task_id created_at note billable_rate currency cost_rate",
    "bookings": "booking_id person_id project_id start_date end_date hours_per_day tentative job_title"
    " budget_id service_id deal_id",
    "expenses": "expense_id project_id date category vendor status budget_id amount currency billable_amount",
    "invoices": "invoice_id number client_id issued_on due_on net tax currency status kind project_id budget_id",
    "payments": "payment_id invoice_id paid_on amount currency",
    "deals": "deal_id name client_id owner stage status value currency probability expected_close start_date"
    " end_date closed_on created_on",
    "deal_roles": "deal_id job_title hours",
    "tasks": "task_id project_id name kind status due_date assignee start_date done_on estimate_hours"
    " remaining_hours percent_complete client_visible depends_on",
    "change_requests": "change_id project_id title requested_on status hours budget_id decided_on amount",
    "exchange_rates": "date currency rate",
    "users": "email name role person_id",
}

SETTINGS = "workspace.toml"

WORKSPACE = """\
base_currency = "EUR"
default_currency = "EUR"
timezone = "Europe/Ljubljana"
locale = "en-GB"
fiscal_year_starts = 1
week_starts = "monday"
approval_required = false
fixed_price_recognition = "by_hours"
full_time_week = 40
utilization = "billable_of_available"
small_group = 3
timesheet_threshold = 0.95
today = {today}

[absence]
keeps_availability = ["remote work"]
"""


def workspace(today: date) -> str:
    """The settings of a workspace where it is always `today`."""
    return WORKSPACE.replace("{today}", today.isoformat())


def write_table(folder: Path, name: str, rows: list[Row]) -> None:
    """Write one table; what its rows have beside its columns is not written."""
    columns = COLUMNS[name].split()
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(column, "") for column in columns] for row in rows)


def write_text(path: Path, text: str) -> None:
    """Write a text file the same way on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def write_note(path: Path, content: bytes) -> None:
    """Write a note just as it is kept, in its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
