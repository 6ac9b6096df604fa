"""Why a number changed: the verified change of a metric in parts that add up to it exactly.

The two ends are the verified figures of both periods. In between, each factor takes its later value in every
possible order, and its part is the mean of what that did (`assistant.shapley`). The grain is one person on one
project in one currency; see `assistant.metrics.explained` for the factors. A group's value is a chain,

    value = hours x (its hours / hours) x (its money / its hours) x (its money in the base currency / its money)

of which each link is taken from one period or the other:

    Ana, September  100 h at 80    all hours 200, so a share of 1/2      8,000
    Ana, October     60 h at 90    all hours 120, so a share of 1/2      5,400
    hours  80 h fewer x 1/2 x (80 + 90) / 2 = -3,400     price  +10 x 1/2 x (200 + 120) / 2 = +800     mix 0

**Who is there in one period only** has the price and the rate of exchange of the other in the period without them:
their coming is a change of the mix, never of a price. Where hours (or money) cancel to nothing although something
stands under them, the group is one amount, and its change is one of price. **A world that never was** is rounded
down to 1e-12 of the integers of a slice, the unit in which the two ends are whole: nothing of the ends is rounded,
and parts of clients, projects or people add up to the part exactly. In a ratio the same factors move both sides;
where a world would have no denominator, the factors of the denominator are told together.

Whoever may see cost in sums only is told it as hours and cost per hour, project by project: nothing but what the
sums of projects tell, too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from assistant import shapley
from assistant.agency.units import RATE_SCALE
from assistant.aims import hold_against_targets
from assistant.chains import Ends, Group, Sides, told_together
from assistant.drift_explained import DRIFT, explain_drift
from assistant.metrics.definition import Kind, Metric
from assistant.metrics.explained import CURRENCY, EXPLAINED, Explained, in_parts
from assistant.outcome import Ended, NoData, Withheld
from assistant.pieces import ids_of, pieces
from assistant.restatement import restate
from assistant.result import Explanation, Key, MadeOf, Part

if TYPE_CHECKING:
    from assistant.facts import Facts
    from assistant.permissions.authorise import AuthorisedQuery
    from assistant.verification import Verified


def explain(verified: "Verified", authorised: "AuthorisedQuery", facts: "Facts") -> "Verified | Ended":
    """Add to a verified comparison why it came out so, where that was asked."""
    result = verified.result
    query = result.query
    if query.restated is not None:
        return restate(verified, authorised, facts, query.restated)
    if query.target is not None or (query.why and query.metrics[0] == DRIFT):
        return _held_against_what_was_meant(verified, authorised, facts)
    if not query.why or query.against is None:
        return verified
    metric = result.metrics[[one.name for one in result.metrics].index(query.metrics[0])]
    place = result.metrics.index(metric)
    after, before = result.total.cells[place].value, result.total.before[place].value
    if after is None or before is None:
        without = query.period if after is None else query.against.period
        return NoData(f"{metric.title} has no value in {without.label}, so there is no change to explain.")
    earlier, later = (
        pieces(in_parts(metric), query, period, facts).frame for period in (query.against.period, query.period)
    )
    found = Found.of(metric, authorised, facts, earlier, later)
    parts = found.parts()
    if sum((one.value for one in parts if one.value), Fraction(0)) != after - before:
        return Withheld("The parts of this change do not add up to it, so they are withheld.")
    drilled = tuple(one for one in parts if one.key and one.value)
    made = Explanation(
        metric.name, before, after, _whole(parts), drilled, made_of=found.made_of(), slices=(later, earlier)
    )
    return replace(verified, result=replace(result, explanation=made))


def _held_against_what_was_meant(
    verified: "Verified", authorised: "AuthorisedQuery", facts: "Facts"
) -> "Verified | Ended":
    """A number against its target, or a margin against the one that was sold."""
    if verified.result.query.target is not None:
        return hold_against_targets(verified, facts)
    return explain_drift(verified, authorised, facts)


def _whole(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts over all keys."""
    sums: dict[str, Fraction] = {}
    for one in parts:
        sums[one.name] = sums.get(one.name, Fraction(0)) + (one.value or 0)
    # A rate of exchange that moved nothing tells nothing: as a rule there is only one currency.
    return tuple(Part(name, (), value) for name, value in sums.items() if value or name != CURRENCY)


