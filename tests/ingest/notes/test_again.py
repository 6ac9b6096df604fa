"""Notes that are read again: only what changed is embedded, what is gone goes, what cannot be read stays."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.store.snapshots import Workspace
from tests.ingest.notes.folders import agency, notes, passages, read, write


def test_nothing_changed_is_no_new_snapshot_and_embeds_nothing(tmp_path: Path, embedded: list[str]) -> None:
    folder = agency(tmp_path / "export")
    write(folder, "a.md", "One thing.")
    first = read(tmp_path / "ws", folder)
    embedded.clear()
    again = read(tmp_path / "ws", folder)
    assert again.snapshot == first.snapshot
    assert again.notes == first.notes
    assert embedded == []


def test_only_what_changed_is_embedded_and_what_is_gone_goes(tmp_path: Path, embedded: list[str]) -> None:
    folder = agency(tmp_path / "export")
    for name in ("a.md", "b.md", "c.md"):
        write(folder, name, f"# {name}\n\nSomething about {name}.")
    read(tmp_path / "ws", folder)
    embedded.clear()
    write(folder, "b.md", "# b.md\n\nSomething else.")
    (folder / "notes" / "c.md").unlink()
    report = read(tmp_path / "ws", folder)
    assert embedded == ["b.md\nSomething else."]
    assert list(notes(tmp_path / "ws")) == ["notes/a.md", "notes/b.md"]
    assert "Notes: 1 changed, 1 removed." in report.notices
    assert Workspace(tmp_path / "ws").snapshot(1).row_count("notes") == 3


def test_a_note_under_another_name_is_moved_and_not_embedded_again(tmp_path: Path, embedded: list[str]) -> None:
    folder = agency(tmp_path / "export")
    path = write(folder, "a.md", "# Weekly\n\nSomething was said.")
    read(tmp_path / "ws", folder)
    embedded.clear()
    path.rename(path.with_name("b.md"))
    read(tmp_path / "ws", folder)
    assert list(notes(tmp_path / "ws")) == ["notes/b.md"]
    assert embedded == []


def test_a_note_that_cannot_be_read_any_more_stays_as_it_was_known(tmp_path: Path) -> None:
    folder = agency(tmp_path / "export")
    path = write(folder, "a.txt", "What was known.")
    read(tmp_path / "ws", folder)
    path.write_bytes(b"\0\0\0\1")
    report = read(tmp_path / "ws", folder)
    assert report.errors
    assert [row["text"] for row in passages(tmp_path / "ws")] == ["What was known."]


def test_notes_of_another_folder_and_a_single_note_leave_the_others_alone(tmp_path: Path) -> None:
    folder, other = agency(tmp_path / "export"), tmp_path / "minutes"
    write(folder, "a.md", "One.")
    read(tmp_path / "ws", folder)
    other.mkdir()
    (other / "b.md").write_text("Two.", encoding="utf-8")
    report = read(tmp_path / "ws", other)
    assert report.notes.documents == 1
    (tmp_path / "c.md").write_text("Three.", encoding="utf-8")
    read(tmp_path / "ws", tmp_path / "c.md")
    assert list(notes(tmp_path / "ws")) == ["c.md", "minutes/b.md", "notes/a.md"]


def test_a_project_that_comes_later_gives_its_notes_their_place(tmp_path: Path) -> None:
    folder = agency(tmp_path / "export")
    write(folder, "a.md", "Project: NEW-1\nDate: 2026-01-02\n\nIt begins.")
    read(tmp_path / "ws", folder)
    projects = folder / "projects.csv"
    line = "P9,NEW-1,New one,C1,client,active,2026-01-01,,pia@x.co\n"
    projects.write_text(projects.read_text(encoding="utf-8") + line, encoding="utf-8")
    read(tmp_path / "ws", folder)
    assert notes(tmp_path / "ws")["notes/a.md"]["project_id"] == "P9"


def test_notes_exported_from_a_crm_are_notes_too(tmp_path: Path) -> None:
    folder = agency(tmp_path / "export")
    read(tmp_path / "ws", folder)
    table = tmp_path / "hubspot notes.csv"
    table.write_text(
        "engagement_id,_fivetran_deleted,property_hs_note_body,property_hs_timestamp,Associated Company,type\n"
        "77,false,<p>They want <b>Stripe</b>.</p>,2026-08-27 20:50:44,Northwind,NOTE\n"
        "78,true,Gone.,2026-08-28 20:50:44,Northwind,NOTE\n",
        encoding="utf-8",
    )
    report = read(tmp_path / "ws", table)
    assert not report.errors
    (note,) = notes(tmp_path / "ws").values()
    assert (note["note_id"], note["client_id"], str(note["date"])) == ("hubspot notes.csv#77", "C1", "2026-08-27")
    assert [row["text"] for row in passages(tmp_path / "ws")] == ["They want Stripe."]


PIPEDRIVE = (
    "Note - ID,Note - Content,Note - Add time,Note - User,Note - Organization,Note - Deal,Note - Pinned to deal\n"
    '5,"<p>They want the shop by <b>May</b>.</p>",2026-08-27 20:50:44,Ana Kovač,Northwind,Shop relaunch,1\n'
)
ACTIVITIES = (
    "Activity - Subject,Activity - Type,Activity - Note,Activity - Due date,Activity - Assigned to user,"
    "Activity - Organization,Activity - Done\n"
    "Call about prices,Call,We agreed on 40 an hour.,27/08/2026,Ana Kovač,Northwind,Done\n"
)
CLICKUP = (
    "Task ID,Task Name,Task Content,Status,Date Created,List Name,Folder Name/Path,Space Name,"
    "Comments,Assigned Comments\n"
    'a1,Master pitch,"Write it.",complete,1774117017690,Website,[],Studio,'
    '"[{""text"":""The client said:\\nno video."",""by"":""ana@x.co"",""assigned"":false,'
    '""date"":""8/27/2026, 9:00:00 AM CDT"",""resolved"":""N/A""}]",[]\n'
    "a2,Podcasts,,in progress,1774117104891,Website,[],Studio,[],[]\n"
)
JIRA = (
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Created,Comment,Comment\n"
    "Login fails,WEB-1,100,Bug,Open,WEB,Website,01/Aug/26 8:00 AM,"
    '"27/Aug/26 9:00 AM;ana;It was the cookie; we fixed it.",'
    '"28/Aug/26 9:00 AM;bo;Tested."\n'
)
UPDATES = (
    "Item ID,Item Name,Content Type,User,Created At,Update Content,Likes Count,Asset IDs,Post ID,Parent Post ID\n"
    "1,Homepage,Update,Ana Kovač,27/August/2026  09:12:00 AM,The texts are with the client.,0,,900,\n"
)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("pipedrive.csv", PIPEDRIVE, "They want the shop by May."),
        ("activities.csv", ACTIVITIES, "We agreed on 40 an hour."),
        ("clickup.csv", CLICKUP, "The client said:\nno video."),
        ("jira.csv", JIRA, "It was the cookie; we fixed it."),
        ("monday.csv", UPDATES, "The texts are with the client."),
    ],
)
def test_what_other_systems_export_of_notes_is_read_with_its_day(
    tmp_path: Path, name: str, content: str, words: str
) -> None:
    folder = agency(tmp_path / "export")
    read(tmp_path / "ws", folder)
    (tmp_path / name).write_text(content, encoding="utf-8")
    report = read(tmp_path / "ws", tmp_path / name)
    assert not report.errors
    first = next(iter(notes(tmp_path / "ws").values()))
    assert str(first["date"]) == "2026-08-27"
    assert next(row["text"] for row in passages(tmp_path / "ws")) == words
    again = read(tmp_path / "ws", tmp_path / name)
    assert not again.errors
    assert not [one for one in again.notices if one.startswith("Notes:")]


def test_a_board_with_a_sheet_of_updates_gives_its_updates(tmp_path: Path) -> None:
    folder = agency(tmp_path / "export")
    read(tmp_path / "ws", folder)
    book = Workbook()
    board = book.active
    assert board is not None
    board.title = "website"
    for row in (["Website"], [], ["Sprint"], ["Name", "Subitems", "Date"], ["Homepage", "", "2026-08-01"]):
        board.append(row)
    updates = book.create_sheet("updates")
    for row in csv.reader(UPDATES.splitlines()):
        updates.append(row)
    book.save(tmp_path / "Website_1777666234.xlsx")
    read(tmp_path / "ws", tmp_path / "Website_1777666234.xlsx")
    (note,) = notes(tmp_path / "ws").values()
    assert (str(note["date"]), note["author"]) == ("2026-08-27", "Ana Kovač")
