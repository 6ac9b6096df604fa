"""An answer as a file: numbers are numbers, nothing is a formula, and each format opens."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.documents.answer_files import ANSWER_FORMATS, csv_of, export, harmless, taken
from assistant.errors import UsageError
from assistant.figures import to_json
from assistant.permissions.house import House
from assistant.query import Question

TODAY = date(2026, 10, 15)
DIRECTOR = "marta.lindqvist@harbourlane.example"
AT = datetime(2026, 10, 15, tzinfo=UTC)
STARTS = {"xlsx": b"PK", "docx": b"PK", "pptx": b"PK", "pdf": b"%PDF", "png": b"\x89PNG", "csv": b"\xef\xbb\xbfClient"}


@pytest.fixture(scope="module")
def house(demo_workspace: Path) -> House:
    return House.open(demo_workspace)


@pytest.fixture(scope="module")
def reply(house: House) -> Reply:
    return ask(Question("revenue and margin by client last month", DIRECTOR, TODAY), house)


@pytest.mark.parametrize("form", ANSWER_FORMATS)
def test_an_answer_can_be_had_in_every_format(house: House, reply: Reply, form: str, tmp_path: Path) -> None:
    written = export(house, reply, form, tmp_path, AT)
    assert written.name == f"revenue and margin by client last month.{form}"
    content = written.read_bytes()
    assert content.startswith(STARTS.get(form, b""))
    assert form in {"png", "pdf", "docx", "pptx", "xlsx"} or b"Lumen Bank" in content


def test_a_csv_holds_the_exact_numbers_with_their_units_in_the_heading(reply: Reply) -> None:
    answer = taken(reply).answers[0]
    head, *rows = csv.reader(StringIO(csv_of(answer)))
    assert head == ["Client", "Revenue (EUR)", "Margin (%)"]
    assert rows[-1][0] == "Total"
    for row, shown in zip(rows, answer.table.rows, strict=False):
        revenue, margin = shown.figures
        assert revenue is not None
        assert float(row[1]) == to_json(revenue)
        assert margin is None or float(row[2]) == pytest.approx(float(margin.value) * 100, abs=1e-8)


def test_a_workbook_holds_every_row_as_numbers(house: House, tmp_path: Path) -> None:
    wide = ask(Question("hours by project and person by month this year", DIRECTOR, TODAY), house)
    written = export(house, wide, "xlsx", tmp_path, AT)
    sheet = openpyxl.load_workbook(BytesIO(written.read_bytes())).worksheets[0]
    numbers = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)]
    assert isinstance(wide.first, Answer)
    assert len(numbers) == len(wide.first.table.rows) + 1 > 400


def test_what_cannot_be_written_is_a_sentence(house: House, reply: Reply, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no format “doc”\. Use one of: csv, xlsx, png"):
        export(house, reply, "doc", tmp_path, AT)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="Name a place that can be written to"):
        export(house, reply, "csv", tmp_path / "file" / "x.csv", AT)
    single = ask(Question("revenue last month", DIRECTOR, TODAY), house)
    with pytest.raises(UsageError, match="There is no chart in this answer"):
        export(house, single, "png", tmp_path, AT)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_name_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
