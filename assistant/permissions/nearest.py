"""The nearest question someone may ask instead of the one they may not."""

from collections.abc import Callable, Iterator, Mapping

from assistant.agency.tables import Sensitivity
from assistant.metrics.definition import Metric

INSTEAD: Mapping[Sensitivity, tuple[str, ...]] = {
    Sensitivity.COST: ("budget_used", "budget_hours_used", "budget_hours_used_percent", "tracked_hours"),
    Sensitivity.PRICE: ("budget_hours_used", "budget_hours_used_percent", "billable_hours"),
    Sensitivity.SALES: ("confirmed_revenue", "revenue", "budget_hours"),
    Sensitivity.PEOPLE: ("tracked_hours",),
    Sensitivity.TIME: ("tracked_hours",),
}
"""What tells most of what was wanted to someone without access to a class, best first."""

AT_LAST = "tracked_hours"


def nearest(
    metric: Metric,
    missing: Sensitivity | None,
    catalogue: Mapping[str, Metric],
    may_ask: Callable[[Metric], bool],
) -> Metric | None:
    """A narrower form of it, its twin in hours, what stands in for the class, what reads most of the same; or None."""
    for name in (
        *metric.narrower,
        *_twins(metric.name),
        *(INSTEAD.get(missing, ()) if missing else ()),
        *_alike(metric, catalogue),
        AT_LAST,
    ):
        if name != metric.name and name in catalogue and may_ask(catalogue[name]):
            return catalogue[name]
    return None


def _twins(name: str) -> Iterator[str]:
    """What the same is called in hours, or at price: burn_index_hours, budget_hours_remaining."""
    yield f"{name}_hours"
    yield name.replace("budget_", "budget_hours_", 1)
    yield name.replace("_amount", "_hours")
    yield name.replace("budget_total", "budget_hours")
    yield name.removesuffix("_at_cost")
    if name.endswith("utilization"):
        yield "billability"


def _alike(metric: Metric, catalogue: Mapping[str, Metric]) -> list[str]:
    """The other metrics that read some of the same columns, the most alike first, then those timed alike."""
    mine = _columns(metric)
    shares = {one.name: len(mine & _columns(one)) / len(mine | _columns(one)) for one in catalogue.values()}
    found = [one for one in catalogue.values() if shares[one.name]]
    return [
        one.name for one in sorted(found, key=lambda one: (-shares[one.name], one.timing != metric.timing, one.name))
    ]


def _columns(metric: Metric) -> frozenset[tuple[str, str]]:
    return frozenset((table, column) for table, columns in metric.reads.items() for column in columns)
