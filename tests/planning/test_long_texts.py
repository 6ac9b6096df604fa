"""However long a question is and whatever it repeats, nobody waits for it to be understood."""

from time import process_time

import pytest

from assistant.outcome import Ended
from assistant.planning.planner import LONGEST
from assistant.query import Plan
from tests.planning.an_agency import ask

SECONDS = 3
"""Many times what it takes: other work on the same machine makes everything slower."""


@pytest.mark.parametrize(
    "said",
    ["2025? ", "March ", "H1 and ", "Monday, ", "since March ", "last 3 weeks? ", "revenue not ", "12 hours by "],
)
def test_what_is_said_over_and_over_is_understood_at_once(said: str) -> None:
    ask("Revenue in March")
    text = (said * LONGEST)[:LONGEST].strip()
    began = process_time()

    outcome = ask(text)

    assert isinstance(outcome, Plan | Ended)
    assert process_time() - began < SECONDS


def test_ten_thousand_characters_are_not_read_at_all() -> None:
    began = process_time()

    outcome = ask("Revenue of Northwind in March, and " * 286)

    assert isinstance(outcome, Ended)
    assert process_time() - began < SECONDS
