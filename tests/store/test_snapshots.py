"""Snapshots: whole or not at all, shared where nothing changed, readable for ever."""

from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Thread

import pyarrow as pa
import pytest

from assistant.agency.tables import arrow_schema
from assistant.errors import SnapshotBroken, WorkspaceError
from assistant.store.snapshots import QUARANTINE, Snapshot, Workspace

FIRST = datetime(2026, 10, 1, 8, tzinfo=UTC)
SECOND = datetime(2026, 10, 2, 8, tzinfo=UTC)
NOTHING = QUARANTINE.empty_table()


def clients(*names: str) -> pa.Table:
    rows = [
        {"client_id": name, "name": name, "_file": "clients.csv", "_row": n} for n, name in enumerate(names, start=2)
    ]
    return pa.Table.from_pylist(rows, schema=arrow_schema("clients"))


def holidays(day: date) -> pa.Table:
    return pa.Table.from_pylist([{"calendar": "HR", "date": day}], schema=arrow_schema("holidays"))


def commit(workspace: Workspace, now: datetime = FIRST, **tables: pa.Table) -> Snapshot:
    with workspace.locked():
        return workspace.commit(tables, NOTHING, {"by": "a test"}, "", now)


def test_a_folder_without_data_says_how_to_make_some(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        Workspace(tmp_path).current()
    assert str(caught.value) == (
        f"No data at {tmp_path}. Make some with: reckon demo {tmp_path}, or read files of your own with: "
        f"reckon ingest FOLDER -w {tmp_path}"
    )


def test_what_was_committed_is_read_back(tmp_path: Path) -> None:
    commit(Workspace(tmp_path), clients=clients("Acme", "Bolt"))

    snapshot = Workspace(tmp_path).current()

    assert snapshot.table("clients").equals(clients("Acme", "Bolt"))
    assert snapshot.table("clients", columns=["name"]).column_names == ["name"]
    assert snapshot.row_count("clients") == 2
    assert snapshot.created_at == FIRST
    assert snapshot.ingest == {"by": "a test"}
    assert snapshot.quarantine().num_rows == 0


def test_strings_can_come_as_dictionaries(tmp_path: Path) -> None:
    names = commit(Workspace(tmp_path), clients=clients("Acme")).table("clients", dictionaries=True).column("name")
    assert pa.types.is_dictionary(names.type)
    assert names.to_pylist() == ["Acme"]


def test_a_table_without_a_file_is_there_and_empty(tmp_path: Path) -> None:
    snapshot = commit(Workspace(tmp_path), clients=clients("Acme"))
    assert snapshot.table("deals").schema == arrow_schema("deals")
    assert snapshot.table("deals", columns=["value"]).num_rows == 0
    assert snapshot.tables == ("clients",)


def test_equal_data_has_an_equal_id_anywhere(tmp_path: Path) -> None:
    one = commit(Workspace(tmp_path / "one"), now=FIRST, clients=clients("Acme"))
    other = commit(Workspace(tmp_path / "other"), now=SECOND, clients=clients("Acme"))
    assert one.id == other.id


def test_the_same_data_again_makes_no_new_snapshot(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    commit(workspace, now=FIRST, clients=clients("Acme"))
    again = commit(workspace, now=SECOND, clients=clients("Acme"))
    assert again.created_at == FIRST
    assert [info.created_at for info in workspace.history()] == [FIRST]


def test_unchanged_tables_share_their_files(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    commit(workspace, clients=clients("Acme"), holidays=holidays(date(2026, 12, 25)))
    commit(workspace, now=SECOND, clients=clients("Acme"), holidays=holidays(date(2026, 12, 26)))
    assert len(list((tmp_path / "snapshots" / "tables").iterdir())) == 3


def test_an_older_snapshot_stays_readable_and_history_keeps_returns(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first = commit(workspace, clients=clients("Acme"))
    second = commit(workspace, now=SECOND, clients=clients("Bolt"))
    commit(workspace, now=SECOND, clients=clients("Acme"))

    assert [info.id for info in workspace.history()] == [first.id, second.id, first.id]
    assert workspace.snapshot(2).table("clients").column("name").to_pylist() == ["Bolt"]


def test_a_reader_keeps_what_it_pinned(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    pinned = commit(workspace, clients=clients("Acme"))
    commit(workspace, now=SECOND, clients=clients("Bolt"))
    assert pinned.table("clients").column("name").to_pylist() == ["Acme"]


def test_the_settings_of_the_time_are_pinned(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with workspace.locked():
        workspace.commit({}, NOTHING, {}, 'base_currency = "USD"', FIRST)
    assert workspace.settings.base_currency == "EUR"
    assert workspace.current().settings.base_currency == "USD"


@pytest.mark.parametrize("damage", ["gone", "cut off", "other bytes"])
def test_a_damaged_file_is_noticed(tmp_path: Path, damage: str) -> None:
    snapshot = commit(Workspace(tmp_path), clients=clients("Acme", "Bolt"))
    path = next((tmp_path / "snapshots" / "tables").iterdir())
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "cut off":
        path.write_bytes(content[:100])
    else:
        path.write_bytes(content.replace(b"Acme", b"Axme"))
    with pytest.raises(SnapshotBroken, match=f"Snapshot {snapshot.id} is broken"):
        snapshot.table("clients")


def test_a_damaged_manifest_is_noticed(tmp_path: Path) -> None:
    commit(Workspace(tmp_path), clients=clients("Acme"))
    (tmp_path / "snapshots" / "manifests" / "000001.json").write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotBroken, match=r"000001\.json cannot be read"):
        Workspace(tmp_path).current()


def test_a_second_ingest_hears_that_it_waits(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    heard, done = Event(), Event()

    def second() -> None:
        with workspace.locked(waiting=heard.set):
            done.set()

    waiter = Thread(target=second)
    with workspace.locked():
        waiter.start()
        assert heard.wait(10)
        assert not done.is_set()
    waiter.join(10)
    assert done.is_set()


def test_a_place_that_cannot_hold_a_workspace_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match=r"file cannot be written to: Not a directory\."):
        commit(Workspace(tmp_path / "file"), clients=clients("Acme"))


def test_a_column_that_came_with_a_later_version_is_unknown_in_an_older_snapshot(tmp_path: Path) -> None:
    older = clients("Acme").drop_columns(["industry"])
    snapshot = commit(Workspace(tmp_path), clients=older)
    assert snapshot.table("clients").schema.names == arrow_schema("clients").names
    assert snapshot.table("clients", columns=["industry", "name"]).to_pylist() == [{"industry": None, "name": "Acme"}]
