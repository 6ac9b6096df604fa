"""Limits of days: "which budgets run out before year end" keeps those whose day is by then, as it is known today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.figures import EPOCH
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import timing
from assistant.planning.dates import Found, Kind
from assistant.planning.days_away import TELLS_A_DAY
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.tokens import key
from assistant.query import Comparison, Query, Threshold

Stopped = Clarification | NoData | Unsupported


def told(made: Sequence[Query | Stopped], parts: Parts, here: Here) -> list[Query | Stopped]:
    """The queries as they are limited; by how many days a budget runs out too early is said not to be told."""
    each = [limited(one, parts, here) if isinstance(one, Query) else one for one in made]
    days = any(isinstance(one, Query) and one.metrics[0] == TELLS_A_DAY for one in each)
    return [*each, NOT_IN_DAYS] if days and "by how many days" in here.nameless.casefold() else each


NOT_IN_DAYS = Unsupported(
    "By how many days a budget runs out too early is not worked out: told is the day on which it does."
)


def limited(query: Query, parts: Parts, here: Here) -> Query:
    """The rows whose day lies in the period that was asked about, told as of today."""
    if query.metrics[0] != TELLS_A_DAY or timing.as_of(parts):
        return query
    is_since = parts.main is not None and parts.main.kind is Kind.SINCE
    if query.period.end == here.knows_until and not is_since:
        return query
    title = here.catalogue[TELLS_A_DAY].title
    by_name = bool(parts.wanted) and key(parts.wanted[0].said) in (key(title), key(TELLS_A_DAY.replace("_", " ")))
    if by_name and query.period.end < here.knows_until and not query.having:
        return query  # "budget run-out date by budget last month": as it stood then
    first, last = _days(query.period, parts, here)
    limits = [_limit(Comparison.AT_LEAST, first)] if first else []
    limits += [_limit(Comparison.AT_MOST, last)] if last else []
    if not limits:
        return query
    today = Period(None, here.knows_until, "to date")
    return replace(query, period=today, period_said="", having=_together([*limits, *_said(query.having)]))


def _days(period: Period, parts: Parts, here: Here) -> tuple[date | None, date | None]:
    """From which to which day: "before November" has no first one, and "after November" no last."""
    if parts.main is None:
        return None, period.end
    found = timing.reread(here.catalogue[TELLS_A_DAY], parts.main, here)
    if found.kind is Kind.SINCE:
        return _ahead(found, here), None
    return None if found.kind is Kind.UNTIL else found.period.start, found.period.end


def _ahead(found: Found, here: Here) -> date | None:
    """As in "after November", said in October: the one to come."""
    first = found.period.start
    is_bare = found.phrase.startswith("after ") and not any(one.isdigit() for one in found.phrase)
    return first.replace(year=first.year + 1) if first and is_bare and first <= here.today else first


def _limit(op: Comparison, day: date) -> Threshold:
    return Threshold(op, Fraction((day - EPOCH).days), day=day)


def _said(having: Threshold | None) -> Sequence[Threshold]:
    return having.each if having else ()


def _together(limits: Sequence[Threshold]) -> Threshold:
    *others, last = (replace(one, also=None) for one in limits)
    for one in reversed(others):
        last = replace(one, also=last)
    return last
