"""The slices of one metric that belong to a question: cut by day, joined to dimensions, filtered and converted.

What is worked out of a metric's rows is kept in memory for the next question, for the same data, eyes, day and
settings: its slices in the order of their days, and for each of them the value of a dimension that was asked for.
Cutting, filtering, converting and summing are done anew for every question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency import calendar as days
from assistant.agency.periods import Period
from assistant.agency.units import RATE_SCALE
from assistant.facts import Facts, dimensions_used
from assistant.kept import Kept
from assistant.metrics.definition import Kind, Metric, Timing
from assistant.metrics.dimensions import OF_A_DAY
from assistant.metrics.lookup import NONE, Ints, newest, numbered, numbers
from assistant.metrics.slices import IDS
from assistant.query import Filter, Query

OPEN_STATUSES = ("planned", "active", "on_hold")


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
    unknown_titles: tuple[str, ...] = ()

    @cached_property
    def rates(self) -> tuple[Ints, Sequence[int]]:
        """Each slice's place among the distinct rates, and these."""
        codes, distinct = pd.factorize(self.frame["rate"])
        return codes.astype(np.int64), distinct.tolist()


def pieces(metric: Metric, query: Query, period: Period, facts: Facts) -> Pieces:
    """Cut, join, filter and convert the slices of one metric."""
    whole = slices_of(metric, facts, period)
    inside = within(whole["day"], metric, period)
    of = {f"by_{one}": column.iloc[inside] for one, column in dimensions_of(metric, whole, facts, period).items()}
    frame = whole.iloc[inside].assign(**of)
    frame = keep(frame, metric, query.where)
    frame, left_out = open_items(frame, metric, query, period, facts)
    unknown = int(frame["unknown"].sum()) if "unknown" in frame.columns else 0
    people, titles = (_of_unknown(frame, one) if unknown else () for one in ("person_id", "job_title"))
    if metric.kind is Kind.SUM and unknown:
        # Hours without a price or a cost are unknown and not 0: a group of nothing else has no value.
        frame = frame[(frame["unknown"] == 0) | (frame["numerator"] != 0)]
    frame, no_rate = with_rates(frame, metric, period, facts)
    return Pieces(metric, frame, no_rate, left_out, unknown, people, titles)


def _of_unknown(frame: pd.DataFrame, column: str) -> tuple[str, ...]:
    """Whose hours are unknown, or which job titles'."""
    if column not in frame.columns:
        return ()
    return tuple(map(str, frame.loc[frame["unknown"] > 0, column].dropna().unique()))


MOST_SLICES = 4_000_000
"""How many slices are kept for the next question, of all metrics together: some 300 MB."""

MOST_VALUES = 40_000_000
"""How many values of dimensions are kept beside them, at one to four bytes each."""

A_FRAME = 1_000
"""What a frame or a column weighs besides its rows, in rows."""

_SLICES: Kept[pd.DataFrame] = Kept(MOST_SLICES, lambda frame: len(frame) + A_FRAME)
_DIMENSIONS: "Kept[pd.Series[str]]" = Kept(MOST_VALUES, lambda column: len(column) + A_FRAME)


def slices_of(metric: Metric, facts: Facts, period: Period) -> pd.DataFrame:
    """The slices of a metric by day, worked out once for the same data, eyes and question; never to be changed."""
    rows = facts.of(metric, period)
    return _SLICES.get((*rows.key, metric.compute), lambda: _compact(metric.compute(rows)))


def dimensions_of(metric: Metric, whole: pd.DataFrame, facts: Facts, period: Period) -> "dict[str, pd.Series[str]]":
    """For every dimension the query uses the id each of the metric's slices belongs to, worked out once.

    It hangs on what the slices hang on, and on the rows it is looked up in: those in which all columns that the
    query's dimensions read are visible.
    """
    looked_up = tuple(sorted(facts.dimensions.reads.items()))
    key = (*facts.of(metric, period).key, metric.compute, looked_up)
    return {
        one.name: _DIMENSIONS.get((*key, one.name), partial(ids_of, one.name, whole, facts))
        for one in dimensions_used(facts.authorised)
    }


def _compact(frame: pd.DataFrame) -> pd.DataFrame:
    """The slices in order of their days, their ids as categoricals: a few bytes each, and quick to group by.

    What each entry is called is left away: nothing is broken down by it.
    """
    frame = frame.drop(columns="entry_id", errors="ignore")
    texts = [name for name in frame.columns if name in (*IDS, "currency", "component")]
    frame = frame.assign(**{name: _numbered(frame[name]) for name in texts})
    if not frame["day"].is_monotonic_increasing:
        frame = frame.iloc[np.argsort(frame["day"].to_numpy(), kind="stable")]
    return frame.reset_index(drop=True)


