"""Which rows of a result a query keeps: those within its limits, that moved so far, that make up the most, or in each.

Every rule is written once more, in SQL, in `verification_picks.py`, which shares none of this.
"""

from collections.abc import Mapping
from fractions import Fraction

from assistant.metrics.definition import Kind
from assistant.metrics.dimensions import TIME
from assistant.query import ByChange, Derived, Form, InEach, InSoMany, Query, Threshold, ToMean
from assistant.result import Group, Key, Result

ZERO = Fraction(0)


def lead(result: Result) -> int:
    """The place of the metric that was asked first, by which rows are ranked and cut; 0 of notes, which have none."""
    asked = result.query.metrics[:1]
    return [metric.name for metric in result.metrics].index(asked[0]) if asked else 0


def limited(one: Threshold, result: Result) -> int:
    """The place of the metric a limit is for."""
    return [metric.name for metric in result.metrics].index(one.metric) if one.metric else lead(result)


def changed(group: Group, place: int) -> Fraction | None:
    """How far a metric moved in a group, where it is known before and after."""
    now, before = group.cells[place].value, group.before[place].value if group.before else None
    return None if now is None or before is None else now - before


def moved_by(by_change: ByChange, group: Group, place: int) -> Fraction | None:
    """How far a row moved, as the query ranks it: by an amount, or by a part of what it was before."""
    change = changed(group, place)
    before = group.before[place].value if by_change.is_relative and group.before else Fraction(1)
    return change / abs(before) if change is not None and before else None


def kept(result: Result) -> frozenset[Key]:
    """The keys of the rows that are asked for; of a query that picks none, all there are."""
    query, place = result.query, lead(result)
    groups = [one for one in result.groups if _keeps_to(query.having, one, result)]
    if query.having or query.by_change:
        groups = [one for one in groups if not is_nobody(query, one.key)]
    if query.by_change:
        groups = [one for one in groups if has_moved(query.by_change, one, place)]
    if query.derived and query.derived.limit:
        wholes = whole_of_each(result, place)
        limit, of = query.derived.limit, query.derived
        groups = [one for one in groups if _has_part(part_of(one, of, wholes, result), limit)]
    keys = frozenset(one.key for one in groups)
    if query.derived and query.derived.reach is not None:
        keys &= making_up(query.derived.reach, result, place)
    if query.to_mean:
        keys &= to_mean(query.to_mean, result, place)
    if query.in_so_many:
        keys &= in_so_many(query.in_so_many, result, place)
    return keys & in_each(query.in_each, result, place) if query.in_each else keys


SOMEBODY = frozenset({"client", "person"})
"""Of these the row without a name is none that could be asked for: internal work is no client that loses money."""


def is_nobody(query: Query, key: Key) -> bool:
    """Whether a row is of no client or of no person, where it is clients or people that are picked."""
    return any(part is None and name in SOMEBODY for name, part in zip(query.by, key, strict=True))


def _keeps_to(having: Threshold | None, group: Group, result: Result) -> bool:
    return having is None or all(_holds(one, group, result) for one in having.each)


def _holds(one: Threshold, group: Group, result: Result) -> bool:
    value = group.cells[limited(one, result)].value
    return value is not None and one.op.holds(value, one.value)


def has_moved(by_change: ByChange, group: Group, place: int) -> bool:
    """Whether a row moved the way and as far as is asked; what nothing is known of did not."""
    change = changed(group, place)
    if by_change.side and (change is None or not by_change.side.holds(change, ZERO)):
        return False
    if by_change.limit is None:
        return True
    far = moved_by(by_change, group, place)
    return far is not None and all(one.op.holds(abs(far), one.value) for one in by_change.limit.each)


# Shares.


def whole_of_each(result: Result, place: int) -> Mapping[Key, Fraction | None]:
    """The whole that each row of one metric is a part of: the total, or that of the unit of time the row is in."""
    times = _times(result)
    if not times:
        total = result.total.cells[place].value
        return {group.key: total for group in result.groups}
    within: dict[Key, Fraction | None] = {}
    for group in result.groups:
        when, value = tuple(group.key[one] for one in times), group.cells[place].value
        before = within.get(when, ZERO)
        within[when] = None if value is None or before is None else before + value
    return {group.key: within[tuple(group.key[one] for one in times)] for group in result.groups}


def _times(result: Result) -> tuple[int, ...]:
    """The places in a key that are units of time; the only breakdown is none to take shares within."""
    by = result.query.by
    return tuple(place for place, name in enumerate(by) if name in TIME) if len(by) > 1 else ()


def part_of(group: Group, derived: Derived, wholes: Mapping[Key, Fraction | None], result: Result) -> Fraction | None:
    """The share of a row in its whole, or in what the query holds it against."""
    own, whole = group.cells[lead(result)].value, wholes[group.key]
    if derived.form is Form.RATIO:
        whole = group.cells[[one.name for one in result.metrics].index(derived.of)].value
    return own / whole if own is not None and whole else None


