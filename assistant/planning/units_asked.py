"""What is asked for in a unit it is not counted in: "tracked hours in days"."""

from assistant.figures import Unit
from assistant.metrics.definition import Metric
from assistant.outcome import Unsupported
from assistant.planning import misunderstandings
from assistant.planning.examples import examples
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role

TOLD_IN = {"days": Unit.HOURS, "hours": Unit.MONEY}
"""What is asked for in days is not told so where it is counted in hours, and the other way round."""


def in_another(parts: Parts, metric: Metric, here: Here) -> Unsupported | None:
    """As in "tracked hours in days": told in hours, and never shown as if they were days."""
    mark = parts.mark(Role.UNIT)
    asked = str(mark.value) if mark else ""
    if TOLD_IN.get(asked) is not metric.unit:
        return None
    return misunderstandings.in_its_own_unit(metric, asked, examples(here))
