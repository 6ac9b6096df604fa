"""Utilization by every definition, and whose time it is, against figures worked by hand."""

from fractions import Fraction

from tests.agency_notation import HOUR, AskedOn

MILLION = 1_000_000


def test_the_check_of_the_glossary_one_week_by_every_definition(asked_on: AskedOn) -> None:
    """
    people         person  start
                   Ana     2025-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2025-01-01  8   8   8   8   8
    absences       person  start       end
                   Ana     2025-03-04  2025-03-04
    projects       project  kind
                   Site     client
                   Office   internal
    time_entries   person  project  date        hours  billable_hours  status
                   Ana     Site     2025-03-03  10     8               approved
                   Ana     Site     2025-03-05  9      8               draft
                   Ana     Site     2025-03-06  8      8               submitted
                   Ana     Site     2025-03-07  3      4               approved
                   Ana     Office   2025-03-07  4      -               approved
                   Ana     Site     2025-03-07  5      5               rejected
                   Ana     Site     2025-03-10  1      -               approved
                   Ana     Office   2025-03-10  2      2               approved
                   Ana     Site     2025-03-11  2      2               approved
    """
    # 40 h contract, 8 h approved leave, 34 h tracked (30 of them for a client), 28 billable, 5 rejected.
    agency = asked_on("2025-03-10")
    expected = {
        "billable_utilization": Fraction(28, 32),
        "total_utilization": Fraction(34, 32),
        "billability": Fraction(28, 34),
        "capacity_utilization": Fraction(34, 40),
        "gross_billable_utilization": Fraction(28, 40),
        "client_utilization": Fraction(30, 32),
    }
    for metric, ratio in expected.items():
        assert agency.measure(metric, "2025-03-03", "2025-03-09").ratio() == ratio
    assert [round(float(ratio) * 100, 2) for ratio in list(expected.values())[:5]] == [87.5, 106.25, 82.35, 85, 70]
    # Asked through Sunday the 16th, what has hours of capacity stops on both sides at yesterday, the 9th.
    for metric in expected.keys() - {"billability"}:
        assert agency.measure(metric, "2025-03-03", "2025-03-16").ratio() == expected[metric]
    # Client work not billed: 2 + 1 + 0, and Friday's 3 h of which 4 are billable: -1. Today's hour counts.
    unbilled = agency.measure("non_billable_hours", "2025-03-03", "2025-03-16")
    assert unbilled.by("day") == {"2025-03-03": 2, "2025-03-05": 1, "2025-03-07": -1, "2025-03-10": 1}
    assert unbilled.by("project") == {"Site": 3}
    # Internal: 4 h, and today's 2 h, billable or not.
    internal = agency.measure("internal_hours", "2025-03-03", "2025-03-16")
    assert internal.by("project", "day") == {("Office", "2025-03-07"): 4, ("Office", "2025-03-10"): 2}


