"""The glossary page: every metric as its definition says it, for readers and for programs."""

from assistant.metrics import (
    agreements,
    billing,
    bookings,
    budgets,
    burn,
    capacity,
    completion,
    costs,
    demand,
    drift,
    earned_at_cost,
    earned_value,
    forecast,
    invoices,
    joiners,
    leave,
    paying,
    profitability,
    progress,
    proposals,
    rates,
    recognized_hours,
    sales,
    scope,
    staffing,
    standing,
    tasks,
    things,
    time,
    timesheets,
    utilization,
)
from assistant.metrics.catalogue import METRICS, metric
from assistant.metrics.definition import Kind, Metric, Timing
from assistant.settings import UTILIZATIONS

UTILIZATION = "Utilization"
SECTIONS = {
    "Time, capacity and absence": (time, recognized_hours, capacity, bookings, timesheets, leave, joiners),
    UTILIZATION: (utilization,),
    "Plans, budgets and scope": (budgets, agreements, burn, scope),
    "Revenue, cost and margin": (billing, invoices, paying, rates, profitability, costs, drift),
    "Forecast, sales and cash": (forecast, completion, sales, proposals, demand, staffing),
    "Delivery and earned value": (tasks, progress, earned_value, earned_at_cost, standing),
    "How many there are": (things,),
}
"""The chapters of the page, and the modules whose metrics stand in them."""

KINDS = {
    Kind.SUM: "a sum",
    Kind.RATIO: "a ratio of sums",
    Kind.PER_PERIOD: "over what the whole period has",
    Kind.PER_ITEM: "one value for each, no total",
}
TIMINGS = {Timing.FLOW: "over a period", Timing.STATE: "as of a date"}


def entries(name: str = "") -> list[dict[str, object]]:
    """One metric, or all, chapter by chapter, as plain values."""
    if name:
        one = metric(name)
        return [_entry(one, _section(one))]
    return [_entry(one, title) for title in SECTIONS for one in METRICS.values() if _section(one) == title]


def _section(one: Metric) -> str:
    """The chapter of a metric; the ways to count utilization stand together."""
    if one.name in UTILIZATIONS.values():
        return UTILIZATION
    return next(title for title, modules in SECTIONS.items() if any(one in module.DEFINITIONS for module in modules))


def _entry(one: Metric, section: str) -> dict[str, object]:
    return {
        "section": section,
        "name": one.name,
        "title": one.title,
        "meaning": one.meaning,
        "kind": one.kind.value,
        "timing": one.timing.value,
        "counted": f"{KINDS[one.kind]}, {TIMINGS[one.timing]}",
        "unit": one.unit.value,
        "parts": list(one.parts) if one.parts else None,
        "by": list(one.by),
        "also_called": list(one.also_called),
        "follows": one.follows or None,
        "classes": sorted(one.classes),
        "reads": {table: list(columns) for table, columns in one.reads.items()},
    }
