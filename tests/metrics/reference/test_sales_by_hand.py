"""Deals and what is still to be earned of what was sold, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn


def test_the_pipeline_is_the_value_of_open_deals_by_the_day_they_are_to_close(asked_on: AskedOn) -> None:
    """
    deals  deal   client  status  value  currency  probability  expected_close  closed
           march  Acme    open    5000   EUR       20           2025-03-31      -
           april  -       open    700    USD       50           2025-04-01      -
           past   Acme    open    40     EUR       50           2025-01-15      -
           never  Acme    open    900    EUR       50           -               -
           blank  Acme    open    -      EUR       50           2025-03-15      -
           won    Acme    won     8000   EUR       100          2025-03-15      2025-03-10
           lost   Acme    lost    3000   EUR       0            2025-03-15      2025-03-10
    """
    # Not weighted, and a won deal has left. Asked for March: what is expected to close in it.
    agency = asked_on("2025-03-12")
    assert agency.measure("pipeline_value", "2025-03-01", "2025-03-31", MONEY).by("deal") == {"march": 5000}
    first_half = agency.measure("pipeline_value", "2025-01-01", "2025-06-30", MONEY)
    assert first_half.by("deal", "client", "currency") == {
        ("march", "Acme", "EUR"): 5000,
        ("april", None, "USD"): 700,
        ("past", "Acme", "EUR"): 40,
    }
    # With no period asked, all open deals, those without a day too.
    whole = asked_on("2025-03-12", to_date=True).measure("pipeline_value", "2025-03-12", "2025-03-12", MONEY)
    assert whole.by("deal") == {"march": 5000, "april": 700, "past": 40, "never": 900}


def test_won_deals_are_counted_on_the_day_they_closed(asked_on: AskedOn) -> None:
    """
    deals  deal   status  value  currency  expected_close  closed      created
           big    won     6000   EUR       2025-02-01      2025-03-01  2025-02-19
           small  won     1000   EUR       2025-06-01      2025-03-31  2025-03-31
           usd    won     500    USD       -               2025-03-10  -
           blank  won     -      EUR       -               2025-03-11  2025-03-01
           lost   lost    9000   EUR       -               2025-03-12  2025-01-01
           gone   lost    9000   EUR       -               -           2025-01-01
           open   open    9000   EUR       2025-03-15      -           2025-01-01
           old    won     70     EUR       2025-03-15      2025-02-28  2025-02-01
           next   lost    80     EUR       2025-03-15      2025-04-01  2025-02-01
    """
    # March: four won, one lost; gone is lost nobody knows when.
    agency = asked_on("2025-04-12")
    assert agency.measure("win_rate", "2025-03-01", "2025-03-31", 1).ratio() == Fraction(4, 5)
    assert agency.measure("win_rate", "2025-03-12", "2025-03-12", 1).total("denominator") == 1
    # The size of three of them is known: 7000 EUR and 500 USD. How many there are is no money.
    size = agency.measure("average_deal_size", "2025-03-01", "2025-03-31", 1)
    assert {key: value / MONEY for key, value in size.by("currency").items()} == {"EUR": 7000, "USD": 500}
    assert size.by("currency", side="denominator") == {None: 3}
    # Those whose value is known are worth 7000 EUR and 500 USD; the lost one 9000.
    won = agency.measure("won_value", "2025-03-01", "2025-03-31", MONEY)
    assert won.by("deal", "currency") == {("big", "EUR"): 6000, ("small", "EUR"): 1000, ("usd", "USD"): 500}
    assert agency.measure("lost_value", "2025-03-01", "2025-03-31", MONEY).by("deal") == {"lost": 9000}
    assert agency.measure("lost_value", "2025-01-01", "2025-12-31", MONEY).by("deal") == {"lost": 9000, "next": 80}
    # The first day of big, small and blank is known: 10, 0 and 10 days. February has 28.
    cycle = agency.measure("sales_cycle_days", "2025-03-01", "2025-03-31", 1)
    assert cycle.by("deal") == {"big": 10, "blank": 10}
    assert cycle.ratio() == Fraction(20, 3)


def test_backlog_is_what_is_left_to_earn_of_each_budget_that_is_not_over(asked_on: AskedOn) -> None:
    """
    projects         project  status    start
                     Site     active    2025-01-01
                     Shop     on_hold   2025-01-01
                     Next     planned   2025-04-01
                     Done     done      2025-01-01
                     Old      archived  2025-01-01
    budgets          budget   project  type                start       end         amount  hours  delivered  currency
                     fee      Site     fixed               2025-01-01  -           10000   100    -          EUR
                     over     Shop     time_and_materials  2025-01-01  -           1000    -      -          EUR
                     pound    Shop     time_and_materials  2025-01-01  2025-03-10  2000    -      -          GBP
                     ended    Site     fixed               2025-01-01  2025-03-09  2000    20     -          EUR
                     given    Site     fixed               2025-01-01  -           2000    20     2025-03-10 EUR
                     soon     Site     fixed               2025-01-01  -           2000    20     2025-03-11 EUR
                     open     Site     time_and_materials  2025-01-01  -           -       -      -          EUR
                     next     Next     fixed               2025-04-01  2025-06-30  5000    50     -          EUR
                     done     Done     fixed               2025-01-01  -           2000    20     -          EUR
                     old      Old      fixed               2025-01-01  -           2000    20     -          EUR
    change_requests  project  budget  requested   decided     status    amount  hours
                     Site     fee     2025-03-01  2025-03-10  approved  500     -
                     Site     fee     2025-03-01  2025-03-11  approved  30      -
                     Site     fee     2025-03-01  -           pending   900     -
    time_entries     person  project  budget  date        hours  billable_rate  currency
                     Ana     Site     fee     2025-03-03  20     -              EUR
                     Ana     Shop     over    2025-03-03  15     100            EUR
                     Ana     Shop     pound   2025-03-03  5      100            GBP
                     Ana     Site     soon    2025-03-03  5      -              EUR
                     Ana     Site     fee     2025-03-11  20     -              EUR
    """
    # As of the 10th: a fifth of fee's 10500 is earned. 500 more than over's 1000 was earned on it, which takes
    # nothing from the others. pound ends that day, so it is not over; soon is delivered the day after.
    left = {"fee": 8400, "pound": 1500, "soon": 1500, "next": 5000}
    backlog = asked_on("2025-03-12").state("backlog", "2025-03-10")
    assert backlog.by("budget") == left
    assert backlog.by("currency") == {"EUR": 8400 + 1500 + 5000, "GBP": 1500}
    # A day later: two fifths of 10530; pound is over, soon is given.
    assert asked_on("2025-03-12").state("backlog", "2025-03-11").by("budget") == {"fee": 6318, "next": 5000}
    # Asked on that day itself: revenue stops at yesterday's fifth of 10500, the total is today's.
    assert asked_on("2025-03-11").state("backlog", "2025-03-11").by("budget")["fee"] == 10530 - 2100


def test_backlog_of_a_retainer_is_the_months_still_to_come_to_its_end(asked_on: AskedOn) -> None:
    """
    projects  project
              Care
    budgets   budget  project  type      start       end         amount
              care    Care     retainer  2025-03-01  2025-05-31  3100
    """
    # Three months are 9300; ten days of March are earned by the 10th.
    assert asked_on("2025-03-12").state("backlog", "2025-03-10").by("budget") == {"care": 8300}
