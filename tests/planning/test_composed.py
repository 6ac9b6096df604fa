"""A question put together of a measure, a breakdown, a name and a period is planned as it was put together."""

from collections.abc import Iterator
from itertools import cycle, product

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric, Outlook, Timing
from assistant.metrics.dimensions import DIMENSIONS
from tests.planning.an_agency import NAMES, queries

ROWS = ("person", "team", "client", "project")
NAMED = {"client": ("Lumen Bank", "Northwind"), "team": ("Strategy",), "person": ("Ben Okafor", "Dora Lindqvist")}
PAST = {"last quarter": "2026-07-01..2026-09-30", "in August": "2026-08-01..2026-08-31"}
AHEAD = {"next quarter": "2027-01-01..2027-03-31", "next month": "2026-11-01..2026-11-30"}
NO_PERIOD = {"": ""}

WAYS = (
    "{measure} by {row} for {name} {period}",
    "{period} {measure} {name} by {row}",
    "break down {measure} by {row} {period} for {name}",
    "can you show me {name}'s {measure} per {row} {period}, please",
    "I need the {measure} of {name} {period}, split by {row}",
    "{name}: {measure} by {row} {period}",
    "{measure} {period} broken down by {row}, only {name}",
    "{measure} by {row} {period}, just for {name}?",
    "{measure} for {name} by {row} {period}, highest to lowest",
    "which {row} had the highest {measure} for {name} {period}?",
    "top 3 {rows} by {measure} for {name} {period}",
    "{measure} by {row} {period} excluding {name}",
)

MEASURES = (
    "tracked_hours", "billable_hours", "non_billable_hours", "internal_hours", "billable_utilization", "revenue",
    "cost", "profit", "margin", "invoiced", "collected", "absence_days", "missing_hours", "overtime_hours",
    "scheduled_hours", "free_hours", "available_hours", "overdue_tasks", "open_tasks", "completed_tasks", "backlog",
    "budget_total", "budget_used", "budget_remaining", "unbilled", "receivables", "overdue_receivables",
    "projected_revenue", "realization", "average_billable_rate", "billability", "labor_cost", "expense_cost",
)  # fmt: skip


EVERY = 3
"""Each so manieth pair of rows and a name is put together with a measure, another one with the next."""


def _periods(metric: Metric) -> dict[str, str]:
    if metric.timing is Timing.STATE:
        return NO_PERIOD
    return AHEAD if metric.outlook is Outlook.FORECAST or metric.looks_forward else PAST


def _composed(way: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Questions put one way: each with its metric, row, name and days."""
    for at, metric in enumerate(METRICS[name] for name in MEASURES):
        pairs = [(row, field) for row, field in product(ROWS, NAMED) if row != field]
        fitting = [(row, field) for row, field in pairs if {row, field} <= set(metric.by)][at % EVERY :: EVERY]
        for (row, field), (said, days) in zip(fitting, cycle(_periods(metric).items()), strict=False):
            name, noun = NAMED[field][-1], DIMENSIONS[row].noun
            rows = "people" if row == "person" else f"{noun}s"
            text = way.format(measure=metric.title.lower(), row=noun, rows=rows, name=name, period=said)
            yield " ".join(text.split()), metric.name, row, name, days


def _is_so(question: str, metric: str, row: str, name: str, days: str) -> bool:
    [first, *others] = queries(question) or [""]
    measured, by, where, period, *_ = [one.strip() for one in f"{first} | | | |".split("|")]
    sign = "≠" if "excluding" in question else "="
    return not others and metric in measured.split(", ") and by == row and f"{sign} {name}" in where and days in period


def test_there_are_names_to_put_in() -> None:
    assert all(name in NAMES[field] for field, names in NAMED.items() for name in names)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_put_together_is_planned_so(way: str) -> None:
    composed = list(_composed(way))

    assert len(composed) > len(MEASURES)
    assert [one for one in composed if not _is_so(*one)] == []
