"""What was asked, refused, exported and changed, by whom and when: only ever added to, and without secrets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from assistant.outcome import Refusal
from assistant.permissions import model_use
from assistant.permissions.house import House
from assistant.permissions.policy import Scope
from assistant.permissions.view import View
from assistant.store import records

RECORDS = "audit"

HIDDEN = "[left out]"

SECRET = re.compile(
    r"""(?ix)
    (?: \b (?: password | passwd | passphrase | secret | token | api[ _-]?key | pin ) \b
        \s* (?: is | [:=] ) \s* ) \S+                          # password: …, my token is …
    | \b bearer \s+ \S+
    | \b (?: sk | pk | ghp | gho | xox[abprs] ) [-_] [\w-]{8,}  # keys as services hand them out
    | \b AKIA [0-9A-Z]{12,}
    | \b eyJ [\w-]+ \. [\w-]+ \. [\w-]+                         # a signed token
    | :// [^\s/@]+ : [^\s/@]+ @                                 # a password in an address
    """
)
"""What looks like a secret somebody typed by mistake."""


class Event(StrEnum):
    """What kind of thing is on record."""

    QUESTION = "question"
    EXPORT = "export"
    PERMISSION_CHANGE = "permission_change"
    DISAGREEMENT = "disagreement"
    FEEDBACK = "feedback"


@dataclass(frozen=True)
class Feedback:
    """What somebody thought of the answer to a question, and the reason they gave."""

    question: str
    good: bool
    reason: str = ""


def record(house: House, view: View, outcome: Mapping[str, Any], at: datetime) -> None:
    """Put one question and its outcome (the reply as JSON) on record, with the plan and the reason, no numbers."""
    parts = [outcome, *outcome.get("more", ())]
    options = [without_secrets(str(option)) for one in parts for option in one.get("options") or ()]
    reason = next((str(one["reason"]) for one in parts if one.get("reason")), None)
    _append(
        house,
        view,
        at,
        Event.QUESTION,
        question=without_secrets(str(outcome.get("question", ""))),
        outcome=outcome.get("outcome"),
        outcomes=[one.get("outcome") for one in parts],
        plan=list(outcome.get("plan") or ()),
        reason=reason and without_secrets(reason),
        **({"options": options} if options else {}),
    )


def record_disagreement(house: House, view: View, cells: list[dict[str, object]], at: datetime) -> None:
    """Put on record which cells two calculations disagreed on: values for those who mend it, never for the asker."""
    _append(house, view, at, Event.DISAGREEMENT, cells=cells)


def record_feedback(house: House, view: View, given: Feedback, at: datetime) -> None:
    """Put on record what somebody thought of an answer, and why."""
    said = {"question": without_secrets(given.question), "reason": without_secrets(given.reason)}
    _append(house, view, at, Event.FEEDBACK, good=given.good, **said)


def record_export(house: House, view: View, what: str, form: str, at: datetime) -> None:
    """Put on record that something was taken out of the house, and in which form (csv, docx)."""
    _append(house, view, at, Event.EXPORT, what=without_secrets(what), form=form)


def record_permission_change(house: House, view: View, before: object, after: object, at: datetime) -> None:
    """Put on record who changed the permissions, from what to what."""
    _append(house, view, at, Event.PERMISSION_CHANGE, before=before, after=after)


def may_read(view: View) -> bool:
    """Whether somebody may see what was asked and done: only who may see every class of data."""
    return all(grant.scope is Scope.ALL for grant in view.role.by_class.values())


def read(house: House, view: View) -> Iterator[dict[str, Any]] | Refusal:
    """Everything on record, the oldest first, for those who may see every class of data; others are refused."""
    if not may_read(view):
        return Refusal("The audit log needs access to everything. Ask an administrator.")
    return records.read(house.workspace, RECORDS)


def sent_to_a_model(house: House, view: View) -> Iterator[dict[str, Any]] | Refusal:
    """Every request to a language model that the settings had kept, the oldest first, for the same eyes."""
    if not may_read(view):
        return Refusal("What was sent to a language model holds the names others may see. Ask an administrator.")
    return model_use.kept(house.workspace)


def without_secrets(text: str) -> str:
    """The text with whatever looks like a secret left out."""
    return SECRET.sub(HIDDEN, text)


def _append(house: House, view: View, at: datetime, event: Event, **facts: object) -> None:
    who = {"at": at.isoformat(), "event": event, "who": view.viewer.email, "role": view.role.name}
    records.append(house.workspace, RECORDS, {**who, "snapshot": view.snapshot, **facts})
