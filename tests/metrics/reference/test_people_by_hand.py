"""The reference SQL of time, capacity and absence, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import DAY, AskedOn


def test_the_check_of_the_glossary_utilization_of_a_week_with_a_day_off(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    absences       person  start       end
                   Ana     2025-03-04  2025-03-04
    time_entries   person  project  date        hours  billable_hours  status
                   Ana     Site     2025-03-03  10     8               approved
                   Ana     Site     2025-03-05  9      8               draft
                   Ana     Site     2025-03-06  8      8               submitted
                   Ana     Site     2025-03-07  7      4               approved
                   Ana     Site     2025-03-07  5      5               rejected
                   Ana     Site     2025-03-10  1      1               approved
                   Ana     Site     2025-03-11  2      2               approved
    projects       project
                   Site
    """
    # Week of Monday 3 March: 40 h contract, 8 h leave: 32 h available; 34 h tracked, 28 billable, 5 rejected.
    # Today is Monday the 10th: its 1 h is tracked already, the 2 h dated tomorrow are not.
    agency = asked_on("2025-03-10")
    assert agency.measure("contracted_hours", "2025-03-03", "2025-03-09").total() == 40
    assert agency.measure("available_hours", "2025-03-03", "2025-03-09").total() == 32
    assert agency.measure("tracked_hours", "2025-03-03", "2025-03-09").total() == 34
    assert agency.measure("billable_hours", "2025-03-03", "2025-03-09").total() == 28
    assert agency.measure("billable_utilization", "2025-03-03", "2025-03-09").ratio() == Fraction(28, 32)
    assert agency.measure("billability", "2025-03-03", "2025-03-09").ratio() == Fraction(28, 34)
    assert agency.measure("tracked_hours", "2025-03-03", "2025-03-16").total() == 35
    assert agency.measure("available_hours", "2025-03-03", "2025-03-16").total() == 72
    assert agency.measure("billable_utilization", "2025-03-03", "2025-03-16").ratio() == Fraction(28, 32)


def test_leavers_count_until_their_last_day_and_part_timers_by_their_own_pattern(asked_on: AskedOn) -> None:
    """
    people         person  start       end
                   Ana     2025-03-04  2025-03-06
                   Ben     2024-01-01
                   Cid     -
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
                   Ben     2024-01-01  8   8   8   8   8
                   Ben     2025-03-06  6   -   6   4   6
                   Cid     2024-01-01  8   8   8   8   8
    """
    # Ana works Tue, Wed, Thu: 24 h. Ben: Mon-Wed 8 each, from Thu the 6th 4 + 6: 34 h. Cid's start: unknown.
    agency = asked_on("2025-03-10")
    week = agency.measure("contracted_hours", "2025-03-03", "2025-03-09")
    assert week.by("person") == {"Ana": 24, "Ben": 34}
    # fte: (24 + 34) / (40 / 5 x 5 Mon-Fri days) = 58 / 40, asked with the weekend or not.
    assert agency.measure("fte", "2025-03-03", "2025-03-09").ratio() == Fraction(58, 40)
    assert agency.measure("fte", "2025-03-03", "2025-03-07").ratio() == Fraction(58, 40)


