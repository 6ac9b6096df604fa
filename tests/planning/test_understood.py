"""Questions that are understood: each becomes exactly the queries written below it in `understood.txt`."""

import pytest

from tests.planning.an_agency import queries
from tests.planning.tables import cases

TABLES = ("understood.txt", "understood_words.txt", "understood_everyday.txt", "understood_spoken.txt")
UNDERSTOOD = {question: planned for table in TABLES for question, planned in cases(table).items()}


@pytest.mark.parametrize("question", UNDERSTOOD)
def test_a_question_becomes_exactly_these_queries(question: str) -> None:
    assert queries(question) == UNDERSTOOD[question]


@pytest.mark.parametrize("question", UNDERSTOOD)
def test_case_and_an_end_sign_change_nothing(question: str) -> None:
    bare = question.rstrip("?!")

    assert queries(f"{bare[0].upper()}{bare[1:]} ?") == UNDERSTOOD[question]
