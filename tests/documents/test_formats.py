import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader

from assistant.documents.formats import FORMATS, REPORT_FORMATS
from assistant.documents.house_style import HouseStyle
from assistant.documents.outline import Column, Grid, Kind, Outline, Paragraph, Section, Text
from tests.documents.pages import a_page, money

STYLE = HouseStyle(agency="Harbour & Lane", primary="#7c2d12", font="Georgia")


def written(form: str, outline: Outline | None = None) -> BytesIO:
    return BytesIO(FORMATS[form].render(outline or a_page(), STYLE))


def many_rows(count: int) -> Outline:
    """A page whose table is longer than the page."""
    rows = tuple((f"Milestone {number}", money("10")) for number in range(count))
    grid = Grid((Column("Milestone"), Column("Used", Kind.NUMBER)), rows, ("Total", money(str(count * 10))))
    return Outline("Long", (Section("all", "All of it", (grid,)),), made_on=date(2026, 10, 15))


def test_a_pdf_is_titled_tagged_and_its_text_can_be_selected() -> None:
    found = PdfReader(written("pdf"))
    text = " ".join(page.extract_text() for page in found.pages)

    assert found.metadata is not None
    assert found.metadata.title == "Müller & Söhne <GmbH>: project update"
    assert found.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(found.root_object["/Lang"]).startswith("en")
    assert "€12,340.50 of €20,000.00 is used." in text
    assert "Launch of #1 *Shop* | Web" in text


def test_a_long_table_says_its_header_on_every_page() -> None:
    pages = [page.extract_text() for page in PdfReader(written("pdf", many_rows(120))).pages]

    assert len(pages) > 1
    assert all("Milestone" in one and "Used" in one for one in pages)


def test_a_word_file_has_real_headings_header_rows_and_alternative_texts() -> None:
    found = Document(written("docx"))
    heads = [one.text for one in found.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    alts = [one.get("descr") for one in found.element.iter(qn("wp:docPr"))]
    listed = [one.text for one in found.paragraphs if one.style is not None and one.style.name == "List Bullet"]

    assert heads == ["Budget and scope"]
    assert listed == ["Müller & Söhne <GmbH> has signed off.", "12.5 h of design."]
    assert alts == ["Design has used most of the budget."]
    assert len(list(found.element.iter(qn("w:tblHeader")))) == 1
    assert [one.text for one in found.tables[1].rows[1].cells[:3]] == [
        "Launch of #1 *Shop* | Web", "30 November 2026", "€12,340.50",
    ]  # fmt: skip


def test_a_word_file_tells_nothing_of_its_making_but_the_agency() -> None:
    told = Document(written("docx", many_rows(1))).core_properties

    assert (told.author, told.last_modified_by, told.comments) == ("Harbour & Lane", "Harbour & Lane", "")
    assert told.created is not None
    assert told.created.date() == date(2026, 10, 15)


def test_slides_have_titles_header_rows_and_alternative_texts() -> None:
    found = Presentation(written("pptx"))
    titles = [slide.shapes.title.text for slide in found.slides if slide.shapes.title is not None]
    tables = [shape for slide in found.slides for shape in slide.shapes if shape.has_table]
    alts = {one.get("descr") for slide in found.slides for one in slide.element.iter() if "cNvPr" in str(one.tag)}

    assert len(titles) == len(found.slides)
    assert all(titles)
    assert tables[0].table.first_row
    assert {"Design has used most of the budget.", "Milestones and budget"} <= alts
    assert not any(slide.has_notes_slide for slide in found.slides)
    spoken = {
        one.get("lang") for slide in found.slides for one in slide.element.iter() if str(one.tag).endswith("}rPr")
    }
    assert spoken == {"en-GB"}


def test_a_long_table_goes_on_on_the_next_slide_and_loses_no_row() -> None:
    found = Presentation(written("pptx", many_rows(60)))
    tables = [shape.table for slide in found.slides for shape in slide.shapes if shape.has_table]
    names = [table.cell(row, 0).text for table in tables for row in range(1, len(table.rows))]

    assert len(tables) > 2
    assert all(table.cell(0, 0).text == "Milestone" for table in tables)
    assert names == [*(f"Milestone {number}" for number in range(60)), "Total"]


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_libreoffice_opens_it_without_complaint(form: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt-get install libreoffice-writer-nogui libreoffice-impress-nogui"
    path = tmp_path / f"page.{form}"
    path.write_bytes(written(form).getvalue())
    home = f"-env:UserInstallation=file://{tmp_path}/home"

    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)

    assert "rror" not in told.stdout + told.stderr
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)
    assert "€12,340.50 of €20,000.00 is used." in text


@pytest.mark.parametrize("form", list(FORMATS))
def test_letters_no_file_can_hold_do_not_break_it(form: str) -> None:
    outline = a_page(name='A "quoted" \\ name\x00\x0b \N{RIGHT-TO-LEFT OVERRIDE}#{x} $y$')

    assert written(form, outline).getvalue()


@pytest.mark.parametrize(
    "name", ["🚀 Launch 2027", "日本支社のサイト", "موقع", "Zażółć gęślą jaźń", "a\u200bb\ufeff", "👩‍👩‍👧‍👦"]
)
def test_a_page_is_set_whatever_letters_a_name_holds(name: str) -> None:
    said = Outline(name, (Section(name, name, (Paragraph(Text(name)),)),))
    assert REPORT_FORMATS["pdf"].render(said, HouseStyle()).startswith(b"%PDF")
