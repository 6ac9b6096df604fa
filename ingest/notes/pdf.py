"""PDF files: their text, page by page, as far as there is any."""

import io
import re
import struct
import zlib

from assistant.errors import SourceError
from ingest.notes.document import MOST_TEXT, Document, PassedOverError
from ingest.notes.markdown import plain_text

_MOST_PAGES = 300
_BROKEN_WORD = re.compile(r"(?<=\w)-\n(?=[a-z])")

BROKEN = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OverflowError,
    MemoryError,
    OSError,
    EOFError,
    struct.error,
    zlib.error,
)
"""What a reader of PDF raises at files that are torn or made to break it."""


def pdf(content: bytes, file: str) -> Document:
    """A note in PDF; PassedOverError for pictures of pages, SourceError when it is protected or broken."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{file} is protected with a password. Save it without one.")
        pages = [page.extract_text() for page in list(reader.pages)[:_MOST_PAGES]]
    except (*BROKEN, PyPdfError) as error:
        raise SourceError(f"{file} is broken and cannot be read as a PDF. Save it again.") from error
    text = _BROKEN_WORD.sub("", "\n".join(pages))[:MOST_TEXT]
    if not any(one.isalnum() for one in text):
        raise PassedOverError(f"{file} holds pictures of pages and no text (a scan). Save it with its text recognised.")
    return plain_text(text)
