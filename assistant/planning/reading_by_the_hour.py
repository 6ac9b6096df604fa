"""Reads what is asked for by the hour: "what does a designer cost us per hour", "cost per billable hour"."""

from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.planning import ratios
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Wanted
from assistant.planning.passes import needs_asked
from assistant.planning.tokens import is_plural
from assistant.planning.words import Role

RATE = "average_billable_rate"
AN_HOUR = {
    **dict.fromkeys(("cost", "labor_cost"), "average_cost_rate"),
    **dict.fromkeys(("revenue", "agi"), RATE),
}
"""What an amount comes to by the hour worked, where that has a name of its own."""

NEAREST = {
    **dict.fromkeys(("cost", "labor_cost"), ("average_cost_rate", "billability")),
    **dict.fromkeys(("revenue", "agi", "invoiced"), (RATE, "billable_hours")),
}
EACH = frozenset({"per", "an", "a", "each", "every"})


@needs_asked(RATE, "tracked_hours", "billable_hours")
def by_the_hour(clause: Clause) -> None:
    """One amount for one hour: its rate, else the one over the other, or what comes nearest where neither can be."""
    hour = _hour(clause)
    others = {one.metric for one in clause.found.wanted if one is not hour}
    asked = next((one for one in clause.found.wanted if one.metric in others), None)
    if hour is None or (asked is None and not _earned(clause)) or len(others) > 1:
        return
    name = asked.metric if asked else "revenue"
    if name in METRICS and METRICS[name].unit is not Unit.MONEY:
        return
    clause.use(*_leading_to(clause, hour.at), *(_made(clause) if asked is None else ()))
    over = "billable_hours" if hour.metric == "billable_hours" else "tracked_hours"
    rate = AN_HOUR.get(name, "") if over == "tracked_hours" else ""
    clause.found.marks[:] = [one for one in clause.found.marks if one.role is not Role.RATIO]
    if not rate and name in METRICS and ratios.divides([METRICS[name], METRICS[over]]):
        clause.found.wanted[:] = [replace(asked, weak=False) if asked else Wanted(hour.at, name, name)]
        clause.found.marks.append(Mark(hour.at, Role.RATIO, over, hour.said))
        return
    said = f"{asked.said if asked else name} per {hour.said.removeprefix('per ').removeprefix('an ')}"
    clause.found.wanted[:] = [Wanted(hour.at, rate, said)] if rate else []
    if not rate:
        near = NEAREST.get(name, (RATE, "average_cost_rate"))
        clause.found.marks.append(Mark(hour.at, Role.UNMEASURED, near, said))


def _hour(clause: Clause) -> Wanted | None:
    """The hour by which something is asked for: "per hour", "an hour", "for each billable hour"."""
    for one in clause.found.wanted:
        if one.metric == RATE and one.said in ("per hour", "an hour"):
            return one
        is_one = one.metric in ("tracked_hours", "billable_hours") and not is_plural(clause.last_token(one.at))
        if is_one and one.said.endswith("hour") and _leading_to(clause, one.at):
            return one
    return None


def _leading_to(clause: Clause, at: int) -> tuple[int, ...]:
    before = at - 1
    return (before,) if before >= 0 and EACH & set(clause.said(before).casefold().split()) else ()


def _earned(clause: Clause) -> bool:
    """As in "what do we earn per billable hour"."""
    return bool(_made(clause))


def _made(clause: Clause) -> tuple[int, ...]:
    """Where it is said that something is earned or made."""
    meant = clause.roles(Role.AMBIGUOUS)
    return tuple(at for at, word in meant if isinstance(word.value, tuple) and "revenue" in word.value)
