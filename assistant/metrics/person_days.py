"""Each person's days, one row a person-day: contracted, available and absent seconds, by walking the calendar."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from assistant.metrics.definition import MetricFacts
from assistant.metrics.slices import known, whole

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

    `days`: day, person_id, contracted, available. `absent`: day, person_id, absence_id, category, seconds, contracted.
    """

    days: pd.DataFrame
    absent: pd.DataFrame


def contracted(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Pattern seconds per person-day inside employment, holidays still inside: day, person_id, contracted."""
    patterns = dict(iter(known(facts.frame("working_hours")).groupby("person_id")))
    parts = []
    for person in known(facts.frame("people")).to_dict("records"):
        if person["person_id"] not in patterns or pd.isna(person["start_date"]):
            continue
        start = max(first, person["start_date"])
        end = last if pd.isna(person["end_date"]) else min(last, person["end_date"])
        if start > end:
            continue
        days = pd.date_range(start, end, unit="s")
        parts.append(
            pd.DataFrame(
                {
                    "day": days,
                    "person_id": person["person_id"],
                    "contracted": _pattern(patterns[person["person_id"]], days),
                }
            )
        )
    if not parts:
        return pd.DataFrame(
            {"day": pd.Series(dtype="datetime64[s]"), "person_id": pd.Series(dtype="object"),
             "contracted": pd.Series(dtype="int64")}
        )  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _pattern(rows: pd.DataFrame, days: pd.DatetimeIndex) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The pattern in force on each day: the newest row of that day's kind of week (A = odd ISO weeks, B = even)."""
    seconds = np.zeros(len(days), dtype="int64")
    odd = days.isocalendar()["week"].to_numpy() % 2 == 1
    for row in rows.sort_values(["valid_from"], kind="stable").to_dict("records"):
        since = days >= row["valid_from"]
        if row["week"] is not None and not pd.isna(row["week"]):
            since &= odd if row["week"] == "A" else ~odd
        hours = np.array([0 if pd.isna(row[name]) else int(row[name]) for name in WEEKDAYS], dtype="int64")
        seconds[since] = hours[days[since].day_of_week]
    return seconds


def person_days(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> PersonDays:
    """Contracted, available and absent seconds of every person-day from `first` to `last`."""
    days = contracted(facts, first, last)
    free = _holiday_share(facts, days)
    days["available"] = (2 * days["contracted"] * (WHOLE_DAY - free) + WHOLE_DAY) // (2 * WHOLE_DAY)
    parts = []
    at = dict(days.groupby("person_id").groups.items())
    available = days["available"].to_numpy().copy()
    stamps = days["day"].to_numpy()
    for leave in _leaves(facts).to_dict("records"):
        index = at.get(leave["person_id"])
        if index is None:
            continue
        place = np.asarray(index)
        lower, upper = np.searchsorted(stamps[place], [_day(leave["start_date"]), _day(leave["end_date"])])
        upper += upper < len(place) and stamps[place[upper]] == _day(leave["end_date"])
        place = place[lower:upper]
        left = available[place]
        taken = left if pd.isna(leave["hours_per_day"]) else np.minimum(left, int(leave["hours_per_day"]))
        available[place] = left - taken
        parts.append(
            pd.DataFrame(
                {
                    "day": stamps[place],
                    "person_id": leave["person_id"],
                    "absence_id": leave["absence_id"],
                    "category": leave["category"],
                    "seconds": taken,
                    "contracted": days["contracted"].to_numpy()[place],
                }
            )
        )
    days["available"] = available
    return PersonDays(days, _absent(parts))


def _day(stamp: pd.Timestamp) -> np.datetime64:
    return np.datetime64(stamp, "s")


def _absent(parts: list[pd.DataFrame]) -> pd.DataFrame:
    if not parts:
        names = {
            "day": "datetime64[s]",
            "person_id": "object",
            "absence_id": "object",
            "category": "object",
            "seconds": "int64",
            "contracted": "int64",
        }
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in names.items()})
    rows = pd.concat(parts, ignore_index=True)
    return rows[rows["seconds"] > 0].reset_index(drop=True)


