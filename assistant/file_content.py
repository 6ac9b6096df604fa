"""The content of small files that are looked at with every question, read again whenever they may have changed."""

import os
import time
from pathlib import Path

MOST = 256
"""So many files are known at a time."""

SETTLED = 2_000_000_000
"""A file that was last written so many nanoseconds ago has a time of its own: a later write has another one."""

Stamp = tuple[int, int, int]
"""When a file was last changed in any way (its time of writing can be set, this cannot); its size; which file it is."""

_KNOWN: dict[Path, tuple[Stamp, bytes]] = {}


def content_of(path: Path) -> bytes:
    """What stands in a file now; OSError as from opening it.

    Of a file that was written a moment ago nothing is kept: two writes may share that moment.
    """
    known = _KNOWN.get(path)
    if known is not None and known[0] == _stamp(path.stat()):
        return known[1]
    with path.open("rb", buffering=0) as file:
        # Stamped before it is read: what is written meanwhile makes the stamp an old one.
        stamp = _stamp(os.fstat(file.fileno()))
        content = file.read()
    if time.time_ns() - stamp[0] > SETTLED:
        if len(_KNOWN) >= MOST:
            _KNOWN.clear()
        _KNOWN[path] = stamp, content
    return content


def _stamp(one: os.stat_result) -> Stamp:
    return one.st_ctime_ns, one.st_size, one.st_ino
