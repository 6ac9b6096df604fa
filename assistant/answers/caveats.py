"""What a careful reader must know beside the number: what was left out, mixed, or not there yet."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import pyarrow.compute as pc

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.answers.beside import pending
from assistant.answers.uneven import uneven, weekdays
from assistant.figures import EPOCH, Figure, Unit, show
from assistant.metrics.definition import Metric, Outlook, Timing
from assistant.permissions.authorise import AuthorisedQuery, authorise
from assistant.query import Query
from assistant.result import Result

COST_RATE = "cost rate"
TARGET = "utilization target"
"""What the people lack who are left out of the distance to it, and are named."""


@dataclass(frozen=True)
class Said:
    """Sentences, and the figures and names bound in them."""

    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]
    names: tuple[str, ...] = ()


def caveats(authorised: AuthorisedQuery, result: Result, today: date, locale: str, *, hidden: bool) -> Said:
    """Every caveat of a result, in the order a reader should meet them."""
    figures: list[Figure] = []
    sentences = [*authorised.notes]
    if hidden:
        sentences.append("Cells that rest on too few people, and the totals over them, are not shown.")
    bound = (
        *pending(authorised, result, today, locale),
        *_beyond(authorised, locale),
        *_still_to_come(result, today, locale),
    )
    for sentence, figure in bound:
        sentences.append(sentence)
        figures.append(figure)
    without = _without_target(authorised, result, figures, locale)
    unknown = _unknown(authorised, result, today, locale)
    figures.extend(unknown.figures)
    not_kept = _not_kept(authorised, result)
    sentences.extend([*unknown.sentences, *without.sentences, *not_kept.sentences])
    sentences.extend(_items(result, figures, locale))
    sentences.extend(uneven(authorised.query, result.metrics, today, locale))
    sentences.extend(weekdays(authorised.query, result.metrics, today))
    sentences.extend(_nothing_ahead(authorised, result, today))
    left = result.left
    if left.no_rate:
        sentences.append(f"Money in {_listed(left.no_rate)} before its first exchange rate is unknown and left out.")
    base = authorised.view.settings.base_currency
    foreign = sorted({*left.currencies} - {base})
    if foreign:
        sentences.append(f"Converted to {base} at {_rate(result)}: {_listed(foreign)}.")
    return Said(tuple(sentences), tuple(figures), (*unknown.names, *without.names, *not_kept.names))


def _beyond(authorised: AuthorisedQuery, locale: str) -> Iterator[tuple[str, Figure]]:
    """Where the asker sees no time of the whole period but of others: nothing was written down, or not ingested yet."""
    period = authorised.query.period
    counted = (one for one in authorised.metrics if one.outlook is Outlook.ACTUAL and one.timing is Timing.FLOW)
    if period.start is None or not any("time_entries" in one.reads for one in counted):
        return
    days = pc.min_max(authorised.view.counted("time_entries", ("date",)).column("date")).as_py()
    first, last = days["min"], days["max"]
    if first is not None and (first > period.end or last < period.start):
        words, day = ("begins only on", first) if first > period.end else ("ends on", last)
        figure = Figure("recorded", Fraction((day - EPOCH).days), Unit.DATE)
        yield f"What time is recorded here {words} {show(figure, locale)}.", figure


KNOWN_AHEAD = frozenset(
    (
        "headcount",
        "leave_balance_days",
        "budget_total",
        "budget_hours",
        "budgets_in_force",
        "budget_runout_date",
        "forecast_used",
        "forecast_overrun",
        "planned_value",
        "planned_value_at_cost",
        "margin_sold",
    )
)
"""How things stand that is settled or planned ahead, so that a day to come has its own value."""


def _still_to_come(result: Result, today: date, locale: str) -> Iterator[tuple[str, Figure]]:
    """Where a state is asked for as of a day to come: it is that of today, for nothing has happened since."""
    end = result.query.period.end
    if end <= today or all(one.timing is not Timing.STATE or one.name in KNOWN_AHEAD for one in result.metrics):
        return
    day = Figure("as_of", Fraction((end - EPOCH).days), Unit.DATE)
    yield f"{show(day, locale)} is still to come: it is told as known today, without what happens until then.", day


def _nothing_ahead(authorised: AuthorisedQuery, result: Result, today: date) -> Iterator[str]:
    """Where the number is about days to come, and the asker sees nothing of what would tell of them."""
    if result.query.period.end < today:
        return
    ahead = {table: one for one in result.metrics for table in one.looks_ahead_in}
    for table, metric in ahead.items():
        seen = metric.looks_at.get(table, ())
        columns = metric.reads.get(table, seen)
        if not authorised.view.rows(table, columns, looking_at=seen).num_rows:
            yield f"{table.capitalize()} are not among what you may see, and are left out of it."


def _not_kept(authorised: AuthorisedQuery, result: Result) -> Said:
    """Which projects that are named have no budget, which people no leave allowance: nothing of it can be left."""
    of_budgets = any(one.open_items or one.item == "budget" for one in result.metrics)
    of_leave = any(one.name == "leave_balance_days" for one in result.metrics)
    field, what = ("project", "budget") if of_budgets else ("person", "leave allowance")
    asked = [one for one in result.query.where if one.field == field and not one.negated]
    if not asked or not (of_budgets or of_leave):
        return Said((), ())
    if of_budgets:
        kept = set(authorised.view.rows("budgets", ("project_id",)).column("project_id").to_pylist())
    else:
        rows = authorised.view.rows("leave_allowances", ("person_id", "year")).to_pylist()
        kept = {one["person_id"] for one in rows if one["year"] == result.query.period.end.year}
    named = [name for one in asked for id_, name in zip(one.ids, one.names, strict=True) if id_ not in kept]
    if not named:
        return Said((), ())
    return Said((f"There is no {what} for {_listed(named)} among what you may see.",), (), tuple(named))


MOST_NAMED = 5


def _without_target(authorised: AuthorisedQuery, result: Result, figures: list[Figure], locale: str) -> Said:
    """Who has no target, and so is left out of the distance to it."""
    found = [
        result.slices[one.name]
        for one in result.metrics
        if one.unknown_means == TARGET and "unknown" in result.slices[one.name].columns
    ]
    people = {str(who) for one in found for who in one.loc[one["unknown"] > 0, "person_id"]}
    named = _named(authorised, people, "people_left_out", locale)
    if not named.names:
        return Said((), ())
    figures.extend(named.figures)
    verbs = ("has", "is") if len(people) == 1 else ("have", "are")
    said = f"{_listed(named.sentences)} {verbs[0]} no {TARGET} and {verbs[1]} left out."
    return Said((said,), (), named.names)


def _whose(authorised: AuthorisedQuery, result: Result, metric: Metric, today: date, locale: str) -> Said:
    """The job titles, or the people, whose hours have no known cost."""
    titles = result.left.unknown_titles.get(metric.name, ())
    if titles:
        return _first(sorted(titles), f"{metric.name}_titles_unknown", locale)
    if metric.unknown_means != COST_RATE or not _sees_people(authorised, metric, today):
        return Said((), ())
    people = result.left.unknown_people.get(metric.name, ())
    return _named(authorised, people, f"{metric.name}_people_unknown", locale)


def _named(authorised: AuthorisedQuery, people: Collection[str], key: str, locale: str) -> Said:
    """What people are called, the first few where there are many, and how many more there are."""
    return _first(sorted(authorised.view.label("person", one) for one in set(people)), key, locale)


def _first(labels: Sequence[str], key: str, locale: str) -> Said:
    named, others = labels[:MOST_NAMED], len(labels) - MOST_NAMED
    if others <= 0:
        return Said(tuple(named), (), tuple(named))
    count = Figure(key, Fraction(others), Unit.COUNT)
    return Said((*named, f"{show(count, locale)} more"), (count,), tuple(named))


def _unknown(authorised: AuthorisedQuery, result: Result, today: date, locale: str) -> Said:
    """The hours without a price or a cost; whose they are without a cost, for those who may see people's cost."""
    said: list[str] = []
    figures: list[Figure] = []
    names: list[str] = []
    for metric in result.metrics:
        seconds = result.left.unknown_seconds.get(metric.name)
        if not seconds or metric.unknown_means == TARGET:
            continue
        hours = Figure(f"{metric.name}_unknown", Fraction(seconds, SECONDS_PER_HOUR), Unit.HOURS)
        named = _whose(authorised, result, metric, today, locale)
        whose = f" of {_listed(named.sentences)}" if named.sentences else ""
        figures.extend([hours, *named.figures])
        names.extend(named.names)
        said.append(f"{show(hours, locale)}{whose} have no known {metric.unknown_means} and are left out of it.")
    return Said(tuple(dict.fromkeys(said)), tuple(figures), tuple(names))


