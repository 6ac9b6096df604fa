"""Questions about what is wrong or missing in the data are answered from the list of data health."""

import pytest

from assistant.outcome import ToLookAfter
from tests.planning.an_agency import ask

POINTED = {
    "what needs chasing": (),
    "What should I chase first?": (),
    "is our data complete?": (),
    "any data quality issues": (),
    "people without a cost rate": ("missing_cost_rate",),
    "who has no cost rate?": ("missing_cost_rate",),
    "are there any employees that don't have a cost rate yet": ("missing_cost_rate",),
    "missing bill rates": ("missing_bill_rate",),
    "budgets with no end date": ("budget_without_end",),
    "do we have agreements without an end date?": ("budget_without_end",),
    "stale notes": ("stale_notes",),
    "which projects have outdated notes": ("stale_notes",),
    "did anyone log time on a closed project": ("archived_project",),
    "who logged hours on archived projects?": ("archived_project",),
    "projects without a project manager": ("unknown_owner",),
    "deals nobody owns": ("unknown_owner",),
    "overlapping budgets": ("two_budgets",),
    "how fresh is the data?": ("freshness",),
    "any rows in quarantine": ("quarantine",),
}


@pytest.mark.parametrize("question", POINTED)
def test_the_list_of_data_health_is_asked_for(question: str) -> None:
    outcome = ask(question)

    assert isinstance(outcome, ToLookAfter), outcome
    assert outcome.findings == POINTED[question]


@pytest.mark.parametrize(
    "question",
    [
        "margin of projects without an end date",
        "hours on closed projects last month",
        "cost by person last month",
        "which projects end next month",
        "revenue of clients without a project manager",
        "who is missing timesheets",
    ],
)
def test_a_question_for_a_number_is_none_for_the_list(question: str) -> None:
    assert not isinstance(ask(question), ToLookAfter)
