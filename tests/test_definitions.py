"""How others count utilization, over the demo agency: planned, authorised, verified and told to each role."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.outcome import Refusal
from assistant.permissions.house import House
from assistant.query import Question, Turn

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"
ASKED = "How do Harvest, Teamwork, Kantata, Productive count utilization on our data?"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def asked(house: House, question: str, asked_as: str = DIRECTOR, after: Turn | None = None) -> Reply:
    return ask(Question(question, asked_as, TODAY, after), house)


def told(reply: Reply) -> Answer:
    assert isinstance(reply.first, Answer), reply.first.text
    return reply.first


def test_each_named_definition_stands_beside_the_one_in_force_with_both_its_sides(house: House) -> None:
    answer = told(asked(house, ASKED))
    assert [row.labels[0] for row in answer.table.rows] == [
        "Billable utilization", "Total utilization", "Billable share", "Capacity utilization",
    ]  # fmt: skip
    plain = told(asked(house, "capacity utilization last month")).verified.result.total.cells[0]
    above, below, value, *_ = (one and one.value for one in answer.table.rows[3].figures)
    assert (above, below, value) == (plain.numerator, plain.denominator, plain.value)
    assert "the definition in force here" in answer.text
    assert "of leave takes away" in answer.text


def test_the_parts_of_each_gap_make_it_up_for_every_team(house: House) -> None:
    answer = told(asked(house, "Compare utilization definitions by team last quarter"))
    for row in answer.table.rows:
        values = [Fraction(0) if one is None else one.value for one in row.figures]
        assert values[3] == values[4] + values[5]
    assert len(answer.table.rows) == len(answer.metrics) * len(answer.verified.result.groups)


def test_a_follow_up_keeps_the_definitions_and_why_harvest_differs_is_about_what_was_told(house: House) -> None:
    first = asked(house, "Compare utilization definitions last quarter")
    by_person = told(asked(house, "and by person?", after=first.turn))
    assert by_person.query.definitions
    assert by_person.query.by == ("person",)
    spoken = asked(house, "utilization by team in August")
    differs = told(asked(house, "why does Harvest show a different utilization?", after=spoken.turn))
    assert differs.query.by == ("team",)
    assert differs.query.period.label.startswith("August")
    assert differs.query.metrics == ("billable_utilization", "capacity_utilization")


def test_a_running_month_counts_the_same_days_in_all(house: House) -> None:
    answer = told(asked(house, "Compare utilization definitions this month"))
    assert answer.query.period.end == date(2026, 10, 14)
    assert "through 14 October 2026" in answer.text


def test_whoever_may_not_see_utilization_is_refused_it_by_any_definition(house: House) -> None:
    assert isinstance(asked(house, ASKED, ACCOUNT_MANAGER).first, Refusal)
