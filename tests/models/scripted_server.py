"""A server that speaks OpenAI's protocol on loopback and answers as a script says; it keeps what it was sent."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from gzip import compress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True)
class Turn:
    """One answer: a status and a body, after some seconds; a cut one ends in the middle of its body.

    One that drips comes in three parts, so many seconds apart; `retry_after` says when to ask again, `to` where; a
    packed one is compressed, whatever was asked for.
    """

    body: str
    status: int = 200
    after: float = 0
    cut: bool = False
    drips: float = 0
    retry_after: str = ""
    to: str = ""
    packed: bool = False


def says(**plan: Any) -> Turn:  # noqa: ANN401 - whatever a model may say
    """An answer that fills in the form."""
    return fills_in(json.dumps(plan))


def fills_in(arguments: str, reason: str = "tool_calls") -> Turn:
    """An answer with these words for the form, whether they fit it or not."""
    call = {"id": "call_1", "type": "function", "function": {"name": "ProposedPlan", "arguments": arguments}}
    return completed({"role": "assistant", "content": None, "tool_calls": [call]}, reason)


def chats(text: str) -> Turn:
    """An answer in prose."""
    return completed({"role": "assistant", "content": text}, "stop")


def completed(message: dict[str, Any], reason: str) -> Turn:
    """A whole answer of the protocol."""
    usage = {"prompt_tokens": 900, "completion_tokens": 100, "total_tokens": 1000}
    choice = {"index": 0, "message": message, "finish_reason": reason}
    whole = {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [choice],
        "usage": usage,
    }
    return Turn(json.dumps(whole))


def fails(status: int) -> Turn:
    """An error of the protocol."""
    return Turn(json.dumps({"error": {"message": "no", "type": "error", "code": None, "param": None}}), status)


@dataclass
class Scripted:
    """The address of the server, its answers to come, and all it was sent."""

    address: str = ""
    turns: list[Turn] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(*turns: Turn) -> Iterator[Scripted]:
    """The server while it runs; the last answer comes again and again."""
    script = Scripted(turns=list(turns))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body_sent = self.rfile.read(length)
            script.bodies.append(body_sent)
            script.sent.append(json.loads(body_sent))
            script.paths.append(self.path)
            script.headers.append({name.lower(): value for name, value in self.headers.items()})
            script.keys.append(self.headers.get("Authorization", ""))
            turn = script.turns.pop(0) if len(script.turns) > 1 else script.turns[0]
            time.sleep(turn.after)
            body = compress(turn.body.encode()) if turn.packed else turn.body.encode()
            self.send_response(turn.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if turn.retry_after:
                self.send_header("Retry-After", turn.retry_after)
            if turn.to:
                self.send_header("Location", turn.to)
            if turn.packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            third = len(body) // 3
            for part in (body[:third], body[third : 2 * third], body[2 * third :]) if turn.drips else ():
                time.sleep(turn.drips)
                self.wfile.write(part)
            if not turn.drips:
                self.wfile.write(body[: len(body) // 2] if turn.cut else body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing is written to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    script.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
