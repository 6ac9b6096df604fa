"""Why a margin drifted from the one that was sold: the drift in parts that add up to it exactly.

Of each project the margin sold stands at one end and the margin to date at the other; in between, each factor takes
its later value in every possible order (`assistant.shapley`). What a budget earns and what it costs are chains,

    earned   amount sold -> with approved changes -> of the hours it pays for -> at the price they came to -> in euros
    cost     sold hours at the cost of the start, evenly -> with approved changes -> of the hours worked -> as they
             were shared out -> at the cost rates of their days -> in euros

so that hours which earn what they cost move nothing, hours nobody pays for do, and so does each price and rate:

    sold 100 h for 10,000 at a cost of 50 an hour: 50 %.   To date 120 h, the whole fee, at 60 an hour: 28 %.
    hours       20 h more at (50 + 60) / 2 over 10,000    -11 points
    cost rates  10 an hour more over (100 + 120) / 2 h    -11 points

A fixed fee and a retainer have one price: what they lose, they lose by hours. What a project earns and costs beside
what was sold with it is of its scope, expenses are told apart, and rates of exchange are those since the day of the
answer. Of several projects it is the drift of each, weighted by what it has earned: what is missing of the profit
that the margin sold would have left of the same revenue.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from assistant.agency.units import RATE_SCALE, SECONDS_PER_HOUR
from assistant.chains import Ends, Group, Sides, told_together
from assistant.metrics.budgets import last_rates
from assistant.metrics.definition import MetricFacts
from assistant.metrics.drift import Sold, sold_with_changes
from assistant.metrics.explained import CURRENCY, Component, revenue_in_parts
from assistant.metrics.own_currency import rates_of_the_day
from assistant.metrics.profitability import past_labor
from assistant.metrics.recognition import expenses
from assistant.metrics.slices import slices, together, whole
from assistant.outcome import Ended, NoData, Withheld
from assistant.pieces import pieces
from assistant.result import Explanation, Key, Part
from assistant.shapley import parts_of_ratio

if TYPE_CHECKING:
    from assistant.facts import Facts
    from assistant.permissions.authorise import AuthorisedQuery
    from assistant.verification import Verified

DRIFT = "margin_drift"
SCOPE, HOURS, PRICES, MIX, RATES, EXPENSES = "scope", "hours", "prices", "mix of people", "cost rates", "expenses"
COST_PER_HOUR = "cost per hour"
REVENUE = "revenue"

EARNED = Component("earned", (SCOPE, HOURS, PRICES, CURRENCY), below=True)
BESIDE = Component("beside", (SCOPE, CURRENCY), below=True)
BILLED_ON = Component("billed_on", (EXPENSES, CURRENCY), below=True)
LABOR = Component("labor", (SCOPE, HOURS, MIX, RATES, CURRENCY), above=-1)
LABOR_IN_SUMS = Component("labor in sums", (SCOPE, HOURS, COST_PER_HOUR), above=-1)
LABOR_BESIDE = Component("labor beside", (SCOPE, CURRENCY), above=-1)
BOUGHT = Component("bought", (EXPENSES, CURRENCY), above=-1)


def explain_drift(verified: "Verified", authorised: "AuthorisedQuery", facts: "Facts") -> "Verified | Ended":
    """The drift of the projects asked about, in its parts; withheld where they are not those that were verified."""
    result = verified.result
    place = [one.name for one in result.metrics].index(DRIFT)
    metric = result.metrics[place]
    frame = pieces(metric, result.query, result.query.period, facts).frame
    drifts = Drifts.of(facts.of(metric, result.query.period), in_sums=authorised.suppress_below is not None)
    found = {
        str(name): (drifts.project(str(name)), tuple(_id(one) for one in key))
        for name, *key in frame[["project_id", *(f"by_{one}" for one in result.query.by)]].itertuples(index=False)
    }
    if not sum(one.earned for one, _ in found.values()):
        return NoData("No project among these has both a margin that was sold and a margin to date.")
    for numerator, denominator, name in zip(frame["numerator"], frame["denominator"], frame["project_id"], strict=True):
        if found[str(name)][0].as_measured != Fraction(int(numerator), int(denominator)):
            return Withheld("The parts of this drift do not add up to it, so they are withheld.")
    made = _weighed(
        found, (PRICES, HOURS, COST_PER_HOUR, SCOPE) if drifts.in_sums else (PRICES, HOURS, MIX, RATES, SCOPE)
    )
    return replace(verified, result=replace(result, explanation=made))


def _id(value: object) -> str | None:
    return value if isinstance(value, str) else None


@dataclass(frozen=True)
class Drift:
    """One project's two margins, with the parts in between; `earned` is what it is weighed by.

    The four amounts are in the base currency, in 1e-12 of the integers of a slice.
    """

    amount: int
    to_cost: int
    earned: int
    cost: int
    parts: Mapping[str, Fraction]

    @property
    def sold(self) -> Fraction:
        """The margin sold."""
        return Fraction(self.amount - self.to_cost, self.amount)

    @property
    def to_date(self) -> Fraction:
        """The margin to date."""
        return Fraction(self.earned - self.cost, self.earned)

    @property
    def as_measured(self) -> Fraction:
        """The drift as the metric counts it, of whole slices."""
        amount, to_cost, earned, cost = (
            one // RATE_SCALE for one in (self.amount, self.to_cost, self.earned, self.cost)
        )
        return Fraction(to_cost * earned - cost * amount, amount * earned)


def _weighed(found: Mapping[str, tuple[Drift, Key]], always: Sequence[str]) -> Explanation:
    """The drifts of all projects, weighed by what each has earned; some factors are told even if they are nothing."""
    earned = sum(one.earned for one, _ in found.values())
    shares = {name: Fraction(one.earned, earned) for name, (one, _) in found.items()}
    drilled: dict[tuple[str, Key], Fraction] = {}
    for name, share in shares.items():
        drift, key = found[name]
        for factor, value in drift.parts.items():
            drilled[factor, key] = drilled.get((factor, key), Fraction(0)) + share * value
    sums = dict.fromkeys(always, Fraction(0))
    for (factor, _), value in drilled.items():
        sums[factor] = sums.get(factor, Fraction(0)) + value
    before = sum((share * found[name][0].sold for name, share in shares.items()), Fraction(0))
    after = sum((share * found[name][0].to_date for name, share in shares.items()), Fraction(0))
    parts = tuple(Part(name, (), value) for name, value in sums.items() if value or name in always)
    by_key = tuple(Part(name, key, value) for (name, key), value in drilled.items() if key and value)
    return Explanation(DRIFT, before, after, parts, by_key)


class Came(NamedTuple):
    """What was earned or spent of one kind, on one budget by one person.

    Money is exact, at the rates of exchange of its own days and at those of the day of the answer.
    """

    budget: str | None
    person: str | None
    component: str
    seconds: int
    then: int
    own: int


@dataclass(frozen=True)
class Drifts:
    """What was sold and what came of it, ready to be told project by project."""

    sold: Mapping[str, Sequence[Sold]]
    came: Mapping[str, Sequence[Came]]
    in_sums: bool

    @classmethod
    def of(cls, facts: MetricFacts, *, in_sums: bool) -> "Drifts":
        """Read all of it once."""
        sold: dict[str, list[Sold]] = {}
        for one in sold_with_changes(facts):
            sold.setdefault(one.project_id, []).append(one)
        return cls(sold, _came(facts), in_sums)

    def project(self, name: str) -> Drift:
        """One project's drift."""
        budgets, rows = self.sold[name], self.came[name]
        amount = sum(one.amount for one in budgets)
        earned = sum(one.own for one in rows if one.component not in SPENT)
        groups = [_as_large(one, amount, earned) for one in self._groups(rows, budgets)]
        sides = Sides.of(groups)
        if not all(sides.bottoms()):
            sides = Sides.of([told_together(one, REVENUE) for one in groups])
        parts = {
            factor: sum(by_key.values(), Fraction(0))
            for factor, by_key in zip(sides.factors, parts_of_ratio(sides.above, sides.below), strict=True)
        }
        return Drift(
            amount,
            sum(sum(one.costs.values()) for one in budgets),
            earned,
            sum(one.own for one in rows if one.component in SPENT),
            parts,
        )

    def _groups(self, rows: Sequence[Came], budgets: Sequence[Sold]) -> Iterator[Group]:
        """The chains of one project."""
        for budget in budgets:
            mine = [one for one in rows if one.budget == budget.budget_id]
            yield _earned(budget, [one for one in mine if one.component in FEES])
            yield from self._labor(budget, [one for one in mine if one.component == LABOR.name])
        of_sold = {one.budget_id for one in budgets}
        beside = [one for one in rows if one.budget not in of_sold]
        yield _amount(BESIDE, [one for one in beside if one.component in FEES])
        yield self._alone(LABOR_BESIDE, [one for one in beside if one.component == LABOR.name])
        yield _amount(BILLED_ON, [one for one in rows if one.component == BILLED_ON.name])
        yield self._alone(BOUGHT, [one for one in rows if one.component == BOUGHT.name])

    def _alone(self, component: Component, rows: Sequence[Came]) -> Group:
        """What was spent beside what was sold; in sums only in the base currency."""
        one = _amount(component, rows)
        return one.as_one(component.factors[0]) if self.in_sums else one

    def _labor(self, budget: Sold, rows: Sequence[Came]) -> Iterator[Group]:
        """What the work on a budget cost against what it was to cost, of each person."""
        seconds = sum(one.seconds for one in rows)
        chains = [
            _chain_of(budget, person, [one for one in rows if one.person == person], seconds) for person in budget.costs
        ]
        if not self.in_sums:
            yield from (_whole(LABOR, chain) for chain in chains)
            return
        changed, worked, *_, own = (_sums(links) for links in zip(*chains, strict=True))
        yield _whole(LABOR_IN_SUMS, [changed, worked, own])


