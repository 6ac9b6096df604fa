"""What we measure an hour and a head by: agency gross income, the rate that was realized, revenue per FTE."""

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.billing import NOT_BY_HOURS, PRICED, revenue, yesterday
from assistant.metrics.capacity import WORKING_DAYS_A_WEEK
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.person_days import READS_CONTRACT, contracted
from assistant.metrics.recognition import READS_REVENUE, recognize_fees
from assistant.metrics.slices import known_rows, slices, together
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, coded_past_work, entries


def agi(facts: MetricFacts) -> pd.DataFrame:
    """Revenue without the expenses that are billed on."""
    rows = recognize_fees(facts, coded_past_work(facts), yesterday(facts))
    return slices(rows, rows["numerator"])


def average_billable_rate(facts: MetricFacts) -> pd.DataFrame:
    """Agency gross income over tracked hours on client projects, both through yesterday."""
    rows = entries(facts)
    projects = known_rows(facts, "projects")
    of_clients = set(projects.loc[projects["kind"] == "client", "project_id"])
    rows = rows[(rows["day"] < pd.Timestamp(facts.asked.today)) & rows["project_id"].isin(of_clients)]
    return together([agi(facts), slices(rows.drop(columns="currency"), 0, rows["tracked"])])


def revenue_per_fte(facts: MetricFacts) -> pd.DataFrame:
    """Revenue over the full-time equivalents of the same days, both through yesterday.

    FTE are contracted seconds over those of full-time weeks, so these stand beside revenue.
    """
    asked = facts.asked
    first, last = pd.Timestamp(asked.first_day).as_unit("s"), pd.Timestamp(asked.last_day).as_unit("s")
    last = min(last, pd.Timestamp(yesterday(facts)))
    earned = revenue(facts)
    weekdays = int(np.busday_count(first.date(), (last + pd.Timedelta(days=1)).date())) if first <= last else 0
    full = earned["numerator"].astype("object") * (asked.full_time_week * weekdays)
    employed = contracted(facts, first, last) if first <= last else contracted(facts, first, first)[:0]
    return together([slices(earned, full), slices(employed, 0, employed["contracted"] * WORKING_DAYS_A_WEEK)])


OF_EVERYBODY = ("client", "account_manager", "project", "project_manager", "budget", "budget_type")
NOT_BY = "Revenue per FTE is over everybody's contracts and a whole period: ask for each period, or by client."
DEFINITIONS = (
    Metric(
        name="agi",
        title="Agency gross income",
        meaning="Recognized revenue less the billable expenses that are in it, through yesterday.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_REVENUE,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        compute=agi,
        also_called=ALSO_CALLED["agi"],
        none=NOT_BY_HOURS,
        through=Through.YESTERDAY,
        whole_item=True,
        follows="Parakeeto",
        needs=PRICED,
    ),
    Metric(
        name="average_billable_rate",
        title="Average billable rate",
        meaning=(
            "Agency gross income over the hours tracked on client projects, both through yesterday: what an "
            "hour brings."
        ),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_REVENUE,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        compute=average_billable_rate,
        also_called=ALSO_CALLED["average_billable_rate"],
        none=NOT_BY_HOURS,
        through=Through.YESTERDAY,
        scale_below=SECONDS_PER_HOUR,
        parts=("agency gross income", "tracked"),
        parts_units=(Unit.MONEY, Unit.HOURS),
        whole_item=True,
        needs=("time_entries", *PRICED),
    ),
    Metric(
        name="revenue_per_fte",
        title="Revenue per FTE",
        meaning=(
            "Recognized revenue over the full-time equivalents of the same days, both through yesterday; not "
            "annualised."
        ),
        kind=Kind.PER_PERIOD,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={**READS_REVENUE, **READS_CONTRACT},
        looks_at=LOOKS_AT_JOB_TITLE,
        by=OF_EVERYBODY,
        compute=revenue_per_fte,
        also_called=ALSO_CALLED["revenue_per_fte"],
        of_whole_period=True,
        through=Through.YESTERDAY,
        scale_below=1,
        over_all=OF_EVERYBODY,
        whole_item=True,
        not_by=NOT_BY,
        needs=(*PRICED, "people", "working_hours"),
    ),
)
