"""The reference SQL of prices at date, cost, profit and margin, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import HOUR, MONEY, AskedOn

YEAR = ("2025-01-01", "2025-12-31")


def test_the_most_specific_bill_rate_valid_on_the_day_is_the_price(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
                   Web
    people         person  job_title
                   Ana     Dev
                   Ben     Dev
                   Cid     PM
    assignments    person  valid_from  job_title
                   Cid     2025-06-01  Dev
                   Cid     2025-07-01  -
    bill_rates     valid_from  hourly_rate  person  job_title  project
                   2025-01-01  50           -       -          -
                   2025-01-01  60           -       Dev        -
                   2025-01-01  70           Ana     -          -
                   2025-01-01  80           -       -          Site
                   2025-01-01  90           -       Dev        Site
                   2025-01-01  100          Ana     -          Site
                   2025-01-01  999          Ana     Dev        -
                   2025-01-01  999          Ana     Dev        Site
                   2025-04-01  55           -       -          -
                   2025-05-01  65           Ben     -          -
    time_entries   entry  person  project  date        hours  billable_rate
                   a      Ana     Site     2025-03-03  1      -
                   b      Ben     Site     2025-03-03  1      -
                   c      Cid     Site     2025-03-03  1      -
                   d      Ana     Web      2025-03-03  1      -
                   e      Ben     Web      2025-03-03  1      -
                   f      Cid     Web      2025-03-31  1      -
                   g      Cid     Web      2025-04-01  1      -
                   h      Ben     Web      2025-04-30  1      -
                   i      Ben     Web      2025-05-01  1      -
                   j      Cid     Web      2025-06-01  1      -
                   k      Cid     Web      2025-07-01  1      -
                   l      Ana     Site     2025-03-04  1      42
                   m      Ana     Site     2024-12-31  1      -
    """
    # a-f: one for each level. g: the general rate of April. h, i: Ben's own rate counts from the day it is
    # valid. j, k: Cid is a developer from June; a blank title changes nothing. l: the entry's own rate beats
    # all. m: before any rate: unknown, worth 0 in the sum. Person with job title is no level.
    revenue = asked_on("2026-01-01").measure("revenue", "2024-01-01", "2025-12-31", MONEY)
    assert revenue.by("entry") == {
        "a": 100, "b": 90, "c": 80, "d": 70, "e": 60, "f": 50,
        "g": 55, "h": 60, "i": 65, "j": 60, "k": 60, "l": 42,
    }  # fmt: skip
    assert [row["numerator"] for row in revenue.rows if row["entry_id"] == "m"] == [0]


def test_a_service_prices_its_hours_less_the_discount_and_not_at_all_when_not_billable(
    asked_on: AskedOn,
) -> None:
    """
    projects       project
                   Site
    budgets        budget  project  type
                   one     Site     time_and_materials
    services       service   budget  price    discount_percent  billable
                   design    one     120      12.5              true
                   odd       one     33.3333  12.34             -
                   meetings  one     100      -                 false
                   blank     one     -        -                 true
    bill_rates     valid_from  hourly_rate
                   2025-01-01  50
    time_entries   entry  person  project  date        hours  service   billable_rate
                   a      Ana     Site     2025-03-03  2      design    -
                   b      Ana     Site     2025-03-03  1      odd       -
                   c      Ana     Site     2025-03-03  4      meetings  -
                   d      Ana     Site     2025-03-03  1      blank     -
                   e      Ana     Site     2025-03-03  1      meetings  10
    """
    # a: 2 x 120 x 0.875 = 210. b: 33.3333 x 0.8766 = 29.21997 -> 29.2200, half up to 1/10000. c: not
    # billable, 0. d: a service without a price leaves it to the bill rates. e: the entry's own rate beats the
    # service.
    revenue = asked_on("2025-04-01").measure("revenue", *YEAR, MONEY)
    assert revenue.by("entry") == {"a": 210, "b": Fraction("29.22"), "d": 50, "e": 10}


def test_cost_is_all_tracked_hours_at_the_rate_of_the_day_and_unknown_ones_are_left_out(
    asked_on: AskedOn,
) -> None:
    """
    projects       project
                   Site
    cost_rates     person  valid_from  hourly_cost
                   Ana     2025-01-01  40
                   Ana     2025-03-01  50
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
    time_entries   entry  person  project  date        hours  billable_hours  cost_rate
                   a      Ana     Site     2025-02-28  8      8               -
                   b      Ana     Site     2025-03-03  8      0               -
                   c      Ana     Site     2025-03-04  2      2               45
                   d      Ben     Site     2025-03-04  8      8               -
                   e      Ana     Site     2025-03-05  1      1               -
    expenses       project  date        status     amount
                   Site     2025-03-04  approved   90
                   Site     2025-03-04  committed  500
                   Site     2025-03-05  approved   7
    """
    # Labor: a 8 x 40 = 320, b 8 x 50 = 400, c 2 x 45 = 90, Ben's cost unknown: nothing; today's e 1 x 50 =
    # 50.
    agency = asked_on("2025-03-05")
    labor = agency.measure("labor_cost", *YEAR, MONEY)
    assert labor.by("entry") == {"a": 320, "b": 400, "c": 90, "e": 50}
    # What an hour costs: 860 over 8 + 8 + 2 + 1 h; Ben's 8 are no cheap ones.
    rate = agency.measure("average_cost_rate", *YEAR, MONEY)
    assert rate.total() == 860
    assert agency.measure("average_cost_rate", *YEAR, HOUR).total("denominator") == 19
    # Through yesterday: revenue 800 + 0 + 200 + 800 = 1800 (Ben's stays), cost 810 + 90 approved expenses.
    assert agency.measure("revenue", *YEAR, MONEY).total() == 1800
    assert agency.measure("profit", *YEAR, MONEY).total() == 900
    margin = agency.measure("margin", *YEAR, MONEY)
    assert margin.total() == 900
    assert margin.total("denominator") == 1800


def test_with_approval_required_only_approved_time_is_priced_and_costed_in_profit(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    cost_rates     person  valid_from  hourly_cost
                   Ana     2025-01-01  40
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
    time_entries   person  project  date        hours  status
                   Ana     Site     2025-03-03  1      approved
                   Ana     Site     2025-03-03  2      submitted
                   Ana     Site     2025-03-03  4      draft
                   Ana     Site     2025-03-03  8      rejected
    """
    strict = asked_on("2025-04-01", approval_required=True)
    assert strict.measure("revenue", *YEAR, MONEY).total() == 100
    assert strict.measure("profit", *YEAR, MONEY).total() == 60
    # labor_cost itself is all tracked hours, 1 + 2 + 4; without the setting all of them are priced as well.
    assert strict.measure("labor_cost", *YEAR, MONEY).total() == 280
    assert asked_on("2025-04-01").measure("profit", *YEAR, MONEY).total() == 700 - 280


def test_costs_and_prices_keep_the_currency_they_are_known_in(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    cost_rates     person  valid_from  hourly_cost  currency
                   Ana     2025-01-01  40           CHF
    time_entries   person  project  date        hours  billable_rate  currency
                   Ana     Site     2025-03-03  2      100            USD
    expenses       project  date        amount  currency
                   Site     2025-03-03  30      GBP
    """
    profit = asked_on("2025-04-01").measure("profit", *YEAR, MONEY)
    assert profit.by("currency") == {"USD": 200, "CHF": -80, "GBP": -30}
