"""Rows that keep to several conditions: "projects over 80 % of budget and behind schedule", "with their margin".

What a question asks of the same rows is one table: the last condition tells it, the others say of which rows it is.
Measures that share a table are limited in it (`merging`); any other condition is asked for itself, of its own period
and rows, and those that keep to it are looked up. What cannot be told of those rows is said, and nothing else is.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.permissions.words import plural
from assistant.planning.conditions import HAD, LISTING, NONE, is_such
from assistant.planning.here import Here
from assistant.planning.lacking import ACTIVE, AMONG, MAY_BE_NEGATIVE
from assistant.planning.limits import OPPOSITE
from assistant.planning.merging import each_asked
from assistant.planning.parts import Grouping, Parts
from assistant.planning.questions import as_question
from assistant.planning.words import Role
from assistant.query import Comparison, OfThose, Query, Some, Threshold

Stopped = Clarification | NoData | Unsupported

_EITHER = re.compile(
    r"\bor (?!(?:more|less|fewer|above|below|over|under|higher|lower|longer|later|earlier|so|so far)\b)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\b(?:their|its|his|her|they|it|each|when)\b", re.IGNORECASE)
"""As in "projects ending this quarter with their remaining budget": what is told is told of just these."""


_SUCH = re.compile(r"\b(?:which|who|that|whose|where|any|anyone|anybody)\b", re.IGNORECASE)
"""As in "which projects are burning too fast and end before Christmas": what comes last says which rows are meant."""


def told(pieces: Sequence[Parts], each: Sequence[Sequence[Query | Stopped]], here: Here) -> list[Query | Stopped]:
    """What the pieces of a question came to; of the same rows, in one table of those that keep to all of it."""
    planned = [one for several in each for one in several]
    both = list(zip(pieces, each, strict=True))
    such = [_those(one, piece) for piece, several in both if is_such(piece) for one in several]
    if such:
        rest = [(piece, several) for piece, several in both if not is_such(piece)]
        asked = told([piece for piece, _ in rest], [several for _, several in rest], here)
        return _of_such([_with_some(one, here) if isinstance(one, Query) else one for one in asked], such, here)
    if len(planned) <= 1 or _EITHER.search(here.nameless) or each_asked(here.nameless):
        return planned
    made: list[Query | Stopped] = []
    for run in _runs(pieces):
        several = [one for at in run for one in each[at]]
        made += _of_the_same(several, here) if len(run) > 1 else several
    return made


def _those(query: Query | Stopped, piece: Parts) -> Query | Stopped:
    """What rows are to have; where they are to have none of it, what is true of all others."""
    mark = piece.mark(Role.OF_SUCH)
    if mark is None or mark.value != NONE or not isinstance(query, Query) or len(query.by) != 1:
        return query
    some = Some(query.metrics[0], query.period, query.where)
    return replace(query, of_those=OfThose(query.by[0], (some,), none=True))


def _of_such(asked: Sequence[Query | Stopped], such: Sequence[Query | Stopped], here: Here) -> list[Query | Stopped]:
    """What is asked, of those rows alone that are such as is said; where one of the two cannot be told, that is."""
    stopped = [one for one in (*such, *asked) if not isinstance(one, Query)]
    if stopped:
        return [stopped[0]]
    conditions = [one for one in such if isinstance(one, Query)]
    each = [_joined(one, conditions) for one in asked if isinstance(one, Query)]
    if None in each:
        return [_not_both([one for one in (*asked, *such) if isinstance(one, Query)], here)]
    return [one for one in each if one is not None]


def _runs(pieces: Sequence[Parts]) -> Iterator[list[int]]:
    """The pieces one after the other that ask for the same rows, said once."""
    run: list[int] = []
    rows: tuple[Grouping, ...] = ()
    for at, piece in enumerate(pieces):
        own = tuple(one for one in piece.groupings if one.is_subject)
        if run and not (own and own == rows):
            yield run
            run = []
        run, rows = [*run, at], own
    yield run


def _of_the_same(planned: Sequence[Query | Stopped], here: Here) -> list[Query | Stopped]:
    stopped = [one for one in planned if not isinstance(one, Query)]
    halved = any(isinstance(one, Query) and _picks(one) for one in planned) and _WITH.search(here.nameless)
    if stopped and (halved or _BUT.search(here.nameless)):  # half of what rows are to keep to is told of other rows
        return [stopped[0]]
    lacking = any(isinstance(one, Query) and one.among for one in planned[1:])
    some = [_any_of(one) if lacking and at == 0 and isinstance(one, Query) else one for at, one in enumerate(planned)]
    queries = [_with_some(one, here) for one in some if isinstance(one, Query)]
    if stopped or len(queries) <= 1 or not any(_picks(one) for one in queries):
        return list(planned)
    if len({_table(one) for one in queries}) == 1 and not any(one.among for one in queries):
        return [*queries]  # one table, in which each has its limit
    conditions = [one for one in queries if _picks(one)]
    columns = [one for one in queries if not _picks(one)]
    told_first = columns and _picks(queries[-1]) and _SUCH.search(here.nameless)
    if columns and not (told_first or _OF_THEM.search(here.nameless)):
        return list(planned)
    each = zip(queries, planned, strict=True)
    first = _first(conditions, [one for one, plain in each if isinstance(plain, Query) and _only_lists(plain)])
    joined = _joined(first, [one for one in conditions if one is not first])
    beside = [_joined(one, conditions) for one in columns]
    if joined is None or None in beside:
        return [_not_both(conditions, here)]
    told_beside = [one for one in beside if one is not None]
    alone = told_beside and all(_only_lists(one) for one in conditions)
    return [*told_beside] if alone else [joined, *told_beside]


_BUT = re.compile(r"\b(?:but|yet)\b", re.IGNORECASE)
_TOO_FAST = re.compile(r"\btoo (?:fast|quickly)\b", re.IGNORECASE)
"""As in "burning too fast with less than 20k left": beside another condition it is one."""

_WITH = re.compile(r"\b(?:with|who|that|which|any\w*)\b", re.IGNORECASE)


def _with_some(query: Query, here: Here) -> Query:
    """As in "with less than 4 free hours and leave next week", "but profitable last year": those with any of it."""
    own_rows = _only_lists(query) and LISTING[query.metrics[0]] in query.by
    picks = own_rows or query.having or query.among or query.of_those
    if picks or not query.by or query.limit or query.against or query.derived:
        return query
    if query.metrics[0] == "burn_index" and _TOO_FAST.search(here.nameless):
        return replace(query, having=Threshold(Comparison.MORE, Fraction(1)))
    had = query.metrics[0] in HAD and _WITH.search(here.nameless) and not _OF_THEM.search(here.nameless)
    sums = [one for one in query.metrics if METRICS[one].kind is Kind.SUM]
    sums = sums if had else [one for one in sums if METRICS[one].timing is Timing.FLOW]
    if not sums or not (had or (len(query.by) == 1 and _BUT.search(here.nameless))):
        return query
    metrics = (sums[0], *(one for one in query.metrics if one != sums[0]))
    return replace(query, metrics=metrics, having=_ANY)


def _any_of(query: Query) -> Query:
    """As in "clients we worked for and did not invoice": those with any of what has been."""
    [*_, metric] = [METRICS[one] for one in query.metrics[:1]]
    plain = not (_picks(query) or query.limit or query.against or query.derived) and len(query.by) == 1
    has_been = metric.kind is Kind.SUM and (metric.timing is Timing.FLOW or metric.name in _SOLD)
    return replace(query, having=_ANY) if plain and has_been else query


_SOLD = frozenset({"budget_total", "budget_hours"})
"""What a project has or has not, whenever it is asked: "projects with a budget but no hours"."""


def _first(queries: Sequence[Query], listed: Sequence[Query]) -> Query:
    """The one that is told: the last that has an amount of its own, rather than what rows have none of."""
    amounts = [one for one in queries if not (_only_lists(one) or one in listed)]
    some = [one for one in amounts if not one.among and not _lacks(one)]
    return [*queries[:1], *amounts[-1:], *some[-1:]][-1]


def _lacks(query: Query) -> bool:
    """Whether rows are asked for that have none of something, of all that there are."""
    [*_, metric] = [*query.metrics[:1]]
    return metric in AMONG.values() and any(one.none for one in query.conditions)


def _table(query: Query) -> tuple[object, ...]:
    return (query.by, query.where, query.period, query.against)


def _only_lists(query: Query) -> bool:
    """Whether rows are asked for by what they are, and not by how much they have: "projects ending next month"."""
    listed = query.metrics[0] in LISTING and bool(query.by) and not set(query.by) & set(TIME)
    return listed and not (query.having or query.among)


def _picks(query: Query) -> bool:
    """Whether a query says which rows are meant."""
    return bool(query.having or query.among or query.of_those) or _only_lists(query)


def _rows(query: Query) -> tuple[str, ...]:
    return tuple(one for one in query.by if one not in TIME)


def _joined(first: Query, others: Sequence[Query]) -> Query | None:
    """The first, of those that keep to the others; None where that cannot be found."""
    those = first.of_those
    told_by = set.intersection(*(set(METRICS[one].by) for one in first.metrics)) if first.metrics else set()
    if first.in_each or first.in_so_many or first.at_ends:
        return None
    for one in reversed(others):
        found = _conditions(one, told_by)
        if found is None:
            return None
        for condition in reversed(found):
            those = replace(condition, also=those)
    return replace(first, of_those=those)


def _conditions(query: Query, told_by: Collection[str]) -> list[OfThose] | None:
    """What a query asks of its rows, each of which is of one thing; None of what is made of more than its numbers."""
    own = _rows(query)
    of_more = (
        query.against or query.by_change or query.derived or query.limit or query.target or query.why or query.in_each
        or query.in_so_many or query.to_mean or query.at_ends or query.notes or query.restated or query.definitions
    )  # fmt: skip
    if of_more or len(own) != 1 or own[0] not in told_by or (len(query.by) > 1 and query.having):
        return None
    [field] = own
    some = Some(query.metrics[0], query.period, query.where, every_item=query.every_item)
    if query.among:
        some = replace(some, where=tuple(one for one in query.where if one != ACTIVE))
        found = [OfThose(field, (some,), none=True)]
    elif _lacks(query):
        found = []
    elif query.having:
        found = [_limited(replace(some, metric=one.metric or some.metric), one, field) for one in query.having.each]
    else:
        denied = any(one.none and one.some == (some,) for one in query.conditions)  # "open tasks that are not overdue"
        found = [] if denied or (query.of_those and not _only_lists(query)) else [OfThose(field, (some,))]
    return [*found, *query.conditions]


def _limited(some: Some, limit: Threshold, field: str) -> OfThose:
    """Those within a limit; what has nothing of a sum is within one from above, too: all others are left out."""
    alone = replace(limit, metric="", also=None)
    is_sum = METRICS[some.metric].kind is Kind.SUM
    from_above = is_sum and some.metric not in MAY_BE_NEGATIVE and _holds_of_nothing(alone)
    limit = replace(alone, op=OPPOSITE[alone.op]) if from_above else alone
    any_of_it = is_sum and limit == _ANY and some.metric not in MAY_BE_NEGATIVE
    return OfThose(field, (some if any_of_it else replace(some, having=limit),), none=from_above)


_ANY = Threshold(Comparison.MORE, Fraction(0))


def _holds_of_nothing(limit: Threshold) -> bool:
    """Whether nothing at all is within a limit."""
    return limit.op.holds(Fraction(0), limit.value)


def _not_both(queries: Sequence[Query], here: Here) -> Clarification:
    """What is asked of the same rows cannot be looked up for all of them together: each is offered by itself."""
    rows = plural(DIMENSIONS[_rows(queries[0])[0]].noun, here.view.settings.nouns) if _rows(queries[0]) else "rows"
    text = f"I can tell each of these, and not which {rows} they are all true of. Which one?"
    return Clarification(text, options=tuple(dict.fromkeys(as_question(one, here) for one in queries)))
