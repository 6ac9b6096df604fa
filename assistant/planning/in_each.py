"""Rows that have some of each: "who works on both Apollo and Website", "clients with work in Design, not in Brand"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.metrics.definition import Kind
from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.examples import examples
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import Comparison, Filter, InEach, Query, Threshold

Stopped = Clarification | NoData | Unsupported


SOME = Threshold(Comparison.MORE, Fraction(0))
"""What "how many people worked on" asks for by itself, and rows that have some of each keep to anyway."""


def asked(parts: Parts, where: Sequence[Filter]) -> bool:
    """Whether rows are asked for that have some of one thing, and of each of others or of none."""
    return any(one.is_subject and one.dimensions for one in parts.groupings) and _every(parts, where) is not None


def told(query: Query, parts: Parts, here: Here) -> Query | Stopped:
    """The query for such rows; any other as it is."""
    every = _every(parts, query.where)
    subjects = [one for one in parts.groupings if one.is_subject and one.dimensions]
    said = parts.mark(Role.BOTH)
    if subjects and every is None and said and "both" in said.said.casefold():
        return misunderstandings.which_two()
    if not subjects or every is None:
        return query
    none = next((one for one in query.where if one.negated and one.field == every.field), None)
    if none and set(none.ids) & set(every.ids):
        return query
    metric = here.catalogue[query.metrics[0]]
    told_otherwise = query.having not in (None, SOME) or query.limit or query.against or set(query.by) & set(TIME)
    if metric.kind is not Kind.SUM or every.field in query.by or told_otherwise or not query.by:
        return misunderstandings.one_and_not_another(every.names, examples(here))
    others = tuple(one for one in query.where if one not in (every, none))
    both = replace(every, ids=(*every.ids, *none.ids), names=(*every.names, *none.names)) if none else every
    return replace(
        query,
        metrics=query.metrics[:1],
        by=(*query.by, every.field),
        where=(*others, both),
        in_each=InEach(every, replace(none, negated=False) if none else None),
        having=None,
        order=None,
    )


def _every(parts: Parts, where: Sequence[Filter]) -> Filter | None:
    """The values of which there is to be some of each: those that "both" is said of, or beside those left out."""
    named = [one for one in where if not one.negated]
    if parts.mark(Role.BOTH):
        return next((one for one in reversed(named) if len(one.ids) > 1), None)
    left_out = [one for one in where if one.negated]
    apart = {one.field for one in left_out if not any(set(one.ids) & set(other.ids) for other in named)}
    return next((one for one in named if one.field in apart), None)


def leaves_some(left_out: Filter, where: Iterable[Filter]) -> bool:
    """Whether what is left out is among what is asked for: "Acme but not on Northwind" is about rows that have both."""
    kept = [one for one in where if one.field == left_out.field and not one.negated]
    return all(set(left_out.ids) & set(one.ids) for one in kept)


ONLY = Guarded(r"\b(?:only|just)\b", re.IGNORECASE)


def said_twice(parts: Parts, where: tuple[Filter, ...], by: Sequence[str], here: Here) -> tuple[Filter, ...]:
    """As in "only Acme, not Globex": the rows that are asked for are none of those that are left out anyway.

    "Who worked on Acme but not on Globex" is about people who may have done both, and is no such question.
    """
    if any(one.is_subject for one in parts.groupings):
        return where
    plain = ONLY.search(here.nameless) is not None
    return tuple(one for one in where if not one.negated or leaves_some(one, where) or not (plain or one.field in by))
