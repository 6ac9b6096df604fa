"""Files that are there whole or not at all."""

import os
from pathlib import Path

PART = ".part"
"""What a file is called at the end while it is being written."""


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that a crash at any moment leaves the old file or the new one."""
    part = path.with_name(path.name + PART)
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    settle(part, path)


def settle(part: Path, path: Path) -> None:
    """Give a finished and synced file its name, and make the name last."""
    part.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until what was written to `path` is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk."""
    sync_file(folder)


def sweep(folder: Path) -> None:
    """Remove what a crash left half written."""
    for part in folder.glob(f"*{PART}"):
        part.unlink(missing_ok=True)
