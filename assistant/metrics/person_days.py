"""Each person's days, one row a person-day: contracted, available and absent seconds, by walking the calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from assistant.metrics.definition import MetricFacts
from assistant.metrics.lookup import NONE, Days, Ints, Objects, mapped, newest, numbers, taken
from assistant.metrics.slices import known_rows, whole

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WHOLE_DAY = 10_000
BOOKED = ("person_id", "project_id", "booking_id", "budget_id", "service_id")

READS_CONTRACT = {
    "people": ("person_id", "start_date", "end_date"),
    "working_hours": ("person_id", "valid_from", *WEEKDAYS, "week"),
}
READS_CAPACITY = {
    "people": ("person_id", "start_date", "end_date", "calendar"),
    "working_hours": ("person_id", "valid_from", *WEEKDAYS, "week"),
    "holidays": ("calendar", "date", "fraction"),
    "absences": (
        "absence_id", "person_id", "start_date", "end_date", "hours_per_day", "status", "category",
    ),
    "assignments": ("person_id", "valid_from", "calendar"),
}  # fmt: skip


@dataclass(frozen=True)
class PersonDays:
    """One row a person-day and one a person-day of leave.

    `days`: day, person_id, contracted, workable (holidays removed, leave not), available.
    `absent`: day, person_id, absence_id, category, seconds, contracted.
    """

    days: pd.DataFrame
    absent: pd.DataFrame


def days_asked(facts: MetricFacts) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day asked about."""
    return pd.Timestamp(facts.asked.first_day).as_unit("s"), pd.Timestamp(facts.asked.last_day).as_unit("s")


