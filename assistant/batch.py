"""Many questions from a file: one outcome a line, in order; each line is authorised anew."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from assistant.ask import ask_on_record
from assistant.errors import UsageError
from assistant.permissions.house import House
from assistant.query import Question, Turn

EACH_LINE = "Each line is one object with id, question, as and today."


def outcomes(
    house: House, lines: Iterable[str], fallback: date, clock: Callable[[], datetime]
) -> Iterator[dict[str, object]]:
    """Answer each line `{"id", "question", "as", "today", "conversation"?}`; a line that cannot be read says why.

    With `known_on`, a day, a line is answered as known then.
    A line follows on from earlier lines with the same `conversation` and the same `as`.
    """
    turns: dict[tuple[str, str], Turn] = {}
    for number, line in enumerate(lines, 1):
        try:
            asked = _read(line, number)
            yield _answer(house, asked, fallback, turns, clock())
        except UsageError as error:
            yield {"id": _id_of(line), "error": str(error)}


def _answer(
    house: House, asked: dict[str, str], fallback: date, turns: dict[tuple[str, str], Turn], at: datetime
) -> dict[str, object]:
    conversation = (asked["conversation"], asked["as"])
    after = turns.get(conversation) if asked["conversation"] else None
    known_on = _day(asked["known_on"], fallback) if asked["known_on"] else None
    question = Question(asked["question"], asked["as"], _day(asked["today"], fallback), after, known_on)
    reply = ask_on_record(question, house, at)
    if asked["conversation"]:
        turns[conversation] = reply.turn
    return {"id": asked["id"], **reply.to_json()}


def _read(line: str, number: int) -> dict[str, str]:
    try:
        found = json.loads(line)
    except ValueError as error:
        message = f"Line {number} of the batch is not JSON. {EACH_LINE}"
        raise UsageError(message) from error
    if not isinstance(found, dict) or not isinstance(found.get("question"), str):
        message = f"Line {number} of the batch has no question. {EACH_LINE}"
        raise UsageError(message)
    return {key: found.get(key) or "" for key in ("id", "question", "as", "today", "conversation", "known_on")}


def _id_of(line: str) -> object:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found.get("id") if isinstance(found, dict) else None


def _day(text: str, fallback: date) -> date:
    try:
        return date.fromisoformat(text) if text else fallback
    except (TypeError, ValueError) as error:
        message = f"“{text}” is not a date. Write it as YYYY-MM-DD."
        raise UsageError(message) from error
