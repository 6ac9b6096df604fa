"""What was worked, spent and booked, each with its budget and its price on the day: the events of the oracle."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.metrics.oracle_books import Books, Row, days, half_up

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SECONDS = 3600
PRICE_STEPS = 10_000


@dataclass(frozen=True)
class Money:
    """An amount of one currency."""

    amount: Fraction
    currency: str


@dataclass(frozen=True)
class Work:
    """Hours of one person on one day, worked or booked, and the price and cost of one of them, if they are known."""

    day: date
    budget_id: str | None
    project_id: str | None
    hours: Fraction
    billable_hours: Fraction
    price: Money | None
    cost: Money | None
    name: str = ""
    """The id of its row, by which it has its place within a day."""


@dataclass(frozen=True)
class Spent:
    """A billable expense."""

    day: date
    budget_id: str | None
    billable: Money


@dataclass(frozen=True)
class Bought:
    """What an expense cost."""

    day: date
    budget_id: str | None
    project_id: str | None
    cost: Money


@dataclass(frozen=True)
class Change:
    """An approved change of scope, from the day it is in force."""

    day: date
    budget_id: str | None
    amount: Fraction
    hours: Fraction


def worked(books: Books) -> list[Work]:
    """The time that counts where prices do: not rejected, and approved where approval is required."""
    return [
        Work(
            row["date"],
            books.budget_of(row, row["date"]),
            row["project_id"],
            row["hours"],
            row["billable_hours"] or Fraction(0),
            price_of(books, row, row["date"]),
            cost_of(books, row, row["date"]),
            row["entry_id"],
        )
        for row in books.rows("time_entries")
        if row["status"] == "approved" or (row["status"] != "rejected" and not books.approval_required)
    ]


def spent(books: Books) -> list[Spent]:
    """The approved expenses that are charged on."""
    return [
        Spent(row["date"], books.budget_of(row, row["date"]), Money(row["billable_amount"], row["currency"]))
        for row in books.rows("expenses")
        if row["status"] == "approved" and row["billable_amount"] is not None
    ]


def bought(books: Books) -> list[Bought]:
    """The approved expenses whose amount is known."""
    return [
        Bought(
            row["date"],
            books.budget_of(row, row["date"]),
            row["project_id"],
            Money(row["amount"], row["currency"] or books.base_currency),
        )
        for row in books.rows("expenses")
        if row["status"] == "approved" and row["amount"] is not None
    ]


def changes(books: Books) -> list[Change]:
    """The approved changes; one approved without a day counts from the day it was requested."""
    found = []
    for row in books.rows("change_requests"):
        day = row["decided_on"] or row["requested_on"]
        if row["status"] == "approved":
            amount, hours = row["amount"] or Fraction(0), row["hours"] or Fraction(0)
            found.append(Change(day, books.budget_of(row, day), amount, hours))
    return found


def booked(books: Books) -> list[Work]:
    """Confirmed booked hours from today on, for each day of the range; none where its person is not available."""
    return [
        Work(
            day,
            books.budget_of(row, day),
            row["project_id"],
            hours,
            hours,
            price_of(books, row, day),
            cost_of(books, row, day),
            row["booking_id"],
        )
        for row in books.rows("bookings")
        if not row["tentative"] and row["person_id"] is not None
        for day in days(max(row["start_date"], books.today), row["end_date"])
        for hours in [row["hours_per_day"] if available_hours(books, row["person_id"], day) > 0 else Fraction(0)]
    ]


# The price and the cost of an hour.


def cost_of(books: Books, row: Row, day: date) -> Money | None:
    """The cost of an hour: the entry's own rate, else its person's latest on or before the day."""
    if row.get("cost_rate") is not None:
        return Money(row["cost_rate"], row["currency"] or books.base_currency)
    known = {
        one["valid_from"]: one
        for one in books.rows("cost_rates")
        if one["person_id"] == row["person_id"] and one["valid_from"] <= day
    }
    if not known or known[max(known)]["hourly_cost"] is None:
        return None
    latest = known[max(known)]
    return Money(latest["hourly_cost"], latest["currency"] or books.base_currency)


def price_of(books: Books, row: Row, day: date) -> Money | None:
    """The price of an hour: the entry's own, else its service's, else the most specific bill rate of the day."""
    if row.get("billable_rate") is not None:
        return Money(row["billable_rate"], row["currency"])
    service = books.services.get(row["service_id"])
    if service and service["billable"] is False:
        return Money(Fraction(0), books.budgets[service["budget_id"]]["currency"])
    if service and service["price"] is not None:
        discount = service["discount_percent"] or Fraction(0)
        price = half_up(service["price"] * (100 - discount) / 100, PRICE_STEPS)
        return Money(price, books.budgets[service["budget_id"]]["currency"])
    return bill_rate(books, row["person_id"], row["project_id"], day)


def bill_rate(books: Books, person: str, project: str | None, day: date) -> Money | None:
    """The standard price of an hour of someone on a project that day."""
    title = books.belonging(person, "job_title", day)
    levels: tuple[tuple[Any, Any, Any], ...] = (
        (person, None, project),
        (None, title, project),
        (None, None, project),
        (person, None, None),
        (None, title, None),
        (None, None, None),
    )
    for place, keys in enumerate(levels):
        asked_for = (place in (0, 3), place in (1, 4), place in (0, 1, 2))
        if any(key is None for key, needed in zip(keys, asked_for, strict=True) if needed):
            continue
        valid = {
            row["valid_from"]: Money(row["hourly_rate"], row["currency"])
            for row in books.rows("bill_rates")
            if (row["person_id"], row["job_title"], row["project_id"]) == keys and row["valid_from"] <= day
        }
        if valid:
            return valid[max(valid)]
    return None


# Who is there.


def available_hours(books: Books, person_id: str, day: date) -> Fraction:
    """Pattern hours less the holiday part less approved absence, never below 0; outside employment 0."""
    pattern = pattern_hours(books, person_id, day)
    free_of_holiday = half_up(pattern * (1 - holiday_part(books, person_id, day)), SECONDS)
    return max(Fraction(0), free_of_holiday - absent_hours(books, person_id, day, pattern))


def pattern_hours(books: Books, person_id: str, day: date) -> Fraction:
    """The hours of the pattern in force that day, inside employment; week A is the odd ISO week."""
    person = books.people.get(person_id)
    if person is None or person["start_date"] is None or day < person["start_date"]:
        return Fraction(0)
    if person["end_date"] is not None and day > person["end_date"]:
        return Fraction(0)
    letter = "A" if day.isocalendar().week % 2 else "B"
    patterns = {
        row["valid_from"]: row
        for row in books.rows("working_hours")
        if row["person_id"] == person_id and row["valid_from"] <= day and row["week"] in (None, letter)
    }
    return patterns[max(patterns)][WEEKDAYS[day.weekday()]] or Fraction(0) if patterns else Fraction(0)


def holiday_part(books: Books, person_id: str, day: date) -> Fraction:
    """How much of the day is free in the calendar the person keeps that day."""
    calendar = books.belonging(person_id, "calendar", day)
    for row in books.rows("holidays"):
        if calendar is not None and row["calendar"] == calendar and row["date"] == day:
            return Fraction(1) if row["fraction"] is None else row["fraction"]
    return Fraction(0)


def absent_hours(books: Books, person_id: str, day: date, pattern: Fraction) -> Fraction:
    """The approved absence of that day; a leave without hours is the whole working day."""
    return sum(
        (
            pattern if row["hours_per_day"] is None else row["hours_per_day"]
            for row in books.rows("absences")
            if row["person_id"] == person_id
            and row["start_date"] <= day <= row["end_date"]
            and row["status"] == "approved"
            and (row["category"] or "").lower() not in books.keeps_availability
        ),
        Fraction(0),
    )
