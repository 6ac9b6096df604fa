"""Reads between what something is divided: "Ana's time between clients", "time between internal and client work"."""

from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark
from assistant.planning.reading_rows import dimensions_at, is_name
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role

DIVIDED = frozenset({"divided", "divide", "divides", "distributed", "distribute", "shared"})
DIFFERENCES = frozenset({"difference", "differences", "gap", "variance"})


def divided(clause: Clause) -> None:
    """What stands behind "between" and is no number and no time: rows of a kind, or two of them side by side."""
    for at, _ in clause.roles(Role.BETWEEN):
        first = clause.after(at)
        joint = clause.after(first)
        second = clause.after(joint) if clause.span(joint).role(Role.AND) else None
        before = {token.text.casefold() for token in clause.tokens[: clause.spans[at].first]}
        if first is None or before & DIFFERENCES:
            continue
        if dimensions_at(clause, first) and is_plural(clause.last_token(first)) and not is_name(clause, first):
            clause.use(at, first)
            clause.found.groupings.append(Grouping(first, dimensions_at(clause, first)))
        elif clause.span(first).role(Role.KIND) and clause.span(second).role(Role.KIND):
            clause.use(at, first, joint, second)
            clause.found.named[:] = [one for one in clause.found.named if one.at not in (first, second)]
            clause.found.groupings.append(Grouping(first, ("kind",)))
        elif shared := _of_one_kind(clause, first, second):
            clause.use(at, joint)
            clause.found.marks.append(Mark(at, Role.COMPARE, "names", shared))
        else:
            continue
        _told_in_shares(clause, at)


def _of_one_kind(clause: Clause, first: int, second: int | None) -> str:
    """The dimension of which both are names; blank where there is none."""
    if second is None or not (is_name(clause, first) and is_name(clause, second)):
        return ""
    kinds = [[one.dimension for one in clause.span(at).all(NameWord)] for at in (first, second)]
    return next((one for one in kinds[0] if one in kinds[1]), "")


def _told_in_shares(clause: Clause, between: int) -> None:
    for at in range(between):
        if clause.free(at) and clause.said(at).casefold() in DIVIDED:
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.SHARE, said=clause.said(at)))
