"""Questions about notes over the demo agency: quoted as written, dated, and nothing where nothing was said."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.outcome import NoData
from assistant.permissions.house import House
from assistant.query import Question

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    """The demo agency."""
    return House.open(demo_workspace)


def asked(house: House, question: str, asked_as: str = DIRECTOR, after: Reply | None = None) -> Reply:
    return ask(Question(question, asked_as, TODAY, after.turn if after else None), house)


def quotes(reply: Reply) -> list[tuple[str, str]]:
    """The first outcome's quotes with the name of their file."""
    assert isinstance(reply.first, Answer), reply.first.text
    return [(one.note.rpartition("/")[2], one.quote) for one in reply.first.citations]


@pytest.mark.parametrize(
    ("question", "file", "words"),
    [
        ("what did we decide about the try-on", "2025-05-21-glasses-online-no-try-on.md", "Decision: no try-on"),
        ("why was the design system paused", "2026-08-17-design-system-on-hold.md", "a reorganisation"),
        ("what did they say about screen readers", "2026-10-09-accessibility-two-screen-readers.eml", "two readers"),
        ("notes about hiring", "2026-10-13-management-meeting.md", "senior developer"),
        ("decisions in October", "2026-10-13-farm-box-routes.md", "routes are drawn by hand"),
        ("any open risks on Solaris", "2026-07-21-patient-portal-phase-two.txt", ""),
        ("action items for Grace", "2026-09-30-repairs-status.html", "Grace rings him"),
        ("when did we last talk to Adria Ferries", "2026-01-22-lunch-in-split.txt", "Split"),
        ("next steps on the booking flow", "2026-10-09-booking-flow-client-update.md", "Seat and cabin map"),
        ("what did Marin say about the vehicles", "2026-10-12-booking-flow-budget.md", "he asked for them as add-ons"),
        ("what did Adria Ferries want", "2026-01-22-lunch-in-split.txt", 'He says "vehicles" in every second'),
        ("actions due by Friday", "2026-10-13-farm-box-routes.md", "Bor takes the region list"),
    ],
)  # fmt: skip
def test_the_answer_quotes_the_note_that_says_it(house: House, question: str, file: str, words: str) -> None:
    reply = asked(house, question)
    if not words:
        assert isinstance(reply.first, NoData)
        return
    assert any(name == file and words in quote for name, quote in quotes(reply))


def due(reply: Reply) -> list[tuple[str, ...]]:
    """Owner, day and state of the actions of an answer."""
    assert isinstance(reply.first, Answer), reply.first.text
    return [row.labels[1:4] for row in reply.first.table.rows]


def test_actions_are_due_on_a_day_counted_from_their_note(house: House) -> None:
    week = asked(house, "actions due this week")
    assert due(week) == [("Bor", "16 October 2026", "open")]
    later = asked(house, "and next week?", after=week)
    assert due(later)[:2] == [("Zoë", "19 October 2026", "open"), ("Daniela", "20 October 2026", "open")]


def test_what_is_open_after_its_day_is_overdue(house: House) -> None:
    overdue = asked(house, "overdue actions")
    assert due(overdue)[0] == ("Grace", "9 October 2026", "overdue")
    assert {state for _, _, state in due(overdue)} == {"overdue"}
    assert {state for _, _, state in due(asked(house, "open actions on Quayside Housing"))} == {"open", "overdue"}


def test_statements_of_several_kinds_are_answered_each(house: House) -> None:
    reply = asked(house, "decisions and actions on Mirna Farms")
    assert [one.notes.look_for.value for one in reply.plan.queries if one.notes] == ["decisions", "actions"]


def test_what_the_client_said_is_not_what_we_said(house: House) -> None:
    reply = asked(house, "did the client complain about the fare rules")
    assert isinstance(reply.first, Answer)
    assert reply.first.text.startswith("The notes do not say what the client said")


@pytest.mark.parametrize("topic", ["parking spaces", "coffee machine", "deadline", "the office dog", "cookie banner"])
def test_a_topic_that_is_not_in_the_notes_gets_no_passage_that_is_merely_near(house: House, topic: str) -> None:
    assert isinstance(asked(house, f"notes about {topic}").first, NoData)


def test_every_quote_stands_so_in_its_file(house: House, demo_workspace: Path) -> None:
    for question in ("decisions in 2026", "action items", "summarise the last five meetings", "notes about vehicles"):
        for one in asked(house, question).to_json()["citations"]:  # type: ignore[attr-defined]
            path = demo_workspace / one["note"]
            if path.suffix in (".md", ".txt"):
                assert " ".join(one["quote"].split()) in " ".join(path.read_text(encoding="utf-8").split())


def test_nothing_said_is_nothing_answered(house: House) -> None:
    reply = asked(house, "what did we decide about the weather on Mars")
    assert isinstance(reply.first, NoData)
    assert "nothing in the notes you may see" in reply.first.text


def test_the_reason_of_a_number_comes_with_the_notes_of_its_time(house: House) -> None:
    reply = asked(house, "why is Booking flow over budget")
    assert isinstance(reply.first, Answer)
    assert reply.first.metrics
    assert reply.first.verified.cells > 0
    assert ("2026-10-12-booking-flow-budget.md") in {name for name, _ in quotes(reply)}


def test_the_status_of_a_client_is_numbers_and_decisions(house: House) -> None:
    reply = asked(house, "status of Adria Ferries")
    assert len(reply.outcomes) > 3
    assert reply.first.text.startswith("Health for Adria Ferries")
    part = asked(house, "status of Booking flow")
    assert [one.names for one in part.plan.queries[0].where] == [("Booking flow redesign",)]
    assert [one.metrics for one in reply.plan.queries][-1] == ()


def test_a_follow_up_keeps_what_was_looked_for(house: House) -> None:
    first = asked(house, "decisions in October")
    then = asked(house, "and in July 2026?", after=first)
    assert {name[:7] for name, _ in quotes(then)} == {"2026-07"}


def test_notes_of_others_do_not_exist_for_an_account_manager(house: House) -> None:
    everything = {name for name, _ in quotes(asked(house, "decisions in 2026"))}
    hers = {name for name, _ in quotes(asked(house, "decisions in 2026", ACCOUNT_MANAGER))}
    assert "2026-10-13-management-meeting.md" in everything - hers
    hidden = asked(house, "notes about hiring", ACCOUNT_MANAGER).first
    assert isinstance(hidden, NoData)


def test_a_question_for_a_number_loads_nothing_for_notes(demo_workspace: Path) -> None:
    words = (
        "import sys; from datetime import date; from pathlib import Path; from assistant.ask import ask;"
        "from assistant.permissions.house import House; from assistant.query import Question;"
        "house = House.open(Path(sys.argv[1])); asked = Question('hours last month', sys.argv[2], date(2026, 10, 15));"
        "print(ask(asked, house).first.kind, *sys.modules)"
    )
    command = [sys.executable, "-c", words, str(demo_workspace), DIRECTOR]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert loaded[0] == "answer"
    assert not {"chromadb", "onnxruntime", "bm25s", "tokenizers"} & set(loaded)
