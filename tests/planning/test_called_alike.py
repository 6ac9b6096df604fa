"""Names that are words of ours, in small letters and without "for": never passed over, and what they were taken for.

And words that nobody knows, anywhere in a question: no number is told as if they had not been said.
"""

import pytest

from assistant.outcome import Clarification
from assistant.query import Plan
from tests.planning.an_agency import NAMES, FakeView, ask, written

CALLED = {
    "client": (
        "Target", "Total", "Slack", "Monday", "Hours", "Open", "Free", "Growth", "Change", "Track", "Time", "Orange",
        "Great", "Next", "Level",
    ),
    "person": ("June Park", "Mark Reid", "Grant Hale", "Max Power", "Bill Ong", "An Wu"),
}  # fmt: skip
VIEW = FakeView(names={**NAMES, **{kind: (*NAMES[kind], *names) for kind, names in CALLED.items()}})

SAID = (
    "revenue {n} last month",
    "{n} revenue",
    "revenue {n}",
    "revenue by month {n}",
    "{n} q3 margin",
    "margin of {n} last month",
    "{n}'s revenue last quarter",
    "show me {n} revenue this year",
)


def answers_as_if_unsaid(question: str, name: str) -> list[str]:
    """The queries of a question that are neither about what it names nor tell that they are not."""
    outcome = ask(question, VIEW)
    called = name.partition(" ")[0]
    if not isinstance(outcome, Plan):
        return []
    about = [one for one in outcome.queries if any(name in each.names for each in one.where)]
    said = [one for one in outcome.queries if f"“{called.casefold()}”" in one.understood.casefold()]
    return [] if about or said else [written(one) for one in outcome.queries]


def test_a_name_that_is_a_word_of_ours_is_not_passed_over_in_small_letters() -> None:
    asked = {one.format(n=name.casefold()): name for name in CALLED["client"] for one in SAID}
    asked = {one: name for one, name in asked.items() if not one.startswith("revenue hours")}  # a measure of its own

    assert {question: lost for question, name in asked.items() if (lost := answers_as_if_unsaid(question, name))} == {}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("will utilization", "billable_utilization |  | person = Will Turner | 2026-09-01..2026-09-30"),
        ("how busy is will", "total_utilization |  | person = Will Turner | 2026-09-01..2026-09-30"),
        ("may utilization last month", "billable_utilization |  | person = May Chen | 2026-09-01..2026-09-30"),
        ("track's revenue in Q3", "revenue |  | client = Track | 2026-07-01..2026-09-30"),
        ("revenue by month great", "revenue | month | client = Great | 2025-10-01..2026-09-30"),
        ("hours for bill last month", "tracked_hours |  | person = Bill Ong | 2026-09-01..2026-09-30"),
        ("hours for will and mark q3", "tracked_hours |  | person = Will Turner + Mark Reid | 2026-07-01..2026-09-30"),
        ("orange and track revenue q3", "revenue |  | client = Orange + Track | 2026-07-01..2026-09-30"),
        ("revenue and hours by client", "revenue, tracked_hours | client |  | 2026-09-01..2026-09-30"),
        # Whoever is called so, these ask nothing of them.
        ("will revenue be above 100k next quarter", "projected_revenue |  |  | 2027-01-01..2027-03-31 | > 100000"),
        ("how much capacity will we have next month", "available_hours |  |  | 2026-11-01..2026-11-30"),
        ("an hours total last month", "tracked_hours |  |  | 2026-09-01..2026-09-30"),
        ("billable vs tracked hours last month", "billable_hours, tracked_hours |  |  | 2026-09-01..2026-09-30"),
        ("total revenue last month", "revenue |  |  | 2026-09-01..2026-09-30"),
        ("revenue growth last month", "revenue |  |  | 2026-09-01..2026-09-30 |  | 2026-08-01..2026-08-31"),
        (
            "growth in revenue by client last quarter",
            "revenue | client |  | 2026-07-01..2026-09-30 |  | 2026-04-01..2026-06-30",
        ),
        # A month in small letters is one at the end, and before what is measured.
        ("revenue by client may", "revenue | client |  | 2026-05-01..2026-05-31"),
        ("mar revenue", "revenue |  |  | 2026-03-01..2026-03-31"),
        ("may revenue vs april", "revenue |  |  | 2026-05-01..2026-05-31 |  | 2026-04-01..2026-04-30"),
        ("may i see revenue", "revenue |  |  | 2026-09-01..2026-09-30"),
    ],
)  # fmt: skip
def test_a_word_is_a_name_or_not_by_what_stands_around_it(question: str, expected: str) -> None:
    outcome = ask(question, VIEW)
    assert isinstance(outcome, Plan), outcome
    assert written(outcome.queries[0]) == expected


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("slack revenue", ("client Slack revenue", "Free hours", "Revenue")),
        ("monday hours", ("client Monday hours", "hours on monday")),
        ("june's absence days", ("June Park's absence days", "absence days in june")),
    ],
)
def test_what_may_be_either_is_asked_back_in_questions_that_are_answered(
    question: str, options: tuple[str, ...]
) -> None:
    outcome = ask(question, VIEW)
    assert isinstance(outcome, Clarification), outcome
    assert outcome.options == options
    assert all(isinstance(ask(one, VIEW), Plan) for one in options)


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("target revenue last month", "“target” was read as the word, and not as client Target."),
        ("hours on monday", "“monday” was read as the time, and not as client Monday."),
        ("revenue may", "“may” was read as the time, and not as May Chen."),
        ("great revenue", "“great” was read as client Great."),
    ],
)
def test_an_answer_says_what_such_a_word_was_taken_for(question: str, note: str) -> None:
    outcome = ask(question, VIEW)
    assert isinstance(outcome, Plan), outcome
    assert outcome.queries[0].understood.startswith(note)


