"""The reference SQL of confirmed, weighted and projected revenue, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import MONEY, AskedOn

MARCH = ("2025-03-01", "2025-03-31")


def test_booked_hours_go_on_from_the_worked_ones_and_stop_at_the_cap(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    people           person  start
                     Ana     2025-01-01
                     Ben     2025-01-01
    working_hours    person  valid_from  mon tue wed thu fri
                     Ana     2025-01-01  8   8   8   8   8
                     Ben     2025-01-01  8   8   8   8   8
    absences         person  start       end         hours_per_day
                     Ana     2025-03-13  2025-03-13  -
                     Ana     2025-03-14  2025-03-14  6
    budgets          budget  project  type                amount  capped  end
                     one     Site     time_and_materials  3000    true    2025-03-20
    bill_rates       valid_from  hourly_rate
                     2025-01-01  100
                     2025-03-17  200
    time_entries     person  project  date        hours
                     Ana     Site     2025-03-03  10
                     Ana     Site     2025-03-12  8
    bookings         person  project  start       end         hours_per_day  tentative
                     Ana     Site     2025-03-10  2025-03-31  4              false
                     Ben     Site     2025-03-17  2025-03-17  1              -
                     Ben     Site     2025-03-12  2025-03-12  8              true
                     -       Site     2025-03-12  2025-03-12  8              false
    change_requests  project  requested   decided     amount
                     Site     2025-03-01  2025-03-19  500
    """
    # Today is Wednesday the 12th: what is worked today is ahead, not past. 3 March: 1000. Booked from today:
    # the 12th 400, the 13th Ana is away, the 14th 400 (a partial absence reduces nothing), the 17th 4 x 200
    # by booking1 and 1 x 200 by booking2 = 2800 to date, the 18th 800 but the cap leaves 200. By the 19th
    # 3600 are worked or booked and the cap is 3500: +500, nobody's. On the 20th nothing is left, then the
    # budget ends.
    agency = asked_on("2025-03-12")
    assert agency.measure("confirmed_revenue", *MARCH, MONEY).by("day", "person") == {
        ("2025-03-03", "Ana"): 1000,
        ("2025-03-12", "Ana"): 400,
        ("2025-03-14", "Ana"): 400,
        ("2025-03-17", "Ana"): 800,
        ("2025-03-17", "Ben"): 200,
        ("2025-03-18", "Ana"): 200,
        ("2025-03-19", None): 500,
    }
    # A period that begins later starts from the same cap.
    assert agency.measure("confirmed_revenue", "2025-03-18", "2025-03-18", MONEY).total() == 200


def test_a_booked_hour_has_the_price_of_its_service_else_of_the_bill_rates_that_day(
    asked_on: AskedOn,
) -> None:
    """
    projects       project
                   Site
                   Shop
                   Bare
                   Gift
    people         person  start       job_title
                   Ana     2025-01-01  Dev
                   Ben     2025-01-01  PM
    working_hours  person  valid_from  wed
                   Ana     2025-01-01  8
                   Ben     2025-01-01  8
    budgets        budget  project  type                start       end
                   one     Site     time_and_materials  2025-01-01  -
                   two     Site     time_and_materials  2025-03-20  -
                   shop    Shop     time_and_materials  2025-01-01  -
                   old     Shop     time_and_materials  2024-01-01  2024-12-31
                   gift    Gift     non_billable        2025-01-01  -
    services       service  budget  price  discount_percent
                   design   shop    80     10
    bill_rates     valid_from  hourly_rate  job_title  project
                   2025-01-01  50           Dev        -
                   2025-01-01  70           Dev        Site
    bookings       person  project  start       end         hours_per_day  service  budget
                   Ana     Site     2025-03-12  2025-03-12  1              -        -
                   Ana     Shop     2025-03-12  2025-03-12  2              -        -
                   Ana     Shop     2025-03-12  2025-03-12  3              design   -
                   Ben     Shop     2025-03-12  2025-03-12  4              -        -
                   Ana     Bare     2025-03-12  2025-03-12  5              -        -
                   Ana     Gift     2025-03-12  2025-03-12  6              -        -
                   Ana     Shop     2025-03-12  2025-03-12  7              -        old
                   Ana     Site     2025-03-19  2025-03-26  1              -        -
    """
    # Site: 70 on the 12th and the 19th; from the 20th two budgets are in force, so the 26th belongs to none.
    # Shop: 2 x 50, and 3 x 72 by the service. Ben has no price: unknown, 0. Without a budget, on a
    # non-billable one or past a budget's end nothing is forecast.
    march = asked_on("2025-03-12").measure("confirmed_revenue", *MARCH, MONEY)
    assert march.by("budget", "day") == {
        ("one", "2025-03-12"): 70,
        ("one", "2025-03-19"): 70,
        ("shop", "2025-03-12"): 100 + 216,
    }


