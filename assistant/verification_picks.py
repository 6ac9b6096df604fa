"""Which rows are kept, found a second time: in SQL over the cells of the reference, written from what each limit means.

Cells are handed over as whole numbers: sums exactly, over one denominator they all share; what is no sum in units of
10^-12, which is far finer than any limit. It stands on nothing of `assistant.picking`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm

import duckdb
import pyarrow as pa

from assistant.metrics.definition import Kind, Metric
from assistant.metrics.dimensions import TIME
from assistant.query import InEach, InSoMany, Query, Threshold, ToMean
from assistant.result import Key
from assistant.verification_cells import Recount

FINE = 10**12
_Bound = Mapping[str, object]


@dataclass(frozen=True)
class Recounted:
    """What the reference came to for one metric: now and, where a period is compared with, before."""

    metric: Metric
    now: Recount
    before: Recount | None = None


@dataclass(frozen=True)
class Numbers:
    """The cells of one metric as whole numbers of one `unit`; None where there is no value."""

    is_sum: bool
    unit: int
    now: Sequence[int | None]
    before: Sequence[int | None]
    total: int | None


def picks(query: Query) -> bool:
    """Whether a query keeps only some of its rows."""
    return bool(query.by) and bool(
        query.having
        or query.by_change
        or query.in_each
        or query.in_so_many
        or query.to_mean
        or (query.derived and (query.derived.limit or query.derived.reach is not None))
    )


def kept_again(
    query: Query, recounted: Sequence[Recounted], keys: Sequence[Key], connection: duckdb.DuckDBPyConnection
) -> frozenset[Key]:
    """The keys of `keys` that the query keeps, by the reference's numbers."""
    found = {one.metric.name: _values(one, keys) for one in recounted}
    unit = lcm(*(one.denominator for values in found.values() if values.is_sum for one in values.known))
    numbers = {name: _numbers(values, unit) for name, values in found.items()}
    connection.register("handed_over", _handed_over(list(numbers.values()), keys, len(query.by)))
    sql, values = _sql(query, numbers)
    if query.to_mean:
        first = next(one for one in recounted if one.metric.name == query.metrics[0])
        values = {**values, **_bound(query.to_mean, first, keys, connection)}
    return frozenset(keys[int(row)] for (row,) in connection.execute(sql, values).fetchall())


def _handed_over(numbers: Sequence[Numbers], keys: Sequence[Key], dimensions: int) -> pa.Table:
    """Every cell in its row, numbers as text: they are too long for a column of whole numbers."""
    columns: dict[str, pa.Array] = {"row": pa.array(range(len(keys)), pa.int32())}
    columns |= {f"k{at}": pa.array([key[at] for key in keys], pa.string()) for at in range(dimensions)}
    for at, one in enumerate(numbers):
        for side, values in (("now", one.now), ("was", one.before), ("all", [one.total] * len(keys))):
            columns[f"{side}{at}"] = pa.array([None if value is None else str(value) for value in values], pa.string())
    return pa.table(columns)


@dataclass(frozen=True)
class Values:
    """The exact values of one metric: of each key now and before, and of all together now."""

    is_sum: bool
    now: Sequence[Fraction | None]
    before: Sequence[Fraction | None]
    total: Fraction | None

    @property
    def known(self) -> Iterator[Fraction]:
        """All of them that are there."""
        yield from (one for one in (*self.now, *self.before, self.total) if one is not None)


def _values(one: Recounted, keys: Sequence[Key]) -> Values:
    now = [_value(one.now, key, one.metric) for key in keys]
    before = [_value(one.before, key, one.metric) if one.before else None for key in keys]
    return Values(one.metric.kind is Kind.SUM, now, before, _value(one.now, None, one.metric))


def _numbers(values: Values, unit: int) -> Numbers:
    unit = unit if values.is_sum else FINE
    now, before, total = (_whole(one, unit) for one in (values.now, values.before, [values.total]))
    return Numbers(values.is_sum, unit, now, before, total[0])


def _whole(values: Sequence[Fraction | None], unit: int) -> list[int | None]:
    return [None if value is None else floor(value * unit) for value in values]


