"""Small agencies made by chance, that hold every kind of row the data model allows.

An agency is the same whenever its seed is. It is small enough to be counted twice in a moment, and odd on
purpose: nobody fills in such tables, and every rule of the glossary meets a row it was written for.
`tests.random_agency_kinds` says which kinds those are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import count, islice
from random import Random
from typing import Literal

import pyarrow as pa

from assistant.agency.tables import TABLES, arrow_schema
from assistant.settings import Settings
from tests.random_agency_books import add_books, add_targets
from tests.random_agency_edges import add_edges
from tests.random_agency_plans import Row, Value, add_plans
from tests.random_agency_terms import add_terms
from tests.random_agency_variants import add_variants
from tests.random_agency_waiting import add_overdue_projects, add_waiting

Tables = dict[str, pa.Table]

TODAY = date(2026, 10, 15)
A_DAY = timedelta(days=1)
BASE = "EUR"

HOUR, MONEY, PERCENT, FRACTION, RATE = 3600, 10_000, 10_000, 10_000, 10**12
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

HOURS = (0, 900, 1200, 3600, 5400, 7201, 12_600, 14_400, 27_000, 28_800, 36_000)
"""Lengths of entries, in seconds: quarters, thirds, one that is no decimal, none, and more than a day's work."""

PRICES = (0, 250_000, 333_333, 800_000, 987_654, 1_200_000, 1_500_001)
AMOUNTS = (0, 1_000_000, 12_345_678, 50_000_000, 99_999_999, 240_000_001)
CURRENCIES = (BASE, BASE, BASE, "USD", "GBP")
MOSTLY: tuple[Value, ...] = (True, True, False, None)
SELDOM: tuple[Value, ...] = (False, False, None, True)
CATEGORIES = ("vacation", "sick", "Remote Work", "remote", "training", None)
KEEPS_AVAILABILITY = ("remote work", "remote")


def settings_of(seed: int) -> Settings:
    """The settings of the agency of this seed: each of those a metric listens to, both ways."""
    recognitions: tuple[Literal["by_hours", "straight_line", "on_delivery"], ...]
    recognitions = ("by_hours", "straight_line", "on_delivery")
    return Settings(
        base_currency=BASE,
        approval_required=seed % 3 == 1,
        fixed_price_recognition=recognitions[seed % 7 % 3],
        fiscal_year_starts=(1, 1, 4, 7, 10)[seed % 5],
        full_time_week=Decimal(("40", "38.5", "37.5")[seed % 4 % 3]),
    )


@cache
def random_agency(seed: int) -> Tables:
    """Every canonical table of the agency of this seed, typed as inside."""
    chance = Random(seed)  # noqa: S311 - the same agency must come out of the same seed
    maker = _Maker(chance, first=TODAY - timedelta(days=chance.randint(60, 200)))
    maker.make()
    add_plans(Random(f"{seed} plans"), maker.rows, TODAY)  # noqa: S311 - as above
    add_books(Random(f"{seed} books"), maker.rows, TODAY)  # noqa: S311 - as above
    add_targets(Random(f"{seed} targets"), maker.rows, TODAY)  # noqa: S311 - as above
    add_edges(Random(f"{seed} edges"), maker.rows, TODAY)  # noqa: S311 - as above
    add_terms(Random(f"{seed} terms"), maker.rows, TODAY)  # noqa: S311 - as above
    add_variants(Random(f"{seed} variants"), maker.rows, TODAY)  # noqa: S311 - as above
    add_waiting(Random(f"{seed} waiting"), maker.rows, TODAY)  # noqa: S311 - as above
    add_overdue_projects(Random(f"{seed} overdue"), maker.rows, TODAY)  # noqa: S311 - as above
    return {name: _table(name, maker.rows.get(name, [])) for name in TABLES}


def _table(name: str, rows: Sequence[Row]) -> pa.Table:
    lineage = {"_system": "files", "_file": f"{name}.csv", "_sheet": None, "_ingest": "1"}
    numbered = [{**row, **lineage, "_row": number} for number, row in enumerate(rows, start=2)]
    return pa.Table.from_pylist(numbered, schema=arrow_schema(name))


