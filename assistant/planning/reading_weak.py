"""Reads words that yield to a measure beside them, where they say more than it: then they are not passed over."""

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Outlook
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Unknown, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.words import Role

RELATIVE = frozenset({"that", "which"})
BETWEEN = frozenset({"we", "they", "i", "was", "were", "had", "have", "been", "has", "you"})
TWO = 2


def not_passed_over(clause: Clause) -> None:
    """As in "what did we bill in September that we earned in August", "spend on freelancers as a share of revenue"."""
    found = clause.found
    firm = [one for one in found.wanted if not one.weak]
    for one in [one for one in found.wanted if one.weak and firm]:
        if _is_of_another_time(clause, one) or _is_a_part_of(clause, one, firm):
            found.wanted.remove(one)
            found.unknown.append(Unknown(one.at, clause.said(one.at), clause.place_in_text(one.at), is_name=False))


WEEKENDS = frozenset({"on weekend", "at weekend", "on the weekend"})
PLANNED = frozenset({"do we plan", "did we plan", "we planned"})


LONG = frozenset({"long"})


def _how_long(clause: Clause) -> None:
    """As in "how long did Clara work on Apollo": how many hours somebody did."""
    people = {word.dimension for one in clause.found.named for word in one.readings if not one.negated}
    worked = clause.found.wanted and all(one.metric == "tracked_hours" for one in clause.found.wanted)
    for at in range(len(clause.spans)) if worked and people & OF_PEOPLE else ():
        if clause.free(at) and clause.said(at).casefold() in LONG and clause.word_before(at) == "how":
            clause.use(at)


def hours_alone(clause: Clause) -> None:
    """As in "expenses at weekends", "what revenue did we plan": hours are told where no other measure is asked for.

    What has been of the other measure is neither of the weekend nor a plan; what is due or agreed was planned anyway.
    """
    found = clause.found
    if clause.says(LONG):
        _how_long(clause)
    for one in [one for one in found.wanted if one.said in WEEKENDS | PLANNED]:
        others = [METRICS[other.metric] for other in found.wanted if other is not one and other.metric in METRICS]
        others = [other for other in others if other.unit is not Unit.HOURS or "absence" in other.name]
        vague = any(mark.role in (Role.AMBIGUOUS, Role.UNMEASURED) for mark in found.marks)
        if not others and not (vague and one.said in WEEKENDS):
            continue
        found.wanted.remove(one)
        has_been = any(other.outlook is Outlook.ACTUAL and other.unit is not Unit.DAYS for other in others)
        if one.said in WEEKENDS or (has_been and not any("milestone" in other.name for other in others)):
            place = clause.place_in_text(one.at)
            found.unknown.append(Unknown(one.at, clause.said(one.at), place, is_name=False))


@needs(Role.UNIT)
def held_in_hours(clause: Clause) -> None:
    """As in "difference in hours between Design and Strategy": with nothing else to count, hours are what is told."""
    found = clause.found
    unit = next((one for one in found.marks if one.role is Role.UNIT and one.value == "hours"), None)
    names = any(one.role is Role.COMPARE and one.value == "names" for one in found.marks)
    times = len(found.stretches) == TWO and any(one.earlier for one in found.stretches)
    rows = any(one.role is Role.CHANGE for one in found.marks) and (found.groupings or found.stretches)
    if unit and not found.wanted and (names or times or rows):
        found.marks.remove(unit)
        found.wanted.append(Wanted(unit.at, "tracked_hours", "hour"))


OF_PEOPLE = frozenset({"person", "team", "job_title"})
BILLED = frozenset({"bill", "billed", "charge", "charged", "invoice", "invoiced"})


@needs(BILLED)
@needs_asked("invoiced")
def hours_billed(clause: Clause) -> None:
    """As in "how many hours did we bill to Acme": neither all that were worked, nor an amount, and not measured."""
    found = clause.found
    hours = [one for one in found.wanted if one.metric == "tracked_hours" and one.said == "hour"]
    billed = [
        one for one in found.wanted if one.metric == "invoiced" and clause.last_token(one.at).text.casefold() in BILLED
    ]
    if len(hours) != 1 or len(billed) != 1 or hours[0].at > billed[0].at:
        return
    between = range(hours[0].at + 1, billed[0].at)
    if any(clause.spans[at].role(Role.AND, Role.OR, Role.VERSUS, Role.BREAK) for at in between):
        return
    found.wanted[:] = [one for one in found.wanted if one not in (*hours, *billed)]
    somebody = any(one.dimension in OF_PEOPLE for named in found.named for one in named.readings)
    if somebody or any(True for _ in clause.roles(Role.ME)):  # theirs are the billable ones
        found.wanted.append(Wanted(billed[0].at, "billable_hours", "billable hour"))
        return
    found.marks.append(Mark(hours[0].at, Role.UNMEASURED, ("billable_hours", "tracked_hours"), "hours billed"))


def _is_of_another_time(clause: Clause, weak: Wanted) -> bool:
    """Whether it says in another period of which of them."""
    apart = len(clause.found.stretches) == TWO and not any(one.earlier for one in clause.found.stretches)
    first = clause.spans[weak.at].first - 1
    while first >= 0 and clause.tokens[first].text.casefold() in BETWEEN:
        first -= 1
    is_said_of = first >= 0 and clause.tokens[first].text.casefold() in RELATIVE
    places = sorted(one.at for one in clause.found.stretches)
    return apart and is_said_of and places[0] < weak.at < places[1]


def _is_a_part_of(clause: Clause, weak: Wanted, firm: list[Wanted]) -> bool:
    """Whether what is spent is to be told as a share of what is earned."""
    wholes = [one.at for one in firm if one.metric in ("revenue", "agi", "invoiced") and one.at > weak.at]
    if weak.metric != "budget_used" or not wholes:
        return False
    between = range(weak.at + 1, min(wholes))
    return any(clause.spans[at].role(Role.SHARE, Role.PERCENT) for at in between)
