"""Periods beside others, working days, and what has no end, said on Thursday, 15 October 2026."""

from datetime import date

import pytest

from assistant.agency.periods import Calendar
from assistant.planning.dates import find_periods, impossible_periods, read_onwards, read_period
from assistant.when import dates_of
from tests.planning.dates_notation import TODAY, Asked, found, means, periods, shown

_HOLIDAYS = (
    ("Good Friday", date(2026, 4, 3)),
    ("Easter Monday", date(2026, 4, 6)),
    ("Christmas Day", date(2025, 12, 25)),
    ("Boxing Day", date(2025, 12, 26)),
)


@periods(
    """
    two weeks before 1 September 2026           2026-08-18
    3 days after 5 October                      2026-10-08
    30 days prior to 1 October 2026             2026-09-01
    1 month after 15 March 2026                 2026-04-15
    a fortnight after 1 September 2026          2026-09-15
    the day before 5 October 2026               2026-10-04
    the day after Q2 2026                       2026-07-01
    two weeks from Monday                       2026-11-02
    a week from Friday                          2026-10-23
    3 days from next Monday                     2026-10-22
    for 2 weeks from Monday                     2026-10-12 .. 2026-10-25
    the two weeks before 5 October              2026-09-21 .. 2026-10-04
    the 3 days after 5 October                  2026-10-06 .. 2026-10-08
    the 3 months before March 2026              2025-12-01 .. 2026-02-28
    the last 3 months before April 2026         2026-01-01 .. 2026-03-31
    the first 30 days after 1 March 2026        2026-03-02 .. 2026-03-31
    the last 3 months after April 2026          -
    the two weeks preceding the end of March 2026   2026-03-18 .. 2026-03-31
    the week after 5 October                    2026-10-06 .. 2026-10-12
    the quarter before Q2 2026                  2026-01-01 .. 2026-03-31
    the year before 2024                        2023-01-01 .. 2023-12-31
    the month after June 2026                   2026-07-01 .. 2026-07-31
    the month before 5 October 2026             -
    the week before last                        2026-09-28 .. 2026-10-04
    the week prior to last                      2026-09-28 .. 2026-10-04
    the week before last Monday                 2026-10-05 .. 2026-10-11
    the 2 weeks before 8 May     2026-04-24 .. 2026-05-07     the 2 weeks before 8 May (24 April - 7 May 2026)
    the 2 months before July     2026-05-01 .. 2026-06-30     the 2 months before July (May - June 2026)
    """
)
def test_beside_another(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    the two weeks before Easter                 2026-03-20 .. 2026-04-02
    the week before Christmas                   2025-12-18 .. 2025-12-24
    the week after Easter                       2026-04-07 .. 2026-04-13
    ten days before Christmas                   2025-12-15
    """
)
def test_beside_a_holiday(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=Calendar(named_days=_HOLIDAYS)))


@periods(
    """
    the last working day of the month           2026-10-30   the last working day of the month (Friday 30 October 2026)
    first business day of August 2026           2026-08-03
    the last weekday of September               2026-09-30
    first workday of the month                  2026-10-01
    3 workdays ago                              2026-10-12
    the last 3 working days of September        2026-09-28 .. 2026-09-30
    first five business days of August 2026     2026-08-03 .. 2026-08-07
    the first 40 working days of August         -
    the 10th working day of September           2026-09-14
    the 30th working day of September           -
    5 working days ago                          2026-10-08
    2 business days from now                    2026-10-19
    10 working days before today                2026-10-01
    last weekday                                2026-10-14
    next weekday                                2026-10-16
    the penultimate Friday of May 2026          2026-05-22
    two weekends ago                            2026-10-03 .. 2026-10-04
    the weekend of 10 October                   2026-10-10 .. 2026-10-11
    this workweek                               2026-10-12 .. 2026-10-16
    """
)
def test_working_days_and_weekends(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@pytest.mark.parametrize(
    ("said_on", "count", "day"),
    [
        (date(2026, 10, 18), "5 working days ago", "2026-10-12"),
        (date(2026, 10, 18), "1 working day ago", "2026-10-16"),
        (date(2026, 10, 17), "1 working day from now", "2026-10-19"),
        (date(2026, 10, 17), "5 working days from now", "2026-10-23"),
        (date(2026, 10, 16), "6 working days from now", "2026-10-26"),
    ],
)
def test_working_days_away_from_a_weekend(said_on: date, count: str, day: str) -> None:
    assert shown(read_period(count, said_on, Calendar())) == day


@periods(
    """
    last one hundred days                       2026-07-07 .. 2026-10-14
    past hundred days                           2026-07-07 .. 2026-10-14
    last two hundred and fifty days             2026-02-07 .. 2026-10-14
    last a hundred days                         2026-07-07 .. 2026-10-14
    last hundred hours                          -
    end-of-month                                2026-10-21 .. 2026-10-31
    by end-of-year                              .. 2026-12-31
    between weeks 31 and 35                     2026-07-27 .. 2026-08-30
    between week 31 and 35                      2026-07-27 .. 2026-08-30
    this month between 5 and 9                  2026-10-05 .. 2026-10-09
    last month, from the 5th to the 9th         2026-09-05 .. 2026-09-09
    Mon 5 - Fri 9 Oct                           2026-10-05 .. 2026-10-09
    Monday 28 to Friday 2 October               2026-09-28 .. 2026-10-02
    Mon 6 - Fri 9 Oct                           -
    from the 28th to the 3rd of October         2026-09-28 .. 2026-10-03
    from June 2025 to the present               2025-06-01 .. 2026-10-15
    from January until present                  2026-01-01 .. 2026-10-15
    ever since March                            2026-03-01 .. 2026-10-15
    2026 October 5                              2026-10-05
    Jun 10, '26                                 2026-06-10
    13/10                                       2026-10-13
    10/13                                       2026-10-13
    1/3                                         -
    Friday 10/9/2026                            2026-10-09
    Friday 9/10/2026                            2026-10-09
    Saturday 10/9/2026                          -
    Friday 9/10                                 2026-10-09
    the 3rd Thursday this September             2026-09-17
    before the beginning of 2025                .. 2024-12-31
    earlier than 2024                           .. 2023-12-31
    2024 or earlier                             .. 2024-12-31
    2024 and before                             .. 2024-12-31
    years before 2020                           .. 2019-12-31
    year less than 2020                         .. 2019-12-31
    year greater than 2020                      2021-01-01 .. 2026-10-15
    on or before 1 September 2026               .. 2026-09-01
    on or after 1 September 2026                2026-09-01 .. 2026-10-15
    """
)
def test_ways_of_saying_it(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@pytest.mark.parametrize(
    ("said_on", "phrase", "day"),
    [
        (TODAY, "last Wednesday", "2026-10-07"),  # yesterday would be called so
        (TODAY, "last Tuesday", "2026-10-13"),
        (TODAY, "this past Wednesday", "2026-10-14"),
        (date(2026, 10, 12), "last Sunday", "2026-10-11"),
        (date(2026, 10, 13), "last Monday", "2026-10-05"),
    ],
)
def test_last_wednesday_is_no_yesterday(said_on: date, phrase: str, day: str) -> None:
    assert shown(read_period(phrase, said_on, Calendar())) == day


@pytest.mark.parametrize(
    ("phrase", "start"),
    [
        ("after 2024", "2025-01-01"),
        ("2024 or later", "2024-01-01"),
        ("2024 and after", "2024-01-01"),
        ("later than June 2026", "2026-07-01"),
        ("on or after 1 September 2026", "2026-09-01"),
        ("from 2025 onwards", "2025-01-01"),
        ("starting next month", "2026-11-01"),
        ("starting 1 December", "2026-12-01"),
        ("after next week", "2026-10-26"),
        ("since 2027", "2027-01-01"),
        ("more than 2 weeks from now", "2026-10-30"),
        ("no earlier than March 2026", "2026-03-01"),
        ("not before 1 October 2026", "2026-10-01"),
    ],
)
def test_what_says_no_last_day_has_none(phrase: str, start: str) -> None:
    meant = dates_of(phrase, TODAY, Calendar())
    assert meant is not None
    assert (meant["start"], meant["end"]) == (start, None)
    assert str(meant["label"]).startswith(f"{phrase} (from ")


@pytest.mark.parametrize("phrase", ["since March", "March to date", "until March", "after Q2 and before September"])
def test_what_ends_is_not_open(phrase: str) -> None:
    assert read_onwards(phrase, TODAY, Calendar()) is None


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("revenue for the two weeks before 5 October by client", ["the two weeks before 5 October"]),
        ("hours on the last working day of the month by person", ["the last working day of the month"]),
        ("revenue in the quarter before Q2", ["the quarter before Q2"]),
        ("how many hours a week after June", ["after June"]),
        ("hours a week before 5 October", ["before 5 October"]),
        ("who is free a week from Monday", ["a week from Monday"]),
        ("hours by week before 5 October", ["before 5 October"]),
        ("hours in March and after April", ["March", "after April"]),
        ("revenue in 2024 or earlier by client", ["2024 or earlier"]),
        ("projects with more than 30 days before 1 June", ["before 1 June"]),
        ("which invoices were paid on or after 1 September", ["on or after 1 September"]),
        ("hours last month between 5 and 9 by person", ["last month between 5 and 9"]),
        ("we are present from March to present clients", ["March"]),
    ],
)
def test_within_a_question(question: str, meant: list[str]) -> None:
    assert found(question) == meant


def test_the_last_days_of_one_of_two_are_asked_back() -> None:
    question = "hours first ten days of September vs last ten days"
    assert found(question) == ["first ten days of September"]
    assert impossible_periods(question, TODAY, Calendar())


def test_a_calendar_month_beside_a_day_is_asked_back() -> None:
    question = "hours in the month before 5 October"
    assert find_periods(question, TODAY, Calendar()) == ()
    assert impossible_periods(question, TODAY, Calendar())


@periods(
    """
    first full week of October                  2026-10-05 .. 2026-10-11
    the last full week of September             2026-09-21 .. 2026-09-27
    this current week                           2026-10-12 .. 2026-10-18
    third-quarter 2025                          2025-07-01 .. 2025-09-30
    between Sept 28 & Oct 13                    2026-09-28 .. 2026-10-13
    between October 5 and 9                     2026-10-05 .. 2026-10-09
    now to end of next month                    2026-10-15 .. 2026-11-30
    Monday the twelfth                          2026-10-12
    Monday the thirteenth                       -
    last October 15                             2025-10-15
    next October 15                             2027-10-15
    this October 20                             2026-10-20
    1/9/26 - 30/9/26                            2026-09-01 .. 2026-09-30
    9/1/26-9/30/26                              2026-09-01 .. 2026-09-30
    from 13/9/26 until 30/9/26                  2026-09-13 .. 2026-09-30
    1/9/26 - 2/9/26                             -
    Jan '80                                     1980-01-01 .. 1980-01-31
    Q3 of the year 2025                         2025-07-01 .. 2025-09-30
    the 5th of May in the year 2025             2025-05-05
    first to last day of September              -
    for 2 weeks from tomorrow                   2026-10-16 .. 2026-10-29
    2 weeks from tomorrow                       2026-10-30
    within 2 weeks from today                   2026-10-15 .. 2026-10-28
    within 30 days after 1 March 2026           2026-03-02 .. 2026-03-31
    within the two weeks before 5 October       2026-09-21 .. 2026-10-04
    within 30 days of 1 March 2026              -
    the three months up to September            2026-07-01 .. 2026-09-30
    the 10 days leading up to 5 October         2026-09-26 .. 2026-10-05
    the month after this one                    2026-11-01 .. 2026-11-30
    the two quarters before this one            2026-04-01 .. 2026-09-30
    the years 2024 and 2025                     2024-01-01 .. 2025-12-31
    the years 2022 and 2025                     -
    years 2022 to 2025                          2022-01-01 .. 2025-12-31
    between the years 2022 and 2025             2022-01-01 .. 2025-12-31
    2025 YTD                                    2025-01-01 .. 2025-10-15
    2025 year to date                           2025-01-01 .. 2025-10-15
    over the course of last year                2025-01-01 .. 2025-12-31
    towards the end of 2025                     2025-09-01 .. 2025-12-31
    inside the last 3 months                    2026-07-01 .. 2026-09-30
    from 5 October for 10 days                  2026-10-05 .. 2026-10-14
    starting Monday for two weeks               2026-10-12 .. 2026-10-25
    """
)
def test_more_ways_of_saying_it(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)
