"""A query as a complete question, in words this planner reads back to the same query."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.figures import Unit
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.words import plural
from assistant.planning import ages, words_measured
from assistant.planning.dates import Outlook, read_period
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.here import Here
from assistant.planning.replay import words_for
from assistant.planning.tokens import key
from assistant.query import ByChange, Comparison, Filter, Form, InSoMany, Order, Query, Threshold

PERCENT = 100

_IS_NAMED = re.compile(r"(?:[A-Z]\w*|\d{4})(?: \d{4})?$")
"""March, Q3, 2025, May 2025: what stands after "in"."""

SAID = {
    Comparison.LESS: "below",
    Comparison.AT_MOST: "at most",
    Comparison.MORE: "above",
    Comparison.AT_LEAST: "at least",
    Comparison.EQUAL: "exactly",
}
"""How a limit is said."""


ORDERED = {
    Order.DESC: "highest first",
    Order.ASC: "lowest first",
    Order.NAME: "sorted by name",
    Order.LATEST: "latest first",
    Order.EARLIEST: "earliest first",
}
TOP = {Order.DESC: "top", Order.LATEST: "latest", Order.EARLIEST: "earliest"}


def as_question(query: Query, here: Here) -> str:
    """As in "Margin by client below 30 % for Acme last month, lowest first"."""
    metrics = [here.catalogue[one] for one in query.metrics]
    picked = _picked(query, metrics)
    if picked:
        return " ".join([picked, *_rest(query, metrics[0], here)])
    if query.definitions:
        return " ".join(["Compare utilization definitions", *_rest(query, metrics[0], here)])
    if query.why:
        return " ".join([f"Why did {metrics[0].title.lower()} change", *_rest(query, metrics[0], here)])
    if _is_one_count(query, metrics):
        return " ".join(["How many", metrics[0].title.lower(), *_rest(query, metrics[0], here)])
    said = " ".join([_made(query), " and ".join(_titles(query, metrics)), *_rest(query, metrics[0], here)])
    return said.replace(" , ", ", ").strip()


def _picked(query: Query, metrics: Sequence[Metric]) -> str:
    """What is asked for where rows are picked, or told, by what is made of the numbers; blank elsewhere."""
    if query.derived and query.derived.limit:
        return metrics[0].title
    if query.in_each or (query.derived and query.derived.reach is not None):
        return _whose(query, metrics[0])
    if query.in_so_many:
        return _with_so_many(query, query.in_so_many, metrics[0])
    if query.derived and query.derived.of:
        return f"{metrics[0].title} as a share of {metrics[1].title.lower()}"
    return ""


def _with_so_many(query: Query, many: InSoMany, metric: Metric) -> str:
    """As in "People with tracked hours for more than 3 projects"."""
    rows = plural(" and ".join(DIMENSIONS[one].noun for one in query.by if one != many.field), {}).capitalize()
    limits = [f"{SO_MANY[one.op]} {float(one.value):g}" for one in many.limit.each]
    limits = [{Order.DESC: "the most", Order.ASC: "the fewest"}[query.order]] if query.order in BY_NUMBER else limits
    return f"{rows} with {metric.title.lower()} for {' and '.join(limits)} {plural(DIMENSIONS[many.field].noun, {})}"


BY_NUMBER = (Order.DESC, Order.ASC)
SO_MANY = {
    Comparison.LESS: "fewer than",
    Comparison.AT_MOST: "at most",
    Comparison.MORE: "more than",
    Comparison.AT_LEAST: "at least",
    Comparison.EQUAL: "exactly",
}


def _whose(query: Query, metric: Metric) -> str:
    """As in "Clients that make up 80 % of revenue", "People with tracked hours for both project A and project B"."""
    both = query.in_each
    rows = " and ".join(DIMENSIONS[one].noun for one in query.by if not both or one != both.field)
    of_rows = plural(rows, {}).capitalize()
    if both is None:
        reach = query.derived.reach if query.derived and query.derived.reach is not None else Fraction(1)
        return f"{of_rows} that make up {float(reach * PERCENT):.15g} % of {metric.title.lower()}"
    noun = DIMENSIONS[both.field].noun
    every = " and ".join(f"{noun} {one}" for one in both.every.names)
    none = f" but not for {' and '.join(f'{noun} {one}' for one in both.none.names)}" if both.none else ""
    return f"{of_rows} with {metric.title.lower()} for {'both ' if len(both.every.names) > 1 else ''}{every}{none}"


NOT_MOVED: Mapping[Comparison | None, str] = {
    Comparison.AT_MOST: "that did not grow",
    Comparison.AT_LEAST: "that did not fall",
}


def _moved(by_change: ByChange, metric: Metric) -> str:
    """As in "growth above 20 %", "biggest decrease": which way, and how far."""
    up, down = by_change.side is Comparison.MORE, by_change.side is Comparison.LESS
    way = "growth" if up else "decrease" if down else "change"
    if by_change.limit is None:
        return f"biggest {way}" if up or down else NOT_MOVED.get(by_change.side, "")
    percent = by_change.is_relative or metric.unit is Unit.PERCENT
    sign, scale = (" %", PERCENT) if percent else ("", 1)
    said = [f"{float(one.value * scale):.15g}" for one in by_change.limit.each]
    if len(said) > 1:
        return f"{way} between {' and '.join(said)}{sign}"
    return f"{way} {SAID[by_change.limit.op]} {said[0]}{sign}"


def _is_one_count(query: Query, metrics: Sequence[Metric]) -> bool:
    """Whether things are counted whose name alone would ask for a list of them."""
    if query.by or query.derived or len(metrics) != 1:
        return False
    [metric] = metrics
    return bool({*words_measured.LISTED.get(metric.name, ())} & {*key(metric.title)})


def _has_own(query: Query) -> bool:
    """Whether limits are said behind what they are limits of, and not of the only measure."""
    having = query.having
    return having is not None and (having.also is not None or bool(having.metric) or len(query.metrics) > 1)


def _made(query: Query) -> str:
    """What is made of the numbers: "Share of", "Average", "Cumulative"."""
    made = query.derived
    if made is not None and made.form is Form.CUMULATED_SHARE:
        return "Cumulated share of"
    return "" if made is None else "Share of" if made.form is Form.SHARE else made.form.value.capitalize()


def _titles(query: Query, metrics: Sequence[Metric]) -> Iterator[str]:
    """What is asked for; where several have limits, each with its own."""
    limits = query.having.each if query.having and _has_own(query) else ()
    for place, one in enumerate(metrics):
        own = [limit for limit in limits if limit.metric == one.name or (not limit.metric and place == 0)]
        title = one.title if place == 0 else one.title.lower()
        yield " ".join([title, _limits(own, one)]).strip()


def _by(by: Sequence[str], each: Sequence[str]) -> str:
    """As in "by client and month"; "by project per client" where the first of each client are asked for."""
    if not each:
        return "by " + " and ".join(DIMENSIONS[one].noun for one in by)
    return " ".join(f"{'per' if one in each else 'by'} {DIMENSIONS[one].noun}" for one in by)


def _rest(query: Query, metric: Metric, here: Here) -> Iterator[str]:
    over = query.derived.per if query.derived and query.derived.form is not Form.ANNUALISED else ()
    yield from (f"per {DIMENSIONS[one].noun}" for one in over)
    part = query.derived.part if query.derived else None
    by = [one for one in query.by if one not in over and not (part and part.field == one)]
    only = query.to_mean and query.to_mean.only
    if (
        by
        and not (query.in_each or query.in_so_many or only)
        and not (query.derived and query.derived.reach is not None)
    ):
        yield _by(by, query.within)
    if part:
        yield _rows(part)
    yield from _share_kept(query, metric, here)
    if query.having and not _has_own(query):
        yield _limit(query.having, metric)
    yield from _beside_all(query)
    both = query.in_each
    yield from (_rows(one) for one in query.where if not (both and one.field == both.field and not one.negated))
    if query.period_said:
        yield f"in {query.period_said}" if _IS_NAMED.match(query.period_said) else query.period_said
    elif (query.why or query.by_change) and query.period.start:
        called = _called(query.period, here)
        yield f"in {called}" if _IS_NAMED.match(called) else called
    if query.against:
        yield f"compared with {_called(query.against.period, here)}"
    yield from _ordered(query, metric)
    if query.known_on:
        yield words_for(query.known_on)


def _beside_all(query: Query) -> Iterator[str]:
    """As in "above the mean of all people", "for person Ana compared with the mean of all people"."""
    if query.to_mean is None:
        return
    only, rows = query.to_mean.only, plural(DIMENSIONS[query.by[0]].noun, {})
    if only:
        yield f"{_rows(only)} compared with the mean of all {rows}"
    for one in query.to_mean.limit.each if query.to_mean.limit else ():
        yield f"{SAID[one.op]} {'' if one.value == 1 else f'{float(one.value):g} times '}the mean of all {rows}"


def _ordered(query: Query, metric: Metric) -> Iterator[str]:
    """How far the rows moved, and which come first, or how many of them."""
    moved = _moved(query.by_change, metric) if query.by_change else ""
    if moved:
        yield f"{moved} top {query.limit}" if query.limit else moved
    elif query.by_change:
        yield f"{'lowest' if query.order is Order.ASC else 'highest'} change"
    elif query.order:
        by_first = len(query.metrics) > 1 and query.order in (Order.DESC, Order.ASC) and not query.derived
        first = f", sorted by {metric.title.lower()}, " if by_first else ""
        ranked = TOP.get(query.order, "bottom")
        yield first + (f"{ranked} {query.limit}" if query.limit else ORDERED[query.order])
        if query.shown and query.limit:
            yield ORDERED[query.shown]
        if query.placed:
            yield f"place of {_rows(query.placed).removeprefix('for ')}"


def _share_kept(query: Query, metric: Metric, here: Here) -> Iterator[str]:
    """As in "with above 20 % of tracked hours": the limit of a share, or of one measure over another."""
    limit = query.derived.limit if query.derived else None
    if limit and query.derived:
        of = here.catalogue[query.derived.of or metric.name].title.lower()
        yield f"with {SAID[limit.op]} {float(limit.value * PERCENT):.15g} % of {of}"


def _called(period: Period, here: Here) -> str:
    """The short name of a period where that is read back, else its dates."""
    name = period.label.split(" (")[0]
    again = read_period(name, here.today, here.calendar, Outlook.ACTUAL)
    if period.start is None:
        return f"{period.end.day} {period.end:%B %Y}"
    start = period.start
    if again and (again.start, again.end) == (start, period.end):
        return name
    return in_days(Stretch(start, period.end)) if start == period.end else f"{start} to {period.end}"


def _limits(limits: Sequence[Threshold], metric: Metric) -> str:
    days = [one.day for one in limits]
    if len(days) == len(("from", "to")) and all(days):
        return f"from {days[0]} to {days[1]}"
    return " and ".join(_limit(one, metric) for one in limits)


def _limit(having: Threshold, metric: Metric) -> str:
    if having.day:
        return f"{'by' if having.op is Comparison.AT_MOST else 'after'} {having.day}"
    if metric.unit is Unit.PERCENT:
        return f"{SAID[having.op]} {float(having.value * PERCENT):.15g} %"
    return f"{SAID[having.op]} {float(having.value):.15g}"


def _rows(one: Filter) -> str:
    if one.field == "kind":
        kinds = ("client work" if name == "client" else name for name in one.names)
        return f"{'without' if one.negated else 'for'} {' and '.join(kinds)}"
    if one.field == ages.AGEING and set(one.names) <= set(ages.BUCKETS) and not one.negated:
        return ages.words_for(one.names)
    if one.field == "weekday":
        return f"{'excluding' if one.negated else 'on'} {' and '.join(f'{name}s' for name in one.names)}"
    noun = DIMENSIONS[one.field].noun
    return f"{'excluding' if one.negated else 'for'} {' and '.join(f'{noun} {name}' for name in one.names)}"
