"""Whether there are hands for the deals that may close, against figures worked by hand."""

from tests.agency_notation import AskedOn


def test_the_gap_is_what_deals_need_less_what_is_free_in_three_states(asked_on: AskedOn) -> None:
    """
    people         person  job_title  start
                   Ana     Designer   2024-01-01
                   Ben     Developer  2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  4   4   4   4   4
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-13  2025-03-14  6              false
                   Ana     Site     2025-03-12  2025-03-14  8              true
    deals          deal   status  probability  start       end         expected_close
                   shop   open    50           2025-03-12  2025-03-25  2025-03-01
                   blog   open    -            -           -           2025-03-22
                   won    won     100          2025-03-12  2025-03-25  -
                   lost   lost    100          2025-03-12  2025-03-25  -
                   brief  open    100          2025-03-15  2025-03-16  -
                   never  open    100          -           -           -
    deal_roles     deal   job_title  hours
                   shop   Designer   40
                   shop   Writer     10
                   blog   Developer  64
                   won    Designer   999
                   lost   Designer   999
                   brief  Designer   999
                   never  Designer   999
    """
    # Today is Wednesday the 12th. Free this week: Ana 8 + 2 + 2 (the tentative booking takes nothing), Ben 12;
    # next week 40 and 20. shop has ten working days, 12 to 25 March: 4 h a day for a designer, 1 for a writer,
    # half of that when weighted. blog begins on Saturday the 22nd and has 90 days, to 19 June: 64 working days,
    # 1 h each; its probability is not known. brief has no working day, never no day at all.
    agency = asked_on("2025-03-12")
    confirmed = agency.measure("capacity_gap_confirmed", "2025-03-10", "2025-03-16")
    assert confirmed.by("person") == {"Ana": -12, "Ben": -12}
    this_week = agency.measure("capacity_gap", "2025-03-10", "2025-03-16")
    assert this_week.by("person", "job_title") == {
        ("Ana", None): -12,
        ("Ben", None): -12,
        (None, "Designer"): 12,
        (None, "Writer"): 3,
    }
    next_weeks = agency.measure("capacity_gap", "2025-03-17", "2025-03-28")
    assert next_weeks.by("person", "deal", "job_title") == {
        ("Ana", None, None): -80,
        ("Ben", None, None): -40,
        (None, "shop", "Designer"): 28,
        (None, "shop", "Writer"): 7,
        (None, "blog", "Developer"): 5,
    }
    weighted = agency.measure("capacity_gap_weighted", "2025-03-17", "2025-03-28", scale=1)
    assert weighted.by("deal", "job_title") == {
        (None, None): -120 * 3600,
        ("shop", "Designer"): 14 * 3600,
        ("shop", "Writer"): 3 * 3600 + 1800,
    }


def test_hours_that_do_not_divide_are_spread_so_that_all_days_make_the_whole(asked_on: AskedOn) -> None:
    """
    deals       deal  probability  start       end
                shop  33.3333      2025-03-12  2025-03-20
    deal_roles  deal  job_title  hours
                shop  Lead       1
    """
    # 3600 s over seven working days, to date and floored: 514, 1028, 1542, 2057, 2571, 3085, 3600.
    agency = asked_on("2025-03-01")
    certain = agency.measure("capacity_gap", "2025-03-01", "2025-03-31", scale=1)
    assert [row["numerator"] for row in certain.rows] == [514, 514, 514, 515, 514, 514, 515]
    # 1199.9988 s: 171, 342, 514, 685, 857, 1028, 1199.
    weighted = agency.measure("capacity_gap_weighted", "2025-03-01", "2025-03-31", scale=1)
    assert [row["numerator"] for row in weighted.rows] == [171, 171, 172, 171, 172, 171, 171]
    # Each day has its part, whatever days are asked about.
    assert agency.measure("capacity_gap", "2025-03-17", "2025-03-17", scale=1).total() == 515
