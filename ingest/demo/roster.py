"""Who is here on which day, and for how long."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from ingest.demo.absences import ABSENCES, KEEPS_AVAILABILITY
from ingest.demo.frame import WHOLE_HOUR
from ingest.demo.holidays import holidays
from ingest.demo.people import PATTERNS, PEOPLE, office
from ingest.demo.text_table import Row, grouped

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Roster:
    """Who is here on which day, and for how long; hours are seconds."""

    contracts: dict[str, tuple[date, date]]
    free: dict[tuple[str, date], Decimal]
    leave: dict[tuple[str, date], int | None]
    known: dict[tuple[str, date], int] = field(default_factory=dict)

    def pattern(self, person_id: str, day: date) -> int:
        """The hours of the contract on `day`, holidays still inside."""
        first, last = self.contracts[person_id]
        if not first <= day <= last:
            return 0
        week = day.isocalendar().week
        begun = [hours for since, hours in _PATTERNS_OF[person_id] if since <= day]
        return begun[-1][week % 2][day.weekday()]

    def available(self, person_id: str, day: date) -> int:
        """The hours left to work on `day`, after holidays and approved leave."""
        key = person_id, day
        if key not in self.known:
            self.known[key] = self._left(person_id, day)
        return self.known[key]

    def _left(self, person_id: str, day: date) -> int:
        hours = self.pattern(person_id, day)
        if not hours:
            return 0
        hours = int(hours * (1 - self.free.get((office(person_id, day), day), Decimal(0))))
        away = self.leave.get((person_id, day), 0)
        return 0 if away is None else max(0, hours - away)


def roster() -> Roster:
    """Put together what decides whether someone works on a day."""
    contracts = {
        row["person_id"]: (date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"] or "9999-12-31"))
        for row in PEOPLE
    }
    free = {(row["calendar"], date.fromisoformat(row["date"])): Decimal(row["fraction"]) for row in holidays()}
    return Roster(contracts, free, _leave())


def pattern_changes(person_id: str) -> list[date]:
    """The days on which someone's contract changed its hours, the first day included."""
    return [since for since, _ in _PATTERNS_OF[person_id]]


def _leave() -> dict[tuple[str, date], int | None]:
    """How many hours of each day approved leave takes; None for the whole day."""
    taken: dict[tuple[str, date], int | None] = {}
    for row in ABSENCES:
        if row["status"] != "approved" or row["category"] in KEEPS_AVAILABILITY:
            continue
        first, last = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
        hours = int(Decimal(row["hours_per_day"]) * WHOLE_HOUR) if row["hours_per_day"] else None
        for offset in range((last - first).days + 1):
            taken[row["person_id"], first + timedelta(days=offset)] = hours
    return taken


def _weeks(rows: list[Row]) -> tuple[list[int], list[int]]:
    """The seconds of each weekday in even weeks and in odd ones; A are the odd."""
    even, odd = (next(row for row in rows if row["week"] in ("", letter)) for letter in ("B", "A"))
    return _seconds(even), _seconds(odd)


def _seconds(row: Row) -> list[int]:
    return [int(Decimal(row.get(weekday, "0")) * WHOLE_HOUR) for weekday in WEEKDAYS]


_PATTERNS_OF: dict[str, list[tuple[date, tuple[list[int], list[int]]]]] = defaultdict(list)
for (_person, _since), _rows in sorted(grouped(PATTERNS, "person_id", "valid_from").items()):
    _PATTERNS_OF[_person].append((date.fromisoformat(_since), _weeks(_rows)))
