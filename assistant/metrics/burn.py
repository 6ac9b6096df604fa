"""What we measure about how long a budget lasts: its burn a week, the day it runs out, what it will have used."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency.units import SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.agreements import agreed_for_the_term
from assistant.metrics.budgets import BY_BUDGET, READS_RATES, READS_USED, last_rates, used
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.forecast import LOOKS_AT_AVAILABILITY, READS_CONFIRMED
from assistant.metrics.own_currency import by_budget, in_own_currency
from assistant.metrics.person_days import person_days, scheduled
from assistant.metrics.slices import slices, together, whole
from assistant.metrics.terms import Budget, budgets
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, budget_of, with_price

WEEKS = 4
WEEKDAYS_OF_BURN = 5 * WEEKS
MOST_YEARS = 10
FOREVER = MOST_YEARS * 366
EPOCH = np.datetime64("1970-01-01", "D")
USES_MONEY = ("fixed", "time_and_materials", "retainer")


def past(facts: MetricFacts) -> date:
    """The last day whose work has happened, as of the date asked about."""
    return min(facts.asked.last_day, facts.asked.today - timedelta(days=1))


def recent(rows: pd.DataFrame, facts: MetricFacts) -> pd.DataFrame:
    """What was used in the last four complete ISO weeks."""
    last = past(facts)
    sunday = last - timedelta(days=last.isoweekday() % 7)
    since = pd.Timestamp(sunday - timedelta(weeks=WEEKS))
    return rows[(rows["day"] > since) & (rows["day"] <= pd.Timestamp(sunday))]


def burn_rate(facts: MetricFacts) -> pd.DataFrame:
    """The same as slices; the scale of the metric divides by the weeks."""
    rows = recent(used(facts), facts)
    return slices(rows, rows["numerator"])


def booked(facts: MetricFacts, first: date) -> pd.DataFrame:
    """Confirmed bookings from a day on, at their price, up to the end of each budget that uses money."""
    begins = pd.Timestamp(first).as_unit("s")
    ends = facts.frame("bookings")["end_date"].dropna()
    last = max(begins, ends.max().as_unit("s")) if len(ends) else begins
    rows = scheduled(facts, person_days(facts, begins, last).days, begins)
    rows = rows.assign(budget_id=budget_of(facts, rows))
    limits = {one.budget_id: one.end for one in budgets(facts) if one.kind in USES_MONEY}
    keep = [
        name in limits and (limits[name] is None or day <= limits[name])
        for name, day in zip(rows["budget_id"], rows["day"].to_numpy(), strict=True)
    ]
    rows = with_price(facts, rows[np.array(keep, dtype=bool)].reset_index(drop=True))
    unknown = rows["seconds"].where(rows["price"].isna(), 0)
    return rows.assign(numerator=rows["seconds"] * whole(rows["price"]), denominator=0, unknown=unknown)


def forecast_used(facts: MetricFacts) -> pd.DataFrame:
    """Used before today (or by the date asked about) and what is booked from then to the end of each budget."""
    rows = _forecast(facts)
    return slices(rows, rows["numerator"])


def _forecast(facts: MetricFacts) -> pd.DataFrame:
    first = min(facts.asked.last_day + timedelta(days=1), facts.asked.today)
    so_far = used(facts)
    so_far = so_far[so_far["day"] < pd.Timestamp(first)]
    to_come = booked(facts, first).assign(day=pd.Timestamp(facts.asked.last_day).as_unit("s"))
    return together([so_far, to_come])


def forecast_overrun(facts: MetricFacts) -> pd.DataFrame:
    """The same less the total, of the budgets whose total is known; below 0 where it will do."""
    totals = agreed_for_the_term(facts).assign(day=pd.Timestamp(facts.asked.last_day).as_unit("s"))
    rows = _forecast(facts)
    rows = rows[rows["budget_id"].isin(set(totals["budget_id"]))]
    return together([slices(rows, rows["numerator"]), slices(totals, -totals["value"])])


@dataclass(frozen=True)
class Course:
    """How much of one budget is used: day by day to date and as booked ahead, and what four weeks burn.

    All in one unit, of which `total` is agreed; `happened` is how many of the days are past, through `as_of`.
    """

    as_of: np.datetime64
    total: int
    days: "np.ndarray[tuple[int], np.dtype[np.datetime64]]"
    used: "np.ndarray[tuple[int], np.dtype[Any]]"
    happened: int
    known_until: np.datetime64
    """The last day that is past or booked."""
    burn: int

    def runs_out(self) -> np.datetime64 | None:
        """The first day on which as much is used as was agreed; None where that never comes."""
        to_date = np.cumsum(self.used)
        if not self.happened and self.total <= 0:
            # Nothing was agreed and nothing is used: it is used up from the first day on, whenever work is planned.
            return self.as_of + np.timedelta64(1, "D")
        so_far = int(to_date[self.happened - 1]) if self.happened else 0
        since = 0 if so_far >= self.total else self.happened
        reached = np.flatnonzero(to_date[since:] >= self.total)
        if len(reached):
            return np.datetime64(self.days[since + reached[0]], "D")
        left = self.total - (int(to_date[-1]) if len(to_date) else 0)
        if left <= 0:
            return self.as_of + np.timedelta64(1, "D")
        weekdays = -(-left * WEEKDAYS_OF_BURN // self.burn) if self.burn > 0 else FOREVER
        return None if weekdays >= FOREVER else np.busday_offset(self.known_until, weekdays, roll="backward")


def budget_runout_date(facts: MetricFacts) -> pd.DataFrame:
    """The day each budget runs out, in days since 1970; over nothing where that is not before its end."""
    as_of = past(facts)
    far = np.datetime64((pd.Timestamp(as_of) + pd.DateOffset(years=MOST_YEARS)).date(), "D")
    made = []
    for budget, course in _courses(facts, as_of):
        day = course.runs_out()
        end = far if budget.end is None else budget.end.astype("datetime64[D]")
        comes = day is not None and (day <= end or day <= np.datetime64(as_of, "D"))
        number = int((day - EPOCH).astype("int64")) if comes and day is not None else 0
        made.append((facts.asked.last_day, budget.project_id, budget.budget_id, number, int(comes)))
    rows = pd.DataFrame(made, columns=["day", "project_id", "budget_id", "numerator", "denominator"])
    rows["day"] = pd.to_datetime(rows["day"]).astype("datetime64[s]")
    return rows.astype({"numerator": "int64", "denominator": "int64"})


def _courses(facts: MetricFacts, as_of: date) -> Iterator[tuple[Budget, Course]]:
    """The course of every budget of which an amount is agreed."""
    asked = facts.asked
    everything = pd.Timestamp.max.as_unit("s")
    agreed = agreed_for_the_term(facts)
    totals = dict(zip(agreed["budget_id"], agreed["value"], strict=True))
    worked = used(facts)
    so_far = by_budget(worked, pd.Timestamp(as_of))
    ahead = by_budget(booked(facts, as_of + timedelta(days=1)), everything)
    lately = by_budget(recent(worked, facts), everything)
    rates = last_rates(facts, asked.last_day)
    for budget in budgets(facts):
        name = budget.budget_id
        if name not in totals:
            continue
        parts = [part.get(name) for part in (so_far, ahead, lately)]
        rows = pd.concat(
            [NO_ROWS, *(part.assign(part=place) for place, part in enumerate(parts) if part is not None)],
            ignore_index=True,
        )
        own = in_own_currency(rows, budget.currency, rates)
        yield budget, _course(rows.assign(value=own.amounts), int(totals[name]) * own.unit, as_of)


NO_ROWS = pd.DataFrame(
    {
        "day": np.array([], "datetime64[s]"),
        "currency": np.array([], "object"),
        "numerator": np.array([], "int64"),
        "part": np.array([], "int64"),
    }
)
BOOKED, RECENT = 1, 2


def _course(rows: pd.DataFrame, total: int, as_of: date) -> Course:
    counted = rows[rows["part"] != RECENT].groupby("day")["value"].sum().sort_index()
    booked_on = rows.loc[rows["part"] == BOOKED, "day"]
    last_past = np.datetime64(as_of, "D")
    last = booked_on.max().to_datetime64().astype("datetime64[D]") if len(booked_on) else last_past
    days = counted.index.to_numpy().astype("datetime64[D]")
    return Course(
        last_past,
        total,
        days,
        counted.to_numpy(),
        int((days <= last_past).sum()),
        last,
        int(rows.loc[rows["part"] == RECENT, "value"].sum()),
    )


DEFINITIONS = (
    Metric(
        name="burn_rate",
        title="Burn rate per week",
        meaning="What was used a week, over the last 4 complete weeks (Monday to Sunday): their sum over 4.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE * WEEKS,
        reads=READS_USED,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=burn_rate,
        also_called=ALSO_CALLED["burn_rate"],
        outlook=Outlook.STATE,
        said="a week",
        item="budget",
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="budget_runout_date",
        title="Budget run-out date",
        meaning=(
            "The first day on which what is used reaches the total: the past day on which it was passed, else by the "
            "bookings at their price through the last booked day, and from then on by a fifth of the burn rate each "
            "Monday to Friday. “Not before the end” where it does not come to that before the budget ends."
        ),
        kind=Kind.PER_ITEM,
        timing=Timing.STATE,
        unit=Unit.DATE,
        scale=1,
        reads={**READS_CONFIRMED, **READS_RATES},
        looks_at=LOOKS_AT_AVAILABILITY,
        by=BY_BUDGET,
        compute=budget_runout_date,
        also_called=ALSO_CALLED["budget_runout_date"],
        outlook=Outlook.STATE,
        over_nothing="not before the end",
        item="budget",
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="forecast_used",
        title="Forecast of budget used",
        meaning=(
            "What is used before today, and confirmed bookings from then to the end of each budget at their price; it "
            "is not held at the total."
        ),
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_CONFIRMED,
        looks_at=LOOKS_AT_AVAILABILITY,
        by=BY_BUDGET,
        compute=forecast_used,
        also_called=ALSO_CALLED["forecast_used"],
        outlook=Outlook.STATE,
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries or bookings"),
        looks_ahead_in=("bookings",),
    ),
    Metric(
        name="forecast_overrun",
        title="Forecast overrun",
        meaning="The forecast of what will be used less the total, of budgets with a total; below 0 where it will do.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_CONFIRMED,
        looks_at=LOOKS_AT_AVAILABILITY,
        by=BY_BUDGET,
        compute=forecast_overrun,
        also_called=ALSO_CALLED["forecast_overrun"],
        outlook=Outlook.STATE,
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries or bookings"),
        looks_ahead_in=("bookings",),
    ),
)
