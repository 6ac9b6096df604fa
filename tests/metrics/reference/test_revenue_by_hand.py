"""The reference SQL of recognized revenue, against figures worked by hand for each type of budget."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn

YEAR = ("2025-01-01", "2025-12-31")


def test_a_cap_is_reached_within_an_entry_and_raised_by_an_approved_change(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type                amount  capped
                     one     Site     time_and_materials  1000    true
    bill_rates       valid_from  hourly_rate
                     2025-01-01  100
    time_entries     entry  person  project  date        hours  billable_hours
                     a      Ana     Site     2025-03-03  8      6
                     b      Ana     Site     2025-03-04  6      6
                     c      Ben     Site     2025-03-05  2      2
                     d      Ana     Site     2025-03-11  5      5
    change_requests  project  requested   decided     status    amount
                     Site     2025-03-01  2025-03-10  approved  300
                     Site     2025-03-01  2025-03-10  declined  900
                     Site     2025-03-01  -           pending   900
    expenses         project  date        status     amount  billable_amount
                     Site     2025-03-06  approved   200     250
                     Site     2025-03-06  committed  200     250
                     Site     2025-03-07  approved   10      -
    """
    # a 600; b would make 1200, the cap leaves 400; c nothing. On the 10th the cap is 1300 and 1400 were
    # worked: +300, nobody's. d is beyond it. The billable expense comes on top and does not use up the cap.
    revenue = asked_on("2025-04-01").measure("revenue", *YEAR, MONEY)
    assert revenue.by("day", "person") == {
        ("2025-03-03", "Ana"): 600,
        ("2025-03-04", "Ana"): 400,
        ("2025-03-06", None): 250,
        ("2025-03-10", None): 300,
    }


