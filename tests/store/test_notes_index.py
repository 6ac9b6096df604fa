"""The index of notes: right or made again, whatever happened to it, and never between a question and its answer."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from assistant.store import notes_index
from assistant.store.notes import NOTES, NOTES_SCHEMA, PASSAGES, PASSAGES_SCHEMA, Vectors, vector_column, vectors_of
from assistant.store.notes_index import NotesIndex, audience, exactly_nearest, open_index
from assistant.store.snapshots import QUARANTINE, Snapshot, Workspace

AT = datetime(2026, 10, 15, 9, tzinfo=UTC)
NOTE_COUNT, PER_NOTE = 60, 20


def tables(seed: int = 1, notes: int = NOTE_COUNT) -> dict[str, pa.Table]:
    """Notes of ten projects with random vectors."""
    chance = np.random.default_rng(seed)
    vectors = chance.normal(size=(notes * PER_NOTE, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = [
        {
            "note_id": f"notes/{at:03}.md", "title": f"Note {at}", "project_id": f"P{at % 10}",
            "client_id": f"C{at % 5}",
            "date": date(2026, 1 + at % 9, 1), "kind": "meeting", "visibility": "client" if at % 3 else "internal",
        }
        for at in range(notes)
    ]  # fmt: skip
    said = [(row["note_id"], at) for row in rows for at in range(PER_NOTE)]
    columns = {
        "passage_id": [f"{note}#{at}" for note, at in said], "note_id": [note for note, _ in said],
        "place": [at for _, at in said], "heading": [""] * len(said), "speaker": [""] * len(said),
        "text": [f"{note} {at}" for note, at in said], "_model": ["test"] * len(said),
    }  # fmt: skip
    arrays = [pa.array(values, PASSAGES_SCHEMA.field(name).type) for name, values in columns.items()]
    passages = pa.Table.from_arrays([*arrays, vector_column(vectors)], schema=PASSAGES_SCHEMA)
    return {NOTES: pa.Table.from_pylist(rows, schema=NOTES_SCHEMA), PASSAGES: passages}


def written(folder: Path, seed: int = 1) -> Snapshot:
    workspace = Workspace(folder)
    with workspace.locked():
        return workspace.commit(tables(seed), QUARANTINE.empty_table(), {}, "", AT)


def all_vectors(snapshot: Snapshot) -> Vectors:
    return vectors_of(snapshot.table(PASSAGES, ["_vector"]).column("_vector"))


def looking(seed: int = 2) -> "np.ndarray[Any, np.dtype[np.float32]]":
    vector = np.random.default_rng(seed).normal(size=384).astype(np.float32)
    found: np.ndarray[Any, np.dtype[np.float32]] = vector / np.linalg.norm(vector)
    return found


def places(index: NotesIndex, vector: Any, where: dict[str, Any], count: int = 10) -> list[int] | None:  # noqa: ANN401
    found = index.nearest(vector, where, count)
    return None if found is None else [one.place for one in found]


def test_the_index_finds_what_comparing_every_vector_finds_under_a_filter(tmp_path: Path) -> None:
    snapshot = written(tmp_path)
    index, vectors = open_index(tmp_path, snapshot), all_vectors(snapshot)
    seen = {audience("client", f"P{number}", f"C{number % 5}") for number in (1, 2, 6)}
    rows = snapshot.table(NOTES).to_pylist()
    allowed = [
        at
        for at in range(len(vectors))
        if audience(*(rows[at // PER_NOTE][one] for one in ("visibility", "project_id", "client_id"))) in seen
        and rows[at // PER_NOTE]["date"] >= date(2026, 3, 1)
    ]
    where = {"$and": [{"audience": {"$in": sorted(seen)}}, {"day": {"$gte": 20260301}}]}
    for seed in range(20):
        exact = [one.place for one in exactly_nearest(vectors, allowed, looking(seed), 10)]
        assert places(index, looking(seed), where) == exact


def test_an_index_that_is_right_is_not_made_again(tmp_path: Path) -> None:
    snapshot = written(tmp_path)
    open_index(tmp_path, snapshot)
    before = json.loads((tmp_path / "index" / "current").read_text(encoding="utf-8"))
    open_index(tmp_path, snapshot)
    assert json.loads((tmp_path / "index" / "current").read_text(encoding="utf-8")) == before


def test_an_index_that_is_behind_is_made_again_and_the_old_one_goes(tmp_path: Path) -> None:
    open_index(tmp_path, written(tmp_path))
    later = written(tmp_path, seed=5)
    index = open_index(tmp_path, later)
    assert places(index, all_vectors(later)[7], {}, 1) == [7]
    assert sum(one.is_dir() for one in (tmp_path / "index").iterdir()) == 1


@pytest.mark.parametrize("damage", ["gone", "emptied", "torn", "noise", "pointer"])
def test_a_broken_index_is_made_again(tmp_path: Path, damage: str) -> None:
    snapshot = written(tmp_path)
    open_index(tmp_path, snapshot)
    current = tmp_path / "index" / "current"
    made = tmp_path / "index" / json.loads(current.read_text(encoding="utf-8"))["name"]
    copy = tmp_path / "index" / "copy"
    os.rename(made, copy)  # noqa: PTH104 - under a name that this process has no client for
    current.write_text(json.dumps({"name": "copy", "content": notes_index.content_key(snapshot)}), encoding="utf-8")
    files = sorted(one for one in copy.rglob("*") if one.is_file())
    if damage == "gone":
        (copy / "chroma.sqlite3").unlink()
    elif damage == "pointer":
        current.write_text("{", encoding="utf-8")
    else:
        for one in files:
            content = one.read_bytes()
            spoilt = {"emptied": b"", "torn": content[: len(content) // 2], "noise": os.urandom(len(content))}[damage]
            one.write_bytes(spoilt)
    index = open_index(tmp_path, snapshot)
    assert places(index, all_vectors(snapshot)[11], {}, 1) == [11]


def test_thirty_kills_while_it_is_made_leave_the_notes_answerable(tmp_path: Path) -> None:
    snapshot = written(tmp_path)
    command = [sys.executable, "-m", "tests.store.notes_builder", str(tmp_path), "30", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) >= 20
    index = open_index(tmp_path, snapshot)
    vectors = all_vectors(snapshot)
    assert [places(index, vectors[at], {}, 1) for at in range(0, len(vectors), 97)] == [
        [at] for at in range(0, len(vectors), 97)
    ]
    assert sum(one.is_dir() for one in (tmp_path / "index").iterdir()) == 1


def test_while_another_process_builds_there_is_no_index_and_no_wait(tmp_path: Path) -> None:
    import fcntl  # noqa: PLC0415

    snapshot = written(tmp_path)
    (tmp_path / "index").mkdir()
    with (tmp_path / "index" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert not open_index(tmp_path, snapshot).is_there


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A Chroma server on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("chroma")
    command = [str(program), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(tmp_path / "server")]
    environment = {**os.environ, "ANONYMIZED_TELEMETRY": "False"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def test_a_server_holds_the_index_where_the_settings_name_one(tmp_path: Path, server: str) -> None:
    written(tmp_path / "ws")
    command = [sys.executable, "-m", "tests.store.notes_on_server", str(tmp_path / "ws"), server]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split("\n")[:2] == ["[11]", "[12]"]
    assert not (tmp_path / "ws" / "index").exists()


def test_a_server_that_is_away_is_no_error(tmp_path: Path) -> None:
    assert not open_index(tmp_path, written(tmp_path), "http://127.0.0.1:9").is_there
