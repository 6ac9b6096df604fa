"""Questions for a document to send: where it is made, with the client and the days that were said."""

import re

from assistant.outcome import Unsupported
from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.tokens import key

_PAGE = r"(?:summary|summaries|one[- ]pager|status update|update|status report|report)"
_ASKED = re.compile(
    r"^\W*(?:(?:please|can you|could you|i need|i want|we need|give me|make|create|write|prepare|draft|generate|build|"
    r"produce|send|show me|get me|now|hi|hello)\W+(?:me |us )?)*(?:an? |the |my |our |another )?"
    rf"(?:client[- ]ready {_PAGE}|client {_PAGE}|{_PAGE} for (?:the |our |my )?client)\b",
    re.IGNORECASE,
)
_FOR_SOMEBODY = re.compile(
    r"^\W*(?:(?:please|can you|could you|i need|i want|give me|make|create|write|prepare|draft|generate)\W+(?:me )?)*"
    r"(?:an? |the )?(?:summary|one[- ]pager) (?:for|of) (?:the )?(?:client )?(?P<who>.+?)\W*$",
    re.IGNORECASE,
)
NOT_HERE = (
    "A client-ready summary is a page of its own, reviewed before it goes: make it under “Client summaries” in the "
    "app, or with: reckon summary --client {client} --period {period} --format pdf -o summary.pdf"
)


def asked(here: Here) -> Unsupported | None:
    """Where a client's summary is made; None for everything that is a question."""
    somebody = _FOR_SOMEBODY.match(here.text)
    client = _client(here.text, here)
    if not _ASKED.match(here.text) and not (somebody and client and _begins_with(somebody["who"], client)):
        return None
    found = find_periods(here.text, here.today, here.calendar)
    period = next((one.text.strip(" .,;!?") for one in found), "last month")
    return Unsupported(NOT_HERE.format(client=f'"{client}"' if client else "NAME", period=f'"{period}"'))


def _client(text: str, here: Here) -> str:
    """The client that is named; of several the one with the longest name."""
    words = key(text)
    labels = sorted((one.label for one in here.view.named("client")), key=len, reverse=True)
    return next((one for one in labels if _within(key(one), words)), "")


def _begins_with(said: str, client: str) -> bool:
    return key(said)[: len(key(client))] == key(client)


def _within(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return bool(name) and any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))
