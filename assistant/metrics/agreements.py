"""What we measure about agreements: what is sold and left of them, what work is still to come, and what ends."""

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.billing import revenue
from assistant.metrics.budgets import (
    BY_BUDGET,
    READS_HOURS,
    READS_RATES,
    READS_USED,
    TIMES,
    last_rates,
    totals_agreed,
    used,
)
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing
from assistant.metrics.own_currency import by_budget, in_own_currency
from assistant.metrics.recognition import READS_REVENUE, months_of
from assistant.metrics.slices import known, known_rows, slices, together
from assistant.metrics.terms import Budget, budgets
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, entries

RUNNING = ("planned", "active", "on_hold")
READS_TOTAL = {
    "budgets": READS_REVENUE["budgets"],
    "projects": ("project_id", "start_date"),
    "services": ("service_id", "budget_id"),
    "change_requests": READS_REVENUE["change_requests"],
}
READS_SOLD = {name: columns for name, columns in READS_HOURS.items() if name != "time_entries"}


def budget_hours(facts: MetricFacts) -> pd.DataFrame:
    """Sold seconds and approved changes, from the day each came into force."""
    rows = totals_agreed(facts, hours=True).drop(columns="currency")
    return slices(rows, rows["value"])


def budget_hours_used(facts: MetricFacts) -> pd.DataFrame:
    """Tracked seconds on budgets, through today."""
    rows = entries(facts)
    rows = rows[rows["budget_id"].notna()]
    return slices(rows, rows["tracked"])


def budget_remaining(facts: MetricFacts) -> pd.DataFrame:
    """Total less used, of the budgets whose total is known; below 0 where more is used than was agreed."""
    totals = totals_agreed(facts, hours=False)
    rows = used(facts)
    rows = rows[rows["budget_id"].isin(set(totals["budget_id"]))]
    return together([slices(totals, totals["value"]), slices(rows, -rows["numerator"])])


def budget_hours_remaining(facts: MetricFacts) -> pd.DataFrame:
    """Sold less tracked seconds, of the budgets with sold hours."""
    totals = totals_agreed(facts, hours=True).drop(columns="currency")
    rows = entries(facts)
    rows = rows[rows["budget_id"].isin(set(totals["budget_id"]))]
    return together([slices(totals, totals["value"]), slices(rows, -rows["tracked"])])


def agreements_ending(facts: MetricFacts) -> pd.DataFrame:
    """One for every budget, on its last day."""
    rows = known(facts.frame("budgets"), end_date="day")
    return slices(rows[rows["day"].notna()], 1)


def agreements_ending_value(facts: MetricFacts) -> pd.DataFrame:
    """What was agreed for the whole term of every budget that ends, on its last day."""
    rows = agreed_for_the_term(facts)
    return slices(rows[rows["day"].notna()], rows.loc[rows["day"].notna(), "value"])


def agreed_for_the_term(facts: MetricFacts) -> pd.DataFrame:
    """What is agreed with every budget in all, by the changes decided so far, on its last day.

    A retainer's months count to its end; where it has none, to the day asked about. With no month yet it has no total.
    """
    until = np.datetime64(facts.asked.last_day, "s")
    made = [
        (one.end, one.project_id, one.budget_id, one.currency, value)
        for one in budgets(facts)
        if (value := _agreed(one, until)) is not None
    ]
    rows = pd.DataFrame(made, columns=["day", "project_id", "budget_id", "currency", "value"])
    rows["day"] = rows["day"].astype("datetime64[s]")
    return rows.astype({"value": "int64"})


def _agreed(budget: Budget, until: np.datetime64) -> int | None:
    last = until if budget.end is None else budget.end
    times = len(list(months_of(budget, last))) if budget.kind == "retainer" else 1
    if budget.amount is None or not times:
        return None
    return (budget.amount * times + int(budget.changed_amount[budget.changed_on <= until].sum())) * SECONDS_PER_HOUR


