"""The margin that was sold and how far it has drifted, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn


def test_what_was_sold_is_held_against_what_came_of_it(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
                     Care
                     Bare
    budgets          budget  project  type                start       amount  hours
                     fee     Site     fixed               2025-01-01  8000    80
                     time    Care     time_and_materials  2025-01-01  1000    10
                     bare    Bare     fixed               2025-01-01  1000    -
    change_requests  project  budget  requested   decided     status    amount  hours
                     Site     fee     2025-02-01  2025-03-10  approved  2000    20
    bill_rates       valid_from  hourly_rate
                     2025-01-01  100
    cost_rates       person  valid_from  hourly_cost
                     Ana     2025-01-01  40
                     Ana     2025-02-01  50
                     Ben     2025-01-01  60
    time_entries     person  project  date        hours  billable_hours
                     Ana     Site     2025-01-07  20     20
                     Ana     Site     2025-02-04  10     10
                     Ben     Site     2025-02-05  10     10
                     Cy      Site     2025-02-06  1      1
                     Ana     Care     2025-02-10  5      4
                     Ana     Bare     2025-02-11  1      1
    """
    # Site as of 28 February: 80 h sold, evenly over Ana at 40 (her first hour) and Ben at 60, so 4000 of 8000: 50 %.
    # Cy's cost is not known. To date 41 of 80 h earn 4100 and cost 20 x 40 + 10 x 50 + 10 x 60 = 1900.
    agency = asked_on("2025-04-01")
    sold = agency.state("margin_sold", "2025-02-28")
    assert sold.by("project") == {"Site": 4000, "Care": 500}
    assert sold.by("person") == {None: 9000, "Ana": -1600 - 500, "Ben": -2400}
    assert sold.by("project", side="denominator") == {"Site": 8000, "Care": 1000}
    drift = agency.state("margin_drift", "2025-02-28", 1)
    ratio = {name: above / drift.by("project", side="denominator")[name] for name, above in drift.by("project").items()}
    # Care: 4 of 5 hours earn 400 and cost 250.
    assert ratio == {
        "Site": Fraction(4100 - 1900, 4100) - Fraction(1, 2),
        "Care": Fraction(150, 400) - Fraction(1, 2),
    }
    # A change approved on 10 March is no part of what was sold: 80 h for 8000, whatever comes later.
    assert agency.state("margin_sold", "2025-03-10").by("project")["Site"] == 8000 - 4000


def test_the_margin_sold_is_in_the_currency_of_each_side(asked_on: AskedOn) -> None:
    """
    projects        project
                    Site
    budgets         budget  project  type   start       amount  hours  currency
                    fee     Site     fixed  2025-01-01  1000    10     USD
    cost_rates      person  valid_from  hourly_cost  currency
                    Ana     2025-01-01  30           EUR
    exchange_rates  date        currency  rate
                    2025-01-01  USD       0.5
                    2025-02-01  USD       0.8
    time_entries    person  project  date        hours
                    Ana     Site     2025-01-07  5
    """
    # On 28 February 800 euros are agreed and 300 the cost of it, 62.5 %; on 7 January half the fee was worth 250 and
    # cost 150, 40 %.
    agency = asked_on("2025-04-01")
    assert agency.state("margin_sold", "2025-02-28").by("currency") == {"USD": 1000, "EUR": -300}
    drift = agency.state("margin_drift", "2025-02-28", MONEY * MONEY)
    assert drift.total("denominator") == 800 * 250
    assert drift.ratio() == Fraction(40, 100) - Fraction(625, 1000)
