"""Periods as public suites of such phrases say them, said on Thursday, 15 October 2026."""

from datetime import date

import pytest

from assistant.agency.periods import Calendar
from tests.planning.dates_notation import Asked, means, periods


@periods(
    """
    the 1990s                         1990-01-01 .. 1999-12-31   the 1990s (1990 - 1999)
    the 90s                           1990-01-01 .. 1999-12-31
    the 20's                          2020-01-01 .. 2029-12-31
    the '90s                          1990-01-01 .. 1999-12-31
    the nineties                      1990-01-01 .. 1999-12-31
    the nineteen seventies            1970-01-01 .. 1979-12-31
    the noughties                     2000-01-01 .. 2009-12-31
    the past 2 decades                2000-01-01 .. 2019-12-31
    last decade                       2010-01-01 .. 2019-12-31   last decade (January 2010 - December 2019)
    2020's                            -
    90s                               -
    """
)
def test_decades(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    twenty twenty-five                2025-01-01 .. 2025-12-31
    June of nineteen ninety nine      1999-06-01 .. 1999-06-30
    Q3 two thousand and twenty        2020-07-01 .. 2020-09-30
    from 2 to 7 Feb, two thousand and eighteen                   2018-02-02 .. 2018-02-07
    two thousand                      -
    twenty-six                        -
    """
)
def test_years_in_words(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    from 4-23 in next month           2026-11-04 .. 2026-11-23
    November between 19 and 20        2026-11-19 .. 2026-11-20
    September from 4 to 8             2026-09-04 .. 2026-09-08
    from 4 to September 22            2026-09-04 .. 2026-09-22
    from 24 to September 22           -
    last 3years                       2023-01-01 .. 2025-12-31
    30days from 1 October             2026-10-01 .. 2026-10-30
    14april 2026                      2026-04-14
    26Q3                              2026-07-01 .. 2026-09-30
    the month of September 16th       2026-09-01 .. 2026-09-30
    """
)
def test_numbers_beside_what_they_count(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    2 Thursdays ago                   2026-10-01
    2 weeks and 2 days ago            2026-09-29
    Friday week                       2026-10-23
    the Monday before last            2026-10-05
    Friday 2026-10-09                 2026-10-09
    Thursday 2026-10-09               -
    Jan/3                             2026-01-03
    the year of 2008                  2008-01-01 .. 2008-12-31
    two Sundays from now              2026-10-25
    three weeks back                  2026-09-24
    Sunday from last week             2026-10-11
    last week on Friday               2026-10-09
    next week, Tuesday                2026-10-20
    the third week next year          2027-01-18 .. 2027-01-24
    around next Tuesday               2026-10-20
    sometime before 2026                         .. 2025-12-31
    """
)
def test_days_counted_from_today(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    all week                          2026-10-12 .. 2026-10-18   this week (12 - 18 October 2026)
    rest of my week                   2026-10-15 .. 2026-10-18
    rest of week                      2026-10-15 .. 2026-10-18
    weekend                           2026-10-17 .. 2026-10-18
    this week-end                     2026-10-17 .. 2026-10-18
    the last week-end of September    2026-09-26 .. 2026-09-27
    after mid May                     2026-05-21 .. 2026-10-15
    since mid October                 2026-10-11 .. 2026-10-15
    since late October                2025-10-21 .. 2026-10-15
    end of September to early October            2026-09-30 .. 2026-10-10
    """
)
def test_parts(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    a year ago today                  2025-10-15   a year ago today (15 October 2025)
    two weeks ago today               2026-10-01
    a month ago yesterday             2026-09-14
    last working day                  2026-10-14   last working day (Wednesday 14 October 2026)
    next business day                 2026-10-16
    last 5 working days               2026-10-08 .. 2026-10-14
    last 12 working days              2026-09-29 .. 2026-10-14
    next 3 business days              2026-10-16 .. 2026-10-20
    last 0 working days               -
    """
)
def test_working_days_and_the_same_day_earlier(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    last working day                  2026-10-16
    last 5 working days               2026-10-12 .. 2026-10-16
    next working day                  2026-10-19
    """
)
def test_working_days_seen_from_a_sunday(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(today=date(2026, 10, 18)))


