"""Each person's days with what was tracked and what is booked on them, one row a person-day."""

import pandas as pd

from assistant.metrics.definition import MetricFacts
from assistant.metrics.person_days import READS_CAPACITY, person_days, scheduled
from assistant.metrics.slices import known, whole

READS_BOOKED_DAYS = {
    "bookings": (
        "booking_id", "person_id", "project_id", "start_date", "end_date", "hours_per_day", "tentative",
    ),
}  # fmt: skip
READS_WORKED_DAYS = {"time_entries": ("person_id", "date", "hours", "status")}
READS_PLANNED_DAYS = {**READS_CAPACITY, **READS_BOOKED_DAYS}
READS_TIMESHEETS = {
    **READS_CAPACITY,
    "people": (*READS_CAPACITY["people"], "employment"),
    **READS_WORKED_DAYS,
}
DAYS = ["person_id", "day"]


def today(facts: MetricFacts) -> pd.Timestamp:
    """The day asked on; the days before it are past."""
    return pd.Timestamp(facts.asked.today).as_unit("s")


def yesterday(facts: MetricFacts) -> pd.Timestamp:
    """The last day of the past."""
    return today(facts) - pd.Timedelta(days=1)


def worked_days(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Tracked seconds per person-day that has any entry, rejected time left out: person_id, day, tracked."""
    rows = facts.frame("time_entries")
    rows = rows[(rows["status"] != "rejected") & (rows["date"] >= first) & (rows["date"] <= last)]
    rows = pd.DataFrame({"person_id": rows["person_id"], "day": rows["date"], "tracked": whole(rows["hours"])})
    return known(rows.groupby(DAYS, observed=True)[["tracked"]].sum().reset_index())


def booked_days(facts: MetricFacts, days: pd.DataFrame, first: pd.Timestamp) -> pd.DataFrame:
    """Confirmed booked seconds per person-day on which the person is available: person_id, day, scheduled."""
    rows = scheduled(facts, days, first).rename(columns={"seconds": "scheduled"})
    return rows.groupby(DAYS)[["scheduled"]].sum().reset_index()


def with_work(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Person-days inside contracts with `available` and `tracked` seconds."""
    return _beside(person_days(facts, first, last).days, worked_days(facts, first, last))


def with_plan(facts: MetricFacts, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Person-days inside contracts with `available` and `scheduled` seconds."""
    days = person_days(facts, first, last).days
    return _beside(days, booked_days(facts, days, first))


def _beside(days: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """The person-days with what `more` says of them, 0 where it says nothing."""
    made = days.merge(more, on=DAYS, how="left")
    names = [name for name in more.columns if name not in DAYS]
    return made.assign(**{name: whole(made[name]) for name in names})
