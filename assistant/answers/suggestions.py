"""What one might ask next: complete questions that this asker may ask of this data."""

from assistant.metrics.definition import Metric, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.metrics.explained import can_be_explained
from assistant.permissions.authorise import authorise
from assistant.permissions.view import View
from assistant.query import Query
from assistant.result import Result

MOST = 3
LIKELY = ("person", "team", "client", "project", "budget", "month")


def suggest(result: Result, view: View) -> tuple[str, ...]:
    """Up to three questions: other breakdowns of the same thing, each one that would be allowed."""
    query, metric = result.query, result.metrics[-1]
    said = query.period_said or ""
    options = [name for name in LIKELY if name in metric.by and name not in query.by]
    if metric.timing is Timing.STATE:
        options = [name for name in options if name not in TIME]
    asked = [Query(metrics=(metric.name,), period=query.period, by=(name,)) for name in options]
    allowed = [one.by[0] for one in asked if hasattr(authorise(one, view), "metrics")]
    reasons = [name for name in allowed if can_be_explained(metric, (name,))]
    if query.why and reasons:
        return tuple(_why(query, metric, DIMENSIONS[name].noun) for name in reasons[:MOST])
    names = [DIMENSIONS[name].noun for name in allowed[:MOST]]
    return tuple(f"{metric.title} by {name} {said}".strip() for name in names)


def _why(query: Query, metric: Metric, by: str) -> str:
    """As in "Why did margin change by client in September compared with August 2026"."""
    said, against = query.period_said, query.against.period if query.against else None
    when = f"in {said}" if said[:1].isupper() else said
    then = "" if against is None else against.label.split(" (")[0] if against.start else against.end.isoformat()
    words = (f"Why did {metric.title.lower()} change by {by}", when, then and f"compared with {then}")
    return " ".join(one for one in words if one)
