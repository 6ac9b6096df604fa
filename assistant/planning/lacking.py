"""Rows that have none of something: "which clients did we not invoice last month", "who has not logged any time"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Outlook, Timing
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings, of_those, timing
from assistant.planning.dates import Kind as Said
from assistant.planning.examples import examples
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Mark, Parts, Wanted
from assistant.planning.things import of_a_kind
from assistant.planning.words import Role
from assistant.query import ByChange, Comparison, Filter, Order, Query, Threshold

Stopped = Clarification | NoData | Unsupported

AMONG = {
    "client": "clients_with_active_projects",
    "project": "project_count",
    "person": "available_hours",
    "team": "available_hours",
    "budget": "budgets_in_force",
}
"""Of which rows it is asked: the measure that each of them has some of."""

OF_ONE_KIND = ("absence_days", "absence_hours")
"""What is asked of one kind of leave: who is there, and had none of that."""

NOTHING_AT_ALL = re.compile(
    r"\b(?:any|anything|nothing|at all|a single|no (?:time|hours?|entries|entry|timesheets?))\b", re.IGNORECASE
)
"""Said of time, it asks who has none of it; without, who has left some day out."""


def heard(parts: Parts, here: Here) -> Parts:
    """The parts with what is lacking said plainly: nothing logged at all, not invoiced in a period."""
    kind = of_a_kind(parts) if parts.mark(Role.LACKING) and not parts.groupings else None
    if kind:  # "designers with no bookings"
        parts = replace(parts, groupings=(Grouping(kind[0], (kind[1],), is_subject=True),))
    subjects = {name for one in parts.groupings if one.is_subject for name in one.dimensions[:1]}
    if len(parts.wanted) != 1 or not subjects:
        return parts
    [wanted] = parts.wanted
    if wanted.metric == "missing_days" and "person" in subjects and _is_denied(wanted.said) and _on_work(parts, wanted):
        rows = tuple(one for one in parts.groupings if one.dimensions[:1] not in WORK)
        return _lacks(replace(parts, groupings=rows), wanted, "tracked_hours")
    if wanted.metric == "missing_days" and subjects == {"person"} and _is_denied(wanted.said):
        return _lacks(parts, wanted, "tracked_hours") if NOTHING_AT_ALL.search(here.nameless) else parts
    if wanted.metric in ("missing_days", "missing_hours") and "person" not in subjects and _is_denied(wanted.said):
        return _lacks(parts, wanted, "tracked_hours")
    in_a_period = parts.main is not None and parts.main.kind not in TO_A_DAY and parts.main.period.start is not None
    if wanted.metric == "unbilled" and "not" in wanted.said.split() and in_a_period:
        return _lacks(parts, wanted, "invoiced")
    return parts


def of_which(here: Here) -> Clarification:
    """As in "booked but not worked last month": of whom, or of what, the one is true and the other is not."""
    bare = _HOURS_OR_ROWS.sub("", here.bare)
    return Clarification(
        "Of which do you mean that: people or projects?", options=(f"people {bare}", f"projects {bare}")
    )


BUT_NOT = frozenset({"but not", "and not", "yet not", "though not"})
OF_DAYS = frozenset({"scheduled_hours", "tracked_hours"})
_HOURS_OR_ROWS = re.compile(
    r"^(?:(?:show|list)(?: me)? )?(?:the )?(?:hours?|time) | (?:by|per) (?:person|project|employee)\b", re.IGNORECASE
)

WORK = (("project",), ("client",), ("budget",))


def _on_work(parts: Parts, wanted: Wanted) -> bool:
    """As in "who has not logged on Apollo", "… on my projects": nobody misses days there, but has no hours on it."""
    named = [one for one in parts.named if one.at > wanted.at and not one.negated]
    kinds = [{one.dimension} if one.dimension else {name.dimension for name in one.readings} for one in named]
    of_people = set(METRICS["missing_days"].by)
    mine = any(one.role is Role.MY and one.at > wanted.at and one.value in ("project", "client") for one in parts.marks)
    return mine or any(one and not one & of_people for one in kinds)


TO_A_DAY = (Said.TO_DATE, Said.UNTIL, Said.EDGE, Said.DAY)


def _is_denied(said: str) -> bool:
    """Whether "not logged", "logged nothing" is said, and not how many days are missing."""
    return bool({"not", "no", "nothing"} & set(said.split()))


def _lacks(parts: Parts, wanted: Wanted, metric: str) -> Parts:
    meant = replace(wanted, metric=metric, said=metric.replace("_", " "), weak=False)
    return replace(parts, wanted=(meant,), marks=(*parts.marks, Mark(wanted.at, Role.LACKING)))


def told(made: Sequence[Query | Stopped], parts: Parts, here: Here) -> list[Query | Stopped]:
    """The queries for the rows that have none, where that is asked for."""
    mark = parts.mark(Role.LACKING)
    if mark is None:
        return list(made)
    if "longer" in mark.said.casefold().split():
        return [_no_longer(one, parts, here) if isinstance(one, Query) else one for one in made]
    return [none_of_it(one, here) if isinstance(one, Query) else one for one in made]


def _no_longer(query: Query, parts: Parts, here: Here) -> Query | Stopped:
    """As in "clients that no longer bring revenue": none now, of those that had some in the period before."""
    metric = here.catalogue[query.metrics[0]]
    if metric.kind is not Kind.SUM or metric.timing is not Timing.FLOW or len(query.by) != 1:
        return none_of_it(query, here)
    against = query.against or timing.before(metric, query.period, parts, here)
    nothing = Threshold(Comparison.EQUAL, Fraction(0))
    by_change = ByChange(Comparison.LESS)
    return replace(query, having=nothing, against=against, by_change=by_change, order=Order.ASC)


def none_of_it(query: Query, here: Here) -> Query | Stopped:
    """The query for those of its rows that have none of its first metric, of all that there are."""
    metric = here.catalogue[query.metrics[0]]
    if metric.name not in here.vocabulary.askable:  # which is a refusal, and says so
        return query
    row = query.by[0] if len(query.by) == 1 else ""
    among = AMONG.get(row, "")
    is_some = query.having == Threshold(Comparison.MORE, Fraction(0))  # what a state asks for by itself
    is_cut = query.against or query.limit or (query.having and not is_some)
    if metric.kind is not Kind.SUM or among not in here.vocabulary.askable or is_cut:
        return misunderstandings.none_of_what(metric, examples(here))
    if metric.name in MAY_BE_NEGATIVE:
        return replace(query, having=Threshold(Comparison.AT_MOST, Fraction(0)), order=None)
    there = Threshold(Comparison.MORE, Fraction(0), among)
    if metric.name in OF_ONE_KIND and row == "person" and any(one.field == "category" for one in query.where):
        among = "absence_rate"  # over all time contracted, whichever kind is asked about
        there = Threshold(Comparison.EQUAL, Fraction(0), among)
    where = (*query.where, ACTIVE) if row == "project" and not _says_which(query) else query.where
    has_been = metric.timing is Timing.FLOW and metric.outlook is Outlook.ACTUAL and metric.name not in TO_COME
    over = _so_far(query.period, here) if has_been else None
    if any(one.field not in here.catalogue[among].by for one in query.where):
        there = Threshold(Comparison.MORE, Fraction(0))
        asked = replace(query, having=there, order=None, period=over or query.period)
        found = of_those.none_of(asked, metric, among, where)
        return found or misunderstandings.none_of_one_kind(metric, examples(here))
    return replace(
        query,
        metrics=(metric.name, among),
        where=where,
        period=over or query.period,
        having=Threshold(Comparison.EQUAL, Fraction(0), also=there),
        among=among,
        order=None,
    )


TO_COME = frozenset(
    {"milestones_due", "tasks_due", "projects_ending", "projects_starting", "agreements_ending", "receivables_due"}
)
"""What has its days, whether they have passed or not."""

MAY_BE_NEGATIVE = frozenset({
    "profit", "deal_profit", "forecast_profit", "invoiced_profit", "free_hours", "free_hours_with_tentative",
    "budget_remaining", "budget_hours_remaining", "retainer_balance_hours", "leave_balance_days",
})  # fmt: skip
"""Who has none of these has nothing of it or less: no free hours are left to somebody overbooked, either."""

ACTIVE = Filter("status", ("active",), ("active",))


def _says_which(query: Query) -> bool:
    return any(one.field in ("status", "project") for one in query.where)


def _so_far(period: Period, here: Here) -> Period | None:
    """What of a running period has passed: nobody lacks what is still to come."""
    yesterday = here.knows_until - timedelta(days=1)
    if period.start is None or period.end <= yesterday or period.start > yesterday:
        return None
    return Period(period.start, yesterday, f"{period.label}, up to {show_day(yesterday, here.view.settings.locale)}")
