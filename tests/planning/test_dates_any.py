"""Whatever is typed, on whatever day: never an exception, never an end before its beginning."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.agency.periods import Calendar
from assistant.planning.dates import (
    Found,
    Outlook,
    find_periods,
    impossible_periods,
    previous,
    read_period,
    year_before,
)
from assistant.planning.dates_words import (
    CONNECTORS,
    DIRECTIONS,
    LOOSE_NUMBERS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PREPOSITIONS,
    UNITS,
    WEEKDAYS,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
CALENDARS = st.builds(Calendar, st.integers(1, 12), st.integers(0, 6))
OUTLOOKS = st.sampled_from(Outlook)
OTHERS = """
    the of and a since until before after between starting ending to date so far ago from now
    end beginning middle early mid late rest working weekend half fiscal calendar w/c ytd eom
    today yesterday tomorrow q1 q4 q5 h2 fy26 fy w40 w53 'q3 '26 's 2026 2024 1900 2099 9999 0 00
    007 29 30 31 1st 31st 32nd 13 2026-02-30 31.12.2026 5/10/2026 2026/13 10/ - – , . / ( 1.5 1,000 ²
"""
WORDS = st.sampled_from(
    [
        *MONTHS,
        *WEEKDAYS,
        *UNITS,
        *DIRECTIONS,
        *sorted(CONNECTORS | PREPOSITIONS),
        *NUMBERS,
        *ORDINALS,
        *LOOSE_NUMBERS,
        *OTHERS.split(),
    ]
)
PHRASES = st.lists(WORDS, max_size=9).map(" ".join) | st.lists(WORDS, max_size=5).map("".join)


@given(st.text() | PHRASES, DAYS, CALENDARS, OUTLOOKS)
def test_any_text_on_any_day_is_read_without_an_exception(
    text: str, today: date, calendar: Calendar, outlook: Outlook
) -> None:
    read_period(text, today, calendar, outlook)
    impossible_periods(text, today, calendar, outlook)
    for one in find_periods(text, today, calendar, outlook):
        assert one.period.start is None or one.period.start <= one.period.end
        assert one.period.label
        assert text[slice(*one.span)] == one.text


@given(PHRASES, DAYS, CALENDARS, OUTLOOKS)
def test_periods_stand_in_order_and_do_not_overlap(
    text: str, today: date, calendar: Calendar, outlook: Outlook
) -> None:
    ends = [0]
    for one in find_periods(text, today, calendar, outlook):
        assert ends[-1] <= one.span[0] < one.span[1]
        ends.append(one.span[1])


@given(PHRASES, DAYS, CALENDARS, OUTLOOKS)
def test_a_whole_phrase_is_found_as_it_is_read(text: str, today: date, calendar: Calendar, outlook: Outlook) -> None:
    read = read_period(text, today, calendar, outlook)
    everything: list[Found] = [one for one in find_periods(text, today, calendar, outlook) if one.text == text.strip()]
    assert all(one.period == read for one in everything)


@given(PHRASES, DAYS, CALENDARS)
def test_the_period_before_ends_the_day_before(text: str, today: date, calendar: Calendar) -> None:
    for one in find_periods(text, today, calendar):
        before = previous(one.period, calendar)
        if one.period.start is not None and before.start is not None:
            assert before.start <= before.end == one.period.start - timedelta(days=1)
        assert year_before(one.period, calendar).end < one.period.end


@given(DAYS, st.integers(1, 12))
def test_quarters_tile_the_year(today: date, starts: int) -> None:
    calendar = Calendar(starts)
    year = read_period("this year", today, calendar)
    quarters = [read_period(f"Q{number} this year", today, calendar) for number in (1, 2, 3, 4)]
    assert year is not None
    days = [one.days for one in quarters if one]
    assert sum(days) == year.days
    assert quarters[0] is not None
    assert quarters[0].start == year.start


@given(DAYS, CALENDARS, st.sampled_from(["day", "week", "month", "quarter", "half", "year"]))
def test_last_this_and_next_follow_each_other(today: date, calendar: Calendar, unit: str) -> None:
    last, this, following = (read_period(f"{which} {unit}", today, calendar) for which in ("last", "this", "next"))
    assert last is not None
    assert this is not None
    assert following is not None
    assert this.contains(today)
    assert last.end + timedelta(days=1) == this.start
    assert this.end + timedelta(days=1) == following.start


@given(DAYS, CALENDARS, st.integers(1, 60), st.sampled_from(["days", "weeks", "months", "quarters", "years"]))
def test_last_n_end_where_last_one_ends(today: date, calendar: Calendar, count: int, units: str) -> None:
    several = read_period(f"last {count} {units}", today, calendar)
    one = read_period(f"last {units[:-1]}", today, calendar)
    assert several is not None
    assert one is not None
    assert several.end == one.end
