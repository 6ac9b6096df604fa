"""Detailed time reports as tests write them: a header of some system, and rows by its columns."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

CLOCKIFY = (
    "Project", "Client", "Description", "Task", "User", "Group", "Email", "Tags", "Type", "Billable", "Invoiced",
    "Invoice ID", "Start Date", "Start Time", "End Date", "End Time", "Duration (h)", "Duration (decimal)",
    "Billable Rate (EUR)", "Billable Amount (EUR)", "Cost Rate (EUR)", "Cost Amount (EUR)", "Date of creation",
)  # fmt: skip
TOGGL = (
    "User", "Email", "Client", "Project", "Task", "Description", "Billable", "Start date", "Start time", "End date",
    "End time", "Duration", "Tags", "Amount (EUR)",
)  # fmt: skip
HARVEST = (
    "Date", "Client", "Project", "Project Code", "Task", "Notes", "Hours", "Hours Rounded", "Billable?", "Invoiced?",
    "Approved?", "First Name", "Last Name", "Roles", "Employee?", "Billable Rate", "Billable Amount", "Cost Rate",
    "Cost Amount", "Currency", "External Reference URL",
)  # fmt: skip


def export(path: Path, header: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Path:
    """Write a report with these columns; what a row does not say is blank."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def clockify(date: str = "2026-09-14", duration: str = "01:00:00", **more: str) -> dict[str, str]:
    """A row of Clockify's detailed report; `more` by the first word of a column."""
    row = {
        "Project": "Website", "Client": "Lighthouse", "Description": "Grid", "User": "Ana Kovač",
        "Email": "ana@studio.example", "Type": "Regular", "Billable": "Yes", "Start Date": date,
        "Start Time": "09:00:00", "Duration (h)": duration, "Billable Rate (EUR)": "100.00",
    }  # fmt: skip
    return row | _named(CLOCKIFY, more)


def toggl(date: str = "2026-09-14", duration: str = "01:00:00", **more: str) -> dict[str, str]:
    """A row of Toggl's detailed report."""
    row = {
        "Project": "Website", "Client": "Lighthouse", "Description": "Grid", "User": "Ana Kovač",
        "Email": "ana@studio.example", "Billable": "Yes", "Start date": date, "Start time": "09:00:00",
        "Duration": duration,
    }  # fmt: skip
    return row | _named(TOGGL, more)


def harvest(date: str = "2026-09-14", hours: str = "1.0", **more: str) -> dict[str, str]:
    """A row of Harvest's detailed time report."""
    row = {
        "Project": "Website", "Client": "Lighthouse", "Notes": "Grid", "First Name": "Ana", "Last Name": "Kovač",
        "Billable?": "Yes", "Date": date, "Hours": hours, "Billable Rate": "100.00", "Currency": "Euro - EUR",
    }  # fmt: skip
    return row | _named(HARVEST, more)


def _named(header: Sequence[str], more: Mapping[str, str]) -> dict[str, str]:
    """`billable_amount` is “Billable Amount (EUR)”: the first column that begins so."""
    found = {}
    for key, text in more.items():
        found[next(name for name in header if name.lower().startswith(key.replace("_", " ")))] = text
    return found
