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
from assistant.planning import misunderstandings, of_those, timing, words
from assistant.planning.dates import Kind as Said
from assistant.planning.examples import examples
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.limits import LATE_AT_TIMES
from assistant.planning.parts import Named, Parts, Stretch
from assistant.planning.words import Role
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported

_ONLY = Guarded(r"\b(?:only|solely|exclusively)\b", re.IGNORECASE)
_ONLY_THESE = Guarded(
    r"(?:^|\b(?:show|list|give|tell|see|want|need|me|us|but|and|,|is|are|the|count|counting)\s+)(?:only|just)\b"
    r"|\bonly (?:the |those |these |who |which |one|client|clients|project|projects|people|person|this|last|next|in \d"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december|q\d)\b"
    r"|for (?:this|last|next)\b|\d|over|above|below|under|if|so far|when|with (?:more|less))",
    re.IGNORECASE,
)
"""As in "only the active ones", "show only Acme": rows are picked, and nothing is said of what else they have."""

WHO_DID = frozenset({"person", "client", "project", "team"})
DOES_IT = Guarded(
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
    if of_those.is_only(piece, here) or any(of_those.picks(one, here) for one in piece.named):
        return None
    said = _ONLY.search(here.text, found.start())
    if said is None:
        return None
    without = " ".join(f"{here.bare[: said.start()]}{here.bare[said.end() :]}".split())
    return nothing_else(said[0], [without])


def with_nothing_else(planned: Sequence[Query | Stopped], piece: Parts, here: Here) -> Sequence[Query | Stopped]:
    """The queries, or what is asked instead where one passes over that nothing else is to be told of somebody."""
    passes = any(isinstance(one, Query) and not (one.of_those or one.in_so_many) for one in planned)
    asked = only(piece, here) if passes else None
    return [asked] if asked else planned


_TIMES = Guarded(r"\bhow (?:many times|often|frequently)\b", re.IGNORECASE)


def times(piece: Parts, here: Here) -> Stopped | None:
    """As in "how many times did Ben work on a weekend", where hours are counted and not how often there were any."""
    found = _TIMES.search(here.nameless)
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue] if found else []
    if found is None or not metrics or any(_TIMES.search(one.said) for one in piece.wanted):
        return None
    if all(one.unit in (Unit.COUNT, Unit.INDEX) or one.name in OFTEN for one in metrics):
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


_JOINED = Guarded(
    r"\b(?:and|or|vs|versus|against|than|to|then|plus|with|both|over|on|before|after|from|since)\b|[,/&;:+–-]",
    re.IGNORECASE,
)
READ_TOGETHER = (Said.SINCE, Said.UNTIL, Said.EDGE, Said.TO_DATE)


def _is_loose(first: Stretch, second: Stretch, here: Here) -> bool:
    between = here.nameless[first.found.span[1] : second.found.span[0]]
    periods = first.found.period, second.found.period
    if any(one.start is None for one in periods) or {first.found.kind, second.found.kind} & set(READ_TOGETHER):
        return False
    apart = timing.unit_of(periods[0]) != timing.unit_of(periods[1]) or re.search(r"[a-z]", between)
    return bool(apart) and not _JOINED.search(between)


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


_RANKED_TWICE = Guarded(
    r"\b(?:top|bottom|best|worst|highest|lowest|biggest|smallest|largest|most|least)\b.*?"
    r"\b(?:of|among|out of) (?:the |our |my )?(?:\d+ |\w+ )?(?:top|bottom|best|worst|biggest|largest|smallest)\b",
    re.IGNORECASE,
)
_JOINED_LATER = Guarded(r"\b(?:joined|hired|started)\b.*\bleft\b", re.IGNORECASE)
_RESCHEDULED = frozenset({"moved", "move"})
_LATE_OR_THE_END_OF_IT = Guarded(
    r"\b(?:done|finished|completed|delivered|closed|started|sent|submitted|approved)\s+late\s+(?=\w)",
    re.IGNORECASE,
)


def other_words(piece: Parts, here: Here) -> Stopped | None:
    """Words that are read here, and mean something else where they stand as they do."""
    asked = {one.metric for one in piece.wanted}
    moved = piece.mark(Role.CHANGE)
    late = _LATE_OR_THE_END_OF_IT.search(here.nameless)
    said = ""
    twice = _RANKED_TWICE.search(here.nameless)
    if twice and any(not one.is_default for one in piece.rankings):
        said = twice[0]
    elif _two_ends(piece, here):
        said = _two_ends(piece, here)
    elif "budget_remaining" in asked and _JOINED_LATER.search(here.nameless):
        said = "left"
    elif moved and moved.said.casefold() in _RESCHEDULED and asked & set(words.COUNTED):
        said = moved.said
    elif late and any(one.found.text.casefold().startswith("late ") for one in piece.stretches):
        said = "late"
    elif any(not one.is_default for one in piece.rankings) and {one.said for one in piece.wanted} & LATE_AT_TIMES:
        said = "late"  # how many were late is no share of those on time
    else:
        said = next((f"team of {one.text}" for one in piece.named if _is_a_team_of(one, here)), "")
    return misunderstandings.not_understood(said, [], examples(here)) if said else None


_ONE_AND_THE_OTHER = Guarded(r"\band\b|\bor\b|[,;&/]", re.IGNORECASE)


def _two_ends(piece: Parts, here: Here) -> str:
    """As in "which of our top 5 clients has the lowest margin": picked by one thing, and told by another."""
    ends = [one for one in piece.rankings if not one.is_default]
    if len({one.end for one in ends}) < len(("one", "other")):
        return ""
    ends = [one for one in ends if not (one.sorts or "first" in one.said)]
    places = [here.nameless.casefold().find(one.said.casefold()) for one in ends if one.said]
    if len({one.end for one in ends}) < len(("one", "other")) or len(places) < len(ends) or min(places) < 0:
        return ""
    return "" if _ONE_AND_THE_OTHER.search(here.nameless[min(places) : max(places)]) else ends[-1].said


def _is_a_team_of(named: Named, here: Here) -> bool:
    """As in "the team of Ana", which is more than Ana."""
    people = all(one.dimension not in ("team", "client", "project") for one in named.readings)
    return people and bool(re.search(r"\bteams? of (?:the )?$", here.text[: named.span[0]], re.IGNORECASE))


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


Check = tuple[Callable[[Parts, Here], Stopped | None], frozenset[str] | None]
"""A check, and the signs of which one stands where it finds anything; None where it looks at all parts."""

CHECKS: tuple[Check, ...] = (
    (times, frozenset({"wanted"})),
    (two_periods, frozenset({"stretches"})),
    (other_words, frozenset({"rankings", "stretches", "named", "budget_remaining", Role.CHANGE})),
)
"""Looked at after everything that is not understood."""
