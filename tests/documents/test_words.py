"""What a period is called within a sentence, in each language."""

from datetime import date

import pytest

from assistant.agency.periods import Period
from assistant.documents.words import words_in


@pytest.mark.parametrize(
    ("start", "end", "english", "german"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), "in September 2026", "im September 2026"),
        (date(2026, 7, 1), date(2026, 9, 30), "in Q3 2026", "im 3. Quartal 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "in 2026", "im Jahr 2026"),
        (
            date(2026, 2, 1), date(2026, 4, 30),
            "from 1 February 2026 to 30 April 2026", "vom 1. Februar 2026 bis 30. April 2026",
        ),
        (None, date(2026, 9, 30), "until 30 September 2026", "bis 30. September 2026"),
    ],
)  # fmt: skip
def test_a_sentence_says_when(start: date | None, end: date, english: str, german: str) -> None:
    period = Period(start, end, "as asked")

    assert words_in("en", "en-GB").when(period) == english
    assert words_in("de", "de").when(period) == german
