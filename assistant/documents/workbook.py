"""An outline as an Excel workbook: a sheet for each section, real numbers with formats, native charts.

A cell holds a number, a day or a text, never a formula: whatever a text from the data begins with (=, +, -, @, a tab),
it is written as text, and marked as such for whoever edits it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.documents.house_style import QUIET, HouseStyle
from assistant.documents.numbers import Number
from assistant.documents.outline import (
    Bars,
    Bullets,
    Callout,
    Cell,
    Chart,
    Column,
    Footnote,
    Grid,
    Kind,
    Outline,
    Paragraph,
    Section,
    Status,
    Text,
    Tile,
    Tiles,
    cell_text,
    clean,
)
from assistant.figures import Figure, Unit

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_TEXT = 32_000
WIDEST, NARROWEST = 60, 10
MOST_DRAWN = 40
"""A chart of more bars than that is no chart."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
DECIMALS = 10

FORMATS = {
    Unit.HOURS: "#,##0.00",
    Unit.MONEY: "#,##0.00",
    Unit.PERCENT: "0.0%",
    Unit.DAYS: "#,##0.00",
    Unit.INDEX: "0.00",
    Unit.PEOPLE: "#,##0.0",
    Unit.COUNT: "#,##0.##",
    Unit.LAG_DAYS: "#,##0.00",
    Unit.DATE: "yyyy-mm-dd",
}
POINTS = '0.0" pp"'
"""Percentage points are no percent: 3.2 stands as 3.2, for a spreadsheet has no format that makes it of 0.032."""


def render(outline: Outline, style: HouseStyle) -> bytes:
    """The finished workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - only a workbook pays for it

    book = Workbook()
    book.remove(book.active)
    made_on = outline.made_on
    at = datetime(made_on.year, made_on.month, made_on.day) if made_on else datetime(2000, 1, 1)
    book.properties.title, book.properties.creator = clean(outline.title), clean(style.agency or "Reckon")
    book.properties.subject, book.properties.created, book.properties.modified = clean(outline.about), at, at
    names: list[str] = []
    for section in outline.sections:
        names.append(sheet_name(section.title or section.name or outline.title, names))
        _Page(book.create_sheet(names[-1]), outline, style).write(section)
    if not names:
        _text(book.create_sheet("Report").cell(1, 1), outline.title)
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()


def sheet_name(title: str, taken: Sequence[str]) -> str:
    """A name Excel takes, unlike all before it in any case."""
    bare = FORBIDDEN.sub(" ", clean(title)).strip()[:LONGEST_NAME].strip() or "Sheet"
    used = {one.casefold() for one in taken}
    others = (f"{bare[: LONGEST_NAME - 4].strip()} ({number})" for number in range(2, len(used) + 3))
    return next(one for one in (bare, *others) if one.casefold() not in used)


def _text(cell: "SheetCell", text: str) -> None:
    """Words as words: what looks like a formula is marked as text, so that it stays one when edited."""
    cell.value = clean(text)[:LONGEST_TEXT]
    cell.data_type = "s"
    cell.quotePrefix = cell.value.startswith(FORMULA_STARTS)


class _Page:
    """One sheet, written from the top down."""

    def __init__(self, sheet: "Worksheet", outline: Outline, style: HouseStyle) -> None:
        self.sheet, self.outline, self.style = sheet, outline, style
        self.row = 1
        self.widths: dict[int, int] = {}

    def write(self, section: Section) -> None:
        """The section's heading, sentences, table, chart and small print."""
        self._line(
            f"{self.outline.title}: {section.title}" if section.title else self.outline.title, bold=True, size=14
        )
        self._line(self.outline.subtitle, colour=QUIET)
        chart = next((one for one in section.blocks if isinstance(one, Chart)), None)
        for block in section.blocks:
            match block:
                case Paragraph() | Callout():
                    self._line(block.text.plain(self.outline.locale))
                case Bullets():
                    for item in block.items:
                        self._line(item.plain(self.outline.locale))
                case Status():
                    self._line(block.word, bold=True)
                case Footnote():
                    self._line(block.text.plain(self.outline.locale), colour=QUIET, size=9)
                case Grid():
                    self._grid(block, chart)
                case Tiles():
                    self._grid(_listed(block), None)
                case Chart() | Bars():
                    pass  # what they draw stands in a table
        self._line(self.outline.footer, colour=QUIET, size=9)
        self._fit()

    def _line(self, text: str, *, bold: bool = False, size: int = 11, colour: str = "") -> None:
        from openpyxl.styles import Font  # noqa: PLC0415 - as in `render`

        if not text:
            return
        cell = self.sheet.cell(self.row, 1)
        _text(cell, text)
        cell.font = Font(name=self.style.font, bold=bold, size=size, color=colour.lstrip("#") or None)
        self.row += 1

    def _grid(self, grid: Grid, chart: Chart | None) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - as in `render`

        self.row += 1
        head = self.row
        for place, column in enumerate(grid.columns, 1):
            cell = self.sheet.cell(head, place)
            _text(cell, column.title)
            cell.font = Font(name=self.style.font, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=self.style.primary.lstrip("#"))
            cell.alignment = Alignment(horizontal="right" if column.kind is Kind.NUMBER else "left", wrap_text=True)
            self._widen(place, column.title)
        for at, row in enumerate(grid.every_row, head + 1):
            is_total = grid.total is not None and at == head + len(grid.every_row)
            for place, (value, column) in enumerate(zip(row, grid.columns, strict=True), 1):
                cell = self.sheet.cell(at, place)
                self._put(cell, value, column)
                cell.font = Font(name=self.style.font, bold=is_total)
                if is_total:
                    cell.border = Border(top=Side(style="thin", color=QUIET.lstrip("#")))
        last = head + len(grid.rows)
        self.row = head + len(grid.every_row) + 2
        if self.sheet.freeze_panes is None and grid.rows:
            self.sheet.freeze_panes = self.sheet.cell(head + 1, 1)
            self.sheet.auto_filter.ref = f"A{head}:{self.sheet.cell(last, len(grid.columns)).coordinate}"
        if chart is not None:
            _draw(self.sheet, grid, chart, head, last)

    def _put(self, cell: "SheetCell", value: Cell, column: Column) -> None:
        """One cell: a number or a day as such, everything else as text."""
        if isinstance(value, Number) and value.figure.unit in FORMATS:
            cell.value, cell.number_format = _as_number(value.figure)
        elif value is not None and not (isinstance(value, Text) and not value.template):
            _text(cell, cell_text(value, column, self.outline.locale))
        self._widen(cell.column, cell_text(value, column, self.outline.locale))

    def _widen(self, place: int, text: str) -> None:
        self.widths[place] = max(self.widths.get(place, NARROWEST), min(len(text) + 2, WIDEST))

    def _fit(self) -> None:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as in `render`

        for place, width in self.widths.items():
            self.sheet.column_dimensions[get_column_letter(place)].width = width
        self.sheet.sheet_view.showGridLines = False
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _listed(tiles: Tiles) -> Grid:
    """Key figures beneath each other, as cells that can be counted with."""
    return Grid(
        (Column("Key figure"), Column("Value", Kind.NUMBER), Column("Beside")),
        tuple((_labelled(one), one.value, one.beneath) for one in tiles.items),
    )


