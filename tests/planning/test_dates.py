"""Phrases for periods and the days they mean, said on Thursday, 15 October 2026, where years begin in January."""

from datetime import date

from tests.planning.dates_notation import Asked, means, periods


@periods(
    """
    yesterday          2026-10-14                 yesterday (14 October 2026)
    today              2026-10-15                 today (15 October 2026)
    tomorrow           2026-10-16
    day before yesterday          2026-10-13
    the day after tomorrow        2026-10-17
    last week          2026-10-05 .. 2026-10-11   last week (5 - 11 October 2026)
    this week          2026-10-12 .. 2026-10-18   this week (12 - 18 October 2026)
    next week          2026-10-19 .. 2026-10-25
    the coming week    2026-10-19 .. 2026-10-25
    last month         2026-09-01 .. 2026-09-30   last month (September 2026)
    past month         2026-09-01 .. 2026-09-30   last month (September 2026)
    previous month     2026-09-01 .. 2026-09-30
    current month      2026-10-01 .. 2026-10-31   this month (October 2026)
    next month         2026-11-01 .. 2026-11-30   next month (November 2026)
    last quarter       2026-07-01 .. 2026-09-30   last quarter (Q3 2026)
    last qtr           2026-07-01 .. 2026-09-30
    this quarter       2026-10-01 .. 2026-12-31   this quarter (Q4 2026)
    next quarter       2027-01-01 .. 2027-03-31   next quarter (Q1 2027)
    coming quarter     2027-01-01 .. 2027-03-31
    last year          2025-01-01 .. 2025-12-31   last year (2025)
    prior year         2025-01-01 .. 2025-12-31
    this year          2026-01-01 .. 2026-12-31
    the year           2026-01-01 .. 2026-12-31
    next year          2027-01-01 .. 2027-12-31   next year (2027)
    last half year     2026-01-01 .. 2026-06-30   last half (H1 2026)
    last weekend       2026-10-10 .. 2026-10-11
    this working week  2026-10-12 .. 2026-10-16
    the week after next           2026-10-26 .. 2026-11-01
    the month before last         2026-08-01 .. 2026-08-31
    the last full month           2026-09-01 .. 2026-09-30
    """
)
def test_last_is_the_whole_one_before_this_one(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    last 6 months            2026-04-01 .. 2026-09-30   last 6 months (April - September 2026)
    last six months          2026-04-01 .. 2026-09-30   last 6 months (April - September 2026)
    the past 12 months       2025-10-01 .. 2026-09-30   last 12 months (October 2025 - September 2026)
    last two quarters        2026-04-01 .. 2026-09-30   last 2 quarters (Q2 - Q3 2026)
    last 4 quarters          2025-10-01 .. 2026-09-30   last 4 quarters (Q4 2025 - Q3 2026)
    past couple of weeks     2026-09-28 .. 2026-10-11   last 2 weeks (28 September - 11 October 2026)
    last few weeks           2026-09-21 .. 2026-10-11
    last fortnight           2026-09-28 .. 2026-10-11   last 2 weeks (28 September - 11 October 2026)
    last 2 years             2024-01-01 .. 2025-12-31   last 2 years (2024 - 2025)
    last 30 days             2026-09-15 .. 2026-10-14   last 30 days (15 September - 14 October 2026)
    last 7 days              2026-10-08 .. 2026-10-14
    last 1 day               2026-10-14
    last twenty-one days     2026-09-24 .. 2026-10-14
    last 30-day period       2026-09-15 .. 2026-10-14
    last year and a half     2025-04-01 .. 2026-09-30
    10 previous weeks        2026-08-03 .. 2026-10-11
    trailing 12 months       2025-10-01 .. 2026-09-30
    TTM                      2025-10-01 .. 2026-09-30
    L3M                      2026-07-01 .. 2026-09-30
    last 12 mos              2025-10-01 .. 2026-09-30
    last 3 complete months   2026-07-01 .. 2026-09-30
    next 3 days              2026-10-16 .. 2026-10-18
    next two weeks           2026-10-19 .. 2026-11-01   next 2 weeks (19 October - 1 November 2026)
    next 6 months            2026-11-01 .. 2027-04-30   next 6 months (November 2026 - April 2027)
    next 2 quarters          2027-01-01 .. 2027-06-30
    2 upcoming months        2026-11-01 .. 2026-12-31
    within 30 days           2026-10-15 .. 2026-11-13
    within the next 2 weeks  2026-10-15 .. 2026-10-28
    within 1 year and 2 months    2026-10-15 .. 2027-12-14
    less than 2 weeks from today  2026-10-15 .. 2026-10-28
    last 0 months            -
    last 1.5 years           -
    last 2-3 weeks           -
    last 9999 years          -
    """
)
def test_last_n_are_the_n_complete_ones_before_this_one(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    YTD                    2026-01-01 .. 2026-10-15   year to date (1 January - 15 October 2026)
    year to date           2026-01-01 .. 2026-10-15   year to date (1 January - 15 October 2026)
    year-to-date           2026-01-01 .. 2026-10-15
    so far this year       2026-01-01 .. 2026-10-15   year to date (1 January - 15 October 2026)
    this year so far       2026-01-01 .. 2026-10-15
    QTD                    2026-10-01 .. 2026-10-15   quarter to date (1 - 15 October 2026)
    MTD                    2026-10-01 .. 2026-10-15   month to date (1 - 15 October 2026)
    this week to date      2026-10-12 .. 2026-10-15
    last year to date      2025-01-01 .. 2025-10-15
    since March            2026-03-01 .. 2026-10-15   since March (1 March - 15 October 2026)
    since October          2026-10-01 .. 2026-10-15
    since November         2025-11-01 .. 2026-10-15
    since 5 October        2026-10-05 .. 2026-10-15
    since Monday           2026-10-12 .. 2026-10-15
    since last week        2026-10-05 .. 2026-10-15
    since 2024             2024-01-01 .. 2026-10-15
    since the beginning of the year      2026-01-01 .. 2026-10-15
    starting 1 March       2026-03-01 .. 2026-10-15
    after March 2026       2026-04-01 .. 2026-10-15
    from March on          2026-03-01 .. 2026-10-15
    from March to date     2026-03-01 .. 2026-10-15
    since next week        -
    from next month on     -
    until March            .. 2026-03-31              until March (through 31 March 2026)
    through 9 October      .. 2026-10-09              through 9 October 2026
    by the end of June 2026              .. 2026-06-30
    before 2026            .. 2025-12-31
    before the end of June 2026          .. 2026-06-30
    no later than 31 March           .. 2026-03-31
    as late as tomorrow    -
    later than 2018        2019-01-01 .. 2026-10-15
    more than 2 weeks ago  .. 2026-09-30
    more than 2 days before yesterday    .. 2026-10-11
    by year end            .. 2026-12-31
    later this week        2026-10-16 .. 2026-10-18
    later this year        2026-10-15 .. 2026-12-31
    month till date        2026-10-01 .. 2026-10-15
    FYTD                   2026-01-01 .. 2026-10-15
    as of 30 September     .. 2026-09-30              as of 30 September 2026
    to date                .. 2026-10-15
    earlier this year      2026-01-01 .. 2026-06-30
    earlier this month     2026-10-01 .. 2026-10-14
    later this month       2026-10-16 .. 2026-10-31
    rest of the week       2026-10-15 .. 2026-10-18
    the rest of this month           2026-10-15 .. 2026-10-31
    """
)
def test_to_date_and_since_end_today(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    March to June           2026-03-01 .. 2026-06-30   March - June 2026
    March through June      2026-03-01 .. 2026-06-30
    from March until June   2026-03-01 .. 2026-06-30
    between March and June  2026-03-01 .. 2026-06-30
    Jan–Mar                 2026-01-01 .. 2026-03-31   January - March 2026
    Jan-Mar 2025            2025-01-01 .. 2025-03-31
    November to February    2025-11-01 .. 2026-02-28   November 2025 - February 2026
    Nov 2026 to Feb         2026-11-01 .. 2027-02-28
    Dec to Feb 2024         2023-12-01 .. 2024-02-29
    Q1-Q3 2026              2026-01-01 .. 2026-09-30
    Q1 to Q3                2026-01-01 .. 2026-09-30
    from Q4 2025 to Q1 2026           2025-10-01 .. 2026-03-31   October 2025 - March 2026
    2024-2026               2024-01-01 .. 2026-12-31   2024 - 2026
    from 2024 to today      2024-01-01 .. 2026-10-15
    1 - 14 October 2026     2026-10-01 .. 2026-10-14   1 - 14 October 2026
    October 1-14, 2026      2026-10-01 .. 2026-10-14
    from the 1st to the 14th of October       2026-10-01 .. 2026-10-14
    between 4 and 22 last month               2026-09-04 .. 2026-09-22
    28 September to 4 October                 2026-09-28 .. 2026-10-04   28 September - 4 October 2026
    30 December 2025 to 2 January 2026        2025-12-30 .. 2026-01-02   30 December 2025 - 2 January 2026
    30 December to 2 January 2026             2025-12-30 .. 2026-01-02
    2026-10-01 to 2026-10-14                  2026-10-01 .. 2026-10-14
    between now and the end of the year       2026-10-15 .. 2026-12-31
    from last week until yesterday            2026-10-05 .. 2026-10-14
    week 38 to week 40      2026-09-14 .. 2026-10-04
    Monday to Friday last week                2026-10-05 .. 2026-10-09
    next week between Wednesday and Friday    2026-10-21 .. 2026-10-23
    Q1 and Q2               2026-01-01 .. 2026-06-30
    Q4 2025 & Q1            -
    Q1 & Q2 2025            2025-01-01 .. 2025-06-30
    Q1 and Q3               -
    yesterday and today     2026-10-14 .. 2026-10-15
    2026-10-01/2026-10-14   2026-10-01 .. 2026-10-14
    2026-10-01..2026-10-14  2026-10-01 .. 2026-10-14
    01.02.–15.02.           2026-02-01 .. 2026-02-15
    1.2. - 15.2.2025        2025-02-01 .. 2025-02-15
    01.10.2026-14.10.2026   2026-10-01 .. 2026-10-14
    15.12. - 10.01.         2026-12-15 .. 2027-01-10
    from this week to last week               -
    from 14 October 2026 to 1 October 2026    -
    from March to 31 February 2026            -
    """
)
def test_a_range_has_its_last_unit_in_it(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    October                2026-10-01 .. 2026-10-31   October 2026
    oct                    2026-10-01 .. 2026-10-31
    in March               2026-03-01 .. 2026-03-31   March 2026
    November               2025-11-01 .. 2025-11-30   November 2025
    month of September     2026-09-01 .. 2026-09-30
    Feb 2024               2024-02-01 .. 2024-02-29
    2026 june              2026-06-01 .. 2026-06-30
    June '25               2025-06-01 .. 2025-06-30
    2026-06                2026-06-01 .. 2026-06-30
    06/2026                2026-06-01 .. 2026-06-30
    13/2026                -
    March last year        2025-03-01 .. 2025-03-31
    this March             2026-03-01 .. 2026-03-31
    last October           2025-10-01 .. 2025-10-31
    next March             2027-03-01 .. 2027-03-31
    Q3                     2026-07-01 .. 2026-09-30   Q3 2026
    Q4                     2026-10-01 .. 2026-12-31
    third quarter of 2025  2025-07-01 .. 2025-09-30   Q3 2025
    2025-Q3                2025-07-01 .. 2025-09-30
    Q3'25                  2025-07-01 .. 2025-09-30
    last quarter of 2025   2025-10-01 .. 2025-12-31
    Q1 next year           2027-01-01 .. 2027-03-31
    quarter 2 2026         2026-04-01 .. 2026-06-30
    Q5                     -
    H1 2026                2026-01-01 .. 2026-06-30   H1 2026
    first half of 2026     2026-01-01 .. 2026-06-30
    second half of last year       2025-07-01 .. 2025-12-31   H2 2025
    2025                   2025-01-01 .. 2025-12-31   2025
    calendar year 2025     2025-01-01 .. 2025-12-31
    fiscal year 2026       2026-01-01 .. 2026-12-31
    FY26                   2026-01-01 .. 2026-12-31   FY26 (January - December 2026)
    FY25/26                -
    week 40                2026-09-28 .. 2026-10-04   week 40 (28 September - 4 October 2026)
    W40 2026               2026-09-28 .. 2026-10-04
    2026-W40               2026-09-28 .. 2026-10-04
    KW 40                  2026-09-28 .. 2026-10-04
    CW40                   2026-09-28 .. 2026-10-04
    week no. 40            2026-09-28 .. 2026-10-04
    weeks 38-40            2026-09-14 .. 2026-10-04   14 September - 4 October 2026
    KW 38 - KW 40 2025     2025-09-15 .. 2025-10-05
    weeks 40               -
    3Q26                   2026-07-01 .. 2026-09-30   Q3 2026
    1H 2026                2026-01-01 .. 2026-06-30
    Q3-25                  2025-07-01 .. 2025-09-30
    3Q                     -
    1h30                   -
    last FY                2025-01-01 .. 2025-12-31
    week 1 of 2025         2024-12-30 .. 2025-01-05
    week 53 of 2026        2026-12-28 .. 2027-01-03
    week 53 of 2025        -
    week 54                -
    two months ago         2026-08-01 .. 2026-08-31
    a year ago             2025-01-01 .. 2025-12-31
    """
)
def test_a_name_means_the_most_recent_one_that_has_begun(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    2026-10-05             2026-10-05   5 October 2026
    5 October              2026-10-05
    October 5              2026-10-05
    Oct 5th 2026           2026-10-05
    October 5, 2026        2026-10-05
    the 5th of October     2026-10-05
    fifth of October       2026-10-05
    5 Oct last year        2025-10-05
    5-Oct-2026             2026-10-05
    5.10.2026              2026-10-05
    13/10/2026             2026-10-13
    10/13/2026             2026-10-13
    10/10/2026             2026-10-10
    5/10/2026              -
    5-10-2026              -
    5.10.26                2026-10-05
    05.10.                 2026-10-05
    28.9.2026              2026-09-28
    05                     -
    31 February            -
    31 February 2026       -
    29 February 2026       -
    29 February 2024       2024-02-29
    29 February            2024-02-29
    31 April               -
    2026-02-30             -
    2026-13-01             -
    32 October             -
    31.4.2026              -
    Friday 9 October       2026-10-09   Friday 9 October 2026
    Friday 10 October      2025-10-10
    Friday 11 October      -
    Friday 10 October 2026     -
    Monday                 2026-10-12   Monday 12 October 2026
    last Friday            2026-10-09
    last Thursday          2026-10-08
    next Thursday          2026-10-22
    Monday of last week    2026-10-05
    last week's Sunday     2026-10-11
    3 days ago             2026-10-12
    two weeks ago          2026-10-01
    10 days from now       2026-10-25
    in 2 weeks             2026-10-29
    """
)
def test_a_day_is_itself_and_never_a_neighbour(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    end of March                2026-03-21 .. 2026-03-31
    the end of last month       2026-09-21 .. 2026-09-30
    end of year                 2026-09-01 .. 2026-12-31   end of year (September - December 2026)
    beginning of 2025           2025-01-01 .. 2025-03-31
    end of H1                   2026-06-30
    year-end                    2026-12-31
    month-end                   2026-10-31
    EOM                         2026-10-21 .. 2026-10-31
    BOY                         2026-01-01 .. 2026-03-31
    beginning of the quarter    2026-10-01 .. 2026-10-31
    end of this week            2026-10-16 .. 2026-10-18
    beginning of next week      2026-10-19 .. 2026-10-21
    middle of 2025              2025-05-01 .. 2025-08-31
    early March                 2026-03-01 .. 2026-03-10
    mid-March                   2026-03-11 .. 2026-03-20
    late February 2024          2024-02-21 .. 2024-02-29
    early next year             2027-01-01 .. 2027-06-30   early next year (January - June 2027)
    late last year              2025-07-01 .. 2025-12-31
    mid Q3                      2026-08-01 .. 2026-08-31
    mid next week               2026-10-20 .. 2026-10-23
    late next week              2026-10-23 .. 2026-10-25
    18 December for 10 days     2026-12-18 .. 2026-12-27
    10 days from 1 October      2026-10-01 .. 2026-10-10
    10 days from October        -
    year to end of September    2025-10-01 .. 2026-09-30
    first nine months           2026-01-01 .. 2026-09-30
    first nine                  -
    first half of October       2026-10-01 .. 2026-10-15
    second half of February 2024          2024-02-16 .. 2024-02-29
    first half of Q3            -
    the week of 5 October       2026-10-05 .. 2026-10-11   the week of 5 October (5 - 11 October 2026)
    the week of the 18th        2026-10-12 .. 2026-10-18
    week commencing 5 October   2026-10-05 .. 2026-10-11
    w/c 5 Oct                   2026-10-05 .. 2026-10-11
    week ending 11 October      2026-10-05 .. 2026-10-11
    3 days starting next Monday           2026-10-19 .. 2026-10-21
    12 months to March 2026     2025-04-01 .. 2026-03-31
    quarter ended 30 June 2026  2026-04-01 .. 2026-06-30
    first week of October       2026-09-28 .. 2026-10-04
    last week of September 2026           2026-09-21 .. 2026-09-27
    first week of 2027          2027-01-04 .. 2027-01-10
    fifth week of February 2026           -
    first ten days of March     2026-03-01 .. 2026-03-10
    first two weeks of October  2026-10-01 .. 2026-10-14
    last four months of 2025    2025-09-01 .. 2025-12-31
    first 90 days of March      -
    last Friday in September    2026-09-25
    first Monday of the month   2026-10-05
    fifth Monday of October     -
    last day of February 2024   2024-02-29
    20th of last month          2026-09-20
    31st of last month          -
    9th month of next year      2027-09-01 .. 2027-09-30
    """
)
def test_part_of_a_period(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    last month      2023-12-01 .. 2023-12-31
    last quarter    2023-10-01 .. 2023-12-31   last quarter (Q4 2023)
    last week       2023-12-25 .. 2023-12-31
    this week       2024-01-01 .. 2024-01-07
    yesterday       2023-12-31
    last 2 days     2023-12-30 .. 2023-12-31
    YTD             2024-01-01                 year to date (1 January 2024)
    December        2023-12-01 .. 2023-12-31
    January         2024-01-01 .. 2024-01-31
    Q4              2023-10-01 .. 2023-12-31
    next month      2024-02-01 .. 2024-02-29
    week 52         2024-12-23 .. 2024-12-29
    earlier this year        -
    """
)
def test_on_new_years_day_of_a_leap_year(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(today=date(2024, 1, 1)))


@periods(
    """
    last year             2023-01-01 .. 2023-12-31
    last year to date     2023-01-01 .. 2023-02-28
    last month to date    2024-01-01 .. 2024-01-29
    last 12 months        2023-02-01 .. 2024-01-31
    this month            2024-02-01 .. 2024-02-29
    29 February           2024-02-29
    a month from tomorrow      2024-04-01
    """
)
def test_on_a_leap_day(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(today=date(2024, 2, 29)))


@periods(
    """
    utilization           -
    by month              -
    per week              -
    monthly               -
    each quarter          -
    month over month      -
    year over year        -
    last                  -
    last name             -
    quarter               -
    summer                -
    last summer           -
    24/7                  -
    1/2                   -
    Q3 budgets            -
    last month revenue    -
    """
)
def test_what_is_not_wholly_a_period_is_none(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)
