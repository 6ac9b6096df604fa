"""How a question was understood, line by line: what is measured, by what, of whom, when, and what is done with it."""

from collections.abc import Iterator
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.answers.answer import Answer
from assistant.answers.beside_the_mean import SIDES
from assistant.answers.derived import TITLES
from assistant.answers.picked_rows import BY, WENT, how_far
from assistant.answers.table import figure_of, which_first
from assistant.answers.whom import BY_A_DAY
from assistant.answers.wording import COMPARED
from assistant.figures import Figure, Unit, show
from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import DIMENSIONS
from assistant.query import Order, Threshold

SHOWN = {Order.DESC: "highest first", Order.ASC: "lowest first", Order.NAME: "by name"}
"""How rows are told that were picked otherwise."""


def plan_lines(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What stands in the plan as pairs: ("Measures", "Billable utilization"), ("By", "team") and so on."""
    return (*_measured(answer), *_taken(answer), *_done(answer))


def _measured(answer: Answer) -> Iterator[tuple[str, str]]:
    """What is measured or looked for, and by what."""
    query = answer.query
    if query.metrics:
        yield "Measures", ", ".join(METRICS[one].title for one in query.metrics)
    if query.notes:
        yield "Looks in the notes for", query.notes.topic or query.notes.look_for.value.replace("_", " ")
    if query.derived:
        yield "Made of it", METRICS[query.derived.of].title if query.derived.of else TITLES[query.derived.form]
    if query.by:
        yield "By", " and ".join(DIMENSIONS[one].noun for one in query.by)


def _taken(answer: Answer) -> Iterator[tuple[str, str]]:
    """Of whom and when."""
    query, locale = answer.query, answer.locale
    for one in query.where:
        noun = DIMENSIONS[one.field].noun
        yield f"{'Without' if one.negated else 'Only'} {noun}", ", ".join(one.names)
    if query.metrics:
        yield "Period", _period(query.period, locale)
    if query.against:
        yield "Compared with", _period(query.against.period, locale)


def _done(answer: Answer) -> Iterator[tuple[str, str]]:
    """Which rows are shown, as known when, and what is told of them."""
    query, locale = answer.query, answer.locale
    if query.having:
        yield "Limit", " and ".join(_limit(one, answer) for one in query.having.each)
    yield from _picked(answer)
    if query.limit:
        of_each = f" of each {' and '.join(DIMENSIONS[one].noun for one in query.within)}" if query.within else ""
        turned = f", {SHOWN[query.shown]}" if query.shown and not query.within else ""
        yield "Shows", f"the {which_first(query)} {query.limit}{of_each}{turned}"
    if query.placed:
        yield "Place of", " and ".join(query.placed.names)
    if query.known_on:
        yield "As known on", show_day(query.known_on, locale)
    if query.restated:
        yield "What changed since", show_day(query.restated, locale)
    if query.why:
        yield "Explains", "why it changed, in parts that add up to the change"


def _picked(answer: Answer) -> Iterator[tuple[str, str]]:
    """By what else rows are kept: how far they moved, how much they make up, in which of several there is any."""
    query, view = answer.query, answer.facts.authorised.view
    moved, made, both, many = query.by_change, query.derived, query.in_each, query.in_so_many
    if moved and moved.limit:
        metric = METRICS[query.metrics[0]]
        by = [f"{BY[one.op]} {show(how_far(moved, one, metric, view), answer.locale)}" for one in moved.limit.each]
        yield "Moved", f"{WENT[moved.side]} by {' and '.join(by)}"
    if made and made.limit:
        for one in made.limit.each:
            yield "Share", f"{COMPARED[one.op]} {_percent(one.value, answer.locale)}"
    if made and made.reach is not None:
        yield "Together make up", f"{_percent(made.reach, answer.locale)}, the fewest rows that do"
    if both:
        none = f", none for {' or '.join(both.none.names)}" if both.none else ""
        yield "Some for each of", f"{' and '.join(both.every.names)}{none}"

    if query.to_mean:
        asked = query.to_mean
        sides = [f"{SIDES[one.op]} {float(one.value):g} times" for one in (asked.limit.each if asked.limit else ())]
        only = [", ".join(asked.only.names)] if asked.only else []
        yield "Held against the mean of all", "; ".join([*sides, *only]).replace(" 1 times", "")
    if many:
        limits = " and ".join(f"{BY[one.op]} {float(one.value):g}" for one in many.limit.each)
        yield f"Some for so many {DIMENSIONS[many.field].noun}s", limits


def _percent(value: Fraction, locale: str) -> str:
    return show(Figure("share", value, Unit.PERCENT), locale)


def _period(period: Period, locale: str) -> str:
    """What it is called, with its dates."""
    end = show_day(period.end, locale)
    dates = f"as of {end}" if period.start is None else f"{show_day(period.start, locale)} to {end}"
    return f"{period.label}: {dates}"


def _limit(one: Threshold, answer: Answer) -> str:
    metric = METRICS[one.metric or answer.query.metrics[0]]
    figure = figure_of(metric, one.value, answer.facts.authorised.view, ("limit",))
    said = show(figure, answer.locale) if figure else ""
    compared = BY_A_DAY if one.day else COMPARED
    return f"{metric.spoken} {compared[one.op]} {said}".strip()
