"""Questions that are understood: each becomes exactly the queries written below it in `understood.txt`."""

import pytest

from tests.planning.an_agency import queries
from tests.planning.tables import cases

UNDERSTOOD = cases("understood.txt") | cases("understood_words.txt") | cases("understood_everyday.txt")


@pytest.mark.parametrize("question", UNDERSTOOD)
def test_a_question_becomes_exactly_these_queries(question: str) -> None:
    assert queries(question) == UNDERSTOOD[question]


@pytest.mark.parametrize("question", UNDERSTOOD)
def test_case_and_an_end_sign_change_nothing(question: str) -> None:
    bare = question.rstrip("?!")

    assert queries(f"{bare[0].upper()}{bare[1:]} ?") == UNDERSTOOD[question]
