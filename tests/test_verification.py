"""The second calculation counts by itself, sees every difference, and looks at nothing it was not handed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from assistant import verification, verification_engine
from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.errors import MetricError
from assistant.facts import Facts
from assistant.metrics import catalogue
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric, MetricFacts
from assistant.metrics.reference import ReferenceSQL, load
from assistant.outcome import Withheld
from assistant.query import Against, Filter, Query
from assistant.result import Cell, Group, Result
from assistant.settings import Settings
from assistant.verification import Disagreed, Found, Verified, recount, verify
from assistant.verification_cells import Parts
from assistant.verification_engine import Engine
from tests.agency_notation import agency
from tests.fakes import authorised, authorised_by, facts
from tests.metrics.each import each
from tests.random_agency import TODAY, random_agency, settings_of
from tests.random_agency_kept import kept_agency
from tests.random_queries import EARLIER, PERIODS, random_query

if TYPE_CHECKING:
    import pandas as pd

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31), "October 2026")
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30), "September 2026")
PAST = PERIODS[0]

STUDIO = agency(
    """
    people         person  team    start       calendar
                   Ana     Design  2020-01-01  AT
                   Ben     Code    2020-01-01  AT
                   Cid     -       2020-01-01  AT
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2020-01-01  8   8   8   8   8
                   Ben     2020-01-01  4   4   4   4   4
                   Cid     2020-01-01  8   8   8   8   8
    assignments    person  valid_from  team    job_title
                   Ana     2026-10-05  Code    -
                   Ana     2026-10-07  -       Lead
                   Ben     2026-10-05  -       Lead
    clients        client  account_manager
                   Acme    am@example.com
    projects       project  client  status  start       project_manager
                   Shop     Acme    active  2026-01-01  pm@example.com
                   Blog     Acme    active  -           -
                   Old      Acme    done    2026-01-01  -
    budgets        budget  project  type                amount  currency  end         delivered_on
                   Build   Shop     fixed               1000    EUR       -           -
                   Care    Shop     time_and_materials  2000    USD       2026-10-20  -
                   Words   Blog     fixed               400     EUR       -           2026-10-08
                   Past    Old      fixed               50      EUR       -           -
    time_entries   person  project  date        hours  budget  created_at
                   Ana     Shop     2026-10-01  2      Build   2026-10-03T10:00
                   Ana     Shop     2026-10-05  3      Build   2026-10-05T18:00
                   Ana     Blog     2026-10-07  4      Words   2026-10-14T09:00
                   Ben     Shop     2026-10-06  5      Care    2026-10-07T09:00
                   Cid     Blog     2026-10-12  1      Words   -
                   Ana     Shop     2026-09-30  7      Build   -
                   Ben     Old      2027-01-01  1      Past    -
    absences       person  start       end         category  status
                   Ana     2026-10-08  2026-10-08  sick      approved
                   Ana     2026-10-09  2026-10-09  vacation  approved
    exchange_rates  date        currency  rate
                    2026-09-10  USD       0.8
                    2026-10-10  USD       0.9
    cost_rates     person  valid_from  hourly_cost  currency
                   Ana     2020-01-01  50           EUR
                   Ben     2020-01-01  100          USD
                   Cid     2020-01-01  10           GBP
    """
)


def counted(  # noqa: PLR0913 - a question has as many parts
    name: str,
    *by: str,
    tables: Mapping[str, pa.Table] = STUDIO,
    period: Period = OCTOBER,
    today: str = "2026-10-31",
    settings: Settings | None = None,
    where: tuple[Filter, ...] = (),
    every_item: bool = False,
) -> dict[tuple[str | None, ...] | None, Parts]:
    """What the reference comes to for each key, and under None in all."""
    query = Query((name,), period, by=by, where=where, every_item=every_item)
    given = facts(query, tables, date.fromisoformat(today), settings)
    found = recount(Engine.sealed(), METRICS[name], query, period, given)
    return {key: found.parts(key) for key in (*found.keys, None)}


def only(field: str, *ids: str) -> Filter:
    return Filter(field, ids, ids)


def none_of(field: str, *ids: str) -> Filter:
    return Filter(field, ids, ids, negated=True)


def checked(query: Query, change: "Result | None" = None) -> Verified | Withheld:
    asked, given = authorised(query, STUDIO), facts(query, STUDIO, date(2026, 10, 31))
    return verify(change or calculate(asked, given), asked, given)


def result(query: Query) -> Result:
    return calculate(authorised(query, STUDIO), facts(query, STUDIO, date(2026, 10, 31)))


HOURS_BY_TEAM = Query(("tracked_hours",), OCTOBER, by=("team",), against=Against(SEPTEMBER))


# What both calculations agree on is verified.


@pytest.mark.parametrize("name", each(METRICS))
def test_both_calculations_agree_on_random_agencies(name: str) -> None:
    for seed in range(2):
        view = kept_agency(seed)
        chance = Random(f"{seed} {name}")  # noqa: S311 - the same questions on every run
        for _ in range(2):
            query = random_query(METRICS[name], view.tables, view.calendar, chance)
            asked = authorised_by(view, query)
            given = Facts(asked, TODAY)
            assert isinstance(verify(calculate(asked, given), asked, given), Verified), (seed, query)


def test_a_verified_result_says_how_many_cells_were_counted_twice() -> None:
    verified = checked(HOURS_BY_TEAM)
    assert isinstance(verified, Verified)
    assert verified.to_json() == {"status": "verified", "cells": 8, "largest_difference": 0, "engine": "duckdb"}


def test_a_metric_shown_with_its_parts_has_every_part_counted_again() -> None:
    verified = checked(Query(("projected_revenue",), OCTOBER))
    assert isinstance(verified, Verified)
    assert [one.name for one in verified.result.metrics] == [
        "confirmed_revenue",
        "weighted_pipeline",
        "projected_revenue",
    ]
    assert verified.cells == 3


NEW_HERE = agency(
    """
    people         person  start
                   Ana     2020-01-01
                   Ben     2026-10-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2020-01-01  8   8   8   8   8
                   Ben     2020-01-01  8   8   8   8   8
    """
)


def test_who_was_not_there_yet_was_none_of_the_people_and_that_is_counted_twice() -> None:
    """Ben's FTE were 0 of September's full-time hours, which are there whoever works: not 0 of nothing."""
    query = Query(("fte",), OCTOBER, by=("person",), against=Against(SEPTEMBER))
    asked, given = authorised(query, NEW_HERE), facts(query, NEW_HERE, date(2026, 10, 31))
    verified = verify(calculate(asked, given), asked, given)
    assert isinstance(verified, Verified)
    shares = {group.key[0]: (group.before[0].value, group.cells[0].value) for group in verified.result.groups}
    assert shares == {"Ana": (Fraction(1), Fraction(1)), "Ben": (Fraction(0), Fraction(1))}


@pytest.mark.parametrize("name", [name for name, metric in METRICS.items() if metric.over_all])
def test_a_side_that_is_not_split_is_there_in_the_period_compared_with_as_well(name: str) -> None:
    tables, settings = random_agency(10), settings_of(10)
    for by in METRICS[name].over_all:
        query = Query((name,), PAST, by=(by,), against=Against(EARLIER))
        asked, given = authorised(query, tables, settings), facts(query, tables, TODAY, settings)
        assert isinstance(verify(calculate(asked, given), asked, given), Verified), by


# Every difference is seen.


def plus_one(metric: Metric) -> Metric:
    """The metric whose first slice is one unit more than it should be."""

    def compute(given: MetricFacts) -> "pd.DataFrame":
        slices = metric.compute(given).copy()
        slices.loc[slices.index[0], "numerator"] += 1
        return slices

    return replace(metric, compute=compute)


@pytest.mark.parametrize("name", ["tracked_hours", "available_hours", "budget_total", "labor_cost", "billability"])
def test_one_unit_more_in_pandas_is_withheld(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalogue.METRICS, name, plus_one(METRICS[name]))
    assert isinstance(checked(Query((name,), OCTOBER, every_item=True)), Disagreed)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("tracked_hours", "hours AS numerator", "hours + 1 AS numerator"),
        ("available_hours", "available.seconds AS numerator", "available.seconds * 2 AS numerator"),
        ("budget_total", "FROM totals", "FROM totals WHERE budget_id <> 'Build'"),
        ("labor_cost", "hours * cost", "hours + cost"),
        ("entry_lag_days", "created_at IS NOT NULL", "created_at IS NOT NULL AND person_id = 'Ana'"),
        ("fte", "isodow(weekday.day) <= 5", "isodow(weekday.day) <= 6"),
    ],
)
def test_another_rule_in_sql_is_withheld(name: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = load(name)
    assert old in reference.select
    planted = replace(reference, select=reference.select.replace(old, new))
    monkeypatch.setattr(verification_engine, "load", lambda _: planted)
    assert isinstance(checked(Query((name,), OCTOBER)), Disagreed)


def test_a_dimension_found_elsewhere_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(verification.FOUND, "team", Found("people.team", ("people",)))
    assert isinstance(checked(HOURS_BY_TEAM), Disagreed)


def test_a_group_left_out_is_withheld() -> None:
    whole = result(HOURS_BY_TEAM)
    assert isinstance(checked(HOURS_BY_TEAM, replace(whole, groups=whole.groups[1:])), Disagreed)


def test_a_group_made_up_is_withheld() -> None:
    whole = result(HOURS_BY_TEAM)
    made_up = Group(("Nobody",), (Cell(Fraction(1)),), (Cell(Fraction(0)),))
    assert isinstance(checked(HOURS_BY_TEAM, replace(whole, groups=(*whole.groups, made_up))), Disagreed)


def test_a_group_shown_twice_in_parts_is_withheld() -> None:
    whole = result(HOURS_BY_TEAM)
    first = whole.groups[0]
    half = replace(first, cells=(Cell(first.cells[0].numerator and first.cells[0].numerator / 2),))
    assert isinstance(checked(HOURS_BY_TEAM, replace(whole, groups=(half, half, *whole.groups[1:]))), Disagreed)


def test_a_wrong_total_is_withheld_now_and_before() -> None:
    whole = result(HOURS_BY_TEAM)
    wrong = (Cell(Fraction(99)),)
    for total in (replace(whole.total, cells=wrong), replace(whole.total, before=wrong)):
        withheld = checked(HOURS_BY_TEAM, replace(whole, total=total))
        assert isinstance(withheld, Disagreed)
        assert [one.key for one in withheld.disagreements] == [None]


def test_a_comparison_not_calculated_is_withheld() -> None:
    whole = result(HOURS_BY_TEAM)
    groups = tuple(replace(group, before=()) for group in whole.groups)
    assert isinstance(checked(HOURS_BY_TEAM, replace(whole, groups=groups)), Disagreed)


def test_a_ratio_of_the_same_value_but_other_parts_is_withheld() -> None:
    query = Query(("billability",), OCTOBER)
    whole = result(query)
    cell = whole.total.cells[0]
    assert cell.numerator is not None
    assert cell.denominator is not None
    doubled = Cell(cell.numerator * 2, cell.denominator * 2, is_ratio=True)
    assert isinstance(checked(query, replace(whole, total=replace(whole.total, cells=(doubled,)))), Disagreed)


def test_what_is_withheld_names_the_metric_and_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalogue.METRICS, "tracked_hours", plus_one(METRICS["tracked_hours"]))
    withheld = checked(Query(("tracked_hours",), OCTOBER, by=("person",)))
    assert isinstance(withheld, Disagreed)
    assert withheld.text == (
        "Two independent calculations of “Tracked hours” disagree for 2 of 4 cells, so no number is given. "
        "It has been logged."
    )
    assert [one.to_json() for one in withheld.disagreements] == [
        {
            "metric": "tracked_hours",
            "period": "October 2026",
            "key": key,
            "calculated": [calculated],
            "reference": [reference],
        }
        for key, calculated, reference in ((["Ana"], "32401/3600", "9"), (None, "54001/3600", "15"))
    ]
    assert "9" not in repr(withheld).replace(withheld.text, "")


# What it counts, by hand.


def test_a_team_is_the_last_assigned_by_that_day_that_names_one() -> None:
    assert counted("tracked_hours", "team") == {
        ("Design",): (Fraction(2),),
        ("Code",): (Fraction(3 + 4 + 5),),
        (None,): (Fraction(1),),
        None: (Fraction(15),),
    }


def test_the_client_and_its_manager_come_from_the_project() -> None:
    assert counted("tracked_hours", "client", "account_manager", "project_manager") == {
        ("Acme", "am@example.com", "pm@example.com"): (Fraction(10),),
        ("Acme", "am@example.com", None): (Fraction(5),),
        None: (Fraction(15),),
    }


def test_a_filter_keeps_its_values_and_a_negated_one_keeps_what_has_none() -> None:
    assert counted("tracked_hours", where=(only("team", "Design", "Lab"),))[None] == (Fraction(2),)
    assert counted("tracked_hours", where=(none_of("team", "Code"),))[None] == (Fraction(2 + 1),)
    assert counted("tracked_hours", where=(none_of("project_manager", "pm@example.com"),))[None] == (Fraction(5),)


def test_weeks_are_iso_and_years_fiscal() -> None:
    period = Period(date(2026, 9, 1), date(2027, 1, 31), "winter")
    july = Settings(fiscal_year_starts=10)
    assert counted("tracked_hours", "week", period=period, today="2027-01-31").keys() == {
        ("2026-W40",),
        ("2026-W41",),
        ("2026-W42",),
        ("2026-W53",),
        None,
    }
    assert counted("tracked_hours", "quarter", period=period, today="2027-01-31", settings=july) == {
        ("FY26-Q4",): (Fraction(7),),
        ("FY27-Q1",): (Fraction(15),),
        ("FY27-Q2",): (Fraction(1),),
        None: (Fraction(23),),
    }
    assert counted("tracked_hours", "quarter", "year", period=period, today="2027-01-31").keys() == {
        ("2026-Q3", "2026"),
        ("2026-Q4", "2026"),
        ("2027-Q1", "2027"),
        None,
    }


def test_a_flow_is_cut_at_both_ends_and_to_date_at_its_end_only() -> None:
    assert counted("tracked_hours", period=SEPTEMBER)[None] == (Fraction(7),)
    to_date = Period(None, date(2026, 10, 5), "to date")
    assert counted("tracked_hours", period=to_date)[None] == (Fraction(12),)


def test_full_time_is_that_of_all_however_people_are_split_or_chosen() -> None:
    week = Period(date(2026, 10, 12), date(2026, 10, 16), "week 42")
    assert counted("fte", "person", period=week)[("Ben",)] == (Fraction(20), Fraction(40))
    assert counted("fte", period=week, where=(only("person", "Ben"),))[None] == (Fraction(20), Fraction(40))
    assert counted("fte", "day", period=week)[("2026-10-13",)] == (Fraction(20), Fraction(8))


def test_a_category_of_absence_is_over_all_contracted_hours() -> None:
    ana = only("person", "Ana")
    found = counted("absence_rate", "category", where=(ana, only("category", "sick")))
    assert found[("sick",)] == (Fraction(8), Fraction(22 * 8))
    assert found[None] == (Fraction(8), Fraction(22 * 8))


def test_flows_convert_at_the_day_and_what_has_no_rate_yet_is_left_out() -> None:
    assert counted("labor_cost", "person") == {
        ("Ana",): (Fraction(9 * 50),),
        ("Ben",): (Fraction(5 * 100) * Fraction("0.8"),),
        None: (Fraction(850),),
    }


def test_states_convert_at_the_end_of_the_period() -> None:
    before, after = (Period(None, date(2026, 10, day), "then") for day in (9, 10))
    assert counted("budget_total", period=before, where=(only("budget", "Care"),))[None] == (Fraction(1600),)
    assert counted("budget_total", period=after, where=(only("budget", "Care"),))[None] == (Fraction(1800),)


def test_a_wide_question_adds_up_open_budgets_unless_all_or_one_is_asked() -> None:
    def total(day: int, *where: Filter, every_item: bool = False) -> Fraction | None:
        then = Period(None, date(2026, 10, day), "then")
        return counted("budget_total", period=then, where=where, every_item=every_item)[None][0]

    assert total(7) == 1000 + 1600 + 400
    assert total(8) == 1000 + 1600
    assert total(20) == 1000 + 1800
    assert total(21) == 1000
    assert total(21, every_item=True) == 1000 + 1800 + 400 + 50
    assert total(21, only("project", "Shop")) == 1000 + 1800
    assert total(21, only("budget", "Past")) == 50
    assert total(21, none_of("budget", "Build")) == 0


def test_what_is_added_in_a_period_that_is_not_over_is_that_of_the_budgets_open_today() -> None:
    october = Period(date(2026, 10, 1), date(2026, 10, 31), "this month")
    whole_term = counted("budget_hours_used", "budget", period=october, today="2026-10-15")
    assert ("Care",) in whole_term
    assert ("Care",) not in counted("budget_hours_used", "budget", period=october, today="2026-11-02")


def test_a_median_is_exact_and_of_the_entries_of_its_key() -> None:
    assert counted("entry_lag_days", "person") == {
        ("Ana",): (Fraction(2),),
        ("Ben",): (Fraction(1),),
        None: (Fraction(3, 2),),
    }


def test_an_item_has_its_value_where_it_is_alone() -> None:
    work = agency(
        """
        projects      project  status  start
                      Shop     active  2026-01-01
        budgets       budget  project  type   hours  start       end
                      One     Shop     fixed  10     2026-10-05  2026-10-16
                      Two     Shop     fixed  20     2026-10-05  2026-10-16
        time_entries  person  project  date        hours  budget
                      Ana     Shop     2026-10-05  4      One
                      Ana     Shop     2026-10-06  4      Two
        """
    )
    week = Period(date(2026, 10, 5), date(2026, 10, 9), "week 41")
    assert counted("burn_index_hours", "budget", tables=work, period=week, today="2026-10-12") == {
        ("One",): (Fraction(8, 10),),
        ("Two",): (Fraction(4, 10),),
        None: (None,),
    }


# What it may look at.


def planted(monkeypatch: pytest.MonkeyPatch, select: str) -> None:
    monkeypatch.setattr(verification_engine, "load", lambda _: ReferenceSQL((), select))


@pytest.mark.parametrize(
    "select",
    [
        "SELECT date AS day, note, hours AS numerator FROM time_entries",
        "SELECT date AS day, amount AS numerator FROM expenses",
        "SELECT DATE '2026-10-01' AS day, rate AS numerator FROM dim_exchange_rates",
    ],
)
def test_a_table_or_column_not_declared_is_a_fault(select: str, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, select)
    with pytest.raises(MetricError, match="tracked_hours names what the metric does not declare to read"):
        checked(Query(("tracked_hours",), OCTOBER))


@pytest.mark.parametrize(
    ("select", "wrong"),
    [
        ("SELECT date AS day, hours / 3600 AS numerator FROM time_entries", r"numerator \(DOUBLE\)"),
        ("SELECT hours AS numerator FROM time_entries", "day"),
    ],
)
def test_what_is_not_a_slice_is_a_fault(select: str, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, select)
    with pytest.raises(MetricError, match=f"tracked_hours returns no slices: {wrong}"):
        checked(Query(("tracked_hours",), OCTOBER))


def test_the_engine_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, "SELECT DATE '2026-10-01' AS day, 1::BIGINT AS numerator FROM read_csv('/etc/hosts')")
    with pytest.raises(MetricError, match="tracked_hours cannot be run: Permission Error"):
        checked(Query(("tracked_hours",), OCTOBER))


def test_an_id_is_bound_and_never_part_of_the_sql() -> None:
    odd = "x' OR '1'='1"
    assert counted("tracked_hours", where=(only("team", odd),))[None] == (Fraction(0),)
