"""Periods said of one another, as in "this year before September": together they are one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from assistant.agency.periods import Period
from assistant.metrics.dimensions import TIME
from assistant.planning.dates import Found
from assistant.planning.dates import Kind as Said
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.here import Here


def within_each_other(said: list[Found], ends: Sequence[date], here: Here) -> list[Found]:
    """As in "this year before September", "last week (5 - 11 October)": what is said of a period is no other period."""
    since = [one for one in said if one.kind is Said.SINCE]
    apart = re.search(r"\band\b|,|&", here.text[min(one.span[0] for one in said) : max(one.span[1] for one in said)])
    if len(since) == 1 and not apart:
        said = [one for one in said if one is since[0] or not _holds(one.period, since[0].period)]
    if len(said) == len(("it", "its days")) and not apart and said[0].period.start:
        first, second = (one.period for one in said)
        said = said[:1] if (first.start, first.end) == (second.start, second.end) else said
    return [_ended(one, ends[0]) for one in said] if len(ends) == 1 else said


def _holds(outer: Period, inner: Period) -> bool:
    return bool(outer.start and inner.start and outer.start <= inner.start and inner.end <= outer.end)


def _ended(found: Found, end: date) -> Found:
    first = found.period.start
    if first is None or not first <= end < found.period.end:
        return found
    return of_days(found, first, end)


def of_days(found: Found, first: date, last: date) -> Found:
    """The same find, from one day to another."""
    phrase = f"{first.isoformat()} to {last.isoformat()}"
    return replace(found, text=phrase, phrase=phrase, period=Period(first, last, in_days(Stretch(first, last))))


def in_one_go(said: tuple[tuple[Period, str], ...], by: Sequence[str]) -> tuple[tuple[Period, str], ...]:
    """As in "by month for July and August": one after the other they are one, where it is told by such anyway."""
    days = [(one.start, one.end) for one, _ in said]
    follows = all(later and later - timedelta(days=1) == end for (_, end), (later, _) in pairwise(days))
    first, last = days[0][0], days[-1][1]
    if len(said) == 1 or first is None or not follows or not set(by) & set(TIME):
        return said
    return ((Period(first, last, in_days(Stretch(first, last))), f"{first.isoformat()} to {last.isoformat()}"),)
