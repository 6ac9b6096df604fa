"""One small agency, written as ten different programs and countries would write it."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

Value = str | Decimal | date | datetime | bool | None
Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Table:
    """Rows of values under their columns; a text in a column of numbers or dates is a planted fault."""

    columns: tuple[str, ...]
    rows: Rows
    hours: tuple[str, ...] = ()


def _d(text: str) -> Decimal:
    return Decimal(text)


def _day(text: str) -> date:
    return date.fromisoformat(text)


AGENCY: Mapping[str, Table] = {
    "people": Table(
        (
            "person_id",
            "name",
            "email",
            "team",
            "job_title",
            "employment",
            "calendar",
            "start_date",
            "end_date",
            "utilization_target",
        ),
        (
            (
                "p1",
                "Žana Façade",
                "ana@example.com",
                "Design",
                "Designer",
                "employee",
                "HR",
                _day("2024-01-15"),
                None,
                _d("80"),
            ),
            (
                "p2",
                "Max Müller",
                "max@example.com",
                "Build",
                "Developer",
                "contractor",
                "AT",
                _day("2025-02-03"),
                _day("2026-12-31"),
                _d("62.5"),
            ),
        ),
    ),
    "clients": Table(
        ("client_id", "name", "status", "account_manager"), (("c1", "Café Blå & Søn", "active", "ana@example.com"),)
    ),
    "projects": Table(
        ("project_id", "code", "name", "client_id", "kind", "status", "start_date", "end_date", "project_manager"),
        (
            (
                "j1",
                "LH-1",
                "Website; relaunch, phase 2",
                "c1",
                "client",
                "active",
                _day("2025-01-25"),
                None,
                "ana@example.com",
            ),
            ("j2", "INT", "Office", None, "internal", "active", _day("2025-01-01"), None, None),
        ),
    ),
    "budgets": Table(
        ("budget_id", "project_id", "name", "type", "start_date", "end_date", "hours", "currency", "amount", "capped"),
        (
            (
                "b1",
                "j1",
                "Fee",
                "fixed",
                _day("2026-01-01"),
                _day("2026-06-30"),
                _d("1200"),
                "EUR",
                _d("123456.78"),
                False,
            ),
            ("b2", "j1", "Extra", "time_and_materials", _day("2026-07-01"), None, _d("80.5"), "EUR", _d("9500"), True),
        ),
        hours=("hours",),
    ),
    "expenses": Table(
        ("expense_id", "project_id", "date", "category", "vendor", "status", "amount", "currency", "billable_amount"),
        (
            ("x1", "j1", _day("2026-03-14"), "Travel", "Bahn", "approved", _d("1234.50"), "EUR", _d("1300")),
            ("x2", "j1", _day("2026-03-02"), "Refund", "Bahn", "approved", _d("-34.5"), "EUR", None),
        ),
    ),
    "time_entries": Table(
        (
            "entry_id",
            "person_id",
            "project_id",
            "date",
            "hours",
            "billable_hours",
            "status",
            "note",
            "billable_rate",
            "currency",
        ),
        (
            ("e1", "p1", "j1", _day("2026-03-02"), _d("7.5"), _d("6"), "approved", "two\nlines", _d("95.5"), "EUR"),
            ("e2", "p1", "j2", _day("2026-03-03"), _d("1"), _d("0"), "approved", None, None, None),
            ("e3", "p9", "j1", _day("2026-03-03"), _d("2"), _d("2"), "approved", "nobody", None, None),
            ("e4", "p2", "j1", _day("2026-03-28"), _d("25"), _d("8"), "submitted", "a long day", None, None),
            ("e5", "p2", "j1", "soon", _d("8"), _d("8"), "draft", "when?", None, None),
            ("e6", "p2", "j1", _day("2026-03-04"), _d("0.25"), _d("0.25"), "approved", 'said "yes"', _d("1100"), "EUR"),
            ("e7", "p2", "j1", _day("2026-03-05"), _d("8"), _d("8"), "maybe", None, None, None),
            ("e8", "p2", "j1", _day("2026-03-13"), _d("3.75"), _d("3.75"), "approved", "last", None, None),
        ),
        hours=("hours", "billable_hours"),
    ),
}
BROKEN = {"e3": "person_id", "e4": "hours", "e5": "date", "e7": "status"}
"""The planted faults, by entry."""


@dataclass(frozen=True)
class Speech:
    """How a program writes what it says."""

    delimiter: str = ","
    encoding: str = "utf-8"
    number: Callable[[Decimal], str] = str
    day: Callable[[date], str] = date.isoformat
    truth: Mapping[bool, str] = field(default_factory=lambda: {True: "true", False: "false"})
    header: Callable[[str], str] = str
    hours: Callable[[Decimal], str] | None = None
    line_end: str = "\n"
    first_line: str = ""

    def cell(self, column: str, value: Value, hours: Sequence[str]) -> str:
        """One value as text."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.truth[value]
        if isinstance(value, Decimal):
            return self.hours(value) if self.hours and column in hours else self.number(value)
        return self.day(value) if isinstance(value, date) else value

    def lines(self, table: Table) -> list[list[str]]:
        """The header and the rows as texts."""
        rows = [
            [self.cell(name, value, table.hours) for name, value in zip(table.columns, row, strict=True)]
            for row in table.rows
        ]
        return [[self.header(name) for name in table.columns], *rows]

    def encoded(self, lines: Sequence[Sequence[str]]) -> bytes:
        """Lines as the bytes of a file."""
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator=self.line_end).writerows(lines)
        return (self.first_line + out.getvalue()).encode(self.encoding)