def test_a_fee_is_earned_by_its_bookings_until_it_is_reached_and_not_spread_further(
    asked_on: AskedOn,
) -> None:
    """
    projects         project
                     Site
                     Full
                     Late
                     Done
    people           person  start
                     Ana     2025-01-01
    working_hours    person  valid_from  mon tue wed thu fri
                     Ana     2025-01-01  8   8   8   8   8
    budgets          budget  project  type   start       end         amount  hours  delivered_on
                     one     Site     fixed  2025-03-01  2025-03-31  10000   100    -
                     two     Full     fixed  2025-03-01  2025-03-31  900     9      -
                     three   Late     fixed  2025-03-01  2025-05-31  3100    10     -
                     four    Done     fixed  2025-03-01  2025-03-31  3100    10     2025-03-10
    time_entries     person  project  date        hours
                     Ana     Site     2025-03-03  20
                     Ana     Site     2025-03-04  20
                     Ana     Full     2025-03-03  5
                     Ana     Done     2025-03-03  5
    bookings         person  project  start       end         hours_per_day
                     Ana     Site     2025-03-12  2025-03-13  6
                     Ana     Full     2025-03-13  2025-03-14  3
                     Ana     Late     2025-05-01  2025-05-01  3
                     Ana     Done     2025-03-13  2025-03-14  3
    change_requests  project  requested   decided     amount  hours
                     Site     2025-03-01  2025-03-13  2000    20
    """
    # one: 4000 earned. The 12th 6 h: +600. On the 13th the fee is 12000 for 120 h: 46 h are 4600, no jump;
    # +600. two: 500, then 300 on the 13th and the last 100 on the 14th. three is booked, if only later:
    # nothing is spread. four is delivered: 3100 by then (1550 + 1550), nothing more.
    march = asked_on("2025-03-12").measure("confirmed_revenue", *MARCH, MONEY)
    assert march.by("budget", "day") == {
        ("one", "2025-03-03"): 2000,
        ("one", "2025-03-04"): 2000,
        ("one", "2025-03-12"): 600,
        ("one", "2025-03-13"): 600,
        ("two", "2025-03-03"): 500,
        ("two", "2025-03-13"): 300,
        ("two", "2025-03-14"): 100,
        ("four", "2025-03-03"): 1550,
        ("four", "2025-03-10"): 1550,
    }
    assert march.by("person")["Ana"] == 4000 + 1200 + 500 + 400 + 1550


def test_without_bookings_the_rest_of_a_fee_goes_straight_over_the_remaining_working_days(
    asked_on: AskedOn,
) -> None:
    """
    projects         project
                     Site
                     Next
                     Past
                     Open
                     More
    budgets          budget  project  type   start       end         amount  hours
                     one     Site     fixed  2025-03-01  2025-03-21  10000   100
                     two     Next     fixed  2025-03-15  2025-03-21  1000    10
                     three   Past     fixed  2025-02-01  2025-03-11  1000    10
                     four    Open     fixed  2025-03-01  -           1000    10
                     five    More     fixed  2025-03-01  2025-03-14  1000    10
    time_entries     person  project  date        hours
                     Ana     Site     2025-03-03  20
                     Ana     Site     2025-03-04  20
    bookings         person  project  start       end         hours_per_day  tentative
                     Ana     Site     2025-03-13  2025-03-14  8              true
                     Ana     Site     2025-03-03  2025-03-11  8              false
    change_requests  project  requested   decided     amount
                     More     2025-03-01  2025-03-13  500
    """
    # one: 6000 are left on Wednesday the 12th; to Friday the 21st there are 8 working days: 750 each. A
    # tentative booking and one that is over are none. two begins on Saturday the 15th: five days from Monday,
    # 200 each. three is past its end, four has none. five: 1000 over Wed-Fri, 333.33 on Wed; from Thu the fee
    # is 1500, two thirds of it by that day: 1000 to date, so 666.67 on Thursday and 500 on Friday.
    agency = asked_on("2025-03-12")
    march = agency.measure("confirmed_revenue", "2025-03-12", "2025-03-31", MONEY)
    working = ["2025-03-17", "2025-03-18", "2025-03-19", "2025-03-20", "2025-03-21"]
    by_day = march.by("budget", "day")
    assert {day for budget, day in by_day if budget == "one"} == {
        "2025-03-12",
        "2025-03-13",
        "2025-03-14",
        *working,
    }
    assert {value for (budget, _), value in by_day.items() if budget == "one"} == {Fraction(750)}
    assert {day: value for (budget, day), value in by_day.items() if budget == "two"} == dict.fromkeys(working, 200)
    assert by_day["five", "2025-03-12"] == Fraction(12_000_000_000, 36_000_000)
    assert by_day["five", "2025-03-13"] == Fraction(24_000_000_000, 36_000_000)
    assert by_day["five", "2025-03-14"] == 500
    assert march.by("budget") == {"one": 6000, "two": 1000, "five": 1500}


