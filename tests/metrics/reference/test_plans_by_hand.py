"""What is booked, what is left free and how plans compare with work, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import AskedOn


def test_bookings_count_on_the_days_someone_is_available_and_leave_the_rest_free(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start       end
                   Ana     AT        2024-01-01  -
                   Ben     -         2024-01-01  2025-03-11
    working_hours  person  valid_from  mon tue wed thu fri  week
                   Ana     2024-01-01  8   8   8   8   8    -
                   Ben     2024-01-01  8   -   -   8   8    A
                   Ben     2024-01-01  -   8   8   -   -    B
    holidays       calendar  date        fraction
                   AT        2025-03-11  1
                   AT        2025-03-13  0.5
    absences       person  start       end         hours_per_day  status    category
                   Ana     2025-03-10  2025-03-10  -              approved  "remote work"
                   Ana     2025-03-12  2025-03-12  -              approved  vacation
                   Ana     2025-03-14  2025-03-14  4              approved  care
                   Ana     2025-03-17  2025-03-17  -              pending   vacation
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-08  2025-03-17  6              false
                   Ana     Shop     2025-03-12  2025-03-13  3              true
                   Ben     Shop     2025-03-03  2025-03-14  5              -
                   -       Shop     2025-03-10  2025-03-14  7              false
                   -       Shop     2025-03-10  2025-03-14  7              true
    """
    # Ana: Mon 10 at home: 6. Tue holiday, Wed on leave: 0. Thu, half a holiday, and Fri, half a day off: 6 each,
    # not reduced. Ben: week 10 is even, Tue 4 and Wed 5 March; week 11 odd, Mon 10, and the 11th is his last.
    agency = asked_on("2025-03-12")
    booked = agency.measure("scheduled_hours", "2025-03-03", "2025-03-16")
    assert booked.by("person", "day") == {
        ("Ana", "2025-03-10"): 6,
        ("Ana", "2025-03-13"): 6,
        ("Ana", "2025-03-14"): 6,
        ("Ben", "2025-03-04"): 5,
        ("Ben", "2025-03-05"): 5,
        ("Ben", "2025-03-10"): 5,
    }
    assert booked.by("project") == {"Site": 18, "Shop": 15}
    # Tentative: Wed she is away, Thu 3; placeholders are nobody's.
    assert agency.measure("tentative_hours", "2025-03-03", "2025-03-16").by("person", "day") == {
        ("Ana", "2025-03-13"): 3
    }
    # Free, from Wed the 12th: 0 - 0, 4 - 6, 4 - 6; next week 8 - 6 (pending leave takes nothing) and four days.
    free = agency.measure("free_hours", "2025-03-03", "2025-03-23")
    assert free.by("day") == {
        "2025-03-13": -2,
        "2025-03-14": -2,
        "2025-03-17": 2,
        "2025-03-18": 8,
        "2025-03-19": 8,
        "2025-03-20": 8,
        "2025-03-21": 8,
    }
    assert free.by("person") == {"Ana": 30}
    # Scheduled over available, from today: 12 of 4 + 4 this week; with the next 18 of 48.
    assert agency.measure("scheduled_utilization", "2025-03-03", "2025-03-16").ratio() == Fraction(12, 8)
    assert agency.measure("scheduled_utilization", "2025-03-03", "2025-03-23").ratio() == Fraction(18, 48)
    # Of a week that is over nothing is free any more.
    assert agency.measure("free_hours", "2025-03-03", "2025-03-09").rows == []


