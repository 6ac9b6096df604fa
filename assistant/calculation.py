"""From facts to a result: the same cutting, filtering, converting and grouping for every metric, in pandas.

A metric hands over slices, the smallest additive pieces. Here they are cut by day, joined to the dimensions asked
for, filtered, converted to the base currency at their day's rate and summed. `verification.py` does the same once
more in SQL and shares none of this.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency import calendar as days
from assistant.agency.periods import Period
from assistant.agency.units import RATE_SCALE
from assistant.facts import Facts, dimensions_used
from assistant.kept import Kept
from assistant.metrics.catalogue import shown_metrics
from assistant.metrics.definition import Kind, Metric, Outlook, Through, Timing
from assistant.metrics.dimensions import TIME
from assistant.metrics.lookup import NONE, newest, numbered, numbers
from assistant.metrics.slices import IDS
from assistant.permissions.authorise import AuthorisedQuery
from assistant.query import Filter, Query
from assistant.result import Cell, Group, Key, Left, Result

OPEN_STATUSES = ("planned", "active", "on_hold")
ZERO = Fraction(0)


def calculate(authorised: AuthorisedQuery, facts: Facts) -> Result:
    """Every group of the query and the total over them, exact."""
    query = authorised.query
    metrics = shown_metrics(authorised.metrics)
    now = {metric.name: pieces(metric, query, query.period, facts) for metric in metrics}
    before = {}
    if query.against is not None:
        before = {metric.name: pieces(metric, query, query.against.period, facts) for metric in metrics}
    return Result(
        query=query,
        metrics=metrics,
        groups=_groups(query, metrics, now, before, facts),
        total=_total(metrics, now, before),
        left=_left([*now.values(), *before.values()]),
        slices={name: one.frame for name, one in now.items()},
        slices_before={name: one.frame for name, one in before.items()},
    )


@dataclass(frozen=True)
class Pieces:
    """The slices of one metric that belong to a question, with a column `by_<dimension>` for each one used.

    The column `rate` is the exact conversion in units of 1e-12 (1e12 where nothing is converted).
    """

    metric: Metric
    frame: pd.DataFrame
    no_rate: tuple[str, ...]
    items_left_out: int
    unknown: int = 0
    unknown_people: tuple[str, ...] = ()


def pieces(metric: Metric, query: Query, period: Period, facts: Facts) -> Pieces:
    """Cut, join, filter and convert the slices of one metric."""
    frame = slices_of(metric, facts, period)
    frame = frame[within(frame["day"], metric, period)]
    frame = with_dimensions(frame, facts)
    frame = keep(frame, metric, query.where)
    frame, left_out = open_items(frame, metric, query, period, facts)
    unknown = int(frame["unknown"].sum()) if "unknown" in frame.columns else 0
    people = frame.loc[frame["unknown"] > 0, "person_id"].dropna().unique() if unknown else ()
    if metric.kind is Kind.SUM and unknown:
        # Hours without a price or a cost are unknown and not 0: a group of nothing else has no value.
        frame = frame[(frame["unknown"] == 0) | (frame["numerator"] != 0)]
    frame, no_rate = with_rates(frame, metric, period, facts)
    return Pieces(metric, frame, no_rate, left_out, unknown, tuple(map(str, people)))


MOST_SLICES = 4_000_000
"""How many slices are kept for the next question, of all metrics together: some 300 MB."""

A_FRAME = 1_000
"""What a frame weighs besides its rows, in rows."""

_SLICES: Kept[pd.DataFrame] = Kept(MOST_SLICES, lambda frame: len(frame) + A_FRAME)


def slices_of(metric: Metric, facts: Facts, period: Period) -> pd.DataFrame:
    """The slices of a metric, worked out once for the same data, eyes and question; never to be changed."""
    rows = facts.of(metric, period)
    return _SLICES.get((*rows.key, metric.compute), lambda: _compact(metric.compute(rows)))


def _compact(frame: pd.DataFrame) -> pd.DataFrame:
    """The slices with their ids as categoricals: a few bytes each, and quick to group by.

    What each entry is called is left away: nothing is broken down by it.
    """
    frame = frame.drop(columns="entry_id", errors="ignore")
    texts = [name for name in frame.columns if name in (*IDS, "currency", "component")]
    return frame.assign(**{name: _numbered(frame[name]) for name in texts}).reset_index(drop=True)


def _numbered(column: "pd.Series[str]", to: Mapping[str, str | None] | None = None) -> "pd.Series[str]":
    """A column of ids as a categorical; with `to`, of what each id stands for there."""
    codes, distinct = numbered(column)
    values = distinct if to is None else [_or_none(to.get(one)) for one in distinct]
    names = sorted({one for one in values if one is not None})
    places = {name: place for place, name in enumerate(names)}
    table = np.array([NONE if one is None else places[one] for one in values] + [NONE])
    return _categorical(table[codes], names, column.index)


def _categorical(codes: "np.ndarray[Any, Any]", names: Sequence[str], index: pd.Index) -> "pd.Series[str]":
    return pd.Series(pd.Categorical.from_codes(codes.astype(np.int64), pd.Index(list(names), dtype="str")), index=index)


def within(day: "pd.Series[date]", metric: Metric, period: Period) -> "pd.Series[bool]":
    """Which slices lie in the period (flow) or have come about by its end (state)."""
    until = day <= pd.Timestamp(period.end)
    if metric.timing is Timing.STATE or period.start is None:
        return until
    return until & (day >= pd.Timestamp(period.start))


def with_dimensions(frame: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """Add a column `by_<dimension>` of ids for every dimension the query uses."""
    frame = frame.copy()
    for dimension in dimensions_used(facts.authorised):
        frame[f"by_{dimension.name}"] = ids_of(dimension.name, frame, facts)
    return frame


# Dimensions that are a column of another table: the id they start from, the table, its key.
LOOKED_UP = {
    "employment": ("person", "people", "person_id", "employment"),
    "project_manager": ("project", "projects", "project_id", "project_manager"),
    "account_manager": ("client", "clients", "client_id", "account_manager"),
    "status": ("project", "projects", "project_id", "status"),
    "kind": ("project", "projects", "project_id", "kind"),
    "budget_type": ("budget", "budgets", "budget_id", "type"),
    "category": ("absence", "absences", "absence_id", "category"),
    "stage": ("deal", "deals", "deal_id", "stage"),
    "owner": ("deal", "deals", "deal_id", "owner"),
    # The number is the invoice: it stands on several rows where one is split over budgets.
    "invoice": ("invoice_row", "invoices", "invoice_id", "number"),
}
COLUMN_OF = {"invoice_row": "invoice_id", "ageing": "ageing"}
# Dimensions that a slice may name itself, before the table they are looked up in.
NAMED = ("category", "job_title")


def ids_of(dimension: str, frame: pd.DataFrame, facts: Facts) -> "pd.Series[str]":
    """The id of the dimension each slice belongs to; missing where it belongs to none."""
    if dimension in NAMED and dimension in frame.columns:
        return _first_of(_column(frame, dimension), ids_of(dimension, frame.drop(columns=dimension), facts))
    if dimension in LOOKED_UP:
        start, table, key, column = LOOKED_UP[dimension]
        return _look_up(ids_of(start, frame, facts), table, key, column, facts)
    if dimension in TIME:
        return _bucket_of(frame["day"], dimension, facts)
    if dimension in ("team", "job_title"):
        return _assigned(dimension, frame, facts)
    if dimension == "client":
        return _client_of(frame, facts)
    return (
        _project_of(frame, facts)
        if dimension == "project"
        else _column(frame, COLUMN_OF.get(dimension, f"{dimension}_id"))
    )


def _column(frame: pd.DataFrame, name: str) -> "pd.Series[str]":
    if name in frame.columns:
        return _numbered(frame[name])
    return _categorical(np.full(len(frame), NONE), [], frame.index)


def _look_up(ids: "pd.Series[str]", table: str, key: str, column: str, facts: Facts) -> "pd.Series[str]":
    rows = facts.dimensions.frame(table)
    return _numbered(ids, dict(zip(rows[key].astype("object"), rows[column].astype("object"), strict=True)))


def _or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _first_of(named: "pd.Series[str]", else_: "pd.Series[str]") -> "pd.Series[str]":
    """The first where there is one, else the second."""
    mine, names = numbered(named)
    theirs, others = numbered(else_)
    places = {name: place for place, name in enumerate(dict.fromkeys([*names, *others]))}
    table = np.array([places[name] for name in others] + [NONE])
    codes = np.where(mine != NONE, mine, table[theirs])
    return _categorical(codes, list(places), named.index)


def _project_of(frame: pd.DataFrame, facts: Facts) -> "pd.Series[str]":
    by_budget = _look_up(_column(frame, "budget_id"), "budgets", "budget_id", "project_id", facts)
    return _first_of(_column(frame, "project_id"), by_budget)


def _client_of(frame: pd.DataFrame, facts: Facts) -> "pd.Series[str]":
    by_project = _look_up(_project_of(frame, facts), "projects", "project_id", "client_id", facts)
    return _first_of(_column(frame, "client_id"), by_project)


def _bucket_of(day: "pd.Series[date]", dimension: str, facts: Facts) -> "pd.Series[str]":
    counted_by = facts.authorised.view.calendar
    codes, distinct = pd.factorize(day)
    names = [days.bucket(one.date(), dimension, counted_by) for one in distinct]
    made = _categorical(codes, [str(one) for one in distinct], day.index)
    return _numbered(made, dict(zip((str(one) for one in distinct), names, strict=True)))


def _assigned(dimension: str, frame: pd.DataFrame, facts: Facts) -> "pd.Series[str]":
    """The team or job title on the slice's day: the latest assignment that says so, else what people.csv holds."""
    person = _column(frame, "person_id")
    always = _look_up(person, "people", "person_id", dimension, facts)
    moves = facts.dimensions.frame("assignments")
    moves = moves[moves[dimension].notna()]
    if moves.empty:
        return always
    moved = {name: place for place, name in enumerate(moves["person_id"].unique())}
    place = newest(
        numbers(person, moved),
        frame["day"].to_numpy(),
        numbers(moves["person_id"], moved),
        moves["valid_from"].to_numpy(),
    )
    codes, names = numbered(moves[dimension])
    then = _categorical(np.append(codes, NONE)[place], names, frame.index)
    return _first_of(then, always)


