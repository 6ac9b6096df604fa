"""A second opinion on what the grammar made of a question in which it took a word that says something for nothing.

"What may we still spend on Apollo" is what is left of its budget, and to a grammar that passes over "may" and "still"
it is what was spent. Only where such a word was passed over is the local model of meaning asked; where it clearly
means another metric and the grammar's own hardly at all, the question is asked back, with both as whole questions.

The thresholds were set on all the questions that are known to be understood and those known to be misread
(`tests/planning/test_second_opinion.py`): none of the former is asked back, and of fresh misreadings few are caught.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.metrics.definition import Outlook, Timing
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import meaning, misunderstandings, paraphrase
from assistant.planning.grammar import cover
from assistant.planning.here import Here
from assistant.planning.meaning import Meant
from assistant.planning.parts import Parts
from assistant.planning.questions import as_question
from assistant.planning.reading_one_above_another import MADE
from assistant.planning.tokens import key, tokenize
from assistant.planning.vocabulary import MetricWord
from assistant.planning.words import Role, phrases
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported

SAYING_SOMETHING = phrases("""
    may, might, can, could, should, shall, still, yet, already, take, takes, took, taken, taking, make, made, making,
    go, going, went, gone, come, comes, came, gets, getting, happen, happened, happening, worth,
    how much are they worth, what are they worth, and how much they are worth, generated, come from, comes from, came
    from, assigned, really, actually, in the end, stand, stands, standing, rather, mainly, bad, on our books, on the
    books, holding up, shaping up, always, going to be
""")
"""Of the words that carry nothing in a question for a metric that is named, those that say something in others."""

UNLIKELY, LIKELIER, NEARER, MEASURED = 0.05, 0.6, 0.6, 4.0
"""Doubted where the grammar's metrics are less likely, another is more likely and nearer, and clearly one is meant."""

TOGETHER = 0.9
"""Doubted, too, where two others are so likely together, of which neither is by itself."""

SHORTEST, LONGEST = 4, 30
"""A question of fewer words says too little to doubt it, and one of more says more than one thing."""


def on(piece: Parts, planned: Sequence[Query | Stopped], here: Here) -> Sequence[Query | Stopped]:
    """The queries of a piece, or the question whether something else is meant."""
    queries = [one for one in planned if isinstance(one, Query)]
    if not here.view.settings.paraphrases or len(queries) != len(planned) or not queries:
        return planned
    if _is_still_to_come(piece, queries, here):
        return _of_what_is_to_come(piece, queries, here) or planned
    if _says_its_title(queries, here) or _is_held(piece, here):
        return planned
    # With the noun of what is named in its place a phrase falls apart: "how much of Budget Air's budget is gone".
    plain, text = _says_nothing_more(piece, queries, here), paraphrase.asked(piece, here)
    passed_over = all(passes_over(one, here, plain) for one in dict.fromkeys((text, here.text)))
    if not (passed_over and SHORTEST <= len(text.split()) <= LONGEST):
        return planned
    meant = meaning.meant(text, here.vocabulary.askable)
    if not is_another({metric for one in queries for metric in one.metrics}, meant):
        return planned
    return [_which(piece, queries, meant, here)]


def _says_its_title(queries: Sequence[Query], here: Here) -> bool:
    """Whether each measure is asked for by its very title, or the share that something named has."""
    text = f" {here.bare.lower()} "
    of_somebody = all(one.derived and one.derived.part for one in queries)
    titles = [here.catalogue[metric].title.lower() for one in queries for metric in one.metrics]
    return of_somebody or all(f" {one} " in text for one in titles)


def _is_held(piece: Parts, here: Here) -> bool:
    """As in "projects that made less than they cost": the "made" is one of the two amounts, and no filler."""
    held = [one for one in piece.bounds if one.number < 0 and not one.value]
    return bool(held) and " than " in here.bare and not MADE.isdisjoint(here.bare.casefold().split())


WILL = re.compile(r"\b(?:will|going to|gonna)\b")
"""Written small: Will is somebody."""


SOON = ("next week", "next month", "next quarter")
"""When leave is asked about that "will be": it is known far ahead, and of no one stretch."""


