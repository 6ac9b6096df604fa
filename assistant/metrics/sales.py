"""What we measure about deals: what is in the pipeline, how many are won, how large, and how soon."""

from typing import Any

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.budgets import TIMES
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.slices import known, slices, together, whole
from assistant.metrics.words import ALSO_CALLED

BY_DEAL = ("client", "account_manager", "deal", "stage", "owner", *TIMES)
DEAL = ("deal_id", "client_id", "status")


def pipeline_value(facts: MetricFacts) -> pd.DataFrame:
    """What open deals are worth: all of them to date, else on the day each is expected to close."""
    rows = known(facts.frame("deals"), expected_close="day")
    rows = rows[(rows["status"] == "open") & rows["value"].notna()]
    if facts.asked.to_date:
        rows = rows.assign(day=pd.Timestamp(facts.asked.last_day).as_unit("s"))
    rows = rows[rows["day"].notna()]
    return slices(rows, worth(rows))


def worth(rows: pd.DataFrame) -> "pd.Series[Any]":
    """The values of deals, in the integers of a slice."""
    return whole(rows["value"]) * SECONDS_PER_HOUR


def _closed(facts: MetricFacts, *statuses: str) -> pd.DataFrame:
    """Deals of these statuses on the day they were closed."""
    rows = known(facts.frame("deals"), closed_on="day")
    return rows[rows["status"].isin(statuses) & rows["day"].notna()].reset_index(drop=True)


def won_value(facts: MetricFacts) -> pd.DataFrame:
    """What deals that were won are worth, on the day they were."""
    return _value_of(_closed(facts, "won"))


def lost_value(facts: MetricFacts) -> pd.DataFrame:
    """What deals that were lost would have been worth, on the day they were."""
    return _value_of(_closed(facts, "lost"))


def _value_of(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows[rows["value"].notna()]
    return slices(rows, worth(rows))


def win_rate(facts: MetricFacts) -> pd.DataFrame:
    """Won deals over won and lost ones."""
    rows = _closed(facts, "won", "lost")
    return slices(rows, (rows["status"] == "won").astype("int64"), 1)


def average_deal_size(facts: MetricFacts) -> pd.DataFrame:
    """The value of won deals over how many there are, those without a value left out."""
    rows = _closed(facts, "won")
    rows = rows[rows["value"].notna()]
    return together([slices(rows, worth(rows)), slices(rows.drop(columns="currency"), 0, 1)])


def sales_cycle_days(facts: MetricFacts) -> pd.DataFrame:
    """Days from the day a won deal came up to the day it was won, over how many there are."""
    rows = _closed(facts, "won")
    rows = rows[rows["created_on"].notna()]
    return slices(rows, (rows["day"] - rows["created_on"]).dt.days.astype("int64"), 1)


DEFINITIONS = (
    Metric(
        name="pipeline_value",
        title="Pipeline value",
        meaning="The value of open deals, unweighted; with a period, of those expected to close in it.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={"deals": (*DEAL, "value", "currency", "expected_close")},
        by=BY_DEAL,
        compute=pipeline_value,
        also_called=ALSO_CALLED["pipeline_value"],
        outlook=Outlook.STATE,
        needs=("deals",),
    ),
    Metric(
        name="win_rate",
        title="Win rate",
        meaning="Won deals over won and lost ones, by the day they were closed.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=1,
        reads={"deals": (*DEAL, "closed_on")},
        by=BY_DEAL,
        compute=win_rate,
        also_called=ALSO_CALLED["win_rate"],
        parts=("won", "closed"),
        parts_units=(Unit.COUNT, Unit.COUNT),
        needs=("deals",),
    ),
    *(
        Metric(
            name=name,
            title=title,
            meaning=meaning,
            kind=Kind.SUM,
            timing=Timing.FLOW,
            unit=Unit.MONEY,
            scale=SLICE_SCALE,
            reads={"deals": (*DEAL, "value", "currency", "closed_on")},
            by=BY_DEAL,
            compute=compute,
            also_called=ALSO_CALLED[name],
            follows="reckon",
            needs=("deals",),
        )
        for name, title, meaning, compute in (
            ("won_value", "Value won", "The value of the deals won, by the day they were closed.", won_value),
            ("lost_value", "Value lost", "The value of the deals lost, by the day they were closed.", lost_value),
        )
    ),
    Metric(
        name="average_deal_size",
        title="Average deal size",
        meaning="The mean value of the deals won, by the day they were closed.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={"deals": (*DEAL, "value", "currency", "closed_on")},
        by=BY_DEAL,
        compute=average_deal_size,
        also_called=ALSO_CALLED["average_deal_size"],
        scale_below=1,
        parts=("value won", "deals"),
        parts_units=(Unit.MONEY, Unit.COUNT),
        needs=("deals",),
    ),
    Metric(
        name="sales_cycle_days",
        title="Sales cycle",
        meaning="The mean number of days from the day a won deal came up to the day it was won.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.LAG_DAYS,
        scale=1,
        reads={"deals": (*DEAL, "closed_on", "created_on")},
        by=BY_DEAL,
        compute=sales_cycle_days,
        also_called=ALSO_CALLED["sales_cycle_days"],
        parts=("in all", "deals won"),
        parts_units=(Unit.LAG_DAYS, Unit.COUNT),
        needs=("deals",),
    ),
)
