"""Periods found in the middle of questions, and the words that are left for others."""

import pytest

from assistant.agency.periods import Calendar
from assistant.planning.dates import Kind, Outlook, find_periods, impossible_periods
from tests.planning.dates_notation import TODAY, found


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("What was utilization by team last month, by week?", ["last month"]),
        ("Show me last month's revenue by project", ["last month's"]),
        ("Compare this week to last week", ["this week", "last week"]),
        ("compare March to April", ["March", "April"]),
        ("compare revenue from March to May with last year", ["from March to May", "last year"]),
        ("billed this month vs last month", ["this month", "last month"]),
        ("time for the week of March 10 please", ["the week of March 10"]),
        ("margin by quarter for the last two quarters", ["the last two quarters"]),
        ("revenue year to date by client", ["year to date"]),
        ("hours in the first week of October 2026 by person", ["the first week of October 2026"]),
        ("How did we do in the year so far?", ["the year so far"]),
        ("utilization for the month", ["the month"]),
        ("hours on the 5th", ["the 5th"]),
        ("may I see the hours in may?", ["may"]),
        ("show May hours", ["May"]),
        ("more than 2000 hours in 2025", ["2025"]),
        ("2026 hours by person", ["2026"]),
        ("top 5 October clients", ["October"]),
        ("who has more than 40 hours a week this month", ["this month"]),
        ("which deals close this month", ["this month"]),
        ("which deals are expected to close this month", ["this month"]),
        ("which projects end next month", ["next month"]),
        ("projects starting in March", ["March"]),
        ("all time logged this month", ["this month"]),
        ("hours between 10 and 20 last week", ["last week"]),
        ("deals worth between 10 and 20 hours last month", ["last month"]),
        ("date range: Q1 2026 (Jan 1 – Mar 31)", ["Q1 2026", "Jan 1 – Mar 31"]),
    ],
)
def test_periods_are_found_in_a_question(question: str, texts: list[str]) -> None:
    assert found(question) == texts


@pytest.mark.parametrize(
    "question",
    [
        "utilization by month",
        "hours per week by person",
        "revenue monthly, each quarter",
        "growth month over month and year over year",
        "hours by day, week, month, quarter and year",
        "how many hours a week does Ana work",
        "files INV-2026-03 and 2026.pdf and PRJ-2026-10",
        "24/7 support at 1/2 fte, 3.5 days",
        "hours for Sun Ltd and Wed Corp",
        "the second project since the first",
        "may Ana see 2000 hours?",
        "next steps for the last mile",
        "",
    ],
)
def test_breakdowns_codes_and_names_are_no_periods(question: str) -> None:
    assert found(question) == []
    assert impossible_periods(question, TODAY, Calendar()) == ()


def test_a_period_knows_its_characters_phrase_and_kind() -> None:
    question = "İncome  of Čedo —  Last   Month, ok?"
    (one,) = find_periods(question, TODAY, Calendar())
    assert question[slice(*one.span)] == one.text == "Last   Month"
    assert (one.phrase, one.kind) == ("last month", Kind.MONTH)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("yesterday", Kind.DAY),
        ("week 40", Kind.WEEK),
        ("March 2026", Kind.MONTH),
        ("Q3", Kind.QUARTER),
        ("H1", Kind.HALF),
        ("FY26", Kind.YEAR),
        ("last 6 months", Kind.ROLLING),
        ("YTD", Kind.TO_DATE),
        ("since March", Kind.SINCE),
        ("as of 31 March", Kind.UNTIL),
        ("March to June", Kind.RANGE),
        ("1 - 14 October", Kind.RANGE),
        ("end of March", Kind.EDGE),
        ("first ten days of March", Kind.PART),
    ],
)
def test_kinds_of_period(phrase: str, kind: Kind) -> None:
    assert [one.kind for one in find_periods(phrase, TODAY, Calendar())] == [kind]


@pytest.mark.parametrize("phrase", ["may", "the year", "the 5th", "March", "last month", "Mon"])
def test_a_found_phrase_can_be_found_again_by_itself(phrase: str) -> None:
    (one,) = find_periods(phrase, TODAY, Calendar(), Outlook.FORECAST)
    assert one.phrase == phrase.lower()


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("hours in Q1 and Q2 2025", ["2025-01-01", "2025-04-01"]),
        ("Q1 2025 vs Q2", ["2025-01-01", "2025-04-01"]),
        ("January, February and March 2025", ["2025-01-01", "2025-02-01", "2025-03-01"]),
        ("Q1 and Q2 last year", ["2025-01-01", "2025-04-01"]),
        ("March vs March last year", ["2026-03-01", "2025-03-01"]),
        ("March vs March 2024", ["2026-03-01", "2024-03-01"]),
        ("March vs February last year", ["2026-03-01", "2025-02-01"]),
        ("hours in March for projects of May 2025", ["2026-03-01", "2025-05-01"]),
    ],
)
def test_a_year_said_once_serves_a_list(question: str, starts: list[str]) -> None:
    assert [str(one.period.start) for one in find_periods(question, TODAY, Calendar())] == starts


@pytest.mark.parametrize(
    ("question", "impossible"),
    [
        ("hours on 31 February 2026", "31 February 2026"),
        ("hours on 5/10/2026 by person", "5/10/2026"),
        ("from this week to last week", "from this week to last week"),
        ("hours in week 53 2025", "week 53 2025"),
    ],
)
def test_what_is_no_period_is_named_and_no_part_of_it_is_taken(question: str, impossible: str) -> None:
    assert found(question) == []
    assert [question[slice(*span)] for span in impossible_periods(question, TODAY, Calendar())] == [impossible]
