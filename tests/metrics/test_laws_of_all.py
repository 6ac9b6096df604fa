"""Laws every metric of the registry is held to, by every dimension it has: a new one is held to them by itself.

Which agency a metric is counted over goes by its place in the registry, so that all of them take their turn.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from functools import cache

import pytest

from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric, Timing
from assistant.metrics.dimensions import TIME
from assistant.query import Filter, Query
from assistant.result import Cell, Key, Result
from tests.fakes import KeepingView, authorised_by
from tests.metrics.each import each
from tests.random_agency import TODAY
from tests.random_agency_kept import kept_agency as agency
from tests.random_queries import PERIODS

SEEDS = tuple(range(12))
AT_FIRST = 3
"""How many of them are enough, but for what is rare."""

FLOW, STATE = Period(TODAY - timedelta(days=45), TODAY + timedelta(days=80), "around today"), PERIODS[4]
ZERO = Fraction(0)

ROLLED_UP = ("week", "quarter", "year")
"""Times that are made of days as months are."""

ADDED_UP = [name for name, one in METRICS.items() if one.kind is not Kind.PER_ITEM]


@cache
def of(metric: str) -> KeepingView:
    """The agency a metric is counted over: from its turn on the first in which there is anything of it."""
    turn = sorted(METRICS).index(metric) % AT_FIRST
    for seed in SEEDS[turn:]:
        if groups(metric, ask_of(agency(seed), metric, METRICS[metric].by[:1])):
            return agency(seed)
    raise AssertionError(f"There is nothing of {metric} to hold a law on.")


def period(metric: Metric) -> Period:
    """Some weeks before and after today; of a state, a day not long past."""
    return FLOW if metric.timing is Timing.FLOW else STATE


def asked(metric: str, by: tuple[str, ...] = (), *where: Filter) -> Result:
    """A metric by something, of every item whether it is open or not."""
    return ask_of(of(metric), metric, by, *where)


def ask_of(view: KeepingView, metric: str, by: tuple[str, ...], *where: Filter) -> Result:
    """The same of one agency."""
    query = Query((metric,), period(METRICS[metric]), by=by, where=where, every_item=True)
    given = Facts(authorised_by(view, query), TODAY)
    return calculate(given.authorised, given)


def place(metric: str, found: Result) -> int:
    """Where a metric stands among those it is shown with."""
    return [one.name for one in found.metrics].index(metric)


def groups(metric: str, found: Result) -> Mapping[Key, Cell]:
    """The cell of each group that has anything."""
    at = place(metric, found)
    return {one.key: one.cells[at] for one in found.groups if one.cells[at].numerator or one.cells[at].denominator}


@cache
def split(metric: str, dimension: str) -> Mapping[Key, Cell]:
    """The groups of a metric by one dimension, counted once for every law."""
    return groups(metric, asked(metric, (dimension,)))


def sides(cells: list[Cell]) -> tuple[Fraction, Fraction]:
    """Both sides added up."""
    tops, bottoms = (sum((getattr(one, side) or ZERO for one in cells), ZERO) for side in ("numerator", "denominator"))
    return tops, bottoms


@pytest.mark.parametrize("metric", each(ADDED_UP))
def test_the_parts_of_every_breakdown_make_the_whole_and_a_ratio_is_that_of_the_sums(metric: str) -> None:
    """What belongs to none of a dimension is a part, too. A denominator that is not split is that of the whole."""
    definition = METRICS[metric]
    whole = asked(metric)
    total = whole.total.cells[place(metric, whole)]
    if definition.kind is not Kind.SUM:
        assert total.value == (Fraction(total.numerator or 0) / total.denominator if total.denominator else None)
    for dimension in (one for one in definition.by if one not in ROLLED_UP):
        parts = list(split(metric, dimension).values())
        top, bottom = sides(parts)
        assert top == (total.numerator or ZERO), dimension
        if dimension in definition.over_all:
            assert {one.denominator for one in parts} <= {total.denominator}, dimension
        elif definition.kind is not Kind.SUM:
            assert bottom == (total.denominator or ZERO), dimension


@pytest.mark.parametrize("metric", each(METRICS))
def test_a_filter_keeps_whole_groups_and_adds_none(metric: str) -> None:
    """By every dimension that is no time but the month. What always counts has a group of its own, and keeps it."""
    definition = METRICS[metric]
    for dimension in definition.by:
        if dimension not in TIME or dimension == "month":
            whole, only = split(metric, dimension), some_of(metric, dimension)
            kept = groups(metric, asked(metric, (dimension,), only))
            always = {None} if dimension in definition.always_counts else set()
            assert kept == {key: cell for key, cell in whole.items() if key[0] in {*only.ids, *always}}, dimension


@pytest.mark.parametrize("metric", each(METRICS))
def test_what_a_filter_drops_is_the_rest(metric: str) -> None:
    """By the dimension whose turn it is."""
    dimension = METRICS[metric].by[sum(map(ord, metric)) % len(METRICS[metric].by)]
    whole, only = split(metric, dimension), some_of(metric, dimension)
    dropped = groups(metric, asked(metric, (dimension,), replace(only, negated=True)))
    assert dropped == {key: cell for key, cell in whole.items() if key[0] not in only.ids}


def some_of(metric: str, dimension: str) -> Filter:
    """Every other of the things there are."""
    ids = tuple(sorted(key[0] for key in split(metric, dimension) if key[0] is not None)[::2])
    return Filter(dimension, ids, ids)


# What one metric is of others.


def in_all_and_by(metric: str, dimension: str | None, period: Period) -> Mapping[Key, Cell]:
    """The cells of a metric in all or by something, in the agency where nothing waits for approval."""
    query = Query((metric,), period, by=(dimension,) if dimension else (), every_item=True)
    given = Facts(authorised_by(agency(PLAIN), query), TODAY)
    found = calculate(given.authorised, given)
    if dimension is None:
        return {(): found.total.cells[place(metric, found)]}
    return groups(metric, found)


PLAIN = 2
PAST, AHEAD = PERIODS[0], PERIODS[3]

MADE_OF: Mapping[str, Mapping[str, int]] = {
    "cost": {"labor_cost": 1, "expense_cost": 1},
    "profit": {"revenue": 1, "cost": -1},
    "invoiced_profit": {"invoiced": 1, "cost": -1},
    "unbilled": {"revenue": 1, "invoiced": -1},
    "free_hours": {"available_hours": 1, "scheduled_hours": -1},
    "plan_variance_hours": {"tracked_hours": 1, "scheduled_hours": -1},
    **{
        f"{name}{basis}": {f"{one}{basis}": sign for one, sign in parts.items()}
        for basis in ("", "_at_cost")
        for name, parts in {
            "cost_variance": {"earned_value": 1, "actual_cost": -1},
            "schedule_variance": {"earned_value": 1, "planned_value": -1},
        }.items()
    },
    **{
        name: dict.fromkeys(one.shown_with, 1)
        for name, one in METRICS.items()
        if one.shown_with and one.is_sum_of_shown
    },
}
"""What is a sum by its definition; of those that are always shown as one, the registry tells."""


@pytest.mark.parametrize("metric", each(MADE_OF))
def test_what_is_made_of_others_is_their_sum_in_all_and_by_every_dimension_they_share(metric: str) -> None:
    parts = MADE_OF[metric]
    shared = [one for one in METRICS[metric].by if all(one in METRICS[part].by for part in parts)]
    state = METRICS[metric].timing is Timing.STATE
    days = AHEAD if metric == "free_hours" else STATE if state else PAST
    for dimension in (None, *shared):
        whole = {key: one.numerator or ZERO for key, one in in_all_and_by(metric, dimension, days).items()}
        added: dict[Key, Fraction] = {}
        for part, sign in parts.items():
            for key, cell in in_all_and_by(part, dimension, days).items():
                added[key] = added.get(key, ZERO) + sign * (cell.numerator or ZERO)
        assert whole or dimension
        assert {k: v for k, v in added.items() if v} == {k: v for k, v in whole.items() if v}, dimension


OVER_EACH_OTHER = [
    name
    for name, one in METRICS.items()
    if one.parts and all(part in METRICS and METRICS[part].timing is one.timing for part in one.parts)
]


@pytest.mark.parametrize("metric", each(OVER_EACH_OTHER))
def test_a_ratio_that_names_two_metrics_is_the_one_over_the_other(metric: str) -> None:
    top, bottom = METRICS[metric].parts or ("", "")
    days = STATE if METRICS[metric].timing is Timing.STATE else AHEAD if metric == "scheduled_utilization" else PAST
    (ratio,) = in_all_and_by(metric, None, days).values()
    (above,) = in_all_and_by(top, None, days).values()
    (below,) = in_all_and_by(bottom, None, days).values()
    assert ratio.numerator == above.numerator
    assert ratio.denominator == below.numerator
    assert ratio.denominator
