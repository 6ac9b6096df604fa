"""What one might ask next: complete questions that this asker may ask of this data."""

from dataclasses import replace
from datetime import date

from assistant.agency.periods import Period
from assistant.answers.uneven import reached_beside_a_whole
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric, Timing
from assistant.metrics.dimensions import TIME
from assistant.metrics.explained import can_be_explained
from assistant.permissions.authorise import authorise
from assistant.permissions.view import View
from assistant.planning.here import Here
from assistant.planning.like_for_like import up_to
from assistant.planning.questions import as_question
from assistant.planning.vocabulary import vocabulary_of
from assistant.query import Against, Query
from assistant.result import Result

MOST = 3
LIKELY = ("person", "team", "client", "project", "budget", "month")

ONE_OF_EACH = {"person": ("team",), "project": ("client",), "budget": ("project", "client")}
"""What there is one of for each: the hours of a project have one client."""


def suggest(result: Result, view: View, today: date) -> tuple[str, ...]:
    """Up to three questions: other breakdowns of the same thing, each one that would be allowed."""
    query, metric = result.query, result.metrics[-1]
    told = {one.field for one in query.where if not one.negated and len(one.ids) == 1}
    told |= {other for one in told for other in ONE_OF_EACH.get(one, ())}
    options = [name for name in LIKELY if name in metric.by and name not in (*query.by, *told)]
    if metric.timing is Timing.STATE or _is_in_one_month(query.period):
        options = [name for name in options if name not in TIME]
    asked = [_by(name, query, metric) for name in options]
    allowed = [one for one in asked if hasattr(authorise(one, view), "metrics")]
    if query.why:
        reasons = [one for one in allowed if can_be_explained(metric, one.by)]
        allowed = [replace(one, why=True, against=query.against) for one in reasons] or allowed
    here = Here("", today, view, vocabulary_of(view, METRICS))
    alike = _of_as_many_days(query, result.metrics, today)
    return tuple(as_question(one, here) for one in [*([alike] if alike else []), *allowed][:MOST])


def _of_as_many_days(query: Query, metrics: tuple[Metric, ...], today: date) -> Query | None:
    """Where a part of a period stands beside the whole of an earlier one: the same of as many days of both."""
    reached = reached_beside_a_whole(query, metrics, today)
    if query.against is None or reached is None:
        return None
    before = up_to(reached, query.against.period, query.period, metrics[-1])
    return replace(query, against=Against(before)) if before != query.against.period else None


def _is_in_one_month(period: Period) -> bool:
    return period.start is not None and period.start.replace(day=1) == period.end.replace(day=1)


def _by(name: str, query: Query, metric: Metric) -> Query:
    """The same rows in the same period, told by something else."""
    return Query(
        metrics=(metric.name,),
        period=query.period,
        by=(name,),
        where=query.where,
        period_said=query.period_said,
        known_on=query.known_on,
    )
