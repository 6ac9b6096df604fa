"""What we measure from estimates and the hours behind them: how far projects are, and what is still to do."""

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.slices import known, known_rows, slices, together, whole
from assistant.metrics.tasks import BY_TASK, BY_TASK_AND_TIME, as_of, done, still_open, tasks
from assistant.metrics.words import ALSO_CALLED

WHOLE_PERCENT = 1_000_000
RUNNING = ("planned", "active", "on_hold")
READS_TASK_HOURS = {"time_entries": ("task_id", "date", "hours", "status")}
READS_TO_DO = (
    "task_id", "project_id", "kind", "status", "assignee", "estimate_hours", "remaining_hours",
)  # fmt: skip
BY_PROJECT = ("project", "client", "project_manager", "account_manager", *OF_A_PROJECT)


def _worked(facts: MetricFacts) -> pd.DataFrame:
    """Entries through today, rejected ones left out."""
    rows = facts.frame("time_entries")
    return rows[(rows["status"] != "rejected") & (rows["date"] <= pd.Timestamp(facts.asked.today))]


def _tracked_on(facts: MetricFacts, rows: pd.DataFrame) -> "pd.Series[int]":
    """All seconds ever tracked on each task, rejected time left out, through today."""
    worked = _worked(facts)
    sums = worked.assign(hours=whole(worked["hours"])).groupby("task_id", observed=True)["hours"].sum()
    sums.index = sums.index.astype("object")
    return whole(rows["task_id"].map(sums))


def estimate_accuracy(facts: MetricFacts) -> pd.DataFrame:
    """All time ever tracked on the tasks done in the period, over their estimates."""
    rows = done(facts)
    rows = rows[rows["estimate_hours"].fillna(0) > 0]
    return slices(rows, _tracked_on(facts, rows), whole(rows["estimate_hours"]))


def percent_complete(facts: MetricFacts) -> pd.DataFrame:
    """Percent complete of tasks weighted by their estimates; with no percent a task is done or not begun."""
    rows = as_of(facts, tasks(facts))
    finished = pd.Series(np.where(rows["status"] == "done", WHOLE_PERCENT, 0), index=rows.index)
    share = whole(rows["percent_complete"].where(rows["percent_complete"].notna(), finished))
    weight = whole(rows["estimate_hours"])
    return slices(rows, share * weight, weight * WHOLE_PERCENT)


def _to_do(facts: MetricFacts) -> pd.DataFrame:
    """Seconds left on each open task: as it says, else its estimate less what was tracked, never below 0."""
    rows = as_of(facts, still_open(facts))
    rows = rows[rows["remaining_hours"].notna() | rows["estimate_hours"].notna()]
    left = (whole(rows["estimate_hours"]) - _tracked_on(facts, rows)).clip(lower=0)
    return rows.assign(left=whole(rows["remaining_hours"].where(rows["remaining_hours"].notna(), left)))


def hours_to_complete(facts: MetricFacts) -> pd.DataFrame:
    """Seconds still to do."""
    rows = _to_do(facts)
    return slices(rows, rows["left"])


def hours_at_completion(facts: MetricFacts) -> pd.DataFrame:
    """Seconds still to do and all that were tracked."""
    left, worked = _to_do(facts), known(_worked(facts), date="day")
    return together([slices(left, left["left"]), slices(worked, whole(worked["hours"]))])


def staleness_days(facts: MetricFacts) -> pd.DataFrame:
    """Days since the last sign of life of each running project: an entry, a task begun or done, else its start."""
    asked = facts.asked
    as_of_day = pd.Timestamp(min(asked.last_day, asked.today)).as_unit("s")
    projects = known_rows(facts, "projects")
    projects = projects[projects["status"].isin(RUNNING)]
    seen = _last_seen(facts, as_of_day)
    last = pd.Series(seen.reindex(projects["project_id"]).to_numpy("datetime64[s]"), index=projects.index)
    last = last.where(last.notna(), projects["start_date"])
    rows = projects.assign(day=pd.Timestamp(asked.last_day).as_unit("s"), last=last)
    rows = rows[last.notna() & (last <= as_of_day)]
    return slices(rows, (as_of_day - rows["last"]).dt.days.astype("int64"), 1)


