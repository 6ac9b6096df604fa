"""A stretch of days with both ends in it."""

from datetime import date

from assistant.agency.periods import Period

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31), "October 2026")
END_OF_OCTOBER = Period(None, date(2026, 10, 31), "as of 31 October 2026")


def test_both_ends_are_in_a_period() -> None:
    assert OCTOBER.days == 31
    assert OCTOBER.contains(date(2026, 10, 1))
    assert OCTOBER.contains(date(2026, 10, 31))
    assert not OCTOBER.contains(date(2026, 9, 30))
    assert not OCTOBER.contains(date(2026, 11, 1))


def test_a_state_has_no_beginning() -> None:
    assert END_OF_OCTOBER.days == 1
    assert END_OF_OCTOBER.contains(date(1990, 1, 1))
    assert not END_OF_OCTOBER.contains(date(2026, 11, 1))
