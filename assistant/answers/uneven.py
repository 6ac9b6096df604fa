"""Says it plainly where a part of a period is compared with the whole of another."""

from datetime import date

from assistant.agency.units import show_day
from assistant.calculation import last_day
from assistant.metrics.definition import Metric, Outlook, Through, Timing
from assistant.query import Query


def uneven(query: Query, metrics: tuple[Metric, ...], today: date, locale: str) -> tuple[str, ...]:
    """The sentence for a period that is still running beside a longer one; nothing where like is set against like."""
    flows = [one for one in metrics if one.timing is Timing.FLOW and one.outlook is not Outlook.FORECAST]
    period, against = query.period, query.against.period if query.against else None
    if not flows or against is None or period.start is None or against.start is None:
        return ()
    reached = min([today, *(last_day(one, today) for one in flows)])
    if not period.start <= reached < period.end or against.days <= (reached - period.start).days + 1:
        return ()
    said = f"{period.label} has come as far as {show_day(reached, locale)}, {against.label} is told to its end"
    return (f"A part is compared with a whole: {said}.",)


def cut_at(metrics: tuple[Metric, ...], end: date, today: date) -> date | None:
    """The last day that all of these are known of, in a period that runs on to `end`; None where nothing is cut."""
    cut = min(last_day(one, today) for one in metrics)
    state = all(one.timing is Timing.STATE for one in metrics)
    return None if state or cut >= end or all(one.through is Through.END for one in metrics) else cut


def known_further(metrics: tuple[Metric, ...], place: int, end: date, today: date) -> date | None:
    """The day up to which one of them is told, where that is beyond the day on which the others stop."""
    metric, cut = metrics[place], cut_at(metrics, end, today)
    reached = min(last_day(metric, today), end)
    running = metric.timing is Timing.FLOW and metric.through is Through.TODAY
    return reached if cut and running and reached > cut else None
