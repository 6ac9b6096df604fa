"""Workbooks for tests: sheets of cells, written as Excel would."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Cells = Sequence[Sequence[object]]


def cells_of(text: str) -> Cells:
    """The lines of a plain file as cells."""
    return [line.split(",") for line in text.splitlines()]


def write_book(path: Path, sheets: Mapping[str, Cells], hidden: Sequence[str] = (), merged: Sequence[str] = ()) -> Path:
    """Write a workbook; `hidden` names sheets, `merged` ranges of the first of them."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    for area in merged:
        book[next(iter(sheets))].merge_cells(area)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path
