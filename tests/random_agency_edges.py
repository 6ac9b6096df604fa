"""Rows on the very days and amounts at which a rule changes its mind, for an agency whose other rows stand already."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tests.random_agency_plans import Row, Value

AGES = (30, 31, 60, 61, 90, 91)
"""Days after which an invoice is in the next class of age, and the day before."""


def add_edges(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add the rows. What stands already stays as it was drawn, but for two payments that arrive today."""
    for payment in chance.sample(rows["payments"], 2):
        payment["paid_on"] = today
    rows["invoices"] += _aged(chance, rows, today)
    rows["change_requests"] += _changes(chance, rows, today)
    taken = {_rate_key(row) for row in rows["bill_rates"]} if "bill_rates" in rows else set()
    for rate in _rates(chance, rows, today):
        if _rate_key(rate) not in taken:
            taken.add(_rate_key(rate))
            rows.setdefault("bill_rates", []).append(rate)


def _aged(chance: Random, rows: dict[str, list[Row]], today: date) -> Iterator[Row]:
    for days in AGES:
        like = chance.choice(rows["invoices"])
        due = today - timedelta(days=days)
        edge: Row = {"invoice_id": f"edge{days}", "number": f"edge{days}", "status": "sent", "kind": "invoice"}
        yield {**like, **edge, "net": 7_000_001, "due_on": due, "issued_on": due - timedelta(days=14)}


def _changes(chance: Random, rows: dict[str, list[Row]], today: date) -> Iterator[Row]:
    """Approved on a budget's first or last day, the days beside them, today, and ahead of today."""
    for number, budget in enumerate(rows.get("budgets", [])):
        starts, ends = budget["start_date"], budget["end_date"]
        edges = [one + timedelta(days=aside) for one in (starts, ends) if isinstance(one, date) for aside in (-1, 0, 1)]
        for place, day in enumerate([*chance.sample(edges, min(2, len(edges))), today, today + timedelta(days=9)]):
            yield {
                "change_id": f"edge{number}-{place}",
                "project_id": budget["project_id"],
                "title": "On the edge",
                "requested_on": day,
                "status": "approved",
                "hours": chance.choice((None, 7201, 18_000)),
                "budget_id": chance.choice((None, budget["budget_id"])),
                "decided_on": chance.choice((None, day)),
                "amount": chance.choice((None, 1_234_567, 5_000_000)),
            }


def _rates(chance: Random, rows: dict[str, list[Row]], today: date) -> Iterator[Row]:
    """Prices that change while work is planned, on every level of their keys."""
    people = [row["person_id"] for row in rows["people"]]
    projects = [row["project_id"] for row in rows["projects"]]
    for days in (1, 4, 5, 6, 11):
        person, project = chance.choice((None, chance.choice(people))), chance.choice((None, chance.choice(projects)))
        title: Value = None if person else chance.choice((None, "Designer", "Developer"))
        keys: Row = {"person_id": person, "job_title": title, "project_id": project}
        yield {
            **keys,
            "valid_from": today + timedelta(days=days),
            "hourly_rate": chance.choice((333_333, 800_000, 1_500_001)),
            "currency": chance.choice(("EUR", "EUR", "USD")),
        }


def _rate_key(row: Row) -> tuple[Value, ...]:
    return tuple(row[name] for name in ("person_id", "job_title", "project_id", "valid_from"))
