"""A draft is edited, approved and kept; its numbers stay what they are."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.documents import review
from assistant.documents.client_facts import a_day
from assistant.documents.client_summary import outline
from assistant.documents.numbers import Number
from assistant.documents.outline import texts
from assistant.documents.scan import Finished
from assistant.documents.summaries import Asked, Summary, finish, summarise
from assistant.errors import UsageError
from assistant.permissions import drafts
from assistant.permissions.house import House
from assistant.terminal_documents import Steps, one_summary, summaries
from tests.agency_notation import agency
from tests.documents.planted_agency import AGENCY
from tests.permissions.test_non_interference_asked import house_of

AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
ZOE, LUKA = "zoe.okonkwo@harbourlane.example", "luka.novak@harbourlane.example"
PLACE = "decisions/0/0"


@pytest.fixture
def house(demo_workspace: Path, tmp_path: Path) -> House:
    return House.open(shutil.copytree(demo_workspace, tmp_path / "house"))


@pytest.fixture
def draft(house: House) -> Summary:
    made = summarise(house, Asked("Lumen Bank", "last month", ZOE, date(2026, 10, 15), "en"))
    assert isinstance(made, Summary)
    return made


def said(house: House, draft: Summary) -> str:
    return "\n".join(texts(review.reviewed(draft, review.standing(house, draft)).outline))


def test_words_change_and_numbers_stay_bound(house: House, draft: Summary) -> None:
    review.edit(house, draft, PLACE, "May we go ahead with {title}? It is {amount}.", AT)

    assert "May we go ahead with “Two more screen readers in the retest”? It is €1,900.00." in said(house, draft)
    assert isinstance(finish(review.reviewed(draft, review.standing(house, draft)), "html"), Finished)


@pytest.mark.parametrize(
    ("place", "words", "told"),
    [
        (PLACE, "We used 53 hours on it.", "“53 hours” is a number that was typed"),
        (PLACE, "It doubled.", "is a number that was typed"),
        (PLACE, "It is {margin}.", "There is no number {margin} in decisions/0/0"),
        ("nowhere/9", "Fine.", "There is no sentence nowhere/9"),
    ],
)
def test_a_number_cannot_be_typed(house: House, draft: Summary, place: str, words: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        review.edit(house, draft, place, words, AT)

    assert told in str(caught.value)
    assert review.standing(house, draft).history == ()


def test_a_section_can_be_made_anew(house: House, draft: Summary) -> None:
    before = said(house, draft)
    review.edit(house, draft, PLACE, "Please decide on {title}.", AT)
    review.regenerate(house, draft, "decisions", AT)

    assert said(house, draft) == before


def test_an_approval_is_kept_with_who_and_when_and_an_edit_takes_it_back(house: House, draft: Summary) -> None:
    review.write_note(house, draft, "We look forward to the release.", AT)
    review.approve(house, draft, AT)
    standing = review.standing(house, draft)

    assert standing.status == review.APPROVED
    assert [(one.who, one.what) for one in standing.history] == [
        (ZOE, "wrote a note: We look forward to the release."),
        (ZOE, "approved it"),
    ]
    review.edit(house, draft, PLACE, "Please decide on {title}.", AT)
    assert review.standing(house, draft).status == review.DRAFT


def test_a_number_that_moves_after_the_approval_is_told(house: House, draft: Summary) -> None:
    review.approve(house, draft, AT)
    standing = review.standing(house, draft)
    assert review.moved(draft, standing) == ()

    first = draft.facts.agreements[0]
    assert first.total is not None
    more = Number(replace(first.total.figure, value=first.total.figure.value + Fraction(1, 100)), first.total.origin)
    facts = replace(draft.facts, agreements=(replace(first, total=more), *draft.facts.agreements[1:]))
    now = replace(draft, facts=facts, outline=outline(facts, draft.words))

    assert review.moved(now, standing) == (
        "budget total, Account opening: €386,500.00 when it was approved, €386,500.01 now.",
    )


def test_a_later_ingest_that_moves_a_number_flags_the_approved_summary(tmp_path: Path) -> None:
    """An entry of the month comes in larger than it was when the summary was approved."""
    exported = agency(AGENCY)
    house = house_of(exported, tmp_path / "house")
    asked = Asked("Acme Works", "April 2025", "amy@x.co", date(2025, 5, 10), "en")
    made = summarise(house, asked)
    assert isinstance(made, Summary)
    review.approve(house, made, AT)
    assert review.moved(made, review.standing(house, made)) == ()

    shutil.rmtree(tmp_path / "house" / "export")
    later = house_of(agency(AGENCY.replace("11.5    9.25", "11.5    10.25")), tmp_path / "house")
    now = summarise(later, asked)
    assert isinstance(now, Summary)
    told = review.moved(now, review.standing(later, now))
    assert "budget used, Extras: €1,175.00 when it was approved, €1,275.00 now." in told
    assert "billable hours, Concept: 9.25 h when it was approved, 10.25 h now." in told
    assert not [one for one in told if "fixed price" in one]


def test_a_change_of_words_is_for_the_sentence_it_was_made_of(house: House, draft: Summary) -> None:
    review.edit(house, draft, PLACE, "We have settled this with you already.", AT)
    standing = review.standing(house, draft)
    assert "We have settled this with you already." in said(house, draft)

    pending = [replace(one, title="Another thing") for one in draft.facts.changes if one.is_pending]
    facts = replace(draft.facts, changes=tuple(pending))
    other = replace(draft, facts=facts, outline=outline(facts, draft.words))
    after = "\n".join(texts(review.reviewed(other, standing).outline))
    assert "We have settled this with you already." not in after
    assert "Please decide on Another thing" in after


def test_what_moved_since_the_month_before_is_told_by_agreement(draft: Summary) -> None:
    assert ("Account opening", "used", "€251,722.00", "€292,671.00") in review.since_before(draft)


def test_another_manager_reads_nothing_of_it(house: House, draft: Summary) -> None:
    review.write_note(house, draft, "Between us.", AT)

    assert list(drafts.read(house, house.view_for(LUKA))) == []
    assert len(list(drafts.read(house, house.view_for(ZOE)))) == 1


def test_a_day_nobody_wrote_down_is_no_number() -> None:
    assert a_day({"due_date": None}, "tasks", "due_date") is None


def test_many_at_once_are_written_as_they_were_reviewed(house: House, draft: Summary, tmp_path: Path) -> None:
    review.write_note(house, draft, "We look forward to the release.", AT)
    folder = tmp_path / "out"

    assert summaries(house, replace(draft.asked, client=""), ("Lumen Bank",), "md,html", folder, AT) == 0
    assert all("We look forward to the release." in one.read_text() for one in folder.iterdir())


def test_what_is_in_doubt_names_the_option_that_settles_it(house: House, draft: Summary) -> None:
    steps = Steps(note="Thanks to Mila for the texts.")
    with pytest.raises(UsageError, match=r"“Mila” may be somebody .* From the command that is --may-stay\."):
        one_summary(house, replace(draft.asked, client=""), ("Lumen Bank",), "md", None, AT, steps)
