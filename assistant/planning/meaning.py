"""What a text means by the local model of meaning: how likely each metric is, and whether anything measured is meant.

Two witnesses: a head learnt from examples of how each metric is asked for (`metrics/everyday`), and the example that
lies nearest. "" stands for what is not measured. Texts and examples are read in plain words.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from assistant.embedding import Vectors, embed
from assistant.embedding.known import known
from assistant.metrics.plain_words import in_plain_words

CLOSENESS = 10
"""What one of cosine weighs beside one of the logarithm of a chance: both tell what is measured from what is not."""

LEAST = 1e-6
"""No chance is taken for smaller."""


@dataclass(frozen=True)
class Near:
    """A metric ("" for what is not measured) and how near it is: the cosine of the nearest example of its own."""

    metric: str
    score: float


@dataclass(frozen=True)
class Likely:
    """A metric, how likely it is meant (all together one), and the cosine of the nearest example of its own."""

    metric: str
    share: float
    score: float


@dataclass(frozen=True)
class Meant:
    """What a text means: the metrics, the likeliest first, and how clearly anything measured is meant.

    `inside` is above 0 where something measured is likelier and nearer than everything else. `all_told` is how likely
    the first is among all metrics, those that may not be asked for, too.
    """

    likely: tuple[Likely, ...]
    inside: float
    all_told: float


def meant(text: str, metrics: Collection[str]) -> Meant:
    """What a text means among these metrics."""
    learnt = known()
    vector = _vector(text)
    shares = dict(zip(learnt.classes, learnt.shares(vector)[0].tolist(), strict=True))
    scores = _nearness(vector)
    found = [Likely(one, shares[one], scores[one]) for one in metrics if one in shares]
    found.sort(key=lambda one: (-one.share, one.metric))
    within = sum(one.share for one in found)
    odds = np.log(max(within, LEAST)) - np.log(max(shares[""], LEAST))
    ahead = max((one.score for one in found), default=-1.0) - scores[""]
    return Meant(tuple(found), float(odds + CLOSENESS * ahead), found[0].share if found else 0.0)


def nearest(text: str, metrics: Sequence[str]) -> list[Near]:
    """These metrics, and what is not measured, those with the nearest example first."""
    scores = _nearness(_vector(text))
    return sorted((Near(one, scores[one]) for one in {"", *metrics} & set(scores)), key=lambda one: -one.score)


def nearer_with_each(words: Collection[str], text: str, metric: str) -> bool:
    """Whether a text is nearer to a metric with each of these words than without it: one it is not means more."""
    places = _places()[metric]
    own = known().vectors[places]
    without = [" ".join(one for one in text.split() if one != word) for word in sorted(words)]
    cosines = embed([in_plain_words(one) for one in (text, *without)]) @ own.T
    best = cosines.max(axis=1)
    return bool((best[1:] < best[0]).all())


@lru_cache(maxsize=64)
def _vector(text: str) -> Vectors:
    """The vector of a text in plain words; of one question it is asked more than once."""
    return embed([in_plain_words(text)])


def _nearness(vector: Vectors) -> dict[str, float]:
    # Row by row: two threads over so little would wait for each other longer than they count.
    cosines = np.vecdot(known().vectors, vector[0])
    return {owner: float(cosines[places].max()) for owner, places in _places().items()}


@cache
def _places() -> dict[str, "np.ndarray[tuple[int], np.dtype[np.intp]]"]:
    owners = np.array(known().owners)
    return {owner: np.flatnonzero(owners == owner) for owner in dict.fromkeys(known().owners)}
