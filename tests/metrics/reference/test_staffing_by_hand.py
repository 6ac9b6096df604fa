"""When the work of a deal would fit, against days worked by hand."""

from datetime import date, timedelta

from tests.agency_notation import AskedOn, Measured

EPOCH = date(1970, 1, 1)


def days(told: Measured) -> dict[str, str | None]:
    """The day of each deal, None where there is none."""
    return {
        row["deal_id"]: (EPOCH + timedelta(days=row["numerator"])).isoformat() if row["denominator"] else None
        for row in told.rows
    }


def test_a_deal_may_begin_on_the_first_day_from_which_no_week_has_a_gap(asked_on: AskedOn) -> None:
    """
    people         person  job_title  start
                   Ana     Designer   2024-01-01
                   Ben     Developer  2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  8   8   8   8   8
    bookings       person  project  start       end         hours_per_day  tentative
                   Ana     Site     2025-03-10  2025-03-21  8              false
                   Ana     Site     2025-03-24  2025-03-28  4              false
                   Ben     Site     2025-03-24  2025-04-04  8              true
    deals          deal   status  probability  start       end
                   shop   open    50           2025-03-12  2025-03-25
                   small  open    -            2025-03-12  2025-03-18
                   other  open    50           2025-03-31  2025-04-11
                   large  open    20           2025-05-05  2025-05-09
                   won    won     100          2025-03-12  2025-03-25
                   bare   open    50           2025-03-12  2025-03-25
    deal_roles     deal   job_title  hours
                   shop   Designer   40
                   shop   Developer  10
                   small  Designer   5
                   other  Designer   72
                   large  Designer   41
                   won    Designer   999
    """
    # Today is Wednesday 12 March. Ana is booked whole until the 21st, half from the 24th to the 28th, then free.
    # shop: ten working days, 4 h a day. From Friday 21 March its first 4 h find none of Ana's time free; from Monday
    # the 24th 20 h fit into the 20 h of that week, and 20 h into the next 40.
    # small: five days, 1 h each; from Monday the 17th the week is full; from Monday the 24th 5 h fit into 20 h.
    # other: ten days, 7.2 h each; from Thursday the 27th 14.4 h fit into 20 h, then 36 h and 21.6 h; from Wednesday
    # the 26th 21.6 h do not.
    # large: 41 h in one week never fit; over two weeks they do, from a Tuesday on: 4 days of 8.2 h are 32.8 h: in
    # the week of the 24th only 20 h are free, two days 16.4 h: Thursday the 27th, then 24.6 h of 40.
    agency = asked_on("2025-03-12")
    alone = days(agency.measure("earliest_start", "2025-03-12", "2025-05-30"))
    assert alone == {"shop": "2025-03-24", "small": "2025-03-24", "other": "2025-03-27", "large": "2025-03-27"}


def test_other_deals_take_their_part_where_they_are_planned(asked_on: AskedOn) -> None:
    """
    people         person  job_title  start
                   Ana     Designer   2024-01-01
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
    deals          deal   probability  start       end
                   shop   50           2025-03-10  2025-03-14
                   other  50           2025-03-10  2025-03-21
                   third  -            2025-03-10  2025-03-14
    deal_roles     deal   job_title  hours
                   shop   Designer   30
                   other  Designer   40
                   third  Designer   8
    """
    # Monday 10 March; 40 h free a week. shop needs 30 h in five days, 6 h each. Alone: today.
    # other at one half takes 10 h of each of two weeks: 30 h are left, shop fits today. Won, it takes 20 h of each,
    # and third 8 of the first: 12 and 20 h are left. From Wednesday 12 March shop would take 18 h, then 12; from
    # Thursday the 13th 12 h of 12, then 18 of 20.
    # other, 40 h over ten days, beside shop at one half (15 h): 25 h are left, it takes 20: today. Beside shop and
    # third won 2 h are left: from Friday the 14th it would take 4 h, so the next Monday.
    # third, 8 h over five days: today beside shop and other by one half (15 h left); beside both won, -10 h are left
    # this week, 20 h the next: Monday.
    agency = asked_on("2025-03-10")
    period = ("2025-03-10", "2025-05-30")
    assert days(agency.measure("earliest_start", *period)) == dict.fromkeys(("shop", "other", "third"), "2025-03-10")
    weighted = days(agency.measure("earliest_start_weighted", *period))
    assert weighted == dict.fromkeys(("shop", "other", "third"), "2025-03-10")
    assert days(agency.measure("earliest_start_if_all_close", *period)) == {
        "shop": "2025-03-13",
        "other": "2025-03-17",
        "third": "2025-03-17",
    }


def test_a_deal_that_never_fits_has_no_day(asked_on: AskedOn) -> None:
    """
    people         person  job_title  start       end
                   Ana     Designer   2024-01-01  2025-03-21
                   Ben     Designer   2025-04-01  -
    working_hours  person  valid_from  mon tue wed thu fri
                   Ana     2024-01-01  8   8   8   8   8
                   Ben     2024-01-01  8   8   8   8   8
    holidays       calendar  date        name
                   AT        2025-03-10  Closed
    assignments    person  valid_from  job_title
                   Ben     2025-04-07  Lead
    deals          deal    start       end
                   writer  2025-03-10  2025-03-14
                   many    2025-03-10  2025-03-14
                   nine    2025-03-10  2025-03-20
                   long    2025-03-10  2025-04-30
                   lead    2025-03-10  2025-03-14
    deal_roles     deal    job_title  hours
                   writer  Writer     1
                   many    Designer   100
                   nine    Designer   64
                   long    Designer   1
                   lead    Lead       40
    """
    # Nobody is a writer; 100 h in nine days are more than anybody has. nine: 64 h over nine days to 20 March, 7 1/9 h
    # a day: 35.6 h of 40 this week, 28.4 of 40. long has 38 working days, the period 25. Ben is a designer from
    # Tuesday 1 April to Friday the 4th and a lead from the 7th: 40 h fit from Monday the 7th on.
    told = days(asked_on("2025-03-10").measure("earliest_start", "2025-03-10", "2025-04-11"))
    assert told == {"writer": None, "many": None, "nine": "2025-03-10", "long": None, "lead": "2025-04-07"}
