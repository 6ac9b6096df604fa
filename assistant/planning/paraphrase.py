"""Words the grammar does not know: the nearest metric to them, by a local model of meaning.

It decides a metric and nothing else. What a question says of names, periods, breakdowns and limits must have been
understood by the grammar, and is left as it was; a word that could be a name is never explained away. Only where one
metric is very near, and no other and nothing unmeasured is, the question is planned by it; where several are near, it
asks; where none is, the question stays unsupported, with the nearest ones this asker could ask.

The thresholds are set on one half of `benchmarks/paraphrases.txt` and reported on the other: `python -m
benchmarks.paraphrases`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from assistant.embedding import Vectors, embed
from assistant.embedding.known import embed_known
from assistant.metrics.catalogue import METRICS
from assistant.metrics.everyday import EVERYDAY, NOT_MEASURED
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings, plans, words_measured
from assistant.planning.here import Here
from assistant.planning.parts import Parts, Wanted
from assistant.planning.words import Role
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported

SURE, APART = 0.72, 0.15
"""Planned where the nearest metric is so near, and so far before every other and all that is not measured."""

NEAR, TOGETHER = 0.52, 0.12
"""Asked about where the nearest is so near; those not so far behind it are offered with it."""

RELATED = 0.45
"""What is not so near is no better a suggestion than the usual ones."""

LEADING = frozenset({"at", "by", "during", "for", "from", "in", "of", "on", "over", "since", "to", "with"})
"""What leads to a name or a period, and goes with it."""

OFFERED = 3
SYNONYMS = 4
"""How many of a metric's other names stand for it beside its title and everyday questions."""

LONGEST = 20
"""A question of more words says more than a metric in other words."""

DENYING = frozenset({"no", "not", "without", "never", "none", "neither", "nobody", "nothing", "lack", "lacking"})
"""Words that turn a question round: what it means without them is another thing."""

SETTLED = frozenset({Role.UNMEASURED, Role.AMBIGUOUS, Role.ORDER, Role.WHY, Role.WHAT_IF, Role.MEANING, Role.OPEN})
"""Closed words by which it is already known what stands in the way."""

UNDERSTOOD = "The words of the question are not in the glossary; by their meaning, {metric} is what comes nearest."


@dataclass(frozen=True)
class Near:
    """A metric ("" for what is not measured) and how near it is: the cosine of the nearest words of its own."""

    metric: str
    score: float


def planned(piece: Parts, stopped: Stopped, here: Here) -> Sequence[Query | Stopped]:
    """The queries of a piece in other words, or a better way to end than the one it was stopped by."""
    text = _asked(piece, here)
    if not here.view.settings.paraphrases or not _may_be_a_paraphrase(piece, stopped, text):
        return [stopped]
    ranked = nearest(text, here.vocabulary.askable)
    metrics = [one for one in ranked if one.metric]
    whole = bool(offered(ranked)) and not _has_a_stranger(piece) and explains_every_word(piece, text, ranked[0])
    if piece.wanted and not (whole and all(one.metric != metrics[0].metric for one in piece.wanted)):
        # What is known to be asked for stays asked for: the other words are about it, and it is said which.
        return [stopped]
    if whole and is_sure(ranked):
        found = _by(metrics[0].metric, piece, here)
        if found and all(isinstance(one, Query) for one in found):
            return found
    options = {one: plans.instead_of(_understood(piece), [one], here) for one in offered(ranked)}
    askable = [here.catalogue[name] for name, found in options.items() if found]
    if askable:
        questions = list(dict.fromkeys(one for found in options.values() for one in found))
        return [misunderstandings.in_other_words(askable, questions)]
    return [_with_the_nearest(stopped, metrics, here)]


def is_sure(ranked: Sequence[Near]) -> bool:
    """Whether the nearest is a metric, very near, and everything else far behind it."""
    first, second = ranked[:2]
    return bool(first.metric) and first.score >= SURE and first.score - second.score >= APART


def offered(ranked: Sequence[Near]) -> list[str]:
    """The metrics to ask about; none where what is not measured comes nearest."""
    first = ranked[0]
    if not first.metric or first.score < NEAR:
        return []
    return [one.metric for one in ranked if one.metric and first.score - one.score <= TOGETHER][:OFFERED]


