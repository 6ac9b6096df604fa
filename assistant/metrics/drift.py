"""What was to be left of an agreement as it was sold, and how far the margin has drifted from that."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from assistant.agency.units import RATE_SCALE, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.billing import revenue
from assistant.metrics.budgets import READS_RATES, last_rates, totals_agreed
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.own_currency import rates_of_the_day
from assistant.metrics.profitability import READS_PROFIT, costed, spent
from assistant.metrics.slices import known, known_rows, slices, together
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, entries

BY_PROJECT = ("project", "client", "project_manager", "account_manager", *OF_A_PROJECT)
LABOR_NEEDS = ("budgets", "time_entries", "cost_rates or time_entries.cost_rate")


def _starts(facts: MetricFacts) -> pd.DataFrame:
    """The cost of everybody's first hour on each budget by the last day: budget_id, person_id, currency, cost, people.

    Whoever's cost is not known is left out; `people` is how many there are on the budget.
    """
    day = pd.Timestamp(facts.asked.last_day)
    work = costed(facts, entries(facts))
    work = work[(work["day"] <= day) & work["budget_id"].notna() & work["cost"].notna()]
    first = work.sort_values(["day", "entry_id"], kind="stable").drop_duplicates(["budget_id", "person_id"])
    first = known(first)[["budget_id", "person_id", "currency", "cost"]]
    return first.assign(people=first.groupby("budget_id")["person_id"].transform("size"))


def sold_cost(facts: MetricFacts, *, as_sold: bool = False) -> pd.DataFrame:
    """The cost of the hours sold with each budget by the last day, evenly over everybody who has worked on it.

    Each is counted at the cost of their first hour on it. Approved changes are in it, unless it is asked for as it
    was sold. Columns: budget_id, project_id, person_id, currency, cost; it is of seconds, hourly cost and people.
    """
    day = pd.Timestamp(facts.asked.last_day)
    sold = totals_agreed(facts, hours=True, as_sold=as_sold)
    sold = sold[sold["day"] <= day].groupby(["budget_id", "project_id"], as_index=False)[["value"]].sum()
    rows = _starts(facts).rename(columns={"cost": "hourly"}).merge(sold, on="budget_id")
    rows = rows.assign(cost=rows["value"] * rows["hourly"].astype("int64") // rows["people"])
    rows = rows.rename(columns={"value": "seconds"})
    return rows[["budget_id", "project_id", "person_id", "currency", "cost", "seconds", "hourly", "people"]]


def _sold(facts: MetricFacts) -> pd.DataFrame:
    """What was sold and what it was to cost, before any change, of the budgets of which both are known."""
    day = pd.Timestamp(facts.asked.last_day).as_unit("s")
    totals = totals_agreed(facts, hours=False, as_sold=True)
    totals = totals[totals["day"] <= day].rename(columns={"value": "amount"}).assign(cost=0)
    costs = sold_cost(facts, as_sold=True).assign(amount=0)
    totals = totals[totals["budget_id"].isin(set(costs["budget_id"]))]
    costs = costs[costs["budget_id"].isin(set(totals["budget_id"]))]
    return pd.concat([totals, costs], ignore_index=True).assign(day=day)


@dataclass(frozen=True)
class Sold:
    """What was sold with one budget and what it became by approved changes.

    Money is in the base currency by the rates of the last day, exact: in 1e-12 of the integers of a slice. `rates`
    are what a second of each person cost at their start.
    """

    budget_id: str
    project_id: str
    by_the_hour: bool
    amount: int
    changed_amount: int
    changed_seconds: int
    costs: Mapping[str, int]
    changed_costs: Mapping[str, int]
    rates: Mapping[str, int]


def sold_with_changes(facts: MetricFacts) -> list[Sold]:
    """Every budget that counts in the margin sold."""
    rates, sold = last_rates(facts, facts.asked.last_day), _sold(facts)
    kinds = known_rows(facts, "budgets")
    by_the_hour = set(kinds.loc[kinds["type"] == "time_and_materials", "budget_id"])
    day = pd.Timestamp(facts.asked.last_day)
    changed = totals_agreed(facts, hours=False)
    changed = changed[changed["day"] <= day]
    costs, changed_costs = sold_cost(facts, as_sold=True), sold_cost(facts)
    found = []
    for (budget_id, project_id), rows in sold.groupby(["budget_id", "project_id"]):
        then, now = (one[one["budget_id"] == budget_id] for one in (costs, changed_costs))
        found.append(
            Sold(
                str(budget_id),
                str(project_id),
                budget_id in by_the_hour,
                _in_base(rows["amount"], rows["currency"], rates),
                _in_base(changed.loc[changed["budget_id"] == budget_id, "value"], rows["currency"], rates),
                int(now["seconds"].iloc[0]),
                _by_person(then, "cost", rates),
                _by_person(now, "cost", rates),
                _by_person(then, "hourly", rates),
            )
        )
    return found


def _in_base(values: "pd.Series[int]", currency: "pd.Series[str]", rates: Mapping[str, int]) -> int:
    """A budget's amounts, which are all in its one currency."""
    return int(values.sum()) * rates.get(currency.iloc[0], 0)


