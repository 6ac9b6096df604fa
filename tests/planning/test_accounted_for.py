"""What a question says beyond doubt is in its plan: else the words are named, and what was read is only offered."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification
from assistant.planning.accounted_for import told
from assistant.planning.here import Here
from assistant.planning.vocabulary import vocabulary_of
from assistant.query import Plan, Query
from tests.planning.an_agency import ADMIN, TODAY, ask

if TYPE_CHECKING:
    from assistant.permissions.view import View


def _here(text: str) -> Here:
    view = cast("View", ADMIN)
    return Here(text, TODAY, view, vocabulary_of(view, METRICS))


def _queries(text: str) -> Sequence[Query]:
    plan = ask(text)
    assert isinstance(plan, Plan)
    return plan.queries


@pytest.mark.parametrize(
    ("question", "read_as", "named"),
    [
        ("invoiced in August vs what we earned", "invoiced in August", "vs"),
        ("hours each person logged in September", "hours in September", "each person"),
        ("which clients paid us in September", "collected in September", "which clients"),
        ("how many contractors worked in September", "hours of contractors in September", "how many contractors"),
        ("hours in September without Design", "hours in September", "without"),
        ("revenue of clients that did not pay in September", "revenue by client in September", "did not"),
        ("suppose we lose Globex, what was revenue", "revenue last month", "suppose"),
        ("the longest open deals", "pipeline value by deal highest first", "longest"),
        ("what percentage of invoices was late in September", "overdue receivables by invoice", "what percentage of"),
        ("what are we owed, and how much is late", "receivables", "and how much"),
        ("projects with revenue more than the cost of Apollo", "revenue by project last month", "more than"),
        ("who tracked more hours than they were booked for", "hours by person last month", "more hours than"),
        ("how much of our capacity did we use", "available hours last month", "how much of our"),
        ("the biggest deal we might lose", "lost deals by deal highest first", "might"),
        ("the client with the lowest revenue", "revenue by client last month", "the lowest"),
        ("the average of hours in September", "hours in September", "average"),
        ("the average hours in September compared with the year before", "hours in September", "compared with"),
    ],
)
def test_a_plan_that_passes_over_what_is_said_is_offered_and_not_answered(
    question: str, read_as: str, named: str
) -> None:
    outcome = told(Plan(tuple(_queries(read_as))), _here(question))

    assert isinstance(outcome, Clarification)
    assert f"“{named}”" in outcome.text
    assert len(outcome.options) == 1


@pytest.mark.parametrize(
    "question",
    [
        "revenue last month vs the month before",
        "hours each person logged in September",
        "which clients did we invoice in September",
        "how many contractors worked in September",
        "hours by project in September without Design",
        "which invoices have not been paid",
        "if we win Mobile banking, do we have people for it",
        "what is the oldest open invoice",
        "what percentage of our time is internal",
        "which tasks are overdue and who owns them",
        "projects with more than 40 hours last week",
        "which client has the lowest margin",
        "average hours per week in September",
    ],
)
def test_a_plan_that_honours_it_stands(question: str) -> None:
    plan = ask(question)

    assert isinstance(plan, Plan)
    assert told(plan, _here(question)) is plan


def test_words_within_a_name_say_nothing() -> None:
    named = replace(ADMIN, names={**ADMIN.names, "client": ("Without Borders", "Globex")})
    plan = ask("revenue of Without Borders in September", named)

    assert isinstance(plan, Plan)
    assert [one.names for query in plan.queries for one in query.where] == [("Without Borders",)]


def test_what_the_notes_tell_is_not_held_against_words_for_numbers() -> None:
    plan = ask("budget used vs what was agreed on the Patient portal", replace(ADMIN, reads_notes=True))

    assert not isinstance(plan, Clarification) or "do justice" not in plan.text
