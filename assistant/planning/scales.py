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
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Mark, Parts, Ranking, Stretch, Wanted
from assistant.planning.things import of_a_kind
from assistant.planning.words import COUNTED, End, Role
from assistant.planning.words_of_ranks import LONG

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
    if ranking is None:
        return piece
    paying = _as_payers(piece, ranking, here)
    if paying or piece.mark(*GROWS) or piece.moves or _is_of_time(ranking, piece):
        return paying or piece
    piece = replace(piece, wanted=tuple(_as_logged(one, ranking, here) for one in piece.wanted))
    known = [one for one in piece.wanted if one.metric in METRICS]
    spans = [one for one in known if METRICS[one.metric].unit in SPANS]
    if any(one.metric in LATE for one in known):
        return _by_the_day(piece, ranking)
    if spans:
        return _from_its_end(piece, ranking, (spans[0], *(one for one in piece.wanted if one is not spans[0])))
    if any(_is_quick(one, ranking) for one in known):
        return piece
    long = _of_the_same_rows(piece, ranking, here)
    return long or _until_closed(piece, ranking, here) or _not_measured(piece, ranking)


OF_PEOPLE = frozenset({"person", "team", "job_title", "employment"})


def of_full_days(asked: Parts) -> Parts:
    """As in "who is under 60 %", "are any developers over 100 %": what people have a percentage of is their days."""
    counted = (Grouping(asked.wanted[0].at, ("person",), is_subject=True),) if asked.wanted else ()
    piece = replace(asked, groupings=(*counted, *asked.groupings))
    rows = {name for one in piece.groupings for name in one.dimensions[:1]}
    kind = of_a_kind(piece) if not rows else None
    in_percent = all(one.percent and not (one.share_of or one.of or one.currency) for one in piece.bounds)
    of_people = rows <= OF_PEOPLE if rows else kind is not None and kind[1] == "person"
    more = piece.unknown or piece.rankings or piece.moves or piece.mark(*GROWS, Role.SHARE)
    if more or not (of_people and in_percent):
        return asked
    if kind:
        piece = replace(piece, groupings=(Grouping(kind[0], (kind[1],), is_subject=True),))
    return replace(piece, wanted=(Wanted(piece.bounds[0].at, "billable_utilization", "utilization"),))


def _of_the_same_rows(piece: Parts, ranking: Ranking, here: Here) -> Parts | None:
    """With what tells of the rows asked for how long they took, or have been."""
    for one in piece.wanted:
        other = _how_long(one)
        if other in here.catalogue:
            piece = _told_of(piece, one, other)
            ranking, piece = _one_of_them(ranking, piece, here)
            swapped = replace(one, metric=other, said=other.replace("_", " "))
            return _from_its_end(piece, ranking, (swapped, *(rest for rest in piece.wanted if rest is not one)))
    return None


LATE = frozenset({"overdue_tasks", "open_tasks", "milestones_slipped"})


def _by_the_day(piece: Parts, ranking: Ranking) -> Parts:
    """As in "the longest overdue tasks": those that were due on the earliest day."""
    said = "oldest" if LONG[ranking.said] is End.HIGH else "newest"
    turned = replace(ranking, said=said)
    return replace(piece, rankings=tuple(turned if one is ranking else one for one in piece.rankings))


PAYING = re.compile(r"\b(?:pay|pays|paid|paying|settle|settles)\b", re.IGNORECASE)
WHO_PAYS = frozenset({"client", "person"})


def _as_payers(piece: Parts, ranking: Ranking, here: Here) -> Parts | None:
    """As in "which client pays slowest": how late they pay, over a year where nothing is said; no pay of people."""
    rows = [one for one in piece.groupings if WHO_PAYS & set(one.dimensions)]
    asked = {one.metric for one in piece.wanted if not one.weak}
    strange = [one for one in piece.unknown if not PAYING.search(one.text)]
    pays = PAYING.search(here.nameless) and ranking.said in SPEED
    if not pays or len(rows) != 1 or strange or not asked <= {"collected"} or "days_paid_late" not in here.catalogue:
        return None
    marks = tuple(one for one in piece.marks if one.role is not Role.UNMEASURED or not PAYING.search(one.said))
    who = tuple(replace(one, dimensions=("client",)) if one in rows else one for one in piece.groupings)
    stretches = piece.stretches
    if not stretches and not piece.relatives:
        [year] = find_periods("last 12 months", here.today, here.calendar)
        stretches = (Stretch(ranking.at, replace(year, span=NOWHERE)),)
    piece = replace(piece, groupings=who, marks=marks, unknown=(), stretches=stretches)
    return _from_its_end(piece, ranking, (Wanted(ranking.at, "days_paid_late", "days paid late"),))


NOWHERE = (-1, -1)
"""Where a period stands that is not said."""


def _told_of(piece: Parts, wanted: Wanted, other: str) -> Parts:
    """As in "fastest won deals": the rows that the words for the first measure are of."""
    row = COUNTED.get(wanted.metric, "")
    if piece.groupings or row not in METRICS[other].by:
        return piece
    return replace(piece, groupings=(Grouping(wanted.at, (row,), is_subject=True),))


def _one_of_them(ranking: Ranking, piece: Parts, here: Here) -> tuple[Ranking, Parts]:
    """As in "the longest overdue invoice": a single one."""
    if ranking.limit or are_several(ranking, here) is not False:
        return ranking, piece
    one = replace(ranking, limit=1)
    return one, replace(piece, rankings=tuple(one if each is ranking else each for each in piece.rankings))


def are_several(ranking: Ranking, here: Here) -> bool | None:
    """Whether the things right after the rank are several: "the latest payments"; None where none stand there."""
    ranks, ends = rf"\b(?:{ranking.said}|longest|shortest)\b", rf"(?:\b(?:{ENDS_THINGS})\b|[?.,;!]|$)"
    phrase = re.search(rf"{ranks}(?P<things>.*?){ends}", here.nameless, re.IGNORECASE)
    things = phrase["things"].casefold().split() if phrase else []
    is_several = bool(things) and things[-1].endswith("s") and not things[-1].endswith("ss")
    return is_several or things[-1] in ("people", "staff") if things else None


ENDS_THINGS = (
    "from|of|in|by|for|to|on|at|we|that|this|last|with|and|since|so|you|i|has|have|was|were|did|is|are|who|which|due|"
    "us|me"
)

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
    rows = tuple(one for one in piece.groupings if "deal" not in one.dimensions) or piece.groupings
    piece = replace(piece, groupings=rows)
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
    ranked = [one for one in piece.groupings if _is_ranked(one, ranking)]
    kind = None if ranked or piece.wanted else of_a_kind(piece)
    ranked += [Grouping(kind[0], (kind[1],), is_subject=True)] if kind else []
    ranked.sort(key=lambda one: not one.is_subject)
    rows = [name for one in ranked for name in one.dimensions[:1]]
    near = AGE_OF_DEALS if open_deals else next((NO_SPAN[one] for one in rows if one in NO_SPAN), ())
    if not near:
        return piece
    is_age = (open_deals or rows[0] == "deal") and ranking.said not in SPEED
    said = "age of deals" if is_age else f"{ranking.said} {'deal' if open_deals else rows[0]}"
    return replace(piece, wanted=(), rankings=(), marks=(*piece.marks, Mark(ranking.at, Role.UNMEASURED, near, said)))


def _is_ranked(rows: Grouping, ranking: Ranking) -> bool:
    return rows.is_subject or rows.at > ranking.at
