"""What we measure from bookings: what is planned, who has room, who is idle, and how the plan came out."""

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.capacity import BY_PEOPLE_AND_DAYS, PEOPLE_ONLY
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing
from assistant.metrics.person_days import READS_CAPACITY, days_asked, person_days, scheduled
from assistant.metrics.slices import known, slices, together, whole
from assistant.metrics.staffed_days import (
    READS_BOOKED_DAYS,
    READS_PLANNED_DAYS,
    READS_WORKED_DAYS,
    today,
    with_plan,
    with_work,
    yesterday,
)
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import READS_BELONGING, budget_of

READS_BOOKINGS = {
    "bookings": (*READS_BOOKED_DAYS["bookings"], "budget_id", "service_id"),
    **READS_BELONGING,
}
READS_PLAN_AND_WORK = {
    **READS_BOOKED_DAYS,
    "time_entries": ("entry_id", "person_id", "project_id", "date", "hours", "status"),
}
BY_PROJECT_PLAN = tuple(name for name in BY_WORK if name not in ("budget", "budget_type", "service"))
TASK = ["person_id", "project_id"]


def _booked(facts: MetricFacts, *, tentative: bool) -> pd.DataFrame:
    """Booked seconds, one slice a booking and day on which the person is available."""
    first, last = days_asked(facts)
    days = person_days(facts, first, last).days
    rows = scheduled(facts, days, first, tentative=tentative)
    rows = rows.assign(budget_id=budget_of(facts, rows))
    return slices(rows, rows["seconds"])


def scheduled_hours(facts: MetricFacts) -> pd.DataFrame:
    """Confirmed booked seconds."""
    return _booked(facts, tentative=False)


def tentative_hours(facts: MetricFacts) -> pd.DataFrame:
    """Tentatively booked seconds."""
    return _booked(facts, tentative=True)


def scheduled_hours_with_tentative(facts: MetricFacts) -> pd.DataFrame:
    """Booked seconds, confirmed or not."""
    return together([scheduled_hours(facts), tentative_hours(facts)])


def free_days(facts: MetricFacts) -> pd.DataFrame:
    """Available less scheduled seconds of every person-day from today on, below 0 where it is overbooked."""
    first, last = days_asked(facts)
    first = max(first, today(facts))
    rows = with_plan(facts, first, last)
    return rows.assign(free=rows["available"] - rows["scheduled"])


def free_hours(facts: MetricFacts) -> pd.DataFrame:
    """The seconds people have left."""
    rows = free_days(facts)
    return slices(rows, rows["free"])


def _fully_booked(facts: MetricFacts, first: pd.Timestamp) -> pd.DataFrame:
    """Person-days from `first` on with what is available, and what is booked on them, confirmed or not."""
    _, last = days_asked(facts)
    days = person_days(facts, first, last).days
    both = [scheduled(facts, days, first, tentative=unsure) for unsure in (False, True)]
    booked = pd.concat(both, ignore_index=True).groupby(["person_id", "day"])[["seconds"]].sum().reset_index()
    made = days.merge(booked, on=["person_id", "day"], how="left")
    return made.assign(booked=whole(made["seconds"]))


def free_hours_with_tentative(facts: MetricFacts) -> pd.DataFrame:
    """The seconds people have left where all that is pencilled in comes about."""
    first, _ = days_asked(facts)
    rows = _fully_booked(facts, max(first, today(facts)))
    return slices(rows, rows["available"] - rows["booked"])


def overbooked_hours_with_tentative(facts: MetricFacts) -> pd.DataFrame:
    """Booked beyond available seconds, per person-day, where all that is pencilled in comes about."""
    first, _ = days_asked(facts)
    rows = _fully_booked(facts, first)
    over = (rows["booked"] - rows["available"]).clip(lower=0)
    return slices(rows[over > 0], over[over > 0])


def bench_hours(facts: MetricFacts) -> pd.DataFrame:
    """Available seconds nobody used, per person-day: not worked on past days, not booked from today on."""
    first, last = days_asked(facts)
    past = with_work(facts, first, min(last, yesterday(facts)))
    ahead = with_plan(facts, max(first, today(facts)), last)
    idle = [
        slices(past, (past["available"] - past["tracked"]).clip(lower=0)),
        slices(ahead, (ahead["available"] - ahead["scheduled"]).clip(lower=0)),
    ]
    return together(idle)


def _planned_past(facts: MetricFacts) -> pd.DataFrame:
    """Scheduled seconds of the past days asked about: person_id, project_id, day, seconds."""
    first, last = days_asked(facts)
    days = person_days(facts, first, min(last, yesterday(facts))).days
    return scheduled(facts, days, first)[[*TASK, "day", "seconds"]]


def _tracked_past(facts: MetricFacts) -> pd.DataFrame:
    """Tracked seconds of the past days asked about: entry_id, person_id, project_id, day, seconds."""
    first, last = days_asked(facts)
    rows = facts.frame("time_entries")
    until = min(last, yesterday(facts))
    rows = rows[(rows["status"] != "rejected") & (rows["date"] >= first) & (rows["date"] <= until)]
    rows = rows.rename(columns={"date": "day"})
    return known(rows.assign(seconds=whole(rows["hours"]))[["entry_id", *TASK, "day", "seconds"]])


def plan_variance_hours(facts: MetricFacts) -> pd.DataFrame:
    """Tracked less scheduled seconds of the past days."""
    worked, planned = _tracked_past(facts), _planned_past(facts)
    return together([slices(worked, worked["seconds"]), slices(planned, -planned["seconds"])])


