"""The proof over a workspace asks every metric by everything it can be broken down by, over whole periods."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.agency.periods import Calendar, Period
from assistant.metrics.catalogue import METRICS
from assistant.permissions.house import LOCAL_OWNER, House
from assistant.proof import Proof, Row, periods, picked, prove_metric, questions
from assistant.verification_cells import Disagreement

TODAY = date(2026, 10, 15)
CALENDAR = Calendar()


def spans(name: str, calendar: Calendar = CALENDAR, today: date = TODAY) -> list[tuple[str | None, str]]:
    def iso(period: Period) -> tuple[str | None, str]:
        return period.start.isoformat() if period.start else None, period.end.isoformat()

    return [iso(period) for period in periods(METRICS[name], calendar, today)]


def test_what_happened_is_proved_over_twelve_whole_months_and_this_fiscal_year() -> None:
    assert spans("revenue") == [("2025-10-01", "2026-09-30"), ("2026-01-01", "2026-12-31")]
    assert spans("revenue", Calendar(fiscal_year_starts=7))[1] == ("2026-07-01", "2027-06-30")
    assert spans("revenue", Calendar(fiscal_year_starts=11))[1] == ("2025-11-01", "2026-10-31")


def test_a_forecast_is_proved_over_the_next_quarter() -> None:
    assert spans("weighted_pipeline")[1] == ("2027-01-01", "2027-03-31")
    assert spans("weighted_pipeline", Calendar(fiscal_year_starts=2))[1] == ("2026-11-01", "2027-01-31")
    assert spans("weighted_pipeline", today=date(2026, 12, 31))[1] == ("2027-01-01", "2027-03-31")


def test_a_state_is_proved_on_two_dates() -> None:
    assert spans("budget_total") == [(None, "2026-10-15"), (None, "2026-09-30")]


@pytest.mark.parametrize("name", METRICS)
def test_every_breakdown_is_asked_in_every_period_and_of_every_budget(name: str) -> None:
    asked = list(questions(METRICS[name], CALENDAR, TODAY))
    for period in periods(METRICS[name], CALENDAR, TODAY):
        ways = [query.by for query in asked if query.period == period]
        assert ways == [(), *((dimension,) for dimension in METRICS[name].by)]
    assert all(query.every_item for query in asked)


def test_the_demo_agency_is_proved(demo_workspace: Path) -> None:
    view = House.open(demo_workspace).view_as(LOCAL_OWNER)
    row, differing = prove_metric(METRICS["weighted_pipeline"], view, TODAY)
    assert differing == ()
    assert (
        row.questions == len(METRICS["weighted_pipeline"].by) * 2 + 2 + 2
    )  # above the mean, and those that make up the most
    assert row.cells > row.questions


def test_rows_that_are_picked_are_proved_where_something_is_picked_by() -> None:
    far, above, most = picked(METRICS["revenue"], CALENDAR, TODAY)
    assert far.by_change
    assert above.to_mean
    assert most.derived
    assert [one.derived is None for one in picked(METRICS["margin"], CALENDAR, TODAY)] == [True, True]


def test_one_cell_that_differs_is_no_proof() -> None:
    cell = Disagreement("fte", "this fiscal year", ("Ana",), (Fraction(1, 2),), (Fraction(1),))
    proof = Proof((Row("fte", 2, 10, 1),), (cell,))
    assert not proof.agrees
    assert proof.to_json() == {
        "agrees": False,
        "cells": 10,
        "metrics": [{"metric": "fte", "questions": 2, "cells": 10, "disagreements": 1}],
        "disagreements": [
            {
                "metric": "fte",
                "period": "this fiscal year",
                "key": ["Ana"],
                "calculated": ["1/2"],
                "reference": ["1"],
            }
        ],
    }