def contracted(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Pattern seconds per person-day inside employment, holidays still inside: day, person_id, contracted.

    Each person's days stand together, in order.
    """
    patterns = _Patterns.of(known_rows(facts, "working_hours"))
    people = known_rows(facts, "people")
    calendar = _Calendar.of(first, last)
    names: list[str] = []
    parts: list[tuple[Days, Ints]] = []
    for person, begins, ends in zip(people["person_id"], people["start_date"], people["end_date"], strict=True):
        if person not in patterns.of_person or pd.isna(begins):
            continue
        inside = calendar.between(max(first, begins), last if pd.isna(ends) else min(last, ends))
        if len(inside.days):
            names.append(person)
            parts.append((inside.days, patterns.on(person, inside)))
    return _person_days(names, parts)


def _person_days(names: list[str], parts: "list[tuple[Days, Ints]]") -> pd.DataFrame:
    lengths = [len(days) for days, _ in parts]
    none = [(np.array([], "datetime64[s]"), np.array([], "int64"))]
    return pd.DataFrame(
        {
            "day": np.concatenate([days for days, _ in parts or none]),
            "person_id": np.repeat(np.array(names, dtype=object), lengths),
            "contracted": np.concatenate([seconds for _, seconds in parts or none]),
        }
    )


@dataclass(frozen=True)
class _Calendar:
    """Days, which day of the week each is (Monday 0), and whether its ISO week is odd."""

    days: Days
    weekday: Ints
    odd: "np.ndarray[tuple[int], np.dtype[np.bool_]]"

    @classmethod
    def of(cls, first: pd.Timestamp, last: pd.Timestamp) -> "_Calendar":
        days = pd.date_range(first, last, unit="s")
        odd = days.isocalendar()["week"].to_numpy(dtype="int64") % 2 == 1
        return cls(days.to_numpy(), days.day_of_week.to_numpy(dtype="int64"), odd)

    def between(self, first: pd.Timestamp, last: pd.Timestamp) -> "_Calendar":
        """The days from `first` to `last`, both inside."""
        begins = np.searchsorted(self.days, _day(first))
        ends = np.searchsorted(self.days, _day(last), side="right")
        return _Calendar(self.days[begins:ends], self.weekday[begins:ends], self.odd[begins:ends])


@dataclass(frozen=True)
class _Patterns:
    """The weeks people work, the oldest first: from which day on, the seconds of each weekday, which kind of week."""

    of_person: "Mapping[Any, Any]"
    since: Days
    seconds: "np.ndarray[Any, np.dtype[np.int64]]"
    weeks: list[Any]

    @classmethod
    def of(cls, rows: pd.DataFrame) -> "_Patterns":
        rows = rows.sort_values("valid_from", kind="stable")
        seconds = np.column_stack([whole(rows[day]).to_numpy() for day in WEEKDAYS]).astype("int64")
        places = rows.groupby("person_id").indices
        return cls(places, rows["valid_from"].to_numpy(), seconds, rows["week"].to_list())

    def on(self, person: object, calendar: _Calendar) -> Ints:
        """The pattern in force on each day: the newest of that day's kind of week (A = odd ISO weeks, B = even)."""
        seconds = np.zeros(len(calendar.days), dtype="int64")
        for place in self.of_person[person]:
            counts = calendar.days >= self.since[place]
            if isinstance(self.weeks[place], str):
                counts &= calendar.odd if self.weeks[place] == "A" else ~calendar.odd
            seconds[counts] = self.seconds[place][calendar.weekday[counts]]
        return seconds


def person_days(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> PersonDays:
    """Contracted, available and absent seconds of every person-day from `first` to `last`."""
    days = contracted(facts, first, last)
    free = _holiday_share(facts, days)
    open_ = (2 * days["contracted"] * (WHOLE_DAY - free) + WHOLE_DAY) // (2 * WHOLE_DAY)
    available = open_.to_numpy().copy()
    absent = _charged(days, counted_leaves(facts), available)
    return PersonDays(days.assign(workable=open_, available=available), absent)


def pending_leave(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """What leave still to be decided would take of what approved leave leaves: the columns of `absent`."""
    days = person_days(facts, first, last).days
    return _charged(days, counted_leaves(facts, "pending"), days["available"].to_numpy().copy())


def _charged(days: pd.DataFrame, leaves: pd.DataFrame, left: Ints) -> pd.DataFrame:
    """Take leaves one after the other out of what is `left` of their days; one row a person-day of leave."""
    spans = zip(_places(days, leaves), leaves["hours_per_day"], strict=True)
    return _absent(days, leaves, [_taken(left, place, hours) for place, hours in spans])


Taken = tuple[Ints, Ints]
"""Which person-days a leave takes something of, and how many seconds."""


def _taken(available: Ints, place: slice, hours: object) -> Taken:
    """Take a leave out of what is left of its days, and say how much that was."""
    left = available[place]
    taken = left.copy() if pd.isna(hours) else np.minimum(left, int(hours))  # type: ignore[call-overload]
    available[place] = left - taken
    at = np.flatnonzero(taken > 0)
    return at + place.start, taken[at]


def _places(days: pd.DataFrame, leaves: pd.DataFrame) -> Iterator[slice]:
    """Where the days of each leave stand among the person-days."""
    stamps = days["day"].to_numpy()
    codes, names = pd.factorize(days["person_id"])
    begins = np.searchsorted(codes, np.arange(len(names) + 1))
    places = {name: place for place, name in enumerate(names)}
    spans = zip(leaves["person_id"], leaves["start_date"].to_numpy(), leaves["end_date"].to_numpy(), strict=True)
    for person, since, until in spans:
        place = places.get(person)
        if place is None:
            yield slice(0, 0)
            continue
        low, high = begins[place], begins[place + 1]
        mine = stamps[low:high]
        yield slice(int(low + np.searchsorted(mine, since)), int(low + np.searchsorted(mine, until, side="right")))


def _day(stamp: pd.Timestamp) -> np.datetime64:
    return np.datetime64(stamp, "s")


def _absent(days: pd.DataFrame, leaves: pd.DataFrame, parts: list[Taken]) -> pd.DataFrame:
    """One row a person-day of leave."""
    place = np.concatenate([np.array([], "int64"), *(at for at, _ in parts)])
    lengths = [len(at) for at, _ in parts]
    rows = days.iloc[place]
    return pd.DataFrame(
        {
            "day": rows["day"].to_numpy(),
            "person_id": rows["person_id"].to_numpy(),
            "absence_id": np.repeat(leaves["absence_id"].to_numpy(dtype=object), lengths),
            "category": np.repeat(leaves["category"].to_numpy(dtype=object), lengths),
            "seconds": np.concatenate([np.array([], "int64"), *(seconds for _, seconds in parts)]),
            "contracted": rows["contracted"].to_numpy(),
        }
    )


def counted_leaves(facts: MetricFacts, status: str = "approved") -> pd.DataFrame:
    """Leave of a status that takes time away, in the order it is charged: by first day, then by id."""
    rows = known_rows(facts, "absences")
    kept = [str(one).lower() in facts.asked.keeps_availability for one in rows["category"]]
    rows = rows[(rows["status"] == status) & ~np.array(kept, dtype=bool)]
    return rows.sort_values(["start_date", "absence_id"], kind="stable")


def _holiday_share(facts: MetricFacts, days: pd.DataFrame) -> Ints:
    """How much of each person-day is a public holiday, in ten-thousandths."""
    holidays = known_rows(facts, "holidays")
    calendars = {name: place for place, name in enumerate(holidays["calendar"].unique())}
    keeps = numbers(pd.Series(_calendar_on(facts, days), dtype="object"), calendars)
    whole_day = holidays["fraction"].fillna(WHOLE_DAY).to_numpy(dtype="int64")
    stamps = holidays["date"].to_numpy(dtype="datetime64[s]")
    place = newest(keeps, days["day"].to_numpy(), numbers(holidays["calendar"], calendars), stamps)
    on_it = (place != NONE) & (stamps[place] == days["day"].to_numpy()) if len(stamps) else place != NONE
    share: Ints = np.where(on_it, whole_day[place] if len(stamps) else 0, 0)
    return share


def _calendar_on(facts: MetricFacts, days: pd.DataFrame) -> Objects:
    """The holiday calendar each person keeps on each day: as assigned by then, else as in people."""
    people = known_rows(facts, "people")
    always = dict(zip(people["person_id"], people["calendar"], strict=True))
    return latest_assigned(facts, "calendar", days["person_id"], days["day"], always)


def latest_assigned(
    facts: MetricFacts, column: str, person: "pd.Series[Any]", day: "pd.Series[Any]", always: dict[Any, Any]
) -> Objects:
    """What the newest assignment by each day says of `column`; where none does, what `always` holds."""
    moves = known_rows(facts, "assignments")
    moves = moves[moves[column].notna()]
    moved = {name: place for place, name in enumerate(moves["person_id"].unique())}
    standing = mapped(person, always)
    if not moved:
        return standing
    place = newest(
        numbers(person, moved), day.to_numpy(), numbers(moves["person_id"], moved), moves["valid_from"].to_numpy()
    )
    found: Objects = np.where(place == NONE, standing, taken(moves[column].to_list(), place))
    return found


def scheduled(facts: MetricFacts, days: pd.DataFrame, first: pd.Timestamp, *, tentative: bool = False) -> pd.DataFrame:
    """Confirmed (or tentative) bookings of people, one row a booked day on which the person is available.

    Columns: day, person_id, project_id, booking_id, budget_id, service_id, seconds.
    """
    rows = known_rows(facts, "bookings")
    unsure = rows["tentative"].fillna(value=False).astype(bool)
    rows = rows[rows["person_id"].notna() & (unsure == tentative)]
    rows = rows[rows["end_date"] >= first]
    rows = rows[rows["hours_per_day"].notna()]
    open_days = days[days["available"] > 0]
    by_person = {str(who): group["day"].to_numpy() for who, group in open_days.groupby("person_id")}
    none = np.array([], "datetime64[s]")
    since = rows["start_date"].where(rows["start_date"] > first, first).to_numpy()
    spans = zip(rows["person_id"], since, rows["end_date"].to_numpy(), strict=True)
    stretches = [_between(by_person.get(person, none), begins, ends) for person, begins, ends in spans]
    lengths = [len(one) for one in stretches]
    ids = {
        name: np.repeat(rows[name].to_numpy(dtype=object), lengths)
        if name in rows.columns
        else np.full(sum(lengths), None, dtype=object)
        for name in BOOKED
    }
    seconds = np.repeat(whole(rows["hours_per_day"]).to_numpy(), lengths)
    return pd.DataFrame({"day": np.concatenate([none, *stretches]), **ids, "seconds": seconds})


def _between(days: Days, first: np.datetime64, last: np.datetime64) -> Days:
    return days[np.searchsorted(days, first) : np.searchsorted(days, last, side="right")]
