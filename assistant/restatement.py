"""What came in later: how far the rows that changed since an earlier day moved a number, table by table.

The two ends are verified figures: the number as it is, and as it was known on that day (`Query.known_on`). Between
them, each table that looks different by now takes its later rows while the others have their earlier ones, in every
possible order, and so does the day itself, on which more has passed. A factor's part is the mean of what that did
(`assistant.shapley`), so that the parts add up to the whole move. Each state in between is seen through the asker's
view and counted twice, like every answer. With more than `MOST_FACTORS` the orders are two, one the reverse of the
other: as exact in sum, and as fair to the first as to the last.

By a breakdown each group stands with what it was known as then; the parts by table are those of the whole.

Whoever may see cost in sums only is told the whole move and no table's part: that of the cost rates of a project on
which few worked would tell what they earn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from assistant import shapley
from assistant.calculation import calculate, in_order, of_nothing
from assistant.facts import AuthorisedRows, Facts, gather
from assistant.metrics.definition import Metric
from assistant.outcome import Ended, NoData, Withheld
from assistant.permissions.authorise import authorise
from assistant.query import Query
from assistant.result import Earlier, Explanation, Group, Part, Result
from assistant.verification import Verified, verify

if TYPE_CHECKING:
    from assistant.permissions.authorise import AuthorisedQuery
    from assistant.permissions.view import View

MOST_FACTORS = 4
DAYS = "days that have passed"
TOGETHER = "everything together"

World = frozenset[str]
"""The factors that have their later state."""


def restate(verified: Verified, authorised: "AuthorisedQuery", facts: Facts, since: date) -> Verified | Ended:
    """Add to a verified result what it was known as on `since`, and what moved it from there."""
    result = verified.result
    seen = authorised.view.as_known_on(since)
    if isinstance(seen, Ended):
        return seen
    query = replace(result.query, restated=None, known_on=None)
    then = count(query, seen, min(since, facts.today))
    if isinstance(then, Ended):
        return then
    place = [one.name for one in result.metrics].index(query.metrics[0])
    metric = result.metrics[place]
    after, before = result.total.cells[place].value, then.verified.result.total.cells[place].value
    if after is None or before is None:
        return NoData(_no_value(metric, since, now=after is None))
    whole = replace(query, by=())
    between = Between(whole, seen, authorised.view, _asked(whole, then.facts), _asked(whole, facts), place)
    parts = between.parts(before, after, in_sums=authorised.suppress_below is not None)
    if isinstance(parts, Ended):
        return parts
    if sum((one.value for one in parts if one.value), Fraction(0)) != after - before:
        return Withheld("The parts of this change do not add up to it, so they are withheld.")
    made = Explanation(metric.name, before, after, parts)
    earlier = Earlier(then.verified.result, then.facts)
    both = _side_by_side(result, earlier.result) if query.by else result
    return replace(verified, result=replace(both, explanation=made, earlier=earlier))


def _asked(query: Query, facts: Facts) -> Facts:
    """The same facts for a query that looks at no more than theirs."""
    return replace(facts, authorised=replace(facts.authorised, query=query))


def _side_by_side(now: Result, then: Result) -> Result:
    """Every group that is there in either state, with its cells of both."""
    nothing = tuple(of_nothing(one) for one in now.metrics)
    after, before = ({one.key: one.cells for one in result.groups} for result in (now, then))
    keys = sorted({*after, *before}, key=in_order)
    groups = tuple(Group(key, after.get(key, nothing), before.get(key, nothing)) for key in keys)
    total = replace(now.total, before=then.total.cells)
    return replace(now, groups=groups, total=total, slices_before=then.slices)


def _no_value(metric: Metric, since: date, *, now: bool) -> str:
    when = "" if now else f" as known on {since.isoformat()}"
    return f"{metric.title} has no value in all{when}, so there is no change to explain. Name one project or budget."


@dataclass(frozen=True)
class Counted:
    """A verified answer to the query in one state, and the facts it was counted from."""

    verified: Verified
    facts: Facts


def count(query: Query, view: "View", today: date) -> Counted | Ended:
    """The query's whole way in one state of the data, as asked on `today`."""
    authorised = authorise(query, view, today)
    if isinstance(authorised, Ended):
        return authorised
    facts = gather(authorised, today)
    if isinstance(facts, Ended):
        return facts
    verified = verify(calculate(authorised, facts), authorised, facts)
    return verified if isinstance(verified, Ended) else Counted(verified, facts)


