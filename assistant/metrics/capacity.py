"""What we measure from contracts, leave and bookings: capacity, absence, overbooking and utilization."""

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing
from assistant.metrics.person_days import (
    READS_CAPACITY,
    READS_CONTRACT,
    contracted,
    days_asked,
    pending_leave,
    person_days,
    scheduled,
)
from assistant.metrics.slices import slices, together
from assistant.metrics.words import ALSO_CALLED

BY_PEOPLE = ("person", "team", "job_title", "employment", "day", "week", "month", "quarter", "year")
BY_PEOPLE_AND_DAYS = (*BY_PEOPLE, "weekday")
PEOPLE_ONLY = "belongs to people: ask by person or team, or for hours by project."
MICRO_DAYS = 1_000_000
WORKING_DAYS_A_WEEK = 5
READS_BOOKINGS = {
    "bookings": (
        "booking_id",
        "person_id",
        "project_id",
        "start_date",
        "end_date",
        "hours_per_day",
        "tentative",
    ),
}


def contracted_hours(facts: MetricFacts) -> pd.DataFrame:
    """Pattern seconds inside employment, holidays still inside."""
    rows = contracted(facts, *days_asked(facts))
    return slices(rows, rows["contracted"])


def available_hours(facts: MetricFacts) -> pd.DataFrame:
    """Pattern seconds less holidays and approved leave, never below 0 on a day."""
    rows = person_days(facts, *days_asked(facts)).days
    return slices(rows, rows["available"])


def billable_utilization(facts: MetricFacts) -> pd.DataFrame:
    """Billable over available seconds, both sides through yesterday."""
    today = pd.Timestamp(facts.asked.today)
    worked = facts.frame("time_entries")
    worked = worked[(worked["status"] != "rejected") & (worked["date"] < today)].rename(columns={"date": "day"})
    room = person_days(facts, *days_asked(facts)).days
    room = room[room["day"] < today]
    return together([slices(worked, worked["billable_hours"]), slices(room, 0, room["available"])])


def overbooked_hours(facts: MetricFacts) -> pd.DataFrame:
    """Booked beyond available, per person-day: a free Friday does not undo a double-booked Monday."""
    first, last = days_asked(facts)
    days = person_days(facts, first, last).days
    booked = scheduled(facts, days, first)
    booked = booked[booked["day"] <= last].groupby(["person_id", "day"])[["seconds"]].sum().reset_index()
    rows = booked.merge(days, on=["person_id", "day"])
    over = (rows["seconds"] - rows["available"]).clip(lower=0)
    return slices(rows[over > 0], over[over > 0])


def fte(facts: MetricFacts) -> pd.DataFrame:
    """Contracted seconds over those of a full-time week in the same Mon-Fri days (both times five)."""
    first, last = days_asked(facts)
    rows = contracted(facts, first, last)
    days = pd.date_range(first, last, unit="s")
    weekdays = pd.DataFrame({"day": days[days.day_of_week < WORKING_DAYS_A_WEEK]})
    full = slices(weekdays, 0, facts.asked.full_time_week)
    return together([slices(rows, rows["contracted"] * WORKING_DAYS_A_WEEK), full])


def absence_hours(facts: MetricFacts) -> pd.DataFrame:
    """Approved leave on working days, in seconds, at most what is left of the day."""
    rows = person_days(facts, *days_asked(facts)).absent
    return slices(rows, rows["seconds"])


def absence_days(facts: MetricFacts) -> pd.DataFrame:
    """The same as a share of each day's pattern, in micro-days, half up."""
    rows = person_days(facts, *days_asked(facts)).absent
    return slices(rows, share_of_day(rows))


def pending_absence_days(facts: MetricFacts) -> pd.DataFrame:
    """Leave that is still to be decided, in micro-days of each day's pattern."""
    rows = pending_leave(facts, *days_asked(facts))
    return slices(rows, share_of_day(rows))


def share_of_day(absent: pd.DataFrame) -> "pd.Series[int]":
    """The absent seconds of person-days as micro-days of each day's pattern, half up."""
    pattern = absent["contracted"]
    share: pd.Series[int] = (2 * absent["seconds"] * MICRO_DAYS + pattern) // (2 * np.maximum(pattern, 1))
    return share


def absence_rate(facts: MetricFacts) -> pd.DataFrame:
    """Absence over contracted seconds."""
    both = person_days(facts, *days_asked(facts))
    return together([slices(both.absent, both.absent["seconds"]), slices(both.days, 0, both.days["contracted"])])


