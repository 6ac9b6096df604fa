"""Whether a month of what is planned is one that was: "who was overbooked in September" asks for none to come."""

import re
from itertools import pairwise

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric
from assistant.planning.dates import Found, Kind, find_periods
from assistant.planning.dates import Outlook as Looks
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here

WAS = Guarded(r"\b(?:did|had|was|were|(?:we|they|i) planned)\b", re.IGNORECASE)

_PLANNED = r"(?:scheduled|booked|planned|allocated|bookings?)"
_DONE = r"(?:tracked|worked|logged|actuals?|recorded)"
BESIDE_WHAT_WAS = Guarded(rf"\b{_PLANNED}\b.*\b{_DONE}\b|\b{_DONE}\b.*\b{_PLANNED}\b", re.IGNORECASE)
"""What was planned is held against what came of it."""

_MEASURED = Guarded(rf"\b(?:{_PLANNED}|{_DONE})\b", re.IGNORECASE)

HALF_A_YEAR = 183

_CAPACITY = r"(?:available|availability|capacity|cap)"
BESIDE_CAPACITY = Guarded(rf"\b{_PLANNED}\b.*\b{_CAPACITY}\b|\b{_CAPACITY}\b.*\b{_PLANNED}\b", re.IGNORECASE)


_TAKEN = Guarded(r"\b(?:took|taken|used|sick|sickness|ill|illness|did|had|was|were)\b", re.IGNORECASE)

_BY_THE_CALENDAR = (Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR, Kind.SINCE)


def is_leave_ahead(metric: Metric, found: Found, here: Here) -> bool:
    """Whether leave is asked for on days that are nearer ahead: "leave in the week of 2 November" in October.

    Not of a whole month or quarter, of which the most recent is meant, and not of leave that was taken.
    """
    if not metric.name.startswith("absence") or found.kind in _BY_THE_CALENDAR or _TAKEN.search(here.nameless):
        return False
    was, ahead = (as_looked_at(found, here, looks) for looks in (Looks.ACTUAL, Looks.FORECAST))
    if was is None or ahead is None or was.start is None or ahead.start is None or ahead.start <= here.today:
        return False
    return was.end < here.today and ahead.start - here.today < here.today - was.end


_BY_ITS_NUMBER = Guarded(
    r"\b(?:(?:week|weeks|wk|kw|cw)\W*(?:no\W*)?\d|w\d)|(?<![\d/])\b\d{1,2} ?[./] ?\d{1,2}\b(?! ?[./] ?\d)"
)


def is_numbered_ahead(found: Found, here: Here) -> bool:
    """As in "capacity in week 45", "capacity on 12/4": what is to come, where that is nearer than what was."""
    if not _BY_ITS_NUMBER.search(found.phrase) or WAS.search(here.nameless):
        return False
    coming = as_looked_at(found, here, Looks.FORECAST)
    return bool(coming and coming.start and (coming.start - here.today).days <= HALF_A_YEAR)


def as_looked_at(found: Found, here: Here, looks: Looks) -> Period | None:
    """The days a phrase means, as it is read of what was or of what is to come."""
    read = find_periods(here.nameless, here.today, here.calendar, looks)
    return next((one.period for one in read if one.span == found.span), None)


def is_beside_plans(here: Here) -> bool:
    """As in "planned versus available hours for Q1": both of the quarter to come, unless it is said of the past."""
    is_past = WAS.search(here.nameless) or re.search(rf"\b{_DONE}\b", here.text, re.IGNORECASE)
    return BESIDE_CAPACITY.search(here.text) is not None and not is_past


_TOLD_OF_WHAT_WAS = rf"(?:contract(?:ed|ual)?|{_DONE}|billable|utili[sz]ation|overtime)"
_BESIDE_WHAT_IS_KNOWN = Guarded(
    rf"\b{_CAPACITY}\b.*\b{_TOLD_OF_WHAT_WAS}\b|\b{_TOLD_OF_WHAT_WAS}\b.*\b{_CAPACITY}\b", re.IGNORECASE
)


def is_beside_what_is_known(here: Here) -> bool:
    """As in "tracked vs available hours in August": both of the one month, which is the latest."""
    return _BESIDE_WHAT_IS_KNOWN.search(here.nameless) is not None


def has_been(found: Found, here: Here) -> bool:
    """Whether the month is held against what was done, or is said of the past and the one that was is the nearer."""
    beside = BESIDE_WHAT_WAS.search(here.nameless)
    if not (beside or WAS.search(here.nameless)):
        return False
    back = find_periods(here.nameless, here.today, here.calendar, Looks.ACTUAL)
    begins = next((one.period.start for one in back if one.span == found.span), None)
    # "Booked hours in November and tracked hours in September" are of two months, each of its own.
    apart = any(_MEASURED.search(here.nameless[one.span[1] : then.span[0]]) for one, then in pairwise(back))
    of_one_time = beside is not None and not apart
    return begins is not None and begins < here.today and (of_one_time or (here.today - begins).days < HALF_A_YEAR)
