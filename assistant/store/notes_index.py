"""The index of passages in Chroma: made from the snapshot, checked when it is opened, made again when it is not right.

    index/<name>/      one whole index, embedded; a new one is built beside the old and never in its place
    index/current      which one is in force, and what it holds; replaced in one step, last of all
    index/lock         held by the one process that builds

On a Chroma server an index is a collection, built under another name and renamed last. Nothing of what notes say is
in it: it holds vectors and what they may be filtered by, and leads back to the passages of the snapshot. Where there
is no index that can be used (it is being built, the disk is full, the server is away), passages are found by
comparing all vectors, to the same result.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa

from assistant.errors import UsageError
from assistant.store.files import write_whole
from assistant.store.notes import NOTES, PASSAGES, Vectors, vectors_of
from assistant.store.snapshots import Snapshot

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

FORMAT = "1"
"""Another one whenever what an index holds changes."""

COLLECTION = "passages"
TOGETHER = 2_000
"""How many vectors are handed over at once."""

SPACE = {"hnsw": {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 500}}
"""Cosine; a wide search, because a passage that is not found is an answer that is not given."""

NO_DAY = 0

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Near:
    """A passage, by its place in the snapshot, and the cosine of it and what was looked for."""

    place: int
    cosine: float


@dataclass(frozen=True, eq=False)
class NotesIndex:
    """The index of one snapshot's passages; `collection` None where there is none that can be used."""

    passages: int
    collection: "Collection | None" = field(repr=False, default=None)

    @property
    def is_there(self) -> bool:
        """Whether it can be asked."""
        return self.collection is not None

    def nearest(self, vector: Vectors, where: Mapping[str, Any], count: int) -> tuple[Near, ...] | None:
        """The nearest passages among those that `where` lets through, in the query itself; None without an index."""
        if self.collection is None or count < 1:
            return None
        try:
            found = self.collection.query(
                query_embeddings=np.asarray([vector], np.float32),
                n_results=min(count, self.passages),
                where=dict(where) or None,
                include=["distances"],
            )
        except _faults():
            return None
        distances = found["distances"] or [[]]
        return tuple(Near(int(id_), 1 - one) for id_, one in zip(found["ids"][0], distances[0], strict=True))


def metadata(notes: pa.Table, passages: pa.Table) -> list[dict[str, str | int]]:
    """What each passage may be filtered by: who may see it, whose it is, when and in what kind of note it was said."""
    columns = ("note_id", "project_id", "client_id", "date", "kind", "visibility")
    by_note = {row["note_id"]: _facts(row) for row in notes.select(list(columns)).to_pylist()}
    return [by_note[one] for one in passages.column("note_id").to_pylist()]


def _facts(row: Mapping[str, Any]) -> dict[str, str | int]:
    return {
        "audience": audience(row["visibility"], row["project_id"], row["client_id"]),
        "project": row["project_id"] or "",
        "client": row["client_id"] or "",
        "day": day_number(row["date"]),
        "kind": row["kind"] or "",
        "note": row["note_id"],
    }


def audience(visibility: str, project: str | None, client: str | None) -> str:
    """Who may see a note depends on no more than this."""
    return json.dumps([visibility, project or "", client or ""], ensure_ascii=False)


def day_number(day: date | None) -> int:
    """A day as a number that sorts; 0 where a note has none."""
    return NO_DAY if day is None else day.year * 10_000 + day.month * 100 + day.day


def open_index(workspace: Path, snapshot: Snapshot, server: str = "", tell: Progress | None = None) -> NotesIndex:
    """The index of a snapshot's passages: as it is there, or made again where it is missing, behind or broken.

    `server` is the address of a Chroma server; without one the index lies in the workspace.
    """
    count = snapshot.row_count(PASSAGES)
    if not count:
        return NotesIndex(0)
    made = _OnServer(server, snapshot) if server else _Embedded(workspace / "index", snapshot)
    try:
        return NotesIndex(count, made.opened() or made.built(tell or _silent))
    except _faults():
        return NotesIndex(count)


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def _faults() -> tuple[type[Exception], ...]:
    """What Chroma raises where an index, its files or its server are not right."""
    from chromadb.errors import ChromaError
    from httpx import HTTPError

    return (ChromaError, HTTPError, OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError)


def content_key(snapshot: Snapshot) -> str:
    """Equal where an index would hold the same."""
    files = [snapshot.manifest["tables"].get(one, {}).get("file", "") for one in (NOTES, PASSAGES)]
    return "-".join([FORMAT, *(one[:16] for one in files)])


def _fill(collection: "Collection", snapshot: Snapshot, tell: Progress) -> None:
    """Put every passage in."""
    passages = snapshot.table(PASSAGES, ["note_id", "_vector"])
    vectors, facts = vectors_of(passages.column("_vector")), metadata(snapshot.table(NOTES), passages)
    for start in range(0, len(vectors), TOGETHER):
        tell("indexing notes", start, len(vectors))
        places = range(start, min(start + TOGETHER, len(vectors)))
        collection.add(
            ids=[str(place) for place in places],
            embeddings=vectors[start : start + TOGETHER],
            metadatas=[facts[place] for place in places],
        )


