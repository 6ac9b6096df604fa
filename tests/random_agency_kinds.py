"""The kinds of rows a rule of the glossary was written for, and how many of each an agency holds."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pyarrow as pa

from tests.random_agency import BASE, KEEPS_AVAILABILITY, TODAY, WEEK

Row = Mapping[str, Any]
Kinds = Iterator[str]


@dataclass(frozen=True)
class Agency:
    """The tables of an agency as rows, and what of them is looked up by id."""

    tables: Mapping[str, pa.Table]

    @cached_property
    def rows(self) -> dict[str, list[dict[str, Any]]]:
        return {name: table.to_pylist() for name, table in self.tables.items()}

    @cached_property
    def people(self) -> dict[str, Row]:
        return {row["person_id"]: row for row in self.rows["people"]}

    @cached_property
    def projects(self) -> dict[str, Row]:
        return {row["project_id"]: row for row in self.rows["projects"]}

    @cached_property
    def budgets(self) -> dict[str, Row]:
        return {row["budget_id"]: row for row in self.rows["budgets"]}

    @cached_property
    def services(self) -> dict[str, Row]:
        return {row["service_id"]: row for row in self.rows["services"]}

    @cached_property
    def closed(self) -> set[date]:
        return {row["date"] for row in self.rows["holidays"]}

    def start_of(self, budget: Row) -> date | None:
        start: date | None = budget["start_date"] or self.projects[budget["project_id"]]["start_date"]
        return start

    def worked_on(self, budget: str) -> int:
        return sum(row["hours"] for row in self.rows["time_entries"] if row["budget_id"] == budget)

    def in_force(self, project: str, day: date) -> list[Row]:
        """The budgets of a project in force on a day."""
        return [
            one
            for one in self.rows["budgets"]
            if one["project_id"] == project and (self.start_of(one) or date.min) <= day <= (one["end_date"] or date.max)
        ]

    def budget_of(self, row: Row, day: date) -> Row | None:
        """The budget a row belongs to: its own, its service's, or the only one in force."""
        named = row.get("budget_id")
        if named is None and row.get("service_id") is not None:
            named = self.services[row["service_id"]]["budget_id"]
        if named is not None:
            return self.budgets[named]
        found = self.in_force(row["project_id"], day) if row.get("project_id") else []
        return found[0] if len(found) == 1 else None


def coverage(tables: Mapping[str, pa.Table]) -> dict[str, int]:
    """How many rows of each kind these tables hold; every kind is named, those without a row with 0."""
    agency = Agency(tables)
    counted: Counter[str] = Counter()
    for table, kinds in KINDS.items():
        for row in agency.rows[table]:
            counted.update({f"{table}: {kind}" for kind in kinds(agency, row)})
    return {kind: counted[kind] for kind in (*EXPECTED, *sorted(counted.keys() - set(EXPECTED)))}


def _people(agency: Agency, row: Row) -> Kinds:
    yield row["employment"]
    yield from _when("start", row["start_date"])
    yield from _when("end", row["end_date"])
    yield "no calendar" if row["calendar"] is None else "a calendar"
    yield "no team" if row["team"] is None else "a team"
    patterns = [one for one in agency.rows["working_hours"] if one["person_id"] == row["person_id"]]
    if not patterns:
        yield "no pattern"
    if len({one["valid_from"] for one in patterns}) > 1:
        yield "a changed pattern"
    if not any(one["person_id"] == row["person_id"] for one in agency.rows["cost_rates"]):
        yield "no cost rate"


def _patterns(_: Agency, row: Row) -> Kinds:
    hours = [row[day] for day in WEEK]
    yield f"week {row['week']}"
    if sum(one or 0 for one in hours[:5]) < 100_000:
        yield "part time"
    if hours[5]:
        yield "Saturdays"
    if None in hours[:5]:
        yield "a blank day"


def _holidays(_: Agency, row: Row) -> Kinds:
    yield f"of {row['calendar']}"
    yield {None: "blank fraction", 10_000: "whole"}.get(row["fraction"], "a part of the day")
    if row["date"].isoweekday() > 5:
        yield "on a weekend"


