"""Which of the billable hours are recognized: those under a cap, and those that were sold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Through, Timing
from assistant.metrics.lookup import Days, Ints, Objects, mapped
from assistant.metrics.recognition import READS_REVENUE, before, valued, without_later_changes, work_by_budget
from assistant.metrics.slices import known_rows, slices, together, whole
from assistant.metrics.terms import Budget, budgets
from assistant.metrics.time import BY_WORK
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, past_work

READS_RECOGNIZED = {
    **{table: columns for table, columns in READS_REVENUE.items() if table != "expenses"},
    "services": (*READS_REVENUE["services"], "quantity"),
}
AS_BILLABLE = ("time_and_materials", "retainer")
NO_LIMIT = 1 << 60
NOT_BY_ANYONE = dict.fromkeys(("person", "team", "job_title", "employment", "service"), "changes of scope")


def recognized_hours(facts: MetricFacts) -> pd.DataFrame:
    """Billable seconds through yesterday: held at a cap, at the quantity of a service, or at the hours sold."""
    work = valued(past_work(facts)).reset_index(drop=True)
    kind = _kinds(facts, work)
    seconds: Ints = np.where(np.isin(kind.astype(str), AS_BILLABLE), work["billable"].to_numpy(), 0)
    today = pd.Timestamp(facts.asked.today)
    agreed = [without_later_changes(one, before(today), today) for one in budgets(facts)]
    limit = _quantities(facts, work)
    of_service = (kind == "fixed") & (limit != NO_LIMIT)
    seconds[of_service] = _up_to_quantity(work[of_service], limit[of_service])
    jumps = [
        *_hold_at_caps(facts, seconds, work, agreed),
        *_hold_at_sold(seconds, work[(kind == "fixed") & ~of_service], agreed),
    ]
    made = together([slices(work, pd.Series(seconds, index=work.index)), *jumps])
    return made.drop(columns=["currency", "unknown"], errors="ignore")


def _kinds(facts: MetricFacts, work: pd.DataFrame) -> Objects:
    """The type of each entry's budget; a client's time without one counts as billable, internal time not at all."""
    types, projects = known_rows(facts, "budgets"), known_rows(facts, "projects")
    kind = mapped(work["budget_id"], dict(zip(types["budget_id"], types["type"], strict=True)))
    of_whom = mapped(work["project_id"], dict(zip(projects["project_id"], projects["kind"], strict=True)))
    alone = np.where(of_whom == "client", "time_and_materials", "non_billable")
    made: Objects = np.where(work["budget_id"].isna(), alone, kind)
    return made


def _hold_at_caps(
    facts: MetricFacts, seconds: Ints, work: pd.DataFrame, agreed: Sequence[Budget]
) -> Iterator[pd.DataFrame]:
    """Entries under a money cap count as far as their value is in it; a change recognizes more, or takes back."""
    billable: Ints = work["billable"].to_numpy(dtype="int64")
    mine = work_by_budget(facts, work, agreed)
    for budget in agreed:
        if budget.is_capped:
            capped = mine[budget.budget_id]
            # An hour at no price, or at an unknown one, uses up nothing.
            capped = capped.only(capped.known & (capped.uses > 0))
            steps = _steps(budget, capped.day, capped.uses)
            cap = np.maximum(budget.amount_on(steps.days), 0) * SECONDS_PER_HOUR
            to_date = _bought(np.minimum(np.cumsum(steps.added), cap), billable[capped.place], capped.uses)
            seconds[capped.place], changed = steps.apart(np.diff(to_date, prepend=0))
            yield _jumps(budget, changed)


def _bought(values: Ints, billable: Ints, uses: Ints) -> Ints:
    """For how long the entries, stacked in their order, are paid by each value: the last one half up to a second."""
    distinct, back = np.unique(values, return_inverse=True)
    paid = np.concatenate([[0], np.cumsum(uses)])
    worked = np.concatenate([[0], np.cumsum(billable)])
    place = np.searchsorted(paid, distinct, side="right") - 1
    rest, found = distinct - paid[place], worked[place]
    for cut in np.flatnonzero(rest):
        piece, price = int(billable[place[cut]]), int(uses[place[cut]])
        found[cut] += (2 * int(rest[cut]) * piece + price) // (2 * price)
    seconds: Ints = found[back]
    return seconds


def _quantities(facts: MetricFacts, work: pd.DataFrame) -> Ints:
    """How many seconds of each entry's service are sold; NO_LIMIT without a service, or where it does not say."""
    services = known_rows(facts, "services")
    sold = dict(zip(services["service_id"], whole(services["quantity"], NO_LIMIT), strict=True))
    found: Ints = pd.Series(mapped(work["service_id"], sold)).fillna(NO_LIMIT).to_numpy(dtype="int64")
    return found


