"""What a killed or failed ingest leaves behind, and how its room is given back.

Only the process that holds the workspace's lock may do so: to anybody else, another's work in progress looks
just the same. A table that any manifest names is never touched, and the history of manifests stays.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from assistant.settings import FILE
from assistant.store.files import PART, Disk, part_of

_TABLE = re.compile(r"[0-9a-f]{64}\.parquet")
_MANIFEST = re.compile(r"[0-9]{6,}\.json")


def clear(workspace: Path, disk: Disk) -> None:
    """Remove half-written files, manifests that never came into force, and tables that no manifest names."""
    snapshots = workspace / "snapshots"
    disk.remove(part_of(workspace / FILE))
    for folder in (snapshots, snapshots / "tables", snapshots / "manifests"):
        for part in folder.glob(f"*{PART}"):
            disk.remove(part)
    try:
        for path in _never_in_force(snapshots):
            disk.remove(path)
        named = set(_named(snapshots))
    except (ValueError, KeyError, TypeError, AttributeError):
        # Something damaged does not say what it needs: then everything may be needed.
        return
    for path in (snapshots / "tables").iterdir():
        if _TABLE.fullmatch(path.name) and path.name not in named:
            disk.remove(path)


def _manifests(snapshots: Path) -> list[Path]:
    return sorted(path for path in (snapshots / "manifests").iterdir() if _MANIFEST.fullmatch(path.name))


def _never_in_force(snapshots: Path) -> list[Path]:
    """The manifests after the current one; where none is current, nothing is known of any."""
    current = snapshots / "current"
    if not current.exists():
        return []
    latest = int(current.read_text(encoding="ascii"))
    return [path for path in _manifests(snapshots) if int(path.stem) > latest]


def _named(snapshots: Path) -> Iterator[str]:
    """The table files that the manifests name."""
    for path in _manifests(snapshots):
        manifest = json.loads(path.read_text(encoding="utf-8"))
        for stored in [*manifest["tables"].values(), manifest["quarantine"]]:
            if stored is not None:
                yield stored["file"]
