"""Records that are only ever added to, one JSON line each: the audit log and its like."""

import fcntl
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.errors import WorkspaceError
from assistant.file_content import content_of
from assistant.store.files import DISK, make_folder
from assistant.store.snapshots import Workspace

_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def append(workspace: Workspace, name: str, record: Mapping[str, Any]) -> None:
    """Add `record` to the records called `name`; when this returns, it is on the disk.

    Values JSON does not know (dates, decimals) are written as text.
    """
    line = json.dumps(record, ensure_ascii=False, default=str).encode() + b"\n"
    path = _path(workspace.path, name)
    try:
        make_folder(path.parent)
        _add(path, line)
    except OSError as error:
        raise WorkspaceError(
            f"The record could not be written to {path}: {error}. Make room there and ask again."
        ) from error


def read(workspace: Workspace, name: str) -> Iterator[dict[str, Any]]:
    """The records called `name`, the oldest first; a line that a crash left half written is passed over."""
    try:
        file = _path(workspace.path, name).open("rb")
    except (FileNotFoundError, NotADirectoryError):
        return
    with file:
        yield from records_in(file)


def content(workspace: Workspace, name: str) -> bytes:
    """All records called `name` as they stand, nothing where there are none: for few that are looked at often."""
    try:
        return content_of(_path(workspace.path, name))
    except (FileNotFoundError, NotADirectoryError):
        return b""


def records_in(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The records of these lines; a line that a crash left half written is passed over."""
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record


def _add(path: Path, line: bytes) -> None:
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        size = os.fstat(handle).st_size
        # A crash may have left half a line; it must not swallow this one.
        torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
        try:
            _write_all(handle, b"\n" + line if torn else line)
            os.fsync(handle)
        except OSError:
            # What did not go in whole gives its room back.
            with suppress(OSError):
                os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)
    if size == 0:
        DISK.sync(path.parent)


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]


@lru_cache(maxsize=64)
def _path(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise WorkspaceError(f'Records cannot be called "{name}": use lower-case letters, digits, - and _.')
    return folder / "records" / f"{name}.jsonl"
