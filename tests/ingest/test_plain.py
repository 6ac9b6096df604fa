"""A folder in the plain format: what loads, what waits in quarantine, what changes the second time."""

import os
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.store.snapshots import Workspace
from ingest.run import ingest
from tests.ingest.files import (
    AGENCY,
    NOW,
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


def test_a_folder_loads_with_no_configuration(tmp_path: Path) -> None:
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY))
    assert report.ok
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    assert column(tmp_path / "w", "time_entries", "hours") == [27_000, 3_600, 28_800]


def test_every_row_knows_where_it_came_from(tmp_path: Path) -> None:
    load(tmp_path / "w", write(tmp_path / "in", AGENCY))
    found = current(tmp_path / "w").table("time_entries").select(["_system", "_file", "_sheet", "_row"]).to_pylist()
    assert found[1] == {"_system": "plain", "_file": "time_entries.csv", "_sheet": None, "_row": 3}


def test_rows_are_counted_as_a_spreadsheet_does_across_blank_lines_and_notes_of_several_lines(tmp_path: Path) -> None:
    text = (
        "entry_id,person_id,project_id,date,hours,billable_hours,status,note\n"
        'e1,p1,j1,2026-03-02,1,1,approved,"two\nlines"\n'
        "\n"
        "e2,p1,j1,2026-03-02,1,1,approved,one\n"
    )
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": text}))
    assert column(tmp_path / "w", "time_entries", "_row") == [2, 4]
    assert counts(report, "time_entries") == [2, 2, 0, 0, 0, 0]


def test_the_same_folder_twice_changes_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    first = load(tmp_path / "w", folder)
    second = load(tmp_path / "w", folder)
    assert second.snapshot == first.snapshot
    assert counts(second, "time_entries") == [3, 0, 0, 3, 0, 0]


def test_a_workspace_can_be_its_own_source(tmp_path: Path) -> None:
    write(tmp_path, AGENCY)
    load(tmp_path, tmp_path)
    assert counts(load(tmp_path), "time_entries") == [3, 0, 0, 3, 0, 0]


def test_a_later_export_corrects_adds_and_removes(tmp_path: Path) -> None:
    load(tmp_path / "w", write(tmp_path / "in", AGENCY))
    later = TIME_ENTRIES.replace("e1,p1,j1,2026-03-02,7.5", "e1,p1,j1,2026-03-02,7")
    later = later.replace("e3,p2,j1,2026-03-03,8,8,submitted\n", "e4,p2,j1,2026-03-03,8,8,submitted\n")
    report = load(tmp_path / "w", write(tmp_path / "other", AGENCY | {"time_entries": later}))
    assert counts(report, "time_entries") == [3, 1, 1, 1, 1, 0]
    assert [row["entry_id"] for row in rows(tmp_path / "w", "time_entries")] == ["e1", "e2", "e4"]


def test_removed_rows_stay_readable_in_the_older_snapshot(tmp_path: Path) -> None:
    load(tmp_path / "w", write(tmp_path / "in", AGENCY))
    before = current(tmp_path / "w")
    load(tmp_path / "w", write(tmp_path / "in", {"time_entries": TIME_ENTRIES.split("e2")[0]}))
    assert len(before.table("time_entries")) == 3
    assert len(current(tmp_path / "w").table("time_entries")) == 1


def test_one_file_alone_replaces_only_its_table(tmp_path: Path) -> None:
    load(tmp_path / "w", write(tmp_path / "in", AGENCY))
    single = write(tmp_path / "fix", {"time_entries": TIME_ENTRIES.split("e2")[0]}) / "time_entries.csv"
    report = load(tmp_path / "w", single)
    assert counts(report, "time_entries") == [1, 0, 0, 1, 2, 0]
    assert list(report.tables) == ["time_entries"]
    assert len(rows(tmp_path / "w", "people")) == 2


