"""From the bytes of a file to the note in it, by what its name says it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from assistant.errors import SourceError
from ingest.encoding import Text, decoded
from ingest.notes.document import LARGEST, Document, PassedOverError
from ingest.notes.mail import mail
from ingest.notes.markdown import markdown, plain_text
from ingest.notes.pdf import pdf
from ingest.notes.web import web
from ingest.notes.word import word

ATTACHED_TO = "attached to"
"""In the head of what was attached, the subjects of the mails it came with, which may name its project, too."""

_MOST_NESTED = 3
"""A mail attached to a mail attached to a mail; what lies deeper is left alone."""


def opened(content: bytes, file: str, depth: int = 0) -> Iterator[tuple[str, Document | SourceError]]:
    """The note in a file and those that came with it, by name; where one cannot be read, the reason."""
    try:
        document = _read(content, file)
        if document.is_empty and not document.attached:
            raise PassedOverError(f"{file} is empty: there is nothing to read in it.")
    except SourceError as error:
        yield file, error
        return
    if not document.is_empty:
        yield file, document
    for one in document.attached if depth < _MOST_NESTED else ():
        name = f"{file}#{one.name}"
        if PurePath(one.name).suffix.lower() not in READ_AS:
            yield name, PassedOverError(f"{name} was not read: notes are {', '.join(ENDINGS)}.")
            continue
        for inner, found in opened(one.content, name, depth + 1):
            yield inner, _as_attached(found, document) if isinstance(found, Document) else found


def _as_attached(found: Document, to: Document) -> Document:
    """What was attached belongs where the mail belongs, unless it says otherwise itself."""
    given = {name: value for name, value in to.head.items() if name not in ("title", "kind", "present")}
    subjects = [one for one in (to.head.get("title"), found.head.get(ATTACHED_TO)) if one]
    about = {ATTACHED_TO: "; ".join(subjects)} if subjects else {}
    return Document(found.blocks, {**given, **found.head, **about}, found.attached)


def _read(content: bytes, file: str) -> Document:
    if not content.strip():
        raise PassedOverError(f"{file} is empty: there is nothing to read in it.")
    if len(content) > LARGEST:
        raise SourceError(f"{file} has {len(content) / 1e6:,.0f} MB, more than a note can have. Split it.")
    return READ_AS[PurePath(file).suffix.lower()](content, file)


def _text(content: bytes, file: str) -> Text:
    try:
        return decoded(content, file, "text (UTF-8)")
    except SourceError as error:
        raise SourceError(f"{file} is not a text file. Save it as text (UTF-8), or in the format it is.") from error


def _of_text(read: Callable[[str], Document]) -> Callable[[bytes, str], Document]:
    """A reader of bytes for what is read as text, with what there is to say of how it was written."""

    def of_bytes(content: bytes, file: str) -> Document:
        text = _text(content, file)
        document = read(text.content.decode("utf-8"))
        return replace(document, notices=(*document.notices, *text.notices))

    return of_bytes


READ_AS: Mapping[str, Callable[[bytes, str], Document]] = {
    ".md": _of_text(markdown),
    ".txt": _of_text(plain_text),
    ".docx": word,
    ".pdf": pdf,
    ".html": _of_text(web),
    ".htm": _of_text(web),
    ".eml": mail,
}
"""How a file is read, by its ending."""

ENDINGS = tuple(READ_AS)
