"""Reads what somebody bills: their billed hours are the billable ones, as no invoice is anybody's."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.parts import Wanted
from assistant.planning.reading_kinds import THINGS_OF
from assistant.planning.vocabulary import ClosedWord
from assistant.planning.words import Role

BILLS = frozenset({"bill", "billed", "charge", "charged"})
PEOPLE = frozenset({"person", "team", "job_title"})
OF_OTHERS = frozenset({"we", "i", "you", "they", "was", "were", "been", "be", "is", "are"})
"""Between whom it is asked of and the verb these say that somebody else bills: "who did we bill the most"."""


def hours_billed(clause: Clause) -> None:
    """As in "who billed less than 100 hours", "how many hours did each designer bill", "who bills the most"."""
    found = clause.found
    billed = [one for one in found.wanted if one.metric == "invoiced" and set(one.said.split()) & BILLS]
    hours = [one for one in found.wanted if one.metric == "tracked_hours" and one.said == "hour"]
    limits = [one for one in found.bounds if one.in_hours and one.of in ("", "tracked_hours")]
    in_hours = bool(hours or limits) or any(_in_hours(span.role(Role.UNIT)) for span in clause.spans)
    if len(billed) != 1 or len(hours) + len(limits) > 1 or not _is_somebodys(clause, billed[0], in_hours=in_hours):
        return
    asked = replace(billed[0], metric="billable_hours", said="billable hour", weak=False)
    found.wanted[:] = [asked if one is billed[0] else one for one in found.wanted if one not in hours]
    found.bounds[:] = [replace(one, of="") if one in limits else one for one in found.bounds]


def _in_hours(unit: ClosedWord | None) -> bool:
    """As in "how much did each team bill in hours"."""
    return unit is not None and unit.value == "hours"


def _is_somebodys(clause: Clause, billed: Wanted, *, in_hours: bool) -> bool:
    """Whether those who bill are people: of whom hours are told, or some who come first."""
    found = clause.found
    asked = [one for one in found.groupings if one.is_subject or one.is_each]
    rows = {name for one in asked for name in one.dimensions[:1]}
    ranked = any(not one.is_default for one in found.rankings)
    named = {name.dimension for one in found.named for name in one.readings if name.is_whole}
    if in_hours:
        return bool(rows & PEOPLE or named & {"person", *THINGS_OF} or (rows and ranked))
    first = min((one.at for one in asked if one.dimensions[:1] == ("person",)), default=billed.at)
    between = clause.tokens[clause.spans[first].first : clause.spans[billed.at].first]
    acts = first < billed.at and not {one.text.casefold() for one in between} & OF_OTHERS
    return ranked and acts and not found.bounds
