"""Firms unlike the demo: what they call their people, clients and projects is never taken for something else."""

import pytest

from assistant.outcome import Clarification
from tests.planning.an_agency import ask, queries
from tests.planning.other_firms import PRACTICE
from tests.planning.tables import cases

UNDERSTOOD = cases("understood_other_firms.txt")


@pytest.mark.parametrize("question", UNDERSTOOD)
def test_a_question_of_another_firm_becomes_exactly_these_queries(question: str) -> None:
    assert queries(question, PRACTICE) == UNDERSTOOD[question]


def test_a_first_name_that_is_a_surname_too_is_asked_back_by_their_names() -> None:
    outcome = ask("Grant's billable hours in August", PRACTICE)
    assert isinstance(outcome, Clarification)
    assert outcome.text == "“Grant” can be Grant Mitchell or Will Grant. Which one?"
    assert outcome.options == ("Grant Mitchell's billable hours in August", "Will Grant's billable hours in August")


def test_a_month_that_begins_names_of_work_is_asked_back_by_what_it_can_be() -> None:
    outcome = ask("Show me time by project for March", PRACTICE)
    assert isinstance(outcome, Clarification)
    assert outcome.text == "“March” can be client March & Sons, project March Street 21 or the month. Which one?"
    assert outcome.options[-1] == "Show me time by project in March"
