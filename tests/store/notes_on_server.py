"""A process that makes an index on a Chroma server, opens it again, and prints the nearest of two passages."""

import sys
from pathlib import Path

from assistant.store.notes import PASSAGES, vectors_of
from assistant.store.notes_index import open_index
from assistant.store.snapshots import Workspace


def main(folder: str, address: str) -> None:
    """Ask the index that was just made, and the one that is found there."""
    snapshot = Workspace(Path(folder)).current()
    vectors = vectors_of(snapshot.table(PASSAGES, ["_vector"]).column("_vector"))
    for place, where in ((11, {}), (12, {"day": {"$gte": 20260101}})):
        found = open_index(Path(folder), snapshot, address).nearest(vectors[place], where, 1)
        print(None if found is None else [one.place for one in found])  # noqa: T201 - for the test that started it


if __name__ == "__main__":
    main(*sys.argv[1:])
