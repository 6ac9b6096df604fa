"""Records that are only ever added to."""

import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import WorkspaceError
from assistant.store.records import append, read
from assistant.store.snapshots import Workspace


def test_what_was_added_is_read_back_in_order(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append(workspace, "audit", {"who": "ana@example.com", "at": date(2026, 10, 15)})
    append(workspace, "audit", {"who": "čiro@example.com"})
    assert list(read(workspace, "audit")) == [
        {"who": "ana@example.com", "at": "2026-10-15"},
        {"who": "čiro@example.com"},
    ]


def test_without_records_there_are_none(tmp_path: Path) -> None:
    assert list(read(Workspace(tmp_path), "audit")) == []


def test_a_line_torn_by_a_crash_costs_only_itself(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append(workspace, "audit", {"n": 1})
    with (tmp_path / "records" / "audit.jsonl").open("ab") as file:
        file.write(b'{"n": 2')
    append(workspace, "audit", {"n": 3})
    assert [record["n"] for record in read(workspace, "audit")] == [1, 3]


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: append(workspace, "audit", {"n": n, "text": "x" * 5000}), range(50)))
    assert sorted(record["n"] for record in read(workspace, "audit")) == list(range(50))


def test_a_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="cannot be called"):
        append(Workspace(tmp_path), "../audit", {})


DYING = """
import os, signal, sys
from pathlib import Path
from assistant.store.records import append
from assistant.store.snapshots import Workspace

write, kept = os.write, int(sys.argv[2])

def die(handle, content):
    write(handle, content[:kept])
    os.kill(os.getpid(), signal.SIGKILL)

os.write = die
append(Workspace(Path(sys.argv[1])), "audit", {"n": 2, "text": "čevapčići" * 5})
"""


@pytest.mark.parametrize("kept", [0, 1, 21])
def test_a_kill_in_the_midst_of_writing_costs_that_line_only(tmp_path: Path, kept: int) -> None:
    """The process dies with the first bytes of its line written: with none, one or half of them."""
    workspace = Workspace(tmp_path)
    append(workspace, "audit", {"n": 1})

    killed = subprocess.run([sys.executable, "-c", DYING, str(tmp_path), str(kept)], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert [record["n"] for record in read(workspace, "audit")] == [1]
    append(workspace, "audit", {"n": 3})
    assert [record["n"] for record in read(workspace, "audit")] == [1, 3]


def test_a_line_there_is_no_room_for_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(tmp_path)
    append(workspace, "audit", {"n": 1})
    path = tmp_path / "records" / "audit.jsonl"
    before, write = path.read_bytes(), os.write

    def some_room(handle: int, content: bytes) -> int:
        if len(content) < 10:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, content[:10])

    monkeypatch.setattr(os, "write", some_room)
    with pytest.raises(WorkspaceError, match=rf"could not be written to {path}: .*No space left on device.* Make room"):
        append(workspace, "audit", {"n": 2, "text": "long enough to fill the disk"})

    assert path.read_bytes() == before