def test_a_file_that_is_no_longer_in_the_folder_empties_its_table(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    load(tmp_path / "w", folder)
    (folder / "time_entries.csv").unlink()
    report = load(tmp_path / "w", folder)
    assert counts(report, "time_entries") == [0, 0, 0, 0, 3, 0]
    assert f"time_entries.csv is no longer in {folder}: its rows are removed." in report.notices


def test_another_folder_with_other_tables_adds_to_the_first(tmp_path: Path) -> None:
    load(tmp_path / "w", write(tmp_path / "delivery", AGENCY))
    holidays = "calendar,date,name,fraction\nHR,2026-12-25,Christmas,\n"
    load(tmp_path / "w", write(tmp_path / "office", {"holidays": holidays}))
    assert len(rows(tmp_path / "w", "time_entries")) == 3
    assert rows(tmp_path / "w", "holidays")[0]["fraction"] == "1"


def test_two_folders_at_once_are_one_source(tmp_path: Path) -> None:
    one = write(tmp_path / "one", AGENCY)
    header, *entries = TIME_ENTRIES.splitlines(keepends=True)
    two = write(tmp_path / "two", {"time_entries": header + entries[2].replace("e3", "e9")})
    report = load(tmp_path / "w", one, two)
    assert counts(report, "time_entries") == [4, 4, 0, 0, 0, 0]


def test_an_appending_source_removes_nothing(tmp_path: Path) -> None:
    settings = '[sources.diary]\npath = "in"\nmode = "append"\n'
    write(tmp_path / "in", AGENCY)
    (tmp_path / "workspace.toml").write_text(settings, encoding="utf-8")
    load(tmp_path)
    write(tmp_path / "in", {"time_entries": TIME_ENTRIES.split("e1")[0] + "e7,p1,j1,2026-03-09,1,1,draft\n"})
    report = load(tmp_path)
    assert counts(report, "time_entries") == [1, 1, 0, 0, 0, 0]
    assert len(rows(tmp_path, "time_entries")) == 4
    assert current(tmp_path).table("time_entries").column("_system").to_pylist()[0] == "diary"


def test_an_identical_row_is_kept_once_and_counted(tmp_path: Path) -> None:
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": TIME_ENTRIES + TIME_ENTRIES[62:]}))
    assert report.tables["time_entries"].duplicates == 3
    assert len(rows(tmp_path / "w", "time_entries")) == 3
    assert "time_entries: 3 rows were there twice and are kept once." in report.sentences


def test_of_two_different_rows_with_one_id_the_later_stands(tmp_path: Path) -> None:
    text = TIME_ENTRIES + "e1,p1,j1,2026-03-02,5,5,approved\n"
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": text}))
    assert counts(report, "time_entries") == [4, 3, 0, 0, 0, 1]
    assert rows(tmp_path / "w", "time_entries")[-1]["hours"] == "5"
    assert held(tmp_path / "w", "row", "column", "value", "reason") == [
        (2, "entry_id", "e1", "superseded by time_entries.csv row 5")
    ]


def test_a_bad_row_waits_in_quarantine_and_a_corrected_file_heals_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY | {"time_entries": TIME_ENTRIES.replace("7.5", "-1")})
    report = load(tmp_path / "w", folder)
    assert report.ok
    assert counts(report, "time_entries") == [3, 2, 0, 0, 0, 1]
    assert held(tmp_path / "w", "file", "row", "column", "value", "reason") == [
        ("time_entries.csv", 2, "hours", "-1", '"-1" is below 0')
    ]
    report = load(tmp_path / "w", write(folder, AGENCY))
    assert counts(report, "time_entries") == [3, 1, 0, 2, 0, 0]
    assert held(tmp_path / "w", "row") == []


def test_a_row_in_quarantine_stays_there_while_other_files_come_in(tmp_path: Path) -> None:
    load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": TIME_ENTRIES.replace("7.5", "-1")}))
    before = current(tmp_path / "w").quarantine()
    load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": TIME_ENTRIES.replace("7.5", "-1")}))
    load(tmp_path / "w", tmp_path / "in" / "people.csv")
    assert current(tmp_path / "w").quarantine().equals(before)


