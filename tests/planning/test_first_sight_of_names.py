"""Another agency's names at first sight: who is called like a month or a verb, and what nothing here is called."""

import pytest

from assistant.outcome import Clarification
from tests.planning.an_agency import NAMES, TABLES, FakeView, ask, queries

ADDED = {
    "person": ("April Jones", "Bill Gates", "Max Effort", "Summer Rain", "Jan van der Berg", "Hope Long", "Rich List"),
    "client": ("The Hours", "Next", "Delta", "Target", "Total", "Gap"),
    "project": ("Retainer",),
}
STUDIO = FakeView(names={**NAMES, **{kind: (*NAMES[kind], *names) for kind, names in ADDED.items()}})


@pytest.mark.parametrize(
    ("question", "as_plain"),
    [
        ("tasks assigned to April that are overdue", "tasks assigned to Ben Okafor that are overdue"),
        ("projects April worked on that lost money last quarter",
         "projects Ben Okafor worked on that lost money last quarter"),
        ("which of the projects April works on are over budget",
         "which of the projects Ben Okafor works on are over budget"),
        ("utilization of everyone but April", "utilization of everyone but Ben Okafor"),
        ("does April have any leave planned", "does Ben Okafor have any leave planned"),
        ("has Jan booked any holiday", "has Ben Okafor booked any holiday"),
        ("who can cover for Jan in the second half of October",
         "who can cover for Ben Okafor in the second half of October"),
        ("how many days has bill got booked next month", "how many days has Ben Okafor got booked next month"),
        ("whats will workin on rn", "whats Ben Okafor workin on rn"),
        ("how many hours does Max still owe us for September",
         "how many hours does Ben Okafor still owe us for September"),
        ("Max: holidays taken and left", "Ben Okafor: holidays taken and left"),
        ("Bill vs the Design team average utilization", "Ben Okafor vs the Design team average utilization"),
        ("planned leave of Summer", "planned leave of Ben Okafor"),
        ("when is Summer next off", "when is Ben Okafor next off"),
    ],
)  # fmt: skip
def test_who_is_called_like_a_word_is_asked_about_like_anybody(question: str, as_plain: str) -> None:
    names = {"April": "April Jones", "Jan": "Jan van der Berg", "bill": "Bill Gates", "Bill": "Bill Gates"}
    names |= {"will": "Will Turner", "Max": "Max Effort", "Summer": "Summer Rain"}
    whose = next(full for said, full in names.items() if said in question.replace(":", "").split())
    assert queries(question, STUDIO) == tuple(one.replace("Ben Okafor", whose) for one in queries(as_plain, STUDIO))


@pytest.mark.parametrize(
    "question",
    [
        "hours in April by project", "revenue March vs April", "how did April go", "did we make money in April",
        "hours worked in April by Ben", "what may we spend", "list all contractors", "how long did Ben work on Apollo",
        "top 5 clients by revenue with the hours", "next three milestones", "list time entries for Northwind last week",
        "List all active projects and their assigned users.", "gap between revenue and cost per month",
        "how far is revenue from target this quarter", "non billable as % of total by person",
        "Northwind revenue as % of total", "how much of the hours on Apollo is gone", "retainers ending this year",
        "which retainers are over-serviced", "how many retainers do we have", "revenue by month of retainer projects",
        "how much of the Acme retainer is used this month", "planned holidays in December for Design",
    ],
)  # fmt: skip
def test_a_word_is_nobody_where_it_is_only_a_word(question: str) -> None:
    assert queries(question, STUDIO) == queries(question)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How are we doing on {}?", "Target"),
        ("what's left on the {} retainer", "Delta"),
        ("what's left on the {} retainer", "Target"),
        ("{}'s revenue this year", "Target"),
        ("invoices late at {}", "Target"),
        ("hours on {} last month", "Gap"),
        ("revenue of {} this year vs last year", "Total"),
    ],
)
def test_a_client_called_like_a_word_is_asked_about_like_any_other(question: str, name: str) -> None:
    plain = queries(question.format("Lumen Bank"), STUDIO)
    assert queries(question.format(name), STUDIO) == tuple(one.replace("Lumen Bank", name) for one in plain)


def test_two_who_are_called_so_are_asked_back() -> None:
    view = FakeView(names={**NAMES, "person": (*NAMES["person"], "May Day")})
    outcome = ask("tasks assigned to May that are overdue", view)
    assert isinstance(outcome, Clarification)
    assert outcome.options == (
        "tasks assigned to May Chen that are overdue",
        "tasks assigned to May Day that are overdue",
    )


@pytest.mark.parametrize(
    ("category", "question", "metric"),
    [
        ("Urlaub", "vacation in August", "absence_days"),
        ("Krankheit", "how often was Ben sick this year", "absence_spells"),
        ("Godišnji odmor", "holidays by person this year", "absence_days"),
    ],
)
def test_a_kind_of_leave_is_known_by_what_it_is_called_elsewhere(category: str, question: str, metric: str) -> None:
    view = FakeView(names={**NAMES, "category": (category, "Fortbildung")})
    [made] = queries(question, view)
    assert made.startswith(metric)
    assert f"category = {category}" in made


def test_a_kind_of_leave_that_nothing_is_called_is_asked_back_by_those_there_are() -> None:
    leaves = {"absences": {"category": ["Fortbildung", "Fortbildung"]}}
    view = FakeView(names={**NAMES, "category": ("Fortbildung",)}, tables={**TABLES, **leaves})
    outcome = ask("sick days in August", view)
    assert isinstance(outcome, Clarification)
    assert outcome.options == ("Absence days for category Fortbildung in August",)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("revenue of Target Labs", "There is nothing called “Target Labs”"),
        ("revenue of Delta Bank this year", "There is nothing called “Delta Bank”"),
        ("hours on Forecast rebrand last month", "There is nothing called “Forecast rebrand”"),
        ("hours on the Margin website last month", "There is nothing called “Margin website”"),
        ("revenue of Northwind Bank this year", "There is nothing called “Northwind Bank”"),
        ("revenue of North Labs", "There is nothing called “North Labs”"),
        ("hours of May Lindqvist last month", "There is nothing called “May Lindqvist”"),
        ("hours in Summer", "“Summer” is no date I can be sure of."),
    ],
)
def test_a_name_of_nothing_here_is_no_part_of_one_and_no_word(question: str, text: str) -> None:
    outcome = ask(question, STUDIO)
    assert getattr(outcome, "text", "").startswith(text), outcome
