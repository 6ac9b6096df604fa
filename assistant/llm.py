"""The one way to a language model: any server that speaks OpenAI's protocol, through LangChain's chat models.

It is asked for values of a closed form and for nothing else, at temperature 0, within a time-out, a number of
retries and a budget of calls and tokens a day, counted where the line says: a workspace keeps its own count. The key
comes from the environment. LangChain is loaded by the first call.

    ModelError                  no usable answer: the server cannot be reached, is too slow, refuses, is cut off
    └── BudgetError             what may be asked in a day is used up
"""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.errors import ReckonError, UsageError
from assistant.settings import Model

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

OPENAI = "https://api.openai.com/v1"

NO_KEY = "none"
"""What is sent for a key where the server wants none: the protocol has no request without one."""

F = TypeVar("F", bound=BaseModel)


class ModelError(ReckonError):
    """The model gave no usable answer."""


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


_THIS_PROCESS = OfThisProcess()


@dataclass(frozen=True)
class Line:
    """A model, and where it is counted what it is asked."""

    model: Model
    ledger: Ledger = field(default=_THIS_PROCESS, compare=False, repr=False)

    def reserve(self, day: date) -> None:
        """Count a call that is about to be made; BudgetError when no more may be. A limit of 0 is none."""
        model = self.model
        calls, tokens = self.ledger.spent(model, day)
        if (model.calls_a_day and calls >= model.calls_a_day) or (model.tokens_a_day and tokens >= model.tokens_a_day):
            raise BudgetError(
                f"The model “{model.name}” was asked {calls} times in a day, which is what [model] allows."
            )
        self.ledger.add(model, day, calls=1)


def request(model: Model, messages: Sequence[Message], form: type[BaseModel]) -> dict[str, object]:
    """Everything that is sent to the model, and where; the key is named and not shown."""
    return {
        "to": model.base_url or OPENAI,
        "key": f"the environment variable {model.api_key_env}" if model.api_key_env else "none",
        "model": model.name,
        "temperature": 0,
        "messages": [one.to_json() for one in messages],
        "form": form.model_json_schema(),
    }


def ask_for(form: type[F], messages: Sequence[Message], line: Line) -> Said[F]:
    """A value of `form`; ModelError when none came, UsageError when the settings name no model or no key."""
    model, today = line.model, datetime.now(tz=UTC).date()
    line.reserve(today)
    from langchain_core.exceptions import LangChainException
    from langsmith import tracing_context
    from openai import OpenAIError

    # By name, as LangChain would have it, llama.cpp takes no tool for forced; there is only this one.
    forced: dict[str, Any] = {"tool_choice": "required"} if model.method == "function_calling" else {}
    chosen = _chat(model).with_structured_output(form, method=model.method, include_raw=True, **forced)
    try:
        # Whatever the environment says of tracing, nothing goes anywhere else.
        with tracing_context(enabled=False):
            answer = chosen.invoke([(one.role, one.text) for one in messages])
    except (OpenAIError, LangChainException, ValueError, LookupError, TypeError) as error:
        # The last three are how LangChain meets an answer that is no completion: no JSON, no choices, null for a list.
        raise ModelError(f"The model “{model.name}” gave no usable answer ({type(error).__name__}).") from error
    if not isinstance(answer, dict):
        raise ModelError(f"The model “{model.name}” gave no usable answer ({type(answer).__name__}).")
    raw, value, fault = answer["raw"], answer["parsed"], answer["parsing_error"]
    line.ledger.add(model, today, tokens=(raw.usage_metadata or {}).get("total_tokens", 0))
    words = str(raw.additional_kwargs.get("tool_calls") or raw.tool_calls or raw.content)
    if value is None and fault is None:
        value = _written_out(form, str(raw.content))
    return Said(value if isinstance(value, form) else None, _told(fault, value), words)


def _written_out(form: type[F], content: str) -> F | None:
    """The value that an answer holds as JSON, as servers give it that know no tools; None where it holds none."""
    start, end = content.find("{"), content.rfind("}") + 1
    try:
        return form.model_validate_json(content[start:end])
    except ValidationError:
        return None


def _told(fault: BaseException | None, value: object) -> str:
    """What is wrong with an answer, in words that help to mend it."""
    cause = fault.__cause__ if fault is not None and isinstance(fault.__cause__, ValidationError) else fault
    if isinstance(cause, ValidationError):
        return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in cause.errors())
    if fault is not None:
        return "The answer is not the JSON that was asked for."
    return "" if value is not None else "There is no value of the form that was asked for."


def _chat(model: Model) -> "ChatOpenAI":
    if not model.name:
        raise UsageError('No language model is set. Name one in workspace.toml: [model] name = "…", base_url = "…".')
    key = os.environ.get(model.api_key_env, "") if model.api_key_env else NO_KEY
    if not key:
        message = (
            f"The environment variable {model.api_key_env} holds no key for the model “{model.name}”. Set it there"
        )
        raise UsageError(f'{message}, or say api_key_env = "" under [model] for a server without keys.')
    return _client(model, key)


@lru_cache(maxsize=8)
def _client(model: Model, key: str) -> "ChatOpenAI":
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    return ChatOpenAI(
        model=model.name,
        base_url=model.base_url or OPENAI,
        api_key=SecretStr(key),
        temperature=0,
        timeout=float(model.timeout),
        max_retries=model.retries,
    )
