"""The query a person would mean against the one that was planned, part by part, and what it comes to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.agency.periods import Period
from assistant.permissions.view import View
from assistant.query import Comparison, Filter, Order, Query, Threshold
from eval.case import EITHER, ExpectedQuery

ANY = "any"


@dataclass(frozen=True)
class Difference:
    """A part of a plan that is not what was meant; `misleads` where the numbers answer another question."""

    part: str
    found: object
    wanted: object
    misleads: bool = True

    def __str__(self) -> str:
        """As it is told."""
        return f"{self.part} {self.found or 'none'!s} instead of {self.wanted or 'none'!s}"


def differences(found: Query, wanted: ExpectedQuery, may_add: tuple[str, ...]) -> Iterator[Difference]:
    """Every part of a planned query that differs from the one meant."""
    yield from _of_metrics(found, wanted, may_add)
    if set(found.by) - _told_by(wanted.by) != set(wanted.by) - _told_by(wanted.by):
        yield Difference("by", ", ".join(found.by), ", ".join(wanted.by))
    yield from _of_filters(found, wanted)
    if not within(found.period, wanted.period):
        yield Difference("period", said(found.period), wanted.period)
    against = found.against.period if found.against else None
    if not (within(against, wanted.against) if against else not wanted.against):
        yield Difference("comparison", said(against) if against else "", wanted.against)
    for kind, asked, meant in (
        ("known on", found.known_on, wanted.known_on),
        ("restated since", found.restated, wanted.restated),
        ("among", found.among, wanted.among),
        ("why", found.why, wanted.why),
        ("definitions", found.definitions, wanted.definitions),
    ):
        if asked != meant:
            yield Difference(kind, asked, meant)
    made = _made(found)
    if made not in _either(wanted.derived):
        yield Difference("derived", made, wanted.derived)
    if _moved(found) != wanted.moved:
        yield Difference("moved", _moved(found), wanted.moved)
    if _in_each(found) != wanted.in_each:
        yield Difference("in each of", _in_each(found), wanted.in_each)
    yield from _of_rows(found, wanted)


def _moved(found: Query) -> str:
    """Which way rows went that are picked by it, as cases write it."""
    if found.by_change is None:
        return ""
    side = found.by_change.side
    way = "either way" if side is None else "up" if side is Comparison.MORE else "down"
    limits = " and ".join(map(_limit, found.by_change.limit.each)) if found.by_change.limit else ""
    return " ".join(one for one in (way, limits, "of before" if found.by_change.is_relative else "") if one)


def _in_each(found: Query) -> str:
    """The names of which rows have some of each, and those they have none of, as cases write them."""
    both = found.in_each
    if both is None:
        return ""
    return ", ".join((*both.every.names, *(f"not {one}" for one in (both.none.names if both.none else ()))))


def _made(found: Query) -> str:
    """What is made of the numbers, as cases write it."""
    derived = found.derived
    if derived is None:
        return ""
    return f"{derived.spoken} of {', '.join(derived.part.names)}" if derived.part else derived.spoken


BELONGS = {
    "invoice": {"client"},
    "project": {"client"},
    "budget": {"project", "client"},
    "task": {"project", "client"},
    "deal": {"client"},
}
"""What each of a dimension has one of: named beside it, it makes no other rows."""


def _told_by(by: tuple[str, ...]) -> set[str]:
    """Breakdowns that those wanted tell already."""
    return {other for one in by for other in BELONGS.get(one, set())} - set(by)


def _of_metrics(found: Query, wanted: ExpectedQuery, may_add: tuple[str, ...]) -> Iterator[Difference]:
    missing = [one for one in wanted.metrics if one not in found.metrics]
    added = [one for one in found.metrics if one not in wanted.metrics and one not in may_add]
    if missing or added:
        is_other = found.metrics[0] not in (*wanted.metrics, *may_add)
        yield Difference("metrics", ", ".join(found.metrics), ", ".join(wanted.metrics), is_other)


def _of_filters(found: Query, wanted: ExpectedQuery) -> Iterator[Difference]:
    for name, negated, should in (("filter", False, wanted.where), ("exclusion", True, wanted.without)):
        inside: Mapping[str, set[str]] = {one.field: set(one.names) for one in found.where if one.negated is negated}
        if inside != {field: set(names) for field, names in should.items()}:
            yield Difference(name, _told(inside), _told(should))


def _told(filters: Mapping[str, object]) -> str:
    return "; ".join(f"{field}: {', '.join(sorted(names))}" for field, names in filters.items())  # type: ignore[call-overload]


def _of_rows(found: Query, wanted: ExpectedQuery) -> Iterator[Difference]:
    having = " and ".join(map(_limit, found.having.each)) if found.having else ""
    if having not in _either(wanted.having):
        yield Difference("threshold", having, wanted.having)
    order = found.order.value if found.order else Order.DESC.value
    if wanted.order and order != wanted.order:
        yield Difference("order", order, wanted.order, misleads=bool(found.limit))
    elif wanted.limit and not wanted.order and order != Order.DESC.value:
        yield Difference("order", order, Order.DESC.value)
    limit = "" if found.limit is None else str(found.limit)
    if limit not in _either(wanted.limit):
        yield Difference("limit", limit, wanted.limit, misleads=False)


def _limit(one: Threshold) -> str:
    return f"{one.metric} {one.op.value} {float(one.value):g}".strip()


def _either(wanted: str) -> tuple[str, ...]:
    """What is right: "> 0 or all" is that threshold, or none."""
    return tuple("" if one == "all" else one for one in wanted.split(EITHER))


def within(found: Period, wanted: str) -> bool:
    """Whether a period is what was wanted: "2026-09-01..2026-09-30", "..2026-10-15", "any", or one of several."""
    return any(_is(found, one.strip()) for one in wanted.split(EITHER))


def _is(found: Period, wanted: str) -> bool:
    if wanted == ANY:
        return True
    start, _, end = wanted.partition("..")
    first = start or None
    return (first == ANY or first == (found.start.isoformat() if found.start else None)) and (
        end == found.end.isoformat()
    )


def said(period: Period) -> str:
    """A period as cases write it."""
    return f"{period.start or ''}..{period.end}"


def by_hand(wanted: ExpectedQuery, found: Query, view: View) -> Query:
    """The query that was meant, with what it leaves open (the order, a default period) as it was planned."""
    filters = [
        Filter(field, _ids(field, names, view), names, negated)
        for negated, named in ((False, wanted.where), (True, wanted.without))
        for field, names in named.items()
    ]
    return Query(
        metrics=wanted.metrics,
        period=_period(wanted.period) or found.period,
        by=tuple(one for one in found.by if one in wanted.by),
        where=tuple(filters),
        having=found.having,
        against=found.against,
        every_item=found.every_item,
        known_on=wanted.known_on,
        derived=found.derived,
        by_change=found.by_change,
        among=found.among,
        in_each=found.in_each,
        restated=wanted.restated,
    )


def _period(wanted: str) -> Period | None:
    if ANY in wanted or EITHER in wanted:
        return None
    start, _, end = wanted.partition("..")
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end), wanted)


def _ids(field: str, names: tuple[str, ...], view: View) -> tuple[str, ...]:
    known = {one.label: one.id for one in view.named(field)} or {one: one for one in names}  # an age is its own name
    return tuple(known[name] for name in names if name in known)
