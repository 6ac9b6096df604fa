"""Why a margin drifted from the one that was sold: by hand for each reason, and that parts are the drift exactly."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.explanation import explain
from assistant.facts import Facts
from assistant.outcome import Ended, NoData
from assistant.query import Filter, Query
from assistant.result import Explanation
from assistant.verification import Verified, verify
from tests.agency_notation import Tables, agency
from tests.fakes import authorised
from tests.random_agency import TODAY as LATER
from tests.random_agency import random_agency, settings_of

TODAY = date(2025, 4, 1)
ON = Period(None, date(2025, 3, 31), "as of 31 March 2025")


@pytest.fixture
def tables(request: pytest.FixtureRequest) -> Tables:
    """The agency in the test's docstring."""
    return agency(request.function.__doc__)


def drift(tables: Tables, by: tuple[str, ...] = (), where: tuple[Filter, ...] = ()) -> Explanation:
    """The drift of the projects there are, told in parts."""
    query = Query(("margin_drift",), ON, by=by, where=where, why=True)
    allowed = authorised(query, tables)
    facts = Facts(allowed, TODAY)
    found = verify(calculate(allowed, facts), allowed, facts)
    assert isinstance(found, Verified)
    told = explain(found, allowed, facts)
    assert isinstance(told, Verified), told
    made = told.result.explanation
    assert made is not None
    return made


def parts(made: Explanation) -> dict[str, Fraction]:
    """What each factor did, where it did anything."""
    assert sum((one.value or Fraction(0) for one in made.parts), Fraction(0)) == made.after - made.before
    return {one.name: one.value for one in made.parts if one.value}


def test_hours_beyond_a_fixed_fee_and_a_raise_cost_margin_and_no_price_does(tables: Tables) -> None:
    """
    projects      project
                  Site
    budgets       budget  project  type   start       amount  hours
                  fee     Site     fixed  2025-01-01  10000   100
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  50
                  Ana     2025-02-01  62
    time_entries  person  project  date        hours
                  Ana     Site     2025-01-07  20
                  Ana     Site     2025-02-03  24
                  Ana     Site     2025-02-04  24
                  Ana     Site     2025-02-05  24
                  Ana     Site     2025-02-06  24
                  Ana     Site     2025-02-07  4
    """
    # Sold: 100 h at 50, half of 10000. To date 120 h for 1000 + 6200: 60 an hour, 28 % of the whole fee.
    # Hours: 20 more at (50 + 60) / 2 = 1100 of 10000. Cost rates: 10 more over (100 + 120) / 2 = 1100.
    made = drift(tables)
    assert (made.before, made.after) == (Fraction(50, 100), Fraction(28, 100))
    assert parts(made) == {"hours": Fraction(-11, 100), "cost rates": Fraction(-11, 100)}


def test_hours_nobody_pays_for_and_a_lower_price_are_told_apart(tables: Tables) -> None:
    """
    projects      project
                  Care
    budgets       budget  project  type                start       amount  hours
                  time    Care     time_and_materials  2025-01-01  10000   100
    bill_rates    valid_from  hourly_rate
                  2025-01-01  90
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  50
    time_entries  person  project  date        hours  billable_hours
                  Ana     Care     2025-01-07  20     20
                  Ana     Care     2025-01-08  20     10
    """
    # Sold: an hour for 100 at 50. To date 40 h cost 2000, 30 of them earn 2700: 7/27.
    # With the hours alone 3000 are earned: 1/3. With the price alone 9 of 10 of what was sold: 4/9.
    # Hours ((1/3 - 1/2) + (7/27 - 4/9)) / 2 = -19/108; prices ((4/9 - 1/2) + (7/27 - 1/3)) / 2 = -7/108.
    made = drift(tables)
    assert (made.before, made.after) == (Fraction(1, 2), Fraction(7, 27))
    assert parts(made) == {"hours": Fraction(-19, 108), "prices": Fraction(-7, 108)}


