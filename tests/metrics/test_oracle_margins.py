"""Three hands count the margin that was sold and how far it has drifted: pandas, SQL, and an oracle of plain loops."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pyarrow as pa
import pytest

from tests.metrics.oracle import STEPS
from tests.metrics.oracle_case import EXPLORED, WITNESSES, Case, by_chance
from tests.metrics.oracle_margins import drift, sold
from tests.random_agency import TODAY

SEEDS = tuple(range(100)) if EXPLORED else (4, 11, 41)
DAYS = (TODAY - timedelta(days=23), TODAY + timedelta(days=5))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("day", DAYS)
def test_three_hands_agree_on_what_was_to_be_left_of_every_budget(day: date, seed: int) -> None:
    case = by_chance(seed)
    expected: dict[tuple[str, str], int] = {}
    for name in case.oracle.books.budgets:
        amounts, costs = sold(case.oracle, name, day) or ({}, {})
        for sums, sign in ((amounts, 1), (costs, -1)):
            for currency, amount in sums.items():
                expected[name, currency] = expected.get((name, currency), 0) + sign * int(amount * STEPS)
    assert any(expected.values())
    for witness in WITNESSES.values():
        told: dict[tuple[str, str], int] = {}
        for row in case.slices(witness, "margin_sold", day, day):
            key = (row["budget_id"], row["currency"])
            told[key] = told.get(key, 0) + row["numerator"]
        assert {key: value for key, value in told.items() if value} == {k: v for k, v in expected.items() if v}


def in_one_project(case: Case) -> Case:
    """The agency without rows that name the budget of another project than their own, and so belong to two."""
    books = case.oracle.books
    tables = dict(case.tables)
    for name in ("time_entries", "expenses"):
        budgets = [books.budget_of(row, row["date"]) for row in books.rows(name)]
        kept = [
            budget is None or books.budgets[budget]["project_id"] == row["project_id"]
            for budget, row in zip(budgets, books.rows(name), strict=True)
        ]
        tables[name] = tables[name].filter(pa.array(kept))
    return replace(case, tables=tables)


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hands_agree_on_the_drift_of_every_project(seed: int) -> None:
    case, day = in_one_project(by_chance(seed)), DAYS[1]
    found = {name: drift(case.oracle, name, day) for name in case.oracle.books.projects}
    expected = {name: value for name, value in found.items() if value is not None}
    assert expected
    for witness in WITNESSES.values():
        told = {
            row["project_id"]: Fraction(int(row["numerator"]), int(row["denominator"]))
            for row in case.slices(witness, "margin_drift", day, day)
        }
        assert told == expected
