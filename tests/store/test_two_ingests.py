"""Two ingests at once: one waits and says so, and in the end both are there."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.store.snapshots import Workspace
from tests.ingest.files import AGENCY, write

SLOW = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from assistant.store.snapshots import Workspace
from ingest.run import ingest

def pause(what, done, total):
    if what == "writing":
        print("about to write", flush=True)
        sys.stdin.readline()

ingest(Workspace(Path(sys.argv[1])), [Path(sys.argv[2])], now=datetime.now(tz=UTC), progress=pause)
"""
"""A process that stops before it writes, says so, and goes on when told to."""


@contextmanager
def one_at_it(workspace: Path, source: Path) -> Iterator[subprocess.Popen[str]]:
    """An ingest that holds the lock."""
    command = [sys.executable, "-c", SLOW, str(workspace), str(source)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "about to write\n"
        yield holder
        holder.kill()


@contextmanager
def another(workspace: Path, source: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, that has just said that it waits."""
    command = [sys.executable, "-m", "assistant", "ingest", str(source), "-w", str(workspace)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as waiter:
        assert waiter.stderr is not None
        assert waiter.stderr.readline() == "waiting for another ingest …\n"
        assert waiter.poll() is None
        yield waiter
        waiter.kill()


def two_exports(folder: Path) -> tuple[Path, Path]:
    """People and time from one place, clients and projects from another."""
    names = (("people", "time_entries"), ("clients", "projects"))
    one, other = ({name: AGENCY[name] for name in mine} for mine in names)
    return write(folder / "one", one), write(folder / "other", other)


def tables_of_each_snapshot(folder: Path) -> list[set[str]]:
    """The history, by the tables that have rows."""
    workspace = Workspace(folder)
    return [set(workspace.snapshot(one.sequence).tables) for one in workspace.history()]


def test_one_waits_says_so_and_both_results_are_there(tmp_path: Path) -> None:
    one, other = two_exports(tmp_path)
    workspace = tmp_path / "workspace"
    with one_at_it(workspace, one) as holder, another(workspace, other) as waiter:
        holder.communicate("go on\n")
        said, _ = waiter.communicate()
        assert (holder.returncode, waiter.returncode) == (0, 0)

    assert tables_of_each_snapshot(workspace) == [{"people", "time_entries"}, set(AGENCY)]
    assert f"Snapshot {Workspace(workspace).current().id}" in said


def test_a_killed_holder_lets_go(tmp_path: Path) -> None:
    one, other = two_exports(tmp_path)
    workspace = tmp_path / "workspace"
    with one_at_it(workspace, one) as holder, another(workspace, other) as waiter:
        holder.kill()
        holder.wait()
        waiter.communicate()
        assert waiter.returncode == 0

    assert tables_of_each_snapshot(workspace) == [{"clients", "projects"}]
