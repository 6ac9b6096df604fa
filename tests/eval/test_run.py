"""The cases of the evaluation hold over the demo agency, and a wrong reply is scored as wrong."""

from dataclasses import replace
from pathlib import Path

from assistant.permissions.house import House
from eval.case import cases
from eval.run import evaluate_in
from eval.scorecard import Scorecard


def test_every_case_passes_and_no_number_is_wrong(demo_workspace: Path) -> None:
    scorecard = evaluate_in(House.open(demo_workspace))
    assert scorecard.passed, scorecard.text()
    assert scorecard.wrong_numbers == 0
    assert len(scorecard.scores) >= 25


def test_an_answer_to_another_question_is_a_wrong_number(demo_workspace: Path) -> None:
    scorecard = evaluate_in(House.open(demo_workspace))
    scores = {one.case.wanted.id: one for one in scorecard.scores}
    score = scores["hours-by-client"]
    spoiled = replace(score, problems=("by ('team',) instead of ('client',)",), wrong_number=True)
    assert not Scorecard((spoiled,)).passed
    assert Scorecard((spoiled,)).wrong_numbers == 1
    assert "instead of" in Scorecard((spoiled,)).text()


def test_no_two_cases_share_an_id() -> None:
    ids = [one.wanted.id for one in cases()]
    assert len(ids) == len(set(ids))
