"""The connection to a model's server: OpenAI's protocol, or Azure's deployments, through LangChain's chat models.

LangChain is loaded by the first call, or by `load`. Every request is noted to the byte as it leaves: see `llm_wire`.
"""

import re
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from json import loads
from typing import TYPE_CHECKING, Any, cast

from assistant.errors import ReckonError, UsageError
from assistant.llm_forms import Written
from assistant.settings import Model

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable
    from langchain_openai.chat_models.base import BaseChatOpenAI
    from openai import OpenAIError

OPENAI = "https://api.openai.com/v1"

NO_KEY = "none"
"""What is sent for a key where the server wants none: the protocol has no request without one."""

_REASONS = re.compile(r"(?:.*/)?o\d", re.IGNORECASE)
"""Names of models that take no temperature."""

_TOO_LONG = re.compile(r"context|too (?:long|many tokens)|exceed|maximum.*(?:length|tokens)|n_ctx", re.IGNORECASE)

BY_STATUS = {
    401: "its server refuses the key",
    403: "its server refuses the key",
    404: "its server does not know the model, or nothing is at that address",
    408: "it did not answer in time",
    413: "what it was sent is too long for it",
    429: "its server is busy, or its quota is used up",
}
FILTERED = "its provider's filter kept the answer back"
UNFIT = "its answer is too long, or comes packed"
NO_ANSWER = "it gave no usable answer"
ELSEWHERE = "its server points to another address, and nothing is sent there; name the right one"
REFUSES, SERVERS_OWN = 400, 500
"""From here on a status tells of a fault of the request, and of the server; before, that it is asked elsewhere."""


class ModelError(ReckonError):
    """The model gave no usable answer; `why` says so in words without a numeral, to stand after “because”."""

    def __init__(self, message: str, why: str = NO_ANSWER) -> None:
        super().__init__(message)
        self.why = why


@dataclass(frozen=True)
class Request:
    """One request: the address, and the body to the byte."""

    to: str
    body: bytes

    def to_json(self) -> dict[str, object]:
        """For a record of what was sent."""
        return {"to": self.to, "body": self.body.decode()}


NOTED: ContextVar[list[Request] | None] = ContextVar("NOTED", default=None)
"""Where the requests of this call are noted."""


def load(model: Model, key: str) -> None:
    """Load what talks to a server, seconds before a first question would; nothing is sent."""
    _client(model, key, sends=True)


def sent(model: Model, key: str, messages: Sequence[tuple[str, str]], shape: str, noted: list[Request]) -> Written:
    """What the model wrote for a form of this shape; every request is added to `noted` as it leaves.

    ModelError when nothing came of it.
    """
    from langchain_core.exceptions import LangChainException
    from langsmith import tracing_context
    from openai import OpenAIError

    token = NOTED.set(noted)
    try:
        # Whatever the environment says of tracing, nothing goes anywhere else.
        with tracing_context(enabled=False):
            answer = _asking(model, key, shape, sends=True).invoke(list(messages))
    except OpenAIError as error:
        raise ModelError(f"The model “{model.name}” gave no answer ({type(error).__name__}).", _why(error)) from error
    except (LangChainException, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The last five are how LangChain meets an answer that is no completion: no JSON, no choices, null for a list.
        raise ModelError(f"The model “{model.name}” gave no usable answer ({type(error).__name__}).") from error
    finally:
        NOTED.reset(token)
    written = _written(cast("AIMessage", answer["raw"]))
    if written.ended == "content_filter":
        raise ModelError(f"The model “{model.name}” gave no whole answer.", FILTERED)
    return written


def shown(model: Model, messages: Sequence[tuple[str, str]], shape: str) -> Request:
    """The request that would be sent, made by what sends it; nothing is."""
    from langsmith import tracing_context

    noted: list[Request] = []
    token = NOTED.set(noted)
    try:
        with tracing_context(enabled=False):
            _asking(model, NO_KEY, shape, sends=False).invoke(list(messages))
    finally:
        NOTED.reset(token)
    return noted[0]


def _written(raw: "AIMessage") -> Written:
    calls: list[object] = [one["args"] for one in raw.tool_calls]
    calls = calls or [one["args"] for one in raw.invalid_tool_calls]
    usage: object = raw.usage_metadata["total_tokens"] if raw.usage_metadata else None
    return Written(
        tuple(calls),
        str(raw.text),
        str(raw.response_metadata.get("finish_reason", "")),
        usage if isinstance(usage, int) and usage > 0 else None,
    )


def _why(error: "OpenAIError") -> str:
    """Why there is no answer."""
    import openai

    from assistant import llm_wire

    if any(isinstance(one, llm_wire.UnfitError) for one in _causes(error)):
        return UNFIT
    by_kind = {
        openai.APITimeoutError: BY_STATUS[408],
        openai.APIConnectionError: "its server cannot be reached",
        openai.LengthFinishReasonError: "its answer was cut off",
        openai.ContentFilterFinishReasonError: FILTERED,
    }
    if isinstance(error, openai.APIStatusError):
        return _of_status(error.status_code, str(error))
    return next((why for kind, why in by_kind.items() if isinstance(error, kind)), NO_ANSWER)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield cause
        yield from _causes(cause)


def _of_status(status: int, said: str) -> str:
    if status in BY_STATUS:
        return BY_STATUS[status]
    if _TOO_LONG.search(said):
        return "what it was sent is longer than the window its server gives it"
    if status < REFUSES:
        return ELSEWHERE
    return "its server has an error" if status >= SERVERS_OWN else "its server refuses the request"


@lru_cache(maxsize=32)
def _asking(model: Model, key: str, shape: str, *, sends: bool) -> "Runnable[Any, Any]":
    """A chat model that fills in a form, of which the shape is a JSON schema."""
    schema = loads(shape)
    # By name, as LangChain would have it, llama.cpp takes no tool for forced; other servers take it by name only.
    forced: dict[str, Any] = {"tool_choice": "required"} if model.method == "function_calling" else {}
    method = "function_calling" if model.method == "named_function" else model.method
    strict = True if method == "json_schema" else None
    chat = _client(model, key, sends=sends)
    return chat.with_structured_output(schema, method=method, include_raw=True, strict=strict, **forced)


@lru_cache(maxsize=16)
def _client(model: Model, key: str, *, sends: bool) -> "BaseChatOpenAI":
    from langchain_openai import AzureChatOpenAI, ChatOpenAI
    from pydantic import SecretStr

    from assistant import llm_wire

    told: dict[str, Any] = {
        "model": model.name or "none",
        "api_key": SecretStr(key),
        "timeout": float(model.timeout),
        "max_retries": model.retries if sends else 0,
        "disable_streaming": True,
        "http_client": llm_wire.client(float(model.timeout)) if sends else llm_wire.to_nowhere(),
        **({} if _REASONS.match(model.name) else {"temperature": 0}),
    }
    if model.longest_answer:
        # Under the new name servers of one's own do not know it, under the old one some of OpenAI's models do not.
        is_own = bool(model.base_url) and not model.api_version
        limit = {"max_tokens": model.longest_answer}
        told |= {"extra_body": limit} if is_own else limit
    if not model.api_version:
        return ChatOpenAI(base_url=model.base_url or OPENAI, **told)
    if not model.base_url:
        raise UsageError('[model] names an api_version, which is Azure\'s. Name its base_url = "https://…" as well.')
    place = model.base_url.partition("/openai")[0]
    return AzureChatOpenAI(azure_endpoint=place, azure_deployment=model.name, api_version=model.api_version, **told)
