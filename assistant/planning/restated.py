"""What changed since an answer: the words that ask for it, taken out of a question before the rest is read.

    what changed since 1 September in revenue for Q3           a period of its own, and a day since when
    why is August revenue different from what you told me on 5 September
    revenue for Q3 now versus as known on 1 September
    how was margin in August restated since 1 September
    what changed since?                                        after an answer as known on an earlier day

"What changed in revenue since 1 September", without a period of its own, asks how revenue went since then: that is
no restatement.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.agency.periods import Calendar
from assistant.outcome import Unsupported
from assistant.planning import misunderstandings
from assistant.planning.dates import find_periods
from assistant.planning.guarded import Guarded, Guards
from assistant.planning.replay import Replay, is_a_day, longest_day, replay_in
from assistant.planning.replay import said as said_of
from assistant.query import Plan, Query, Turn

_WHO = r"(?:we|i|you|they|reckon)"
_TELLING = r"(?:told|said|reported|showed|gave|had|knew|thought|saw)(?:\s+(?:me|us|them))?"
_IN = r"(?:in|of|for|about|behind|under|to|with)\s+(?:the\s+|our\s+)?"
_SOURCES = r"(?:the\s+)?(?:data|books|rows|records|numbers|entries)"
_CHANGED = (
    r"what(?:'s|\s+is|\s+has|\s+have|\s+was|\s+were|\s+did)?\s+(?:been\s+)?(?:changed?|restated|corrected|revised)"
)

_CHANGED_SINCE = Guarded(rf"^{_CHANGED}(?:\s+in\s+{_SOURCES})?\s+since\s+(?P<rest>.+)$", re.IGNORECASE)
"""As in "what changed since 1 September in revenue for Q3"; the thing follows the day."""

_CHANGED_IN = Guarded(rf"^{_CHANGED}\s+{_IN}(?P<thing>.+?)\s+since\s+(?P<day>.+?)[\s?!.]*$", re.IGNORECASE)
"""As in "what changed in revenue for Q3 since 1 September"."""

_RESTATED = Guarded(
    r"^(?:(?:how|why)\s+(?:was|were|is|are|has|have|did)\s+)?(?:the\s+)?(?:restatements?\s+of\s+|restated?\s+)?"
    r"(?P<thing>.+?)\s+(?:(?:been\s+)?(?:restated|corrected|revised|restatements?)\s+)?since\s+(?P<day>.+?)[\s?!.]*$",
    re.IGNORECASE,
)
"""As in "how was margin in August restated since 1 September", "restatement of …"."""

_DIFFERENT = Guarded(
    r"^(?:why|how\s+come|how)\s+(?:is|was|are|were|does|did|do|has|have)\s+(?:the\s+|our\s+)?(?P<thing>.+?)\s+(?:now\s+)?"
    r"(?:differ(?:ent|s)?|not|other|changed?|no\s+longer|higher|lower|more|less|moved?)\b\s*(?:now\s+)?"
    r"(?:from|than|as|to|the\s+same\s+as|since)?\s*(?:(?:what|the\s+(?:one|number|figure)(?:\s+(?:that|which))?|that)\s+)?"
    rf"(?:{_WHO}\s+)?{_TELLING}\s+(?:back\s+)?(?:on|in|at|as\s+of)?\s*(?P<day>.+?)[\s?!.]*$",
    re.IGNORECASE,
)
"""As in "why is August revenue different from what you told me on 5 September"."""

_COMPARED = Guarded(
    r"\s+(?:now\s+|today\s+)?(?:compared\s+(?:with|to)|versus|vs\.?|against|different\s+from|differs?\s+from)"
    r"(?:\s+(?:what\s+it\s+was|that))?[\s?!.]*$",
    re.IGNORECASE,
)
"""What stands before "as known on 1 September" where both are asked about."""

_AGAIN = Guarded(
    r"^(?:and\s+|so\s+|but\s+)?(?:what(?:'s|\s+has|\s+have)?\s+(?:changed|moved|been\s+restated)(?:\s+since)?(?:\s+then)?"
    r"|why\s+is\s+(?:it|that|this)\s+(?:different|other|changed)(?:\s+now|\s+today)?(?:\s+from\s+(?:then|now|today))?"
    r"|how\s+was\s+(?:it|that|this)\s+restated(?:\s+since)?(?:\s+then)?)[\s?!.]*$",
    re.IGNORECASE,
)
"""What may follow an answer as known on an earlier day."""

_ANY_OF_IT = Guards((_DIFFERENT, _CHANGED_IN, _RESTATED, _CHANGED_SINCE, _COMPARED), lambda one: one)
_REWORDED = Guarded(r"\b(?:restat|correct|revis)", re.IGNORECASE)
_IS = Guarded(r"^(?:is|was|are|were|what\s+(?:is|was|are|were))\s+(?:the\s+|our\s+)?|^(?:why|how)\s+", re.IGNORECASE)


def restated_in(text: str, today: date, calendar: Calendar) -> Replay | None:
    """The day since when, and what is asked about, where a question asks what changed since an answer."""
    return next(_readings(text, today, calendar), None) if _ANY_OF_IT.likely(text) else None


def _readings(text: str, today: date, calendar: Calendar) -> Iterator[Replay]:
    for pattern in (_DIFFERENT, _CHANGED_IN, _RESTATED):
        found = pattern.match(text)
        named = pattern is _DIFFERENT or _REWORDED.search(text)
        since_known = pattern is _CHANGED_IN and _is_of_some_time(found["thing"], today, calendar) if found else False
        if found and (named or since_known):
            yield from _of_a_day(found["day"], _bare(found["thing"]), today, calendar)
        elif found and pattern is _CHANGED_IN and is_a_day(found["day"].removeprefix("the "), today, calendar):
            yield from (_through_its_eve(one) for one in _of_a_day(found["day"], found["thing"], today, calendar))
    since = _CHANGED_SINCE.match(text)
    day = longest_day(since["rest"], today, calendar) if since else None
    if since and day:
        thing = re.sub(rf"^[\s,]*{_IN}", "", since["rest"][day[1] :], flags=re.IGNORECASE)
        about_data = re.search(rf"\bin\s+{_SOURCES}\s+since\b", text, re.IGNORECASE) or _REWORDED.search(text)
        found_then = Replay(day[0], since["rest"][: day[1]], thing)
        if thing.strip(" ?!.") and (about_data or _is_of_some_time(thing, today, calendar)):
            yield found_then
        elif thing.strip(" ?!.") and is_a_day(found_then.said, today, calendar):
            yield _through_its_eve(found_then)
    both = replay_in(text, today, calendar) if _COMPARED.may_be_in(text) else None
    if both and both.day and (compared := _COMPARED.search(both.rest)):
        yield Replay(both.day, both.said, _bare(both.rest[: compared.start()]))


def _through_its_eve(found: Replay) -> Replay:
    """The same, asked about all that lay before the day where no time is named: what had been told by then."""
    if found.day is None:
        return found
    eve = said_of(found.day - timedelta(days=1))
    return replace(found, rest=f"{found.rest.rstrip(' ?!.')} through {eve}")


def _of_a_day(said: str, thing: str, today: date, calendar: Calendar) -> Iterator[Replay]:
    day = longest_day(said, today, calendar)
    if day and not said[day[1] :].strip(" ?!.,"):
        yield Replay(day[0], said, thing)


def _bare(thing: str) -> str:
    return re.sub(r"^(?:the\s+)?difference\s+(?:between|of|in)\s+", "", _IS.sub("", thing), flags=re.IGNORECASE)


_FORECAST = Guarded(r"\b(?:forecasts?|forecasted|outlook|projections?|projected|pipeline|backlog)\b", re.IGNORECASE)
"""What is told of the time to come: "what changed in the forecast since last week" is about what was known then."""


def _is_of_some_time(thing: str, today: date, calendar: Calendar) -> bool:
    return bool(_FORECAST.search(thing) or find_periods(thing, today, calendar))


def again(text: str, after: Turn | None) -> Plan | None:
    """The plan before with what changed since it, where a follow-up to an answer of an earlier day asks so."""
    plan = after.plan if after else None
    if plan is None or not _AGAIN.match(text):
        return None
    queries = [one for query in plan.queries if query.known_on for one in since(_whole(query), query.known_on)]
    asked = tuple(one for one in queries if isinstance(one, Query))
    return Plan(asked) if asked else None


def since(query: Query, day: date) -> tuple[Query | Unsupported, ...]:
    """The query as a question for what changed since its answer on `day`: each number for itself, cut by nothing."""
    if query.having or query.against or query.limit:
        return (misunderstandings.only_uncut(),)
    numbers = query.metrics[:1] if query.definitions else query.metrics
    whole = replace(query, why=False, definitions=False, known_on=None, restated=day, order=None)
    return tuple(replace(whole, metrics=(one,)) for one in numbers)


def _whole(query: Query) -> Query:
    return replace(query, having=None, against=None, order=None, limit=None)