def _sees_people(authorised: AuthorisedQuery, metric: Metric, today: date) -> bool:
    """Whether the asker could ask the same by person, and would be shown every one."""
    query = authorised.query
    by_person = Query(("labor_cost",), query.period, by=("person",), where=query.where, known_on=query.known_on)
    by_person = replace(by_person, of_those=query.of_those)
    found = authorise(by_person, authorised.view, today)
    return isinstance(found, AuthorisedQuery) and found.suppress_below is None and "person" in metric.by


def _items(result: Result, figures: list[Figure], locale: str) -> list[str]:
    if not result.left.items:
        return []
    count = Figure("budgets_left_out", Fraction(result.left.items), Unit.COUNT)
    figures.append(count)
    said = "budget that is not open on that day is" if result.left.items == 1 else "budgets not open on that day are"
    return [f"{show(count, locale)} {said} left out; name a budget, or ask for all, to see more."]


def _rate(result: Result) -> str:
    """At which rate money was converted."""
    to_date = result.query.period.start is None
    if all(metric.converts_at_the_end(to_date=to_date) for metric in result.metrics):
        return "the rate of the date"
    forecast = any(metric.outlook is Outlook.FORECAST for metric in result.metrics)
    return "each day's rate, from today at the last known rate" if forecast else "each day's rate"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
