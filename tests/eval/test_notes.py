"""How well notes are found, over pairs that served for no choice."""

import pytest

from assistant.permissions.notes import Ranked
from eval.notes import Found, Retrieval, retrieval

pytestmark = pytest.mark.xdist_group("eval notes")
"""One process measures once for all that look at it."""


@pytest.fixture(scope="module")
def measured() -> Retrieval:
    """Both corpora, every way of ranking."""
    return retrieval()


def held_out(measured: Retrieval, corpus: str, way: Ranked) -> Found:
    wanted = (corpus, "held out", way.value)
    return next(one for one in measured.found if (one.corpus, one.half, one.way) == wanted)


def test_there_are_pairs_enough(measured: Retrieval) -> None:
    assert measured.pairs >= 120


@pytest.mark.parametrize(("corpus", "first", "within"), [("demo", 0.7, 0.94), ("generated", 0.5, 0.85)])
def test_most_answers_are_among_the_first_five(measured: Retrieval, corpus: str, first: float, within: float) -> None:
    both = held_out(measured, corpus, Ranked.BOTH)
    assert both.first >= first
    assert both.within >= within


@pytest.mark.parametrize("corpus", ["demo", "generated"])
def test_meaning_and_words_together_find_at_least_what_either_finds(measured: Retrieval, corpus: str) -> None:
    both, words, meaning = (held_out(measured, corpus, one) for one in (Ranked.BOTH, Ranked.WORDS, Ranked.MEANING))
    assert both.within >= max(words.within, meaning.within)


def test_the_table_says_every_way_side_by_side(measured: Retrieval) -> None:
    assert len(measured.text().splitlines()) == 1 + 2 * 2 * len(Ranked)
    assert measured.to_json()["pairs"] == measured.pairs