def test_a_row_that_names_nobody_waits_and_comes_back_when_its_person_does(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY | {"people": PEOPLE.split("p2")[0]})
    load(tmp_path / "w", folder)
    assert held(tmp_path / "w", "table", "column", "value", "reason") == [
        ("time_entries", "person_id", "p2", '"p2" is not in people')
    ]
    write(folder, {"people": PEOPLE})
    report = load(tmp_path / "w", folder / "people.csv")
    assert "time_entries: 1 row came back from quarantine." in report.notices
    assert len(rows(tmp_path / "w", "time_entries")) == 3
    assert held(tmp_path / "w", "row") == []


def test_what_refers_to_a_row_in_quarantine_goes_with_it_and_names_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY | {"projects": PROJECTS.replace("client,active", "client,maybe")})
    report = load(tmp_path / "w", folder)
    assert counts(report, "projects") == [2, 1, 0, 0, 0, 1]
    assert counts(report, "time_entries") == [3, 1, 0, 0, 0, 2]
    assert held(tmp_path / "w", "table", "value", "reason") == [
        ("projects", "maybe", '"maybe" is not one of planned, active, on_hold, done, archived'),
        ("time_entries", "j1", '"j1" is in quarantine itself (projects.csv row 2)'),
        ("time_entries", "j1", '"j1" is in quarantine itself (projects.csv row 2)'),
    ]


def test_rows_that_lose_what_they_refer_to_leave_until_it_is_back(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    first = load(tmp_path / "w", folder)
    write(folder, {"people": PEOPLE.split("p2")[0]})
    report = load(tmp_path / "w", folder / "people.csv")
    assert "time_entries: 1 row went to quarantine, because what they refer to is gone." in report.notices
    write(folder, {"people": PEOPLE})
    assert load(tmp_path / "w", folder / "people.csv").snapshot == first.snapshot


def test_tasks_may_depend_only_on_tasks_that_are_there(tmp_path: Path) -> None:
    tasks = (
        "task_id,project_id,name,kind,status,due_date,depends_on\n"
        "t1,j1,Draw,task,open,,\n"
        't2,j1,Build,task,open,,"t1, t3"\n'
        "t3,j1,Test,task,open,,t9\n"
        "t4,j1,Ship,milestone,open,,t1\n"
    )
    load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"tasks": tasks}))
    assert [row["task_id"] for row in rows(tmp_path / "w", "tasks")] == ["t1", "t4"]
    assert held(tmp_path / "w", "row", "reason") == [
        (3, '"t3" is in quarantine itself (tasks.csv row 4)'),
        (4, '"t9" is not in tasks'),
    ]


