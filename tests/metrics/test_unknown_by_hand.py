"""How many hours are left out because nobody knows their price, cost or target: worked by hand, for they are told."""

from datetime import date
from fractions import Fraction

import pytest

from assistant.agency.periods import Period
from assistant.calculation import calculate
from assistant.query import Query
from assistant.result import Left
from tests.agency_notation import HOUR, Tables, agency
from tests.fakes import facts

MARCH = Period(date(2025, 3, 1), date(2025, 3, 31), "March")
TODAY = date(2025, 3, 12)

TWO_PEOPLE = """
    people         person  start       job_title  utilization_target
                   Ana     2025-01-01  Designer   80
                   Ben     2025-01-01  Developer  -
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
                   Ben     2025-03-10  8   8   8   8   8
    clients        client
                   acme
    projects       project  client
                   Site     acme
    budgets        budget  project  type                start       end         amount
                   one     Site     time_and_materials  2025-03-01  2025-03-31  10000
    bill_rates     person  valid_from  hourly_rate
                   Ana     2025-01-01  100
    cost_rates     person  valid_from  hourly_cost
                   Ana     2025-01-01  50
    time_entries   person  project  date        hours  billable_hours
                   Ana     Site     2025-03-03  5      4
                   Ben     Site     2025-03-04  3      2
    bookings       person  project  start       end         hours_per_day
                   Ana     Site     2025-03-13  2025-03-13  4
                   Ben     Site     2025-03-13  2025-03-14  6
    deals          deal  value  start       end         expected_close
                   new   9000   2025-03-24  2025-03-28  2025-03-20
    deal_roles     deal  job_title  hours
                   new   Designer   8
                   new   Writer     5
    """
"""Of Ana everything is known, of Ben neither price, cost nor target; nobody is a writer."""


@pytest.mark.parametrize(
    ("metric", "hours"),
    [
        # Ben's three tracked hours have no cost.
        ("labor_cost", 3),
        ("average_cost_rate", 3),
        ("cost", 3),
        ("profit", 3),
        ("margin", 3),
        ("invoiced_profit", 3),
        ("delivery_margin", 3),
        # And the twelve he is booked for have none either.
        ("forecast_profit", 15),
        ("forecast_margin", 15),
        # Two of his hours are billable, and have no price; those he is booked for have none.
        ("revenue", 2),
        ("budget_used", 2),
        ("confirmed_revenue", 14),
        ("forecast_used", 14),
        # He was available on Monday the 10th and on the 11th, yesterday.
        ("utilization_gap", 16),
        ("deal_cost", 5),
    ],
)
def test_hours_nobody_knows_the_worth_of_are_counted(metric: str, hours: int) -> None:
    assert Fraction(left(metric).unknown_seconds[metric], HOUR) == hours


def test_where_everything_is_known_nothing_is_left_out() -> None:
    anas = "                   Ana     2025-01-01  50"
    both = TWO_PEOPLE.replace(anas, f"{anas}\n                   Ben     2025-01-01  40")
    assert left("labor_cost", both).unknown_seconds == {}


def test_a_currency_is_told_of_where_there_is_money_in_it_only() -> None:
    """A price in another currency from the fifth on is nobody's; one from the second on is that of all Ana's hours."""
    hers = "                   Ana     2025-01-01  100"
    written = TWO_PEOPLE.replace("valid_from  hourly_rate", "valid_from  hourly_rate  currency")
    rates = (
        "    exchange_rates date        currency  rate\n                   2025-01-01  USD       0.9\n    time_entries "
    )
    for day, currencies in (("2025-03-05", ("EUR",)), ("2025-03-02", ("USD",))):
        dearer = written.replace(hers, f"{hers}  EUR\n                   Ana     {day}  100  USD")
        assert left("revenue", dearer.replace("    time_entries ", rates)).currencies == currencies


def left(metric: str, written: str = TWO_PEOPLE) -> Left:
    """What was left out of a metric's answer in March."""
    tables: Tables = agency(written)
    given = facts(Query((metric,), MARCH, every_item=True), tables, TODAY)
    return calculate(given.authorised, given).left
