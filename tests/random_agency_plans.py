"""Tasks, leave allowances and the roles of deals, drawn for an agency whose other rows stand already."""

from datetime import date, datetime, timedelta
from random import Random

Value = str | int | bool | date | datetime | None
Row = dict[str, Value]

TITLES = ("Designer", "Developer", "Lead", "Writer")


def add_plans(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add the rows, and name tasks on some of the time entries. What stands already stays as it was drawn."""
    rows["tasks"] = [_task(chance, rows, today, number) for number in range(24)]
    _depend(chance, rows["tasks"])
    for entry in rows["time_entries"]:
        if chance.randrange(2):
            entry["task_id"] = chance.choice(rows["tasks"])["task_id"]
    rows["leave_allowances"] = [
        {"person_id": person["person_id"], "year": year, "days": chance.choice((0, 50_000, 205_000)), "category": one}
        for person in rows["people"]
        for year in (today.year - 1, today.year)
        for one in (None, "Vacation", "sick")
        if chance.randrange(2)
    ]
    rows["deal_roles"] = [
        {"deal_id": deal["deal_id"], "job_title": title, "hours": chance.choice((0, 3600, 144_000, 7201))}
        for deal in rows["deals"]
        for title in chance.sample(TITLES, chance.randrange(3))
    ]


def _task(chance: Random, rows: dict[str, list[Row]], today: date, number: int) -> Row:
    def one(*values: Value) -> Value:
        return chance.choice(values)

    def day(*, seldom: bool = False) -> Value:
        near = today + timedelta(days=chance.randint(-90, 40))
        return one(None, None, near) if seldom else one(None, near, near, today, today - timedelta(days=1))

    status = one("open", "open", "in_progress", "done", "done", "cancelled")
    return {
        "task_id": f"{chance.choice('tTé-')}{number}",
        "project_id": one(*(row["project_id"] for row in rows["projects"])),
        "name": f"Task {number}",
        "kind": one("task", "task", "task", "milestone"),
        "status": status,
        "due_date": day(),
        "assignee": one(None, *(row["person_id"] for row in rows["people"])),
        "start_date": day(seldom=True),
        "done_on": day(seldom=status != "done"),
        "estimate_hours": one(None, 0, 3600, 7201, 36_000),
        "remaining_hours": one(None, None, 0, 5400),
        "percent_complete": one(None, None, 0, 333_333, 1_000_000),
    }


def _depend(chance: Random, tasks: list[Row]) -> None:
    """Some wait for others, for one that is no task, or for both."""
    for task in tasks:
        others = [str(other["task_id"]) for other in chance.sample(tasks, chance.randrange(3))]
        gone = ["gone"] if chance.randrange(5) == 0 else []
        task["depends_on"] = chance.choice((";", "; ")).join(others + gone) or None
