"""What is asked of days to come: by what it is measured there, and from which day on.

Past is actual and future is scheduled: hours, utilization and revenue of days to come are those that are booked,
confirmed and in the pipeline. A bare month or quarter of open deals is the next to come, as it is of a forecast: what
is open can only close from now on, and a quarter that is over says nothing of it. Of what is told of days before and
after today alike, it is the nearer one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric, Outlook, Through, Timing
from assistant.outcome import Clarification, Unsupported
from assistant.planning import looking_back, misunderstandings, words
from assistant.planning.dates import Found, Kind
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.examples import examples
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Bound, Grouping, Parts, Wanted
from assistant.planning.words import Role
from assistant.query import Query

EXPECTS = Guarded(
    r"\b(?:(?-i:will)|going to|expect(?:s|ed|ing)?|forecast(?:s|ed)?|project(?:ed|ion)|likely|anticipated?)\b|^will\b",
    re.IGNORECASE,
)
"""Said of what is to come; in the midst of a question Will is somebody."""

EXPECTED = " as expected"
"""What is written behind a question that says otherwise that it is of days to come."""

HAS_PASSED = Guarded(
    r"\b(?:did|had|was|were|yesterday|should(?: already)? have|by now|overdue|slipped)\b", re.IGNORECASE
)
"""As in "deals that should have closed in September": of the one that was."""


def is_of_what_may_close(metric: Metric, here: Here) -> bool:
    """Whether it is of open deals, which may close in what is to come and in nothing that was."""
    of_deals = metric.outlook is Outlook.STATE and "deals" in metric.reads
    return of_deals and not HAS_PASSED.search(here.nameless)


DUE = ("milestones_due", "tasks_due")


def was_due(metric: Metric, here: Here) -> bool:
    """As in "overdue tasks from September": due in the one that was."""
    return metric.name in DUE and HAS_PASSED.search(here.nameless) is not None


_BARE = (Kind.MONTH, Kind.QUARTER, Kind.HALF)


def is_nearer_ahead(metric: Metric, found: Found, here: Here) -> bool:
    """As in "bench time in November", said in October: of what has been and what is booked, the nearer November."""
    both_ways = bool(metric.looks_ahead_in) and metric.outlook is Outlook.ACTUAL and metric.timing is Timing.FLOW
    both_ways = both_ways or metric.name in DUE or (metric.name.startswith("absence") and bool(_NOW.search(here.text)))
    if not both_ways or found.kind not in _BARE or HAS_PASSED.search(here.nameless):
        return False
    was, ahead = (looking_back.as_looked_at(found, here, looks) for looks in (Looks.ACTUAL, Looks.FORECAST))
    if was is None or ahead is None or ahead.start is None or ahead.start <= here.today or was.end >= here.today:
        return False
    return EXPECTS.search(here.nameless) is not None or ahead.start - here.today < here.today - was.end


_NOW = re.compile(r"(?i)\bwhat (?:is|are)\b|\bwhat's\b")
"""As in "what is our absence in December", which is known of days before and after today."""


TO_COME = Guarded(
    r"\b(?:(?:still |yet )?to come|(?:still|yet|left) to (?:be )?(?:earn(?:ed)?|recogni[sz]ed?|made?|bring in)"
    r"|remaining revenue|revenue(?: that is| which is| that's)?(?: still)? (?:left|remaining|outstanding))\b",
    re.IGNORECASE,
)
"""Said of the rest of a period that has begun: "revenue still to come this year"."""

UPCOMING = Guarded(r"\b(?:upcoming|forthcoming|future)\b", re.IGNORECASE)
"""As in "upcoming leave this year", which is none that was."""


def still_to_come(metric: Metric, found: Found, here: Here) -> Found:
    """The rest of a period from today on, where what is still to come is asked for."""
    first, last = found.period.start, found.period.end
    if metric.name == "receivables_due" and _is_unpaid_by(found, here):
        return replace(found, period=Period(None, last, f"{found.text} (through {in_days(Stretch(last, last))})"))
    has_begun = first is not None and first < here.today <= last
    if not has_begun or metric.through is not Through.END:
        return found
    if not (TO_COME.search(here.nameless) or UPCOMING.search(here.nameless)):
        return found
    days = Stretch(here.today, last)
    return replace(found, period=Period(here.today, last, f"still to come ({in_days(days)})"))


def heard(piece: Parts, here: Here) -> Parts:
    """The piece without "expect", where it is of days to come: "what hours do we expect next month"."""
    piece = _cash_to_come(piece, here)
    if piece.bounds:
        piece = replace(piece, bounds=tuple(_in_hours(one, piece, here) for one in piece.bounds))
    said = [one for one in piece.unknown if _EXPECTING.fullmatch(one.text)]
    days = _asked_about(piece, here) if said else None
    is_ahead = bool(said) and not HAS_PASSED.search(here.nameless) and (days is None or days.end > here.knows_until)
    is_ahead = is_ahead or here.text.endswith(EXPECTED)
    piece = replace(piece, unknown=tuple(one for one in piece.unknown if one not in said)) if is_ahead else piece
    return _closed_by(piece, days or (piece.main.period if piece.main else None), here)


_CLOSES = Guarded(r"(?:(?:to|likely|expect(?:s|ed|ing)?) )*(?:close|closing|sign|signing|land|landing)", re.IGNORECASE)


def _closed_by(piece: Parts, days: Period | None, here: Here) -> Parts:
    """As in "what is Luka going to close this quarter": the deals of somebody, those won where it was."""
    verbs = [one for one in piece.unknown if _CLOSES.fullmatch(one.text)]
    owned = [any(name.dimension == "owner" for name in one.readings) for one in piece.named]
    rows = {name for one in piece.groupings for name in one.dimensions}
    strange = [one for one in piece.unknown if one not in verbs and one.text.casefold() != "likely"]
    if not verbs or strange or not owned or not all(owned):
        return piece
    if days is None or piece.wanted or not rows <= {"deal"} or piece.mark(*_OTHERWISE):
        return piece
    was = days.end < here.knows_until or HAS_PASSED.search(here.nameless)
    metric = "won_value" if was else "pipeline_value"
    wanted = Wanted(verbs[0].at, metric, metric.replace("_", " "))
    named = tuple(replace(one, dimension="owner") for one in piece.named)
    by = piece.groupings or (Grouping(verbs[0].at, ("deal",), is_subject=True),)
    return replace(piece, wanted=(wanted,), named=named, groupings=by, unknown=())


_OTHERWISE = (Role.UNMEASURED, Role.AMBIGUOUS, Role.WHY, Role.WHAT_IF, Role.ORDER, Role.HOW_MANY)


def _cash_to_come(piece: Parts, here: Here) -> Parts:
    """As in "what cash can we expect in November": what falls due then."""
    mark = piece.mark(Role.UNMEASURED)
    if mark is None or not mark.said.casefold().startswith("cash") or piece.wanted or not EXPECTS.search(here.nameless):
        return piece
    days = _asked_about(piece, here)
    if days is None or days.end <= here.knows_until or "receivables_due" not in here.vocabulary.askable:
        return piece
    wanted = (Wanted(mark.at, "receivables_due", "receivables due"),)
    return replace(piece, wanted=wanted, marks=tuple(one for one in piece.marks if one is not mark))


WORKING_DAYS = 5


def _in_hours(bound: Bound, piece: Parts, here: Here) -> Bound:
    """As in "free for two days": days of a full-time week, where hours are asked for."""
    is_free = bool(piece.wanted) and all(one.metric == "free_hours" for one in piece.wanted)
    if bound.unit != "days" or not is_free:
        return bound
    return replace(bound, value=bound.value * Fraction(here.view.settings.full_time_week) / WORKING_DAYS, unit="hours")


_EXPECTING = Guarded(r"(?:(?:be|do|we|can|should|as|to|is|are) )*expect(?:s|ed|ing)?(?: to| for)?", re.IGNORECASE)


def measured_by(metric: Metric, said: str, parts: Parts, here: Here) -> tuple[str, str]:
    """The metric for days to come, and the words it is then asked by; the same for any other days."""
    if metric.name == "missing_hours" and "short" in said.split() and _is_of_people(parts, here):
        return "capacity_gap_confirmed", said
    due = _FALLING_DUE.get(metric.name, "")
    is_open = said.startswith("receivable") or not OPEN.isdisjoint(said.split())
    if due in here.vocabulary.askable and is_open and (_until_then(parts, here) or _begins_ahead(parts, here)):
        return due, said
    return _of_days_to_come(metric, said, parts, here)


def _of_days_to_come(metric: Metric, said: str, parts: Parts, here: Here) -> tuple[str, str]:
    days = _asked_about(parts, here)
    if days is None and not parts.relatives and not HAS_PASSED.search(here.nameless):
        ahead = _whenever_it_comes(metric, said, here)
        if ahead:
            return ahead, said
    if days is None or days.start is None or days.end <= here.knows_until:
        told_apart = parts.bounds or any(not one.is_default for one in parts.rankings)
        told_apart = told_apart or any(one.is_subject for one in parts.groupings)
        at_the_end = metric.name == LEFT and days is None and not told_apart and EXPECTS.search(here.nameless)
        return (LEFT_AT_THE_END, "forecast overrun") if at_the_end else (metric.name, said)
    if days.start > here.knows_until:
        people = any(one.is_subject for one in parts.groupings)
        is_free = said == "time" and people
        if metric.name in _USE and "billable" not in said and "scheduled_utilization" in here.catalogue:
            return "scheduled_utilization", "scheduled utilization" if metric.name == "utilization_gap" else said
        if is_free or (metric.name == "tracked_hours" and said in _PLAINLY):
            return ("free_hours" if is_free else "scheduled_hours"), said
    if _is_revenue_ahead(metric, said, days, parts, here):
        return "projected_revenue", said
    is_expected = metric.name in AT_THE_END and EXPECTS.search(here.nameless) and not _SO_FAR.search(here.nameless)
    return AT_THE_END[metric.name] if is_expected else metric.name, said


def noted(query: Query, here: Here) -> Query:
    """As in "how much will be left on Apollo": how the overrun says so."""
    if query.metrics[:1] != (LEFT_AT_THE_END,) or not _LEFT.search(here.nameless):
        return query
    return replace(query, understood=f"{query.understood} {SAYS_WHAT_IS_LEFT}".strip())


_LEFT = re.compile(r"\b(?:left|remain\w*|spare)\b", re.IGNORECASE)
SAYS_WHAT_IS_LEFT = (
    "What will be left is told by the forecast overrun: a minus is what will be left, else it is what will be missing."
)


def _whenever_it_comes(metric: Metric, said: str, here: Here) -> str:
    """Of no days that are named: what revenue will be is projected, and what is still to come of it is the backlog."""
    if metric.name == "revenue" and TO_COME.search(here.nameless):
        return "backlog"
    if not _WILL_BE.search(here.nameless) and not here.text.endswith(EXPECTED):
        return ""
    if metric.name in _USE and "billable" not in said and metric.name != "utilization_gap":
        return "scheduled_utilization"
    return {"revenue": "projected_revenue", **AT_THE_END}.get(metric.name, "")


_WILL_BE = Guarded(
    r"(?:\b(?-i:will)|^will) (?:\S+ ){0,4}(?:be|have|look like|come to|make|earn|bring in)\b", re.IGNORECASE
)


def _is_of_people(parts: Parts, here: Here) -> bool:
    """As in "how many hours are we short by role in December": of people for what is booked, not on timesheets."""
    if parts.main is None or HAS_PASSED.search(here.nameless):
        return False
    was = parts.main.period.start or here.today
    ahead = looking_back.as_looked_at(parts.main, here, Looks.FORECAST)
    if ahead is None or ahead.start is None or ahead.start <= here.knows_until:
        return False
    return was > here.knows_until or ahead.start - here.today < here.today - was


_FALLING_DUE = {"receivables": "receivables_due", "open_tasks": "tasks_due"}
OPEN = frozenset({"open", "unpaid", "outstanding"})


def _begins_ahead(parts: Parts, here: Here) -> bool:
    """As in "unpaid invoices next month": what falls due then; "at year end" it is what is owed on that day."""
    days = _asked_about(parts, here)
    return days is not None and days.start is not None and here.knows_until < days.start < days.end


def _until_then(parts: Parts, here: Here) -> bool:
    """As in "open invoices before Christmas", said in October: until a day that is to come."""
    found = parts.main
    falls_due = found is not None and found.kind is Kind.UNTIL and found.phrase.startswith(_DUE_BY)
    return falls_due and found is not None and is_a_day_ahead(found, here)


def _is_unpaid_by(found: Found, here: Here) -> bool:
    """As in "invoices due before November": what is overdue is due before then, too, but no more falls due."""
    return found.kind is Kind.UNTIL and found.phrase.startswith(_DUE_BY) and not _FALLS_DUE.search(here.nameless)


_FALLS_DUE = Guarded(r"\b(?:will|expect\w*|upcoming|falls?|falling|comes?|coming)\b", re.IGNORECASE)


_DUE_BY = ("by ", "before ", "prior to ", "on or before ")
"""What is open "until" a day is open by then, whenever it fell due."""


def is_a_day_ahead(found: Found, here: Here) -> bool:
    """Whether something is asked until a day that is to come: of the last and the next Christmas, the nearer."""
    if not found.phrase.startswith(_UNTIL) or HAS_PASSED.search(here.bare):
        return False
    if found.period.end > here.today:
        return True
    ahead = looking_back.as_looked_at(found, here, Looks.FORECAST)
    return ahead is not None and ahead.end > here.today and ahead.end - here.today < here.today - found.period.end


_UNTIL = ("until ", "till ", "up to ", "by ", "before ", "prior to ", "on or before ")


def _is_revenue_ahead(metric: Metric, said: str, days: Period, parts: Parts, here: Here) -> bool:
    """Whether it is revenue of days to come, of the rest of a period, or what a period that has begun will come to."""
    begins_ahead = days.start is not None and days.start > here.knows_until
    if metric.name == "backlog":
        return said != "backlog" and not begins_ahead and TO_COME.search(here.nameless) is not None
    of_the_rest = days.start == here.knows_until or TO_COME.search(here.nameless)
    return metric.name == "revenue" and bool(begins_ahead or of_the_rest or _is_expected(parts, here))


LEFT, LEFT_AT_THE_END = "budget_remaining", "forecast_overrun"
"""As in "how much will we have left at the end": what will have been used beyond the total, below 0 what is left."""

AT_THE_END = {"margin": "forecast_margin", "profit": "forecast_profit"}
"""As in "will the margin be above 20 % this quarter": what has been and what is still to come of it."""

_USE = ("billable_utilization", "total_utilization", "utilization_gap")
"""How full days are; what of those to come will be billable nobody knows."""

_PLAINLY = (*words.VERBS["tracked_hours"], *words.SUPERLATIVES)
"""As in "what is Ana working on next week": it asks for what she is booked on."""


def _asked_about(parts: Parts, here: Here) -> Period | None:
    """The days asked about: "November" beside "will" is the one to come."""
    found = parts.main
    if found is None:
        return None
    expects = EXPECTS.search(here.nameless) or (
        found.kind in (Kind.DAY, Kind.RANGE) and _IS_AT_IT.search(here.nameless)
    )
    ahead = looking_back.as_looked_at(found, here, Looks.FORECAST) if expects else None
    if ahead is None or ahead.start is None or HAS_PASSED.search(here.nameless):
        return found.period
    return ahead if EXPECTS.search(here.nameless) or (ahead.start - here.today).days < SOON else found.period


SOON = 92
"""So many days ahead somebody "is working" on a day that is named."""


_IS_AT_IT = Guarded(r"\b(?:is|are|am|'s|be) (?:\S+ ){0,2}?working\b|\bwho works\b", re.IGNORECASE)
"""As in "who is working on Friday", which is the one to come."""

_SO_FAR = Guarded(r"\b(?:so far|to date|actuals?|already|until now)\b", re.IGNORECASE)
_FORECASTS = ("projected_revenue", "confirmed_revenue")


def _is_expected(parts: Parts, here: Here) -> bool:
    """As in "what will revenue be this year": what it is so far, and what is to come of it."""
    beside = parts.bounds or any(one.metric in _FORECASTS for one in parts.wanted)
    return bool(EXPECTS.search(here.nameless)) and not beside and not _SO_FAR.search(here.nameless)


def is_so_now(metric: Metric, before: Query, here: Here) -> bool:
    """As in "do they have open deals", "is he free", after last quarter: what is open or free is so from now on.

    And what is owed, overdue or used up, after this quarter, is so today: what will be by its end nobody knows.
    """
    is_ahead = before.period.end > here.today and here.catalogue[before.metrics[0]].timing is not Timing.STATE
    stands = metric.timing is Timing.STATE or metric.name == "milestones_slipped"
    if is_ahead and stands and metric.name not in _KNOWN_AHEAD:
        return True
    is_over = before.period.end < here.today and not HAS_PASSED.search(here.text)
    is_now = metric.name == "free_hours" or (metric.name == "overbooked_hours" and _IS.search(here.text))
    return is_over and (bool(is_now) or is_of_what_may_close(metric, here))


_IS = re.compile(r"\b(?:is|are)\b", re.IGNORECASE)
_KNOWN_AHEAD = frozenset({"headcount", "leave_balance_days", "budgets_in_force", "budget_total", "backlog"})
"""What stands on a day to come is known of these by what was agreed on."""


NEAREST = {
    "tracked_hours": ("scheduled_hours",),
    "billable_hours": ("scheduled_hours",),
    "billable_utilization": ("scheduled_utilization",),
    "invoiced": ("projected_revenue",),
}
"""What is told of days to come, where what was is asked of them."""


def nearest_to(metric: Metric, by: Sequence[str], here: Here) -> tuple[str, ...]:
    """What comes nearest to a metric of what has happened, and can be told by the same rows of days to come."""
    near = [here.catalogue[one] for one in NEAREST.get(metric.name, ()) if one in here.vocabulary.askable]
    return tuple(one.name for one in near if set(by) <= set(one.by))


def is_behind(metric: Metric, period: Period, parts: Parts, here: Here) -> Clarification | Unsupported | None:
    """As in "upcoming leave last month": what was, has come so far, or is as it stands today, is nothing that comes."""
    mark = parts.mark(Role.TO_COME)
    comes = metric.outlook is not Outlook.STATE and metric.through is Through.END and metric.name not in HAPPENED
    if mark is None or (period.end > here.today and comes):
        return None
    return misunderstandings.not_understood(mark.said, (), examples(here))


HAPPENED = frozenset({
    "collected", "invoiced", "invoiced_profit", "tax_charged", "credited", "paid_on_time", "days_paid_late",
    "issued_paid_percent", "billing_lag_days", "realization", "completed_tasks", "on_time_rate", "estimate_accuracy",
    "win_rate", "won_value", "won_deals", "lost_value", "lost_deals", "new_deals", "sales_cycle_days",
})  # fmt: skip
"""What has happened once it is recorded: none of it comes, on whichever day."""


def with_days_to_come(query: Query, piece: Parts, here: Here) -> Query | Clarification | Unsupported:
    """As in "and utilization", after what is booked next month: what is measured of days to come, else that it is not.

    A question of its own is measured by that before it is planned; a follow-up has its days from the one before.
    """
    metric, first = here.catalogue[query.metrics[0]], query.period.start
    if first is None or first <= here.knows_until or metric.through is Through.END:
        return query
    said = piece.wanted[0].said if piece.wanted else ""
    is_plain = metric.name == "tracked_hours" and (said in ("", "hour") or said in _PLAINLY)  # "and next month?"
    ahead = "scheduled_hours" if is_plain else "projected_revenue" if metric.name == "revenue" else ""
    ahead = "scheduled_utilization" if metric.name in _USE and "billable" not in said else ahead
    fields = {*query.by, *(one.field for one in query.where)}
    if ahead in here.vocabulary.askable and fields <= set(here.catalogue[ahead].by):
        return replace(query, metrics=(ahead,))
    return misunderstandings.not_yet_happened(metric, query.period.label, examples(here, Outlook.FORECAST))
