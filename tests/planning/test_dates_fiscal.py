"""What phrases mean where the year begins in April, July or October, said on 15 October 2026."""

from datetime import date

from assistant.agency.periods import Calendar
from assistant.planning.dates import Outlook
from tests.planning.dates_notation import Asked, means, periods

APRIL, JULY, OCTOBER = Calendar(4), Calendar(7), Calendar(10)


@periods(
    """
    this year        2026-04-01 .. 2027-03-31   this year (FY27, fiscal, 1 April 2026 - 31 March 2027)
    last year        2025-04-01 .. 2026-03-31
    last quarter     2026-07-01 .. 2026-09-30   last quarter (Q2 FY27, fiscal, 1 July - 30 September 2026)
    Q2               2026-07-01 .. 2026-09-30   Q2 FY27 (fiscal, 1 July - 30 September 2026)
    Q4               2026-01-01 .. 2026-03-31   Q4 FY26 (fiscal, 1 January - 31 March 2026)
    Q2 FY27          2026-07-01 .. 2026-09-30
    FY27-Q2          2026-07-01 .. 2026-09-30
    Q1 2027          2026-04-01 .. 2026-06-30
    FY26             2025-04-01 .. 2026-03-31   FY26 (fiscal, 1 April 2025 - 31 March 2026)
    YTD              2026-04-01 .. 2026-10-15   year to date (fiscal, 1 April - 15 October 2026)
    last 2 years     2024-04-01 .. 2026-03-31
    H1               2026-04-01 .. 2026-09-30
    """
)
def test_a_year_from_april(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=APRIL))


@periods(
    """
    this year                 2026-07-01 .. 2027-06-30
    this quarter              2026-10-01 .. 2026-12-31
    last two quarters         2026-04-01 .. 2026-09-30
    Q1                        2026-07-01 .. 2026-09-30   Q1 FY27 (fiscal, 1 July - 30 September 2026)
    Q3                        2026-01-01 .. 2026-03-31
    Q1-Q3 2026                2025-07-01 .. 2026-03-31
    Q1 to Q2                  2026-07-01 .. 2026-12-31
    since Q3                  2026-01-01 .. 2026-10-15   since Q3 (fiscal, 1 January - 15 October 2026)
    fiscal year 2026          2025-07-01 .. 2026-06-30   FY26 (fiscal, 1 July 2025 - 30 June 2026)
    FY25/26                   2025-07-01 .. 2026-06-30
    2025/26                   2025-07-01 .. 2026-06-30
    last fiscal year          2025-07-01 .. 2026-06-30
    March of FY26             2026-03-01 .. 2026-03-31
    August FY26               2025-08-01 .. 2025-08-31
    first month of this year  2026-07-01 .. 2026-07-31
    first quarter of this year           2026-07-01 .. 2026-09-30
    end of the year           2027-03-01 .. 2027-06-30
    until the end of the year             .. 2027-06-30
    a year ago                2025-07-01 .. 2026-06-30
    2025                      2025-01-01 .. 2025-12-31   calendar year 2025
    calendar year 2025        2025-01-01 .. 2025-12-31   calendar year 2025
    last calendar year        2025-01-01 .. 2025-12-31   last calendar year (2025)
    calendar Q2               2026-04-01 .. 2026-06-30   calendar Q2 2026 (1 April - 30 June 2026)
    last calendar quarter     2026-07-01 .. 2026-09-30   last calendar quarter (Q3 2026)
    March                     2026-03-01 .. 2026-03-31   March 2026
    last 6 months             2026-04-01 .. 2026-09-30
    last month                2026-09-01 .. 2026-09-30
    week 40                   2026-09-28 .. 2026-10-04
    """
)
def test_a_year_from_july(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=JULY))


@periods(
    """
    this year       2026-10-01 .. 2027-09-30
    this quarter    2026-10-01 .. 2026-12-31   this quarter (Q1 FY27, fiscal, 1 October - 31 December 2026)
    QTD             2026-10-01 .. 2026-10-15   quarter to date (fiscal, 1 - 15 October 2026)
    YTD             2026-10-01 .. 2026-10-15   year to date (fiscal, 1 - 15 October 2026)
    last year       2025-10-01 .. 2026-09-30
    Q4              2026-07-01 .. 2026-09-30   Q4 FY26 (fiscal, 1 July - 30 September 2026)
    Q1              2026-10-01 .. 2026-12-31   Q1 FY27 (fiscal, 1 October - 31 December 2026)
    next quarter    2027-01-01 .. 2027-03-31
    """
)
def test_a_year_from_october(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=OCTOBER))


@periods(
    """
    this year       2025-10-01 .. 2026-09-30
    last quarter    2026-04-01 .. 2026-06-30
    Q1              2025-10-01 .. 2025-12-31
    yesterday       2026-09-29
    """
)
def test_on_the_last_day_of_a_year_from_october(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(today=date(2026, 9, 30), calendar=OCTOBER))


@periods(
    """
    Q1    2027-07-01 .. 2027-09-30
    Q2    2026-10-01 .. 2026-12-31
    Q4    2027-04-01 .. 2027-06-30
    """
)
def test_a_forecast_takes_the_next_fiscal_quarter_to_end(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=JULY, outlook=Outlook.FORECAST))


@periods(
    """
    this week            2026-10-11 .. 2026-10-17
    last 2 weeks         2026-09-27 .. 2026-10-10
    the week of 10 October          2026-10-04 .. 2026-10-10
    Sunday               2026-10-11
    week 40              2026-09-28 .. 2026-10-04
    """
)
def test_weeks_that_begin_on_sundays_are_still_numbered_by_iso(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=Calendar(week_starts=6)))
