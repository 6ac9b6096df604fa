"""The days that the words of a note mean, counted from the day it was written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.notes.due import due_day

WEDNESDAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", "2026-10-16"),
        ("this Friday", "2026-10-16"),
        ("next Friday", "2026-10-23"),
        ("Friday next week", "2026-10-23"),
        ("Wednesday", "2026-10-21"),
        ("the end of the week", "2026-10-16"),
        ("end of next week", "2026-10-23"),
        ("EOD", "2026-10-14"),
        ("tomorrow", "2026-10-15"),
        ("12 Oct", "2026-10-12"),
        ("Monday, 19 October", "2026-10-19"),
        ("October 12, 2027", "2027-10-12"),
        ("12.10.", "2026-10-12"),
        ("3/11", "2026-11-03"),
        ("the 21st", "2026-10-21"),
        ("the 3rd", "2026-11-03"),
        ("mid-November", "2026-11-15"),
        ("the beginning of November", "2026-11-10"),
        ("October", "2026-10-31"),
        ("January", "2027-01-31"),
        ("Q4", "2026-12-31"),
        ("week 44", "2026-10-30"),
        ("in two weeks", "2026-10-28"),
        ("before Christmas", "2026-12-24"),
        ("before the 20th", "2026-10-19"),
        ("bis Freitag", "2026-10-16"),
        ("Ende nächster Woche", "2026-10-23"),
        ("KW 44", "2026-10-30"),
        ("3. März", "2027-03-03"),
    ],
)
def test_words_are_a_day_from_the_day_of_the_note(words: str, day: str) -> None:
    assert due_day(words, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["soon", "as soon as possible", "31 September", "", "the next call"])
def test_what_is_no_day_has_none(words: str) -> None:
    assert due_day(words, WEDNESDAY) is None


def test_only_a_whole_date_means_a_day_in_a_note_without_one() -> None:
    assert due_day("Friday", None) is None
    assert due_day("12 October", None) is None
    assert due_day("12 October 2026", None) == date(2026, 10, 12)


def test_a_day_in_numbers_is_read_in_the_order_of_the_workspace() -> None:
    assert due_day("3/11", WEDNESDAY, month_first=True) == date(2027, 3, 11)


def test_on_a_sunday_the_end_of_the_week_is_still_to_come() -> None:
    assert due_day("end of the week", date(2026, 10, 18)) == date(2026, 10, 23)


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(-100, 240))
def test_a_day_without_its_year_is_found_again(on: date, away: int) -> None:
    meant = on + timedelta(days=away)
    if (meant.month, meant.day) != (2, 29):
        assert due_day(f"{meant.day} {meant:%B}", on) == meant
