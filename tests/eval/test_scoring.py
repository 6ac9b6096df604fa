"""Intervals, floors and comparisons say of a run what it is worth."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UsageError
from eval.case import Asker, Case, CaseFile, Stage, agrees, exact, read
from eval.compare import compared, passed_before
from eval.floors import Floors, missed, read_floors
from eval.intervals import wilson
from eval.score import Problem, Score, Timing
from eval.scorecard import Scorecard

if TYPE_CHECKING:
    from collections.abc import Callable


def case(name: str, outcome: str = "answer") -> Case:
    wanted = CaseFile.model_validate({"question": f"{name}?", "outcome": outcome})
    return Case("theme", name, Stage("ten"), Asker("ida@ten"), date(2026, 10, 15), ("some",), wanted)


def scored(name: str, *problems: Problem, outcome: str = "answer", wanted: str = "answer") -> Score:
    return Score(case(name, wanted), outcome, problems, Timing(0.002, 0.1))


RIGHT = scored("right")
WRONG_NUMBER = scored("wrong", Problem("plan", "by team instead of client", misleads=True))
ASKED_BACK = scored("asked-back", Problem("outcome", "clarification instead of answer"), outcome="clarification")
LEAKING = scored("leaking", Problem("leakage", "says “€”"), outcome="refusal", wanted="refusal")


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962), (98, 100, 0.9300, 0.9945)],
)
def test_intervals_are_as_wilson_has_them(hits: int, tries: int, low: float, high: float) -> None:
    assert wilson(hits, tries) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 2000), st.data())
def test_an_interval_holds_its_share(tries: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, tries))
    low, high = wilson(hits, tries)
    assert 0 <= low <= hits / tries + 1e-12
    assert hits / tries - 1e-12 <= high <= 1


def test_the_scorecard_counts_what_matters() -> None:
    scorecard = Scorecard((RIGHT, WRONG_NUMBER, ASKED_BACK, LEAKING))

    assert (scorecard.wrong_numbers.hits, scorecard.wrong_numbers.tries) == (1, 4)
    assert (scorecard.in_scope.hits, scorecard.in_scope.tries) == (1, 3)
    assert (scorecard.needless.hits, scorecard.leaks.hits) == (1, 1)
    assert scorecard.text().splitlines()[0].startswith("wrong numbers")
    assert next(scorecard.failed()).case.name == "wrong"


@pytest.mark.parametrize(
    ("scores", "floor"),
    [
        ([WRONG_NUMBER], "wrong numbers"),
        ([LEAKING], "leaks"),
        ([ASKED_BACK], "needless clarifications"),
        ([ASKED_BACK, RIGHT], "right, in scope"),
        ([LEAKING, RIGHT], "right, out of scope"),
    ],
)
def test_a_run_below_a_floor_misses_it(scores: list[Score], floor: str) -> None:
    assert floor in [one.name for one in missed(Scorecard(tuple(scores)), Floors())]


def test_a_run_that_is_right_misses_nothing_and_a_slow_or_varying_one_does() -> None:
    assert not list(missed(Scorecard((RIGHT,)), Floors()))
    assert [one.name for one in missed(Scorecard((RIGHT,)), Floors(planning_median_ms=1))] == ["a plan"]
    varying = Score(RIGHT.case, "answer", (), Timing(0, 0), varies=True)
    assert [one.name for one in missed(Scorecard((varying,), 2), Floors())] == ["identical over repeats"]
    assert [one.name for one in missed(Scorecard((WRONG_NUMBER,)), Floors(wrong_numbers=1, categories={"some": 0.5}))][
        -1
    ] == "some"


def test_an_earlier_run_says_what_was_fixed_and_what_was_broken(tmp_path: Path) -> None:
    earlier = Scorecard((RIGHT, WRONG_NUMBER, ASKED_BACK))
    file = tmp_path / "run.json"
    file.write_text(json.dumps(earlier.to_json()), encoding="utf-8")
    now = Scorecard((scored("right", Problem("plan", "other")), scored("wrong"), ASKED_BACK, scored("fresh")))

    found = compared(now, passed_before(file))

    assert (found.broken, found.fixed) == (("theme/right",), ("theme/wrong",))
    assert (found.still_wrong, found.added, found.unchanged) == (("theme/asked-back",), ("theme/fresh",), 1)
    assert not found.gone
    assert passed_before(file, "theme") == passed_before(file)
    assert not passed_before(file, "another")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.json"
    other = tmp_path / "other.json"
    other.write_text('{"results": 3}', encoding="utf-8")
    wrong = tmp_path / "floors.yaml"
    wrong.write_text("right_in_scope: 98", encoding="utf-8")
    tries: list[tuple[Callable[[], object], str]] = [
        (lambda: passed_before(nothing), "cannot be read"),
        (lambda: passed_before(other), "is no run of the evaluation"),
        (lambda: read_floors(tmp_path / "none.yaml"), "cannot be read"),
        (lambda: read_floors(wrong), "right_in_scope"),
        (
            lambda: list(read("x", "agency: ten\ncases: {a: {question: b, plan: {metrics: c}}}")),
            "cases.a.plan.0.period",
        ),
        (lambda: list(read("x", "agency: ten\nasker: nobody\ncases: {a: {question: b}}")), "nobody"),
    ]
    for attempt, said in tries:
        with pytest.raises(UsageError, match=said):
            attempt()


def test_figures_on_paper_are_exact_unless_they_are_long_decimals() -> None:
    assert agrees("52/928", exact("52/928"))
    assert not agrees("52/928", exact("53/928"))
    assert agrees("3303.2258", exact("3303.22580645"))
    assert not agrees("8.5", exact("8.51"))
    assert not agrees("0", None)
