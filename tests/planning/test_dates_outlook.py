"""What a bare name means by which way the metric looks, said on Thursday, 15 October 2026."""

from assistant.planning.dates import Outlook
from tests.planning.dates_notation import Asked, means, periods


@periods(
    """
    October             2026-10-01 .. 2026-10-31
    November            2025-11-01 .. 2025-11-30
    Q3                  2026-07-01 .. 2026-09-30
    Q4                  2026-10-01 .. 2026-12-31
    H2                  2026-07-01 .. 2026-12-31
    Friday              2026-10-09
    Thursday            2026-10-15
    5 November          2025-11-05
    week 45             2025-11-03 .. 2025-11-09
    November to January          2025-11-01 .. 2026-01-31
    until Friday        .. 2026-10-09
    in 2 weeks          -
    """
)
def test_an_actual_takes_the_most_recent_that_has_begun(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(outlook=Outlook.ACTUAL))


@periods(
    """
    October              2026-10-01 .. 2026-10-31
    September            2027-09-01 .. 2027-09-30
    Q3                   2027-07-01 .. 2027-09-30
    Q4                   2026-10-01 .. 2026-12-31
    H1                   2027-01-01 .. 2027-06-30
    Friday               2026-10-16
    Thursday             2026-10-15
    5 October            2027-10-05
    5 November           2026-11-05
    week 40              2027-10-04 .. 2027-10-10
    March to June        2027-03-01 .. 2027-06-30
    September to December           2026-09-01 .. 2026-12-31
    until March          2026-10-15 .. 2027-03-31   until March (15 October 2026 - 31 March 2027)
    by the end of the year          2026-10-15 .. 2026-12-31
    until yesterday      .. 2026-10-14
    as of Friday         .. 2026-10-16
    since March          2026-03-01 .. 2026-10-15
    starting next month  2026-11-01 .. 2026-11-30
    from November on     -
    in 2 weeks           2026-10-29
    in 3 weeks' time     2026-11-05
    end of next week     2026-10-23 .. 2026-10-25
    last March           2026-03-01 .. 2026-03-31
    next week            2026-10-19 .. 2026-10-25
    """
)
def test_a_forecast_takes_the_next_to_end(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(outlook=Outlook.FORECAST))


@periods(
    """
    March               2026-03-01 .. 2026-03-31
    end of March        .. 2026-03-31   end of March (31 March 2026)
    start of March      .. 2026-03-01
    end of this week    .. 2026-10-18
    as of 30 September  .. 2026-09-30   as of 30 September 2026
    until Q2            .. 2026-06-30
    """
)
def test_a_state_looks_back_and_ends_on_one_day(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(outlook=Outlook.STATE))


@periods(
    """
    5 November       2026-11-05
    week 45          2026-11-02 .. 2026-11-08
    Friday           2026-10-16
    the 31st         2026-10-31
    last Friday in November             2026-11-27
    November         2025-11-01 .. 2025-11-30
    """
)
def test_a_day_or_week_without_a_metric_is_in_the_current_year(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label)
