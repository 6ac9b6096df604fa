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
    _filled_up(chance, rows, today)
    rows["invoices"] += _aged(chance, rows, today)
    rows["change_requests"] += _changes(chance, rows, today)
    rows["absences"] += _absences(chance, rows, today)
    rows["bookings"] += _bookings(chance, rows, today)
    rows["deals"].append({**rows["deals"][0], **_WON, "deal_id": "edge", "closed_on": today - timedelta(days=20)})
    if rows.get("working_hours"):
        rows["working_hours"][-1]["sun"] = 1
    rows["time_entries"] += list(_on_new_prices(chance, rows, today))
    taken = {_rate_key(row) for row in rows["bill_rates"]} if "bill_rates" in rows else set()
    for rate in _rates(chance, rows, today):
        if _rate_key(rate) not in taken:
            taken.add(_rate_key(rate))
            rows.setdefault("bill_rates", []).append(rate)


_WON: Row = {"status": "won", "value": None, "created_on": None}
FIRST, LAST = -120, 60
"""The days from today at which what is asked about all of it begins and ends."""


def _absences(chance: Random, rows: dict[str, list[Row]], today: date) -> Iterator[Row]:
    """Leave that only touches the first or the last day that is asked about."""
    for days, length in ((FIRST - 5, 5), (LAST, 3)):
        start = today + timedelta(days=days)
        yield {
            "absence_id": f"edge{days}",
            "person_id": chance.choice(rows["people"])["person_id"],
            "start_date": start,
            "end_date": start + timedelta(days=length),
            "status": "approved",
            "category": chance.choice(("vacation", "sick")),
            "keeps_availability": False,
        }


def _bookings(chance: Random, rows: dict[str, list[Row]], today: date) -> Iterator[Row]:
    """Confirmed work over the first and the last day of budgets, from before today to after it or ahead."""
    for number, budget in enumerate(rows.get("budgets", [])):
        for name in ("start_date", "end_date"):
            edge = budget[name]
            if not isinstance(edge, date) or not -30 <= (edge - today).days <= LAST:
                continue
            yield {
                "booking_id": f"edge{number}{name}",
                "person_id": chance.choice(rows["people"])["person_id"],
                "project_id": budget["project_id"],
                "start_date": edge - timedelta(days=chance.choice((0, 2))),
                "end_date": max(edge, today) + timedelta(days=chance.choice((0, 3))),
                "hours_per_day": chance.choice((3600, 14_400)),
                "tentative": False,
                "budget_id": chance.choice((None, budget["budget_id"])),
            }


def _filled_up(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """A retainer worked and booked beyond its allowance, and a cap that is reached, raised and reached again."""
    start, end = today - timedelta(days=95), today + timedelta(days=40)
    client = chance.choice(rows["clients"])["client_id"]
    common: Row = {"status": "active", "start_date": start, "kind": "client", "client_id": client}
    rows["projects"].append({**common, "project_id": "jedge", "code": "jedge", "name": "jedge"})
    currency = chance.choice(("EUR", "USD"))
    agreed: Row = {"project_id": "jedge", "start_date": start, "end_date": end, "currency": currency}
    rows.setdefault("budgets", []).extend((
        {**agreed, "budget_id": "bedge1", "name": "bedge1", "type": "retainer", "hours": 72_000, "amount": 50_000_000,
         "overage_rate": 800_001, "rollover_cap_hours": 18_000},
        {**agreed, "budget_id": "bedge2", "name": "bedge2", "type": "time_and_materials", "hours": 180_000,
         "amount": 30_000_000, "capped": True},
    ))  # fmt: skip
    people = [row["person_id"] for row in rows["people"]]
    for number in range(36):
        rows["time_entries"].append(
            {
                "entry_id": f"edge{number}",
                "person_id": chance.choice(people),
                "project_id": "jedge",
                "date": start + timedelta(days=number * 95 // 36),
                "hours": chance.choice((14_400, 27_000)),
                "billable_hours": chance.choice((14_400, 7200)),
                "status": chance.choice(("approved", "approved", "submitted")),
                "budget_id": ("bedge1", "bedge2")[number % 2],
                "billable_rate": chance.choice((800_000, 987_654)),
                "currency": currency,
            }
        )
    for number, budget in enumerate(("bedge1", "bedge2")):
        rows["bookings"].append(
            {
                "booking_id": f"edge{number}",
                "person_id": chance.choice(people),
                "project_id": "jedge",
                "start_date": today - timedelta(days=3),
                "end_date": end,
                "hours_per_day": 14_400,
                "tentative": False,
                "budget_id": budget,
            }
        )


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


def _on_new_prices(chance: Random, rows: dict[str, list[Row]], today: date) -> Iterator[Row]:
    """Work on the very day on which a price or a cost begins, by somebody it is meant for."""
    for table in ("bill_rates", "cost_rates"):
        for number, rate in enumerate(rows.get(table, [])):
            day = rate["valid_from"]
            if not isinstance(day, date) or not today + timedelta(days=FIRST) <= day <= today:
                continue
            title = rate.get("job_title")
            fitting = [row["person_id"] for row in rows["people"] if title in (None, row["job_title"])]
            yield {
                "entry_id": f"edge{table}{number}",
                "person_id": rate.get("person_id") or chance.choice(fitting or [rows["people"][0]["person_id"]]),
                "project_id": rate.get("project_id") or chance.choice(rows["projects"])["project_id"],
                "date": day,
                "hours": 7201,
                "billable_hours": 7201,
                "status": "approved",
            }


def _rate_key(row: Row) -> tuple[Value, ...]:
    return tuple(row[name] for name in ("person_id", "job_title", "project_id", "valid_from"))
