"""What people did, day by day, and what they are planned for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from ingest.demo import frame
from ingest.demo.delivery import BUDGET, BUDGETS, PROJECTS, SERVICE
from ingest.demo.diary import Diary
from ingest.demo.frame import APPROVED_THROUGH, FIRST_DAY, QUARTER_HOUR, SUBMITTED_THROUGH, TODAY, WHOLE_HOUR
from ingest.demo.people import PEOPLE, Roster
from ingest.demo.staffing import EXTRA_BOOKINGS, INTERNAL, ODD_ENTRIES, STAFFING
from ingest.demo.text_table import Row

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
    worked: int
    billable: int
    owed: int = field(default=0)


def tables(roster: Roster, seed: int) -> dict[str, list[Row]]:
    """Every table about time, in the plain format."""
    return {"time_entries": time_entries(roster, seed), "bookings": bookings(roster)}


def time_entries(roster: Roster, seed: int) -> list[Row]:
    """All time tracked, in order of day and person."""
    rng = Random(f"{seed} time entries")
    rows = [row for person in PEOPLE for row in _tracked_by(person["person_id"], roster, rng)]
    rows += _odd_entries()
    rows.sort(key=lambda row: (row["date"], row["person_id"]))
    return [{"entry_id": f"E{number:05d}"} | row for number, row in enumerate(rows, 1)]


def _tracked_by(person_id: str, roster: Roster, rng: Random) -> Iterator[Row]:
    stints = [_stint(row) for row in STAFFING if row["person_id"] == person_id]
    rest = _stint({"person_id": person_id, "on": INTERNAL, "planned": "0", "worked": "", **_ALWAYS})
    diary = Diary(person_id)
    for offset in range((TODAY - FIRST_DAY).days):
        day = FIRST_DAY + timedelta(days=offset)
        available = roster.available(person_id, day)
        if available and not _forgotten(person_id, day, rng):
            for stint, quarters in _split(available, _running(stints, day), rest, rng):
                yield _entry(stint, day, quarters, diary, rng)
    available = roster.available(person_id, TODAY)
    if available and person_id != frame.FORGETFUL and rng.random() < frame.ODDS_OF_A_MORNING_ENTRY:
        stint = rng.choice(_running(stints, TODAY) or [rest])
        yield _entry(stint, TODAY, rng.randint(4, 12), diary, rng)


def _stint(row: Row) -> Stint:
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
        int(row["worked"] or row["planned"]),
        _billable_percent(project_id, budget, service),
    )


def _billable_percent(project_id: str, budget: Row | None, service: Row | None) -> int:
    if _KIND_OF[project_id] == "internal" or (service and service["billable"] == "false"):
        return 0
    budget = budget or _FIRST_BUDGET_OF[project_id]
    return frame.BILLABLE_PERCENT_OF.get(project_id, frame.BILLABLE_PERCENT[budget["type"]])


def _forgotten(person_id: str, day: date, rng: Random) -> bool:
    if person_id == frame.FORGETFUL and day >= frame.FORGOTTEN_SINCE:
        return True
    return rng.random() < frame.ODDS_OF_A_FORGOTTEN_DAY


def _running(stints: list[Stint], day: date) -> list[Stint]:
    return [stint for stint in stints if stint.first_day <= day <= stint.last_day]


def _split(available: int, stints: list[Stint], rest: Stint, rng: Random) -> list[tuple[Stint, int]]:
    """Share a day out: what is owed most comes first, in quarters of an hour."""
    left = available - sum(available * stint.worked // PERCENT for stint in stints)
    for stint in stints:
        stint.owed += available * stint.worked // PERCENT
    rest.owed += max(0, left)
    quarters = max(1, available // QUARTER_HOUR + _weighted(frame.QUARTERS_OFF_THE_PATTERN, rng))
    many = min(_weighted(frame.ENTRIES_A_DAY, rng), len(stints) + 1, quarters)
    owing = sorted((*stints, rest), key=lambda stint: stint.owed, reverse=True)[:many]
    claims = [max(QUARTER_HOUR, stint.owed) for stint in owing]
    shares = [max(1, quarters * claim // sum(claims)) for claim in claims]
    shares[0] += quarters - sum(shares)
    for stint, share in zip(owing, shares, strict=True):
        stint.owed -= share * QUARTER_HOUR
    return list(zip(owing, shares, strict=True))


def _weighted(weights: dict[int, int], rng: Random) -> int:
    return rng.choices(list(weights), list(weights.values()))[0]


def _entry(stint: Stint, day: date, quarters: int, diary: Diary, rng: Random) -> Row:
    billable = _billable_quarters(stint.billable, quarters, rng)
    task_id, note = diary.words_for(stint.project_id, day, quarters * QUARTER_HOUR, rng)
    return {
        "person_id": stint.person_id,
        "project_id": stint.project_id,
        "date": day.isoformat(),
        "hours": hours(quarters * QUARTER_HOUR),
        "billable_hours": hours(billable * QUARTER_HOUR),
        "status": _status(day, rng),
        "budget_id": stint.budget_id,
        "service_id": stint.service_id,
        "task_id": task_id,
        "created_at": _written_down(stint.person_id, day, rng).isoformat(),
        "note": note,
    }


def _billable_quarters(percent: int, quarters: int, rng: Random) -> int:
    """All of it, or now and then a part of it, or nothing."""
    if rng.random() * PERCENT < percent:
        return quarters
    if percent == 0 or rng.random() < 1 / 2:
        return 0
    return rng.randint(0, quarters)


def _status(day: date, rng: Random) -> str:
    chance = rng.random()
    if day <= APPROVED_THROUGH:
        if chance < frame.ODDS_OF_REJECTED_TIME:
            return "rejected"
        lately = (APPROVED_THROUGH - day).days < _A_MONTH
        return "submitted" if lately and chance > 1 - frame.ODDS_OF_OPEN_TIME else "approved"
    return "submitted" if day <= SUBMITTED_THROUGH else "draft"


def _written_down(person_id: str, day: date, rng: Random) -> datetime:
    """When the entry was made: most in the evening, some people on Fridays, nobody in the future."""
    lags = _LAGS.get(person_id, _LAGS[""])
    lag = _weighted(lags, rng)
    if person_id in _FRIDAY_PEOPLE:
        lag = max(0, _FRIDAY - day.weekday())
    evening = day + timedelta(days=lag)
    if evening.weekday() > _FRIDAY:
        evening += timedelta(days=_A_WEEK - evening.weekday())
    moment = datetime.combine(evening, time(rng.randint(15, 18), rng.randint(0, 59)))
    latest = datetime.combine(TODAY, time(rng.randint(9, 12), rng.randint(0, 59)))
    return min(moment, latest)


def _odd_entries() -> list[Row]:
    rows = []
    for row in ODD_ENTRIES:
        stint = _stint(row | {"planned": "0", "worked": "", **_ALWAYS})
        own = {
            "project_id": stint.project_id,
            "budget_id": stint.budget_id,
            "service_id": stint.service_id,
            "task_id": "",
        }
        rows.append({name: cell for name, cell in row.items() if name != "on"} | own)
    return rows


def bookings(roster: Roster) -> list[Row]:
    """All work planned: the staffing, cut at new years, and what was planned by hand."""
    rows = [row for plan in STAFFING for row in _booked(plan, roster)] + EXTRA_BOOKINGS
    return [{"booking_id": f"B{number:03d}"} | row for number, row in enumerate(rows, 1)]


def _booked(plan: Row, roster: Roster) -> Iterator[Row]:
    stint = _stint(plan)
    if int(plan["planned"]) < frame.LEAST_BOOKED_PERCENT:
        return
    for first, last in _by_year(stint.first_day, stint.last_day):
        workday = max(roster.pattern(stint.person_id, first + timedelta(days=offset)) for offset in range(7))
        yield {
            "person_id": stint.person_id,
            "project_id": stint.project_id,
            "start_date": first.isoformat(),
            "end_date": last.isoformat(),
            "hours_per_day": _to_the_quarter(workday * int(plan["planned"]) // PERCENT),
            "tentative": "false",
            "budget_id": stint.budget_id,
            "service_id": stint.service_id,
        }


def _by_year(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        end = min(last, date(first.year, 12, 31))
        yield first, end
        first = end + timedelta(days=1)


def _to_the_quarter(seconds: int) -> str:
    quarters = (Decimal(seconds) / QUARTER_HOUR).quantize(Decimal(1), ROUND_HALF_UP)
    return hours(int(quarters) * QUARTER_HOUR)


def hours(seconds: int) -> str:
    """Hours as files have them: 5400 -> 1.5."""
    return f"{Decimal(seconds) / WHOLE_HOUR:f}"


_A_MONTH = 30
_FRIDAY = 4
_A_WEEK = 7
_FRIDAY_PEOPLE = ("MAT", "LUK")
_LAGS = {"": {0: 76, 1: 17, 2: 4, 3: 2, 5: 1}, "JON": {0: 30, 1: 25, 2: 15, 4: 20, 8: 10}}
"""After how many days people write their time down, with weights."""
_ALWAYS = {"first_day": FIRST_DAY.isoformat(), "last_day": TODAY.isoformat()}
_KIND_OF = {row["project_id"]: row["kind"] for row in PROJECTS}
_FIRST_BUDGET_OF: dict[str, Row] = defaultdict(dict)
for _budget in reversed(BUDGETS):
    _FIRST_BUDGET_OF[_budget["project_id"]] = _budget
