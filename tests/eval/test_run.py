"""The cases of the evaluation hold over their agencies, to the floors that are set."""

from pathlib import Path

import pytest

from assistant.permissions.house import House
from eval.case import Stage, cases, suites
from eval.floors import missed, read_floors
from eval.run import Asked, evaluate


def test_the_evaluation_reaches_its_floors(demo_workspace: Path) -> None:
    """What a plan costs is told by `reckon eval` on a machine at rest: beside other tests it tells of these."""
    scorecard = evaluate(Asked(), {Stage("demo"): House.open(demo_workspace)})
    floors = read_floors().model_copy(update={"planning_median_ms": None})

    assert not [str(one) for one in missed(scorecard, floors)], scorecard.text()


def test_no_two_cases_share_a_name() -> None:
    names = [one.name for one in cases()]
    assert len(names) == len(set(names))


def test_there_are_cases_of_every_kind() -> None:
    found = list(cases())
    by_hand = [one for one in found if one.wanted.figures]

    assert len(found) >= 800
    assert len(by_hand) >= 160
    assert "names" in suites()


@pytest.mark.parametrize("split", ["ambiguous", "unanswerable", "forbidden", "injected", "stale", "follow-up"])
def test_every_split_is_asked_over_several_agencies_by_several_roles(split: str) -> None:
    found = [one for one in cases() if split in one.splits]

    assert len(found) >= 15
    assert len({one.stage.agency for one in found}) >= 2
    assert len({one.asker.email for one in found}) >= 4
