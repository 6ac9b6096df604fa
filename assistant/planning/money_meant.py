"""Which reading of a word for money is meant, where what it is said of settles it."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import TIME
from assistant.planning.limits import is_no_share
from assistant.planning.parts import Bound, Grouping, Mark, Parts
from assistant.planning.words import Role
from assistant.query import Comparison

MADE = {"revenue", "profit"}
"""What money that was made can be: both are told side by side; where rows are ranked by it, it is asked."""

EARNING = frozenset({"earn", "earns", "earning"})
"""As in "which team earns the most": what is earned is revenue."""

PIPELINES = {"weighted_pipeline", "pipeline_value"}
"""What the pipeline can come to, in full and by its chances: deals by their stage or owner are told in full."""


def earned_or_open(mark: Mark, piece: Parts) -> str:
    """As in "which team earns the most": what is earned is revenue, of somebody it may be pay; deals by their stage."""
    readings = set(mark.value) if isinstance(mark.value, tuple) else set()
    told = {name for one in piece.groupings for name in one.dimensions}
    if readings == MADE and mark.said.casefold() in EARNING and told and "person" not in told:
        return "revenue"
    if readings and piece.bounds and all(one.currency or is_no_share(one) for one in piece.bounds):
        money = [one for one in readings if METRICS[one].unit is Unit.MONEY]
        return money[0] if len(money) == 1 else ""  # "clients with over 20k overdue"
    if _are_clients(piece) and OVERDUE in readings:
        return OVERDUE  # "which clients are overdue"
    whose = piece.groupings or (piece.named and piece.mark(Role.SHARE))
    over_time = told & set(TIME)
    in_full = readings == PIPELINES and whose and not (over_time or piece.bounds or piece.rankings)
    return "pipeline_value" if in_full else ""


OVERDUE = "overdue_receivables"


def _are_clients(piece: Parts) -> bool:
    return [one.dimensions for one in piece.groupings if one.is_subject] == [("client",)]


def which_are_overdue(piece: Parts) -> Parts:
    """As in "how many clients are overdue": those with anything that is."""
    ranked = piece.bounds or any(not one.is_default for one in piece.rankings)
    if ranked or not _are_clients(piece) or [one.metric for one in piece.wanted] != [OVERDUE]:
        return piece
    return replace(piece, bounds=(Bound(piece.wanted[0].at, Comparison.MORE, Fraction(0)),))


def owed_and_overdue(mark: Mark, piece: Parts) -> Parts:
    """As in "who owes us more than 10k overdue": of what is owed that which is overdue, and no tasks."""
    owed = [one.metric for one in piece.wanted] == ["receivables"]
    if not owed or not isinstance(mark.value, tuple) or OVERDUE not in mark.value:
        return piece
    wanted = tuple(replace(one, metric=OVERDUE) for one in piece.wanted)
    return replace(piece, wanted=wanted, marks=tuple(one for one in piece.marks if one is not mark))


def day_by_day(rows: Iterable[Grouping], at: int) -> tuple[Grouping, ...]:
    """The rows with each invoice on its day: on which days money comes is asked, and which that is."""
    rows = tuple(rows)
    told = {name for one in rows for name in one.dimensions}
    return (*rows, *(Grouping(at, (one,), is_subject=True) for one in ("invoice", "day") if one not in told))