def test_time_priced_in_another_currency_takes_of_a_cap_what_it_is_worth_on_its_day(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type                currency  amount  capped
                     one     Site     time_and_materials  EUR       1000    true
    exchange_rates   date        currency  rate
                     2025-01-01  USD       0.9
                     2025-03-04  USD       0.8
    time_entries     entry  person  project  date        hours  billable_rate  currency
                     a      Ana     Site     2025-03-03  4      100            USD
                     b      Ben     Site     2025-03-04  5      110            EUR
                     c      Ana     Site     2025-03-05  2      100            USD
                     d      Ana     Site     2025-03-05  3      50             GBP
                     e      Ben     Site     2025-03-06  1      110            EUR
    change_requests  project  requested   decided     status    amount
                     Site     2025-03-01  2025-03-07  approved  100
    """
    # a takes 360 of 1000 euros, b 550; 90 are left of c's 160, which are 112.50 of its 200 dollars. d has no rate: it
    # cannot be compared. e comes too late. Of 1180 worked 1100 are in force on the 7th: 100 euros, nobody's.
    agency = asked_on("2025-04-01")
    assert agency.measure("revenue", *YEAR, MONEY).by("day", "entry", "currency") == {
        ("2025-03-03", "a", "USD"): 400,
        ("2025-03-04", "b", "EUR"): 550,
        ("2025-03-05", "c", "USD"): Fraction("112.5"),
        ("2025-03-05", "d", "GBP"): 150,
        ("2025-03-07", None, "EUR"): 100,
    }
    # In hours: 90 of c's 160 are 4050 of its 7200 s; on the 7th the rest of them, and 30 of 110 of e's hour: 981.8 s.
    assert agency.measure("recognized_hours", *YEAR, scale=1).by("day", "entry") == {
        ("2025-03-03", "a"): 14400,
        ("2025-03-04", "b"): 18000,
        ("2025-03-05", "c"): 4050,
        ("2025-03-05", "d"): 10800,
        ("2025-03-07", None): 3150 + 982,
    }


def test_a_change_counts_on_its_own_day_before_the_work_and_entries_go_by_id(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type                amount  capped
                     one     Site     time_and_materials  500     true
    time_entries     entry  person  project  date        hours  billable_rate
                     é      Ana     Site     2025-03-03  1      100
                     z      Ben     Site     2025-03-03  3      100
                     Z      Cid     Site     2025-03-03  4      100
    change_requests  project  requested   decided     status    amount
                     Site     2025-03-01  2025-03-03  approved  100
    """
    # The cap is 600 all day. By UTF-8 bytes Z < z < é: Cid 400, Ben the 200 that are left, Ana nothing.
    revenue = asked_on("2025-04-01").measure("revenue", *YEAR, MONEY)
    assert revenue.by("person") == {"Cid": 400, "Ben": 200}


def test_time_priced_in_another_currency_is_outside_the_cap(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    budgets        budget  project  type                amount  capped
                   one     Site     time_and_materials  500     true
    time_entries   person  project  date        hours  billable_rate  currency
                   Ana     Site     2025-03-03  4      100            EUR
                   Ana     Site     2025-03-04  3      200            USD
                   Ana     Site     2025-03-05  2      100            EUR
    """
    revenue = asked_on("2025-04-01").measure("revenue", *YEAR, MONEY)
    assert revenue.by("currency") == {"EUR": 500, "USD": 600}


def test_a_fee_is_earned_by_hours_changes_on_the_day_decided_and_the_rest_comes_on_delivery(
    asked_on: AskedOn,
) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type   amount  hours  delivered_on
                     one     Site     fixed  10000   100    2025-03-20
    time_entries     entry  person  project  date        hours  billable_hours
                     a      Ana     Site     2025-03-03  20     0
                     b      Ben     Site     2025-03-11  10     10
                     c      Cid     Site     2025-03-20  5      5
                     d      Ana     Site     2025-03-21  5      5
    change_requests  project  requested   decided     status    amount  hours
                     Site     2025-03-01  2025-03-10  approved  2000    50
                     Site     2025-03-01  2025-03-25  approved  1000    -
    """
    # a: 10000 x 20/100 = 2000. On the 10th the fee is 12000 for 150 h: to date 1600, so -400, nobody's. b:
    # 12000 x 30/150 = 2400: +800. c, on the day of delivery: 12000 x 35/150 = 2800: +400; the rest, 9200,
    # nobody's. After delivery neither hours nor changes add anything.
    agency = asked_on("2025-04-01")
    assert agency.measure("revenue", *YEAR, MONEY).by("day", "person") == {
        ("2025-03-03", "Ana"): 2000,
        ("2025-03-10", None): -400,
        ("2025-03-11", "Ben"): 800,
        ("2025-03-20", "Cid"): 400,
        ("2025-03-20", None): 9200,
    }
    # Asked on the day of delivery, what happens that day is still ahead.
    assert asked_on("2025-03-20").measure("revenue", *YEAR, MONEY).total() == 2400


def test_a_fee_is_never_exceeded_and_its_parts_sum_to_it_exactly(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    budgets        budget  project  type   amount  hours
                   one     Site     fixed  100     7
    time_entries   entry  person  project  date        hours
                   a      Ana     Site     2025-03-03  1
                   b      Ana     Site     2025-03-04  2
                   c      Ana     Site     2025-03-05  6
                   d      Ana     Site     2025-03-06  3
    """
    # 100.00 is 3,600,000,000 units. 1/7: 514,285,714.28; 3/7: 1,542,857,142.86, both floored; at 9 h of 7 all
    # of it.
    revenue = asked_on("2025-04-01").measure("revenue", *YEAR, scale=1)
    assert revenue.by("entry") == {"a": 514_285_714, "b": 1_028_571_428, "c": 2_057_142_858}


def test_a_fee_without_hours_goes_straight_over_its_calendar_days(asked_on: AskedOn) -> None:
    """
    projects         project  start
                     One      2025-03-01
                     Two      2025-03-01
                     Three    2025-03-01
                     Four     2025-03-01
                     Five     2025-03-01
    budgets          budget  project  type   end         amount  hours  recognition    delivered_on
                     one     One      fixed  2025-03-31  310     -      -              -
                     two     Two      fixed  2025-03-31  3100    100    straight_line  2025-03-05
                     three   Three    fixed  2025-03-31  3100    -      -              -
                     four    Four     fixed  2025-03-31  3100    100    by_hours       -
                     five    Five     fixed  -           3100    -      -              -
    time_entries     person  project  date        hours
                     Ana     Two      2025-03-03  50
                     Ana     Four     2025-03-03  20
    change_requests  project  requested   decided     status    amount  hours
                     Three    2025-03-01  2025-03-06  approved  310     -
                     Two      2025-03-01  2025-03-07  approved  310     -
                     Four     2025-03-01  2025-03-06  approved  -       -100
    """
    # Through yesterday, the 10th, ten of March's 31 days. one: 10 a day. two: 100 a day, hours have no say,
    # it goes straight on when delivered early, and a change after delivery adds nothing. three: 100 a day for
    # five days, then 3410 x 6/31 = 660 to date on the 6th (110 and a jump of 50), 110 a day. four: 3100 x
    # 20/100 = 620 by Ana on the 3rd; no hours are left on the 6th: straight, 600 to date: -20, then 100. five
    # has no end to go straight to.
    march = asked_on("2025-03-11").measure("revenue", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("budget") == {"one": 100, "two": 1000, "three": 1100, "four": 1000}
    by_day = march.by("budget", "day")
    assert [by_day["three", f"2025-03-0{day}"] for day in (5, 6, 7)] == [100, 160, 110]
    assert by_day["four", "2025-03-03"] == 620
    assert ("four", "2025-03-05") not in by_day
    assert [by_day["four", f"2025-03-0{day}"] for day in (6, 7)] == [-20, 100]
    assert march.by("person") == {None: 2580, "Ana": 620}


def test_how_a_fee_is_recognized_may_be_a_setting(asked_on: AskedOn) -> None:
    """
    projects       project
                   One
                   Two
    budgets        budget  project  type   start       end         amount  hours  recognition
                   one     One      fixed  2025-03-01  2025-03-31  3100    10     -
                   two     Two      fixed  2025-03-01  2025-03-31  3100    10     by_hours
    time_entries   person  project  date        hours
                   Ana     One      2025-03-03  5
                   Ana     Two      2025-03-03  5
    """
    straight = asked_on("2025-03-11", fixed_price_recognition="straight_line")
    assert straight.measure("revenue", *YEAR, MONEY).by("budget") == {"one": 1000, "two": 1550}


def test_a_fee_on_delivery_comes_whole_on_that_day(asked_on: AskedOn) -> None:
    """
    projects         project
                     One
                     Two
                     Three
    budgets          budget  project  type   amount  hours  recognition  delivered_on
                     one     One      fixed  5000    10     on_delivery  2025-03-08
                     two     Two      fixed  5000    10     on_delivery  -
                     three   Three    fixed  5000    10     on_delivery  2025-03-11
    time_entries     person  project  date        hours
                     Ana     One      2025-03-03  5
                     Ana     Two      2025-03-03  5
    change_requests  project  requested   decided     status    amount
                     One      2025-03-01  2025-03-05  approved  500
                     One      2025-03-01  2025-03-09  approved  70
    """
    # one: with the change approved by then, 5500. two is not delivered. three is delivered today: not yet.
    revenue = asked_on("2025-03-11").measure("revenue", *YEAR, MONEY)
    assert revenue.by("budget", "day", "person") == {("one", "2025-03-08", None): 5500}


def test_a_retainer_is_its_month_over_calendar_days_and_overage_past_the_allowance(asked_on: AskedOn) -> None:
    """
    projects       project
                   Care
                   Free
                   Bare
    budgets        budget project type     start      end        amount hours overage_rate rollover_cap_hours
                   care   Care    retainer 2025-01-15  -           3100   10    150          4
                   free   Free    retainer 2025-01-15  2025-02-07  -      10    150          -
                   bare   Bare    retainer 2025-02-01  2025-02-07  2800   1     -            -
    time_entries   entry  person  project  date        hours  budget
                   a      Ana     Care     2025-01-10  1      care
                   b      Ana     Care     2025-01-20  2      -
                   c      Ana     Care     2025-02-10  8      -
                   d      Ben     Care     2025-02-20  8      -
                   e      Ana     Care     2025-03-05  9      -
                   f      Ana     Care     2025-03-09  2      -
                   g      Ana     Free     2025-01-20  3      -
                   h      Ana     Free     2025-02-03  18     -
                   i      Ana     Free     2025-03-03  40     free
                   j      Ana     Bare     2025-02-03  9      -
    """
    # care: January 17 of 31 days: 1700; February whole: 3100; 1-10 March 10 of 31 days: 1000. January's
    # allowance is whole: 10 - 3 = 7 are left, 4 are carried. February 14: c + d = 16, so 2 h x 150 on the
    # 20th, Ben's. They are billed and not carried: March has 10: e + f = 11, 1 h x 150 on the 9th. free: 7
    # carried without a cap: 17 in February, h is 18: 150. It ended in February: March passes no allowance.
    # bare: no overage rate, no overage; 7 of 28 days of 2800.
    agency = asked_on("2025-03-11")
    assert agency.measure("revenue", "2025-01-01", "2025-01-31", MONEY).by("budget") == {"care": 1700}
    assert agency.measure("revenue", "2025-02-01", "2025-02-28", MONEY).by("budget", "person") == {
        ("care", None): 3100,
        ("care", "Ben"): 300,
        ("free", "Ana"): 150,
        ("bare", None): 700,
    }
    assert agency.measure("revenue", "2025-02-20", "2025-02-20", MONEY).total(person="Ben") == 300
    march = agency.measure("revenue", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("person") == {None: 1000, "Ana": 150}
    assert march.by("day")["2025-03-09"] == 100 + 150


def test_time_without_a_budget_is_revenue_on_client_projects_only(asked_on: AskedOn) -> None:
    """
    projects       project  kind
                   Site     client
                   House    internal
                   Gift     client
                   Two      client
    budgets        budget  project  type                start       end
                   gift    Gift     non_billable        2025-01-01  -
                   one     Two      time_and_materials  2025-01-01  2025-03-31
                   two     Two      time_and_materials  2025-03-01  2025-12-31
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
    time_entries   person  project  date        hours  billable_hours
                   Ana     Site     2025-03-03  8      2.5
                   Ana     House    2025-03-03  8      8
                   Ana     Gift     2025-03-03  8      8
                   Ana     Two      2025-03-03  1      1
                   Ana     Two      2025-04-03  1      1
                   Ana     Site     2025-04-10  8      8
    expenses       project  date        billable_amount
                   Site     2025-03-03  70
                   Two      2025-04-03  30
    """
    # Site: 2.5 billable hours; today's 8 are not yet. House and Gift give nothing. Two: on 3 March two
    # budgets are in force, so none, and on a client project that is 100 all the same; in April it is T&M,
    # with its expense.
    revenue = asked_on("2025-04-10").measure("revenue", *YEAR, MONEY)
    assert revenue.by("project", "budget") == {("Site", None): 250, ("Two", None): 100, ("Two", "two"): 130}


def test_a_budget_in_another_currency_earns_in_it(asked_on: AskedOn) -> None:
    """
    projects       project
                   One
                   Two
                   Three
    budgets        budget  project  type                start       end         amount  hours  currency
                   one     One      fixed               2025-03-01  -           1000    10     USD
                   two     Two      retainer            2025-03-01  2025-03-31  3100    -      GBP
                   three   Three    time_and_materials  2025-03-01  -           -       -      CHF
    services       service  budget  price
                   design   three   80
    time_entries   person  project  date        hours  service
                   Ana     One      2025-03-03  5      -
                   Ana     Three    2025-03-03  1      design
    """
    revenue = asked_on("2025-03-11").measure("revenue", *YEAR, MONEY)
    assert revenue.by("currency") == {"USD": 500, "GBP": 1000, "CHF": 80}
    assert revenue.total(currency="GBP", person=None) == Fraction(1000)
