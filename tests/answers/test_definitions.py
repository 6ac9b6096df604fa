"""Definitions side by side: the figures of the glossary, and gaps that their two parts make up exactly."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from assistant.agency.periods import Period
from assistant.answers.definitions import gap
from assistant.calculation import calculate
from assistant.planning.definitions import FAMILY, asked
from assistant.query import Query
from assistant.result import Cell
from assistant.settings import Settings
from tests.agency_notation import agency
from tests.fakes import authorised, facts

WEEK = Period(date(2025, 3, 3), date(2025, 3, 9), "that week")
NEXT_DAY = date(2025, 3, 10)

hours = st.integers(0, 400).map(lambda quarters: Fraction(quarters, 4))
some_hours = st.integers(1, 400).map(lambda quarters: Fraction(quarters, 4))


def cells(tables: dict[str, pa.Table]) -> dict[str, Cell]:
    query, chosen = Query(FAMILY, WEEK, definitions=True), Settings()
    found = calculate(authorised(query, tables, chosen), facts(query, tables, NEXT_DAY, chosen))
    return dict(zip(FAMILY, found.total.cells, strict=True))


def test_one_week_counted_by_each_definition() -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
    absences       person  start       end         status
                   Ana     2025-03-07  2025-03-07  approved
    projects       project  kind
                   Site     client
                   Own      internal
    time_entries   person  project  date        hours  billable_hours
                   Ana     Site     2025-03-03  10     10
                   Ana     Site     2025-03-04  10     10
                   Ana     Site     2025-03-05  10     8
                   Ana     Own      2025-03-06  4      0
    """
    # 40 h in the contract, 8 h of leave, 34 h tracked (30 of them for clients), 28 h billable.
    found = cells(agency(test_one_week_counted_by_each_definition.__doc__ or ""))
    assert {name: cell.value for name, cell in found.items()} == {
        "billable_utilization": Fraction(28, 32),  # 87.5 %
        "total_utilization": Fraction(34, 32),  # 106.25 %
        "billability": Fraction(28, 34),  # 82.35 %
        "capacity_utilization": Fraction(34, 40),  # 85 %
        "gross_billable_utilization": Fraction(28, 40),  # 70 %
        "client_utilization": Fraction(30, 32),
    }
    # Against Harvest's: 6 h that are not billable add 6 x (1/32 + 1/40) / 2, and 8 h of leave take away
    # (28 + 34) x (1/32 - 1/40) / 2; together 85 % - 87.5 %.
    harvest = gap(found["billable_utilization"], found["capacity_utilization"])
    assert harvest is not None
    assert (harvest.more_above, harvest.more_below) == (Fraction(6), Fraction(8))
    assert harvest.by_above == Fraction(27, 160)
    assert harvest.by_below == Fraction(-31, 160)
    assert harvest.whole == Fraction(-1, 40)


@given(hours, some_hours, hours, some_hours)
def test_the_two_parts_of_a_gap_make_it_up(top: Fraction, bottom: Fraction, other: Fraction, under: Fraction) -> None:
    ours, theirs = Cell(top, bottom, is_ratio=True), Cell(other, under, is_ratio=True)
    there, back = gap(ours, theirs), gap(theirs, ours)
    assert there is not None
    assert back is not None
    assert there.by_above + there.by_below == other / under - top / bottom
    assert (back.by_above, back.by_below) == (-there.by_above, -there.by_below)
    assert gap(ours, replace(theirs, denominator=Fraction(0))) is None


def test_the_words_for_definitions_are_taken_out_of_the_question() -> None:
    rest = {
        "How do Harvest, Teamwork, Kantata, Productive count utilization on our data?": "utilization",
        "how do Harvest and Kantata count our utilization by team last quarter": "utilization by team last quarter",
        "compare utilization definitions": "utilization",
        "compare the utilization definitions by person in September": "utilization by person in September",
        "why does Harvest show a different utilization": "utilization",
        "Why is our utilisation different in Harvest than in Teamwork in Q3?": "utilization in Q3",
        "utilization by month as Harvest, Teamwork and Ruddr count it": "utilization by month",
        "how would Kantata calculate utilization for the Design team last month": (
            "utilization for the Design team last month"
        ),
        "definition diff of utilization this year": "utilization this year",
        "show utilization last month under the definitions of other tools": "utilization last month",
    }
    assert {text: found.rest if (found := asked(text)) else None for text in rest} == rest


def test_other_questions_about_utilization_stay_as_they_are() -> None:
    for text in (
        "utilization by team last quarter",
        "utilization as Harvest counts it",
        "compare utilization last month with the month before",
        "why did utilization drop in September",
        "what is the definition of utilization",
        "how productive are we, by utilization",
        "hours for Harvest last month",
    ):
        assert asked(text) is None, text
