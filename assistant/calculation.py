"""From facts to a result: the same cutting, filtering, converting and grouping for every metric, in pandas.

A metric hands over slices, the smallest additive pieces. `pieces.py` cuts them by day, joins them to the dimensions
asked for, filters and converts them to the base currency at their day's rate; here they are summed.
`verification.py` does the same once more in SQL and shares none of this.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pandas as pd

from assistant.agency import calendar as days
from assistant.agency.units import RATE_SCALE
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS, shown_metrics
from assistant.metrics.definition import Kind, Metric, Outlook, Through, Timing
from assistant.metrics.dimensions import TIME
from assistant.metrics.lookup import NONE, Ints, numbered, present
from assistant.permissions.authorise import AuthorisedQuery
from assistant.pieces import Pieces, or_none, pieces
from assistant.query import Query
from assistant.result import Cell, Group, Key, Left, Result

ZERO = Fraction(0)


def calculate(authorised: AuthorisedQuery, facts: Facts) -> Result:
    """Every group of the query and the total over them, exact."""
    found = those(authorised.query, facts)
    query = authorised.query.only(found)
    metrics = shown_metrics(authorised.metrics)
    if query.at_ends:
        return _at_ends(authorised.query, query, metrics, facts)
    now = {metric.name: pieces(metric, query, query.period, facts) for metric in metrics}
    before = {}
    if query.against is not None:
        before = {metric.name: pieces(metric, query, query.against.period, facts) for metric in metrics}
    return Result(
        query=authorised.query,
        those=found,
        metrics=metrics,
        groups=_groups(query, metrics, now, before, facts),
        total=_total(query, metrics, now, before),
        left=_left([*now.values(), *before.values()]),
        slices={name: one.frame for name, one in now.items()},
        slices_before={name: one.frame for name, one in before.items()},
    )


def _at_ends(asked: Query, query: Query, metrics: tuple[Metric, ...], facts: Facts) -> Result:
    """What stood at each end, each a row; together they are nothing, so that the whole is that of the last."""
    rows, last = [], {}
    frames: dict[str, list[pd.DataFrame]] = defaultdict(list)
    for name, one in query.at_each():
        last = {metric.name: pieces(metric, one, one.period, facts) for metric in metrics}
        for metric, found in last.items():
            frames[metric].append(found.frame.assign(**{f"by_{asked.by[0]}": name}))
        rows.append(Group((name,), _total(query, metrics, last, {}).cells))
    return Result(
        query=asked,
        those=those(asked, facts),
        metrics=metrics,
        groups=tuple(rows),
        total=_total(query, metrics, last, {}),
        left=_left(list(last.values())),
        slices={name: pd.concat(several, ignore_index=True) for name, several in frames.items()},
    )


def those(query: Query, facts: Facts) -> tuple[frozenset[str], ...]:
    """For each condition the values of its dimension that have some, or so much, of what is asked elsewhere."""
    return tuple(
        frozenset(id_ for one in condition.found_by(query.known_on) for id_ in _with_some(one, facts))
        for condition in query.conditions
    )


def _with_some(one: Query, facts: Facts) -> Iterator[str]:
    """The values of its one dimension that keep to its limit; without one, those that have any."""
    limits = one.having.each if one.having else ()
    for key, cell in grouped(pieces(METRICS[one.metrics[0]], one, one.period, facts), one.by).items():
        value = cell.value
        is_so = value is not None and all(limit.op.holds(value, limit.value) for limit in limits)
        if key[0] is not None and (is_so if limits else value):
            yield key[0]


def grouped(one: Pieces, by: Sequence[str]) -> dict[Key, Cell]:
    """One exact cell per key; the empty breakdown has the one key ()."""
    if one.metric.kind is Kind.PER_ITEM:
        return _per_item(one, by)
    if set(by) & set(one.metric.over_all):
        return _over_all(one, by)
    tops = _summed(one, "numerator", by)
    if one.metric.kind is Kind.SUM:
        return {key: Cell(top) for key, top in tops.items()}
    bottoms = _summed(one, "denominator", by)
    return {key: Cell(top, bottoms[key], is_ratio=True) for key, top in tops.items()}


def _summed(one: Pieces, side: str, by: Sequence[str]) -> dict[Key, Fraction]:
    """Exact sums per key: integers summed per rate, times the rate, over the units of a slice."""
    scale = one.metric.scales[side == "denominator"] * RATE_SCALE
    if one.frame.empty:
        return {} if by else {(): ZERO}
    sums: dict[Key, int] = defaultdict(int)
    rates, distinct = one.rates
    place, names = rates, []
    for name in by:
        codes, values = numbered(one.frame[f"by_{name}"])
        names.append([*values, None])
        place = place * (len(values) + 1) + np.where(codes == NONE, len(values), codes)
    for where, total in _totals(place, one.frame[side]):
        rest, key = where, []
        for values in reversed(names):
            rest, code = divmod(rest, len(values))
            key.append(values[code])
        sums[tuple(reversed(key))] += total * distinct[rest]
    return {key: Fraction(total, scale) for key, total in sums.items()}


FEW_PLACES = 1_000_000


def _totals(place: Ints, values: "pd.Series[int]") -> Iterator[tuple[int, int]]:
    """The exact sum at each place that has any value."""
    width = int(place.max()) + 1
    if width > FEW_PLACES or values.dtype != np.int64:
        for where, total in values.groupby(place, sort=False).sum().items():
            yield int(where), int(total)  # type: ignore[call-overload]
        return
    sums = np.zeros(width, dtype=np.int64)
    np.add.at(sums, place, values.to_numpy())
    there = np.flatnonzero(np.bincount(place, minlength=width))
    yield from zip(there.tolist(), sums[there].tolist(), strict=True)


def _over_all(one: Pieces, by: Sequence[str]) -> dict[Key, Cell]:
    """Every group over a denominator that some of the breakdowns do not split (fte: over the period's)."""
    counted = replace(one, frame=one.frame[one.frame["numerator"] != 0])
    below = _below(one, by)
    return {key: Cell(top, below(key), is_ratio=True) for key, top in _summed(counted, "numerator", by).items()}


def _below(one: Pieces, by: Sequence[str]) -> Callable[[Key], Fraction]:
    """The denominator of a group that some of the breakdowns do not split, whatever else the group has."""
    split = [position for position, name in enumerate(by) if name not in one.metric.over_all]
    bottoms = _summed(one, "denominator", [by[position] for position in split])
    return lambda key: bottoms.get(tuple(key[position] for position in split), ZERO)


def _per_item(one: Pieces, by: Sequence[str]) -> dict[Key, Cell]:
    """The value of the one item in a group (none where there are several), or the median over entries."""
    columns = [f"by_{name}" for name in by]
    frame = one.frame
    groups = frame.groupby(columns, dropna=False, sort=False, observed=True) if columns else [((), frame)]
    cells: dict[Key, Cell] = {}
    for key, rows in groups:
        cells[tuple(or_none(part) for part in key)] = _item_cell(one.metric, rows)
    return cells


def _item_cell(metric: Metric, rows: pd.DataFrame) -> Cell:
    if metric.item == "entry":
        return Cell(_median([int(value) for value in rows["numerator"]], metric.scale))
    if len(rows[f"{metric.item}_id"].unique()) != 1:
        return Cell(None)
    top, bottom = sum(map(int, rows["numerator"])), sum(map(int, rows["denominator"]))
    return Cell(Fraction(top), Fraction(bottom), is_ratio=True, is_item=True)


def _median(values: list[int], scale: int) -> Fraction | None:
    """The exact middle value, or the mean of the two in the middle."""
    if not values:
        return None
    values.sort()
    middle = len(values) // 2
    twice = 2 * values[middle] if len(values) % 2 else values[middle - 1] + values[middle]
    return Fraction(twice, 2 * scale)


def _groups(
    query: Query,
    metrics: tuple[Metric, ...],
    now: Mapping[str, Pieces],
    before: Mapping[str, Pieces],
    facts: Facts,
) -> tuple[Group, ...]:
    """One group per key that any metric has anything in, now or before; none without a breakdown."""
    if not query.by:
        return ()
    cells = {name: grouped(one, query.by) for name, one in now.items()}
    earlier = {name: _shared_out(grouped(one, query.by), one.metric, query) for name, one in before.items()}
    keys = _keys([*cells.values(), *earlier.values()]) | _empty_buckets(query, metrics, facts)
    for all_pieces, found in ((now, cells), (before, earlier)):
        for name, one in all_pieces.items():
            found[name] = {**_with_nothing(one, query.by, keys), **found[name]}
    return tuple(_group(key, metrics, cells, earlier) for key in sorted(keys, key=in_order))


def _with_nothing(one: Pieces, by: Sequence[str], keys: set[Key]) -> dict[Key, Cell]:
    """The cells of keys that have something elsewhere only: nobody's FTE is 0 of the period's, not 0 of nothing."""
    if one.metric.kind is Kind.PER_ITEM or not set(by) & set(one.metric.over_all):
        return {}
    below = _below(one, by)
    return {key: Cell(ZERO, below(key), is_ratio=True) for key in keys}


def in_order(key: Key) -> tuple[tuple[bool, str], ...]:
    """By its parts, none last."""
    return tuple((part is None, part or "") for part in key)


def _keys(cells: list[dict[Key, Cell]]) -> set[Key]:
    return {key for one in cells for key, cell in one.items() if not cell.is_empty or cell.value is not None}


def _empty_buckets(query: Query, metrics: tuple[Metric, ...], facts: Facts) -> set[Key]:
    """The weeks or months of the period in which nothing happened: a gap is a fact, not a missing row."""
    sums = all(metric.kind is Kind.SUM and metric.timing is Timing.FLOW for metric in metrics)
    start = query.period.start
    if query.against or not sums or len(query.by) != 1 or query.by[0] not in TIME or start is None:
        return set()
    forecast = any(metric.outlook is Outlook.FORECAST for metric in metrics)
    last = min(
        [
            query.period.end if forecast else min(query.period.end, facts.today),
            *(last_day(metric, facts.today) for metric in metrics),
        ]
    )
    return {(name,) for name in days.buckets(start, last, query.by[0], facts.authorised.view.calendar)}


def last_day(metric: Metric, today: date) -> date:
    """The last day that can count for a metric, asked on `today`."""
    return {
        Through.YESTERDAY: today - timedelta(days=1),
        Through.TODAY: today,
        Through.END: date.max,
    }[metric.through]


def _group(
    key: Key,
    metrics: tuple[Metric, ...],
    cells: Mapping[str, dict[Key, Cell]],
    earlier: Mapping[str, dict[Key, Cell]],
) -> Group:
    nothing = {metric.name: of_nothing(metric) for metric in metrics}
    return Group(
        key,
        tuple(cells[metric.name].get(key, nothing[metric.name]) for metric in metrics),
        tuple(earlier[metric.name].get(key, nothing[metric.name]) for metric in metrics) if earlier else (),
    )


def of_nothing(metric: Metric) -> Cell:
    """What a group has of a metric of which there is nothing in it."""
    if metric.kind is Kind.SUM:
        return Cell(ZERO)
    return Cell(None) if metric.kind is Kind.PER_ITEM else Cell(ZERO, ZERO, is_ratio=True)


def _shared_out(cells: dict[Key, Cell], metric: Metric, query: Query) -> dict[Key, Cell]:
    """The cells of the period compared with: of sums those of a mean stretch of it, where it is longer."""
    stretches = query.against.stretches if query.against else 1
    if stretches == 1 or metric.kind is not Kind.SUM:
        return cells
    return {key: replace(cell, numerator=(cell.numerator or ZERO) / stretches) for key, cell in cells.items()}


def _total(query: Query, metrics: tuple[Metric, ...], now: Mapping[str, Pieces], before: Mapping[str, Pieces]) -> Group:
    """The same calculation without a breakdown: a total is never made from the rows above it."""
    totals = {name: grouped(one, ()) for name, one in now.items()}
    earlier = {name: _shared_out(grouped(one, ()), one.metric, query) for name, one in before.items()}
    return _group((), metrics, totals, earlier)


def _left(all_pieces: list[Pieces]) -> Left:
    """What was left out or mixed, for the caveats."""
    currencies = {
        name
        for one in all_pieces
        if one.metric.is_money and "currency" in one.frame.columns
        for name in present(one.frame.loc[one.frame["numerator"] != 0, "currency"])
    }
    return Left(
        unknown_people={one.metric.name: one.unknown_people for one in all_pieces if one.unknown_people},
        unknown_titles={one.metric.name: one.unknown_titles for one in all_pieces if one.unknown_titles},
        unknown_seconds={one.metric.name: one.unknown for one in all_pieces if one.unknown},
        no_rate=tuple(sorted({name for one in all_pieces for name in one.no_rate})),
        items=max((one.items_left_out for one in all_pieces), default=0),
        currencies=tuple(sorted(currencies)),
    )
