"""Charts in a question: "revenue by month as a bar chart", "a graph of our revenue over the last 12 months"."""

import re
from collections.abc import Sequence

from assistant.planning import timing
from assistant.planning.here import Here
from assistant.planning.parts import Parts

_CHART = re.compile(r"\b(?:charts?|graphs?|plots?|plotted|diagrams?|charted|graphed)\b", re.IGNORECASE)

LONG = ("quarter", "half", "year")


def over_time(parts: Parts, by: Sequence[str], here: Here) -> bool:
    """Whether a chart is asked for of one number over some months: it shows how that number went."""
    if by or parts.main is None or parts.main.period.start is None or not _CHART.search(here.nameless):
        return False
    return timing.unit_of(parts.main.period) in LONG
