"""Which rows are kept: held against what each limit means, and found the same way by the SQL that shares nothing."""

from collections.abc import Sequence
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.metrics.catalogue import METRICS
from assistant.picking import cumulated, kept, mean_of_rows
from assistant.query import (
    Against,
    ByChange,
    Comparison,
    Derived,
    Filter,
    Form,
    InEach,
    InSoMany,
    Query,
    Threshold,
    ToMean,
)
from assistant.result import Cell, Group, Key, Left, Result
from assistant.verification_cells import Recount, picked_differently
from assistant.verification_picks import Recounted, kept_again, picks
from tests.random_queries import EARLIER, PERIODS

NOW = PERIODS[0]
OPS = tuple(Comparison)
SIDES = (None, Comparison.MORE, Comparison.LESS, Comparison.AT_MOST, Comparison.AT_LEAST)
REST = st.sampled_from(["Ana", "Ben", "Cid", "Dora", None])
PLACE = st.sampled_from(["A", "B", "C"])
VALUE = st.one_of(st.integers(-4, 20), st.fractions(0, 9, max_denominator=7)).map(Fraction)
CELLS = st.dictionaries(st.tuples(REST, PLACE), st.tuples(VALUE, VALUE), max_size=9)
LIMIT = st.builds(Threshold, st.sampled_from(OPS), st.sampled_from([Fraction(one, 20) for one in (0, 1, 5, 10, 20)]))
BOTH = Filter("project", ("A", "B"), ("A", "B"))

QUERIES = st.one_of(
    st.builds(lambda one: {"having": one}, LIMIT),
    st.builds(
        lambda side, limit, relative: {"by_change": ByChange(side, limit, relative), "against": Against(EARLIER)},
        st.sampled_from(SIDES),
        LIMIT,
        st.booleans(),
    ),
    st.builds(lambda one: {"derived": Derived(Form.SHARE, limit=one)}, LIMIT),
    st.builds(
        lambda one: {"derived": Derived(Form.CUMULATED_SHARE, reach=one)},
        st.fractions(Fraction(1, 20), 1, max_denominator=20),
    ),
    st.just({"in_each": InEach(BOTH)}),
    st.builds(
        lambda op, count: {"in_so_many": InSoMany("project", Threshold(op, Fraction(count)))},
        st.sampled_from(OPS),
        st.integers(0, 4),
    ),
    st.builds(
        lambda op, times: {"to_mean": ToMean(Threshold(op, times))},
        st.sampled_from(OPS),
        st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(2), Fraction(6, 5)]),
    ),
    st.just({"to_mean": ToMean(only=Filter("person", ("Ana", "Ben"), ("Ana", "Ben")))}),
    st.just({"in_each": InEach(Filter("project", ("A",), ("A",)), Filter("project", ("B", "C"), ("B", "C")))}),
)


def result_of(query: Query, cells: dict[Key, tuple[Fraction, Fraction]]) -> Result:
    """A result with these values now and before."""
    metric = METRICS[query.metrics[0]]
    groups = tuple(
        Group(key, (Cell(now),), (Cell(before),) if query.against else ()) for key, (now, before) in cells.items()
    )
    sums = [sum((one[place] for one in cells.values()), Fraction(0)) for place in (0, 1)]
    total = Group((), (Cell(sums[0]),), (Cell(sums[1]),) if query.against else ())
    return Result(query, (metric,), groups, total, Left())


def recounted_of(result: Result) -> Recounted:
    """The same numbers as the reference would hand them over."""
    values = {one.key: (one.cells[0].value, one.before[0].value if one.before else None) for one in result.groups}

    def recount(place: int) -> Recount:
        own = {key: one[place] for key, one in values.items()}
        total = sum((one or Fraction(0) for one in own.values()), Fraction(0))
        return Recount(frozenset(own), lambda key: (total if key is None else own[key],), lambda _: (Fraction(0),))

    return Recounted(result.metrics[0], recount(0), recount(1) if result.query.against else None)


def again(result: Result) -> frozenset[Key]:
    """The rows that the SQL keeps."""
    keys = [one.key for one in result.groups]
    with duckdb.connect() as connection:
        return kept_again(result.query, [recounted_of(result)], keys, connection)


