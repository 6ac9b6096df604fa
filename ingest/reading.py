"""From the bytes of a file to a sheet: a header, and columns of text whose rows know where they stand."""

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from assistant.errors import SourceError

LARGEST_FILE = 2_000_000_000
"""Bytes; the texts of one column must stay below what Arrow can hold in one piece."""

_HEADER_ROW = 1
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class Dialect:
    """How a file writes what it says.

    `decimal` is the mark before the decimals, `date_order` one of ymd, dmy, mdy; None = the file decides.
    """

    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: str | None = None
    date_order: str | None = None


@dataclass(frozen=True)
class Sheet:
    """One table as it stands in a file: everything is text, nothing is trimmed or judged yet.

    `rows` are the row numbers a spreadsheet would show, the header being row 1. `overlong` names the rows
    that have more cells than the header, with how many. `ingest` identifies this very content of this file.
    """

    file: str
    sheet: str | None
    header: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    rows: pa.Array
    ingest: str
    dialect: Dialect = Dialect()
    overlong: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> pa.Array | None:
        """The column with this header, if there is one."""
        return self.columns[self.header.index(name)] if name in self.header else None

    def sample(self, count: int) -> list[dict[str, str]]:
        """The first rows, for recognising what the sheet is."""
        heads = [column[:count].to_pylist() for column in self.columns]
        return [dict(zip(self.header, cells, strict=True)) for cells in zip(*heads, strict=True)]


def read_sheet(path: Path, file: str, dialect: Dialect | None = None) -> Sheet:
    """Read the text file at `path`, called `file` in lineage.

    SourceError when it cannot be read, is no text, is empty or was cut off.
    """
    content = _bytes(path, file)
    text = _checked_text(content, file)
    wanted = dialect or Dialect()
    wanted = replace(wanted, delimiter=_delimiter(text) if dialect is None else wanted.delimiter)
    ingest = hashlib.sha256(f"{file}\0".encode() + content).hexdigest()[:12]
    header = _header(text, wanted, file)
    parsed = _fast(text, header, wanted) or _careful(text, header, wanted, file)
    filled = _without_blank_rows(parsed)
    return Sheet(file, None, header, filled.columns, filled.rows, ingest, wanted, parsed.overlong)


@dataclass(frozen=True)
class _Parsed:
    columns: tuple[pa.Array, ...]
    rows: pa.Array
    overlong: tuple[tuple[int, int], ...] = ()


def _bytes(path: Path, file: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            large = f"{size / 1e9:.1f} GB"
            raise SourceError(f"{file} has {large}, more than can be read at once. Split it, by year perhaps.")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror or error}.") from error


def _checked_text(content: bytes, file: str) -> bytes:
    if not content.strip():
        raise SourceError(f"{file} is empty. Export it again.")
    if b"\0" in content:
        raise SourceError(f"{file} is not a text file. Save it as CSV (UTF-8).")
    text = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        row = text[: error.start].count(b"\n") + 1
        raise SourceError(f"{file} is not UTF-8 text (line {row}). Save it as CSV (UTF-8).") from error
    return text


def _delimiter(text: bytes) -> str:
    """Whatever separates most cells of the header."""
    first = text.lstrip().split(b"\n", 1)[0].decode("utf-8", "replace")
    return max(_DELIMITERS, key=first.count)


def _header(text: bytes, dialect: Dialect, file: str) -> tuple[str, ...]:
    try:
        cells = next(_records(text, dialect))
    except (StopIteration, csv.Error) as error:
        raise SourceError(f"{file} has no readable header row. Export it again.") from error
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    names = tuple(cell.strip() for cell in cells)
    if not names:
        raise SourceError(f"{file} has a blank first row instead of column names. Export it again.")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise SourceError(f'{file} has the column "{twice}" twice. Remove or rename one of them.')
    return names


def _records(text: bytes, dialect: Dialect, *, strict: bool = False) -> Any:  # noqa: ANN401 - its type is private
    stream = io.TextIOWrapper(io.BytesIO(text), encoding=dialect.encoding, newline="")
    return csv.reader(stream, delimiter=dialect.delimiter, strict=strict)


def _fast(text: bytes, header: Sequence[str], dialect: Dialect) -> _Parsed | None:
    """Parse a regular file, where every row has as many cells as the header; None for any other."""
    # An odd number of quotes means that one of them is loose, and only the careful way can say which.
    if text.count(b'"') % 2:
        return None
    names = [str(number) for number in range(len(header))]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(text),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=1 << 24),
            parse_options=arrow_csv.ParseOptions(
                delimiter=dialect.delimiter, newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowException:
        return None
    body = table.slice(1)
    columns = tuple(_one_piece(column) for column in body.columns)
    return _Parsed(columns, pa.array(range(_HEADER_ROW + 1, _HEADER_ROW + 1 + len(body)), pa.int64()))


def _careful(text: bytes, header: Sequence[str], dialect: Dialect, file: str) -> _Parsed:
    """Parse row by row: short rows are filled with blanks, long ones are named."""
    try:
        records = list(_records(text, dialect))[1:]
    except csv.Error as error:
        raise SourceError(f"{file} cannot be read as CSV: {error}. Export it again.") from error
    width = len(header)
    _refuse_if_cut_off(text, records, width, dialect, file)
    overlong = tuple(
        (number, len(cells))
        for number, cells in enumerate(records, start=_HEADER_ROW + 1)
        if len(cells) > width and any(cell.strip() for cell in cells[width:])
    )
    even = [(cells + [""] * (width - len(cells)))[:width] for cells in records]
    columns = tuple(pa.array([cells[index] for cells in even], pa.string()) for index in range(width))
    return _Parsed(columns, pa.array(range(2, 2 + len(even)), pa.int64()), overlong)


def _refuse_if_cut_off(text: bytes, records: Sequence[Sequence[str]], width: int, dialect: Dialect, file: str) -> None:
    """A file that ends inside a row was torn: what is missing must not look like rows removed."""
    within_row = bool(records) and len(records[-1]) < width and not text.endswith((b"\n", b"\r"))
    if within_row or _ends_in_quotes(text, dialect):
        last = len(records) + _HEADER_ROW
        raise SourceError(f"{file} ends in the middle of row {last}: it looks cut off. Export it again.")


def _ends_in_quotes(text: bytes, dialect: Dialect) -> bool:
    if text.count(b'"') % 2 == 0:
        return False
    try:
        for _ in _records(text, dialect, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _without_blank_rows(parsed: _Parsed) -> _Parsed:
    filled = pa.scalar(value=False)
    for column in parsed.columns:
        filled = pc.or_(filled, pc.not_equal(pc.utf8_trim_whitespace(column), ""))
    if len(parsed.rows) == 0 or pc.all(filled).as_py():
        return parsed
    columns = tuple(column.filter(filled) for column in parsed.columns)
    return replace(parsed, columns=columns, rows=parsed.rows.filter(filled))


def _one_piece(column: pa.ChunkedArray) -> pa.Array:
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)
