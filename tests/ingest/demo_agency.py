"""The demo agency's files, read without any of our code: rows of text, counted by hand in the tests of its stories."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from assistant.agency.tables import TABLES
from ingest.demo import stories
from ingest.demo.frame import TODAY
from ingest.demo.roster import roster

Row = dict[str, str]
Demo = dict[str, list[Row]]

HERE = roster()


def read_demo(folder: Path) -> Demo:
    """Every table of the demo agency in `folder`."""
    return {name: read(folder / f"{name}.csv") for name in TABLES}


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(sentence: str) -> bool:
    """Whether the docstring of the stories says so, however its lines break."""
    return sentence in " ".join((stories.__doc__ or "").split())


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def weekdays(first: date, last: date) -> int:
    return sum(day.weekday() < 5 for day in days(first, last))


def worked(demo: Demo, project_id: str, first: str = "", last: str = "9999") -> list[Row]:
    """The time that counts on a project, from one day to another: not rejected, not ahead of today."""
    last = min(last, TODAY.isoformat())
    return [
        row
        for row in demo["time_entries"]
        if row["project_id"] == project_id and first <= row["date"] <= last and row["status"] != "rejected"
    ]


def total(rows: list[Row], column: str) -> Decimal:
    return sum((Decimal(row[column] or 0) for row in rows), Decimal(0))


def name_of(demo: Demo, person_id: str) -> str:
    return next(row["name"] for row in demo["people"] if row["person_id"] == person_id)


def hourly_cost(demo: Demo, person_id: str, day: str) -> Decimal:
    """The cost of an hour in euros on `day`."""
    rows = [row for row in demo["cost_rates"] if row["person_id"] == person_id and row["valid_from"] <= day]
    rate = max(rows, key=lambda row: row["valid_from"])
    if rate["currency"] == "EUR":
        return Decimal(rate["hourly_cost"])
    worth = [row for row in demo["exchange_rates"] if row["currency"] == rate["currency"] and row["date"] <= day]
    return Decimal(rate["hourly_cost"]) * Decimal(max(worth, key=lambda row: row["date"])["rate"])


def labor_cost(demo: Demo, rows: list[Row]) -> Decimal:
    return sum(
        (Decimal(row["hours"]) * hourly_cost(demo, row["person_id"], row["date"]) for row in rows),
        Decimal(0),
    )


def booked(demo: Demo, person_id: str) -> dict[date, float]:
    """The confirmed hours of each day on which someone is available."""
    planned: dict[date, float] = defaultdict(float)
    for row in demo["bookings"]:
        if row["person_id"] == person_id and row["tentative"] == "false":
            for day in days(date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])):
                if HERE.available(person_id, day):
                    planned[day] += float(row["hours_per_day"])
    return planned


def free_hours(demo: Demo, job_title: str, first: date, last: date) -> float:
    """Available less confirmed hours of everybody with that job title."""
    free = 0.0
    for person in demo["people"]:
        if person["job_title"] == job_title:
            planned = booked(demo, person["person_id"])
            span = days(first, last)
            free += sum(HERE.available(person["person_id"], day) / 3600 - planned.get(day, 0) for day in span)
    return free
