"""Settles "this time last year" beside nothing: a state has that day; of what is counted it is asked how much."""

import re
from dataclasses import replace

from assistant.metrics.definition import Metric, Outlook, Timing
from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification
from assistant.planning.dates import find_periods
from assistant.planning.dates_labels import in_months
from assistant.planning.dates_units import Unit, around, moved
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Parts, Stretch
from assistant.planning.timing import unit_of
from assistant.planning.tokens import key
from assistant.query import Query

_UNITS = {"year": Unit.YEAR, "quarter": Unit.QUARTER, "month": Unit.MONTH, "week": Unit.WEEK}
_SAID = Guarded(
    r"\b(?:at |around |about |in )?(?:this|the same|same) (?:time|period) (?:of )?(?:the )?(?:last|previous|prior) "
    rf"(?P<unit>{'|'.join(_UNITS)})\b",
    re.IGNORECASE,
)
_COMPARES = Guarded(
    r"\b(?:vs|versus|against|compar\w+|than|ahead|behind|up|down|chang\w+|diff\w+|grow\w*|grew|better|worse|"
    r"higher|lower|more|less|fewer|same as|relative to)\b",
    re.IGNORECASE,
)


def settled(metric: Metric, parts: Parts, here: Here) -> Parts | Clarification:
    """As in "receivables this time last year", read off on this day of that year; of "revenue" it is asked how much."""
    said = _said(parts, here)
    if said is None:
        return parts
    if metric.timing is Timing.STATE or metric.outlook is Outlook.STATE:
        return _on_that_day(parts, said, here)
    return _how_much_of_it(said, here)


def _on_that_day(parts: Parts, said: re.Match[str], here: Here) -> Parts:
    day = moved(here.today, -1, _UNITS[said["unit"].casefold()])
    found = find_periods(f"as of {day.isoformat()}", here.today, here.calendar)[0]
    at = (parts.relatives or parts.stretches)[0].at
    return replace(parts, relatives=(), stretches=(Stretch(at, replace(found, span=said.span())),))


def _how_much_of_it(said: re.Match[str], here: Here) -> Clarification:
    """It may be a month, the year until then, or that beside this year's."""
    unit = said["unit"].casefold()
    options = [f"last {unit} to date", f"last {unit}"]
    if unit == "year":
        month = around(Unit.MONTH, moved(here.today, -1, Unit.YEAR), 0, here.calendar)
        options = [f"in {in_months(month)}", "year to date last year", "year to date compared with the year before"]
    questions = tuple(here.instead(said.span(), one).rstrip("?!. ") for one in options)
    return Clarification(f"Which days of last {unit} do you mean?", options=questions)


def _said(parts: Parts, here: Here) -> re.Match[str] | None:
    """The words, where they are all that is said of when and nothing is compared."""
    said = _SAID.search(here.nameless)
    if said is None or _COMPARES.search(here.nameless[: said.start()]) or len(parts.stretches) > 1:
        return None
    words = set(key(here.text))
    if not any(words & set(key(one.said)) for one in parts.wanted):
        return None  # what follows on from an answer is beside that one's period
    periods = [one.found for one in parts.stretches]
    beside = any(one.span[1] <= said.start() or said.end() <= one.span[0] for one in periods)
    return None if beside or not (periods or parts.relatives) else said


def is_of_the_whole(unit: str, query: Query) -> bool:
    """As in "hours by week last month versus the previous month": no week is held against the one before."""
    return unit == "year" or (unit in TIME and (unit not in query.by or unit_of(query.period) == unit))