@periods(
    """
    YTD last year                     2025-01-01 .. 2025-10-15   YTD last year (1 January - 15 October 2025)
    last year YTD                     2025-01-01 .. 2025-10-15
    year to date last year            2025-01-01 .. 2025-10-15
    YTD 2025                          2025-01-01 .. 2025-10-15
    YTD 2026                          2026-01-01 .. 2026-10-15
    YTD 2027                          -
    QTD last year                     2025-10-01 .. 2025-10-15
    QTD last quarter                  2026-07-01 .. 2026-07-15
    MTD last month                    2026-09-01 .. 2026-09-15
    MTD last year                     2025-10-01 .. 2025-10-15
    MTD in May 2026                   2026-05-01 .. 2026-05-15   MTD in May 2026 (1 - 15 May 2026)
    month to date in May              2026-05-01 .. 2026-05-15
    QTD in Q1                         2026-01-01 .. 2026-01-15
    MTD in May 2027                   -
    """
)
def test_to_date_of_an_earlier_one(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    Q3 24                             2024-07-01 .. 2024-09-30
    H2 25                             2025-07-01 .. 2025-12-31
    Q3 24 hours                       -
    Jul/Aug                           2026-07-01 .. 2026-08-31   Jul/Aug (July - August 2026)
    Q1/Q2                             2026-01-01 .. 2026-06-30
    Jan/Jun                           -
    1 - 15 September inclusive        2026-09-01 .. 2026-09-15
    1 Sept 2026 up to and including 15 Sept 2026     2026-09-01 .. 2026-09-15
    until and including 15 September             .. 2026-09-15
    weeks 38, 39 and 40               2026-09-14 .. 2026-10-04
    Q3FY26                            2026-07-01 .. 2026-09-30
    in October 26                     2026-10-01 .. 2026-10-31
    within the last 30 days           2026-09-15 .. 2026-10-14
    after Q2 and before September     2026-07-01 .. 2026-08-31
    since March but not later than May           2026-03-01 .. 2026-05-31
    after Q3 and before Q2            2026-10-01 .. 2027-03-31
    the financial year                2026-01-01 .. 2026-12-31
    w/b 5 October                     2026-10-05 .. 2026-10-11
    revenue all time                  -
    the summer                        -
    May Day                           -
    """
)
def test_ranges_and_years_as_they_are_written(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    May                 2026-05-01 .. 2026-05-31
    April to May        2026-04-01 .. 2026-05-31
    May Day             2026-05-01
    summer bank holiday           2026-08-31
    the summer          -
    """
)
def test_a_holiday_hides_no_month_its_name_begins_with(phrase: str, days: str, label: str) -> None:
    named = (("May Day", date(2026, 5, 1)), ("Summer Bank Holiday", date(2026, 8, 31)))
    assert means(phrase, days, label, Asked(calendar=Calendar(named_days=named)))


WIDE = {one: one + 0xFEE0 for one in range(0x21, 0x7F)}


@pytest.mark.parametrize(
    "typed",
    [
        "1 - 15 SEPTEMBER 2026".translate(WIDE),
        "01.09.2026 - 15.09.2026".translate(WIDE),
        "1 - 15 sEPTEMBER 2026".replace(" ", "\u00a0").replace("-", "\u2013"),
        "1-15 September 2026".replace("-", "\u2011"),
        "2026-09-01 - 2026-09-15".replace("-", "\u2010"),
        "  1   to 15\tSeptember 2026  ",
        "1 \u2014 15 Sept \u201926",
    ],
)
def test_typography_changes_no_days(typed: str) -> None:
    assert means(typed, "2026-09-01 .. 2026-09-15", "")


@periods(
    """
    at 3pm                            -
    15:30                             -
    last night                        -
    tomorrow evening                  -
    monday morning                    -
    this afternoon                    -
    next 3 hours                      -
    half an hour                      -
    8am - 1pm                         -
    all day                           -
    two weeks                         -
    every Monday                      -
    every other Friday                -
    each month                        -
    weekly                            -
    this one                          -
    25                                -
    in 61                             -
    3 30                              -
    year 247                          -
    """
)
def test_times_lengths_and_what_recurs_are_no_periods(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(today=date(2026, 10, 15)))
