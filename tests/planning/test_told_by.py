"""What nobody can measure as it is asked is told by what is measured; what people are wanted for, beside them."""

import pytest

from assistant.answers.trace import untraced
from assistant.outcome import Unsupported
from assistant.planning.told_by import WAYS
from assistant.query import Plan
from tests.planning.an_agency import TODAY, FakeView, ask

COORDINATOR = FakeView(role="coordinator")


def planned(question: str, view: FakeView | None = None) -> Plan:
    plan = ask(question, view) if view else ask(question)
    assert isinstance(plan, Plan), plan
    return plan


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("which projects will be late", "nobody can measure"),
        ("how many weeks of work are left", "not counted in weeks"),
        ("should we hire another designer", "Whether to hire is not worked out"),
        ("are we on track to hit target", "Which target was not said"),
        ("who could help with Apollo next week", "Free time is people's own and of no client or project"),
    ],
)
def test_the_first_answer_says_that_it_is_told_by_something_else(question: str, says: str) -> None:
    assert says in planned(question).queries[0].understood


def test_what_is_said_of_it_has_no_word_for_a_number_in_it() -> None:
    notes = [one.note.format(who="Acme") for one in WAYS]

    assert [one for one in notes if untraced(one, (), (TODAY,), (), ("Acme",), "en-GB")] == []


def test_whoever_may_not_see_money_is_told_the_rest() -> None:
    assert [one.metrics[0] for one in planned("which projects will be late", COORDINATOR).queries] == [
        "milestones_slipped",
        "overdue_tasks",
    ]


def test_what_a_client_who_leaves_would_cost_is_no_number_but_what_hangs_on_them_is_offered() -> None:
    lost, of_coordinator = (
        ask("what happens if we lose Northwind"),
        ask("what happens if we lose Northwind", COORDINATOR),
    )

    assert isinstance(lost, Unsupported)
    assert "is not worked out" in lost.text
    assert [planned(one).queries[0].metrics[0] for one in lost.suggestions] == [
        "revenue",
        "confirmed_revenue",
        "backlog",
    ]
    assert isinstance(of_coordinator, Unsupported)
    assert of_coordinator.suggestions == ("Scheduled hours of Northwind by person in the next 90 days",)


def test_somebody_who_leaves_is_no_client_and_what_is_late_now_is_behind_its_schedule() -> None:
    assert not isinstance(ask("what if we lose Ben Okafor"), Plan)
    assert [one.metrics for one in planned("which projects are late").queries] == [("milestones_slipped",)]
    assert not isinstance(ask("what if revenue slips"), Plan)


def test_who_has_worked_on_it_is_told_beside_those_who_are_free() -> None:
    free, known = planned("who could help with Apollo next week").queries

    assert (free.metrics, free.where) == (("free_hours",), ())
    assert (known.metrics, known.by) == (("tracked_hours",), ("person",))
    assert [one.names for one in known.where] == [("Apollo",)]


def test_a_target_of_a_month_to_come_is_held_beside_what_is_projected_for_it() -> None:
    [projected] = planned("are we on track to hit our revenue target in December").queries

    assert projected.metrics == ("projected_revenue",)
    assert projected.period.end.year == 2026
