"""Little words that turn a question into another one, and that nothing else here reads: they are asked back.

    who worked only on Apollo            on nothing else; and not all who worked on it, too
    how many times was Ben late          how often, and not how much
    revenue forecast made in July for Q3 two periods of which one is not of the other
    who logged time on holiday           both at once, and not one beside the other

The words themselves are known ("only" in "only billable hours" limits nothing that is not limited already), so that
leaving them out would go unnoticed.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from assistant.figures import Unit
from assistant.metrics.definition import Metric
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import of_those, timing
from assistant.planning.dates import Kind as Said
from assistant.planning.examples import examples
from assistant.planning.here import Here
from assistant.planning.parts import Parts, Stretch

Stopped = Clarification | NoData | Unsupported

_ONLY = re.compile(r"\b(?:only|solely|exclusively)\b", re.IGNORECASE)
_ONLY_THESE = re.compile(
    r"(?:^|\b(?:show|list|give|tell|see|want|need|me|us|but|and|,|is|are|the|count|counting)\s+)(?:only|just)\b"
    r"|\bonly (?:the |those |these |who |which |one|client|clients|project|projects|people|person|this|last|next|in \d"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december|q\d)\b"
    r"|for (?:this|last|next)\b|\d|over|above|below|under|if|so far|when|with (?:more|less))",
    re.IGNORECASE,
)
"""As in "only the active ones", "show only Acme": rows are picked, and nothing is said of what else they have."""

WHO_DID = frozenset({"person", "client", "project", "team"})
DOES_IT = re.compile(
    r"\b(?:who|people|everyone|anyone|staff|persons?|clients?|customers?|projects?|teams?|employees?|freelancers?"
    r"|contractors?|developers?|designers?)\b(?:\s+[\w'’]+){0,4}?\s+(?:only|solely|exclusively)\b"
    r"(?!\s+(?:this|last|next)\b)\s+(?=\S)",
    re.IGNORECASE,
)
"""As in "who worked only on Apollo", "people who only log internal time"."""


def only(piece: Parts, here: Here) -> Stopped | None:
    """As in "who worked only on Apollo": whoever did something else, too, is not meant, and cannot be told from it."""
    subjects = [one for one in piece.groupings if one.is_subject and set(one.dimensions) & WHO_DID]
    found = DOES_IT.search(here.nameless)
    if not subjects or not piece.wanted or found is None or _ONLY_THESE.search(here.nameless):
        return None
    if of_those.is_only(piece, here):
        return None
    said = _ONLY.search(here.text, found.start())
    if said is None:
        return None
    without = " ".join(f"{here.bare[: said.start()]}{here.bare[said.end() :]}".split())
    return nothing_else(said[0], [without])


_TIMES = re.compile(r"\bhow (?:many times|often|frequently)\b", re.IGNORECASE)


def times(piece: Parts, here: Here) -> Stopped | None:
    """As in "how many times did Ben work on a weekend", where hours are counted and not how often there were any."""
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    counted = all(one.unit in (Unit.COUNT, Unit.INDEX) or one.name in OFTEN for one in metrics)
    counted = counted or any(_TIMES.search(one.said) for one in piece.wanted)
    found = _TIMES.search(here.nameless)
    if found is None or not metrics or counted:
        return None
    return not_how_often(metrics[0], found[0], examples(here))


OFTEN = frozenset({"absence_spells", "absence_frequency"})


def two_periods(piece: Parts, here: Here) -> Stopped | None:
    """As in "the forecast made in July for Q3": two periods of different length that nothing joins are no list."""
    said = [one for one in piece.stretches if not one.earlier]
    for first, second in pairwise(said):
        if _is_loose(first, second, here):
            return which_of_two(first.found.text, second.found.text, _without_one(first, second, here))
    return None


_JOINED = re.compile(
    r"\b(?:and|or|vs|versus|against|than|to|then|plus|with|both|over|on|before|after|from|since)\b|[,/&;:+–-]",
    re.IGNORECASE,
)
READ_TOGETHER = (Said.SINCE, Said.UNTIL, Said.EDGE, Said.TO_DATE)


def _is_loose(first: Stretch, second: Stretch, here: Here) -> bool:
    between = here.nameless[first.found.span[1] : second.found.span[0]]
    periods = first.found.period, second.found.period
    if any(one.start is None for one in periods) or {first.found.kind, second.found.kind} & set(READ_TOGETHER):
        return False
    return timing.unit_of(periods[0]) != timing.unit_of(periods[1]) and not _JOINED.search(between)


def _without_one(first: Stretch, second: Stretch, here: Here) -> list[str]:
    left_out = (here.instead(one.found.span, "") for one in (second, first))
    bare = (
        re.sub(
            r"\b(?:in|on|for|of|at|during|a|an|the)\s+(?=(?:in|on|for)\b)|\s+(?:in|on|for|of|at|during)\s*$",
            "",
            one.rstrip("?!. "),
        )
        for one in left_out
    )
    return [" ".join(one.split()) for one in bare]


def nothing_else(said: str, options: Sequence[str]) -> Clarification:
    """As in "who worked only on Apollo": of whom nothing else is to be told."""
    text = f"I cannot pick out who or what has this and nothing else besides. Without “{said}”?"
    return Clarification(text, options=tuple(options))


def not_how_often(metric: Metric, said: str, suggestions: Sequence[str]) -> Unsupported:
    """How often something was, of which only how much is known."""
    text = f"{metric.title} is told by how much there was of it, and “{said}” asks how often."
    return Unsupported(text, suggestions=tuple(suggestions))


def which_of_two(first: str, second: str, options: Sequence[str]) -> Clarification:
    """As in "the forecast made in July for Q3": how one period is to be read beside the other."""
    return Clarification(f"“{first}” and “{second}”: for which of the two?", options=tuple(options))


CHECKS: tuple[Callable[[Parts, Here], Stopped | None], ...] = (only, times, two_periods)
"""Looked at after everything that is not understood."""
