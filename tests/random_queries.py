"""Questions made by chance over a random agency: breakdowns, filters, comparisons and periods of every kind."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

import pyarrow as pa

from assistant.agency.calendar import bucket
from assistant.agency.periods import Calendar, Period
from assistant.metrics.definition import Metric
from assistant.query import Against, Filter, Query
from tests.random_agency import TODAY

PERIODS = (
    Period(TODAY - timedelta(days=90), TODAY - timedelta(days=31), "past"),
    Period(TODAY - timedelta(days=40), TODAY, "running"),
    Period(TODAY - timedelta(days=30), TODAY + timedelta(days=45), "through today"),
    Period(TODAY + timedelta(days=1), TODAY + timedelta(days=60), "future"),
    Period(None, TODAY - timedelta(days=12), "as of a date"),
    Period(None, TODAY - timedelta(days=4), "as of a Sunday"),
    Period(date(2026, 9, 1), date(2026, 9, 30), "a month"),
    Period(date(2026, 7, 1), date(2026, 10, 11), "from a month's first day to a Sunday"),
)
EARLIER = Period(TODAY - timedelta(days=150), TODAY - timedelta(days=60), "earlier")
VALUES: Mapping[str, tuple[str, str]] = {
    "person": ("people", "person_id"),
    "team": ("people", "team"),
    "job_title": ("people", "job_title"),
    "employment": ("people", "employment"),
    "client": ("clients", "client_id"),
    "project": ("projects", "project_id"),
    "project_manager": ("projects", "project_manager"),
    "account_manager": ("clients", "account_manager"),
    "status": ("projects", "status"),
    "kind": ("projects", "kind"),
    "budget": ("budgets", "budget_id"),
    "budget_type": ("budgets", "type"),
    "service": ("services", "service_id"),
    "category": ("absences", "category"),
    "deal": ("deals", "deal_id"),
    "stage": ("deals", "stage"),
    "owner": ("deals", "owner"),
}
"""Where the values of each dimension that can be filtered by are found."""


def random_query(metric: Metric, tables: Mapping[str, pa.Table], calendar: Calendar, chance: Random) -> Query:
    """One question about `metric`: no breakdown, one or two; mostly no filter; sometimes a comparison."""
    period = chance.choice(PERIODS)
    return Query(
        (metric.name,),
        period,
        by=tuple(chance.sample(metric.by, chance.choice((0, 1, 1, 2)))),
        where=tuple(
            random_filter(field, tables, calendar, chance)
            for field in chance.sample(metric.by, chance.choice((0, 0, 1, 1, 2)))
        ),
        against=Against(EARLIER, chance.choice((1, 1, 3))) if chance.randrange(3) == 0 else None,
        every_item=chance.randrange(3) == 0,
    )


def random_filter(field: str, tables: Mapping[str, pa.Table], calendar: Calendar, chance: Random) -> Filter:
    """Some of the values there are, or all but those."""
    values = sorted(_values(field, tables, calendar)) or ["nobody"]
    ids = tuple(chance.sample(values, chance.randint(1, min(3, len(values)))))
    return Filter(field, ids, ids, negated=chance.randrange(3) == 0)


def _values(field: str, tables: Mapping[str, pa.Table], calendar: Calendar) -> set[str]:
    if field not in VALUES:
        return {bucket(TODAY + timedelta(days=days), field, calendar) for days in range(-60, 40, 7)}
    table, column = VALUES[field]
    return {str(value) for value in tables[table].column(column).to_pylist() if value is not None}
