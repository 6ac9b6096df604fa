"""Documents as HTML: one file whose styles are inlined, so that it stands in an e-mail as well as alone."""

import base64
from collections.abc import Iterator
from html import escape

from assistant.documents import browser, drawing
from assistant.documents.house_style import INK, LEVELS, LINE, PAPER, QUIET, TILE, TINTS, HouseStyle
from assistant.documents.outline import (
    Bar,
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
    Level,
    Outline,
    Paragraph,
    Run,
    Section,
    Status,
    Text,
    Tile,
    Tiles,
    Weight,
    cell_text,
    clean,
    without_links,
)

WIDTH = 680
MOST_KEPT = 24
"""Letters of a number that are kept on one line; health with its reasons has more."""
REPORT = "named report"
"""The kind of an outline that is read in a browser and sent to nobody."""

_FAMILY = "Calibri, 'Segoe UI', Helvetica, Arial, sans-serif"
_PAPER_ONLY = "@media print {body {background: #fff !important} .page {border: none !important}}"
_NARROW = """@media (max-width: 480px) {
.page {padding: 16px !important; border: none !important}
.wide thead {display: none}
.wide table, .wide tbody, .wide tr {display: block}
.wide tr {padding: 6px 0; border-bottom: 1px solid #d9e2ec}
.wide td {display: flex; justify-content: space-between; gap: 12px; padding: 1px 0 !important; border: none !important;
 text-align: right !important}
.wide td:before {content: attr(data-label); color: #52606d; font-size: 13px; text-align: left; white-space: normal}
.wide td:first-child {font-weight: 600; text-align: left !important}
.wide td:first-child:before, .wide td:empty {display: none}
.tiles, .tiles tbody {display: block; width: auto !important; margin: 6px 0 !important}
.tiles tr {display: flex; flex-wrap: wrap; gap: 6px}
.tiles td {flex: 1 1 42%; box-sizing: border-box; width: auto !important}
}"""


