"""Shares, means and running totals, made of the cells of a result."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assistant.agency.periods import Calendar, Period
from assistant.answers.derived import Made, made_of, units_in
from assistant.metrics.catalogue import METRICS
from assistant.query import Derived, Filter, Form, Query
from assistant.result import Cell, Group, Left, Result

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), "2026")
SUMS = st.lists(st.integers(-1000, 1000), min_size=1, max_size=8)


def made(form: Form, by: tuple[str, ...], rows: dict[tuple[str | None, ...], int], *per: str) -> Made:
    """Tracked hours in these rows, and what is made of them."""
    query = Query(("tracked_hours",), YEAR, by=by, derived=Derived(form, per))
    groups = tuple(Group(key, (Cell(Fraction(value)),)) for key, value in rows.items())
    total = Group((), (Cell(Fraction(sum(rows.values()))),))
    found = made_of(Result(query, (METRICS["tracked_hours"],), groups, total, Left()), Calendar())
    assert found is not None
    return found


def values(found: Made) -> list[Fraction | None]:
    return [found.value(0, group) for group in found.result.groups]


@given(SUMS)
def test_shares_add_up_to_the_whole_or_there_are_none(sums: list[int]) -> None:
    shares = values(made(Form.SHARE, ("client",), {(f"client {at}",): one for at, one in enumerate(sums)}))

    assert sum(one for one in shares if one is not None) == (1 if sum(sums) else 0)


def test_a_share_beside_months_is_one_of_its_month() -> None:
    found = made(
        Form.SHARE,
        ("client", "month"),
        {("a", "2026-01"): 1, ("b", "2026-01"): 3, ("a", "2026-02"): 5, (None, "2026-02"): 5},
    )

    assert values(found) == [Fraction(1, 4), Fraction(3, 4), Fraction(1, 2), Fraction(1, 2)]


@given(SUMS)
def test_a_running_total_ends_in_the_total(sums: list[int]) -> None:
    found = made(Form.CUMULATIVE, ("day",), {(f"2026-01-{at + 1:02d}",): one for at, one in enumerate(sums)})

    assert values(found)[-1] == sum(sums)
    assert values(found)[0] == sums[0]


def test_everybody_runs_up_a_total_of_their_own() -> None:
    found = made(
        Form.CUMULATIVE, ("person", "week"), {("a", "2026-W02"): 1, ("b", "2026-W01"): 2, ("a", "2026-W01"): 4}
    )

    assert values(found) == [5, 2, 4]


def test_a_mean_is_over_those_that_have_any_and_over_time() -> None:
    # 60 h of two people who worked, in 12 months; nobody in particular is no person, and who has none is not counted.
    found = made(Form.AVERAGE, ("person",), {("a",): 40, ("b",): 20, ("c",): 0, (None,): 0}, "person", "month")

    assert found.value(0, found.result.total) == Fraction(60, 2 * 12)
    assert values(found)[0] == Fraction(40, 12)


def test_units_of_time_are_counted_by_their_own_length() -> None:
    october = Period(date(2026, 10, 1), date(2026, 10, 15), "")

    assert units_in(YEAR, "month", Calendar()) == 12
    assert units_in(YEAR, "quarter", Calendar()) == 4
    assert units_in(october, "month", Calendar()) == Fraction(15, 31)
    assert units_in(october, "week", Calendar()) == Fraction(15, 7)
    assert units_in(october, "day", Calendar()) == 11  # Monday to Friday
    assert units_in(replace(october, start=None), "month", Calendar()) == 0


def test_a_part_is_shown_beside_the_whole_it_is_taken_of() -> None:
    query = Query(("tracked_hours",), YEAR, by=("client",))
    groups = (Group(("a",), (Cell(Fraction(1)),)), Group(("b",), (Cell(Fraction(3)),)))
    of_a = Derived(Form.SHARE, part=Filter("client", ("a",), ("A",)))
    result = Result(query, (METRICS["tracked_hours"],), groups, Group((), (Cell(Fraction(4)),)), Left())
    found = Made(result, of_a, Calendar(), result)

    assert [found.shows(group) for group in groups] == [True, False]
    assert found.value(0, groups[0]) == Fraction(1, 4)
    assert found.value(0, result.total) == 1