def test_a_table_that_is_missing_altogether_takes_nothing_with_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {"time_entries": TIME_ENTRIES, "people": PEOPLE})
    report = load(tmp_path / "w", folder)
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    assert "There is no projects.csv, so nothing could check time_entries.project_id." in report.notices


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "time_entries.csv is empty. Export it again."),
        (b"PK\x03\x04\x00\x00", "time_entries.csv is not CSV but a ZIP archive. Export it as CSV (UTF-8)."),
        (b"entry_id,\x01\xff", "time_entries.csv is not a text file. Save it as CSV (UTF-8)."),
        (
            b"entry_id,person_id\n",
            (
                'time_entries.csv has no column "project_id" (nor date, hours, billable_hours, status). '
                'Add it, correct the header row, or write project_id = "…" under [sources.plain.columns] in '
                "workspace.toml."
            ),
        ),
        (
            TIME_ENTRIES.replace("person_id", "persons_id").encode(),
            (
                'time_entries.csv has no column "person_id". Is it the one called "persons_id"? Rename it, or write '
                'person_id = "persons_id" under [sources.plain.columns] in workspace.toml.'
            ),
        ),
        (
            TIME_ENTRIES.replace("billable_hours", "hours").encode(),
            (
                'time_entries.csv has no column "billable_hours". Add it, correct the header row, or write '
                'billable_hours = "…" under [sources.plain.columns] in workspace.toml.'
            ),
        ),
        (
            TIME_ENTRIES[:-20].encode(),
            "time_entries.csv ends in the middle of row 4: it looks cut off. Export it again.",
        ),
        (
            TIME_ENTRIES.encode() + b'e9,p1,j1,2026-03-02,1,1,"appr',
            "time_entries.csv ends in the middle of row 5: it looks cut off. Export it again.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_harms_no_other(tmp_path: Path, content: bytes, sentence: str) -> None:
    folder = write(tmp_path / "in", AGENCY)
    load(tmp_path / "w", folder)
    (folder / "time_entries.csv").write_bytes(content)
    write(folder, {"people": PEOPLE.replace("Design,", "Studio,", 1)})

    report = load(tmp_path / "w", folder)

    assert report.errors == (sentence,)
    assert not report.ok
    assert counts(report, "people") == [2, 0, 1, 1, 0, 0]
    assert len(rows(tmp_path / "w", "time_entries")) == 3


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    elsewhere = write(tmp_path / "secret", {"users": "email,name,role\n"})
    (folder / "users.csv").symlink_to(elsewhere / "users.csv")
    report = load(tmp_path / "w", folder)
    assert report.errors == (f"users.csv is a link out of {folder} and was not followed. Copy the file there.",)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    os.mkfifo(folder / "users.csv")
    report = load(tmp_path / "w", folder)
    assert report.errors == ("users.csv is not a file that can be read. Replace it by a CSV file.",)


def test_a_column_nobody_knows_is_said_and_not_read(tmp_path: Path) -> None:
    people = PEOPLE.replace("end_date\n", "end_date,utilisation_target,shoe size\n")
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"people": people}))
    assert report.ok
    assert report.notices == (
        (
            'people.csv: the column "utilisation_target" is not part of people and was not read. '
            'Did you mean "utilization_target"?'
        ),
        'people.csv: the column "shoe size" is not part of people and was not read.',
    )


def test_a_file_named_after_nothing_is_said(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY | {"time_entrys": "a,b\n1,2\n"})
    report = load(tmp_path / "w", folder)
    assert report.ok
    assert report.notices[0].startswith("time_entrys.csv was not read")
    assert "Did you mean time_entries.csv?" in report.notices[0]


def test_a_row_with_too_many_cells_waits_in_quarantine(tmp_path: Path) -> None:
    text = TIME_ENTRIES + "e4,p1,j1,2026-03-05,7,5,6,approved\ne5,p1,j1,2026-03-05,7,6,approved,\n"
    load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": text}))
    load(tmp_path / "w", tmp_path / "in" / "people.csv")
    assert held(tmp_path / "w", "row", "reason") == [(5, "the row has 8 cells where the header has 7")]
    assert len(rows(tmp_path / "w", "time_entries")) == 4


def test_semicolons_decimal_commas_and_german_dates_are_recognised(tmp_path: Path) -> None:
    text = TIME_ENTRIES.replace(",", ";").replace("7.5", "7,5")
    text = text.replace("2026-03-02", "02.03.2026").replace("2026-03-03", "03.03.2026")
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": text}))
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    assert rows(tmp_path / "w", "time_entries")[0]["date"] == "2026-03-02"
    assert rows(tmp_path / "w", "time_entries")[0]["hours"] == "7.5"


def test_an_undecided_order_of_dates_stops_that_table_only(tmp_path: Path) -> None:
    text = TIME_ENTRIES.replace("2026-03-02", "02/03/2026").replace("2026-03-03", "03/03/2026")
    folder = write(tmp_path / "in", AGENCY | {"time_entries": text})
    report = load(tmp_path / "w", folder)
    assert report.errors == (
        (
            'time_entries.csv: the dates in column "date" can be read as day/month and as month/day, '
            "such as 02/03/2026. Say which with --set date_order=dmy or --set date_order=mdy."
        ),
    )
    assert "people" in report.tables
    load(tmp_path / "w", folder, overrides={"date_order": "dmy"})
    assert rows(tmp_path / "w", "time_entries")[0]["date"] == "2026-03-02"


