"""What a careful reader must know beside the number: what was left out, mixed, or not there yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Figure, Unit, show
from assistant.metrics.definition import Outlook, Timing
from assistant.permissions.authorise import AuthorisedQuery
from assistant.result import Result


@dataclass(frozen=True)
class Said:
    """Sentences, and the figures bound in them."""

    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]


def caveats(authorised: AuthorisedQuery, result: Result, locale: str, *, hidden: bool) -> Said:
    """Every caveat of a result, in the order a reader should meet them."""
    figures: list[Figure] = []
    sentences = [*authorised.notes]
    if hidden:
        sentences.append("Cells that rest on too few people, and the totals over them, are not shown.")
    sentences.extend(_unknown(result, figures, locale))
    sentences.extend(_items(result, figures, locale))
    left = result.left
    if left.no_rate:
        sentences.append(f"Money in {_listed(left.no_rate)} before its first exchange rate is unknown and left out.")
    base = authorised.view.settings.base_currency
    foreign = sorted({*left.currencies} - {base})
    if foreign:
        sentences.append(f"Converted to {base} at {_rate(result)}: {_listed(foreign)}.")
    return Said(tuple(sentences), tuple(figures))


def _unknown(result: Result, figures: list[Figure], locale: str) -> list[str]:
    said = []
    for metric in result.metrics:
        seconds = result.left.unknown_seconds.get(metric.name)
        if seconds:
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
    if all(metric.timing is Timing.STATE for metric in result.metrics):
        return "the rate of the date"
    forecast = any(metric.outlook is Outlook.FORECAST for metric in result.metrics)
    return "each day's rate, from today at the last known rate" if forecast else "each day's rate"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
