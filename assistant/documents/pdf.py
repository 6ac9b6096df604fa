"""Documents as PDF: tagged for those who have pages read to them, text selectable, fonts included, no network."""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.documents import bars, drawing
from assistant.documents.glyphs import shown
from assistant.documents.house_style import INK, LEVELS, LINE, QUIET, TINTS, HouseStyle
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
)

FONT = "Libertinus Serif"
"""It comes with typst, so that a page looks the same wherever it is made."""

SIZES = (10.5, 9.9, 9.3, 8.7)
"""Letters in points; a document meant for one page tries smaller ones until it fits, others the next where that saves a
page: the last line of a report does not stand alone on one."""

SHOWN = (Chart, Bars)
"""What is drawn."""

ONE_PAGE = frozenset({"summary"})


def render(outline: Outline, style: HouseStyle) -> bytes:
    """The document as PDF/UA: titled, tagged, in the language it is written in."""
    with TemporaryDirectory(prefix="reckon-pdf-") as folder:
        setter = _Setter(outline, style, Path(folder))
        body = "\n".join(setter.body())
        first = setter.compile(body, SIZES[0])
        pages = _pages(first)
        if pages == 1:
            return first
        for size in SIZES[1:] if outline.kind in ONE_PAGE else SIZES[1:2]:
            made = setter.compile(body, size)
            if _pages(made) == (1 if outline.kind in ONE_PAGE else pages - 1):
                return made
        # What does not fit in smaller letters is set in those that are good to read.
        return first


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader  # noqa: PLC0415 - only PDF pays for it

    return len(PdfReader(BytesIO(pdf)).pages)


class _Setter:
    """Sets one document in typst; every word of it is a string literal, never markup."""

    def __init__(self, outline: Outline, style: HouseStyle, folder: Path) -> None:
        self.outline, self.style, self.folder, self.locale = outline, style, folder, outline.locale
        self.pictures = 0

    def compile(self, body: str, size: float) -> bytes:
        """One setting, in letters of this size."""
        import typst  # noqa: PLC0415 - only PDF pays for it

        source = f"{self.preamble(size)}\n#show: page-of.with(house)\n{body}\n"
        place = self.folder / "document.typ"
        place.write_text(source, encoding="utf-8")
        return typst.compile(str(place), root=str(self.folder), ignore_system_fonts=True, pdf_standards=["ua-1"])

    def preamble(self, size: float) -> str:
        """The page and what this house and document fill it with."""
        (self.folder / "page.typ").write_bytes((files("assistant.documents") / "page.typ").read_bytes())
        outline, style = self.outline, self.style
        return (
            f'#import "page.typ": *\n#let house = (title: {_said(outline.title)}, author: {_said(style.agency)}, '
            f"about: {_said(outline.about)}, lang: {_said(outline.language)}, font: {_said(FONT)}, size: {size}pt, "
            f"primary: {_colour(style.primary)}, ink: {_colour(INK)}, quiet: {_colour(QUIET)}, "
            f"footer: {_said(style.foot(outline.footer))})"
        )

    def body(self) -> Iterator[str]:
        """Logo, title and sections."""
        style, outline = self.style, self.outline
        if style.logo:
            name = f"logo{style.logo.suffix}"
            (self.folder / name).write_bytes(style.logo.content)
            yield f'#block(below: 1em, image("{name}", height: 1cm, alt: {_said(style.agency or "Logo")}))'
        yield f"#heading(level: 1, {_said(outline.title)})"
        if outline.subtitle:
            yield f"#block(below: 0.9em, text(fill: {_colour(QUIET)}, {_said(outline.subtitle)}))"
        for section in outline.sections:
            if section.title:
                yield f"#heading(level: 2, {_said(section.title)})"
            for block, after in zip_longest(section.blocks, section.blocks[1:]):
                if isinstance(block, Paragraph) and block.weight is Weight.BODY and isinstance(after, (*SHOWN, Grid)):
                    yield f"#before({self.text(block.text)})"  # what is said of a drawing is not left behind
                else:
                    yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        """One block."""
        match block:
            case Paragraph():
                how = {Weight.LEAD: "lead", Weight.SMALL: "small"}.get(block.weight, "par")
                yield f"#{how}({self.text(block.text)})"
            case Bullets():
                yield f"#list({', '.join(self.text(one) for one in block.items)})"
            case Callout():
                yield (
                    f"#callout({_colour(LEVELS[block.level])}, {_colour(TINTS[block.level])}, {self.text(block.text)})"
                )
            case Footnote():
                yield f"#footnote-line({_colour(QUIET)}, {self.text(block.text)})"
            case Status():
                yield f"#block(below: 0.7em, {_badge(block)})"
            case Chart() | Bars():
                yield self.picture(block)
            case Grid():
                yield self.table(block)
            case Tiles():
                for row in block.rows:
                    yield f"#tiles({_colour(self.style.primary)}, {', '.join(self.tile(one) for one in row)})"

    def picture(self, block: Chart | Bars) -> str:
        """A drawing whose letters stay letters, with what it says."""
        self.pictures += 1
        name = f"chart{self.pictures}.svg"
        if isinstance(block, Chart):
            drawn, says, wide = drawing.svg(block, self.style, self.locale), block.says, "86%"
        else:
            drawn, says, wide = bars.svg(block, self.style, self.locale), block.says(self.locale), "100%"
        (self.folder / name).write_text(drawn, encoding="utf-8")
        shown = f'image("{name}", width: {wide}, alt: {_said(says)})'
        return f"#figure({shown}, caption: {_caption(block)}, supplement: none, numbering: none)"

    def tile(self, tile: Tile) -> str:
        """One key figure."""
        value = _badge(tile.value) if isinstance(tile.value, Status) else _said(tile.value.say(self.locale))
        return f"tile({_colour(QUIET)}, {_said(tile.label)}, {value}, {self.text(tile.beneath)})"

    def text(self, text: Text) -> str:
        """A sentence as one string."""
        return _said(text.plain(self.locale))

    def table(self, grid: Grid) -> str:
        """A table whose header comes again on every page."""
        widths = ", ".join("1fr" if one.kind is Kind.TEXT else "auto" for one in grid.columns)
        sides = ", ".join("right" if one.kind is Kind.NUMBER else "left" for one in grid.columns)
        heads = ", ".join(_said(one.title) for one in grid.columns)
        rows = "".join(f"{self.cell(*both)}, " for row in grid.rows for both in zip(row, grid.columns, strict=True))
        total = "none"
        if grid.total is not None:
            cells = (self.cell(*both) for both in zip(grid.total, grid.columns, strict=True))
            total = f"({', '.join(cells)},)"
        colours = f"{_colour(self.style.primary)}, {_colour(LINE)}, {_colour(QUIET)}"
        return f"#grid-of({colours}, ({widths},), ({sides},), ({heads},), ({rows}), {total})"

    def cell(self, cell: Cell, column: Column) -> str:
        """One cell."""
        return _badge(cell) if isinstance(cell, Status) else _said(cell_text(cell, column, self.locale))


def _badge(status: Status) -> str:
    return f"status({_said(status.word)}, {_colour(LEVELS[status.level])}, {_colour(TINTS[status.level])})"


def _caption(chart: Chart | Bars) -> str:
    return _said(chart.caption) if isinstance(chart, Chart) and chart.caption else "none"


def _colour(text: str) -> str:
    return f'rgb("{text}")'


def _said(text: str) -> str:
    """A string literal of typst: no stray control marks, and a box for what its fonts cannot show."""
    kept = shown(clean(text))
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