def _is_whole(collection: "Collection", snapshot: Snapshot) -> bool:
    """Whether it holds as many passages as there are, and finds the first and the last by their own vectors."""
    count = snapshot.row_count(PASSAGES)
    if collection.count() != count:
        return False
    vectors = vectors_of(snapshot.table(PASSAGES, ["_vector"]).column("_vector"))
    probes = sorted({0, count // 2, count - 1})
    found = collection.query(query_embeddings=[vectors[one] for one in probes], n_results=1, include=["distances"])
    distances = found["distances"] or []
    return len(distances) == len(probes) and all(one and abs(one[0]) < _SAME for one in distances)


_SAME = 1e-4
"""How far a vector may be from itself, as Chroma counts."""


@dataclass(frozen=True)
class _Embedded:
    """The index in the workspace's own folder."""

    folder: Path
    snapshot: Snapshot

    def opened(self) -> "Collection | None":
        """The index in force, if it holds what the snapshot holds and can be read."""
        try:
            known = json.loads((self.folder / "current").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(known, dict) or known.get("content") != content_key(self.snapshot):
            return None
        path = self.folder / str(known.get("name", ""))
        if not (path / "chroma.sqlite3").is_file():
            return None
        try:
            collection = _client(path).get_collection(COLLECTION, embedding_function=None)
            return collection if _is_whole(collection, self.snapshot) else None
        except _faults():
            return None

    def built(self, tell: Progress) -> "Collection | None":
        """A new index, in force; None while another process builds one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return None
            there = self.opened()
            return there if there is not None else self._built(tell)

    def _built(self, tell: Progress) -> "Collection":
        name = f"{content_key(self.snapshot)}-{os.getpid()}-{os.urandom(4).hex()}"
        path = self.folder / name
        try:
            client = _client(path)
            collection = client.create_collection(COLLECTION, embedding_function=None, configuration=SPACE)  # type: ignore[arg-type]
            _fill(collection, self.snapshot, tell)
            known = json.dumps({"name": name, "content": content_key(self.snapshot)})
            write_whole(self.folder / "current", known.encode())
        except _faults():
            shutil.rmtree(path, ignore_errors=True)
            raise
        self._clear(name)
        return collection

    def _clear(self, kept: str) -> None:
        """Remove what earlier builds left; whoever still reads an older index has its files open."""
        for one in self.folder.iterdir():
            if one.is_dir() and one.name != kept:
                shutil.rmtree(one, ignore_errors=True)


def _client(path: Path) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(path), settings=Settings(anonymized_telemetry=False))


@dataclass(frozen=True)
class _OnServer:
    """The index as a collection of a Chroma server, named after its content: equal workspaces share it."""

    address: str
    snapshot: Snapshot

    @property
    def name(self) -> str:
        """What the collection is called."""
        return f"reckon-{content_key(self.snapshot)}"

    def _client(self) -> "ClientAPI":
        import chromadb
        from chromadb.config import Settings

        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                f'The setting "notes.chroma" is “{self.address}”, which is no address. '
                'Write it like "http://localhost:8000", or leave it out to keep the index in the workspace.'
            )
        port = parts.port or (443 if parts.scheme == "https" else 8000)
        settings = Settings(anonymized_telemetry=False)
        return chromadb.HttpClient(parts.hostname, port, ssl=parts.scheme == "https", settings=settings)

    def opened(self) -> "Collection | None":
        """The collection, if it is there and whole."""
        client = self._client()
        try:
            collection = client.get_collection(self.name, embedding_function=None)
            whole = _is_whole(collection, self.snapshot)
        except _faults():
            return None
        if not whole:
            with suppress(*_faults()):
                client.delete_collection(self.name)
            return None
        return collection

    def built(self, tell: Progress) -> "Collection":
        """A new collection, under its name last of all."""
        client = self._client()
        making = f"{self.name}-{os.urandom(4).hex()}"
        collection = client.create_collection(making, embedding_function=None, configuration=SPACE)  # type: ignore[arg-type]
        try:
            _fill(collection, self.snapshot, tell)
            collection.modify(name=self.name)
        except _faults():
            with suppress(*_faults()):
                client.delete_collection(making)
            raise
        return collection


def exactly_nearest(vectors: Vectors, places: Sequence[int], vector: Vectors, count: int) -> tuple[Near, ...]:
    """The nearest of the passages at these places, by comparing every one."""
    if not len(places) or not vectors.size:
        return ()
    at = np.asarray(places, np.int64)
    cosines = vectors[at] @ np.asarray(vector, np.float32)
    best = np.lexsort((at, -cosines))[:count]
    return tuple(Near(int(at[one]), float(cosines[one])) for one in best)