@settings(max_examples=60, deadline=None)
@given(CELLS, QUERIES)
def test_both_ways_of_picking_keep_the_same_rows_and_add_none(
    cells: dict[Key, tuple[Fraction, Fraction]], parts: dict[str, object]
) -> None:
    query = Query(("tracked_hours",), NOW, by=("person", "project"), **parts)  # type: ignore[arg-type]
    result = result_of(query, cells)

    picked = kept(result)

    assert picks(query)
    assert picked <= set(cells)
    assert picked == again(result)


@given(CELLS, st.integers(0, 4))
def test_each_row_with_any_is_in_at_least_so_many_or_in_fewer(
    cells: dict[Key, tuple[Fraction, Fraction]], count: int
) -> None:
    def of(op: Comparison) -> frozenset[Key]:
        asked = InSoMany("project", Threshold(op, Fraction(count)))
        return kept(result_of(Query(("tracked_hours",), NOW, by=("person", "project"), in_so_many=asked), cells))

    some = {key for key, (now, _) in cells.items() if now and None not in key}

    assert of(Comparison.AT_LEAST) | of(Comparison.LESS) == some
    assert not of(Comparison.AT_LEAST) & of(Comparison.LESS)


def rates_of(query: Query, cells: dict[str | None, tuple[int, int]]) -> tuple[Result, Recounted]:
    """A result of a rate, and the same numbers as the reference would hand them over."""
    metric = METRICS[query.metrics[0]]
    sides: dict[Key, tuple[Fraction, Fraction]] = {
        (name,): (Fraction(top, 3600), Fraction(below, 3600)) for name, (top, below) in cells.items()
    }
    groups = tuple(Group(key, (Cell(top, below, is_ratio=True),)) for key, (top, below) in sides.items())
    whole = tuple(sum((one[place] for one in sides.values()), Fraction(0)) for place in (0, 1))
    again = Recount(frozenset(sides), lambda key: whole if key is None else sides[key], lambda _: (Fraction(0),) * 2)
    total = Group((), (Cell(whole[0], whole[1], is_ratio=True),))
    return Result(query, (metric,), groups, total, Left()), Recounted(metric, again)


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["Ana", "Ben", "Cid", "Dora", None]), st.tuples(st.integers(-9, 90), st.integers(0, 90))
    ),
    st.sampled_from(OPS),
)
def test_rates_are_held_against_the_rate_of_all_rows_together_both_ways(
    cells: dict[str | None, tuple[int, int]], op: Comparison
) -> None:
    asked = Query(("margin",), NOW, by=("client",), to_mean=ToMean(Threshold(op, Fraction(1))))
    result, recounted = rates_of(asked, cells)
    with duckdb.connect() as connection:
        found = kept_again(asked, [recounted], [one.key for one in result.groups], connection)

    assert kept(result) == found
    assert (None,) not in found


def test_the_mean_of_a_sum_is_over_those_with_any_and_that_of_a_rate_is_no_mean_of_percentages() -> None:
    hours = (("Ana", 30, 0), ("Ben", 10, 0), ("Cid", 20, 0), ("Dora", 0, 0))
    above, twice = (ToMean(Threshold(op, Fraction(k))) for op, k in ((Comparison.MORE, 1), (Comparison.AT_MOST, 2)))

    # 60 h over 3 people with any are 20 h.
    assert picked_by_hand({"to_mean": above}, hours) == {"Ana"}
    assert picked_by_hand({"to_mean": ToMean(Threshold(Comparison.EQUAL, Fraction(1)))}, hours) == {"Cid"}
    assert picked_by_hand({"to_mean": twice}, hours) == {"Ana", "Ben", "Cid", "Dora"}
    # 10, 720 and 80 of 100, 1,000 and 100 are 810 of 1,200, 67.5 %; the mean of 10 %, 72 % and 80 % would be 54 %.
    rates, _ = rates_of(
        Query(("margin",), NOW, by=("client",), to_mean=above), {"A": (10, 100), "B": (720, 1000), "C": (80, 100)}
    )
    assert mean_of_rows(rates, 0) == Fraction(810, 1200)
    assert kept(rates) == {("B",), ("C",)}
    # What D lost without any revenue belongs to the rate of all: 690 of 1,200 are 57.5 %.
    lost, _ = rates_of(rates.query, {"A": (10, 100), "B": (720, 1000), "C": (80, 100), "D": (-120, 0)})
    assert mean_of_rows(lost, 0) == Fraction(690, 1200)


