"""From an Excel or OpenDocument workbook to its sheets, each cell as the text a plain file would have."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from assistant.errors import SourceError
from ingest.archive import parts_of, protected
from ingest.headers import (
    LOOKED_AT,
    MOST_COLUMNS,
    Header,
    Likeness,
    find_header,
    one_line,
    repeated_notice,
    skipped_notice,
)
from ingest.sheet import Body, Dialect, Sheet, named, without_blank_rows, without_repeated_headers
from ingest.worksheet import (
    MOST_ROWS,
    Marks,
    XmlError,
    counts_from_1904,
    extent,
    marks_of,
    percent_styles,
    worksheets,
)

_LARGEST_AREA = 60_000_000
"""Cells, filled or not, between the first and the last of a sheet: they are all held at once."""
_EXACT_WHOLE = 10**15
_ZIP = b"PK\x03\x04"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_ODS = b"encryption-data"
_REPEATED = re.compile(rb"number-(?:columns|rows)-repeated=\"(\d+)\"[^>]*[^/>]>")
_MOST_REPEATED = 5000
_OLD = "{} is in Excel's old format, in which an error such as #REF! looks like a blank cell; better save it as .xlsx."
_UNCALCULATED = "a formula that was never calculated"

Cell = int | float | str | bool | time | date | datetime | timedelta


def sheets_of_workbook(content: bytes, file: str, ingest: str, likeness: Likeness) -> tuple[Sheet, ...]:
    """Read every sheet that is not blank; SourceError when the workbook is protected, torn or a bomb."""
    try:
        parts = _parts(content, file)
        marks = _marks(parts, file)
        dialect = Dialect(counts_from_1904=counts_from_1904(parts))
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            found = [
                _sheet(book, one.name, _Place(file, one_line(one.name), ingest), marks.get(one.name, Marks()), likeness)
                for one in book.sheets_metadata
                if one.typ == SheetTypeEnum.WorkSheet
            ]
            hidden = {one_line(one.name) for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
    except PasswordError as error:
        raise protected(file) from error
    except (CalamineError, XmlError) as error:
        raise SourceError(f"{file} is damaged or cut off and cannot be opened. Save it again.") from error
    sheets = tuple(replace(_said_if_hidden(one, hidden), dialect=dialect) for one in found if one is not None)
    if not sheets:
        raise SourceError(f"{file} has no sheet with anything in it. Export it again.")
    if not content.startswith(_ZIP):
        sheets = (replace(sheets[0], notices=(*sheets[0].notices, _OLD.format(file))), *sheets[1:])
    return sheets


@dataclass(frozen=True)
class _Place:
    file: str
    sheet: str
    ingest: str

    @property
    def words(self) -> str:
        return f'{self.file}, sheet "{self.sheet}"'


def _parts(content: bytes, file: str) -> dict[str, bytes]:
    if not content.startswith(_ZIP):
        if _ENCRYPTED_OLE in content:
            raise protected(file)
        return {}
    parts = parts_of(content, file)
    if _ENCRYPTED_ODS in parts.get("META-INF/manifest.xml", b""):
        raise protected(file)
    repeated = max((int(found[1]) for found in _REPEATED.finditer(parts.get("content.xml", b""))), default=0)
    if repeated > _MOST_REPEATED:
        raise SourceError(
            f"{file} repeats a cell or row {repeated:,} times and was not opened. Save it as CSV (UTF-8)."
        )
    return parts


def _marks(parts: Mapping[str, bytes], file: str) -> dict[str, Marks]:
    percents = percent_styles(parts)
    found = {}
    for name, xml in worksheets(parts).items():
        rows, columns = extent(xml)
        if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > _LARGEST_AREA:
            raise SourceError(
                f'{file}, sheet "{name}", reaches to row {rows:,} and column {columns:,}, more than can be read at '
                "once. Delete what stands far from the table, or save it as CSV (UTF-8)."
            )
        found[name] = marks_of(xml, percents)
    return found


def _sheet(book: CalamineWorkbook, name: str, place: _Place, marks: Marks, likeness: Likeness) -> Sheet | None:
    """One sheet as a table; None for a blank one."""
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return None
    cells = sheet.to_python(skip_empty_area=False)
    head = [[_text(one) for one in row] for row in cells[:LOOKED_AT]]
    if not any(any(row) for row in head):
        return None
    header = find_header(head, likeness, place.words)
    body, subtotals = _body(cells, header, marks)
    filled, repeated = without_repeated_headers(without_blank_rows(body), header.names)
    names, filled = named(header.names, filled)
    notices = (*skipped_notice(place.words, header), *repeated_notice(place.words, repeated))
    return Sheet(
        place.file,
        place.sheet,
        names,
        filled.columns,
        filled.rows,
        place.ingest,
        overlong=filled.overlong,
        subtotals=subtotals,
        notices=notices,
    )


def _body(cells: Sequence[Sequence[Cell]], header: Header, marks: Marks) -> tuple[Body, tuple[int, ...]]:
    """The rows below the header as columns of text."""
    below = cells[header.row :]
    width = len(header.names)
    texts = [[_text(row[place]) if place < len(row) else "" for row in below] for place in range(width)]
    for (row, column), text in _said_otherwise(cells, marks).items():
        if header.row <= row < len(cells) and column < width:
            texts[column][row - header.row] = text
    numbers = range(header.row + 1, header.row + 1 + len(below))
    overlong = tuple(
        (number, len(row))
        for number, row in zip(numbers, below, strict=True)
        if len(row) > width and any(_text(one).strip() for one in row[width:])
    )
    columns = tuple(pa.array(column, pa.string()) for column in texts)
    subtotals = tuple(sorted(row + 1 for row in marks.subtotals if row >= header.row))
    return Body(columns, pa.array(numbers, pa.int64()), overlong), subtotals


def _said_otherwise(cells: Sequence[Sequence[Cell]], marks: Marks) -> dict[tuple[int, int], str]:
    """The cells that do not say what their value is: errors, formulas without a value, percentages."""
    said = dict(marks.errors) | dict.fromkeys(marks.uncalculated, _UNCALCULATED)
    for row, column in marks.percents:
        value = cells[row][column] if row < len(cells) and column < len(cells[row]) else ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            said[row, column] = f"{Decimal(repr(value)).scaleb(2).normalize():f}%"
    return said


def _text(cell: Cell) -> str:
    """A cell as a plain file would have it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT_WHOLE else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else _to_the_second(cell).isoformat()
    if isinstance(cell, timedelta):
        return f"PT{Decimal(round(cell.total_seconds() * 1000)).scaleb(-3):f}S"
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _to_the_second(moment: datetime) -> datetime:
    """A spreadsheet counts time in fractions of a day, which are a little beside the second."""
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _said_if_hidden(sheet: Sheet, hidden: set[str]) -> Sheet:
    if sheet.sheet not in hidden:
        return sheet
    return replace(sheet, notices=(*sheet.notices, f"{sheet.place} is hidden and was read all the same."))
