"""Three hands count what work will come to: pandas, SQL, and an oracle of plain loops, on agencies made by chance."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest

from assistant.metrics import earned_value
from tests.metrics.oracle import STEPS, Oracle
from tests.metrics.oracle_case import EXPLORED, WITNESSES, by_chance
from tests.metrics.oracle_completion import (
    Plan,
    at_cost,
    at_prices,
    counted,
    hours_at_completion,
    left_to_date,
    to_complete,
)
from tests.metrics.oracle_forecast import confirmed_to_date
from tests.metrics.oracle_work import SECONDS
from tests.metrics.test_oracle import Cells, all_agree, expected_of, told_by
from tests.random_agency import TODAY

SEEDS = tuple(range(100)) if EXPLORED else (4, 11, 41)
PAST, AHEAD = TODAY - timedelta(days=23), TODAY + timedelta(days=40)
SPAN = (TODAY - timedelta(days=60), TODAY + timedelta(days=95))

Basis = Callable[[Oracle, str, date], Plan | None]
BASES: dict[str, Basis] = {"": at_prices, "_at_cost": at_cost}
PLANS = (
    [(seed, day, ending) for seed in SEEDS for day in (PAST, AHEAD) for ending in BASES]
    if EXPLORED
    else [(4, AHEAD, ""), (11, PAST, "_at_cost"), (41, AHEAD, "_at_cost")]
)


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hands_agree_on_what_will_be_left_of_every_budget(seed: int) -> None:
    all_agree(by_chance(seed), "forecast_profit", left_to_date, SPAN)


@pytest.mark.parametrize("seed", SEEDS[:1])
def test_three_hands_agree_on_both_sides_of_the_margin_to_come(seed: int) -> None:
    case = by_chance(seed)
    for side, to_date in (("numerator", left_to_date), ("denominator", confirmed_to_date)):
        expected: Cells = expected_of(case, to_date, SPAN)
        for witness in WITNESSES.values():
            assert told_by(witness, case, "forecast_margin", SPAN, side) == expected


@pytest.mark.parametrize(("seed", "day", "ending"), PLANS)
def test_three_hands_agree_on_earned_value_and_every_estimate_at_completion(seed: int, day: date, ending: str) -> None:
    """Of every project, on both bases; what is left to do by hours, by pace and by schedule, too."""
    case = by_chance(seed)
    plans = {name: found for name in case.oracle.books.projects if (found := BASES[ending](case.oracle, name, day))}
    assert plans
    for metric in (one.name for one in earned_value.DEFINITIONS):
        expected = {
            (name, plan.currency): (int(value * STEPS), int(plan.below.get(metric, Fraction(0)) * STEPS))
            for name, plan in plans.items()
            if (value := plan.told()[metric]) is not None
        }
        for witness in WITNESSES.values():
            told = {
                (row["project_id"], row["currency"]): (int(row["numerator"]), int(row.get("denominator") or 0))
                for row in case.slices(witness, metric + ending, day, day)
            }
            assert told == expected, metric


@pytest.mark.parametrize("seed", SEEDS)
def test_three_hands_agree_on_the_hours_to_complete_and_at_completion(seed: int) -> None:
    case, day = by_chance(seed), TODAY
    books = case.oracle.books
    left = {row["task_id"]: hours for row in counted(books) if (hours := to_complete(books, row))}
    assert left
    at_completion = {name: hours for name in books.projects if (hours := hours_at_completion(books, name))}
    for metric, item, expected in (
        ("hours_to_complete", "task_id", left),
        ("hours_at_completion", "project_id", at_completion),
    ):
        for witness in WITNESSES.values():
            told: dict[str, Fraction] = {}
            for row in case.slices(witness, metric, day, day):
                told[row[item]] = told.get(row[item], Fraction(0)) + Fraction(int(row["numerator"]), SECONDS)
            assert {name: hours for name, hours in told.items() if hours} == expected