DEFINITIONS = (
    Metric(
        name="contracted_hours",
        title="Contracted hours",
        meaning="Hours of the weekly pattern over all days inside employment, public holidays still inside.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_CONTRACT,
        by=BY_PEOPLE_AND_DAYS,
        compute=contracted_hours,
        also_called=ALSO_CALLED["contracted_hours"],
        not_by=f"Contracted time {PEOPLE_ONLY}",
        needs=("people", "working_hours"),
    ),
    Metric(
        name="available_hours",
        title="Available hours",
        meaning="Per person-day, pattern hours less public holidays and approved leave, never below 0.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_CAPACITY,
        by=BY_PEOPLE_AND_DAYS,
        compute=available_hours,
        also_called=ALSO_CALLED["available_hours"],
        looks_forward=True,
        not_by=f"Capacity {PEOPLE_ONLY}",
        needs=("people", "working_hours"),
    ),
    Metric(
        name="billable_utilization",
        title="Billable utilization",
        meaning="Billable hours over available hours, both through yesterday: a ratio of sums at every level.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads={**READS_CAPACITY, "time_entries": ("person_id", "date", "billable_hours", "status")},
        by=BY_PEOPLE_AND_DAYS,
        compute=billable_utilization,
        also_called=ALSO_CALLED["billable_utilization"],
        through=Through.YESTERDAY,
        parts=("billable_hours", "available_hours"),
        follows="Teamwork, Ruddr, Lucca",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=("time_entries", "people", "working_hours"),
    ),
    Metric(
        name="overbooked_hours",
        title="Overbooked hours",
        meaning="Confirmed bookings beyond available hours, per person-day, not netted over the week.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads={**READS_CAPACITY, **READS_BOOKINGS},
        by=BY_PEOPLE_AND_DAYS,
        compute=overbooked_hours,
        also_called=ALSO_CALLED["overbooked_hours"],
        outlook=Outlook.FORECAST,
        not_by=f"Overbooking {PEOPLE_ONLY}",
        needs=("bookings", "people", "working_hours"),
    ),
    Metric(
        name="fte",
        title="FTE",
        meaning="Contracted hours over the hours of a full-time week in the same Mon-Fri days, holidays kept.",
        kind=Kind.PER_PERIOD,
        timing=Timing.FLOW,
        unit=Unit.PEOPLE,
        scale=SECONDS_PER_HOUR * WORKING_DAYS_A_WEEK,
        reads=READS_CONTRACT,
        by=BY_PEOPLE,
        over_all=("person", "team", "job_title", "employment"),
        compute=fte,
        also_called=ALSO_CALLED["fte"],
        parts=("contracted_hours", "full_time_hours"),
        not_by=f"Headcount {PEOPLE_ONLY}",
        needs=("people", "working_hours"),
    ),
    Metric(
        name="absence_hours",
        title="Absence hours",
        meaning="Approved leave on working days inside employment, at most what a public holiday leaves of the day.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_CAPACITY,
        by=(*BY_PEOPLE_AND_DAYS, "category", "absence"),
        compute=absence_hours,
        also_called=ALSO_CALLED["absence_hours"],
        not_by=f"Absence {PEOPLE_ONLY}",
        needs=("absences", "people", "working_hours"),
    ),
    Metric(
        name="absence_days",
        title="Absence days",
        meaning="Absence hours over the hours of that day's pattern, summed: half days count half.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.DAYS,
        scale=MICRO_DAYS,
        reads=READS_CAPACITY,
        by=(*BY_PEOPLE_AND_DAYS, "category", "absence"),
        compute=absence_days,
        also_called=ALSO_CALLED["absence_days"],
        not_by=f"Absence {PEOPLE_ONLY}",
        needs=("absences", "people", "working_hours"),
    ),
    Metric(
        name="pending_absence_days",
        title="Pending absence",
        meaning="Leave still to be decided, on working days inside employment, of what approved leave leaves of them.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.DAYS,
        scale=MICRO_DAYS,
        reads=READS_CAPACITY,
        by=(*BY_PEOPLE_AND_DAYS, "category"),
        compute=pending_absence_days,
        also_called=ALSO_CALLED["pending_absence_days"],
        looks_forward=True,
        not_by=f"Absence {PEOPLE_ONLY}",
        needs=("absences", "people", "working_hours"),
    ),
    Metric(
        name="absence_rate",
        title="Absence rate",
        meaning="Absence hours over contracted hours.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_CAPACITY,
        by=(*BY_PEOPLE_AND_DAYS, "category"),
        over_all=("category",),
        compute=absence_rate,
        also_called=ALSO_CALLED["absence_rate"],
        parts=("absence_hours", "contracted_hours"),
        not_by=f"Absence {PEOPLE_ONLY}",
        needs=("absences", "people", "working_hours"),
    ),
)
