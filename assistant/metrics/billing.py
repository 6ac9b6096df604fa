"""What we measure in money: revenue as it is recognized, by the type of each budget."""

import numpy as np
import pandas as pd

from assistant.agency.units import SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.recognition import READS_REVENUE, recognize
from assistant.metrics.slices import slices
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, coded_past_work

A_PRICE = "bill_rates or time_entries.billable_rate or services.price or budgets.amount or expenses.billable_amount"
"""What says what an hour or the work itself is sold for."""

PRICED = (
    "projects or budgets",
    "time_entries or budgets.type=fixed or budgets.type=retainer or expenses.billable_amount",
    A_PRICE,
)
"""What there must be before money can be earned: work or a fee, and the price of an hour or the fee itself."""

# A straight-lined fee or a retainer is earned by the calendar, not by anyone's hours.
NOT_BY_HOURS = dict.fromkeys(("person", "team", "job_title", "employment"), "not earned by hours")


def yesterday(facts: MetricFacts) -> np.datetime64:
    """The last day of the past."""
    return np.datetime64(facts.asked.today, "s") - np.timedelta64(86_400, "s")


def revenue(facts: MetricFacts) -> pd.DataFrame:
    """Recognized revenue of every day before today."""
    rows = recognize(facts, coded_past_work(facts), yesterday(facts))
    return slices(rows, rows["numerator"])


DEFINITIONS = (
    Metric(
        name="revenue",
        title="Revenue",
        meaning=(
            "Recognized revenue, through yesterday. T&M: billable hours at their price, held at the cap, and billable "
            "expenses. Fixed: by hours worked, straight line or on delivery. Retainer: the monthly amount and overage. "
            "Time without a budget on a client project: billable hours at their price."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_REVENUE,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        none=NOT_BY_HOURS,
        compute=revenue,
        also_called=ALSO_CALLED["revenue"],
        through=Through.YESTERDAY,
        whole_item=True,
        needs=PRICED,
    ),
)