def test_what_can_be_set_for_an_ingest_is_a_closed_list(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    with pytest.raises(UsageError, match='"date_order" cannot be "usa"; allowed is "ymd" or "dmy" or "mdy"'):
        load(tmp_path / "w", folder, overrides={"date_order": "usa"})
    with pytest.raises(UsageError, match='"colour" cannot be set'):
        load(tmp_path / "w", folder, overrides={"colour": "red"})


def test_an_amount_without_a_currency_is_in_the_default_currency(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "workspace.toml").write_text('base_currency = "GBP"\ndefault_currency = "CHF"\n', "utf-8")
    rates = "person_id,valid_from,hourly_cost,currency\np1,2025-01-01,40,\np2,2025-01-01,50,eur\n"
    load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"cost_rates": rates}))
    assert column(tmp_path / "w", "cost_rates", "currency") == ["CHF", "EUR"]
    assert column(tmp_path / "w", "time_entries", "currency") == [None, None, None]


def test_an_agency_that_names_no_base_currency_counts_in_the_one_it_uses(tmp_path: Path) -> None:
    rates = "person_id,valid_from,hourly_cost,currency\np1,2025-01-01,40,USD\np2,2025-01-01,50,USD\n"
    load(tmp_path / "one", write(tmp_path / "in", AGENCY | {"cost_rates": rates}))
    load(tmp_path / "unsure", write(tmp_path / "in", AGENCY | {"cost_rates": rates.replace("40,USD", "40,")}))
    assert current(tmp_path / "one").settings.base_currency == "USD"
    assert current(tmp_path / "unsure").settings.base_currency == "EUR"


def test_the_settings_of_a_folder_are_taken_over(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    (folder / "workspace.toml").write_text('base_currency = "GBP"\n', encoding="utf-8")
    load(tmp_path / "w", folder)
    assert (tmp_path / "w" / "workspace.toml").read_text(encoding="utf-8") == 'base_currency = "GBP"\n'
    assert current(tmp_path / "w").settings.base_currency == "GBP"


def test_wrong_settings_in_a_folder_are_an_error_and_not_taken_over(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    (folder / "workspace.toml").write_text("colour = 1\n", encoding="utf-8")
    report = load(tmp_path / "w", folder)
    assert 'has a setting "colour" that does not exist' in report.errors[0]
    assert current(tmp_path / "w").settings_text == ""


def test_notes_are_read_with_the_tables(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    (folder / "notes").mkdir()
    (folder / "notes" / "kickoff.md").write_text("# Kickoff\n\nIt begins on Monday.\n", encoding="utf-8")
    report = load(tmp_path / "w", folder)
    assert report.to_json()["notes"] == {"documents": 1, "chunks": 1, "skipped": 0}


def test_nothing_to_ingest_is_said_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is nothing to ingest .* Name a folder or file"):
        load(tmp_path)


def test_a_source_that_does_not_exist_leaves_no_snapshot(tmp_path: Path) -> None:
    report = load(tmp_path / "w", tmp_path / "nowhere")
    assert report.to_json() == {
        "tables": {},
        "notes": {"documents": 0, "chunks": 0, "skipped": 0},
        "errors": [f"{tmp_path / 'nowhere'} does not exist."],
        "snapshot": None,
    }


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    folder = write(tmp_path / "in", AGENCY)
    ingest(Workspace(tmp_path / "w"), [folder], now=NOW, progress=lambda *step: told.append(step))
    assert told[0] == ("clients.csv", 0, 6)
    assert told[-1] == ("done", 6, 6)


def test_a_format_that_cannot_be_read_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", AGENCY)
    (folder / "holidays.xlsb").write_bytes(b"PK\x03\x04")
    sentence = (
        "holidays.xlsb is in a format that cannot be read. Save it as holidays.csv (CSV, UTF-8) or holidays.xlsx."
    )
    assert load(tmp_path / "w", folder).errors == (sentence,)
    assert load(tmp_path / "w", folder / "holidays.xlsb").errors == (sentence,)
