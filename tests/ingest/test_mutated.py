"""Files with a few bytes changed: never a traceback, and never a row that is neither loaded nor spoken of."""

import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.files import TIME_ENTRIES, load
from tests.ingest.test_anything import assert_balanced
from tests.ingest.workbooks import cells_of, write_book

SHEET = "xl/worksheets/sheet1.xml"
LINES = [line.split(",") for line in TIME_ENTRIES.splitlines()]
ROWS = len(LINES) - 1

Change = tuple[float, int, bytes]
"""Where (as a share of the file), how many bytes are taken out, and what is put in their place."""
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 6),
        st.sampled_from(
            [b"", b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"\xc3", b"<", b"&", b"total", b"1,5", b"\t"]
        )
        | st.binary(max_size=4),
    ),
    min_size=1,
    max_size=4,
)


def mutated(content: bytes, changes: list[Change]) -> bytes:
    """The content after all changes."""
    for share, taken, put in changes:
        place = int(share * len(content))
        content = content[:place] + put + content[place + taken :]
    return content


def book() -> bytes:
    with TemporaryDirectory() as folder:
        return write_book(Path(folder) / "a.xlsx", {"time_entries": cells_of(TIME_ENTRIES)}).read_bytes()


def columns() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({name: [line[place] for line in LINES[1:]] for place, name in enumerate(LINES[0])}), out)
    return out.getvalue()


BOOK, COLUMNS = book(), columns()


def assert_nothing_is_lost(name: str, content: bytes, rows: int | None) -> None:
    """Every row is counted, or a sentence names the file."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "in"
        source.mkdir()
        (source / name).write_bytes(content)
        report = load(Path(folder) / "w", source)
        assert_balanced(report)
        assert all(one.startswith(name) for one in report.errors)
        counts = report.tables.get("time_entries")
        assert report.errors or counts is not None
        if rows is not None and counts is not None and not report.errors:
            passed_over = sum(map(rows_in, report.notices))
            assert counts.read + passed_over >= rows


def rows_in(notice: str) -> int:
    """How many rows a sentence says are no data."""
    if "is not counted as data" in notice or "passed over" in notice:
        found = re.search(r": (\d+) line", notice)
        return int(found[1]) if found else 1
    found = re.search(r"(?:repeated in |: )(\d+) rows?(?:,| hold)", notice)
    return int(found[1]) if found else 0


@settings(max_examples=40)
@given(CHANGES)
def test_text(changes: list[Change]) -> None:
    assert_nothing_is_lost("time_entries.csv", mutated(TIME_ENTRIES.encode(), changes), None)


@settings(max_examples=25)
@given(st.integers(0, ROWS - 1), st.integers(0, 6), st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
def test_a_cell_of_any_text_keeps_its_row(row: int, place: int, text: str) -> None:
    lines = [list(line) for line in LINES]
    lines[row + 1][place] = '"' + text.replace('"', '""').replace("\0", "") + '"'
    content = "".join(",".join(line) + "\n" for line in lines)
    assert_nothing_is_lost("time_entries.csv", content.encode(), ROWS)


@settings(max_examples=20)
@given(CHANGES)
def test_the_bytes_of_a_workbook(changes: list[Change]) -> None:
    assert_nothing_is_lost("time_entries.xlsx", mutated(BOOK, changes), ROWS)


@settings(max_examples=40)
@given(CHANGES)
def test_the_cells_of_a_workbook(changes: list[Change]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, mutated(content, changes) if name == SHEET else content)
    assert_nothing_is_lost("time_entries.xlsx", out.getvalue(), None)


@settings(max_examples=40)
@given(CHANGES)
def test_the_bytes_of_a_parquet_file(changes: list[Change]) -> None:
    assert_nothing_is_lost("time_entries.parquet", mutated(COLUMNS, changes), None)


def test_files_damaged_as_files_are() -> None:
    """A few of those that `python -m tests.ingest.fuzzing` makes by the thousand."""
    from tests.ingest.fuzzing import main  # noqa: PLC0415 - it leans on this module

    found = main(seed=1, count=40)
    assert found.faults == []
    assert min(found.loaded, found.refused, found.held) > 5
