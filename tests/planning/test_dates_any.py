"""Whatever is typed, on whatever day: never an exception, never an end before its beginning."""

import time
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import assume, given
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
    DECADES,
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
    ytd qtd mtd all time working day days the 90s 1990s nineties 's 2026q3 26q3 inclusive including week-end
    summer winter q3 24 today's my rest w/b eoy boy back hence thursdays nineteen twenty thousand
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
        *DECADES,
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


UNITS_SAID = st.sampled_from(
    [
        *("March", "Q2", "2025", "last month", "5 October", "week 40", "H1 2026", "FY26", "2026-02-28", "yesterday"),
        *("29 February 2024", "week 53 of 2020", "Q1 last year", "this quarter", "the week of 18 May", "last Friday"),
        *("31 December 2025", "calendar Q3", "next year", "two months ago"),
    ]
)
JOINED = st.sampled_from(
    ["{} to {}", "from {} to {}", "{} - {}", "{} through {}", "between {} and {}", "from {} until {}"]
)


@given(UNITS_SAID, UNITS_SAID, JOINED, DAYS, CALENDARS)
def test_a_range_has_its_last_unit_in_it(first: str, last: str, joined: str, today: date, calendar: Calendar) -> None:
    whole = read_period(joined.format(first, last), today, calendar)
    # "March - 2025" is March 2025.
    assume(whole is not None and not (joined == "{} - {}" and last in {"2025", "FY26"}))
    assert whole is not None
    ends = read_period(last, today, calendar)
    said_with_a_year = read_period(last, date(1990, 6, 15), calendar) == read_period(last, date(2060, 6, 15), calendar)
    assert whole.start is not None
    assert whole.start <= whole.end
    if ends is not None and said_with_a_year:
        assert whole.end == ends.end


WIDE = {one: one + 0xFEE0 for one in range(0x21, 0x7F)}
TYPED = (
    str.upper,
    str.title,
    lambda said: said.replace(" ", "\u00a0"),
    lambda said: said.replace("-", "\u2011"),
    lambda said: said.replace("'", "\u2019"),
    lambda said: said.translate(WIDE),
    lambda said: f"  {said.replace(' ', '   ')} ",
)


@given(PHRASES | UNITS_SAID, st.sampled_from(TYPED), DAYS, CALENDARS)
def test_how_it_is_typed_changes_no_days(
    text: str, typed: Callable[[str], str], today: date, calendar: Calendar
) -> None:
    said, other = read_period(text, today, calendar), read_period(typed(text), today, calendar)
    assert (said and (said.start, said.end)) == (other and (other.start, other.end))


@given(DAYS, st.sampled_from(["year", "quarter", "month", "week"]), CALENDARS)
def test_what_is_to_date_and_what_is_left_meet_today(today: date, unit: str, calendar: Calendar) -> None:
    whole = read_period(f"this {unit}", today, calendar)
    so_far = read_period(f"{unit} to date", today, calendar)
    left = read_period(f"rest of the {unit}", today, calendar)
    assert whole is not None
    assert so_far is not None
    assert left is not None
    assert (so_far.start, so_far.end, left.start, left.end) == (whole.start, today, today, whole.end)


@given(st.integers(1990, 2090), st.integers(1, 53))
def test_weeks_are_those_of_iso(year: int, week: int) -> None:
    found = read_period(f"week {week} of {year}", date(2026, 10, 15), Calendar())
    if week > date(year, 12, 28).isocalendar().week:
        assert found is None
    else:
        assert found is not None
        assert found.start == date.fromisocalendar(year, week, 1)
        assert found.end == date.fromisocalendar(year, week, 7)


@given(
    st.sampled_from(
        [
            *("from ", "since 5 ", "(", "Q3 and ", "1 - ", "last 3 ", "the ", "week 4 to ", "12/", "'", "nineteen "),
            *("Mon 5 - ", "two weeks before ", "the week after ", "years 2024 and ", "now to ", "towards "),
        ]
    )
)
def test_ten_thousand_characters_are_read_within_a_second(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    begun = time.process_time()
    find_periods(text, date(2026, 10, 15), Calendar())
    read_period(text, date(2026, 10, 15), Calendar())
    assert time.process_time() - begun < 1
