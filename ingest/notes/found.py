"""Which notes a place holds: every file beneath its folder of notes, in order, none from outside."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import SourceError
from ingest.notes.document import LARGEST
from ingest.notes.opening import ENDINGS

FOLDER = "notes"
_NO_NOTES = frozenset((".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet", ".toml"))
"""What lies beside notes without being one, and is read otherwise."""

_MOST_FILES = 200_000


@dataclass(frozen=True)
class Listed:
    """The files of one place: `readable` may be notes, `others` are in formats that are not read.

    `source` tells where they came from, so that what is gone from there is gone here; `name` of a file is its path
    beneath the folder, that one's name included.
    """

    source: str
    readable: tuple[tuple[str, Path], ...] = ()
    others: tuple[str, ...] = ()
    whole: bool = True
    """Whether the place holds all notes of its source; a single file stands for itself alone."""


def is_note(path: Path) -> bool:
    """Whether a file is in a format that notes are written in."""
    return path.suffix.lower() in ENDINGS


def listed(place: Path, *, tables: bool) -> Listed:
    """The notes of a folder: those in its folder `notes`, or its own where there are neither that nor `tables`."""
    source = str(place.resolve())
    if place.is_file():
        named = f"{FOLDER}/{place.name}" if place.parent.name == FOLDER else place.name
        return Listed(f"{source}", ((_shown(named), place),), whole=False)
    below = place / FOLDER
    if below.is_dir():
        return _beneath(below, FOLDER, source)
    return Listed(source) if tables else _beneath(place, place.resolve().name, source)


def _beneath(folder: Path, called: str, source: str) -> Listed:
    readable, others = [], []
    for path in _files(folder):
        name = _shown(f"{called}/{path.relative_to(folder).as_posix()}")
        if is_note(path):
            readable.append((name, path))
        elif path.suffix.lower() not in _NO_NOTES:
            others.append(name)
    return Listed(source, tuple(readable), tuple(others))


def _files(folder: Path) -> Iterator[Path]:
    """Every file beneath a folder, in order; links to folders are not followed."""
    found = 0
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for one in sorted(files):
            if not one.startswith((".", "~$")) and found < _MOST_FILES:
                found += 1
                yield Path(here) / one


def content_of(name: str, path: Path, source: str) -> bytes:
    """The bytes of a note; SourceError for a link out of the folder, a pipe, or what cannot be read."""
    try:
        inside = path.resolve().is_relative_to(source) or path.resolve() == Path(source)
        mode = path.stat().st_mode if inside else 0
        if not inside:
            raise SourceError(f"{name} is a link out of its folder and was not followed. Copy the file there.")
        if not stat.S_ISREG(mode):
            raise SourceError(f"{name} is not a file that can be read.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror or error}.") from error
    except RuntimeError as error:
        raise SourceError(f"{name} is a link to itself. Copy the file there.") from error


def _shown(name: str) -> str:
    """A path as it may be printed and stored: what steers a terminal is written out."""
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in whole)
