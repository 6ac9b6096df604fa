"""Metrics that share filters, period, breakdown and comparison, in one query."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning.guarded import Guarded
from assistant.query import Query, Threshold

Stopped = Clarification | NoData | Unsupported


_AND_WHO = Guarded(
    r"^\W*(?:and |so )?(?:who|which \w+)\b[^?;.]*?(?:,|;|\band\b|\bor\b|[?.]) (?:and )?(?:who|which \w+)"
    r"(?:['’]s| is| are| has| have| had| was| were| will)\b",
    re.IGNORECASE,
)


def each_asked(text: str) -> bool:
    """As in "who is free, and who is overbooked": two questions, and not those who are both."""
    return _AND_WHO.search(text) is not None


def merged(planned: Iterable[Query | Stopped], *, apart: bool = False, either: bool = False) -> list[Query | Stopped]:
    """Metrics that share filters, period, breakdown and comparison, in one query; the one with a limit first.

    What is asked `apart` keeps to its own limit, and so does `either` of two, of which a row need be only one.
    """
    planned = list(planned)
    limited = sum(isinstance(one, Query) and one.having is not None for one in planned)
    if (apart and limited > 1) or (either and limited):
        return list(dict.fromkeys(planned))
    together: list[Query | Stopped] = []
    for one in _picked_by_both(planned):
        at = next((place for place, other in enumerate(together) if _share(one, other)), None)
        other = together[at] if at is not None else None
        if at is None or not isinstance(one, Query) or not isinstance(other, Query):
            together += [] if one in together else [one]
        else:
            together[at] = _both(other, one)
    return together


def _picked_by_both(planned: list[Query | Stopped]) -> list[Query | Stopped]:
    """As in "clients whose revenue fell by 10 % and with a margin below 30 %": the same rows keep to both."""
    if len(planned) != len(("moved", "limited")):
        return planned
    moved, limited = planned
    if not isinstance(moved, Query) or not isinstance(limited, Query):
        return planned
    if limited.by_change:
        moved, limited = limited, moved
    if not (moved.by_change and moved.by_change.limit and limited.having) or limited.by_change or moved.having:
        return planned
    tables = [(one.by, one.where, one.period, one.against) for one in (moved, limited)]
    if tables[0] != tables[1]:
        return planned
    metrics = tuple(dict.fromkeys((*moved.metrics, *limited.metrics)))
    return [replace(moved, metrics=metrics, having=_of(limited.having, limited.metrics[0]))]


def _of(limit: Threshold, metric: str) -> Threshold:
    """The same limit, said to be of its metric."""
    return replace(limit, metric=limit.metric or metric, also=_of(limit.also, metric) if limit.also else None)


def _share(one: Query | Stopped, other: Query | Stopped) -> bool:
    if not isinstance(one, Query) or not isinstance(other, Query):
        return False
    ends = {each.order for each in (one, other) if each.limit}
    return len(ends) < len(("top", "bottom")) and _table(one) == _table(other) and not _is_a_part(one, other)


def _is_a_part(later: Query, before: Query) -> bool:
    """As in "revenue by client, and which three have the most": all of them, and then some of them, by one measure."""
    picked = later.having or later.limit
    whole = not (before.having or before.limit)
    others = bool(later.having and before.having and later.having != before.having)
    return later.metrics == before.metrics and bool((picked and whole) or others)


def _table(query: Query) -> tuple[object, ...]:
    # Each reason is told by itself, and each number against its own target.
    alone = query.metrics if query.why or query.target or query.by_change or query.among or query.placed else None
    return (query.by, query.where, query.period, query.against, query.every_item, query.derived, query.target, alone)


def _both(first: Query, second: Query) -> Query:
    ruled = second if (second.having or second.order) and not (first.having or first.order) else first
    names_of_all = (*second.metrics, *first.metrics) if ruled is second else (*first.metrics, *second.metrics)
    return replace(
        first,
        metrics=tuple(dict.fromkeys(names_of_all)),
        having=_both_limits(ruled, second if ruled is first else first),
        order=ruled.order,
        limit=ruled.limit,
        limit_in=ruled.limit_in,
        shown=ruled.shown,
    )


def _both_limits(ruled: Query, other: Query) -> Threshold | None:
    """As in "revenue over 20k and margin below 30 %": each limit with its own metric."""
    if ruled.having is None or other.having is None or ruled.metrics[0] == other.metrics[0]:
        return ruled.having
    if other.having == ruled.having and all(one.metric for one in ruled.having.each):
        return ruled.having
    *most, last = (replace(one, metric=one.metric or other.metrics[0], also=None) for one in other.having.each)
    for one in reversed([*(replace(one, also=None) for one in ruled.having.each), *most]):
        last = replace(one, also=last)
    return last
