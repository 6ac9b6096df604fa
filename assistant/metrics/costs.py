"""What we measure of all costs: expenses, everything spent, and what is left of invoices and of our own income."""

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.budgets import BY_BUDGET, TIMES
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.invoices import READS_INVOICED, invoiced
from assistant.metrics.profitability import READS_LABOR, READS_PROFIT, labor_cost, past_labor
from assistant.metrics.rates import agi
from assistant.metrics.slices import known, slices, together, whole
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, READS_BELONGING, budget_of

READS_EXPENSES = {
    "expenses": (
        "expense_id",
        "project_id",
        "date",
        "category",
        "vendor",
        "status",
        "budget_id",
        "amount",
        "currency",
    ),
    "budgets": READS_BELONGING["budgets"],
    "projects": READS_BELONGING["projects"],
}


def expense_cost(facts: MetricFacts) -> pd.DataFrame:
    """Approved expenses, through today."""
    rows = known(facts.frame("expenses"), date="day")
    counts = (rows["status"] == "approved") & rows["amount"].notna()
    rows = rows[counts & (rows["day"] <= pd.Timestamp(facts.asked.today))].reset_index(drop=True)
    rows = rows.assign(budget_id=budget_of(facts, rows))
    return slices(rows, whole(rows["amount"]) * SECONDS_PER_HOUR)


def committed_expenses(facts: MetricFacts) -> pd.DataFrame:
    """Expenses that are ordered and not yet due, of any date."""
    rows = known(facts.frame("expenses"), date="day")
    rows = rows[(rows["status"] == "committed") & rows["amount"].notna()].reset_index(drop=True)
    rows = rows.assign(budget_id=budget_of(facts, rows))
    return slices(rows, whole(rows["amount"]) * SECONDS_PER_HOUR)


def billable_expenses(facts: MetricFacts) -> pd.DataFrame:
    """What of approved expenses is charged on, through today."""
    rows = known(facts.frame("expenses"), date="day")
    counts = (rows["status"] == "approved") & rows["billable_amount"].notna()
    rows = rows[counts & (rows["day"] <= pd.Timestamp(facts.asked.today))].reset_index(drop=True)
    rows = rows.assign(budget_id=budget_of(facts, rows))
    return slices(rows, whole(rows["billable_amount"]) * SECONDS_PER_HOUR)


def cost(facts: MetricFacts) -> pd.DataFrame:
    """Labor and expenses, through today."""
    return together([labor_cost(facts), expense_cost(facts).drop(columns=["category", "vendor"], errors="ignore")])


def invoiced_profit(facts: MetricFacts) -> pd.DataFrame:
    """What was invoiced less what was spent."""
    spent = cost(facts)
    return together([invoiced(facts), spent.assign(numerator=-spent["numerator"])])


def delivery_margin(facts: MetricFacts) -> pd.DataFrame:
    """Agency gross income less labor cost over agency gross income, both through yesterday."""
    earned = agi(facts).drop(columns="unknown", errors="ignore")
    labor = past_labor(facts)
    return together([earned.assign(denominator=earned["numerator"]), slices(labor, -labor["numerator"])])


_BILLED_ON = tuple("billable_amount" if one == "amount" else one for one in READS_EXPENSES["expenses"])
READS_COST_OF_ALL = {**READS_LABOR, **READS_EXPENSES}
LABOR_NEEDS = ("time_entries", "cost_rates or time_entries.cost_rate")
DEFINITIONS = (
    Metric(
        name="expense_cost",
        title="Expenses",
        meaning="Approved expense amounts, through today; what is only committed is left out.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_EXPENSES,
        by=(*BY_BUDGET, "category", "vendor", *TIMES),
        compute=expense_cost,
        also_called=ALSO_CALLED["expense_cost"],
        through=Through.TODAY,
        needs=("expenses",),
    ),
    Metric(
        name="committed_expenses",
        title="Committed expenses",
        meaning="Expenses that are ordered and not yet due, by their date; they are in no cost until approved.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_EXPENSES,
        by=(*BY_BUDGET, "category", "vendor", *TIMES),
        compute=committed_expenses,
        also_called=ALSO_CALLED["committed_expenses"],
        to_the_end=True,
        needs=("expenses",),
    ),
    Metric(
        name="billable_expenses",
        title="Billable expenses",
        meaning="What of approved expenses is charged on to clients, by the day of the expense, through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={**READS_EXPENSES, "expenses": _BILLED_ON},
        by=(*BY_BUDGET, "category", "vendor", *TIMES),
        compute=billable_expenses,
        also_called=ALSO_CALLED["billable_expenses"],
        through=Through.TODAY,
        follows="reckon",
        needs=("expenses.billable_amount",),
    ),
    Metric(
        name="cost",
        title="Cost",
        meaning="Labor cost and approved expenses, both through today.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_COST_OF_ALL,
        by=BY_WORK,
        compute=cost,
        also_called=ALSO_CALLED["cost"],
        through=Through.TODAY,
        unknown_means="cost rate",
        needs=LABOR_NEEDS,
    ),
    Metric(
        name="invoiced_profit",
        title="Invoiced profit",
        meaning=(
            "What was invoiced less labor cost and approved expenses: by invoices, and not by recognized revenue."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={**READS_COST_OF_ALL, **READS_INVOICED},
        by=(*BY_BUDGET, *TIMES),
        compute=invoiced_profit,
        also_called=ALSO_CALLED["invoiced_profit"],
        unknown_means="cost rate",
        needs=("invoices", *LABOR_NEEDS),
    ),
    Metric(
        name="delivery_margin",
        title="Delivery margin",
        meaning="Agency gross income less labor cost over agency gross income, both through yesterday.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_PROFIT,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        compute=delivery_margin,
        also_called=ALSO_CALLED["delivery_margin"],
        through=Through.YESTERDAY,
        parts=("agency gross income after labor", "agency gross income"),
        converts=True,
        unknown_means="cost rate",
        whole_item=True,
        needs=LABOR_NEEDS,
    ),
)
