"""The one way to a language model: any server that speaks OpenAI's protocol, through LangChain's chat models.

It is asked for values of a closed form and for nothing else, at temperature 0, within a time-out, a number of
retries and a budget of calls and tokens a day, counted where the line says: a workspace keeps its own count. The key
comes from the environment. LangChain is loaded by the first call.

    ModelError                  no usable answer: the server cannot be reached, is too slow, refuses, is cut off
    └── BudgetError             what may be asked in a day is used up
"""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from json import dumps, loads
from threading import Lock
from typing import Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel

from assistant import llm_server
from assistant.errors import UsageError
from assistant.llm_forms import described, filled_in
from assistant.llm_server import NO_KEY, ModelError, Request
from assistant.settings import Model

__all__ = ["BudgetError", "Ledger", "Line", "Message", "ModelError", "Said", "ask_for", "load", "request"]

F = TypeVar("F", bound=BaseModel)

Shape = Mapping[str, Any]
"""A form as JSON schema, where a question leaves less of it than there is."""

LETTERS_A_TOKEN = 4
"""How long a token is where a server does not say how many it read and wrote: the budget holds there, too."""


class BudgetError(ModelError):
    """The calls or tokens of a day are used up."""


@dataclass(frozen=True)
class Message:
    """One message: instructions of ours (system), words of the asker (user), or what the model said (assistant)."""

    role: Literal["system", "user", "assistant"]
    text: str

    def to_json(self) -> dict[str, str]:
        """The message as the protocol writes it."""
        return {"role": self.role, "content": self.text}


@dataclass(frozen=True)
class Said(Generic[F]):
    """What the model said: the value in the form asked for, or what is wrong with it; and its words as they came."""

    value: F | None
    fault: str
    words: str


class Ledger(Protocol):
    """Where it is counted what a model was asked on a day."""

    def spent(self, model: Model, day: date) -> tuple[int, int]:
        """How many calls there were that day, and how many tokens they used."""

    def add(self, model: Model, day: date, *, calls: int = 0, tokens: int = 0) -> None:
        """Count more of them."""

    def keep(self, model: Model, at: datetime, sent: Sequence[Request]) -> None:
        """Keep what was sent, to the byte."""


@dataclass(frozen=True, eq=False)
class OfThisProcess:
    """A count that ends with the process, for a model that is asked outside a workspace."""

    _counts: Counter[tuple[str, str, date, str]] = field(default_factory=Counter, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def spent(self, model: Model, day: date) -> tuple[int, int]:
        """How many calls there were that day, and how many tokens they used."""
        key = (model.base_url, model.name, day)
        return self._counts[*key, "calls"], self._counts[*key, "tokens"]

    def add(self, model: Model, day: date, *, calls: int = 0, tokens: int = 0) -> None:
        """Count more of them."""
        with self._lock:
            self._counts.update({(model.base_url, model.name, day, "calls"): calls})
            self._counts.update({(model.base_url, model.name, day, "tokens"): tokens})

    def keep(self, model: Model, at: datetime, sent: Sequence[Request]) -> None:
        """Nothing is kept where there is no workspace."""


_THIS_PROCESS = OfThisProcess()


@dataclass(frozen=True)
class Line:
    """A model, and where it is counted what it is asked."""

    model: Model
    ledger: Ledger = field(default=_THIS_PROCESS, compare=False, repr=False)

    def reserve(self, day: date) -> None:
        """Count a call that is about to be made; BudgetError when no more may be. A limit of 0 is none."""
        model = self.model
        is_limited = bool(model.calls_a_day or model.tokens_a_day)
        calls, tokens = self.ledger.spent(model, day) if is_limited else (0, 0)
        if (model.calls_a_day and calls >= model.calls_a_day) or (model.tokens_a_day and tokens >= model.tokens_a_day):
            message = f"The model “{model.name}” was asked {calls} times in a day, which is what [model] allows."
            raise BudgetError(message, "what it may be asked in a day is used up")
        self.ledger.add(model, day, calls=1)


def load(model: Model) -> None:
    """Load what talks to the model, seconds before a first question would; nothing is sent."""
    llm_server.load(model, _key(model))


def request(
    model: Model, messages: Sequence[Message], form: type[BaseModel], shape: Shape | None = None
) -> dict[str, object]:
    """Everything that is sent to the model, and where, by what sends it; the key is named and not shown."""
    shown = _shape(model, form, shape)
    sent = llm_server.shown(model, _said(model, messages, shown), shown)
    key = f"the environment variable {model.api_key_env}" if model.api_key_env else "none"
    body: dict[str, object] = loads(sent.body)
    return {"to": sent.to, "key": key, **body}


def ask_for(form: type[F], messages: Sequence[Message], line: Line, shape: Shape | None = None) -> Said[F]:
    """A value of `form`, which is shown as `shape` where that is given.

    ModelError when none came, UsageError when the settings name no model or no key.
    """
    model, now = line.model, datetime.now(tz=UTC)
    key = _key(model)
    line.reserve(now.date())
    noted: list[Request] = []
    try:
        shown = _shape(model, form, shape)
        written = llm_server.sent(model, key, _said(model, messages, shown), shown, noted)
    finally:
        if model.keeps_what_is_sent:
            line.ledger.keep(model, now, noted)
    letters = sum(len(one.body) for one in noted[-1:]) + len(written.words)
    tokens = written.tokens if written.tokens is not None else letters // LETTERS_A_TOKEN
    line.ledger.add(model, now.date(), tokens=tokens)
    value, fault = filled_in(form, written)
    return Said(value, fault, written.words)


def _shape(model: Model, form: type[BaseModel], shape: Shape | None) -> str:
    # By a grammar what may be left out is easily left out, and of a small model comes an empty form.
    complete = model.method != "function_calling"
    return dumps(shape or described(form, complete=complete), ensure_ascii=False)


def _said(model: Model, messages: Sequence[Message], shape: str) -> list[tuple[str, str]]:
    """The messages as they are sent: where a server knows only that JSON is wanted, the form stands in the first."""
    said: list[tuple[str, str]] = [(one.role, one.text) for one in messages]
    if model.method == "json_mode":
        role, text = said[0]
        said[0] = (role, f"{text}\n\nAnswer with one JSON object of this JSON schema, and no more:\n{shape}")
    return said


def _key(model: Model) -> str:
    if not model.name:
        raise UsageError('No language model is set. Name one in workspace.toml: [model] name = "…", base_url = "…".')
    key = os.environ.get(model.api_key_env, "") if model.api_key_env else NO_KEY
    if not key:
        message = (
            f"The environment variable {model.api_key_env} holds no key for the model “{model.name}”. Set it there"
        )
        raise UsageError(f'{message}, or say api_key_env = "" under [model] for a server without keys.')
    return key