def _numbered(column: "pd.Series[str]", to: Mapping[str, str | None] | None = None) -> "pd.Series[str]":
    """A column of ids as a categorical; with `to`, of what each id stands for there."""
    codes, distinct = numbered(column)
    values = distinct if to is None else [or_none(to.get(one)) for one in distinct]
    names = sorted({one for one in values if one is not None})
    places = {name: place for place, name in enumerate(names)}
    table = np.array([NONE if one is None else places[one] for one in values] + [NONE])
    return _categorical(table[codes], names, column.index)


def _categorical(codes: "np.ndarray[Any, Any]", names: Sequence[str], index: pd.Index) -> "pd.Series[str]":
    return pd.Series(pd.Categorical.from_codes(codes.astype(np.int64), pd.Index(list(names), dtype="str")), index=index)


def within(day: "pd.Series[date]", metric: Metric, period: Period) -> slice:
    """Which slices lie in the period (flow) or have come about by its end (state), of slices by day."""
    days_in_order = day.to_numpy()
    until = int(np.searchsorted(days_in_order, np.datetime64(period.end, "s"), side="right"))
    if metric.timing is Timing.STATE or period.start is None:
        return slice(0, until)
    return slice(min(until, int(np.searchsorted(days_in_order, np.datetime64(period.start, "s")))), until)


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
COLUMN_OF = {"invoice_row": "invoice_id", "ageing": "ageing", "vendor": "vendor"}
# Dimensions that a slice may name itself, before the table they are looked up in.
NAMED = ("category", "job_title")


def ids_of(dimension: str, frame: pd.DataFrame, facts: Facts) -> "pd.Series[str]":
    """The id of the dimension each slice belongs to; missing where it belongs to none."""
    if dimension in NAMED and dimension in frame.columns:
        return _first_of(_column(frame, dimension), ids_of(dimension, frame.drop(columns=dimension), facts))
    if dimension in LOOKED_UP:
        start, table, key, column = LOOKED_UP[dimension]
        return _look_up(ids_of(start, frame, facts), table, key, column, facts)
    if dimension in OF_A_DAY:
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


def or_none(value: object) -> str | None:
    """A value of a dimension as text; None where there is none."""
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
    """Whether the question names a budget or project, or asks for all: then finished ones count too.

    Those that are found by something else have no names.
    """
    named = (one for one in query.where if one.names and not one.negated)
    return query.every_item or any(one.field in ("budget", "project") for one in named)


def open_items(
    frame: pd.DataFrame, metric: Metric, query: Query, period: Period, facts: Facts
) -> tuple[pd.DataFrame, int]:
    """Leave out the budgets that a wide question does not add up, and count them.

    What is added in a period that is not over is that of the budgets which are open today.
    """
    if not metric.open_items or names_an_item(query):
        return frame, 0
    runs = metric.timing is Timing.FLOW and period.start is not None
    is_open = (
        frame["budget_id"]
        .astype("object")
        .isin(_open_budgets(min(period.end, facts.today) if runs else period.end, facts))
    )
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
    if not metric.is_money or "currency" not in frame.columns:
        return frame.assign(rate=RATE_SCALE), ()
    base = facts.asked(period).base_currency
    codes, currencies = numbered(frame["currency"])
    at_the_end = metric.converts_at_the_end(to_date=period.start is None)
    on = np.full(len(frame), period.end, "datetime64[s]") if at_the_end else frame["day"].to_numpy()
    is_base = np.array([*(one == base for one in currencies), True])
    rate = np.where(is_base[codes], RATE_SCALE, 0)
    table = facts.dimensions.frame("exchange_rates").sort_values("date", kind="stable")
    for code, foreign in enumerate(currencies):
        known = table[table["currency"] == foreign]
        if foreign != base and len(known):
            here = np.flatnonzero(codes == code)
            place = np.searchsorted(known["date"].to_numpy(), on[here].astype(known["date"].dtype), side="right")
            rate[here] = np.concatenate([[0], known["rate"].to_numpy(dtype="int64")])[place]
    frame = frame.assign(rate=rate)
    if rate.all():
        return frame, ()
    lost = (rate == 0) & ((frame["numerator"] != 0) | (frame["denominator"] != 0)).to_numpy()
    return frame[rate != 0], tuple(sorted({currencies[code] for code in np.unique(codes[lost])}))
