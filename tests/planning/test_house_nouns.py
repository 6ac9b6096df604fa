"""A house's own nouns: where projects are productions, every way to ask knows both, and names stay names."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant.outcome import Clarification
from assistant.permissions.words import plural
from assistant.query import Plan, Turn
from assistant.settings import Settings
from tests.planning.an_agency import TABLES, FakeView, ask, queries, written

NAMES: Mapping[str, tuple[str, ...]] = {
    "person": ("Åsa Lindgren", "Tom Baker", "Tom Hardwick", "Ben Next", "Tom Baker"),
    "team": ("Production", "Camera"),
    "job_title": ("Production Manager", "Editor"),
    "client": ("Next", "Świt Studios", "Paramour Pictures", "Paramour Pictures International"),
    "project": ("Budget", "Overtime", "The Long Goodbye", "Q"),
    "category": ("Catering", "Holiday"),
}
FILMS = FakeView(
    names=NAMES,
    settings=Settings(nouns={"project": "production", "client": "studio", "person": "crew member", "people": "crew"}),
    tables={
        **TABLES,
        "people": {
            "person_id": ["person 1", "person 2", "person 3", "person 4", "person 5"],
            "team": ["Production", "Camera", "Camera", "Camera", "Camera"],
            "email": [
                "asa@film.example",
                "tom@film.example",
                "hardwick@film.example",
                "ben@film.example",
                "tom@film.example",
            ],
        },
        "expenses": {"category": ["Catering"], "date": [None]},
    },
)


@pytest.mark.parametrize(
    ("question", "as_common"),
    [
        ("which productions are over budget", "which projects are over budget"),
        ("most expensive production this year", "most expensive project this year"),
        ("how are our productions doing", "how are our projects doing"),
        ("can we take on another production in June", "can we take on another project in June"),
        ("overbooked crew in November", "overbooked people in November"),
        ("crew over 50 hours last week", "people over 50 hours last week"),
        ("hours per crew member last month", "hours per person last month"),
        ("revenue by studio last quarter", "revenue by client last quarter"),
        ("which studios have not paid", "which clients have not paid"),
        ("productions starting in December", "projects starting in December"),
    ],
)
def test_a_noun_of_the_house_asks_what_the_common_one_does(question: str, as_common: str) -> None:
    assert queries(question, FILMS) == queries(as_common, FILMS)


@pytest.mark.parametrize(
    ("question", "planned"),
    [
        ("hours of the Production team last month", "tracked_hours |  | team = Production | 2026-09-01..2026-09-30"),
        ("hours for Production last month", "tracked_hours |  | team = Production | 2026-09-01..2026-09-30"),
        ("hours of the Production Manager in May",
         "tracked_hours |  | job_title = Production Manager | 2026-05-01..2026-05-31"),
        ("hours for swit studios last month", "tracked_hours |  | client = Świt Studios | 2026-09-01..2026-09-30"),
        ("how much of the budget of Budget is left",
         "budget_remaining, budget_hours_remaining |  | project = Budget | ..2026-10-15"),
        ("hours on Overtime last month", "tracked_hours |  | project = Overtime | 2026-09-01..2026-09-30"),
        ("catering on Q last month", "expense_cost |  | category = Catering, project = Q | 2026-09-01..2026-09-30"),
    ],
)  # fmt: skip
def test_a_name_stays_a_name(question: str, planned: str) -> None:
    assert queries(question, FILMS) == (planned,)


def test_several_are_called_what_the_house_calls_them() -> None:
    assert plural("person", FILMS.settings.nouns) == "crew"
    assert plural("person", {}) == "people"
    assert plural("person", {"person": "colleague"}) == "colleagues"
    assert plural("project", FILMS.settings.nouns) == "productions"


def test_somebody_with_two_contracts_is_one_person() -> None:
    made = ask("hours of Tom Baker last month", FILMS)

    assert isinstance(made, Plan)
    assert made.queries[0].where[0].ids == ("person 2", "person 5")


def test_a_noun_of_the_house_picks_an_option() -> None:
    options = ("hours on project Next in January", "hours on client Next in January")
    made = ask("no, I meant the studio", FILMS, Turn(None, "clarification", options))

    assert isinstance(made, Plan)
    assert written(made.queries[0]).startswith("tracked_hours |  | client = Next")


def test_a_part_of_two_names_is_asked_back_where_nothing_else_is_said() -> None:
    outcome = ask("how is Paramour doing", FILMS)

    assert isinstance(outcome, Clarification)
    assert outcome.options == ("how is Paramour Pictures doing", "how is Paramour Pictures International doing")


@pytest.mark.parametrize(
    ("then", "planned"),
    [
        ("no, I meant October", "tracked_hours | team |  | 2026-10-01..2026-10-31"),
        ("sorry, billable", "billable_hours | team |  | 2026-08-01..2026-08-31"),
        ("actually by production", "tracked_hours | project |  | 2026-08-01..2026-08-31"),
        ("wait, only Camera", "tracked_hours | team | team = Camera | 2026-08-01..2026-08-31"),
        ("billable?", "billable_hours | team |  | 2026-08-01..2026-08-31"),
        ("where does that number come from", "tracked_hours | team |  | 2026-08-01..2026-08-31"),
    ],
)
def test_a_correction_changes_what_it_names_and_keeps_the_rest(then: str, planned: str) -> None:
    before = ask("hours by team in August", FILMS)
    assert isinstance(before, Plan)
    made = ask(then, FILMS, Turn(before))

    assert isinstance(made, Plan)
    assert written(made.queries[0]) == planned


def test_who_owns_the_tasks_of_before() -> None:
    before = ask("overdue tasks", FILMS)
    assert isinstance(before, Plan)
    made = ask("who owns them?", FILMS, Turn(before))

    assert isinstance(made, Plan)
    assert made.queries[0].by == ("task", "person")


def test_without_nouns_of_its_own_a_house_has_the_common_ones() -> None:
    plain = replace(FILMS, settings=Settings())

    assert queries("hours by client last month", plain) == queries("hours by studio last month", FILMS)


def test_so_many_things_are_no_so_many_hours() -> None:
    for question in (
        "who logged hours on more than 3 projects last month",
        "people who worked for more than 2 clients",
    ):
        made = ask(question)
        assert isinstance(made, Plan)
        assert (made.queries[0].having, made.queries[0].in_so_many is None) == (None, False)


def test_months_are_compared_with_those_of_the_year_before_side_by_side() -> None:
    before = ask("revenue by month this year")
    assert isinstance(before, Plan)
    made = ask("vs last year", after=Turn(before))

    assert isinstance(made, Plan)
    assert [written(one) for one in made.queries] == [
        "revenue |  |  | 2026-01-01..2026-12-31 |  | 2025-01-01..2025-12-31",
        "revenue | month |  | 2026-01-01..2026-12-31",
        "revenue | month |  | 2025-01-01..2025-12-31",
    ]


@pytest.mark.parametrize(
    ("first", "then", "planned"),
    [
        (
            "margin by studio this year",
            "only those under 20%",
            "margin | client |  | 2026-01-01..2026-12-31 | < 0.2",
        ),
        ("margin by studio this year", "and their hours", "tracked_hours | client |  | 2026-01-01..2026-12-31"),
        (
            "hours of Åsa and Ben Next in August",
            "without Ben Next",
            "tracked_hours |  | person = Åsa Lindgren | 2026-08-01..2026-08-31",
        ),
        ("forecast overrun by production", "only positive", "forecast_overrun | project |  | ..2026-10-15 | > 0"),
    ],
)
def test_a_follow_up_narrows_down_what_was_asked(first: str, then: str, planned: str) -> None:
    before = ask(first, FILMS)
    assert isinstance(before, Plan)
    made = ask(then, FILMS, Turn(before))

    assert isinstance(made, Plan)
    assert written(made.queries[0]) == planned


@pytest.mark.parametrize(
    ("reply", "planned"),
    [
        ("revenue", "revenue |  | client = Paramour Pictures | 2026-09-01..2026-09-30"),
        ("invoiced last month", "invoiced |  | client = Paramour Pictures | 2026-09-01..2026-09-30"),
    ],
)
def test_what_was_asked_back_about_is_what_the_reply_is_about(reply: str, planned: str) -> None:
    asked_back = ask("show me Paramour Pictures", FILMS)
    assert isinstance(asked_back, Clarification)
    made = ask(reply, FILMS, Turn(None, "clarification", asked_back.options))

    assert isinstance(made, Plan)
    assert written(made.queries[0]) == planned
