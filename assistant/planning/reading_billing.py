"""Reads what somebody bills: their billed hours are the billable ones, as no invoice is anybody's."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.reading_kinds import THINGS_OF

BILLS = frozenset({"bill", "billed"})


def hours_billed(clause: Clause) -> None:
    """As in "who billed less than 100 hours", "how many hours did each designer bill"."""
    found = clause.found
    billed = [one for one in found.wanted if one.metric == "invoiced" and one.said in BILLS]
    hours = [one for one in found.wanted if one.metric == "tracked_hours" and one.said == "hour"]
    limits = [one for one in found.bounds if one.in_hours and one.of in ("", "tracked_hours")]
    if len(billed) != 1 or len(hours) + len(limits) != 1 or not _is_somebodys(clause):
        return
    asked = replace(billed[0], metric="billable_hours", said="billable hour", weak=False)
    found.wanted[:] = [asked if one is billed[0] else one for one in found.wanted if one not in hours]
    found.bounds[:] = [replace(one, of="") if one in limits else one for one in found.bounds]


def _is_somebodys(clause: Clause) -> bool:
    """Whether people are asked for, or somebody is named: no client and no "we"."""
    rows = {name for one in clause.found.groupings if one.is_subject or one.is_each for name in one.dimensions[:1]}
    named = {name.dimension for one in clause.found.named for name in one.readings if name.is_whole}
    return bool(rows & {"person"} or named & {"person", *THINGS_OF})
