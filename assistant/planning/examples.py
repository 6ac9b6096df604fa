"""Questions this asker could ask instead."""

from collections.abc import Iterator

from assistant.metrics.definition import Metric, Outlook
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning import nearest_rows
from assistant.planning.here import Here

MOST = 3

QUESTIONS = {
    "billable_utilization": "Utilization by team last month",
    "revenue": "Revenue by client last quarter",
    "burn_index": "Are we burning the budget too quickly?",
    "projected_revenue": "Projected revenue for next quarter",
    "overbooked_hours": "Who is overbooked next month?",
    "available_hours": "Capacity by team next month",
    "margin": "Margin by client this year",
    "tracked_hours": "Hours by project last month",
    "budget_hours_used_percent": "Percent of budget hours used by project",
    "absence_days": "Days off by person last month",
}
"""Complete questions, the most useful first."""


def allowed(here: Here, outlook: Outlook | None = None) -> Iterator[Metric]:
    """The metrics of the example questions that this asker may ask."""
    for name in QUESTIONS:
        if name in here.vocabulary.askable and outlook in (None, here.catalogue[name].outlook):
            yield here.catalogue[name]


def examples(here: Here, outlook: Outlook | None = None) -> tuple[str, ...]:
    """Up to three complete questions that this asker may ask."""
    found = [QUESTIONS[one.name] for one in allowed(here, outlook)]
    if outlook and len(found) < MOST:
        found += [one for one in examples(here) if one not in found]
    return tuple(found[:MOST])


ROWS = ("person", "team", "client", "project", "budget", "deal")
"""The breakdowns that are offered, the most likely first."""


def instead(metric: Metric, here: Here, said: str = "") -> tuple[str, ...]:
    """Breakdowns the metric does have, the nearest to what was asked for first, and other questions."""
    may = metric.name in here.vocabulary.askable
    rows = nearest_rows.nearest_first(said, metric) if nearest_rows.is_noun(said) else ROWS
    by = [name for name in rows if may and name in metric.by][:2]
    return (*(f"{metric.title} by {DIMENSIONS[one].noun}" for one in by), *examples(here))[:MOST]
