"""Who comes and who goes: contracts that begin, and contracts that end.

These definitions are ours: the glossary the others are written from counts the people who are there.
"""

from collections.abc import Callable

import pandas as pd

from assistant.figures import Unit
from assistant.metrics.budgets import TIMES
from assistant.metrics.capacity import PEOPLE_ONLY
from assistant.metrics.definition import Kind, Metric, MetricFacts, Timing
from assistant.metrics.leave import BY_STAFF, READS_EMPLOYED
from assistant.metrics.slices import known, slices
from assistant.metrics.words import ALSO_CALLED

OURS = "reckon"


def joiners(facts: MetricFacts) -> pd.DataFrame:
    """People on the first day of their contract."""
    rows = known(facts.frame("people"), start_date="day")
    return slices(rows[rows["day"].notna()], 1)


def leavers(facts: MetricFacts) -> pd.DataFrame:
    """People on the last day of their contract."""
    rows = known(facts.frame("people"), end_date="day")
    return slices(rows[rows["day"].notna() & rows["start_date"].notna()], 1)


def _of_people(name: str, meaning: str, compute: Callable[[MetricFacts], pd.DataFrame]) -> Metric:
    return Metric(
        name=name,
        title=name.capitalize(),
        meaning=meaning,
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.PEOPLE,
        scale=1,
        reads=READS_EMPLOYED,
        by=(*BY_STAFF, *TIMES),
        compute=compute,
        also_called=ALSO_CALLED[name],
        usual_period="this year",
        follows=OURS,
        not_by=f"Who comes and goes {PEOPLE_ONLY}",
        needs=("people",),
    )


DEFINITIONS = (
    _of_people("joiners", "People whose contract begins in the period, contractors too.", joiners),
    _of_people("leavers", "People whose contract ends in the period, contractors too, by their last day.", leavers),
)
