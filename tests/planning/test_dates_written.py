"""Days in numbers, whose order the locale tells, and holidays, whose names the calendar tells; on 15 October 2026."""

from datetime import date

import pytest

from assistant.agency.periods import Calendar
from assistant.planning.dates import find_periods
from assistant.settings import settings_from
from tests.planning.dates_notation import TODAY, Asked, means, periods

ANY, EUROPE, AMERICA = Calendar(), Calendar(month_first=False), Calendar(month_first=True)


@periods(
    """
    5/10/2026                  -
    5/10/26                    -
    13/10/2026                 2026-10-13
    10/13/26                   2026-10-13
    since 28/09                2026-09-28 .. 2026-10-15
    since 5/10                 -
    20/9 to 25/9               2026-09-20 .. 2026-09-25
    1.9. - 15.9                2026-09-01 .. 2026-09-15
    9/20 to 9/25, 2025         2025-09-20 .. 2025-09-25
    10/1/2026-10/14/2026       2026-10-01 .. 2026-10-14
    between 28/09 and 04/10    2026-09-28 .. 2026-10-04
    from 5/1-5/7, 2020         2020-05-01 .. 2020-05-07
    from 10-1-2018-10-7-2018   -
    this 5/12                  -
    24/7                       -
    """
)
def test_where_the_locale_tells_no_order_only_one_possible_day_is_read(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=ANY))


@periods(
    """
    5/10/2026                  2026-10-05
    since 5/10                 2026-10-05 .. 2026-10-15
    from 5/1-5/7, 2020         2020-01-05 .. 2020-07-05
    10/13/2026                 2026-10-13
    """
)
def test_days_come_first_where_the_locale_says_so(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=EUROPE))


@periods(
    """
    5/10/2026                  2026-05-10
    from 5/1-5/7, 2020         2020-05-01 .. 2020-05-07
    between 10/1-11/7          2026-10-01 .. 2026-11-07
    from 10-1-2018-10-7-2018   2018-10-01 .. 2018-10-07
    13/10/2026                 2026-10-13
    5.10.2026                  2026-10-05
    this 5/12                  2026-05-12
    last 11/7                  2025-11-07
    from this 5/12 to next 5/19          2026-05-12 .. 2027-05-19
    """
)
def test_months_come_first_where_the_locale_says_so(phrase: str, days: str, label: str) -> None:
    today = date(2026, 10, 15)
    assert means(phrase, days, label, Asked(today=today, calendar=AMERICA))


@pytest.mark.parametrize(
    ("locale", "first"),
    [("en", None), ("en-US", True), ("en-GB", False), ("de", False), ("en-AU", False), ("fr-CA", True)],
)
def test_the_locale_of_the_settings_tells_the_order(locale: str, first: object) -> None:
    assert settings_from(f'locale = "{locale}"', "workspace.toml").calendar.month_first is first


HOLIDAYS = Calendar(
    named_days=tuple(
        (name, date.fromisoformat(day))
        for name, day in (
            ("Easter Sunday", "2026-04-05"),
            ("Easter Monday", "2026-04-06"),
            ("Easter Monday", "2025-04-21"),
            ("Good Friday", "2026-04-03"),
            ("Labour Day", "2026-05-01"),
            ("Christmas Day", "2025-12-25"),
            ("Christmas Day", "2026-12-25"),
            ("New Year's Day", "2026-01-01"),
            ("New Year's Day", "2027-01-01"),
        )
    )
)


@periods(
    """
    since Easter               2026-04-03 .. 2026-10-15   since Easter (3 April - 15 October 2026)
    Easter Monday              2026-04-06
    Easter 2025                2025-04-21
    Easter Sunday 2025         -
    before Labour Day          .. 2026-04-30
    over Christmas             2025-12-24 .. 2026-01-01   Christmas (24 December 2025 - 1 January 2026)
    the Christmas break 2026   2026-12-24 .. 2027-01-01
    over Easter                2026-04-03 .. 2026-04-06
    during Christmas Day       2025-12-25
    Xmas                       2025-12-25
    last Christmas             2025-12-25
    next Christmas             2026-12-25
    between Christmas and New Year                2025-12-25 .. 2026-01-01
    New Year’s Day             2026-01-01
    Labour                     -
    since Thanksgiving         -
    """
)
def test_a_holiday_is_the_day_that_the_calendar_gives_its_name(phrase: str, days: str, label: str) -> None:
    assert means(phrase, days, label, Asked(calendar=HOLIDAYS))


def test_a_word_of_a_holiday_is_no_period_in_a_question() -> None:
    assert find_periods("labour cost by good clients", TODAY, HOLIDAYS) == ()
    assert [one.text for one in find_periods("hours on Good Friday and labour cost", TODAY, HOLIDAYS)] == [
        "Good Friday"
    ]


def test_a_sentence_that_ends_in_a_number_says_no_day() -> None:
    assert find_periods("The index rose by 1.2. Why?", TODAY, ANY) == ()
