"""Compares a period that is running with as many days of an earlier one, where no other is named."""

from datetime import date, timedelta

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric, Outlook, Through, Timing
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch, Unit, around
from assistant.planning.here import Here

ONE_DAY = timedelta(days=1)
FEBRUARY = 28


def last_counted(metric: Metric, today: date) -> date:
    """The last day of a running period that a metric counts: yesterday, where it stops there, else today."""
    return today - ONE_DAY if metric.through is Through.YESTERDAY else today


def beside(compared: Period, unit: str, metric: Metric, here: Here) -> str:
    """The period that stands beside one compared with, where none is said: the last whole one that comes after it.

    Beside the last whole one itself, a day or a year it is the one that is running; beside a month of a year ago the
    last of that name.
    """
    if unit not in ("week", "month", "quarter") or metric.outlook is Outlook.FORECAST or compared.start is None:
        return "today" if unit == "day" else f"this {unit}"
    last = around(Unit(unit), here.today, -1, here.calendar)
    if unit == "month" and (last.start - compared.start).days > NEARLY_A_YEAR:
        return f"{compared.start:%B}"
    return f"last {unit}" if compared.end < last.start else f"this {unit}"


NEARLY_A_YEAR = 330


def as_far(before: Period, whole: Period, metric: Metric, here: Here) -> Period:
    """The earlier period up to the day that the one asked about has reached: 14 days of it, or its 14 October.

    A state is read off on a day and a forecast is told whole: both are compared as they are.
    """
    if metric.outlook is Outlook.FORECAST or whole.end <= here.knows_until:
        return before
    return up_to(last_counted(metric, here.knows_until), before, whole, metric)


def up_to(reached: date, before: Period, whole: Period, metric: Metric) -> Period:
    """The earlier period up to the day that is as far on as the one reached in the other."""
    if before.start is None or whole.start is None or metric.timing is Timing.STATE or reached < whole.start:
        return before
    last = min(_same_day(reached, whole, before), before.end)
    return before if last == before.end else Period(before.start, last, in_days(Stretch(before.start, last)))


def _same_day(reached: date, whole: Period, before: Period) -> date:
    """The day of the earlier period that is as far on: the same date where both are years, else as many days on."""
    start, first = whole.start or whole.end, before.start or before.end
    if (first.month, first.day) == (start.month, start.day) and first.year < start.year:
        day = FEBRUARY if (reached.month, reached.day) == (2, FEBRUARY + 1) else reached.day
        return reached.replace(year=reached.year - (start.year - first.year), day=day)
    return first + (reached - start)
