"""What we measure from tasks and milestones: what is open, late, done, blocked and due."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.slices import known, known_rows, slices
from assistant.metrics.words import ALSO_CALLED

BY_TASK = (
    "task",
    "project",
    "client",
    "project_manager",
    "account_manager",
    "person",
    "team",
    "job_title",
    *OF_A_PROJECT,
)
BY_TASK_AND_TIME = (*BY_TASK, "day", "week", "month", "quarter", "year")
OPEN = ("open", "in_progress")
READS_STATUS = ("task_id", "project_id", "kind", "status", "assignee")


def tasks(facts: MetricFacts, kind: str = "task") -> pd.DataFrame:
    """Tasks (or milestones) that were not cancelled, each under the person it is assigned to."""
    rows = known(facts.frame("tasks"), assignee="person_id")
    return rows[(rows["kind"] == kind) & (rows["status"] != "cancelled")].reset_index(drop=True)


def as_of(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows on the last day asked about: a status is known as it is, and has no day of its own."""
    return rows.assign(day=pd.Timestamp(facts.asked.last_day).as_unit("s"))


def still_open(facts: MetricFacts) -> pd.DataFrame:
    """Tasks that are open or in progress."""
    rows = tasks(facts)
    return rows[rows["status"].isin(OPEN)]


def done(facts: MetricFacts) -> pd.DataFrame:
    """Tasks that are done and say when, on that day."""
    rows = tasks(facts)
    rows = rows[(rows["status"] == "done") & rows["done_on"].notna()]
    return rows.assign(day=rows["done_on"])


def open_tasks(facts: MetricFacts) -> pd.DataFrame:
    """How many tasks are open."""
    return slices(as_of(facts, still_open(facts)), 1)


def overdue_tasks(facts: MetricFacts) -> pd.DataFrame:
    """How many open tasks were due before today, and before the day asked about."""
    rows = still_open(facts)
    before = pd.Timestamp(min(facts.asked.today, facts.asked.last_day))
    return slices(as_of(facts, rows[rows["due_date"] < before]), 1)


def tasks_due(facts: MetricFacts) -> pd.DataFrame:
    """How many open tasks are due, by the day."""
    rows = still_open(facts)
    return slices(rows[rows["due_date"].notna()].assign(day=rows["due_date"]), 1)


def completed_tasks(facts: MetricFacts) -> pd.DataFrame:
    """How many tasks were done, by the day."""
    return slices(done(facts), 1)


def on_time_rate(facts: MetricFacts) -> pd.DataFrame:
    """Done by the due date, of those done that had one."""
    rows = done(facts)
    rows = rows[rows["due_date"].notna()]
    return slices(rows, (rows["done_on"] <= rows["due_date"]).astype("int64"), 1)


def blocked_tasks(facts: MetricFacts) -> pd.DataFrame:
    """How many open tasks wait for one that is neither done nor cancelled; tasks nobody knows hold up nothing."""
    everything = known_rows(facts, "tasks")
    waiting = set(everything.loc[everything["status"].isin(OPEN), "task_id"])
    rows = still_open(facts)
    named = rows["depends_on"].fillna("").astype("object").str.split(";").explode().str.strip()
    blocked = named.isin(waiting).groupby(level=0).any()
    return slices(as_of(facts, rows[blocked.reindex(rows.index, fill_value=False)]), 1)


def _milestones(facts: MetricFacts) -> pd.DataFrame:
    """Milestones on the day they are due."""
    rows = tasks(facts, "milestone")
    return rows[rows["due_date"].notna()].assign(day=rows["due_date"])


def milestones_due(facts: MetricFacts) -> pd.DataFrame:
    """How many milestones are due, reached or not."""
    return slices(_milestones(facts), 1)


def milestones_slipped(facts: MetricFacts) -> pd.DataFrame:
    """How many milestones were due before today and are not reached."""
    rows = _milestones(facts)
    late = (rows["status"] != "done") & (rows["day"] < pd.Timestamp(facts.asked.today))
    return slices(rows[late], 1)


def _reads(*more: str) -> dict[str, tuple[str, ...]]:
    return {"tasks": (*READS_STATUS, *more)}


def _open_count(
    name: str,
    title: str,
    meaning: str,
    compute: Callable[[MetricFacts], pd.DataFrame],
    *reads: str,
) -> Metric:
    """How many tasks are in a state as it is now."""
    return Metric(
        name=name,
        title=title,
        meaning=meaning,
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.COUNT,
        scale=1,
        reads=_reads(*reads),
        by=BY_TASK,
        compute=compute,
        also_called=ALSO_CALLED[name],
        outlook=Outlook.STATE,
        none={"person": "nobody"},
        needs=("tasks",),
    )


def _count_by_day(
    name: str, title: str, meaning: str, compute: Callable[[MetricFacts], pd.DataFrame], day: str
) -> Metric:
    """How many tasks or milestones there are in a period, by a day of each."""
    return Metric(
        name=name,
        title=title,
        meaning=meaning,
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.COUNT,
        scale=1,
        reads=_reads(day),
        by=BY_TASK_AND_TIME,
        compute=compute,
        also_called=ALSO_CALLED[name],
        none={"person": "nobody"},
        needs=("tasks",),
    )


DEFINITIONS = (
    _open_count("open_tasks", "Open tasks", "Tasks that are open or in progress, as their status is now.", open_tasks),
    _open_count(
        "overdue_tasks",
        "Overdue tasks",
        "Open tasks that were due before today; a task due today is not overdue.",
        overdue_tasks,
        "due_date",
    ),
    _open_count(
        "blocked_tasks",
        "Blocked tasks",
        "Open tasks that wait for a task which is neither done nor cancelled.",
        blocked_tasks,
        "depends_on",
    ),
    _count_by_day(
        "completed_tasks",
        "Completed tasks",
        "Tasks done in the period, cancelled ones left out.",
        completed_tasks,
        "done_on",
    ),
    Metric(
        name="on_time_rate",
        title="On-time rate",
        meaning="Tasks done on or before their due date, of those done in the period that had one.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=1,
        reads=_reads("done_on", "due_date"),
        by=BY_TASK_AND_TIME,
        compute=on_time_rate,
        also_called=ALSO_CALLED["on_time_rate"],
        parts=("done_on_time", "done_with_a_due_date"),
        parts_units=(Unit.COUNT, Unit.COUNT),
        none={"person": "nobody"},
        needs=("tasks",),
    ),
    replace(
        _count_by_day("tasks_due", "Tasks due", "Open tasks whose due date lies in the period.", tasks_due, "due_date"),
        looks_forward=True,
        usual_period="this month",
    ),
    replace(
        _count_by_day(
            "milestones_due",
            "Milestones due",
            "Milestones due in the period, reached or not, cancelled ones left out.",
            milestones_due,
            "due_date",
        ),
        looks_forward=True,
        usual_period="this month",
    ),
    replace(
        _count_by_day(
            "milestones_slipped",
            "Milestones slipped",
            "Milestones due in the period and before today that are not reached, cancelled ones left out.",
            milestones_slipped,
            "due_date",
        ),
        usual_period="this year",
        through=Through.YESTERDAY,
    ),
)
