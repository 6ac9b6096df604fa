r"""How others count the same thing: a question for definitions side by side, taken apart from the rest of it.

    how do Harvest, Teamwork and Kantata count utilization on our data, by team last quarter?
    \________________________________________________________________/  utilization by team last quarter

What is left is planned like every question, and answered by each definition.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.metrics.catalogue import METRICS
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.query import Plan, Query, Turn
from assistant.settings import UTILIZATIONS

FAMILY = tuple(UTILIZATIONS.values())
"""The ways to count utilization that look at the same days."""

TOOLS = ("harvest", "teamwork", "kantata", "productive", "ruddr", "lucca", "gosimplo")
"""Whose definitions there are."""

THING = Guarded(r"utili[sz]ations?", re.IGNORECASE)
TOLD = re.compile(r"how|why|compare|versus|vs|against|differ\w*|definitions?|formulas?|side")
COMPARED = re.compile(r"definitions|formulas|diff|elsewhere")
CUES = re.compile(
    r"counts?|counted|calculates?|calculated|measures?|measured|defines?|defined|computes?|computed|shows?|reports?"
    r"|differ\w*|diff|definitions?|formulas?|elsewhere|compare|compared|versus|vs|against|side|sides|tools?|systems?"
    r"|data|numbers?|utili[sz]ations?"
)
FILLERS = re.compile(
    r"how|why|what|do|does|did|would|is|are|our|we|my|your|the|a|an|as|it|its|they|them|than|you|us|ours|reckon|other"
    r"|others|another|at|all|own|much|so|list|explain|me|tell|give|show|please|\?|\.|!"
)
JOINING = re.compile(r"and|,|&|or|in|on|of|to|from|with|between|for|by|under|according|'|s|each")
_TOKENS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Asked:
    """What is left of such a question, and the tools that were named in it."""

    rest: str
    tools: tuple[str, ...]


def asked(text: str) -> Asked | None:
    """The question without its words for definitions; None where it does not ask for them."""
    if not THING.may_be_in(text):
        return None
    tokens = _TOKENS.findall(text)
    words = [one.lower() for one in tokens]
    tools = tuple(dict.fromkeys(one for one in words if one in TOOLS))
    if tools == ("productive",) and "Productive" not in tokens[1:]:
        tools = ()
    about = any(THING.put.fullmatch(one) for one in words)
    told = any((TOLD if tools else COMPARED).fullmatch(one) for one in words)
    if not about or not (told or len(tools) > 1):
        return None
    kept = [one for place, one in enumerate(tokens) if place not in _removed(words)]
    return Asked(" ".join(["utilization", *kept]), tools)


def _removed(words: list[str]) -> set[int]:
    """The places of what belongs to the words for definitions: cues, and what joins them."""
    gone = {place for place, one in enumerate(words) if one in TOOLS or CUES.fullmatch(one)}
    while more := set(_next_to(words, gone)):
        gone |= more
    return gone


def _next_to(words: list[str], gone: set[int]) -> Iterator[int]:
    for place, one in enumerate(words):
        if place in gone:
            continue
        before, after = place == 0 or place - 1 in gone, place + 1 == len(words) or place + 1 in gone
        if (FILLERS.fullmatch(one) and (before or after)) or (JOINING.fullmatch(one) and after):
            yield place


def side_by_side(plan: Plan, said: Asked, after: Turn | None, here: Here) -> Plan:
    """The plan with every query about utilization told by each definition, that of the settings first."""
    queries = plan.queries
    before = after.plan.queries if after and after.plan else ()
    if said.rest == "utilization" and before and before[0].metrics[0] in FAMILY and not before[0].why:
        # "Why does Harvest show a different utilization?" is about what was just told.
        queries = tuple(replace(one, metrics=queries[0].metrics) for one in before[:1])
    return replace(plan, queries=tuple(_by_each(one, said.tools, here) for one in queries))


def _by_each(query: Query, tools: tuple[str, ...], here: Here) -> Query:
    ours = query.metrics[0]
    if ours not in FAMILY:
        return query
    others = [one for one in FAMILY if one != ours and (not tools or _is_of(one, tools))]
    return _told(replace(query, metrics=(ours, *others)), here)


def _told(query: Query, here: Here) -> Query:
    """Side by side, of days that all definitions count; a definition is compared with no other period."""
    period = through_yesterday(query.period, here.knows_until, here.view.settings.locale)
    return replace(query, period=period, having=None, against=None, order=None, limit=None, definitions=True)


def still(query: Query, before: Query, here: Here) -> Query:
    """A follow-up to definitions that names no other thing is told by each of them again."""
    if not before.definitions or not set(query.metrics) <= set(before.metrics):
        return query
    return _told(replace(query, metrics=before.metrics), here)


def _is_of(name: str, tools: tuple[str, ...]) -> bool:
    return any(one in METRICS[name].follows.lower() for one in tools)


def through_yesterday(period: Period, today: date, locale: str) -> Period:
    """The days of a period that all definitions count: capacity stops at yesterday."""
    last = today - timedelta(days=1)
    if period.end < today or (period.start is not None and period.start > last):
        return period
    return replace(period, end=last, label=f"{period.label}, through {show_day(last, locale)}")
