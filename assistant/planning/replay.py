"""As known on an earlier day: the words for it, taken out of a question before the rest is read.

    revenue for Q3 as known on 1 September           what was known, of whatever period is asked about
    as of the September 1 data, hours by client
    what did we think revenue for Q3 was on 15 August
    what did you tell me on 5 September about margin last month

A period in these words ("last week", "in August") is known by its last day. "Receivables as of 30 September" is a
state on that day and no replay; "revenue for Q3 as of 15 September" can be either, and is asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from assistant.agency.periods import Calendar
from assistant.outcome import Clarification
from assistant.planning.dates import Outlook, read_period
from assistant.planning.guarded import Guarded, Guards
from assistant.query import Plan

_ON = r"(?:(?:back\s+)?(?:on|at|by|in|as\s+of|as\s+at)\s+)?"
_US = r"(?:\s+(?:me|us|them|the\s+client|the\s+board))?"
_WHO = r"(?:we|i|you|they|reckon)"
_STATE = r"(?:data|snapshot|figures?|numbers?|books|imports?|exports?|load|state)"
_BY = r"(?:as\s+of|as\s+at|with|from|using|in|on|per|according\s+to|based\s+on)\s+(?:the\s+|our\s+)?"
_BELIEVED = r"(?:think|believe|say|report|tell|know|have|show|estimate|expect|assume|see|record)"

_BEFORE_A_DAY = tuple(
    Guarded(rf"(?:^|(?<=[\s,;(])){one}\s*$", re.IGNORECASE)
    for one in (
        rf"as\s+(?:(?:it|they|this|that)\s+(?:was|were)\s+)?(?:then\s+)?known\s+(?:to\s+us\s+)?{_ON}",
        rf"(?:as|like)\s+{_WHO}\s+(?:knew|saw|had|understood|reported)\s+(?:(?:it|them|things|that)\s+)?{_ON}",
        rf"(?:with|from|by|on|knowing|given)\s+what\s+(?:{_WHO}\s+knew|was\s+known)\s+{_ON}",
        rf"(?:as|like)\s+(?:{_WHO}|it\s+was)\s+(?:told|said|reported|shown){_US}\s+{_ON}",
        rf"(?:that\s+|which\s+)?{_WHO}\s+(?:told|said|reported|showed){_US}\s+{_ON}",
        rf"{_BY}{_STATE}\s+(?:of|from|as\s+of|as\s+at|in\s+force\s+on|known\s+on|on)\s+",
    )
)
"""What stands before the day."""

_AROUND_A_DAY = Guarded(
    rf"(?:^|(?<=[\s,;(])){_BY}(?P<day>(?:[\w-]+,?\s+){{0,4}}?[\w-]+?)(?:'s)?\s+{_STATE}(?![\w-])",
    re.IGNORECASE,
)
"""As in "as of the September 1 data", "with last week's numbers"."""

_THOUGHT = Guarded(
    rf"^(?P<ask>what|how\s+much|how\s+many(?:\s+[\w-]+)?)\s+(?:did|had|would)\s+{_WHO}\s+{_BELIEVED}{_US}\s+"
    r"(?:that\s+)?(?P<thing>.+?)\s+(?:was|were|is|are|would\s+be|will\s+be|to\s+be|had\s+been)\s+"
    r"(?:going\s+to\s+be\s+)?(?:back\s+)?(?:on|in|at|as\s+of|by)\s+(?P<day>.+?)[\s?!.]*$",
    re.IGNORECASE,
)
"""As in "what did we think revenue for Q3 was on 15 August"."""

_THOUGHT_THEN = Guarded(
    rf"^(?:what|how\s+much|how\s+many)\s+(?:did|had|would)\s+{_WHO}\s+{_BELIEVED}{_US}\s+"
    r"(?:back\s+)?(?:on|in|at|as\s+of)\s+(?P<day>.+)$",
    re.IGNORECASE,
)
"""As in "what did you tell me on 5 September about margin", with what was told after the day."""

_BETWEEN = Guarded(r"^[\s,:]*(?:(?:about|of|for|that|regarding)\s+)?(?:the\s+|our\s+)?", re.IGNORECASE)
_WAS = Guarded(r"\s+(?:was|were|is|are|would\s+be|will\s+be|had\s+been)[\s?!.]*$", re.IGNORECASE)

MOST_WORDS = 7
"""The words for a day are at most so many: "the last day of the month before last"."""

NOTHING_BUT = Guarded(r"^(?:and|but|also|now|what|how|about|then|or|same|that|it|the|,|\?|!|\.|\s)*$", re.IGNORECASE)
"""What is left of a question that only names another day: "and as known on 5 September?"."""

T = TypeVar("T")


@dataclass(frozen=True)
class Replay:
    """The day a question wants an answer as known on, None where it is no day; and the question without it."""

    day: date | None
    said: str
    rest: str


def replay_in(text: str, today: date, calendar: Calendar) -> Replay | None:
    """The words in a cleaned question that ask for what was known on an earlier day."""
    return next(_readings(text, today, calendar), None) if _ANY_OF_IT.likely(text) else None


def _readings(text: str, today: date, calendar: Calendar) -> Iterator[Replay]:
    thought = _THOUGHT.match(text)
    if thought and (day := _day(thought["day"], today, calendar)):
        yield Replay(day, thought["day"], f"{thought['ask']} was {thought['thing']}")
    then = _THOUGHT_THEN.match(text)
    if then and (found := longest_day(then["day"], today, calendar)):
        day, end = found
        rest = _WAS.sub("", _BETWEEN.sub("", then["day"][end:], count=1))
        yield Replay(day, then["day"][:end], f"what was {rest}")
    for around in _AROUND_A_DAY.finditer(text):
        # "From August's data" is about August; only a day, or "as of", tells when something was known.
        named = around.group().lower().startswith("as ") or is_a_day(around["day"], today, calendar)
        if named and (day := _day(around["day"], today, calendar)):
            yield Replay(day, around["day"], _without(text, around.start(), around.end()))
    yield from _announced(text, today, calendar)


def _announced(text: str, today: date, calendar: Calendar) -> Iterator[Replay]:
    """As in "as known on 1 September": the longest run of words after the lead that is a day."""
    leads = [pattern for pattern in _BEFORE_A_DAY if pattern.may_be_in(text)]
    for place in (one.start() for one in _BEGINS.finditer(text) if leads):
        lead = next((one for pattern in leads if (one := pattern.search(text[:place]))), None)
        found = longest_day(text[place:], today, calendar) if lead else None
        if lead and found:
            day, end = found
            yield Replay(day, text[place : place + end], _without(text, lead.start(), place + end))
    known = _KNOWN_ON.search(text)
    if known:
        yield Replay(None, known["day"].strip(), text)


_BEGINS = re.compile(r"(?<=\s)\S")
_KNOWN_ON = Guarded(r"\bas known on (?P<day>[^,;?!]+)", re.IGNORECASE)
_ANY_OF_IT = Guards((_THOUGHT, _THOUGHT_THEN, _AROUND_A_DAY, *_BEFORE_A_DAY, _KNOWN_ON), lambda one: one)


def longest_day(text: str, today: date, calendar: Calendar) -> tuple[date, int] | None:
    """The longest run of words at the beginning that is a period, by its last day, and where it ends."""
    ends = [one.end() for one in re.finditer(r"[^\s,;?!]+", text)][:MOST_WORDS]
    for end in reversed(ends):
        day = _day(text[:end], today, calendar)
        if day:
            return day, end
    return None


def _day(said: str, today: date, calendar: Calendar) -> date | None:
    period = read_period(said.removeprefix("the ").removesuffix("'s"), today, calendar, Outlook.ACTUAL)
    return period.end if period else None


def is_a_day(said: str, today: date, calendar: Calendar) -> bool:
    """Whether the words are for one day, and not for a month or a week."""
    period = read_period(said.removesuffix("'s"), today, calendar, Outlook.ACTUAL)
    return period is not None and period.start == period.end


def _without(text: str, start: int, end: int) -> str:
    """The question without these words, and without the comma that parted them."""
    before, after = text[:start].rstrip(" ,;("), text[end:].lstrip(" ,;)")
    glue = "" if after[:1] in ("?", "!", ".", "") else " "
    return f"{before}{glue}{after}".strip()


def words_for(day: date) -> str:
    """The words this module reads back: "as known on 1 September 2026"."""
    return f"as known on {said(day)}"


def said(day: date) -> str:
    """A day as a question names it: "1 September 2026"."""
    return f"{day.day} {day.strftime('%B %Y')}"


def of_the_same(before: Plan, day: date | None) -> Plan:
    """The plan before as known on another day; without one, as known today."""
    return Plan(tuple(replace(one, known_on=day) for one in before.queries))


def asked_back(day: date, stopped: T) -> T | Clarification:
    """What is asked back says the day, too, so that a choice is a complete question."""
    if not isinstance(stopped, Clarification):
        return stopped
    return replace(stopped, options=tuple(_with_day(one, day) for one in stopped.options))


def _with_day(question: str, day: date) -> str:
    bare = question.rstrip("?!. ")
    words = words_for(day)
    return question if words in question else f"{bare} {words}{question[len(bare) :].strip()}"
