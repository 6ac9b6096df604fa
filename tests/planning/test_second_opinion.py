"""A question whose words clearly mean another metric than the grammar's is asked back; any other is left alone."""

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification
from assistant.planning.meaning import meant
from assistant.planning.second_opinion import SAYING_SOMETHING, is_another
from assistant.planning.words import FILLERS
from assistant.query import Plan
from assistant.settings import Settings
from tests.planning.an_agency import FakeView, ask

MISREAD = (
    ("what part of all the work each team does is actually for a fee", "revenue", "billability"),
    ("what can we still spend on the client", "budget_used", "budget_remaining"),
    ("can still go on holiday, how much has he got", "absence_days", "leave_balance_days"),
    ("how much may we still spend on the project", "budget_used", "budget_remaining"),
    ("how much of the effort we sold is gone", "won_value", "budget_hours_used"),
    ("how much time do our monthly customers still have", "tracked_hours", "retainer_balance_hours"),
    ("how much worth of work have we really got done", "tracked_hours", "earned_value"),
    ("what will each job come to in the end at the efficiency", "billability", "estimate_at_completion"),
)
"""What is said, what a grammar that passes over the telling words makes of it, and what is meant."""


@pytest.mark.parametrize(("said", "read", "right"), MISREAD)
def test_the_words_mean_another_metric(said: str, read: str, right: str) -> None:
    found = meant(said, tuple(METRICS))

    assert is_another({read}, found)
    assert not is_another({right}, found)


def test_a_telling_word_is_one_that_carries_nothing_beside_a_metric() -> None:
    assert set(SAYING_SOMETHING) <= set(FILLERS)


def test_what_is_meant_and_what_was_read_are_both_offered_as_whole_questions() -> None:
    outcome = ask("how much worth of work have we really got done in September")

    assert isinstance(outcome, Clarification)
    assert "Earned value" in outcome.options[0]
    assert "Tracked hours" in outcome.options[-1]
    assert all(isinstance(ask(one), Plan) for one in outcome.options)


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("how many hours may Ben Okafor still work this month", "Available hours for person Ben Okafor this month"),
        ("how much revenue can we still make this year", "Projected revenue this year"),
        ("what will Apollo cost", "Estimate at completion at cost for project Apollo"),
        ("how many left this year", "Budget remaining this year"),
        ("what part of all the work each team does is actually for a fee", "Billable share by team"),
    ],
)
def test_what_is_probably_meant_is_among_what_is_offered(question: str, offered: str) -> None:
    outcome = ask(question)

    assert isinstance(outcome, Clarification)
    assert offered in outcome.options


def test_nobody_is_asked_twice_where_other_words_are_switched_off() -> None:
    without = FakeView(settings=Settings(paraphrases=False))

    assert isinstance(ask("how much worth of work have we really got done", without), Plan)


def test_the_model_is_not_asked_where_every_word_is_a_term(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr("assistant.planning.meaning.embed", asked)

    assert isinstance(ask("Billable utilization by person last quarter"), Plan)
    assert isinstance(ask("which clients have the highest revenue this year, by month?"), Plan)
    assert isinstance(ask("how many hours did Ben Okafor log last week"), Plan)