def plan_error(facts: MetricFacts) -> pd.DataFrame:
    """Tracked off scheduled seconds per person, project and ISO week, over the scheduled ones.

    Weeks are clipped to the past days asked about; a slice stands on the first of its days.
    """
    first, _ = days_asked(facts)
    worked, planned = _tracked_past(facts), _planned_past(facts)
    both = together([slices(worked, worked["seconds"], 0), slices(planned, -planned["seconds"], planned["seconds"])])
    monday = both["day"] - pd.to_timedelta(both["day"].dt.day_of_week, unit="D").astype("timedelta64[s]")
    weeks = both.assign(day=monday.where(monday > first, first))
    weeks = weeks.groupby(["day", *TASK], dropna=False)[["numerator", "denominator"]].sum().reset_index()
    return slices(weeks, weeks["numerator"].abs(), weeks["denominator"])


DEFINITIONS = (
    Metric(
        name="scheduled_hours",
        title="Scheduled hours",
        meaning="Hours of confirmed bookings on days on which the person is available; none on leave or holidays.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_BOOKINGS,
        looks_at=READS_CAPACITY,
        by=(*BY_WORK, "weekday"),
        compute=scheduled_hours,
        also_called=ALSO_CALLED["scheduled_hours"],
        outlook=Outlook.FORECAST,
        needs=("bookings",),
    ),
    Metric(
        name="tentative_hours",
        title="Tentative hours",
        meaning="Hours of tentative bookings of people, on days on which the person is available.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_BOOKINGS,
        looks_at=READS_CAPACITY,
        by=(*BY_WORK, "weekday"),
        compute=tentative_hours,
        also_called=ALSO_CALLED["tentative_hours"],
        outlook=Outlook.FORECAST,
        needs=("bookings",),
    ),
    Metric(
        name="scheduled_hours_with_tentative",
        title="Scheduled hours with tentative",
        meaning="Hours of confirmed and of tentative bookings, always shown as two numbers and their sum.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_BOOKINGS,
        looks_at=READS_CAPACITY,
        by=(*BY_WORK, "weekday"),
        compute=scheduled_hours_with_tentative,
        also_called=ALSO_CALLED["scheduled_hours_with_tentative"],
        outlook=Outlook.FORECAST,
        shown_with=("scheduled_hours", "tentative_hours"),
        needs=("bookings",),
    ),
    Metric(
        name="free_hours",
        title="Free hours",
        meaning="Available hours less confirmed bookings, per person-day, from today on; below 0 where overbooked.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_PLANNED_DAYS,
        by=BY_PEOPLE_AND_DAYS,
        compute=free_hours,
        also_called=ALSO_CALLED["free_hours"],
        outlook=Outlook.FORECAST,
        not_by=f"Free time {PEOPLE_ONLY}",
        needs=("people", "working_hours"),
        looks_ahead_in=("bookings",),
    ),
    Metric(
        name="free_hours_with_tentative",
        title="Free hours with tentative",
        meaning=(
            "Available hours less confirmed and tentative bookings, per person-day, from today on; below 0 where "
            "that would be too much."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_PLANNED_DAYS,
        by=BY_PEOPLE_AND_DAYS,
        compute=free_hours_with_tentative,
        also_called=ALSO_CALLED["free_hours_with_tentative"],
        outlook=Outlook.FORECAST,
        not_by=f"Free time {PEOPLE_ONLY}",
        needs=("people", "working_hours"),
    ),
    Metric(
        name="overbooked_hours_with_tentative",
        title="Overbooked hours with tentative",
        meaning="Confirmed and tentative bookings beyond available hours, per person-day, not netted over the week.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_PLANNED_DAYS,
        by=BY_PEOPLE_AND_DAYS,
        compute=overbooked_hours_with_tentative,
        also_called=ALSO_CALLED["overbooked_hours_with_tentative"],
        outlook=Outlook.FORECAST,
        not_by=f"Overbooking {PEOPLE_ONLY}",
        needs=("bookings", "people", "working_hours"),
    ),
    Metric(
        name="bench_hours",
        title="Bench hours",
        meaning="Available hours not used, per person-day: not tracked on past days, not booked from today on.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads={**READS_PLANNED_DAYS, **READS_WORKED_DAYS},
        by=BY_PEOPLE_AND_DAYS,
        compute=bench_hours,
        also_called=ALSO_CALLED["bench_hours"],
        not_by=f"Bench time {PEOPLE_ONLY}",
        needs=("people", "working_hours"),
        looks_ahead_in=("bookings",),
    ),
    Metric(
        name="plan_variance_hours",
        title="Plan variance",
        meaning="Tracked hours less scheduled hours of the past days: above 0 more was worked than planned.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_PLAN_AND_WORK,
        looks_at=READS_CAPACITY,
        by=BY_PROJECT_PLAN,
        compute=plan_variance_hours,
        also_called=ALSO_CALLED["plan_variance_hours"],
        through=Through.YESTERDAY,
        needs=("time_entries", "bookings"),
    ),
    Metric(
        name="plan_error",
        title="Plan error",
        meaning=(
            "Tracked hours off the scheduled ones, up or down, per person, project and week, over scheduled hours: "
            "offsetting errors stay visible; past days."
        ),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_PLAN_AND_WORK,
        looks_at=READS_CAPACITY,
        by=BY_PROJECT_PLAN,
        compute=plan_error,
        also_called=ALSO_CALLED["plan_error"],
        through=Through.YESTERDAY,
        parts=("off_plan_hours", "scheduled_hours"),
        of_whole_period=True,
        needs=("time_entries", "bookings"),
    ),
)
