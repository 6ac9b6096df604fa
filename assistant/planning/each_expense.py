"""Expenses one by one, "expenses over 500", "list the expenses", and those of a kind: "what did catering cost"."""

from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Named, Parts, Wanted
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


SENT = frozenset({"send", "sent"})
"""Nothing is sent on a kind of expense: a letter of "spend" is missing."""


def of_a_kind(piece: Parts, here: Here) -> Parts:
    """As in "catering on Apollo", "catering costs", "what did we send on catering", where an expense is called so."""
    if not piece.named or piece.unknown:
        return piece
    sent = [one for one in piece.wanted if one.weak and one.said in SENT]
    costs = bool(piece.wanted) and (len(sent) == len(piece.wanted) or all(one.metric == "cost" for one in piece.wanted))
    if not costs and (piece.wanted or piece.marks):
        return piece
    kinds = [_wholly(one) for one in piece.named if _is_a_kind(one, asked=costs) and (not sent or _on(one, here))]
    bought = set(here.view.rows("expenses", ("category",)).column("category").to_pylist()) if kinds else set()
    if not kinds or not all(word.id in bought for one in kinds for word in one.readings):
        return piece
    named = tuple(next((kind for kind in kinds if kind.at == one.at), one) for one in piece.named)
    return replace(piece, wanted=(Wanted(kinds[0].at, "expense_cost", "expenses"),), named=named)


def _wholly(named: Named) -> Named:
    """The name as the whole of a kind, where part of a client is called so, too."""
    return replace(named, readings=tuple(one for one in named.readings if one.dimension == "category"))


def _is_a_kind(named: Named, *, asked: bool) -> bool:
    kinds = {one.dimension for one in named.readings if one.is_whole or not asked}
    return kinds == {"category"} and not named.leave


def _on(named: Named, here: Here) -> bool:
    return here.text[: named.span[0]].casefold().endswith("on ")