@dataclass(frozen=True)
class Found:
    """The groups of both periods, ready to be told apart."""

    metric: Metric
    explained: Explained
    groups: tuple[Group, ...]

    @classmethod
    def of(
        cls,
        metric: Metric,
        authorised: "AuthorisedQuery",
        facts: "Facts",
        earlier: pd.DataFrame,
        later: pd.DataFrame,
    ) -> "Found":
        """Read the slices of both periods by person and project."""
        before, after = (_grouped(metric, frame, authorised.query.by, facts) for frame in (earlier, later))
        return cls.between(metric, before, after, in_sums=authorised.suppress_below is not None)

    @classmethod
    def between(
        cls, metric: Metric, before: "Mapping[Place, Quantities]", after: "Mapping[Place, Quantities]", *, in_sums: bool
    ) -> "Found":
        """The groups of what is there in either period."""
        explained = EXPLAINED[metric.name]
        groups = tuple(_groups(explained, before, after, in_sums=in_sums))
        if explained.people:
            groups = _coming_and_going(groups, explained.people)
        return cls(metric, explained, groups)

    def parts(self) -> tuple[Part, ...]:
        """Every factor's part under every key."""
        return self._of_ratio() if self.metric.kind is Kind.RATIO else self._of_sum()

    @cached_property
    def told(self) -> tuple[Group, ...]:
        """The groups as their parts are told: those of a denominator in one where a world would have none."""
        if self.metric.kind is not Kind.RATIO or all(Sides.of(self.groups).bottoms()):
            return self.groups
        return tuple(told_together(one, self.explained.lower) for one in self.groups)

    def made_of(self) -> dict[str, MadeOf]:
        """What each part is made of: the groups its factor moves, and the tables of their rows."""
        made: dict[str, tuple[set[str], set[tuple[str, str | None, Key]]]] = {}
        for group in self.told:
            component = group.component
            for factor in group.factors:
                tables, groups = made.setdefault(factor, (set(), set()))
                if factor == CURRENCY and group.is_in_base_currency:
                    continue
                tables.update(component.rows_of(factor))
                groups.add((component.name, group.person, group.key))
        return {factor: MadeOf(frozenset(tables), frozenset(groups)) for factor, (tables, groups) in made.items()}

    def _of_sum(self) -> tuple[Part, ...]:
        found: dict[tuple[str, Key], Fraction] = {}
        for group in self.groups:
            for factor, value in zip(group.factors, shapley.parts(group.worlds()), strict=True):
                at = (factor, group.key)
                found[at] = found.get(at, Fraction(0)) + value * group.component.above
        scale = self.metric.scale * RATE_SCALE
        return tuple(Part(name, key, value / scale) for (name, key), value in found.items())

    def _of_ratio(self) -> tuple[Part, ...]:
        sides = Sides.of(self.told)
        found = shapley.parts_of_ratio(sides.above, sides.below)
        made = {
            (name, key): value
            for name, by_key in zip(sides.factors, found, strict=True)
            for key, value in by_key.items()
        }
        still = [Part(name, (), Fraction(0)) for name in sides.unmoved]
        return (*(Part(name, key, value) for (name, key), value in made.items()), *still)


Quantities = tuple[int, int, int]
"""Seconds, money in its own currency, money in the base currency."""
NOTHING: Quantities = (0, 0, 0)
Place = tuple[str, str | None, str | None, str | None, Key]
"""Component, person, project, currency, and the key it is told under."""


def _grouped(metric: Metric, frame: pd.DataFrame, by: Sequence[str], facts: "Facts") -> dict[Place, Quantities]:
    """The sums of one period, by component, person, project, currency and key."""
    ids = {"project": ids_of("project", frame, facts)}
    told = frame.reindex(columns=["component", "person_id", "currency", *(f"by_{one}" for one in by)])
    columns = {
        "component": told["component"],
        "person": told["person_id"],
        "project": ids["project"],
        "currency": told["currency"] if metric.is_money else None,
        **{f"by_{one}": told[f"by_{one}"] for one in by},
        "rate": frame["rate"],
    }
    table = pd.DataFrame(columns, index=frame.index)
    names = list(table.columns)
    sums = table.assign(money=frame["numerator"], seconds=frame["denominator"])
    sums = sums.groupby(names, dropna=False, sort=False, observed=True)[["money", "seconds"]].sum()
    found: dict[Place, Quantities] = {}
    for key, money, seconds in zip(sums.index, sums["money"], sums["seconds"], strict=True):
        component, person, project, currency, *rest, rate = key
        at = (str(component), _id(person), _id(project), _id(currency), tuple(_id(one) for one in rest))
        worked, own, base = found.get(at, NOTHING)
        found[at] = (worked + int(seconds), own + int(money), base + int(money) * int(rate))
    return found


def _id(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _groups(
    explained: Explained, before: Mapping[Place, Quantities], after: Mapping[Place, Quantities], *, in_sums: bool
) -> Iterator[Group]:
    """The chain of every group that is there in either period."""
    both = [before, after]
    if in_sums:
        both = [_in_sums(one, explained) for one in both]
    hours = {
        one.name: _ends(sum(of[at][0] for at in of if at[0] == one.name) for of in both) for one in explained.components
    }
    for at in dict.fromkeys([*both[0], *both[1]]):
        component = explained.component(at[0])
        seconds, own, base = (_ends(of.get(at, NOTHING)[place] for of in both) for place in range(len(NOTHING)))
        factors: tuple[str, ...] = component.factors
        links: tuple[Ends, ...] = (own, base)[-len(component.factors) :]
        if in_sums and component.in_sums:
            factors, links = component.in_sums, (seconds, base)[-len(component.in_sums) :]
        elif component.by_hours:
            links = (hours[component.name], seconds, own, base)
        group = Group(component, at[1], at[4], factors, links)
        # Hours or money that cancel to nothing have no price: a change of what stands under them is one of price.
        yield group.as_one([one for one in factors if one != CURRENCY][-1]) if group.is_broken else group


def _ends(values: "Iterator[int]") -> Ends:
    earlier, later = values
    return earlier, later


def _in_sums(one: Mapping[Place, Quantities], explained: Explained) -> dict[Place, Quantities]:
    """What may be seen in sums only, by project: nobody's own, in no currency of their own."""
    found: dict[Place, Quantities] = {}
    for (name, person, project, currency, key), quantities in one.items():
        at = (
            (name, None, project, None, key)
            if explained.component(name).in_sums
            else (name, person, project, currency, key)
        )
        seconds, own, base = found.get(at, NOTHING)
        found[at] = (seconds + quantities[0], own + quantities[1], base + quantities[2])
    return found


def _coming_and_going(groups: Sequence[Group], factor: str) -> tuple[Group, ...]:
    """The groups of whoever is there in one period only, moved by that alone."""
    there = [{one.person for one in groups if one.ends[period]} for period in (0, 1)]
    stayed = there[0] & there[1]
    return tuple(one if one.person in stayed else one.as_one(factor) for one in groups)
