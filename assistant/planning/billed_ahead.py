"""What is still to be billed or paid in a time to come: revenue that is projected, and money that falls due.

No invoice and no payment is recorded before its day, so that "how much will we invoice next month" would be nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning.here import Here
from assistant.planning.parts import Parts, Wanted
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported

INSTEAD = {"invoiced": "projected_revenue", "collected": "receivables_due"}
NOTES = {
    "invoiced": "No invoice is recorded before it is issued: told is the revenue projected for that time.",
    "collected": "No payment is recorded before it is made: told is what falls due then of the invoices sent.",
}
FORECAST = "projected_revenue"
BILLING = frozenset({"bill", "billed", "invoice", "invoiced"})
HELD_AGAINST = re.compile(r"\b(?:vs|versus|against|compared)\b", re.IGNORECASE)
"""As in "invoiced vs forecast last month": what has been stays what it is."""

TO_COME = re.compile(r"\b(?:will|going to|expect(?:ed|ing)? to|plan(?:ned|ning)? to|likely to|forecasts?|forecasted)\b")


def taken(piece: Parts, here: Here) -> tuple[Parts, str]:
    """The piece with what can be told of a time to come, and the note that says so; as it is where it has begun."""
    asked = {one.metric for one in piece.wanted if not (one.weak and one.metric == FORECAST)}
    if asked == {FORECAST} and any(BILLING & set(one.said.split()) for one in piece.wanted):
        return piece, NOTES["invoiced"]  # "what are we going to invoice"
    if len(asked) != 1 or not asked <= set(INSTEAD) or HELD_AGAINST.search(here.nameless):
        return piece, ""
    begins = piece.main.period.start if piece.main else None
    is_ahead = begins is not None and begins > here.knows_until
    is_forecast = TO_COME.search(here.nameless) is not None
    [metric] = asked
    instead, note = INSTEAD[metric], NOTES[metric]
    if not (is_ahead or is_forecast) or instead not in here.catalogue:
        return piece, ""
    return replace(piece, wanted=(Wanted(piece.wanted[0].at, instead, instead.replace("_", " ")),)), note


def told(planned: Sequence[Query | Stopped], note: str) -> list[Query | Stopped]:
    """The queries with what was told instead said."""
    if not note:
        return list(planned)
    return [replace(one, understood=note) if isinstance(one, Query) else one for one in planned]
