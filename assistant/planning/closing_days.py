"""The days on which open deals are expected to close: those of one that is asked "when", or of all by month."""

from collections.abc import Set as AbstractSet

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import TIME
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role

OF_DEALS = ("pipeline_value", "deals_open")
"""What has all that is open where no period is said, and what is expected to close in one that is."""


def closes_some_day(metric: Metric, parts: Parts) -> bool:
    """As in "when is the kiosk deal expected to close", "pipeline by month": each on its day."""
    by_day = {name for one in parts.groupings for name in one.dimensions} & set(TIME)
    return metric.name in OF_DEALS and (bool(by_day) or parts.mark(Role.WHEN) is not None)


def all_that_close(here: Here, named: AbstractSet[str] = frozenset()) -> Period | None:
    """From the first to the last day on which an open deal is expected to close, past ones too; or those named."""
    rows = here.view.rows("deals", ("deal_id", "status", "expected_close")).to_pylist()
    days = [one["expected_close"] for one in rows if one["status"] == "open" and one["expected_close"]]
    days = [one["expected_close"] for one in rows if one["deal_id"] in named and one["expected_close"]] or days
    if not days:
        return None
    first, last = min(days), max(days)
    return Period(first, last, f"expected to close ({in_days(Stretch(first, last))})")
