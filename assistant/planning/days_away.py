"""What so long ago, or in so long, means: of what stands on a day that day, of what is counted the whole week."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import timedelta

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric, Outlook, Timing
from assistant.planning.dates import Found, Kind
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch, Unit, around
from assistant.planning.dates_words import NUMBERS
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here

_AGO = re.compile(rf"\b(?P<count>a|an|\d+|{'|'.join(NUMBERS)}) (?P<unit>month|quarter|year)s? ago\b", re.IGNORECASE)

_WEEKS_AWAY = re.compile(r"(?:in )?[a-z0-9]+ weeks?(?: ['’]s?)?(?: time| ago| from now)?")


def told(metric: Metric, found: Found, here: Here) -> Found:
    """As in "headcount a year ago", read off on this day of that year, and "hours in three weeks", those of a week."""
    if metric.timing is Timing.STATE or metric.outlook is Outlook.STATE:
        return _by_today(found, here) if metric.name in OVERDUE else _that_day(found, here)
    if found.kind is not Kind.DAY or "week" not in found.phrase or "exactly" in here.nameless.casefold():
        return found
    beside = _WEEKS_BESIDE.match(found.phrase)
    if beside:
        return _those_weeks(found, beside)
    is_week = _WEEKS_AWAY.fullmatch(found.phrase)
    if not is_week or (not found.phrase.startswith("in ") and not found.phrase.endswith(("ago", "now"))):
        return found
    days = around(Unit.WEEK, found.period.end, 0, here.calendar)
    return replace(found, period=Period(*days, f"{found.text} ({in_days(days)})"))


_WEEKS_BESIDE = re.compile(rf"(?P<count>\d+|{'|'.join(NUMBERS)}) weeks (?P<which>before|after) ")


def _those_weeks(found: Found, said: re.Match[str]) -> Found:
    """As in "hours two weeks before Christmas": those two weeks, and not the day they begin with."""
    count = int(said["count"]) if said["count"].isdigit() else NUMBERS[said["count"]]
    day, more = found.period.end, timedelta(days=7 * count - 1)
    days = Stretch(day, day + more) if said["which"] == "before" else Stretch(day - more, day)
    return replace(found, period=Period(*days, f"{found.text} ({in_days(days)})"))


OVERDUE = frozenset({"overdue_receivables", "overdue_invoice_count", "overdue_tasks", "days_past_due"})
"""What is late by a day: what falls due after today is not."""


_WILL = Guarded(r"\b(?:will|going to)\b")
"""Written small: Will is somebody."""


def _by_today(found: Found, here: Here) -> Found:
    """As in "overdue invoices this quarter": by the last day of it that has come; of one to come it is that day's."""
    first, last, today = found.period.start, found.period.end, here.knows_until
    if first is None or not first <= today < last or _WILL.search(here.nameless):
        return _that_day(found, here)
    return replace(found, period=Period(first, today, f"{found.text} (by {in_days(Stretch(today, today))})"))


def _that_day(found: Found, here: Here) -> Found:
    said = _AGO.search(found.text)
    if said is None:
        return found
    count = int(said["count"]) if said["count"].isdigit() else NUMBERS.get(said["count"].casefold(), 1)
    months = count * {"month": 1, "quarter": 3, "year": 12}[said["unit"].casefold()]
    year, month = divmod(here.today.year * 12 + here.today.month - 1 - months, 12)
    day = here.today.replace(year=year, month=month + 1, day=min(here.today.day, monthrange(year, month + 1)[1]))
    label = f"{found.text} ({in_days(Stretch(day, day))})"
    return replace(found, text=f"as of {day.isoformat()}", period=Period(None, day, label))


TELLS_A_DAY = "budget_runout_date"
"""Its value is a day, so that a period says between which days that is to lie, and not as of when it is known."""

_AS_OF = ("as of ", "as at ")


def looked_at(metric: Metric, found: Found, looks: Looks, *, is_past: bool) -> Looks:
    """The day it comes to lies ahead, unless it is said to have passed, or to be known as of a day."""
    ahead = metric.name == TELLS_A_DAY and not is_past and not found.phrase.startswith(_AS_OF)
    return Looks.FORECAST if ahead else looks
