"""The two tables of what was said: notes, and the passages they are found by, each passage with its vector."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

NOTES = "notes"
PASSAGES = "passages"

NOTES_SCHEMA = pa.schema(
    [
        ("note_id", pa.string()),
        ("title", pa.string()),
        ("project_id", pa.string()),
        ("client_id", pa.string()),
        ("date", pa.date32()),
        ("kind", pa.string()),
        ("visibility", pa.string()),
        ("author", pa.string()),
        ("author_id", pa.string()),
        ("guessed", pa.string()),
        ("present", pa.string()),
        ("content", pa.string()),
        ("stated", pa.string()),
        ("_source", pa.string()),
        ("_file", pa.string()),
        ("_row", pa.int64()),
    ]
)
"""One row a note. `note_id` is its path; `visibility` is "internal" or "client".

`guessed` lists what stands neither in the note's head nor in its fields, joined by ";". `present` is who was there,
as written. `content` is the hash of what was read, `stated` the head as it was written (JSON). `_source` is the
folder or file it was read from.
"""

PASSAGES_SCHEMA = pa.schema(
    [
        ("passage_id", pa.string()),
        ("note_id", pa.string()),
        ("place", pa.int64()),
        ("heading", pa.string()),
        ("speaker", pa.string()),
        ("text", pa.string()),
        ("_model", pa.string()),
        ("_vector", pa.list_(pa.float32())),
    ]
)
"""One row a passage, in the order of its note. `heading` is the path of headings it stands under.

`text` is as written, a list item a line with its mark. `_vector` has length one and was made by `_model`.
"""

SCHEMAS = {NOTES: NOTES_SCHEMA, PASSAGES: PASSAGES_SCHEMA}

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
"""One row a passage."""


def vectors_of(column: pa.ChunkedArray) -> Vectors:
    """The vectors of a column as one matrix; empty for no passages."""
    whole = column.combine_chunks()
    flat = np.asarray(whole.flatten().to_numpy(zero_copy_only=False), dtype=np.float32)
    found: Vectors = flat.reshape(len(whole), -1) if len(whole) else np.zeros((0, 0), np.float32)
    return found


def vector_column(vectors: Sequence[Vectors] | Vectors) -> pa.Array:
    """A matrix of vectors as a column."""
    matrix = np.ascontiguousarray(vectors, dtype=np.float32)
    width = matrix.shape[1] if matrix.size else 0
    offsets = np.arange(len(matrix) + 1, dtype=np.int32) * width
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(matrix.ravel()))
