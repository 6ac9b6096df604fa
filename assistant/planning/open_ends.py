"""Asks until when what is to come is meant, where no end is said: "free hours from November on"."""

import re
from dataclasses import replace
from datetime import timedelta

from assistant.metrics.definition import Metric
from assistant.planning.dates import Kind as Said
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates import read_period
from assistant.planning.dates_units import Unit, around
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.timing import PAST_TENSE, looks_of


def until_when(metric: Metric, parts: Parts, here: Here) -> tuple[str, ...]:
    """Where what is to come is asked "from November on", "after Christmas": the question to three days of an end."""
    ahead = metric.looks_forward or looks_of(metric) is Looks.FORECAST
    said = [one.found for one in parts.stretches if not one.earlier and one.found.kind is not Said.RANGE]
    said = [one for one in said if ONWARDS.search(one.phrase)]
    if not ahead or len(said) != 1 or PAST_TENSE.search(here.nameless):
        return ()
    first = read_period(ONWARDS.sub("", said[0].phrase), here.today, here.calendar, Looks.FORECAST)
    if first is not None and AFTER.match(said[0].phrase):
        day = first.end + timedelta(days=1)
        first = replace(first, start=day, end=day)
    is_now = said[0].phrase.endswith(("from now on", "from today on", "from today onwards", "from now onwards"))
    if first is None or first.start is None or first.start < here.today or (first.start == here.today and not is_now):
        return ()
    ends = (around(unit, first.start, away, here.calendar).end for unit, away in ENDINGS)
    days = dict.fromkeys(f"from {first.start.isoformat()} to {end.isoformat()}" for end in ends)
    return tuple(here.text.replace(said[0].text, one).rstrip("?!. ") + "?" for one in days)


ONWARDS = re.compile(
    r"^(?:from|starting|starting from|beginning|on (?:or|and) after|after|later than)\s+"
    r"|\s+(?:on|onwards?|forward|(?:and|or) (?:later|after|afterwards|beyond))$"
)
AFTER = re.compile(r"(?:after|later than)\s")
ENDINGS = ((Unit.MONTH, 0), (Unit.QUARTER, 0), (Unit.QUARTER, 1))
