"""Agreements and contracts that begin, end or are delivered on the days that matter, and work on those days."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from tests.random_agency_plans import Row, Value

A_DAY = timedelta(days=1)
TYPES = ("fixed", "time_and_materials", "retainer", "non_billable")


def add_terms(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add a person, and a project with a budget of each type, one of them untouched; what stands already stays so."""
    begins = [today - timedelta(days=days) for days in (0, 1, 30, 47, 75)] + [today.replace(day=1), today + A_DAY]
    ends = [today + timedelta(days=days) for days in (-1, 0, 1, 29, 60)] + [_last_of_month(today)]
    rows["people"].append(_person(chance, rows, begins, ends))
    rows.setdefault("working_hours", []).append({
        "person_id": "pterm", "valid_from": date(2020, 1, 1),
        **dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 28_800), "sat": 3600, "sun": None,
    })  # fmt: skip
    rows.setdefault("cost_rates", []).append(
        {"person_id": "pterm", "valid_from": chance.choice(begins), "hourly_cost": 412_345, "currency": "EUR"}
    )
    client = chance.choice(rows["clients"])["client_id"]
    common: Row = {"kind": "client", "client_id": client, "status": chance.choice(("active", "active", "on_hold"))}
    project: Row = {**common, "project_id": "jterm", "code": "jterm", "name": "jterm", "start_date": begins[4]}
    rows["projects"].append(project)
    *worked, untouched = chance.sample(TYPES, 4)
    blank: Row = {"amount": chance.choice((0, None, 10_000_000)), "hours": chance.choice((0, None, 36_000))}
    rows.setdefault("budgets", []).append(_budget(chance, "bterm3", untouched, begins, ends) | blank)
    for number, kind in enumerate(worked):
        budget = _budget(chance, f"bterm{number}", kind, begins, ends)
        rows["budgets"].append(budget)
        rows["time_entries"] += _work(chance, rows, budget, today)
        rows["expenses"] += _spent(chance, budget, today)
        rows["tasks"].append(_task(chance, budget, number, today))
        rows["change_requests"] += _changes(chance, budget)
    _one_after_another(chance, rows, project, today)
    # Nobody has worked on it yet, but it is planned.
    rows["bookings"].append({
        "booking_id": "term", "person_id": chance.choice(rows["people"])["person_id"], "project_id": "jterm",
        "start_date": today, "end_date": today + 9 * A_DAY, "hours_per_day": 3600, "budget_id": "bterm3",
    })  # fmt: skip
    # What is meant for the project goes before what is meant for its client.
    for scope, value in ((f"client:{client}", 990_000), ("project:jterm", 50_000)):
        since = today - 100 * A_DAY
        rows["targets"].append({"metric": "margin", "scope": scope, "start_date": since, "value": value})
    taken = {(row["calendar"], row["date"]) for row in rows.get("holidays", [])}
    for calendar in ("AT", "HR"):
        day = today + timedelta(days=chance.choice((-2, -1, 0, 1)))
        if (calendar, day) not in taken:
            rows.setdefault("holidays", []).append({"calendar": calendar, "date": day, "fraction": 5000})


def _last_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - A_DAY


def _person(chance: Random, rows: dict[str, list[Row]], begins: list[date], ends: list[date]) -> Row:
    """Somebody who joined or left on a day that matters; of the team of another, so that no team is new."""
    like = chance.choice(rows["people"])
    return {
        **like, "person_id": "pterm", "name": "pterm", "email": "pterm@example.com",
        "employment": chance.choice(("employee", "employee", None)),
        "start_date": chance.choice(begins), "end_date": chance.choice([None, *ends[1:]]),
    }  # fmt: skip


def _budget(chance: Random, name: str, kind: str, begins: list[date], ends: list[date]) -> Row:
    start, end = chance.choice([one for one in begins if one <= min(ends)]), chance.choice(ends)
    delivered: tuple[Value, ...] = (None, None, *ends[:3], end, end + A_DAY, start)
    return {
        "budget_id": name, "project_id": "jterm", "name": name, "type": kind, "start_date": start, "end_date": end,
        "hours": chance.choice((0, 1, 18_000, 36_000, 72_000)), "delivered_on": chance.choice(delivered),
        "recognition": chance.choice((None, "by_hours", "straight_line", "on_delivery")),
        "currency": chance.choice(("EUR", "EUR", "USD")), "amount": chance.choice((10_000_000, 12_345_679)),
        "capped": chance.choice((True, False, None)), "overage_rate": chance.choice((None, 800_001)),
        "rollover_cap_hours": chance.choice((None, 0, 3600)),
    }  # fmt: skip


