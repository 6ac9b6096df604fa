"""States told at several days: "overdue invoices at the end of each month", "backlog by quarter"."""

from dataclasses import replace
from datetime import date, timedelta

from assistant.agency.calendar import bucket
from assistant.agency.periods import Period
from assistant.metrics.definition import Metric
from assistant.outcome import Unsupported
from assistant.planning import states, timing
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import STRETCHES
from assistant.query import AtEnds, Query

UNITS = ("week", "month", "quarter", "year")
MOST = 60
"""At no more days than these is a state read off at once."""


AS_IT_WAS = frozenset({
    "headcount", "unbilled", "pending_change_amount", "pending_change_hours", "pending_change_count",
    "budgets_in_force",
})  # fmt: skip
"""States that are told by days alone. What is open or paid is known as it stands now, and was something else then."""

OF_ONE_AGREEMENT = frozenset({
    "budget_total", "budget_hours", "budget_used_percent", "budget_hours_used_percent", "budget_remaining",
    "budget_hours_remaining", "burn_rate",
})  # fmt: skip
"""The same of budgets that are named: which of all were open on an earlier day is not known."""


def can_be(metric: Metric, dimension: str, parts: Parts) -> bool:
    """Whether a state is known as it was at each end, of metrics that are not told by time otherwise."""
    kinds = [{one.dimension for one in named.readings} for named in parts.named if not named.negated]
    is_named = any(one & {"project", "budget"} for one in kinds)
    is_kept = metric.name in AS_IT_WAS or (metric.name in OF_ONE_AGREEMENT and is_named)
    return dimension in UNITS and is_kept


def told(query: Query, metric: Metric, parts: Parts, here: Here) -> Query | Unsupported:
    """The query read off at each end of the stretch asked about; any other as it is."""
    units = [one for one in query.by if can_be(metric, one, parts)]
    if not units:
        return query
    plain = query.having is None and query.against is None and query.derived is None and query.limit is None
    alike = all(can_be(here.catalogue[one], units[0], parts) for one in query.metrics)
    stretch = _stretch(units[0], parts, here)
    ends = _ends(stretch, units[0], here)
    if len(query.by) > 1 or not plain or not alike or not 0 < len(ends) <= MOST:
        return states.over_time(metric, units[0], here) or query
    said = parts.main.text if parts.main else ""
    period = Period(None, ends[-1][1], stretch.label)
    return replace(query, period=period, period_said=said, at_ends=AtEnds(units[0], ends))


def _stretch(unit: str, parts: Parts, here: Here) -> Period:
    """The days asked about, or those that are told where none are said."""
    if parts.main and parts.main.period.start:
        return parts.main.period
    return timing.read(STRETCHES.get(unit, "last 12 weeks"), here)


def _ends(stretch: Period, unit: str, here: Here) -> tuple[tuple[str, date], ...]:
    """The last day of each month in a stretch, as far as it has come; of the running one today."""
    first, last = stretch.start or stretch.end, min(stretch.end, here.knows_until)
    found: dict[str, date] = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        found[bucket(day, unit, here.calendar)] = day
    return tuple(found.items())