def test_week_a_is_the_odd_iso_week_and_a_plain_pattern_holds_in_both(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2024-01-01
    working_hours  person  valid_from  mon tue week
                   Ana     2024-01-01  7   7   -
                   Ana     2025-03-01  8   -   A
                   Ana     2025-03-01  -   5   B
    """
    # 24 Feb 2025 opens ISO week 9 (plain: 7 + 7), 3 March week 10 (B: Tue 5), 10 March week 11 (A: Mon 8).
    agency = asked_on("2025-04-01")
    weeks = agency.measure("contracted_hours", "2025-02-24", "2025-03-16")
    assert weeks.by("day") == {"2025-02-24": 7, "2025-02-25": 7, "2025-03-04": 5, "2025-03-10": 8}


def test_holidays_follow_the_calendar_someone_has_on_that_day(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start
                   Ana     Berlin    2024-01-01
    assignments    person  valid_from  calendar
                   Ana     2025-03-05  Wien
                   Ana     2025-03-06  -
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
    holidays       calendar  date        name  fraction
                   Berlin    2025-03-03  Eins  1
                   Wien      2025-03-04  Zwei  1
                   Berlin    2025-03-05  Drei  1
                   Wien      2025-03-06  Vier  0.3333
                   Wien      2025-03-07  Fünf  -
    """
    # Mon: Berlin's holiday, 0. Tue: Wien's, not hers yet, 8. Wed: Berlin's, no longer hers, 8.
    # Thu: Wien's third of a day still (a blank changes nothing): 28800 x 0.6667 = 19200.96 -> 19201 s.
    # Fri: a holiday without a fraction is whole, 0. Holidays stay inside contracted_hours.
    agency = asked_on("2025-04-01")
    week = agency.measure("available_hours", "2025-03-03", "2025-03-09", scale=1)
    assert week.by("day") == {"2025-03-04": 28800, "2025-03-05": 28800, "2025-03-06": 19201}
    assert agency.measure("contracted_hours", "2025-03-03", "2025-03-09").total() == 40


def test_absences_of_one_day_take_what_earlier_ones_leave(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start
                   Ana     Berlin    2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   6
    holidays       calendar  date        name  fraction
                   Berlin    2025-03-05  Half  0.5
                   Berlin    2025-03-06  Full  1
    absences       absence  person  start       end         hours_per_day  status    category
                   b        Ana     2025-03-03  2025-03-03  5              approved  sick
                   a        Ana     2025-03-03  2025-03-03  6              approved  sick
                   c        Ana     2025-03-01  2025-03-03  1              approved  care
                   d        Ana     2025-03-04  2025-03-04  4              approved  "Remote work"
                   e        Ana     2025-03-05  2025-03-09  -              approved  vacation
                   f        Ana     2025-03-10  2025-03-10  -              pending   vacation
                   g        Ana     2025-03-10  2025-03-10  -              rejected  vacation
                   h        Ana     2025-03-11  2025-03-11  2              approved  -
    """
    # Mon 3 March, 8 h: c began first and takes 1, then a (id before b) 6, b gets the last 1 of its 5.
    # Tue: remote work is no absence. Wed: half a holiday leaves 4 h, e takes them: half a day. Thu: holiday.
    # Fri: 6 h, a whole day. Sat, Sun: no working days. Mon 10: pending, rejected: none. Tue 11: 2 of 8 h.
    agency = asked_on("2025-04-01")
    hours = agency.measure("absence_hours", "2025-03-03", "2025-03-16")
    assert hours.by("day", "absence") == {
        ("2025-03-03", "c"): 1,
        ("2025-03-03", "a"): 6,
        ("2025-03-03", "b"): 1,
        ("2025-03-05", "e"): 4,
        ("2025-03-07", "e"): 6,
        ("2025-03-11", "h"): 2,
    }
    days = agency.measure("absence_days", "2025-03-03", "2025-03-16", scale=DAY)
    assert days.by("category") == {
        "care": Fraction("0.125"),
        "sick": Fraction("0.875"),
        "vacation": Fraction("1.5"),
        None: Fraction("0.25"),
    }
    # Rate over two weeks of 38 h contracted each: (1 + 6 + 1 + 4 + 6 + 2) / 76.
    assert agency.measure("absence_rate", "2025-03-03", "2025-03-16").ratio() == Fraction(20, 76)
    # Available: 76 - 12 h of holidays - 20 h away.
    assert agency.measure("available_hours", "2025-03-03", "2025-03-16").total() == 44
    # What keeps availability is a setting.
    strict = asked_on(
        "2025-04-01",
        keeps_availability=("sick",),
    )
    assert strict.measure("absence_hours", "2025-03-03", "2025-03-04").by("absence") == {"c": 1, "d": 4}


def test_days_of_leave_are_rounded_half_up_to_the_millionth_for_each_day(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2024-01-01
    working_hours  person  valid_from  mon tue
                   Ana     2024-01-01  7.5 8
    absences       absence  person  start       end         hours_per_day
                   a        Ana     2025-03-03  2025-03-04  2.5
    """
    # Mon: 2.5 / 7.5 = 0.333333(3), Tue: 2.5 / 8 = 0.3125.
    agency = asked_on("2025-04-01")
    days = agency.measure("absence_days", "2025-03-03", "2025-03-09", scale=1)
    assert days.by("day") == {"2025-03-03": 333_333, "2025-03-04": 312_500}


def test_overbooking_is_counted_on_each_day_and_not_netted_over_the_week(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2024-01-01
                   Ben     2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   -
                   Ben     2024-01-01  8   8   8   8   8
    absences       person  start       end         hours_per_day
                   Ana     2025-03-04  2025-03-04  -
                   Ana     2025-03-05  2025-03-05  4
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-01  2025-03-07  6              false
                   Ana     Site     2025-03-06  2025-03-06  5              -
                   Ana     Site     2025-03-06  2025-03-06  9              true
                   -       Site     2025-03-03  2025-03-07  9              false
                   Ben     Site     2025-03-03  2025-03-03  9.5            false
    """
    # Ana: Mon 6 of 8: 0. Tue away: a booking counts 0. Wed 4 h available, 6 booked: 2. Thu 6 + 5 of 8: 3.
    # Fri she does not work. Ben: Mon 9.5 of 8: 1.5. The placeholder and the tentative booking are out.
    agency = asked_on("2025-03-05")
    week = agency.measure("overbooked_hours", "2025-03-03", "2025-03-09")
    assert week.by("day", "person") == {
        ("2025-03-03", "Ben"): Fraction(3, 2),
        ("2025-03-05", "Ana"): 2,
        ("2025-03-06", "Ana"): 3,
    }
    # A period that begins after today counts its own days only.
    assert agency.measure("overbooked_hours", "2025-03-06", "2025-03-09").total() == 3


def test_entry_lag_is_one_item_per_entry_with_a_time_of_writing(asked_on: AskedOn) -> None:
    """
    time_entries   person  project  date        hours  created_at           status
                   Ana     Site     2025-03-03  8      2025-03-03T18:00:00  approved
                   Ana     Site     2025-03-04  8      2025-03-07T00:00:01  draft
                   Ana     Site     2025-03-05  8      -                    approved
                   Ana     Site     2025-03-06  8      2025-03-20T09:00:00  rejected
    """
    # Same day: 0. From the 4th to one second into the 7th: 3 days. Not known: none. Rejected: none.
    agency = asked_on("2025-04-01")
    lag = agency.measure("entry_lag_days", "2025-03-01", "2025-03-31", scale=1)
    assert [(row["entry_id"], row["numerator"], row["denominator"]) for row in lag.rows] == [
        ("entry1", 0, 1),
        ("entry2", 3, 1),
    ]


def test_time_belongs_to_its_budget_its_services_or_the_one_in_force_that_day(asked_on: AskedOn) -> None:
    """
    projects       project  start
                   Site     2025-01-01
    budgets        budget  project  type                start       end
                   one     Site     time_and_materials  -           2025-03-31
                   two     Site     fixed               2025-03-15  2025-04-30
                   other   Site     fixed               2026-01-01  -
    services       service  budget
                   design   other
    time_entries   person  project  date        hours  budget  service
                   Ana     Site     2024-12-31  1      -       -
                   Ana     Site     2025-01-01  2      -       -
                   Ana     Site     2025-03-15  3      -       -
                   Ana     Site     2025-04-01  4      -       -
                   Ana     Site     2025-05-01  5      -       -
                   Ana     Site     2025-05-01  6      -       design
                   Ana     Site     2025-05-01  7      one     design
    """
    # Before the project began: none. From its start: one. 15 to 31 March two are in force: none. Then two.
    # 1 May: none in force, but a service's (other) and an entry's own budget (one) hold on any day.
    agency = asked_on("2025-06-01")
    tracked = agency.measure("tracked_hours", "2024-01-01", "2025-12-31")
    assert tracked.by("budget") == {None: 1 + 3 + 5, "one": 2 + 7, "two": 4, "other": 6}
