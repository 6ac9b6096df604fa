"""Files that are torn, locked, huge, disguised or made to harm: one sentence each, and the others load."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.ingest.files import AGENCY, PEOPLE, TIME_ENTRIES, load, rows, write
from tests.ingest.workbooks import cells_of, write_book

Maker = Callable[[Path], None]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LONG = "has a cell of more than 131,072 characters, as if line ends were lost. Export it again."
TORN = "ends in the middle of a character: it looks cut off. Export it again."


def book_bytes(folder: Path) -> bytes:
    return write_book(folder / "book.xlsx", {"people": cells_of(PEOPLE)}).read_bytes()


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == part else source.read(name))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def bomb(folder: Path) -> bytes:
    """A sheet of 60 MB of blanks that packs to almost nothing."""
    return changed(book_bytes(folder), SHEET, lambda xml: xml + b" " * 60_000_000)


def lying_bomb(folder: Path) -> bytes:
    """The same, whose directory says that it is small."""
    content = bytearray(changed(book_bytes(folder), SHEET, lambda xml: xml + b" " * 60_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        size = archive.getinfo(SHEET).file_size
    return bytes(content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def entities(folder: Path) -> bytes:
    """A sheet in which a few letters stand for very many."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY l0 "lol">{lines}]>'.encode()
    return changed(book_bytes(folder), SHEET, lambda xml: head + xml.replace(b"Ana", b"&l9;"))


def far_cell(folder: Path) -> bytes:
    """A sheet with one cell at the far end of the world."""
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return changed(book_bytes(folder), SHEET, lambda xml: xml.replace(b"</sheetData>", cell))


def parquet_bytes() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"person_id": ["p1"]}), out)
    return out.getvalue()


CUT = "is damaged or cut off and cannot be opened. Save it again."
CASES: dict[str, tuple[str, Callable[[Path], bytes], str]] = {
    "mid-row": (
        "people.csv",
        lambda _: PEOPLE.encode()[:-30],
        "ends in the middle of row 3: it looks cut off. Export it again.",
    ),
    "mid-quote": (
        "people.csv",
        lambda _: PEOPLE.encode() + b'p3,"Eva',
        "ends in the middle of row 4: it looks cut off. Export it again.",
    ),
    "mid-character": ("people.csv", lambda _: (PEOPLE + "p3,Eva č").encode()[:-1], TORN),
    "torn UTF-16": ("people.csv", lambda _: PEOPLE.encode("utf-16")[:-1], TORN),
    "damaged UTF-8": (
        "people.csv",
        lambda _: PEOPLE.encode().replace("č".encode(), "čćž".encode() + b"\xff"),
        "has damaged characters (line 2). Save it again as CSV (UTF-8).",
    ),
    "torn workbook": ("people.xlsx", lambda folder: book_bytes(folder)[:-200], CUT),
    "torn Parquet": (
        "people.parquet",
        lambda _: parquet_bytes()[:-20],
        "is damaged or cut off and cannot be read as Parquet. Export it again.",
    ),
    "protected": (
        "people.xlsx",
        lambda _: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
        "is protected by a password. Save it without one.",
    ),
    "bomb": ("people.xlsx", bomb, "and was not opened. Save the tables as CSV (UTF-8)."),
    "lying bomb": ("people.xlsx", lying_bomb, CUT),
    "entities": ("people.xlsx", entities, "defines entities in its XML, as no spreadsheet does, and was not opened."),
    "far cell": ("people.xlsx", far_cell, "Delete what stands far from the table, or save it as CSV (UTF-8)."),
    "no XML": ("people.xlsx", lambda folder: changed(book_bytes(folder), SHEET, lambda xml: xml[:-40]), CUT),
    "NUL": (
        "people.csv",
        lambda _: PEOPLE.encode().replace(b"Max", b"M\0x"),
        "is not a text file (there is a NUL byte in line 3). Save it as CSV (UTF-8).",
    ),
    "empty": ("people.csv", lambda _: b"", "is empty. Export it again."),
    "blank": ("people.csv", lambda _: b"\n\n  \n", "is empty. Export it again."),
    "a million columns": (
        "people.csv",
        lambda _: b"a," * 1_000_000,
        "has 1000000 columns, and no table has more than 2000. Export it again.",
    ),
    "one long line": ("people.csv", lambda _: b"x" * 100_000_000, LONG),
    "a long line below": ("people.csv", lambda _: PEOPLE.encode() + b"x" * 30_000_000, LONG),
    "really a workbook": ("people.csv", book_bytes, "is not CSV but an Excel workbook. Rename it to people.xlsx."),
    "really Parquet": (
        "people.csv",
        lambda _: parquet_bytes(),
        "is not CSV but a Parquet file. Rename it to people.parquet.",
    ),
    "really HTML": (
        "people.csv",
        lambda _: b"\n<!DOCTYPE html><html>",
        "is not CSV but a web page (HTML or XML). Export it as CSV (UTF-8).",
    ),
    "really JSON": ("people.csv", lambda _: b'[{"person_id": "p1"}]', "is not CSV but JSON. Export it as CSV (UTF-8)."),
    "HTML as XLS": (
        "people.xls",
        lambda _: b"<html><table>",
        "is not an Excel or OpenDocument workbook but a web page (HTML or XML). Export it again.",
    ),
    "pretends OLE": ("people.xls", lambda _: OLE + b"\0" * 2000, CUT),
}


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_file_is_one_sentence_and_the_others_load(case: str, tmp_path: Path) -> None:
    name, content, sentence = CASES[case]
    folder = write(tmp_path / "in", {key: text for key, text in AGENCY.items() if key != "people"})
    (folder / name).write_bytes(content(tmp_path))
    report = load(tmp_path / "w", folder)
    (error,) = report.errors
    assert error.startswith(f"{name}")
    assert error.endswith(sentence)
    assert not report.ok
    assert len(rows(tmp_path / "w", "time_entries")) == 3


