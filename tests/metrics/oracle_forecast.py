"""The third hand looking ahead: what is confirmed of each budget through a day that is still to come."""

from datetime import date
from fractions import Fraction

from tests.metrics.oracle import (
    STEPS,
    Oracle,
    Sums,
    fixed_fee,
    goes_by_hours,
    is_delivered,
    last_in_force,
    recognition,
    retainer,
    revenue_to_date,
    straight_line,
    time_and_materials,
)
from tests.metrics.oracle_books import Row, floored, working_days
from tests.metrics.oracle_work import Work


def confirmed_to_date(oracle: Oracle, budget_id: str | None, day: date) -> Sums:
    """Revenue through yesterday, and from today what is booked and agreed; past its end nothing is forecast."""
    if budget_id is None or day < oracle.books.today:
        return revenue_to_date(oracle, budget_id, day)
    budget = as_of_yesterday(oracle, oracle.books.budgets[budget_id])
    day = max(oracle.books.yesterday, last_in_force(budget, day))
    if budget["type"] == "time_and_materials":
        return time_and_materials(oracle, budget, day, booked_on(oracle, budget, day))
    if budget["type"] == "fixed":
        return {budget["currency"]: floored(fee_ahead(oracle, budget, day), STEPS)}
    if budget["type"] == "retainer":
        work = [*oracle.worked_on(budget_id, day), *booked_on(oracle, budget, day)]
        return {budget["currency"]: retainer(budget, day, work)}
    return {}


def as_of_yesterday(oracle: Oracle, budget: Row) -> Row:
    """The budget as it stands: a delivery that is still ahead has not happened."""
    return budget if is_delivered(budget, oracle.books.yesterday) else budget | {"delivered_on": None}


def booked_on(oracle: Oracle, budget: Row, day: date) -> list[Work]:
    """The bookings of a budget from today through a day."""
    return [one for one in oracle.booked if one.budget_id == budget["budget_id"] and one.day <= day]


def fee_ahead(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """What will be earned of a fee: by its bookings where there are any, else the rest of it straight to its end."""
    yesterday = oracle.books.yesterday
    if recognition(oracle, budget) == "straight_line":
        return fixed_fee(oracle, budget, day)
    if recognition(oracle, budget) == "on_delivery":
        return fixed_fee(oracle, budget, yesterday)
    if is_delivered(budget, yesterday):
        return fixed_fee(oracle, budget, day)
    if not goes_by_hours(oracle, budget, day):
        has_line = budget["start_date"] is not None and budget["end_date"] is not None
        return straight_line(oracle, budget, day) if has_line else fixed_fee(oracle, budget, yesterday)
    if booked_on(oracle, budget, date.max):
        return by_bookings(oracle, budget, day)
    return the_rest_straight(oracle, budget, day)


def by_bookings(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """Fee x (hours worked + hours booked) / hours sold, until the fee is reached."""
    fee, sold = oracle.amount(budget, day), oracle.sold_hours(budget, day)
    if fee is None or sold is None:
        return Fraction(0)
    work = [*oracle.worked_on(budget["budget_id"], day), *booked_on(oracle, budget, day)]
    hours = sum((one.hours for one in work), Fraction(0))
    return fee * min(hours, sold) / sold


def the_rest_straight(oracle: Oracle, budget: Row, day: date) -> Fraction:
    """What was earned through yesterday, and the rest evenly over the working days to the end."""
    fee, end = oracle.amount(budget, day), budget["end_date"]
    earned = floored(fixed_fee(oracle, budget, oracle.books.yesterday), STEPS)
    first = max(oracle.books.today, budget["start_date"] or oracle.books.today)
    if fee is None or end is None or not working_days(first, end):
        return earned
    return earned + (fee - earned) * working_days(first, min(day, end)) / working_days(first, end)
