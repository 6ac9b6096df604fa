"""Questions of those who run projects: what is theirs, and what is told one after the other."""

import pytest

from assistant.query import Notes, Plan
from tests.planning.an_agency import FakeView, ask, queries

OWN = "project_manager = Ana Kovač"


def notes_of(question: str) -> Notes:
    plan = ask(question)
    assert isinstance(plan, Plan)
    assert plan.queries[0].notes
    return plan.queries[0].notes


@pytest.mark.parametrize("question", ["my projects at a glance", "report on my projects", "my project status report"])
def test_a_report_of_my_projects_tells_of_no_others(question: str) -> None:
    told = queries(question)

    assert len(told) == len(queries("projects report"))
    assert all(OWN in one for one in told)


def test_a_report_of_all_projects_stays_one_of_all() -> None:
    assert not any(OWN in one for one in queries("projects report"))


def test_what_a_project_manager_may_not_be_told_of_health_is_told_of_the_work() -> None:
    plan = ask("projects report", FakeView(role="project_manager"))

    assert isinstance(plan, Plan)
    assert plan.queries[0].metrics == ("health_of_work",)


@pytest.mark.parametrize(
    ("question", "told_by"),
    [
        ("overdue actions by client", "client"),
        ("open actions per project", "project"),
        ("risks by project", "project"),
        ("open actions by owner", "owner"),
        ("actions agreed by the client", ""),
        ("actions due by Friday", ""),
    ],
)
def test_what_notes_state_is_told_one_after_the_other(question: str, told_by: str) -> None:
    assert notes_of(question).told_by == told_by


def test_overdue_ones_first_are_not_overdue_ones_only() -> None:
    asked = notes_of("open actions, overdue first")

    assert not asked.overdue
    assert asked.topic == ""
