"""A language model that says what is right gives the figures of the evaluation; one that does not gives no other."""

import pytest

from eval.case import Case, cases
from tests.models.every_case import TAKEN, WRONG, made_up, right, wrong

ASKED = (
    "hand-utilization-by-team",
    "hand-revenue-acme-only",
    "hand-revenue-without",
    "hand-revenue-change",
    "hand-top-client",
    "hand-receivables-end-of-september",
    "hand-free",
)


@pytest.fixture(scope="module")
def asked() -> tuple[Case, ...]:
    return tuple(one for one in cases() if one.name in ASKED)


def test_a_right_model_gives_the_same_figures(asked: tuple[Case, ...]) -> None:
    scored = list(right(asked))

    assert len(scored) == len(ASKED)
    assert not [one.problems for one, _ in scored if one.wrong_number]
    assert sum(chosen for _, chosen in scored) >= len(ASKED) - 1


def test_whatever_a_model_does_wrong_the_plan_is_as_without_it_or_right(asked: tuple[Case, ...]) -> None:
    tried = list(wrong(asked, tuple(WRONG)))

    assert len(tried) == len(ASKED) * len(WRONG)
    assert not [(one.how, one.case.name, one.fault) for one in tried if one.fault]
    assert sum(one.chosen for one in tried if one.how in TAKEN) >= len(TAKEN) * (len(ASKED) - 1)


def test_what_has_no_answer_gets_none_from_a_model() -> None:
    unanswerable = [one for one in cases("reel_roles") if {"unanswerable", "ambiguous"} & set(one.splits)]
    tried = list(made_up(unanswerable))

    assert len(tried) > len(unanswerable)
    assert not [(one.case.name, one.fault) for one in tried if one.fault]
