"""Documents as Markdown, with tables as most readers of it know them."""

import re

from assistant.documents.house_style import HouseStyle
from assistant.documents.outline import (
    JOINED,
    Bars,
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Footnote,
    Grid,
    Kind,
    Outline,
    Paragraph,
    Status,
    Text,
    Tile,
    Tiles,
    clean,
    value_text,
    without_links,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_SPACE = re.compile(r"[ \t\r\n]+")
_ADDRESS = re.compile(
    r"(?<=\w)(?=@\w)|(?<=[\w-])(?=\.(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop)"
    r"(?![\w]))",
    re.IGNORECASE,
)
"""Where readers of Markdown see an e-mail address, or a site without "www", and make a link of it."""

_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STARTS = re.compile(r"^(\s*)(\d*)([-+.)])(?=\s)")
"""What would begin a list: a sign, or a number with its dot."""


def render(outline: Outline, style: HouseStyle) -> bytes:
    """The document as Markdown, in UTF-8."""
    lines = [f"# {escaped(outline.title)}"]
    if outline.subtitle:
        lines.append(escaped(outline.subtitle))
    for section in outline.sections:
        if section.title:
            lines.append(f"## {escaped(section.title)}")
        lines.extend(made for block in section.blocks if (made := _block(block, outline.locale)))
    foot = " · ".join(one for one in (style.agency, outline.footer) if one)
    if foot:
        lines.append(f"---\n\n{escaped(foot)}")
    return ("\n\n".join(lines) + "\n").encode()


def escaped(text: str) -> str:
    """Words as Markdown shows them letter by letter, on one line."""
    plain = _ADDRESS.sub(JOINED, without_links(_SPACE.sub(" ", clean(text)).strip()))
    return _STARTS.sub(r"\1\2\\\3", _SPECIAL.sub(r"\\\1", plain))


def _block(block: Block, locale: str) -> str:
    match block:
        case Paragraph():
            lines = _said(block.text, locale)
        case Bullets():
            lines = "\n".join(f"- {_said(one, locale)}" for one in block.items)
        case Callout():
            lines = f"> {_said(block.text, locale)}"
        case Footnote():
            lines = f"*{_said(block.text, locale)}*"
        case Status():
            lines = f"**{escaped(block.word)}**"
        case Chart() | Bars():
            # Its table stands beneath it.
            lines = f"*{escaped(block.caption)}*" if isinstance(block, Chart) and block.caption else ""
        case Grid():
            lines = _table(block, locale)
        case Tiles():
            lines = "\n\n".join(_tiles(row, locale) for row in block.rows)
    return lines


def _tiles(row: tuple[Tile, ...], locale: str) -> str:
    cells = [
        [escaped(one.label) for one in row],
        ["---"] * len(row),
        [f"**{escaped(value_text(one.value, locale))}**" for one in row],
        [_said(one.beneath, locale) for one in row],
    ]
    return "\n".join(f"| {' | '.join(one)} |" for one in cells if any(one))


def _said(text: Text, locale: str) -> str:
    said, mailbox = escaped(text.plain(locale)), text.slots.get("email")
    if isinstance(mailbox, str) and _MAILBOX.fullmatch(mailbox):
        # Whom to write to is copied as it stands: no unseen sign in it.
        said = said.replace(escaped(mailbox), _SPECIAL.sub(r"\\\1", mailbox))
    return said


def _table(grid: Grid, locale: str) -> str:
    bars = ["---:" if one.kind is Kind.NUMBER else "---" for one in grid.columns]
    rows = [_row(grid, row, locale) for row in grid.rows]
    total = [[f"**{one}**" if one else "" for one in _row(grid, grid.total, locale)]] if grid.total else []
    lines = [[escaped(one.title) for one in grid.columns], bars, *rows, *total]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(grid: Grid, row: tuple[Cell, ...], locale: str) -> list[str]:
    return [escaped(one) for one in grid.shown(row, locale)]