def _up_to_quantity(work: pd.DataFrame, limit: Ints) -> Ints:
    """The billable seconds of each service, in the order they were worked, up to its quantity."""
    to_date = work.groupby("service_id", sort=False)["billable"].cumsum().to_numpy(dtype="int64")
    earlier = to_date - work["billable"].to_numpy()
    held: Ints = np.minimum(to_date, limit) - np.minimum(earlier, limit)
    return held


def _hold_at_sold(seconds: Ints, alone: pd.DataFrame, agreed: Sequence[Budget]) -> Iterator[pd.DataFrame]:
    """Time on no service that is sold by the hour, up to the hours of the budget; a change moves these."""
    by_budget = alone.groupby("budget_id", sort=False).indices
    for budget in agreed:
        if budget.kind != "fixed" or budget.budget_id not in by_budget:
            continue
        mine = alone.iloc[by_budget[budget.budget_id]]
        billable = mine["billable"].to_numpy(dtype="int64")
        seconds[mine.index] = billable
        if budget.hours is not None:
            steps = _steps(budget, mine["day"].to_numpy(), billable)
            to_date = np.minimum(np.cumsum(steps.added), np.maximum(budget.hours_on(steps.days), 0))
            seconds[mine.index], changed = steps.apart(np.diff(to_date, prepend=0))
            yield _jumps(budget, changed)


@dataclass(frozen=True)
class _Steps:
    """Changes of a budget and work on it, in the order they count: changes of a day before its work."""

    days: Days
    added: Ints
    order: Ints
    marks: int

    def apart(self, made: Ints) -> tuple[Ints, Ints]:
        """What each piece of work makes, and what each change."""
        back = np.empty(len(made), "int64")
        back[self.order] = made
        return back[self.marks :], back[: self.marks]


def _steps(budget: Budget, days: Days, added: Ints) -> _Steps:
    marks = len(budget.changed_on)
    all_days = np.concatenate([budget.changed_on, days])
    order: Ints = np.argsort(all_days, kind="stable").astype("int64")
    return _Steps(all_days[order], np.concatenate([np.zeros(marks, "int64"), added])[order], order, marks)


def _jumps(budget: Budget, changed: Ints) -> pd.DataFrame:
    """What nobody worked for, on the days of the changes."""
    rows = pd.DataFrame({"day": budget.changed_on, "numerator": changed, "denominator": 0})
    rows = rows.assign(project_id=budget.project_id, budget_id=budget.budget_id)
    return rows[rows["numerator"] != 0]


DEFINITIONS = (
    Metric(
        name="recognized_hours",
        title="Recognized hours",
        meaning=(
            "Billable hours that are recognized, through yesterday. T&M: billable hours, held at the cap; fixed: up to "
            "the quantity of the service, without one up to the hours sold; retainers and time without a budget on a "
            "client project: billable hours."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.HOURS,
        scale=SECONDS_PER_HOUR,
        reads=READS_RECOGNIZED,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_WORK,
        none=NOT_BY_ANYONE,
        compute=recognized_hours,
        also_called=ALSO_CALLED["recognized_hours"],
        through=Through.YESTERDAY,
        follows="Productive",
        whole_item=True,
        needs=("time_entries", "projects or budgets"),
    ),
)
