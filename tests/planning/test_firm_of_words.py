"""Names that are words of questions: whatever names something visible is a filter of every query, or is asked back."""

import pytest

from assistant.query import Plan, Query
from tests.planning.an_agency import ask, queries, written
from tests.planning.firm_of_words import FIRM, NAMES

OF_WORK = (
    "hours for {n} last month",
    "hours by project for {n} last month",
    "{k} {n} hours last month",
    "hours of {k} {n} by month this year",
    "what were the hours for {n} in August",
    "how many hours did we log for {n} last quarter",
    "revenue of {n} this year vs last year",
    "compare hours of {n} with last month",
    "show me {n} revenue this year",
    "top 5 projects of {n} by hours this year",
    "Hi, revenue by month for {n}, please",
    "is {n} over budget",
    "hours except {n} last month",
    "total hours of {n} in Q3",
    "billable share of {n} last quarter",
)
OF_PEOPLE = (
    "hours for {n} last month",
    "utilization of {n} last month",
    "how many hours did {n} log last month",
    "what did {n} work on last week",
    "{n}'s hours last month",
    "is {n} free next week",
    "when is {n} away",
    "how busy is {n} next month",
)
IN_SMALL_LETTERS = (
    "hours for {n} last month",
    "how many hours did {n} log last month",
    "{n}'s hours last month",
    "utilization of {n} last month",
)

WORK = [
    (name, kind, one) for kind in ("client", "project", "team", "service") for name in NAMES[kind] for one in OF_WORK
]
PEOPLE = [(name, name.split()[0], one) for name in NAMES["person"] for one in OF_PEOPLE]
SMALL = [(name, name.split()[0].casefold(), one) for name in NAMES["person"] for one in IN_SMALL_LETTERS]


def holds(name: str, query: Query) -> bool:
    """Whether a query is about something that is called so."""
    part = query.derived.part if query.derived else None
    return any(name in one.names for one in query.where) or bool(part and name in part.names)


def passed_over(name: str, question: str) -> list[str]:
    """The queries of a question that say nothing of what it names, and leave nothing unplanned beside them."""
    outcome = ask(question, FIRM)
    if not isinstance(outcome, Plan) or outcome.not_planned:
        return []
    return [written(one) for one in outcome.queries if not holds(name, one)]


def test_what_names_some_work_is_never_passed_over() -> None:
    asked = {template.format(n=name, k=kind): name for name, kind, template in WORK}

    assert {question: lost for question, name in asked.items() if (lost := passed_over(name, question))} == {}


def test_whoever_is_named_is_never_passed_over() -> None:
    asked = {(template.format(n=called), name) for name, called, template in (*PEOPLE, *SMALL)}

    assert {question: lost for question, name in asked if (lost := passed_over(name, question))} == {}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hours for Cash last month", "tracked_hours |  | client = Cash | 2026-09-01..2026-09-30"),
        ("hours for cash last month", "tracked_hours |  | client = Cash | 2026-09-01..2026-09-30"),
        ("revenue of Open in August", "revenue |  | client = Open | 2026-08-01..2026-08-31"),
        ("hours for will last month", "tracked_hours |  | person = Will Short | 2026-09-01..2026-09-30"),
        ("how many hours did may log last month", "tracked_hours |  | person = May Long | 2026-09-01..2026-09-30"),
        ("free hours next month", "free_hours |  |  | 2026-11-01..2026-11-30"),
        ("how much capacity will we have next month", "available_hours |  |  | 2026-11-01..2026-11-30"),
        ("hours for may and june", "tracked_hours |  |  | 2026-05-01..2026-05-31"),
    ],
)
def test_a_word_is_a_name_where_only_a_name_can_stand(question: str, expected: str) -> None:
    assert queries(question, FIRM)[0] == expected
