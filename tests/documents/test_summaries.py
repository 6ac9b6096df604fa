"""The summary of a client of the demo agency, from the command's side."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.documents.formats import FORMATS
from assistant.documents.numbers import Number
from assistant.documents.outline import Grid
from assistant.documents.scan import Finished
from assistant.documents.summaries import Asked, Batch, Summary, finish, make_batch, summarise
from assistant.notes.statements import statements
from assistant.outcome import Ended, Refusal
from assistant.permissions import audit
from assistant.permissions.clients_eyes import quoted
from assistant.permissions.house import House

TODAY = date(2026, 10, 15)
AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
DIRECTOR = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"
COORDINATOR = "petra.zagar@harbourlane.example"


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


def asked(client: str, who: str = ACCOUNT_MANAGER, language: str = "en", period: str = "last month") -> Asked:
    return Asked(client, period, who, TODAY, language)


def page(house: House, client: str, language: str = "en") -> str:
    made = summarise(house, asked(client, DIRECTOR, language))
    assert isinstance(made, Summary)
    finished = finish(made, "md")
    assert isinstance(finished, Finished), finished.text
    return finished.content.decode()


def test_an_agreement_by_the_hour_is_told_as_agreed_used_and_left(house: House) -> None:
    said = page(house, "Lumen Bank")

    assert "| Account opening (time and materials) | €386,500.00 | €292,671.00 | €93,829.00 | 75.7 % |" in said
    assert "Work charged by the hour in September 2026: 308.5 h." in said


def test_a_fixed_fee_is_told_as_agreed_and_recognized_and_complete(house: House) -> None:
    assert "| Farm box shop, fixed price | €265,400.00 | €146,900.37 | 63.7 % |" in page(house, "Mirna Farms")


def test_a_client_reads_its_own_currency(house: House) -> None:
    assert "£239,500.00 | £165,591.80" in page(house, "Quayside Housing")


def test_what_is_late_is_said_with_what_is_done_about_it(house: House) -> None:
    said = page(house, "Castellan Museums")

    assert "**Blocked**" in said
    assert "Trial in the castle is past its target of 11 September 2026." in said
    assert "| Trial in the castle | 11 September 2026 | to be agreed | late |" in said


def test_a_client_without_anything_open_gets_a_page_without_empty_headings(house: House) -> None:
    said = page(house, "Beacon Foundation")

    assert "The work is finished, and nothing was open in September 2026." in said
    assert said.count("## ") == 1


def test_in_german_everything_is_german(house: House) -> None:
    said = page(house, "Lumen Bank", "de")

    assert "Projektstand · September 2026" in said
    assert "386.500,00\N{NO-BREAK SPACE}€" in said
    assert "Nach Aufwand berechnete Arbeit im September 2026: 308,5 Std." in said
    assert "„Two more screen readers in the retest“" in said
    assert "asked for" not in said


def test_who_sees_no_prices_is_refused(house: House) -> None:
    made = summarise(house, asked("Lumen Bank", COORDINATOR))

    assert isinstance(made, Refusal)
    assert "needs access to prices" in made.text


def test_another_managers_client_is_as_unknown_as_one_there_is_not(house: House) -> None:
    theirs, nobody = (summarise(house, asked(one)) for one in ("Mirna Farms", "Qqzx Partners"))

    assert isinstance(theirs, Ended)
    assert isinstance(nobody, Ended)
    assert theirs.text.replace("Mirna Farms", "…") == nobody.text.replace("Qqzx Partners", "…")


def test_a_batch_goes_on_after_a_failure_and_is_on_record(demo_workspace: Path, tmp_path: Path) -> None:
    house = House.open(shutil.copytree(demo_workspace, tmp_path / "house"))
    told: list[tuple[str, int, int]] = []
    wanted = Batch(("Lumen Bank", "Nobody & Sons", "Northwind"), ("md", "html"), tmp_path)
    made = list(make_batch(house, asked(""), wanted, AT, lambda *one: told.append(one)))

    assert [(one.client, one.form, one.path is not None) for one in made] == [
        ("Lumen Bank", "md", True),
        ("Lumen Bank", "html", True),
        ("Nobody & Sons", "md", False),
        ("Nobody & Sons", "html", False),
        ("Northwind", "md", True),
        ("Northwind", "html", True),
    ]
    assert (tmp_path / "Lumen Bank 2026-09.html").read_text().startswith("<!DOCTYPE html>")
    assert told[-1] == ("Northwind", 6, 6)
    records = audit.read(house, house.view_for(DIRECTOR))
    assert not isinstance(records, Refusal)
    exported = [(one["who"], one["what"], one["form"]) for one in records if one["event"] == "export"]
    assert (ACCOUNT_MANAGER, "summary of Northwind, last month (September 2026)", "md") in exported


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_passes_its_scan(house: House, form: str) -> None:
    made = summarise(house, asked("Northwind"))
    assert isinstance(made, Summary)

    assert isinstance(finish(made, form), Finished)


def test_what_a_note_for_the_client_decided_is_quoted_with_its_day(house: House) -> None:
    said = page(house, "Mirna Farms")

    assert "“Decision: routes are drawn by hand per region and the software only fills them.” (13 October 2026)" in said


def test_no_sentence_of_an_internal_note_is_quoted(house: House) -> None:
    notes = house.view_for(DIRECTOR).notes
    internal = [one for one in notes.passages if one.note.visibility != "client"]
    held = [
        quoted(one.text[found.start : found.end]) for one in internal for found in statements(one.text, one.heading)
    ]
    said = " ".join(page(house, name) for name in ("Mirna Farms", "Meridian Health", "Northwind Labs", "Velo Kurier"))

    assert len(held) > 20
    assert not [one for one in held if len(one) > 20 and one in said]


def test_no_number_of_a_page_is_rounded_for_the_sake_of_others(house: House) -> None:
    made = summarise(house, asked("Lumen Bank"))
    assert isinstance(made, Summary)

    assert made.outline.numbers
    assert not [one for one in made.outline.numbers if one.figure.rounded is not None]


def test_a_quarters_review_tells_each_month_and_adds_up_to_the_quarter(house: House) -> None:
    made = summarise(house, Asked("Lumen Bank", "last quarter", ACCOUNT_MANAGER, TODAY, "en", "review"))
    assert isinstance(made, Summary)
    for form in ("pptx", "md"):
        assert isinstance(finish(made, form), Finished)
    months = next(one for one in made.outline.sections if one.name == "months").blocks[0]
    assert isinstance(months, Grid)
    assert [row[0] for row in months.rows] == ["July 2026", "August 2026", "September 2026"]
    hours = [row[1].figure.value for row in months.rows if isinstance(row[1], Number)]
    assert made.facts.hours_total is not None
    assert sum(hours) == made.facts.hours_total.figure.value
    assert made.name == "Lumen Bank review 2026-07-01 to 2026-09-30"
