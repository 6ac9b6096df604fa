"""A disk without room: one sentence says where and what to do, the snapshot before stays, no room stays taken."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from assistant.errors import WorkspaceError
from assistant.store.files import DISK
from tests.store.steps import CASES, Case, InSteps, copy, files, prepare, run
from tests.store.test_power_cut import state

GROWS = ("make", "write", "fsync", "rename")
"""The stages that may need room; removing needs none."""


def full_from(step: int) -> InSteps:
    """A disk that has no more room from the nth step on."""
    steps = iter(range(1_000_000))

    def fail(stage: str, path: Path) -> None:
        if stage in GROWS and next(steps) >= step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    return InSteps(fail)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_no_room_at_any_step_is_said_and_costs_nothing(case: Case, tmp_path: Path) -> None:
    prepare(case, tmp_path / "prepared")
    stages: list[str] = []
    done = copy(tmp_path / "prepared", tmp_path / "done")
    before, after = state(done), run(done, InSteps(lambda stage, _: stages.append(stage)))
    had, has = tables_and_parts(tmp_path / "prepared"), tables_and_parts(done)

    run_again: set[frozenset[str]] = set()
    for step in range(sum(stage in GROWS for stage in stages)):
        folder = copy(tmp_path / "prepared", tmp_path / str(step))
        with pytest.raises(WorkspaceError) as caught:
            run(folder, full_from(step))

        assert str(folder / "workspace") in str(caught.value)
        assert "ake room" in str(caught.value)
        # Only once the new snapshot is in force is there more than before.
        assert (state(folder), tables_and_parts(folder)) in [(before, had), (after, has)]
        left = frozenset(files(folder))
        if left not in run_again:
            run_again.add(left)
            assert run(folder, DISK) == after
            assert files(folder) == files(done)


def tables_and_parts(folder: Path) -> set[str]:
    """What takes room in a workspace, besides its settings and its lock."""
    return files(folder) - {"workspace.toml", "snapshots/lock"}


ON_A_FULL_DISK = """
import resource, signal, subprocess, sys
from pathlib import Path
from assistant.errors import WorkspaceError
from assistant.store.files import DISK
from tests.store.steps import CASES, files, prepare, run
from tests.store.test_power_cut import state

home, way = Path(sys.argv[1]), sys.argv[2]
folder = home / "folder"
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]

def room(kilobytes, *more):
    if way == "disk":
        option = ",".join([*more, f"size={kilobytes}k"])
        subprocess.run(["mount", "-t", "tmpfs", "-o", option, "tmpfs", home], check=True)
    else:
        size = min(kilobytes * 1024, hard) if hard != resource.RLIM_INFINITY else kilobytes * 1024
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

def grow(rows):
    lines = (f"x{n},p1,j1,2026-03-{n % 28 + 1:02d},{n % 7 + 1},,approved\\n" for n in range(rows))
    with (folder / "source" / "time_entries.csv").open("a") as file:
        file.writelines(lines)

room(100_000)
prepare(CASES[1], folder)
grow(20_000)
before, had = state(folder), files(folder)
taken = sum(path.stat().st_blocks * 512 for path in home.rglob("*"))
room(taken // 1024 + 40 if way == "disk" else 40, "remount")
try:
    run(folder, DISK)
except WorkspaceError as error:
    print(error)
assert state(folder) == before, state(folder)
assert files(folder) == had, files(folder) ^ had
room(100_000, "remount")
assert run(folder, DISK) == state(folder) != before
"""


def ways_to_run_out() -> list[tuple[str, list[str]]]:
    """What this machine offers for having no room for real: a small disk where mounting is allowed."""
    # In a namespace of its own, so that a mount ends with the process whatever happens.
    for entering in (["unshare", "-m"], ["unshare", "-rm"]):
        with tempfile.TemporaryDirectory() as folder:
            words = [*entering, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
            if shutil.which("unshare") and not subprocess.run(words, check=False, capture_output=True).returncode:
                return [("disk", entering), ("file", [])]
    # No mount here: the kernel at least lets no file grow beyond a size.
    return [("file", [])]


@pytest.mark.parametrize(("way", "entering"), ways_to_run_out())
def test_a_real_disk_without_room_is_said_and_costs_nothing(way: str, entering: list[str], tmp_path: Path) -> None:
    """On a small disk of its own where this machine allows it, and where no file may grow beyond a size."""
    command = [*entering, sys.executable, "-c", ON_A_FULL_DISK, str(tmp_path), way]

    ended = subprocess.run(command, check=False, capture_output=True, text=True)

    assert ended.returncode == 0, ended.stderr
    assert f"The snapshot could not be written to {tmp_path}" in ended.stdout
    assert {"disk": os.strerror(errno.ENOSPC), "file": os.strerror(errno.EFBIG)}[way] in ended.stdout
    assert "The previous snapshot is untouched; make room" in ended.stdout
