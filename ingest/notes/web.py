"""Web pages: what a reader of the page sees, and what its head says of it; nothing is run or fetched."""

import re
from html.parser import HTMLParser

from ingest.notes.document import MOST_TEXT, Block, Document, Kind, block
from ingest.notes.head import field_named, head_of

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "blockquote", "pre", "ul", "ol", "table", "dl", "dd", "dt", "main"}
)
_BEGINS = {"li": Kind.ITEM, "tr": Kind.ROW, **dict.fromkeys(_HEADINGS, Kind.HEADING)}
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "select", "button", "form"})
_NEVER_CLOSED = frozenset({"br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "base", "col", "embed"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|;|\s|$)", re.IGNORECASE)


def web(text: str) -> Document:
    """A note in HTML."""
    page = _Page()
    page.feed(text[:MOST_TEXT])
    page.close()
    page.end_block()
    blocks = [one for one in page.blocks if one.text]
    head, kept = head_of(blocks)
    head = head | page.head
    if "title" not in head and page.title.strip():
        head["title"] = " ".join(page.title.split())
    return Document(tuple(kept), head)


class _Page(HTMLParser):
    """Collects blocks while it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.head: dict[str, str] = {}
        self.title = ""
        self._text = ""
        self._kind = Kind.TEXT
        self._level = 0
        self._unseen: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins a block, hides what is in it, or says something of the page."""
        given = {name: value or "" for name, value in attrs}
        hidden = tag in _UNSEEN or "hidden" in given or bool(_HIDDEN.search(given.get("style", "")))
        if tag not in _NEVER_CLOSED and (self._unseen or hidden):
            self._unseen.append(tag)
        elif tag == "meta":
            self._meta(given)
        elif tag == "title":
            self._in_title = True
        elif tag in _BEGINS:
            self._begin(_BEGINS[tag], _HEADINGS.get(tag, 0))
        elif tag in ("td", "th") and self._text.strip():
            self._text += " | "
        elif tag == "br":
            self._text += "\n"
        elif tag in _BLOCKS and self._kind not in (Kind.ITEM, Kind.ROW):
            self._begin(Kind.TEXT)

    def _meta(self, given: dict[str, str]) -> None:
        known = field_named(given.get("name", "") or given.get("property", ""))
        if known and given.get("content"):
            self.head.setdefault(known, given["content"].strip())

    def handle_endtag(self, tag: str) -> None:
        """The end of a block, or of what is not seen."""
        if self._unseen:
            if tag in self._unseen:
                while self._unseen.pop() != tag:
                    pass
        elif tag == "title":
            self._in_title = False
        elif tag in _HEADINGS or tag in ("li", "tr", "ul", "ol", "table") or tag in _BLOCKS:
            if self._kind in (Kind.ITEM, Kind.ROW) and tag in ("p", "div"):
                self._text += " "
            else:
                self._begin(Kind.TEXT)

    def handle_data(self, data: str) -> None:
        """Words, where somebody would see them."""
        if self._in_title:
            self.title += data
        elif not self._unseen:
            self._text += re.sub(r"\s+", " ", data)

    def _begin(self, kind: Kind, level: int = 0) -> None:
        self.end_block()
        self._kind, self._level = kind, level

    def end_block(self) -> None:
        """Keep what was said so far."""
        made = block(self._kind, self._text, self._level)
        if made.text:
            self.blocks.append(made)
        self._text = ""