@dataclass(frozen=True)
class Between:
    """The states between the one known then and the one known now."""

    query: Query
    then: "View"
    now: "View"
    facts_then: Facts
    facts_now: Facts
    place: int
    values: dict[World, Fraction | Ended | None] = field(default_factory=dict)

    def parts(self, before: Fraction, after: Fraction, *, in_sums: bool) -> tuple[Part, ...] | Ended:
        """What each factor did; all as one where that may not be told, or where a state between has no value."""
        factors = tuple(self.factors())
        whole = (Part(TOGETHER, (), after - before),)
        if in_sums:
            # There even where nothing moved: whether it is hidden is decided by it.
            return whole
        if not factors:
            return ()
        self.values.update({frozenset(): before, frozenset(factors): after})
        few = len(factors) <= MOST_FACTORS
        found = self._of_all_orders(factors) if few else self._of_two_orders(factors)
        if isinstance(found, Ended):
            return found
        if found is None:
            return whole
        moved = zip(factors, found, strict=True)
        return tuple(Part(name.replace("_", " "), (), value) for name, value in moved if value or name != DAYS)

    def factors(self) -> list[str]:
        """The tables that look different by now, and the days where others have passed."""
        return [*changed_tables(self.facts_then, self.facts_now), *([DAYS] if self._days_passed else [])]

    @property
    def _days_passed(self) -> bool:
        return self.facts_then.today != self.facts_now.today

    def _of_all_orders(self, factors: Sequence[str]) -> "list[Fraction] | Ended | None":
        worlds = [
            frozenset(one for at, one in enumerate(factors) if world >> at & 1) for world in range(1 << len(factors))
        ]
        found = self._all(worlds)
        if found is None or isinstance(found, Ended):
            return found
        scale = lcm(*(one.denominator for one in found))
        return [one / scale for one in shapley.parts([int(one * scale) for one in found])]

    def _of_two_orders(self, factors: Sequence[str]) -> "list[Fraction] | Ended | None":
        moved = dict.fromkeys(factors, Fraction(0))
        for order in (factors, factors[::-1]):
            found = self._all([frozenset(order[:end]) for end in range(len(order) + 1)])
            if found is None or isinstance(found, Ended):
                return found
            for one, earlier, later in zip(order, found, found[1:], strict=False):
                moved[one] += (later - earlier) / 2
        return list(moved.values())

    def _all(self, worlds: Sequence[World]) -> "list[Fraction] | Ended | None":
        found: list[Fraction] = []
        for one in worlds:
            value = self._value(one)
            if value is None or isinstance(value, Ended):
                return value
            found.append(value)
        return found

    def _value(self, world: World) -> Fraction | Ended | None:
        if world not in self.values:
            tables = world - {DAYS}
            seen = self.then.with_tables_of(self.now, tables) if tables else self.then
            counted = count(self.query, seen, (self.facts_now if DAYS in world else self.facts_then).today)
            self.values[world] = counted if isinstance(counted, Ended) else self._cell(counted.verified.result)
        return self.values[world]

    def _cell(self, result: Result) -> Fraction | None:
        return result.total.cells[self.place].value


def changed_tables(then: Facts, now: Facts) -> list[str]:
    """The tables behind a number whose authorised rows are others by now, wherever they stand in their files."""
    found: dict[str, None] = {}
    money = any(one.is_money for one in now.authorised.metrics)
    for earlier, later in zip(_rows(then), _rows(now), strict=True):
        for name in later.tables:
            # Every answer may convert; what is no money is the same at any rate.
            converts = name == "exchange_rates" and later is now.dimensions
            if name not in found and (money or not converts) and not _same(earlier, later, name):
                found[name] = None
    return sorted(found)


def _rows(facts: Facts) -> list[AuthorisedRows]:
    query = facts.authorised.query
    return [*(facts.of(one, query.period) for one in facts.authorised.metrics), facts.dimensions]


def _same(earlier: AuthorisedRows, later: AuthorisedRows, table: str) -> bool:
    return earlier.view.stores_the_same(later.view, table) or np.array_equal(
        _hashes(earlier, table), _hashes(later, table)
    )


def _hashes(rows: AuthorisedRows, table: str) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    return np.sort(pd.util.hash_pandas_object(rows.frame(table), index=False).to_numpy())
