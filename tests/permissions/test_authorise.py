"""Who may ask what, in which words they are refused, and what they are offered instead."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.agency.tables import Sensitivity
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind
from assistant.outcome import NoData, Refusal
from assistant.permissions.authorise import Asked, AuthorisedQuery, authorise, may_ask
from assistant.permissions.words import is_plural, plural, unknown_name
from assistant.query import Filter
from assistant.settings import Settings
from tests.permissions.asking import decide, query, told
from tests.permissions.small_agency import USERS, view

DECISIONS = Path(__file__).parent / "decisions.txt"


def golden() -> list[tuple[str, str, str]]:
    """Role, query and the words of the decision; a role's name stands at the margin above its queries."""
    found, role = [], ""
    for line in DECISIONS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(" "):
            role = line
        elif line:
            asked, words = line.split(" → ")
            found.append((role, asked.strip(), words))
    return found


@pytest.mark.parametrize(("role", "line", "words"), golden())
def test_the_decision_is_said_in_these_words(role: str, line: str, words: str) -> None:
    assert told(line, role) == words


@pytest.mark.parametrize("role", USERS)
def test_what_is_offered_instead_may_be_asked(role: str) -> None:
    seen = view(role)
    for name in METRICS:
        refused = decide(name, role, seen=seen)
        if isinstance(refused, Refusal):
            offered = [
                one for one in METRICS.values() if any(said.startswith(one.title) for said in refused.suggestions)
            ]
            assert any(may_ask(one, seen) for one in offered)


@pytest.mark.parametrize("role", USERS)
def test_a_metric_may_be_asked_exactly_when_every_class_it_reads_is_granted(role: str) -> None:
    seen = view(role)
    for one in METRICS.values():
        scopes = {
            seen.scope(table, column)
            for table, columns in one.reads.items()
            for column in columns
            if column != "category" or one.needs_reasons or table == "expenses"
        }
        allowed = "none" not in scopes and not (one.whole_item and "self" in scopes)
        allowed &= scopes == {"all"} or not one.everyones_time
        allowed &= not (one.tells_rates and role == "project_manager")
        assert may_ask(one, seen) == allowed


def test_a_refusal_offers_a_complete_question_for_the_same_period() -> None:
    refused = decide("margin", "account_manager")
    assert isinstance(refused, Refusal)
    assert refused.suggestions == ("Budget used last month",)


def test_a_name_out_of_scope_is_refused_in_the_words_of_a_name_that_does_not_exist() -> None:
    foreign = decide("revenue where project film", "project_manager")
    nowhere = decide("revenue where project filmo", "project_manager")
    assert isinstance(foreign, Refusal)
    assert isinstance(nowhere, NoData)
    assert foreign.text == unknown_name("Film")
    assert nowhere.text == unknown_name("Filmo")


def test_an_account_manager_is_told_the_same_of_a_foreign_client_and_of_none() -> None:
    foreign, nowhere = (decide(f"revenue where client {one}", "account_manager") for one in ("zeta", "omega"))
    assert isinstance(foreign, NoData)
    assert isinstance(nowhere, NoData)
    assert foreign.text.replace("Zeta", "X") == nowhere.text.replace("Omega", "X")


def test_the_place_of_a_foreign_client_is_told_no_more_than_that_of_none() -> None:
    """As in "is Zeta in the top 5 clients", also where a plan made for other eyes is followed up."""
    among_all = query("revenue by client")
    foreign, nowhere = (
        authorise(replace(among_all, placed=Filter("client", (one.lower(),), (one,))), view("account_manager"))
        for one in ("Zeta", "Omega")
    )
    assert isinstance(foreign, NoData)
    assert isinstance(nowhere, NoData)
    assert foreign.text.replace("Zeta", "X") == nowhere.text.replace("Omega", "X")


def test_hours_of_a_foreign_project_may_be_asked_where_hours_are_visible() -> None:
    assert isinstance(decide("tracked_hours where project film", "project_manager"), AuthorisedQuery)


def test_a_project_managers_cost_rests_on_no_small_group() -> None:
    cost = decide("labor_cost by project", "project_manager")
    hours = decide("tracked_hours by person", "project_manager")
    assert isinstance(cost, AuthorisedQuery)
    assert isinstance(hours, AuthorisedQuery)
    assert (cost.suppress_below, hours.suppress_below) == (3, None)
    everyone = decide("labor_cost by project", "finance")
    assert isinstance(everyone, AuthorisedQuery)
    assert everyone.suppress_below is None