def keep(frame: pd.DataFrame, metric: Metric, where: Sequence[Filter]) -> pd.DataFrame:
    """Only the slices every filter lets through; a slice without the dimension passes only a negated filter.

    A denominator that a dimension does not split (`over_all`) is not filtered by it either.
    """
    for one in where:
        inside = frame[f"by_{one.field}"].isin(one.ids)
        passes = ~inside if one.negated else inside
        if one.field in metric.over_all:
            passes |= frame["numerator"] == 0
        if one.field in metric.always_counts:
            passes |= frame[f"by_{one.field}"].isna()
        frame = frame[passes]
    return frame


def names_an_item(query: Query) -> bool:
    """Whether the question names a budget or project, or asks for all: then finished ones count too."""
    return query.every_item or any(one.field in ("budget", "project") and not one.negated for one in query.where)


def open_items(
    frame: pd.DataFrame, metric: Metric, query: Query, period: Period, facts: Facts
) -> tuple[pd.DataFrame, int]:
    """Leave out the budgets that a wide question does not add up, and count them."""
    if not metric.open_items or names_an_item(query):
        return frame, 0
    is_open = frame["budget_id"].astype("object").isin(_open_budgets(period.end, facts))
    return frame[is_open], int(frame.loc[~is_open, "budget_id"].nunique())


