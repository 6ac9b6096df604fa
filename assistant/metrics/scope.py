"""What we measure about scope: hours beyond what was sold, changes asked for, and what a retainer has left."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.budgets import BY_BUDGET, READS_HOURS, TIMES, budgets_in_hours
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Through, Timing
from assistant.metrics.lookup import mapped
from assistant.metrics.recognition import months_of
from assistant.metrics.slices import in_order_of_id, known, known_rows, slices, together, whole
from assistant.metrics.terms import Budget, Days, Ints
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import budget_of, entries


def overserviced_hours(facts: MetricFacts) -> pd.DataFrame:
    """Tracked beyond sold seconds: what each entry, change and monthly allowance added to it, through today."""
    work = in_order_of_id(entries(facts))
    mine = {str(name): places for name, places in work.groupby("budget_id").indices.items()}
    none = np.array([], "int64")
    parts = [
        part
        for budget in budgets_in_hours(facts)
        if budget.hours is not None and (budget.kind != "retainer" or budget.start is not None)
        for part in _beyond(budget, work.iloc[mine.get(budget.budget_id, none)], facts.asked.today)
    ]
    return together([slices(work[:0]), *parts])


def _beyond(budget: Budget, work: pd.DataFrame, today: date) -> Iterator[pd.DataFrame]:
    """The slices of one budget: those of work, then those of changes and allowances, which come first in a day."""
    days, sold = _sold(budget, np.datetime64(today, "s"))
    order = np.argsort(np.concatenate([days, work["day"].to_numpy()]), kind="stable")
    tracked = np.concatenate([np.zeros(len(days), "int64"), work["tracked"].to_numpy(dtype="int64")])
    agreed = np.concatenate([sold, np.zeros(len(work), "int64")])
    always = 0 if budget.kind == "retainer" else budget.hours or 0
    over = np.maximum(np.cumsum(tracked[order]) - always - np.cumsum(agreed[order]), 0)
    steps = np.empty(len(order), "int64")
    steps[order] = np.diff(over, prepend=0)
    by_work = steps[len(days) :]
    yield slices(work[by_work != 0], pd.Series(by_work, index=work.index)[by_work != 0])
    calendar = pd.DataFrame({"day": days, "project_id": budget.project_id, "budget_id": budget.budget_id})
    by_calendar = pd.Series(steps[: len(days)])
    yield slices(calendar[by_calendar != 0], by_calendar[by_calendar != 0])


def _sold(budget: Budget, until: np.datetime64) -> tuple[Days, Ints]:
    """On which days how many seconds are added to what is sold at first: changes, and a retainer's allowances."""
    counts = budget.changed_on <= until
    days, seconds = budget.changed_on[counts], budget.changed_hours[counts]
    if budget.kind != "retainer" or budget.start is None:
        return days, seconds
    months = [max(first, budget.start) for first, _ in months_of(budget, until)]
    months = [month for month in months if month <= until]
    allowances = np.full(len(months), budget.hours or 0)
    return np.concatenate([np.array(months, "datetime64[s]"), days]), np.concatenate([allowances, seconds])


def overservicing_rate(facts: MetricFacts) -> pd.DataFrame:
    """Overserviced over all tracked seconds."""
    over = overserviced_hours(facts)
    rows = entries(facts)
    return together([slices(over, over["numerator"]), slices(rows, 0, rows["tracked"])])


def _pending(facts: MetricFacts) -> pd.DataFrame:
    """Changes of scope that are pending, on the day they were asked for."""
    rows = known(facts.frame("change_requests"), requested_on="day")
    rows = rows[(rows["status"] == "pending") & rows["day"].notna()].reset_index(drop=True)
    return _of_their_projects(facts, rows)


