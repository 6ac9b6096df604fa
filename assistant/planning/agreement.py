"""Whether a language model's plan says what the question says: whatever the grammar understood has to be in it.

Where every word was understood, the plan is the grammar's, and a model's has to be the same. Where words are left over,
they are the model's to explain: of all else nothing may be missing or another, nothing may be in the plan that no word
could ask for, and a word that could be a name is never explained away. What the model then makes of the words is the
plan where the local model of meaning bears it out; else it is only offered, as a question to pick.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from assistant.outcome import Clarification, Unsupported
from assistant.planning import meaning, misunderstandings, paraphrase, planner, timing, words
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.questions import as_question
from assistant.planning.tokens import tokenize
from assistant.planning.words import End, Role
from assistant.query import Order, Plan, Query

AMONG = paraphrase.OFFERED
"""A metric is borne out by being among so many that are the likeliest to be meant: those that would be offered."""

BELOW_UNMEASURED = 0.15
"""So far may something that is not measured be nearer to the question than the metric."""

ALIKE = 70
"""How much a name of the plan must be like words that could be a name, in percent."""

SHORT = 2
"""Words of so few letters are too like any other."""

COMPARING = (Role.VERSUS, Role.COMPARE, Role.BEFORE, Role.YEAR_BEFORE, Role.CHANGE, Role.TREND, Role.DRIFT)
"""Words by which something is compared."""

SETTLED = (Role.ORDER, Role.WHAT_IF, Role.MEANING, Role.UNMEASURED, Role.AMBIGUOUS)
"""Closed words by which it is known what stands in the way: no model explains them away."""


def left_out(queries: Sequence[Query], own: object, here: Here, *, follows: bool) -> Iterator[str]:
    """What a question says beyond doubt and a plan does not have, or has otherwise; `own` is the grammar's outcome."""
    if isinstance(own, Plan) and not is_by_meaning(own):
        yield from _another(queries, own, here)
        return
    pieces = pieces_of(here)
    yield from _names(queries, pieces)
    if not follows:
        yield from _other_metrics(queries, pieces, here) if not isinstance(own, Unsupported) else ()
        yield from _other_periods(queries, pieces, here)
        yield from _strangers(queries, pieces)
        yield from _unsaid_names(queries, here)
        yield from _rows(queries, pieces, here)


def is_settled(own: object, here: Here) -> bool:
    """Whether it is known why there is no plan, or which of several is meant is for the asker to say."""
    if isinstance(own, Plan):
        return False
    pieces = pieces_of(here)
    is_choice = isinstance(own, Clarification) and bool(own.options) and not any(one.unknown for one in pieces)
    return is_choice or any(one.mark(*SETTLED) for one in pieces)


def is_borne_out(queries: Sequence[Query], own: object, here: Here, *, follows: bool) -> bool:
    """Whether a plan with nothing left out is answered; what a model alone makes of the words is offered."""
    if isinstance(own, Plan) and not is_by_meaning(own):
        return True
    unexplained = [one for one in pieces_of(here) if one.unknown]
    # Where it is known what is asked for, the words left over are about it, and nobody can tell what they change.
    may_be = bool(unexplained) and not follows and not any(one.wanted for one in unexplained)
    may_be = may_be and not set(here.text.casefold().split()) & paraphrase.DENYING
    may_be = may_be and here.view.settings.paraphrases and _differs_in_metrics_only(queries, here)
    return may_be and _is_near(queries, unexplained, here)


def named_metrics(here: Here) -> set[str]:
    """The metrics that words of the glossary in a question ask for, or could."""
    pieces = pieces_of(here)
    vague = (name for piece in pieces for one in piece.marks if isinstance(one.value, tuple) for name in one.value)
    return {one.metric for piece in pieces for one in piece.wanted} | {one for one in vague if isinstance(one, str)}


def offered(queries: Sequence[Query], own: object, here: Here) -> Clarification | None:
    """What a model makes of a question, to be confirmed; nothing where the question is already put better."""
    if isinstance(own, Clarification) and len(own.options) > 1 and not _differs_in_metrics_only(queries, here):
        return None
    return misunderstandings.as_a_model_reads_it(list(dict.fromkeys(as_question(one, here) for one in queries)))


def pieces_of(here: Here) -> tuple[Parts, ...]:
    """The parts of the question, piece by piece."""
    return tuple(planner.pieces_of(tokenize(here.text), find_periods(here.text, here.today, here.calendar), here))


