"""What goes over the wire to a model's server: every request is noted to the byte, and every answer is bounded.

An answer must end within the time-out of the settings, however slowly it drips, and no server makes anybody wait longer
than that before it is asked again. What is asked goes to the address of the settings and to no other: no redirection is
followed. Answers are asked for as they are, and a packed one is not unpacked: a few bytes of it could be any number.
All this is loaded with what talks to a model, seconds after a command has started.
"""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
from openai import DefaultHttpxClient

from assistant.llm_server import NOTED, Request

MOST_BYTES = 4_000_000
"""A longer answer fills in no form of ours."""

AS_IT_IS = "identity"

NOTHING = {"index": 0, "message": {"role": "assistant", "content": ""}, "finish_reason": "stop"}


class UnfitError(httpx2.ReadError):
    """The answer is longer than any that fits, or cannot be told to be as long as it looks."""


class Within(httpx2.SyncByteStream):
    """The bytes of an answer, as long as there is time and room for them."""

    def __init__(self, stream: httpx2.SyncByteStream, seconds: float) -> None:
        self.stream, self.until, self.room = stream, time.monotonic() + seconds, MOST_BYTES

    def __iter__(self) -> Iterator[bytes]:
        """The bytes; ReadTimeout after the time, UnfitError beyond the room."""
        for part in self.stream:
            self.room -= len(part)
            if time.monotonic() > self.until:
                raise httpx2.ReadTimeout("The answer took too long.")
            if self.room < 0:
                raise UnfitError("The answer is too long.")
            yield part

    def close(self) -> None:
        """Let go of the connection."""
        self.stream.close()


def client(timeout: float) -> httpx2.Client:
    """What sends requests and reads answers, each within so many seconds."""

    def bound(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", AS_IT_IS).lower() != AS_IT_IS:
            raise UnfitError("The answer is packed, and was asked for as it is.")
        if _seconds(response.headers.get("retry-after", "")) > timeout:
            response.headers["x-should-retry"] = "false"  # as OpenAI's client reads it
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = Within(response.stream, timeout)

    hooks: dict[str, list[Callable[..., Any]]] = {"request": [_note], "response": [bound]}
    return DefaultHttpxClient(event_hooks=hooks, follow_redirects=False)


def to_nowhere() -> httpx2.Client:
    """What makes the same requests, and sends none: it answers itself, with nothing."""
    answer = {"id": "", "object": "chat.completion", "created": 0, "model": "", "choices": [NOTHING]}
    nowhere = httpx2.MockTransport(lambda _: httpx2.Response(200, content=json.dumps(answer).encode()))
    return DefaultHttpxClient(event_hooks={"request": [_note]}, transport=nowhere)


def _note(request: httpx2.Request) -> None:
    request.headers["accept-encoding"] = AS_IT_IS
    noted = NOTED.get()
    if noted is not None:
        noted.append(Request(str(request.url), request.content))


def _seconds(text: str) -> float:
    """A number of seconds as a header says it; none where it says a day or nothing."""
    try:
        return float(text)
    except ValueError:
        return 0.0
