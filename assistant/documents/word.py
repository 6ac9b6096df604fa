"""Documents as Word files, with real styles, headings, header rows and alternative texts."""

from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from assistant.documents import bars, drawing, office
from assistant.documents.house_style import INK, LEVELS, LINE, QUIET, TILE, TINTS, HouseStyle
from assistant.documents.outline import (
    Bars,
    Block,
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
    Status,
    Text,
    Tile,
    Tiles,
    Weight,
    cell_text,
    clean,
    value_text,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph as WordParagraph

Thing = Any
"""An object of python-docx, whose types say less than its documentation."""

WIDE, CHART, BARS = 16.8, 13.5, 16.4
"""Centimetres between the margins, of a chart and of bars, which end where the numbers of a table do."""
HIGH, MOST_HIGH, SMALLER = 27.0, 30.0, 0.9
"""Centimetres, as estimated, that fit on a page, and up to which smaller letters make them fit."""
LINE_HIGH, ROW_HIGH, HEAD_HIGH, LETTERS_A_LINE = 0.47, 0.49, 0.95, 95
SHORT = 12
"""Up to so many rows a table stands whole on a page."""
AT_LEAST, PER_LETTER, LETTERS, MOST_LETTERS = 0.6, 0.205, 34, 24
"""How wide a column is at least, and for each letter of its longest cell, up to so many of words and of others; in
centimetres."""


def render(outline: Outline, style: HouseStyle) -> bytes:
    """The document as DOCX."""
    from docx import Document  # noqa: PLC0415 - only Word pays for it

    writer = _Writer(Document(), outline, style)
    writer.write()
    office.without(writer.document.part.package.rels if writer.document.part.package else {}, {"thumbnail"})
    held = BytesIO()
    writer.document.save(held)
    return held.getvalue()


class _Writer:
    """Writes one document into python-docx's empty one."""

    def __init__(self, document: "Document", outline: Outline, style: HouseStyle) -> None:
        self.document, self.outline, self.style, self.locale = document, outline, style, outline.locale
        self.pictures = 0

    def write(self) -> None:
        """Styles, properties, head, sections and foot."""
        _lay_out(self.document, self.style, self.outline.language, SMALLER if self.is_crowded() else 1)
        office.describe(self.document.core_properties, self.outline, self.style)
        self.head()
        for section in self.outline.sections:
            if section.title:
                self.document.add_heading(clean(section.title), level=1)
            for block, after in zip_longest(section.blocks, section.blocks[1:]):
                self.block(block)
                if isinstance(block, Paragraph | Chart | Bars) and isinstance(after, Chart | Bars | Grid):
                    # What is said of a drawing or a table is not left behind.
                    self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self.document.sections[0].footer.paragraphs[0].text = clean(self.style.foot(self.outline.footer))

    def is_crowded(self) -> bool:
        """Whether a page meant to be one is so by smaller letters; what is longer still is good to read on two."""
        outline = self.outline
        high = HEAD_HIGH * (2 + sum(bool(one.title) for one in outline.sections))
        high += sum(map(self.height, outline.blocks))
        return outline.kind == "summary" and HIGH < high <= MOST_HIGH

    def height(self, block: Block) -> float:
        """About how high a block of a summary stands, in centimetres."""
        match block:
            case Grid():
                return ROW_HIGH * (2 + len(block.every_row))
            case Bars():
                return len(block.items)
            case Bullets():
                return LINE_HIGH * sum(1 + len(one.plain(self.locale)) // LETTERS_A_LINE for one in block.items)
            case Paragraph() | Callout() | Footnote():
                return LINE_HIGH * (2 + len(block.text.plain(self.locale)) // LETTERS_A_LINE)
            case _:
                return 2 * LINE_HIGH

    def head(self) -> None:
        """Logo, title and subtitle."""
        if self.style.logo:
            self.picture(self.style.logo.content, self.style.agency or "Logo", height=1.0)
        self.document.add_paragraph(clean(self.outline.title), style="Title")
        if self.outline.subtitle:
            self.document.add_paragraph(clean(self.outline.subtitle), style="Subtitle")

    def block(self, block: Block) -> None:
        """One block."""
        match block:
            case Paragraph():
                kind = {Weight.LEAD: "Lead", Weight.SMALL: "Small print"}.get(block.weight, "Normal")
                self.paragraph(block.text, kind)
            case Bullets():
                for one in block.items:
                    self.paragraph(one, "List Bullet")
            case Callout():
                made = self.paragraph(block.text, "Callout")
                _shade(made._p.get_or_add_pPr(), TINTS[block.level])  # noqa: SLF001 - python-docx has no shading
            case Footnote():
                self.paragraph(block.text, "Small print")
            case Status():
                _badge(self.document.add_paragraph(), block)
            case Chart() | Bars():
                self.chart(block)
            case Grid() | Tiles():
                self.table(block) if isinstance(block, Grid) else self.panel(block)

    def chart(self, block: Chart | Bars) -> None:
        """A drawing with what it says."""
        if isinstance(block, Bars):
            self.picture(bars.png(block, self.style, self.locale), block.says(self.locale), width=BARS)
            self.document.paragraphs[-1].style = "Drawing"
            return
        self.picture(drawing.png(block, self.style, self.locale), block.says, width=CHART)
        if block.caption:
            self.document.add_paragraph(clean(block.caption), style="Caption")

    def panel(self, tiles: Tiles) -> None:
        """Key figures in rows."""
        for row in tiles.rows:
            self.tiles(row)

    def tiles(self, row: tuple[Tile, ...]) -> None:
        """Key figures side by side, each in a cell of its own."""
        made = self.document.add_table(1, len(row), style="House table")
        _mark(made.rows[0], "cantSplit")
        for cell, one in zip(made.rows[0].cells, row, strict=True):
            _shade(cell._tc.get_or_add_tcPr(), TILE)  # noqa: SLF001 - python-docx has no shading
            _edge(cell, self.style.primary, "left", 18)
            label = cell.paragraphs[0]
            label.style = "Tile label"
            label.add_run(clean(one.label))
            value = cell.add_paragraph(style="Tile value")
            if isinstance(one.value, Status):
                _badge(value, one.value)
            else:
                value.add_run(clean(value_text(one.value, self.locale)))
            cell.add_paragraph(clean(one.beneath.plain(self.locale)), style="Tile label")
        self.document.add_paragraph(style="After table")

    def paragraph(self, text: Text, kind: str) -> "WordParagraph":
        """A sentence in a style."""
        return self.document.add_paragraph(clean(text.plain(self.locale)), style=kind)

    def picture(self, content: bytes, says: str, *, width: float | None = None, height: float | None = None) -> None:
        """A picture with its alternative text; sizes in centimetres."""
        from docx.shared import Cm  # noqa: PLC0415 - as above

        sizes = [None if one is None else Cm(one) for one in (width, height)]
        shape = self.document.add_picture(BytesIO(content), *sizes)
        self.pictures += 1
        for side in "TBLR":
            shape._inline.set(f"dist{side}", "0")  # noqa: SLF001 - left out, some readers take a gap for granted
        told = shape._inline.docPr  # noqa: SLF001 - python-docx has no alternative texts
        told.set("descr", clean(says))
        told.set("name", f"Picture {self.pictures}")

    def table(self, grid: Grid) -> None:
        """A table whose header row comes again on every page, and whose rows stay whole."""
        from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: PLC0415 - as above
        from docx.shared import Cm  # noqa: PLC0415 - as above

        rows = grid.every_row
        made = self.document.add_table(rows=len(rows) + 1, cols=len(grid.columns))
        made.style, made.alignment, made.autofit = "House table", WD_TABLE_ALIGNMENT.LEFT, False
        _describe(made, grid.caption)
        for place, width in enumerate(self.widths(grid)):
            made.columns[place].width = Cm(width)
            for cell in made.columns[place].cells:
                cell.width = Cm(width)
        _mark(made.rows[0], "tblHeader")
        for cell, column in zip(made.rows[0].cells, grid.columns, strict=True):
            self.fill(cell, column.title, column, "Table heading")
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            _edge(cell, self.style.primary, "bottom", 8)
        for row, held in zip(made.rows[1:], rows, strict=True):
            _mark(row, "cantSplit")
            is_total = held is grid.total
            stays = held is not rows[-1] and len(rows) <= SHORT
            for cell, value, column in zip(row.cells, held, grid.columns, strict=True):
                self.fill(cell, value, column, "Table total" if is_total else "Table text")
                cell.paragraphs[0].paragraph_format.keep_with_next = stays or None
                _edge(cell, self.style.primary if is_total else LINE, "top" if is_total else "bottom", 4)
        self.document.add_paragraph(style="After table")

    def widths(self, grid: Grid) -> list[float]:
        """How wide each column is: numbers, days and statuses stand on one line, words take what these leave."""
        shown = [[one.title for one in grid.columns], *(grid.shown(row, self.locale) for row in grid.every_row)]
        longest = [max(map(len, cells)) for cells in zip(*shown, strict=True)]
        needs = [
            AT_LEAST + PER_LETTER * min(LETTERS if column.kind is Kind.TEXT else MOST_LETTERS, letters)
            for column, letters in zip(grid.columns, longest, strict=True)
        ]
        words = [place for place, one in enumerate(grid.columns) if one.kind is Kind.TEXT]
        spare = WIDE - sum(needs)
        if spare > 0 and words:
            return [one + (spare / len(words) if place in words else 0) for place, one in enumerate(needs)]
        return [one * WIDE / sum(needs) for one in needs]

    def fill(self, cell: "_Cell", value: Cell, column: Column, kind: str) -> None:
        """One cell."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as above

        made = cell.paragraphs[0]
        made.style = kind
        if column.kind is Kind.NUMBER:
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if isinstance(value, Status):
            _badge(made, value)
        else:
            made.add_run(clean(cell_text(value, column, self.locale)))


def _lay_out(document: "Document", style: HouseStyle, language: str, scale: float) -> None:
    """The page and the styles of the house, its letters larger or smaller by `scale`."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - as above
    from docx.shared import Cm  # noqa: PLC0415 - as above

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.1)
    page.top_margin = page.bottom_margin = Cm(1.7)
    page.footer_distance = Cm(0.9)
    table = document.styles.add_style("House table", WD_STYLE_TYPE.TABLE)
    table.base_style = document.styles["Normal Table"]
    names = {one.name for one in document.styles}
    for name, size, colour, bold, before, after in (
        ("Normal", 10.5, INK, False, 0, 4),
        ("Title", 20, style.primary, True, 0, 0),
        ("Subtitle", 10.5, QUIET, False, 0, 6),
        ("Heading 1", 13, style.primary, True, 9, 3),
        ("List Bullet", 10.5, INK, False, 0, 2),
        ("Caption", 9, QUIET, False, 0, 6),
        ("Footer", 8.5, QUIET, False, 0, 0),
        ("Lead", 12, INK, False, 2, 4),
        ("Small print", 8.5, QUIET, False, 2, 3),
        ("Callout", 10.5, INK, False, 5, 5),
        ("Table heading", 9, QUIET, True, 1, 1),
        ("Table text", 9.5, INK, False, 1, 1),
        ("Table total", 9.5, INK, True, 1, 1),
        ("Tile label", 8.5, QUIET, False, 1, 1),
        ("Tile value", 13, INK, True, 0, 0),
        ("Drawing", 10.5, INK, False, 0, 6),
        ("After table", 4, INK, False, 0, 0),
    ):
        if name not in names:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        letters = round(2 * size * scale) / 2
        _dress(document.styles[name], style.font, letters, colour, bold=bold, space=(before * scale, after * scale))
    _speak(document.styles["Normal"], language)


def _dress(style: Thing, font: str, size: float, colour: str, *, bold: bool, space: tuple[float, float]) -> None:  # noqa: PLR0913 - what makes up one style
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Pt  # noqa: PLC0415 - as above

    style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
    style.font.color.rgb = _rgb(colour)
    letters = style.element.get_or_add_rPr()
    for spaced in letters.findall(qn("w:spacing")):
        letters.remove(spaced)  # the template draws subtitles apart
    fonts = letters.get_or_add_rFonts()
    for key in [one for one in fonts.attrib if "Theme" in one]:
        del fonts.attrib[key]
    for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(key), font)
    laid = style.paragraph_format
    laid.space_before, laid.space_after, laid.line_spacing = Pt(space[0]), Pt(space[1]), 1.08
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _speak(style: Thing, language: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    told = OxmlElement("w:lang")
    told.set(qn("w:val"), {"de": "de-DE"}.get(language, "en-GB"))
    style.element.get_or_add_rPr().append(told)


def _badge(paragraph: "WordParagraph", status: Status) -> None:
    """A status in its colour; the word says the same."""
    run = paragraph.add_run(f"\N{NO-BREAK SPACE}{clean(status.word)}\N{NO-BREAK SPACE}")
    run.font.bold = True
    run.font.color.rgb = _rgb(LEVELS[status.level])
    _shade(run._r.get_or_add_rPr(), TINTS[status.level])  # noqa: SLF001 - python-docx has no shading


def _shade(element: Thing, colour: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour[1:].upper())):
        shade.set(qn(key), value)
    element.append(shade)


def _mark(row: "_Row", what: str) -> None:
    """A row as header, or as one that is not broken over pages."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{what}"))  # noqa: SLF001 - python-docx has no such mark


def _edge(cell: "_Cell", colour: str, side: str, weight: int) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    edges = OxmlElement("w:tcBorders")
    edge = OxmlElement(f"w:{side}")
    for key, value in (("w:val", "single"), ("w:sz", str(weight)), ("w:color", colour[1:].upper())):
        edge.set(qn(key), value)
    edges.append(edge)
    cell._tc.get_or_add_tcPr().append(edges)  # noqa: SLF001 - python-docx has no borders


def _describe(table: Thing, caption: str) -> None:
    """What the table is about, for whoever has it read to them."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    if caption:
        told = OxmlElement("w:tblCaption")
        told.set(qn("w:val"), clean(caption))
        table._tbl.tblPr.append(told)  # noqa: SLF001 - python-docx has no captions


def _rgb(colour: str) -> Thing:
    from docx.shared import RGBColor  # noqa: PLC0415 - as above

    made: Any = RGBColor
    return made.from_string(colour[1:].upper())
