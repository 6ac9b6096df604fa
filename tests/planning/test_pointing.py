"""Who "they" are after rows that were picked: those that were shown, by their names, whatever is asked of them."""

from datetime import date
from pathlib import Path

import pytest

from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.permissions.house import House
from assistant.query import Question
from tests.planning.an_agency import written

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


def talk(house: House, *questions: str) -> Reply:
    """The reply to the last of several questions, each answered before the next is asked."""
    reply: Reply | None = None
    for text in questions:
        reply = ask(Question(text, DIRECTOR, TODAY, reply.turn if reply else None), house)
    assert reply is not None
    return reply


def plan_of(house: House, *questions: str) -> list[str]:
    """The plan of the last of several questions."""
    return [written(one) for one in talk(house, *questions).plan.queries]


def shown(house: House, question: str) -> str:
    """The names in the first column of an answer, as a plan writes them."""
    [answer] = talk(house, question).outcomes
    assert isinstance(answer, Answer)
    return " + ".join(row.labels[0] for row in answer.table.rows)


@pytest.mark.parametrize(
    ("first", "then", "planned"),
    [
        ("which project has the lowest margin", "who works on it", "tracked_hours | person | project = {} | 2026-09"),
        (
            "which project has the lowest margin",
            "what tasks are overdue there",
            "overdue_tasks | task | project = {} |",
        ),
        ("which client has the highest revenue", "what do they owe us", "receivables |  | client = {} | ..2026-10-15"),
        ("which client owes us the most", "how long do they take to pay", "dso |  | client = {} | ..2026-10-15"),
        ("top 3 clients by revenue", "what do they owe us", "receivables | client | client = {} | ..2026-10-15"),
        ("top 3 clients by revenue", "and receivables", "receivables | client | client = {} | ..2026-10-15"),
        ("top 3 clients by revenue", "projects of each", "revenue | client, project | client = {} | 2026-09"),
        ("which projects are over budget", "who works on them", "tracked_hours | person | project = {} | 2026-09"),
        ("projects ending this month", "are they over budget", "budget_used_percent |  | project = {} | ..2026-10-15"),
        (
            "who is overbooked next month",
            "what are they working on",
            "scheduled_hours | project | person = {} | 2026-11",
        ),
        (
            "who is on leave next week",
            "what projects are they on",
            "scheduled_hours | project | person = {} | 2026-10-1",
        ),
        ("which team had the lowest utilization", "why", "billable_utilization |  | team = {} | 2026-09"),
        ("which team had the lowest utilization", "who is in that team", "headcount | person | team = {} | ..2026-10"),
        ("who is overbooked in november", "on which projects", "scheduled_hours | project | person = {} | 2026-11"),
        (
            "top 3 clients by revenue last quarter",
            "do they have open deals",
            "deals_open | deal | client = {} | ..2026-10",
        ),
        ("who is overbooked in november", "who could help her", "free_hours | person | person ≠ {} | 2026-11"),
        ("who was off last week", "which team are they in", "absence_days | team | person = {} | 2026-10-05"),
    ],
)
def test_what_is_asked_of_them_is_asked_of_those_that_were_shown(
    house: House, first: str, then: str, planned: str
) -> None:
    [told] = plan_of(house, first, then)

    assert told.startswith(planned.format(shown(house, first)))


def test_the_days_talked_about_stay_and_what_stands_is_as_of_today(house: House) -> None:
    revenue = "revenue of Lumen Bank last quarter"

    assert plan_of(house, revenue, "what did they pay") == [
        "collected |  | client = Lumen Bank | 2026-07-01..2026-09-30"
    ]
    assert plan_of(house, revenue, "how long do they take to pay") == ["dso |  | client = Lumen Bank | ..2026-10-15"]
    most = "which client had the highest revenue last quarter"
    assert plan_of(house, most, "what do they owe us") == ["receivables |  | client = Lumen Bank | ..2026-10-15"]
    assert plan_of(house, most, "what did they owe us at the end of last quarter") == [
        "receivables |  | client = Lumen Bank | ..2026-09-30"
    ]


def test_those_that_were_shown_stay_while_something_is_asked_back(house: House) -> None:
    people = "top 3 people by hours last month"

    asked = plan_of(house, people, "why is she so low", "how many hours did they log on internal")

    assert asked[0].startswith(f"tracked_hours | person | person = {shown(house, people)}, kind = internal | 2026-09")


def test_starting_over_forgets_what_was_asked_and_shown(house: House) -> None:
    turn = talk(house, "top 3 clients by revenue", "start over").turn

    assert (turn.plan, turn.shown) == (None, ())


