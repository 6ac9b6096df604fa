"""Rows like those an agency has, but for one thing: another id, another day, a blank, a nothing.

Two rows that say the same must count twice, a rule that changes its mind on a day must be asked about that day, and
whatever may be blank is blank somewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import count
from random import Random

from assistant.agency.tables import TABLES, Kind
from tests.random_agency_plans import Row, Value

DAYS = {
    "time_entries": ("date",),
    "expenses": ("date",),
    "bookings": ("start_date", "end_date"),
    "absences": ("start_date", "end_date"),
    "invoices": ("issued_on", "due_on"),
    "payments": ("paid_on",),
    "deals": ("start_date", "end_date", "expected_close", "closed_on", "created_on"),
    "tasks": ("due_date", "done_on", "start_date"),
    "change_requests": ("decided_on", "requested_on"),
}
"""The tables whose rows are varied, and their days: one of them is moved onto an edge, the others along with it."""

MANY = frozenset({"time_entries"})
"""The tables of which there are many rows, and so more variants."""

EDGES = (-120, -91, -90, -60, -40, -31, -30, -12, -7, -1, 0, 0, 0, 1, 2, 7, 45, 60)
"""Days from today at which what is asked about begins or ends, and those beside them."""

WHOLE = frozenset({Kind.HOURS, Kind.MONEY, Kind.PERCENT})


def add_variants(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add twins, rows on edges, and rows with a blank, a nothing or next to it; what stands already stays so."""
    varied = _Varied(chance, rows, today)
    for name in DAYS:
        if rows.get(name):
            rows[name] += [*varied.twins(name), *varied.moved(name), *varied.emptied(name)]
    rows["deal_roles"] += varied.roles()


@dataclass(frozen=True)
class _Varied:
    """What stands already, and the numbers of the variants."""

    chance: Random
    rows: dict[str, list[Row]]
    today: date
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def twins(self, name: str) -> list[Row]:
        """Rows that say the same as another."""
        return [self._new(name) for _ in range(self._some(name))]

    def moved(self, name: str) -> list[Row]:
        """Rows on a day on which something begins or ends."""
        return [self._moved(name) for _ in range(2 * self._some(name))]

    def emptied(self, name: str) -> list[Row]:
        """Rows of which one cell is blank, or 0, or the least there is."""
        columns = [one for one in TABLES[name].columns if one.name not in TABLES[name].key]
        kept = {one.name for one in columns if one.kind is Kind.CURRENCY} if _always_priced(name) else set()
        blank = [
            one.name
            for one in columns
            if not one.required and one.blank_means is None and one.name not in kept and self.chance.randrange(2)
        ]
        none = [one.name for one in columns if one.kind in WHOLE and self.chance.randrange(2)]
        emptied = [self._new(name) | self._without(name, one) for one in blank]
        return emptied + [self._priced(self._new(name) | {one: self.chance.choice((0, 0, 1))}) for one in none]

    def _priced(self, row: Row) -> Row:
        """The row with a currency, if it should have one: money always has one inside."""
        return row | {"currency": row["currency"] or "EUR"} if "currency" in row else row

    def roles(self) -> list[Row]:
        """What the variants of deals would bring, all of them as much."""
        deals = [row["deal_id"] for row in self.rows["deals"] if "like" in str(row["deal_id"])]
        return [
            {"deal_id": deal, "job_title": title, "hours": 7201}
            for deal in deals
            for title in ("Designer", "Developer")
            if self.chance.randrange(2)
        ]

    def _without(self, name: str, column: str) -> Row:
        """A blank; without money where it is the currency, for money always has one inside."""
        money = [one.name for one in TABLES[name].columns if one.kind is Kind.MONEY and not one.required]
        return dict.fromkeys([column, *money] if column == "currency" else [column])

    def _some(self, name: str) -> int:
        return 8 if name in MANY else 3

    def _new(self, name: str) -> Row:
        """A row like one there is, under another id."""
        [key] = TABLES[name].key
        return {**self.chance.choice(self.rows[name]), key: f"{self.chance.choice('vVé')}like{next(self.numbers)}"}

    def _moved(self, name: str) -> Row:
        row = self._new(name)
        given = [one for one in DAYS[name] if isinstance(row.get(one), date)]
        if not given:
            return row
        by = self.chance.choice(self._edges(row)) - _day(row[self.chance.choice(given)])
        return row | {one: _day(row[one]) + by for one in given} | self._written(row, by)

    def _written(self, row: Row, by: timedelta) -> Row:
        written = row.get("created_at")
        return {"created_at": written + by} if isinstance(written, date) else {}

    def _edges(self, row: Row) -> list[date]:
        """Days at which something of the row's own changes its mind, or else what is asked about does."""
        own = [day for day in self._own(row) if -150 <= (day - self.today).days <= 75]
        if own and self.chance.randrange(3):
            return own
        return [self.today + timedelta(days=days) for days in EDGES] + self._months

    @cached_property
    def _months(self) -> list[date]:
        firsts = [(self.today.replace(day=1) - timedelta(days=days)).replace(day=1) for days in (0, 20, 50)]
        return [*firsts, *(one - timedelta(days=1) for one in firsts)]

    def _own(self, row: Row) -> Iterator[date]:
        """The first and the last days of the person, budget and project of a row, and the day after them."""
        found: list[Value] = []
        for table, key, names in _MARKS:
            if row.get(key) is not None:
                mine = [one for one in self.rows.get(table, []) if one.get(key) == row[key]]
                found += [one.get(name) for one in mine for name in names]
        for day in found:
            if isinstance(day, date):
                yield from (day, day + timedelta(days=1), day - timedelta(days=1))


_MARKS = (
    ("people", "person_id", ("start_date", "end_date")),
    ("working_hours", "person_id", ("valid_from",)),
    ("assignments", "person_id", ("valid_from",)),
    ("absences", "person_id", ("start_date", "end_date")),
    ("budgets", "budget_id", ("start_date", "end_date", "delivered_on")),
    ("projects", "project_id", ("start_date", "end_date")),
    ("budgets", "project_id", ("start_date", "end_date", "delivered_on")),
    ("exchange_rates", "currency", ("date",)),
)
"""Where the days stand on which a rule changes its mind about a row, and by which of its ids they are found."""


def _always_priced(name: str) -> bool:
    return any(one.kind is Kind.MONEY and one.required for one in TABLES[name].columns)


def _day(value: Value) -> date:
    assert isinstance(value, date)
    return value
