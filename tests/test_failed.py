"""Which questions on record count as failed: those without an answer, asked back for nothing, or thumbed down."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.ask import ask_on_record
from assistant.failed import asked_questions
from assistant.outcome import Refusal
from assistant.permissions.audit import Feedback, record_feedback
from assistant.permissions.house import House
from assistant.query import Question
from tests.permissions.small_agency import small_agency
from tests.permissions.test_house import store

AT = datetime(2026, 10, 15, 9, 30, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return store(tmp_path, small_agency())


def say(house: House, text: str, who: str = "adm@x.co") -> None:
    ask_on_record(Question(text, who, date(2026, 10, 15)), house, AT)


def failed(house: House) -> list[str]:
    found = asked_questions(house, house.view_for("adm@x.co"))
    assert not isinstance(found, Refusal)
    return [one.question for one in found if one.failed]


def test_what_was_answered_has_not_failed(house: House) -> None:
    say(house, "hours by person last month")

    assert failed(house) == []


def test_what_is_not_measured_has_failed(house: House) -> None:
    say(house, "what is our NPS")

    assert failed(house) == ["what is our NPS"]


def test_asking_back_has_failed_unless_one_of_the_questions_offered_is_asked(house: House) -> None:
    say(house, "pipeline by month")
    say(house, "sales by client")
    say(house, "Revenue by client")

    assert failed(house) == ["pipeline by month"]


def test_an_answer_with_its_thumb_down_has_failed(house: House) -> None:
    say(house, "hours by person last month")
    record_feedback(house, house.view_for("adm@x.co"), Feedback("hours by person last month", good=False), AT)

    assert failed(house) == ["hours by person last month"]


def test_secrets_in_questions_and_options_are_left_out(house: House) -> None:
    say(house, "what is our NPS, my password is hunter2")

    assert not any("hunter2" in one for one in failed(house))


def test_only_who_sees_everything_reads_the_questions(house: House) -> None:
    assert isinstance(asked_questions(house, house.view_for("coo@x.co")), Refusal)