def _last_seen(facts: MetricFacts, until: pd.Timestamp) -> "pd.Series[pd.Timestamp]":
    """The last day by then on which anything happened in each project."""
    worked = facts.frame("time_entries")
    worked = worked[worked["status"] != "rejected"]
    everything = facts.frame("tasks")
    signs = [
        (worked["project_id"], worked["date"]),
        *((everything["project_id"], everything[name]) for name in ("start_date", "done_on")),
    ]
    found = []
    for project, day in signs:
        counts = day.notna() & (day <= until)
        newest = day[counts].groupby(project[counts], observed=True).max()
        found.append(pd.Series(newest.to_numpy("datetime64[s]"), index=newest.index.astype("object")))
    together_ = pd.concat(found)
    return together_.groupby(level=0).max()


DEFINITIONS = (
    Metric(
        name="estimate_accuracy",
        title="Estimate accuracy",
        meaning="All time ever tracked on the tasks done in the period, over their estimates; above 100 % took longer.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads={
            **READS_TASK_HOURS,
            "tasks": ("task_id", "project_id", "kind", "status", "assignee", "done_on", "estimate_hours"),
        },
        by=BY_TASK_AND_TIME,
        compute=estimate_accuracy,
        also_called=ALSO_CALLED["estimate_accuracy"],
        parts=("tracked_hours", "estimated_hours"),
        none={"person": "nobody"},
        whole_item=True,
        needs=("tasks", "time_entries"),
    ),
    Metric(
        name="percent_complete",
        title="Percent complete",
        meaning=(
            "How far tasks are, weighted by their estimates; with no percent given a task counts 100 % when done, "
            "else 0 %. Never hours used."
        ),
        kind=Kind.RATIO,
        timing=Timing.STATE,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR * WHOLE_PERCENT,
        reads={
            "tasks": (
                "task_id",
                "project_id",
                "kind",
                "status",
                "assignee",
                "estimate_hours",
                "percent_complete",
            )
        },
        by=BY_TASK,
        compute=percent_complete,
        also_called=ALSO_CALLED["percent_complete"],
        outlook=Outlook.STATE,
        parts=("completed_hours", "estimated_hours"),
        none={"person": "nobody"},
        needs=("tasks",),
    ),
    Metric(
        name="hours_to_complete",
        title="Hours to complete",
        meaning="Remaining hours of open tasks; where none are given, the estimate less what was tracked, at least 0.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads={**READS_TASK_HOURS, "tasks": READS_TO_DO},
        by=BY_TASK,
        compute=hours_to_complete,
        also_called=ALSO_CALLED["hours_to_complete"],
        outlook=Outlook.STATE,
        none={"person": "nobody"},
        whole_item=True,
        needs=("tasks",),
    ),
    Metric(
        name="hours_at_completion",
        title="Hours at completion",
        meaning="All hours tracked through today and the hours to complete.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads={
            "time_entries": (
                "entry_id",
                "person_id",
                "project_id",
                "service_id",
                "task_id",
                "date",
                "hours",
                "status",
            ),
            "tasks": READS_TO_DO,
        },
        by=(*BY_TASK, "service"),
        compute=hours_at_completion,
        also_called=ALSO_CALLED["hours_at_completion"],
        outlook=Outlook.STATE,
        none={"person": "nobody"},
        whole_item=True,
        needs=("tasks",),
    ),
    Metric(
        name="staleness_days",
        title="Staleness",
        meaning="Days since the last time entry or task begun or done, per project that is planned, active or on hold.",
        kind=Kind.PER_ITEM,
        timing=Timing.STATE,
        unit=Unit.LAG_DAYS,
        scale=1,
        reads={
            "projects": ("project_id", "status", "start_date"),
            "time_entries": ("project_id", "date", "status"),
            "tasks": ("project_id", "start_date", "done_on"),
        },
        by=BY_PROJECT,
        compute=staleness_days,
        also_called=ALSO_CALLED["staleness_days"],
        outlook=Outlook.STATE,
        item="project",
        whole_item=True,
        needs=("projects",),
    ),
)
