"""The scan finds what hides in a finished file, wherever it hides."""

import base64
import zipfile
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from assistant.documents import bars
from assistant.documents.formats import FORMATS
from assistant.documents.house_style import HouseStyle
from assistant.documents.numbers import Number, Origin
from assistant.documents.outline import Bar, Bars, Outline, Paragraph, Section, Text
from assistant.documents.scan import Finished, leaks, read
from assistant.figures import Figure, Unit
from assistant.permissions.clients_eyes import Forbidden
from tests.documents.pages import a_page, money

STYLE = HouseStyle(agency="Harbour & Lane")
FORBIDDEN = Forbidden(
    {"another client": frozenset({"Quillfeather", "Northwind"})},
    frozenset({"b-fix"}),
    frozenset({"Northwind Labs", "Müller & Söhne <GmbH>", "#1 *Shop* | Web"}),
    ("October 2026",),
)


def file(form: str, outline: Outline | None = None) -> bytes:
    return FORMATS[form].render(outline or a_page(chart=False), STYLE)


def found(form: str, content: bytes, outline: Outline | None = None, name: str = "") -> str:
    return "; ".join(leaks(Finished(form, content, name), outline or a_page(chart=False), STYLE, FORBIDDEN))


def saved(thing: object) -> bytes:
    held = BytesIO()
    thing.save(held)  # type: ignore[attr-defined]
    return held.getvalue()


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_file_says_only_what_its_outline_says(form: str) -> None:
    assert found(form, file(form)) == ""


@pytest.mark.parametrize("form", list(FORMATS))
def test_words_a_renderer_adds_are_found(form: str) -> None:
    said = found(form, file(form, a_page(name="Gargoyle", chart=False)))

    assert "words that are not of the summary (gargoyle" in said


def with_part(content: bytes, name: str, text: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        for one in old.namelist():
            new.writestr(one, old.read(one))
        new.writestr(name, text)
    return held.getvalue()


def with_comment(content: bytes) -> bytes:
    document = Document(BytesIO(content))
    document.add_comment(document.paragraphs[0].runs, "margin is 12 percent", author="Bo")
    return saved(document)


def with_hidden_slide(content: bytes) -> bytes:
    slides = Presentation(BytesIO(content))
    slides.slides[0].element.set("show", "0")
    return saved(slides)


def with_notes(content: bytes) -> bytes:
    slides = Presentation(BytesIO(content))
    frame = slides.slides[0].notes_slide.notes_text_frame
    assert frame is not None
    frame.text = "the real cost"
    return saved(slides)


def with_workbook(content: bytes) -> bytes:
    slides = Presentation(BytesIO(content))
    untyped: Any = CategoryChartData
    data = untyped()
    data.categories = ["cost"]
    data.add_series("hours", (53.37,))
    slides.slides[0].shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(1), Inches(2), Inches(2), data)
    return saved(slides)


def with_property(content: bytes) -> bytes:
    document = Document(BytesIO(content))
    document.core_properties.keywords = "grumpbeetle"
    return saved(document)