def test_whom_the_question_itself_names_is_not_those_before(house: House) -> None:
    """ "Their" is of the people it speaks of, and of no team that was told before."""
    assert plan_of(house, "which team had the lowest revenue last month", "people and their hours last week") == [
        "tracked_hours | person |  | 2026-10-05..2026-10-11"
    ]


def test_rows_and_their_measure_stay_where_they_can_be_told_together(house: House) -> None:
    assert plan_of(house, "which client has the highest revenue", "what is their margin") == [
        "revenue, margin | client |  | 2026-09-01..2026-09-30 | desc 1"
    ]


def test_people_in_those_teams_are_no_others(house: House) -> None:
    below = ("utilization by team last month", "which teams are below 50 %")
    [first] = talk(house, *below).turn.shown

    [told] = plan_of(house, *below, "people in those teams")
    assert told.startswith(f"billable_utilization | person, team | team = {' + '.join(first.names)} |")


def test_those_projects_are_the_same_beside_who_manages_them(house: House) -> None:
    over = shown(house, "projects over budget")

    [told] = plan_of(house, "projects over budget", "who manages them", "tasks of those projects")
    assert told.startswith(f"open_tasks | project | project = {over} |")


def test_the_one_in_a_place_is_the_row_that_was_shown_there(house: House) -> None:
    top = "top 3 clients by revenue last quarter"
    second = shown(house, top).split(" + ")[1]

    assert plan_of(house, top, "and the second one") == [f"revenue | client | client = {second} | {Q3} | desc 3"]
    assert plan_of(house, top, "the second client by project") == [f"revenue | project | client = {second} | {Q3}"]
    assert talk(house, top, "and the fourth one").outcomes[0].kind == "clarification"


Q3 = "2026-07-01..2026-09-30"


def test_too_many_to_be_named_are_no_they(house: House) -> None:
    reply = talk(house, "which people are below 50% utilization", "which team are they in")

    assert [one.kind for one in reply.outcomes] == ["unsupported"]
    assert reply.turn.shown == ()


def test_what_was_asked_last_is_what_a_reason_is_asked_for(house: House) -> None:
    first = ("top 3 clients by revenue last month", "what about margin", "why is it so low")

    [reason] = plan_of(house, *first)
    assert reason.startswith(f"margin | client | client = {shown(house, first[0])} | 2026-09-01..2026-09-30 | why")
    assert plan_of(house, *first, "show it by month this year") == [
        f"margin | month, client | client = {shown(house, first[0])} | 2026-01-01..2026-12-31"
    ]


def test_what_only_has_been_is_not_told_of_the_days_to_come_that_were_talked_about(house: House) -> None:
    assert plan_of(house, "free hours next month", "and utilization") == [
        "scheduled_utilization |  |  | 2026-11-01..2026-11-30"
    ]
    assert [one.kind for one in talk(house, "free hours next month", "and overtime").outcomes] == ["unsupported"]


def test_the_rows_of_a_reason_are_nobody(house: House) -> None:
    assert talk(house, "top 3 clients by margin", "why").turn.shown == ()


def test_what_moved_a_number_is_nobody_they_could_be(house: House) -> None:
    first = ("billable utilization of designers last month by person", "why is it so low", "what do they cost")

    [told] = plan_of(house, *first)

    assert told.startswith("cost | person | job_title = Designer | 2026-09-01..2026-09-30")


@pytest.mark.parametrize(
    ("first", "then", "planned"),
    [
        ("top client by revenue", "how many clients are there", "client_count |  |  | ..2026-10-15"),
        ("top client by revenue", "how many open deals are there", "deals_open |  |  | ..2026-10-15"),
        ("overdue invoices by client", "how much is it in total", "overdue_receivables |  |  | ..2026-10-15"),
    ],
)
def test_there_are_some_and_it_is_much_point_at_no_rows(house: House, first: str, then: str, planned: str) -> None:
    assert plan_of(house, first, then) == [planned]


def test_a_question_of_days_to_come_is_told_of_no_other_days(house: House) -> None:
    reply = talk(house, "how many hours did Linh Nguyễn log last week", "what is she on next week", "is it billable")

    assert not any(isinstance(one, Answer) for one in reply.outcomes)


def test_whom_the_question_itself_names_before_they_is_who_they_are(house: House) -> None:
    then = "how many projects are over budget and who runs them"

    assert not any("client =" in one for one in plan_of(house, "which client has the lowest margin", then))


def test_those_that_are_over_a_limit_are_told_one_by_one(house: House) -> None:
    [told] = plan_of(house, "Linh Nguyễn's hours last week", "what is it by project", "are those over budget")

    assert told.startswith("budget_used_percent | project | project = ")