@given(CELLS)
def test_shares_added_up_end_at_the_whole_and_the_fewest_make_up_each_part(
    cells: dict[Key, tuple[Fraction, Fraction]],
) -> None:
    cells = {key: (abs(now), before) for key, (now, before) in cells.items()}
    query = Query(("tracked_hours",), NOW, by=("person", "project"))
    result = result_of(query, cells)
    whole = sum((now for now, _ in cells.values()), Fraction(0))

    assert max(cumulated(result, 0).values(), default=Fraction(0)) == whole  # type: ignore[type-var]
    named = sorted((now for key, (now, _) in cells.items() if None not in key and now), reverse=True)
    for reach in (Fraction(1, 2), Fraction(4, 5), Fraction(1)):
        asked = Query(
            ("tracked_hours",), NOW, by=("person", "project"), derived=Derived(Form.CUMULATED_SHARE, reach=reach)
        )
        count = len(kept(result_of(asked, cells)))
        assert count == len(named) or sum(named[:count]) >= reach * whole
        assert not count or sum(named[: count - 1]) < reach * whole


def picked_by_hand(parts: dict[str, object], rows: Sequence[tuple[str, int, int]]) -> set[str]:
    """The names of the rows that are kept, of names with what they have now and had before."""
    query = Query(("tracked_hours",), NOW, by=("person",), **parts)  # type: ignore[arg-type]
    result = result_of(query, {(name,): (Fraction(now), Fraction(before)) for name, now, before in rows})
    assert kept(result) == again(result)
    return {str(key[0]) for key in kept(result)}


MOVED = (("Ana", 120, 100), ("Ben", 121, 100), ("Cid", 80, 100), ("Dora", 5, 0), ("Eva", 100, 100))


@pytest.mark.parametrize(
    ("side", "op", "value", "relative", "names"),
    [
        (Comparison.MORE, Comparison.MORE, "1/5", True, {"Ben"}),  # from nothing there is no percentage
        (Comparison.MORE, Comparison.AT_LEAST, "1/5", True, {"Ana", "Ben"}),
        (Comparison.LESS, Comparison.AT_LEAST, "1/5", True, {"Cid"}),
        (None, Comparison.AT_LEAST, "1/5", True, {"Ana", "Ben", "Cid"}),
        (Comparison.MORE, Comparison.LESS, "10", False, {"Dora"}),
        (Comparison.LESS, Comparison.MORE, "20", False, set()),
    ],
)
def test_a_limit_on_a_change_keeps_those_that_moved_so_far(
    side: Comparison | None,
    op: Comparison,
    value: str,
    relative: bool,  # noqa: FBT001 - a column of the table above
    names: set[str],
) -> None:
    moved = ByChange(side, Threshold(op, Fraction(value)), relative)

    assert picked_by_hand({"by_change": moved, "against": Against(EARLIER)}, MOVED) == names


def test_of_equal_parts_no_more_are_taken_than_are_needed() -> None:
    quarters = [(name, 25, 0) for name in ("Ana", "Ben", "Cid", "Dora")]

    half = picked_by_hand({"derived": Derived(Form.CUMULATED_SHARE, reach=Fraction(1, 2))}, quarters)
    more = picked_by_hand({"derived": Derived(Form.CUMULATED_SHARE, reach=Fraction(51, 100))}, quarters)

    assert (half, more) == ({"Ana", "Ben"}, {"Ana", "Ben", "Cid"})


def test_rows_that_are_picked_in_two_ways_are_withheld_and_logged() -> None:
    query = Query(("tracked_hours",), NOW, by=("person",), having=Threshold(Comparison.MORE, Fraction(1)))
    result = result_of(query, {("Ana",): (Fraction(1), Fraction(0)), ("Ben",): (Fraction(2), Fraction(0))})

    withheld = picked_differently(result, 3, frozenset({("Ana",), ("Ben",)}), kept(result))

    assert "Tracked hours" in withheld.text
    assert [(one.key, one.calculated, one.reference) for one in withheld.disagreements] == [
        (("Ana",), (Fraction(1),), (Fraction(0),))
    ]
