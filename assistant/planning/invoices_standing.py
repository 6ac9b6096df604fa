"""How invoices stand that were just told: "which of these are overdue", after those over an amount or of a time."""

from dataclasses import replace

from assistant.agency.periods import Period
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts
from assistant.planning.words import Role
from assistant.query import OfThose, Query, Some

WHOSE = frozenset({"its", "their", "his", "her"})


def listed(piece: Parts, before: Query) -> Parts:
    """As in "show me its invoices", after a client's revenue: each of them, and no column beside it."""
    if (
        before.by
        or not before.where
        or len(piece.wanted) != 1
        or piece.wanted[0].said != "invoice"
        or piece.groupings
        or piece.mark(Role.HOW_MANY)
    ):
        return piece
    whose = piece.mark(Role.HE)
    if whose is None or whose.said.casefold() not in WHOSE:
        return piece
    return replace(piece, groupings=(Grouping(piece.wanted[0].at, ("invoice",), is_subject=True),))


STANDING = {
    **dict.fromkeys(("overdue", "late", "past due"), "overdue_receivables"),
    **dict.fromkeys(("unpaid", "open", "outstanding", "not paid", "not paid yet", "not yet paid"), "receivables"),
}


def of_those(state: str, before: Query, here: Here) -> Query | None:
    """Those of them that are so today, each by its client and number; None after anything but invoices."""
    metric = STANDING.get(state.casefold(), "")
    told = before.metrics[:1] == ("invoiced",) and "invoice" in before.by
    picked = before.limit or before.by_change or before.derived or before.among or before.to_mean or before.why
    if metric not in here.vocabulary.askable or not told or picked or before.against:
        return None
    if any(one.field not in here.catalogue[metric].by for one in before.where):
        return None
    some = Some("invoiced", before.period, before.where, before.having)
    those = OfThose("invoice", (some,), also=before.of_those)
    today = Period(None, here.knows_until, "to date")
    return Query((metric,), today, by=("client", "invoice"), where=before.where, of_those=those)
