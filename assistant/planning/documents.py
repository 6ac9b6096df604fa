"""Questions for a document to send: where it is made, with the client and the days that were said."""

import re

from assistant.outcome import Unsupported
from assistant.planning.dates import find_periods
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord

_PAGE = (
    r"(?:summary|summaries|one[- ]pager|status update|update|status report|report|"
    r"(?:(?:quarterly|monthly|weekly|annual|yearly|business) )*review|qbr|status deck|deck)"
)
_ASKED = Guarded(
    r"^\W*(?:(?:please|can you|could you|i need|i want|we need|give me|make|create|write|prepare|draft|generate|build|"
    r"produce|send|show me|get me|now|hi|hello)\W+(?:me |us )?)*(?:an? |the |my |our |another )?"
    rf"(?:client[- ]ready {_PAGE}|client {_PAGE}|{_PAGE} for (?:the |our |my )?client)\b",
    re.IGNORECASE,
)
_FOR_SOMEBODY = Guarded(
    r"^\W*(?:(?:please|can you|could you|i need|i want|give me|make|create|write|prepare|draft|generate|put together)"
    r"\W+(?:me )?)*(?:an? |the |our |my |another )?(?:(?P<often>quarterly|monthly|weekly|annual|yearly|business) )*"
    r"(?:summary|one[- ]pager|review|qbr|status deck|deck) (?:for|of|with) (?:the )?(?:client )?(?P<who>.+?)\W*$",
    re.IGNORECASE,
)
_TO_MAKE = Guarded(r"\b(?:make|create|write|prepare|draft|generate|build|produce|put together)\b", re.IGNORECASE)
OF_LAST = {
    **dict.fromkeys(("quarterly", "qbr"), "last quarter"),
    **dict.fromkeys(("annual", "yearly"), "last year"),
    "monthly": "last month",
    "weekly": "last week",
}
"""Of which days a page is that is made every so often."""

NOT_HERE = (
    "A client-ready summary is a page of its own, reviewed before it goes: make it under “Client summaries” in the "
    "app, or with: reckon summary --client {client} --period {period} --format pdf -o summary.pdf"
)


def asked(here: Here) -> Unsupported | None:
    """Where a client's summary is made; None for everything that is a question."""
    somebody = _FOR_SOMEBODY.match(here.text)
    if not somebody and not _ASKED.match(here.text):
        return None
    client, called = _client(here.text, here)
    if not _ASKED.match(here.text) and not (somebody and client and _begins_with(somebody["who"], called)):
        return None
    found = find_periods(here.text, here.today, here.calendar)
    if somebody and client and not (found or _ASKED.match(here.text) or _TO_MAKE.search(here.text)):
        often = next((one for one in OF_LAST if one in key(here.text)), "")
        if not often and "review" not in key(here.text):
            return None  # "summary for Acme": how it stands is told, and where a page for the client is made
    usual = next((days for said, days in OF_LAST.items() if said in key(here.text)), "last month")
    period = next((one.text.strip(" .,;!?") for one in found), usual)
    return Unsupported(NOT_HERE.format(client=f'"{client}"' if client else "NAME", period=f'"{period}"'))


def _client(text: str, here: Here) -> tuple[str, tuple[str, ...]]:
    """The client that is named, and the words it is called by; of several the one with the longest name."""
    words = key(text)
    labels = sorted((one.label for one in here.view.named("client")), key=len, reverse=True)
    whole = next((one for one in labels if _within(key(one), words)), "")
    return (whole, key(whole)) if whole else _by_a_part(words, here)


def _by_a_part(words: tuple[str, ...], here: Here) -> tuple[str, tuple[str, ...]]:
    """The one client that a part of its name, or a name it was given, stands for."""
    for said in (words[at : at + size] for size in (3, 2, 1) for at in range(len(words) - size + 1)):
        senses = here.vocabulary.names.senses.get(said, ())
        clients = {one.label for one in senses if isinstance(one, NameWord) and one.dimension == "client"}
        if len(clients) == 1:
            return clients.pop(), said
    return "", ()


def _begins_with(said: str, called: tuple[str, ...]) -> bool:
    return key(said)[: len(called)] == called


def _within(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return bool(name) and any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))
