"""What people are wanted for, as in "who could help with the Patient portal": free time is theirs, and of no work."""

from dataclasses import dataclass, replace

from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import of_those, plans
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Named, Parts, Ranking, Stretch, Wanted
from assistant.planning.words import End
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported

OF_PEOPLE = frozenset({"free_hours", "free_hours_with_tentative"})
WORK = frozenset({"client", "project", "deal", "budget", "service", "task"})
NOTE = "Free time is people's own and of no client or project: told are all who have some"


@dataclass(frozen=True)
class Purpose:
    """The work somebody is wanted for."""

    named: tuple[Named, ...] = ()


def taken(piece: Parts, here: Here) -> tuple[Parts, Purpose]:
    """The piece without the work that people are wanted for, and that work."""
    asks_who = any(one.is_subject and "person" in one.dimensions for one in piece.groupings)
    if not asks_who or not piece.wanted or not {one.metric for one in piece.wanted} <= OF_PEOPLE:
        return piece, Purpose()
    work = tuple(one for one in piece.named if not one.negated and _is_work(one) and not of_those.says_on(one, here))
    return replace(piece, named=tuple(one for one in piece.named if one not in work)), Purpose(work)


def _is_work(named: Named) -> bool:
    """Whether it can be the name of work only, and not of a team or of somebody."""
    whole = {one.dimension for one in named.readings if one.is_whole}
    kinds = whole or {one.dimension for one in named.readings}
    return bool(kinds) and kinds <= WORK


def told(planned: list[Query | Stopped], purpose: Purpose, here: Here) -> list[Query | Stopped]:
    """The queries with what was made of the work said, and beside them who has worked on it so far."""
    if not purpose.named:
        return planned
    known = [one for one in _who_knows(purpose, here) if isinstance(one, Query)]
    note = f"{NOTE}; who has worked on {purpose.named[0].text} so far is told besides." if known else f"{NOTE}."
    free = [replace(one, understood=note) if isinstance(one, Query) else one for one in planned]
    return [*free, *known]


def _who_knows(purpose: Purpose, here: Here) -> list[Query | Stopped]:
    """Who has worked on it, those with the most hours first."""
    at = purpose.named[0].at
    ever = find_periods("of all time", here.today, here.calendar)
    parts = Parts(
        wanted=(Wanted(at, "tracked_hours", "tracked hours"),),
        groupings=(Grouping(at, ("person",)),),
        named=purpose.named,
        rankings=(Ranking(at, End.HIGH),),
        stretches=tuple(Stretch(at, one) for one in ever),
    )
    return plans.plan_piece(parts, here)
