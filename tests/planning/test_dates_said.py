"""Periods as people at agencies say them, said on Thursday, 15 October 2026."""

from datetime import date

from assistant.agency.periods import Calendar
from tests.planning.dates_notation import Asked, found, means, periods

FROM_APRIL = Calendar(4)
NAMED = Calendar(named_days=(("Christmas Day", date(2025, 12, 25)), ("Easter Sunday", date(2026, 4, 5))))


@periods(
    """
    last year's Q3                    2025-07-01 .. 2025-09-30   Q3 2025
    last year Q3                      2025-07-01 .. 2025-09-30
    next year's Q1                    2027-01-01 .. 2027-03-31
    last year's December              2025-12-01 .. 2025-12-31
    this year's first quarter         2026-01-01 .. 2026-03-31
    Q2/26                             2026-04-01 .. 2026-06-30
    09.2026                           2026-09-01 .. 2026-09-30
    15 Sep 26                         2026-09-15
    15-Sep-26                         2026-09-15
    20260915                          2026-09-15
    20261315                          -
    2026W38                           2026-09-14 .. 2026-09-20
    ISO week 40                       2026-09-28 .. 2026-10-04
    most recent month                 2026-09-01 .. 2026-09-30   last month (September 2026)
    the latest quarter                2026-07-01 .. 2026-09-30
    most recent 3 months              2026-07-01 .. 2026-09-30
    last closed month                 2026-09-01 .. 2026-09-30
    the month just gone               2026-09-01 .. 2026-09-30
    the quarter just ended            2026-07-01 .. 2026-09-30
    first two weeks in September      2026-09-01 .. 2026-09-14
    last two weeks of August          2026-08-18 .. 2026-08-31
    """
)
def test_names_said_in_other_orders(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    all of 2025                       2025-01-01 .. 2025-12-31   2025
    the whole of last year            2025-01-01 .. 2025-12-31
    the entire year 2025              2025-01-01 .. 2025-12-31
    full year 2025                    2025-01-01 .. 2025-12-31
    the whole week of 5 October       2026-10-05 .. 2026-10-11
    rest of 2026                      2026-10-15 .. 2026-12-31   rest of 2026 (15 October - 31 December 2026)
    rest of Q4                        2026-10-15 .. 2026-12-31
    rest of Q3                        -
    balance of the year               2026-10-15 .. 2026-12-31
    this and last month               2026-09-01 .. 2026-10-31   this and last month (September - October 2026)
    the current and next quarter      2026-10-01 .. 2027-03-31
    last year and this year           2025-01-01 .. 2026-12-31
    January, February and March       2026-01-01 .. 2026-03-31
    July, August, and September 2025  2025-07-01 .. 2025-09-30
    January, March and April          -
    from 1 January                    2026-01-01 .. 2026-10-15   from 1 January (1 January - 15 October 2026)
    from 1 November 2026              -
    from Monday                       2026-10-12
    """
)
def test_wholes_rests_and_lists(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    1. Oktober 2026                   2026-10-01
    1. Okt. 2026                      2026-10-01
    8.-12. Oktober                    2026-10-08 .. 2026-10-12
    8. - 12. Oktober 2026             2026-10-08 .. 2026-10-12
    01.09.2026 bis 15.09.2026         2026-09-01 .. 2026-09-15
    1.10. bis 14.10.2026              2026-10-01 .. 2026-10-14
    Januar bis März                   2026-01-01 .. 2026-03-31
    KW 40                             2026-09-28 .. 2026-10-04
    """
)
def test_german_dates(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)


@periods(
    """
    H1 FY26               2025-04-01 .. 2025-09-30
    Q4 last year          2026-01-01 .. 2026-03-31
    last year's Q1        2025-04-01 .. 2025-06-30
    calendar 2025         2025-01-01 .. 2025-12-31
    rest of the year      2026-10-15 .. 2027-03-31
    rest of FY27          2026-10-15 .. 2027-03-31   rest of FY27 (fiscal, 15 October 2026 - 31 March 2027)
    first half            2026-04-01 .. 2026-09-30
    """
)
def test_in_a_year_from_april(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=FROM_APRIL))


@periods(
    """
    Christmas week        2025-12-22 .. 2025-12-28
    the week of Easter    2026-03-30 .. 2026-04-05
    week of 10/5          -
    """
)
def test_weeks_with_a_holiday(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=NAMED))


def test_words_of_wholes_that_belong_to_something_else() -> None:
    assert found("who is full next week") == ["next week"]
    assert found("show all 2025 invoices") == ["2025"]
    assert found("who worked full time last month") == ["last month"]
    assert found("the 10 most recent invoices") == []
