"""The glossary page: every metric as its definition says it, for readers and for programs."""

from assistant.metrics.catalogue import METRICS, metric
from assistant.metrics.definition import Metric

MOST_WORDS = 12


def entries(name: str = "") -> list[dict[str, object]]:
    """One metric, or all in the order of the catalogue, as plain values."""
    return [_entry(one) for one in ([metric(name)] if name else METRICS.values())]


def _entry(one: Metric) -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title,
        "meaning": one.meaning,
        "kind": one.kind.value,
        "timing": one.timing.value,
        "unit": one.unit.value,
        "parts": list(one.parts) if one.parts else None,
        "by": list(one.by),
        "also_called": list(one.also_called),
        "follows": one.follows or None,
        "classes": sorted(one.classes),
        "reads": {table: list(columns) for table, columns in one.reads.items()},
    }