def _labelled(tile: Tile) -> str:
    """What it is called, with the currency the number format does not tell."""
    currency = tile.value.figure.currency if isinstance(tile.value, Number) else None
    return f"{tile.label} ({currency})" if currency else tile.label


def _as_number(figure: Figure) -> tuple[object, str]:
    """The exact value in the unit of its column, and how it is shown."""
    if figure.unit is Unit.DATE:
        return figure.day, FORMATS[Unit.DATE]
    if figure.is_points:
        return float(round(Decimal(figure.number.numerator) / Decimal(figure.number.denominator), DECIMALS)), POINTS
    rounded = Decimal(figure.value.numerator) / Decimal(figure.value.denominator)
    whole = figure.value.denominator == 1 and figure.unit is Unit.COUNT
    shown = "#,##0" if whole else FORMATS[figure.unit]
    return (int(figure.value) if whole else float(round(rounded, DECIMALS))), shown


def _draw(sheet: "Worksheet", grid: Grid, chart: Chart, head: int, last: int) -> None:
    """The chart over the table's own cells: bars, or a line where the specification draws one."""
    from openpyxl.chart import BarChart, LineChart, Reference  # noqa: PLC0415 - as in `render`

    numeric = next(_numeric(grid), None)
    if numeric is None or not 1 < len(grid.rows) <= MOST_DRAWN:
        return
    mark = chart.spec.get("mark")
    kind = mark.get("type") if isinstance(mark, dict) else mark
    drawn = LineChart() if kind in ("line", "area") else BarChart()
    if isinstance(drawn, BarChart):
        drawn.type, drawn.gapWidth = "bar", 40
        drawn.x_axis.scaling.orientation = "maxMin"
    drawn.add_data(Reference(sheet, min_col=numeric, min_row=head, max_row=last), titles_from_data=True)
    drawn.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    drawn.title, drawn.legend = None, None
    drawn.x_axis.delete = drawn.y_axis.delete = False
    drawn.height, drawn.width = max(7, min(20, 0.55 * len(grid.rows) + 3)), 18
    sheet.add_chart(drawn, sheet.cell(head, len(grid.columns) + 2).coordinate)


def _numeric(grid: Grid) -> Iterator[int]:
    for place, column in enumerate(grid.columns, 1):
        cells = [row[place - 1] for row in grid.rows]
        if column.kind is Kind.NUMBER and any(isinstance(one, Number) for one in cells):
            yield place
