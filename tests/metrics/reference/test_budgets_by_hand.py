"""The reference SQL of budgets, what is used of them and at what pace, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import HOUR, MONEY, AskedOn


def test_a_total_is_the_amount_from_the_start_and_each_change_from_the_day_decided(asked_on: AskedOn) -> None:
    """
    projects         project  start
                     Site     2025-02-15
                     Care     2025-01-01
                     Open     2025-01-01
    budgets          budget  project  type                start       end         amount  hours
                     one     Site     fixed               -           -           10000   100
                     care    Care     retainer            2025-01-15  2025-03-10  1000    10
                     open    Open     time_and_materials  2025-01-01  -           -       -
    change_requests  project  requested   decided     status    amount  hours  budget
                     Site     2025-03-01  2025-03-10  approved  500     -5     -
                     Site     2025-03-01  -           approved  40      -      -
                     Site     2025-03-01  2025-03-10  pending   900     9      -
                     Open     2025-03-01  2025-03-10  approved  70      7      -
                     Care     2025-03-01  2025-03-15  approved  300     3      care
    """
    # one starts with its project. A change approved without a day counts from the day it was requested.
    # care: a month each on 15 January, 1 February, 1 March, begun ones whole. open has no amount to add to.
    agency = asked_on("2025-06-01")
    totals = {
        "2025-01-14": {},
        "2025-01-31": {"care": 1000},
        "2025-02-15": {"care": 2000, "one": 10000},
        "2025-03-09": {"care": 3000, "one": 10040},
        "2025-03-10": {"care": 3000, "one": 10540},
        "2025-12-31": {"care": 3300, "one": 10540},
    }
    for day, expected in totals.items():
        assert agency.state("budget_total", day).by("budget") == expected
    hours = agency.state("budget_hours_used_percent", "2025-12-31", HOUR)
    assert hours.by("budget", side="denominator") == {"care": 33, "one": 95}


def test_used_is_billable_hours_or_on_fixed_fees_tracked_hours_at_their_price(asked_on: AskedOn) -> None:
    """
    projects       project
                   Time
                   Fee
                   Care
                   Gift
                   None
    budgets        budget  project  type                start       amount  hours
                   time    Time     time_and_materials  2025-01-01  1000    20
                   fee     Fee      fixed               2025-01-01  2000    20
                   care    Care     retainer            2025-01-01  500     20
                   gift    Gift     non_billable        2025-01-01  -       20
                   none    None     time_and_materials  2025-01-01  -       -
    bill_rates     valid_from  hourly_rate
                   2025-02-01  100
    time_entries   person  project  date        hours  billable_hours  status
                   Ana     Time     2025-03-03  8      6               approved
                   Ana     Fee      2025-03-03  8      6               submitted
                   Ana     Care     2025-03-03  8      6               approved
                   Ana     Gift     2025-03-03  8      6               approved
                   Ana     None     2025-03-03  8      6               approved
                   Ana     Time     2025-01-20  8      8               approved
                   Ana     Time     2025-03-04  1      1               approved
                   Ana     Time     2025-03-05  1      1               approved
                   Ana     Time     2025-03-03  8      8               rejected
    expenses       project  date        billable_amount  status
                   Time     2025-03-03  50               approved
                   Fee      2025-03-03  60               approved
                   Care     2025-03-03  70               approved
                   Gift     2025-03-03  80               approved
                   Fee      2025-03-03  90               committed
    """
    # Today is the 4th: its hour counts, tomorrow's does not; January had no rate yet: 0, kept to be counted.
    agency = asked_on("2025-03-04")
    used = agency.state("budget_used", "2025-03-31")
    assert used.by("budget") == {"time": 750, "fee": 860, "care": 670, "none": 600}
    assert [row["numerator"] for row in used.rows if row["day"].isoformat() == "2025-01-20"] == [0]
    # Over a total: 500 a month for care, three months by then. What has no amount is a part of nothing.
    percent = agency.state("budget_used_percent", "2025-03-31")
    assert percent.by("budget") == {"time": 750, "fee": 860, "care": 670}
    assert percent.by("budget", side="denominator") == {"time": 1000, "fee": 2000, "care": 1500}
    # Hours are tracked ones: 8 in January, 8 and 1 in March; gift has hours sold, though no money.
    hours = agency.state("budget_hours_used_percent", "2025-03-31", HOUR)
    assert hours.by("budget") == {"time": 17, "fee": 8, "care": 8, "gift": 8}
    # Of money, only approved time counts when approval is required; of hours, all that are not rejected.
    strict = asked_on("2025-03-04", approval_required=True)
    assert strict.state("budget_used", "2025-03-31").by("budget")["fee"] == 60
    assert strict.state("budget_hours_used_percent", "2025-03-31", HOUR).by("budget")["fee"] == 8


def test_burn_index_is_the_part_used_over_the_part_of_working_days_gone_through_yesterday(
    asked_on: AskedOn,
) -> None:
    """
    projects         project
                     Site
                     Care
                     Open
    budgets          budget  project  type      start       end         amount  hours
                     one     Site     fixed     2025-03-03  2025-03-28  9000    90
                     care    Care     retainer  2025-02-03  2025-04-11  500     10
                     open    Open     fixed     2025-03-03  -           9000    90
    bill_rates       valid_from  hourly_rate
                     2025-01-01  100
    change_requests  project  requested   decided     amount  hours
                     Site     2025-03-01  2025-03-06  1000    10
                     Site     2025-03-01  2025-03-20  5000    50
    time_entries     person  project  date        hours
                     Ana     Site     2025-03-03  20
                     Ana     Site     2025-03-06  20
                     Ben     Site     2025-03-06  5
                     Ben     Site     2025-03-12  5
                     Ana     Care     2025-02-03  6
                     Ana     Open     2025-03-03  9
    """
    # 3-28 March is four weeks, 20 working days. Today is Wednesday the 12th: through Tuesday the 11th 7 have
    # gone. Used 50 h x 100 = 5000 (today's work is in it) of 9000 + 1000: (5000/10000) / (7/20) = 10/7. care:
    # 600 of three months' 1500; 3 February to 11 April is ten weeks, 50 days, of which 27 have gone.
    agency = asked_on("2025-03-12")
    money = agency.state("burn_index", "2025-03-14")
    assert money.by("budget") == {"one": 5000 * 20, "care": 600 * 50}
    assert money.by("budget", side="denominator") == {"one": 10000 * 7, "care": 1500 * 27}
    assert {row["day"].isoformat() for row in money.rows} == {"2025-03-14"}
    hours = agency.state("burn_index_hours", "2025-03-12", HOUR)
    assert hours.by("budget") == {"one": 50 * 20, "care": 6 * 50}
    assert hours.by("budget", side="denominator") == {"one": 100 * 7, "care": 30 * 27}
    # As of Wednesday the 5th, which is past, its own day has gone too: 2000 of 9000, 3 of 20 days.
    then = agency.state("burn_index", "2025-03-05")
    assert then.total(budget="one") == 2000 * 20
    assert then.total("denominator", budget="one") == 9000 * 3
    # A weekend is not elapsed; before the first working day nothing is, so there is no pace.
    assert agency.state("burn_index", "2025-03-09").total("denominator", budget="one") == 10000 * 5
    assert "one" not in agency.state("burn_index", "2025-03-02").by("budget", side="denominator")
    # After the end elapsed is planned: 5000 of 15000 in 20 of 20 days. open has no end: none, ever.
    after = asked_on("2025-05-12").state("burn_index", "2025-05-12")
    assert after.total(budget="one") / after.total("denominator", budget="one") == Fraction(1, 3)
    assert set(after.by("budget")) == {"one", "care"}


def test_burn_index_brings_prices_in_other_currencies_to_the_budgets_by_the_rates_of_the_day(
    asked_on: AskedOn,
) -> None:
    """
    projects        project
                    Site
                    Shop
                    Cafe
    budgets         budget  project  type                start       end         amount  currency
                    one     Site     time_and_materials  2025-03-03  2025-03-28  10000   EUR
                    two     Shop     time_and_materials  2025-03-03  2025-03-28  10000   GBP
                    three   Cafe     time_and_materials  2025-03-03  2025-03-28  10000   EUR
    exchange_rates  date        currency  rate
                    2025-01-01  USD       0.5
                    2025-03-01  USD       0.9
                    2025-03-20  USD       0.8
                    2025-03-01  GBP       1.2
    time_entries    person  project  date        hours  billable_rate  currency
                    Ana     Site     2025-03-03  10     100            EUR
                    Ana     Site     2025-03-03  10     100            USD
                    Ana     Shop     2025-03-03  10     100            USD
                    Ana     Shop     2025-03-03  1      250            GBP
                    Ana     Cafe     2025-03-03  1      100            EUR
                    Ana     Cafe     2025-03-03  1      100            CHF
    """
    # As of the 11th, 7 of 20 days: one 1000 + 1000 x 0.9 = 1900 EUR; two 1000 x 0.9 / 1.2 + 250 = 1000 GBP.
    # A franc has no rate: that part is unknown, three stays with its 100 EUR.
    index = asked_on("2025-03-12").state("burn_index", "2025-03-11")
    pace = {name: index.total(budget=name) / index.total("denominator", budget=name) for name in ("one", "two")}
    assert pace == {"one": Fraction(1900, 10000) / Fraction(7, 20), "two": Fraction(1, 10) / Fraction(7, 20)}
    assert index.total(budget="three") == 100 * 20
    assert index.total("denominator", budget="three") == 10000 * 7


def test_used_money_is_counted_in_the_currency_of_its_price(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    budgets        budget  project  type                start       amount  currency
                   one     Site     time_and_materials  2025-03-03  10000   GBP
    time_entries   person  project  date        hours  billable_rate  currency
                   Ana     Site     2025-03-03  10     100            EUR
                   Ana     Site     2025-03-03  10     100            USD
    expenses       project  date        billable_amount  currency
                   Site     2025-03-03  50               CHF
    """
    agency = asked_on("2025-04-01")
    assert agency.state("budget_used", "2025-04-01", MONEY).by("currency") == {
        "EUR": 1000,
        "USD": 1000,
        "CHF": 50,
    }
    assert agency.state("budget_total", "2025-04-01", MONEY).by("currency") == {"GBP": 10000}
