"""The power fails at any step of an ingest: what the disk still has is the old snapshot or the new one, whole."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.store.snapshots import Workspace
from tests.store.steps import CASES, Case, InSteps, copy, prepare, run


@dataclass
class Platter:
    """What of a folder would survive if the power failed now: nothing but what was synced.

    Names of files may reach the disk earlier than they must; contents, for the worst, never do.
    """

    root: Path
    names_last: bool
    """Whether a new name survives even before its folder is synced."""
    contents: dict[int, bytes] = field(default_factory=dict)
    names: dict[Path, dict[str, int]] = field(default_factory=dict)

    def settle(self) -> None:
        """All that is there now has long been on the disk."""
        for path in (self.root, *self.root.rglob("*")):
            self.sync(path)

    def sync(self, path: Path) -> None:
        """The content of a file, or the names in a folder, reach the disk."""
        if path.is_dir():
            self.names[path] = {one.name: one.stat().st_ino for one in path.iterdir()}
        else:
            self.contents[path.stat().st_ino] = path.read_bytes()

    def after_a_power_cut(self, to: Path) -> Path:
        """Write what survives to another folder."""
        self._restore(self.root, to)
        return to

    def _restore(self, folder: Path, to: Path) -> None:
        to.mkdir(parents=True)
        there = {one.name: one.stat().st_ino for one in folder.iterdir()} if self.names_last else {}
        for name, inode in (there or self.names.get(folder, {})).items():
            if (folder / name).is_dir():
                self._restore(folder / name, to / name)
            else:
                (to / name).write_bytes(self.contents.get(inode, b""))


class _Synced(InSteps):
    """A disk that keeps account of what was synced."""

    def __init__(self, platter: Platter, each: "list[Path]", images: Path) -> None:
        super().__init__(lambda *_: each.append(platter.after_a_power_cut(images / str(len(each)))))
        self._platter = platter

    def sync(self, path: Path) -> None:
        super().sync(path)
        self._platter.sync(path)


def state(folder: Path) -> str | None:
    """The current snapshot, every table of which was read."""
    snapshot = Workspace(folder / "workspace").latest()
    if snapshot is None:
        return None
    for name in snapshot.tables:
        snapshot.table(name)
    snapshot.quarantine()
    return snapshot.id


@pytest.mark.parametrize("names_last", [False, True], ids=["new names are lost", "new names survive"])
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_was_synced_is_enough(case: Case, tmp_path: Path, *, names_last: bool) -> None:
    prepare(case, tmp_path / "prepared")
    folder = copy(tmp_path / "prepared", tmp_path / "folder")
    before = state(folder)
    platter = Platter(folder, names_last)
    platter.settle()
    images: list[Path] = []

    after = run(folder, _Synced(platter, images, tmp_path / "images"))

    states = [state(image) for image in images]
    assert set(states) <= {before, after}
    assert states == sorted(states, key=[before, after].index)
    assert state(platter.after_a_power_cut(tmp_path / "end")) == after
    assert run(copy(images[-1], tmp_path / "again"), InSteps(lambda *_: None)) == after
