"""What a careful reader must know beside the number: what was left out, mixed, or not there yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Figure, Unit, show
from assistant.metrics.definition import Outlook
from assistant.permissions.authorise import AuthorisedQuery
from assistant.result import Result

TARGET = "utilization target"
"""What the people lack who are left out of the distance to it, and are named."""


@dataclass(frozen=True)
class Said:
    """Sentences, and the figures and names bound in them."""

    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]
    names: tuple[str, ...] = ()


def caveats(authorised: AuthorisedQuery, result: Result, locale: str, *, hidden: bool) -> Said:
    """Every caveat of a result, in the order a reader should meet them."""
    figures: list[Figure] = []
    sentences = [*authorised.notes]
    if hidden:
        sentences.append("Cells that rest on too few people, and the totals over them, are not shown.")
    without = _without_target(authorised, result, figures, locale)
    sentences.extend([*_unknown(result, figures, locale), *without.sentences])
    sentences.extend(_items(result, figures, locale))
    left = result.left
    if left.no_rate:
        sentences.append(f"Money in {_listed(left.no_rate)} before its first exchange rate is unknown and left out.")
    base = authorised.view.settings.base_currency
    foreign = sorted({*left.currencies} - {base})
    if foreign:
        sentences.append(f"Converted to {base} at {_rate(result)}: {_listed(foreign)}.")
    return Said(tuple(sentences), tuple(figures), without.names)


MOST_NAMED = 5


def _without_target(authorised: AuthorisedQuery, result: Result, figures: list[Figure], locale: str) -> Said:
    """Who has no target, and so is left out of the distance to it."""
    found = [
        result.slices[one.name]
        for one in result.metrics
        if one.unknown_means == TARGET and "unknown" in result.slices[one.name].columns
    ]
    people = {str(who) for one in found for who in one.loc[one["unknown"] > 0, "person_id"]}
    labels = sorted(authorised.view.label("person", one) for one in people)
    if not labels:
        return Said((), ())
    named, others = labels[:MOST_NAMED], len(labels) - MOST_NAMED
    if others > 0:
        count = Figure("people_left_out", Fraction(others), Unit.COUNT)
        figures.append(count)
        named = [*named, f"{show(count, locale)} more"]
    verbs = ("has", "is") if len(labels) == 1 else ("have", "are")
    said = f"{_listed(named)} {verbs[0]} no {TARGET} and {verbs[1]} left out."
    return Said((said,), (), tuple(labels[:MOST_NAMED]))


def _unknown(result: Result, figures: list[Figure], locale: str) -> list[str]:
    said = []
    for metric in result.metrics:
        seconds = result.left.unknown_seconds.get(metric.name)
        if seconds and metric.unknown_means != TARGET:
            hours = Figure(f"{metric.name}_unknown", Fraction(seconds, SECONDS_PER_HOUR), Unit.HOURS)
            figures.append(hours)
            said.append(f"{show(hours, locale)} have no known {metric.unknown_means} and are left out of it.")
    return list(dict.fromkeys(said))


def _items(result: Result, figures: list[Figure], locale: str) -> list[str]:
    if not result.left.items:
        return []
    count = Figure("budgets_left_out", Fraction(result.left.items), Unit.COUNT)
    figures.append(count)
    said = "budget that is not open on that day is" if result.left.items == 1 else "budgets not open on that day are"
    return [f"{show(count, locale)} {said} left out; name a budget, or ask for all, to see more."]


def _rate(result: Result) -> str:
    """At which rate money was converted."""
    if all(metric.converts_at_the_end for metric in result.metrics):
        return "the rate of the date"
    forecast = any(metric.outlook is Outlook.FORECAST for metric in result.metrics)
    return "each day's rate, from today at the last known rate" if forecast else "each day's rate"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
