"""Reads what is asked for as an amount and as a share at once: "margin in money and percent"."""

from dataclasses import replace

from assistant.metrics.catalogue import METRICS
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Wanted
from assistant.planning.passes import needs
from assistant.planning.words import Role
from assistant.planning.words_measured import AS_A_SHARE, AS_AN_AMOUNT, IN_UNITS


@needs(Role.PERCENT)
def in_both_ways(clause: Clause) -> None:
    """As in "overservicing by client in hours and percent", "absence in days and %": neither way is left out."""
    found = clause.found
    percent = next((one for one in found.marks if one.role is Role.PERCENT), None)
    if percent is None or len(found.wanted) != 1 or found.bounds:
        return
    joint = clause.before(percent.at)
    other = clause.before(joint)
    unit = next((one for one in found.marks if one.role is Role.UNIT and one.at == other), None)
    if not clause.span(joint).role(Role.AND) or not (unit or other == found.wanted[0].at):
        return
    both = _both(found.wanted[0], str(unit.value) if unit else "")
    if both:
        found.wanted[:] = both
        found.marks[:] = [one for one in found.marks if one not in (percent, unit)]
    if both and _is_of_open_ones(both):
        found.marks.append(Mark(percent.at, Role.ALL, "items", clause.said(percent.at)))


def _is_of_open_ones(both: list[Wanted]) -> bool:
    """Whether only the amount leaves out what is finished: beside its share it is told of the same budgets."""
    amount, share = (METRICS[one.metric] for one in both if one.metric in METRICS)
    return amount.open_items and not share.open_items


def _both(wanted: Wanted, unit: str) -> list[Wanted]:
    """The amount in its unit and the share of it; nothing where one of them is not measured."""
    amount = AS_AN_AMOUNT.get(wanted.metric, wanted.metric)
    amount = next((one for one, shares in AS_A_SHARE.items() if shares == (wanted.metric,)), amount)
    shares = AS_A_SHARE.get(amount, ())
    if len(shares) != 1:
        return []
    told = IN_UNITS.get(unit, {}).get(amount, amount)
    return [replace(wanted, metric=one, said=one.replace("_", " "), weak=False) for one in (told, shares[0])]
