"""What we expect: revenue from confirmed work, and the pipeline by its probability."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.billing import A_PRICE, NOT_BY_HOURS
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.person_days import READS_CAPACITY, person_days, scheduled
from assistant.metrics.recognition import (
    A_DAY,
    READS_REVENUE,
    recognize,
    straight_on,
    straight_to,
    without_later_changes,
)
from assistant.metrics.slices import known_rows, slices, together
from assistant.metrics.terms import Budget, Days, budgets
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import budget_of, past_work, with_price

READS_CONFIRMED = {
    **READS_REVENUE,
    "bookings": (
        "booking_id", "person_id", "project_id", "start_date", "end_date", "hours_per_day", "tentative",
        "budget_id", "service_id",
    ),
}  # fmt: skip
LOOKS_AT_AVAILABILITY = {
    **READS_CAPACITY,
    "people": (*READS_CAPACITY["people"], "job_title"),
    "assignments": (*READS_CAPACITY["assignments"], "job_title"),
}
READS_DEALS = {
    "deals": (
        "deal_id", "client_id", "status", "value", "currency", "probability", "expected_close", "start_date",
        "end_date",
    ),
}  # fmt: skip
PIPELINE_DAYS = 90
WHOLE_PROBABILITY = 1_000_000
WEEKDAYS_ONLY = "1111100"


def planned_work(facts: MetricFacts) -> pd.DataFrame:
    """Confirmed bookings from today on days on which the person is available, priced, in counting order.

    A budget past its end earns nothing more, so days after it are left out; so is work on what was delivered.
    """
    first = pd.Timestamp(facts.asked.today).as_unit("s")
    last = _last_booked(facts, first)
    days = person_days(facts, first, last).days
    rows = scheduled(facts, days, first)
    rows = rows.assign(budget_id=budget_of(facts, rows)) if len(rows) else rows
    ends = {one.budget_id: one for one in budgets(facts)}
    keep = [
        _still_earns(ends.get(budget), day)
        for budget, day in zip(rows["budget_id"], rows["day"].to_numpy(), strict=True)
    ]
    rows = rows[np.array(keep, dtype=bool)].sort_values(["day", "booking_id"], kind="stable").reset_index(drop=True)
    return with_price(facts, rows.assign(tracked=rows["seconds"], billable=rows["seconds"]))


def booked_budgets(facts: MetricFacts) -> frozenset[str]:
    """The budgets with any confirmed booking of a person from today on, however far ahead."""
    first = pd.Timestamp(facts.asked.today).as_unit("s")
    rows = known_rows(facts, "bookings")
    rows = rows[rows["person_id"].notna() & ~rows["tentative"].fillna(value=False).astype(bool)]
    rows = rows[rows["end_date"] >= first]
    begins = rows["start_date"].where(rows["start_date"] > first, first)
    ranges = zip(begins, rows["end_date"], strict=True)
    days = pd.Series([list(pd.date_range(start, end)) for start, end in ranges], index=rows.index, dtype="object")
    every_day = rows.assign(day=days).explode("day").dropna(subset=["day"]).reset_index(drop=True)
    every_day["day"] = every_day["day"].astype("datetime64[s]")
    return frozenset(budget_of(facts, every_day).dropna())


def _last_booked(facts: MetricFacts, first: pd.Timestamp) -> pd.Timestamp:
    ends = facts.frame("bookings")["end_date"].dropna()
    return max(first, ends.max().as_unit("s")) if len(ends) else first


def _still_earns(budget: Budget | None, day: np.datetime64) -> bool:
    """Whether work on this day earns: nothing is forecast without a budget or past its end or delivery."""
    if budget is None:
        return False
    settled = budget.kind == "fixed" and budget.delivered is not None and day > budget.delivered
    return bool(budget.end is None or day <= budget.end) and not settled


def confirmed_revenue(facts: MetricFacts) -> pd.DataFrame:
    """Revenue of the past, and from today what bookings, fees and retainers will bring."""
    past = past_work(facts)
    planned = planned_work(facts)
    work = together_in_order(past, planned)
    last = max(facts.asked.last_day, facts.asked.today)
    booked = booked_budgets(facts)
    rows = recognize(facts, work, np.datetime64(last, "s"), booked)
    rest = [_rest_of_fee(budget, rows, facts) for budget in budgets(facts) if budget.budget_id not in booked]
    made = together([rows, *rest])
    return slices(made, made["numerator"])


def together_in_order(past: pd.DataFrame, planned: pd.DataFrame) -> pd.DataFrame:
    """Past work, then planned work, in the order it counts."""
    return pd.concat([past.astype({"price": "Int64"}), planned.astype({"price": "Int64"})], ignore_index=True)


def _rest_of_fee(budget: Budget, rows: pd.DataFrame, facts: MetricFacts) -> pd.DataFrame:
    """With nothing booked, what is left of a fee earned by hours, straight over the remaining Mon-Fri days."""
    nothing = pd.DataFrame({"day": np.array([], "datetime64[s]"), "numerator": np.array([], "int64")})
    if budget.kind != "fixed" or budget.recognition != "by_hours" or budget.hours is None:
        return nothing
    today = np.datetime64(facts.asked.today, "s")
    if budget.amount is None or budget.end is None or budget.end < today:
        return nothing
    budget = straight_on(without_later_changes(budget, budget.end, pd.Timestamp(facts.asked.today)))
    if budget.delivered is not None:
        return nothing
    earned = int(rows.loc[rows["budget_id"] == budget.budget_id, "numerator"].sum())
    days, to_date = _spread(budget, today, earned)
    return pd.DataFrame(
        {
            "day": days,
            "project_id": budget.project_id,
            "budget_id": budget.budget_id,
            "currency": budget.currency,
            "numerator": np.diff(np.array(to_date, "int64"), prepend=earned),
            "denominator": 0,
        }
    )


def _spread(budget: Budget, today: np.datetime64, earned: int) -> tuple[Days, list[int]]:
    """What is recognized to date on each day ahead: over the working days, or on the line where no hours are sold."""
    first = today if budget.start is None else max(today, budget.start)
    days = np.arange(min(first, today), budget.end + A_DAY, A_DAY)
    working = np.is_busday(days.astype("datetime64[D]"), weekmask=WEEKDAYS_ONLY) & (days >= first)
    gone, remaining = np.cumsum(working), int(working.sum())
    fees, sold = budget.amount_on(days), budget.hours_on(days)
    line = straight_to(budget, days, fees)
    to_date, before = [], earned
    for place in range(len(days)):
        if sold[place] > 0 and remaining:
            before = earned + (int(fees[place]) * SECONDS_PER_HOUR - earned) * int(gone[place]) // remaining
        elif sold[place] <= 0 and budget.start is not None and days[place] >= budget.start:
            before = int(line[place])
        to_date.append(before)
    return days, to_date


def weighted_pipeline(facts: MetricFacts) -> pd.DataFrame:
    """Open deals: value times probability, even over the calendar days of the work, the part in the period."""
    parts = list(_deal_days(facts))
    made = pd.DataFrame(parts, columns=["day", "deal_id", "client_id", "currency", "numerator"])
    made["day"] = pd.to_datetime(made["day"]).astype("datetime64[s]")
    return slices(made, made["numerator"].astype("int64"))


def _deal_days(facts: MetricFacts) -> Iterator[tuple[object, ...]]:
    asked = facts.asked
    for deal in known_rows(facts, "deals").to_dict("records"):
        start = deal["expected_close"] if pd.isna(deal["start_date"]) else deal["start_date"]
        if deal["status"] != "open" or any(pd.isna(one) for one in (start, deal["value"], deal["probability"])):
            continue
        begin = start.date()
        end = begin + timedelta(days=PIPELINE_DAYS - 1) if pd.isna(deal["end_date"]) else deal["end_date"].date()
        total = int(deal["value"]) * SECONDS_PER_HOUR * int(deal["probability"])
        whole_ = WHOLE_PROBABILITY * ((end - begin).days + 1)
        day = max(begin, asked.first_day)
        while day <= min(end, asked.last_day):
            elapsed = (day - begin).days + 1
            worth = total * elapsed // whole_ - total * (elapsed - 1) // whole_
            yield day, deal["deal_id"], deal["client_id"], deal["currency"], worth
            day += timedelta(days=1)


def projected_revenue(facts: MetricFacts) -> pd.DataFrame:
    """Confirmed and weighted under each other; a deal's tentative bookings are in neither."""
    confirmed = confirmed_revenue(facts).assign(component="confirmed_revenue")
    return together([confirmed, weighted_pipeline(facts).assign(component="weighted_pipeline")])