def grouped(mark: str, group: str) -> Callable[[Decimal], str]:
    """Write numbers with this mark before two decimals, and this one between thousands."""
    return lambda value: f"{value:,.2f}".replace(",", "\0").replace(".", mark).replace("\0", group)


def serial(day: date) -> str:
    """The number a spreadsheet keeps for a day."""
    return str((day - date(1899, 12, 30)).days)


def clock(hours: Decimal) -> str:
    """Hours as 7:30."""
    whole, minutes = divmod(int(hours * 60), 60)
    return f"{whole}:{minutes:02}"


SPEECHES = {
    "plain": Speech(),
    "semicolon, cp1252, decimal comma, dmy": Speech(
        ";", "cp1252", grouped(",", "."), lambda day: f"{day:%d.%m.%Y}", line_end="\r\n"
    ),
    "tab, UTF-16": Speech("\t", "utf-16", line_end="\r\n"),
    "UTF-8 with BOM, sep line": Speech("|", "utf-8-sig", line_end="\r\n", first_line="sep=|\r\n"),
    "mdy, 1,234.50": Speech(number=grouped(".", ","), day=lambda day: f"{day:%m/%d/%Y}"),
    "serials": Speech(day=serial),
    "spaced headers, ja, h:mm": Speech(
        ";",
        truth={True: "ja", False: "nein"},
        header=lambda name: name.replace("_", " ").title(),
        hours=clock,
        day=lambda day: f"{day:%d-%b-%Y}",
    ),
}


def write_text(folder: Path, speech: Speech) -> int:
    """The agency as files of text; how many lines stand above the header's."""
    folder.mkdir()
    for name, table in AGENCY.items():
        (folder / f"{name}.csv").write_bytes(speech.encoded(speech.lines(table)))
    return 0


def write_with_titles(folder: Path) -> int:
    """Title lines above, the header again in the middle, totals below."""
    folder.mkdir()
    speech = Speech(number=grouped(".", ","))
    for name, table in AGENCY.items():
        header, *rows = speech.lines(table)
        # The header comes again below everything, so that the rows stand where they do elsewhere.
        total = ["Total", *[""] * (len(header) - 1)]
        if name == "time_entries":
            total[header.index("hours")] = "55.50"
        lines = [["Export of", name], [], header, *rows, header, total]
        (folder / f"{name}.csv").write_bytes(speech.encoded(lines))
    return 2


def write_workbook(folder: Path) -> int:
    """One workbook with a sheet for each table."""
    folder.mkdir()
    book = Workbook()
    book.remove(book.active)
    for name, table in AGENCY.items():
        sheet = book.create_sheet(name)
        sheet.append(table.columns)
        for row in table.rows:
            sheet.append([float(one) if isinstance(one, Decimal) else one for one in row])
    book.save(folder / "agency.xlsx")
    return 0


def write_parquet(folder: Path) -> int:
    """A Parquet file for each table; a column with a planted fault is one of text."""
    folder.mkdir()
    for name, table in AGENCY.items():
        columns = {}
        for place, column in enumerate(table.columns):
            values = [row[place] for row in table.rows]
            mixed = len({type(one) for one in values if one is not None}) > 1
            texts = [None if one is None else str(one) for one in values]
            columns[column] = pa.array(texts if mixed else values)
        pq.write_table(pa.table(columns), folder / f"{name}.parquet")
    return 0
