"""Firms unlike the demo: what they call their people, clients and projects is never taken for something else."""

import pytest

from assistant.outcome import Clarification
from assistant.query import Plan, Turn
from tests.planning.an_agency import ask, queries, written
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


def test_a_month_after_somebody_may_be_somebody_else() -> None:
    assert "“May” can be May Wong or the month. Which one?" in followed("is April off in December", "and May?")[0]
    assert followed("is April off in December", "and in May?") == (
        "absence_days |  | person = April O'Neill | 2026-05-01..2026-05-31",
    )
    assert followed("hours by client in April", "and May?") == ("tracked_hours | client |  | 2026-05-01..2026-05-31",)


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (
            "who is free next week",
            "and the week after?",
            "free_hours | person |  | 2026-10-26..2026-11-01 | > 0",
        ),
        (
            "hours for Budget Air last month",
            "the month before",
            "tracked_hours |  | client = Budget Air | 2026-08-01..2026-08-31",
        ),
        (
            "utilization of Will last month",
            "the whole Studio",
            "billable_utilization |  | team = Studio | 2026-09-01..2026-09-30",
        ),
        (
            "utilization of the Studio last month",
            "and Mark",
            "billable_utilization |  | person = Mark Dupont | 2026-09-01..2026-09-30",
        ),
        (
            "hours on Lounge T1 last month",
            "and for Target?",
            "tracked_hours |  | client = Target | 2026-09-01..2026-09-30",
        ),
        ("revenue for Target last month", "and Q3 Tower?", "revenue |  | project = Q3 Tower | 2026-09-01..2026-09-30"),
    ],
)
def test_a_follow_up_steps_on_and_changes_the_subject(first: str, then: str, expected: str) -> None:
    assert followed(first, then) == (expected,)


def followed(first: str, then: str) -> tuple[str, ...]:
    """The queries of the second question asked after the first; its words, where it has none."""
    before = ask(first, PRACTICE)
    assert isinstance(before, Plan)
    made = ask(then, PRACTICE, Turn(before))
    return tuple(written(one) for one in made.queries) if isinstance(made, Plan) else (made.text,)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("revenue this year in PLN", "Amounts are told in EUR, the base currency here, and in no other such as PLN"),
        ("revenue by industry this year", "Revenue cannot be told by “industry”: ask by"),
        ("how many hours did August log last month", "There is nothing called “August” among what you may see."),
        ("mark the hours as approved", "I answer questions and change nothing, so I cannot carry out “mark”."),
        ("grant access to June", "I answer questions and change nothing, so I cannot carry out “grant”."),
    ],
)
def test_what_is_not_understood_is_said_by_its_name(question: str, words: str) -> None:
    outcome = ask(question, PRACTICE)
    assert not isinstance(outcome, Plan)
    assert outcome.text.startswith(words)