def is_by_meaning(own: Plan) -> bool:
    """Whether a plan rests on nearness of meaning alone."""
    note = paraphrase.UNDERSTOOD.partition("{")[0]
    return any(one.understood.startswith(note) for one in own.queries)


def _another(queries: Sequence[Query], own: Plan, here: Here) -> Iterator[str]:
    """Where every word was understood: what the plan has to be."""
    meant = [_substance(one) for one in own.queries]
    found = [_substance(one) for one in queries]
    whole = all(one in found for one in meant) and (own.not_planned or all(one in meant for one in found))
    if not whole:
        said = "; ".join(as_question(one, here) for one in own.queries if one.metrics)
        yield f"The question says: {said}. The plan is another."


def _substance(query: Query) -> Query:
    """A query without the words for it: two that are the same have the same numbers."""
    return replace(
        query,
        metrics=tuple(sorted(query.metrics)),
        by=tuple(sorted(query.by)),
        where=tuple(sorted(query.where, key=lambda one: (one.field, one.negated, one.ids))),
        period=replace(query.period, label=""),
        against=query.against and replace(query.against, period=replace(query.against.period, label="")),
        order=query.order if query.limit else None,
        period_said="",
        understood="",
    )


def _differs_in_metrics_only(queries: Sequence[Query], here: Here) -> bool:
    """Whether the plan is what the grammar makes of the question, were the words left over those for its metrics."""
    left = [_substance(one) for one in queries]
    for piece in pieces_of(here):
        chosen = dict.fromkeys(one.metrics[0] for one in left if len(one.metrics) == 1)
        readings = (paraphrase.with_metric(one, piece, here) for one in chosen)
        meant = [[_substance(one) for one in reading] for reading in readings if reading]
        same = next((one for one in meant if left[: len(one)] == one), None)
        if same is None or not piece.unknown:
            return False
        left = left[len(same) :]
    return not left


def _other_metrics(queries: Sequence[Query], pieces: Sequence[Parts], here: Here) -> Iterator[str]:
    """What words of the glossary ask for, where none of it is in the plan."""
    wanted = {one.metric: None for piece in pieces for one in piece.wanted}
    if wanted and not any(set(query.metrics) & set(wanted) for query in queries):
        titles = " or ".join(here.catalogue[one].title.lower() for one in wanted)
        yield f"The question asks for {titles}, and the plan does not."


def _names(queries: Sequence[Query], pieces: Sequence[Parts]) -> Iterator[str]:
    filters = {(one.field, label, one.negated) for query in queries for one in query.where for label in one.ids}
    for named in (one for piece in pieces for one in piece.named):
        readings = [one for one in named.readings if one.is_whole]
        # A plan may leave out what the grammar does not know to be left out ("Design aside"), but not the reverse.
        ways = (True,) if named.negated else (False, True)
        kept = any((one.dimension, one.id, way) in filters for one in readings for way in ways)
        if readings and not kept:
            yield f'The question is about "{named.text}", and the plan is not.'


def _other_periods(queries: Sequence[Query], pieces: Sequence[Parts], here: Here) -> Iterator[str]:
    for found in {one.found for piece in pieces for one in piece.stretches}:
        kept = False
        for query in queries:
            metric = here.catalogue[query.metrics[0]]
            meant = timing.as_read(metric, timing.reread(metric, found, here).period)
            earlier = query.against.period if query.against else None
            kept = kept or any(
                one and (one.start, one.end) == (meant.start, meant.end) for one in (query.period, earlier)
            )
        if not kept:
            yield f'The question says "{found.text}", and the plan is about another period.'
    if not any(piece.stretches or piece.relatives for piece in pieces) and any(one.period_said for one in queries):
        yield "The question names no period, and the plan does. Leave it empty."


def _strangers(queries: Sequence[Query], pieces: Sequence[Parts]) -> Iterator[str]:
    """Words that are not understood and could be a name: they may be one that is spelt otherwise, and nothing else."""
    names = [name for query in queries for one in query.where for name in one.names]
    for said in (one for piece in pieces for one in piece.unknown):
        could_be = said.is_name or any(word[:1].isupper() or word[:1].isdigit() for word in said.text.split())
        if could_be and not any(fuzz.partial_ratio(said.text.lower(), one.lower()) >= ALIKE for one in names):
            yield f'The question says "{said.text}", and the plan leaves it out.'


def _unsaid_names(queries: Sequence[Query], here: Here) -> Iterator[str]:
    """Rows that are picked by a name of which no word is in the question, nor one like it."""
    said = here.text.casefold().split()
    for name in dict.fromkeys(name for query in queries for one in query.where for name in one.names):
        parts = [one for one in name.casefold().split() if len(one) > SHORT]
        if not any(fuzz.ratio(one, word.strip(".,?!'\"")) >= ALIKE for one in parts for word in said):
            yield f'The question says nothing of "{name}", and the plan does. Leave it out.'


