"""What may go wrong, and what happens: the data model's table, row by row.

The table of bad input is `bad_input.py`; what takes two ingests or a question is below; a crash, a full disk and two
ingests at once are in `tests/store`.
"""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from assistant.store.snapshots import Workspace
from tests.ingest.bad_input import CASES, E1, HEADER, LINES, Case, many_long_texts
from tests.ingest.files import AGENCY, TIME_ENTRIES, column, held, load, write


def name_of(case: Case) -> str:
    return f"{case.row.split(',', 1)[0]}: {case.what}"


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_bad_input_and_what_happens(case: Case, tmp_path: Path) -> None:
    source = write(tmp_path / "in", AGENCY)
    for name, content in case.files.items():
        (source / name).write_bytes(content.encode() if isinstance(content, str) else content)
        if not content:
            (source / name).unlink()
    if case.lay:
        case.lay(source)
    report = load(tmp_path / "w", source)
    assert sorted(column(tmp_path / "w", "time_entries", "entry_id")) == list(case.stay)
    assert sorted((row, name) for row, name in held(tmp_path / "w", "row", "column")) == sorted(case.held)
    assert report.ok is not case.fails
    told = [*report.errors, *report.sentences, *map(str, report.quarantine)]
    assert [one for one in case.said if not any(one in sentence for sentence in told)] == []
    assert {name: column(tmp_path / "w", "time_entries", name) for name in case.also} == dict(case.also)
    assert len(column(tmp_path / "w", "people", "name")) == 2


def test_the_summary_counts_what_loads_and_what_waits_and_names_file_row_column_value_and_reason(
    tmp_path: Path,
) -> None:
    source = write(tmp_path / "in", AGENCY | {"time_entries": TIME_ENTRIES + "e4,p1,j1,2026-02-30,1,1,approved\n"})
    report = load(tmp_path / "w", source)
    assert report.tables["time_entries"].to_json() | {"read": 4, "new": 3, "quarantined": 1} == (
        report.tables["time_entries"].to_json()
    )
    (one,) = report.quarantine
    assert str(one) == 'time_entries.csv row 5, date “2026-02-30”: "2026-02-30" is not a day of the calendar'


def test_a_parquet_file_whose_few_bytes_are_gigabytes_of_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.columnar.MOST_TEXT", 1_000_000_000)
    source = write(tmp_path / "in", AGENCY)
    (source / "time_entries.csv").unlink()
    (source / "time_entries.parquet").write_bytes(many_long_texts())
    (error,) = load(tmp_path / "w", source).errors
    assert error.startswith("time_entries.parquet unpacks to more than 1.0 GB in one column")


APPENDED = '[sources.weekly]\npath = "../in"\nmode = "append"\n'


def appending(tmp_path: Path, *exports: str) -> list[tuple[Any, ...]]:
    """What waits in quarantine after a source that only adds wrote one file of one name after the other."""
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "workspace.toml").write_text(APPENDED)
    for text in exports:
        write(tmp_path / "in", AGENCY | {"time_entries": HEADER + text})
        load(tmp_path / "w")
    return held(tmp_path / "w", "row", "column")


BAD = "e9,p1,j1,2026-02-30,1,1,approved\n"


def test_a_bad_row_of_last_week_waits_on_when_the_next_weeks_file_has_the_same_name(tmp_path: Path) -> None:
    assert appending(tmp_path, E1 + BAD, LINES[1]) == [(3, "date")]
    assert column(tmp_path / "w", "time_entries", "entry_id") == ["e1", "e2"]


@pytest.mark.parametrize("corrected", ["e9,p1,j1,2026-02-28,1,1,approved\n", E1], ids=["its row", "the file"])
def test_a_bad_row_of_a_source_that_only_adds_is_healed_by(corrected: str, tmp_path: Path) -> None:
    """By its row when that comes again, or by the file it was in, when that comes again without it."""
    assert appending(tmp_path, E1 + BAD, corrected) == []


def test_an_export_of_other_days_leaves_what_waits_of_earlier_ones(tmp_path: Path) -> None:
    """Harvest calls the file of each month by the same name."""
    head = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name\n"
    june = "2026-06-30,Acme,Site,Dev,,99,Yes,Ann,Ash\n2026-06-06,Acme,Site,Dev,,2,Yes,Ann,Ash\n"
    export = tmp_path / "harvest_time_report.csv"
    for text in (june, "2026-07-05,Acme,Site,Dev,,3,Yes,Ann,Ash\n"):
        export.write_text(head + text)
        load(tmp_path / "w", export)
    assert held(tmp_path / "w", "row", "column") == [(2, "hours")]
    export.write_text(head + june.replace(",99,", ",9,"))
    load(tmp_path / "w", export)
    assert held(tmp_path / "w", "row", "column") == []


