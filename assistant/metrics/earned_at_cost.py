"""Earned value on the cost basis: the cost of the hours sold as planned and as done, against what it has cost."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

import pandas as pd

from assistant.agency.units import RATE_SCALE
from assistant.metrics import earned_value
from assistant.metrics.budgets import READS_RATES, last_rates
from assistant.metrics.costs import READS_EXPENSES, cost
from assistant.metrics.definition import Metric, MetricFacts
from assistant.metrics.drift import sold_cost
from assistant.metrics.earned_value import READS_TASKS, Agreed, Project, planned
from assistant.metrics.own_currency import rates_of_the_day
from assistant.metrics.profitability import READS_PROFIT
from assistant.metrics.words import ALSO_CALLED

READS_AT_COST = {
    **READS_PROFIT,
    **READS_TASKS,
    **READS_RATES,
    "expenses": tuple(dict.fromkeys((*READS_PROFIT["expenses"], *READS_EXPENSES["expenses"]))),
}


def at_cost(facts: MetricFacts) -> Iterator[Project]:
    """Every project with a known cost of sold hours and estimated tasks, in base currency.

    What was sold is converted at the rates of the date; what was spent is cost to date, at those of its own days.
    """
    then, sold = last_rates(facts, facts.asked.last_day), sold_cost(facts)
    totals = _in_base(sold.assign(numerator=sold["cost"]), [then.get(one, 0) for one in sold["currency"]])
    spent = cost(facts)
    spent = spent[spent["day"] <= pd.Timestamp(facts.asked.last_day)]
    gone = _in_base(spent, rates_of_the_day(facts, spent))
    base = facts.asked.base_currency
    return planned(facts, {name: Agreed(base, total, gone.get(name, 0)) for name, total in totals.items()})


def _in_base(rows: pd.DataFrame, rates: Iterable[int]) -> dict[str, int]:
    """What the rows come to by project at a rate each, cut down to whole slices; money without a rate is left out."""
    sums: dict[str, int] = {}
    for name, value, rate in zip(rows["project_id"], rows["numerator"], rates, strict=True):
        if isinstance(name, str) and rate:
            sums[name] = sums.get(name, 0) + int(value) * rate
    return {name: value // RATE_SCALE for name, value in sums.items()}


_BASIS = (
    "Basis: cost (hours sold, at the cost of those who have worked on them, evenly and each as at their first hour; "
    "what it has cost). Projects with estimated tasks and a known cost of sold hours."
)


_AT_COST = {
    "Budget total": "Cost of the hours sold",
    "budget total": "cost of the hours sold",
    "What was used of the budget to date, at prices.": "What the work and the expenses have cost to date.",
}


def _said_at_cost(meaning: str) -> str:
    """What a metric means on the price basis, as it is said on this one."""
    found = meaning.split(" Basis:", maxsplit=1)[0]
    for at_price, at_cost_ in _AT_COST.items():
        found = found.replace(at_price, at_cost_)
    return found


def _on_cost(one: Metric) -> Metric:
    """The same on the cost basis."""
    name = f"{one.name}_at_cost"
    compute: Callable[..., pd.DataFrame] = one.compute
    return replace(
        one,
        name=name,
        title=f"{one.title} at cost",
        meaning=f"{_said_at_cost(one.meaning)} {_BASIS}",
        reads=READS_AT_COST,
        compute=partial(compute, of=at_cost),
        also_called=ALSO_CALLED[name],
        unknown_means="cost rate",
        tells_rates=True,
        needs=("tasks", "budgets", "time_entries", "cost_rates or time_entries.cost_rate"),
    )


DEFINITIONS = tuple(_on_cost(one) for one in earned_value.DEFINITIONS)