FEES = frozenset({"work", "caps", "fixed", "retainers", "scope"})
"""What of revenue is no expense billed on, as an explanation of revenue tells it apart."""

SPENT = frozenset({LABOR.name, BOUGHT.name})


def _as_large(group: Group, amount: int, earned: int) -> Group:
    """What was sold times what was earned, and what came of it times what was sold: both ends are as large.

    Otherwise half of a project would be held against the whole, and an expense would weigh less than it does.
    """
    of_sold = 1 if len(group.links) > 1 and group.component in (EARNED, LABOR, LABOR_IN_SUMS) else 0
    links = [
        (earlier * earned, later * (earned if place < of_sold else amount))
        for place, (earlier, later) in enumerate(group.links)
    ]
    return replace(group, links=tuple(links))


def _sums(links: Iterable[Ends]) -> Ends:
    """Both ends of several chains together."""
    earlier, later = zip(*links, strict=True)
    return sum(earlier), sum(later)


def _chain_of(budget: Sold, person: str, rows: Sequence[Came], seconds: int) -> list[Ends]:
    """One person's cost: as sold, with changes, of all hours worked, of their own, at their rates, in base currency."""
    sold, at_start = budget.costs[person], budget.rates[person]
    return [
        (sold, budget.changed_costs[person]),
        (sold, seconds * at_start // len(budget.costs)),
        (sold, sum(one.seconds for one in rows) * at_start),
        (sold, sum(one.then for one in rows)),
        (sold, sum(one.own for one in rows)),
    ]


def _earned(budget: Sold, rows: Sequence[Came]) -> Group:
    """What a budget earned against its amount: of the hours that are paid, at their price."""
    then, own = sum(one.then for one in rows), sum(one.own for one in rows)
    work = [one for one in rows if one.component == "work"]
    value, seconds = sum(one.then for one in work), sum(one.seconds for one in work)
    paid = then
    if budget.by_the_hour and value > 0 and budget.changed_seconds > 0:
        # So many of the hours as the cap pays for, at the price that was sold.
        paid = budget.changed_amount * seconds * then // (budget.changed_seconds * value)
    ends = [(budget.amount, budget.changed_amount), (budget.amount, paid), (budget.amount, then), (budget.amount, own)]
    return _whole(EARNED, ends)


def _amount(component: Component, rows: Sequence[Came]) -> Group:
    """What there is of something of which nothing was sold."""
    return _whole(component, [(0, sum(one.then for one in rows)), (0, sum(one.own for one in rows))])


def _whole(component: Component, links: list[Ends]) -> Group:
    """A chain; as one amount where something in it stands over nothing."""
    group = Group(component, None, (), component.factors, tuple(links))
    return group.as_one(PRICES if component is EARNED else HOURS) if group.is_broken else group


def _came(facts: MetricFacts) -> Mapping[str, Sequence[Came]]:
    """What has been earned and spent through yesterday, by project."""
    labor = past_labor(facts)
    labor = labor[labor["unknown"] == 0]
    bought = expenses(facts)
    bought = bought[bought["amount"].notna()]
    parts = [
        revenue_in_parts(facts),
        labor.assign(component=LABOR.name, denominator=labor["tracked"]),
        bought.assign(component=BOUGHT.name, numerator=whole(bought["amount"]) * SECONDS_PER_HOUR, denominator=0),
    ]
    rows = together([slices(one, one["numerator"], one["denominator"]) for one in parts])
    rows = rows[(rows["day"] <= pd.Timestamp(facts.asked.last_day)) & rows["project_id"].notna()].reset_index(drop=True)
    base, then = facts.asked.base_currency, last_rates(facts, facts.asked.last_day)
    rows = rows.reindex(columns=["project_id", *WHOSE, "currency", "day", "numerator", "denominator"])
    rows = rows.assign(own=list(rates_of_the_day(facts, rows)), currency=rows["currency"].fillna(base))
    keys = ["project_id", *WHOSE, "currency", "own"]
    sums = rows.groupby(keys, dropna=False, sort=False)[["numerator", "denominator"]].sum().reset_index()
    found: dict[str, list[Came]] = {}
    cells = zip(*(sums[name] for name in (*keys, "numerator", "denominator")), strict=True)
    for project, budget, person, component, currency, rate, money, seconds in cells:
        last = then.get(currency, 0) if rate else 0
        one = Came(_id(budget), _id(person), component, int(seconds), int(money) * last, int(money) * int(rate))
        found.setdefault(project, []).append(one)
    return found


WHOSE = ("budget_id", "person_id", "component")