def test_how_small_a_group_is_small_is_a_setting() -> None:
    seen = view("project_manager", settings=Settings(small_group=5))
    decided = decide("margin", "project_manager", seen=seen)
    assert isinstance(decided, AuthorisedQuery)
    assert decided.suppress_below == 5


@pytest.mark.parametrize(
    ("period", "may"),
    [
        ("in 2025-03-01 2025-03-31", True),
        ("in 2025-01-01 2025-12-31", True),
        ("in 2025-03-03 2025-03-09", False),
        ("in 2025-03-01 2025-03-15", False),
        ("in 2025-03-02 2025-03-31", False),
        ("in 2025-10-01 2025-10-10", True),
        ("in 2025-01-01 2025-10-10", True),
        ("in 2025-10-01 2025-10-09", False),
        ("in 2025-10-10", True),
        ("in 2025-10-31", True),
        ("in 2025-10-09", False),
        ("in 2025-03-01 2025-03-31 against 2025-02-01 2025-02-28", True),
        ("in 2025-03-01 2025-03-31 against 2025-02-03 2025-02-09", False),
    ],
)
def test_a_project_managers_cost_is_of_whole_months(period: str, may: bool) -> None:  # noqa: FBT001 - a table
    """The running month, up to the day of the question, counts as whole."""
    decided = decide(f"margin {period}", "project_manager", today=date(2025, 10, 10))
    assert isinstance(decided, AuthorisedQuery) == may


def test_blended_cost_is_said_to_be_blended() -> None:
    seen = view("project_manager", settings=Settings(cost_for_project_managers="blended"))
    decided = decide("labor_cost", "project_manager", seen=seen)
    assert isinstance(decided, AuthorisedQuery)
    assert decided.notes == (
        "Your own projects only.",
        "Cost is priced at the agency's average rate, not at the rates of the people who worked.",
    )


def test_an_agencys_own_nouns_are_used() -> None:
    nouns = {"project": "production", "client": "studio"}
    seen = view("project_manager", settings=Settings(nouns=nouns))
    allowed, refused = decide("revenue", "", seen=seen), decide("margin by person", "", seen=seen)
    assert isinstance(allowed, AuthorisedQuery)
    assert isinstance(refused, Refusal)
    assert allowed.notes == ("Your own productions only.",)
    assert refused.text.endswith("You can see it by production, studio and month.")


def test_money_of_a_part_is_not_set_against_the_hours_of_all() -> None:
    per_fte = replace(
        METRICS["revenue"],
        name="revenue_per_fte",
        title="Revenue per FTE",
        kind=Kind.PER_PERIOD,
        reads={**METRICS["revenue"].reads, **METRICS["fte"].reads},
    )
    asked = Asked(query("revenue"), view("project_manager"), (per_fte,), None)
    objection = next(asked.objections())
    assert objection.text == (
        "Revenue per FTE sets money against everyone's hours, and you see the money of your own projects only. "
        "You can see agency gross income."
    )
    assert not list(replace(asked, view=view("finance")).objections())


def test_what_is_worked_out_for_narrowed_eyes_serves_no_others() -> None:
    """The whole view keeps what each narrowed one makes, and the rows of one are not those of another."""
    eyes, revenue = view("project_manager"), METRICS["revenue"]
    made = []
    for line in ("revenue", "revenue labor_cost", "revenue"):
        decided = decide(line, "project_manager", seen=eyes)
        assert isinstance(decided, AuthorisedQuery)
        made.append(Facts(decided, date(2025, 4, 10)).of(revenue, decided.query.period).worked_out)
    assert made[0] is made[2]
    assert made[0] is not made[1]


def test_an_answer_of_money_is_made_from_a_narrowed_view() -> None:
    decided = decide("revenue tracked_hours", "project_manager")
    assert isinstance(decided, AuthorisedQuery)
    assert decided.view.narrowed_to == {Sensitivity.PRICE}


@pytest.mark.parametrize(
    ("noun", "several"), [("studio", "studios"), ("company", "companies"), ("brief", "briefs"), ("boss", "bosses")]
)
def test_several_of_a_noun(noun: str, several: str) -> None:
    assert plural("client", {"client": noun}) == several


def test_the_title_decides_the_verb() -> None:
    assert is_plural("Available hours")
    assert is_plural("Absence days")
    assert not is_plural("Margin")
    assert not is_plural("Budget hours used, percent")


def test_nobody_holds_a_part_of_peoples_time_against_their_whole_days() -> None:
    """A project manager who asks about money sees the work on their own projects only: timesheets would look empty."""
    assert told("health by project", "project_manager") == (
        "refusal: Health looks at the whole days of everybody involved, and you see a part of their work only. You can "
        "see health of the work."
    )