def ten_gigabytes(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(10_000_000_000)


def folder_of_that_name(path: Path) -> None:
    path.mkdir()


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def dead_link(path: Path) -> None:
    path.symlink_to(path.parent / "gone")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (ten_gigabytes, "people.csv has 10.0 GB, more than can be read at once. Split it, by year perhaps."),
        (folder_of_that_name, "people.csv is not a file that can be read. Replace it by a CSV file."),
        (os.mkfifo, "people.csv is not a file that can be read. Replace it by a CSV file."),
        (link_to_itself, "people.csv is a link to itself. Copy the file there."),
        (dead_link, "people.csv cannot be read: No such file or directory."),
    ],
)
def test_what_is_no_readable_file_is_said_at_once(tmp_path: Path, make: Maker, sentence: str) -> None:
    folder = write(tmp_path / "in", {"time_entries": TIME_ENTRIES})
    make(folder / "people.csv")
    report = load(tmp_path / "w", folder)
    assert report.errors == (sentence,)
    assert len(rows(tmp_path / "w", "time_entries")) == 3


def test_a_locked_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs tests as root can read everything, so the lock is in what opens files."""
    folder = write(tmp_path / "in", {"people": PEOPLE, "time_entries": TIME_ENTRIES})
    really = os.open

    def locked(path: Path, flags: int) -> int:
        if Path(path).name == "people.csv":
            raise PermissionError(13, "Permission denied")
        return really(path, flags)

    monkeypatch.setattr("os.open", locked)
    assert load(tmp_path / "w", folder).errors == ("people.csv cannot be read: Permission denied.",)


def test_a_file_that_changes_while_it_is_read_is_left_for_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", {"people": PEOPLE})
    really = os.fstat

    def meanwhile(handle: int) -> os.stat_result:
        found = really(handle)
        with (folder / "people.csv").open("a") as stream:
            stream.write("p3,Eva,,,,,,,\n")
        return found

    monkeypatch.setattr("os.fstat", meanwhile)
    assert load(tmp_path / "w", folder).errors == (
        "people.csv changed while it was read. Wait until it is whole and ingest again.",
    )


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    report = load(tmp_path / "w", write(tmp_path / "in", {"people": PEOPLE.splitlines()[0]}))
    assert report.ok
    assert rows(tmp_path / "w", "people") == []


@pytest.mark.parametrize(
    "name", ["\x1b[31mred.csv", "a\nb.csv", "[bold]x[red].csv", "%2e%2e%2fetc.csv", "\u202etxt.csv", "caf\udce9.csv"]
)
def test_the_name_of_a_file_cannot_steer_what_is_printed(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "in", {"people": PEOPLE})
    (folder / name).write_text("a,b\n1,2\n", encoding="utf-8")
    report = load(tmp_path / "w", folder)
    assert report.ok
    (notice,) = [one for one in report.notices if "was not read" in one]
    assert notice.isprintable()
    notice.encode()
