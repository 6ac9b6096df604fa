"""What open deals would need of people against who has room: the gap by job title and week, in three states."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.bookings import free_days
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.forecast import PIPELINE_DAYS, WHOLE_PROBABILITY
from assistant.metrics.lookup import Days
from assistant.metrics.slices import known_rows, slices, together
from assistant.metrics.staffed_days import READS_PLANNED_DAYS
from assistant.metrics.words import ALSO_CALLED

READS_DEMAND = {
    **READS_PLANNED_DAYS,
    "deals": ("deal_id", "status", "probability", "expected_close", "start_date", "end_date"),
    "deal_roles": ("deal_id", "job_title", "hours"),
}
BY_DEMAND = ("job_title", "team", "deal", "day", "week", "month", "quarter", "year")


def deal_hours(facts: MetricFacts, *, weighted: bool) -> pd.DataFrame:
    """Seconds each open deal needs of each job title, even over the Mondays to Fridays of its work, from today on."""
    roles = known_rows(facts, "deal_roles")
    roles = roles[roles["hours"].notna()]
    ahead = np.datetime64(facts.asked.today, "s")
    parts = [pd.DataFrame({"day": np.array([], "datetime64[s]"), "numerator": np.array([], "int64"), "denominator": 0})]
    for deal, probability, days in working_days(facts):
        share = int(0 if pd.isna(probability) else probability) if weighted else WHOLE_PROBABILITY
        gone = np.arange(len(days) + 1, dtype="int64")
        for role in roles[roles["deal_id"] == deal].to_dict("records"):
            to_date = int(role["hours"]) * share * gone // (WHOLE_PROBABILITY * max(len(days), 1))
            made = pd.DataFrame({"day": days, "numerator": np.diff(to_date), "denominator": 0})
            parts.append(made[days >= ahead].assign(deal_id=deal, job_title=role["job_title"]))
    return together(parts)


def working_days(facts: MetricFacts) -> Iterator[tuple[str, Any, Days]]:
    """Every open deal with its probability and the Mondays to Fridays its work would take."""
    for deal in known_rows(facts, "deals").to_dict("records"):
        begin = deal["expected_close"] if pd.isna(deal["start_date"]) else deal["start_date"]
        if deal["status"] != "open" or pd.isna(begin):
            continue
        end = begin + timedelta(days=PIPELINE_DAYS - 1) if pd.isna(deal["end_date"]) else deal["end_date"]
        days = np.arange(begin.to_numpy().astype("datetime64[D]"), end.to_numpy().astype("datetime64[D]") + 1)
        yield deal["deal_id"], deal["probability"], days[np.is_busday(days)].astype("datetime64[s]")


def _less_free(facts: MetricFacts, wanted: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """What is wanted less the seconds people have left."""
    room = free_days(facts)
    return together([slices(room, -room["free"]), *wanted])


def capacity_gap_confirmed(facts: MetricFacts) -> pd.DataFrame:
    """With confirmed work only: below 0 by what people have left."""
    return _less_free(facts, ())


def capacity_gap_weighted(facts: MetricFacts) -> pd.DataFrame:
    """With every open deal by its probability."""
    return _less_free(facts, (deal_hours(facts, weighted=True),))


def capacity_gap(facts: MetricFacts) -> pd.DataFrame:
    """With every open deal won."""
    return _less_free(facts, (deal_hours(facts, weighted=False),))


def _gap(
    name: str, title: str, meaning: str, compute: Callable[[MetricFacts], pd.DataFrame], said: tuple[str, str]
) -> Metric:
    """Hours wanted less hours free, from today on."""
    return Metric(
        name=name,
        title=title,
        meaning=f"{meaning} less the free hours of people, from today on; below 0 there is room.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_DEMAND,
        by=BY_DEMAND,
        none={"deal": "free hours", "team": "deals"},
        compute=compute,
        also_called=ALSO_CALLED[name],
        outlook=Outlook.FORECAST,
        said=said[0],
        said_of={"deal": said[1]},
        above_nothing="short of time",
        always_counts=("deal",),
        shown_with=("capacity_gap_confirmed", "capacity_gap_weighted") if name == "capacity_gap" else (),
        is_sum_of_shown=False,
        not_by="A capacity gap is of people's time: ask by job title, week or month.",
        needs=("people", "working_hours"),
        looks_ahead_in=("bookings",) if name == "capacity_gap_confirmed" else ("bookings", "deals"),
    )


DEFINITIONS = (
    _gap(
        "capacity_gap_confirmed",
        "Confirmed capacity gap",
        "Nothing, as no deal is counted,",
        capacity_gap_confirmed,
        ("with confirmed work only", "with confirmed work only"),
    ),
    _gap(
        "capacity_gap_weighted",
        "Weighted capacity gap",
        "Hours open deals would need times their probability",
        capacity_gap_weighted,
        ("with deals by their probability", "with it by its probability"),
    ),
    _gap(
        "capacity_gap",
        "Capacity gap",
        "Hours all open deals would need if they closed, even over the Mondays to Fridays of their work,",
        capacity_gap,
        ("if all deals close", "if it closes"),
    ),
)
