"""Which rows a piece of a question keeps, and in which order: its limits, states and rankings for one metric."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric
from assistant.permissions.words import plural
from assistant.planning import words, words_of_states
from assistant.planning.here import Here
from assistant.planning.parts import Bound, Parts, Ranking
from assistant.planning.tokens import key
from assistant.planning.words import End, Role
from assistant.planning.words_of_ranks import FIRST_DAYS, LAST_DAYS
from assistant.query import ByChange, Comparison, Order, Threshold


def said(bound: Bound) -> str:
    """A limit as it was said: "30 %"."""
    if bound.counted:
        return f"{float(bound.value):g} {'people' if bound.counted == 'person' else plural(bound.counted, {})}"
    return f"{float(bound.value):g} {bound.currency or ('%' if bound.percent else bound.unit)}".strip()


def fits(bound: Bound, metric: Metric, here: Here) -> bool:
    """Whether the limit is in a unit the metric has."""
    if bound.of or metric.unit is Unit.DATE:
        return bool(bound.of)
    if bound.counted:
        return counts(metric, bound.counted)
    if bound.currency:
        return metric.unit is Unit.MONEY and bound.currency == here.view.settings.base_currency
    if bound.unit:
        return metric.unit in (IN_DAYS if bound.unit == "days" else IN_HOURS)
    if bound.percent:
        return metric.unit in (Unit.PERCENT, Unit.INDEX)
    return metric.unit is not Unit.PERCENT or not is_no_share(bound)


def is_no_share(bound: Bound) -> bool:
    """Whether a number is so large that it can be no percent: "margin above 50k"."""
    return not bound.percent and not bound.of and bound.value >= NO_PERCENT


NO_PERCENT = 1000


def counts(metric: Metric, dimension: str) -> bool:
    """Whether the metric says how many of something there are."""
    if metric.unit is Unit.PEOPLE:
        return dimension == "person"
    return metric.unit is Unit.COUNT and words.COUNTED.get(metric.name, dimension) == dimension


IN_DAYS = (Unit.DAYS, Unit.LAG_DAYS)
IN_HOURS = (Unit.HOURS,)


PERCENT = 100
SURELY_PERCENT = 2
"""A bare number from here on is a percent where a share is meant: "utilization below 60"."""


def having(parts: Parts, asked: str, metric: Metric) -> Threshold | None:
    """The limit asked for; for people in a state ("who is overbooked") more than nothing of it."""
    if parts.bounds:
        *others, last = (_threshold(one, metric) for one in parts.bounds)
        for one in reversed(others):
            last = replace(one, also=last)
        of_a_gap = asked in TARGETS and metric.name == "utilization_gap" and not others and last.value > 0
        return _to_the_target(last, TARGETS[asked]) if of_a_gap else last
    denied = parts.mark(Role.DENIED) is not None
    if parts.mark(Role.OVER_BUDGET):
        return Threshold(Comparison.AT_MOST if denied else Comparison.MORE, Fraction(1))
    subjects = any(one.is_subject for one in parts.groupings)
    if TARGETS.get(asked) is Comparison.EQUAL and parts.mark(Role.YES_OR_NO):
        return None  # "is Acme on track" wants to know how it stands, on track or not
    if asked in TARGETS and (subjects or (parts.mark(Role.YES_OR_NO) and not parts.groupings)):
        return Threshold(OPPOSITE[TARGETS[asked]] if denied else TARGETS[asked], Fraction(0))
    in_a_state = subjects and not parts.rankings and (asked in STATES or asked.startswith(LACKING))
    return _in_the_state(asked, denied=denied) if in_a_state else None


def _in_the_state(asked: str, *, denied: bool) -> Threshold:
    if asked in LATE_AT_TIMES:
        denied = not denied
    elif asked not in FULL:
        return Threshold(Comparison.MORE, Fraction(0))
    return _full(denied=denied)


def _full(*, denied: bool) -> Threshold:
    return Threshold(Comparison.LESS if denied else Comparison.AT_LEAST, Fraction(1))


def _to_the_target(limit: Threshold, side: Comparison) -> Threshold:
    """As in "more than 10 % below target": less than minus so much; "less than 5 % above" it is still above."""
    turned = replace(limit, op=MIRRORED[limit.op], value=-limit.value) if side is Comparison.LESS else limit
    near = limit.op in UPPER and side in (Comparison.LESS, Comparison.MORE)
    return replace(turned, also=Threshold(side, Fraction(0))) if near else turned


MIRRORED = {
    Comparison.MORE: Comparison.LESS,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.LESS: Comparison.MORE,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.EQUAL: Comparison.EQUAL,
}
"""How the negative of a number compares."""


def moved(by_change: ByChange, parts: Parts, metric: Metric) -> ByChange:
    """With how far something is to have moved: in percent of what it was, or of a share in points."""
    if not parts.moves:
        return by_change
    relative = all(one.percent for one in parts.moves) and metric.unit is not Unit.PERCENT
    points = metric.unit is Unit.PERCENT
    *others, last = (Threshold(one.op, one.value / PERCENT if relative or points else one.value) for one in parts.moves)
    for one in reversed(others):
        last = replace(one, also=last)
    return replace(by_change, limit=last, is_relative=relative)


def move_fits(bound: Bound, metric: Metric, here: Here) -> bool:
    """Whether a move of the metric can be so large: in percent, or in the unit it is counted in."""
    if metric.unit in (Unit.DATE, Unit.HEALTH):
        return False
    return bound.percent or fits(bound, metric, here)


def _threshold(bound: Bound, metric: Metric) -> Threshold:
    if bound.of:
        metric = METRICS[bound.of]
    is_share = bound.percent or (metric.unit is Unit.PERCENT and abs(bound.value) >= SURELY_PERCENT)
    return Threshold(bound.op, bound.value / PERCENT if is_share else bound.value, bound.of)


LOWER, UPPER = (Comparison.MORE, Comparison.AT_LEAST), (Comparison.LESS, Comparison.AT_MOST)


def is_a_range(bounds: Sequence[Bound]) -> bool:
    """As in "between 60 and 80 %", "more than 10 but less than 20 h": the two ends of one stretch."""
    ends = [next(side for side in (LOWER, UPPER, ()) if not side or one.op in side) for one in bounds]
    return len(bounds) == len(set(ends)) == len(("from", "to")) and () not in ends


OPPOSITE = {
    Comparison.LESS: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.LESS,
    Comparison.MORE: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.MORE,
    Comparison.EQUAL: Comparison.MORE,
}
"""What is asked where a condition is denied; of what raises no concern, there is then some."""

FULL = frozenset(" ".join(key(one)) for one in words_of_states.FULL)
LATE_AT_TIMES = frozenset(" ".join(key(one)) for one in words_of_states.NOT_ALWAYS_ON_TIME)
STATES = frozenset(" ".join(key(one)) for one in words_of_states.STATES_OF_PEOPLE) | FULL | LATE_AT_TIMES
LACKING = ("has not ", "have not ", "did not ")
LOSSES = frozenset(" ".join(key(one)) for one in words_of_states.AT_A_LOSS)
TARGETS = {
    **{" ".join(key(one)): Comparison.LESS for one in words_of_states.BELOW_TARGET},
    **dict.fromkeys(LOSSES, Comparison.LESS),
    **dict.fromkeys((" ".join(key(one)) for one in words_of_states.OVERDRAWN), Comparison.LESS),
    **{" ".join(key(one)): Comparison.MORE for one in words_of_states.IN_PROFIT | words_of_states.UNDERBILLED},
    **{" ".join(key(one)): Comparison.MORE for one in words_of_states.ABOVE_TARGET},
    **{" ".join(key(one)): Comparison.AT_LEAST for one in words_of_states.ON_TARGET},
    **{" ".join(key(one)): Comparison.EQUAL for one in words_of_states.HEALTHY},
}
"""What is asked of a gap to the target."""
PICKING = STATES | frozenset(TARGETS)
"""Words that say which rows are meant by the state they are in."""


def order(parts: Parts, asked: str, metric: Metric) -> Order | None:
    """Which end comes first; what is best depends on the metric. Those below a target begin with the lowest."""
    ranking = ranking_of(parts)
    if parts.mark(Role.BY_NAME) and (ranking is None or not ranking.limit):
        return Order.NAME
    if ranking is None:
        lowest_first = (TARGETS.get(asked) is Comparison.LESS) is not (parts.mark(Role.DENIED) is not None)
        return Order.ASC if lowest_first and asked in TARGETS else None
    if ranking.said in LAST_DAYS | FIRST_DAYS and any("day" in one.dimensions for one in parts.groupings):
        return Order.LATEST if ranking.said in LAST_DAYS else Order.EARLIEST
    return first_of(ranking, asked, metric)


def first_of(ranking: Ranking, asked: str, metric: Metric) -> Order:
    """Which values the end that was said means: what is best depends on the metric."""
    low = metric.name in words.LESS_IS_BETTER
    if asked in LOSSES:  # the biggest loss is the lowest profit
        return Order.DESC if ranking.end in (End.LOW, End.GOOD) else Order.ASC
    first = {
        End.HIGH: Order.DESC,
        End.LOW: Order.ASC,
        End.GOOD: Order.ASC if low else Order.DESC,
        End.BAD: Order.DESC if low else Order.ASC,
    }
    return first[ranking.end]


def ranking_of(parts: Parts) -> Ranking | None:
    """The ranking that was said, before one that only follows from "clients by revenue"."""
    said = [one for one in parts.rankings if not one.is_default]
    said = [one for one in said if one.said not in SORTED] or said
    if said:
        return next((one for one in said if one.limit and not one.sorts), said[0])
    return parts.rankings[0] if parts.rankings and parts.groupings else None


SORTED = frozenset(
    words.phrases("""
    sort, sorted, ordered, arranged, sorted by, sort by, ranked by, rank by, ordered by, order by, ranking by,
    ranking of, rank, ranking, ranked
    """)
)
"""These say that rows are sorted, and others which end comes first: "sorted low to high"."""

IN_WORDS = {"hours": Unit.HOURS, "days": Unit.DAYS, "money": Unit.MONEY}


def counted_otherwise(parts: Parts, metric: Metric) -> str:
    """The unit that is asked for, where something else is counted here, and nothing tells the one by the other.

    A day of work is as long as somebody's contract says.
    """
    switch = parts.mark(Role.UNIT)
    wanted = IN_WORDS.get(str(switch.value)) if switch else None
    amounts = metric.unit in IN_WORDS.values()
    return str(switch.value) if switch and wanted and amounts and metric.unit is not wanted else ""
