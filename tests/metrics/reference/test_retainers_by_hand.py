"""Hours beyond what was sold, and what a retainer carries from month to month, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import HOUR, AskedOn


def test_overserviced_is_what_each_entry_goes_beyond_the_hours_sold_and_a_change_takes_it_back(
    asked_on: AskedOn,
) -> None:
    """
    projects         project
                     Site
                     Shop
    budgets          budget  project  type                start       hours
                     site    Site     fixed               2025-03-01  10
                     shop    Shop     time_and_materials  2025-03-01  -
    change_requests  project  requested   decided     status    hours
                     Site     2025-03-05  2025-03-10  approved  4
                     Site     2025-03-05  2025-03-20  approved  10
                     Site     2025-03-05  -           pending   90
                     Shop     2025-03-05  2025-03-06  approved  1
    time_entries     entry  person  project  date        hours  billable_hours  status
                     e1     Ana     Site     2025-03-03  6      6               approved
                     e3     Ben     Site     2025-03-04  3      0               submitted
                     e2     Ana     Site     2025-03-04  3      3               approved
                     e4     Ben     Site     2025-03-05  3      3               approved
                     e5     Ana     Site     2025-03-05  9      9               rejected
                     e6     Ana     Site     2025-03-10  2      2               approved
                     e7     Ana     Shop     2025-03-10  80     80              approved
                     e8     Ana     Site     2025-04-01  11     0               approved
                     e9     Ana     Site     2025-04-02  5      5               approved
    """
    # Of 10 h: e1 and e2 are 9, e3 goes 2 beyond, e4 3 more. On the 10th four more hours are agreed, before that
    # day's work: 4 taken back, then 2 beyond again. On the 20th ten more take back the 3 that are left, and 7 are
    # free. e8 goes 4 beyond; tomorrow's has not been worked. Hours added to none known are still not known.
    agency = asked_on("2025-04-01")
    march = agency.measure("overserviced_hours", "2025-03-01", "2025-03-31")
    assert march.by("entry") == {"e3": 2, "e4": 3, "e6": 2, None: -7}
    assert march.by("day") == {"2025-03-04": 2, "2025-03-05": 3, "2025-03-10": -2, "2025-03-20": -3}
    assert march.by("person") == {"Ana": 2, "Ben": 5, None: -7}
    assert agency.measure("overserviced_hours", "2025-03-10", "2025-03-10").by("budget") == {"site": -2}
    to_date = agency.measure("overserviced_hours", "2025-01-01", "2025-04-30")
    assert to_date.by("budget", "project") == {("site", "Site"): 4}


def test_a_retainer_is_overserviced_against_all_it_has_allowed_so_far(asked_on: AskedOn) -> None:
    """
    projects      project
                  Care
                  When
    budgets       budget  project  type      start       end         hours
                  care    Care     retainer  2025-03-15  2025-05-20  10
                  when    When     retainer  -           2025-05-20  10
    time_entries  entry  person  project  date        hours  budget
                  e0     Ana     Care     2025-03-14  1      care
                  e1     Ana     Care     2025-03-20  12     -
                  e2     Ana     Care     2025-04-01  4      -
                  e3     Ana     Care     2025-05-02  15     -
                  e4     Ana     Care     2025-06-02  2      care
                  e5     Ana     When     2025-04-02  50     when
    """
    # Nothing is allowed before the 15th: an hour beyond, taken back that day. 13 of 10 are 3 beyond; on 1 April 10
    # more are allowed before that day's 4: 17 of 20. On 2 May 32 of 30. June allows nothing more. What when has
    # allowed nobody knows, for nobody knows when it began.
    agency = asked_on("2025-06-30")
    over = agency.measure("overserviced_hours", "2025-03-01", "2025-06-30")
    assert over.by("day", "entry") == {
        ("2025-03-14", "e0"): 1,
        ("2025-03-15", None): -1,
        ("2025-03-20", "e1"): 3,
        ("2025-04-01", None): -3,
        ("2025-05-02", "e3"): 2,
        ("2025-06-02", "e4"): 2,
    }


def test_overservicing_is_a_part_of_all_hours_tracked(asked_on: AskedOn) -> None:
    """
    projects      project  kind
                  Site     client
                  Shop     client
                  Home     internal
    budgets       budget  project  type   start       hours
                  site    Site     fixed  2025-03-01  10
    time_entries  person  project  date        hours  status
                  Ana     Site     2025-02-28  9      approved
                  Ana     Site     2025-03-03  12     approved
                  Ana     Shop     2025-03-04  5      approved
                  Ana     Home     2025-03-04  3      approved
                  Ana     Shop     2025-03-04  7      rejected
    """
    # The 9 hours of February were before the budget: they are on none. March: 2 beyond of 20.
    rate = asked_on("2025-04-01").measure("overservicing_rate", "2025-03-01", "2025-03-31")
    assert rate.by("budget") == {"site": 2}
    assert rate.ratio() == Fraction(2, 20)
    assert rate.by("project", side="denominator") == {"Site": 12, "Shop": 5, "Home": 3}


def test_a_retainer_carries_its_surplus_up_to_the_cap_and_its_deficit(asked_on: AskedOn) -> None:
    """
    projects      project
                  Cap
                  All
                  None
                  Bill
                  Free
                  Fee
    budgets       budget  project  type      start       hours  rollover_cap_hours  overage_rate
                  cap     Cap      retainer  2025-01-15  10     4                   -
                  all     All      retainer  2025-01-15  10     -                   -
                  none    None     retainer  2025-01-15  10     0                   -
                  bill    Bill     retainer  2025-01-15  10     4                   90
                  free    Free     retainer  2025-01-15  -      4                   -
                  fee     Fee      fixed     2025-01-15  10     -                   -
    time_entries  person  project  date        hours  billable_hours  status
                  Ana     Cap      2025-01-20  3      0               approved
                  Ana     All      2025-01-20  3      3               submitted
                  Ana     None     2025-01-20  3      3               approved
                  Ana     Bill     2025-01-20  3      3               approved
                  Ana     Free     2025-01-20  3      3               approved
                  Ana     Fee      2025-01-20  3      3               approved
                  Ana     All      2025-01-20  9      9               rejected
                  Ana     Cap      2025-02-10  20     20              approved
                  Ana     All      2025-02-10  20     20              approved
                  Ana     None     2025-02-10  20     20              approved
                  Ana     Bill     2025-02-10  20     20              approved
                  Ana     Cap      2025-04-01  1      1               approved
                  Ana     All      2025-04-01  1      1               approved
                  Ana     None     2025-04-01  1      1               approved
                  Ana     Bill     2025-04-01  1      1               approved
                  Ana     Cap      2025-04-03  5      5               approved
    """
    # January, begun on the 15th, allows a whole 10: 7 are left. February opens with 4, 7, 0, 4 and 10 more; 20 are
    # used. A deficit of 6, 3 and 10 is carried; bill's 6 are paid for. March brings 10 and nothing is used; April
    # opens with what March left, at most the cap.
    agency = asked_on("2025-04-02")
    balances = {
        "2025-01-14": {},
        "2025-01-15": {"cap": 10, "all": 10, "none": 10, "bill": 10},
        "2025-01-31": {"cap": 7, "all": 7, "none": 7, "bill": 7},
        "2025-02-01": {"cap": 14, "all": 17, "none": 10, "bill": 14},
        "2025-02-28": {"cap": -6, "all": -3, "none": -10},
        "2025-03-01": {"cap": 4, "all": 7, "bill": 10},
        "2025-04-01": {"cap": 13, "all": 16, "none": 9, "bill": 13},
        # Today is the 2nd: tomorrow's work and the months to come are not there yet.
        "2025-05-31": {"cap": 13, "all": 16, "none": 9, "bill": 13},
    }
    for day, expected in balances.items():
        balance = agency.state("retainer_balance_hours", day, HOUR)
        assert balance.by("budget") == expected
        assert {row["day"].isoformat() for row in balance.rows} <= {day}


def test_hours_agreed_on_top_count_once_and_the_last_month_is_the_last_allowance(asked_on: AskedOn) -> None:
    """
    projects         project
                     Care
    budgets          budget  project  type      start       end         hours  rollover_cap_hours
                     care    Care     retainer  2025-01-15  2025-03-10  10     6
    change_requests  project  requested   decided     status    hours
                     Care     2025-01-20  2025-02-15  approved  5
                     Care     2025-01-20  -           pending   90
    time_entries     person  project  date        hours
                     Ana     Care     2025-01-20  2
                     Ana     Care     2025-02-20  17
                     Ana     Care     2025-03-05  3
    """
    # January leaves 8, of which 6 are carried: 16 in February, 21 from the 15th, 4 in the end. March: 4 + 10 - 3.
    agency = asked_on("2025-03-31")
    days = {"2025-02-14": 16, "2025-02-15": 21, "2025-02-28": 4, "2025-03-01": 14, "2025-03-31": 11}
    for day, expected in days.items():
        assert agency.state("retainer_balance_hours", day, HOUR).by("budget") == {"care": expected}


def test_time_before_a_retainer_begins_is_a_deficit_of_its_month(asked_on: AskedOn) -> None:
    """
    projects      project
                  Care
                  Bill
    budgets       budget  project  type      start       hours  overage_rate
                  care    Care     retainer  2025-02-10  10     -
                  bill    Bill     retainer  2025-02-10  10     90
    time_entries  person  project  date        hours  budget
                  Ana     Care     2025-01-20  3      care
                  Ana     Bill     2025-01-20  3      bill
                  Ana     Care     2025-02-03  2      care
                  Ana     Bill     2025-02-03  2      bill
    """
    # January allows nothing: 3 hours short, which care carries and bill does not. February's whole 10 are there from
    # the day it begins, and the 2 hours of its month before that are used of them.
    agency = asked_on("2025-03-31")
    assert agency.state("retainer_balance_hours", "2025-02-09", HOUR).by("budget") == {}
    balance = agency.state("retainer_balance_hours", "2025-02-28", HOUR)
    assert balance.by("budget") == {"care": 10 - 3 - 2, "bill": 10 - 2}
    # Nothing capped and nothing billed: it is what remains of the hours.
    assert agency.state("budget_hours_remaining", "2025-02-28", HOUR).by("budget")["care"] == 5
