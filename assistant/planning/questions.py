"""A query as a complete question, in words this planner reads back to the same query."""

import re
from collections.abc import Iterator, Sequence

from assistant.agency.periods import Period
from assistant.figures import Unit
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning import ages, words_measured
from assistant.planning.dates import Outlook, read_period
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.here import Here
from assistant.planning.replay import words_for
from assistant.planning.tokens import key
from assistant.query import Comparison, Filter, Form, Order, Query, Threshold

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


ORDERED = {Order.DESC: "highest first", Order.ASC: "lowest first", Order.NAME: "sorted by name"}


def as_question(query: Query, here: Here) -> str:
    """As in "Margin by client below 30 % for Acme last month, lowest first"."""
    metrics = [here.catalogue[one] for one in query.metrics]
    if query.derived and query.derived.limit:
        return " ".join([metrics[0].title, *_rest(query, metrics[0], here)])
    if query.derived and query.derived.of:
        both = f"{metrics[0].title} as a share of {metrics[1].title.lower()}"
        return " ".join([both, *_rest(query, metrics[0], here)])
    if query.definitions:
        return " ".join(["Compare utilization definitions", *_rest(query, metrics[0], here)])
    if query.why:
        return " ".join([f"Why did {metrics[0].title.lower()} change", *_rest(query, metrics[0], here)])
    if _is_one_count(query, metrics):
        return " ".join(["How many", metrics[0].title.lower(), *_rest(query, metrics[0], here)])
    return " ".join([_made(query), " and ".join(_titles(query, metrics)), *_rest(query, metrics[0], here)]).strip()


def _is_one_count(query: Query, metrics: Sequence[Metric]) -> bool:
    """Whether things are counted whose name alone would ask for a list of them."""
    listed = set(words_measured.LISTED.get(metrics[0].name, ()))
    return not query.by and not query.derived and len(metrics) == 1 and bool(listed & set(key(metrics[0].title)))


def _made(query: Query) -> str:
    """What is made of the numbers: "Share of", "Average", "Cumulative"."""
    made = query.derived
    return "" if made is None else "Share of" if made.form is Form.SHARE else made.form.value.capitalize()


def _titles(query: Query, metrics: Sequence[Metric]) -> Iterator[str]:
    """What is asked for; where several have limits, each with its own."""
    limits = query.having.each if query.having and query.having.also else ()
    for place, one in enumerate(metrics):
        own = [limit for limit in limits if limit.metric == one.name or (not limit.metric and place == 0)]
        title = one.title if place == 0 else one.title.lower()
        yield " ".join([title, " and ".join(_limit(limit, one) for limit in own)]).strip()


def _rest(query: Query, metric: Metric, here: Here) -> Iterator[str]:
    over = query.derived.per if query.derived else ()
    yield from (f"per {DIMENSIONS[one].noun}" for one in over)
    part = query.derived.part if query.derived else None
    by = [one for one in query.by if one not in over and not (part and part.field == one)]
    if by:
        yield "by " + " and ".join(DIMENSIONS[one].noun for one in by)
    if part:
        yield _rows(part)
    yield from _share_kept(query, metric, here)
    if query.having and not query.having.also:
        yield _limit(query.having, metric)
    yield from (_rows(one) for one in query.where)
    if query.period_said:
        yield f"in {query.period_said}" if _IS_NAMED.match(query.period_said) else query.period_said
    elif query.why and query.period.start:
        called = _called(query.period, here)
        yield f"in {called}" if _IS_NAMED.match(called) else called
    if query.against:
        yield f"compared with {_called(query.against.period, here)}"
    if query.order:
        yield (
            f"{'top' if query.order is Order.DESC else 'bottom'} {query.limit}" if query.limit else ORDERED[query.order]
        )
    if query.known_on:
        yield words_for(query.known_on)


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


def _limit(having: Threshold, metric: Metric) -> str:
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
