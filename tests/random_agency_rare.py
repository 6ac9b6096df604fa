"""An agency of cases that chance seldom makes: limits met exactly, the least there is, rows on the days asked about.

Each of them decides an answer alone, on a project, budget or person of its own. Which edge it stands on goes by chance.
`bare` takes whole tables away: what nobody uploaded.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import count
from random import Random

import numpy as np
import pyarrow as pa

from assistant.agency.tables import TABLES, arrow_schema
from tests.random_agency import RATE, TODAY, Tables, random_agency
from tests.random_agency_plans import Row, Value
from tests.random_agency_rare_deals import add_deals

A_DAY = timedelta(days=1)
HOUR = 3600
LAST_DAYS = tuple(TODAY + timedelta(days=days) for days in (60, 0, -4, -66))
"""The days on which what is asked about ends, in all questions that are not left to chance."""
PAST_LAST_DAYS = LAST_DAYS[1:]
FIRST_DAY = TODAY - timedelta(days=120)
LONG_AGO = date(2020, 1, 1)
FULL_TIME = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 8 * HOUR)

NOT_UPLOADED = (
    ("projects", "clients", "invoices"),
    ("bill_rates", "services", "exchange_rates", "cost_rates"),
    ("budgets", "change_requests", "holidays", "tasks"),
    ("people", "working_hours", "absences", "assignments", "leave_allowances"),
    tuple(name for name in TABLES if name != "time_entries"),
    tuple(TABLES),
)
"""The tables that are missing, by turns."""


@cache
def rare_agency(seed: int) -> Tables:
    """Every canonical table of the agency of this seed, typed as inside."""
    made = _Rare(Random(f"{seed} rare"), seed)  # noqa: S311 - the same agency must come out of the same seed
    made.make()
    return {name: typed(name, made.rows.get(name, [])) for name in TABLES}


def bare(seed: int) -> Tables:
    """A random agency some of whose tables nobody has uploaded."""
    missing = NOT_UPLOADED[seed % len(NOT_UPLOADED)]
    return {name: rows.slice(0, 0) if name in missing else rows for name, rows in random_agency(seed).items()}


def typed(name: str, rows: list[Row]) -> pa.Table:
    """Rows as a table, with where they come from."""
    lineage = {"_system": "files", "_file": f"{name}.csv", "_sheet": None, "_ingest": "1"}
    return pa.Table.from_pylist(
        [{**row, **lineage, "_row": number} for number, row in enumerate(rows, start=2)], schema=arrow_schema(name)
    )


@dataclass
class _Rare:
    """What is added so far, and whose turn it is."""

    chance: Random
    seed: int
    rows: dict[str, list[Row]] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def make(self) -> None:
        """Add every case."""
        self.add("clients", client_id="c", name="c", status="active", account_manager="am@example.com")
        self.person("ana", job_title="Writer")
        for case in (
            self.the_least, self.paces, self.delivered, self.milestones, self.timesheets, self.first_and_last_days,
            self.leave_over_new_year, self.calendars, self.rounded_holidays, self.prices, self.overage_ahead,
            self.booked_in_part, self.booked_beyond, self.changed_that_day, self.fees_at_an_edge,
            self.straight_to_hours, self.on_another_project, self.sold, self.invoices, self.rates_of_the_day,
            self.exactly,
        ):  # fmt: skip
            case()
        add_deals(self.rows, TODAY)

    # What rows are made of.

    def add(self, table: str, **values: Value) -> None:
        self.rows.setdefault(table, []).append(values)

    def person(self, person: str, **values: Value) -> None:
        always: Row = {"employment": "employee", "start_date": LONG_AGO, "email": f"{person}@example.com"}
        self.add("people", **{"person_id": person, "name": person, **always, **values})
        self.add("working_hours", person_id=person, valid_from=LONG_AGO, **FULL_TIME)
        self.add("cost_rates", person_id=person, valid_from=LONG_AGO, hourly_cost=412_345, currency="EUR")

    def project(self, project: str, **values: Value) -> None:
        always: Row = {"client_id": "c", "kind": "client", "status": "active", "project_manager": "pm@example.com"}
        self.add("projects", **{"project_id": project, "code": project, "name": project, **always, **values})

    def budget(self, project: str, kind: str, **values: Value) -> str:
        """On a project of its own unless there is one of that name."""
        if all(row["project_id"] != project for row in self.rows.get("projects", [])):
            self.project(project)
        name = str(values.get("budget_id", f"{project} budget"))
        always: Row = {"start_date": TODAY - 100 * A_DAY, "end_date": TODAY + 75 * A_DAY, "currency": "EUR"}
        self.add(
            "budgets", **{"budget_id": name, "project_id": project, "name": name, "type": kind, **always, **values}
        )
        return name

    def entry(self, project: str, day: date, hours: int = HOUR, person: str = "ana", **values: Value) -> None:
        always: Row = {"hours": hours, "billable_hours": hours, "status": "approved", "date": day}
        name = f"e{next(self.numbers)}"
        self.add("time_entries", **{"entry_id": name, "person_id": person, "project_id": project, **always, **values})

    def booking(
        self, project: str, first: date, last: date, hours: int = HOUR, person: Value = "ana", **values: Value
    ) -> None:
        always: Row = {"start_date": first, "end_date": last, "hours_per_day": hours, "tentative": False}
        name = f"k{next(self.numbers)}"
        self.add("bookings", **{"booking_id": name, "person_id": person, "project_id": project, **always, **values})

    # The cases.

    def the_least(self) -> None:
        """A second of work at the least price: fees, caps, bookings and days missed by one."""
        self.person("least")
        self.budget("least", "fixed", hours=1, amount=1, recognition="by_hours")
        # Swiss francs have no rate: what is counted in them is never brought to larger numbers.
        priced: Row = {"billable_rate": 1, "currency": self.chance.choice(("EUR", "CHF"))}
        own: Row = {"currency": priced["currency"]}
        self.budget("least", "time_and_materials", budget_id="least cap", hours=1, amount=1, capped=True, **own)
        self.budget("least", "time_and_materials", budget_id="gone cap", amount=1_000_000, capped=True)
        self.change("gone cap", "gone cap", TODAY - 90 * A_DAY, amount=-2_000_000)
        for days in (80, 9, 2):
            for budget in ("least budget", "least cap"):
                self.entry("least", TODAY - days * A_DAY, 1, "least", budget_id=budget, **priced)
            self.entry("least", TODAY - days * A_DAY, HOUR, "least", budget_id="gone cap", **priced)
        self.booking("least", TODAY + A_DAY, TODAY + A_DAY, 8 * HOUR + 1, "least")
        self.booking("least", TODAY - 8 * A_DAY, TODAY - 8 * A_DAY, 8 * HOUR + 1, "least")
        self.entry("least", TODAY - 7 * A_DAY, 8 * HOUR + 1 - 2 * (self.chance.randrange(2)), "least")
        for number, days in enumerate((79, 8, 1)):
            self.invoice(
                f"least{number}", TODAY - days * A_DAY, net=1, tax=None, budget_id="least cap", project_id="least"
            )

    def paces(self) -> None:
        """Budgets that burn exactly as fast as is still well, and a hundredth slower and faster, in money and hours."""
        start, end = TODAY - 24 * A_DAY, TODAY + 75 * A_DAY
        gone = int(np.busday_count(start, TODAY))
        planned = int(np.busday_count(start, end + A_DAY))
        for percent in (114, 115, 116):
            sold, used = planned * HOUR, gone * percent * 36
            name = f"pace {percent}"
            budget = self.budget(
                name, "time_and_materials", start_date=start, end_date=end, hours=sold, amount=planned * 10_000
            )
            self.entry(name, TODAY - 9 * A_DAY, used, budget_id=budget, billable_rate=10_000, currency="EUR")

    def delivered(self) -> None:
        """Budgets burned twice over that begin, end or are delivered on a day asked about, or the day after."""
        for number, day in enumerate(LAST_DAYS):
            aside = self.chance.choice((0, 1)) * A_DAY
            for name in ("start_date", "end_date", "delivered_on"):
                project = f"{name} {number}"
                budget = self.budget(project, "time_and_materials", hours=HOUR, amount=10_000, **{name: day + aside})
                self.entry(
                    project, TODAY - 99 * A_DAY, 2 * HOUR, budget_id=budget, billable_rate=10_000, currency="EUR"
                )

    def milestones(self) -> None:
        """A milestone due on a day asked about, or the day before, and nothing else to be said of its project."""
        for number, day in enumerate((*LAST_DAYS, TODAY - A_DAY)):
            self.project(f"milestone {number}")
            self.add(
                "tasks", task_id=f"milestone {number}", project_id=f"milestone {number}", name="Launch",
                kind="milestone", status="open", due_date=day - self.chance.choice((0, 1)) * A_DAY,
            )  # fmt: skip

    def timesheets(self) -> None:
        """Somebody who writes nothing down, on two projects: one whose hours are rejected, one whose are a draft."""
        self.person("late")
        for status in ("rejected", "draft", "submitted"):
            self.project(f"timesheets {status}")
            for day in PAST_LAST_DAYS:
                self.entry(f"timesheets {status}", day - 3 * A_DAY, HOUR, "late", status=status)
        # Booked from the last day of the four weeks on, and to their first, the day before, and long before.
        for number, day in enumerate(PAST_LAST_DAYS):
            for days in (0, 27, 28, 50):
                project = f"booked {number} {days}"
                self.project(project)
                first, last = sorted((day - days * A_DAY, day - days * A_DAY + (9 if days == 0 else -9) * A_DAY))
                self.booking(project, first, last, person="late")

    def first_and_last_days(self) -> None:
        """Booked beyond what there is, and worked, over the first and the last days that are asked about."""
        self.person("edge")
        self.project("edge")
        for day in (FIRST_DAY, *LAST_DAYS):
            self.booking(
                "edge", day - 2 * A_DAY, day + 2 * A_DAY, 9 * HOUR, "edge", tentative=self.chance.randrange(2) == 0
            )
            if day <= TODAY:
                for aside in (-1, 0, 1):
                    self.entry("edge", min(day + aside * A_DAY, TODAY), 5 * HOUR, "edge")

    def leave_over_new_year(self) -> None:
        """Leave over both ends of the year; as much of two kinds in a day each; one kind written in two ways."""
        for person in ("ana", "away"):
            if person == "away":
                self.person("away")
            for category in ("Vacation", "vacation", None):
                self.add("leave_allowances", person_id=person, year=TODAY.year, days=50_000, category=category)
        year = TODAY.year
        leaves: tuple[tuple[date, date, Value], ...] = (
            (date(year - 1, 12, 30), date(year, 1, 2), "vacation"),
            (date(year, 12, 30), date(year + 1, 1, 4), "VACATION"),
            (TODAY - 30 * A_DAY, TODAY - 30 * A_DAY, "sick"),
            (TODAY - 30 * A_DAY + 7 * A_DAY, TODAY - 30 * A_DAY + 7 * A_DAY, "training"),
        )
        for number, (first, last, kind) in enumerate(leaves):
            self.leave("away", f"away{number}", first, last, category=kind)

    def leave(self, person: str, leave: str, first: date, last: date, **values: Value) -> None:
        always: Row = {"status": "approved", "category": "vacation"}
        self.add("absences", **{
            "absence_id": leave, "person_id": person, "start_date": first, "end_date": last, **always, **values
        })  # fmt: skip

    def calendars(self) -> None:
        """Somebody who moves on a holiday of the new place, on leave that day, and back on one of the old."""
        self.person("moved", calendar="Old")
        for number, day in enumerate((TODAY - 70 * A_DAY, TODAY - 3 * A_DAY, TODAY + 5 * A_DAY)):
            to = ("New", "Old")[number % 2]
            self.add("assignments", person_id="moved", valid_from=day, calendar=to)
            self.add("holidays", calendar=to, date=day, name="Day", fraction=self.chance.choice((None, 5000)))
            if day < TODAY:
                hours = self.chance.choice((None, 2 * HOUR))
                self.leave("moved", f"moved{number}", day, day + A_DAY, hours_per_day=hours)
                self.entry("least", day, HOUR, "moved")
            self.booking("least", day - A_DAY, day + A_DAY, person="moved", budget_id="least cap")

    def rounded_holidays(self) -> None:
        """A third of a day free, which leaves a second less 1/10,000 short of the next."""
        self.person("third", calendar="Thirds")
        self.rows["working_hours"][-1] |= dict.fromkeys(FULL_TIME, 14_997)
        for day in (FIRST_DAY + 7 * A_DAY, TODAY - 3 * A_DAY, TODAY + A_DAY, TODAY + 4 * A_DAY):
            self.add("holidays", calendar="Thirds", date=day, name="Day", fraction=3333)
        self.leave("third", "third", TODAY - 3 * A_DAY, TODAY - 3 * A_DAY, hours_per_day=HOUR)
        self.booking("least", TODAY - 3 * A_DAY, TODAY + 4 * A_DAY, 5 * HOUR, "third", budget_id="least cap")
        # All of what is left of such a day is taken off, and all of another's whole day but a second.
        self.leave("third", "all of it", TODAY + A_DAY, TODAY + A_DAY, hours_per_day=9998)
        self.person("nearly")
        self.leave("nearly", "nearly", TODAY + A_DAY, TODAY + A_DAY, hours_per_day=8 * HOUR - 1)
        self.booking("least", TODAY + A_DAY, TODAY + A_DAY, HOUR, "nearly", budget_id="least cap")

    def prices(self) -> None:
        """On each level somebody whose price it is, and changes, with work and bookings on the days of the changes."""
        self.person("p own")
        self.person("p title", job_title="Copywriter")
        self.person("p any")
        self.person("p new", job_title=None)
        for days, new in ((-20, "Copywriter"), (0, "Typist"), (1, "Copywriter"), (5, "Typist")):
            self.add("assignments", person_id="p new", valid_from=TODAY + days * A_DAY, job_title=new)
        for project in ("priced", "unpriced"):
            self.budget(project, "time_and_materials", hours=720_000, amount=90_000_000)
        levels: tuple[tuple[Value, Value, Value], ...] = (
            ("p own", None, "priced"), (None, "Copywriter", "priced"), (None, None, "priced"),
            ("p own", None, None), (None, "Copywriter", None), (None, None, None),
        )  # fmt: skip
        changes = (TODAY - 75 * A_DAY, TODAY - 20 * A_DAY, TODAY, TODAY + 4 * A_DAY, TODAY + 5 * A_DAY)
        # Where the seed is even, there is no price for anybody.
        for level, (whose, title, where) in enumerate(levels[: 5 + self.seed % 2]):
            for number, day in enumerate(changes):
                self.add(
                    "bill_rates", person_id=whose, job_title=title, project_id=where, valid_from=day,
                    hourly_rate=1_000_000 + 100_000 * level + 7 * number,
                    currency=self.chance.choice(("EUR", "EUR", "USD")),
                )  # fmt: skip
        for project in ("priced", "unpriced"):
            for person in ("p own", "p title", "p any", "p new"):
                self.booking(project, TODAY - 3 * A_DAY, TODAY + 6 * A_DAY, HOUR, person)
                for day in changes[:3]:
                    self.entry(project, day, HOUR, person)
                    self.entry(project, day - A_DAY, HOUR, person)

    def overage_ahead(self) -> None:
        """Retainers booked beyond their allowance: nothing used this month, nothing booked in a month between."""
        month = TODAY.replace(day=1)
        following = (month + 31 * A_DAY).replace(day=1)
        for number, (first, last) in enumerate(
            ((TODAY + A_DAY, TODAY + 60 * A_DAY), (following + 31 * A_DAY, TODAY + 74 * A_DAY))
        ):
            project = f"overage {number}"
            budget = self.budget(
                project, "retainer", hours=10 * HOUR, amount=5_000_000, overage_rate=800_001,
                rollover_cap_hours=self.chance.choice((None, 5 * HOUR)),
                end_date=self.chance.choice((None, TODAY + 75 * A_DAY)),
            )  # fmt: skip
            self.entry(project, month - 40 * A_DAY, 12 * HOUR, budget_id=budget)
            self.booking(project, first, last, 6 * HOUR, budget_id=self.chance.choice((None, budget)))
        for project in ("never used", "used today"):
            budget = self.budget(project, "retainer", hours=10 * HOUR, amount=5_000_000, overage_rate=800_001)
            self.booking(project, TODAY, TODAY + 40 * A_DAY, 6 * HOUR)
        self.entry("used today", TODAY, 4 * HOUR)
        self.budget("of a day", "retainer", hours=HOUR, amount=5_000_000, start_date=month, end_date=month)

    def booked_in_part(self) -> None:
        """Fixed fees with placeholders only, tentative work only, a service booked, and the first day booked only."""
        fee: Row = {"hours": 100 * HOUR, "amount": 9_000_000, "recognition": "by_hours"}
        last = TODAY + 12 * A_DAY
        self.budget("placeholder", "fixed", **fee)
        self.booking("placeholder", TODAY, last, person=None)
        self.budget("tentative", "fixed", **fee)
        self.booking("tentative", TODAY, last, tentative=True)
        self.budget("past bookings", "fixed", **fee)
        self.booking("past bookings", TODAY - 9 * A_DAY, TODAY - self.chance.choice((0, 1)) * A_DAY)
        self.budget("by service", "fixed", **fee)
        self.budget("by service", "time_and_materials", budget_id="beside the service", hours=HOUR, amount=10_000)
        self.add("services", service_id="s", budget_id="by service budget", name="Design", quantity=HOUR, billable=True)
        self.booking("by service", TODAY, last, service_id="s")
        self.budget("first day", "fixed", **fee | {"start_date": TODAY + 5 * A_DAY})
        self.booking("first day", TODAY, TODAY + 5 * A_DAY)
        self.budget("last day", "fixed", **fee | {"end_date": TODAY})
        self.budget("last day", "fixed", budget_id="after the last day", **fee | {"start_date": TODAY + A_DAY})
        self.booking("last day", TODAY - 3 * A_DAY, TODAY)

    def booked_beyond(self) -> None:
        """Booked within a budget's end and beyond; booked after delivery; a worthless budget and work of no worth."""
        priced: Row = {"billable_rate": 1_000_000, "currency": "EUR"}
        end = TODAY + 25 * A_DAY
        budget = self.budget("beyond", "time_and_materials", hours=40 * HOUR, amount=40_000_000, end_date=end)
        for days in (6, 13, 20, 27):
            self.entry("beyond", TODAY - days * A_DAY, 8 * HOUR, "ana", budget_id=budget, **priced)
        for ahead in (1, 40):
            self.booking("beyond", TODAY + ahead * A_DAY, TODAY + ahead * A_DAY, budget_id=budget)
        delivered = self.budget(
            "handed over", "fixed", hours=100 * HOUR, amount=9_000_000, delivered_on=TODAY - 20 * A_DAY,
            recognition="by_hours",
        )  # fmt: skip
        self.entry("handed over", TODAY - 30 * A_DAY, 8 * HOUR, budget_id=delivered)
        self.booking("handed over", TODAY, TODAY + 9 * A_DAY, budget_id=delivered)
        worthless = self.budget("worthless", "time_and_materials", hours=0, amount=0)
        for days in (50, 3):
            self.entry("worthless", TODAY - days * A_DAY, budget_id=worthless, billable_rate=1_000_000, currency="CHF")
        # Bought on the last day of one budget and on the first of the next.
        for number, day in enumerate((TODAY - A_DAY, TODAY, TODAY + A_DAY)):
            for status in ("approved", "committed"):
                self.add(
                    "expenses", expense_id=f"{status} {number}", project_id="last day", date=day, category="travel",
                    status=status, amount=333_333, billable_amount=400_000, currency="EUR",
                )  # fmt: skip

    def change(self, change: str, budget: str, day: date, **values: Value) -> None:
        [project] = [row["project_id"] for row in self.rows["budgets"] if row["budget_id"] == budget]
        always: Row = {"status": "approved", "requested_on": day, "decided_on": day, "title": change}
        self.add("change_requests", **{
            "change_id": change, "project_id": project, "budget_id": budget, **always, **values
        })  # fmt: skip

    def changed_that_day(self) -> None:
        """Work beyond what is sold, and changes of that on the same day, twice alike, by a second, about delivery."""
        day = TODAY - 50 * A_DAY
        priced: Row = {"billable_rate": 1_000_000, "currency": "EUR"}
        for kind, delivered in (("time_and_materials", None), ("fixed", None), ("fixed", day), ("fixed", day - A_DAY)):
            name = f"changed {kind} {delivered}"
            budget = self.budget(
                name,
                kind,
                hours=2 * HOUR,
                amount=2_000_000,
                capped=True,
                delivered_on=delivered,
                recognition="by_hours",
            )
            lone = self.budget(
                f"lone {name}", kind, hours=2 * HOUR, amount=2_000_000, capped=True, delivered_on=delivered,
                recognition="by_hours",
            )  # fmt: skip
            self.entry(f"lone {name}", day, 8 * HOUR, "ana", budget_id=lone, **priced)
            self.change(f"zlone {name}", lone, day, hours=HOUR, amount=1_000_000)
            for aside in (1, 0):
                self.entry(name, day - aside * A_DAY, 8 * HOUR, "ana", budget_id=budget, **priced)
            for number, hours in enumerate((HOUR, HOUR, 1, None)):
                amount = hours and 1_000_000 * hours // HOUR
                self.change(f"z{name} {number}", budget, day, hours=hours, amount=amount)
        spent = self.budget("spent cap", "time_and_materials", hours=None, amount=1, capped=True)
        self.entry("spent cap", day, 2 * HOUR, budget_id=spent, billable_rate=1, currency="EUR")
        self.change("spent cap", spent, day + A_DAY, hours=HOUR, amount=None)

    def fees_at_an_edge(self) -> None:
        """Fees of a second ahead and delivered, delivered today, turned negative, emptied of hours without an end."""
        fee: Row = {"hours": 1, "amount": 9_000_000, "recognition": "by_hours"}
        self.budget("second ahead", "fixed", **fee)
        self.budget("second booked", "fixed", **fee)
        self.booking("second booked", TODAY + A_DAY, TODAY + 2 * A_DAY)
        self.budget("second delivered", "fixed", **fee, delivered_on=TODAY - 50 * A_DAY)
        self.budget("least fee", "fixed", hours=HOUR, amount=1, recognition="by_hours")
        self.entry("least fee", TODAY - 50 * A_DAY, 1, budget_id="least fee budget")
        self.booking("least fee", TODAY + A_DAY, TODAY + 5 * A_DAY, 1, budget_id="least fee budget")
        for name in ("delivered today", "booked and delivered today"):
            self.budget(name, "fixed", **fee | {"hours": 50 * HOUR}, delivered_on=TODAY)
            self.entry(name, TODAY - 50 * A_DAY, HOUR, budget_id=f"{name} budget")
        self.booking("booked and delivered today", TODAY, TODAY + 5 * A_DAY)
        for delivered in (None, TODAY - 30 * A_DAY):
            name = f"turned {delivered}"
            budget = self.budget(name, "fixed", **fee | {"hours": 2 * HOUR}, delivered_on=delivered)
            self.entry(name, TODAY - 60 * A_DAY, HOUR, budget_id=budget)
            self.change(name, budget, TODAY - 50 * A_DAY, amount=-20_000_000)
        emptied = self.budget("emptied", "fixed", **fee | {"hours": 2 * HOUR}, end_date=None)
        self.entry("emptied", TODAY - 60 * A_DAY, HOUR, budget_id=emptied)
        for days, hours in ((50, -2 * HOUR), (20, 4 * HOUR)):
            self.change(f"emptied {days}", emptied, TODAY - days * A_DAY, hours=hours)

    def exactly(self) -> None:
        """A margin that is just the target, and one a millionth below; timesheets just filled in; a second begun."""
        self.person("enough")
        for days in (*range(1, 32), *range(66, 94)):
            day = TODAY - days * A_DAY
            if day.weekday() < 5:
                self.entry("timesheets filled in", day, 8 * HOUR * 95 // 100, "enough")
        self.project("timesheets filled in")
        begun = self.budget("second begun", "time_and_materials", hours=1, start_date=TODAY - A_DAY)
        self.entry("second begun", TODAY - A_DAY, 2, budget_id=begun)
        francs = self.budget("in francs", "time_and_materials", hours=None, amount=2_000_000, currency="CHF")
        for currency in ("CHF", "EUR"):
            self.entry("in francs", TODAY - 9 * A_DAY, budget_id=francs, billable_rate=1_000_000, currency=currency)
        for name, costs in (("on target", (500_000,)), ("off target", (500_001, *(500_000,) * 9))):
            self.budget(name, "time_and_materials", amount=len(costs) * 1_000_000, hours=None)
            for days, cost in enumerate(costs, start=2):
                self.entry(
                    name, TODAY - days * A_DAY, budget_id=f"{name} budget", billable_rate=1_000_000, cost_rate=cost,
                    currency="EUR",
                )  # fmt: skip
            self.add("targets", metric="margin", scope=f"project:{name}", value=500_000)

    def straight_to_hours(self) -> None:
        """A fee over one weekend ahead, that goes straight until hours are agreed for it on its last day."""
        saturday = TODAY + (5 - TODAY.weekday()) % 7 * A_DAY
        budget = self.budget(
            "weekend", "fixed", hours=0, amount=9_000_001, start_date=saturday, end_date=saturday + A_DAY,
            recognition=self.chance.choice((None, "by_hours")),
        )  # fmt: skip
        self.change("weekend", budget, saturday + A_DAY, requested_on=TODAY, hours=HOUR, amount=None)
        self.change("before the weekend", budget, TODAY, amount=1_000_000)

    def on_another_project(self) -> None:
        """All work on a budget is on another project: what was sold has a cost, and its project has cost nothing."""
        budget = self.budget("worked elsewhere", "fixed", hours=50 * HOUR, amount=9_000_000)
        self.add(
            "tasks", task_id="elsewhere", project_id="worked elsewhere", name="All of it", kind="task",
            status=self.chance.choice(("open", "done")), estimate_hours=10 * HOUR, due_date=TODAY - 80 * A_DAY,
            percent_complete=500_000, done_on=TODAY - 79 * A_DAY,
        )  # fmt: skip
        self.entry("edge", TODAY - 90 * A_DAY, 5 * HOUR, budget_id=budget)

    def sold(self) -> None:
        """Budgets that begin on a day asked about and are worked on then; one whose hours are all of a change."""
        for number, day in enumerate(PAST_LAST_DAYS):
            name = f"sold {number}"
            budget = self.budget(name, "fixed", start_date=day, hours=20 * HOUR, amount=5_000_000)
            self.entry(name, day, HOUR, budget_id=budget)
        budget = self.budget("sold later", "fixed", hours=None, amount=5_000_000)
        self.entry("sold later", TODAY - 90 * A_DAY, HOUR, budget_id=budget)
        self.change("sold later", budget, TODAY - 95 * A_DAY, hours=10 * HOUR, amount=0)

    def invoice(self, invoice: str, issued: date, **values: Value) -> None:
        always: Row = {"status": "sent", "kind": "invoice", "currency": "EUR", "due_on": issued + 14 * A_DAY}
        self.add("invoices", **{
            "invoice_id": invoice, "client_id": "c", "issued_on": issued, "net": 1_000_000, "tax": 200_000,
            **always, **values,
        })  # fmt: skip

    def payment(self, invoice: str, day: date, amount: int) -> None:
        self.add("payments", payment_id=invoice, invoice_id=invoice, paid_on=day, amount=amount, currency="EUR")

    def invoices(self) -> None:
        """Invoices without a number; issued, due or paid on a day asked about; a credit note paid back beyond it."""
        for number in range(3):
            self.invoice(f"no number {number}", TODAY - 90 * A_DAY, due_on=TODAY - 76 * A_DAY)
        for number, day in enumerate(LAST_DAYS):
            self.invoice(f"issued {number}", min(day, TODAY), number=f"N{number}", due_on=TODAY + 9 * A_DAY)
            self.invoice(f"due {number}", TODAY - 100 * A_DAY, number=f"N{number}", due_on=day)
            self.invoice(f"paid {number}", TODAY - 100 * A_DAY, number=f"P{number}", due_on=None)
            self.payment(f"paid {number}", day, 1_200_000)
        self.invoice("credit", TODAY - 90 * A_DAY, kind="credit_note", number="C1", due_on=TODAY - 80 * A_DAY)
        self.payment("credit", TODAY - 85 * A_DAY, -3_000_000)

    def rates_of_the_day(self) -> None:
        """Money that changes its worth on the days asked about, and one that is worth nothing known before then."""
        for number, day in enumerate((FIRST_DAY, *reversed(LAST_DAYS))):
            self.add("exchange_rates", date=day, currency="USD", rate=RATE * (90 + number) // 100)
        self.add("exchange_rates", date=TODAY - 4 * A_DAY, currency="GBP", rate=RATE * 12 // 10)
        for currency in ("USD", "GBP"):
            budget = self.budget(currency, "time_and_materials", hours=20 * HOUR, amount=2_000_000, currency=currency)
            for day in PAST_LAST_DAYS:
                self.entry(currency, day, HOUR, budget_id=budget, billable_rate=1_000_000, currency=currency)
            self.invoice(f"in {currency}", TODAY - 90 * A_DAY, number=currency, currency=currency)
