"""What is large of what is counted: invoices above 20k are those of such an amount, and not so many of them."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts, Wanted
from assistant.planning.words import Role

BIG_OR_SMALL = frozenset({"biggest", "largest", "smallest", "top", "bottom"})

AMOUNTS: Mapping[str, tuple[str, str]] = {
    "invoice_count": ("invoiced", "invoice"),
    "unpaid_invoice_count": ("receivables", "invoice"),
    "overdue_invoice_count": ("overdue_receivables", "invoice"),
    "deals_open": ("pipeline_value", "deal"),
    "won_deals": ("won_value", "deal"),
    "lost_deals": ("lost_value", "deal"),
    "budgets_in_force": ("budget_total", "budget"),
}
"""What is counted, its amount, and what each of them is."""

COUNTING = frozenset({"number", "count"})
"""As in "clients whose number of invoices is above 100": however large it is, it is a count."""
HUNDRED = 100
FIRST_OF_OTHERS = frozenset({"top", "bottom"})
"""As in "top 2 clients by won deals": by how many, where it is not these that are first."""


def of_a_size(piece: Parts, _: Here) -> Parts:
    """As in "how many invoices are above 20k": those of such an amount, and not so many of them."""
    amount = AMOUNTS.get(piece.wanted[0].metric) if len(piece.wanted) == 1 else None
    rows = [one for one in piece.groupings if one.dimensions]
    others = tuple(one for one in rows if amount is not None and amount[1] not in one.dimensions)
    as_many = any(one.is_subject for one in others) and not COUNTING.isdisjoint(piece.wanted[0].said.split())
    is_money = bool(piece.bounds) and all(
        one.currency or (one.value >= HUNDRED and not (one.counted or one.percent or one.unit or as_many))
        for one in piece.bounds
    )
    ranked = any(
        not one.is_default
        and one.said.removesuffix(" first") in BIG_OR_SMALL
        and not (others and one.said.split()[0] in FIRST_OF_OTHERS)
        for one in piece.rankings
    )
    is_money = is_money or (ranked and not piece.bounds and not piece.mark(Role.HOW_MANY))
    if amount is None or not is_money:
        return piece
    metric, record = amount
    at = piece.wanted[0].at
    return replace(
        piece,
        wanted=(Wanted(at, metric, metric.replace("_", " ")),),
        groupings=(*others, Grouping(at, (record,), is_subject=True)),
    )
