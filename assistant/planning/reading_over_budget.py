"""Reads by how much: "how far over budget are we on Apollo", "who is overbooked, and by how much"."""

from dataclasses import replace
from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Mark, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.words import Role
from assistant.query import Comparison

BY_HOW_MUCH = frozenset({"much", "far", "badly"})


UNITS = frozenset({"hours", "days"})


GONE, PAST = frozenset({"run", "go", "exceed", "come"}), frozenset({"did", "didn't"})


@needs(PAST)
@needs("forecast_overrun")
def before_today(clause: Clause) -> None:
    """As in "did we go over budget on Apollo": whether it has used more than all of it, and no forecast."""
    found = clause.found
    for place, one in enumerate(found.wanted):
        if one.metric == "forecast_overrun" and one.said.split()[0] in GONE and clause.says(PAST):
            found.wanted[place] = replace(one, metric="budget_used_percent")
            found.marks.append(Mark(one.at, Role.OVER_BUDGET, None, one.said))


@needs("how")
def asked_beside(clause: Clause) -> None:
    """As in "who is overbooked and by how much", at the end: what rows have of it is told with them."""
    if not clause.spans:
        return
    first, end = clause.spans[0].first, clause.spans[-1].last
    while end > first and not clause.tokens[end].text[:1].isalnum():  # "by how much ??"
        end -= 1
    how = next((at for at in (end - 1, end - 2) if at > first and clause.tokens[at].word == "how"), None)
    if how is None or clause.tokens[how + 1].word not in ASKS_HOW_MUCH:
        return
    led_by = clause.tokens[how - 1].word
    alone = how + 1 == end or clause.tokens[end].text.casefold() in UNITS
    if alone and led_by in ("by", "and"):
        clause.use(*(at for at, span in enumerate(clause.spans) if span.first >= how - (led_by == "by")))


ASKS_HOW_MUCH = BY_HOW_MUCH | {"many"}


@needs(Role.OVER_BUDGET, "forecast_overrun")
def by_how_much(clause: Clause) -> None:
    """The amount beside the share, though it be under; of rows the amount of those that are over."""
    found = clause.found
    mark = next((one for one in found.marks if one.role is Role.OVER_BUDGET), None)
    how = _how(clause) if mark else None
    if mark is None or how is None:
        return
    # "How far" alone asks how complete it is, and "at the end" what ends.
    wanted = [one for one in found.wanted if one.at != how and not one.weak]
    if {one.metric for one in wanted} != {"budget_used_percent"}:
        return
    by = [at for at in range(how) if how - at <= len(("by", "how")) and clause.said(at).casefold() == "by"]
    clause.use(how, *by)
    if clause.says(WILL) and found.named and not found.groupings:
        found.marks[:] = [one for one in found.marks if one is not mark]
        found.wanted[:] = [Wanted(mark.at, "forecast_overrun", "forecast overrun")]
        return
    found.marks[:] = [one for one in found.marks if one is not mark]
    left = Wanted(mark.at, "budget_remaining", "budget remaining")
    share = Wanted(mark.at, "budget_used_percent", "budget used percent")
    which = any(one.is_subject for one in found.groupings)
    found.wanted[:] = [left, *([share] if which else [])] if found.groupings else [*wanted, left]
    if found.groupings and not found.bounds:
        found.bounds.append(Bound(mark.at, Comparison.LESS, Fraction(0), of=left.metric if which else ""))


WILL = frozenset({"will", "going"})

HELD_TO = ("budget_used_percent", "profit")


@needs(Role.OVER_BUDGET, "forecast_overrun")
def cost_over_budget(clause: Clause) -> None:
    """As in "projects whose cost is above the fee": what work costs is not held against what it was sold for."""
    found = clause.found
    over = next((one for one in found.marks if one.role is Role.OVER_BUDGET), None)
    cost = next((one for one in found.wanted if one.metric in COSTS and not one.weak), None) if over else None
    if over is None or cost is None or cost.at > over.at:
        return
    if all(clause.is_filler(at) for at in range(cost.at + 1, over.at)):
        found.wanted[:] = [one for one in found.wanted if one is not cost and one.at != over.at]
        found.marks[:] = [one for one in found.marks if one is not over]
        found.marks.append(Mark(cost.at, Role.UNMEASURED, HELD_TO, "cost above the budget"))


COSTS = frozenset({"cost", "labor_cost"})

DID = frozenset({"did", "have", "has", "had"})


@needs_asked("burn_index")
def burned(clause: Clause) -> None:
    """As in "how much budget did we burn last week": what was used, and not how fast."""
    found = clause.found
    for one in [one for one in found.wanted if one.metric == "burn_index" and one.said.endswith("burn")]:
        said = {clause.tokens[at].word for at in range(clause.spans[one.at].first, clause.spans[one.at].last)}
        if said & DID:
            found.wanted[:] = [
                replace(other, metric="budget_used", said="burned") if other is one else other for other in found.wanted
            ]


@needs_asked("budget_remaining")
def how_much_is_left(clause: Clause) -> None:
    """As in "how much of the Apollo budget is left over": an amount, and no share in all that is left."""
    if [one.metric for one in clause.found.wanted] == ["budget_remaining"]:
        clause.use(*(at for at, _ in clause.roles(Role.SHARE) if clause.said(at).casefold() == "how much of"))


def _how(clause: Clause) -> int | None:
    """The span of the word after "how" that asks for an amount."""
    words = [one.word for one in clause.tokens]
    much = {at for at, one in enumerate(words) if at and words[at - 1] == "how" and one in BY_HOW_MUCH}
    return next((at for at, span in enumerate(clause.spans) if much & set(range(span.first, span.last + 1))), None)
