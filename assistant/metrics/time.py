"""What we measure from time entries: hours tracked and billable, and how late they are entered."""

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.slices import known_rows, slices, together
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import READS_ENTRIES, entries

BY_WORK = (
    "person", "team", "job_title", "employment", "client", "project", "project_manager", "account_manager",
    *OF_A_PROJECT,
    "budget", "budget_type", "service", "day", "week", "month", "quarter", "year",
)  # fmt: skip
BY_ENTRY = (*BY_WORK, "task", "weekday")
SATURDAY = 5
MICROSECONDS_A_DAY = 86_400_000_000
READS_OF_KIND = {**READS_ENTRIES, "projects": (*READS_ENTRIES["projects"], "kind")}


def tracked_hours(facts: MetricFacts) -> pd.DataFrame:
    """Seconds tracked, one slice an entry; rejected entries and those dated after today are left out."""
    rows = entries(facts)
    return slices(rows, rows["tracked"])


def billable_hours(facts: MetricFacts) -> pd.DataFrame:
    """Billable seconds, one slice an entry."""
    rows = entries(facts)
    return slices(rows, rows["billable"])


def billability(facts: MetricFacts) -> pd.DataFrame:
    """Billable over tracked seconds."""
    rows = entries(facts)
    return slices(rows, rows["billable"], rows["tracked"])


def _of_projects(facts: MetricFacts, kind: str) -> pd.DataFrame:
    """Entries on projects of a kind, client or internal."""
    projects = known_rows(facts, "projects")
    rows = entries(facts)
    return rows[rows["project_id"].isin(projects.loc[projects["kind"] == kind, "project_id"])]


def non_billable_hours(facts: MetricFacts) -> pd.DataFrame:
    """Tracked less billable seconds on client projects, below 0 where more is billed than was worked."""
    rows = _of_projects(facts, "client")
    return slices(rows, rows["tracked"] - rows["billable"])


def internal_hours(facts: MetricFacts) -> pd.DataFrame:
    """Seconds tracked on internal projects."""
    rows = _of_projects(facts, "internal")
    return slices(rows, rows["tracked"])


def weekend_hours(facts: MetricFacts) -> pd.DataFrame:
    """Seconds tracked on Saturdays and Sundays, one slice an entry."""
    rows = entries(facts)
    rows = rows[rows["day"].dt.day_of_week >= SATURDAY]
    return slices(rows, rows["tracked"])


def pending_hours(facts: MetricFacts) -> pd.DataFrame:
    """Seconds tracked that are still to be approved, one slice an entry."""
    rows = entries(facts)
    rows = rows[rows["status"] != "approved"]
    return slices(rows, rows["tracked"])


def entry_lag_days(facts: MetricFacts) -> pd.DataFrame:
    """Whole days from the work to its being entered, one slice an entry that says when it was entered."""
    rows = entries(facts)
    rows = rows[rows["created_at"].notna()]
    entered = rows["created_at"].dt.floor("D").astype("datetime64[s]")
    return together([slices(rows, (entered - rows["day"]).dt.days.astype("int64"), 1)])


DEFINITIONS = (
    Metric(
        name="tracked_hours",
        title="Tracked hours",
        meaning="Sum of hours worked, rejected time left out; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_ENTRIES,
        by=BY_ENTRY,
        compute=tracked_hours,
        also_called=ALSO_CALLED["tracked_hours"],
        through=Through.TODAY,
        needs=("time_entries",),
    ),
    Metric(
        name="billable_hours",
        title="Billable hours",
        meaning="Sum of billable hours, rejected time left out; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_ENTRIES,
        by=BY_ENTRY,
        compute=billable_hours,
        also_called=ALSO_CALLED["billable_hours"],
        through=Through.TODAY,
        needs=("time_entries",),
    ),
    Metric(
        name="weekend_hours",
        title="Weekend hours",
        meaning="Sum of hours worked on Saturdays and Sundays, rejected time left out; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_ENTRIES,
        by=BY_ENTRY,
        compute=weekend_hours,
        also_called=ALSO_CALLED["weekend_hours"],
        through=Through.TODAY,
        needs=("time_entries",),
    ),
    Metric(
        name="billability",
        title="Billable share",
        meaning="Billable hours over tracked hours: a ratio of sums.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_ENTRIES,
        by=BY_ENTRY,
        compute=billability,
        also_called=ALSO_CALLED["billability"],
        through=Through.TODAY,
        parts=("billable_hours", "tracked_hours"),
        follows="what Productive's time report calls billable utilization",
        needs=("time_entries",),
    ),
    Metric(
        name="non_billable_hours",
        title="Non-billable hours",
        meaning="Tracked less billable hours on client projects, rejected time left out; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_OF_KIND,
        by=BY_ENTRY,
        compute=non_billable_hours,
        also_called=ALSO_CALLED["non_billable_hours"],
        through=Through.TODAY,
        needs=("time_entries", "projects"),
    ),
    Metric(
        name="internal_hours",
        title="Internal hours",
        meaning="Hours tracked on internal projects, rejected time left out; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_OF_KIND,
        by=BY_ENTRY,
        compute=internal_hours,
        also_called=ALSO_CALLED["internal_hours"],
        through=Through.TODAY,
        needs=("time_entries", "projects"),
    ),
    Metric(
        name="pending_hours",
        title="Pending hours",
        meaning="Hours tracked that are still to be approved, neither approved nor rejected; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_ENTRIES,
        by=BY_ENTRY,
        compute=pending_hours,
        also_called=ALSO_CALLED["pending_hours"],
        through=Through.TODAY,
        needs=("time_entries",),
    ),
    Metric(
        name="entry_lag_days",
        title="Entry lag",
        meaning="The median number of days between the work and its being entered; n/a where no entry says when.",
        kind=Kind.PER_ITEM,
        timing=Timing.FLOW,
        unit=Unit.LAG_DAYS,
        scale=1,
        reads={**READS_ENTRIES, "time_entries": (*READS_ENTRIES["time_entries"], "created_at")},
        by=BY_ENTRY,
        compute=entry_lag_days,
        also_called=ALSO_CALLED["entry_lag_days"],
        through=Through.TODAY,
        item="entry",
        needs=("time_entries",),
    ),
)