BY_FORECAST = (
    "client",
    "project",
    "project_manager",
    "account_manager",
    "budget",
    "budget_type",
    *OF_A_PROJECT,
    "day",
    "week",
    "month",
    "quarter",
    "year",
)
DEFINITIONS = (
    Metric(
        name="confirmed_revenue",
        title="Confirmed revenue",
        meaning=(
            "Revenue for the past days; from today T&M bookings at their price (held at the cap), fixed fees by booked "
            "hours or, with no bookings, the rest straight over the remaining working days, retainers as they fall due."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_CONFIRMED,
        looks_at=LOOKS_AT_AVAILABILITY,
        by=BY_WORK,
        none=NOT_BY_HOURS,
        compute=confirmed_revenue,
        also_called=ALSO_CALLED["confirmed_revenue"],
        outlook=Outlook.FORECAST,
        said="confirmed",
        whole_item=True,
        needs=(
            "projects or budgets",
            "time_entries or bookings or budgets.type=fixed or budgets.type=retainer",
            A_PRICE,
        ),
        looks_ahead_in=("bookings",),
    ),
    Metric(
        name="weighted_pipeline",
        title="Weighted pipeline",
        meaning="Open deals: value times probability, even over the calendar days of the work, the part in the period.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_DEALS,
        by=("client", "account_manager", "deal", "stage", "owner", "day", "week", "month", "quarter", "year"),
        compute=weighted_pipeline,
        also_called=ALSO_CALLED["weighted_pipeline"],
        outlook=Outlook.FORECAST,
        said="weighted pipeline",
        follows="Productive",
        needs=("deals",),
    ),
    Metric(
        name="projected_revenue",
        title="Projected revenue",
        meaning="Confirmed revenue and weighted pipeline, always shown as two numbers and their sum.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={**READS_CONFIRMED, **READS_DEALS},
        looks_at=LOOKS_AT_AVAILABILITY,
        by=("client", "account_manager", "day", "week", "month", "quarter", "year"),
        compute=projected_revenue,
        also_called=ALSO_CALLED["projected_revenue"],
        outlook=Outlook.FORECAST,
        shown_with=("confirmed_revenue", "weighted_pipeline"),
        whole_item=True,
        needs=(
            "projects or budgets or deals",
            "bookings or deals or time_entries or budgets.type=fixed or budgets.type=retainer",
            f"{A_PRICE} or deals",
        ),
        looks_ahead_in=("bookings", "deals"),
    ),
)