def test_straight_lines_and_retainers_go_on_and_on_delivery_forecasts_nothing(asked_on: AskedOn) -> None:
    """
    projects       project
                   One
                   Two
                   Three
                   Four
                   Five
    budgets        budget  project  type      start       end         amount  hours  recognition    delivered
                   one     One      fixed     2025-03-01  2025-03-20  2000    100    straight_line  2025-03-05
                   two     Two      retainer  2025-03-01  -           3100    10     -              -
                   three   Three    fixed     2025-03-01  2025-03-20  2000    100    on_delivery    -
                   four    Four     fixed     2025-03-01  2025-03-20  2000    100    on_delivery    2025-03-15
                   five    Five     retainer  2025-03-01  2025-03-15  3100    10     -              -
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    bookings       person  project  start       end         hours_per_day
                   Ana     One      2025-03-12  2025-03-14  8
                   Ana     Three    2025-03-12  2025-03-14  8
    """
    # One goes on, 100 a day, to the 20th: 11 days done, 9 ahead. Two 100 a day: 11 done, 20 ahead. Five ends
    # the 15th.
    agency = asked_on("2025-03-12")
    assert agency.measure("revenue", *MARCH, MONEY).by("budget") == {"one": 1100, "two": 1100, "five": 1100}
    march = agency.measure("confirmed_revenue", *MARCH, MONEY)
    assert march.by("budget") == {"one": 2000, "two": 3100, "five": 1500}
    assert march.by("person") == {None: 6600}


def test_the_check_of_the_glossary_a_weighted_deal_over_its_calendar_days(asked_on: AskedOn) -> None:
    """
    deals  deal   client  value  probability  expected_close  start       end         status  currency
           one    Acme    5000   20           2025-02-15      2025-03-01  2025-03-31  open    EUR
           two    -       9000   50           2025-03-01      -           -           open    USD
           three  -       9000   -            2025-03-01      -           -           open    EUR
           four   -       -      50           2025-03-01      -           -           open    EUR
           five   -       9000   50           -               -           2025-03-31  open    EUR
           six    -       9000   100          2025-03-01      2025-03-01  2025-03-31  won     EUR
           seven  -       9000   50           2025-03-01      2025-03-01  2025-03-31  lost    EUR
           eight  -       200    50           2025-01-01      2025-03-30  2025-04-02  open    EUR
    """
    # one: 5000 x 20 % = 1000 over 31 days, 32.26 a day: floored to date, 1/31 is 1,161,290,322.58 units. two:
    # 4500 over 90 days from 1 March, 50 a day through 29 May. eight: 100 over four days, two of them in
    # March.
    agency = asked_on("2025-03-12")
    march = agency.measure("weighted_pipeline", *MARCH, MONEY)
    assert march.by("deal") == {"one": 1000, "two": 31 * 50, "eight": 50}
    first = agency.measure("weighted_pipeline", "2025-03-01", "2025-03-02", scale=1)
    assert [row["numerator"] for row in first.rows if row["deal_id"] == "one"] == [
        1_161_290_322,
        1_161_290_323,
    ]
    assert march.by("currency") == {"EUR": 1050, "USD": 1550}
    assert march.total(client="Acme") == 1000
    may = agency.measure("weighted_pipeline", "2025-05-28", "2025-06-30", MONEY)
    assert may.by("day") == {"2025-05-28": 50, "2025-05-29": 50}


