"""Why a number changed, over the demo agency: to the cent, and to each role in no more than it may see."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.outcome import Refusal
from assistant.permissions.house import House
from assistant.query import Question

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
MANAGER = "ana.kovac@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def asked(house: House, question: str, asked_as: str = DIRECTOR) -> Reply:
    return ask(Question(question, asked_as, TODAY), house)


def answered(house: House, question: str, asked_as: str = DIRECTOR) -> Answer:
    first = asked(house, question, asked_as).first
    assert isinstance(first, Answer), first.text
    return first


def parts(answer: Answer) -> dict[tuple[str, ...], Fraction]:
    return {row.labels: one.value for row in answer.table.rows for one in row.figures if one is not None}


def change(answer: Answer) -> Fraction:
    assert answer.table.total is not None
    (one,) = answer.table.total.figures
    assert one is not None
    return one.value


def test_the_ends_are_the_figures_of_the_ordinary_question_and_the_parts_add_up(house: House) -> None:
    why = answered(house, "why did margin drop in September")
    plain = answered(house, "margin in September compared with August").verified.result.total
    made = why.verified.result.explanation
    assert made is not None
    assert (made.after, made.before) == (plain.cells[0].value, plain.before[0].value)
    assert sum(parts(why).values()) == change(why) == made.after - made.before


def test_what_is_said_and_shown_adds_up_too(house: House) -> None:
    answer = answered(house, "why did profit change in September")
    *shown, total = [*answer.table.shown(answer.locale), answer.table.shown_total(answer.locale) or []]
    cents = [int(text[-1].replace("€", "").replace(",", "").replace(".", "")) for text in (*shown, total)]
    assert sum(cents[:-1]) == cents[-1]
    assert "What moved it most: fixed fees" in answer.text


def test_parts_by_client_add_up_to_the_part_and_to_the_change_of_the_client(house: House) -> None:
    whole, drilled = (answered(house, f"why did revenue change in September{by}") for by in ("", " by client"))
    by_part: dict[tuple[str, ...], Fraction] = {}
    by_client: dict[str, Fraction] = {}
    for (part, client), value in parts(drilled).items():
        by_part[part,] = by_part.get((part,), Fraction(0)) + value
        by_client[client] = by_client.get(client, Fraction(0)) + value
    assert {at: value for at, value in by_part.items() if value} == {at: one for at, one in parts(whole).items() if one}
    compared = answered(house, "revenue by client in September compared with August")
    changes = {row.labels[0]: row.figures[2] for row in compared.table.rows}
    assert by_client == {client: one.value for client, one in changes.items() if one is not None and one.value}


def test_programs_get_parts_and_changes(house: House) -> None:
    reply = asked(house, "explain the change in utilization").to_json()
    assert reply["plan"][0]["why"] is True  # type: ignore[index]
    table = reply["table"]
    assert isinstance(table, dict)
    assert table["columns"] == [
        {"name": "part", "kind": "dimension"},
        {"name": "change", "kind": "metric", "unit": "percent"},
    ]
    assert {row[0] for row in table["rows"]} == {"billable hours", "capacity"}
    chart = reply["chart"]
    assert isinstance(chart, dict)
    assert chart["encoding"]["x"]["field"] == "change"
    assert "percentage points" in str(reply["text"])


def test_who_may_not_see_cost_is_refused_in_the_usual_words(house: House) -> None:
    why = asked(house, "why did margin change in September", ACCOUNT_MANAGER).first
    usual = asked(house, "margin in September compared with August", ACCOUNT_MANAGER).first
    assert isinstance(why, Refusal)
    assert why.text == usual.text


def test_an_account_manager_is_told_the_parts_of_revenue_only(house: House) -> None:
    answer = answered(house, "why did revenue change in September", ACCOUNT_MANAGER)
    named = {labels[0] for labels in parts(answer)}
    assert "billable hours" in named
    assert not named & {"hours worked", "mix of people", "cost rates", "cost per hour", "expenses"}
    assert "Your own clients only." in answer.caveats


def test_a_project_manager_is_told_cost_as_hours_and_cost_per_hour(house: House) -> None:
    answer = answered(house, "why did labor cost change in September", MANAGER)
    assert {labels[0] for labels in parts(answer)} == {"hours worked", "cost per hour"}
    by_project = answered(house, "labor cost by project in September compared with August", MANAGER)
    compared = [row.figures[2] for row in by_project.table.rows]
    assert sum(one.value for one in compared if one) == change(answer)


def test_where_a_small_group_hides_a_total_it_hides_what_moved_it(house: House) -> None:
    profit = answered(house, "why did profit change in July by client", MANAGER)
    assert profit.table.total is None
    assert profit.text == "Profit, July 2026: what changed it cannot be shown."
    margin = answered(house, "why did margin change in July by client", MANAGER)
    assert margin.table.rows == ()


def test_a_small_client_is_in_no_part(house: House) -> None:
    compared = answered(house, "profit by client in July compared with June", MANAGER)
    hidden = {row.labels[0] for row in compared.table.rows if None in row.figures}
    assert hidden
    assert not hidden & {
        client for _, client in parts(answered(house, "why did profit change in July by client", MANAGER))
    }


def test_another_question_for_the_reason_is_suggested_and_understood(house: House) -> None:
    answer = answered(house, "why did labor cost rise in September")
    assert answer.suggestions
    assert all(answered(house, one).query.why for one in answer.suggestions[:1])
