"""Vectors of our own words, made beforehand and shipped with them, so that no question waits for a thousand texts.

They are looked up by the text and by the model they were made with; a text that is not among them is worked out as any
other. `python -m benchmarks.paraphrases --vectors` makes them anew after words were added.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from assistant.embedding import DIMENSIONS, MODEL, Vectors, embed

FILE = "known.npz"


def embed_known(texts: Sequence[str]) -> Vectors:
    """The vectors of some texts, in their order, those that were made beforehand among them."""
    made = _made()
    missing = [one for one in dict.fromkeys(texts) if one not in made]
    found = {**made, **dict(zip(missing, embed(missing), strict=True))}
    vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
    for place, text in enumerate(texts):
        vectors[place] = found[text]
    return vectors


def write(texts: Sequence[str], path: Path) -> None:
    """Make the vectors of these texts and put them into a file."""
    ordered = sorted(set(texts))
    np.savez_compressed(path, model=np.array(MODEL), texts=np.array(ordered), vectors=embed(ordered))


@cache
def _made() -> Mapping[str, "np.ndarray[tuple[int], np.dtype[np.float32]]"]:
    with (files(__package__) / FILE).open("rb") as stream, np.load(stream) as kept:
        if str(kept["model"]) != MODEL:
            return {}
        return dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