def _leaves(facts: MetricFacts) -> pd.DataFrame:
    """Approved leave that takes time away, in the order it is charged: by first day, then by id."""
    rows = known(facts.frame("absences"))
    kept = [str(one).lower() in facts.asked.keeps_availability for one in rows["category"]]
    rows = rows[(rows["status"] == "approved") & ~np.array(kept, dtype=bool)]
    return rows.sort_values(["start_date", "absence_id"], kind="stable")


def _holiday_share(facts: MetricFacts, days: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """How much of each person-day is a public holiday, in ten-thousandths."""
    calendar = _calendar_on(facts, days)
    holidays = known(facts.frame("holidays"))
    share = {
        (row["calendar"], row["date"]): WHOLE_DAY if pd.isna(row["fraction"]) else int(row["fraction"])
        for row in holidays.to_dict("records")
    }
    keys = zip(calendar, days["day"], strict=True)
    return np.fromiter((share.get(key, 0) for key in keys), dtype="int64", count=len(days))


def _calendar_on(facts: MetricFacts, days: pd.DataFrame) -> "list[Any]":
    """The holiday calendar each person keeps on each day: as assigned by then, else as in people."""
    people = known(facts.frame("people"))
    always = dict(zip(people["person_id"], people["calendar"], strict=True))
    return latest_assigned(facts, "calendar", days["person_id"], days["day"], always)


def latest_assigned(
    facts: MetricFacts, column: str, person: "pd.Series[Any]", day: "pd.Series[Any]", always: dict[Any, Any]
) -> "list[Any]":
    """What the newest assignment by each day says of `column`; where none does, what `always` holds."""
    moves = known(facts.frame("assignments"))
    moves = moves[moves[column].notna()].sort_values("valid_from", kind="stable")
    by_person = {
        who: (rows["valid_from"].to_numpy(), rows[column].to_list()) for who, rows in moves.groupby("person_id")
    }
    if not by_person:
        return [always.get(who) for who in person]
    found: list[Any] = []
    for who, when in zip(person, day.to_numpy(), strict=True):
        since, values = by_person.get(who, (None, []))
        place = 0 if since is None else int(np.searchsorted(since, when, side="right"))
        found.append(values[place - 1] if place else always.get(who))
    return found


def scheduled(facts: MetricFacts, days: pd.DataFrame, first: pd.Timestamp) -> pd.DataFrame:
    """Confirmed bookings of people, one row a booked day on which the person is available.

    Columns: day, person_id, project_id, booking_id, budget_id, service_id, seconds.
    """
    rows = known(facts.frame("bookings"))
    rows = rows[rows["person_id"].notna() & ~rows["tentative"].fillna(value=False).astype(bool)]
    rows = rows[rows["end_date"] >= first]
    open_days = days[days["available"] > 0]
    by_person = {str(who): group["day"].to_numpy() for who, group in open_days.groupby("person_id")}
    parts = []
    for booking in rows.to_dict("records"):
        stamps = by_person.get(booking["person_id"])
        if stamps is None or pd.isna(booking["hours_per_day"]):
            continue
        start, end = _day(max(first, booking["start_date"])), _day(booking["end_date"])
        inside = stamps[(stamps >= start) & (stamps <= end)]
        made = pd.DataFrame({"day": inside, "seconds": int(booking["hours_per_day"])})
        parts.append(made.assign(**{name: booking[name] for name in BOOKED if name in booking}))
    names = ("day", *BOOKED, "seconds")
    if not parts:
        return pd.DataFrame(
            {
                name: pd.Series(dtype="datetime64[s]" if name == "day" else "int64" if name == "seconds" else "object")
                for name in names
            }
        )
    made = pd.concat(parts, ignore_index=True)
    return made.assign(seconds=whole(made["seconds"]))
