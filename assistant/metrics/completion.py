"""What will be left in the end: the profit and margin that past and booked work come to."""

import pandas as pd

from assistant.agency.units import SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.forecast import LOOKS_AT_AVAILABILITY, READS_CONFIRMED, confirmed_revenue
from assistant.metrics.person_days import person_days, scheduled
from assistant.metrics.profitability import spent
from assistant.metrics.slices import slices, together, whole
from assistant.metrics.staffed_days import today
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import READS_COST, budget_of, with_standing_cost

READS_FORECAST_PROFIT = {
    **READS_CONFIRMED,
    "time_entries": (*READS_CONFIRMED["time_entries"], "cost_rate"),
    "expenses": (*READS_CONFIRMED["expenses"], "amount"),
    "cost_rates": READS_COST["cost_rates"],
}


def booked_cost(facts: MetricFacts) -> pd.DataFrame:
    """Confirmed booked hours from today through the last day asked about, at the cost rate of their day.

    Hours without one are 0 and counted as unknown.
    """
    first = today(facts)
    last = max(first, pd.Timestamp(facts.asked.last_day).as_unit("s"))
    rows = scheduled(facts, person_days(facts, first, last).days, first)
    rows = with_standing_cost(facts, rows.assign(budget_id=budget_of(facts, rows)))
    unknown = rows["seconds"].where(rows["cost"].isna(), 0)
    rows = rows.assign(currency=rows["cost_currency"], unknown=unknown)
    return slices(rows, rows["seconds"] * whole(rows["cost"]))


def _to_be_spent(facts: MetricFacts) -> pd.DataFrame:
    """What past and booked work cost, negative."""
    booked = booked_cost(facts)
    return together([spent(facts), booked.assign(numerator=-booked["numerator"])])


def _to_be_earned(facts: MetricFacts) -> pd.DataFrame:
    return confirmed_revenue(facts).drop(columns="unknown", errors="ignore")


def forecast_profit(facts: MetricFacts) -> pd.DataFrame:
    """Revenue of the past and what is confirmed, less the cost of both."""
    return together([_to_be_earned(facts), _to_be_spent(facts)])


def forecast_margin(facts: MetricFacts) -> pd.DataFrame:
    """The same over that revenue."""
    earned = _to_be_earned(facts)
    return together([earned.assign(denominator=earned["numerator"]), _to_be_spent(facts)])


_WHAT = "revenue to date and confirmed revenue to come, less cost to date and booked hours at their cost rate"


def _forecast(name: str, title: str, meaning: str, kind: Kind, unit: Unit) -> Metric:
    return Metric(
        name=name,
        title=title,
        meaning=meaning,
        kind=kind,
        timing=Timing.FLOW,
        unit=unit,
        scale=SLICE_SCALE,
        reads=READS_FORECAST_PROFIT,
        looks_at=LOOKS_AT_AVAILABILITY,
        by=BY_WORK,
        compute={"forecast_profit": forecast_profit, "forecast_margin": forecast_margin}[name],
        also_called=ALSO_CALLED[name],
        outlook=Outlook.FORECAST,
        parts=("forecast_profit", "confirmed_revenue") if kind is Kind.RATIO else None,
        converts=kind is Kind.RATIO,
        unknown_means="cost rate",
        whole_item=True,
        to_the_end=True,
        needs=("projects or budgets", "time_entries or bookings", "cost_rates or time_entries.cost_rate"),
        looks_ahead_in=("bookings",),
    )


DEFINITIONS = (
    _forecast(
        "forecast_profit",
        "Forecast profit",
        f"At the end of the period: {_WHAT}; without a period, to the end of all that is agreed and booked.",
        Kind.SUM,
        Unit.MONEY,
    ),
    _forecast(
        "forecast_margin",
        "Forecast margin",
        f"Forecast profit over the revenue in it: {_WHAT}, over that revenue; without a period, at completion.",
        Kind.RATIO,
        Unit.PERCENT,
    ),
)
