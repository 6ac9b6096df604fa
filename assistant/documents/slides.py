"""Documents as PowerPoint slides: sections together while they fit, with titles, alternative texts and no notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Any

from assistant.documents import bars, drawing, office
from assistant.documents.house_style import INK, LEVELS, QUIET, TILE, TINTS, HouseStyle
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
    Section,
    Status,
    Text,
    Tile,
    Tiles,
    Weight,
    cell_text,
    clean,
    value_text,
)

Thing = Any
"""An object of python-pptx, whose types say less than its documentation."""

WIDE, HIGH, EDGE = 13.333, 7.5, 0.6
TOP, BOTTOM = 1.35, 6.85
"""Inches: the slide, its margin, and where its content begins and ends."""
BODY, SMALL, TABLE, HEAD = 14, 11, 12, 16
LINE_OF = 1.28
LETTER_OF = 0.5
"""How high a line is, and how wide a letter, in sizes of the letters."""
CHART_HIGH, BAR_HIGH, BAR_LOW, FEW_BARS, LEAST_ROWS = 3.7, 0.69, 0.48, 2, 3
ROW_PAD, ABOVE = 0.14, 0.1
CHART_DOT = 0.0125
"""Inches a dot of a drawing takes on a slide."""
TILE_HIGH, TILE_GAP, TILE_SIZE = 0.98, 0.14, 22
"""Inches, and the size of the letters of a key figure."""


@dataclass(frozen=True)
class _Piece:
    """A block with the height it needs, in inches; a table may be cut between rows."""

    block: Block | str
    high: float


def render(outline: Outline, style: HouseStyle) -> bytes:
    """The document as PPTX."""
    from pptx import Presentation  # noqa: PLC0415 - only slides pay for it

    writer = _Writer(Presentation(), outline, style)
    writer.write()
    office.without(writer.slides.part.package._rels, {"thumbnail"})  # noqa: SLF001 - python-pptx shows them nowhere else
    office.without(writer.slides.part.rels, {"printerSettings"})
    held = BytesIO()
    writer.slides.save(held)
    return held.getvalue()


class _Writer:
    """Writes one set of slides."""

    def __init__(self, slides: Thing, outline: Outline, style: HouseStyle) -> None:
        self.slides, self.outline, self.style, self.locale = slides, outline, style, outline.locale
        self.y = TOP

    def write(self) -> None:
        """Size, properties, then the sections, several on a slide while they fit."""
        from pptx.util import Inches  # noqa: PLC0415 - as above

        self.slides.slide_width, self.slides.slide_height = Inches(WIDE), Inches(HIGH)
        office.describe(self.slides.core_properties, self.outline, self.style)
        for together in self.packed():
            titles = [one.title for one in together if one.title]
            is_first = together[0] is self.outline.sections[0]
            title = self.outline.title if is_first else " · ".join(titles)
            slide = self.new(title, self.outline.subtitle if is_first else "")
            for section in together:
                if section.title and (is_first or len(titles) > 1):
                    slide = self.place(slide, self.heading(section.title), title)
                for block in section.blocks:
                    slide = self.whole(slide, block, title)

    def packed(self) -> Iterator[list[Section]]:
        """The sections by slide; one meant for slides has a slide for each."""
        room, together, left = BOTTOM - TOP, list[Section](), 0.0
        for section in self.outline.sections:
            needs = self.height(section)
            if together and (self.outline.slides or needs > left):
                yield together
                together, left = [], 0.0
            if not together:
                left = room
            together.append(section)
            left -= needs
        if together:
            yield together

    def height(self, section: Section) -> float:
        """How much room a section takes, with its heading."""
        return sum(self.high(one) for one in section.blocks) + (
            self.heading(section.title).high if section.title else 0
        )

    def high(self, block: Block) -> float:
        """How much room a block takes."""
        match block:
            case Paragraph():
                size = {Weight.LEAD: HEAD, Weight.SMALL: SMALL}.get(block.weight, BODY)
                needs = self.lines(block.text, size) + 0.08
            case Bullets():
                needs = sum(self.lines(one, BODY, 0.3) + 0.04 for one in block.items) + 0.06
            case Callout():
                needs = self.lines(block.text, BODY, 0.3) + 0.26
            case Footnote():
                needs = self.lines(block.text, SMALL) + 0.06
            case Status():
                needs = 0.42
            case Bars():
                needs = (BAR_HIGH if len(block.items) <= FEW_BARS else BAR_LOW) * len(block.items) + 0.1
            case Chart():
                needs = self.chart_high(block) + 0.1
            case Grid():
                needs = sum(self.row_heights(block)) + 0.14
            case Tiles():
                needs = len(block.rows) * (TILE_HIGH + TILE_GAP)
        return needs

    def chart_high(self, chart: Chart) -> float:
        """How high a drawing stands: few bars leave room for their table beneath them."""
        return min(CHART_HIGH, drawing.high(chart) * CHART_DOT)

    def lines(self, text: Text | str, size: float, less: float = 0.0, wide: float = WIDE - 2 * EDGE) -> float:
        """How high words stand in this width, in inches."""
        said = text if isinstance(text, str) else text.plain(self.locale)
        letters = max(1, int((wide - less) * 72 / (size * LETTER_OF)))
        return max(1, ceil(len(said) / letters)) * size * LINE_OF / 72

    def heading(self, title: str) -> _Piece:
        """A section's title where several share a slide."""
        return _Piece(title, HEAD * LINE_OF / 72 + 0.14 + ABOVE)

    def new(self, title: str, subtitle: str = "") -> Thing:
        """A slide with its title in the title's own place."""
        slide = self.slides.slides.add_slide(self.slides.slide_layouts[5])
        made = slide.shapes.title
        if made is not None:
            size = 26 if len(title) <= 44 else 20  # noqa: PLR2004 - what fits on one line
            _position(made, EDGE, 0.35, WIDE - 2 * EDGE - (1.6 if self.style.logo else 0), 0.62)
            self.words(made, title, size, self.style.primary, bold=True)
        if self.style.logo:
            from pptx.util import Inches  # noqa: PLC0415 - as above

            held = slide.shapes.add_picture(
                BytesIO(self.style.logo.content), Inches(WIDE - EDGE - 1.4), Inches(0.4), height=Inches(0.45)
            )
            _tell(held, self.style.agency or "Logo")
        if subtitle:
            self.box(slide, subtitle, SMALL + 1, QUIET, (EDGE, 0.95, WIDE - 2 * EDGE, 0.3))
        foot = self.style.foot(self.outline.footer)
        if foot:
            self.box(slide, foot, 9, QUIET, (EDGE, 7.0, WIDE - 2 * EDGE, 0.3))
        self.y = TOP
        return slide

    def whole(self, slide: Thing, block: Block, title: str) -> Thing:
        """A block, on the next slide where this one is full; only a table too long for one goes on, with its header."""
        if not isinstance(block, Grid) or self.high(block) <= BOTTOM - TOP:
            return self.place(slide, _Piece(block, self.high(block)), title)
        rows = list(block.every_row)
        while rows:
            fits = self.fitting(block, rows)
            if fits < min(LEAST_ROWS, len(rows)) and self.y > TOP:
                slide = self.new(title)
                continue
            taken, rows = rows[: max(1, fits)], rows[max(1, fits) :]
            is_end = not rows and block.total is not None
            part = Grid(
                block.columns, tuple(taken[:-1] if is_end else taken), block.total if is_end else None, block.caption
            )
            slide = self.place(slide, _Piece(part, self.high(part)), title)
        return slide

    def fitting(self, grid: Grid, rows: list[tuple[Cell, ...]]) -> int:
        """How many of these rows fit beneath what is on the slide."""
        head, *heights = self.row_heights(Grid(grid.columns, tuple(rows)))
        left, fits = BOTTOM - self.y - head - 0.14, 0
        for one in heights:
            left -= one
            if left < 0:
                break
            fits += 1
        return fits

    def place(self, slide: Thing, piece: _Piece, title: str) -> Thing:
        """Put a piece where the last one ended, or on a new slide."""
        if self.y + piece.high > BOTTOM + 0.05 and self.y > TOP:
            slide = self.new(title)
        self.draw(slide, piece)
        self.y += piece.high
        return slide

    def draw(self, slide: Thing, piece: _Piece) -> None:
        """One piece at the place where the writer stands."""
        at = (EDGE, self.y, WIDE - 2 * EDGE, piece.high)
        match piece.block:
            case str() as words:
                above = (at[0], at[1] + ABOVE, at[2], at[3] - ABOVE)
                self.box(slide, words, HEAD, self.style.primary, above, bold=True)
            case Paragraph(text, weight):
                size = {Weight.LEAD: HEAD, Weight.SMALL: SMALL}.get(weight, BODY)
                self.box(slide, text.plain(self.locale), size, INK, at)
            case Footnote(text):
                self.box(slide, text.plain(self.locale), SMALL, QUIET, at)
            case Bullets(items):
                self.bullets(slide, [one.plain(self.locale) for one in items], at)
            case Callout(text, level):
                made = self.box(slide, text.plain(self.locale), BODY, INK, (at[0], at[1], at[2], at[3] - 0.1))
                _fill(made, TINTS[level])
            case Status() as status:
                wide = 0.5 + len(status.word) * 0.13
                made = self.box(slide, status.word, BODY, LEVELS[status.level], (at[0], at[1], wide, 0.34), bold=True)
                _fill(made, TINTS[status.level])
            case Chart() | Bars() as chart:
                self.chart(slide, chart)
            case Grid() | Tiles() as cells:
                self.table(slide, cells, at) if isinstance(cells, Grid) else self.panel(slide, cells)

    def panel(self, slide: Thing, tiles: Tiles) -> None:
        """Key figures in rows."""
        for place, row in enumerate(tiles.rows):
            self.tiles(slide, row, self.y + place * (TILE_HIGH + TILE_GAP))

    def tiles(self, slide: Thing, row: tuple[Tile, ...], top: float) -> None:
        """Key figures side by side."""
        wide = (WIDE - 2 * EDGE - TILE_GAP * (len(row) - 1)) / len(row)
        for place, one in enumerate(row):
            left = EDGE + place * (wide + TILE_GAP)
            made = self.box(slide, one.label, SMALL, QUIET, (left, top, wide, TILE_HIGH))
            _fill(made, TILE)
            colour = LEVELS[one.value.level] if isinstance(one.value, Status) else self.style.primary
            for words, size, ink, bold in (
                (value_text(one.value, self.locale), TILE_SIZE, colour, True),
                (one.beneath.plain(self.locale), SMALL, QUIET, False),
            ):
                self.run(made.text_frame.add_paragraph(), words, size, ink, bold=bold)

    def box(  # noqa: PLR0913 - what makes up words in a box
        self, slide: Thing, text: str, size: float, colour: str, at: tuple[float, ...], *, bold: bool = False
    ) -> Thing:
        """Words in a box of their own."""
        made = slide.shapes.add_textbox(0, 0, 0, 0)
        _position(made, *at)
        self.words(made, text, size, colour, bold=bold)
        return made

    def words(self, shape: Thing, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """The words of a shape, in the house's font."""
        from pptx.enum.text import PP_ALIGN  # noqa: PLC0415 - as above

        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        self.run(paragraph, text, size, colour, bold=bold)

    def run(self, paragraph: Thing, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """A stretch of words."""
        from pptx.util import Pt  # noqa: PLC0415 - as above

        run = paragraph.add_run()
        run.text = clean(text)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, self.style.font
        run.font.color.rgb = _rgb(colour)
        # The language a reader's voice speaks it in; python-pptx knows it as an enumeration of all there are.
        run._r.get_or_add_rPr().set("lang", {"de": "de-DE"}.get(self.outline.language, "en-GB"))  # noqa: SLF001

    def bullets(self, slide: Thing, items: list[str], at: tuple[float, ...]) -> None:
        """A list with real bullets."""
        made = slide.shapes.add_textbox(0, 0, 0, 0)
        _position(made, *at)
        frame = made.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for place, item in enumerate(items):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            _bullet(paragraph)
            self.run(paragraph, item, BODY, INK)

    def chart(self, slide: Thing, chart: Chart | Bars) -> None:
        """A drawing as a sharp picture with no workbook behind it."""
        from pptx.util import Inches  # noqa: PLC0415 - as above

        if isinstance(chart, Bars):
            content, high, says = bars.png(chart, self.style, self.locale), self.high(chart), chart.says(self.locale)
        else:
            content, high, says = drawing.png(chart, self.style, self.locale), self.chart_high(chart), chart.says
        held = slide.shapes.add_picture(BytesIO(content), Inches(EDGE), Inches(self.y), height=Inches(high - 0.1))
        most = Inches(WIDE - 2 * EDGE)
        if held.width > most:
            held.height, held.width = int(held.height * most / held.width), most
        _tell(held, says)

    def widths(self, grid: Grid) -> list[float]:
        """How wide each column is, by its longest cell."""
        shown = [[one.title for one in grid.columns], *(grid.shown(row, self.locale) for row in grid.every_row)]
        needs = [6 + min(42, max(map(len, cells))) for cells in zip(*shown, strict=True)]
        return [one * (WIDE - 2 * EDGE) / sum(needs) for one in needs]

    def row_heights(self, grid: Grid) -> list[float]:
        """How high each row is, the header's first."""
        widths = self.widths(grid)
        shown = [[one.title for one in grid.columns], *(grid.shown(row, self.locale) for row in grid.every_row)]
        return [
            max(self.lines(cell, TABLE, 0.2, wide) for cell, wide in zip(row, widths, strict=True)) + ROW_PAD
            for row in shown
        ]

    def table(self, slide: Thing, grid: Grid, at: tuple[float, ...]) -> None:
        """A table with a header row."""
        from pptx.util import Inches  # noqa: PLC0415 - as above

        rows, heights = grid.every_row, self.row_heights(grid)
        held = slide.shapes.add_table(len(rows) + 1, len(grid.columns), 0, 0, 0, 0)
        _position(held, at[0], at[1], at[2], sum(heights))
        _tell(held, grid.caption)
        made = held.table
        made.first_row, made.horz_banding = True, False
        for place, wide in enumerate(self.widths(grid)):
            made.columns[place].width = Inches(wide)
        for place, high in enumerate(heights):
            made.rows[place].height = Inches(high)
        for place, column in enumerate(grid.columns):
            self.cell(made.cell(0, place), column.title, column, fill=self.style.primary, colour="#ffffff")
        for at_row, row in enumerate(rows, 1):
            is_total = row is grid.total
            for place, (value, column) in enumerate(zip(row, grid.columns, strict=True)):
                colour = LEVELS[value.level] if isinstance(value, Status) else INK
                fill = "#eef2f6" if is_total else "#ffffff" if at_row % 2 else "#f8fafc"
                self.cell(made.cell(at_row, place), value, column, fill=fill, colour=colour, bold=is_total)

    def cell(self, cell: Thing, value: Cell, column: Column, *, fill: str, colour: str, bold: bool = False) -> None:  # noqa: PLR0913 - what makes up one cell
        """One cell."""
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415 - as above
        from pptx.util import Inches  # noqa: PLC0415 - as above

        _fill(cell, fill)
        cell.margin_left = cell.margin_right = Inches(0.1)
        cell.margin_top = cell.margin_bottom = Inches(0.05)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        paragraph = cell.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.RIGHT if column.kind is Kind.NUMBER else PP_ALIGN.LEFT
        strong = bold or isinstance(value, Status) or colour == "#ffffff"
        self.run(paragraph, cell_text(value, column, self.locale), TABLE, colour, bold=strong)


def _position(shape: Thing, left: float, top: float, wide: float, high: float) -> None:
    from pptx.util import Inches  # noqa: PLC0415 - as above

    shape.left, shape.top, shape.width, shape.height = (Inches(one) for one in (left, top, wide, high))


def _fill(shape: Thing, colour: str) -> None:
    from pptx.util import Inches  # noqa: PLC0415 - as above

    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)
    if hasattr(shape, "text_frame") and hasattr(shape, "shape_id"):
        shape.text_frame.margin_left = shape.text_frame.margin_right = Inches(0.12)
        shape.text_frame.margin_top = shape.text_frame.margin_bottom = Inches(0.05)


def _tell(shape: Thing, says: str) -> None:
    """What a picture or table shows, for whoever has it read to them."""
    shape._element._nvXxPr.cNvPr.set("descr", clean(says))  # noqa: SLF001 - python-pptx has no alternative texts


def _bullet(paragraph: Thing) -> None:
    from pptx.oxml.xmlchemy import OxmlElement  # noqa: PLC0415 - as above

    made = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no bullets outside placeholders
    made.set("marL", "228600")
    made.set("indent", "-228600")
    mark = OxmlElement("a:buChar")
    mark.set("char", "•")
    made.append(mark)


def _rgb(colour: str) -> Thing:
    from pptx.dml.color import RGBColor  # noqa: PLC0415 - as above

    made: Any = RGBColor
    return made.from_string(colour[1:].upper())