@dataclass
class _Maker:
    """Draws rows; later tables are drawn with the earlier ones in sight."""

    chance: Random
    first: date
    last: date = TODAY + timedelta(days=75)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    marks: list[date] = field(default_factory=lambda: [TODAY, TODAY.replace(day=1)])
    """The days drawn so far on which something begins, ends or happens."""

    def make(self) -> None:
        """Draw every table, in the order in which they name each other."""
        self.holidays()
        self.people()
        self.clients_and_projects()
        for project in self.of("projects"):
            self.budgets(project)
        self.absences()
        self.rates()
        self.entries()
        self.bookings()
        self.expenses()
        self.changes()
        self.deals()
        self.exchange_rates()

    # Drawing.

    def add(self, table: str, **values: Value) -> Row:
        self.rows.setdefault(table, []).append(values)
        return values

    def of(self, table: str) -> list[Row]:
        return self.rows.get(table, [])

    def ids(self, table: str) -> list[Value]:
        return [row[TABLES[table].key[0]] for row in self.of(table)]

    def id(self, kind: str) -> str:
        """An id whose order by bytes is neither that of its number nor that of the alphabet."""
        return f"{self.chance.choice(('', 'A', 'a', 'z', 'é', '-'))}{kind}{next(self.numbers)}"

    def maybe(self, value: Value, of_ten: int = 5) -> Value:
        return value if self.chance.randrange(10) < of_ten else None

    def one(self, *values: Value) -> Value:
        return self.chance.choice(values)

    def day(self, first: date | None = None, last: date | None = None) -> date:
        """A day between two; every third stands on another one's, or beside it, for rules differ at their edges."""
        first, last = first or self.first, last or self.last
        near = [one for mark in self.marks for one in (mark, mark + A_DAY, mark - A_DAY) if first <= one <= last]
        if near and self.chance.randrange(3) == 0:
            return self.chance.choice(near)
        drawn = first + timedelta(days=self.chance.randint(0, max(0, (last - first).days)))
        self.marks.append(drawn)
        return drawn

    # Who works, and when.

    def holidays(self) -> None:
        for calendar in ("AT", "HR"):
            everywhere = TODAY + timedelta(days=5)
            for day in sorted({self.day() for _ in range(7)} - {everywhere}):
                fraction = self.one(FRACTION, FRACTION // 2, None, 3333)
                self.add("holidays", calendar=calendar, date=day, name="Day", fraction=fraction)
            # One is the same everywhere, so that it hits planned work.
            self.add("holidays", calendar=calendar, date=everywhere, fraction=self.one(FRACTION, 5000))

    def people(self) -> None:
        for place in range(self.chance.randint(3, 8)):
            person = self.id("p")
            self.add(
                "people",
                person_id=person,
                name=person,
                email=f"{person}@example.com",
                team=self.one("Design", "Code", None),
                job_title=self.one("Designer", "Developer", None),
                employment=self.one("employee", "employee", "contractor"),
                calendar=self.one("AT", "HR", None),
                start_date=None if place == 3 else self.one(date(2020, 1, 1), self.day(last=TODAY)),
                end_date=self.one(None, None, self.day(first=TODAY - timedelta(days=40))),
                utilization_target=self.maybe(80 * PERCENT),
            )
            self.patterns(person)
            self.assignments(person)

    def patterns(self, person: str) -> None:
        starts = [date(2020, 1, 1), *islice(sorted({self.day() for _ in range(2)}), self.chance.randrange(3))]
        for start in starts[self.chance.randrange(8) == 0 :]:
            for week in self.chance.choice(((None,), (None,), ("A", "B"), ("A",))):
                self.add("working_hours", person_id=person, valid_from=start, week=week, **self.week())

    def week(self) -> Row:
        full = self.chance.choice((28_800, 27_720, 14_400, 21_600))
        days = [full if self.chance.randrange(6) else self.chance.choice((0, None, 13_001)) for _ in range(5)]
        return dict(zip(WEEK, [*days, self.one(0, 0, None, 7200), self.one(0, None)], strict=True))

    def assignments(self, person: str) -> None:
        for day in sorted({self.day() for _ in range(self.chance.randrange(4))}):
            self.add(
                "assignments",
                person_id=person,
                valid_from=day,
                team=self.one("Design", "Code", "Lab", None),
                job_title=self.one("Designer", "Developer", "Lead", None),
                calendar=self.one("AT", "HR", None),
            )

    def absences(self) -> None:
        for person in self.ids("people"):
            for _ in range(self.chance.randint(1, 5)):
                start = self.day(first=self.first - timedelta(days=20))
                category = self.one(*CATEGORIES)
                made: Row = {
                    "absence_id": self.id("a"),
                    "person_id": person,
                    "start_date": start,
                    "end_date": start + timedelta(days=self.chance.choice((0, 0, 1, 4, 13))),
                    "hours_per_day": self.one(None, None, 7200, 14_400, 12_601, 0, 36_000),
                    "status": self.one("approved", "approved", "approved", "pending", "rejected"),
                    "category": category,
                    "keeps_availability": str(category).lower() in KEEPS_AVAILABILITY,
                }
                self.add("absences", **made)

    # What was agreed.

    def clients_and_projects(self) -> None:
        for _ in range(3):
            client = self.id("c")
            manager = self.one("am@example.com", "am2@example.com", None)
            self.add("clients", client_id=client, name=client, status="active", account_manager=manager)
        for place in range(self.chance.randint(3, 6)):
            internal = place == 0
            project = self.id("j")
            self.add(
                "projects",
                project_id=project,
                code=project,
                name=project,
                client_id=None if internal else self.one(*self.ids("clients")),
                kind="internal" if internal else "client",
                status=self.one("active", "active", "active", "planned", "on_hold", "done", "archived"),
                start_date=self.one(self.first, self.day(last=TODAY), None),
                end_date=self.maybe(self.last),
                project_manager=self.one("pm@example.com", "pm2@example.com", None),
            )

    def budgets(self, project: Row) -> None:
        if project["kind"] == "internal" and self.chance.randrange(2):
            return
        middle = self.day(first=self.first + timedelta(days=15), last=TODAY + timedelta(days=20))
        shape = self.chance.choice(("one", "successive", "successive", "overlapping", "overlapping", "none"))
        if shape in ("one", "overlapping"):
            self.budget(project, self.one(None, self.first, middle), self.one(None, self.day(first=middle)))
        if shape == "overlapping":
            self.budget(project, middle, self.one(None, self.day(first=middle)))
        if shape == "successive":
            self.budget(project, self.one(None, self.first), middle)
            self.budget(project, middle + timedelta(days=1), self.one(None, self.day(first=middle)))

    def budget(self, project: Row, start: Value, end: Value) -> None:
        kind = self.one("fixed", "fixed", "time_and_materials", "time_and_materials", "retainer", "non_billable")
        monthly = kind == "retainer"
        budget = self.id("b")
        small = (0, 72_000, 36_001, 144_000)
        self.add(
            "budgets",
            budget_id=budget,
            project_id=project["project_id"],
            name=budget,
            type=kind,
            start_date=start,
            end_date=_after(start, end),
            hours=self.one(None, *small) if monthly else self.one(None, 0, 72_000, 180_001, 720_000),
            delivered_on=self.delivered(_after(start, end)),
            recognition=self.one(None, "by_hours", "straight_line", "on_delivery"),
            currency=self.one(*CURRENCIES),
            amount=self.one(None, *AMOUNTS),
            capped=self.one(*MOSTLY),
            overage_rate=self.maybe(self.one(*PRICES)),
            rollover_cap_hours=self.one(None, 0, 18_000),
        )
        for _ in range(self.chance.randrange(3)):
            self.service(budget)

    def delivered(self, end: Value) -> Value:
        """Not yet, some day, one still to come, or days after the end."""
        around = [end + timedelta(days=days) for days in (-6, 6)] if isinstance(end, date) else []
        return self.one(None, None, self.day(last=TODAY), self.day(first=TODAY), *around)

    def service(self, budget: str) -> None:
        self.add(
            "services",
            service_id=self.id("s"),
            budget_id=budget,
            name=self.one("Design", "Code"),
            quantity=self.one(None, 0, 36_000, 90_000),
            billable=self.one(*MOSTLY),
            price=self.one(None, *PRICES),
            discount_percent=self.one(None, None, 0, 10 * PERCENT, 333_333, 100 * PERCENT),
        )

    # What an hour costs and sells for.

    def rates(self) -> None:
        people, projects, titles = self.ids("people"), self.ids("projects"), ("Designer", "Developer", "Lead")
        for person in people:
            for valid_from in self.starts():
                self.add("cost_rates", person_id=person, valid_from=valid_from, **self.cost())
        levels: tuple[tuple[Value, Value, Value], ...] = (
            (self.one(*people), None, self.one(*projects)),
            (None, self.one(*titles), self.one(*projects)),
            (None, None, self.one(*projects)),
            (self.one(*people), None, None),
            (None, self.one(*titles), None),
            (None, None, None),
            (self.one(*people), self.one(*titles), None),
            (self.one(*people), self.one(*titles), self.one(*projects)),
        )
        for person, title, project in levels:
            if self.chance.randrange(4):
                self.bill_rate(person, title, project)

    def bill_rate(self, person: Value, title: Value, project: Value) -> None:
        for valid_from in self.starts():
            self.add(
                "bill_rates",
                valid_from=valid_from,
                hourly_rate=self.one(*PRICES),
                currency=self.one(*CURRENCIES),
                person_id=person,
                job_title=title,
                project_id=project,
            )

    def starts(self) -> list[date]:
        """No day, one long ago, or some on the way."""
        kept = self.chance.choice((0, 1, 1, 2, 3))
        later = {self.day(last=TODAY + timedelta(days=20)) for _ in range(2)}
        first = self.chance.choice((date(2020, 1, 1), self.day(last=TODAY)))
        return [first, *sorted(later - {first})][:kept]

    def cost(self) -> Row:
        return {"hourly_cost": self.one(300_000, 333_333, 512_345, 0), "currency": self.one(*CURRENCIES)}

    # What was done, is planned, and was spent.

    def entries(self) -> None:
        for _ in range(150):
            self.entry(self.day(first=self.first - timedelta(days=3), last=TODAY + timedelta(days=4)))
        # Many on one day: the order within it decides who reaches a cap.
        busy = self.day(last=TODAY - timedelta(days=1))
        for _ in range(8):
            self.entry(busy)

    def entry(self, day: date) -> None:
        project = self.one(*self.ids("projects"))
        hours = self.chance.choice(HOURS)
        rated = self.chance.randrange(8) == 0
        costed = self.chance.randrange(10) == 0
        self.add(
            "time_entries",
            entry_id=self.id("e"),
            person_id=self.one(*self.ids("people")),
            project_id=project,
            date=day,
            hours=hours,
            billable_hours=self.one(hours, hours, hours, hours // 2, 0, hours + 1800, None),
            status=self.one("approved", "approved", "approved", "submitted", "draft", "rejected"),
            created_at=self.created(day),
            billable_rate=self.one(*PRICES) if rated else None,
            cost_rate=self.one(300_000, 412_345) if costed else None,
            currency=self.one(*CURRENCIES) if rated or costed else None,
            **self.agreed(project),
        )

    def created(self, day: date) -> datetime | None:
        written = datetime.combine(day, time(9, 30)) + timedelta(days=self.chance.choice((0, 0, 1, 3, 9, -1)))
        return None if self.chance.randrange(3) == 0 else written

    def agreed(self, project: Value) -> Row:
        """What a row names of its budget: nothing, the budget, a service, both, or another project's budget."""
        budgets = [row["budget_id"] for row in self.of("budgets") if row["project_id"] == project]
        services = [row for row in self.of("services") if row["budget_id"] in budgets]
        way = self.chance.randrange(10)
        if way == 9 and self.of("budgets"):
            return {"budget_id": self.one(*self.ids("budgets"))}
        if way in (6, 7, 8) and services:
            service = self.chance.choice(services)
            named = {"budget_id": service["budget_id"]} if way == 6 else {}
            return {"service_id": service["service_id"], **named}
        return {"budget_id": self.one(*budgets)} if budgets and way in (3, 4, 5) else {}

    def bookings(self) -> None:
        for _ in range(25):
            start = self.day(first=TODAY - timedelta(days=20))
            project = self.one(*self.ids("projects"), *self.ids("projects"), None)
            self.add(
                "bookings",
                booking_id=self.id("k"),
                person_id=self.one(*self.ids("people"), None),
                project_id=project,
                start_date=start,
                end_date=start + timedelta(days=self.chance.choice((0, 4, 11, 25))),
                hours_per_day=self.one(0, 3600, 14_400, 28_800, 13_001),
                tentative=self.one(*SELDOM),
                job_title=self.maybe("Designer", 2),
                **self.agreed(project),
            )

    def expenses(self) -> None:
        for _ in range(15):
            project = self.one(*self.ids("projects"))
            agreed = self.agreed(project)
            self.add(
                "expenses",
                expense_id=self.id("x"),
                project_id=project,
                date=self.day(),
                category="travel",
                vendor="Air",
                status=self.one("approved", "approved", "committed", "rejected"),
                budget_id=agreed.get("budget_id"),
                amount=self.one(None, 1_000_000, 333_333, -500_000),
                currency=self.one(*CURRENCIES),
                billable_amount=self.one(None, 0, 1_200_000, 4_999_999),
            )

    def changes(self) -> None:
        for _ in range(8):
            asked = self.day(first=self.first - timedelta(days=10))
            project = self.one(*self.ids("projects"))
            self.add(
                "change_requests",
                change_id=self.id("r"),
                project_id=project,
                title="More",
                requested_on=asked,
                status=self.one("approved", "approved", "approved", "pending", "declined"),
                hours=self.one(None, 18_000, 7201, -36_000),
                budget_id=self.agreed(project).get("budget_id"),
                decided_on=self.one(None, asked, asked + timedelta(days=self.chance.randrange(30))),
                amount=self.one(None, 5_000_000, 1_234_567, -8_000_000),
            )

    # What may come, and what money is worth.

    def deals(self) -> None:
        for _ in range(8):
            close = self.maybe(self.day(first=TODAY - timedelta(days=30)), 8)
            start = self.maybe(self.day(), 5)
            end = self.maybe(self.day(first=TODAY - timedelta(days=20)), 5)
            deal = self.id("d")
            self.add(
                "deals",
                deal_id=deal,
                name=deal,
                client_id=self.one(*self.ids("clients"), None),
                owner=self.one("am@example.com", None),
                stage=self.one("Lead", "Offer", None),
                status=self.one("open", "open", "open", "won", "lost"),
                value=self.one(None, *AMOUNTS),
                currency=self.one(*CURRENCIES),
                probability=self.one(None, 0, 20 * PERCENT, 333_333, 100 * PERCENT),
                expected_close=close,
                start_date=start,
                end_date=_after(start or close, end),
            )

    def exchange_rates(self) -> None:
        for currency in ("USD", "GBP"):
            late = self.day(last=TODAY - timedelta(days=20))
            begins = self.chance.choice((date(2020, 1, 1), date(2020, 1, 1), late))
            if currency == "GBP" and self.chance.randrange(6) == 0:
                continue
            for day in sorted({begins, *(self.day(first=begins) for _ in range(3))}):
                self.add("exchange_rates", date=day, currency=currency, rate=self.rate())
        if self.chance.randrange(5) == 0:
            self.add("exchange_rates", date=self.first, currency=BASE, rate=self.rate())

    def rate(self) -> int:
        return self.chance.choice((RATE, RATE * 9 // 10, 1_173_456_789_012, 812_345_678_901))


def _after(start: Value, end: Value) -> Value:
    """An end, unless it lies before its start: such rows are not let in."""
    return None if isinstance(start, date) and isinstance(end, date) and end < start else end


def ids(tables: Mapping[str, pa.Table], table: str) -> list[str]:
    """The ids of one table."""
    found: list[str] = tables[table].column(TABLES[table].key[0]).to_pylist()
    return found
