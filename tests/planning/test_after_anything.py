"""Whatever was answered before, and whatever is asked then, there is an outcome: no follow-up fails."""

import pytest

from tests.planning.test_conversation import talk
from tests.planning.test_conversations import conversations

FIRST = (
    "decisions on Apollo",
    "what do the notes say about Northwind",
    "how is Apollo doing",
    "what should I worry about",
    "overdue invoices and open questions on Apollo",
    "what does burn index mean",
    "when does Apollo run out of budget",
    "sick leave by person",
    "revenue of Nobody Ever",
    "what is our NPS",
    "hello",
)
"""Questions whose answers are notes, several tables, a definition, a day, a refusal, or none."""

EVERY = 4
"""Every fourth of the follow-ups there are, another quarter after each question."""


def follow_ups() -> tuple[str, ...]:
    return tuple(dict.fromkeys(turn for turns, _ in conversations() for turn in turns[1:]))


@pytest.mark.parametrize("place", range(len(FIRST)))
def test_a_follow_up_has_an_outcome_after_every_kind_of_answer(place: int) -> None:
    for text in follow_ups()[place % EVERY :: EVERY]:
        assert talk(FIRST[place], text), text


def test_why_of_notes_asks_for_a_number() -> None:
    assert talk("decisions on Apollo", "why")[0].startswith("unsupported: Why did what change?")
