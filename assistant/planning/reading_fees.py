"""Reads what is told of a fee that is agreed, billed or owed: the fee is no measure of its own beside it."""

from assistant.planning.clauses import Clause, joined
from assistant.planning.passes import needs_asked
from assistant.planning.words import Role

OF_A_FEE = frozenset({
    "budget_total", "budget_used", "budget_used_percent", "budget_remaining", "budget_runout_date", "burn_index",
    "forecast_overrun", "invoiced", "collected", "receivables", "overdue_receivables", "unbilled", "backlog",
})  # fmt: skip
"""What is told of a fee that is agreed, billed or owed."""


@needs_asked("revenue")
def fee_of(clause: Clause) -> None:
    """As in "left-over fee on Apollo": what is left of the fee, and not what was earned.

    What is unbilled of it is revenue: "how much revenue is still unbilled".
    """
    found = clause.found
    unbilled = any(one.metric == "unbilled" for one in found.wanted) and not clause.has(*AMONG)
    fees = [one for one in found.wanted if one.metric == "revenue" and (one.said == "fee" or unbilled)]
    others = [one for one in found.wanted if one.metric in OF_A_FEE]
    if fees and others and not any(joined(clause, fees[0].at, one.at) for one in others):
        found.wanted[:] = [one for one in found.wanted if one not in fees]


AMONG = (Role.SHARE, Role.RATIO, Role.PERCENT, Role.VERSUS, Role.MORE)
"""What holds the one against the other: "what share of our revenue is unbilled"."""