def test_projected_revenue_is_the_two_side_by_side_and_counts_no_tentative_booking(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  wed
                   Ana     2025-01-01  8
    budgets        budget  project  type                start
                   one     Site     time_and_materials  2025-01-01
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
    bookings       person  project  start       end         hours_per_day  tentative  deal
                   Ana     Site     2025-03-12  2025-03-12  2              false      -
                   Ana     Site     2025-03-12  2025-03-12  4              true       new
    deals          deal  value  probability  start       end
                   new   3100   10           2025-03-01  2025-03-31
    """
    march = asked_on("2025-03-12").measure("projected_revenue", *MARCH, MONEY)
    assert march.by("component") == {"confirmed_revenue": 200, "weighted_pipeline": 310}
    assert march.by("deal") == {None: 200, "new": 310}


def test_hours_booked_beyond_a_retainers_allowance_are_overage_month_by_month(asked_on: AskedOn) -> None:
    """
    projects       project
                   Care
                   Soon
    people         person  start
                   Ana     2025-01-01
                   Ben     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
                   Ben     2025-01-01  8   8   8   8   8
    budgets        budget  project  type      start       end         hours  overage_rate  rollover_cap_hours
                   care    Care     retainer  2025-02-01  2025-05-14  10     150           5
                   soon    Soon     retainer  2025-04-15  -           4      100           -
    time_entries   person  project  date        hours
                   Ana     Care     2025-02-10  2
                   Ana     Care     2025-03-03  9
                   Ana     Care     2025-03-12  9
    bookings       person  project  start       end         hours_per_day  budget
                   Ana     Care     2025-03-13  2025-03-14  4              -
                   Ben     Care     2025-03-14  2025-03-14  1              -
                   Ben     Care     2025-05-14  2025-05-15  8              care
                   Ben     Care     2025-05-13  2025-05-13  8              -
                   Ben     Soon     2025-04-16  2025-04-16  6              -
    """
    # care: 8 h of February are left, 5 are carried: 15 in March. 9 are worked, today's are not yet past.
    # Booked: the 13th 4 (13), the 14th Ana 4: 2 h x 150 beyond; Ben's 1 h x 150. Nothing is carried. April
    # 10, unused: 5 carried. May 15: the 13th 8, the 14th 8: 1 h x 150; the 15th is past the end. soon: 6 of
    # April's 4: 2 h x 100. No amount is known, so there is no monthly revenue beside it.
    ahead = asked_on("2025-03-12").measure("confirmed_revenue", "2025-03-01", "2025-05-31", MONEY)
    assert ahead.by("budget", "day", "person") == {
        ("care", "2025-03-14", "Ana"): 300,
        ("care", "2025-03-14", "Ben"): 150,
        ("care", "2025-05-14", "Ben"): 150,
        ("soon", "2025-04-16", "Ben"): 200,
    }


def test_a_fee_without_hours_goes_on_though_delivered_and_a_delivery_ahead_has_not_happened(
    asked_on: AskedOn,
) -> None:
    """
    projects         project
                     One
                     Two
                     Three
    budgets          budget  project  type   start       end         amount  hours  delivered
                     one     One      fixed  2025-03-01  2025-03-20  2000    -      2025-03-05
                     two     Two      fixed  2025-03-01  2025-03-14  900     10     2025-03-14
                     three   Three    fixed  2025-03-01  2025-03-20  2000    -      -
    change_requests  project  requested   decided     amount  hours
                     Three    2025-03-01  2025-03-02  -       10
    time_entries     person  project  date        hours
                     Ana     Three    2025-03-03  20
    """
    # one: straight, 100 a day for all its 20 days. two: nothing worked or booked, 300 on each of Wed, Thu and
    # Fri. three: ten hours more than unknown are unknown: straight as well.
    agency = asked_on("2025-03-12")
    assert agency.measure("revenue", *MARCH, MONEY).by("budget", "person") == {
        ("one", None): 1100,
        ("three", None): 1100,
    }
    ahead = agency.measure("confirmed_revenue", "2025-03-12", "2025-03-31", MONEY)
    assert ahead.by("budget") == {"one": 900, "two": 900, "three": 900}
    assert {day for budget, day in ahead.by("budget", "day") if budget == "two"} == {
        "2025-03-12",
        "2025-03-13",
        "2025-03-14",
    }


def test_where_no_working_day_remains_what_was_recognized_stays(asked_on: AskedOn) -> None:
    """
    projects         project
                     Fair
    budgets          budget  project  type   amount  hours  start       end
                     fee     Fair     fixed  900     0      2025-03-15  2025-03-16
    change_requests  project  budget  requested   decided     hours
                     Fair     fee     2025-03-12  2025-03-16  10
    """
    # A fee over a Saturday and a Sunday, straight: 450 on the 15th. On Sunday ten hours are agreed for it: from then on
    # it goes by hours, nobody is booked, and there is no Monday to Friday left to spread the rest over.
    agency = asked_on("2025-03-12")
    assert agency.measure("confirmed_revenue", *MARCH, MONEY).by("day") == {"2025-03-15": 450}
