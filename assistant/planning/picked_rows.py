"""Rows that were picked by a limit or a place, and what is asked of them next: another measure, or a limit of one.

top 5 clients by revenue          and margin                      both, of these five
people below 60 % utilization     and hours                       both, of these people
revenue and margin by client      those with margin below 20 %    both, of these clients
clients with more than 3 projects and revenue                     of all clients, which is said
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import OfThose, Query, Some, Threshold

Stopped = Clarification | NoData | Unsupported


def beside(made: list[Query | Stopped], before: Query, piece: Parts, here: Here) -> list[Query | Stopped]:
    """As in "hours for each of them", after the top five clients: beside what they were picked by, of the same rows.

    Where nobody points at them ("and revenue"), what stands in no table with them is told anew, and that is said.
    """
    picked = before.limit or before.having or before.by_change or before.to_mean
    others = [one for one in made if isinstance(one, Query) and not set(one.metrics) <= set(before.metrics)]
    if not picked or not before.by or before.derived or before.among or before.why or not others:
        return made
    narrows = bool(piece.bounds) and here.text.casefold().startswith(NARROWING)
    same = [one for one in others if one.by == before.by and one.where == before.where and one.having is None]
    if not same or len(same) < len(made) or any(not _told_alike(one, before, here) for one in same):
        points = any(one.role is Role.HE for one in piece.marks) and not piece.bounds
        lost = points and _those(before) is None
        return [misunderstandings.of_rows_picked_otherwise()] if lost else _of_those(made, before, narrows=narrows)
    if piece.stretches or piece.relatives:
        return _of_those(made, before, narrows=narrows)
    if piece.rankings:
        return [_sorted_by(same[0], before)] if before.having and not before.limit else made
    added = [name for one in same for name in one.metrics if name not in before.metrics]
    return [replace(before, metrics=(*before.metrics, *dict.fromkeys(added)))]


NARROWING = ("and ", "but ", "with ", "also ")
"""As in "and margin below 20 %", which leaves fewer of the rows; "which clients are over budget" asks of all."""


def _sorted_by(new: Query, before: Query) -> Query:
    """As in "sort by revenue", after the clients with a margin below 30 %: still of these, whose limit is one of it."""
    limits = before.having.each if before.having else ()
    having: Threshold | None = None
    for one in reversed(limits):
        having = replace(one, metric=one.metric or before.metrics[0], also=having)
    return replace(before, metrics=(*new.metrics, *before.metrics), order=new.order, having=having)


def _of_those(made: Sequence[Query | Stopped], before: Query, *, narrows: bool) -> list[Query | Stopped]:
    """As in "and revenue", after the projects over budget: of these; what no limit tells again is told anew."""
    those = _those(before)

    def is_of_them(one: Query) -> bool:
        named = any(where.field in before.by for where in one.where)  # "could Will take it"
        return one.by == before.by and (one.having is None or narrows) and one.of_those is None and not named

    return [
        replace(one, of_those=those) if those and isinstance(one, Query) and is_of_them(one) else again
        for one, again in zip(made, told_anew(made, before, narrows=narrows), strict=True)
    ]


def _those(before: Query) -> OfThose | None:
    """The rows of a query by the limit that picked them; None where something else did."""
    rows = before.by[0] if len(before.by) == 1 and before.by[0] not in TIME else ""
    otherwise = before.limit or before.by_change or before.derived or before.among or before.to_mean or before.of_those
    if not (rows and before.having) or otherwise or before.against or before.in_so_many or before.why:
        return None
    return OfThose(rows, (Some(before.metrics[0], before.period, before.where, before.having, before.every_item),))


def of_those_before(made: list[Query | Stopped], before: Query, piece: Parts) -> list[Query | Stopped]:
    """As in "which of them end this year", after projects over budget: of those alone, and not of all projects."""
    points = any(one.role is Role.HE for one in piece.marks) and piece.wanted and piece.groupings
    those = _those(before) if points else None
    if those is None:
        return made
    return [
        replace(one, of_those=those)
        if isinstance(one, Query) and one.by == before.by and one.of_those is None and one.having != before.having
        else one
        for one in made
    ]


def is_lost(made: Query | Stopped, before: Query) -> bool:
    """As in "what are they working on", after who is away: told by project, those who are away are no longer meant."""
    picked = before.limit or before.having or before.by_change
    rows = set(before.by) - set(TIME)
    return (
        bool(picked and rows) and isinstance(made, Query) and not rows & {*made.by, *(one.field for one in made.where)}
    )


def _told_alike(one: Query, before: Query, here: Here) -> bool:
    """Whether both stand in one table: over one period, or as of the same day."""
    both = [here.catalogue[name] for name in (one.metrics[0], before.metrics[0])]
    return both[0].timing is both[1].timing and set(before.by) <= set(both[0].by)


ITS = re.compile(r"\b(?:it|its|that one|this one|they|their)\b", re.IGNORECASE)


def of_the_picked(piece: Parts, before: Query, here: Here) -> list[Query | Stopped] | None:
    """As in "what did it cost?" after "the project with the lowest margin": the same rows, with that beside it."""
    rows = before.by and before.limit and before.metrics and not set(before.by) & set(TIME)
    said_more = piece.named or piece.groupings or piece.stretches or piece.rankings or piece.bounds or piece.unknown
    asked = [one.metric for one in piece.wanted if one.metric in here.vocabulary.askable]
    if not rows or said_more or len(asked) != 1 or before.notes or before.why or not ITS.search(here.text):
        return None
    alike = [(here.catalogue[one].timing, here.catalogue[one].outlook) for one in (before.metrics[0], asked[0])]
    if before.derived or alike[0] != alike[1] or not set(before.by) <= set(here.catalogue[asked[0]].by):
        return None
    if any(one.field not in here.catalogue[asked[0]].by for one in before.where):
        return None
    return [replace(before, metrics=tuple(dict.fromkeys((*before.metrics, asked[0]))), against=None)]


def still_limited(made: Query | Stopped, before: Query, piece: Parts) -> Query | Stopped:
    """As in "only those with margin below 20 %", after revenue and margin: both are told of those rows."""
    if not isinstance(made, Query) or not (piece.bounds and piece.wanted and made.having) or before.derived:
        return made
    alike = made.by == before.by and made.period == before.period and not made.having.metric and not made.having.also
    if not alike or not set(made.metrics) < set(before.metrics) or before.among or before.why:
        return made
    first = before.metrics[0]
    limit = made.having if made.metrics[0] == first else replace(made.having, metric=made.metrics[0])
    return replace(made, metrics=before.metrics, having=limit)


TOLD_ANEW = "The rows that were picked before cannot be told by this, so it is told without what picked them."
FIRST_BY_THIS = "The rows are picked by this number: those that were told before may be others."


def told_anew(made: Sequence[Query | Stopped], before: Query, *, narrows: bool) -> list[Query | Stopped]:
    """As in "and revenue", after rows picked as of a day: of all of them, and that is said."""
    return [
        replace(one, understood=one.understood or (FIRST_BY_THIS if one.limit else TOLD_ANEW))
        if isinstance(one, Query) and one.by == before.by and (one.having is None or (one.limit and narrows))
        else one
        for one in made
    ]
