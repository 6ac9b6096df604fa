"""Every metric there is, by name."""

from collections.abc import Mapping, Sequence

from assistant.errors import UsageError
from assistant.metrics import billing, budgets, capacity, forecast, profitability, time
from assistant.metrics.definition import Metric

METRICS: Mapping[str, Metric] = {
    one.name: one
    for module in (time, capacity, budgets, billing, profitability, forecast)
    for one in module.DEFINITIONS
}


def metric(name: str) -> Metric:
    """The metric of that name."""
    try:
        return METRICS[name]
    except KeyError as error:
        message = f"There is no metric called “{name}”. See them all with: reckon metrics"
        raise UsageError(message) from error


def shown_metrics(asked: Sequence[Metric]) -> tuple[Metric, ...]:
    """The metrics a table shows: those asked, each after the ones it is always shown with."""
    names = [part for one in asked for part in (*one.shown_with, one.name)]
    return tuple(METRICS[name] for name in dict.fromkeys(names))
