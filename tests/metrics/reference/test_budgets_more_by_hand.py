"""What is left of budgets, how fast they burn and when they run out, against figures worked by hand."""

from datetime import date, timedelta

from tests.agency_notation import HOUR, MONEY, AskedOn, Asking


def runs_out(agency: Asking, on: str) -> dict[str, str]:
    """The day each budget runs out, as of a date; "not before the end" where it does not."""
    rows = agency.state("budget_runout_date", on, 1).rows
    assert len({row["budget_id"] for row in rows}) == len(rows)
    assert {row["day"].isoformat() for row in rows} <= {on}
    days = {row["budget_id"]: date(1970, 1, 1) + timedelta(days=int(row["numerator"])) for row in rows}
    known = {row["budget_id"] for row in rows if row["denominator"] == 1}
    assert all(row["denominator"] in (0, 1) for row in rows)
    return {name: day.isoformat() if name in known else "not before the end" for name, day in days.items()}


def test_money_and_hours_left_of_a_budget_can_disagree_and_be_negative(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
                     Fee
                     Care
                     Open
    budgets          budget  project  type                start       end         amount  hours  currency
                     time    Site     time_and_materials  2025-03-01  -           1000    20     GBP
                     fee     Fee      fixed               2025-03-01  -           1000    10     EUR
                     care    Care     retainer            2025-02-15  2025-04-10  300     5      EUR
                     open    Open     time_and_materials  2025-03-01  -           -       -      EUR
    change_requests  project  requested   decided     status    amount  hours
                     Fee      2025-03-01  2025-03-10  approved  100     -2
                     Fee      2025-03-01  -           pending   900     9
    time_entries     person  project  date        hours  billable_hours  status     billable_rate  currency
                     Ana     Site     2025-03-03  8      8               approved   150            GBP
                     Ana     Site     2025-03-04  4      1               submitted  150            GBP
                     Ana     Site     2025-03-04  4      4               rejected   150            GBP
                     Ana     Fee      2025-03-03  9      0               approved   100            EUR
                     Ana     Fee      2025-03-11  1      0               approved   100            EUR
                     Ana     Care     2025-03-05  12     12              approved   100            EUR
                     Ana     Open     2025-03-05  3      3               approved   100            EUR
                     Ana     Site     2025-03-13  1      1               approved   150            GBP
    expenses         project  date        billable_amount
                     Fee      2025-03-05  50
    """
    # Today is the 12th. time: 9 billable hours x 150 of 1000 pounds, but 12 of 20 hours. fee: 9 tracked hours x
    # 100 and 50, and from the 10th 100 more to spend and 2 hours less to work. care: the months begun by then.
    # open has neither an amount nor hours to be left.
    agency = asked_on("2025-03-12")
    assert agency.state("budget_hours", "2025-03-09", HOUR).by("budget") == {"time": 20, "fee": 10, "care": 10}
    assert agency.state("budget_hours", "2025-04-30", HOUR).by("budget") == {"time": 20, "fee": 8, "care": 15}
    left = agency.state("budget_remaining", "2025-03-09")
    assert left.by("budget", "currency") == {("time", "GBP"): -350, ("fee", "EUR"): 50, ("care", "EUR"): -600}
    hours = agency.state("budget_hours_remaining", "2025-03-09", HOUR)
    assert hours.by("budget") == {"time": 8, "fee": 1, "care": -2}
    # By the end of March: an hour more on fee; tomorrow's hour on time has not been worked.
    left = agency.state("budget_remaining", "2025-03-31")
    assert left.by("budget") == {"time": -350, "fee": 50, "care": -600}
    hours = agency.state("budget_hours_remaining", "2025-03-31", HOUR)
    assert hours.by("budget") == {"time": 8, "fee": -2, "care": -2}
    # What was tracked on budgets, in a period: today's too, not what was rejected.
    used = agency.measure("budget_hours_used", "2025-03-04", "2025-03-31", HOUR)
    assert used.by("budget") == {"time": 4, "fee": 1, "care": 12, "open": 3}


def test_hours_used_are_those_that_belong_to_a_budget(asked_on: AskedOn) -> None:
    """
    projects      project
                  Site
                  Two
                  None
    budgets       budget  project  type                start       end
                  site    Site     time_and_materials  2025-03-01  2025-03-10
                  gift    Two      non_billable        2025-03-01  -
                  more    Two      fixed               2025-03-05  -
    services      service  budget
                  design   more
    time_entries  person  project  date        hours  budget  service
                  Ana     Site     2025-03-10  1      -       -
                  Ana     Site     2025-03-11  2      -       -
                  Ana     Two      2025-03-04  4      -       -
                  Ana     Two      2025-03-05  8      -       -
                  Ana     Two      2025-03-06  16     -       design
                  Ana     None     2025-03-06  32     site    -
    """
    used = asked_on("2025-03-31").measure("budget_hours_used", "2025-03-01", "2025-03-31", HOUR)
    assert used.by("budget", "project") == {
        ("site", "Site"): 1,
        ("gift", "Two"): 4,
        ("more", "Two"): 16,
        ("site", "None"): 32,
    }


def test_burn_rate_is_over_the_last_four_weeks_that_are_complete(asked_on: AskedOn) -> None:
    """
    projects      project
                  Fee
    budgets       budget  project  type   start       amount
                  fee     Fee      fixed  2025-01-01  9000
    time_entries  person  project  date        hours  billable_hours  billable_rate
                  Ana     Fee      2025-03-02  1      0               100
                  Ana     Fee      2025-03-03  4      0               100
                  Ana     Fee      2025-03-30  2      0               100
                  Ana     Fee      2025-03-31  8      0               100
    expenses      project  date        billable_amount
                  Fee      2025-03-12  20
    """
    # 2, 23 and 30 March are Sundays. On Wednesday 2 April the last four weeks are 3 to 30 March: 400 + 20 + 200.
    # The slices are what was used, a fourth of it is the week's.
    today = asked_on("2025-04-02")
    assert today.state("burn_rate", "2025-04-02").by("budget") == {"fee": 620}
    # As of Sunday the 23rd: 24 February to 23 March. On Saturday that week is not complete: to the 16th.
    assert today.state("burn_rate", "2025-03-23").by("budget") == {"fee": 100 + 400 + 20}
    assert today.state("burn_rate", "2025-03-08").by("budget") == {"fee": 100}
    # A Sunday that is today is not over, on the Monday after it is.
    assert asked_on("2025-03-30").state("burn_rate", "2025-03-30").total() == 520
    assert asked_on("2025-03-31").state("burn_rate", "2025-03-31").total() == 620


def test_a_budget_that_is_over_ran_out_on_the_day_its_total_was_reached(asked_on: AskedOn) -> None:
    """
    projects         project
                     Over
                     Full
                     More
                     Time
                     None
    budgets          budget  project  type                start       end         amount
                     over    Over     fixed               2025-01-01  2025-03-15  1000
                     full    Full     fixed               2025-01-01  2025-03-15  1000
                     more    More     fixed               2025-01-01  2025-03-15  1000
                     time    Time     time_and_materials  2025-01-01  2025-03-15  1000
                     none    None     time_and_materials  2025-01-01  2025-03-15  -
    change_requests  project  requested   decided     amount
                     More     2025-03-11  2025-03-13  500
    time_entries     person  project  date        hours  billable_hours  billable_rate
                     Ana     Over     2025-03-03  6      0               100
                     Ana     Over     2025-03-10  5      0               100
                     Ana     Over     2025-03-12  1      0               100
                     Ana     Full     2025-03-03  6      0               100
                     Ana     Full     2025-03-12  4      0               100
                     Ana     More     2025-03-10  12     0               100
                     Ana     Time     2025-03-10  12     9               100
                     Ana     None     2025-03-10  12     9               100
                     Ana     Time     2025-04-02  12     9               100
    """
    # over passes 1000 on the 10th, full meets it on the 12th; more had 1200 of 1000, but has 1500 since. time:
    # 900 billable; its end is past, so what is worked today or burns after comes too late.
    agency = asked_on("2025-04-02")
    assert runs_out(agency, "2025-04-02") == {
        "over": "2025-03-10",
        "full": "2025-03-12",
        "more": "not before the end",
        "time": "not before the end",
    }
    # As of the 12th, before the change: more was over on the 10th.
    assert runs_out(agency, "2025-03-12")["more"] == "2025-03-10"


def test_a_budget_runs_out_by_its_bookings_and_after_the_last_by_its_burn_rate(asked_on: AskedOn) -> None:
    """
    projects       project
                   Booked
                   Burn
                   Late
                   Just
                   Open
                   Slow
                   Still
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    absences       person  start       end         category
                   Ana     2025-04-07  2025-04-07  vacation
    budgets        budget  project  type   start       end         amount
                   booked  Booked   fixed  2025-01-01  2025-06-30  1000
                   burn    Burn     fixed  2025-01-01  2025-06-30  2000
                   late    Late     fixed  2025-01-01  2025-05-01  2000
                   just    Just     fixed  2025-01-01  2025-05-02  2000
                   open    Open     fixed  2025-01-01  -           2000
                   slow    Slow     fixed  2025-01-01  -           999999
                   still   Still    fixed  2025-01-01  2025-06-30  1000
    bill_rates     valid_from  hourly_rate
                   2025-01-01  100
    time_entries   person  project  date        hours  billable_hours
                   Ana     Booked   2025-02-03  4      0
                   Ana     Burn     2025-03-10  8      0
                   Ana     Late     2025-03-10  8      0
                   Ana     Just     2025-03-10  8      0
                   Ana     Open     2025-03-10  8      0
                   Ana     Slow     2025-03-10  8      0
                   Ana     Still    2025-02-03  8      0
                   Ana     Booked   2025-04-02  8      0
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Booked   2025-04-02  2025-04-04  3              false
                   -       Booked   2025-04-02  2025-04-04  8              false
                   Ana     Booked   2025-04-02  2025-04-04  8              true
                   Ana     Burn     2025-04-03  2025-04-05  2              false
                   Ana     Burn     2025-04-07  2025-04-07  8              false
                   Ana     Late     2025-04-03  2025-04-04  2              false
                   Ana     Just     2025-04-03  2025-04-04  2              false
                   Ana     Open     2025-04-03  2025-04-04  2              false
                   Ana     Slow     2025-04-03  2025-04-04  2              false
    """
    # Today is Wednesday 2 April: what is worked today counts as booked. booked: 400 used, 300 a day: 1000 on the
    # second day. The others used 800 in the four weeks, 200 a week, 40 a day; with 200 booked on Thursday and
    # Friday 1200 by the 4th. Nothing is booked on a Saturday or on leave. 800 more at 40 are twenty working days:
    # 7 April is the first, Friday 2 May the twentieth.
    agency = asked_on("2025-04-02")
    assert runs_out(agency, "2025-04-02") == {
        "booked": "2025-04-03",
        "burn": "2025-05-02",
        "late": "not before the end",
        "just": "2025-05-02",
        "open": "2025-05-02",
        "slow": "not before the end",
        "still": "not before the end",
    }
    # As of Friday 7 March, a past day, nothing had been worked on burn: 400 are booked after it, and no rate is
    # known to go on with.
    assert runs_out(agency, "2025-03-07")["burn"] == "not before the end"


def test_run_out_counts_from_the_last_booked_day_over_a_weekend(asked_on: AskedOn) -> None:
    """
    projects       project
                   Site
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri sat
                   Ana     2025-01-01  8   8   8   8   8   8
    budgets        budget  project  type                start       end  amount  currency
                   usd     Site     time_and_materials  2025-01-01  -    1000    USD
    exchange_rates  date        currency  rate
                    2025-01-01  USD       0.5
                    2025-04-01  USD       0.8
    time_entries   person  project  date        hours  billable_rate  currency
                   Ana     Site     2025-03-03  4      100            EUR
                   Ana     Site     2025-03-04  1      100            CHF
    bookings       person  project  start       end         hours_per_day
                   Ana     Site     2025-04-05  2025-04-05  2
    bill_rates     valid_from  hourly_rate  currency
                   2025-01-01  100          USD
    """
    # 400 EUR are 500 USD by the rate of today, 25 a working day; Saturday the 5th brings 200. The 300 that are
    # left take twelve days from Monday the 7th: Tuesday the 22nd. Nobody knows what a franc is.
    assert runs_out(asked_on("2025-04-02"), "2025-04-02") == {"usd": "2025-04-22"}


def test_forecast_is_what_was_used_before_today_and_what_is_booked_to_the_end(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
                     Cap
                     Care
                     Gift
    people           person  start
                     Ana     2025-01-01
    working_hours    person  valid_from  mon tue wed thu fri
                     Ana     2025-01-01  8   8   8   8   8
    holidays         calendar  date
                     AT        2025-04-04
    budgets          budget  project  type                start       end         amount  capped
                     site    Site     fixed               2025-01-01  2025-04-03  1200    -
                     cap     Cap      time_and_materials  2025-01-01  -           500     true
                     care    Care     retainer            2025-02-10  2025-04-20  300     -
                     gift    Gift     non_billable        2025-01-01  -           -       -
    bill_rates       valid_from  hourly_rate
                     2025-01-01  100
                     2025-04-03  150
    change_requests  project  requested   decided     status    amount
                     Site     2025-03-01  2025-03-20  approved  100
                     Site     2025-03-01  -           pending   900
    time_entries     person  project  date        hours  billable_hours
                     Ana     Site     2025-03-10  10     0
                     Ana     Site     2025-04-02  3      0
                     Ana     Cap      2025-03-10  2      2
    bookings         person  project  start       end         hours_per_day
                     Ana     Site     2025-04-02  2025-04-08  2
                     Ana     Cap      2025-04-02  2025-04-07  1
                     Ana     Care     2025-04-18  2025-04-24  4
                     Ana     Gift     2025-04-02  2025-04-03  4
    """
    # Today is Wednesday the 2nd. site: 1000, then 200 today and 300 tomorrow, its last day: 1500 of 1300. cap:
    # 200, then 100, 150, 150 (the holiday is not hers) and on Monday 150, beyond its cap: 750 of 500. care: Friday
    # the 18th 600; three months are 900. gift has no price to use up.
    agency = asked_on("2025-04-02")
    assert agency.state("forecast_used", "2025-04-02").by("budget") == {"site": 1500, "cap": 750, "care": 600}
    assert agency.state("forecast_overrun", "2025-04-02").by("budget") == {"site": 200, "cap": 250, "care": -300}
    # Asked about a later day, it is the same: what is to come is booked. As of a past one, what was booked after.
    assert agency.state("forecast_used", "2025-05-31").by("budget") == {"site": 1500, "cap": 750, "care": 600}
    then = agency.state("forecast_overrun", "2025-03-09")
    assert then.by("budget") == {"site": 500 - 1200, "cap": 550 - 500, "care": -300}


def test_pending_changes_are_those_asked_for_by_then_and_still_open(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
                     Shop
    budgets          budget  project  type   start       end         amount  currency
                     one     Site     fixed  2025-01-01  2025-03-10  9000    GBP
    change_requests  project  requested   decided     status    amount  hours  budget
                     Site     2025-03-05  -           pending   500     5      -
                     Site     2025-03-11  -           pending   -       8      -
                     Shop     2025-03-06  -           pending   -70     -      -
                     Shop     2025-03-07  -           pending   20      -1     one
                     Site     2025-03-05  2025-03-06  approved  300     3      -
                     Site     2025-03-05  2025-03-06  declined  400     4      -
                     Site     2025-04-01  -           pending   1000    10     one
    """
    agency = asked_on("2025-04-10")
    money = agency.state("pending_change_amount", "2025-03-31")
    assert money.by("budget", "currency") == {("one", "GBP"): 520, (None, "EUR"): -70}
    hours = agency.state("pending_change_hours", "2025-03-31", HOUR)
    assert hours.by("budget", "project") == {("one", "Site"): 4, (None, "Site"): 8}
    assert agency.state("pending_change_amount", "2025-03-05").total() == 500
    assert agency.state("pending_change_hours", "2025-04-01", HOUR).total() == 22


def test_approved_changes_count_on_the_day_they_were_decided(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
                     Shop
    budgets          budget  project  type   start       end         amount  currency
                     one     Site     fixed  2025-01-01  2025-03-10  9000    GBP
    change_requests  project  requested   decided     status    amount  hours  budget
                     Site     2025-02-20  2025-03-03  approved  500     5      -
                     Site     2025-03-09  2025-03-11  approved  -       8      -
                     Shop     2025-03-06  -           approved  -70     -      -
                     Shop     2025-02-07  2025-02-28  approved  20      -1     one
                     Site     2025-03-05  2025-03-06  declined  400     4      -
                     Site     2025-03-05  -           pending   300     3      -
                     Site     2025-04-01  2025-04-02  approved  1000    10     one
    """
    agency = asked_on("2025-04-10")
    # In March: 500 on the 3rd, while "one" was in force, and -70 on the day it was asked for.
    march = agency.measure("approved_change_amount", "2025-03-01", "2025-03-31", MONEY)
    assert march.by("budget", "currency") == {("one", "GBP"): 500, (None, "EUR"): -70}
    hours = agency.measure("approved_change_hours", "2025-02-01", "2025-03-31", HOUR)
    # Decided on the 11th, when no budget was in force any more.
    assert hours.by("budget", "project") == {("one", "Site"): 4, (None, "Site"): 8}


def test_agreements_that_end_are_counted_on_their_last_day_with_what_they_come_to(asked_on: AskedOn) -> None:
    """
    projects         project
                     Site
                     Care
    budgets          budget  project  type                start       end         amount  currency
                     care    Care     retainer            2025-01-15  2025-04-10  1000    EUR
                     site    Site     fixed               2025-01-01  2025-06-30  2000    GBP
                     time    Site     time_and_materials  2025-01-01  2025-04-01  -       EUR
                     later   Site     fixed               2025-01-01  2025-07-01  4000    EUR
                     past    Site     fixed               2025-01-01  2025-03-31  4000    EUR
                     open    Site     fixed               2025-01-01  -           4000    EUR
    change_requests  project  budget  requested   decided     status    amount
                     Site     site    2025-03-01  2025-03-05  approved  300
                     Site     site    2025-03-01  2025-07-01  approved  50
                     Site     site    2025-03-01  -           pending   900
    """
    # care: January, February, March and April, begun ones whole.
    agency = asked_on("2025-03-15")
    ending = agency.measure("agreements_ending", "2025-04-01", "2025-06-30", 1)
    assert ending.by("day", "budget") == {
        ("2025-04-10", "care"): 1,
        ("2025-06-30", "site"): 1,
        ("2025-04-01", "time"): 1,
    }
    value = agency.measure("agreements_ending_value", "2025-04-01", "2025-06-30", MONEY)
    assert value.by("budget", "currency") == {("care", "EUR"): 4000, ("site", "GBP"): 2300}


def test_a_budget_of_nothing_is_used_up_at_once_whenever_its_work_is_planned(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
    projects       project
                   Site
    budgets        budget  project  type   start       end         amount  hours  currency
                   none    Site     fixed  2025-03-01  2025-06-30  0       -      EUR
    bookings       person  project  start       end         hours_per_day
                   Ana     Site     2025-04-08  2025-04-10  4
    bill_rates     valid_from  hourly_rate  currency
                   2025-01-01  100          EUR
    """
    # Used and total are both 0: today is the first day on which the one reaches the other.
    assert runs_out(asked_on("2025-04-02"), "2025-04-02") == {"none": "2025-04-02"}


def test_what_is_booked_beyond_the_end_does_not_put_off_the_day_a_budget_runs_out(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   Ana     2025-01-01  8    8    8    8    8
    projects       project
                   Site
    budgets        budget  project  type                start       end         amount  hours  currency
                   care    Site     time_and_materials  2025-03-01  2025-04-30  2000    20     EUR
    time_entries   person  project  budget  date        hours  billable_hours
                   Ana     Site     care    2025-03-10  8      8
                   Ana     Site     care    2025-03-17  8      8
    bookings       person  project  budget  start       end         hours_per_day
                   Ana     Site     care    2025-05-05  2025-05-06  4
    bill_rates     valid_from  hourly_rate  currency
                   2025-01-01  100          EUR
    """
    # 400 of 2,000 are left; the four weeks to 30 March burned 1,600, which is 80 each weekday: 2, 3, 4, 7 and 8 April.
    assert runs_out(asked_on("2025-04-02"), "2025-04-02") == {"care": "2025-04-08"}
