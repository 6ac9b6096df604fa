"""Harvest's detailed time report: what cannot be shown by a file and what it means."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from tests.ingest.files import column, counts, held, load, rows

PAIRS = Path(__file__).parent / "harvest"


HEADER = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name,Billable Rate,Currency\n"


def report_of(folder: Path, name: str, *lines: str) -> Path:
    """A detailed time report of `lines`."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


JANUARY = "2026-01-12,Bolt,App,Code,login,2.5,Yes,Ana,K,100.00,Euro - EUR"
JANUARY_TOO = "2026-01-30,Bolt,App,Code,logout,1.0,Yes,Ana,K,100.00,Euro - EUR"
FEBRUARY = "2026-02-03,Bolt,App,Code,tests,4.0,Yes,Ana,K,100.00,Euro - EUR"


def test_an_undecided_order_of_dates_can_be_settled(tmp_path: Path) -> None:
    load(tmp_path, PAIRS / "either_day_or_month.csv", overrides={"date_order": "mdy"})
    assert [row["date"] for row in rows(tmp_path, "time_entries")] == ["2026-03-04", "2026-05-06"]


def test_the_same_report_twice_changes_nothing(tmp_path: Path) -> None:
    first = load(tmp_path, PAIRS / "decimal_comma.csv")
    second = load(tmp_path, PAIRS / "decimal_comma.csv")
    assert second.snapshot == first.snapshot
    assert counts(second, "time_entries") == [7, 0, 0, 6, 0, 1]


def test_entries_that_say_the_same_are_told_apart(tmp_path: Path) -> None:
    source = report_of(tmp_path / "in", "report.csv", JANUARY, JANUARY, FEBRUARY)
    load(tmp_path, source)
    ids = column(tmp_path, "time_entries", "entry_id")
    assert len(set(ids)) == 3


def test_a_later_report_corrects_only_its_own_dates(tmp_path: Path) -> None:
    january = report_of(tmp_path / "in", "january.csv", JANUARY, JANUARY_TOO)
    load(tmp_path, january)
    report = load(tmp_path, report_of(tmp_path / "in", "february.csv", FEBRUARY))
    assert counts(report, "time_entries") == [1, 1, 0, 0, 0, 0]

    shorter = report_of(
        tmp_path / "in", "january.csv", JANUARY.replace("2026-01-12", "2026-01-30"), JANUARY.replace("login", "x")
    )
    report = load(tmp_path, shorter)

    assert counts(report, "time_entries") == [2, 2, 0, 0, 2, 0]
    notes = [row["note"] for row in rows(tmp_path, "time_entries")]
    assert notes == ["Code: tests", "Code: login", "Code: x"]


def test_a_report_in_append_mode_removes_nothing(tmp_path: Path) -> None:
    settings = '[sources.harvest]\npath = "in/report.csv"\nmode = "append"\n'
    (tmp_path / "workspace.toml").write_text(settings, encoding="utf-8")
    report_of(tmp_path / "in", "report.csv", JANUARY, JANUARY_TOO)
    load(tmp_path)
    report_of(tmp_path / "in", "report.csv", JANUARY.replace("login", "words"), JANUARY_TOO)
    report = load(tmp_path)
    assert counts(report, "time_entries") == [2, 1, 0, 1, 0, 0]
    assert len(rows(tmp_path, "time_entries")) == 3


def test_the_first_entry_ever_begins_the_contract_in_whatever_order_reports_come(tmp_path: Path) -> None:
    load(tmp_path, report_of(tmp_path / "in", "february.csv", FEBRUARY))
    load(tmp_path, report_of(tmp_path / "in", "january.csv", JANUARY))
    load(tmp_path, report_of(tmp_path / "in", "february.csv", FEBRUARY))
    assert rows(tmp_path, "people")[0]["start_date"] == "2026-01-12"


def test_a_contract_told_elsewhere_stands_before_what_was_derived(tmp_path: Path) -> None:
    people = tmp_path / "in" / "people.csv"
    source = report_of(tmp_path / "in", "report.csv", JANUARY)
    people.write_text(
        "person_id,name,email,team,job_title,employment,calendar,start_date,end_date\n"
        "ana k,Ana Kovač,ana@example.com,Design,Designer,employee,HR,2024-01-01,\n",
        encoding="utf-8",
    )
    load(tmp_path, people)
    load(tmp_path, source)
    assert [row["start_date"] for row in rows(tmp_path, "people")] == ["2024-01-01"]
    assert held(tmp_path, "table", "kind", "reason") == []


def test_what_is_missing_is_told_with_what_it_would_answer(tmp_path: Path) -> None:
    report = load(tmp_path, report_of(tmp_path / "in", "report.csv", JANUARY))
    assert "Add working_hours.csv to answer utilization and availability." in report.unlocks
    assert any("Add budgets.csv or Harvest's export of projects to" in sentence for sentence in report.unlocks)
    assert not any("bill_rates.csv" in sentence for sentence in report.unlocks)
    assert any("cost_rates.csv" in sentence for sentence in report.unlocks)


def test_prices_that_were_never_filled_in_are_unknown(tmp_path: Path) -> None:
    source = report_of(tmp_path / "in", "report.csv", JANUARY.replace("100.00", "0.00"))
    report = load(tmp_path, source)
    assert column(tmp_path, "time_entries", "billable_rate") == [None]
    assert "report.csv: every billable rate is 0, so prices are taken for unknown, not for free." in report.notices


def test_a_workbook_says_the_same_as_a_csv(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(HEADER.strip().split(","))
    for line in (JANUARY, JANUARY_TOO):
        day, *cells = line.split(",")
        numbers = [float(cell) if index in (4, 8) else cell for index, cell in enumerate(cells)]
        book.worksheets[0].append([date.fromisoformat(day), *numbers])
    source = tmp_path / "in" / "report.xlsx"
    source.parent.mkdir()
    book.save(source)
    load(tmp_path / "one", source)
    load(tmp_path / "other", report_of(tmp_path / "in", "report.csv", JANUARY, JANUARY_TOO))
    assert rows(tmp_path / "one", "time_entries") == rows(tmp_path / "other", "time_entries")
