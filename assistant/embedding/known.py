"""What was learnt from examples: their vectors, and weights that tell of a vector whose of the examples it is like.

Both are made beforehand and shipped, so that no question waits for thousands of texts and nothing is learnt at run
time. `python -m benchmarks.paraphrases --learn` makes them anew. A vector is kept in steps of 1/127, its cosine to
another is right to about 0.005; the weights are kept in 16 bits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import numpy as np

from assistant.embedding import MODEL, Vectors

FILE = "known.npz"

STEPS = 127
"""In so many steps the largest component of a vector is kept."""

Weights: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float32]]"


@dataclass(frozen=True, eq=False)
class Known:
    """Examples, each one somebody's, and the weights by which a text is told to be one of theirs.

    `vectors` has a row of length one for each example and `owners` whose it is; `weights` has a column for each of
    `classes`, a row for each component of a vector and one for the constant. `marks` tell the texts of the examples.
    """

    owners: tuple[str, ...]
    vectors: Vectors
    classes: tuple[str, ...]
    weights: Weights
    marks: frozenset[int]

    def shares(self, vector: Vectors) -> Vectors:
        """How likely each class is the one meant, for each row: they add up to one."""
        scores = vector @ self.weights[:-1] + self.weights[-1]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Vectors = powers / powers.sum(axis=1, keepdims=True)
        return shares


def marked(text: str) -> int:
    """A number that tells a text."""
    return crc32(text.encode())


@cache
def known() -> Known:
    """What was learnt, loaded by the first question that needs it."""
    with (files(__package__) / FILE).open("rb") as stream, np.load(stream) as kept:
        if str(kept["model"]) != MODEL:
            raise LearntFromAnotherModelError(str(kept["model"]))
        rows = kept["vectors"].astype(np.float32)
        return Known(
            owners=tuple(kept["classes"][kept["owners"]].tolist()),
            vectors=rows / np.linalg.norm(rows, axis=1, keepdims=True),
            classes=tuple(kept["classes"].tolist()),
            weights=kept["weights"].astype(np.float32),
            marks=frozenset(kept["marks"].tolist()),
        )


def write(texts: Sequence[str], owners: Sequence[str], vectors: Vectors, weights: Weights, path: Path) -> None:
    """Put examples, and the weights learnt from them with the owners in their order, into a file."""
    classes = sorted(set(owners))
    places = np.array([classes.index(one) for one in owners], dtype=np.int16)
    steps = STEPS / np.abs(vectors).max(axis=1, keepdims=True)
    np.savez_compressed(
        path,
        model=np.array(MODEL),
        classes=np.array(classes),
        owners=places,
        vectors=np.rint(vectors * steps).astype(np.int8),
        weights=weights.astype(np.float16),
        marks=np.array([marked(one) for one in texts], dtype=np.uint32),
    )


class LearntFromAnotherModelError(Exception):
    """The file was made with vectors of another model, which cannot be compared with this one's."""

    def __init__(self, model: str) -> None:
        """For the model it was made with."""
        super().__init__(
            f"{FILE} was made with the model {model}, and vectors are made with {MODEL}. "
            "Make it anew: python -m benchmarks.paraphrases --learn"
        )