def _one_after_another(chance: Random, rows: dict[str, list[Row]], like: Row, today: date) -> None:
    """A fixed fee, and a budget that begins beside it about today: planned work that names neither runs over both."""
    rows["projects"].append({**like, "project_id": "jlap", "code": "jlap", "name": "jlap"})
    begins = today + chance.choice((-10, -1, 0, 1, 2)) * A_DAY
    fixed: Row = {
        "budget_id": "blap0", "project_id": "jlap", "name": "blap0", "type": "fixed", "hours": 72_000,
        "start_date": today - 40 * A_DAY, "end_date": today + 29 * A_DAY, "recognition": "by_hours",
        "currency": "EUR", "amount": 9_000_000,
    }  # fmt: skip
    after: Row = {
        **fixed, "budget_id": "blap1", "name": "blap1", "type": chance.choice(TYPES), "start_date": begins,
        "end_date": today + 60 * A_DAY, "capped": True, "recognition": None,
    }  # fmt: skip
    rows["budgets"] += [fixed, after]
    somebody = chance.choice(rows["people"])
    person = somebody["person_id"]
    if somebody["job_title"] is not None:
        rows.setdefault("bill_rates", []).extend(
            {"valid_from": today + days * A_DAY, "hourly_rate": rate, "currency": "EUR", "person_id": None,
             "job_title": somebody["job_title"], "project_id": "jlap"}
            for days, rate in ((-20, 1_000_000), (-2, 800_000), (2, 1_234_567))
        )  # fmt: skip
    rows["bookings"].append({
        "booking_id": "lap", "person_id": person, "project_id": "jlap", "hours_per_day": 7200, "tentative": None,
        "start_date": today - chance.choice((15, 1, 0)) * A_DAY, "end_date": today + chance.choice((0, 1, 5)) * A_DAY,
    })  # fmt: skip
    rows["bookings"].append({
        "booking_id": "lap1", "person_id": person, "project_id": "jlap", "hours_per_day": 3600, "budget_id": "blap1",
        "start_date": today, "end_date": today + 9 * A_DAY,
    })  # fmt: skip
    for number, day in enumerate((begins - A_DAY, begins, today - 2 * A_DAY, today - A_DAY)):
        rows["time_entries"].append({
            "entry_id": f"lap{number}", "person_id": person, "project_id": "jlap", "date": day, "hours": 7200,
            "billable_hours": 7200, "status": "approved",
        })  # fmt: skip


_OWN_PRICE: tuple[Row, ...] = ({}, {"billable_rate": 1_000_000, "currency": "EUR"})


def _work(chance: Random, rows: dict[str, list[Row]], budget: Row, today: date) -> Iterator[Row]:
    """An entry on each day on which the budget begins, ends or is delivered, and the days beside them."""
    marks = [budget[name] for name in ("start_date", "end_date", "delivered_on")] + [today]
    days = {mark + by * A_DAY for mark in marks if isinstance(mark, date) for by in (-1, 0, 1)}
    for number, day in enumerate(sorted(one for one in days if one <= today + A_DAY)):
        yield {
            "entry_id": f"term{budget['budget_id']}{number}",
            "person_id": chance.choice(("pterm", chance.choice(rows["people"])["person_id"])),
            "project_id": "jterm", "date": day, "hours": chance.choice((3600, 14_400, 18_000)),
            "billable_hours": chance.choice((3600, 18_000)), "status": chance.choice(("approved", "approved", "draft")),
            "budget_id": budget["budget_id"], **chance.choice(_OWN_PRICE),
        }  # fmt: skip


def _changes(chance: Random, budget: Row) -> Iterator[Row]:
    """More hours or none at all any more, on the day of delivery or beside it."""
    day = budget["delivered_on"] or budget["end_date"]
    hours = budget["hours"]
    if isinstance(day, date) and isinstance(hours, int) and chance.randrange(2):
        decided = day + chance.choice((-1, 0, 1)) * A_DAY
        yield {
            "change_id": f"term{budget['budget_id']}", "project_id": "jterm", "title": "At the end",
            "requested_on": decided, "decided_on": decided, "status": "approved", "budget_id": budget["budget_id"],
            "hours": chance.choice((-hours, 3600)), "amount": chance.choice((None, 1_000_001)),
        }  # fmt: skip


def _spent(chance: Random, budget: Row, today: date) -> Iterator[Row]:
    for number, day in enumerate((today - A_DAY, today, today + A_DAY)):
        yield {
            "expense_id": f"term{budget['budget_id']}{number}", "project_id": "jterm", "date": day,
            "category": "travel", "status": chance.choice(("approved", "approved", "committed")),
            "budget_id": budget["budget_id"], "amount": 333_333, "currency": "EUR",
            "billable_amount": chance.choice((None, 400_000)),
        }  # fmt: skip


def _task(chance: Random, budget: Row, number: int, today: date) -> Row:
    """A task due on the day it was done, the day after or the day before."""
    done = today - timedelta(days=chance.choice((0, 1, 30)))
    return {
        "task_id": f"term{number}", "project_id": budget["project_id"], "name": f"Term {number}", "kind": "task",
        "status": chance.choice(("done", "done", "in_progress")), "done_on": done,
        "due_date": done + chance.choice((-1, 0, 1)) * A_DAY, "estimate_hours": 7201, "assignee": "pterm",
    }  # fmt: skip