def _is_still_to_come(piece: Parts, queries: Sequence[Query], here: Here) -> bool:
    """As in "what will Apollo cost", read of last month for want of a period: what has been, and not what will be."""
    has_been = all(
        here.catalogue[metric].outlook is Outlook.ACTUAL and here.catalogue[metric].timing is Timing.FLOW
        for one in queries
        for metric in one.metrics
    )
    return has_been and piece.main is None and not piece.relatives and bool(WILL.search(here.text))


def _of_what_is_to_come(piece: Parts, queries: Sequence[Query], here: Here) -> list[Query | Stopped]:
    """What comes nearest of what looks ahead; nothing where nothing measured does. Of leave it is asked until when."""
    if all(metric.startswith("absence") for one in queries for metric in one.metrics):
        return [misunderstandings.until_when([f"{here.bare} {one}?" for one in SOON])]
    meant = meaning.meant(paraphrase.asked(piece, here), here.vocabulary.askable)
    if meant.inside < paraphrase.INSIDE:
        return []
    ahead = tuple(one for one in meant.likely if here.catalogue[one.metric].outlook is not Outlook.ACTUAL)
    options = paraphrase.offers(piece, replace(meant, likely=ahead), here)
    metrics = [here.catalogue[one] for one in options]
    return [misunderstandings.in_other_words(metrics, list(dict.fromkeys(options.values())))] if options else []


PART_OF = {"issued_open": "receivables"}
"""What is a part of another, of one time: words for the whole do not mean something else."""


def is_another(metrics: set[str], meant: Meant) -> bool:
    """Whether the words clearly mean another metric, and these hardly at all."""
    if not meant.likely or meant.inside < MEASURED:
        return False
    own_names = metrics | {PART_OF[one] for one in metrics & set(PART_OF)}
    first, own = meant.likely[0], sum(one.share for one in meant.likely if one.metric in own_names)
    is_likelier = first.share > LIKELIER or sum(one.share for one in meant.likely[:2]) > TOGETHER
    return own < UNLIKELY and is_likelier and first.score > NEARER


def _says_nothing_more(piece: Parts, queries: Sequence[Query], here: Here) -> frozenset[str]:
    """As in "who still has no bookings", "how much is already booked": what has none, or is booked, is so by then.

    So is what is "still active" active.
    """
    if any(one.dimension == "status" for one in piece.named):
        return frozenset({"still", "yet", "already"})
    ahead = all(here.catalogue[metric].outlook is Outlook.FORECAST for one in queries for metric in one.metrics)
    return frozenset({"still", "yet", "already"} if piece.mark(Role.LACKING) else {"still", "already"} if ahead else ())


def passes_over(text: str, here: Here, plain: frozenset[str] = frozenset()) -> bool:
    """Whether the grammar takes a word of a question for nothing that says something; `plain` are those that do not."""
    tokens = tokenize(text)
    words = {one.word for one in tokens}
    if _in_any().isdisjoint(words) or not any(one <= words and not one <= plain for one in _in_words()):
        return False
    spans = cover(tokens, here.vocabulary, ())
    return any(
        one.role(Role.FILLER)
        and not one.one(MetricWord)
        and _is_one_of(tuple(tokens[at].word for at in one.places), plain)
        for one in spans
    )


def _is_one_of(said: tuple[str, ...], plain: frozenset[str]) -> bool:
    return said in _known() and not set(said) <= plain


@cache
def _known() -> frozenset[tuple[str, ...]]:
    return frozenset(key(one) for one in SAYING_SOMETHING)


@cache
def _in_words() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, _known()))


@cache
def _in_any() -> frozenset[str]:
    return frozenset(word for said in _known() for word in said)


OFFERED = 2
"""How many other metrics are offered beside the grammar's own."""


def _which(piece: Parts, queries: Sequence[Query], meant: Meant, here: Here) -> Clarification:
    """What comes nearest by its meaning, and what the grammar made of it, as whole questions."""
    own = [one for one in queries if not (one.against and one.metrics[0] in paraphrase.COUNTS)][:1]
    taken = {metric for one in queries for metric in one.metrics}
    others = {one: said for one, said in paraphrase.offers(piece, meant, here).items() if one not in taken}
    near = dict(list(others.items())[:OFFERED])
    options = dict.fromkeys([*near.values(), *(as_question(one, here) for one in own)])
    metrics = [here.catalogue[one] for one in [*near, *(one.metrics[0] for one in own)]]
    return misunderstandings.in_other_words(metrics, list(options))