class _Writer:
    """Writes one document; `origins` adds to each number where it comes from (never in what leaves the house)."""

    def __init__(self, outline: Outline, style: HouseStyle, *, origins: bool) -> None:
        self.outline, self.style, self.origins = outline, style, origins
        self.locale = outline.locale
        self.in_browser = outline.kind == REPORT
        self.charts = 0

    def page(self) -> Iterator[str]:
        """The whole document."""
        outline, style = self.outline, self.style
        family = f"{_html(style.font, quote=True)}, {_FAMILY}"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{_html(outline.language)}"><head><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta name="color-scheme" content="{"light dark" if self.in_browser else "light only"}">'
        dressed = f" {browser.PRINTED} {browser.DARK}" if self.in_browser else ""
        yield f"<title>{_html(outline.title)}</title><style>{_PAPER_ONLY} {_NARROW}{dressed}</style></head>"
        yield f'<body style="margin:0;padding:0;background:#f4f6f8;color:{INK}">'
        yield (
            f'<div class="page" role="article" style="max-width:{WIDTH}px;margin:24px auto;padding:32px 36px;'
            f"background:{PAPER};border:1px solid {LINE};border-radius:6px;font-family:{family};"
            f'font-size:15px;line-height:1.5;color:{INK}">'
        )
        yield from self.head()
        for section in outline.sections:
            yield from self.section(section)
        foot = style.foot(outline.footer)
        if foot:
            yield (
                f'<p style="margin:28px 0 0;padding-top:10px;border-top:1px solid {LINE};font-size:12px;'
                f'color:{QUIET}">{_html(foot)}</p>'
            )
        yield "</div></body></html>"

    def head(self) -> Iterator[str]:
        """Logo, title and subtitle."""
        style, outline = self.style, self.outline
        if style.logo:
            alt = _html(style.agency or "Logo", quote=True)
            picture = _data(style.logo.content, style.logo.media_type)
            yield f'<img src="{picture}" alt="{alt}" height="36" style="display:block;height:36px;margin:0 0 14px">'
        yield f'<h1 style="margin:0;font-size:24px;line-height:1.25;color:{style.primary}">{_html(outline.title)}</h1>'
        if outline.subtitle:
            yield f'<p style="margin:4px 0 0;color:{QUIET}">{_html(outline.subtitle)}</p>'

    def section(self, section: Section) -> Iterator[str]:
        """A heading and its blocks."""
        if section.title:
            yield (
                f'<h2 style="margin:22px 0 6px;font-size:17px;line-height:1.3;color:{self.style.primary}">'
                f"{_html(section.title)}</h2>"
            )
        for block in section.blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        """One block."""
        match block:
            case Paragraph():
                size = {Weight.LEAD: "font-size:17px;", Weight.BODY: "", Weight.SMALL: "font-size:13px;"}[block.weight]
                yield f'<p class="said" style="margin:8px 0;{size}">{self.text(block.text)}</p>'
            case Bullets():
                items = "".join(f'<li style="margin:3px 0">{self.text(one)}</li>' for one in block.items)
                yield f'<ul style="margin:6px 0;padding-left:22px">{items}</ul>'
            case Callout():
                colour, tint = LEVELS[block.level], TINTS[block.level]
                yield (
                    f'<p style="margin:10px 0;padding:10px 14px;border-left:4px solid {colour};background:{tint}">'
                    f"{self.text(block.text)}</p>"
                )
            case Footnote():
                yield f'<p style="margin:6px 0;font-size:12px;color:{QUIET}">{self.text(block.text)}</p>'
            case Status():
                yield f'<p style="margin:12px 0 8px">{_badge(block)}</p>'
            case Chart() if self.in_browser:
                self.charts += 1
                drawn = browser.inline(block, self.style, self.locale, self.charts)
                yield f'<div role="img" aria-label="{_html(block.says, quote=True)}">{drawn}</div>'
            case Chart():
                picture = _data(drawing.png(block, self.style, self.locale), "image/png")
                yield (
                    f'<img src="{picture}" alt="{_html(block.says, quote=True)}" '
                    f'style="display:block;width:100%;max-width:{WIDTH - 66}px;margin:10px 0">'
                )
                if block.caption:
                    yield f'<p style="margin:0 0 8px;font-size:12px;color:{QUIET}">{_html(block.caption)}</p>'
            case Grid() | Tiles() | Bars():
                yield from self.cells(block)

    def cells(self, block: Grid | Tiles | Bars) -> Iterator[str]:
        """What is laid out in cells."""
        match block:
            case Grid():
                yield from self.table(block)
            case Tiles():
                yield from map(self.tiles, block.rows)
            case Bars():
                yield from map(self.bar, block.items)

    def bar(self, bar: Bar) -> str:
        """One bar out of cells, because an e-mail shows no pictures until it is asked to."""
        share = round(100 * max(0.0, min(1.0, bar.share)), 1)
        colour = LEVELS[Level.CAREFUL] if bar.share > 1 else self.style.primary
        sides = ((share, colour), (100 - share, LINE))
        cells = "".join(
            f'<td style="width:{wide:g}%;height:9px;line-height:9px;font-size:1px;padding:0;background:{ink}"></td>'
            for wide, ink in sides
            if wide
        )
        return (
            '<table role="presentation" style="width:100%;border-collapse:collapse;margin:8px 0 0;font-size:13px"><tr>'
            f'<td style="padding:0">{_html(bar.label)}</td><td style="padding:0;text-align:right;color:{QUIET}">'
            f"{self.text(bar.said)}</td></tr></table>"
            '<table role="presentation" style="width:100%;border-collapse:collapse;margin:2px 0 8px;'
            f'table-layout:fixed"><tr>{cells}</tr></table>'
        )

    def tiles(self, row: tuple[Tile, ...]) -> str:
        """Key figures side by side; on a narrow screen they stand two in a row."""
        cells = "".join(
            f'<td class="tile" style="width:{100 // len(row)}%;padding:9px 12px;background:{TILE};'
            f'border-left:3px solid {self.style.primary};vertical-align:top">{self.tile(one)}</td>'
            for one in row
        )
        return (
            '<table role="presentation" class="tiles" style="width:100%;border-collapse:separate;border-spacing:6px;'
            f'margin:6px -6px;table-layout:fixed"><tr>{cells}</tr></table>'
        )

    def tile(self, tile: Tile) -> str:
        """One key figure."""
        value = _badge(tile.value) if isinstance(tile.value, Status) else self.run(Run(
            tile.value.say(self.locale), tile.value))  # fmt: skip
        beneath = self.text(tile.beneath)
        return (
            f'<div class="quiet" style="font-size:12px;color:{QUIET}">{_html(tile.label)}</div>'
            f'<div style="font-size:18px;line-height:1.35;font-weight:600">{value}</div>'
            + (f'<div class="quiet" style="font-size:12px;color:{QUIET}">{beneath}</div>' if beneath else "")
        )

    def text(self, text: Text) -> str:
        """A sentence; a number does not break over two lines."""
        return "".join(self.run(one) for one in text.runs(self.locale))

    def run(self, run: Run) -> str:
        """A stretch of a sentence."""
        words = _html(run.text, quote=False)
        if run.number is None:
            return words
        source = f' title="{_html(run.number.origin.spoken(), quote=True)}"' if self.origins else ""
        keeps = ' style="white-space:nowrap"' if len(run.text) <= MOST_KEPT else ""
        return f"<span{keeps}{source}>{words}</span>"

    def table(self, grid: Grid) -> Iterator[str]:
        """A table with a header row that screen readers know as one."""
        yield '<div class="wide"><table style="width:100%;border-collapse:collapse;margin:8px 0;font-size:14px">'
        if grid.caption:
            hidden = "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"
            yield f'<caption style="{hidden}">{_html(grid.caption)}</caption>'
        heads = "".join(
            f'<th scope="col" style="{_cell_style(one, head=True)};border-bottom:2px solid {self.style.primary};'
            f'color:{QUIET};font-weight:600;font-size:13px">{_html(one.title)}</th>'
            for one in grid.columns
        )
        yield f"<thead><tr>{heads}</tr></thead><tbody>"
        for row in grid.rows:
            yield self.row(grid, row, f"border-bottom:1px solid {LINE}")
        if grid.total is not None:
            yield self.row(grid, grid.total, f"border-top:2px solid {self.style.primary};font-weight:600")
        yield "</tbody></table></div>"

    def row(self, grid: Grid, row: tuple[Cell, ...], line: str) -> str:
        """One row."""
        cells = (
            f'<td data-label="{_html(column.title)}" style="{_cell_style(column, shown)};{line}">'
            f"{self.cell(cell, column)}</td>"
            for cell, column, shown in zip(row, grid.columns, grid.shown(row, self.locale), strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>"

    def cell(self, cell: Cell, column: Column) -> str:
        """One cell."""
        match cell:
            case Text():
                return self.text(cell)
            case Status():
                return _badge(cell)
            case None | str():
                return _html(cell_text(cell, column, self.locale), quote=False)
            case number:
                return self.run(Run(number.say(self.locale), number))


def render(outline: Outline, style: HouseStyle) -> bytes:
    """The document as one HTML file, in UTF-8, with nothing to be fetched."""
    # What stays in the house tells where each number comes from.
    return "\n".join(_Writer(outline, style, origins=outline.kind == REPORT).page()).encode()


def preview(outline: Outline, style: HouseStyle) -> str:
    """The same for the house's own eyes: each number tells where it comes from when it is pointed at."""
    return "\n".join(_Writer(outline, style, origins=True).page())


def _badge(status: Status) -> str:
    colour, tint = LEVELS[status.level], TINTS[status.level]
    return (
        f'<span style="display:inline-block;padding:1px 10px;border-radius:10px;background:{tint};color:{colour};'
        f'font-weight:600;white-space:nowrap">{_html(status.word)}</span>'
    )


def _cell_style(column: Column, shown: str = "", *, head: bool = False) -> str:
    side = "right" if column.kind is Kind.NUMBER else "left"
    whole = column.kind in {Kind.NUMBER, Kind.DATE} or len(shown) <= MOST_KEPT
    keeps = ";white-space:nowrap" if whole and not head else ""
    return f"padding:5px 7px;text-align:{side};vertical-align:{'bottom' if head else 'top'}{keeps}"


def _html(text: str, *, quote: bool = True) -> str:
    return escape(without_links(clean(text)), quote=quote)


def _data(content: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
