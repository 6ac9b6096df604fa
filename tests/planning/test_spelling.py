"""Slips of the keys are put right where only one word can be meant, and never in names."""

from typing import TYPE_CHECKING, cast

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification
from assistant.planning.spelling import corrected
from assistant.planning.vocabulary import vocabulary_of
from assistant.query import Plan
from tests.planning.an_agency import ADMIN, ask

if TYPE_CHECKING:
    from assistant.permissions.view import View

VOCABULARY = vocabulary_of(cast("View", ADMIN), METRICS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("revnue by cleint last mnth", "revenue by client last month"),
        ("utilizatoin by team", "utilization by team"),
        ("hours by proejct last qurter", "hours by project last quarter"),
        ("Margni by client", "Margin by client"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert corrected(typed, VOCABULARY).casefold() == meant.casefold()


@pytest.mark.parametrize("text", ["charge by client", "workers by team", "start a timer", "lease by client", "shade"])
def test_another_word_is_no_slip(text: str) -> None:
    assert corrected(text, VOCABULARY) == text


def test_a_name_with_one_slip_is_put_right_and_the_answer_says_so() -> None:
    outcome = ask("hours for nortwind last month")

    assert isinstance(outcome, Plan)
    assert outcome.queries[0].where[0].names == ("Northwind",)
    assert outcome.queries[0].understood == "“nortwind” was read as Northwind."


def test_a_name_that_could_be_another_is_asked_back() -> None:
    outcome = ask("hours for Northward last month")

    assert isinstance(outcome, Clarification)
    assert "hours for Northwind last month" in outcome.options


def test_a_slip_that_could_be_another_word_is_asked_back() -> None:
    outcome = ask("hous by client")

    assert isinstance(outcome, Clarification)
    assert outcome.options == ("hour by client",)


@pytest.mark.parametrize(
    ("typed", "meant", "said"),
    [
        ("budgrt by client", "budget by client", "“budgrt” was read as budget."),
        ("hors by projetc last monnh", "hours by project last month", "“hors” was read as hours."),
        ("whch clients owe us money", "which clients owe us money", "“whch” was read as which."),
        ("who are our biggest clientts", "who are our biggest clients", "“clientts” was read as clients."),
        ("revenue in Septemoer", "revenue in September", "“Septemoer” was read as september."),
    ],
)
def test_one_wrong_letter_is_put_right_where_nothing_else_is_meant(typed: str, meant: str, said: str) -> None:
    outcome, expected = ask(typed), ask(meant)

    assert isinstance(outcome, Plan)
    assert isinstance(expected, Plan)
    assert [(one.metrics, one.by, one.period) for one in outcome.queries] == [
        (one.metrics, one.by, one.period) for one in expected.queries
    ]
    assert said in outcome.queries[0].understood


@pytest.mark.parametrize("text", ["hours for delto last month", "hours of marko last month", "revenue of Marsh"])
def test_a_name_that_nobody_knows_is_no_slip(text: str) -> None:
    assert not isinstance(ask(text), Plan)
