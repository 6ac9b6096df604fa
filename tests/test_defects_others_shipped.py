"""What other assistants answered wrongly although their numbers were right, each asked here over the demo agency."""

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.agency.periods import Calendar
from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.errors import ReckonError
from assistant.outcome import NoData, Refusal
from assistant.permissions.house import House
from assistant.planning.dates import find_periods
from assistant.query import Question, Turn

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"
COORDINATOR = "hannah.pichler@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def asked(house: House, question: str, asked_as: str = DIRECTOR, after: Turn | None = None) -> Reply:
    return ask(Question(question, asked_as, TODAY, after), house)


def answered(reply: Reply) -> Answer:
    assert isinstance(reply.first, Answer), reply.first.text
    return reply.first


def test_the_last_2025_completed_days_are_that_many_days_and_no_year() -> None:
    """Lightdash #15327."""
    (found,) = find_periods("hours by month in the last 2025 completed days", TODAY, Calendar(1, 0))
    assert (found.period.end, found.period.days) == (date(2026, 10, 14), 2025)


def test_the_chart_shows_the_period_that_the_title_says(house: House) -> None:
    """Lightdash #17799."""
    answer = answered(asked(house, "hours by month last quarter"))
    assert "Q3 2026" in answer.text
    assert (answer.query.period.start, answer.query.period.end) == (date(2026, 7, 1), date(2026, 9, 30))
    assert answer.chart is not None
    drawn = [row["month"] for row in answer.chart["data"]["values"]]  # type: ignore[index]
    assert drawn == [row.labels[0] for row in answer.table.rows] == ["2026-07", "2026-08", "2026-09"]


def test_a_follow_up_keeps_the_filter(house: House) -> None:
    """Lightdash #15456."""
    first = asked(house, "hours for the Design team in September")
    total = answered(first).verified.result.total.cells[0].value
    then = answered(asked(house, "and by person?", after=first.turn))
    assert [one.names for one in then.query.where] == [("Design",)]
    assert then.verified.result.total.cells[0].value == total
    again = answered(asked(house, "what about August?", after=first.turn))
    assert [one.names for one in again.query.where] == [("Design",)]
    assert again.query.period.start == date(2026, 8, 1)


def test_what_is_hidden_is_not_said_to_be_nothing(house: House) -> None:
    """LangChain #11243."""
    refused = asked(house, "margin by client last month", ACCOUNT_MANAGER).first
    assert isinstance(refused, Refusal)
    assert "cost access" in refused.text
    money = asked(house, "revenue by client last month", COORDINATOR).first
    assert isinstance(money, Refusal)
    part = answered(asked(house, "revenue last month", ACCOUNT_MANAGER))
    assert any("your own clients" in one.lower() for one in part.caveats)
    names = ("Pannonia Insurance", "Panorama Windows")
    theirs, nobodys = (asked(house, f"revenue for {name} last month", ACCOUNT_MANAGER).first for name in names)
    assert isinstance(theirs, NoData | Refusal)
    assert theirs.text.replace("Pannonia Insurance", "") == nobodys.text.replace("Panorama Windows", "")


def test_a_fault_is_no_question_back(house: House, demo_workspace: Path, tmp_path: Path) -> None:
    """WrenAI #1450: an error that is shown as a clarification sends people to reword what was right."""
    broken = tmp_path / "broken"
    shutil.copytree(demo_workspace, broken)
    for one in (broken / "snapshots").rglob("*.parquet"):
        one.write_bytes(one.read_bytes()[:100])
    with pytest.raises(ReckonError, match="snapshot"):
        asked(House.open(broken), "hours by client last month")
    nothing = answered(asked(house, "revenue for Lumen Bank on 1 January 2020"))
    assert nothing.verified.result.total.cells[0].value == Fraction(0)
