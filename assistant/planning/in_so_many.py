"""How many different things of one kind belong to each of another: "people on more than 3 projects".

Where the things are counted by a metric themselves ("clients with more than two projects"), that is limited; else
it is by the hours of one on the other that they belong together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import limits
from assistant.planning.here import Here
from assistant.planning.in_each import SOME
from assistant.planning.parts import Bound, Grouping, Mark, Parts, Wanted
from assistant.planning.things import THINGS, of_a_kind
from assistant.planning.words import End, Role
from assistant.query import Comparison, InSoMany, Order, Query, Threshold

Stopped = Clarification | NoData | Unsupported

WORKED, BOOKED = "tracked_hours", "scheduled_hours"
"""By what people belong to work: the hours they worked on it, and of days to come those they are booked."""

PEOPLE = frozenset({"person", "project_manager", "account_manager", "owner"})
_IS_ON = re.compile(r"\b(?:on|in|for|work\w*|book\w*|involved|allocated|assigned|staffed)\b", re.IGNORECASE)


def heard(parts: Parts, here: Here) -> Parts:
    """The parts with the measure by which the things are counted, and their number apart from other limits."""
    parts = _the_most_of(_people_of_each(_how_many_of_one(parts, here), here), here)
    bounds = [one for one in parts.bounds if one.counted]
    rows = [one for one in parts.groupings if one.is_subject and one.dimensions]
    fields = {one.counted for one in bounds}
    if not bounds or len(fields) != 1 or parts.unknown or len(parts.wanted) > 1 or parts.mark(*BLOCKING):
        return parts
    [field] = fields
    others = [one for one in rows if field not in one.dimensions[:1]]
    counted = next((name for name, one in THINGS.items() if parts.wanted and parts.wanted[0].metric == one.metric), "")
    if not others and counted and counted != field and parts.mark(Role.HOW_MANY) is None:
        others = [Grouping(parts.wanted[0].at, (counted,), is_subject=True)]
        parts = replace(parts, wanted=(), groupings=(*others, *parts.groupings))
    kind = of_a_kind(parts) if not others else None
    if kind:  # "designers on more than two projects"
        others = [Grouping(kind[0], (kind[1],), is_subject=True)]
        parts = replace(parts, groupings=(*others, *parts.groupings))
    if not others:
        return parts
    row = others[0].dimensions[0]
    own = METRICS.get(parts.wanted[0].metric) if parts.wanted else None
    if own is not None and limits.counts(own, field):
        return parts
    if own is None or own.name in _COUNTS:
        count = _count(field, row, parts)
        if count:
            return replace(parts, wanted=(Wanted(bounds[0].at, count, count.replace("_", " ")),))
    measure = _measure(own.name if own else "", row, field, parts, here)
    if not measure:
        return parts
    wanted = parts.wanted or (Wanted(bounds[0].at, measure, measure.replace("_", " ")),)
    wanted = tuple(replace(one, metric=measure) for one in wanted)
    kept = tuple(one for one in parts.bounds if not one.counted)
    groupings = tuple(one for one in parts.groupings if field not in one.dimensions[:1])
    asked = InSoMany(field, _threshold(bounds))
    marks = tuple(one for one in parts.marks if one.role is not Role.HE)
    return replace(
        parts,
        wanted=wanted,
        bounds=kept,
        groupings=groupings,
        marks=(*marks, Mark(bounds[0].at, Role.SO_MANY, asked)),
    )


_PEOPLE_COUNTED = re.compile(r"\bhow many (?:different )?(?:people|persons|staff|colleagues)\b", re.IGNORECASE)


def _people_of_each(parts: Parts, here: Here) -> Parts:
    """As in "how many people worked on each project", "contractors by project": how many have some hours on it."""
    work = [one for one in parts.groupings if one.dimensions[:1] in (("project",), ("client",)) and not one.alternative]
    others = [one for one in parts.groupings if one not in work and one.dimensions[:1] != ("person",)]
    if len(work) != 1 or others or parts.bounds or parts.rankings or parts.unknown or parts.mark(*BLOCKING):
        return parts
    kind = of_a_kind(parts)
    people = bool(kind and kind[1] == "person") or len(parts.groupings) > 1 or _PEOPLE_COUNTED.search(here.nameless)
    worked = all(one.weak and one.metric == WORKED for one in parts.wanted)
    counted = people and worked and (not parts.wanted or parts.mark(Role.HOW_MANY))
    heads = [one.metric for one in parts.wanted] == ["headcount"] and "headcount" not in here.text.casefold()
    if not (counted or heads) or work[0].is_subject:
        return parts
    row = work[0].dimensions[0]
    measure = _measure("", row, "person", parts, here)
    if not measure:
        return parts
    at = work[0].at
    asked = InSoMany("person", Threshold(Comparison.AT_LEAST, Fraction(1)))
    return replace(
        parts,
        wanted=(Wanted(at, measure, measure.replace("_", " ")),),
        groupings=(Grouping(at, (row,), is_subject=True),),
        marks=(*(one for one in parts.marks if one.role is not Role.HOW_MANY), Mark(at, Role.SO_MANY, asked)),
    )


OF_THEIR_NUMBER = frozenset({"most", "the most", "fewest", "the fewest", "least", "the least"})
"""As in "the most projects"; the biggest, or the best, are so by a measure."""

WORK = ("project", "client")


def _the_most_of(parts: Parts, here: Here) -> Parts:
    """As in "who worked on the most projects", "which client has the most projects": by how many there are."""
    ranked = [one for one in parts.rankings if one.said.casefold() in OF_THEIR_NUMBER and not one.limit]
    at = ranked[0].at if len(ranked) == 1 else -1
    behind = at + 1
    if behind in [one.at for one in parts.marks] + [one.at for one in parts.named]:  # "the most active projects"
        behind += 1
    counted = [one for one in parts.groupings if at >= 0 and one.at == behind and not one.is_one]
    field = counted[0].dimensions[0] if counted else ""
    own = [one.metric for one in parts.wanted]
    if field not in WORK or parts.bounds or parts.unknown or own not in ([], [WORKED], [BOOKED]):
        return parts
    rows = [one for one in parts.groupings if one.is_subject and one.at < at]
    if not rows and here.text[:4].casefold() in ("who ", "who'"):
        rows = [Grouping(0, ("person",), is_one=True, is_subject=True)]
    if len(rows) != 1 or parts.mark(*BLOCKING):
        return parts
    row, others = rows[0].dimensions[0], tuple(one for one in parts.groupings if one not in (*rows, *counted))
    count, measure = (
        _count(field, row, parts),
        _measure(own[0] if own else _by_now(parts, here), row, field, parts, here),
    )
    if count and not own:
        return replace(parts, wanted=(Wanted(at, count, count.replace("_", " ")),), groupings=(*rows, *others))
    if not measure:
        return parts
    asked = Mark(at, Role.SO_MANY, InSoMany(field, Threshold(Comparison.MORE, Fraction(0))), ranked[0].end.value)
    return replace(
        parts,
        wanted=(Wanted(at, measure, measure.replace("_", " ")),),
        rankings=tuple(one for one in parts.rankings if one not in ranked),
        groupings=(*rows, *others),
        marks=(*parts.marks, asked),
    )


def _by_now(parts: Parts, here: Here) -> str:
    """What they are counted by where nothing is said: of days that have begun, the hours worked so far."""
    begins = parts.main.period.start if parts.main else None
    return BOOKED if begins is not None and begins > here.knows_until else WORKED


BLOCKING = (Role.UNMEASURED, Role.AMBIGUOUS, Role.WHY, Role.WHAT_IF, Role.CHANGE, Role.TREND, Role.MEANING)
_COUNTS = frozenset({one for thing in THINGS.values() for one in (thing.metric, thing.active) if one})


_OF_THE_SAME = re.compile(r"^(?:and|but|or|only|just|those|the ones|of (?:them|those|these)|which of)\b", re.IGNORECASE)


def asks_anew(parts: Parts, here: Here) -> bool:
    """As in "people on more than 3 projects" after another question: how many they are on, whatever was asked."""
    of_one = any(one.counted for one in parts.bounds) and any(one.is_subject for one in parts.groupings)
    return of_one and not parts.wanted and not _OF_THE_SAME.match(here.text) and bool(heard(parts, here).wanted)


def _threshold(bounds: Sequence[Bound]) -> Threshold:
    *others, last = (Threshold(one.op, one.value) for one in bounds)
    for one in reversed(others):
        last = replace(one, also=last)
    return last


def _count(field: str, row: str, parts: Parts) -> str:
    """The metric that counts such things by the rows themselves; nothing where it is work that joins them."""
    thing = THINGS.get(field)
    count = thing.active if thing and thing.active and parts.mark(Role.OPEN) else thing.metric if thing else ""
    return count if count in METRICS and row in METRICS[count].by and row != "person" else ""


def _measure(own: str, row: str, field: str, parts: Parts, here: Here) -> str:
    ahead = parts.main is not None and parts.main.period.end > here.knows_until
    measure = own if own and own not in _COUNTS else BOOKED if ahead else WORKED
    metric = METRICS.get(measure)
    fits = metric is not None and metric.kind is Kind.SUM and {row, field} <= set(metric.by)
    return measure if fits else ""


def _how_many_of_one(parts: Parts, here: Here) -> Parts:
    """As in "how many projects is Ana on", who manages none of them: those she has some hours on."""
    if not parts.mark(Role.HOW_MANY, Role.AMBIGUOUS) and len(parts.wanted) != 1:
        return parts
    counts = [one for one in parts.wanted if one.metric in ("project_count", "client_count")]
    if len(counts) != 1 or len(parts.wanted) != 1 or parts.groupings or parts.bounds or not parts.named:
        return parts
    kinds = [{name.dimension for name in one.readings} for one in parts.named]
    if not all("person" in one and one <= PEOPLE for one in kinds):
        return parts
    manages = all(one & set(METRICS[counts[0].metric].by) for one in kinds)
    after = here.text[parts.named[-1].span[1] :]
    if manages and not _IS_ON.search(after):
        return parts
    field = "project" if counts[0].metric == "project_count" else "client"
    measure = _measure("", "person", field, parts, here)
    if not measure:
        return parts
    at = counts[0].at
    return replace(
        parts,
        wanted=(Wanted(at, measure, measure.replace("_", " ")),),
        groupings=(Grouping(at, (field,), is_subject=True),),
        bounds=(Bound(at, Comparison.MORE, Fraction(0)),),
        named=tuple(replace(one, dimension="person") for one in parts.named),
    )


def told(query: Query, parts: Parts) -> Query | Stopped:
    """The query for those that have some in so many; any other as it is."""
    mark = parts.mark(Role.SO_MANY)
    asked = mark.value if mark else None
    if not isinstance(asked, InSoMany) or asked.field in query.by or not query.by:
        return query
    having = None if query.having == SOME else query.having
    return replace(
        query,
        metrics=query.metrics[:1],
        by=(*query.by, asked.field),
        having=having,
        in_so_many=asked,
        order=ENDS.get(mark.said) if mark else None,
        limit=None,
    )


ENDS = {End.HIGH.value: Order.DESC, End.LOW.value: Order.ASC}
"""Those with the most of them first, or with the fewest."""


def kept(new: Query, old: Query) -> Query:
    """As in "and last quarter", or "only Design", after people on more than three projects: so many as before."""
    is_alike = old.in_so_many is not None and new.metrics[:1] == old.metrics[:1] and set(old.by) == set(new.by)
    if not is_alike or new.in_so_many or new.having or new.against or new.why:
        return new
    return replace(new, by=old.by, in_so_many=old.in_so_many, order=old.order, limit=None)
