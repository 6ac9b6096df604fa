"""The hours that are recognized, by the type of their budget, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import AskedOn


def test_twelve_billable_hours_on_ten_sold_are_ten(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    budgets        budget  project  type   start       hours
                   fee     Site     fixed  2025-01-01  100
    services       service  budget  quantity
                   design   fee     10
                   build    fee     3
                   none     fee     0
    time_entries   entry  person  project  date        hours  billable_hours  service  status
                   a      Ana     Site     2025-03-03  7      7               design   approved
                   c      Ana     Site     2025-03-04  8      2               design   draft
                   b      Ben     Site     2025-03-04  9      2               design   submitted
                   B      Ben     Site     2025-03-04  2      1               design   approved
                   d      Ana     Site     2025-03-05  4      4               build    approved
                   e      Ana     Site     2025-03-05  5      5               none     approved
                   f      Ana     Site     2025-03-02  5      5               design   rejected
                   g      Ana     Site     2025-03-06  6      -               build    approved
    """
    # design: 7, then on the 4th by the bytes of the ids B 1, b 2, c 2: 12 billable on 10, so c gets nothing.
    # build: 3 of 4. none sold: 0. What was tracked beyond the billable hours has no say.
    agency = asked_on("2025-03-10")
    hours = agency.measure("recognized_hours", "2025-03-01", "2025-03-31")
    assert hours.by("service") == {"design": 10, "build": 3}
    assert hours.by("entry") == {"a": 7, "B": 1, "b": 2, "d": 3}
    assert hours.by("person") == {"Ana": 10, "Ben": 3}


def test_fixed_time_without_a_service_goes_up_to_the_hours_sold_in_force_that_day(asked_on: AskedOn) -> None:
    """
    projects         project
                     Blog
                     Free
    budgets          budget  project  type   start       hours
                     small   Blog     fixed  2025-01-01  6
                     free    Free     fixed  2025-01-01  -
    change_requests  project  requested   decided     status    hours
                     Blog     2025-03-01  2025-03-06  approved  3
                     Blog     2025-03-01  2025-03-08  approved  -2
                     Blog     2025-03-01  2025-03-07  pending   50
    time_entries     person  project  date        hours
                     Ana     Blog     2025-03-03  4
                     Ana     Blog     2025-03-04  4
                     Ana     Blog     2025-03-07  4
                     Ana     Blog     2025-03-10  1
                     Ana     Free     2025-03-04  30
    """
    # 4, then 2 of 4 (6 sold). On the 6th 9 are sold: the other 2, nobody's hours of that day. On the 7th 1 of 4.
    # On the 8th only 7 are sold: -2. The 10th is today, and hours are recognized through yesterday.
    # Where it is not known how many were sold, nothing stops them.
    hours = asked_on("2025-03-10").measure("recognized_hours", "2025-03-01", "2025-03-31")
    assert hours.by("budget", "day", "person") == {
        ("small", "2025-03-03", "Ana"): 4,
        ("small", "2025-03-04", "Ana"): 2,
        ("small", "2025-03-06", None): 2,
        ("small", "2025-03-07", "Ana"): 1,
        ("small", "2025-03-08", None): -2,
        ("free", "2025-03-04", "Ana"): 30,
    }


def test_at_a_cap_the_hours_are_the_value_to_date_over_the_price_half_up_to_a_second(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type                start       amount  capped
                     cap     Site     time_and_materials  2025-01-01  1000    true
    time_entries     entry  person  project  date        hours  billable_hours  billable_rate  currency
                     a      Ana     Site     2025-03-03  7      6               100            EUR
                     b      Ben     Site     2025-03-04  5      5               110            EUR
                     c      Ana     Site     2025-03-05  2      2               100            EUR
                     d      Ana     Site     2025-03-05  3      3               0              EUR
                     e      Ana     Site     2025-03-05  4      4               -              EUR
                     f      Ana     Site     2025-03-05  1      1               50             USD
    """
    # a: 600 of 1000. b: 400 of its 550, 400 / 110 h = 13090.9 s -> 13091. c: nothing left. Time at no price (d),
    # at an unknown one (e) and in another currency (f) is outside the cap.
    hours = asked_on("2025-03-10").measure("recognized_hours", "2025-03-01", "2025-03-31", scale=1)
    assert hours.by("entry") == {"a": 21600, "b": 13091, "d": 10800, "e": 14400, "f": 3600}


def test_when_a_cap_is_raised_the_hours_it_held_back_are_recognized_in_their_order(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
    budgets          budget  project  type                start       amount  capped
                     cap     Site     time_and_materials  2025-01-01  1000    true
    change_requests  project  requested   decided     status    amount
                     Site     2025-03-01  2025-03-06  approved  250
                     Site     2025-03-01  2025-03-08  approved  -650
    time_entries     entry  person  project  date        hours  billable_rate
                     a      Ana     Site     2025-03-03  6      100
                     b      Ben     Site     2025-03-04  5      110
                     c      Ana     Site     2025-03-05  2      100
                     d      Ana     Site     2025-03-07  3      100
    """
    # As before 21600 and 13091 s. Of 1250 in force on the 6th 600 are a's, 550 all of b's, 100 half of c's:
    # 12 h = 43200 s, 8509 more. d reaches the cap at once. On the 8th 600 are left: a's 6 h, 21600 less.
    hours = asked_on("2025-03-10").measure("recognized_hours", "2025-03-01", "2025-03-31", scale=1)
    assert hours.by("day", "entry", "budget") == {
        ("2025-03-03", "a", "cap"): 21600,
        ("2025-03-04", "b", "cap"): 13091,
        ("2025-03-06", None, "cap"): 8509,
        ("2025-03-08", None, "cap"): -21600,
    }


def test_all_other_billable_hours_are_recognized_where_there_is_something_to_bill(asked_on: AskedOn) -> None:
    """
    projects       project  kind
                   Time     client
                   Care     client
                   Gift     client
                   None     client
                   Office   internal
    budgets        budget  project  type                start       amount  hours  capped
                   time    Time     time_and_materials  2025-01-01  100     1      -
                   care    Care     retainer            2025-01-01  500     2      -
                   gift    Gift     non_billable        2025-01-01  -       20     -
    services       service  budget  quantity
                   line     time    1
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
    time_entries   person  project  date        hours  billable_hours  service
                   Ana     Time     2025-03-03  8      6               line
                   Ana     Care     2025-03-03  8      5               -
                   Ana     Gift     2025-03-03  8      4               -
                   Ana     None     2025-03-03  8      3               -
                   Ana     Office   2025-03-03  8      2               -
                   Ana     Time     2025-03-04  8      -               -
    """
    # T&M without a cap: 6, whatever its service's quantity; retainer: 5; non-billable: 0; no budget for a
    # client: 3; internal: 0; no billable hours known: 0.
    hours = asked_on("2025-03-10").measure("recognized_hours", "2025-03-01", "2025-03-31")
    assert hours.by("project") == {"Time": 6, "Care": 5, "None": 3}
    assert hours.total() == Fraction(14)
