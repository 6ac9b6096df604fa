"""Laws every metric obeys, whatever the agency: held against both witnesses on agencies made by chance.

To look further: pytest --hypothesis-profile=explore
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.agency.tables import TABLES, Kind
from assistant.calculation import calculate
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind as Shape
from assistant.metrics.definition import Metric, Timing
from assistant.metrics.reference import load
from assistant.query import Query
from assistant.result import Result
from tests.agency_notation import Witness, slices
from tests.fakes import authorised, facts
from tests.metrics.each import each
from tests.metrics.oracle import STEPS, last_in_force, until_delivery
from tests.metrics.oracle_books import ONE_DAY, days, half_up
from tests.metrics.oracle_case import EXPLORED, WITNESSES, Case, by_chance
from tests.metrics.oracle_work import SECONDS, holiday_part
from tests.random_agency import TODAY, settings_of
from tests.random_queries import PERIODS, random_filter

FIRST, LAST = TODAY - timedelta(days=50), TODAY + timedelta(days=40)

Ids = frozenset[tuple[str, str]]
Sides = tuple[int, int]

seeds = st.integers(0, 999)
metrics = st.sampled_from(sorted(METRICS))
ratios = st.sampled_from(sorted(name for name, one in METRICS.items() if one.kind is Shape.RATIO))
additive = st.sampled_from(sorted(name for name, one in METRICS.items() if one.kind is Shape.SUM))
flows = st.sampled_from(
    sorted(name for name, one in METRICS.items() if one.timing is Timing.FLOW and not one.of_whole_period)
)
witnesses = st.sampled_from(sorted(WITNESSES))


def some(examples: int) -> settings:
    """So many examples on every run; hundreds when exploring."""
    return settings(max_examples=300 if EXPLORED else examples)


A_FEW = 2
"""Of what is held over every metric anyway, here or in `test_laws_of_all`: other agencies and metrics on every run."""


def sums(rows: list[dict[str, Any]]) -> dict[Ids, Sides]:
    """Both sides by everything a slice says of itself, without those that come to nothing."""
    found: dict[Ids, Sides] = {}
    for row in rows:
        ids = frozenset((name, str(value)) for name, value in row.items() if value is not None and name not in SIDES)
        top, bottom = found.get(ids, (0, 0))
        found[ids] = (top + row["numerator"], bottom + (row.get("denominator") or 0))
    return {ids: sides for ids, sides in found.items() if any(sides)}


SIDES = ("numerator", "denominator", "unknown")


@cache
def rows_of(seed: int, witness: str, metric: str) -> list[dict[str, Any]]:
    """The slices of a metric over the agency of a seed, uncut, worked out once for every law."""
    return by_chance(seed).slices(WITNESSES[witness], metric, FIRST, LAST)


def sums_of(case: Case, witness: Witness, metric: str, first: date = FIRST, last: date = LAST) -> dict[Ids, Sides]:
    """The sums of a metric through the last day asked."""
    return sums([row for row in case.slices(witness, metric, first, last) if row["day"] <= last])


SEEDS = (1, 2, 7)
"""They stand for settings: approval needed or not, each way to recognize a fee, weeks of each length."""


@cache
def told(seed: int, witness: str, metric: str) -> dict[Ids, Sides]:
    """The sums of a metric over the agency of a seed, worked out once for every law."""
    return sums([row for row in rows_of(seed, witness, metric) if row["day"] <= LAST])


def seed_of(metric: str) -> int:
    """The agency a law is held over for a metric, one of each in turn."""
    return SEEDS[sorted(METRICS).index(metric) % len(SEEDS)]


# Both witnesses.


@pytest.mark.parametrize("metric", each(METRICS))
def test_both_witnesses_tell_the_same_of_every_metric(metric: str) -> None:
    for seed in range(100) if EXPLORED else SEEDS:
        assert told(seed, "pandas", metric) == told(seed, "sql", metric), seed


@pytest.mark.parametrize("metric", each(name for name in METRICS if not load(name).depends_on_days))
def test_what_is_told_of_no_days_is_the_same_whatever_days_are_asked_about(metric: str) -> None:
    seed = seed_of(metric)
    for witness, makes in WITNESSES.items():
        rows = by_chance(seed).slices(makes, metric, FIRST - 90 * ONE_DAY, FIRST - 60 * ONE_DAY)
        assert sums([row for row in rows if row["day"] <= LAST]) == told(seed, witness, metric), witness


# Parts and wholes.


@some(10)
@given(seeds, metrics, witnesses)
def test_two_agencies_side_by_side_are_worth_the_sum_of_both(seed: int, metric: str, witness: str) -> None:
    """Another agency beside the first, alike but for its ids, doubles every sum and changes none of the first's."""
    case = by_chance(seed)
    alone = sums_of(case, WITNESSES[witness], metric)
    doubled = sums_of(replace(case, tables=beside_its_twin(case.tables)), WITNESSES[witness], metric)
    assert doubled == alone | {twin_of_ids(ids): sides for ids, sides in alone.items()}