def test_an_export_of_which_nothing_loads_waits_once_however_often_it_comes(tmp_path: Path) -> None:
    export = tmp_path / "harvest_time_report.csv"
    export.write_text("Date,Client,Project,Hours,First Name,Last Name\n2026-06-30,Acme,Site,99,Ann,Ash\n")
    snapshots = {load(tmp_path / "w", export).snapshot for _ in range(3)}
    assert len(snapshots) == 1
    assert held(tmp_path / "w", "row", "column") == [(2, "hours")]


def test_a_folder_of_which_nothing_can_be_read_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("worklogs.csv", "issues.csv"):
        (tmp_path / "in" / name).write_text("Issue key,Summary\nA-1,x\n")
    report = load(tmp_path / "w", tmp_path / "in")
    assert report.errors == (f"Nothing in {tmp_path / 'in'} could be read, so nothing was ingested.",)
    (notice,) = report.notices
    assert notice.startswith(
        "2 files were not read: they are not named after a table, and no system is known that writes them "
        "(issues.csv, worklogs.csv). `reckon sources` lists the systems whose exports can be read"
    )
    assert Workspace(tmp_path / "w").latest() is None


def test_what_is_packed_is_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "toggl.zip").write_bytes(b"PK\x03\x04")
    assert load(tmp_path / "w", tmp_path / "toggl.zip").errors == (
        "toggl.zip is packed and was not opened. Unpack it, and ingest the folder with what was in it.",
    )


def test_many_columns_nobody_knows_are_one_sentence(tmp_path: Path) -> None:
    wide = "\n".join(f"{line}{',x' * 30}" for line in TIME_ENTRIES.splitlines())
    wide = wide.replace(",x" * 30, "".join(f",custom {n}" for n in range(30)), 1)
    (notice,) = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": wide + "\n"})).notices
    assert notice.startswith('time_entries.csv: 30 columns are not part of time_entries and were not read: "custom 0"')


def test_what_lies_beside_tables_and_is_none_is_named(tmp_path: Path) -> None:
    source = write(tmp_path / "in", AGENCY)
    (source / "leave.ics").write_text("BEGIN:VCALENDAR")
    (source / "2025").mkdir()
    assert load(tmp_path / "w", source).notices == (
        "Neither tables nor in the folder notes, so passed over: 2025/, leave.ics.",
    )


def test_columns_may_have_names_of_the_agencys_own(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "workspace.toml").write_text('[sources.plain.columns]\nhours = "Effort (h)"\nperson_id = "Who"\n')
    renamed = TIME_ENTRIES.replace("person_id", "Who").replace(",hours,", ",Effort (h),")
    assert load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": renamed})).ok
    assert column(tmp_path / "w", "time_entries", "hours") == [27_000, 3_600, 28_800]


def test_names_of_its_own_are_known_below_title_lines_and_differ_from_file_to_file(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    own = "\n".join(f'{name} = "{said}"' for name, said in TIME_ENTRIES_IN_GERMAN.items())
    (tmp_path / "w" / "workspace.toml").write_text(f'[sources.plain.columns]\n{own}\nhours = ["Std.", "Stunden"]\n')
    header, rows = TIME_ENTRIES.split("\n", 1)
    ours = ";".join({**TIME_ENTRIES_IN_GERMAN, "hours": "Std."}.get(one, one) for one in header.split(","))
    exported = f"Stundenauswertung 2026\n\n{ours}\n{rows.replace(',', ';')}"
    assert load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": exported})).ok
    assert column(tmp_path / "w", "time_entries", "hours") == [27_000, 3_600, 28_800]


TIME_ENTRIES_IN_GERMAN = {
    "entry_id": "Nr",
    "person_id": "Mitarbeiter",
    "project_id": "Objekt",
    "date": "Datum",
    "billable_hours": "davon abrechenbar",
}


def test_a_target_may_be_written_as_a_percentage(tmp_path: Path) -> None:
    targets = "metric,scope,start_date,end_date,value\nmargin,all,2026-01-01,2026-12-31,30 %\n"
    assert load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"targets": targets})).ok
    assert column(tmp_path / "w", "targets", "value") == [3_000]


def test_a_file_that_is_there_and_cannot_be_read_is_not_asked_for_again(tmp_path: Path) -> None:
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": "Datum,Std.\n2026-03-02,8\n"}))
    assert not report.ok
    assert not any("time_entries.csv" in one for one in report.unlocks)


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("hours by project in March 2026", "16.5 h"),
        ("utilization in March 2026", "working_hours.csv"),
        ("receivables", "invoices.csv"),
        ("weighted pipeline", "deals.csv"),
        ("revenue in March 2026", "bill_rates.csv"),
        ("margin in March 2026", "cost_rates.csv"),
    ],
)
def test_a_missing_table_is_named_by_what_needs_it_and_the_others_answer(
    question: str, outcome: str, tmp_path: Path
) -> None:
    load(tmp_path / "w", write(tmp_path / "in", AGENCY))
    asked = CliRunner().invoke(app, ["ask", question, "-w", str(tmp_path / "w"), "--today", "2026-04-15"])
    assert outcome in asked.stdout.replace("\n", " ")
    assert asked.exit_code == (5 if outcome.endswith(".csv") else 0)