def _assignments(agency: Agency, row: Row) -> Kinds:
    for one in ("team", "job_title", "calendar"):
        if row[one] is None:
            yield f"blank {one}"
        elif row[one] != agency.people[row["person_id"]][one]:
            yield f"another {one}"


def _absences(agency: Agency, row: Row) -> Kinds:
    yield row["status"]
    hours = row["hours_per_day"]
    yield "whole days" if hours is None else "no hours" if hours == 0 else "hours a day"
    days = [row["start_date"] + timedelta(days=n) for n in range((row["end_date"] - row["start_date"]).days + 1)]
    if any(day.isoweekday() > 5 for day in days) and any(day.isoweekday() <= 5 for day in days):
        yield "over a weekend"
    if agency.closed & set(days):
        yield "over a holiday"
    if str(row["category"]).lower() in KEEPS_AVAILABILITY:
        yield "remote work"
    if row["category"] is None:
        yield "no category"
    person = agency.people[row["person_id"]]
    if row["start_date"] < (person["start_date"] or date.max) or row["end_date"] > (person["end_date"] or date.max):
        yield "outside the contract"
    yield from (kind for kind in ("overlapping",) if _overlaps(agency, row))


def _overlaps(agency: Agency, row: Row) -> bool:
    return any(
        other["person_id"] == row["person_id"]
        and other["absence_id"] != row["absence_id"]
        and other["start_date"] <= row["end_date"]
        and other["end_date"] >= row["start_date"]
        for other in agency.rows["absences"]
    )


def _clients(_: Agency, row: Row) -> Kinds:
    yield "no account manager" if row["account_manager"] is None else "an account manager"


def _projects(_: Agency, row: Row) -> Kinds:
    yield row["kind"]
    yield row["status"]
    if row["start_date"] is None:
        yield "no start"
    if row["project_manager"] is None:
        yield "no manager"


def _budgets(agency: Agency, row: Row) -> Kinds:
    kind = row["type"]
    yield f"{kind}, {row['recognition']}"
    yield from _delivered(row)
    for one in ("start_date", "end_date", "hours", "amount"):
        yield f"{kind}, {one} {'blank' if row[one] is None else 'none' if row[one] == 0 else 'given'}"
    yield from ("no start at all",) * (agency.start_of(row) is None)
    if row["hours"] and agency.worked_on(row["budget_id"]) > row["hours"]:
        yield f"{kind}, worked beyond its hours"
    yield from _foreign(row)
    if kind == "time_and_materials":
        yield f"capped {row['capped']}"
    if kind == "retainer":
        yield "an overage rate" if row["overage_rate"] is not None else "no overage rate"
        yield "carries " + {None: "all", 0: "nothing"}.get(row["rollover_cap_hours"], "some")


def _delivered(row: Row) -> Kinds:
    delivered, end = row["delivered_on"], row["end_date"]
    if delivered is None:
        yield f"{row['type']}, not delivered"
    elif delivered > TODAY:
        yield f"{row['type']}, delivery ahead"
    elif end is not None:
        yield f"{row['type']}, delivered {'early' if delivered < end else 'late'}"


def _services(_: Agency, row: Row) -> Kinds:
    yield f"billable {row['billable']}"
    yield "no price" if row["price"] is None else "price 0" if row["price"] == 0 else "a price"
    if row["discount_percent"]:
        yield "a discount"
    if row["quantity"] is None:
        yield "no quantity"


def _bill_rates(agency: Agency, row: Row) -> Kinds:
    keys = [one for one in ("person_id", "job_title", "project_id") if row[one] is not None]
    yield f"by {', '.join(keys) or 'nothing'}"
    if any(
        other["valid_from"] < row["valid_from"] and all(other[key] == row[key] for key in _BILL_KEYS)
        for other in agency.rows["bill_rates"]
    ):
        yield "a change"
    yield from ("a change ahead",) * (row["valid_from"] > TODAY)
    yield from _foreign(row)


_BILL_KEYS = ("person_id", "job_title", "project_id")


def _cost_rates(agency: Agency, row: Row) -> Kinds:
    yield from _foreign(row)
    rates = [one for one in agency.rows["cost_rates"] if one["person_id"] == row["person_id"]]
    if row["valid_from"] > min(one["valid_from"] for one in rates):
        yield "a change"
    elif row["valid_from"].year >= TODAY.year:
        yield "beginning late"


