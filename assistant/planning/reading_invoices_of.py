"""Reads the invoices of a time, of which something is still owed: "who still owes us for August invoices"."""

from dataclasses import replace
from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound
from assistant.query import Comparison

INVOICES = frozenset({"invoice", "invoices", "bill", "bills"})
OF = frozenset({"from", "of"})
OWED, STILL_OPEN = "receivables", "issued_open"


def still_open(clause: Clause) -> None:
    """What is open of the invoices that were issued in a time, and not what was owed at its end."""
    found = clause.found
    whole = [one for one in found.stretches if not one.earlier and one.found.period.start is not None]
    if len(whole) != 1 or {one.metric for one in found.wanted} != {OWED} or not _is_of_invoices(clause, whole[0].at):
        return
    found.wanted[:] = [replace(one, metric=STILL_OPEN, said="still open of invoices issued") for one in found.wanted]
    if found.groupings and not found.bounds:
        found.bounds.append(Bound(whole[0].at, Comparison.MORE, Fraction(0)))
    found.groupings[:] = [
        replace(one, dimensions=("client",)) if "person" in one.dimensions else one for one in found.groupings
    ]


def _is_of_invoices(clause: Clause, at: int) -> bool:
    """As in "August invoices", "last month's invoices", "open invoices of September"."""
    following = clause.after(at)
    names_them = following is not None and clause.first_token(following).word in INVOICES
    before = clause.before(at)
    has_them = before is not None and clause.last_token(before).word in INVOICES and clause.word_before(at) in OF
    return names_them or has_them
