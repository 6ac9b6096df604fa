"""However long a question is and whatever it repeats, nobody waits for it to be understood."""

from time import process_time, thread_time

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


MAIL = "On Mon, 5 Oct 2026 at 10:31, Ana wrote:\n> Hi Ben, what was the margin of Northwind in Q3?\n>> Thanks.\n"
ROW = "2026-10-01,Ana,Northwind,Website,7.5,true\n"
SQL = "SELECT sum(amount) FROM invoices WHERE client='Northwind' OR 1=1; DROP TABLE people; -- "


@pytest.mark.parametrize(
    "said",
    [
        ".", ",", "?", "7", "a", "😀🚀", "“", "([{", "\x00", "e\u0301\u0301", "\u202erevenue ", "ما هي الإيرادات ",
        "Northwind, Acme and ", "except Northwind ", "Northwind's Ana's ", "revenue margn huors ", "blorp zzyzx ",
        "thanks, please ", "hi there, ", "12 34 ", "3 October 2026, ", "from 3 May to 4 June ", "€20k ", "60% ",
        "more than 5 less than 6 ", "vs ", "by client ", "top 5 ", "why ", "| a | b |\n", "<b>revenue</b> ",
        "https://x.example/y?a=b&c=d ", "dGhpcyBpcyBub3QgYSBxdWVzdGlvbg", '{"queries":[{"metrics":["revenue"]}]}',
        "收入是多少", "१२३ ", MAIL, ROW, SQL, "REVENUE BY CLIENT ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("letters", [LONGEST, 10 * LONGEST])
def test_whatever_is_pasted_gets_an_outcome_at_once(said: str, letters: int) -> None:
    ask("Revenue in March")
    ask("What is the airspeed of a swallow?")  # what is read for the first unknown word only, such as the embeddings
    text = (said * letters)[:letters]
    began = thread_time()

    outcome = ask(text)

    assert isinstance(outcome, Plan | Ended)
    assert thread_time() - began < 1


def test_ten_thousand_characters_are_not_read_at_all() -> None:
    began = process_time()

    outcome = ask("Revenue of Northwind in March, and " * 286)

    assert isinstance(outcome, Ended)
    assert process_time() - began < SECONDS