def _entries(agency: Agency, row: Row) -> Kinds:
    day = row["date"]
    yield row["status"]
    yield "ahead" if day > TODAY else "today" if day == TODAY else "past"
    yield from _billable(row)
    yield from _lag(row)
    yield from _rated(row)
    yield from _belongs(agency, row, day)
    person = agency.people[row["person_id"]]
    if not (person["start_date"] or date.max) <= day <= (person["end_date"] or date.max):
        yield "outside the contract"
    yield f"on a project of kind {agency.projects[row['project_id']]['kind']}"


def _billable(row: Row) -> Kinds:
    hours, billable = row["hours"], row["billable_hours"]
    if hours == 0:
        yield "no hours"
    if billable is None:
        yield "billable hours blank"
    elif billable != hours:
        yield "billable hours fewer" if billable < hours else "billable hours more"


def _lag(row: Row) -> Kinds:
    if row["created_at"] is None:
        yield "no created_at"
    else:
        lag = (row["created_at"].date() - row["date"]).days
        yield "written down ahead" if lag < 0 else "written down late" if lag else "written down that day"


def _rated(row: Row) -> Kinds:
    for one in ("billable_rate", "cost_rate"):
        if row[one] is not None:
            yield f"its own {one}" + ("" if row["currency"] == BASE else " in another currency")


def _belongs(agency: Agency, row: Row, day: date) -> Kinds:
    """What ties a row to its budget, and what kind of budget that is."""
    own, service = row.get("budget_id"), row.get("service_id")
    in_force = agency.in_force(row["project_id"], day)
    if own is not None:
        yield "names its budget" + ("" if agency.budgets[own]["project_id"] == row["project_id"] else " of elsewhere")
    elif service is not None:
        yield "names a service only"
    else:
        yield f"{('no', 'one', 'two')[min(len(in_force), 2)]} budget in force"
    budget = agency.budget_of(row, day)
    if budget is not None:
        yield from _on_budget(agency, budget, day)


def _on_budget(agency: Agency, budget: Row, day: date) -> Kinds:
    yield f"on a budget, {budget['type']}"
    if budget["delivered_on"] is not None and day > budget["delivered_on"]:
        yield "after delivery"
    if budget["end_date"] is not None and day > budget["end_date"]:
        yield "after the budget's end"
    if day < (agency.start_of(budget) or date.min):
        yield "before the budget's start"


def _bookings(agency: Agency, row: Row) -> Kinds:
    first, last = row["start_date"], row["end_date"]
    yield f"tentative {row['tentative']}"
    yield "a placeholder" if row["person_id"] is None else "a person"
    yield "past" if last < TODAY else "ahead" if first > TODAY else "through today"
    if any(first <= day <= last for day in agency.closed):
        yield "over a holiday"
    if row["project_id"] is None:
        yield "no project"
        return
    yield from _belongs(agency, row, last)


def _expenses(agency: Agency, row: Row) -> Kinds:
    yield row["status"]
    yield "ahead" if row["date"] > TODAY else "past"
    for one in ("amount", "billable_amount"):
        yield f"{one} {'blank' if row[one] is None else 'negative' if row[one] < 0 else 'given'}"
    yield from _foreign(row)
    yield from _belongs(agency, row, row["date"])


def _changes(agency: Agency, row: Row) -> Kinds:
    yield row["status"]
    for one in ("hours", "amount"):
        yield f"{one} {'blank' if row[one] is None else 'taken away' if row[one] < 0 else 'added'}"
    yield from _edges(agency, row)
    if row["decided_on"] is None:
        yield "undecided" if row["status"] == "pending" else "decided on no day"
    yield from _belongs(agency, row, row["decided_on"] or row["requested_on"])


def _edges(agency: Agency, row: Row) -> Kinds:
    """Where an approved change comes into force on a day on which something else begins or ends."""
    day, budget = (
        row["decided_on"] or row["requested_on"],
        agency.budget_of(row, row["decided_on"] or row["requested_on"]),
    )
    if row["status"] != "approved" or budget is None:
        return
    if day == budget["start_date"]:
        yield "on the first day of its budget" + ("" if row["budget_id"] else ", the only one in force")
    yield from ("on the last day of its budget",) * (day == budget["end_date"])
    yield from ("today",) * (day == TODAY) or ("ahead",) * (day > TODAY)
    if day > TODAY and budget["capped"] and budget["type"] == "time_and_materials":
        yield "raising a cap ahead"


