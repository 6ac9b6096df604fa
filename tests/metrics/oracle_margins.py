"""The third hand on margins: what was to be left of what was sold, what came of it, and how far that has drifted."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import floor

from tests.metrics.oracle import STEPS, Oracle, Sums, billed, rate_on, revenue_to_date, total
from tests.metrics.oracle_books import Books, days, floored
from tests.metrics.oracle_budgets import times_agreed
from tests.metrics.oracle_work import Money, bought, cost_of


def first_costs(books: Books, budget_id: str, day: date) -> dict[str, Money]:
    """Of everybody whose cost is known the cost of their first hour on a budget by a day."""
    found: dict[str, tuple[tuple[date, bytes], Money]] = {}
    for row in books.rows("time_entries"):
        cost = cost_of(books, row, row["date"])
        if row["status"] == "rejected" or cost is None or row["date"] > min(day, books.today):
            continue
        at = (row["date"], row["entry_id"].encode())
        mine = books.budget_of(row, row["date"]) == budget_id
        if mine and (row["person_id"] not in found or at < found[row["person_id"]][0]):
            found[row["person_id"]] = (at, cost)
    return {person: cost for person, (_, cost) in found.items()}


def sold(oracle: Oracle, budget_id: str, day: date) -> tuple[Sums, Sums] | None:
    """The amount and the cost that were sold with a budget, before any change; None where either is not known.

    The hours are shared evenly by everybody who has worked on it, each at the cost of their start.
    """
    budget, costs = oracle.books.budgets[budget_id], first_costs(oracle.books, budget_id, day)
    times = times_agreed(budget, day)
    if budget["amount"] is None or budget["hours"] is None or not costs or not times:
        return None
    to_cost = shared_cost(budget["hours"] * times, list(costs.values()))
    return {budget["currency"] or oracle.books.base_currency: budget["amount"] * times}, to_cost


def shared_cost(hours: Fraction, costs: list[Money]) -> Sums:
    """Hours shared evenly, each part at its own cost, cut down to whole slices."""
    return total(Money(floored(hours * one.amount / len(costs), STEPS), one.currency) for one in costs)


def drift(oracle: Oracle, project_id: str, day: date) -> Fraction | None:
    """The margin to date of a project less the margin sold, each of the four sums cut down to whole slices."""
    books = oracle.books
    agreed = [found for name in of_project(books, project_id) if (found := sold(oracle, name, day))]
    amount = in_slices(worth(books, day, amounts) for amounts, _ in agreed)
    to_cost = in_slices(worth(books, day, costs) for _, costs in agreed)
    earned = in_slices(worth(books, one, sums) for one, sums in earned_by_day(oracle, project_id, day))
    spent = in_slices(worth(books, one, sums) for one, sums in spent_by_day(books, project_id, day))
    if not amount or not earned:
        return None
    return Fraction(earned - spent, earned) - Fraction(amount - to_cost, amount)


def of_project(books: Books, project_id: str) -> list[str]:
    """The budgets of a project."""
    return [name for name, budget in books.budgets.items() if budget["project_id"] == project_id]


def in_slices(amounts: Iterator[Fraction]) -> int:
    """A sum in whole slices."""
    return floor(sum(amounts, Fraction(0)) * STEPS)


def worth(books: Books, day: date, sums: Sums) -> Fraction:
    """Amounts in base currency by the rates of a day; what has no rate is unknown."""
    return sum((amount * (rate_on(books, currency, day) or 0) for currency, amount in sums.items()), Fraction(0))


def earned_by_day(oracle: Oracle, project_id: str, until: date) -> Iterator[tuple[date, Sums]]:
    """What each day added to the revenue of a project: on its budgets, and without one."""
    books = oracle.books
    starts = [one["start_date"] or until for one in books.budgets.values()]
    begin = min([*starts, *(row["date"] for row in books.rows("time_entries"))])
    for name in of_project(books, project_id):
        before: Sums = {}
        for day in days(begin, min(until, books.yesterday)):
            now = revenue_to_date(oracle, name, day)
            yield day, {currency: amount - before.get(currency, Fraction(0)) for currency, amount in now.items()}
            before = now
    if books.projects[project_id]["kind"] == "client":
        for work in oracle.worked_on(None, until):
            if work.project_id == project_id:
                yield work.day, billed([work])


def spent_by_day(books: Books, project_id: str, until: date) -> Iterator[tuple[date, Sums]]:
    """What the time and the approved expenses of a project cost, through yesterday."""
    last = min(until, books.yesterday)
    for row in books.rows("time_entries"):
        counts = row["status"] == "approved" or (row["status"] != "rejected" and not books.approval_required)
        cost = cost_of(books, row, row["date"])
        if counts and cost and row["project_id"] == project_id and row["date"] <= last:
            yield row["date"], {cost.currency: row["hours"] * cost.amount}
    for one in bought(books):
        if one.project_id == project_id and one.day <= last:
            yield one.day, {one.cost.currency: one.cost.amount}
