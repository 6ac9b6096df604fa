"""What is missing from timesheets, and work beyond what was available, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import AskedOn


def test_what_employees_owe_is_missing_day_by_day_and_nothing_is_netted(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start       employment
                   Ana     AT        2024-01-01  employee
                   Ben     -         2025-03-05  -
                   Cid     AT        2024-01-01  contractor
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  6   6   6   6   6
                   Cid     2024-01-01  8   8   8   8   8
    holidays       calendar  date        fraction
                   AT        2025-03-06  1
    absences       person  start       end         hours_per_day
                   Ana     2025-03-04  2025-03-04  4
    projects       project  kind
                   Site     client
                   Office   internal
    time_entries   person  project  date        hours  status
                   Ana     Site     2025-03-03  6      approved
                   Ana     Office   2025-03-03  4      draft
                   Ana     Site     2025-03-04  3      submitted
                   Ana     Site     2025-03-05  8      rejected
                   Ana     Site     2025-03-06  2      approved
                   Ben     Site     2025-03-05  0      approved
                   Ben     Site     2025-03-06  6      approved
    """
    # Ana: Mon 10 of 8: none missing. Tue half a day off: 3 of 4. Wed rejected: 0 of 8. Thu a holiday: nothing is
    # owed. Fri is today. Ben began on Wed: 0 of 6 (an entry of no hours), then 6 of 6. Cid is a contractor.
    agency = asked_on("2025-03-07")
    hours = agency.measure("missing_hours", "2025-03-03", "2025-03-09")
    assert hours.by("person", "day") == {
        ("Ana", "2025-03-04"): 1,
        ("Ana", "2025-03-05"): 8,
        ("Ben", "2025-03-05"): 6,
    }
    days = agency.measure("missing_days", "2025-03-03", "2025-03-09", scale=1)
    assert days.by("person", "day") == {("Ana", "2025-03-05"): 1, ("Ben", "2025-03-05"): 1}
    kept = agency.measure("timesheet_completeness", "2025-03-03", "2025-03-09")
    assert kept.by("person") == {"Ana": 11, "Ben": 6}
    assert kept.by("person", side="denominator") == {"Ana": 20, "Ben": 12}
    assert kept.ratio() == Fraction(17, 32)
    # In utilization the contractor's four days are capacity: 20 + 12 + 24, Thursday being a holiday of his too.
    assert agency.measure("total_utilization", "2025-03-03", "2025-03-09").total("denominator") == 56


def test_what_lies_ahead_is_not_missing_yet(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
    """
    agency = asked_on("2025-03-03")
    for metric in ("missing_hours", "missing_days", "timesheet_completeness", "overtime_hours"):
        assert agency.measure(metric, "2025-03-03", "2025-03-31").rows == []


def test_overtime_is_what_a_day_has_beyond_its_available_hours_all_of_it_outside_a_contract(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start       end
                   Ana     AT        2024-01-01  -
                   Ben     -         2025-03-04  2025-03-06
                   Cid     -         -           -
    working_hours  person  valid_from  mon tue wed thu fri  week
                   Ana     2024-01-01  8   8   8   8   8    -
                   Ben     2024-01-01  6   6   6   6   6    A
                   Ben     2024-01-01  2   2   2   2   2    B
                   Cid     2024-01-01  8   8   8   8   8    -
    holidays       calendar  date        fraction
                   AT        2025-03-04  0.5
    absences       person  start       end         hours_per_day  category
                   Ana     2025-03-05  2025-03-05  -              sick
                   Ana     2025-03-06  2025-03-06  -              "Remote work"
    time_entries   person  project  date        hours  status
                   Ana     Site     2025-03-03  7      approved
                   Ana     Shop     2025-03-03  3      approved
                   Ana     Site     2025-03-04  5      approved
                   Ana     Site     2025-03-05  1      approved
                   Ana     Site     2025-03-06  9      approved
                   Ana     Site     2025-03-07  4      approved
                   Ana     Site     2025-03-07  8      rejected
                   Ana     Site     2025-03-08  2.5    approved
                   Ana     Site     2025-03-10  12     approved
                   Ben     Site     2025-03-03  3      approved
                   Ben     Site     2025-03-05  3      approved
                   Ben     Site     2025-03-07  4      approved
                   Cid     Site     2025-03-05  5      approved
    """
    # Ana: Mon 10 of 8: 2. Tue 5 of 4: 1. Wed ill: 1. Thu 9 of 8: 1. Fri 4 of 8: none, and it offsets nothing.
    # Sat: 2.5. Monday the 10th is today. Ben is there Tue to Thu, 2 h in the even week 10: Mon 3, Wed 1, Fri 4.
    # Cid's contract has no start: all 5.
    over = asked_on("2025-03-10").measure("overtime_hours", "2025-03-03", "2025-03-16")
    assert over.by("person", "day") == {
        ("Ana", "2025-03-03"): 2,
        ("Ana", "2025-03-04"): 1,
        ("Ana", "2025-03-05"): 1,
        ("Ana", "2025-03-06"): 1,
        ("Ana", "2025-03-08"): Fraction(5, 2),
        ("Ben", "2025-03-03"): 3,
        ("Ben", "2025-03-05"): 1,
        ("Ben", "2025-03-07"): 4,
        ("Cid", "2025-03-05"): 5,
    }
