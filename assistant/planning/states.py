"""What stands on a day has no row for each month: how it can be asked, and since when earlier states are known."""

from datetime import date, timedelta

from assistant.metrics.definition import Metric, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Unsupported
from assistant.planning.here import Here

OVER_TIME = {
    "headcount": "FTE by {unit}",
    "open_tasks": "Completed tasks by {unit}",
    "receivables": "Invoiced by {unit}",
}
"""What comes nearest, told for each stretch of time."""

OF_NOW = ("tasks", "projects", "clients")
"""Tables whose rows have a status as it is now, and none as it was on another day."""


def over_time(metric: Metric, dimension: str, here: Here) -> Unsupported | None:
    """The answer to a state asked for by month; None for any other breakdown."""
    if dimension not in TIME or metric.timing is not Timing.STATE or set(metric.by) & set(TIME):
        return None
    unit = DIMENSIONS[dimension].noun
    title = metric.title.lower() if not metric.title.isupper() else metric.title
    last = here.knows_until.replace(day=1) - timedelta(days=1)
    before = last.replace(day=1) - timedelta(days=1)
    nearest = [OVER_TIME[metric.name].format(unit=unit)] if metric.name in OVER_TIME else []
    if metric.only_now or set(metric.needs[:1]) & set(OF_NOW):
        said = f"{metric.title}: what is open or over is known as it stands now, and has no row for each {unit}."
        since = here.view.known_since()
        if since is None:
            return Unsupported(f"{said} No earlier state of the data is kept.", suggestions=tuple(nearest))
        day = _day(max(since, last))
        known = f"Earlier states are kept since {_day(since)}: ask “{title} as known on {day}”."
        return Unsupported(f"{said} {known}", suggestions=(f"{metric.title} as known on {day}", *nearest))
    said = f"{metric.title}: this is read off on one day and has no row for each {unit}."
    if "status" in metric.reads.get("invoices", ()) and metric.name != "unbilled":
        said += " What has been paid since is known as paid, so that earlier days would leave it out."
    on, against = f"{metric.title} on {_day(last)}", f"{metric.title} on {_day(last)} compared with {_day(before)}"
    return Unsupported(
        f"{said} Ask for a day (“{title} on {_day(last)}”) or compare two.", suggestions=(on, against, *nearest)
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
