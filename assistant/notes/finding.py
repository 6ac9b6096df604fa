"""Passages ranked by meaning and by words: the vectors rank, the words add what they miss, and exact codes count."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.notes.text import content_words

Scores = np.ndarray[tuple[int], np.dtype[np.float32]]

WORDS_WEIGH = 0.35
"""What a passage with all words of a question adds to its nearness in meaning, which is at most 1.

Chosen on one half of the pairs of `reckon eval notes`, and measured on the other.
"""

ALIKE = 0.5
"""A passage as near as this in meaning speaks of the same, whatever its words."""

NEAR = 0.38
"""As near as this it speaks of the same if it shares a word, too."""

RELATED = 0.25
"""A passage farther away than this speaks of something else, if it shares but a word."""

SHARED = 0.51
"""The share of a question's words, the rare ones counting more, that makes a related passage one that speaks of it.

Of two words one is not enough: "parking spaces" is not told by what was parked.
"""


@dataclass(frozen=True, eq=False)
class Words:
    """The words of some passages, for finding those that hold the words of a question (BM25)."""

    passages: tuple[frozenset[str], ...]
    rarity: dict[str, float]
    _index: Any

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Words":
        """Counted over these passages and no others: what is not among them weighs nothing."""
        from bm25s import BM25

        tokens = [content_words(one) for one in texts]
        vocabulary: dict[str, int] = {}
        ids = [[vocabulary.setdefault(word, len(vocabulary)) for word in one] for one in tokens]
        index = BM25(k1=1.2, b=0.75, method="lucene")
        if vocabulary:
            index.index((ids, vocabulary), show_progress=False, create_empty_token=False)
        found = tuple(frozenset(one) for one in tokens)
        counts: dict[str, int] = {}
        for one in found:
            for word in one:
                counts[word] = counts.get(word, 0) + 1
        rarity = {word: float(np.log1p(len(texts) / count)) for word, count in counts.items()}
        return cls(found, rarity, index if vocabulary else None)

    def scores(self, text: str) -> Scores:
        """How well each passage matches the words of a text; 0 for no word in common."""
        known = [one for one in content_words(text) if one in self.rarity]
        if self._index is None or not known:
            return np.zeros(len(self.passages), np.float32)
        scores: Scores = np.asarray(self._index.get_scores(known), np.float32)
        return scores

    def weight(self, word: str) -> float:
        """How rare a word is; what nobody wrote is as rare as can be."""
        return self.rarity.get(word, float(np.log1p(len(self.passages) or 1)))

    def shared(self, text: str, place: int) -> float:
        """The share of a text's words that a passage holds, from 0 to 1; words nobody wrote count as the rarest."""
        asked = set(content_words(text))
        weight = {one: self.weight(one) for one in asked}
        total = sum(weight.values())
        return sum(weight[one] for one in asked & self.passages[place]) / total if total else 0.0


@dataclass(frozen=True)
class Hit:
    """A passage that speaks of something: its place, and how near in meaning and in words."""

    place: int
    score: float
    meaning: float
    shared: float

    @property
    def speaks_of_it(self) -> bool:
        """Whether it may be shown as an answer, and is not merely the nearest of what there is."""
        alike = self.meaning >= ALIKE or (self.meaning >= NEAR and self.shared > 0)
        return alike or (self.meaning >= RELATED and self.shared >= SHARED) or self.shared >= 1


def fused(text: str, places: Sequence[int], meaning: Scores, words: Words) -> list[Hit]:
    """The candidates at these places, best first: nearness of meaning, and what the words they share add to it.

    `meaning` has a value for each of `places`.
    """
    hits = []
    for at, place in enumerate(places):
        shared = words.shared(text, place)
        hits.append(Hit(place, float(meaning[at]) + WORDS_WEIGH * shared, float(meaning[at]), shared))
    return sorted(hits, key=lambda one: (-round(one.score, 5), one.place))
