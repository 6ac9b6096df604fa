"""Names that are words of questions, put in the place of plain ones: the same plan but for the name, or a question.

And the reverse: who or what is called so never changes the plan of a question that does not name it.
"""

import re
from collections.abc import Mapping

import pytest

from assistant.outcome import Clarification
from assistant.query import Plan
from tests.planning.an_agency import NAMES, FakeView, ask, queries, written
from tests.planning.tables import cases

TABLES = ("understood.txt", "understood_asked.txt", "understood_projects.txt")
ROWS = {question: planned for table in TABLES for question, planned in cases(table).items()}

PUT_IN = {
    ("client", "Northwind"): (
        "Budget Air", "Total", "Since 1900", "First Bank", "Client Earth", "IT Partners", "Dr. Oetker", "3M",
        "People's Bank", "東京電力",
    ),
    ("project", "Apollo"): (
        "Monthly report", "Risk register", "Friday night", "2026 rebrand", "Year in review", "Out of office",
    ),
    ("person", "Ben Okafor"): ("Bill Free", "An Wu", "Cash Miles", "Chase Day", "Hope Frank"),
    ("team", "Design"): ("HR", "Client Services", "Time"),
}  # fmt: skip
"""Of each kind a name that questions are asked with, and what is put in its place, here and in the agency."""

EVERY = 9
"""Of the questions with that name every ninth is asked: all of them were, by hand."""

ADDED = {
    "client": ("ALL", "Hours", "Three", "Friday", "March Hare"),
    "team": ("HR", "Margin", "Time", "Budget"),
    "project": ("Q3 campaign", "Active", "All in", "January launch"),
    "person": ("August Total", "Miles Long", "Pat Client", "An Wu"),
}


def put(old: str, new: str, text: str) -> str:
    """A text with one name in the place of another, or with its first word in the place of the other's."""
    said = in_place(old, new, text)
    return said if said != text else in_place(old.partition(" ")[0], new.partition(" ")[0], text)


def in_place(old: str, new: str, text: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)


def renamed(old: str, new: str) -> FakeView:
    """The agency with one name in the place of another wherever it stands."""
    names = {kind: tuple(in_place(old, new, one) for one in several) for kind, several in NAMES.items()}
    return FakeView(names=names)


def differs(question: str, expected: tuple[str, ...], view: FakeView, name: str) -> str:
    """What becomes of a question instead of what should; nothing where it is asked back with the name."""
    outcome = ask(question, view)
    if isinstance(outcome, Clarification) and any(name in one for one in outcome.options):
        return ""
    if not isinstance(outcome, Plan):
        return f"{question}: {outcome}"
    planned = tuple(written(one) for one in outcome.queries)
    return "" if planned == expected else f"{question}: {planned}, and not {expected}"


@pytest.mark.parametrize(("kind", "old"), PUT_IN)
def test_another_name_changes_nothing_but_the_name(kind: str, old: str) -> None:
    named = [one for one, lines in ROWS.items() if put(old, "", one) != one and any(old in line for line in lines)]
    for place, new in enumerate(PUT_IN[kind, old]):
        view = renamed(old, new)
        for question in named[place % EVERY :: EVERY]:
            expected = tuple(in_place(old, new, line) for line in ROWS[question])
            assert differs(put(old, new, question), expected, view, new) == ""


@pytest.mark.parametrize("kind", ADDED)
def test_a_name_more_changes_no_question_that_does_not_name_it(kind: str) -> None:
    for name in ADDED[kind]:
        view = FakeView(names={**NAMES, kind: (*NAMES.get(kind, ()), name)})
        words = {one.casefold() for one in name.split()}
        for question, expected in ROWS.items():
            if words & set(re.findall(r"[\w']+", question.casefold())):
                assert differs(question, expected, view, name) == ""


CASES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "utilization of hr last month": ("team", "HR", ("billable_utilization |  | team = HR | 2026-09-01..2026-09-30",)),
    "revenue per hr last month": ("team", "HR", ("average_billable_rate |  |  | 2026-09-01..2026-09-30",)),
    'what did we spend on "Friday"': ("client", "Friday", ("budget_used |  | client = Friday | ..2026-10-15",)),
    "hours last month excluding Fridays": (
        "client", "Friday", ("tracked_hours |  | weekday ≠ Friday | 2026-09-01..2026-09-30",)
    ),
    "best three clients by margin this year": (
        "client", "Three", ("margin | client |  | 2026-01-01..2026-12-31 | desc 3",)
    ),
    "is 2025 over budget": ("project", "2025", ("budget_used_percent |  | project = 2025 | ..2026-10-15 | > 1",)),
    "hours in 2025 by project": ("project", "2025", ("tracked_hours | project |  | 2025-01-01..2025-12-31",)),
    "when did june leave the company": (
        "person", "June Park", ("leavers | day, person | person = June Park | ..2026-10-15",)
    ),
    'is "Mark" in tomorrow': (
        "person", "Mark Best", ("available_hours |  | person = Mark Best | 2026-10-16..2026-10-16",)
    ),
    "difference between Q2 and Q3 revenue": (
        "project", "Q3 campaign", ("revenue |  |  | 2026-07-01..2026-09-30 |  | 2026-04-01..2026-06-30",)
    ),
}  # fmt: skip


@pytest.mark.parametrize("question", CASES)
def test_what_is_called_like_a_word_is_found_where_it_is_meant(question: str) -> None:
    kind, name, expected = CASES[question]
    assert queries(question, FakeView(names={**NAMES, kind: (*NAMES[kind], name)})) == expected


@pytest.mark.parametrize(
    ("question", "kind", "name", "options"),
    [
        ("revenue for 2025", "project", "2025", ("revenue for project 2025", "revenue in 2025")),
        (
            "did everyone fill in their hours for Friday",
            "client",
            "Friday",
            ("did everyone fill in their hours on Friday",),  # timesheets are nobody's but people's
        ),
        ("when did active start", "project", "Active", ("when did project Active start", "when did start")),
    ],
)
def test_what_may_be_either_is_asked_back(question: str, kind: str, name: str, options: tuple[str, ...]) -> None:
    outcome = ask(question, FakeView(names={**NAMES, kind: (*NAMES[kind], name)}))
    assert isinstance(outcome, Clarification)
    assert outcome.options == options
