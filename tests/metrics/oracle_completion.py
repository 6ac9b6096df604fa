"""The third hand at the end of the work: what will be left by then, and what every project will have used."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.metrics.oracle import STEPS, Oracle, Sums, added, total
from tests.metrics.oracle_books import Books, Row, floored
from tests.metrics.oracle_budgets import in_currency, times_agreed, total_to_date, used_to_date
from tests.metrics.oracle_forecast import confirmed_to_date
from tests.metrics.oracle_margins import first_costs, in_slices, of_project, shared_cost, worth
from tests.metrics.oracle_work import Money, cost_of

# What will be left.


def left_to_date(oracle: Oracle, budget_id: str | None, day: date) -> Sums:
    """What is confirmed of a budget through a day, less what the work and the expenses of it cost."""
    spent = cost_to_date(oracle, budget_id, day)
    return added(confirmed_to_date(oracle, budget_id, day), {key: -amount for key, amount in spent.items()})


def cost_to_date(oracle: Oracle, budget_id: str | None, day: date) -> Sums:
    """The cost of the hours worked and of what was bought through yesterday, and of the hours booked from today."""
    ahead = [one for one in oracle.booked if one.budget_id == budget_id and one.day <= day]
    hours = [*oracle.worked_on(budget_id, day), *ahead]
    labor = [Money(one.hours * one.cost.amount, one.cost.currency) for one in hours if one.cost]
    last = min(day, oracle.books.yesterday)
    return total([*labor, *(one.cost for one in oracle.bought if one.budget_id == budget_id and one.day <= last)])


# Earned value.


@dataclass(frozen=True)
class Plan:
    """A project as of a day, in one currency: what is agreed, due, done, used and still to do."""

    currency: str
    agreed: Fraction
    planned: Fraction
    earned: Fraction
    used: Fraction
    left: Fraction

    def told(self) -> dict[str, Fraction | None]:
        """What each metric says of it; None where it says nothing."""
        to_do, as_dear = self.agreed - self.earned, None
        at_completion = None
        if self.earned:
            at_completion = floored(self.agreed * self.used / self.earned, STEPS)
            as_dear = floored(to_do * self.used / self.earned, STEPS)
        late = None if as_dear is None or not self.planned else floored(as_dear * self.planned / self.earned, STEPS)
        return {
            "planned_value": self.planned,
            "earned_value": self.earned,
            "actual_cost": self.used,
            "cost_variance": self.earned - self.used,
            "schedule_variance": self.earned - self.planned,
            "cpi": self.earned,
            "spi": self.earned,
            "estimate_at_completion": at_completion,
            "estimate_at_completion_as_planned": self.used + to_do,
            "estimate_at_completion_by_schedule": None if late is None else self.used + late,
            "estimate_at_completion_by_hours": self.used + self.left,
            "estimate_to_complete": None if at_completion is None else at_completion - self.used,
            "variance_at_completion": None if at_completion is None else self.agreed - at_completion,
        }

    @property
    def below(self) -> dict[str, Fraction]:
        """What the two indices divide by."""
        return {"cpi": self.used, "spi": self.planned}


def at_prices(oracle: Oracle, project_id: str, day: date) -> Plan | None:
    """A project whose budgets have a total in one currency, against what was used of them at prices."""
    books, budgets = oracle.books, of_project(oracle.books, project_id)
    agreed = [total_to_date(oracle, name, day) for name in budgets if has_begun(oracle, name, "amount", day)]
    currencies = {currency for sums in agreed for currency in sums}
    if len(currencies) != 1:
        return None
    (currency,) = currencies
    used = (
        in_currency(books, day, Money(amount, one), currency)
        for name in budgets
        for one, amount in used_to_date(oracle, name, day).items()
    )
    whole = sum((sums[currency] for sums in agreed if sums), Fraction(0))
    return planned(books, project_id, day, Money(whole, currency), floored(sum(used, Fraction(0)), STEPS))


def at_cost(oracle: Oracle, project_id: str, day: date) -> Plan | None:
    """A project of which the cost of the hours sold is known, against what it has cost, in base currency."""
    books = oracle.books
    sold = [found for name in of_project(books, project_id) if (found := cost_sold(oracle, name, day))]
    sold = [{key: amount for key, amount in sums.items() if worth(books, day, {key: Fraction(1)})} for sums in sold]
    if not any(sold):
        return None
    whole = Fraction(in_slices(worth(books, day, sums) for sums in sold), STEPS)
    spent = Fraction(in_slices(iter([spent_on(oracle, project_id, day)])), STEPS)
    return planned(books, project_id, day, Money(whole, books.base_currency), spent)


def cost_sold(oracle: Oracle, budget_id: str, day: date) -> Sums | None:
    """The hours sold by a day, changes included, each at what an hour of whoever works on them first cost."""
    budget, costs = oracle.books.budgets[budget_id], first_costs(oracle.books, budget_id, day)
    if budget["hours"] is None or not costs or not has_begun(oracle, budget_id, "hours", day):
        return None
    changed = sum((one.hours for one in oracle.changed(budget_id, day)), Fraction(0))
    return shared_cost(budget["hours"] * times_agreed(budget, day) + changed, list(costs.values()))


def has_begun(oracle: Oracle, budget_id: str, what: str, day: date) -> bool:
    """Whether anything is agreed with a budget by a day: it has started, or was changed ahead of its start."""
    changed = (getattr(one, what) for one in oracle.changed(budget_id, day))
    return bool(times_agreed(oracle.books.budgets[budget_id], day)) or any(changed)


def spent_on(oracle: Oracle, project_id: str, day: date) -> Fraction:
    """What the hours and the approved expenses of a project cost, through today, approved hours or not.

    Each is worth what it was on its own day; what has no rate then is unknown.
    """
    books, last = oracle.books, min(day, oracle.books.today)
    hours = [
        worth(books, row["date"], {cost.currency: row["hours"] * cost.amount})
        for row in books.rows("time_entries")
        if row["status"] != "rejected" and row["project_id"] == project_id and row["date"] <= last
        if (cost := cost_of(books, row, row["date"]))
    ]
    bought = [
        worth(books, one.day, {one.cost.currency: one.cost.amount})
        for one in oracle.bought
        if one.project_id == project_id and one.day <= last
    ]
    return sum([*hours, *bought], Fraction(0))


def planned(books: Books, project_id: str, day: date, agreed: Money, used: Fraction) -> Plan | None:
    """A plan by the tasks of a project: what is due and done of it by estimates; none without an estimate."""
    mine = [row for row in counted(books) if row["project_id"] == project_id]
    tasks = [row for row in mine if (row["estimate_hours"] or 0) > 0]
    if not tasks:
        return None
    estimate = sum(row["estimate_hours"] for row in tasks)
    due = sum(row["estimate_hours"] for row in tasks if row["due_date"] is not None and row["due_date"] <= day)
    done = sum(row["estimate_hours"] * part_done(row) for row in tasks)
    to_do = sum(
        hours for row in counted(books) if row["project_id"] == project_id and (hours := to_complete(books, row))
    )
    by_now, finished, left = (floored(agreed.amount * part / estimate, STEPS) for part in (due, done, to_do))
    return Plan(agreed.currency, agreed.amount, by_now, finished, used, left)


# Tasks.


def counted(books: Books) -> list[Row]:
    """The tasks that count: no milestone, and none that was cancelled."""
    return [row for row in books.rows("tasks") if row["kind"] == "task" and row["status"] != "cancelled"]


def part_done(task: Row) -> Fraction:
    """How far a task is; where it does not say, it is done or not begun."""
    if task["percent_complete"] is None:
        return Fraction(task["status"] == "done")
    return Fraction(task["percent_complete"]) / 100


def to_complete(books: Books, task: Row) -> Fraction | None:
    """The hours left of a task that is open: what it says, else its estimate less all that was tracked, at least 0."""
    if task["status"] == "done":
        return None
    if task["remaining_hours"] is not None:
        return Fraction(task["remaining_hours"])
    if task["estimate_hours"] is None:
        return None
    return max(Fraction(0), Fraction(task["estimate_hours"]) - tracked_on(books, task["task_id"]))


def tracked_on(books: Books, task_id: str) -> Fraction:
    """All hours on a task through today, rejected ones left out."""
    return sum(
        (
            row["hours"]
            for row in books.rows("time_entries")
            if row["task_id"] == task_id and row["status"] != "rejected" and row["date"] <= books.today
        ),
        Fraction(0),
    )


def hours_at_completion(books: Books, project_id: str) -> Fraction:
    """What is left of the open tasks of a project, and all that was tracked on it through today."""
    left = (to_complete(books, row) for row in counted(books) if row["project_id"] == project_id)
    worked = (
        row["hours"]
        for row in books.rows("time_entries")
        if row["project_id"] == project_id and row["status"] != "rejected" and row["date"] <= books.today
    )
    return sum((one for one in left if one), Fraction(0)) + sum(worked, Fraction(0))
