"""Who was planned on what, for which part of the day, and what it really took."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ingest.demo import frame
from ingest.demo.delivery import BUDGET, BUDGETS, KIND_OF, SERVICE
from ingest.demo.text_table import Row, table

STAFFING = table("staffing")
EXTRA_BOOKINGS = table("bookings_by_hand")
ODD_ENTRIES = table("odd_entries")

INTERNAL = "HAL-INT"
"""Where the rest of every day goes."""
PERCENT = 100


@dataclass
class Stint:
    """One person on one thing for a while; `owed` is the time the plan has given and not yet received."""

    person_id: str
    project_id: str
    budget_id: str
    service_id: str
    first_day: date
    last_day: date
    planned: int
    worked: int
    billable: int
    owed: int = field(default=0)


def stint(row: Row) -> Stint:
    """Read a row of the staffing: what it is "on" is a service, else a budget, else a project."""
    service, budget = SERVICE.get(row["on"]), BUDGET.get(row["on"])
    if service:
        budget = BUDGET[service["budget_id"]]
    project_id = budget["project_id"] if budget else row["on"]
    return Stint(
        row["person_id"],
        project_id,
        budget["budget_id"] if budget else "",
        service["service_id"] if service else "",
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]),
        int(row["planned"]),
        int(row["worked"] or row["planned"]),
        _billable_percent(project_id, budget, service),
    )


def hours(seconds: int) -> str:
    """Hours as files have them: 5400 -> 1.5."""
    return f"{Decimal(seconds) / frame.WHOLE_HOUR:f}"


def _billable_percent(project_id: str, budget: Row | None, service: Row | None) -> int:
    if KIND_OF[project_id] == "internal" or (service and service["billable"] == "false"):
        return 0
    budget = budget or _FIRST_BUDGET_OF[project_id]
    return frame.BILLABLE_PERCENT_OF.get(project_id, frame.BILLABLE_PERCENT[budget["type"]])


_FIRST_BUDGET_OF: dict[str, Row] = defaultdict(dict)
for _budget in reversed(BUDGETS):
    _FIRST_BUDGET_OF[_budget["project_id"]] = _budget
