"""Word documents: paragraphs by their styles, and tables row by row."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import SourceError
from ingest.notes.document import MOST_TEXT, Block, Document, Kind, block
from ingest.notes.head import head_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_UNPACKED = 200_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADING = re.compile(r"(?:heading|title|berschrift)\D*(\d)?", re.IGNORECASE)

BROKEN = (
    KeyError,
    ValueError,
    IndexError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    SyntaxError,
    zipfile.BadZipFile,
)
"""What readers of documents raise at files that are not what they claim to be."""


def word(content: bytes, file: str) -> Document:
    """A note in Word; SourceError when it is protected, broken or unpacks to far more than a note."""
    if content.startswith(_OLE):
        raise SourceError(f"{file} is protected with a password, or an old .doc. Save it as .docx without one.")
    opened = _opened(content, file)
    blocks = list(_blocks(opened))
    head, below = head_of(blocks)
    titles = [one for one in blocks if one.kind is Kind.HEADING]
    known = {**({"title": opened.core_properties.title} if opened.core_properties.title and not titles else {}), **head}
    known = {name: value for name, value in known.items() if value not in _EMPTY_TITLES}
    return Document(_with_title(below), known)


_EMPTY_TITLES = ("Word Document", "Document", "Untitled")
_LONGEST_TITLE = 100


def _opened(content: bytes, file: str) -> "WordDocument":
    import docx
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > _UNPACKED:
            raise SourceError(f"{file} unpacks to {size / 1e6:,.0f} MB, far more than a note. It was not read.")
        return docx.Document(io.BytesIO(content))
    except (*BROKEN, OpcError) as error:
        raise SourceError(f"{file} is broken and cannot be read as a Word document. Save it again.") from error


def _blocks(opened: "WordDocument") -> Iterator[Block]:
    from docx.table import Table

    room = MOST_TEXT
    for part in opened.iter_inner_content():
        found = list(_rows(part)) if isinstance(part, Table) else [_paragraph(part)]
        for one in found:
            room -= len(one.text)
            if room < 0:
                return
            if one.text:
                yield one


def _paragraph(part: Any) -> Block:  # noqa: ANN401 - a paragraph of python-docx
    style = str(part.style.name) if part.style is not None else ""
    heading = _HEADING.search(style)
    if heading:
        return block(Kind.HEADING, part.text, int(heading[1] or 1))
    numbered = part._p.pPr is not None and part._p.pPr.numPr is not None  # noqa: SLF001 - there is no public way
    if numbered or style.startswith("List"):
        return block(Kind.ITEM, part.text)
    return block(Kind.TEXT, part.text)


def _rows(table: Any) -> Iterator[Block]:  # noqa: ANN401 - a table of python-docx
    for row in table.rows:
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
        yield block(Kind.ROW, " | ".join(one for one in cells if one))


def _with_title(blocks: list[Block]) -> tuple[Block, ...]:
    """A short first paragraph stands for the title where no style says which one is."""
    first = blocks[0] if blocks else None
    if first is None or first.kind is not Kind.TEXT or len(blocks) == 1 or len(first.text) > _LONGEST_TITLE:
        return tuple(blocks)
    return (Block(Kind.HEADING, first.text, 1), *blocks[1:]) if not first.text.endswith(".") else tuple(blocks)