def _open_budgets(on: date, facts: Facts) -> "set[str]":
    """Started by then, not delivered, not ended, of a project that is planned, active or on hold."""
    budgets, projects = facts.dimensions.frame("budgets"), facts.dimensions.frame("projects")
    running = projects[projects["status"].isin(OPEN_STATUSES)].rename(columns={"start_date": "project_start"})
    both = budgets.assign(project_id=budgets["project_id"].astype("object")).merge(
        running.assign(project_id=running["project_id"].astype("object"))[["project_id", "project_start"]],
        on="project_id",
    )
    starts = both["start_date"].where(both["start_date"].notna(), both["project_start"])
    day = pd.Timestamp(on)
    is_open = (
        (starts.isna() | (starts <= day))
        & (both["delivered_on"].isna() | (both["delivered_on"] > day))
        & (both["end_date"].isna() | (both["end_date"] >= day))
    )
    return set(both.loc[is_open, "budget_id"].astype("object"))


def with_rates(
    frame: pd.DataFrame, metric: Metric, period: Period, facts: Facts
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Add the exact rate to the base currency, at the slice's own day (for a state, at its date).

    Money in a currency before its first exchange rate is unknown: left out, and the currency named.
    """
    frame = frame.copy()
    if not metric.is_money or "currency" not in frame.columns:
        frame["rate"] = RATE_SCALE
        return frame, ()
    base = facts.asked(period).base_currency
    currency = frame["currency"].astype("object")
    at_end = pd.Series(pd.Timestamp(period.end), index=frame.index)
    on = at_end if metric.converts_at_the_end else frame["day"]
    rate = pd.Series(np.where((currency == base) | currency.isna(), RATE_SCALE, 0), index=frame.index, dtype="int64")
    table = facts.dimensions.frame("exchange_rates").sort_values("date", kind="stable")
    for foreign in sorted(set(currency.dropna()) - {base}):
        known = table[table["currency"] == foreign]
        here = currency == foreign
        place = np.searchsorted(known["date"].to_numpy(), on[here].to_numpy().astype(known["date"].dtype), side="right")
        rates = np.concatenate([[0], known["rate"].to_numpy(dtype="int64")])
        rate[here] = rates[place]
    frame["rate"] = rate
    lost = (rate == 0) & ((frame["numerator"] != 0) | (frame["denominator"] != 0))
    return frame[rate != 0], tuple(sorted(set(currency[lost])))


def grouped(one: Pieces, by: Sequence[str]) -> dict[Key, Cell]:
    """One exact cell per key; the empty breakdown has the one key ()."""
    if one.metric.kind is Kind.PER_ITEM:
        return _per_item(one, by)
    if set(by) & set(one.metric.over_all):
        return _over_all(one, by)
    tops, bottoms = _summed(one, "numerator", by), _summed(one, "denominator", by)
    return {key: _cell(one.metric, tops[key], bottoms[key]) for key in tops}


def _cell(metric: Metric, top: Fraction, bottom: Fraction) -> Cell:
    return Cell(top) if metric.kind is Kind.SUM else Cell(top, bottom, is_ratio=True)


def _summed(one: Pieces, side: str, by: Sequence[str]) -> dict[Key, Fraction]:
    """Exact sums per key: integers summed per rate, times the rate, over the units of a slice."""
    scale = one.metric.scales[side == "denominator"] * RATE_SCALE
    sums: dict[Key, Fraction] = {} if by else {(): ZERO}
    if one.frame.empty:
        return sums
    rates, distinct = pd.factorize(one.frame["rate"])
    place, names = rates.astype("int64"), []
    for name in by:
        codes, values = numbered(one.frame[f"by_{name}"])
        names.append([*values, None])
        place = place * (len(values) + 1) + np.where(codes == NONE, len(values), codes)
    for where, total in one.frame[side].groupby(place, sort=False).sum().items():
        rest, key = int(where), []  # type: ignore[call-overload]
        for values in reversed(names):
            rest, code = divmod(rest, len(values))
            key.append(values[code])
        known = tuple(reversed(key))
        sums[known] = sums.get(known, ZERO) + Fraction(int(total) * int(distinct[rest]), scale)
    return sums


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
        cells[tuple(_or_none(part) for part in key)] = _item_cell(one.metric, rows)
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
    earlier = {name: grouped(one, query.by) for name, one in before.items()}
    keys = _keys([*cells.values(), *earlier.values()]) | _empty_buckets(query, metrics, facts)
    for all_pieces, found in ((now, cells), (before, earlier)):
        for name, one in all_pieces.items():
            found[name] = {**_with_nothing(one, query.by, keys), **found[name]}
    return tuple(_group(key, metrics, cells, earlier) for key in sorted(keys, key=_in_order))


def _with_nothing(one: Pieces, by: Sequence[str], keys: set[Key]) -> dict[Key, Cell]:
    """The cells of keys that have something elsewhere only: nobody's FTE is 0 of the period's, not 0 of nothing."""
    if one.metric.kind is Kind.PER_ITEM or not set(by) & set(one.metric.over_all):
        return {}
    below = _below(one, by)
    return {key: Cell(ZERO, below(key), is_ratio=True) for key in keys}


def _in_order(key: Key) -> tuple[tuple[bool, str], ...]:
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
    nothing = {metric.name: _nothing(metric) for metric in metrics}
    return Group(
        key,
        tuple(cells[metric.name].get(key, nothing[metric.name]) for metric in metrics),
        tuple(earlier[metric.name].get(key, nothing[metric.name]) for metric in metrics) if earlier else (),
    )


def _nothing(metric: Metric) -> Cell:
    if metric.kind is Kind.SUM:
        return Cell(ZERO)
    return Cell(None) if metric.kind is Kind.PER_ITEM else Cell(ZERO, ZERO, is_ratio=True)


def _total(metrics: tuple[Metric, ...], now: Mapping[str, Pieces], before: Mapping[str, Pieces]) -> Group:
    """The same calculation without a breakdown: a total is never made from the rows above it."""
    totals = {name: grouped(one, ()) for name, one in now.items()}
    earlier = {name: grouped(one, ()) for name, one in before.items()}
    return _group((), metrics, totals, earlier)


def _left(all_pieces: list[Pieces]) -> Left:
    """What was left out or mixed, for the caveats."""
    currencies = {
        name
        for one in all_pieces
        if one.metric.is_money and "currency" in one.frame.columns
        for name in one.frame.loc[one.frame["numerator"] != 0, "currency"].dropna().unique()
    }
    return Left(
        unknown_people={one.metric.name: one.unknown_people for one in all_pieces if one.unknown_people},
        unknown_seconds={one.metric.name: one.unknown for one in all_pieces if one.unknown},
        no_rate=tuple(sorted({name for one in all_pieces for name in one.no_rate})),
        items=max((one.items_left_out for one in all_pieces), default=0),
        currencies=tuple(sorted(currencies)),
    )
