"""Questions to the demo agency by somebody who sees all of it, on a day of October 2026."""

from datetime import date

from assistant.answers.answer import Answer
from assistant.ask import ask
from assistant.permissions.house import House
from assistant.query import Question

DIRECTOR = "marta.lindqvist@harbourlane.example"


def answered(house: House, question: str) -> Answer:
    """The answer to a question that has one."""
    found = ask(Question(question, DIRECTOR, date(2026, 10, 15)), house).first
    assert isinstance(found, Answer), found.text
    return found
