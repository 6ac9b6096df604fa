"""One held against all the others: "how does Ana compare with the rest of her team", "Design vs the other teams".

Two numbers are told, of the one and of all but the one; neither is a mean of rows, and none is in both.
"""

import re
from dataclasses import dataclass, replace

from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import against_all_rows
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.tokens import key
from assistant.query import Filter, Plan, Query

Stopped = Clarification | NoData | Unsupported

_BESIDE = (
    r"(?:(?:compar(?:e|es|ed|ing)|in comparison|stand(?:s|ing)?|stack(?:s|ed)? up|measures? up|relative|do(?:es|ing)?"
    r"|did) (?:to|with|against)|vs\.?|versus|against|compared to)"
)
_WHOSE = r"(?:(?:the|our|her|his|their|its|my|all|of) )*"
_REST = Guarded(
    rf",? \b{_BESIDE} {_WHOSE}(?:rest(?: of {_WHOSE}(?P<of>[a-z]+)|(?! of\b))|other (?P<noun>[a-z]+(?: [a-z]+)?)|others"
    r"|(?:everyone|everybody|anyone) else|(?P<mates>colleagues|peers|team ?mates))"
    r"(?=\W*$|[,;]| (?:by|per|in|on|for|at|this|last|since|over|during|when|from)\b)",
    re.IGNORECASE,
)
_ASKS_HOW = Guarded(r"^(?:so |and )?how (?:do|does|did|is|are|was|were|has|have) |^(?:please )?compare ", re.IGNORECASE)
_OF_ONE = Guarded(
    r"^(?P<who>.+?)(?:'s)?(?: do| doing| done)? (?:on|in terms of|in|for|when it comes to) (?P<what>[a-z].+)$"
)
_ALL = frozenset(
    {"company", "agency", "firm", "business", "us", "studio", "office", "staff", "people", "everyone", "house"}
)
_TEAM = frozenset({"team", "department"})
_NAMED = ("person", "team", "client", "project", "job_title", "service", "budget_type", "project_manager")


@dataclass(frozen=True)
class Rest:
    """All the others, in the words of the question, and of which group they are."""

    said: str
    group: str = ""


def taken(here: Here) -> tuple[str, Rest | None]:
    """The question about the one alone, and the others it is held against; as it is where there are none."""
    text = here.bare
    found = _REST.search(text)
    if found is None or not text[: found.start()].strip() or not _REST.search(here.nameless.rstrip("?!. ")):
        return here.text, None
    group = "team" if found["mates"] else (found["of"] or found["noun"] or "").casefold()
    rest = _ASKS_HOW.sub("", f"{text[: found.start()]}{text[found.end() :]}".strip())
    alone = _OF_ONE.match(rest)
    if alone and not re.search(r"'s\b", rest):
        rest = f"{alone['what']} for {alone['who']}"
    return rest, Rest(found.group().strip(" ,"), group)


def told(made: Plan | Stopped, rest: Rest | None, here: Here) -> Plan | Stopped:
    """The plan with the number of all others beside that of the one; said where nobody is held against them."""
    if rest is None or isinstance(made, (NoData, Unsupported)):
        return made
    if isinstance(made, Clarification):
        return replace(made, options=tuple(f"{one.rstrip('?!. ')} {rest.said}" for one in made.options))
    queries: list[Query] = []
    for one in made.queries:
        others = _of_the_others(one, rest, here)
        if others is None:
            return _of_no_group(rest.said)
        queries += [one, others]
    return replace(made, queries=tuple(queries))


def _of_the_others(query: Query, rest: Rest, here: Here) -> Query | None:
    """The same of all but the one; None where none is named, or where the others are of no group that is known."""
    named = [one for one in query.where if one.field in _NAMED and not one.negated]
    only = next((one for field in _NAMED for one in named if one.field == field and field not in query.by), None)
    if only is None or query.derived or query.limit or query.having or query.why:
        return None
    group = _group(only, rest, here)
    if group is None:
        return None
    kept = [one for one in query.where if one is not only]
    return replace(query, where=(*kept, *group, replace(only, negated=True)))


def _group(only: Filter, rest: Rest, here: Here) -> tuple[Filter, ...] | None:
    said = key(rest.group)
    words = set(said)
    if not said or words & _ALL or said in [key(one) for one in _nouns(only.field)]:
        return ()
    if words <= _TEAM:
        team = against_all_rows.team_of(only, here) if only.field == "person" else None
        return (team,) if team else None
    titles = [one for one in here.view.named("job_title") if key(one.label) == said] if only.field == "person" else []
    return (Filter("job_title", (titles[0].id,), (titles[0].label,)),) if titles else None


def _nouns(dimension: str) -> tuple[str, ...]:
    return (DIMENSIONS[dimension].noun, *DIMENSIONS[dimension].also_called)


def _of_no_group(said: str) -> Unsupported:
    """As in "revenue compared with the rest": nobody is named whose others these would be."""
    return Unsupported(
        f"I can hold one person, team, client or project against all others; of “{said}” I cannot tell who they are. "
        "Name the one, and the team or job title of the others."
    )