def _rows(queries: Sequence[Query], pieces: Sequence[Parts], here: Here) -> Iterator[str]:
    """Breakdowns, limits, ends of a ranking, comparisons, reasons and denials."""
    yield from _limits(queries, pieces, here)
    yield from _comparisons(queries, pieces)
    by = {one for query in queries for one in query.by}
    for grouping in (one for piece in pieces for one in piece.groupings):
        if not by & set(grouping.dimensions) and not any(query.where for query in queries):
            yield f"The question asks for rows by {' or '.join(grouping.dimensions)}, and the plan does not."
    if any(piece.mark(Role.WHY) for piece in pieces) and not any(one.why for one in queries):
        yield "The question asks why, and the plan does not."
    denied = {word for piece in pieces for one in piece.unknown for word in one.text.casefold().split()}
    left_out = any(one.negated for query in queries for one in query.where)
    if denied & paraphrase.DENYING and not left_out and not any(one.having for one in queries):
        yield "The question denies something, and the plan does not."


def _limits(queries: Sequence[Query], pieces: Sequence[Parts], here: Here) -> Iterator[str]:
    """Limits of values and of rows: those that are said, and none where no number is."""
    set_by_plan = [one for query in queries if query.having for one in query.having.each]
    says_numbers, ranked = has_numbers(here), [one for piece in pieces for one in piece.rankings]
    for bound in (one for piece in pieces for one in piece.bounds):
        is_kept = any(one.op is bound.op and one.value in {bound.value, bound.value / 100} for one in set_by_plan)
        if not is_kept and (not set_by_plan or not (bound.unit or bound.in_hours)):
            yield "The question sets a limit, and the plan does not, or sets another."
    if any(one.value for one in set_by_plan) and not says_numbers:
        yield "The question sets no limit, and the plan does. Leave it out."
    if ranked and not any(one.limit or one.order for one in queries):
        yield "The question asks for one end of a ranking, and the plan does not."
    if any(one.limit and one.limit > 1 for one in queries) and not says_numbers and not ranked:
        yield "The question names no number of rows, and the plan does. Leave it out."
    for one in ranked:
        other_end = {End.HIGH: Order.ASC, End.LOW: Order.DESC}.get(one.end)
        if any(query.order is other_end for query in queries if other_end and query.limit):
            yield "The question asks for the other end of a ranking."
        if one.limit and not any(query.limit == one.limit for query in queries):
            yield f"The question asks for {one.limit} rows, and the plan does not."


def _comparisons(queries: Sequence[Query], pieces: Sequence[Parts]) -> Iterator[str]:
    """What is compared with an earlier period, and nothing else."""
    is_compared = any(one.relatives or len(one.stretches) > 1 or one.mark(*COMPARING) for one in pieces)
    compares = any(one.against for one in queries if not one.why)
    if compares and not is_compared:
        yield "The question compares nothing, and the plan does. Leave it out."
    if any(relative.compares for piece in pieces for relative in piece.relatives) and not compares:
        yield "The question compares with an earlier period, and the plan does not."


def has_numbers(here: Here) -> bool:
    """Whether a number is said that is no part of a period."""
    text = here.text
    for start, end in sorted((one.span for one in find_periods(text, here.today, here.calendar)), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    said = set(text.casefold().split())
    return any(letter.isdigit() for letter in text) or bool(said & _IN_LETTERS)


_IN_LETTERS = frozenset(word for one in (*words.NUMBERS, *words.FRACTIONS) for word in one.split()) - {"a"}


def _is_near(queries: Sequence[Query], unexplained: Sequence[Parts], here: Here) -> bool:
    """Whether the metrics lie near the words, not far behind what is not measured, and nearer by each word left."""
    text, metrics = here.bare, [one.metrics[0] for one in queries]
    scores = {one.metric: one.score for one in meaning.nearest(text, here.vocabulary.askable)}
    if any(scores[""] - scores[one] > BELOW_UNMEASURED for one in metrics):
        return False
    for piece in unexplained:
        likely = meaning.meant(paraphrase.asked(piece, here), here.vocabulary.askable).likely[:AMONG]
        if not {one.metric for one in likely} & set(metrics):
            return False
    return all(any(paraphrase.explains_every_word(piece, text, one) for one in metrics) for piece in unexplained)
