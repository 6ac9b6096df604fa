"""Questions that were not answered as somebody hoped, from the record of what was asked: work for the evaluator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.outcome import Refusal
from assistant.permissions import audit
from assistant.permissions.audit import Event
from assistant.permissions.house import House
from assistant.permissions.view import View
from assistant.planning.conversation import chosen
from assistant.query import Turn

UNANSWERED = ("unsupported", "withheld", "no_data")


@dataclass(frozen=True)
class Asked:
    """One question on record: when, by whom, what came of it, and why it counts as failed (blank: it does not)."""

    at: str
    who: str
    role: str
    question: str
    outcome: str
    failed: str = ""

    def to_json(self) -> dict[str, str]:
        """The question as a line of a list."""
        return {
            "at": self.at,
            "who": self.who,
            "role": self.role,
            "question": self.question,
            "outcome": self.outcome,
            "failed": self.failed,
        }


def asked_questions(house: House, view: View) -> tuple[Asked, ...] | Refusal:
    """Every question on record, the oldest first; only who sees everything may read it."""
    found = audit.read(house, view)
    return found if isinstance(found, Refusal) else tuple(_all(list(found)))


def _all(events: Sequence[Mapping[str, Any]]) -> Iterator[Asked]:
    for place, one in enumerate(events):
        if one.get("event") == Event.QUESTION:
            yield _asked(one, str(one.get("outcome", "")), _why(one, events[place + 1 :]))
        elif one.get("event") == Event.FEEDBACK and not one.get("good"):
            yield _asked(one, "feedback", f"thumbs down: {one.get('reason') or 'no reason given'}")


def _asked(event: Mapping[str, Any], outcome: str, failed: str) -> Asked:
    at, who, role, question = (str(event.get(name, "")) for name in ("at", "who", "role", "question"))
    return Asked(at, who, role, question, outcome, failed)


def _why(event: Mapping[str, Any], later: Sequence[Mapping[str, Any]]) -> str:
    """Why a question counts as failed: a part of it had no answer, or none of what was offered was taken."""
    for outcome in event.get("outcomes") or ():
        if outcome in UNANSWERED:
            return str(event.get("reason") or outcome)
        if outcome == "clarification" and not _is_taken(event, later):
            return f"asked back, nothing taken: {event.get('reason') or ''}".strip()
    return ""


def _is_taken(event: Mapping[str, Any], later: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the same person went on with one of the questions offered."""
    options = tuple(str(one) for one in event.get("options") or ())
    following = (one for one in later if one.get("event") == Event.QUESTION and one.get("who") == event.get("who"))
    said = str(next(following, {}).get("question", ""))
    return said in options or chosen(said, Turn(options=options), {}) != said