def with_revision(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as old:
        text = old.read("word/document.xml").decode()
    deleted = '<w:p><w:del w:id="9" w:author="Bo"><w:r><w:delText>overrun</w:delText></w:r></w:del></w:p><w:sectPr'
    with zipfile.ZipFile(BytesIO(content)) as old:
        rest = {one: old.read(one) for one in old.namelist()}
    rest["word/document.xml"] = text.replace("<w:sectPr", deleted, 1).encode()
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as new:
        for one, part in rest.items():
            new.writestr(one, part)
    return held.getvalue()


def with_attachment(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.add_attachment("cost.csv", b"53.37")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def with_metadata(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.add_metadata({"/Keywords": "grumpbeetle"})
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def changed(part: str, old: str, new: str) -> Callable[[bytes], bytes]:
    """The same file with one part saying something else."""

    def change(content: bytes) -> bytes:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
        assert old.encode() in parts[part], part
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
        held = BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            for name, one in parts.items():
                archive.writestr(name, one)
        return held.getvalue()

    return change


def with_bookmark(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.add_outline_item(title="grumpbeetle", page_number=0)
    return written(writer)


def with_form(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject()
    return written(writer)


def with_packet(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    packet: Any = writer.root_object["/Metadata"].get_object()
    packet.set_data(packet.get_data().replace(b"<dc:language>", b"<dc:rights>grumpbeetle</dc:rights><dc:language>"))
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


ELSEWHERE = "none of its format's"
OWN_PROPERTIES = '<Properties><property name="margin"><lpwstr>12</lpwstr></property></Properties>'


@pytest.mark.parametrize(
    ("form", "hide", "told"),
    [
        ("docx", lambda one: with_part(one, "docProps/custom.xml", OWN_PROPERTIES), ELSEWHERE),
        (
            "pptx",
            lambda one: with_part(one, "ppt/tags/tag1.xml", '<tagLst><tag name="COST" val="53"/></tagLst>'),
            ELSEWHERE,
        ),
        ("docx", lambda one: with_part(one, "customXml/item9.xml", "<cost>grumpbeetle</cost>"), "grumpbeetle"),
        (
            "docx",
            changed("word/document.xml", "<w:sectPr", '<w:bookmarkStart w:name="grumpbeetle"/><w:sectPr'),
            "grumpbeetle",
        ),
        (
            "docx",
            changed(
                "word/settings.xml",
                "<w:compat>",
                '<w:docVars><w:docVar w:name="x" w:val="grumpbeetle"/></w:docVars><w:compat>',
            ),
            "grumpbeetle",
        ),
        ("pptx", changed("ppt/slides/slide1.xml", "<p:cSld>", '<p:cSld name="grumpbeetle">'), "grumpbeetle"),
        ("pdf", with_bookmark, "grumpbeetle"),
        ("pdf", with_form, ELSEWHERE),
        ("pdf", with_packet, "grumpbeetle"),
        ("html", lambda one: one.replace(b"<h1", b'<p data-cost="grumpbeetle"></p><h1'), "grumpbeetle"),
        ("html", lambda one: one.replace(b"<h1", b'<p class="grumpbeetle"></p><h1'), "grumpbeetle"),
        ("html", lambda one: one.replace(b"</style>", b"/* cost 53.37 */</style>"), "words in a style"),
        ("html", lambda one: one.replace(b"</style>", b".page:after {content: 'cost'}</style>"), "words in a style"),
        ("docx", with_comment, "comments"),
        ("docx", with_property, "grumpbeetle"),
        ("docx", with_revision, "revisions or hidden text"),
        ("pptx", with_hidden_slide, "a hidden slide"),
        ("pptx", with_notes, "notes"),
        ("pptx", with_workbook, "a chart with a workbook"),
        ("pdf", with_attachment, "an attachment"),
        ("pdf", with_metadata, "grumpbeetle"),
        ("html", lambda one: one.replace(b"<h1", b"<!-- cost 53.37 --><h1"), "a comment"),
        ("html", lambda one: one.replace(b"<h1", b'<p style="display: none">grumpbeetle</p><h1'), "hidden text"),
        ("md", lambda one: one + b"\n<!-- cost -->\n", "a comment"),
    ],
)
def test_what_hides_in_a_file_is_found(form: str, hide: Callable[[bytes], bytes], told: str) -> None:
    assert told in found(form, hide(file(form)))


def with_picture(content: bytes) -> bytes:
    document = Document(BytesIO(content))
    document.add_picture(BytesIO(other_bars()))
    return saved(document)


def with_picture_on_slide(content: bytes) -> bytes:
    slides = Presentation(BytesIO(content))
    slides.slides[0].shapes.add_picture(BytesIO(other_bars()), Inches(1), Inches(1))
    return saved(slides)


def with_picture_in_page(content: bytes) -> bytes:
    return content.replace(
        b"<h1", b'<img alt="" src="data:image/png;base64,' + base64.b64encode(other_bars()) + b'"><h1'
    )


def some_bars(used: str) -> Bars:
    told = Text("{used} of {total}", {"used": money(used), "total": money("20000")})
    return Bars((Bar("Design", money(used), money("20000"), told),), "How far each agreement is used")


def other_bars() -> bytes:
    """A drawing of numbers that are in no outline."""
    return bars.png(some_bars("5337"), STYLE, "en")


@pytest.mark.parametrize(
    ("form", "hide"), [("docx", with_picture), ("pptx", with_picture_on_slide), ("html", with_picture_in_page)]
)
def test_a_picture_that_is_not_drawn_of_the_outline_is_found(form: str, hide: Callable[[bytes], bytes]) -> None:
    assert "a picture that is not of the summary" in found(form, hide(file(form)))


@pytest.mark.parametrize("form", list(FORMATS))
def test_bars_are_drawn_and_say_what_they_draw(form: str) -> None:
    outline = Outline("Acme", (Section("a", "Budget", (some_bars("12340.5"),)),))
    content = file(form, outline)

    assert found(form, content, outline) == ""
    told = " ".join(" ".join(read(form, content).words).split())
    if form != "md":
        assert "€12,340.50 of €20,000.00" in told


@pytest.mark.parametrize("name", ["Quillfeather", "Quill\u00adfeather", "QUILL\u200bFEATHER", "\uff31uillfeather"])
def test_the_name_of_another_client_is_found_however_it_is_written(name: str) -> None:
    outline = a_page(name=name, chart=False)

    assert "it names another client" in found("md", file("md", outline), outline)


def test_the_name_of_another_client_is_found_in_the_files_name() -> None:
    assert "it names another client" in found("md", file("md"), name="Quillfeather 2026-10.md")
    assert found("md", file("md"), name="Northwind Labs 2026-10.md") == ""


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Number(Figure("cost", Fraction(53), Unit.MONEY, "EUR"), Origin("cost")), "it tells cost"),
        (
            Number(Figure("budget_used", Fraction(53), Unit.MONEY, "EUR"), Origin("budget_used", of=("b-fix",))),
            "it tells budget used of a fixed fee",
        ),
    ],
)
def test_a_number_no_client_is_told_is_found_by_where_it_comes_from(number: Number, told: str) -> None:
    outline = Outline("Acme", (Section("a", "", (Paragraph(Text("So far {n}.", {"n": number})),)),))

    assert told in found("md", file("md", outline), outline)


def test_a_number_that_was_typed_is_found() -> None:
    outline = Outline("Acme", (Section("a", "", (Paragraph(Text("We have 53 hours left.")),)),))

    assert "a number that leads nowhere" in found("md", file("md", outline), outline)


def test_a_workbook_inside_a_slide_is_read_too() -> None:
    assert "53.37" in " ".join(read("pptx", with_workbook(file("pptx"))).words)
