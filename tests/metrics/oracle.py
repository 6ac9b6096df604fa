"""The third hand: what is recognized of each budget to date, from the glossary, one event at a time.

It shares nothing with the pandas functions and the reference SQL, and has neither windows nor slices: the
revenue of a period is `revenue_to_date(its end) - revenue_to_date(the day before its start)`. It is exact and
slow.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from tests.metrics.oracle_books import Books, Row, days, floored
from tests.metrics.oracle_work import Bought, Change, Money, Spent, Work, booked, bought, changes, spent, worked

STEPS = 36_000_000
"""What is recognized to date is cut down to this part of the currency, so that what follows adds up to it."""

Sums = dict[str, Fraction]
"""Amounts by currency."""


@dataclass(frozen=True)
class Oracle:
    """The books, with what happened in them; `None` for a budget means what belongs to none."""

    books: Books

    @cached_property
    def worked(self) -> list[Work]:
        """All time that counts, also what is dated ahead."""
        return worked(self.books)

    @cached_property
    def spent(self) -> list[Spent]:
        """All that is charged on."""
        return spent(self.books)

    @cached_property
    def bought(self) -> list[Bought]:
        """All expenses that count as cost."""
        return bought(self.books)

    @cached_property
    def changes(self) -> list[Change]:
        """All that was approved."""
        return changes(self.books)

    @cached_property
    def booked(self) -> list[Work]:
        """All that is planned from today."""
        return booked(self.books)

    def worked_on(self, budget_id: str | None, day: date) -> list[Work]:
        """The time on one budget through a day that is past: what is dated ahead is not yet worked."""
        last = min(day, self.books.yesterday)
        return [one for one in self.worked if one.budget_id == budget_id and one.day <= last]

    def changed(self, budget_id: str | None, day: date) -> list[Change]:
        """The changes of one budget in force on a day."""
        return [one for one in self.changes if one.budget_id == budget_id and one.day <= day]

    def amount(self, budget: Row, day: date) -> Fraction | None:
        """The amount with the approved changes in force on a day; None when there is none to add to."""
        agreed: Fraction | None = budget["amount"]
        if agreed is None:
            return None
        return agreed + sum(one.amount for one in self.changed(budget["budget_id"], day))

    def sold_hours(self, budget: Row, day: date) -> Fraction | None:
        """The hours sold with the approved changes in force on a day; unknown hours have nothing to add to."""
        agreed: Fraction | None = budget["hours"]
        if agreed is None:
            return None
        return agreed + sum(one.hours for one in self.changed(budget["budget_id"], day))


def revenue_to_date(oracle: Oracle, budget_id: str | None, day: date) -> Sums:
    """The revenue recognized of one budget, by currency: through yesterday, never ahead."""
    day = min(day, oracle.books.yesterday)
    if budget_id is None:
        return without_budget(oracle, day)
    budget = oracle.books.budgets[budget_id]
    if budget["type"] == "time_and_materials":
        return time_and_materials(oracle, budget, day, [])
    if budget["type"] == "fixed":
        return {budget["currency"]: floored(fixed_fee(oracle, budget, day), STEPS)}
    if budget["type"] == "retainer":
        return {budget["currency"]: retainer(budget, day, oracle.worked_on(budget_id, day))}
    return {}


def total(amounts: Iterable[Money]) -> Sums:
    """Amounts added up by currency."""
    sums: Sums = {}
    for one in amounts:
        sums[one.currency] = sums.get(one.currency, Fraction(0)) + one.amount
    return sums


def billed(work: Iterable[Work]) -> Sums:
    """Billable hours x price; hours without a price are unknown, and 0 in the sum."""
    return total(Money(one.billable_hours * one.price.amount, one.price.currency) for one in work if one.price)


def without_budget(oracle: Oracle, day: date) -> Sums:
    """Time without a budget on a client project: billable hours x price at date."""
    projects = oracle.books.projects
    return billed(
        one
        for one in oracle.worked_on(None, day)
        if one.project_id is not None and projects[one.project_id]["kind"] == "client"
    )


def time_and_materials(oracle: Oracle, budget: Row, day: date, booked_by_then: Iterable[Work]) -> Sums:
    """Billable hours x price, stopped at the cap, and the billable expenses, which do not use it up.

    Time priced in another currency takes of the cap what it is worth on its day.
    """
    work = [*oracle.worked_on(budget["budget_id"], day), *booked_by_then]
    capped = budget["capped"] and budget["amount"] is not None
    sums = within_the_cap(oracle, budget, day, work) if capped else billed(work)
    charged = [one for one in oracle.spent if one.budget_id == budget["budget_id"]]
    through = min(day, oracle.books.yesterday)
    return added(sums, total(one.billable for one in charged if one.day <= through))


def within_the_cap(oracle: Oracle, budget: Row, day: date, work: Iterable[Work]) -> Sums:
    """What each piece of work and each change of the cap adds, in their order."""
    sums, used, earned = Sums(), Fraction(0), Fraction(0)
    nothing = Money(Fraction(0), budget["currency"])
    changes = [(one.day, 0, "", nothing) for one in oracle.changed(budget["budget_id"], day)]
    pieces = [
        (one.day, 1, one.name, Money(one.billable_hours * one.price.amount, one.price.currency))
        for one in work
        if one.price
    ]
    for when, _, _, value in sorted([*changes, *pieces], key=lambda event: event[:3]):
        takes = taken_of_a_cap(oracle.books, when, value, budget["currency"])
        if takes is None:
            sums = added(sums, total([value]))
            continue
        used += takes
        granted = min(used, oracle.amount(budget, when) or Fraction(0)) - earned
        earned += granted
        sums = added(sums, {value.currency: part_of(value, granted, takes, is_own=value.currency == nothing.currency)})
    return sums


def part_of(value: Money, granted: Fraction, takes: Fraction, *, is_own: bool) -> Fraction:
    """How much of a value is earned in its own currency, where so much of what it takes is within the cap."""
    if is_own:
        return granted
    return value.amount if granted == takes else floored(value.amount * granted / takes, STEPS)


def taken_of_a_cap(books: Books, day: date, value: Money, own: str) -> Fraction | None:
    """What an amount is worth in the currency of the cap on its day; None where that is not known."""
    if value.currency == own:
        return value.amount
    theirs, ours = rate_on(books, value.currency, day), rate_on(books, own, day)
    return floored(value.amount * theirs / ours, STEPS) if theirs and ours else None


def rate_on(books: Books, currency: str, day: date) -> Fraction | None:
    """What one of a currency is worth in the base currency by the latest rate on or before a day."""
    if currency == books.base_currency:
        return Fraction(1)
    known = {
        row["date"]: row["rate"]
        for row in books.rows("exchange_rates")
        if row["currency"] == currency and row["date"] <= day
    }
    return known[max(known)] if known else None


def added(left: Sums, right: Sums) -> Sums:
    """Two sums by currency in one."""
    return {key: left.get(key, Fraction(0)) + right.get(key, Fraction(0)) for key in left | right}


# A fixed fee.


def fixed_fee(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """What is earned of a fee, in the way the budget or the setting says."""
    way = recognition(oracle, budget)
    if way == "on_delivery":
        return on_delivery(oracle, budget, day)
    if way == "by_hours" and goes_by_hours(oracle, budget, day):
        return by_hours(oracle, budget, day)
    return straight_line(oracle, budget, day)


def recognition(oracle: Oracle, budget: Row) -> str:
    """How this fee becomes revenue."""
    return str(budget["recognition"] or oracle.books.fixed_price_recognition)


def until_delivery(budget: Row, day: date) -> date:
    """The day, or that of delivery before it: after it neither hours nor changes add anything."""
    delivered: date | None = budget["delivered_on"]
    return day if delivered is None else min(day, delivered)


def is_delivered(budget: Row, day: date) -> bool:
    """Whether it was handed over by then."""
    return budget["delivered_on"] is not None and budget["delivered_on"] <= day


def goes_by_hours(oracle: Oracle, budget: Row, day: date) -> bool:
    """Whether there are hours to go by: sold hours of none or less mean a straight line."""
    sold = oracle.sold_hours(budget, until_delivery(budget, day))
    return sold is not None and sold > 0


def by_hours(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """Fee x min(1, hours tracked / hours sold), the rest on delivery."""
    day_in_force = until_delivery(budget, day)
    fee, sold = oracle.amount(budget, day_in_force), oracle.sold_hours(budget, day_in_force)
    if fee is None:
        return Fraction(0)
    if is_delivered(budget, day):
        return fee
    assert sold, "a fee goes by hours only when there are some"
    tracked = sum((one.hours for one in oracle.worked_on(budget["budget_id"], day)), Fraction(0))
    return fee * min(tracked, sold) / sold


def straight_line(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """Fee x calendar days gone / calendar days of start..end; it goes straight on when delivered early."""
    fee = oracle.amount(budget, until_delivery(budget, day))
    start, end = budget["start_date"], budget["end_date"]
    if fee is None or start is None or end is None or not start <= min(day, end):
        return Fraction(0)
    return fee * Fraction((min(day, end) - start).days + 1, (end - start).days + 1)


def on_delivery(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """Nothing, then all of the fee in force on the day of delivery."""
    fee = oracle.amount(budget, until_delivery(budget, day))
    return fee if fee is not None and is_delivered(budget, day) else Fraction(0)


# A retainer.


def retainer(budget: Row, day: date, work: list[Work]) -> Fraction:
    """The monthly amount over the calendar days of each month in force, and the hours beyond the allowance."""
    return monthly_amount(budget, day) + overage(budget, day, work)


def monthly_amount(budget: Row, day: date) -> Fraction:
    """A month's amount x its days in force / its calendar days; each month is cut down by itself."""
    if budget["amount"] is None or budget["start_date"] is None:
        return Fraction(0)
    in_force = Counter((one.year, one.month) for one in days(budget["start_date"], last_in_force(budget, day)))
    parts = (budget["amount"] * gone / monthrange(*month)[1] for month, gone in in_force.items())
    return sum((floored(part, STEPS) for part in parts), Fraction(0))


def overage(budget: Row, day: date, work: list[Work]) -> Fraction:
    """The hours by which each month passes its allowance and the surplus carried into it, at the overage rate.

    A month in force in part has its whole allowance and all its hours. What is billed is not carried on.
    """
    allowance: Fraction | None = budget["hours"]
    rate: Fraction | None = budget["overage_rate"]
    if allowance is None or rate is None or budget["start_date"] is None:
        return Fraction(0)
    carried, beyond = Fraction(0), Fraction(0)
    for month in months(budget["start_date"], last_in_force(budget, day)):
        tracked = sum((one.hours for one in work if (one.day.year, one.day.month) == month), Fraction(0))
        beyond += max(Fraction(0), tracked - allowance - carried)
        carried = max(Fraction(0), allowance + carried - tracked)
        if budget["rollover_cap_hours"] is not None:
            carried = min(carried, budget["rollover_cap_hours"])
    return beyond * rate


def last_in_force(budget: Row, day: date) -> date:
    """The day, or the last day of the budget before it."""
    end: date | None = budget["end_date"]
    return day if end is None else min(day, end)


def months(first: date, last: date) -> list[tuple[int, int]]:
    """Every month from that of one day to that of another, as year and month."""
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(number // 12, number % 12 + 1) for number in span]
