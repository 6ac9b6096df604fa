"""The first so many of each: "top 3 projects for each client", "each team's five most utilized people"."""

from dataclasses import replace

from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning.parts import Grouping, Parts
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported


def told(query: Query | Stopped, parts: Parts) -> Query | Stopped:
    """The query whose limit counts anew in each row of what is said by "each" or "per", and in each stretch of time.

    "Top 3 clients by month" are those of each month; "the most in a single day" is one day of all.
    """
    if not isinstance(query, Query) or query.derived or len(query.by) == 1:
        return query
    query = replace(query, limit=1) if _who_of_each(query, parts) else query
    if not query.limit:
        return query
    subject = any(one.is_subject and not set(one.dimensions) & set(TIME) for one in parts.groupings)
    each = [one for one in parts.groupings if one.is_each or (subject and _is_when(one))]
    within = tuple(dict.fromkeys(name for one in each for name in one.dimensions if name in query.by))
    return replace(query, limit_in=within) if set(within) < set(query.by) else query


def _who_of_each(query: Query, parts: Parts) -> bool:
    """As in "who in each team has the most overtime": one of each, where "who has the most" alone ranks them all."""
    ranked = any(not one.is_default for one in parts.rankings) and query.limit is None
    subjects = [one for one in parts.groupings if one.is_subject]
    each = any(one.is_each for one in parts.groupings)
    return ranked and each and len(subjects) == 1 and subjects[0].is_one


def _is_when(one: Grouping) -> bool:
    return bool(set(one.dimensions) & set(TIME)) and not one.is_subject


def kept(new: Query, old: Query) -> Query:
    """What follows on from such a question still counts in each of them, as far as it is told by them."""
    within = new.limit_in or tuple(one for one in old.limit_in if one in new.by)
    return replace(new, limit_in=within if set(within) < set(new.by) else ())
