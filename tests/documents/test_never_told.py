"""What people type into a summary is read for what no client may read, and ordinary words are left alone."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.documents import review
from assistant.documents.never_told import Reader
from assistant.documents.outline import Outline, Paragraph, Section, Text
from assistant.documents.scan import Finished, leaks
from assistant.documents.summaries import Asked, Summary, summarise
from assistant.documents.warmer import PHRASES
from assistant.documents.words import LANGUAGES
from assistant.errors import UsageError
from assistant.permissions.clients_eyes import Forbidden
from assistant.permissions.house import House
from tests.documents.test_scan import STYLE, file
from tests.documents.typed_by_hand import FORBIDDEN_SENTENCES, ORDINARY_SENTENCES

AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
FORBIDDEN = Forbidden(
    {
        "another client": frozenset({"Lumen Bank", "Northwind", "Alpenrose Hotels"}),
        "a colleague": frozenset(
            {
                "Will Hughes", "May Adebayo", "Mark Weber", "Nina Vidmar", "Jo Li", "Grace Hope", "Friedrich Öhlinger",
                "Rose Koch", "Frank Stein", "Bill Young", "Élodie Marchand",
            }
        ),
        "a supplier": frozenset({"Shutterhouse"}),
    },
    frozenset(),
    frozenset({"Harbour & Lane", "Acme Works", "Ana Kovač", "Margin calculator", "Zoë Okonkwo"}),
)  # fmt: skip
READER = Reader(FORBIDDEN)


def test_what_no_client_may_read_is_noticed() -> None:
    assert [one for one in FORBIDDEN_SENTENCES.strip().splitlines() if not READER.read(one)] == []


def test_ordinary_words_are_left_alone() -> None:
    assert [one for one in ORDINARY_SENTENCES.strip().splitlines() if READER.read(one)] == []


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_our_own_sentences_tell_nothing_of_it(language: str) -> None:
    for sentence in (*LANGUAGES[language].values(), *PHRASES[language]):
        assert READER.read(sentence) == (), sentence


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Our margin is thin.", "“margin” tells the client of margin and profit, which is never told. Say it without."),
        ("Nina Vidmar did it.", "“Nina Vidmar” names a colleague, which no client may read. Leave the name out."),
        (
            "Nina did it.",
            (
                "“Nina” may be somebody of the house who is not among this client's contacts. Leave the name out, or "
                "say that it may stay because somebody else is meant."
            ),
        ),
        (
            "It went over budget.",
            (
                "“over budget” may tell the client of hours beyond a fee. Say it without, or say that it may stay "
                "because it means something else."
            ),
        ),
        ("Alpenrose did so too.", "“Alpenrose” may be another client. Leave the name out, or say that it may stay."),
    ],
)
def test_the_message_names_the_words_and_the_next_step(sentence: str, told: str) -> None:
    assert READER.read(sentence)[0].told == told


def test_a_contact_of_the_same_first_name_may_be_named() -> None:
    named = Forbidden({"a colleague": frozenset({"Ana Sørensen"})}, frozenset(), frozenset({"Ana Kovač"}))

    assert Reader(named).read("Ana will call you.") == ()
    assert [one.words for one in Reader(named).read("Sørensen will call you.")] == ["Sørensen"]


def test_the_finished_file_is_read_for_it_as_well() -> None:
    outline = Outline("Acme Works", (Section("note", "A note", (Paragraph(Text("We wrote off some of it.")),)),))
    found = leaks(Finished("md", file("md", outline), ""), outline, STYLE, FORBIDDEN)

    assert found == ("it tells of unpaid work (“wrote off”)",)


@pytest.fixture
def house(demo_workspace: Path, tmp_path: Path) -> House:
    return House.open(shutil.copytree(demo_workspace, tmp_path / "house"))


@pytest.fixture
def draft(house: House) -> Summary:
    made = summarise(house, Asked("Lumen Bank", "last month", "zoe.okonkwo@harbourlane.example", date(2026, 10, 15)))
    assert isinstance(made, Summary)
    return made


@pytest.mark.parametrize("may_stay", [False, True])
def test_what_is_never_told_is_not_taken_whatever_is_said(house: House, draft: Summary, *, may_stay: bool) -> None:
    with pytest.raises(UsageError, match="“profit” tells the client of margin and profit"):
        review.write_note(house, draft, "There is little profit in it.", AT, may_stay=may_stay)

    assert review.standing(house, draft).history == ()


def test_what_is_in_doubt_is_taken_once_somebody_says_so_and_that_is_kept(house: House, draft: Summary) -> None:
    with pytest.raises(review.DoubtError, match="“Mila” may be somebody of the house"):
        review.write_note(house, draft, "Thanks to Mila for the texts.", AT)
    review.write_note(house, draft, "Thanks to Mila for the texts.", AT, may_stay=True)

    standing = review.standing(house, draft)
    assert standing.note == "Thanks to Mila for the texts."
    assert standing.history[-1].what == "wrote a note: Thanks to Mila for the texts.; “Mila” may stay"
