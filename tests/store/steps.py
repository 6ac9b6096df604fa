"""An ingest in steps: a disk that tells each step before it is taken, and three ingests worth disturbing."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO, cast

import ingest.run
from assistant.store.files import DISK, Disk, write_whole
from assistant.store.snapshots import Workspace
from tests.ingest.files import AGENCY, NOW, write

Step = Callable[[str, Path], None]
"""Called with the stage (make, write, fsync, rename, remove, read) and the file or folder concerned."""

MORE_CLIENTS = AGENCY["clients"] + "c2,Harbour,active,ana@example.com\n"
MORE_ENTRIES = AGENCY["time_entries"].replace("7.5,6", "6.5,6") + "e4,p2,j1,2026-03-04,4,4,approved\n"
BROKEN_ENTRIES = MORE_ENTRIES + "e5,p2,j1,2026-03-99,4,4,approved\ne6,nobody,j1,2026-03-05,4,4,approved\n"

FIRST = {**AGENCY, "workspace": 'base_currency = "EUR"\n'}
CHANGED = {**AGENCY, "clients": MORE_CLIENTS, "time_entries": MORE_ENTRIES, "workspace": 'base_currency = "USD"\n'}
BROKEN = {**CHANGED, "time_entries": BROKEN_ENTRIES}


@dataclass(frozen=True)
class Case:
    """One ingest: what was ingested before, if anything, and what is now."""

    name: str
    before: dict[str, str] | None
    now: dict[str, str]


CASES = (
    Case("the first ingest", None, FIRST),
    Case("changed files", FIRST, CHANGED),
    Case("rows for quarantine", FIRST, BROKEN),
)


class InSteps(Disk):
    """The real disk, with a word before each step and in the midst of a write."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def make(self, folder: Path) -> None:
        self.step("make", folder)
        super().make(folder)

    def open(self, path: Path) -> BinaryIO:
        self.step("write", path)
        return cast("BinaryIO", _Halfway(path, self.step))

    def sync(self, path: Path) -> None:
        self.step("fsync", path)
        super().sync(path)

    def rename(self, path: Path, to: Path) -> None:
        self.step("rename", to)
        super().rename(path, to)

    def remove(self, path: Path) -> None:
        if path.exists():
            self.step("remove", path)
        super().remove(path)


class _Halfway(FileIO):
    """A file that tells when half of its first piece is written, half of its sixtieth, and so on."""

    _EVERY = 60

    def __init__(self, path: Path, step: Step) -> None:
        super().__init__(path, "wb")
        self._path, self._step, self._pieces = path, step, 0

    def write(self, data: Any) -> int:  # noqa: ANN401 - bytes, or whatever else is a buffer
        piece = memoryview(data).cast("B")
        half = len(piece) // 2
        _write_all(super().write, piece[:half])
        if self._pieces % self._EVERY == 0:
            self._step("write", self._path)
        self._pieces += 1
        _write_all(super().write, piece[half:])
        return len(piece)


def _write_all(write: Callable[[memoryview], int], piece: memoryview) -> None:
    while piece:
        piece = piece[write(piece) :]


def prepare(case: Case, folder: Path) -> None:
    """Make the workspace as it was before, and the files that are to be ingested, in `folder`."""
    if case.before is not None:
        _write_source(folder, case.before)
        run(folder, DISK)
    _write_source(folder, case.now)


def copy(prepared: Path, folder: Path) -> Path:
    """The same in another place."""
    return Path(shutil.copytree(prepared, folder))


def run(folder: Path, disk: Disk, read: Callable[[str], None] | None = None) -> str | None:
    """Ingest what lies in `folder`, tell the files read, and say which snapshot was made."""

    def write_settings(path: Path, content: bytes) -> None:
        write_whole(path, content, disk)

    def progress(what: str, done: int, total: int) -> None:
        if read is not None and done < total:
            read(what)

    vars(ingest.run)["write_whole"] = write_settings
    workspace = Workspace(folder / "workspace", disk)
    return ingest.run.ingest(workspace, [folder / "source"], now=NOW, progress=progress).snapshot


def files(folder: Path) -> set[str]:
    """What lies in the workspace, by name; tables are named by their content."""
    inside = (path for path in (folder / "workspace").rglob("*") if path.is_file())
    return {path.relative_to(folder / "workspace").as_posix() for path in inside if path.parent.name != "records"}


def _write_source(folder: Path, tables: dict[str, str]) -> None:
    texts = dict(tables)
    (folder / "source").mkdir(parents=True, exist_ok=True)
    (folder / "source" / "workspace.toml").write_text(texts.pop("workspace"), encoding="utf-8")
    write(folder / "source", texts)
