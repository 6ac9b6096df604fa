"""Earned value on the price basis: what tasks are worth by plan, as done, and against what was used of the budget."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from assistant.agency.units import SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.budgets import READS_RATES, READS_USED, last_rates, totals_agreed, used
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.own_currency import in_own_currency
from assistant.metrics.progress import hours_to_complete
from assistant.metrics.slices import known_rows, whole
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE

WHOLE_PERCENT = 1_000_000
BY_PROJECT = ("project", "client", "project_manager", "account_manager", *OF_A_PROJECT)
READS_TASKS = {
    "tasks": (
        "task_id", "project_id", "kind", "status", "due_date", "estimate_hours", "percent_complete", "assignee",
        "remaining_hours",
    ),
}  # fmt: skip
READS_EARNED = {**READS_USED, **READS_TASKS, **READS_RATES}


@dataclass(frozen=True)
class Project:
    """One project's plan: what is agreed, due, done and used, in the integers of a slice of its currency."""

    project_id: str
    currency: str
    agreed: int
    planned: int
    earned: int
    used: int
    remaining: int
    """What the hours to complete are worth, at that of an estimated hour."""

    @property
    def at_the_pace(self) -> int | None:
        """The same if what is left is as dear as what was done, and as late; unknown where nothing was planned."""
        if not self.earned or not self.planned:
            return None
        as_dear = (self.agreed - self.earned) * self.used // self.earned
        return self.used + as_dear * self.planned // self.earned

    @property
    def at_completion(self) -> int | None:
        """What it will have used by the end if it goes on as it went; unknown where nothing is earned."""
        return self.agreed * self.used // self.earned if self.earned else None


Plans = Callable[[MetricFacts], Iterator[Project]]
"""How the plan of every project is laid out, on one basis."""


@dataclass(frozen=True)
class Agreed:
    """What is agreed with one project and used of it, on one basis, in the integers of a slice of its currency."""

    currency: str
    total: int
    used: int


def priced(facts: MetricFacts) -> Iterator[Project]:
    """Every project with a total in one currency and estimated tasks, at prices."""
    day = pd.Timestamp(facts.asked.last_day)
    totals = totals_agreed(facts, hours=False)
    totals = totals[totals["day"] <= day]
    spent = used(facts)
    spent = spent[spent["day"] <= day].assign(project_id=_owner(facts, spent))
    spending = dict(iter(spent.groupby("project_id")))
    rates = last_rates(facts, facts.asked.last_day)
    found = {}
    for name, agreed in totals.groupby("project_id"):
        currencies = set(agreed["currency"])
        if len(currencies) == 1:
            currency = currencies.pop()
            gone = in_own_currency(spending.get(name, spent[:0]), currency, rates).whole
            found[str(name)] = Agreed(currency, int(agreed["value"].sum()), gone)
    return planned(facts, found)