def _by_person(rows: pd.DataFrame, column: str, rates: Mapping[str, int]) -> dict[str, int]:
    cells = zip(rows["person_id"], rows[column], rows["currency"], strict=True)
    return {person: int(value) * rates.get(currency, 0) for person, value, currency in cells}


def margin_sold(facts: MetricFacts) -> pd.DataFrame:
    """What was to be left of the agreed amounts, over these."""
    rows = _sold(facts)
    return slices(rows, (rows["amount"] - rows["cost"]).astype("int64"), rows["amount"].astype("int64"))


def margin_drift(facts: MetricFacts) -> pd.DataFrame:
    """Of every project the margin to date less the margin sold, as one fraction of whole slices."""
    happened = together([revenue(facts).assign(component="earned"), spent(facts).assign(component="spent")])
    happened = happened[happened["day"] <= pd.Timestamp(facts.asked.last_day)].reset_index(drop=True)
    worth = [int(a) * b for a, b in zip(happened["numerator"], rates_of_the_day(facts, happened), strict=True)]
    is_earned = happened["component"] == "earned"
    earned, costs = (_by_project(happened, worth, side, sign) for side, sign in ((is_earned, 1), (~is_earned, -1)))
    sold, rates = _sold(facts), last_rates(facts, facts.asked.last_day)
    amounts, to_cost = (
        _by_project(
            sold,
            [int(value) * rates.get(currency, 0) for value, currency in zip(sold[side], sold["currency"], strict=True)],
            sold["currency"].isin(list(rates)),
        )
        for side in ("amount", "cost")
    )
    made = [
        (facts.asked.last_day, name, to_cost[name] * earned.get(name, 0) - costs.get(name, 0) * amount, below)
        for name, amount in amounts.items()
        if (below := amount * earned.get(name, 0))
    ]
    rows = pd.DataFrame(made, columns=["day", "project_id", "numerator", "denominator"], dtype="object")
    return rows.assign(day=pd.to_datetime(rows["day"]).astype("datetime64[s]"))


def _by_project(rows: pd.DataFrame, worth: list[int], which: "pd.Series[bool]", sign: int = 1) -> Mapping[str, int]:
    """What some of the rows come to by project, in whole slices of base currency, cut down."""
    sums: dict[str, int] = {}
    for name, value, counts in zip(rows["project_id"], worth, which, strict=True):
        if counts and isinstance(name, str):
            sums[name] = sums.get(name, 0) + sign * value
    return {name: value // RATE_SCALE for name, value in sums.items()}


_SOLD = (
    "the agreed amounts, against the hours sold at the cost of those who have worked on them, evenly and each as at "
    "their first hour; budgets with an amount, hours and known cost"
)
READS_DRIFT = {**READS_PROFIT, **READS_RATES}
DEFINITIONS = (
    Metric(
        name="margin_sold",
        title="Margin sold",
        meaning=f"The margin that was sold: {_SOLD}, as they were before any change.",
        kind=Kind.RATIO,
        timing=Timing.STATE,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_PROFIT,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_PROJECT,
        compute=margin_sold,
        also_called=ALSO_CALLED["margin_sold"],
        outlook=Outlook.STATE,
        parts=("profit sold", "agreed amount"),
        converts=True,
        unknown_means="cost rate",
        whole_item=True,
        needs=LABOR_NEEDS,
    ),
    Metric(
        name="margin_drift",
        title="Margin drift",
        meaning=f"Of each project the margin to date less the margin sold. Margin sold: {_SOLD}.",
        kind=Kind.PER_ITEM,
        timing=Timing.STATE,
        unit=Unit.PERCENT,
        scale=1,
        reads=READS_DRIFT,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_PROJECT,
        compute=margin_drift,
        also_called=ALSO_CALLED["margin_drift"],
        outlook=Outlook.STATE,
        shown_with=("margin_sold", "margin"),
        is_sum_of_shown=False,
        item="project",
        whole_item=True,
        needs=LABOR_NEEDS,
    ),
)
