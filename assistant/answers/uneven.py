"""Says it plainly where what stands side by side is of unlike length: parts of periods, weekdays of a month."""

from collections import Counter
from datetime import date

from assistant.agency.calendar import WEEKDAYS
from assistant.agency.units import show_day
from assistant.calculation import last_day
from assistant.metrics.definition import Kind, Metric, Outlook, Through, Timing
from assistant.query import Query


def uneven(query: Query, metrics: tuple[Metric, ...], today: date, locale: str) -> tuple[str, ...]:
    """The sentence for a period that is still running beside a longer one; nothing where like is set against like."""
    reached = reached_beside_a_whole(query, metrics, today)
    if reached is None or query.against is None:
        return ()
    whole = f"{query.against.period.label} is told to its end"
    said = f"{query.period.label} has come as far as {show_day(reached, locale)}, {whole}"
    return (f"A part is compared with a whole: {said}.",)


def reached_beside_a_whole(query: Query, metrics: tuple[Metric, ...], today: date) -> date | None:
    """The day up to which a running period is told that is held against a longer one; None where like is with like."""
    flows = [one for one in metrics if one.timing is Timing.FLOW and one.outlook is not Outlook.FORECAST]
    period, against = query.period, query.against.period if query.against else None
    if not flows or against is None or period.start is None or against.start is None:
        return None
    reached = min([today, *(last_day(one, today) for one in flows)])
    is_part = period.start <= reached < period.end and against.days > (reached - period.start).days + 1
    return reached if is_part else None


def weekdays(query: Query, metrics: tuple[Metric, ...], today: date) -> tuple[str, ...]:
    """The sentence for weekdays of which the period has unlike numbers, where sums are told of them."""
    start = query.period.start
    if "weekday" not in query.by or start is None or all(one.kind is not Kind.SUM for one in metrics):
        return ()
    last = min([query.period.end, *(last_day(one, today) for one in metrics)])
    found = Counter(WEEKDAYS[(start.weekday() + place) % 7] for place in range((last - start).days + 1))
    most = [f"{one}s" for one in WEEKDAYS if found[one] == max(found.values(), default=0)]
    if not found or len(most) == len(WEEKDAYS):
        return ()
    named = most[0] if len(most) == 1 else f"{', '.join(most[:-1])} and {most[-1]}"
    return (f"The period has more {named} than other weekdays.",)


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