def nearest(text: str, metrics: Sequence[str]) -> list[Near]:
    """These metrics, and what is not measured, the nearest to a text first."""
    askable = {"", *metrics}
    return [one for one in _all_by_nearness(text) if one.metric in askable]


@lru_cache(maxsize=64)
def _all_by_nearness(text: str) -> tuple[Near, ...]:
    """Every metric; of one question it is asked more than once."""
    known = _known()
    cosines = known.vectors @ embed([text])[0]
    best: dict[str, float] = {}
    for owner, cosine in zip(known.owners, cosines.tolist(), strict=True):
        best[owner] = max(cosine, best.get(owner, -1.0))
    return tuple(sorted((Near(one, score) for one, score in best.items()), key=lambda one: -one.score))


@dataclass(frozen=True, eq=False)
class _Known:
    owners: tuple[str, ...]
    vectors: Vectors


@cache
def _known() -> _Known:
    """The words of every metric as vectors, loaded by the first question that needs them."""
    pairs = list(_pairs())
    return _Known(tuple(owner for owner, _ in pairs), embed_known([words for _, words in pairs]))


def own_words() -> list[str]:
    """Every text that stands for a metric, or for what is not measured."""
    return [words for _, words in _pairs()]


def _pairs() -> Iterator[tuple[str, str]]:
    for metric in METRICS.values():
        said = (metric.title, *metric.also_called[:SYNONYMS], *EVERYDAY.get(metric.name, ()))
        yield from ((metric.name, one) for one in dict.fromkeys(said))
    yield from (("", one) for one in NOT_MEASURED)
    yield from (("", one) for phrases in words_measured.UNMEASURED.values() for one in phrases)


def _may_be_a_paraphrase(piece: Parts, stopped: Stopped, text: str) -> bool:
    """Whether all that stands in the way is that no metric is known by these words."""
    if not piece.unknown or piece.mark(*SETTLED) or not isinstance(stopped, Unsupported):
        return False
    if any(word.casefold() in DENYING for one in piece.unknown for word in one.text.split()):
        return False
    if piece.groupings if piece.mark(Role.HOW_MANY) else piece.mark(Role.HE) and not piece.groupings:
        return False
    return not any(one.noun for one in piece.unknown) and 1 < len(text.split()) <= LONGEST


def _asked(piece: Parts, here: Here) -> str:
    """The question without its names and periods, which say nothing of the metric."""
    spans = [one.span for one in piece.named] + [one.found.span for one in piece.stretches]
    text = here.bare
    for start, end in sorted(spans, reverse=True):
        before = text[:start].rstrip()
        led = before.rpartition(" ")[2].lower() in LEADING
        text = f"{before.rpartition(' ')[0] if led else before} {text[end:]}"
    return " ".join(text.split())


def _has_a_stranger(piece: Parts) -> bool:
    """Whether some word that is not understood stands or is written as names are."""
    return any(
        one.is_name or any(word[:1].isupper() or word[:1].isdigit() for word in one.text.split())
        for one in piece.unknown
    )


def explains_every_word(piece: Parts, text: str, found: Near) -> bool:
    """Whether the metric is nearer with each unknown word than without it: one it is not nearer by means more."""
    words = {word for one in piece.unknown for word in one.text.split()}
    without = [" ".join(one for one in text.split() if one != word) for word in sorted(words)]
    known = _known()
    own = [place for place, owner in enumerate(known.owners) if owner == found.metric]
    cosines = embed(without) @ known.vectors[own].T
    return bool((cosines.max(axis=1) < found.score).all())


def _understood(piece: Parts) -> Parts:
    return replace(piece, unknown=())


def _by(metric: str, piece: Parts, here: Here) -> list[Query | Stopped]:
    wanted = (Wanted(piece.unknown[0].at, metric, metric.replace("_", " ")),)
    found = plans.plan_piece(replace(_understood(piece), wanted=wanted), here)
    said = UNDERSTOOD.format(metric=here.catalogue[metric].title.lower())
    return [replace(one, understood=said) if isinstance(one, Query) else one for one in found]


def _with_the_nearest(stopped: Stopped, metrics: Sequence[Near], here: Here) -> Stopped:
    """The same end, and the nearest questions that this asker may ask."""
    related = [one.metric for one in metrics[:OFFERED] if one.score >= RELATED]
    questions = (*plans.instead_of(Parts(), related, here), *stopped.suggestions)
    return replace(stopped, suggestions=tuple(dict.fromkeys(questions))[:OFFERED])
