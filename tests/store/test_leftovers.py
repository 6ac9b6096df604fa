"""What an unfinished ingest leaves is cleared away by the next one; what any manifest names never is."""

from pathlib import Path

import pytest

from assistant.store.snapshots import Workspace
from tests.store.test_snapshots import SECOND, clients, commit

UNNAMED = f"{'0' * 64}.parquet"


def tables(workspace: Path) -> set[str]:
    return {path.name for path in (workspace / "snapshots" / "tables").iterdir()}


def test_a_table_that_no_manifest_names_is_removed(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    commit(workspace, clients=clients("Acme"))
    named = tables(tmp_path)
    (tmp_path / "snapshots" / "tables" / UNNAMED).write_bytes(b"written, and then came the kill")
    commit(workspace, clients=clients("Acme"))
    assert tables(tmp_path) == named


def test_a_table_of_an_older_snapshot_stays(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    older = commit(workspace, clients=clients("Acme"))
    commit(workspace, now=SECOND, clients=clients("Bolt"))
    commit(workspace, now=SECOND, clients=clients("Cube"))
    assert older.table("clients").column("name").to_pylist() == ["Acme"]
    assert len(tables(tmp_path)) == len(workspace.history()) == 3


def test_a_manifest_that_never_came_into_force_goes_with_its_tables(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    before = commit(workspace, clients=clients("Acme"))
    named = tables(tmp_path)
    commit(workspace, now=SECOND, clients=clients("Bolt"))
    (tmp_path / "snapshots" / "current").write_text("1\n", encoding="ascii")

    with workspace.locked():
        assert tables(tmp_path) == named

    assert [one.id for one in workspace.history()] == [before.id]
    assert len(list((tmp_path / "snapshots" / "manifests").iterdir())) == 1


def test_where_nothing_is_current_every_manifest_keeps_its_tables(tmp_path: Path) -> None:
    """A first ingest that was killed, or a workspace whose `current` was lost: nobody can tell which."""
    workspace = Workspace(tmp_path)
    commit(workspace, clients=clients("Acme"))
    commit(workspace, now=SECOND, clients=clients("Bolt"))
    (tmp_path / "snapshots" / "current").unlink()
    with workspace.locked():
        assert len(tables(tmp_path)) == 2


@pytest.mark.parametrize("damage", ["", "{}", '{"tables": []}', '{"tables": {"clients": 1}, "quarantine": null}'])
def test_next_to_a_damaged_manifest_nothing_is_removed(tmp_path: Path, damage: str) -> None:
    workspace = Workspace(tmp_path)
    commit(workspace, clients=clients("Acme"))
    commit(workspace, now=SECOND, clients=clients("Bolt"))
    (tmp_path / "snapshots" / "manifests" / "000001.json").write_text(damage, encoding="utf-8")
    (tmp_path / "snapshots" / "tables" / UNNAMED).touch()
    with workspace.locked():
        assert len(tables(tmp_path)) == 3


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    """The workspace may be the folder of the exports; a download in progress there is not ours to remove."""
    mine = ["export.csv.part", "snapshots/tables/notes.txt", "snapshots/tables/people.parquet"]
    commit(Workspace(tmp_path), clients=clients("Acme"))
    for name in mine:
        (tmp_path / name).touch()
    with Workspace(tmp_path).locked():
        assert all((tmp_path / name).exists() for name in mine)


class StopWaitingError(Exception):
    """The waiter has seen enough."""


def test_whoever_waits_clears_nothing_away_yet(tmp_path: Path) -> None:
    """What looks half written belongs to the one who is still writing it."""
    part = tmp_path / "snapshots" / "tables" / "table.part"

    def seen() -> None:
        assert part.exists()
        raise StopWaitingError

    with Workspace(tmp_path).locked():
        part.touch()
        with pytest.raises(StopWaitingError), Workspace(tmp_path).locked(waiting=seen):
            pass
        assert part.exists()
    assert not part.exists()
