"""Numbers against their targets: which target counts, by hand, and how it is asked and told."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.agency.periods import Period
from assistant.aims import hold_against_targets
from assistant.answers.answer import Answer
from assistant.ask import ask
from assistant.calculation import calculate
from assistant.facts import Facts
from assistant.outcome import NoData
from assistant.permissions.house import House
from assistant.query import AgainstTarget, Filter, Query, Question
from assistant.result import Key
from assistant.verification import Verified, verify
from tests.agency_notation import Tables, agency
from tests.fakes import authorised

TODAY = date(2025, 5, 20)
QUARTER = Period(date(2025, 1, 1), date(2025, 3, 31), "Q1 2025")
MARCH = Period(date(2025, 3, 1), date(2025, 3, 31), "March 2025")


@pytest.fixture
def tables(request: pytest.FixtureRequest) -> Tables:
    """The agency in the test's docstring."""
    return agency(request.function.__doc__)


def aims(
    tables: Tables, metric: str, period: Period, by: tuple[str, ...] = (), where: tuple[Filter, ...] = ()
) -> Mapping[Key, Fraction]:
    """The target of every group that has one."""
    query = Query((metric,), period, by=by, where=where, target=AgainstTarget())
    allowed = authorised(query, tables)
    facts = Facts(allowed, TODAY)
    found = verify(calculate(allowed, facts), allowed, facts)
    assert isinstance(found, Verified)
    held = hold_against_targets(found, facts)
    if isinstance(held, NoData):
        return {}
    assert isinstance(held, Verified)
    return {key: one.value for key, one in (held.result.aims or {}).items()}


AGENCY = """
    clients       client
                  Acme
                  Bolt
    projects      project  client
                  Shop     Acme
                  Blog     Bolt
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    time_entries  person  project  date        hours
                  Ana     Shop     2025-01-07  8
                  Ana     Blog     2025-03-04  8
"""


def test_amounts_have_the_targets_that_fill_the_period_and_no_part_of_one() -> None:
    tables = agency(f"""
    {AGENCY.strip()}
    targets       metric   scope         start       end         value
                  revenue  all           2025-01-01  2025-01-31  1000
                  revenue  all           2025-02-01  2025-02-28  1500
                  revenue  all           2025-03-01  2025-03-31  2000
                  revenue  client:Acme   2025-01-01  2025-03-31  700
                  revenue  all           2025-01-01  2025-12-31  20000
                  margin   all           2025-01-01  2025-03-31  30
    """)
    # January to March are 4500 together; half of March, or half a year, is nobody's target.
    assert aims(tables, "revenue", QUARTER)[()] == 4500
    assert aims(tables, "revenue", MARCH)[()] == 2000
    assert aims(tables, "revenue", Period(date(2025, 3, 1), date(2025, 3, 15), "half of March")) == {}
    assert aims(tables, "revenue", Period(date(2025, 1, 1), date(2025, 12, 31), "2025"))[()] == 20000
    # What all are to earn is no target of a client without one.
    assert aims(tables, "revenue", QUARTER, ("client",)) == {(): 4500, ("Acme",): 700}
    assert aims(tables, "revenue", QUARTER, where=(Filter("client", ("Bolt",), ("Bolt",)),)) == {}
    assert aims(tables, "revenue", QUARTER, ("month",)) == {
        (): 4500,
        ("2025-01",): 1000,
        ("2025-02",): 1500,
        ("2025-03",): 2000,
    }


def test_a_share_is_held_against_the_target_in_force_all_the_time_of_the_nearest_scope() -> None:
    tables = agency(f"""
    {AGENCY.strip()}
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  60
    targets       metric  scope          start       end         value
                  margin  all            2024-01-01  2025-02-28  0.30
                  margin  all            2025-03-01  -           35
                  margin  "client: ACME"  -           -           45
                  margin  project:Blog   2025-03-01  -           0.5
    """)
    # 0.5 and 50 are the same target. On 1 March that of all changes, so the quarter has none but Acme's.
    assert aims(tables, "margin", MARCH, ("project",)) == {(): Fraction(35, 100), ("Blog",): Fraction(1, 2)}
    january = Period(date(2025, 1, 1), date(2025, 1, 31), "January 2025")
    assert aims(tables, "margin", january, ("project",)) == {(): Fraction(30, 100), ("Shop",): Fraction(45, 100)}
    assert aims(tables, "margin", QUARTER, ("client",)) == {("Acme",): Fraction(45, 100)}


DIRECTOR = "marta.lindqvist@harbourlane.example"
ON = date(2026, 10, 15)


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def answered(house: House, question: str) -> Answer:
    first = ask(Question(question, DIRECTOR, ON), house).first
    assert isinstance(first, Answer), first.text
    return first


def test_an_answer_tells_the_target_the_gap_and_the_row_of_the_file(house: House) -> None:
    answer = answered(house, "revenue against target last quarter")
    plain = answered(house, "revenue last quarter").verified.result.total.cells[0].value
    assert plain is not None
    revenue, target, gap, share = (one.value for one in answer.table.rows[0].figures if one is not None)
    assert (revenue, target) == (plain, Fraction(1_050_000))
    assert (gap, share) == (revenue - target, revenue / target)
    assert "(targets.csv row 11)" in answer.text
    assert "above it" in answer.text


def test_who_is_below_target_stands_alone_the_furthest_first(house: House) -> None:
    answer = answered(house, "which clients are below their margin target this year")
    assert [row.labels for row in answer.table.rows] == [("Triglav Outdoor",)]
    every = answered(house, "margin against target by client this year")
    gaps = {row.labels[0]: row.figures[2] for row in every.table.rows}
    assert {name for name, gap in gaps.items() if gap is not None and gap.value < 0} == {"Triglav Outdoor"}


def test_a_target_that_is_not_kept_is_said_to_be_missing_and_those_there_are_named(house: House) -> None:
    first = ask(Question("revenue against target in September", DIRECTOR, ON), house).first
    assert isinstance(first, NoData)
    assert "all from 2026-07-01 to 2026-09-30" in first.text
    assert isinstance(ask(Question("profit target this year", DIRECTOR, ON), house).first, NoData)
