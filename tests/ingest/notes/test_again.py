"""Notes that are read again: only what changed is embedded, what is gone goes, what cannot be read stays."""

from pathlib import Path

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
