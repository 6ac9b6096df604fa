"""The days that the name of a period says, read as a reader of the text reads them."""

from datetime import date

import pytest

from eval.labels import Named, days_named


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("last month (September 2026)", "2026-09-01", "2026-09-30"),
        ("last quarter (Q3 2026)", "2026-07-01", "2026-09-30"),
        ("H2 2026", "2026-07-01", "2026-12-31"),
        ("last two quarters (Q2 - Q3 2026)", "2026-04-01", "2026-09-30"),
        ("last year (2025)", "2025-01-01", "2025-12-31"),
        ("March - May 2026", "2026-03-01", "2026-05-31"),
        ("last 12 months (October 2025 - September 2026)", "2025-10-01", "2026-09-30"),
        ("year to date (1 January - 15 October 2026)", "2026-01-01", "2026-10-15"),
        ("Q2 FY27, fiscal, 1 July - 30 September 2026", "2026-07-01", "2026-09-30"),
        ("the week of 2 November (27 October - 2 November 2025)", "2025-10-27", "2025-11-02"),
        ("next 90 days (16 October 2026 - 13 January 2027)", "2026-10-16", "2027-01-13"),
        ("the first two weeks of September (1 - 14 September 2026)", "2026-09-01", "2026-09-14"),
        ("Christmas (25 December 2026)", "2026-12-25", "2026-12-25"),
        ("this year (2026), up to 30 September 2026", "2026-01-01", "2026-09-30"),
        ("as of 30 September 2026", None, "2026-09-30"),
        ("from today on (until 19 March 2027)", None, "2027-03-19"),
    ],
)
def test_a_name_says_these_days(label: str, start: str | None, end: str) -> None:
    first = date.fromisoformat(start) if start else None

    assert days_named(label) == Named(first, date.fromisoformat(end))


@pytest.mark.parametrize("label", ["to date", "to completion", "at any time", "Q2 FY27", "the 52 weeks from today on"])
def test_a_name_without_days_says_none(label: str) -> None:
    assert days_named(label) is None