def _value(recount: Recount, key: Key | None, metric: Metric) -> Fraction | None:
    parts = recount.parts(key)
    if metric.kind is Kind.SUM or metric.kind is Kind.PER_ITEM or len(parts) == 1:
        return parts[0]
    top, bottom = parts
    return top / bottom if top is not None and bottom else None


def _sql(query: Query, numbers: Mapping[str, Numbers]) -> tuple[str, Mapping[str, object]]:
    """One SELECT with a condition for each limit; the values of the dimension in question are bound."""
    conditions = list(_conditions(query, numbers))
    if query.in_each:
        conditions += _in_each(query, query.in_each, f"now{list(numbers).index(query.metrics[0])}")
    if query.to_mean:
        conditions += _to_mean(query, query.to_mean, numbers)
    if query.in_so_many:
        conditions += _in_so_many(query, query.in_so_many, f"now{list(numbers).index(query.metrics[0])}")
    where = " AND ".join(conditions) or "TRUE"
    sides = [f"{side}{at}::HUGEINT AS {side}{at}" for at in range(len(numbers)) for side in ("now", "was", "all")]
    text = "\n".join(
        [
            f"WITH cells AS (SELECT * REPLACE ({', '.join(sides)})",
            "FROM handed_over), measured AS (",
            *_measured(query, numbers),
            ")",
            "SELECT row FROM measured",
            f"WHERE {where}",
        ]
    )
    values: dict[str, object] = {}
    if query.in_each:
        values = {"every": list(query.in_each.every.ids)}
        values |= {"none": list(query.in_each.none.ids) if query.in_each.none else []}
    return text, values


def _measured(query: Query, numbers: Mapping[str, Numbers]) -> Iterator[str]:
    """The cells with the whole of each, and what those before it have, the largest first and the nameless last."""
    at = list(numbers).index(query.metrics[0])
    times = [f"k{place}" for place, name in enumerate(query.by) if name in TIME] if len(query.by) > 1 else []
    within = f"PARTITION BY {', '.join(times)}" if times else ""
    names = [f"k{place}" for place in range(len(query.by))]
    nameless = " OR ".join(f"{one} IS NULL" for one in names)
    order = f"ORDER BY ({nameless}), now{at} DESC, {', '.join(names)}"
    whole = f"sum(now{at}) OVER ({within})" if times else f"all{at}"
    yield f"SELECT *, NOT ({nameless}) AS named, {whole} AS whole,"
    yield f"sum(now{at}) OVER ({within} {order} ROWS UNBOUNDED PRECEDING) - now{at} AS larger"
    yield "FROM cells"


def _conditions(query: Query, numbers: Mapping[str, Numbers]) -> Iterator[str]:
    at = list(numbers).index(query.metrics[0])
    if query.having or query.by_change:
        # Who has no name is no client, and nobody.
        yield from (f"k{place} IS NOT NULL" for place, name in enumerate(query.by) if name in ("client", "person"))
    for one in query.having.each if query.having else ():
        place = list(numbers).index(one.metric or query.metrics[0])
        unit = list(numbers.values())[place].unit
        yield _compares(f"now{place}", one, f"{unit}")
    if query.by_change:
        side, limit = query.by_change.side, query.by_change.limit
        if side:
            yield f"now{at} {side.value} was{at}"
        of = f"abs(was{at})" if query.by_change.is_relative else f"{numbers[query.metrics[0]].unit}"
        if limit and query.by_change.is_relative:
            yield f"was{at} <> 0"
        yield from (_compares(f"abs(now{at} - was{at})", one, of) for one in (limit.each if limit else ()))
    derived = query.derived
    if derived and derived.limit:
        place = list(numbers).index(derived.of) if derived.of else at
        # Over a whole below nothing, a part is turned round.
        whole = f"now{place}" if derived.of else "whole"
        yield f"{whole} <> 0"
        yield from (_compares(f"now{at} * sign({whole})::HUGEINT", one, f"abs({whole})") for one in derived.limit.each)
    if derived and derived.reach is not None:
        reach = derived.reach
        yield f"named AND now{at} > 0 AND whole > 0 AND larger * {reach.denominator} < {reach.numerator} * whole"