def _deals(_: Agency, row: Row) -> Kinds:
    yield row["status"]
    for one in ("start_date", "end_date", "expected_close", "client_id", "value", "probability"):
        if row[one] is None:
            yield f"no {one}"
    if row["start_date"] is None and row["expected_close"] is None:
        yield "no day at all"
    if row["end_date"] is not None and row["end_date"] < TODAY:
        yield "past"
    yield from {0: ("no chance",), 1_000_000: ("certain",)}.get(row["probability"], ())
    yield from _foreign(row)


def _tasks(agency: Agency, row: Row) -> Kinds:
    yield f"{row['kind']}, {row['status']}"
    if row["status"] == "done":
        yield "done on no day" if row["done_on"] is None else "done on a day"
        if row["done_on"] and row["due_date"]:
            yield "done late" if row["done_on"] > row["due_date"] else "done in time"
    elif row["due_date"] is not None:
        yield "due before" if row["due_date"] < TODAY else "due today" if row["due_date"] == TODAY else "due ahead"
    for one in ("estimate_hours", "remaining_hours", "percent_complete"):
        yield f"{one} {'blank' if row[one] is None else 'none' if row[one] == 0 else 'given'}"
    statuses = {other["task_id"]: other["status"] for other in agency.rows["tasks"]}
    for needed in filter(None, (one.strip() for one in str(row["depends_on"] or "").split(";"))):
        yield f"waits for one {statuses.get(needed, 'that is no task')}"
    if any(entry["task_id"] == row["task_id"] for entry in agency.rows["time_entries"]):
        yield "worked on"


def _allowances(_: Agency, row: Row) -> Kinds:
    yield "for any leave" if row["category"] is None else "for a category"
    yield "this year" if row["year"] == TODAY.year else "another year"


def _deal_roles(agency: Agency, row: Row) -> Kinds:
    status = next(deal["status"] for deal in agency.rows["deals"] if deal["deal_id"] == row["deal_id"])
    yield f"of a deal {status}"
    yield "no hours" if row["hours"] == 0 else "hours"


def _exchange_rates(agency: Agency, row: Row) -> Kinds:
    if row["currency"] == BASE:
        yield "of the base currency"
        return
    others = [one for one in agency.rows["exchange_rates"] if one["currency"] == row["currency"]]
    if row["date"] > min(one["date"] for one in others):
        yield "a change"
    elif row["date"].year >= TODAY.year:
        yield "beginning late"


def _foreign(row: Row) -> Kinds:
    yield from ("another currency",) * (row["currency"] != BASE)


def _when(what: str, day: date | None) -> Kinds:
    yield f"no {what}" if day is None else f"{what} on the way" if day.year >= TODAY.year else f"{what} long ago"


