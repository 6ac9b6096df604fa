"""Words the grammar does not know: the metric they mean, by a local model of meaning.

It decides a metric and nothing else. What a question says of names, periods, breakdowns and limits must have been
understood by the grammar, and is left as it was. Only where one metric is very likely and very near, no other is, and
every other word is covered, the question is planned by it. Else, where something measured is meant, it offers the
likeliest as whole questions; where nothing is, the question stays unsupported, with the nearest ones this asker could
ask. A word that could be a name is never explained away.

The thresholds are set on one half of `benchmarks/paraphrases.txt` and reported on the other: `python -m
benchmarks.paraphrases`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from assistant.embedding import is_a_word
from assistant.metrics.dimensions import DIMENSIONS
from assistant.metrics.everyday import everyday, not_measured
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import meaning, misunderstandings, obstacles, plans, unmeasured
from assistant.planning.here import Here
from assistant.planning.meaning import Meant
from assistant.planning.parts import Grouping, Named, Parts, Unknown, Wanted
from assistant.planning.words import Role
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported

SURE, NEAR, CLEARLY = 0.8, 0.7, 4.0
"""Planned where the likeliest metric is so likely, so near, and so clearly something measured is meant."""

PROBABLE, ALIKE = 0.75, 0.6
"""Asked about where something else was understood and the likeliest metric is so likely and so near."""

AS_NEAR = 0.03
"""Another metric may be nearer by so little: "how lucrative was each client" is not answered by its revenue."""

INSIDE = 3.0
"""Offered where something measured is meant so clearly."""

LIKELY = 0.5
"""So likely must a metric be for it to come before what else is suggested."""

WORTH_IT = 0.01
"""What is less likely is not offered."""

RELATED = 0.45
"""What is not so near is no better a suggestion than the usual ones."""

LEADING = frozenset({"at", "by", "during", "for", "from", "in", "of", "on", "over", "since", "to", "with"})
"""What leads to a name or a period, and goes with it."""

OFFERED = 3

SHORTEST, WITH_A_METRIC = 2, 6
"""A question of fewer words says too little; where a metric is known to be asked for, what it says is about that."""

LONGEST = 30
"""A question of more words says more than a metric in other words."""

LEAVING_OUT = frozenset({"aside", "excepted", "excluded", "excluding", "minus", "omitted", "removed", "sans"})
"""Words by which what stands before or after them is left out."""

DENYING = LEAVING_OUT | {
    *("no", "not", "without", "never", "none", "neither", "nobody", "nothing", "lack", "lacking", "n't")
}
"""Words that turn a question round: what it means without them is another thing."""

LIMITING = frozenset({"under", "below", "beneath", "over", "above", "beyond", "than"})
"""Words that limit by something: "projects under budget" are none without one."""

ALLOWING = frozenset({"may", "can", "could", "might", "should", "still", "just"})
"""Words that are left over because they turn what was into what may be: what it means is offered, never told."""

HEDGING = frozenset({"just", "nearly", "almost", "barely", "hardly", "roughly", "around", "about"})
"""Words that make a number more or less of what it is: what is meant without them is another thing."""

SETTLED = frozenset({Role.UNMEASURED, Role.AMBIGUOUS, Role.ORDER, Role.WHY, Role.WHAT_IF, Role.MEANING, Role.OPEN})
"""Closed words by which it is already known what stands in the way."""

NO_METRIC = SETTLED - {Role.UNMEASURED, Role.AMBIGUOUS, Role.OPEN}
"""Of these, the words of questions that ask for no number in other words."""

UNDERSTOOD = "The words of the question are not in the glossary; by their meaning, {metric} is what comes nearest."


def planned(piece: Parts, stopped: Stopped, here: Here) -> Sequence[Query | Stopped]:
    """The queries of a piece in other words, or a better way to end than the one it was stopped by."""
    if not here.view.settings.paraphrases or any(obstacles.is_work(one) for one in piece.unknown):
        return [stopped]
    is_put_otherwise = _says_it_otherwise(piece, stopped, here)
    text, piece = asked(piece, here), _told_of_each(piece, here)
    size = len(text.split())
    if not (is_put_otherwise or _may_be_meant(piece, stopped, here)) or not SHORTEST <= size <= LONGEST:
        return [stopped]
    meant = meaning.meant(text, here.vocabulary.askable)
    if not meant.likely or not (is_put_otherwise or _is_clearly_meant(piece, meant, here)):
        return [stopped]
    is_short = size < WITH_A_METRIC and _is_another(piece, meant)
    if is_short and (not is_sure(meant) or _is_called_so(piece, here)):
        return [stopped]
    may_be_answered = is_put_otherwise and not is_short and _may_be_answered(piece, stopped)
    if may_be_answered and is_sure(meant) and _covers(piece, text, meant):
        found = _by(meant.likely[0].metric, piece, here)
        if found and all(isinstance(one, Query) and not (one.derived or one.by_change) for one in found):
            return found
    return [_asking_back(piece, stopped, meant, here)]


def _told_of_each(piece: Parts, here: Here) -> Parts:
    """As in "whose plate is full": told of each person, and not of all together."""
    is_whose = _WHOSE.match(here.text) and not piece.groupings
    return replace(piece, groupings=(Grouping(0, ("person",), is_subject=True),)) if is_whose else piece


_WHOSE = re.compile(r"(?:and |so )?whose\b", re.IGNORECASE)


COUNTS = frozenset({"project_count", "headcount", "client_count"})
"""What is asked for where nothing but some things is said: "which projects", "who is there"."""

OF_MORE, CLOSE, IMPROBABLE, WORDS_OF_MORE = 10.0, 0.65, 0.12, 5
"""A list is doubted where something measured is so clearly meant and so near, and the list so unlikely."""


def doubted(piece: Parts, here: Here) -> Stopped | None:
    """What is asked instead of a mere list of things, where the words clearly mean something measured of them.

    As in "what do we still have to take care of on every job": each word is known, and none names a metric.
    """
    counts = {one.metric for one in piece.wanted}
    if not here.view.settings.paraphrases or len(counts) != 1 or not counts <= COUNTS or piece.bounds or piece.named:
        return None
    if piece.mark(Role.HAVING):
        return None
    text = asked(piece, here)
    if not WORDS_OF_MORE <= len(text.split()) <= LONGEST:
        return None
    meant = meaning.meant(text, here.vocabulary.askable)
    of_list = sum(one.share for one in meant.likely if one.metric in counts)
    if not meant.likely or meant.inside < OF_MORE or meant.likely[0].score < CLOSE or of_list > IMPROBABLE:
        return None
    options = dict(list(offers(piece, meant, here).items())[: OFFERED - 1])
    options |= {one: question for one in counts for question in plans.instead_of(piece, [one], here)[:1]}
    metrics = [here.catalogue[one] for one in options]
    return misunderstandings.in_other_words(metrics, list(dict.fromkeys(options.values())))


def _asking_back(piece: Parts, stopped: Stopped, meant: Meant, here: Here) -> Stopped:
    """What is offered instead of an answer: the questions that come near, or the end there was with some of them."""
    is_known = bool(piece.wanted) and not _is_another(piece, meant)
    if piece.mark(Role.UNMEASURED) or (is_known and not _is_borne_out(piece, meant, here)):
        return _suggesting(stopped, piece, meant, here)
    options = offers(piece, meant, here) if meant.inside >= INSIDE else {}
    if not options:
        return _with_the_nearest(stopped, meant, here)
    metrics = [here.catalogue[one] for one in options]
    return misunderstandings.in_other_words(metrics, list(dict.fromkeys(options.values())))


def _is_borne_out(piece: Parts, meant: Meant, here: Here) -> bool:
    """Whether the metric that is known to be asked for is what all the words mean, those that are unknown, too."""
    is_likely = meant.likely[0].share >= PROBABLE and meant.likely[0].score >= ALIKE
    is_told = not _is_called_so(piece, here) or explains_every_word(piece, asked(piece, here), meant.likely[0].metric)
    return is_likely and is_told and _is_plain(piece)


def is_sure(meant: Meant) -> bool:
    """Whether one metric is very likely, very near, none is nearer, and clearly something measured is meant."""
    first, nearest = meant.likely[0], max(one.score for one in meant.likely)
    is_near = first.score >= max(NEAR, nearest - AS_NEAR)
    return meant.all_told >= SURE and is_near and meant.inside >= CLEARLY


def offered(meant: Meant) -> list[str]:
    """The metrics to ask about, the likeliest first."""
    kept: list[str] = []
    for one in meant.likely:
        if one.share >= WORTH_IT and not any(_is_a_form_of(one.metric, other) for other in kept):
            kept.append(one.metric)
    return kept


def _is_a_form_of(metric: str, other: str) -> bool:
    """As the earned value at cost is one of the earned value."""
    return metric.removesuffix("_at_cost") == other.removesuffix("_at_cost")


def offers(piece: Parts, meant: Meant, here: Here) -> dict[str, str]:
    """By metric, the whole question that asks for it with the names and the period that were asked about."""
    found: dict[str, str] = {}
    for metric in offered(meant):
        question = next((one for form in _forms(piece) for one in plans.instead_of(form, [metric], here)), None)
        if question and question not in found.values():
            found[metric] = question
        if len(found) == OFFERED:
            break
    return found


def _forms(piece: Parts) -> Iterator[Parts]:
    """What was understood of a piece; without rows to tell apart and words by chance like a name, where it must be."""
    whole = replace(piece, unknown=(), wanted=(), marks=tuple(one for one in piece.marks if one.role not in SETTLED))
    certain = replace(whole, named=tuple(one for one in whole.named if not _is_by_chance(one)))
    yield certain
    yield replace(certain, groupings=(), rankings=(), marks=())


def _is_by_chance(named: Named) -> bool:
    """Whether a name is an ordinary word in small letters that is only a part of what it could be the name of."""
    words = named.text.split()
    return (
        named.text.islower()
        and not any(one.is_whole for one in named.readings)
        and all(is_a_word(one) for one in words)
        and not named.dimension
    )


def _says_it_otherwise(piece: Parts, stopped: Stopped, here: Here) -> bool:
    """Whether what stands in the way is that a metric is not known by these words, and no name is among them."""
    if piece.mark(*NO_METRIC) or any(_may_be_a_name(one, piece, here) for one in piece.unknown):
        return False
    if piece.named and _unknown_words(piece) & LEAVING_OUT:
        return False
    if isinstance(stopped, Clarification) and stopped == obstacles.nothing_asked(piece, here):
        return any(name.dimension not in {"status", "kind"} for one in piece.named for name in one.readings)
    if isinstance(stopped, Clarification):
        nouns = {one.noun for one in piece.unknown if one.noun}
        return bool(piece.unknown and (piece.mark(Role.AMBIGUOUS) or (nouns and nouns <= set(obstacles.TIMES))))
    return bool(piece.unknown or piece.mark(Role.UNMEASURED))


ON_CONDITION = (
    "capacity_gap",
    "capacity_gap_weighted",
    "earliest_start",
    "earliest_start_weighted",
    "earliest_start_if_all_close",
    "free_hours_with_tentative",
    "overbooked_hours_with_tentative",
    "scheduled_hours_with_tentative",
    "deal_profit",
    "deal_margin",
    "deal_cost",
)
"""What says itself what would be if something came: an "if" in the question may be its own."""


def _may_be_meant(piece: Parts, stopped: Stopped, here: Here) -> bool:
    """Whether something measured can be meant though it was taken for something else: an "if", a name, two things."""
    if piece.mark(*NO_METRIC):
        marked = {one.role for one in piece.marks if one.role in NO_METRIC}
        return marked == {Role.WHAT_IF} and not any(_may_be_a_name(one, piece, here) for one in piece.unknown)
    is_open = bool(piece.unknown) or (piece.mark(Role.AMBIGUOUS) and not piece.bounds and not piece.rankings)
    is_plain = not any(one.noun for one in piece.unknown) and _is_plain(piece)
    return isinstance(stopped, Clarification | NoData) and bool(is_open) and is_plain


def _is_plain(piece: Parts) -> bool:
    """Whether every word that is not understood is one people say, and nothing is called so."""
    return all(
        word not in HEDGING and (word in _ordinary() or (not one.is_name and word.islower() and is_a_word(word)))
        for one in piece.unknown
        for word in one.text.split()
    )


def _is_clearly_meant(piece: Parts, meant: Meant, here: Here) -> bool:
    if piece.mark(Role.WHAT_IF):
        return meant.likely[0].metric in ON_CONDITION and meant.inside >= CLEARLY
    first = meant.likely[0]
    readings = {name for one in piece.marks if isinstance(one.value, tuple) for name in one.value}
    is_probable = first.share >= PROBABLE and first.score >= ALIKE and meant.inside >= CLEARLY
    is_named = _is_another(piece, meant) and _is_called_so(piece, here)
    return is_probable and first.metric not in readings and not is_named


def instead(piece: Parts, planned: Sequence[Query | Stopped], here: Here) -> Sequence[Query | Stopped]:
    """The same, or what was probably meant where a metric cannot be told as it was asked for.

    As in "who have we lost from the staff", where lost deals cannot be told by person.
    """
    stopped = next(iter(planned), None)
    if not isinstance(stopped, Unsupported) or len(planned) > 1 or not here.view.settings.paraphrases:
        return planned
    text = asked(piece, here)
    is_clear = piece.bounds or piece.mark(*SETTLED, Role.AVERAGE) or _is_called_so(piece, here)
    if is_clear or not SHORTEST <= len(text.split()) <= LONGEST:
        return planned
    meant = meaning.meant(text, here.vocabulary.askable)
    is_likely = meant.inside >= INSIDE and bool(meant.likely) and meant.likely[0].share >= LIKELY
    return [_asking_back(piece, stopped, meant, here)] if is_likely and _is_another(piece, meant) else planned


def _is_called_so(piece: Parts, here: Here) -> bool:
    """Whether a metric is asked for by a name of its own, and not by a word that people say for other things, too."""
    text = f" {here.text.lower()} "
    metrics = [here.catalogue[one.metric] for one in piece.wanted]
    names = {one.title for one in metrics} | {name for one in metrics for name in one.also_called if " " in name}
    return any(f" {name.lower()} " in text for name in names)


_POINTED_AT = re.compile(r"\b(?:the|this|that|which|what|these|those)\s+$", re.IGNORECASE)
_LED_TO = re.compile(rf"\b(?:{'|'.join(LEADING)})\s+$", re.IGNORECASE)
_NAMED = re.compile(r"\w[.@_]\w")
"""As in "max.mustermann"."""

_POINTED = frozenset({"client", "project", "person", "team"})


def _may_be_a_name(said: Unknown, piece: Parts, here: Here) -> bool:
    """Whether words that are not understood can be what something is called, or stand for something to be named."""
    words, before = said.text.split(), here.text[: said.span[0]]
    if any(word[:1].isupper() or word[:1].isdigit() or _NAMED.search(word) for word in words if word != "I"):
        return True
    if said.noun:
        return said.noun in _POINTED and bool(_POINTED_AT.search(before))
    if not said.is_name or all(one in _ordinary() for one in words):
        return False
    alone = all(one.is_name for one in piece.unknown)
    return (alone and bool(_LED_TO.search(before))) or not all(is_a_word(one) for one in words)


@cache
def _ordinary() -> frozenset[str]:
    """The words of the examples: said by people of what they measure, and no names."""
    texts = (*not_measured(), *(one for said in everyday().values() for one in said))
    return frozenset(word for one in texts for word in re.findall(r"\w+", one.lower()))


def _may_be_answered(piece: Parts, stopped: Stopped) -> bool:
    """Whether nothing but the metric is open: else a question is offered, never answered, by its meaning."""
    if (
        piece.mark(*SETTLED)
        or not piece.unknown
        or not isinstance(stopped, Unsupported)
        or any(_is_by_chance(one) for one in piece.named)
    ):
        return False
    if _says_more(piece):
        return False
    if piece.groupings if piece.mark(Role.HOW_MANY) else piece.mark(Role.HE) and not piece.groupings:
        return False
    return not any(one.noun or one.is_name for one in piece.unknown)


def _says_more(piece: Parts) -> bool:
    """Whether what was not understood denies, or limits, beside whatever it means."""
    return bool(_unknown_words(piece) & (DENYING | LIMITING | ALLOWING))


def _unknown_words(piece: Parts) -> set[str]:
    return {word.casefold() for one in piece.unknown for word in one.text.split()}


SAID_FOR = {"client": "the client", "project": "the project", "person": "the person", "team": "the team"}
"""What the examples call what a name is the name of."""

_BREAKDOWN = re.compile(r"\b(?:by|per) (?:each |every |the )?(?P<noun>\w+)(?: and (?P<other>\w+))?\b", re.IGNORECASE)


def asked(piece: Parts, here: Here) -> str:
    """The question as examples are written: things for their names, and no periods and breakdowns."""
    places = [*_names(piece), *((one.found.span, "") for one in piece.stretches), *_breakdowns(piece, here.bare)]
    text = here.bare
    for (start, end), words in sorted(places, reverse=True):
        before = text[:start].rstrip()
        led = not words and before.rpartition(" ")[2].lower() in LEADING
        text = f"{before.rpartition(' ')[0] if led else before} {words} {text[end:]}"
    text = re.sub(r"\b(?:the|our|a) (?=the )", "", " ".join(text.split()))
    return re.sub(r"\s+(?=['’]s\b|,)", "", text).strip(" ,:").lower()


OF_THE_MEASURE = frozenset({"budget_type", "category", "weekday"})
"""Dimensions whose values say what is measured: retainers, sick leave, Saturdays."""


def _names(piece: Parts) -> Iterator[tuple[tuple[int, int], str]]:
    for one in piece.named:
        if not _is_by_chance(one) and not all(name.dimension in OF_THE_MEASURE for name in one.readings):
            dimension = next((name.dimension for name in one.readings if name.is_whole), "")
            yield one.span, SAID_FOR.get(dimension, "")


def _breakdowns(piece: Parts, text: str) -> Iterator[tuple[tuple[int, int], str]]:
    dimensions = {name for one in piece.groupings for name in one.dimensions}
    nouns = {DIMENSIONS[one].noun for one in dimensions} | dimensions
    for found in _BREAKDOWN.finditer(text) if nouns else ():
        if found["noun"].lower() in nouns:
            yield found.span(), ""


def explains_every_word(piece: Parts, text: str, metric: str) -> bool:
    """Whether the metric is nearer with each unknown word than without it: one it is not nearer by means more."""
    return meaning.nearer_with_each({word for one in piece.unknown for word in one.text.split()}, text, metric)


def _is_another(piece: Parts, meant: Meant) -> bool:
    """Whether a metric is known to be asked for, and the words mean another."""
    return bool(piece.wanted) and meant.likely[0].metric not in {one.metric for one in piece.wanted}


def _covers(piece: Parts, text: str, meant: Meant) -> bool:
    is_known = bool(piece.wanted) and not _is_another(piece, meant)
    return not is_known and explains_every_word(piece, text, meant.likely[0].metric)


def _by(metric: str, piece: Parts, here: Here) -> list[Query | Stopped]:
    wanted = (Wanted(piece.unknown[0].at, metric, metric.replace("_", " ")),)
    found = plans.plan_piece(replace(piece, unknown=(), wanted=wanted), here)
    said = UNDERSTOOD.format(metric=here.catalogue[metric].title.lower())
    return [replace(one, understood=said) if isinstance(one, Query) else one for one in found]


def not_of_several(
    planned: Sequence[Sequence[Query | Stopped]], pieces: Sequence[Parts], here: Here
) -> list[Sequence[Query | Stopped]]:
    """As in "hours, revenue and margin, xyz": a word left over takes the place of none of several known metrics."""
    known = {one.metric for piece in pieces for one in piece.wanted}
    if len(known) < len(("one", "another")):
        return list(planned)
    return [
        [obstacles.first_obstacle(piece, here) or made[0]] if any(_is_by_meaning(one) for one in made) else made
        for piece, made in zip(pieces, planned, strict=True)
    ]


def _is_by_meaning(made: Query | Stopped) -> bool:
    return isinstance(made, Query) and made.understood.startswith(UNDERSTOOD.partition("{")[0])


def with_metric(metric: str, piece: Parts, here: Here) -> list[Query]:
    """What a piece with words left over asks for where these mean a metric; nothing where they could mean more."""
    if piece.mark(*SETTLED) or any(_is_by_chance(one) for one in piece.named) or _says_more(piece):
        return []
    found = _by(metric, piece, here)
    queries = [one for one in found if isinstance(one, Query)]
    return queries if len(queries) == len(found) else []


def _suggesting(stopped: Stopped, piece: Parts, meant: Meant, here: Here) -> Stopped:
    """The same end for a word that is known not to be measured, and first what the whole of it comes near."""
    if isinstance(stopped, Clarification) or meant.inside < INSIDE or meant.likely[0].share < LIKELY:
        return stopped
    first = meant.likely[0].metric
    likeliest = offers(piece, meant, here).get(first) or next(iter(plans.instead_of(Parts(), [first], here)), "")
    questions = (*([likeliest] if likeliest else []), *stopped.suggestions)
    return replace(stopped, suggestions=tuple(dict.fromkeys(questions))[:OFFERED])


def _with_the_nearest(stopped: Stopped, meant: Meant, here: Here) -> Stopped:
    """The same end, and the nearest questions that this asker may ask."""
    if isinstance(stopped, Clarification):
        return stopped
    related = [one.metric for one in meant.likely[:OFFERED] if one.score >= RELATED]
    near = plans.instead_of(Parts(), related, here)
    if near and unmeasured.says_nothing_is_measured(stopped):
        stopped = unmeasured.nothing_but([here.catalogue[one] for one in related], stopped.suggestions)
    return replace(stopped, suggestions=tuple(dict.fromkeys([*near, *stopped.suggestions]))[:OFFERED])
