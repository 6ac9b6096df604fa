"""Questions for the reason of a change: which periods are compared, and what cannot be told."""

from typing import TYPE_CHECKING, cast

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Unsupported
from assistant.planning.here import Here
from assistant.planning.questions import as_question
from assistant.planning.vocabulary import vocabulary_of
from assistant.query import Plan, Turn
from tests.planning.an_agency import ADMIN, TODAY, ask, queries

if TYPE_CHECKING:
    from assistant.permissions.view import View

UNDERSTOOD = {
    "why did margin drop last quarter": "margin |  |  | 2026-07-01..2026-09-30 | why | 2026-04-01..2026-06-30",
    "why did margin drop in September": "margin |  |  | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31",
    "explain the change in utilization": (
        "billable_utilization |  |  | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31"
    ),
    "what drove revenue up vs last quarter": "revenue |  |  | 2026-10-01..2026-12-31 | why | 2026-07-01..2026-09-30",
    "why is revenue lower than last month": "revenue |  |  | 2026-10-01..2026-10-31 | why | 2026-09-01..2026-09-30",
    "why was revenue higher in Q3 than in Q2": "revenue |  |  | 2026-07-01..2026-09-30 | why | 2026-04-01..2026-06-30",
    "why did revenue change from August to September": (
        "revenue |  |  | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31"
    ),
    "what caused the fall in profit between July and September": (
        "profit |  |  | 2026-09-01..2026-09-30 | why | 2026-07-01..2026-07-31"
    ),
    "why did labor cost go up in September compared with June, by project": (
        "labor_cost | project |  | 2026-09-01..2026-09-30 | why | 2026-06-01..2026-06-30"
    ),
    "why is our margin so low": "margin |  |  | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31",
    "what's driving margin down?": "margin |  |  | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31",
    "why are we less profitable than last month": (
        "margin |  |  | 2026-10-01..2026-10-31 | why | 2026-09-01..2026-09-30"
    ),
    "why did the budget burn change": "budget_used_percent |  |  | ..2026-10-15 | why | ..2026-09-30",
    "why did revenue fall for Northwind last month": (
        "revenue |  | client = Northwind | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31"
    ),
    "why has revenue fallen since July": "revenue |  |  | 2026-07-01..2026-10-15 | why | 2026-03-16..2026-06-30",
}


@pytest.mark.parametrize("question", UNDERSTOOD)
def test_a_reason_is_asked_against_another_period_or_the_one_before(question: str) -> None:
    assert queries(question) == (UNDERSTOOD[question],)


@pytest.mark.parametrize("question", [one for one in UNDERSTOOD if "budget" not in one])
def test_said_as_a_question_it_asks_for_the_same(question: str) -> None:
    plan = ask(question)
    assert isinstance(plan, Plan)
    view = cast("View", ADMIN)
    here = Here(question, TODAY, view, vocabulary_of(view, METRICS))
    assert queries(as_question(plan.queries[0], here)) == (UNDERSTOOD[question],)


def test_each_metric_has_reasons_of_its_own() -> None:
    assert [one.split(" ")[0] for one in queries("why did revenue and margin change last month")] == [
        "revenue",
        "margin",
    ]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("why did overtime rise", "I cannot say why overtime hours changed"),
        (
            "why did margin fall by month",
            "Why margin changed cannot be told by month: ask by client, project or person.",
        ),
        ("why did utilization fall by team", "cannot be told by team: ask by person."),
        ("why did revenue drop below 100k by client", "A change is told in all its parts, without a limit."),
        ("why", "Why did what change? Please name a number."),
    ],
)
def test_what_has_no_parts_is_said_so_with_reasons_to_ask_for_instead(question: str, said: str) -> None:
    outcome = ask(question)
    assert isinstance(outcome, Unsupported)
    assert said in outcome.text
    assert outcome.suggestions
    assert all(queries(one) for one in outcome.suggestions)


def after(question: str) -> Turn:
    plan = ask(question)
    assert isinstance(plan, Plan)
    return Turn(plan)


@pytest.mark.parametrize("question", ["why?", "why did it go down", "how come"])
def test_why_alone_asks_about_what_was_talked_about(question: str) -> None:
    assert queries(question, after=after("margin by client for Northwind last month")) == (
        "margin | client | client = Northwind | 2026-09-01..2026-09-30 | why | 2026-08-01..2026-08-31",
    )


def test_a_breakdown_that_has_no_reasons_is_left_out() -> None:
    assert queries("why?", after=after("utilization by team in August")) == (
        "billable_utilization |  |  | 2026-08-01..2026-08-31 | why | 2026-07-01..2026-07-31",
    )


def test_a_reason_is_asked_for_again_for_somebody_else() -> None:
    first = after("why did margin change in August compared with June")
    assert queries("and for Northwind?", after=first) == (
        "margin |  | client = Northwind | 2026-08-01..2026-08-31 | why | 2026-06-01..2026-06-30",
    )
    assert queries("by project", after=first) == (
        "margin | project |  | 2026-08-01..2026-08-31 | why | 2026-06-01..2026-06-30",
    )
