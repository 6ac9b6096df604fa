"""What people did, day by day."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from ingest.demo import frame
from ingest.demo.diary import Diary
from ingest.demo.frame import APPROVED_THROUGH, FIRST_DAY, QUARTER_HOUR, SUBMITTED_THROUGH, TODAY
from ingest.demo.people import PEOPLE
from ingest.demo.roster import Roster
from ingest.demo.staffing import INTERNAL, ODD_ENTRIES, PERCENT, STAFFING, Stint, hours, stint
from ingest.demo.text_table import Row, grouped, table


def time_entries(roster: Roster, seed: int) -> list[Row]:
    """All time tracked, in order of day and person."""
    rows = [row for person in PEOPLE for row in _tracked_by(person["person_id"], roster, seed)]
    rows += _odd_entries()
    rows.sort(key=lambda row: (row["date"], row["person_id"]))
    return [{"entry_id": f"E{number:05d}"} | row for number, row in enumerate(rows, 1)]


def _tracked_by(person_id: str, roster: Roster, seed: int) -> Iterator[Row]:
    rng = Random(f"{seed} time of {person_id}")
    stints = [stint(row) for row in STAFFING if row["person_id"] == person_id]
    rest = stint({"person_id": person_id, "on": INTERNAL, "planned": "0", "worked": "", **_ALWAYS})
    diary = Diary(person_id, Random(f"{seed} notes of {person_id}"))
    for offset in range((TODAY - FIRST_DAY).days):
        day = FIRST_DAY + timedelta(days=offset)
        available = roster.available(person_id, day)
        if available and not _forgotten(person_id, day, rng):
            for one, quarters in _split(available, _running(stints, day), rest, rng):
                yield _entry(one, day, quarters, diary, rng)
    absent = not roster.available(person_id, TODAY) or _in_a_gap("missing", person_id, TODAY)
    if not absent and rng.random() < frame.ODDS_OF_A_MORNING_ENTRY:
        one = rng.choice(_running(stints, TODAY) or [rest])
        yield _entry(one, TODAY, rng.randint(4, 12), diary, rng)


def _forgotten(person_id: str, day: date, rng: Random) -> bool:
    return _in_a_gap("missing", person_id, day) or rng.random() < frame.ODDS_OF_A_FORGOTTEN_DAY


def _in_a_gap(what: str, person_id: str, day: date) -> bool:
    return any(row["first_day"] <= day.isoformat() <= row["last_day"] for row in _GAPS[person_id, what])


def _running(stints: list[Stint], day: date) -> list[Stint]:
    return [one for one in stints if one.first_day <= day <= one.last_day]


def _split(available: int, stints: list[Stint], rest: Stint, rng: Random) -> list[tuple[Stint, int]]:
    """Share a day out: what is owed most comes first, in quarters of an hour."""
    left = available - sum(available * one.worked // PERCENT for one in stints)
    for one in stints:
        one.owed += available * one.worked // PERCENT
    rest.owed += max(0, left)
    quarters = max(1, available // QUARTER_HOUR + _weighted(frame.QUARTERS_OFF_THE_PATTERN, rng))
    many = min(_weighted(frame.ENTRIES_A_DAY, rng), len(stints) + 1, quarters)
    owing = sorted((*stints, rest), key=lambda one: one.owed, reverse=True)[:many]
    claims = [max(QUARTER_HOUR, one.owed) for one in owing]
    shares = [max(1, quarters * claim // sum(claims)) for claim in claims]
    shares[0] += quarters - sum(shares)
    for one, share in zip(owing, shares, strict=True):
        one.owed -= share * QUARTER_HOUR
    return list(zip(owing, shares, strict=True))


def _weighted(weights: dict[int, int], rng: Random) -> int:
    return rng.choices(list(weights), list(weights.values()))[0]


def _entry(one: Stint, day: date, quarters: int, diary: Diary, rng: Random) -> Row:
    billable = _billable_quarters(one.billable, quarters, rng)
    task_id, note = diary.words_for(one.project_id, day, quarters * QUARTER_HOUR)
    return {
        "person_id": one.person_id,
        "project_id": one.project_id,
        "date": day.isoformat(),
        "hours": hours(quarters * QUARTER_HOUR),
        "billable_hours": hours(billable * QUARTER_HOUR),
        "status": _status(one.person_id, day, rng),
        "budget_id": one.budget_id,
        "service_id": one.service_id,
        "task_id": task_id,
        "created_at": _written_down(one.person_id, day, rng).isoformat(),
        "note": note,
    }


def _billable_quarters(percent: int, quarters: int, rng: Random) -> int:
    """All of it, or now and then a part of it, or nothing."""
    if rng.random() * PERCENT < percent:
        return quarters
    if percent == 0 or rng.random() < 1 / 2:
        return 0
    return rng.randint(0, quarters)


def _status(person_id: str, day: date, rng: Random) -> str:
    rejected = rng.random() < frame.ODDS_OF_REJECTED_TIME
    if day <= APPROVED_THROUGH:
        if _in_a_gap("unapproved", person_id, day):
            return "submitted"
        return "rejected" if rejected else "approved"
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
        one = stint(row | {"planned": "0", "worked": "", **_ALWAYS})
        own = {
            "project_id": one.project_id,
            "budget_id": one.budget_id,
            "service_id": one.service_id,
            "task_id": "",
        }
        rows.append({name: cell for name, cell in row.items() if name != "on"} | own)
    return rows


_FRIDAY = 4
_A_WEEK = 7
_FRIDAY_PEOPLE = ("MAT", "LUK", "NOA", "SAR")
_LAGS = {
    "": {0: 76, 1: 17, 2: 4, 3: 2, 5: 1},
    "JON": {0: 30, 1: 25, 2: 15, 4: 20, 8: 10},
    "VIK": {0: 40, 1: 25, 3: 20, 6: 15},
}
"""After how many days people write their time down, with weights."""
_ALWAYS = {"first_day": FIRST_DAY.isoformat(), "last_day": TODAY.isoformat()}
_GAPS = grouped(table("gaps"), "person_id", "what")
"""Days on which someone tracked nothing, or on which what they tracked was never looked at."""
