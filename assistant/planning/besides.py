"""What is asked for besides: by everyday words themselves ("is the margin disappearing"), and by "and how much …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.agency.tables import Sensitivity
from assistant.metrics.definition import Metric, Outlook
from assistant.planning.conditions import is_such
from assistant.planning.dates import Kind
from assistant.planning.here import Here
from assistant.planning.parts import Bound, Mark, Named, Parts, Wanted
from assistant.planning.words import VANISHING, Role
from assistant.query import Comparison

ALONG = {"capacity_gap": ("earliest_start",)}
"""What is told after a metric that is asked for in everyday words, in a table of its own."""

WHERE_IT_GOES = {"margin": ("forecast_margin", "margin_drift")}
"""What is told after a metric that is asked about as if it went away: where it ends, and why it has drifted."""


def besides(parts: Parts, metric: str, here: Here, *, by_name: bool) -> list[tuple[Parts, str]]:
    """The metrics told besides, and the question each is put in: of the same things, whenever it comes about."""
    trend = parts.mark(Role.TREND)
    if metric not in ALONG and not trend:
        return []
    alone = replace(parts, groupings=(), rankings=(), bounds=(), stretches=(), relatives=())
    asked = [] if by_name else [(alone, one) for one in ALONG.get(metric, ())]
    if trend and trend.said.casefold() in VANISHING:
        at_end, why = WHERE_IT_GOES.get(metric, ("", ""))
        marks = tuple(one for one in parts.marks if one.role is not Role.TREND)
        asked.append((replace(alone, marks=marks), at_end))
        asked.append((replace(alone, marks=(*marks, Mark(trend.at, Role.WHY))), why))
    return [(piece, one) for piece, one in asked if one in here.vocabulary.askable]


def of_the_same(before: Parts, piece: Parts, said: str, here: Here) -> Parts:
    """As in "hours for Acme last month, and how many were billable": of the same month, and of Acme.

    What is a state, as it is in "… and how much is overdue", is told as it is today.
    """
    piece = worked_of_sold(before, piece)
    asked = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    alone = piece if _SENTENCES.search(here.bare) else _without_records(piece)
    named = () if OF_ALL.search(said) else _also_of(before, alone, asked)
    piece = replace(piece, named=named) if named else piece
    if not OF_ALL.search(said) and not _SENTENCES.search(here.bare):
        piece = _each_of_them(before, piece, asked)
    is_state = bool(asked) and all(one.outlook is Outlook.STATE for one in asked)
    return piece if is_state or piece.stretches or piece.relatives else replace(piece, stretches=before.stretches)


def _each_of_them(before: Parts, piece: Parts, asked: Sequence[Metric]) -> Parts:
    """As in "the budget of each project, and how much is left": of each of them, where it says nothing of its own."""
    rows = tuple(one for one in before.groupings if one.is_each)
    own = piece.groupings or piece.named or piece.rankings or piece.bounds or piece.unknown or piece.mark(Role.HOW_MANY)
    told = bool(asked) and all(any(name in one.by for name in row.dimensions) for one in asked for row in rows)
    return replace(piece, groupings=before.groupings, named=before.named) if rows and told and not own else piece


_SENTENCES = re.compile(r"[?;]|\. ")


def _when(metric: Metric) -> frozenset[Outlook]:
    """Whether it is of what has been or of what is to come, as leave may be both; nothing where it is of a day."""
    if metric.looks_forward or metric.name.startswith("absence"):
        return frozenset({Outlook.ACTUAL, Outlook.FORECAST})
    return frozenset({metric.outlook}) - {Outlook.STATE}


def until_the_end(found: list[Parts], here: Here) -> list[Parts]:
    """As in "who is free, and who is overbooked next month": what is said of when at the end is said of both.

    Of both only where both are of what has been, or both of what is to come, and in one sentence.
    """
    found = _names_at_the_end(found, here) if len(found) > 1 and found[-1].named else found
    own_days = not found or not found[-1].stretches or is_such(found[-1])
    if own_days or found[-1].relatives or _SENTENCES.search(here.bare):
        return found
    known = [_asked(each, here) for each in found]
    times = [frozenset.intersection(*map(_when, each)) if each else frozenset() for each in known]
    last = frozenset({Outlook.ACTUAL}) if _is_of_a_span(known[-1], found[-1]) else times[-1]
    alike = [bool(one & last) for one in times]
    return [
        replace(one, stretches=found[-1].stretches) if same and not one.stretches and not one.relatives else one
        for one, same in zip(found, alike, strict=True)
    ]


def _asked(piece: Parts, here: Here) -> list[Metric]:
    """What is asked for; of a word with several readings, all of them."""
    vague = piece.mark(Role.AMBIGUOUS) if not piece.wanted else None
    readings = vague.value if vague and isinstance(vague.value, tuple) else ()
    names = [one.metric for one in piece.wanted] or [str(one) for one in readings]
    return [here.catalogue[one] for one in names if one in here.catalogue]


def _names_at_the_end(found: list[Parts], here: Here) -> list[Parts]:
    """As in "how much did we earn and how much is left on Apollo": both are of what is named at the end."""
    named = found[-1].named
    kinds = [{one.dimension for one in name.readings} for name in named]
    if not all(kind & WORK for kind in kinds) or OF_ALL.search(here.bare) or _SENTENCES.search(here.bare.rstrip("?. ")):
        return found
    return [
        replace(one, named=named) if _says_of_nobody(one) and _told_of(kinds, _asked(one, here)) else one
        for one in found
    ]


def _says_of_nobody(piece: Parts) -> bool:
    rows = piece.named or piece.groupings or piece.rankings or piece.bounds or piece.stretches or piece.relatives
    return not rows and not piece.mark(Role.ME, Role.MY, Role.ALL, Role.HE, Role.UNMEASURED)


def _told_of(kinds: list[set[str]], asked: list[Metric]) -> bool:
    return bool(asked) and all(kind & set(one.by) for kind in kinds for one in asked)


def _is_of_a_span(metrics: Sequence[Metric], parts: Parts) -> bool:
    """As in "how much did we invoice, and how much is still open this year": of both."""
    is_state = bool(metrics) and all(one.outlook is Outlook.STATE for one in metrics)
    spans = [one.found for one in parts.stretches]
    return is_state and all(one.kind in (Kind.YEAR, Kind.QUARTER, Kind.MONTH) and one.period.start for one in spans)


def worked_of_sold(before: Parts, piece: Parts) -> Parts:
    """As in "hours sold vs hours worked": beside all that was sold stands all that was worked on it, of every month."""
    sold = any(one.metric == "budget_hours" or _is_of_hours(one, before) for one in before.wanted)
    if not sold or before.stretches or piece.stretches or before.relatives or piece.relatives:
        return piece
    return replace(piece, wanted=tuple(_of_all_months(one, before) for one in piece.wanted))


def _is_of_hours(wanted: Wanted, parts: Parts) -> bool:
    """As in "budget vs actual hours": the budget is one in hours."""
    hours = [
        one for one in parts.wanted if one.metric == "tracked_hours" and {"actual", "hour"} <= set(one.said.split())
    ]
    return wanted.metric == "budget_total" and wanted.said == "budget" and bool(hours)


def _of_all_months(wanted: Wanted, before: Parts) -> Wanted:
    if wanted.metric == "tracked_hours":
        return replace(wanted, metric="budget_hours_used", said="budget hours used")
    return replace(wanted, metric="budget_hours", said="budget hours") if _is_of_hours(wanted, before) else wanted


AT_THE_END = {
    **dict.fromkeys(
        ("estimate_at_completion", "estimate_at_completion_at_cost"), ("variance_at_completion", Comparison.LESS)
    ),
    "forecast_used": ("forecast_overrun", Comparison.MORE),
}
"""What tells whether that which it comes to at the end is more than the budget, and on which side of nothing."""


def over_at_the_end(parts: Parts) -> Parts:
    """As in "projects whose estimate at completion exceeds the budget": at the end, and not now."""
    mark = parts.mark(Role.OVER_BUDGET)
    asked = next((one for one in parts.wanted if one.metric in AT_THE_END), None)
    if mark is None or asked is None or parts.bounds:
        return parts
    metric, side = AT_THE_END[asked.metric]
    marks = tuple(one for one in parts.marks if one is not mark)
    wanted = (replace(asked, metric=metric, said=metric.replace("_", " "), weak=False),)
    return replace(parts, wanted=wanted, marks=marks, bounds=(Bound(mark.at, side, Fraction(0)),))


OF_ALL = re.compile(
    r"\b(?:our|overall|altogether|in total|(?<!budget )total|company|agency|firm|studio|whole|all|everyone|everybody|"
    r"in general)\b",
    re.IGNORECASE,
)
"""Said of what is asked next, it is asked of everything: "… and what is our margin"."""

WORK = frozenset({"client", "project", "budget", "deal"})


def _without_records(piece: Parts) -> Parts:
    """As in "and what is outstanding", which is told invoice by invoice, and of nobody in particular."""
    return replace(piece, groupings=tuple(one for one in piece.groupings if one.dimensions != ("invoice",)))


def _also_of(before: Parts, piece: Parts, asked: list[Metric]) -> tuple[Named, ...]:
    """The names of the question before, where the next one names nothing, and can be told of just these."""
    says_of_whom = piece.named or piece.groupings or piece.mark(Role.ME, Role.MY, Role.ALL, Role.HE)
    if says_of_whom or not asked or not before.named:
        return ()
    kinds = [{one.dimension for one in named.readings} | {named.dimension} - {""} for named in before.named]
    fits = all(kind & set(metric.by) for kind in kinds for metric in asked)
    of_work = all(kind & WORK for kind in kinds)
    in_money = any(one.classes & {Sensitivity.PRICE, Sensitivity.COST} for one in asked)
    if before.groupings and not of_work:
        return ()
    return before.named if fits and (of_work or not in_money) else ()
