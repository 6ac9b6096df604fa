"""From text whose cells stand between delimiters to a sheet."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import pyarrow as pa
from pyarrow import csv as arrow_csv

from assistant.errors import SourceError
from ingest.encoding import Text
from ingest.headers import (
    LOOKED_AT,
    Likeness,
    find_header,
    repeated_notice,
    skipped_notice,
)
from ingest.sheet import Body, Dialect, Sheet, named, without_blank_rows, without_repeated_headers

DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 1 << 18
_ROWS_LOOKED_AT = 50
_ODD = 2
_TOO_LONG = "field larger than field limit"


def sheet_of_text(text: Text, file: str, ingest: str, likeness: Likeness, delimiter: str | None = None) -> Sheet:
    """Read text as one table; SourceError when it is torn or has no header."""
    content, said = _said_delimiter(text.content)
    dialect = Dialect(text.encoding, delimiter or said or _delimiter(content))
    head, ends = _head(content, dialect, file)
    header = find_header(head, likeness, file)
    below, above = memoryview(content)[ends[header.row - 1] :], header.row
    body = fast(below, len(header.names), dialect, above) or careful(
        bytes(below), len(header.names), dialect, file, above
    )
    filled, repeated = without_repeated_headers(without_blank_rows(body), header.names)
    names, filled = named(header.names, filled)
    notices = (*text.notices, *skipped_notice(file, header), *repeated_notice(file, repeated))
    return Sheet(file, None, names, filled.columns, filled.rows, ingest, dialect, filled.overlong, notices=notices)


def _said_delimiter(text: bytes) -> tuple[bytes, str | None]:
    """Excel writes and understands a first line such as "sep=;"."""
    ends = text.find(b"\n") if b"\n" in text else len(text)
    first = text[:ends]
    line = first.strip().strip(b'"').lower()
    if line.startswith(b"sep=") and len(line) <= len(b"sep=;"):
        mark = first.strip().strip(b'"')[4:].decode() or "\t"
        return text[ends + 1 :], mark
    return text, None


def _delimiter(text: bytes) -> str:
    """Whatever parts the first rows most evenly into most cells."""
    sample = bytes(text[:_LOOKED_AT])
    return max(DELIMITERS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: bytes, delimiter: str) -> float:
    try:
        rows = list(islice(_records(sample, delimiter), _ROWS_LOOKED_AT))
    except csv.Error:
        return 0.0
    widths = Counter(len(cells) for cells in rows if any(cells))
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda pair: (pair[0] > 1) * pair[1])
    return (width - 1) * count / widths.total()


def _head(text: bytes, dialect: Dialect, file: str) -> tuple[list[list[str]], list[int]]:
    """The first rows, and where in the text each of them ends."""
    rows: list[list[str]] = []
    ends: list[int] = []
    lines = _Lines(text)
    try:
        for cells in csv.reader(lines, delimiter=dialect.delimiter):
            rows.append(cells)
            ends.append(lines.read)
            if len(rows) == LOOKED_AT:
                break
    except csv.Error as error:
        if not rows:
            raise SourceError(_unreadable(file, error)) from error
    return rows, ends


class _Lines:
    """The lines of a text, and how much of it was read."""

    def __init__(self, text: bytes) -> None:
        self._stream = io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline="")
        self.read = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.read += len(line.encode())
            yield line


def _records(text: bytes, delimiter: str, *, strict: bool = False) -> Iterator[list[str]]:
    stream = io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", errors="replace", newline="")
    return csv.reader(stream, delimiter=delimiter, strict=strict)


def fast(text: bytes | memoryview, width: int, dialect: Dialect, above: int) -> Body | None:
    """Parse regular rows, each of `width` cells, below `above` others; None when any row has another width."""
    content = pa.py_buffer(text)
    # An odd number of quotes means that one of them is loose, and only the careful way can say which.
    quotes = _quotes(text)
    if quotes % _ODD:
        return None
    names = [str(number) for number in range(width)]
    if not content.size:
        return Body(tuple(pa.array([], pa.string()) for _ in names), pa.array([], pa.int64()))
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(content),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=1 << 24),
            parse_options=arrow_csv.ParseOptions(
                delimiter=dialect.delimiter, newlines_in_values=quotes > 0, ignore_empty_lines=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowException:
        return None
    columns = tuple(_one_piece(column) for column in table.columns)
    return Body(columns, pa.arange(above + 1, above + 1 + len(table), 1))


def _quotes(text: bytes | memoryview) -> int:
    """How many quotes there are; most files have none, which is seen without a copy."""
    whole = text.obj if isinstance(text, memoryview) else text
    return bytes(text).count(b'"') if not isinstance(whole, bytes) or b'"' in whole else 0


def careful(text: bytes, width: int, dialect: Dialect, file: str, above: int) -> Body:
    """Parse row by row: short rows are filled with blanks, long ones are named."""
    try:
        records = list(_records(text, dialect.delimiter))
    except csv.Error as error:
        raise SourceError(_unreadable(file, error)) from error
    _refuse_if_cut_off(text, records, width, dialect, f"{file} ends in the middle of row {len(records) + above}")
    overlong = tuple(
        (number, len(cells))
        for number, cells in enumerate(records, start=above + 1)
        if len(cells) > width and any(cell.strip() for cell in cells[width:])
    )
    even = [(cells + [""] * (width - len(cells)))[:width] for cells in records]
    columns = tuple(pa.array([cells[index] for cells in even], pa.string()) for index in range(width))
    return Body(columns, pa.arange(above + 1, above + 1 + len(even), 1), overlong)


def _unreadable(file: str, error: csv.Error) -> str:
    if _TOO_LONG in str(error):
        limit = f"{csv.field_size_limit():,}"
        return f"{file} has a cell of more than {limit} characters, as if line ends were lost. Export it again."
    return f"{file} cannot be read as CSV: {error}. Export it again."


def _refuse_if_cut_off(
    text: bytes, records: Sequence[Sequence[str]], width: int, dialect: Dialect, sentence: str
) -> None:
    """A file that ends inside a row was torn: what is missing must not look like rows removed."""
    within_row = bool(records) and len(records[-1]) < width and not text.endswith((b"\n", b"\r"))
    if within_row or _ends_in_quotes(text, dialect):
        raise SourceError(f"{sentence}: it looks cut off. Export it again.")


def _ends_in_quotes(text: bytes, dialect: Dialect) -> bool:
    if text.count(b'"') % _ODD == 0:
        return False
    try:
        for _ in _records(text, dialect.delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _one_piece(column: pa.ChunkedArray) -> pa.Array:
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)