def _has_part(value: Fraction | None, limit: Threshold) -> bool:
    return value is not None and all(one.op.holds(value, one.value) for one in limit.each)


def in_order_of_share(result: Result, place: int) -> list[Group]:
    """The rows with a name, the largest first, and those without one after them; what is alike by its key."""
    return sorted(
        result.groups,
        key=lambda one: (None in one.key, -(one.cells[place].value or ZERO), [part or "" for part in one.key]),
    )


def cumulated(result: Result, place: int) -> Mapping[Key, Fraction | None]:
    """What each row and all before it have of one metric, within their unit of time; unknown where one of them is."""
    times = _times(result)
    so_far: dict[Key, Fraction | None] = {}
    found: dict[Key, Fraction | None] = {}
    for group in in_order_of_share(result, place):
        when, value = tuple(group.key[one] for one in times), group.cells[place].value
        before = so_far.get(when, ZERO)
        so_far[when] = found[group.key] = None if before is None or value is None else before + value
    return found


def making_up(reach: Fraction, result: Result, place: int) -> frozenset[Key]:
    """The fewest rows with a name that together come to so much of their whole."""
    wholes, sums = whole_of_each(result, place), cumulated(result, place)
    picked = []
    for group in result.groups:
        whole, up_to, own = wholes[group.key], sums[group.key], group.cells[place].value
        named = None not in group.key
        if named and own and own > 0 and up_to is not None and whole and whole > 0 and up_to - own < reach * whole:
            picked.append(group.key)
    return frozenset(picked)


# Beside the mean of all rows.


def in_the_mean(result: Result, place: int) -> list[Group]:
    """The rows a mean is of: those with a name that have any of it, of a rate in either of its parts."""
    named = [one for one in result.groups if None not in one.key]
    return [one for one in named if one.cells[place].numerator or one.cells[place].denominator]


def mean_of_rows(result: Result, place: int) -> Fraction | None:
    """The mean of all rows: of a sum over those with any, of a rate that of all of them together.

    There is none where there are no such rows, or where one of them may not be shown.
    """
    if any(one.cells[place].hidden for one in result.groups):
        return None
    rows = in_the_mean(result, place)
    if result.metrics[place].kind is Kind.SUM:
        return sum((one.cells[place].value or ZERO for one in rows), ZERO) / len(rows) if rows else None
    below = sum((one.cells[place].denominator or ZERO for one in rows), ZERO)
    return sum((one.cells[place].numerator or ZERO for one in rows), ZERO) / below if below else None


def to_mean(asked: ToMean, result: Result, place: int) -> frozenset[Key]:
    """The rows with a name that are so far above or below the mean of all, or that are asked for by name."""
    mean = mean_of_rows(result, place)
    if mean is None:
        return frozenset()
    limits = asked.limit.each if asked.limit else ()
    found = [
        one
        for one in result.groups
        if (value := one.cells[place].value) is not None
        and None not in one.key
        and all(limit.op.holds(value, limit.value * mean) for limit in limits)
    ]
    if asked.only:
        at = result.query.by.index(asked.only.field)
        found = [one for one in found if one.key[at] in asked.only.ids]
    return frozenset(one.key for one in found)


# In each of several, and in so many.


def in_so_many(asked: InSoMany, result: Result, place: int) -> frozenset[Key]:
    """The rows with any, of those that have some in as many values as is asked; what has no value counts as none."""
    at = result.query.by.index(asked.field)
    some: dict[Key, set[str]] = {}
    for group in result.groups:
        value, name = group.cells[place].value, group.key[at]
        if value and name is not None:
            some.setdefault(_without(group.key, at), set()).add(name)
    unknown = {_without(one.key, at) for one in result.groups if one.cells[place].value is None}
    limits = asked.limit.each
    whose = {key for key, found in some.items() if all(one.op.holds(len(found), one.value) for one in limits)}
    whose = {one for one in whose - unknown if None not in one}
    return frozenset(
        one.key
        for one in result.groups
        if one.cells[place].value and one.key[at] is not None and _without(one.key, at) in whose
    )


def in_each(asked: InEach, result: Result, place: int) -> frozenset[Key]:
    """The rows of those that have some in every value asked for, and none in the others; each value by itself.

    What has no client is nobody who has both.
    """
    at = result.query.by.index(asked.field)
    others = set(asked.none.ids) if asked.none else set()
    some: dict[Key, set[str | None]] = {}
    for group in result.groups:
        if group.cells[place].value != 0:
            some.setdefault(_without(group.key, at), set()).add(group.key[at])
    unknown = {_without(one.key, at) for one in result.groups if one.cells[place].value is None}
    whose = {key for key, values in some.items() if set(asked.every.ids) <= values and not values & others} - unknown
    whose = {one for one in whose if None not in one}
    return frozenset(
        one.key for one in result.groups if _without(one.key, at) in whose and one.key[at] in asked.every.ids
    )


def _without(key: Key, at: int) -> Key:
    return (*key[:at], *key[at + 1 :])