def _to_mean(query: Query, asked: ToMean, numbers: Mapping[str, Numbers]) -> Iterator[str]:
    """A row with a name is so far above or below the mean of all with any, or the rate of all; or it is one of these.

    Without a division: a value times the number of rows beside the sum of them all.
    """
    at = list(numbers).index(query.metrics[0])
    any_of_it = f"FROM cells AS every WHERE every.now{at} <> 0"
    any_of_it += "".join(f" AND every.k{place} IS NOT NULL" for place in range(len(query.by)))
    yield f"named AND now{at} IS NOT NULL"
    limits = asked.limit.each if asked.limit else ()
    if numbers[query.metrics[0]].is_sum:
        count, whole = (f"(SELECT {what} {any_of_it})" for what in ("count(*)", f"sum(every.now{at})"))
        yield f"{count} > 0"
        yield from (_compares(f"now{at} * {count}", one, whole) for one in limits)
    else:
        yield "$mean IS NOT NULL"
        yield from (_compares(f"now{at}", one, "$mean::HUGEINT") for one in limits)
    if asked.only:
        yield f"list_contains($only, k{query.by.index(asked.only.field)})"


def _bound(asked: ToMean, first: Recounted, keys: Sequence[Key], connection: duckdb.DuckDBPyConnection) -> _Bound:
    """What the conditions above leave open: the rate of all rows with a name, and the rows that are named."""
    only: _Bound = {"only": list(asked.only.ids)} if asked.only else {}
    if first.metric.kind is Kind.SUM:
        return only
    named = [key for key in keys if None not in key]
    sides = [tuple(part or Fraction(0) for part in first.now.parts(key)) for key in named]
    units = [lcm(*(one[side].denominator for one in sides)) for side in (0, 1)]
    texts = {
        f"side{side}": pa.array([str(int(one[side] * units[side])) for one in sides], pa.string()) for side in (0, 1)
    }
    connection.register("both_sides", pa.table(texts))
    [(top, below)] = connection.execute("SELECT sum(side0::HUGEINT), sum(side1::HUGEINT) FROM both_sides").fetchall()
    rate = Fraction(top, units[0]) / Fraction(below, units[1]) if below else None
    return {**only, "mean": None if rate is None else str(floor(rate * FINE))}


def _compares(value: str, limit: Threshold, of: str) -> str:
    """As in "value < 3/5 of the whole", without a division."""
    return f"{value} * {limit.value.denominator} {limit.op.value} {limit.value.numerator} * {of}"


def _in_each(query: Query, asked: InEach, now: str) -> Iterator[str]:
    """A row's own value is among those asked for, and with the same other values there is some in each of them."""
    at = query.by.index(asked.field)
    alike = [f"other.k{place} IS NOT DISTINCT FROM measured.k{place}" for place in range(len(query.by)) if place != at]
    others = f"FROM cells AS other WHERE {' AND '.join([*alike, f'other.{now} <> 0'])}"
    yield " AND ".join([f"list_contains($every, k{at})", "named"])
    yield (
        f"(SELECT count(DISTINCT other.k{at}) {others} AND list_contains($every, other.k{at})) "
        f"= {len(set(asked.every.ids))}"
    )
    yield f"NOT EXISTS (SELECT 1 {others} AND list_contains($none, other.k{at}))"


def _in_so_many(query: Query, asked: InSoMany, now: str) -> Iterator[str]:
    """A row has some, and with the same other values there is some in so many of the dimension."""
    at = query.by.index(asked.field)
    alike = [f"other.k{place} IS NOT DISTINCT FROM measured.k{place}" for place in range(len(query.by)) if place != at]
    own = " AND ".join([*alike, f"other.{now} <> 0"])
    yield f"named AND {now} <> 0"
    for one in asked.limit.each:
        others = f"FROM cells AS other WHERE {own}"
        count = f"(SELECT count(DISTINCT other.k{at}) {others})"
        yield f"{count} * {one.value.denominator} {one.op.value} {one.value.numerator}"
