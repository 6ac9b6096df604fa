"""Workbooks: which sheets are read, and what their cells mean."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from tests.ingest.files import (
    AGENCY,
    CLIENTS,
    PEOPLE,
    PROJECTS,
    TIME_ENTRIES,
    column,
    counts,
    current,
    held,
    load,
    rows,
    write,
)
from tests.ingest.workbooks import Cells, cells_of, write_book

ENTRIES_HEADER = tuple(TIME_ENTRIES.splitlines()[0].split(","))


def test_each_sheet_named_after_a_table_is_read(tmp_path: Path) -> None:
    write_book(
        tmp_path / "in" / "agency.xlsx",
        {
            "Cover": [["Our agency"]],
            **{name.replace("_", " ").title(): cells_of(text) for name, text in AGENCY.items()},
        },
    )
    report = load(tmp_path / "w", tmp_path / "in")
    assert report.ok
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    place = current(tmp_path / "w").table("time_entries").select(["_file", "_sheet", "_row"]).to_pylist()[2]
    assert place == {"_file": "agency.xlsx", "_sheet": "Time Entries", "_row": 4}
    assert any(one.startswith('agency.xlsx, sheet "Cover" was not read') for one in report.notices)


def test_a_workbook_named_after_a_table_needs_no_named_sheet(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {name: text for name, text in AGENCY.items() if name != "people"})
    write_book(folder / "people.xlsx", {"Tabelle1": cells_of(PEOPLE), "Notes": [["remember"], ["the milk"]]})
    report = load(tmp_path / "w", folder)
    assert report.ok
    assert len(rows(tmp_path / "w", "people")) == 2


def test_a_hidden_sheet_is_read_and_said(tmp_path: Path) -> None:
    write_book(tmp_path / "agency.xlsx", {"people": cells_of(PEOPLE), "clients": cells_of(CLIENTS)}, hidden=["clients"])
    report = load(tmp_path / "w", tmp_path / "agency.xlsx")
    assert 'agency.xlsx, sheet "clients" is hidden and was read all the same.' in report.notices
    assert len(rows(tmp_path / "w", "clients")) == 1


def test_one_bad_sheet_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    write_book(tmp_path / "agency.xlsx", {"people": [["who", "what"], ["p1", "x"]], "clients": cells_of(CLIENTS)})
    report = load(tmp_path / "w", tmp_path / "agency.xlsx")
    (error,) = report.errors
    assert error.startswith('agency.xlsx, sheet "people" has no column "person_id" (nor name, email, team, ')
    assert len(rows(tmp_path / "w", "clients")) == 1


def test_cells_mean_what_they_show(tmp_path: Path) -> None:
    header = (*ENTRIES_HEADER, "created_at", "note")
    entry = ("p1", "j1", date(2026, 3, 2))
    cells = [
        header,
        ("e1", *entry, 7.5, 7.3, "approved", datetime(2026, 3, 2, 17, 30), "a"),
        ("e2", *entry, time(7, 30), timedelta(hours=1, minutes=20), "approved", None, 12.0),
        ("e3", "p1", "j1", 46083, 1, 1, "approved", None, True),
    ]
    folder = write(tmp_path / "in", {"people": PEOPLE, "projects": PROJECTS, "clients": CLIENTS})
    write_book(folder / "time_entries.xlsx", {"Sheet1": cells})
    report = load(tmp_path / "w", folder)
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    assert column(tmp_path / "w", "time_entries", "hours") == [27_000, 27_000, 3_600]
    assert column(tmp_path / "w", "time_entries", "billable_hours") == [26_280, 4_800, 3_600]
    assert column(tmp_path / "w", "time_entries", "date") == [date(2026, 3, 2)] * 3
    assert column(tmp_path / "w", "time_entries", "created_at")[0] == datetime(2026, 3, 2, 17, 30)
    assert column(tmp_path / "w", "time_entries", "note") == ["a", "12", "true"]


def test_an_error_in_a_cell_waits_in_quarantine_as_a_value(tmp_path: Path) -> None:
    book = write_book(tmp_path / "in" / "agency.xlsx", {name: cells_of(text) for name, text in AGENCY.items()})
    edit = load_workbook(book)
    edit["time_entries"]["E3"] = "#REF!"
    edit["time_entries"]["E3"].data_type = "e"
    edit["time_entries"]["E4"] = "=A1*2"
    edit.save(book)
    report = load(tmp_path / "w", tmp_path / "in")
    assert counts(report, "time_entries") == [3, 1, 0, 0, 0, 2]
    assert held(tmp_path / "w", "row", "column", "value", "reason") == [
        (3, "hours", "#REF!", '"#REF!" is not a number'),
        (4, "hours", "a formula that was never calculated", '"a formula that was never calculated" is not a number'),
    ]


def test_a_percentage_is_what_the_cell_shows(tmp_path: Path) -> None:
    people: Cells = [
        [*PEOPLE.splitlines()[0].split(","), "utilization_target"],
        ["p1", "Ana", *[""] * 7, 0.8],
        ["p2", "Max", *[""] * 7, 75],
    ]
    book = write_book(tmp_path / "people.xlsx", {"people": people})
    edit = load_workbook(book)
    edit["people"]["J2"].number_format = "0%"
    edit.save(book)
    load(tmp_path / "w", book)
    assert column(tmp_path / "w", "people", "utilization_target") == [800_000, 750_000]


def test_a_header_may_be_merged_over_two_rows(tmp_path: Path) -> None:
    cells: Cells = [
        ["Working time of everyone"],
        [],
        ["person_id", "valid_from", "Hours", "", "", "", "", "", ""],
        ["", "", "mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        ["p1", date(2025, 1, 1), 8, 8, 8, 8, 4, 0, 0],
    ]
    folder = write(tmp_path / "in", {"people": PEOPLE})
    write_book(folder / "working_hours.xlsx", {"Sheet1": cells}, merged=["A3:A4", "B3:B4", "C3:I3"])
    report = load(tmp_path / "w", folder)
    assert report.ok
    assert rows(tmp_path / "w", "working_hours")[0]["fri"] == "4"
    assert column(tmp_path / "w", "working_hours", "_row") == [5]


def test_a_subtotal_is_told_by_its_formula(tmp_path: Path) -> None:
    cells: Cells = [*cells_of(TIME_ENTRIES), ["sum", "", "", "", "=SUBTOTAL(9,E2:E4)"]]
    folder = write(tmp_path / "in", {"people": PEOPLE, "projects": PROJECTS, "clients": CLIENTS})
    write_book(folder / "time_entries.xlsx", {"time_entries": cells})
    report = load(tmp_path / "w", folder)
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    assert 'time_entries.xlsx, sheet "time_entries": row 5 holds totals and is not counted as data.' in report.notices


def test_one_table_in_two_files_is_both_together(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    lines = TIME_ENTRIES.replace("7.5", "5").replace("e2", "e9").splitlines()[:3]
    later = [line.split(",") for line in lines]
    write_book(folder / "time_entries.xlsx", {"Sheet1": later})
    report = load(tmp_path / "w", folder)
    assert counts(report, "time_entries") == [5, 4, 0, 0, 0, 1]
    reason = "superseded by time_entries.xlsx row 2"
    assert held(tmp_path / "w", "file", "row", "reason") == [("time_entries.csv", 2, reason)]


def test_a_torn_workbook_leaves_what_is_known_from_it(tmp_path: Path) -> None:
    book = write_book(tmp_path / "in" / "agency.xlsx", {name: cells_of(text) for name, text in AGENCY.items()})
    load(tmp_path / "w", tmp_path / "in")
    book.write_bytes(book.read_bytes()[:-300])
    report = load(tmp_path / "w", tmp_path / "in")
    assert report.errors == ("agency.xlsx is damaged or cut off and cannot be opened. Save it again.",)
    assert len(rows(tmp_path / "w", "time_entries")) == 3


ODS_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)
ODS_CONTENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="holidays">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
TEXT_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def test_an_opendocument_sheet_is_read(tmp_path: Path) -> None:
    header = "".join(TEXT_CELL.format(name) for name in ("calendar", "date", "name", "fraction"))
    cells = (
        TEXT_CELL.format("HR")
        + '<table:table-cell office:value-type="date" office:date-value="2026-12-25"><text:p>25.12.26</text:p>'
        + "</table:table-cell>"
        + TEXT_CELL.format("Božić")
        + '<table:table-cell office:value-type="float" office:value="0.5"><text:p>0,5</text:p></table:table-cell>'
    )
    row = "<table:table-row>{}</table:table-row>"
    path = tmp_path / "office.ods"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        archive.writestr("content.xml", ODS_CONTENT.format(rows=row.format(header) + row.format(cells)))
    report = load(tmp_path / "w", path)
    assert report.ok
    assert rows(tmp_path / "w", "holidays") == [
        {"calendar": "HR", "date": "2026-12-25", "name": "Božić", "fraction": "0.5"}
    ]


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_text_under_another_name_is_said(tmp_path: Path, ending: str) -> None:
    folder = write(tmp_path / "in", AGENCY)
    (folder / "people.csv").rename(folder / f"people.{ending}")
    (error,) = load(tmp_path / "w", folder).errors
    assert error.startswith(f"people.{ending} is not ")
    assert error.endswith("but a text file. Rename it to people.csv.")
