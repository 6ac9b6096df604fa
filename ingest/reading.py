"""From a file to sheets: read once and whole, told by its content what it is, and refused where it is hostile."""

import hashlib
import os
import re
from pathlib import Path, PurePath

from assistant.errors import SourceError
from ingest.columnar import sheet_of_parquet
from ingest.delimited import sheet_of_text
from ingest.encoding import decoded
from ingest.headers import Likeness, no_likeness
from ingest.sheet import Dialect, Sheet
from ingest.workbook import sheets_of_workbook

__all__ = ["LARGEST_FILE", "TABLES_IN", "TEXT", "Dialect", "Sheet", "read_sheet", "read_sheets"]

LARGEST_FILE = 2_000_000_000
"""Bytes; the texts of one column must stay below what Arrow can hold in one piece."""

TEXT = (".csv", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
PARQUET = (".parquet",)
TABLES_IN = (*TEXT, *WORKBOOKS, *PARQUET)
"""How the names of files end that can hold tables."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (_ZIP, "a ZIP archive"),
    (_OLE, "an old Excel workbook"),
    (b"PAR1", "a Parquet file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"SQLite format 3", "a database"),
)
_WEB = re.compile(rb"\s*<(!doctype|html|head|body|table|\?xml|!--)", re.IGNORECASE)
_JSON = re.compile(rb"\s*(\{\s*[\"}]|\[\s*[\[{\]\"])")
_LOOKED_AT = 1000


def read_sheet(path: Path, file: str, dialect: Dialect | None = None) -> Sheet:
    """Read the text file at `path`, called `file` in lineage.

    SourceError when it cannot be read, is no text, is empty or was cut off.
    """
    content = _content(path, file)
    delimiter = dialect.delimiter if dialect else None
    return _sheet_of_csv(content, file, no_likeness, delimiter)


def read_sheets(path: Path, file: str, likeness: Likeness = no_likeness) -> tuple[Sheet, ...]:
    """Read every table of the file at `path`: one of a text or Parquet file, one of each sheet of a workbook.

    `likeness` tells a header from title lines. SourceError when it cannot be read, is not what its name
    says, is empty, protected, torn, or too large.
    """
    content = _content(path, file)
    ending = PurePath(file).suffix.lower()
    if ending in WORKBOOKS:
        _refuse_foreign(content, file, (_ZIP, _OLE), "an Excel or OpenDocument workbook")
        return sheets_of_workbook(content, file, _identity(content, file), likeness)
    if ending in PARQUET:
        _refuse_foreign(content, file, (b"PAR1",), "a Parquet file")
        return (sheet_of_parquet(content, file, _identity(content, file)),)
    return (_sheet_of_csv(content, file, likeness, None),)


def _sheet_of_csv(content: bytes, file: str, likeness: Likeness, delimiter: str | None) -> Sheet:
    kind = _foreign_kind(content)
    if kind:
        raise SourceError(f"{file} is not CSV but {kind}. {_way_out(content, file)}")
    return sheet_of_text(decoded(content, file), file, _identity(content, file), likeness, delimiter)


def _identity(content: bytes, file: str) -> str:
    digest = hashlib.sha256(f"{file}\0".encode())
    digest.update(content)
    return digest.hexdigest()[:12]


def _content(path: Path, file: str) -> bytes:
    """The bytes of a file that is small enough and does not change meanwhile."""
    try:
        # A pipe put in the place of a file must not keep an ingest waiting.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as stream:
            before = os.fstat(handle)
            if before.st_size > LARGEST_FILE:
                large = f"{before.st_size / 1e9:.1f} GB"
                raise SourceError(f"{file} has {large}, more than can be read at once. Split it, by year perhaps.")
            content = stream.read(LARGEST_FILE + 1)
            after = os.fstat(handle)
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror or error}.") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != after.st_size:
        raise SourceError(f"{file} changed while it was read. Wait until it is whole and ingest again.")
    if not content or content.isspace():
        raise SourceError(f"{file} is empty. Export it again.")
    return content


def _foreign_kind(content: bytes) -> str | None:
    """What a file of text really is, if it is no table of text."""
    named = next((name for magic, name in _FOREIGN if content.startswith(magic)), None)
    if named == "a ZIP archive" and b"xl/" in content:
        return "an Excel workbook"
    if named:
        return named
    head = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if _WEB.match(head):
        return "a web page (HTML or XML)"
    return "JSON" if _JSON.match(head) else None


def _way_out(content: bytes, file: str) -> str:
    stem = PurePath(file).stem
    if content.startswith(_ZIP) and b"xl/" in content:
        return f"Rename it to {stem}.xlsx."
    if content.startswith(_OLE):
        return f"Rename it to {stem}.xls."
    if content.startswith(b"PAR1"):
        return f"Rename it to {stem}.parquet."
    return "Export it as CSV (UTF-8)."


def _refuse_foreign(content: bytes, file: str, magics: tuple[bytes, ...], wanted: str) -> None:
    if content.startswith(magics):
        return
    kind = _foreign_kind(content) or ("a text file" if b"\0" not in content[:_LOOKED_AT] else "something else")
    stem = PurePath(file).stem
    hint = f"Rename it to {stem}.csv." if kind == "a text file" else "Export it again."
    raise SourceError(f"{file} is not {wanted} but {kind}. {hint}")
