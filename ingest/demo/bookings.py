"""What people are planned for: the staffing, and what was planned by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ingest.demo import frame
from ingest.demo.roster import Roster, pattern_changes
from ingest.demo.staffing import EXTRA_BOOKINGS, PERCENT, STAFFING, hours, stint
from ingest.demo.text_table import Row


def bookings(roster: Roster) -> list[Row]:
    """All work planned: the staffing, cut where a year or a contract begins, and what was planned by hand."""
    rows = [row for plan in STAFFING for row in _booked(plan, roster)] + EXTRA_BOOKINGS
    return [{"booking_id": f"B{number:03d}"} | row for number, row in enumerate(rows, 1)]


def _booked(plan: Row, roster: Roster) -> Iterator[Row]:
    one = stint(plan)
    if one.planned < frame.LEAST_BOOKED_PERCENT:
        return
    for first, last in _parts(one.person_id, one.first_day, one.last_day):
        week = (roster.pattern(one.person_id, first + timedelta(days=offset)) for offset in range(7))
        workday = min(filter(None, week), default=0)
        yield {
            "person_id": one.person_id,
            "project_id": one.project_id,
            "start_date": first.isoformat(),
            "end_date": last.isoformat(),
            "hours_per_day": _to_the_quarter(workday * one.planned // PERCENT),
            "tentative": "false",
            "budget_id": one.budget_id,
            "service_id": one.service_id,
        }


def _parts(person_id: str, first: date, last: date) -> Iterator[tuple[date, date]]:
    years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    begins = sorted({first, *years, *(day for day in pattern_changes(person_id) if first < day <= last)})
    ends = [begin - timedelta(days=1) for begin in begins[1:]]
    yield from zip(begins, [*ends, last], strict=True)


def _to_the_quarter(seconds: int) -> str:
    quarters = (Decimal(seconds) / frame.QUARTER_HOUR).quantize(Decimal(1), ROUND_HALF_UP)
    return hours(int(quarters) * frame.QUARTER_HOUR)
