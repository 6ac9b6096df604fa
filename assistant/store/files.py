"""Files that are there whole or not at all, whatever happens on the way."""

import os
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

PART = ".part"
"""What a file is called at the end while it is being written."""


class Disk:
    """Every step that changes a disk; one that fails or dies at any of them may stand in for it."""

    def make(self, folder: Path) -> None:
        """Make a folder and those it lies in."""
        folder.mkdir(parents=True, exist_ok=True)

    def open(self, path: Path) -> BinaryIO:
        """Start writing a file anew."""
        return path.open("wb")

    def sync(self, path: Path) -> None:
        """Wait until the content of a file, or the names in a folder, are on the disk."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def rename(self, path: Path, to: Path) -> None:
        """Give a file another name in one step, in place of what had that name."""
        path.replace(to)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)


DISK = Disk()
"""The real one."""


def write_whole(path: Path, content: bytes, disk: Disk = DISK) -> None:
    """Put `content` at `path` so that a crash at any moment leaves the old file or the new one.

    OSError when it cannot be written; then nothing is left of the attempt.
    """
    part = part_of(path)
    try:
        with disk.open(part) as file:
            file.write(content)
        disk.sync(part)
        disk.rename(part, path)
    except OSError:
        with suppress(OSError):
            disk.remove(part)
        raise
    disk.sync(path.parent)


def part_of(path: Path) -> Path:
    """Where a file is written before it gets its name."""
    return path.with_name(path.name + PART)


def make_folder(folder: Path, disk: Disk = DISK) -> None:
    """Make a folder and those it lies in, so that they last."""
    missing = list(takewhile(lambda one: not one.exists(), (folder, *folder.parents)))
    if not missing:
        return
    disk.make(folder)
    for one in missing:
        disk.sync(one.parent)
