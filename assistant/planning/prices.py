"""Along what "most expensive" and "cheapest" rank: what something costs, and of people what an hour of theirs costs."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts, Ranking, Unknown, Wanted
from assistant.planning.scales import are_several
from assistant.planning.things import of_a_kind
from assistant.planning.words import Role

PRICES = frozenset({
    "most expensive", "the most expensive", "priciest", "costliest", "dearest", "cheapest", "least expensive",
})  # fmt: skip

COSTS: Mapping[str, str] = {
    **dict.fromkeys(("project", "client", "service", "task", "budget"), "cost"),
    **dict.fromkeys(("person", "job_title", "team", "employment"), "average_cost_rate"),
    **dict.fromkeys(("vendor", "category"), "expense_cost"),
}
"""What things of a kind cost."""

ARE_COSTS = frozenset({
    "cost", "labor_cost", "expense_cost", "committed_expenses", "billable_expenses", "deal_cost", "average_cost_rate",
    "average_billable_rate", "actual_cost", "forecast_used", "budget_used",
})  # fmt: skip

SPOKEN_FOR = (Role.UNMEASURED, Role.AMBIGUOUS, Role.CHANGE, Role.WHY, Role.MEANING)
SEVERAL, ONE = 5, 1


def told(piece: Parts, here: Here) -> Parts:
    """The piece with what the things that are ranked cost; where something else is asked of them, it stays open."""
    ranking = next((one for one in piece.rankings if one.said in PRICES and not one.is_default), None)
    if ranking is None or piece.mark(*SPOKEN_FOR):
        return piece
    asked = [one for one in piece.wanted if not one.weak]
    kind = of_a_kind(piece) if not piece.groupings else None
    rows = piece.groupings or ((Grouping(kind[0], (kind[1],), is_subject=True),) if kind else ())
    names = [name for one in rows for name in one.dimensions[:1]]
    if any(one.metric in ARE_COSTS for one in asked):
        vendors = asked[0].metric == "expense_cost" and not rows
        rows = (Grouping(asked[0].at, ("vendor",), is_subject=True),) if vendors else rows
        return _so_many(replace(piece, groupings=rows), ranking, here)
    measure = next((COSTS[one] for one in names if one in COSTS), "")
    if asked or any(one.is_default for one in piece.rankings) or measure not in here.catalogue:
        return _not_understood(piece, ranking, here)
    wanted = (Wanted(ranking.at, measure, measure.replace("_", " ")),)
    return _so_many(replace(piece, wanted=wanted, groupings=rows), ranking, here)


def _so_many(piece: Parts, ranking: Ranking, here: Here) -> Parts:
    """As in "the most expensive people": a handful, where no number is said."""
    several = are_several(ranking, here)
    limit = ranking.limit or (None if several is None else SEVERAL if several else ONE)
    counted = replace(ranking, limit=limit)
    return replace(piece, rankings=tuple(counted if one is ranking else one for one in piece.rankings))


def _not_understood(piece: Parts, ranking: Ranking, here: Here) -> Parts:
    start = max(here.text.casefold().find(ranking.said), 0)
    strange = Unknown(ranking.at, ranking.said, (start, start + len(ranking.said)), is_name=False)
    rankings = tuple(one for one in piece.rankings if one is not ranking)
    return replace(piece, rankings=rankings, unknown=(*piece.unknown, strange))