def twin_of(name: str) -> str:
    return f"{name}'"


def twin_of_ids(ids: Ids) -> Ids:
    return frozenset((name, twin_of(value) if name.endswith("_id") else value) for name, value in ids)


def beside_its_twin(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with every row once more under other ids; what belongs to nobody (holidays, rates) stays single."""
    return {name: _with_twins(name, table) for name, table in tables.items()}


def _with_twins(name: str, table: pa.Table) -> pa.Table:
    ids = [column.name for column in TABLES[name].columns if column.kind is Kind.ID]
    rows = table.to_pylist()
    twins = [row | {one: twin_of(row[one]) for one in ids if row[one]} for row in rows if any(row[one] for one in ids)]
    return pa.Table.from_pylist(rows + twins, schema=table.schema)


@some(10)
@given(seeds, flows, witnesses, st.integers(0, (LAST - FIRST).days - 1))
def test_the_two_halves_of_a_period_are_the_whole(seed: int, metric: str, witness: str, length: int) -> None:
    case, middle = by_chance(seed), FIRST + timedelta(days=length)
    whole = within(case, witness, metric, FIRST, LAST)
    assert within(case, witness, metric, FIRST, middle) | within(case, witness, metric, middle + ONE_DAY, LAST) == whole


@pytest.mark.parametrize(
    "metric", each(name for name, one in METRICS.items() if one.timing is Timing.FLOW and not one.of_whole_period)
)
def test_of_every_flow_the_two_halves_of_a_period_are_the_whole(metric: str) -> None:
    seed = seed_of(metric)
    case, middle = by_chance(seed), FIRST + timedelta(days=47 + 3 * seed)
    halves = [within(case, "sql", metric, *days) for days in ((FIRST, middle), (middle + ONE_DAY, LAST))]
    # Each is within days that the whole was cut to: what a whole is told of outside of them is nobody's.
    whole = sums([row for row in rows_of(seed, "sql", metric) if FIRST <= row["day"] <= LAST])
    assert halves[0] | halves[1] == whole


def within(case: Case, witness: str, metric: str, first: date, last: date) -> dict[Ids, Sides]:
    """The sums of a metric asked for a period, cut by it. They carry their day, so no two periods share one."""
    rows = case.slices(WITNESSES[witness], metric, first, last)
    return sums([row for row in rows if first <= row["day"] <= last])


@some(A_FEW)
@given(seeds, additive, st.randoms(use_true_random=False))
def test_the_parts_of_a_breakdown_sum_to_the_whole(seed: int, metric: str, chance: Random) -> None:
    by = (chance.choice(METRICS[metric].by),)
    found = result_of(seed, Query((metric,), chance.choice(PERIODS), by=by))
    assert sum((numerator(one.cells) for one in found.groups), Fraction(0)) == numerator(found.total.cells)


@some(A_FEW)
@given(seeds, ratios, st.randoms(use_true_random=False))
def test_the_total_of_a_ratio_is_the_ratio_of_the_sums(seed: int, metric: str, chance: Random) -> None:
    definition = METRICS[metric]
    by = (chance.choice([one for one in definition.by if one not in definition.over_all]),)
    found = result_of(seed, Query((metric,), chance.choice(PERIODS), by=by))
    place = [one.name for one in found.metrics].index(metric)
    cells = [one.cells[place] for one in found.groups]
    top = sum((one.numerator or Fraction(0) for one in cells), Fraction(0))
    bottom = sum((one.denominator or Fraction(0) for one in cells), Fraction(0))
    whole = found.total.cells[place]
    assert (whole.numerator or Fraction(0), whole.denominator or Fraction(0)) == (top, bottom)
    assert whole.value == (top / bottom if bottom else None)


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize(
    ("used", "remaining", "total"),
    [
        ("budget_used", "budget_remaining", "budget_total"),
        ("budget_hours_used", "budget_hours_remaining", "budget_hours"),
    ],
)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_what_is_used_and_what_remains_are_the_total(
    seed: int, used: str, remaining: str, total: str, witness: str
) -> None:
    case = by_chance(seed)
    agreed, gone, left = (by_budget(case, witness, name) for name in (total, used, remaining))
    budgets = {budget for budget, _ in agreed}
    assert budgets
    for key in {*agreed, *gone, *left}:
        if key[0] in budgets:
            assert gone.get(key, 0) + left.get(key, 0) == agreed.get(key, 0)
    assert {budget for budget, _ in left} <= budgets


def by_budget(case: Case, witness: str, metric: str) -> dict[tuple[str, str | None], int]:
    """What a state comes to by budget and currency."""
    found: dict[tuple[str, str | None], int] = {}
    for row in case.slices(WITNESSES[witness], metric, LAST, LAST):
        if row["day"] <= LAST:
            key = (row["budget_id"], row.get("currency"))
            found[key] = found.get(key, 0) + row["numerator"]
    return found


@some(A_FEW)
@given(seeds, additive, st.randoms(use_true_random=False))
def test_a_filter_never_adds_a_row_and_what_it_drops_is_the_rest(seed: int, metric: str, chance: Random) -> None:
    definition, period = METRICS[metric], chance.choice(PERIODS)
    field = chance.choice(definition.by)
    case, calendar = by_chance(seed), settings_of(seed).calendar
    only = replace(random_filter(field, case.tables, calendar, chance), negated=False)
    whole, kept, dropped = (
        result_of(seed, Query((metric,), period, by=(field,), where=where, every_item=True))
        for where in ((), (only,), (replace(only, negated=True),))
    )
    assert filled(kept) | filled(dropped) == filled(whole)
    assert not filled(kept).keys() & filled(dropped).keys()
    assert filled(kept).keys() <= {(one,) for one in only.ids}


def result_of(seed: int, query: Query) -> Result:
    case, chosen = by_chance(seed), settings_of(seed)
    return calculate(authorised(query, case.tables, chosen), facts(query, case.tables, TODAY, chosen))


def numerator(cells: tuple[Any, ...]) -> Fraction:
    return cells[0].numerator or Fraction(0)


def filled(found: Result) -> dict[tuple[str | None, ...], Fraction]:
    """What each group comes to, where it comes to something."""
    return {one.key: numerator(one.cells) for one in found.groups if numerator(one.cells)}


# What must not matter.


@cache
def in_another_order(seed: int) -> Mapping[str, pa.Table]:
    """Every table of an agency, its rows in another order."""
    return {name: _shuffled(table, seed) for name, table in by_chance(seed).tables.items()}


@cache
def twice(seed: int) -> Mapping[str, pa.Table]:
    """Every table of an agency with every row twice."""
    return {name: pa.concat_tables([table, table]) for name, table in by_chance(seed).tables.items()}


@pytest.mark.parametrize("metric", each(METRICS))
def test_the_order_of_rows_and_other_tables_change_nothing_of_any_metric(metric: str) -> None:
    """The SQL sees every table: those the metric does not declare hold every row twice, which pandas never sees."""
    seed, declared = seed_of(metric), reads(METRICS[metric])
    mixed, double = in_another_order(seed), twice(seed)
    other = replace(by_chance(seed), tables={name: mixed[name] if name in declared else double[name] for name in mixed})
    for name, witness in WITNESSES.items():
        assert sums_of(other, witness, metric) == told(seed, name, metric), name


@some(A_FEW)
@given(seeds, metrics, witnesses, st.integers())
def test_the_order_of_rows_changes_nothing(seed: int, metric: str, witness: str, order: int) -> None:
    case = by_chance(seed)
    shuffled = {name: _shuffled(table, order) for name, table in case.tables.items()}
    told = sums_of(case, WITNESSES[witness], metric)
    assert sums_of(replace(case, tables=shuffled), WITNESSES[witness], metric) == told


def _shuffled(table: pa.Table, order: int) -> pa.Table:
    places = list(range(table.num_rows))
    Random(order).shuffle(places)  # noqa: S311 - the same order must come out of the same number
    return table.take(pa.array(places, pa.int64()))


@some(A_FEW)
@given(seeds, metrics)
def test_what_a_metric_does_not_read_changes_nothing(seed: int, metric: str) -> None:
    """The pandas functions are handed only what they declare; the SQL could see the rest."""
    case, definition = by_chance(seed), METRICS[metric]
    doubled = {
        name: table if name in reads(definition) else pa.concat_tables([table, table])
        for name, table in case.tables.items()
    }
    assert sums_of(replace(case, tables=doubled), slices, metric) == sums_of(case, slices, metric)


def reads(metric: Metric) -> set[str]:
    return {*metric.reads, *metric.looks_at}


# What bounds what.


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize("seed", range(3))
def test_a_working_day_is_available_absent_or_a_holiday_and_nothing_more(seed: int, witness: str) -> None:
    case = by_chance(seed)
    contracted, available, absent = (
        seconds_by_person_and_day(case, witness, metric)
        for metric in ("contracted_hours", "available_hours", "absence_hours")
    )
    assert contracted
    assert available.keys() | absent.keys() <= contracted.keys()
    for (person, day), pattern in contracted.items():
        holiday = holiday_part(case.oracle.books, person, day)
        free = half_up(Fraction(pattern, SECONDS) * (1 - holiday), SECONDS) * SECONDS
        assert available.get((person, day), 0) + absent.get((person, day), 0) == free <= pattern


def seconds_by_person_and_day(case: Case, witness: str, metric: str) -> dict[tuple[str, date], int]:
    found: dict[tuple[str, date], int] = {}
    for row in case.slices(WITNESSES[witness], metric, FIRST, LAST):
        assert row["numerator"] >= 0
        key = (row["person_id"], row["day"])
        found[key] = found.get(key, 0) + row["numerator"]
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize("seed", range(3))
def test_a_leave_takes_no_more_days_than_the_calendar_has(seed: int, witness: str) -> None:
    case = by_chance(seed)
    taken: dict[str, int] = {}
    for row in case.slices(WITNESSES[witness], "absence_days", FIRST, LAST):
        assert 0 <= row["numerator"] <= MICRO_DAYS
        taken[row["absence_id"]] = taken.get(row["absence_id"], 0) + row["numerator"]
    leaves = {row["absence_id"]: row for row in case.oracle.books.rows("absences")}
    for absence_id, part in taken.items():
        leave = leaves[absence_id]
        calendar_days = len(list(days(max(FIRST, leave["start_date"]), min(LAST, leave["end_date"]))))
        assert part <= calendar_days * MICRO_DAYS


MICRO_DAYS = 1_000_000


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize("seed", [11, 29, 50])
def test_what_is_worked_and_booked_never_passes_the_cap_in_force(seed: int, witness: str) -> None:
    """On no day, whatever was approved by then; expenses are outside the cap.

    What is priced in another currency takes of it, so that its own currency has all the less.

    The seeds stand for caps that stay, are raised and are lowered below what was earned, with and without expenses.
    """
    case = by_chance(seed)
    caps = {
        name: budget
        for name, budget in case.oracle.books.budgets.items()
        if budget["type"] == "time_and_materials" and budget["capped"] and budget["amount"] is not None
    }
    under_a_cap = [
        row
        for row in case.slices(WITNESSES[witness], "confirmed_revenue", FIRST, LAST)
        if row["budget_id"] in caps and row["currency"] == caps[row["budget_id"]]["currency"]
    ]
    reached = [stops_at_its_cap(case, budget, under_a_cap) for budget in caps.values()]
    assert any(reached)


def stops_at_its_cap(case: Case, budget: Mapping[str, Any], told: list[dict[str, Any]]) -> bool:
    """Whether a budget reaches its cap, and on no day passes it; ahead, changes past its end are for no work."""
    yesterday, currency = case.oracle.books.yesterday, budget["currency"]
    told = [row for row in told if row["budget_id"] == budget["budget_id"]]
    charged = [one for one in case.oracle.spent if one.budget_id == budget["budget_id"] and one.day <= yesterday]
    last = max(yesterday, last_in_force(dict(budget), LAST))
    changed = {one.day for one in case.oracle.changed(budget["budget_id"], last)}
    reached = False
    for day in sorted({row["day"] for row in told} | changed):
        cap = case.oracle.amount(dict(budget), day)
        assert cap is not None
        earned = Fraction(sum(row["numerator"] for row in told if row["day"] <= day), STEPS)
        earned -= sum(one.billable.amount for one in charged if one.day <= day and one.billable.currency == currency)
        assert earned <= cap
        reached = reached or earned == cap > 0
    return reached


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_fixed_fee_never_earns_more_than_is_in_force(seed: int, witness: str) -> None:
    """After delivery what is in force is what was on that day. A fee that changes took below zero earns nothing."""
    case = by_chance(seed)
    fees = {name: one for name, one in case.oracle.books.budgets.items() if one["type"] == "fixed" and one["amount"]}
    earned = dict.fromkeys(fees, 0)
    told = sorted(case.slices(WITNESSES[witness], "revenue", FIRST, LAST), key=lambda row: row["day"])
    for day in sorted({row["day"] for row in told}):
        for row in told:
            if row["day"] == day and row["budget_id"] in fees:
                earned[row["budget_id"]] += row["numerator"]
        for name, budget in fees.items():
            fee = case.oracle.amount(budget, until_delivery(budget, day))
            assert fee is not None
            assert Fraction(earned[name], STEPS) <= max(fee, Fraction(0))
    assert any(earned.values())


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize("seed", [0, 5])
def test_projected_revenue_is_the_confirmed_and_the_weighted_side_by_side(seed: int, witness: str) -> None:
    case = by_chance(seed)
    parts = {
        ids | {("component", name)}: sides
        for name in ("confirmed_revenue", "weighted_pipeline")
        for ids, sides in sums_of(case, WITNESSES[witness], name).items()
    }
    assert sums_of(case, WITNESSES[witness], "projected_revenue") == parts
    assert {value for ids in parts for name, value in ids if name == "component"} == {
        "confirmed_revenue",
        "weighted_pipeline",
    }
