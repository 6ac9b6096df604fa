"""Expenses one by one: "expenses over 500", "list the expenses", "which expenses were over 1k"."""

from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts
from assistant.planning.words import Role

EXPENSES = frozenset({"expense_cost", "billable_expenses"})
ANY = ("are there ", "were there ", "do we have ", "did we have ")
"""As in "are there expenses over 1k", which asks for each of them and not for their sum."""
OF_AN_EXPENSE = ("day", "project", "vendor", "category")


def may_be(piece: Parts) -> bool:
    """Whether expenses alone are asked for, told by no more than one thing."""
    return len(piece.wanted) == 1 and piece.wanted[0].metric in EXPENSES and len(piece.groupings) <= 1


def told(piece: Parts, here: Here) -> Parts:
    """As in "expenses over 500", "list the expenses": one by one, of a day and a kind, as no row is kept of each."""
    sized = piece.bounds and not any(one.percent or one.counted or one.of or one.share_of for one in piece.bounds)
    listed = here.bare.casefold().startswith(("list ", "please list "))
    which = [one for one in piece.groupings if one.dimensions == ("vendor",) and one.at + 1 == piece.wanted[0].at]
    is_any = here.bare.casefold().startswith(ANY)
    others = (
        piece.rankings
        or (piece.mark(Role.YES_OR_NO) and not is_any)
        or piece.mark(Role.AVERAGE, Role.TREND)
        or which != [*piece.groupings]
    )
    if others or not (sized or (listed and not which)):
        return piece
    rows = tuple(Grouping(piece.wanted[0].at, (one,), is_subject=True) for one in OF_AN_EXPENSE)
    return replace(piece, groupings=rows)