def planned(facts: MetricFacts, agreed: Mapping[str, Agreed]) -> Iterator[Project]:
    """The plans of those projects that have estimated tasks."""
    day = pd.Timestamp(facts.asked.last_day)
    to_do = hours_to_complete(facts)
    ahead = {str(one): int(rows.sum()) for one, rows in to_do.groupby("project_id")["numerator"]}
    progress = {str(name): rows for name, rows in _estimated(facts).groupby("project_id")}
    for name, one in agreed.items():
        if name not in progress:
            continue
        tasks, total = progress[name], one.total
        estimate = int(tasks["estimate"].sum())
        due = int(tasks.loc[tasks["due_date"] <= day, "estimate"].sum())
        done = sum(int(a) * int(b) for a, b in zip(tasks["percent"], tasks["estimate"], strict=True))
        left = total * ahead.get(name, 0) // estimate
        earned = total * done // (WHOLE_PERCENT * estimate)
        yield Project(name, one.currency, total, total * due // estimate, earned, one.used, left)


def _owner(facts: MetricFacts, rows: pd.DataFrame) -> "pd.Series[str]":
    """The project of the budget that was used, whatever project the work was written down for."""
    agreed = known_rows(facts, "budgets")
    return rows["budget_id"].map(dict(zip(agreed["budget_id"], agreed["project_id"], strict=True)))


def _estimated(facts: MetricFacts) -> pd.DataFrame:
    """Tasks that count and have an estimate: without a percentage a task is done or not begun."""
    rows = known_rows(facts, "tasks")
    rows = rows[(rows["kind"] == "task") & (rows["status"] != "cancelled")]
    estimate = whole(rows["estimate_hours"])
    done = (rows["status"] == "done").astype("int64") * WHOLE_PERCENT
    percent = rows["percent_complete"].astype("Int64").fillna(done).astype("int64")
    return rows.assign(estimate=estimate, percent=percent)[estimate > 0]


def _slices(
    facts: MetricFacts,
    of: Plans | None,
    above: Callable[[Project], int | None],
    below: Callable[[Project], int] | None = None,
) -> pd.DataFrame:
    """One slice a project, on the last day asked about; none where there is no value. At prices if not said."""
    made = [
        (facts.asked.last_day, one.project_id, one.currency, value, below(one) if below else 0)
        for one in (of or priced)(facts)
        if (value := above(one)) is not None
    ]
    rows = pd.DataFrame(made, columns=["day", "project_id", "currency", "numerator", "denominator"])
    rows["day"] = pd.to_datetime(rows["day"]).astype("datetime64[s]")
    return rows.astype({"numerator": "object", "denominator": "object"})


def planned_value(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """The share of the total that is due, by estimates."""
    return _slices(facts, of, lambda one: one.planned)


def earned_value(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """The share of the total that is complete, by estimates."""
    return _slices(facts, of, lambda one: one.earned)


def actual_cost(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """What was used of the budget."""
    return _slices(facts, of, lambda one: one.used)


def cost_variance(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """Earned less used."""
    return _slices(facts, of, lambda one: one.earned - one.used)


def schedule_variance(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """Earned less planned."""
    return _slices(facts, of, lambda one: one.earned - one.planned)


def cpi(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """Earned over used."""
    return _slices(facts, of, lambda one: one.earned, lambda one: one.used)


def spi(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """Earned over planned."""
    return _slices(facts, of, lambda one: one.earned, lambda one: one.planned)


def estimate_at_completion(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """The total over the cost index."""
    return _slices(facts, of, lambda one: one.at_completion)


def as_planned(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """What was used, and what is left of the total as it was planned."""
    return _slices(facts, of, lambda one: one.used + one.agreed - one.earned)


def by_schedule(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """What was used, and what is left at the pace of cost and of schedule."""
    return _slices(facts, of, lambda one: one.at_the_pace)


def by_hours(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """What was used, and what the hours to complete are worth."""
    return _slices(facts, of, lambda one: one.used + one.remaining)


def estimate_to_complete(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """What is still to be used of that."""
    return _slices(facts, of, lambda one: None if one.at_completion is None else one.at_completion - one.used)


def variance_at_completion(facts: MetricFacts, of: Plans | None = None) -> pd.DataFrame:
    """The total less that."""
    return _slices(facts, of, lambda one: None if one.at_completion is None else one.agreed - one.at_completion)


_BASIS = "Basis: price (budget totals). Projects with estimated tasks and a total in one currency."


def _defined(name: str, title: str, meaning: str, compute: Callable[[MetricFacts], pd.DataFrame]) -> Metric:
    """An amount or an index of earned value, which differ in nothing else."""
    parts = {"cpi": ("earned value", "used"), "spi": ("earned value", "planned value")}.get(name)
    return Metric(
        name=name,
        title=title,
        meaning=f"{meaning} {_BASIS}",
        kind=Kind.RATIO if parts else Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.INDEX if parts else Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_EARNED,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_PROJECT,
        compute=compute,
        also_called=ALSO_CALLED[name],
        outlook=Outlook.STATE,
        parts=parts,
        converts=parts is not None,
        whole_item=True,
        needs=("tasks", "budgets"),
    )


DEFINITIONS = (
    _defined(
        "planned_value",
        "Planned value",
        "The budget total times the share of estimated hours whose tasks are due by the date.",
        planned_value,
    ),
    _defined(
        "earned_value",
        "Earned value",
        "The budget total times percent complete, weighted by estimates.",
        earned_value,
    ),
    _defined("actual_cost", "Actual cost", "What was used of the budget to date, at prices.", actual_cost),
    _defined("cost_variance", "Cost variance", "Earned value less actual cost.", cost_variance),
    _defined("schedule_variance", "Schedule variance", "Earned value less planned value.", schedule_variance),
    _defined("cpi", "Cost performance index", "Earned value over actual cost.", cpi),
    _defined("spi", "Schedule performance index", "Earned value over planned value.", spi),
    _defined(
        "estimate_at_completion",
        "Estimate at completion",
        "Budget total over the cost performance index; none where nothing is earned yet.",
        estimate_at_completion,
    ),
    _defined(
        "estimate_at_completion_as_planned",
        "Estimate at completion as planned",
        "Actual cost and what is left of the total (budget total less earned value), as if the rest goes as planned.",
        as_planned,
    ),
    _defined(
        "estimate_at_completion_by_schedule",
        "Estimate at completion by cost and schedule",
        "Actual cost and what is left of the total over both indices, as if the rest is as dear and as late.",
        by_schedule,
    ),
    _defined(
        "estimate_at_completion_by_hours",
        "Estimate at completion by hours to complete",
        "Actual cost and the hours to complete, at what an estimated hour is worth (budget total over all estimates).",
        by_hours,
    ),
    _defined(
        "estimate_to_complete",
        "Estimate to complete",
        "Estimate at completion less actual cost.",
        estimate_to_complete,
    ),
    _defined(
        "variance_at_completion",
        "Variance at completion",
        "Budget total less estimate at completion.",
        variance_at_completion,
    ),
)
