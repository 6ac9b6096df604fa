"""Every number in the words of an answer leads to its own rows, and every chart says what it leaves out."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.answers.answer import Answer
from assistant.answers.leads import Stretch, stretches
from assistant.answers.plan_words import plan_lines
from assistant.answers.rows import rows_under
from assistant.answers.sources import Under
from assistant.ask import ask
from assistant.permissions.house import House
from assistant.query import Question

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def answered(house: House, question: str) -> Answer:
    found = ask(Question(question, DIRECTOR, TODAY), house).first
    assert isinstance(found, Answer), found.text
    return found


def led(answer: Answer) -> dict[str, Stretch]:
    return {one.text: one for one in stretches(answer, answer.text) if one.lead}


def test_the_pieces_are_the_sentence_and_its_numbers_lead_to_their_rows(house: House) -> None:
    answer = answered(house, "utilization by team last quarter")
    found = led(answer)

    assert "".join(one.text for one in stretches(answer, answer.text)) == answer.text
    assert list(found) == ["53.5 %", "8,747 h", "16,362 h", "73.1 %", "0 %"]
    assert [one.lead.under.key for one in found.values() if one.lead] == [
        None,
        None,
        None,
        ("Development",),
        ("Operations",),
    ]
    under = rows_under(answer, "time_entries", Under(("Development",)))
    assert 0 < under.count < rows_under(answer, "time_entries").count


def test_the_number_of_the_period_before_leads_to_the_rows_of_that_period(house: House) -> None:
    answer = answered(house, "tracked hours last month compared with the month before")
    assert [one.lead.under.earlier for one in led(answer).values() if one.lead] == [False, True]
    days = {
        each: {row[found.columns.index("date")][:7] for row in found.cells}
        for each in (False, True)
        if (found := rows_under(answer, "time_entries", Under(earlier=each)))
    }
    assert days == {False: {"2026-09"}, True: {"2026-08"}}


def test_a_part_of_a_change_leads_to_the_rows_it_is_made_of(house: House) -> None:
    answer = answered(house, "why did margin drop in September")
    parts = [one.lead.under.part for one in led(answer).values() if one.lead]
    assert "fees and retainers" in parts
    assert set(parts) <= {"", *answer.parts_of_change}


def test_a_limit_and_a_day_of_a_period_lead_nowhere(house: House) -> None:
    answer = answered(house, "who was below 60% utilization in September")
    assert "60 %" in answer.text
    assert "60 %" not in led(answer)
    assert not any("2026" in one for one in led(answer))


def test_numbers_that_are_said_alike_lead_each_to_the_row_named_before_it(house: House) -> None:
    answer = answered(house, "How many tasks are overdue by project?")
    for one in stretches(answer, answer.text):
        if one.lead and one.lead.under.key:
            named = next(row for row in answer.table.rows if row.key == one.lead.under.key)
            assert f"{named.labels[0]} ({one.text})" in answer.text


def test_a_plan_is_told_in_words(house: House) -> None:
    answer = answered(house, "top 3 clients by revenue above €1000 in September compared with August")
    told = dict(plan_lines(answer))
    assert told["Measures"] == "Revenue"
    assert told["By"] == "client"
    assert told["Period"] == "September 2026: 1 September 2026 to 30 September 2026"
    assert told["Compared with"].startswith("August 2026: 1 August 2026")


def chart_of(answer: Answer) -> Any:  # noqa: ANN401 - a specification is read as it stands
    assert answer.chart is not None
    return answer.chart


def drawn(answer: Answer, field: str) -> set[str]:
    return {str(row[field]) for row in chart_of(answer)["data"]["values"]}


def test_a_chart_of_more_lines_than_it_holds_shows_whole_ones_and_says_so(house: House) -> None:
    answer = answered(house, "hours by person by month this year")
    every = {row.labels[0] for row in answer.table.rows}
    shown = drawn(answer, "person")

    assert len(shown) == 8 < len(every)
    assert chart_of(answer)["title"]["text"] == f"The highest 8 of {len(every)}; the table has them all"
    rows = [row for row in answer.table.rows if row.labels[0] in shown]
    assert len(chart_of(answer)["data"]["values"]) == len(rows)
    assert drawn(answer, "month") == {row.labels[1] for row in answer.table.rows}


def test_bars_of_a_share_do_not_stand_on_each_other(house: House) -> None:
    hours = answered(house, "hours by team and job title last month")
    share = answered(house, "utilization by team and job title last month")
    assert chart_of(hours)["mark"]["type"] == "bar"
    assert chart_of(share)["mark"]["type"] == "point"


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How late are timesheets entered, by team?", "Entry lag (days)"),
        ("revenue by client last month", "Revenue (EUR)"),
        ("utilization by team last month", "Billable utilization"),
        ("overdue tasks by project", "Overdue tasks"),
    ],
)
def test_an_axis_says_in_what_it_counts(house: House, question: str, title: str) -> None:
    assert chart_of(answered(house, question))["encoding"]["x"]["title"] == title
