"""Reads words that yield to a measure beside them, where they say more than it: then they are not passed over."""

from assistant.planning.clauses import Clause
from assistant.planning.parts import Unknown, Wanted
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
