"""What we measure against cost: labor cost, profit and margin."""

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.billing import revenue
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.recognition import READS_REVENUE, expenses
from assistant.metrics.slices import slices, together, whole
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, READS_COST, READS_ENTRIES, entries, with_cost

READS_LABOR = {
    **READS_ENTRIES,
    "time_entries": (*READS_ENTRIES["time_entries"], "cost_rate", "currency"),
    "cost_rates": READS_COST["cost_rates"],
}
READS_PROFIT = {
    **READS_REVENUE,
    "time_entries": (*READS_REVENUE["time_entries"], "cost_rate"),
    "expenses": (*READS_REVENUE["expenses"], "amount"),
    "cost_rates": READS_COST["cost_rates"],
}


def costed(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Tracked seconds times cost rate, as slices; hours without a cost rate are 0 and counted as unknown."""
    rows = with_cost(facts, rows)
    rows = rows.assign(currency=rows["cost_currency"])
    unknown = rows["tracked"].where(rows["cost"].isna(), 0)
    return rows.assign(numerator=rows["tracked"] * whole(rows["cost"]), denominator=0, unknown=unknown)


def labor_cost(facts: MetricFacts) -> pd.DataFrame:
    """All tracked hours, billable or not, at the cost rate of their day; through today."""
    rows = costed(facts, entries(facts))
    return slices(rows, rows["numerator"])


def average_cost_rate(facts: MetricFacts) -> pd.DataFrame:
    """Labor cost over the hours whose cost is known, which have no currency; through today."""
    rows = costed(facts, entries(facts))
    hours = rows[rows["cost"].notna()].drop(columns=["currency", "unknown"])
    return together([slices(rows, rows["numerator"]), slices(hours, 0, hours["tracked"])])


def past_labor(facts: MetricFacts) -> pd.DataFrame:
    """The cost of the hours of days before today, approved ones only where the settings say so."""
    worked = entries(facts, approved_only=facts.asked.approval_required)
    return costed(facts, worked[worked["day"] < pd.Timestamp(facts.asked.today)].reset_index(drop=True))


def spent(facts: MetricFacts) -> pd.DataFrame:
    """Labor and approved expenses of the days before today, negative."""
    labor = past_labor(facts)
    bought = expenses(facts)
    bought = bought[bought["amount"].notna()]
    bought = bought.assign(numerator=whole(bought["amount"]) * SECONDS_PER_HOUR, denominator=0)
    both = together([labor, bought])
    return both.assign(numerator=-both["numerator"])


def profit(facts: MetricFacts) -> pd.DataFrame:
    """Revenue less labor and approved expenses, all through yesterday."""
    earned = revenue(facts).drop(columns="unknown", errors="ignore")
    return together([earned, spent(facts)])


def margin(facts: MetricFacts) -> pd.DataFrame:
    """Profit over revenue."""
    earned = revenue(facts).drop(columns="unknown", errors="ignore")
    both_sides = earned.assign(denominator=earned["numerator"])
    return together([both_sides, spent(facts)])


DEFINITIONS = (
    Metric(
        name="labor_cost",
        title="Labor cost",
        meaning="All tracked hours, billable or not, at the cost rate in force on their day; through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_LABOR,
        by=BY_WORK,
        compute=labor_cost,
        also_called=ALSO_CALLED["labor_cost"],
        through=Through.TODAY,
        unknown_means="cost rate",
        needs=("time_entries", "projects or budgets", "cost_rates or time_entries.cost_rate"),
    ),
    Metric(
        name="average_cost_rate",
        title="Average cost rate",
        meaning="Labor cost over the tracked hours whose cost rate is known, through today: what an hour costs.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_LABOR,
        by=BY_WORK,
        compute=average_cost_rate,
        also_called=ALSO_CALLED["average_cost_rate"],
        through=Through.TODAY,
        scale_below=SECONDS_PER_HOUR,
        parts=("labor cost", "tracked"),
        parts_units=(Unit.MONEY, Unit.HOURS),
        unknown_means="cost rate",
        needs=("time_entries", "projects or budgets", "cost_rates or time_entries.cost_rate"),
    ),
    Metric(
        name="profit",
        title="Profit",
        meaning="Revenue less labor cost and approved expenses, all three through yesterday.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_PROFIT,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        compute=profit,
        also_called=ALSO_CALLED["profit"],
        through=Through.YESTERDAY,
        unknown_means="cost rate",
        whole_item=True,
        needs=("time_entries", "projects or budgets", "cost_rates or time_entries.cost_rate"),
    ),
    Metric(
        name="margin",
        title="Margin",
        meaning="Profit over revenue, both through yesterday: a ratio of sums.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_PROFIT,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        compute=margin,
        also_called=ALSO_CALLED["margin"],
        through=Through.YESTERDAY,
        parts=("profit", "revenue"),
        converts=True,
        unknown_means="cost rate",
        whole_item=True,
        needs=("time_entries", "projects or budgets", "cost_rates or time_entries.cost_rate"),
    ),
)
