"""A workbook of a page: real numbers with formats, a sheet a section, and no formula from the data."""

from datetime import date, datetime
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from assistant.documents.formats import FORMATS, REPORT_FORMATS
from assistant.documents.house_style import HouseStyle
from assistant.documents.numbers import Number, Origin
from assistant.documents.outline import Chart, Column, Footnote, Grid, Kind, Outline, Paragraph, Section, Text
from assistant.documents.workbook import sheet_name
from assistant.figures import EPOCH, Figure, Unit

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0")


def number(value: str, unit: Unit, currency: str | None = None) -> Number:
    return Number(Figure("x", Fraction(value), unit, currency), Origin("x"))


def book(*sections: Section) -> Workbook:
    content = REPORT_FORMATS["xlsx"].render(Outline("Budgets", sections, made_on=date(2026, 10, 15)), HouseStyle())
    return load_workbook(BytesIO(content))


def of_rows(*rows: tuple[object, ...], total: tuple[object, ...] | None = None) -> Section:
    columns = (Column("Client"), Column("Used (EUR)", Kind.NUMBER))
    grid = Grid(columns, rows, total)  # type: ignore[arg-type]
    return Section("money", "Money", (Paragraph(Text("Used: a lot.")), grid))


@pytest.mark.parametrize("text", EVIL)
def test_what_looks_like_a_formula_in_the_data_stays_text_everywhere(text: str) -> None:
    """In a cell, a heading, a sentence and the small print."""
    grid = Grid((Column(text), Column("Used", Kind.NUMBER)), ((text, None),))
    found = book(Section("a", text, (Paragraph(Text("{who}", {"who": text})), grid, Footnote(Text(text)))))
    cells = [cell for sheet in found.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    said = [one for one in cells if str(one.value).strip("\t\r ").startswith(tuple("=+-@"))]

    assert len(said) >= 4
    assert all(one.data_type == "s" for one in cells)
    assert all(one.quotePrefix for one in said if one.value[0] in "=+-@\t\r")


def test_percentage_points_are_no_percent_in_a_workbook() -> None:
    points = Number(Figure("margin_change", Fraction(-1, 8), Unit.PERCENT), Origin("margin"))
    cell = book(of_rows(("Acme", points)))["Money"].cell(5, 2)
    assert (cell.value, cell.number_format) == (-12.5, '0.0" pp"')


def test_numbers_are_numbers_with_formats_and_days_are_days() -> None:
    values = (
        (number("1234.5", Unit.MONEY, "EUR"), 1234.5, "#,##0.00"),
        (number("13/16", Unit.PERCENT), 0.8125, "0.0%"),
        (number("-7.25", Unit.HOURS), -7.25, "#,##0.00"),
        (number("12", Unit.COUNT), 12, "#,##0"),
        (number("1/3", Unit.INDEX), 0.3333333333, "0.00"),
        (number(str((date(2026, 10, 9) - EPOCH).days), Unit.DATE), datetime(2026, 10, 9), "yyyy-mm-dd"),
    )
    sheet = book(of_rows(*(("Acme", one) for one, _, _ in values)))["Money"]
    found = [sheet.cell(row, 2) for row in range(5, 11)]

    assert [(one.value, one.number_format) for one in found] == [(value, shown) for _, value, shown in values]


def test_a_sheet_begins_with_what_it_is_and_keeps_its_header_in_sight() -> None:
    rows = (("Acme", number("1", Unit.MONEY, "EUR")), ("Bolt", None))
    sheet = book(of_rows(*rows, total=("Total", number("1", Unit.MONEY, "EUR"))))["Money"]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert lines[0][0] == "Budgets: Money"
    assert lines[1][0] == "Used: a lot."
    assert lines[3:7] == [["Client", "Used (EUR)"], ["Acme", 1], ["Bolt", None], ["Total", 1]]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:B6"


def test_a_chart_is_drawn_over_the_cells_of_the_table() -> None:
    rows = tuple((name, number("5", Unit.HOURS)) for name in ("Acme", "Bolt"))
    section = of_rows(*rows)
    drawn = Section("money", "Money", (Chart({"mark": "bar"}, "says"), *section.blocks))

    assert book(section)["Money"]._charts == []  # noqa: SLF001 - openpyxl shows its charts nowhere else
    assert len(book(drawn)["Money"]._charts) == 1  # noqa: SLF001 - as above


def test_every_section_has_a_sheet_of_a_name_that_excel_takes() -> None:
    titles = ("A/B: [x]*?", "a b   x", "x" * 40, "x" * 40, "", "'")
    found = book(*(Section("s", one, (Paragraph(Text("Words.")),)) for one in titles)).sheetnames

    assert len({one.casefold() for one in found}) == len(titles)
    assert all(0 < len(one) <= 31 and not set(one) & set("[]:*?/\\'") for one in found)
    assert sheet_name("Money", ["money"]) == "Money (2)"


def test_a_client_gets_no_workbook() -> None:
    assert "xlsx" not in FORMATS