def test_a_booking_is_on_its_budget_its_services_or_the_one_in_force_that_day(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
    projects       project  start
                   Site     2025-01-01
    budgets        budget  project  type   start       end
                   one     Site     fixed  -           2025-03-12
                   two     Site     fixed  2025-03-12  -
    services       service  budget
                   design   two
    bookings       person  project  start       end         hours_per_day  budget  service  tentative
                   Ana     Site     2025-03-11  2025-03-13  1              -       -        false
                   Ana     Site     2025-03-11  2025-03-11  2              -       design   false
                   Ana     Site     2025-03-13  2025-03-13  4              one     design   false
                   Ana     Site     2025-03-11  2025-03-13  8              -       -        true
    """
    # The 11th: one. The 12th: two are in force, none. The 13th: two. A service's (two), an entry's own (one).
    agency = asked_on("2025-03-10")
    booked = agency.measure("scheduled_hours", "2025-03-10", "2025-03-16")
    assert booked.by("budget") == {"one": 1 + 4, None: 1, "two": 1 + 2}
    assert booked.by("service") == {None: 3, "design": 6}
    assert agency.measure("tentative_hours", "2025-03-10", "2025-03-16").by("budget") == {"one": 8, None: 8, "two": 8}


def test_the_bench_is_what_past_days_did_not_track_and_days_ahead_have_not_booked(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start       end         employment
                   Ana     AT        2024-01-01  -           employee
                   Ben     -         2025-03-11  2025-03-12  contractor
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  6   6   6   6   6
    holidays       calendar  date        fraction
                   AT        2025-03-11  1
    absences       person  start       end         hours_per_day
                   Ana     2025-03-13  2025-03-13  2
    projects       project  kind
                   Site     client
                   Office   internal
    time_entries   person  project  date        hours  status
                   Ana     Office   2025-03-10  5      approved
                   Ana     Site     2025-03-10  3      rejected
                   Ana     Site     2025-03-11  2      approved
                   Ana     Site     2025-03-12  7      approved
                   Ben     Site     2025-03-11  9      approved
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-10  2025-03-13  3              false
                   Ana     Site     2025-03-14  2025-03-14  9              false
                   Ana     Site     2025-03-12  2025-03-12  5              true
    """
    # Ana: Mon 8 - 5 (what was booked on a past day is no matter). Tue holiday. Wed is today: 8 - 3 booked, though
    # 7 are tracked. Thu 6 - 3. Fri 9 on 8: 0, not -1. Ben: Tue 9 on 6: 0; Wed nothing booked: 6; then he is gone.
    idle = asked_on("2025-03-12").measure("bench_hours", "2025-03-10", "2025-03-16")
    assert idle.by("person", "day") == {
        ("Ana", "2025-03-10"): 3,
        ("Ana", "2025-03-12"): 5,
        ("Ana", "2025-03-13"): 3,
        ("Ben", "2025-03-12"): 6,
    }


def test_errors_that_offset_each_other_vanish_from_the_variance_and_not_from_the_error(asked_on: AskedOn) -> None:
    """
    people         person  start       end
                   Ana     2024-01-01  -
                   Ben     2024-01-01  2025-03-04
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  8   8   8   8   8
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-03  2025-03-14  4              false
                   Ana     Shop     2025-03-03  2025-03-07  4              -
                   Ana     Shop     2025-03-10  2025-03-14  4              true
                   Ben     Site     2025-03-03  2025-03-07  2              false
    time_entries   person  project  date        hours  status
                   Ana     Site     2025-03-03  10     approved
                   Ana     Site     2025-03-04  10     draft
                   Ana     Site     2025-03-05  10     submitted
                   Ana     Shop     2025-03-06  5      approved
                   Ana     Shop     2025-03-07  5      approved
                   Ana     Site     2025-03-10  6      approved
                   Ana     Office   2025-03-11  2      approved
                   Ana     Site     2025-03-12  8      approved
                   Ben     Site     2025-03-05  3      approved
                   Ben     Site     2025-03-04  8      rejected
    """
    # First week: Ana's Site 30 on 20, Shop 10 on 20; Ben's Site 3 (after he had left) on 4: Mon and Tue.
    # Second, through Tuesday the 11th: Site 6 on 8, Office 2 on nothing. Today's 8 are not in it.
    agency = asked_on("2025-03-12")
    variance = agency.measure("plan_variance_hours", "2025-03-03", "2025-03-16")
    assert variance.by("person", "project") == {
        ("Ana", "Site"): 8,
        ("Ana", "Shop"): -10,
        ("Ana", "Office"): 2,
        ("Ben", "Site"): -1,
    }
    assert variance.total() == -1
    error = agency.measure("plan_error", "2025-03-03", "2025-03-16")
    assert error.by("day", "person", "project") == {
        ("2025-03-03", "Ana", "Site"): 10,
        ("2025-03-03", "Ana", "Shop"): 10,
        ("2025-03-03", "Ben", "Site"): 1,
        ("2025-03-10", "Ana", "Site"): 2,
        ("2025-03-10", "Ana", "Office"): 2,
    }
    assert error.ratio() == Fraction(25, 52)
    # A week is clipped to the period: from Wednesday the 5th Ana's Site has 10 on 12, her Shop 10 on 12.
    clipped = agency.measure("plan_error", "2025-03-05", "2025-03-09")
    assert clipped.by("day", "person", "project") == {
        ("2025-03-05", "Ana", "Site"): 2,
        ("2025-03-05", "Ana", "Shop"): 2,
        ("2025-03-05", "Ben", "Site"): 3,
    }
    assert clipped.total("denominator") == 24