def test_a_change_that_brings_more_hours_than_money_is_of_the_scope(tables: Tables) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type   start       amount  hours
                     fee     Site     fixed  2025-01-01  8000    80
    change_requests  project  budget  requested   decided     status    amount  hours
                     Site     fee     2025-01-02  2025-01-03  approved  1000    40
    cost_rates       person  valid_from  hourly_cost
                     Ana     2025-01-01  40
    time_entries     person  project  date        hours
                     Ana     Site     2025-01-07  20
                     Ana     Site     2025-01-08  20
                     Ana     Site     2025-01-09  20
    """
    # Sold 3200 of 8000, 60 %; with the change 4800 of 9000. To date 60 of 120 h: 2400 of 4500, as changed.
    made = drift(tables)
    assert (made.before, made.after) == (Fraction(60, 100), 1 - Fraction(24, 45))
    assert parts(made) == {"scope": Fraction(-2, 15)}


def test_who_does_the_work_is_the_mix_and_what_is_bought_are_expenses(tables: Tables) -> None:
    """
    projects      project
                  Site
                  Film
    budgets       budget  project  type   start       amount  hours
                  fee     Site     fixed  2025-01-01  8000    80
                  reel    Film     fixed  2025-01-01  1000    10
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  40
                  Ben     2025-01-01  60
    time_entries  person  project  date        hours
                  Ana     Site     2025-01-07  10
                  Ben     Site     2025-01-07  20
                  Ben     Site     2025-01-08  10
                  Ana     Film     2025-01-09  5
    expenses      project  date        amount
                  Film     2025-01-10  50
    """
    # Site: sold at 50 an hour, 50 %; Ana's 10 h and Ben's 30 cost 2200 of 4000, 45 %.
    # Film: sold at 40 an hour, 60 %; half of it is done for 200 and an expense of 50 of 500, 50 %.
    # Together of the 4500 earned: 2300 was the profit sold, 2050 is there; mix -200 and expenses -50 of 4500.
    made = drift(tables)
    assert (made.before, made.after) == (Fraction(2300, 4500), Fraction(2050, 4500))
    assert parts(made) == {"mix of people": Fraction(-200, 4500), "expenses": Fraction(-50, 4500)}
    by_project = drift(tables, ("project",))
    assert {(one.name, one.key): one.value for one in by_project.drilled} == {
        ("mix of people", ("Site",)): Fraction(-200, 4500),
        ("expenses", ("Film",)): Fraction(-50, 4500),
    }
    alone = drift(tables, where=(Filter("project", ("Film",), ("Film",)),))
    assert parts(alone) == {"expenses": Fraction(-50, 500)}


def test_a_rate_of_exchange_that_fell_is_told_as_one(tables: Tables) -> None:
    """
    projects        project
                    Site
    budgets         budget  project  type   start       amount  hours  currency
                    fee     Site     fixed  2025-01-01  1000    10     USD
    exchange_rates  date        currency  rate
                    2025-01-01  USD       0.8
                    2025-03-01  USD       1
    cost_rates      person  valid_from  hourly_cost
                    Ana     2025-01-01  50
    time_entries    person  project  date        hours
                    Ana     Site     2025-01-07  5
    """
    # By the rate of 31 March 1000 were sold at 500. In January half of it was worth 400 and cost 250.
    made = drift(tables)
    assert (made.before, made.after) == (Fraction(1, 2), 1 - Fraction(250, 400))
    assert parts(made) == {"exchange rates": Fraction(-1, 8)}


def test_work_beside_what_was_sold_is_of_the_scope(tables: Tables) -> None:
    """
    projects      project
                  Site
    budgets       budget  project  type          start       amount  hours
                  fee     Site     fixed         2025-01-01  1000    10
                  pitch   Site     non_billable  2025-01-01  -       -
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  50
    time_entries  person  project  date        hours  budget
                  Ana     Site     2025-01-07  10     fee
                  Ana     Site     2025-01-08  4      pitch
    """
    # The fee is earned at 500, as sold; 4 h of a pitch cost 200 more.
    made = drift(tables)
    assert parts(made) == {"scope": Fraction(-20, 100)}


def test_what_was_never_sold_has_not_drifted(tables: Tables) -> None:
    """
    projects      project
                  Site
    bill_rates    valid_from  hourly_rate
                  2025-01-01  90
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  50
    time_entries  person  project  date        hours
                  Ana     Site     2025-01-07  10
    """
    query = Query(("margin_drift",), ON, why=True)
    allowed = authorised(query, tables)
    facts = Facts(allowed, TODAY)
    found = verify(calculate(allowed, facts), allowed, facts)
    assert isinstance(found, Verified)
    assert isinstance(explain(found, allowed, facts), NoData)


@settings(max_examples=8)
@given(st.integers(0, 99))
def test_the_parts_of_any_drift_are_the_drift_project_by_project(seed: int) -> None:
    """The explanation is held against the verified cells itself, and withheld where they differ."""
    chance = Random(seed)  # noqa: S311 - the same question every time
    by = chance.choice(((), ("project",), ("client",)))
    query = Query(("margin_drift",), Period(None, LATER, "to date"), by=by, why=True)
    allowed = authorised(query, random_agency(seed), settings_of(seed))
    facts = Facts(allowed, LATER)
    found = verify(calculate(allowed, facts), allowed, facts)
    assert isinstance(found, Verified)
    told = explain(found, allowed, facts)
    if isinstance(told, Ended):
        assert isinstance(told, NoData), told
        return
    made = told.result.explanation
    assert made is not None
    parts(made)
    for name in {one.name for one in made.drilled}:
        drilled = sum((one.value or Fraction(0) for one in made.drilled if one.name == name), Fraction(0))
        assert drilled == next(one.value for one in made.parts if one.name == name)