def test_leave_shrinks_what_is_available_but_not_the_contract_and_holidays_shrink_both(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start       end         employment
                   Ana     AT        2024-01-01  -           employee
                   Ben     -         2025-03-05  2025-03-06  contractor
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  4   4   4   4   4
    holidays       calendar  date        fraction
                   AT        2025-03-03  1
                   AT        2025-03-04  0.5
    absences       person  start       end         status    category
                   Ana     2025-03-05  2025-03-05  approved  vacation
                   Ana     2025-03-06  2025-03-06  approved  "remote work"
                   Ana     2025-03-07  2025-03-07  pending   vacation
    projects       project
                   Site
    time_entries   person  project  date        hours  billable_hours
                   Ana     Site     2025-03-03  5      4
                   Ana     Site     2025-03-06  6      6
                   Ben     Site     2025-03-04  2      0
    """
    # Ana: Mon holiday 0, Tue 4, Wed 8 and on leave, Thu 8 (remote work is no leave), Fri 8 (pending): 28 net of
    # holidays, 20 available. She tracked 5 on the holiday and 6: 11; 10 billable. Ben has two days of 4; his
    # 2 h the day before he began are tracked all the same. A contractor is a person.
    agency = asked_on("2025-03-10")
    total = agency.measure("total_utilization", "2025-03-03", "2025-03-09")
    assert total.by("person") == {"Ana": 11, "Ben": 2}
    assert total.by("person", side="denominator") == {"Ana": 20, "Ben": 8}
    # The group's is 13 of 28, not the mean of 11/20 and 2/8.
    assert total.ratio() == Fraction(13, 28)
    assert agency.measure("capacity_utilization", "2025-03-03", "2025-03-09").ratio() == Fraction(13, 36)
    assert agency.measure("gross_billable_utilization", "2025-03-03", "2025-03-09").ratio() == Fraction(10, 36)
    assert agency.measure("client_utilization", "2025-03-03", "2025-03-09").ratio() == Fraction(13, 28)


def test_the_gap_is_billable_less_what_each_persons_own_target_asks_of_what_was_available(asked_on: AskedOn) -> None:
    """
    people         person  start       utilization_target
                   Ana     2024-01-01  80
                   Ben     2024-01-01  50
                   Cid     2024-01-01  -
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  4   4   4   4   4
                   Cid     2024-01-01  8   8   8   8   8
    time_entries   person  project  date        hours  billable_hours  status
                   Ana     Site     2025-03-03  18     15              approved
                   Ana     Site     2025-03-04  18     15              draft
                   Ana     Site     2025-03-05  8      8               rejected
                   Ben     Site     2025-03-05  15     15              approved
                   Cid     Site     2025-03-05  15     15              approved
                   Ana     Site     2025-03-10  8      8               approved
    """
    # Ana: 30 of 40, wanted 32: -2. Ben: 15 of 20, wanted 10: +5. Cid has no target. Together 3 of 60: 5 %.
    # Today, the 10th, counts on neither side.
    gap = asked_on("2025-03-10").measure("utilization_gap", "2025-03-03", "2025-03-16", HOUR * MILLION)
    assert gap.by("person") == {"Ana": -2, "Ben": 5}
    assert gap.by("person", side="denominator") == {"Ana": 40, "Ben": 20}
    assert gap.ratio() == Fraction(5, 100)


def test_time_is_pending_until_it_is_approved_or_rejected(asked_on: AskedOn) -> None:
    """
    projects       project  kind      start
                   Site     client    2024-01-01
    time_entries   entry  person  project  date        hours  status
                   a      Ana     Site     2025-03-03  8      approved
                   b      Ana     Site     2025-03-04  7      submitted
                   c      Ben     Site     2025-03-04  5      draft
                   d      Ben     Site     2025-03-05  4      rejected
                   e      Ben     Site     2025-03-10  3      submitted
                   f      Ben     Site     2025-03-11  2      submitted
    """
    # What is dated after today, the 10th, does not count yet.
    agency = asked_on("2025-03-10")
    assert agency.measure("pending_hours", "2025-03-03", "2025-03-16").by("person") == {"Ana": 7, "Ben": 8}


def test_pending_leave_takes_of_each_day_what_approved_leave_leaves(asked_on: AskedOn) -> None:
    """
    people         person  calendar  start
                   Ana     AT        2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   4
    holidays       calendar  date        fraction
                   AT        2025-03-06  0.5
    absences       absence  person  start       end         hours_per_day  status    category
                   a        Ana     2025-03-04  2025-03-04  6              approved  vacation
                   b        Ana     2025-03-03  2025-03-04  -              pending   vacation
                   c        Ana     2025-03-05  2025-03-05  2              pending   -
                   d        Ana     2025-03-05  2025-03-08  -              pending   sick
                   e        Ana     2025-03-10  2025-03-10  -              pending   "Remote work"
                   f        Ana     2025-03-10  2025-03-10  -              rejected  vacation
    """
    # Mon: b the whole day. Tue: b the 2 h that a leaves. Wed: c 2 h, d the other 6. Thu: d the 4 h that the half
    # holiday leaves. Fri: d the whole short day. Sat is no working day; remote work takes no time away.
    agency = asked_on("2025-03-01")
    days = agency.measure("pending_absence_days", "2025-03-03", "2025-03-16", scale=1_000_000)
    assert days.by("absence", "day") == {
        ("b", "2025-03-03"): 1,
        ("b", "2025-03-04"): Fraction(1, 4),
        ("c", "2025-03-05"): Fraction(1, 4),
        ("d", "2025-03-05"): Fraction(3, 4),
        ("d", "2025-03-06"): Fraction(1, 2),
        ("d", "2025-03-07"): 1,
    }
