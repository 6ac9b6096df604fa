"""Files of text become sheets, whichever way they are parsed."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.delimited import careful, fast
from ingest.reading import Dialect, read_sheet

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(["\n", '"', ",", ";", " "]), max_size=8)


def sheet_cells(tmp_path: Path, content: bytes) -> list[tuple[object, ...]]:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    sheet = read_sheet(path, "file.csv")
    return list(zip(sheet.rows.to_pylist(), *(one.to_pylist() for one in sheet.columns), strict=True))


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\n1,2\n3,4\n",
        b"\xef\xbb\xbfa,b\n1,2\n3,4\n",
        b"a,b\r\n1,2\r\n3,4\r\n",
        b"a;b\n1;2\n3;4",
        b"a\tb\n1\t2\n3\t4\n\n\n",
        b'"a","b"\n"1","2"\n"3","4"\n',
        b"a,b,,\n1,2,,\n3,4,,\n",
    ],
    ids=["plain", "bom", "crlf", "semicolon", "tab and blank lines", "quoted", "blank columns at the end"],
)
def test_many_dialects_say_the_same(tmp_path: Path, content: bytes) -> None:
    assert sheet_cells(tmp_path, content) == [(2, "1", "2"), (3, "3", "4")]


def test_short_rows_are_filled_with_blanks(tmp_path: Path) -> None:
    assert sheet_cells(tmp_path, b"a,b,c\n1,2\n3\n") == [(2, "1", "2", ""), (3, "3", "", "")]


def test_a_loose_quote_is_just_a_character(tmp_path: Path) -> None:
    assert sheet_cells(tmp_path, b'a,b\n1,5" screen\n') == [(2, "1", '5" screen')]


def test_the_content_of_a_file_is_what_its_ingest_is_called_after(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"a\n1\n")
    first = read_sheet(path, "file.csv").ingest
    again = read_sheet(path, "file.csv").ingest
    path.write_bytes(b"a\n2\n")
    assert first == again != read_sheet(path, "file.csv").ingest


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=6))
def test_the_fast_and_the_careful_way_read_the_same(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("a", "b", "c"))
    writer.writerows(rows)
    text, dialect = out.getvalue().encode(), Dialect()

    quick, slow = fast(text, 3, dialect, 0), careful(text, 3, dialect, "file.csv", 0)

    assert quick is not None
    assert [one.to_pylist() for one in quick.columns] == [one.to_pylist() for one in slow.columns]
    assert quick.rows.to_pylist() == slow.rows.to_pylist()
