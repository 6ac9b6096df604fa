"""What we measure about budgets: what was agreed, what is used of it, and how fast."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency.units import RATE_SCALE, SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing, once
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.recognition import FIRST_DAY, READS_REVENUE, months_of
from assistant.metrics.slices import known, known_rows, slices, together, whole
from assistant.metrics.terms import Budget, Ints, budgets
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, budget_of, entries, with_price

BY_BUDGET = ("budget", "project", "client", "budget_type", "project_manager", "account_manager", *OF_A_PROJECT)
TIMES = ("day", "week", "month", "quarter", "year")
READS_USED = READS_REVENUE
READS_HOURS = {
    "time_entries": (
        "entry_id", "person_id", "project_id", "date", "hours", "billable_hours", "status", "budget_id", "service_id",
        "task_id",
    ),
    "services": ("service_id", "budget_id"),
    "budgets": ("budget_id", "project_id", "type", "start_date", "end_date", "hours"),
    "projects": ("project_id", "start_date"),
    "change_requests": ("change_id", "project_id", "status", "hours", "budget_id", "requested_on", "decided_on"),
}  # fmt: skip
READS_RATES = {"exchange_rates": ("date", "currency", "rate")}


def used(facts: MetricFacts) -> pd.DataFrame:
    """The value of the work on each budget and its billable expenses, through today, as slices.

    T&M and retainer: billable hours at their price; fixed: tracked hours at their price.
    """
    kinds = known_rows(facts, "budgets")
    types = dict(zip(kinds["budget_id"], kinds["type"], strict=True))
    rows = entries(facts, approved_only=facts.asked.approval_required)
    rows = rows[rows["budget_id"].notna()].reset_index(drop=True)
    rows = with_price(facts, rows)
    kind = rows["budget_id"].map(types)
    seconds = rows["tracked"].where(kind == "fixed", rows["billable"])
    worth = rows.assign(
        numerator=seconds * whole(rows["price"]),
        denominator=0,
        unknown=seconds.where(rows["price"].isna(), 0),
    )[kind.isin(["fixed", "time_and_materials", "retainer"])]
    billed = known(facts.frame("expenses"), date="day")
    billed = billed[(billed["status"] == "approved") & (billed["day"] <= pd.Timestamp(facts.asked.today))]
    billed = billed[billed["billable_amount"].notna()].reset_index(drop=True)
    billed = billed.assign(budget_id=budget_of(facts, billed))
    billed = billed[billed["budget_id"].map(types).isin(["fixed", "time_and_materials", "retainer"])]
    amounts = whole(billed["billable_amount"]) * SECONDS_PER_HOUR
    return together([worth, billed.assign(numerator=amounts, denominator=0)])


def _agreed(
    budget: Budget, amount: int, changes: Ints, until: date, *, whole_term: bool
) -> Iterator[tuple[np.datetime64, int]]:
    """When how much of a total comes into force: at the start, on each change, and monthly for a retainer.

    For the pace of a retainer its whole term counts from the start, since its working days do so too.
    """
    start = FIRST_DAY if budget.start is None else budget.start
    if budget.kind == "retainer":
        last = budget.end if whole_term and budget.end is not None else np.datetime64(until, "s")
        for first, _ in months_of(budget, last):
            yield start if whole_term else max(first, start), amount
    else:
        yield start, amount
    # A change of hours alone adds nothing to the money, and makes no total where none is known.
    yield from ((day, int(value)) for day, value in zip(budget.changed_on, changes, strict=True) if value)


def totals_agreed(facts: MetricFacts, *, hours: bool, whole_term: bool = False, as_sold: bool = False) -> pd.DataFrame:
    """Agreed amounts (slice units) or sold seconds of every budget, by the day they came into force.

    As sold, without the changes that came later.
    """
    parts = []
    for budget in budgets(facts) if not hours else budgets_in_hours(facts):
        agreed = budget.hours if hours else budget.amount
        if agreed is None:
            continue
        changes = budget.changed_hours if hours else budget.changed_amount
        changes = changes * 0 if as_sold else changes
        for day, value in _agreed(budget, agreed, changes, facts.asked.last_day, whole_term=whole_term):
            parts.append((day, budget.project_id, budget.budget_id, budget.currency, int(value)))
    made = pd.DataFrame(parts, columns=["day", "project_id", "budget_id", "currency", "value"])
    made["day"] = made["day"].astype("datetime64[s]")
    made["value"] = made["value"].astype("int64") * (1 if hours else SECONDS_PER_HOUR)
    return made


def budgets_in_hours(facts: MetricFacts) -> Sequence[Budget]:
    """Budgets without anything in money, for those who may see hours only."""
    return budgets(_HoursOnly(facts))


class _HoursOnly:
    """Facts in which every money column of budgets and changes is blank: read for hours alone."""

    def __init__(self, facts: MetricFacts) -> None:
        self.asked = facts.asked
        self._facts = facts
        self.worked_out: dict[Hashable, Any] = once(facts, "in hours only", dict)

    def frame(self, table: str) -> pd.DataFrame:
        """The authorised rows, with the money columns that were not asked for blank."""
        rows = self._facts.frame(table)
        blank = {
            "budgets": (
                "currency",
                "amount",
                "capped",
                "overage_rate",
                "rollover_cap_hours",
                "recognition",
                "delivered_on",
            ),
            "change_requests": ("amount",),
        }.get(table, ())
        return rows.reindex(columns=[*rows.columns, *(name for name in blank if name not in rows.columns)])


def budget_total(facts: MetricFacts) -> pd.DataFrame:
    """What was agreed to date, approved changes included."""
    rows = totals_agreed(facts, hours=False)
    return slices(rows, rows["value"])


def budget_used(facts: MetricFacts) -> pd.DataFrame:
    """What was used of it, day by day."""
    rows = used(facts)
    return slices(rows, rows["numerator"])


def budget_used_percent(facts: MetricFacts) -> pd.DataFrame:
    """Used over total, of the budgets whose total is known."""
    totals = totals_agreed(facts, hours=False)
    rows = used(facts)
    rows = rows[rows["budget_id"].isin(set(totals["budget_id"]))]
    return together([slices(rows, rows["numerator"]), slices(totals, 0, totals["value"])])


def budget_hours_used_percent(facts: MetricFacts) -> pd.DataFrame:
    """Tracked over sold seconds, of the budgets with sold hours."""
    totals = totals_agreed(facts, hours=True).drop(columns="currency")
    rows = entries(facts)
    rows = rows[rows["budget_id"].isin(set(totals["budget_id"]))]
    return together([slices(rows, rows["tracked"]), slices(totals, 0, totals["value"])])


def _pace(facts: MetricFacts, rows: pd.DataFrame, totals: pd.DataFrame, *, hours: bool) -> pd.DataFrame:
    """(used / total) / (elapsed / planned working days), one slice a budget, as of the last day asked or today."""
    asked = facts.asked
    as_of = min(asked.last_day, asked.today)
    through = np.datetime64(as_of - timedelta(days=1) if as_of >= asked.today else as_of, "D")
    rates = last_rates(facts, asked.last_day) if not hours else {}
    made = []
    for budget in budgets(facts) if not hours else budgets_in_hours(facts):
        if budget.start is None or budget.end is None:
            continue
        planned = weekdays(budget.start, budget.end)
        elapsed = weekdays(budget.start, min(through.astype("datetime64[s]"), budget.end))
        used_by = _exact(rows, budget.budget_id, as_of)
        total = sum(_exact(totals, budget.budget_id, asked.last_day).values())
        top, bottom = (sum(used_by.values()), total) if hours else in_its_own(used_by, total, budget, rates)
        if planned and elapsed and bottom:
            made.append((asked.last_day, budget.project_id, budget.budget_id, top * planned, bottom * elapsed))
    result = pd.DataFrame(made, columns=["day", "project_id", "budget_id", "numerator", "denominator"], dtype="object")
    result["day"] = pd.to_datetime(result["day"]).astype("datetime64[s]")
    return result


def _exact(rows: pd.DataFrame, budget_id: str, as_of: date) -> dict[str | None, int]:
    """What a budget's slices come to by a date, by currency."""
    mine = rows[(rows["budget_id"] == budget_id) & (rows["day"] <= pd.Timestamp(as_of))]
    values = mine["numerator"] if "numerator" in mine.columns else mine["value"]
    if "currency" not in mine.columns:
        return {None: int(values.sum())}
    sums = values.groupby(mine["currency"], dropna=False).sum()
    return {_or_none(currency): int(value) for currency, value in sums.items() if value}


