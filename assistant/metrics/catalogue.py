"""Every metric there is, by name."""

from collections.abc import Mapping, Sequence

from assistant.errors import UsageError
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
from assistant.metrics.definition import Metric

METRICS: Mapping[str, Metric] = {
    one.name: one
    for module in (
        time,
        recognized_hours,
        capacity,
        utilization,
        bookings,
        timesheets,
        leave,
        joiners,
        tasks,
        progress,
        budgets,
        agreements,
        burn,
        scope,
        billing,
        invoices,
        paying,
        rates,
        profitability,
        costs,
        drift,
        forecast,
        completion,
        sales,
        proposals,
        earned_value,
        earned_at_cost,
        demand,
        staffing,
        standing,
        things,
    )
    for one in module.DEFINITIONS
}


def metric(name: str) -> Metric:
    """The metric of that name, or of one of its other names."""
    if name in METRICS:
        return METRICS[name]
    said = name.replace("_", " ").strip().lower()
    found = next((one for one in METRICS.values() if said in (one.title.lower(), *one.also_called)), None)
    if found is None:
        message = f"There is no metric called “{name}”. See them all with: reckon metrics"
        raise UsageError(message)
    return found


def shown_metrics(asked: Sequence[Metric]) -> tuple[Metric, ...]:
    """The metrics a table shows: those asked, each after the ones it is always shown with."""
    names = [part for one in asked for part in (*one.shown_with, one.name)]
    return tuple(METRICS[name] for name in dict.fromkeys(names))
