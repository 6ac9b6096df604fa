"""The third hand on budgets: what each is worth, what is used of it, and at what pace it burns."""

from datetime import date
from fractions import Fraction

from tests.metrics.oracle import Oracle, Sums, last_in_force, months, rate_on, total
from tests.metrics.oracle_books import Books, Row, working_days
from tests.metrics.oracle_work import Money


def total_to_date(oracle: Oracle, budget_id: str, day: date) -> Sums:
    """The amount and its approved changes in force on a day; of a retainer, of each month begun by then."""
    budget = oracle.books.budgets[budget_id]
    amount = oracle.amount(budget, day)
    if amount is None:
        return {}
    agreed = budget["amount"] * times_agreed(budget, day)
    return {budget["currency"]: amount - budget["amount"] + agreed}


def times_agreed(budget: Row, day: date) -> int:
    """How often the amount was agreed by then: once, or in every month of a retainer that has begun."""
    if budget["start_date"] is not None and day < budget["start_date"]:
        return 0
    if budget["type"] != "retainer":
        return 1
    if budget["start_date"] is None:
        return 0
    return len(months(budget["start_date"], last_in_force(budget, day)))


def used_to_date(oracle: Oracle, budget_id: str, day: date) -> Sums:
    """Hours x price at date and billable expenses: of a fixed fee all hours tracked, else the billable ones.

    Today's work counts, what is dated ahead does not; a non-billable budget has no money to use.
    """
    kind, last = oracle.books.budgets[budget_id]["type"], min(day, oracle.books.today)
    if kind == "non_billable":
        return {}
    worth = [
        Money((one.hours if kind == "fixed" else one.billable_hours) * one.price.amount, one.price.currency)
        for one in oracle.worked
        if one.budget_id == budget_id and one.day <= last and one.price
    ]
    charged = [one.billable for one in oracle.spent if one.budget_id == budget_id and one.day <= last]
    return total([*worth, *charged])


def burn_index(oracle: Oracle, budget_id: str, day: date) -> Fraction | None:
    """The part used of the total over the part gone of the working days, Mon-Fri, through yesterday.

    What was used in another currency is brought to the budget's as of the day. None without a total, without an end,
    or before the first working day has gone.
    """
    books, budget = oracle.books, oracle.books.budgets[budget_id]
    start, end = budget["start_date"], budget["end_date"]
    if start is None or end is None:
        return None
    agreed, gone = whole_total(oracle, budget, day), working_days(start, min(day, books.yesterday, end))
    if not agreed or not gone:
        return None
    used = sum(
        in_currency(books, day, Money(amount, currency), budget["currency"])
        for currency, amount in used_to_date(oracle, budget_id, day).items()
    )
    return (used / agreed) / Fraction(gone, working_days(start, end))


def whole_total(oracle: Oracle, budget: Row, day: date) -> Fraction | None:
    """The total over all of start..end, of a retainer all its months, with the changes in force on a day."""
    once = oracle.amount(budget, day)
    if once is None:
        return None
    return once + Fraction(budget["amount"]) * (times_agreed(budget, budget["end_date"]) - 1)


def in_currency(books: Books, day: date, money: Money, currency: str) -> Fraction:
    """An amount in another currency by the rates of a day; without a rate it is unknown, and left out."""
    if money.currency == currency:
        return money.amount
    of_money, of_currency = rate_on(books, money.currency, day), rate_on(books, currency, day)
    return money.amount * of_money / of_currency if of_money and of_currency else Fraction(0)
