"""The utilizations there are, side by side: what is counted over what, and whose definition it is."""

from collections.abc import Mapping

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.capacity import BY_PEOPLE_AND_DAYS, PEOPLE_ONLY
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing
from assistant.metrics.lookup import mapped
from assistant.metrics.person_days import READS_CAPACITY, days_asked, person_days
from assistant.metrics.slices import known_rows, slices, together, whole
from assistant.metrics.staffed_days import READS_PLANNED_DAYS, today, with_plan
from assistant.metrics.words import ALSO_CALLED

WHOLE_TARGET = 1_000_000
NEEDS = ("time_entries", "people", "working_hours")


def _reads(column: str, *more: str) -> Mapping[str, tuple[str, ...]]:
    return {**READS_CAPACITY, "time_entries": ("person_id", "date", column, "status", *more)}


def _worked(facts: MetricFacts) -> pd.DataFrame:
    """Entries of the days before today, rejected ones left out."""
    rows = facts.frame("time_entries")
    return rows[(rows["status"] != "rejected") & (rows["date"] < today(facts))].rename(columns={"date": "day"})


def _room(facts: MetricFacts) -> pd.DataFrame:
    """Person-days before today."""
    rows = person_days(facts, *days_asked(facts)).days
    return rows[rows["day"] < today(facts)]


def _over(facts: MetricFacts, counted: str, over: str) -> pd.DataFrame:
    """Seconds of entries over those of person-days."""
    worked, room = _worked(facts)[["person_id", "day", counted]], _room(facts)
    return together([slices(worked, whole(worked[counted])), slices(room, 0, room[over])])


def total_utilization(facts: MetricFacts) -> pd.DataFrame:
    """Tracked over available seconds."""
    return _over(facts, "hours", "available")


def capacity_utilization(facts: MetricFacts) -> pd.DataFrame:
    """Tracked over contracted seconds less holidays, leave not removed."""
    return _over(facts, "hours", "workable")


def gross_billable_utilization(facts: MetricFacts) -> pd.DataFrame:
    """Billable over contracted seconds less holidays, leave not removed."""
    return _over(facts, "billable_hours", "workable")


def client_utilization(facts: MetricFacts) -> pd.DataFrame:
    """Seconds tracked on client projects over available ones."""
    projects = known_rows(facts, "projects")
    clients = projects.loc[projects["kind"] == "client", "project_id"]
    worked = _worked(facts)
    worked = worked[worked["project_id"].isin(clients)][["person_id", "day", "hours"]]
    room = _room(facts)
    return together([slices(worked, whole(worked["hours"])), slices(room, 0, room["available"])])


def scheduled_utilization(facts: MetricFacts) -> pd.DataFrame:
    """Scheduled over available seconds, from today on."""
    first, last = days_asked(facts)
    rows = with_plan(facts, max(first, today(facts)), last)
    return slices(rows, rows["scheduled"], rows["available"])


def utilization_gap(facts: MetricFacts) -> pd.DataFrame:
    """Billable seconds beyond target x available ones, over available ones, of those who have a target.

    The seconds of those without one are counted as unknown.
    """
    people = known_rows(facts, "people")
    targets = dict(zip(people["person_id"], people["utilization_target"], strict=True))
    rows = _over(facts, "billable_hours", "available")
    target = pd.Series(mapped(rows["person_id"], targets), index=rows.index).astype("Int64")
    has_target = target.notna()
    beyond = rows["numerator"] * WHOLE_TARGET - whole(target) * rows["denominator"]
    made = rows.assign(unknown=rows["denominator"].where(~has_target, 0))
    return slices(made, beyond.where(has_target, 0), (rows["denominator"] * WHOLE_TARGET).where(has_target, 0))


DEFINITIONS = (
    Metric(
        name="total_utilization",
        title="Total utilization",
        meaning="Tracked hours over available hours, both through yesterday: a ratio of sums.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=_reads("hours"),
        by=BY_PEOPLE_AND_DAYS,
        compute=total_utilization,
        also_called=ALSO_CALLED["total_utilization"],
        through=Through.YESTERDAY,
        parts=("tracked_hours", "available_hours"),
        follows="Kantata, Teamwork",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
    Metric(
        name="capacity_utilization",
        title="Capacity utilization",
        meaning="Tracked hours over contracted hours less holidays, leave not removed, both through yesterday.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=_reads("hours"),
        by=BY_PEOPLE_AND_DAYS,
        compute=capacity_utilization,
        also_called=ALSO_CALLED["capacity_utilization"],
        through=Through.YESTERDAY,
        parts=("tracked_hours", "workable_hours"),
        follows="Harvest",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
    Metric(
        name="gross_billable_utilization",
        title="Gross billable utilization",
        meaning="Billable hours over contracted hours less holidays, leave not removed, both through yesterday.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=_reads("billable_hours"),
        by=BY_PEOPLE_AND_DAYS,
        compute=gross_billable_utilization,
        also_called=ALSO_CALLED["gross_billable_utilization"],
        through=Through.YESTERDAY,
        parts=("billable_hours", "workable_hours"),
        follows="GoSimplo option 1",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=NEEDS,
    ),
    Metric(
        name="client_utilization",
        title="Client utilization",
        meaning="Hours tracked on client projects over available hours, both through yesterday: a ratio of sums.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads={**_reads("hours", "project_id"), "projects": ("project_id", "kind")},
        by=BY_PEOPLE_AND_DAYS,
        compute=client_utilization,
        also_called=ALSO_CALLED["client_utilization"],
        through=Through.YESTERDAY,
        parts=("client_hours", "available_hours"),
        follows="Ruddr",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=(*NEEDS, "projects"),
    ),
    Metric(
        name="scheduled_utilization",
        title="Scheduled utilization",
        meaning="Scheduled hours over available hours, from today on.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_PLANNED_DAYS,
        by=BY_PEOPLE_AND_DAYS,
        compute=scheduled_utilization,
        also_called=ALSO_CALLED["scheduled_utilization"],
        outlook=Outlook.FORECAST,
        parts=("scheduled_hours", "available_hours"),
        follows="Runn, Float",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=("bookings", "people", "working_hours"),
    ),
    Metric(
        name="utilization_gap",
        title="Utilization gap",
        meaning=(
            "Billable utilization less its target, both through yesterday; a group's target is weighted by available "
            "hours. Above 0 is over target; people without a target are left out."
        ),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR * WHOLE_TARGET,
        reads={**_reads("billable_hours"), "people": (*READS_CAPACITY["people"], "utilization_target")},
        by=BY_PEOPLE_AND_DAYS,
        compute=utilization_gap,
        also_called=ALSO_CALLED["utilization_gap"],
        through=Through.YESTERDAY,
        parts=("against_target_hours", "available_hours"),
        unknown_means="utilization target",
        not_by=f"Utilization {PEOPLE_ONLY}",
        needs=(*NEEDS, "people.utilization_target"),
    ),
)