def _or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def in_its_own(used_by: dict[str | None, int], total: int, budget: Budget, rates: dict[str, int]) -> tuple[int, int]:
    """Used and total in one unit: the budget's currency, or, where prices are in several, all times exact rates.

    Money in a currency without a rate is unknown and left out.
    """
    own = rates.get(budget.currency)
    convertible = {name: value for name, value in used_by.items() if name == budget.currency or (own and name in rates)}
    if set(convertible) <= {budget.currency} or own is None:
        return convertible.get(budget.currency, 0), total
    return sum(value * (rates[name] if name else 0) for name, value in convertible.items()), total * own


def last_rates(facts: MetricFacts, as_of: date) -> dict[str, int]:
    """The exchange rate of every currency as of a date, the base currency at 1."""
    rows = known_rows(facts, "exchange_rates").sort_values("date", kind="stable")
    rows = rows[rows["date"] <= pd.Timestamp(as_of)]
    return {
        **dict(zip(rows["currency"], map(int, rows["rate"]), strict=True)),
        facts.asked.base_currency: RATE_SCALE,
    }


def weekdays(start: np.datetime64, end: np.datetime64) -> int:
    """Mondays to Fridays from start to end, both included."""
    if end < start:
        return 0
    return int(np.busday_count(start.astype("datetime64[D]"), end.astype("datetime64[D]") + 1))


