"""Whatever is offered instead of an answer is answered when the same asker picks it, and keeps names and periods."""

from typing import TYPE_CHECKING, cast

import pytest

from assistant.outcome import Clarification, NoData, Unsupported
from assistant.permissions.authorise import may_be_asked
from assistant.query import Plan
from tests.planning.an_agency import TODAY, FakeView, ask

if TYPE_CHECKING:
    from assistant.permissions.view import View

ROLES = ("admin", "finance", "project_manager", "account_manager", "coordinator", "member")
ASKED = (
    "what did we make on each client after paying everyone",
    "what comes in per head",
    "what will we end up having spent on each job",
    "which accounts aren't worth it",
    "what do we take home out of every euro",
    "how fast are the jobs eating their money",
    "what's stuck waiting on something else",
    "who do I need to nag",
    "is Acme happy",
    "how many meetings did Ana have last week",
    "churn probability per client",
    "average salary by team",
    "desk occupancy",
    "conversion rate of the website",
    "what might we win, taking the odds into account",
    "what about Northwind",
    "hours for Ana last month",
    "who will be off",
    "revenu of Nortwhind",
    "what is the weather",
)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_offered_is_answered(role: str) -> None:
    view = FakeView(role=role)
    offered = 0
    for question in ASKED:
        outcome = ask(question, view)
        if isinstance(outcome, Plan):
            continue
        for one in (*outcome.suggestions, *getattr(outcome, "options", ())):
            again = ask(one, view)
            assert isinstance(again, Plan), (question, one)
            assert not again.not_planned, (question, one)
            assert all(may_be_asked(query, cast("View", view), TODAY) for query in again.queries), (question, one)
            offered += 1
    assert offered > len(ASKED)


def test_names_and_period_stay_in_each_option() -> None:
    outcome = ask("how much sweat went into Northwind Labs last quarter")

    assert isinstance(outcome, Clarification)
    for one in outcome.options:
        again = ask(one)
        assert isinstance(again, Plan)
        assert {tuple(row.names) for query in again.queries for row in query.where} == {("Northwind Labs",)}
        assert {query.period.end.isoformat() for query in again.queries} == {"2026-09-30"}


def test_where_nothing_offered_could_be_answered_it_is_said_what_it_comes_to() -> None:
    """A name that is near another is no slip of it where nothing could be told of that."""
    outcome = ask("free hours of Acne Corp")

    assert isinstance(outcome, NoData)
    assert "Acne" in outcome.text


def test_what_is_said_to_be_near_is_what_is_offered() -> None:
    outcome = ask("how many meetings did Ana have last week")

    assert isinstance(outcome, Unsupported)
    assert outcome.text.endswith("What comes nearest is tracked hours or internal hours.")
    assert [one.split(" last")[0] for one in outcome.suggestions][:2] == ["Tracked hours", "Internal hours"]