KINDS: Mapping[str, Callable[[Agency, Row], Kinds]] = {
    "people": _people,
    "working_hours": _patterns,
    "holidays": _holidays,
    "assignments": _assignments,
    "absences": _absences,
    "clients": _clients,
    "projects": _projects,
    "budgets": _budgets,
    "services": _services,
    "bill_rates": _bill_rates,
    "cost_rates": _cost_rates,
    "time_entries": _entries,
    "bookings": _bookings,
    "expenses": _expenses,
    "change_requests": _changes,
    "deals": _deals,
    "exchange_rates": _exchange_rates,
    "tasks": _tasks,
    "leave_allowances": _allowances,
    "deal_roles": _deal_roles,
}
EXPECTED_OF = """
people: a calendar | a changed pattern | a team | contractor | employee | end on the way |
    no calendar | no cost rate | no end | no pattern | no start | no team | start long ago |
    start on the way
working_hours: Saturdays | a blank day | part time | week A | week B | week None
holidays: a part of the day | blank fraction | of AT | of HR | on a weekend | whole
assignments: another calendar | another job_title | another team | blank calendar | blank job_title
    | blank team
absences: approved | hours a day | no category | no hours | outside the contract | over a holiday |
    over a weekend | overlapping | pending | rejected | remote work | whole days
clients: an account manager | no account manager
projects: active | archived | client | done | internal | no manager | no start | on_hold | planned
budgets: an overage rate | another currency | capped False | capped None | capped True | carries all
    | carries nothing | carries some | no overage rate | no start at all
services: a discount | a price | billable False | billable None | billable True | no price |
    no quantity | price 0
bill_rates: a change | a change ahead | another currency | by job_title | by job_title, project_id | by nothing |
    by person_id | by person_id, job_title | by person_id, job_title, project_id |
    by person_id, project_id | by project_id
cost_rates: a change | another currency | beginning late
time_entries: after delivery | after the budget's end | ahead | approved | before the budget's start
    | billable hours blank | billable hours fewer | billable hours more | draft |
    its own billable_rate | its own billable_rate in another currency | its own cost_rate |
    its own cost_rate in another currency | names a service only | names its budget |
    names its budget of elsewhere | no budget in force | no created_at | no hours |
    on a budget, fixed | on a budget, non_billable | on a budget, retainer |
    on a budget, time_and_materials | on a project of kind client | on a project of kind internal |
    one budget in force | outside the contract | past | rejected | submitted | today |
    two budget in force | written down ahead | written down late | written down that day
bookings: a person | a placeholder | after delivery | after the budget's end | ahead |
    before the budget's start | names a service only | names its budget |
    names its budget of elsewhere | no budget in force | no project | on a budget, fixed |
    on a budget, non_billable | on a budget, retainer | on a budget, time_and_materials |
    one budget in force | over a holiday | past | tentative False | tentative None | tentative True
    | through today | two budget in force
expenses: after delivery | after the budget's end | ahead | amount blank | amount given |
    amount negative | another currency | approved | before the budget's start |
    billable_amount blank | billable_amount given | committed | names its budget |
    names its budget of elsewhere | no budget in force | on a budget, fixed |
    on a budget, non_billable | on a budget, retainer | on a budget, time_and_materials |
    one budget in force | past | rejected | two budget in force
change_requests: after delivery | after the budget's end | amount added | amount blank |
    amount taken away | approved | before the budget's start | decided on no day | declined |
    hours added | hours blank | hours taken away | names its budget | names its budget of elsewhere
    | no budget in force | on a budget, fixed | on a budget, non_billable | on a budget, retainer |
    on a budget, time_and_materials | one budget in force | pending | two budget in force |
    undecided | on the first day of its budget | on the last day of its budget | today | ahead |
    on the first day of its budget, the only one in force | raising a cap ahead
deals: another currency | certain | lost | no chance | no client_id | no day at all | no end_date |
    no expected_close | no probability | no start_date | no value | open | past | won
exchange_rates: a change | beginning late | of the base currency
tasks: task, open | task, in_progress | task, done | task, cancelled | milestone, open |
    milestone, done | milestone, cancelled | done on no day | done on a day | done late |
    done in time | due before | due today | due ahead | estimate_hours blank | estimate_hours none |
    estimate_hours given | remaining_hours blank | remaining_hours none | remaining_hours given |
    percent_complete blank | percent_complete none | percent_complete given | waits for one open |
    waits for one done | waits for one cancelled | waits for one that is no task | worked on
leave_allowances: for any leave | for a category | this year | another year
deal_roles: of a deal open | of a deal won | of a deal lost | hours | no hours
every type of budget: None | amount blank | amount given | amount none | by_hours | delivered early
    | delivered late | delivery ahead | end_date blank | end_date given | hours blank | hours given
    | hours none | not delivered | on_delivery | start_date blank | start_date given | straight_line |
    worked beyond its hours
"""
"""What agencies must hold somewhere, or a rule goes untried: the kinds of each table."""

TYPES = ("fixed", "time_and_materials", "retainer", "non_billable")


def _expected() -> Iterator[str]:
    for line in EXPECTED_OF.replace("\n    ", " ").strip().splitlines():
        table, kinds = line.split(": ", 1)
        for kind in kinds.split(" | "):
            if table in KINDS:
                yield f"{table}: {kind}"
            else:
                yield from (f"budgets: {one}, {kind}" for one in TYPES)


EXPECTED = tuple(_expected())
