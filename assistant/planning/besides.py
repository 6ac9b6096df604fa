"""What everyday words ask for besides: "is the margin disappearing" wants to know where it ends, too, and why."""

from dataclasses import replace

from assistant.planning.here import Here
from assistant.planning.parts import Mark, Parts
from assistant.planning.words import VANISHING, Role

ALONG = {"capacity_gap": ("earliest_start",)}
"""What is told after a metric that is asked for in everyday words, in a table of its own."""

WHERE_IT_GOES = {"margin": ("forecast_margin", "margin_drift")}
"""What is told after a metric that is asked about as if it went away: where it ends, and why it has drifted."""


def besides(parts: Parts, metric: str, here: Here, *, by_name: bool) -> list[tuple[Parts, str]]:
    """The metrics told besides, and the question each is put in: of the same things, whenever it comes about."""
    alone = replace(parts, groupings=(), rankings=(), bounds=(), stretches=(), relatives=())
    asked = [] if by_name else [(alone, one) for one in ALONG.get(metric, ())]
    trend = parts.mark(Role.TREND)
    if trend and trend.said.casefold() in VANISHING:
        at_end, why = WHERE_IT_GOES.get(metric, ("", ""))
        marks = tuple(one for one in parts.marks if one.role is not Role.TREND)
        asked.append((replace(alone, marks=marks), at_end))
        asked.append((replace(alone, marks=(*marks, Mark(trend.at, Role.WHY))), why))
    return [(piece, one) for piece, one in asked if one in here.vocabulary.askable]
