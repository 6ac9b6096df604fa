"""Markdown and plain text, as people write them: headings, lists with their nesting, paragraphs, tables, quotes."""

import re
from collections.abc import Iterator, Sequence

from ingest.notes.document import MOST_TEXT, Block, Document, Kind, block
from ingest.notes.head import front_matter, header_lines

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ATX = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"^\s*([-*_])(\s*\1){2,}\s*$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?P<mark>[-*+•–]|\(?\d{1,3}[.)]|\[[ xX]\])\s+(?P<text>\S.*)$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_QUOTED = re.compile(r"^\s*>+\s?")
_FENCE = re.compile(r"^\s*(```|~~~)")
_WRAPPED = 60
"""A line of text that is longer was broken by an editor and goes on in the next."""


def markdown(text: str) -> Document:
    """A note in Markdown, with front matter or header lines."""
    lines = _COMMENT.sub("", text[:MOST_TEXT]).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head, taken = front_matter(lines)
    lines = lines[taken:]
    title, rest = _title(lines)
    more, used = header_lines(rest)
    if not used and not title:
        title, rest, more, used = _head_below_a_line(rest)
    body = rest[used:] if used else lines
    blocks = tuple(_blocks(body))
    if used and title:
        blocks = (block(Kind.HEADING, title, 1), *blocks)
    return Document(blocks, more | head)


def plain_text(text: str) -> Document:
    """A note in plain text: the same without headings; a short first line on its own is its title."""
    found = markdown(text)
    first = found.blocks[0] if found.blocks else None
    alone = first and first.kind is Kind.TEXT and "\n" not in first.text and len(found.blocks) > 1
    if first and alone and len(first.text) <= _LONGEST_TITLE and not first.text.endswith((".", "!", "?", ":", ",")):
        return Document((block(Kind.HEADING, first.text, 1), *found.blocks[1:]), found.head)
    return found


_LONGEST_TITLE = 100


def _title(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    """A heading at the top, and the lines below it, the blank ones left out."""
    at = next((place for place, line in enumerate(lines) if line.strip()), 0)
    heading = _ATX.match(lines[at]) if lines else None
    if heading is None:
        return "", lines[at:]
    below = next((place for place in range(at + 1, len(lines)) if lines[place].strip()), len(lines))
    return heading[2], lines[below:]


def _head_below_a_line(lines: Sequence[str]) -> tuple[str, Sequence[str], dict[str, str], int]:
    """A short first line that is no heading but has a head below it, and so is the title: as in the text of a PDF."""
    first = lines[0].strip() if lines else ""
    below = next((place for place in range(1, len(lines)) if lines[place].strip()), len(lines))
    found, used = header_lines(lines[below:]) if first and len(first) <= _LONGEST_TITLE else ({}, 0)
    return (first, lines[below:], found, used) if len(found) >= _ENOUGH_FIELDS else ("", lines, {}, 0)


_ENOUGH_FIELDS = 2


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a text, each with the lines that belong to it."""
    reading = _Reading()
    for line in lines:
        reading.take(_QUOTED.sub("", line))
    reading.close()
    yield from reading.blocks


class _Reading:
    """Collects lines until the block they belong to is over."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[str] = []
        self._kind, self._level = Kind.TEXT, 0

    def take(self, line: str) -> None:
        """The next line."""
        heading, item = _ATX.match(line), _ITEM.match(line)
        if _UNDERLINE.match(line) and len(self._open) == 1 and self._kind is Kind.TEXT:
            self.blocks.append(block(Kind.HEADING, self._open.pop(), 1 if "=" in line else 2))
        elif not line.strip() or any(one.match(line) for one in (_FENCE, _TABLE_RULE, _RULE)):
            self.close()
        elif heading:
            self.close()
            self.blocks.append(block(Kind.HEADING, heading[2], len(heading[1])))
        elif item:
            self.close()
            self._kind, self._level = Kind.ITEM, len(item["indent"].expandtabs(4)) // 2
            self._open.append(_item_text(item))
        elif line.lstrip().startswith("|"):
            self.close()
            self.blocks.append(block(Kind.ROW, line.strip().strip("|")))
        else:
            self._open.append(line)

    def close(self) -> None:
        """The block is over, and a paragraph may begin."""
        if any(line.strip() for line in self._open):
            self.blocks.append(block(self._kind, joined(self._open), self._level))
        self._open.clear()
        self._kind, self._level = Kind.TEXT, 0


def _item_text(item: re.Match[str]) -> str:
    """The text of a list item; its box, where it has one, is part of what it says."""
    mark = item["mark"]
    return f"{mark} {item['text']}" if mark.startswith("[") else item["text"]


def joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph: those an editor broke are put together again, short ones stay lines."""
    whole = ""
    longest = max(map(len, lines), default=0)
    for line in lines:
        text = line.strip()
        if not whole:
            whole = text
        elif longest >= _WRAPPED and not _stands_alone(whole):
            whole = f"{whole} {text}"
        else:
            whole = f"{whole}\n{text}"
    return whole


def _stands_alone(so_far: str) -> bool:
    """Whether the last line is far shorter than a line that was broken, and ends a sentence or a greeting."""
    last = so_far.rpartition("\n")[2]
    return len(last) < _WRAPPED // 2 and last.endswith((".", ",", "!", "?", ":"))
