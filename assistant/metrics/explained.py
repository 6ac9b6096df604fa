"""Why a number changed: into which pieces each metric falls, and the factors each piece is a product of.

A metric that can be explained hands over the same slices as always, told apart by `component`, with the seconds
worked beside the money in `denominator`. What is earned (or paid) by the hour is a chain of factors, each a ratio
to the one before, so that a whole chain multiplies out to the money itself:

    hours      all hours of the component
    mix        the share of them that one person worked on one project
    price      what an hour of that person on that project came to, in its own currency (a cost rate is one, too)
    currency   what that came to in the base currency

What is not earned by hours has one factor, its amount, and the currency: fixed fees and retainers as they are
recognized, changes of scope, expenses, and what caps cut away.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.metrics.billing import yesterday
from assistant.metrics.budgets import totals_agreed, used
from assistant.metrics.capacity import billable_utilization
from assistant.metrics.costs import expense_cost
from assistant.metrics.definition import Kind, Metric, MetricFacts
from assistant.metrics.lookup import mapped
from assistant.metrics.profitability import costed, past_labor
from assistant.metrics.recognition import billable_expenses, expenses, recognize_fees, valued
from assistant.metrics.slices import known_rows, slices, together, whole
from assistant.metrics.terms import approved_changes, budgets
from assistant.metrics.utilization import (
    capacity_utilization,
    client_utilization,
    gross_billable_utilization,
    total_utilization,
)
from assistant.metrics.worked import entries, past_work

Compute = Callable[[MetricFacts], pd.DataFrame]
CURRENCY = "exchange rates"


@dataclass(frozen=True)
class Component:
    """One piece of a metric: the factors it is a product of, and which sides of the metric it counts in.

    `by_hours` says that its factors are hours, mix, price and currency, in this order; else they are an amount
    and the currency, or an amount alone. `above` is 1, -1 (a cost in a profit) or 0; `below` says whether it is in
    the denominator. `in_sums` are its factors for those who may see it in sums only: hours and money an hour, or an
    amount in the base currency.
    """

    name: str
    factors: tuple[str, ...]
    above: int = 1
    below: bool = False
    by_hours: bool = False
    in_sums: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    """The tables its rows are in, and those its prices and terms are in, as far as the metric reads them."""

    def rows_of(self, factor: str) -> tuple[str, ...]:
        """The tables to look into for one of its factors: rates of exchange only where they are what moved."""
        return (*self.tables, "exchange_rates") if factor == CURRENCY else self.tables


@dataclass(frozen=True)
class Explained:
    """How one metric is explained.

    `compute` gives its slices by component. `lower` is what the factors of the denominator are together called,
    where they cannot be told apart. `people` says that who is there in only one of the periods is a factor of its
    own: people who came and left.
    """

    compute: Compute
    components: tuple[Component, ...]
    by: tuple[str, ...]
    lower: str = ""
    people: str = ""

    def component(self, name: str) -> Component:
        """The component of that name."""
        return next(one for one in self.components if one.name == name)


def _part(rows: pd.DataFrame, component: str, seconds: "pd.Series[int] | int" = 0) -> pd.DataFrame:
    made = slices(rows, rows["numerator"], seconds)
    return made.assign(component=component)


def _earned(facts: MetricFacts) -> list[pd.DataFrame]:
    """The fees of the days before today: by hours, what caps cut away, fixed fees, retainers, changes of scope."""
    work = past_work(facts)
    rows = recognize_fees(facts, work, yesterday(facts))
    all_budgets = list(budgets(facts))
    kind = pd.Series(mapped(rows["budget_id"], {one.budget_id: one.kind for one in all_budgets}), index=rows.index)
    delivered = {(one.budget_id, pd.Timestamp(one.delivered)) for one in all_budgets if one.delivered is not None}
    changes = approved_changes(facts)
    decided = set(zip(changes["budget_id"], changes["day"], strict=True)) - delivered
    nobody = rows["entry_id"].isna()
    changed = pd.Series(
        [one in decided for one in zip(rows["budget_id"], rows["day"], strict=True)], index=rows.index, dtype="bool"
    )
    changed &= nobody & (kind != "retainer")
    by_hours = ~nobody & (kind.isna() | (kind == "time_and_materials"))
    fixed = (kind == "fixed") & ~changed
    return [
        *_by_hours(rows[by_hours], valued(work)),
        _part(rows[fixed], "fixed"),
        _part(rows[kind == "retainer"], "retainers"),
        _part(rows[changed], "scope"),
        # What a cap does without anybody's work on a day of no change: nothing, but nothing may be lost.
        _part(rows[nobody & ~changed & ~fixed & (kind != "retainer")], "caps"),
    ]


def _by_hours(rows: pd.DataFrame, work: pd.DataFrame) -> list[pd.DataFrame]:
    """Billable seconds at their price, and apart from that what a cap took away."""
    value = whole(pd.Series(mapped(rows["entry_id"], dict(zip(work["entry_id"], work["numerator"], strict=True)))))
    seconds = whole(pd.Series(mapped(rows["entry_id"], dict(zip(work["entry_id"], work["billable"], strict=True)))))
    value, seconds = value.set_axis(rows.index), seconds.set_axis(rows.index)
    cut = rows.assign(numerator=rows["numerator"] - value, unknown=0)
    return [_part(rows.assign(numerator=value), "work", seconds), _part(cut[cut["numerator"] != 0], "caps")]


def _billed_on(facts: MetricFacts) -> pd.DataFrame:
    return _part(billable_expenses(facts), "billed_on")


def _bought(facts: MetricFacts) -> pd.DataFrame:
    """Approved expenses of the days before today."""
    rows = expenses(facts)
    rows = rows[rows["amount"].notna()]
    return _part(rows.assign(numerator=whole(rows["amount"]) * SECONDS_PER_HOUR), "expenses")


def _labor(rows: pd.DataFrame) -> pd.DataFrame:
    return _part(rows, "labor", rows["tracked"])


def revenue_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """Revenue, told apart by how it is earned."""
    return together([*_earned(facts), _billed_on(facts)])


def agi_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """The same without expenses."""
    return together(_earned(facts))


def labor_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """Labor cost with its hours, through today."""
    return _labor(costed(facts, entries(facts)))


def cost_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """Labor and expenses, through today."""
    bought = expense_cost(facts)
    return together([labor_in_parts(facts), _part(bought, "expenses")])


def profit_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """Revenue, labor and expenses of the days before today; what is spent stands as it is, above 0."""
    return together([revenue_in_parts(facts), _labor(past_labor(facts)), _bought(facts)])


def delivery_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """Agency gross income and the labor of the days before today."""
    return together([agi_in_parts(facts), _labor(past_labor(facts))])


def _used(facts: MetricFacts) -> list[pd.DataFrame]:
    """Work on budgets at its price, and expenses billed on."""
    kinds = known_rows(facts, "budgets")
    types = dict(zip(kinds["budget_id"], kinds["type"], strict=True))
    worked = entries(facts)
    counted = worked["tracked"].where(worked["budget_id"].map(types) == "fixed", worked["billable"])
    seconds = dict(zip(worked["entry_id"], counted, strict=True))
    rows = used(facts)
    if "entry_id" not in rows.columns:
        return [_part(rows, "billed_on")]
    by_hours = rows["entry_id"].notna()
    work, rest = rows[by_hours], rows[~by_hours]
    told = whole(pd.Series(mapped(work["entry_id"], seconds), dtype="object")).set_axis(work.index)
    return [_part(work, "work", told), _part(rest, "billed_on")]


def used_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """What was used of budgets, told apart by hours and expenses."""
    return together(_used(facts))


def share_used_in_parts(facts: MetricFacts) -> pd.DataFrame:
    """The same of the budgets whose total is known, and the totals."""
    totals = totals_agreed(facts, hours=False)
    totals = totals.rename(columns={"value": "numerator"})
    of_known = [one[one["budget_id"].isin(set(totals["budget_id"]))] for one in _used(facts)]
    return together([*of_known, _part(totals, "total")])


def _both_sides(compute: Compute) -> Compute:
    """Both sides of a ratio of hours as components."""

    def told_apart(facts: MetricFacts) -> pd.DataFrame:
        rows = compute(facts)
        above, below = rows[rows["numerator"] != 0], rows[rows["denominator"] != 0]
        return together([_part(above, "worked"), _part(below.assign(numerator=below["denominator"]), "room")])

    return told_apart


_TERMS = ("budgets", "change_requests")
_WORK = Component(
    "work",
    ("billable hours", "mix of people and projects", "prices", CURRENCY),
    by_hours=True,
    tables=("time_entries", "bill_rates", "services"),
)
_FEES = (
    Component("caps", ("budget caps", CURRENCY), tables=("time_entries", *_TERMS)),
    Component("fixed", ("fixed fees", CURRENCY), tables=("time_entries", *_TERMS)),
    Component("retainers", ("retainers", CURRENCY), tables=("time_entries", "budgets")),
    Component("scope", ("scope changes", CURRENCY), tables=_TERMS),
)
_BILLED_ON = Component("billed_on", ("expenses billed on", CURRENCY), tables=("expenses",))
_LABOR = Component(
    "labor",
    ("hours worked", "mix of people", "cost rates", CURRENCY),
    by_hours=True,
    in_sums=("hours worked", "cost per hour"),
    tables=("time_entries", "cost_rates"),
)
_EXPENSES = Component("expenses", ("expenses", CURRENCY), in_sums=("expenses",), tables=("expenses",))
_OF_MARGIN = {
    "billable hours": "hours",
    "hours worked": "hours",
    "mix of people and projects": "mix of people and projects",
    "mix of people": "mix of people and projects",
    "budget caps": "fees and retainers",
    "fixed fees": "fees and retainers",
    "retainers": "fees and retainers",
    "scope changes": "fees and retainers",
    "expenses billed on": "expenses",
}
"""In a ratio what moves both sides is one factor: few enough for every order in which they may have changed."""


def _of_margin(one: Component, *, above: int = 1, below: bool = False) -> Component:
    named = tuple(_OF_MARGIN.get(name, name) for name in one.factors)
    in_sums = tuple(_OF_MARGIN.get(name, name) for name in one.in_sums)
    return replace(one, factors=named, above=above, below=below, in_sums=in_sums)


BY_PERSON = ("person", "employment")
BY_PROJECT = (*BY_PERSON, "client", "project", "project_manager", "account_manager", "status", "kind")
"""The breakdowns of an explanation: what one person on one project is always of."""

_EARNED = (_WORK, *_FEES)
_USED = (replace(_WORK, factors=("hours", *_WORK.factors[1:])), _BILLED_ON)
"""Of a fixed fee all hours use up the budget, billable or not."""

_ROOM = Component(
    "room",
    ("capacity",),
    above=0,
    below=True,
    tables=("working_hours", "people", "assignments", "holidays", "absences"),
)


def _utilization(compute: Compute, worked: str, room: str = "capacity") -> Explained:
    return Explained(
        _both_sides(compute),
        (Component("worked", (worked,), tables=("time_entries",)), replace(_ROOM, factors=(room,))),
        BY_PERSON,
        lower=room,
        people="people who came or left",
    )


EXPLAINED: Mapping[str, Explained] = {
    "revenue": Explained(revenue_in_parts, (*_EARNED, _BILLED_ON), BY_PROJECT),
    "agi": Explained(agi_in_parts, _EARNED, BY_PROJECT),
    "labor_cost": Explained(labor_in_parts, (_LABOR,), BY_PROJECT),
    "cost": Explained(cost_in_parts, (_LABOR, _EXPENSES), BY_PROJECT),
    "profit": Explained(
        profit_in_parts,
        (*_EARNED, _BILLED_ON, replace(_LABOR, above=-1), replace(_EXPENSES, above=-1)),
        BY_PROJECT,
    ),
    "margin": Explained(
        profit_in_parts,
        (
            *(_of_margin(one, below=True) for one in (*_EARNED, _BILLED_ON)),
            *(_of_margin(one, above=-1) for one in (_LABOR, _EXPENSES)),
        ),
        BY_PROJECT,
        lower="revenue",
    ),
    "delivery_margin": Explained(
        delivery_in_parts,
        (*(_of_margin(one, below=True) for one in _EARNED), _of_margin(_LABOR, above=-1)),
        BY_PROJECT,
        lower="agency gross income",
    ),
    "budget_used": Explained(used_in_parts, _USED, BY_PROJECT),
    "budget_used_percent": Explained(
        share_used_in_parts,
        (*_USED, Component("total", ("budget total", CURRENCY), above=0, below=True, tables=_TERMS)),
        BY_PROJECT,
        lower="budget total",
    ),
    "billable_utilization": _utilization(billable_utilization, "billable hours"),
    "total_utilization": _utilization(total_utilization, "hours worked"),
    "capacity_utilization": _utilization(capacity_utilization, "hours worked"),
    "gross_billable_utilization": _utilization(gross_billable_utilization, "billable hours"),
    "client_utilization": _utilization(client_utilization, "hours on client projects"),
}
"""Every metric whose change can be explained, under its name."""


def in_parts(metric: Metric) -> Metric:
    """The metric as its explanation reads it: the same rows, slices told apart by component."""
    return replace(metric, kind=Kind.SUM, compute=EXPLAINED[metric.name].compute)


DRIFTS = frozenset({"margin_drift"})
"""Metrics that are a change themselves, of what was sold: they are explained without another period."""


def can_be_explained(metric: Metric, by: tuple[str, ...] = ()) -> bool:
    """Whether a change of it can be told in parts, broken down so."""
    if metric.name in DRIFTS:
        return set(by) <= set(metric.by)
    return metric.name in EXPLAINED and set(by) <= set(EXPLAINED[metric.name].by) & set(metric.by)
