"""What one might ask next: complete questions that this asker may ask of this data."""

from assistant.metrics.definition import Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
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
    names = [DIMENSIONS[name].noun for name in allowed[:MOST]]
    return tuple(f"{metric.title} by {name} {said}".strip() for name in names)
