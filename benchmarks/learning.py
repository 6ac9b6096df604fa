"""How the head of the local model of meaning is learnt from the examples: the same weights from the same examples.

A softmax over all metrics and what is not measured, fitted by gradient descent with Adam over all examples at once,
from zero: nothing is drawn by chance. A metric with few examples counts as much as one with many half way (by the
square root of their number).
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np

from assistant.embedding import Vectors
from assistant.embedding.known import Weights
from assistant.metrics.catalogue import METRICS
from assistant.metrics.everyday import everyday, not_measured
from assistant.metrics.plain_words import in_plain_words
from assistant.planning import words_measured

SYNONYMS = 4
"""How many of a metric's other names stand for it beside its title and everyday questions."""

STEPS = 400
RATE = 0.05
STRETCH = 10.0
"""Vectors are so much longer while learning, or the weights would have far to go."""

SHRINK = 1e-4
"""What large weights cost."""

Numbers: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float64]]"

FIRST, SECOND = 0.9, 0.999
"""How much of the earlier gradients, and of their squares, Adam keeps."""


def examples() -> list[tuple[str, str]]:
    """Each metric ("" for what is not measured) with each text that stands for it."""
    return list(dict.fromkeys((owner, in_plain_words(text)) for owner, text in _pairs()))


def _pairs() -> Iterator[tuple[str, str]]:
    for metric in METRICS.values():
        said = (metric.title, *metric.also_called[:SYNONYMS], *everyday().get(metric.name, ()))
        yield from ((metric.name, one) for one in said)
    yield from (("", one) for one in not_measured())
    yield from (("", one) for phrases in words_measured.UNMEASURED.values() for one in phrases)


def learn(vectors: Vectors, owners: Sequence[str]) -> Weights:
    """The weights: a row for each component and one for the constant, a column for each owner in their order."""
    classes = sorted(set(owners))
    places = np.array([classes.index(one) for one in owners])
    targets = np.eye(len(classes))[places]
    counts = 1 / np.sqrt(np.bincount(places)[places])
    inputs = np.hstack([vectors.astype(np.float64) * STRETCH, np.ones((len(vectors), 1))])
    weighed = (inputs * (counts / counts.sum())[:, None]).T
    weights = np.zeros((inputs.shape[1], len(classes)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = weighed @ (_softmax(inputs @ weights) - targets) + SHRINK * weights
        mean = FIRST * mean + (1 - FIRST) * gradient
        square = SECOND * square + (1 - SECOND) * gradient**2
        rate = RATE * (1 - step / STEPS)
        weights -= rate * (mean / (1 - FIRST**step)) / (np.sqrt(square / (1 - SECOND**step)) + 1e-8)
    weights[:-1] *= STRETCH
    return weights.astype(np.float32)


def _softmax(scores: Numbers) -> Numbers:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return shares