def _of_their_projects(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Changes with the budget each is for, and the project of that budget."""
    rows = rows.assign(budget_id=budget_of(facts, rows))
    agreed = known_rows(facts, "budgets")
    owners = dict(zip(agreed["budget_id"], agreed["project_id"], strict=True))
    owner = pd.Series(mapped(rows["budget_id"], owners), index=rows.index, dtype="object")
    return rows.assign(project_id=owner.where(owner.notna(), rows["project_id"]))


def pending_change_hours(facts: MetricFacts) -> pd.DataFrame:
    """Their seconds."""
    rows = _pending(facts)
    rows = rows[rows["hours"].notna()]
    return slices(rows, whole(rows["hours"]))


def pending_change_count(facts: MetricFacts) -> pd.DataFrame:
    """One for each of them."""
    return slices(_pending(facts), 1)


def pending_change_amount(facts: MetricFacts) -> pd.DataFrame:
    """Their amounts, in the currency of the budget each is for."""
    return _in_their_currency(facts, _pending(facts))


def _in_their_currency(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """The amounts of changes that have one, each in the currency of its budget."""
    rows = rows[rows["amount"].notna()]
    agreed = known_rows(facts, "budgets")
    currencies = dict(zip(agreed["budget_id"], agreed["currency"], strict=True))
    base = facts.asked.base_currency
    spoken_in = [currencies.get(name) or base for name in rows["budget_id"]]
    return slices(rows.assign(currency=spoken_in), whole(rows["amount"]) * SECONDS_PER_HOUR)


def _approved(facts: MetricFacts) -> pd.DataFrame:
    """Changes of scope that were approved, on the day they were decided, else on the day they were asked for."""
    rows = known_rows(facts, "change_requests")
    rows = rows.assign(day=rows["decided_on"].where(rows["decided_on"].notna(), rows["requested_on"]))
    rows = rows[(rows["status"] == "approved") & rows["day"].notna()].reset_index(drop=True)
    return _of_their_projects(facts, rows.assign(day=rows["day"].astype("datetime64[s]")))


def approved_change_hours(facts: MetricFacts) -> pd.DataFrame:
    """Their seconds."""
    rows = _approved(facts)
    rows = rows[rows["hours"].notna()]
    return slices(rows, whole(rows["hours"]))


def approved_change_amount(facts: MetricFacts) -> pd.DataFrame:
    """Their amounts, in the currency of the budget each is for."""
    return _in_their_currency(facts, _approved(facts))


def retainer_balance_hours(facts: MetricFacts) -> pd.DataFrame:
    """What each retainer has left of its allowances, month by month, on the last day asked about."""
    until = np.datetime64(min(facts.asked.last_day, facts.asked.today), "s")
    rows = entries(facts)
    rows = rows[rows["day"].to_numpy() <= until]
    work = {str(name): mine for name, mine in rows.groupby("budget_id")}
    made = [
        (facts.asked.last_day, one.project_id, one.budget_id, _balance(one, work.get(one.budget_id, rows[:0]), until))
        for one in budgets_in_hours(facts)
        if one.kind == "retainer" and one.hours is not None and one.start is not None and one.start <= until
    ]
    found = pd.DataFrame(made, columns=["day", "project_id", "budget_id", "seconds"])
    found["day"] = pd.to_datetime(found["day"]).astype("datetime64[s]")
    return slices(found, found["seconds"].astype("int64"))


def _balance(budget: Budget, work: pd.DataFrame, until: np.datetime64) -> int:
    """The opening balance and the allowance of the month, less what was used: over all months to the day asked."""
    tracked = _by_month(work["day"].to_numpy(), work["tracked"].to_numpy())
    decided = budget.changed_on <= until
    changed = _by_month(budget.changed_on[decided], budget.changed_hours[decided])
    paid_for = {first.astype("datetime64[M]").astype("int64") for first, _ in months_of(budget, until)}
    last = int(until.astype("datetime64[M]").astype("int64"))
    balance = 0
    for month in range(min([*paid_for, *tracked, *changed], default=last), last + 1):
        if balance > 0 and budget.rollover_cap is not None:
            balance = min(balance, budget.rollover_cap)
        allowance = budget.hours or 0 if month in paid_for else 0
        balance += allowance + changed.get(month, 0) - tracked.get(month, 0)
        # What is beyond the allowance is billed where there is a rate for it, and not carried.
        balance = max(balance, 0) if budget.overage_rate is not None else balance
    return balance


def _by_month(days: Days, seconds: Ints) -> dict[int, int]:
    """Seconds of each month, counted from 1970."""
    months = days.astype("datetime64[M]").astype("int64")
    return {int(one): int(seconds[months == one].sum()) for one in np.unique(months)}


READS_CHANGES = {
    "change_requests": ("change_id", "project_id", "status", "budget_id", "requested_on"),
    "budgets": ("budget_id", "project_id", "start_date", "end_date"),
    "projects": ("project_id", "start_date"),
}
READS_AMOUNTS = {
    **READS_CHANGES,
    "change_requests": (*READS_CHANGES["change_requests"], "amount"),
    "budgets": (*READS_CHANGES["budgets"], "currency"),
}
READS_APPROVED = {
    **READS_CHANGES,
    "change_requests": (*READS_CHANGES["change_requests"], "decided_on", "hours"),
}
READS_APPROVED_AMOUNTS = {
    **READS_AMOUNTS,
    "change_requests": (*READS_AMOUNTS["change_requests"], "decided_on"),
}
READS_BALANCE = {
    **READS_HOURS,
    "budgets": (*READS_HOURS["budgets"], "overage_rate", "rollover_cap_hours"),
}
NOT_BY_PERSON = "Overserviced hours belong to budgets: ask by budget, project, client or month."
DEFINITIONS = (
    Metric(
        name="overserviced_hours",
        title="Overserviced hours",
        meaning=(
            "Hours tracked beyond those sold, approved changes included, per budget; retainers against all "
            "allowances to date. Internal: never in a client document."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_HOURS,
        by=(*BY_BUDGET, *TIMES),
        compute=overserviced_hours,
        also_called=ALSO_CALLED["overserviced_hours"],
        outlook=Outlook.STATE,
        through=Through.TODAY,
        whole_item=True,
        open_items=True,
        not_by=NOT_BY_PERSON,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="overservicing_rate",
        title="Overservicing rate",
        meaning="Overserviced hours over all tracked hours.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SECONDS_PER_HOUR,
        reads=READS_HOURS,
        by=(*BY_BUDGET, *TIMES),
        compute=overservicing_rate,
        also_called=ALSO_CALLED["overservicing_rate"],
        through=Through.TODAY,
        parts=("overserviced_hours", "tracked_hours"),
        whole_item=True,
        not_by=NOT_BY_PERSON,
        needs=("budgets", "time_entries"),
    ),
    Metric(
        name="pending_change_amount",
        title="Pending changes",
        meaning="The amounts of change requests that are pending, of those requested by the date.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_AMOUNTS,
        by=BY_BUDGET,
        compute=pending_change_amount,
        also_called=ALSO_CALLED["pending_change_amount"],
        outlook=Outlook.STATE,
        needs=("change_requests",),
    ),
    Metric(
        name="pending_change_hours",
        title="Pending change hours",
        meaning="The hours of change requests that are pending, of those requested by the date.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads={**READS_CHANGES, "change_requests": (*READS_CHANGES["change_requests"], "hours")},
        by=BY_BUDGET,
        compute=pending_change_hours,
        also_called=ALSO_CALLED["pending_change_hours"],
        outlook=Outlook.STATE,
        needs=("change_requests",),
    ),
    Metric(
        name="pending_change_count",
        title="Number of pending changes",
        meaning="Change requests that are pending, of those requested by the date.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.COUNT,
        scale=1,
        reads=READS_CHANGES,
        by=BY_BUDGET,
        compute=pending_change_count,
        also_called=ALSO_CALLED["pending_change_count"],
        outlook=Outlook.STATE,
        follows="reckon",
        needs=("change_requests",),
    ),
    Metric(
        name="approved_change_amount",
        title="Approved changes",
        meaning="The amounts of change requests that were approved, by the day they were decided.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_APPROVED_AMOUNTS,
        by=(*BY_BUDGET, *TIMES),
        compute=approved_change_amount,
        also_called=ALSO_CALLED["approved_change_amount"],
        outlook=Outlook.STATE,
        through=Through.TODAY,
        follows="reckon",
        needs=("change_requests",),
    ),
    Metric(
        name="approved_change_hours",
        title="Approved change hours",
        meaning="The hours of change requests that were approved, by the day they were decided.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_APPROVED,
        by=(*BY_BUDGET, *TIMES),
        compute=approved_change_hours,
        also_called=ALSO_CALLED["approved_change_hours"],
        outlook=Outlook.STATE,
        through=Through.TODAY,
        follows="reckon",
        needs=("change_requests",),
    ),
    Metric(
        name="retainer_balance_hours",
        title="Retainer balance",
        meaning=(
            "Hours a retainer has left: the opening balance, the monthly allowance and approved changes less "
            "tracked hours, month by month. A surplus is carried up to the cap; a deficit is carried, or billed"
            " where there is an overage rate."
        ),
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_BALANCE,
        by=BY_BUDGET,
        compute=retainer_balance_hours,
        also_called=ALSO_CALLED["retainer_balance_hours"],
        outlook=Outlook.STATE,
        whole_item=True,
        open_items=True,
        needs=("budgets", "time_entries"),
    ),
)
