"""Every kind of phrase for a period, as people write it: `dates_kinds.txt`, said on Thursday, 15 October 2026."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.agency.periods import Calendar
from assistant.planning.dates import Outlook, read_onwards, read_period
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
    st.dates(date(1995, 1, 1), date(2060, 12, 31)) | st.sampled_from(EDGES),
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
