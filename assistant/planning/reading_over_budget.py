"""Reads by how much a budget is passed: "how far over budget are we on Apollo", "how much did we overspend"."""

from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Wanted
from assistant.planning.words import Role
from assistant.query import Comparison

BY_HOW_MUCH = frozenset({"much", "far", "badly"})


def by_how_much(clause: Clause) -> None:
    """The amount beside the share, though it be under; of rows the amount of those that are over."""
    found = clause.found
    mark = next((one for one in found.marks if one.role is Role.OVER_BUDGET), None)
    how = _how(clause) if mark else None
    if mark is None or how is None:
        return
    wanted = [one for one in found.wanted if one.at != how]  # "how far" alone asks how complete it is
    if {one.metric for one in wanted} != {"budget_used_percent"}:
        return
    by = [at for at in range(how) if how - at <= len(("by", "how")) and clause.said(at).casefold() == "by"]
    clause.use(how, *by)
    found.marks[:] = [one for one in found.marks if one is not mark]
    left = Wanted(mark.at, "budget_remaining", "budget remaining")
    found.wanted[:] = [left] if found.groupings else [*wanted, left]
    if found.groupings and not found.bounds:
        found.bounds.append(Bound(mark.at, Comparison.LESS, Fraction(0)))


def _how(clause: Clause) -> int | None:
    """The span of the word after "how" that asks for an amount."""
    words = [one.word for one in clause.tokens]
    much = {at for at, one in enumerate(words) if at and words[at - 1] == "how" and one in BY_HOW_MUCH}
    return next((at for at, span in enumerate(clause.spans) if much & set(range(span.first, span.last + 1))), None)
