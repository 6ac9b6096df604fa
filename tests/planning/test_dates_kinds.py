"""Every kind of phrase for a period, as people write it: `dates_kinds.txt`, said on Thursday, 15 October 2026."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.agency.periods import Calendar
from assistant.planning.dates import Outlook, find_periods, read_onwards, read_period
from tests.planning.dates_notation import TODAY, shown

KINDS = [
    re.split(r"\s{2,}", line.strip(), maxsplit=1)
    for line in (Path(__file__).parent / "dates_kinds.txt").read_text("utf-8").splitlines()
    if line.strip()
]
EDGES = [
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2026, 3, 31),
    date(2026, 11, 29),
    date(2026, 6, 30),
    date(2026, 12, 31),
]
"""The first and last days of years, a leap day, a Sunday."""

SOME_DAY = st.dates(date(1995, 1, 1), date(2060, 12, 31)) | st.sampled_from(EDGES)

ANOTHER_DAY = date(1990, 8, 20)


def days_of(phrase: str) -> str:
    """The days as the table writes them; what says no last day has none."""
    onwards = read_onwards(phrase, TODAY, Calendar())
    return f"{onwards.start} .." if onwards else shown(read_period(phrase, TODAY, Calendar()))


def test_every_phrase_means_the_days_beside_it() -> None:
    read = {phrase: days_of(phrase) for phrase, _ in KINDS}

    assert read == dict(KINDS)


@pytest.mark.parametrize("words", ["  {} ?", "{}!"])
def test_what_stands_around_a_phrase_changes_no_days(words: str) -> None:
    assert {phrase: days_of(words.format(phrase)) for phrase, _ in KINDS} == dict(KINDS)


@given(
    st.sampled_from([phrase for phrase, _ in KINDS]),
    SOME_DAY,
    st.builds(Calendar, st.sampled_from([1, 4, 7, 10]), st.sampled_from([0, 5, 6])),
    st.sampled_from(Outlook),
)
def test_a_label_names_the_days_for_whoever_reads_it_another_day(
    phrase: str, today: date, calendar: Calendar, outlook: Outlook
) -> None:
    period = read_period(phrase, today, calendar, outlook)
    assume(period is not None)
    assert period is not None
    written = re.sub(r".*(?:\(|fiscal, )|\)$", "", period.label)
    told = read_period(written, ANOTHER_DAY, calendar)

    assert told is not None, period.label
    # Of a state only the day is told on which it is read off.
    begins = told.start if outlook is not Outlook.STATE or period.start else None
    assert (begins, told.end) == (period.start, period.end), period.label


QUESTIONS = (
    "revenue {} by client",
    "What was our margin {}?",
    "show me billable hours {}, by person please",
    "HOURS PER TEAM {} FOR DESIGN",
)


@pytest.mark.parametrize("calendar", [Calendar(), Calendar(7, 6)])
def test_the_words_of_a_question_change_no_period(calendar: Calendar) -> None:
    different = {}
    for phrase in (
        one for one, _ in KINDS if not one.startswith(("a ", "all time"))
    ):  # a rate, and all that was logged
        read = [days_in(question.format(phrase), calendar) for question in QUESTIONS]
        read.append(days_in(QUESTIONS[0].format(phrase).upper(), calendar))
        if any(one != read[0] for one in read):
            different[phrase] = read

    assert different == {}


def days_in(question: str, calendar: Calendar) -> list[tuple[date | None, date]]:
    """The days of every period in a question about what has been."""
    return [(one.period.start, one.period.end) for one in find_periods(question, TODAY, calendar)]


@given(st.integers(2001, 2059), st.integers(1, 12))
def test_parts_of_a_year_make_the_year(year: int, starts: int) -> None:
    calendar, short = Calendar(starts), f"{year % 100:02d}"
    whole = read_period(f"FY{year}", ANOTHER_DAY, calendar)
    ways = (
        *(f"Q1 to Q4 FY{year}", f"Q1 {year} - Q4 {year}", f"H1 and H2 FY{year}", f"{short}Q1 to FY{year}Q4"),
        *(f"the first and second half of FY{year}", f"first to fourth quarter of FY{year}", f"all of FY{year}"),
        f"FY{short}",
    )

    assert {one: _days(one, calendar) for one in ways} == dict.fromkeys(ways, whole and (whole.start, whole.end))


def _days(phrase: str, calendar: Calendar) -> tuple[date | None, date] | None:
    found = read_period(phrase, ANOTHER_DAY, calendar)
    return (found.start, found.end) if found else None


@given(
    SOME_DAY,
    st.sampled_from(["March", "Q2", "H1", "Friday", "October 5"]),
    st.sampled_from([1, 4, 7, 10]),
)
def test_the_last_is_before_the_next_and_neither_has_today(today: date, said: str, starts: int) -> None:
    last, following = (read_period(f"{which} {said}", today, Calendar(starts)) for which in ("last", "next"))
    assert last is not None
    assert following is not None
    assert following.start is not None
    assert last.end < today < following.start


@given(SOME_DAY, st.sampled_from(["week", "month", "year"]))
def test_earlier_and_later_are_on_either_side_of_today(today: date, unit: str) -> None:
    whole = read_period(f"this {unit}", today, Calendar())
    earlier, later = (read_period(f"{which} this {unit}", today, Calendar()) for which in ("earlier", "later"))
    assert whole is not None
    assert earlier is None or (earlier.start == whole.start and earlier.end < today)
    assert later is None or (later.end == whole.end and later.start is not None and later.start >= today)