def burn_index(facts: MetricFacts) -> pd.DataFrame:
    """The pace of every budget in money."""
    totals = totals_agreed(facts, hours=False, whole_term=True)
    return _pace(facts, used(facts), totals, hours=False)


def burn_index_hours(facts: MetricFacts) -> pd.DataFrame:
    """The pace of every budget in hours."""
    totals = totals_agreed(facts, hours=True, whole_term=True)
    rows = entries(facts).rename(columns={"tracked": "value"})
    return _pace(facts, rows, totals, hours=True)


_PACE = (
    "(used / total) / (elapsed / planned working days, Mon-Fri, through yesterday); above 1 burns ahead of time; "
    "n/a without an end date."
)
DEFINITIONS = (
    Metric(
        name="budget_total",
        title="Budget total",
        meaning="The agreed amount and approved change requests, net; a retainer's month by month.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={
            "budgets": READS_REVENUE["budgets"],
            "projects": ("project_id", "start_date"),
            "services": ("service_id", "budget_id"),
            "change_requests": READS_REVENUE["change_requests"],
        },
        by=BY_BUDGET,
        compute=budget_total,
        also_called=ALSO_CALLED["budget_total"],
        outlook=Outlook.STATE,
        open_items=True,
        needs=("budgets.amount",),
    ),
    Metric(
        name="budget_used",
        title="Budget used",
        meaning=(
            "The value of the work done and billable expenses, through today: to date, or what was added in the "
            "period asked about. T&M and retainer: billable hours at their price; fixed: tracked hours at their price."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_USED,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=(*BY_BUDGET, *TIMES),
        compute=budget_used,
        also_called=ALSO_CALLED["budget_used"],
        outlook=Outlook.STATE,
        through=Through.TODAY,
        adds_up_to_a_state=True,
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="budget_used_percent",
        title="Share of budget used",
        meaning="Budget used over budget total, of the budgets whose total is known.",
        kind=Kind.RATIO,
        timing=Timing.STATE,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_USED,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=budget_used_percent,
        also_called=ALSO_CALLED["budget_used_percent"],
        outlook=Outlook.STATE,
        parts=("budget_used", "budget_total"),
        converts=True,
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="budget_hours_used_percent",
        title="Share of budget hours used",
        meaning="Tracked hours over sold hours and approved changes, of the budgets with sold hours.",
        kind=Kind.RATIO,
        timing=Timing.STATE,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_HOURS,
        by=BY_BUDGET,
        compute=budget_hours_used_percent,
        also_called=ALSO_CALLED["budget_hours_used_percent"],
        outlook=Outlook.STATE,
        parts=("budget_hours_used", "budget_hours"),
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="burn_index",
        title="Burn index",
        meaning=_PACE,
        kind=Kind.PER_ITEM,
        timing=Timing.STATE,
        unit=Unit.INDEX,
        scale=1,
        reads={**READS_USED, **READS_RATES},
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=burn_index,
        also_called=ALSO_CALLED["burn_index"],
        outlook=Outlook.STATE,
        item="budget",
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="burn_index_hours",
        title="Burn index in hours",
        meaning=f"The same in hours: {_PACE}",
        kind=Kind.PER_ITEM,
        timing=Timing.STATE,
        unit=Unit.INDEX,
        scale=1,
        reads=READS_HOURS,
        by=BY_BUDGET,
        compute=burn_index_hours,
        also_called=ALSO_CALLED["burn_index_hours"],
        outlook=Outlook.STATE,
        item="budget",
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
)