def backlog(facts: MetricFacts) -> pd.DataFrame:
    """What is agreed and not yet earned, never below 0 per budget, of those that are not over."""
    day = pd.Timestamp(facts.asked.last_day)
    agreed = agreed_for_the_term(facts)
    agreed = agreed[agreed["budget_id"].isin(_going_on(facts, day))]
    earned = by_budget(revenue(facts), day)
    rates = last_rates(facts, facts.asked.last_day)
    left = []
    for budget_id, currency, value in zip(agreed["budget_id"], agreed["currency"], agreed["value"], strict=True):
        so_far = in_own_currency(earned[budget_id], currency, rates).whole if budget_id in earned else 0
        left.append(max(0, int(value) - so_far))
    rows = agreed.assign(day=day.as_unit("s"))
    return slices(rows, pd.Series(left, index=rows.index, dtype="int64"))


def _going_on(facts: MetricFacts, day: pd.Timestamp) -> frozenset[str]:
    """Budgets not delivered and not ended by then, of projects that are planned, active or on hold."""
    projects = known_rows(facts, "projects")
    running = set(projects.loc[projects["status"].isin(RUNNING), "project_id"])
    rows = known_rows(facts, "budgets")
    is_open = (rows["delivered_on"].isna() | (rows["delivered_on"] > day)) & ~(rows["end_date"] < day)
    return frozenset(rows.loc[is_open & rows["project_id"].isin(running), "budget_id"])


_BACKLOG = (
    "The total of agreements with an amount, neither delivered nor ended, of projects planned, active or on hold, less "
    "the revenue recognized of each to date; never below 0 per budget."
)
DEFINITIONS = (
    Metric(
        name="budget_hours",
        title="Budget hours",
        meaning="Hours sold and approved changes, to date; a retainer's month by month.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_SOLD,
        by=BY_BUDGET,
        compute=budget_hours,
        also_called=ALSO_CALLED["budget_hours"],
        outlook=Outlook.STATE,
        open_items=True,
        needs=("budgets",),
    ),
    Metric(
        name="budget_hours_used",
        title="Budget hours used",
        meaning="Tracked hours on budgets, through today: to date, or what was added in the period asked about.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_HOURS,
        by=(*BY_BUDGET, *TIMES),
        compute=budget_hours_used,
        also_called=ALSO_CALLED["budget_hours_used"],
        outlook=Outlook.STATE,
        through=Through.TODAY,
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="budget_remaining",
        title="Budget remaining",
        meaning="Budget total less budget used, of budgets with a known total; below 0 where more is used than agreed.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_USED,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=budget_remaining,
        also_called=ALSO_CALLED["budget_remaining"],
        outlook=Outlook.STATE,
        whole_item=True,
        open_items=True,
        needs=("budgets",),
    ),
    Metric(
        name="budget_hours_remaining",
        title="Budget hours remaining",
        meaning="Hours sold and approved changes less hours tracked, of the budgets with sold hours; may be below 0.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_HOURS,
        by=BY_BUDGET,
        compute=budget_hours_remaining,
        also_called=ALSO_CALLED["budget_hours_remaining"],
        outlook=Outlook.STATE,
        whole_item=True,
        open_items=True,
        needs=("budgets",),
    ),
    Metric(
        name="agreements_ending",
        title="Agreements ending",
        meaning="Budgets whose last day lies in the period: what comes up for renewal.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.COUNT,
        scale=1,
        reads={"budgets": ("budget_id", "project_id", "end_date")},
        by=(*BY_BUDGET, *TIMES),
        compute=agreements_ending,
        also_called=ALSO_CALLED["agreements_ending"],
        item="budget",
        outlook=Outlook.FORECAST,
        looks_forward=True,
        usual_period="next 90 days",
        needs=("budgets",),
    ),
    Metric(
        name="agreements_ending_value",
        title="Value of agreements ending",
        meaning="The whole total, approved changes included, of the budgets whose last day lies in the period.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_TOTAL,
        by=(*BY_BUDGET, *TIMES),
        compute=agreements_ending_value,
        also_called=ALSO_CALLED["agreements_ending_value"],
        of_whole_period=True,
        outlook=Outlook.FORECAST,
        looks_forward=True,
        usual_period="next 90 days",
        needs=("budgets",),
    ),
    Metric(
        name="backlog",
        title="Backlog",
        meaning=_BACKLOG,
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={**READS_REVENUE, "projects": (*READS_REVENUE["projects"], "status"), **READS_RATES},
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=backlog,
        also_called=ALSO_CALLED["backlog"],
        outlook=Outlook.STATE,
        whole_item=True,
        needs=("budgets",),
    ),
)