ASKED = """
revenue last month
revenue by client last quarter
how much revenue did we make in September
what did we bill in August
utilization by team last month
who was below 60% utilization last month
show me billable hours by person last week
how many hours did we track on internal projects this year
which projects are over budget
top 5 clients by revenue this year
what is the budget burn of Apollo
how much budget is left for Northwind
compare revenue this quarter with last quarter
how did margin change since June
why did margin fall last month
is anyone overbooked next week
who is free next week
who is on leave next week
absence days by person this year
which timesheets are missing
which invoices are overdue
how much do clients owe us
what is our projected revenue next quarter
how big is the pipeline
win rate this year
how many open tasks are there
what did Will Turner work on last week
are we burning through the budget too quickly
is tracked time lining up with the plan
an absence report for the last six months
utilization report by team
give me an overview of Apollo
when does the budget of Apollo run out
when did Will Turner last log time
how many people are in Design
list all projects
revenue and margin by client last quarter
share of billable hours by team
average hours per person last month
trend of revenue over the last 6 months
how do Harvest and Teamwork count utilization
revenue as known on 1 September
profit in Q3 vs Q2
how busy are we in December
do we have enough people for November
how many days off does Will Turner have left
what is the most profitable client
clients with more than 10k revenue last month
biggest deals
how much time goes into meetings
please show me the hours of the Design team last week, thanks
utilization vs target
what is unbilled
realization by project last quarter
who needs to fill in their timesheets
is anybody working on more than 5 projects
how much overtime did Ben Okafor do last month
what share of revenue comes from Northwind
hours last month excluding Apollo
which clients earned more than last quarter
""".strip().splitlines()
STRANGE = ("zorblatt", "kowalski's", "Zorblatt", "vertex", "nova group", "z4")


def passes_over(question: str, strange: str) -> bool:
    """Whether a number is told as if a word had not been said."""
    outcome = ask(question)
    if not isinstance(outcome, Plan) or outcome.not_planned:
        return False
    name = strange.removesuffix("'s").casefold()
    return not any(name in f"{one.understood} {one.notes}".casefold() for one in outcome.queries)


def test_a_word_nobody_knows_changes_the_outcome_wherever_it_stands() -> None:
    lost = []
    for place, question in enumerate(ASKED):
        words, strange = question.split(), STRANGE[place % len(STRANGE)]
        said = (" ".join((*words[:at], strange, *words[at:])) for at in range(place % 2, len(words) + 1, 2))
        lost += [one for one in said if passes_over(one, strange)]

    assert lost == []
