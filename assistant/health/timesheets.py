"""Time that is missing, dated wrongly, too much for a day, outside a contract, or not approved."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from assistant.health.finding import Finding, Kind
from assistant.health.seen import Seen, be, counted, hours, rows_in
from assistant.metrics.staffed_days import DAYS

A_DAY = 24 * 3600
A_WEEK = timedelta(days=7)
NOT_APPROVED = ("draft", "submitted")


def missing_timesheets(seen: Seen) -> Iterator[Finding]:
    """Who has days without time, or too little in all, since the beginning of last month; contractors owe none."""
    first, last = _looked_at(seen)
    owed = seen.slices("missing_hours", first, last, by=("person",)) if first <= last else None
    empty = seen.slices("missing_days", first, last, by=("person",)) if first <= last else None
    filled = seen.slices("timesheet_completeness", first, last, by=("person",)) if first <= last else None
    if owed is None or empty is None or filled is None:
        return
    days = empty.groupby("person_id")["numerator"].sum()
    complete = filled.groupby("person_id")[["numerator", "denominator"]].sum()
    threshold = seen.view.settings.timesheet_threshold
    for person, rows in owed[owed["numerator"] > 0].groupby("person_id"):
        done, expected = (int(complete[side].to_dict()[person]) for side in ("numerator", "denominator"))
        number = int(days.get(person, 0))
        if number == 0 and done >= threshold * expected:
            continue
        effect = hours("missing_hours", rows["numerator"].sum())
        between = f"between {seen.day(rows['day'].min())} and {seen.day(rows['day'].max())}"
        name = seen.name("person", person)
        yield Finding(
            Kind.MISSING_TIMESHEETS,
            name,
            number,
            effect,
            f"{name} has {counted(number, 'day')} without time and {seen.said(effect)} missing in all, {between}, "
            f"so hours and utilization stand too low: ask {name} to enter them.",
            seen.rows_of("people", [person]),
        )


def _looked_at(seen: Seen) -> tuple[date, date]:
    """From the beginning of last month, but from no day before the first entry there is, through yesterday."""
    yesterday = seen.today - timedelta(days=1)
    month = (seen.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    begins = seen.entries["date"].min()
    return (month if pd.isna(begins) else max(month, begins.date())), yesterday


def over_24_hours(seen: Seen) -> Iterator[Finding]:
    """Days on which somebody's time adds up to more than there is."""
    entries = seen.entries.rename(columns={"date": "day"})
    sums = entries.groupby(DAYS)[["hours"]].sum().reset_index()
    long = sums[sums["hours"] > A_DAY]
    for person, days in long.groupby("person_id"):
        rows = entries[(entries["person_id"] == person) & entries["day"].isin(days["day"])]
        effect = hours("over_24_hours", (days["hours"] - A_DAY).sum())
        name, worst = seen.name("person", person), days.sort_values(["hours", "day"]).iloc[-1]
        yield Finding(
            Kind.OVER_24_HOURS,
            name,
            len(days),
            effect,
            f"{name} has {counted(len(days), 'day')} of more than 24 hours "
            f"({seen.said(hours('day', worst['hours']))} on {seen.day(worst['day'])}), {seen.said(effect)} too many: "
            "correct the entries in their source and ingest again.",
            rows_in("time_entries", rows),
        )


def later_than_today(seen: Seen) -> Iterator[Finding]:
    """Time dated on days that have not come yet."""
    rows = seen.entries[seen.entries["date"] > seen.now]
    for person, theirs in rows.groupby("person_id"):
        effect, name = hours("later", theirs["hours"].sum()), seen.name("person", person)
        yield Finding(
            Kind.LATER_THAN_TODAY,
            name,
            len(theirs),
            effect,
            f"{counted(len(theirs), 'entry', 'entries')} of {name}, {seen.said(effect)}, "
            f"{be(len(theirs))} dated after today, up to {seen.day(theirs['date'].max())}, and not "
            "counted yet: correct the dates, or enter plans as bookings.",
            rows_in("time_entries", theirs),
        )


def outside_contract(seen: Seen) -> Iterator[Finding]:
    """Time before somebody came or after they left."""
    people = seen.rows("people", "person_id", "start_date", "end_date").drop(columns=["_file", "_row"])
    entries = seen.entries.merge(people, on="person_id")
    # What is dated later than today is told for itself.
    entries = entries[entries["date"] <= seen.now]
    outside = entries[(entries["date"] < entries["start_date"]) | (entries["date"] > entries["end_date"])]
    for person, rows in outside.groupby("person_id"):
        effect, name = hours("outside", rows["hours"].sum()), seen.name("person", person)
        early = int((rows["date"] < rows["start_date"]).sum())
        where = "before the contract starts" if early == len(rows) else "after the contract ends"
        lie = "lies" if len(rows) == 1 else "lie"
        where = where if early in (0, len(rows)) else "before the contract starts or after it ends"
        yield Finding(
            Kind.OUTSIDE_CONTRACT,
            name,
            len(rows),
            effect,
            f"{counted(len(rows), 'entry', 'entries')} of {name}, {seen.said(effect)}, {lie} {where}, where nobody is "
            "available: correct the dates of the contract or of the entries.",
            rows_in("time_entries", rows),
        )


def unapproved_time(seen: Seen) -> Iterator[Finding]:
    """Time not approved: where approval is required all of it, else old drafts and what a closed month still holds."""
    required = seen.view.settings.approval_required
    waits = _waiting(seen.entries, seen.now) if required else _forgotten(seen.entries, seen.now)
    why = "so revenue and budgets leave it out" if required else "though it should be settled by now"
    for person, theirs in seen.entries[waits].groupby("person_id"):
        effect, name = hours("unapproved", theirs["hours"].sum()), seen.name("person", person)
        first, last = seen.day(theirs["date"].min()), seen.day(theirs["date"].max())
        stretch = f"of {first}" if first == last else f"from {first} to {last}"
        stands = " or ".join(sorted(set(theirs["status"])))
        yield Finding(
            Kind.UNAPPROVED_TIME,
            name,
            len(theirs),
            effect,
            f"{seen.said(effect)} of {name} {stretch} are still {stands}, {why}: have them approved.",
            rows_in("time_entries", theirs),
        )


def _waiting(entries: pd.DataFrame, today: pd.Timestamp) -> "pd.Series[bool]":
    return entries["status"].isin(NOT_APPROVED) & (entries["date"] < today)


def _forgotten(entries: pd.DataFrame, today: pd.Timestamp) -> "pd.Series[bool]":
    """Drafts older than a week, and whatever of an earlier month was never approved."""
    old_draft = (entries["status"] == "draft") & (entries["date"] < today - A_WEEK)
    return old_draft | (entries["status"].isin(NOT_APPROVED) & (entries["date"] < today.replace(day=1)))
