"""Along what a rank runs: "longest" and "slowest" rank spans of time, and never an amount or a number of things.

A rank whose scale does not fit what is measured takes the measure of the same rows that fits it, as "overdue the
longest" takes the days past due; where there is none, it is told that this is not measured.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import TIME
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Mark, Parts, Ranking, Wanted
from assistant.planning.words import COUNTED, End, Role

LONG: Mapping[str, End] = {
    "longest": End.HIGH,
    "slowest": End.HIGH,
    "shortest": End.LOW,
    "fastest": End.LOW,
    "quickest": End.LOW,
}
"""Words that rank by how long something is or takes, with the end of the spans they mean."""

SPEED = frozenset({"slowest", "fastest", "quickest"})
"""Of what is used up or earned over time, these rank how much there is of it: "burning fastest", "slowest month"."""

SPANS = (Unit.DAYS, Unit.LAG_DAYS, Unit.DATE)
"""How long something takes, or has been, or until which day it lasts."""

HOW_LONG: Mapping[str, str] = {
    **dict.fromkeys(("won_deals", "won_value", "average_deal_size", "win_rate"), "sales_cycle_days"),
    **dict.fromkeys(
        ("receivables", "overdue_receivables", "unpaid_invoice_count", "overdue_invoice_count"), "days_past_due"
    ),
    **dict.fromkeys(("collected", "paid_on_time", "issued_paid_percent"), "days_paid_late"),
    **dict.fromkeys(("budget_remaining", "budget_hours_remaining"), "budget_runout_date"),
}
"""What tells of the same rows how long they took, or have been, or last."""

LOGGING = re.compile(r"\b(?:log|track|record|enter|book|submit|fill)(?:s|ging|ing|ged|ed)?\b", re.IGNORECASE)
"""Said of time, what is slow is its being entered."""

AGE_OF_DEALS = ("new_deals", "sales_cycle_days")
OF_OPEN_DEALS = frozenset({"deals_open", "pipeline_value", "weighted_pipeline", "new_deals"})

NO_SPAN: Mapping[str, tuple[str, ...]] = {
    "deal": AGE_OF_DEALS,
    "project": ("projects_starting", "projects_ending"),
    "budget": ("agreements_ending", "budget_runout_date"),
    "client": ("revenue", "client_count"),
    "person": ("joiners", "headcount"),
    "invoice": ("days_past_due", "days_paid_late"),
    "task": ("overdue_tasks", "tasks_due"),
}
"""What comes nearest to how long there has been a thing of a kind, which is not measured."""

GROWS = (Role.CHANGE, Role.TREND, Role.MORE, Role.UNMEASURED, Role.AMBIGUOUS, Role.OVER_BUDGET, Role.IS_OK, Role.WHY)
"""Where one of these is said, the rank is of it: "the fastest growing client"."""


def told(piece: Parts, here: Here) -> Parts:
    """The piece with a measure along the scale of its rank, or with the mark that there is none."""
    ranking = next((one for one in piece.rankings if one.said in LONG and not one.is_default), None)
    if ranking is None or piece.mark(*GROWS) or piece.moves or _is_of_time(ranking, piece):
        return piece
    piece = replace(piece, wanted=tuple(_as_logged(one, ranking, here) for one in piece.wanted))
    known = [one for one in piece.wanted if one.metric in METRICS]
    spans = [one for one in known if METRICS[one.metric].unit in SPANS]
    if spans:
        return _from_its_end(piece, ranking, (spans[0], *(one for one in piece.wanted if one is not spans[0])))
    if any(_is_quick(one, ranking) for one in known):
        return piece
    for one in known:
        other = _how_long(one)
        if other in here.catalogue:
            piece = _of_these_rows(piece, one, other)
            swapped = replace(one, metric=other, said=other.replace("_", " "))
            return _from_its_end(piece, ranking, (swapped, *(rest for rest in piece.wanted if rest is not one)))
    return _until_closed(piece, ranking, here) or _not_measured(piece, ranking)


def _of_these_rows(piece: Parts, wanted: Wanted, other: str) -> Parts:
    """As in "fastest won deals": the rows that the words for the first measure are of."""
    row = COUNTED.get(wanted.metric, "")
    if piece.groupings or row not in METRICS[other].by:
        return piece
    return replace(piece, groupings=(Grouping(wanted.at, (row,), is_subject=True),))


CLOSING = re.compile(
    r"\b(?:to|until|till|before) (?:(?:we|they|it) )?(?:was |were |be )?(?:clos|w[io]n|sign|land)", re.IGNORECASE
)


def _until_closed(piece: Parts, ranking: Ranking, here: Here) -> Parts | None:
    """As in "which deal took the longest to close": from the day it came up to the day it was won."""
    deals = {name for one in piece.groupings for name in one.dimensions[:1]} & {"deal", "owner", "client", "stage"}
    at = next((one.at for one in piece.wanted), ranking.at)
    if not deals or not CLOSING.search(here.nameless) or "sales_cycle_days" not in here.catalogue:
        return None
    piece = replace(piece, unknown=tuple(one for one in piece.unknown if not CLOSING.search(f"to {one.text}")))
    return _from_its_end(piece, ranking, (Wanted(at, "sales_cycle_days", "sales cycle"),))


def _is_of_time(ranking: Ranking, piece: Parts) -> bool:
    """As in "the slowest month for revenue": months are all as long, and slow with little in them."""
    rows = [one for one in piece.groupings if set(one.dimensions) & set(TIME) and one.at > ranking.at]
    return bool(rows) and ranking.said in SPEED


def _is_quick(wanted: Wanted, ranking: Ranking) -> bool:
    """Whether how much there is of it in its time is as fast as it goes; hours may be long, too."""
    metric = METRICS[wanted.metric]
    if _how_long(wanted):
        return False
    if metric.unit is Unit.HOURS:
        return True
    of_work = metric.unit is Unit.MONEY and "deal" not in metric.by
    return ranking.said in SPEED and (of_work or metric.unit in (Unit.PERCENT, Unit.INDEX))


def _as_logged(wanted: Wanted, ranking: Ranking, here: Here) -> Wanted:
    """As in "slowest to log time": how long it takes until it is entered."""
    logs = wanted.metric == "tracked_hours" and ranking.said in SPEED and LOGGING.search(here.nameless)
    return replace(wanted, metric="entry_lag_days", said="entry lag days") if logs else wanted


def _how_long(wanted: Wanted) -> str:
    return HOW_LONG.get(wanted.metric, "")


def _from_its_end(piece: Parts, ranking: Ranking, wanted: tuple[Wanted, ...]) -> Parts:
    """Ranked by how long it is: what is slow takes long."""
    turned = replace(ranking, end=LONG[ranking.said])
    rankings = tuple(turned if one is ranking else one for one in piece.rankings)
    return replace(piece, wanted=wanted, rankings=rankings)


def _not_measured(piece: Parts, ranking: Ranking) -> Parts:
    """How long there has been something of which only how much or how many is known."""
    open_deals = {one.metric for one in piece.wanted} & OF_OPEN_DEALS
    rows = [name for one in piece.groupings if _is_ranked(one, ranking) for name in one.dimensions[:1]]
    near = AGE_OF_DEALS if open_deals else next((NO_SPAN[one] for one in rows if one in NO_SPAN), ())
    if not near:
        return piece
    said = f"{ranking.said} {'deal' if open_deals else rows[0]}"
    return replace(piece, wanted=(), rankings=(), marks=(*piece.marks, Mark(ranking.at, Role.UNMEASURED, near, said)))


def _is_ranked(rows: Grouping, ranking: Ranking) -> bool:
    return rows.is_subject or rows.at > ranking.at
