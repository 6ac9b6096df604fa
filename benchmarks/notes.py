"""Notes at size: a query of the index with a permission filter, and an ingest beside the bare embedding model.

`python -m benchmarks.notes [--passages N] [--embedded M]`: the index holds N passages (20,000); M passages (2,000) are
embedded, once by the model alone and once by an ingest with everything around it.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import numpy as np
import pyarrow as pa

from assistant.embedding import embed
from assistant.store.notes import NOTES, NOTES_SCHEMA, PASSAGES, PASSAGES_SCHEMA, vector_column
from assistant.store.notes_index import audience, exactly_nearest, open_index
from assistant.store.snapshots import QUARANTINE, Workspace
from ingest.run import ingest_folder

AT = datetime(2026, 10, 15, tzinfo=UTC)
PROJECTS = 60
QUERIES = 200
PER_NOTE = 5
WORDS = [
    "budget",
    "launch",
    "printer",
    "login",
    "invoice",
    "contract",
    "harbour",
    "editor",
    "schedule",
    "server",
    "camera",
    "client",
    "meeting",
    "design",
    "review",
    "shipping",
    "season",
    "archive",
    "station",
    "winter",
    "ferry",
    "ticket",
    "garden",
    "window",
    "bridge",
    "paper",
    "engine",
    "market",
    "sample",
    "number",
]


def main(words: Sequence[str] | None = None) -> None:
    """Measure both, and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.notes", description=__doc__)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--embedded", type=int, default=2_000)
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        for line in [*queries(Path(folder) / "index", given.passages), *embedding(Path(folder), given.embedded)]:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def queries(folder: Path, count: int) -> list[str]:
    """The time of a query with a filter that lets a tenth through, and how it agrees with comparing every vector."""
    chance = np.random.default_rng(1)
    vectors = chance.normal(size=(count, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    workspace = Workspace(folder)
    with workspace.locked():
        snapshot = workspace.commit(_tables(vectors), QUARANTINE.empty_table(), {}, "", AT)
    began = time.perf_counter()
    index = open_index(folder, snapshot)
    built = time.perf_counter() - began
    mine = range(0, PROJECTS, 10)
    where = {"audience": {"$in": [audience("client", f"P{number}", None) for number in mine]}}
    allowed = [at for at in range(count) if (at // PER_NOTE) % PROJECTS in mine]
    times, right = [], 0
    for _ in range(QUERIES):
        vector = chance.normal(size=384).astype(np.float32)
        vector /= np.linalg.norm(vector)
        began = time.perf_counter()
        found = index.nearest(vector, where, 10) or ()
        times.append(time.perf_counter() - began)
        right += len(
            {one.place for one in found} & {one.place for one in exactly_nearest(vectors, allowed, vector, 10)}
        )
    p95 = statistics.quantiles(times, n=20)[-1]
    return [
        f"index of {count:,} passages built in {built:.1f} s",
        f"query with a permission filter: median {statistics.median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms",
        f"of the exact ten nearest {right / QUERIES / 10:.4f} are found",
    ]


def _tables(vectors: "np.ndarray[tuple[int, int], np.dtype[np.float32]]") -> dict[str, pa.Table]:
    count = len(vectors)
    notes = [
        {"note_id": f"{at:06}.md", "project_id": f"P{at % PROJECTS}", "visibility": "client"}
        for at in range((count + PER_NOTE - 1) // PER_NOTE)
    ]
    columns = {
        "passage_id": [str(at) for at in range(count)],
        "note_id": [f"{at // PER_NOTE:06}.md" for at in range(count)],
        "place": [at % PER_NOTE for at in range(count)],
        **{name: [""] * count for name in ("heading", "speaker", "text", "_model")},
    }
    arrays = [pa.array(columns[name], PASSAGES_SCHEMA.field(name).type) for name in PASSAGES_SCHEMA.names[:-1]]
    passages = pa.Table.from_arrays([*arrays, vector_column(vectors)], schema=PASSAGES_SCHEMA)
    return {NOTES: pa.Table.from_pylist(notes, schema=NOTES_SCHEMA), PASSAGES: passages}


def embedding(folder: Path, count: int) -> list[str]:
    """Passages a second: the model alone, and an ingest of the same passages."""
    chance = Random(1)  # noqa: S311 - the same every time
    texts = [" ".join(chance.choices(WORDS, k=45)) for _ in range(count)]
    embed(texts[:8])
    began = time.process_time()
    embed(sorted((f"note {at}\n{text}" for at, text in enumerate(texts)), key=len))
    bare = count / (time.process_time() - began)
    notes = folder / "notes"
    notes.mkdir()
    for at, text in enumerate(texts):
        (notes / f"{at:06}.md").write_text(f"# note {at}\n\n{text}\n", encoding="utf-8")
    began = time.process_time()
    ingest_folder(folder / "workspace", [notes], now=AT)
    whole = count / (time.process_time() - began)
    return [f"embedding: {bare:.0f} passages a second alone, {whole:.0f} in an ingest ({whole / bare:.0%})"]


if __name__ == "__main__":
    main()
