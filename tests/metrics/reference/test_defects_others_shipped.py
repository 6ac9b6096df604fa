"""Wrong numbers that other products have shipped, each as a small agency on which it would show, by both witnesses."""

from dataclasses import replace
from fractions import Fraction

import pyarrow as pa

from assistant.agency.tables import arrow_schema
from assistant.figures import Figure, Unit, adding_up, shown_number
from tests.agency_notation import DAY, MONEY, AskedOn


def test_a_groups_utilization_is_no_average_of_percentages(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
                   Ben     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
                   Ben     2025-01-01  2    2    2    2    2
    time_entries   person  project  date        hours  billable_hours
                   Ana     Site     2025-03-03  24     24
                   Ben     Site     2025-03-03  10     10
    """
    # ERPNext, and Runn until 2023: the mean of 60 % and 100 % is 80 %; 34 h of 50 h are 68 %.
    week = asked_on("2025-03-31").measure("billable_utilization", "2025-03-03", "2025-03-09")
    assert week.ratio() == Fraction(34, 50)


def test_the_last_day_of_a_leave_counts_and_a_weekend_is_no_capacity(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
    absences       person  start       end
                   Ana     2025-03-06  2025-03-10
                   Ana     2025-03-12  2025-03-12
    """
    # ERPNext counts (to - from).days: four for the first, none for the second, and seven days of capacity a week.
    agency = asked_on("2025-03-31")
    assert agency.measure("absence_days", "2025-03-01", "2025-03-31", DAY).total() == 4
    assert agency.measure("available_hours", "2025-03-03", "2025-03-16").total() == 80 - 32


def test_tax_is_no_revenue_and_an_invoice_with_three_timesheets_counts_once(asked_on: AskedOn) -> None:
    """
    clients       client
                  acme
    projects      project  client
                  Site     acme
    budgets       budget  project  type                start
                  time    Site     time_and_materials  2025-01-01
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    time_entries  person  project  date        hours
                  Ana     Site     2025-03-03  2
                  Ana     Site     2025-03-04  3
                  Ana     Site     2025-03-05  4
    invoices      invoice  number  client  project  budget  issued_on   due_on      net  tax
                  one      2025-1  acme    Site     time    2025-03-31  2025-04-30  900  180
    """
    # ERPNext: 1080 instead of 900, and 2700 after a join of the invoice with its timesheets.
    agency = asked_on("2025-04-15")
    assert agency.measure("invoiced", "2025-03-01", "2025-03-31", MONEY).total() == 900
    assert agency.measure("revenue", "2025-03-01", "2025-03-31", MONEY).total() == 900
    assert agency.state("receivables", "2025-04-01").total() == 1080


def test_a_month_without_revenue_has_no_margin_and_not_the_one_before(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  60
    time_entries  person  project  date        hours  billable_hours
                  Ana     Site     2025-02-03  10     10
                  Ana     Site     2025-03-03  10     0
    """
    # ERPNext: a project's margin stays at 40 % while nothing is billed.
    agency = asked_on("2025-04-01")
    assert agency.measure("margin", "2025-02-01", "2025-02-28", MONEY).ratio() == Fraction(40, 100)
    march = agency.measure("margin", "2025-03-01", "2025-03-31", MONEY)
    assert march.total() == -600
    assert march.total("denominator") == 0


def test_what_is_left_of_an_overspent_budget_is_below_nothing(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
    budgets       budget  project  type   start       amount  hours
                  fee     Site     fixed  2025-01-01  1000    10
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    time_entries  person  project  date        hours
                  Ana     Site     2025-03-03  15
    """
    # Kimai: 0 left, so that nobody sees 500 overspent.
    agency = asked_on("2025-04-01")
    assert agency.state("budget_remaining", "2025-03-31").total() == -500
    assert agency.state("budget_hours_remaining", "2025-03-31", 3600).total() == -5


def test_time_without_a_cost_rate_costs_something_unknown_and_not_its_price(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  60
    time_entries  person  project  date        hours
                  Ana     Site     2025-03-03  10
                  Ben     Site     2025-03-03  10
    """
    # Kimai: a missing internal rate falls back to the bill rate, so that Ben earns no profit: 400 instead of 1400.
    agency = asked_on("2025-04-01")
    assert agency.measure("labor_cost", "2025-03-01", "2025-03-31", MONEY).total() == 600
    assert agency.measure("profit", "2025-03-01", "2025-03-31", MONEY).total() == 1400


def test_time_that_is_not_billable_is_no_revenue(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
    budgets       budget  project  type                start
                  time    Site     time_and_materials  2025-01-01
    services      service  budget  billable  price
                  free     time    false     100
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    time_entries  person  project  date        hours  billable_hours  service
                  Ana     Site     2025-03-03  8      3               -
                  Ana     Site     2025-03-04  8      8               free
    """
    # Kimai #5920: 1600, the price of every hour.
    assert asked_on("2025-04-01").measure("revenue", "2025-03-01", "2025-03-31", MONEY).total() == 300


def test_a_new_price_and_a_new_cost_leave_the_past_as_it_was(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
                  2025-03-10  150
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  60
                  Ana     2025-03-10  80
    time_entries  person  project  date        hours
                  Ana     Site     2025-03-03  10
                  Ana     Site     2025-03-10  10
    """
    # Solidtime: a change of a rate rewrites entries of the past.
    agency = asked_on("2025-04-01")
    by_week = [("2025-03-03", "2025-03-09", 1000, 600), ("2025-03-10", "2025-03-16", 1500, 800)]
    for first, last, revenue, cost in by_week:
        assert agency.measure("revenue", first, last, MONEY).total() == revenue
        assert agency.measure("labor_cost", first, last, MONEY).total() == cost


def test_new_working_hours_leave_past_weeks_as_they_were(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
                   Ana     2025-03-10  4    4    4    4    4
    """
    # Harvest: a change of capacity changes the utilization of past weeks.
    agency = asked_on("2025-04-01")
    assert agency.measure("available_hours", "2025-03-03", "2025-03-09").total() == 40
    assert agency.measure("available_hours", "2025-03-10", "2025-03-16").total() == 20


def test_earned_value_has_one_basis(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
    budgets       budget  project  type   start       amount  hours
                  fee     Site     fixed  2025-01-01  1000    10
    bill_rates    valid_from  hourly_rate
                  2025-01-01  100
    cost_rates    person  valid_from  hourly_cost
                  Ana     2025-01-01  1
    time_entries  person  project  date        hours
                  Ana     Site     2025-03-03  5
    tasks         task  project  status  due         estimate_hours
                  a     Site     done    2025-03-05  5
                  b     Site     open    2025-03-25  5
    """
    # OCA: planned and earned at price, actual at cost: an index of 100.
    agency = asked_on("2025-04-01")
    assert agency.state("actual_cost", "2025-03-10").total() == 500
    assert agency.state("cpi", "2025-03-10").ratio() == 1


def test_a_cancelled_task_is_not_complete(asked_on: AskedOn) -> None:
    """
    projects  project
              Site
    tasks     task  project  status     due         estimate_hours  percent_complete  done_on
              a     Site     done       2025-03-05  5               -                 2025-03-05
              b     Site     open       2025-03-05  5               -                 -
              c     Site     cancelled  2025-03-05  90              100               2025-03-05
    """
    # ERPNext: 95 % complete, two tasks done.
    agency = asked_on("2025-04-01")
    assert agency.state("percent_complete", "2025-03-10", 1).ratio() == Fraction(1, 2)
    assert agency.measure("completed_tasks", "2025-03-01", "2025-03-31", 1).total() == 1


def test_a_denominator_is_the_same_whatever_else_is_kept(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
    bookings       person  project  start       end         hours_per_day
                   Ana     Site     2025-03-03  2025-03-07  2
    tasks          task  project  status  due         estimate_hours
                   a     Site     done    2025-03-05  5
    services       service  budget  billable  price
                   one      fee     true      100
    time_entries   person  project  date        hours
                   Ana     Site     2025-03-03  20
    """
    # OCA: hours are set against something else once another module is installed.
    agency = asked_on("2025-04-01")
    more = {name: agency.tables[name] for name in ("bookings", "tasks", "services", "deals", "invoices")}
    bare = {name: pa.Table.from_pylist([], schema=arrow_schema(name)) for name in more}
    without = replace(agency, tables={**agency.tables, **bare})
    for metric in ("billable_utilization", "timesheet_completeness"):
        ratios = {one.measure(metric, "2025-03-03", "2025-03-09").ratio() for one in (agency, without)}
        assert ratios == {Fraction(1, 2) if metric == "billable_utilization" else Fraction(8, 40)}


def test_shown_parts_add_up_to_the_shown_total() -> None:
    """Productive documents 16,980.35 against 16,980.36 for parts that are rounded one by one."""
    parts = [Fraction(value, 1000) for value in (5_660_114, 5_660_124, 5_660_118)]
    figures = [Figure("revenue", one, Unit.MONEY, "EUR") for one in parts]
    total = Figure("revenue", sum(parts, Fraction(0)), Unit.MONEY, "EUR")
    shown = [shown_number(one) for one in adding_up(figures, total)]
    assert sum(shown, Fraction(0)) == shown_number(total) == Fraction("16980.36")
    assert sum((shown_number(one) for one in figures), Fraction(0)) != shown_number(total)
