"""Questions this asker could ask instead."""

from collections.abc import Iterator

from assistant.agency.tables import TABLES
from assistant.metrics.definition import Metric, Outlook
from assistant.permissions.policy import Scope
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


def may_ask(metric: Metric, here: Here) -> bool:
    """Whether the asker sees anything of every class of data the metric reads."""
    grants = here.view.grants
    classes = {TABLES[table].column(one).sensitivity for table, columns in metric.reads.items() for one in columns}
    return all(grants[one].scope is not Scope.NONE and (grants[one].scope is not Scope.NAMES) for one in classes)


def allowed(here: Here, outlook: Outlook | None = None) -> Iterator[Metric]:
    """The metrics of the example questions that this asker may ask."""
    for name in QUESTIONS:
        metric = here.catalogue.get(name)
        if metric and may_ask(metric, here) and outlook in (None, metric.outlook):
            yield metric


def examples(here: Here, outlook: Outlook | None = None) -> tuple[str, ...]:
    """Up to three complete questions that this asker may ask."""
    found = [QUESTIONS[one.name] for one in allowed(here, outlook)]
    if outlook and len(found) < MOST:
        found += [one for one in examples(here) if one not in found]
    return tuple(found[:MOST])
