"""Records by their day: "the latest payment", "the last 3 invoices", "the newest joiner", "our oldest overdue task".

What has a day of its own is told with it, in the order of the days, and never by how much there is of it. Of what is
owed, the oldest is what is most days past due; how long an open deal has been open is not measured.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Mark, Parts, Ranking, Stretch, Unknown, Wanted
from assistant.planning.scales import AGE_OF_DEALS, NOWHERE, OF_OPEN_DEALS, are_several
from assistant.planning.timing import PAST_TENSE
from assistant.planning.words import End, Role
from assistant.planning.words_of_ranks import FIRST_DAYS, LAST_DAYS

BY_DAYS = LAST_DAYS | FIRST_DAYS

BY_THEIR_DAY: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("collected", "invoiced", "credited", "issued_open"), ("client", "invoice")),
    **dict.fromkeys(("won_deals", "lost_deals", "new_deals", "won_value", "lost_value"), ("deal",)),
    **dict.fromkeys(("joiners", "leavers"), ("person",)),
    **dict.fromkeys(("completed_tasks", "milestones_slipped"), ("task",)),
    "expense_cost": ("vendor",),
    "projects_starting": ("project",),
}
"""What happened on a day, and what its records are."""

BY_A_DAY_TO_COME: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("tasks_due", "milestones_due"), ("task",)),
    "projects_ending": ("project",),
    "agreements_ending": ("budget",),
    "receivables_due": ("client", "invoice"),
}
"""What is to happen on a day."""

OF_THINGS: Mapping[str, str] = {
    "invoice": "invoiced",
    "deal": "new_deals",
    "project": "projects_starting",
    "person": "joiners",
}
"""What has a day of a thing of which nothing is measured: that on which it was sent, came up, began."""

OWED = frozenset({"receivables", "overdue_receivables", "unpaid_invoice_count", "overdue_invoice_count"})
LATE_TASKS: Mapping[str, str] = {"overdue_tasks": "before today", "open_tasks": "of all time"}

NOT_MEASURED: Mapping[str, tuple[str, ...]] = {
    "unbilled": ("unbilled", "billing_lag_days"),
    **dict.fromkeys(OF_OPEN_DEALS, AGE_OF_DEALS),
}
OF_NOTHING: Mapping[str, tuple[str, ...]] = {"client": ("revenue", "client_count")}
"""What has no day, and what comes nearest to its age."""

AGES = frozenset({"days_past_due", "staleness_days"})
"""How long something has been so already: the oldest has the most of it."""

SPOKEN_FOR = (
    Role.CHANGE, Role.TREND, Role.UNMEASURED, Role.WHY, Role.MEANING, Role.ORDER, Role.WHAT_IF, Role.OVER_BUDGET,
)  # fmt: skip

SOONEST = frozenset({"soonest", "earliest"})
"""Said of what is to come, as well."""

AS_OF_LATE = frozenset({"latest", "most recent"})
TOLD_AS_OF_LATE = frozenset({Unit.PERCENT, Unit.INDEX, Unit.PEOPLE})
AMOUNTS = frozenset({
    "revenue", "cost", "labor_cost", "profit", "agi", "unbilled", "backlog", "budget_remaining", "budget_used",
    "confirmed_revenue", "projected_revenue", "weighted_pipeline", "average_billable_rate", "burn_rate",
})  # fmt: skip
"""As in "the latest margin": what is told where no period is said, the last whole month or today."""

SEVERAL, ONE = 5, 1
"""How many are told where no number is said."""


def told(piece: Parts, here: Here) -> Parts:
    """The piece with its records by their day, or with what tells that they have none."""
    piece = _how_old(piece, here)
    ranking = next((one for one in piece.rankings if one.said in BY_DAYS and not one.is_default), None)
    if ranking is None or piece.mark(*SPOKEN_FOR) or piece.moves:
        return piece
    asked = next((one for one in piece.wanted if one.metric in METRICS), None)
    rows = [name for one in piece.groupings if not one.is_each for name in one.dimensions[:1]]
    if asked is None:
        name = next((OF_THINGS[one] for one in rows if one in OF_THINGS), "")
        nothing = OF_NOTHING.get(rows[0], ()) if rows else ()
        said = f"{ranking.said} {rows[0]}" if nothing else ""
        return _not_measured(piece, ranking, nothing, said) if nothing else _by_their_day(piece, ranking, name, here)
    name = asked.metric
    if name in NOT_MEASURED and ranking.said not in SOONEST:
        said = f"{ranking.said.removesuffix(FIRST)} unbilled work" if name == "unbilled" else "age of deals"
        return _not_measured(piece, ranking, NOT_MEASURED[name], said)
    if name in OWED:
        return _owed(piece, ranking, asked, here)
    return _turned(piece, ranking) if name in AGES else _by_their_day(piece, ranking, name, here)


HOW_OLD = re.compile(r"\bhow old\b", re.IGNORECASE)


def _how_old(piece: Parts, here: Here) -> Parts:
    """As in "how old is our unbilled work": its age is asked for, the oldest first."""
    old = next((one for one in piece.unknown if one.text.casefold() in ("old", "how old")), None)
    of_people = any("person" in one.dimensions for one in piece.groupings)
    if old is None or of_people or not HOW_OLD.search(here.nameless) or piece.rankings:
        return piece
    rest = tuple(one for one in piece.unknown if one is not old)
    return replace(piece, unknown=rest, rankings=(Ranking(old.at, End.LOW, said="oldest first"),))


def _by_their_day(piece: Parts, ranking: Ranking, name: str, here: Here) -> Parts:
    """The records of what happened on a day, or is to happen on one."""
    if name in LATE_TASKS:
        return _in_order(piece, ranking, "tasks_due", LATE_TASKS[name], here)
    if name in BY_THEIR_DAY or name in BY_A_DAY_TO_COME:
        if ranking.said == "next" and name in BY_THEIR_DAY:
            return _as_it_is(piece, ranking, here)
        if ranking.said == "next" and name == "receivables_due":
            return _in_order(piece, ranking, name, "next 90 days", here)
        is_past = name in BY_THEIR_DAY or (ranking.said in LAST_DAYS and PAST_TENSE.search(here.nameless))
        return _in_order(piece, ranking, name, "of all time" if is_past else "", here)
    return _as_it_is(piece, ranking, here) if piece.wanted else piece


def _owed(piece: Parts, ranking: Ranking, asked: Wanted, here: Here) -> Parts:
    """As in "our oldest unpaid invoice": the most days past due; "the latest unpaid invoice" is the last one sent."""
    name = asked.metric
    rows = {one for each in piece.groupings for one in each.dimensions}
    if not {"invoice", "invoices", "bill", "bills"} & {*asked.said.split(), *rows}:
        return _aged(piece, ranking) if ranking.said in FIRST_DAYS else _as_it_is(piece, ranking, here)
    if ranking.said in LAST_DAYS and not name.startswith("overdue"):
        return _in_order(piece, ranking, "issued_open", "of all time", here)
    is_sorted = ranking.said.endswith(FIRST)
    if is_sorted and not name.startswith("overdue"):  # of what is not due yet nothing is past due
        return _in_order(piece, ranking, "issued_open", "of all time", here)
    records = ("invoice",) if is_sorted else ("client", "invoice")
    told_by = piece.groupings or tuple(Grouping(ranking.at, (one,), is_subject=True) for one in records)
    aged = (Wanted(ranking.at, "days_past_due", "days past due"), asked)
    late = replace(piece, wanted=aged, groupings=told_by)
    return _turned(late, ranking, None if is_sorted else _how_many(ranking, here))


def _aged(piece: Parts, ranking: Ranking) -> Parts:
    """As in "what do clients owe us, oldest first": all of it by how old it is."""
    rows = (*piece.groupings, Grouping(ranking.at, ("ageing",)))
    return replace(piece, groupings=rows, rankings=tuple(one for one in piece.rankings if one is not ranking))


def _turned(piece: Parts, ranking: Ranking, limit: int | None = None) -> Parts:
    """Ranked by an age: what is oldest has been so for the longest."""
    end = End.HIGH if ranking.said in FIRST_DAYS else End.LOW
    turned = replace(ranking, end=end, limit=limit or ranking.limit)
    return replace(piece, rankings=tuple(turned if one is ranking else one for one in piece.rankings))


def _in_order(piece: Parts, ranking: Ranking, name: str, when: str, here: Here) -> Parts:
    """The records of a measure, each with its day, as many as are asked for from one end of the days."""
    records = (*BY_THEIR_DAY.get(name, ()), *BY_A_DAY_TO_COME.get(name, ()))
    others = [one for one in piece.groupings if not set(one.dimensions) & {*records, "day"}]
    is_sorted = ranking.said.endswith(FIRST)
    apart = [one for one in (others if is_sorted else piece.groupings) if not (one.is_subject or one.is_each)]
    each = {name for one in piece.groupings if one.is_each for name in one.dimensions}
    if name not in here.catalogue or apart:  # "the latest payment by client" is one of each
        return _as_it_is(piece, ranking, here)
    at = piece.wanted[0].at if piece.wanted else ranking.at
    wanted = tuple(one for one in piece.wanted if one.metric == name) or (Wanted(at, name, name.replace("_", " ")),)
    told_by = [Grouping(at, (one,), is_subject=True, is_each=one in each) for one in ("day", *records)]
    rows = (told_by[0], *others, *told_by[1:])
    stretches = piece.stretches
    if when and not any(not one.earlier for one in stretches):
        [found] = find_periods(when, here.today, here.calendar)
        stretches = (Stretch(at, replace(found, span=NOWHERE)), *stretches)
    counted = replace(ranking, limit=None if is_sorted else _how_many(ranking, here))
    marks = (*piece.marks, Mark(ranking.at, Role.WHEN, said=ranking.said))
    rankings = tuple(counted if one is ranking else one for one in piece.rankings)
    return replace(piece, wanted=wanted, groupings=rows, stretches=stretches, rankings=rankings, marks=marks)


def _how_many(ranking: Ranking, here: Here) -> int:
    """The number that is said; one of a singular, a handful of a plural."""
    return ranking.limit or (SEVERAL if are_several(ranking, here) else ONE)


FIRST = " first"


def _not_measured(piece: Parts, ranking: Ranking, near: tuple[str, ...], said: str) -> Parts:
    mark = Mark(ranking.at, Role.UNMEASURED, near, said)
    return replace(piece, wanted=(), rankings=(), marks=(*piece.marks, mark))


def _as_it_is(piece: Parts, ranking: Ranking, here: Here) -> Parts:
    """What has no day cannot be told in the order of days; a day itself can."""
    units = {METRICS[one.metric].unit for one in piece.wanted if one.metric in METRICS}
    if Unit.DATE in units or ranking.said in SOONEST:
        return piece
    rankings = tuple(one for one in piece.rankings if one is not ranking)
    is_figure = units <= TOLD_AS_OF_LATE or all(one.metric in AMOUNTS for one in piece.wanted)
    if ranking.said in AS_OF_LATE and is_figure:
        return replace(piece, rankings=rankings)
    start = max(here.text.casefold().find(ranking.said), 0)
    strange = Unknown(ranking.at, ranking.said, (start, start + len(ranking.said)), is_name=False)
    return replace(piece, rankings=rankings, unknown=(*piece.unknown, strange))
