"""Reads what somebody bills: their billed hours are the billable ones, as no invoice is anybody's."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.parts import Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.reading_kinds import THINGS_OF
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import ClosedWord, PeriodWord
from assistant.planning.words import Role

BILLS = frozenset({"bill", "billed", "charge", "charged"})
PEOPLE = frozenset({"person", "team", "job_title"})
OF_OTHERS = frozenset({"we", "i", "you", "they", "was", "were", "been", "be", "is", "are"})
"""Between whom it is asked of and the verb these say that somebody else bills: "who did we bill the most"."""


@needs_asked("invoiced", "billable_hours")
def hours_billed(clause: Clause) -> None:
    """As in "who billed less than 100 hours", "how many hours did each designer bill", "who bills the most"."""
    found = clause.found
    found.wanted[:] = [_how_billable(clause, one) for one in found.wanted]
    billed = [one for one in found.wanted if one.metric == "invoiced" and set(one.said.split()) & BILLS]
    hours = [one for one in found.wanted if one.metric == "tracked_hours" and one.said == "hour"]
    limits = [one for one in found.bounds if one.in_hours and one.of in ("", "tracked_hours")]
    if len(billed) == 1 and not limits and _is_a_price(clause, hours):
        found.wanted[:] = [Wanted(billed[0].at, "average_billable_rate", "rate")]
        found.groupings.clear()
        return
    in_hours = bool(hours or limits) or any(_in_hours(span.role(Role.UNIT)) for span in clause.spans)
    if len(billed) != 1 or len(hours) + len(limits) > 1 or not _is_somebodys(clause, billed[0], in_hours=in_hours):
        return
    asked = replace(billed[0], metric="billable_hours", said="billable hour", weak=False)
    found.wanted[:] = [asked if one is billed[0] else one for one in found.wanted if one not in hours]
    found.bounds[:] = [replace(one, of="") if one in limits else one for one in found.bounds]


def _how_billable(clause: Clause, one: Wanted) -> Wanted:
    """As in "how billable are our hours": the share of them, and not how many."""
    if one.metric != "billable_hours" or clause.word_before(one.at) != "how":
        return one
    return Wanted(one.at, "billability", "billability")


def _is_a_price(clause: Clause, hours: list[Wanted]) -> bool:
    """As in "what do we charge for a senior designer hour", "what do we charge for a designer": what an hour brings."""
    words = {one.word for one in clause.tokens}
    others = [one for one in clause.found.groupings if one.dimensions != ("client",)]  # "charge clients for …"
    if not {"we", "do"} <= words or any(True for _ in clause.roles(Role.HOW_MANY)) or others:
        return False
    kinds = [{name.dimension for name in one.readings} for one in clause.found.named]
    plural = any(is_plural(clause.last_token(one.at)) for one in hours)
    return bool(kinds) and not plural and all(one <= PEOPLE for one in kinds)


BRINGS = frozenset(
    f"{verb}{end}" for verb in ("bring", "produce", "deliver", "contribute", "yield") for end in ("", "s", "d", "ed")
) | {"brought"}


@needs(BRINGS)
def brought_in(clause: Clause) -> None:
    """As in "how much profit did Acme bring in": what is brought in is the profit, and no revenue beside it."""
    found = clause.found
    if found.wanted and clause.says(BRINGS):
        _brought_most(clause)
    verbs = [one for one in found.wanted if one.metric == "revenue" and one.said.split()[0] in ("bring", "brought")]
    if not verbs or len(found.wanted) != len(("profit", "verb")):
        return
    other = next((one for one in found.wanted if one not in verbs), None)
    if other and other.metric == "revenue":  # "did Acme bring in the most revenue"
        found.wanted[:] = [other]
        return
    if other is None or other.metric not in MADE_OF or other.at > verbs[0].at:
        return
    joints = [clause.span(at).role(Role.AND, Role.OR, Role.VERSUS) for at in range(other.at, verbs[0].at)]
    if not any(joints):
        found.wanted[:] = [other]


def _brought_most(clause: Clause) -> None:
    """As in "which client brought us the least profit": the verb says no more than the measure behind it."""
    for at in range(len(clause.spans)):
        if clause.free(at) and clause.said(at).casefold() in BRINGS:
            behind = clause.after(at)
            ends = behind is None or clause.span(behind).one(PeriodWord)
            is_one = clause.span(behind).role(Role.RANK) or (ends and clause.said(at).casefold().startswith("br"))
            clause.use(at if is_one else None)


MADE_OF = frozenset({"profit", "margin", "agi", "invoiced", "collected", "revenue"})


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
