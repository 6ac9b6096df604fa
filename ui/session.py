"""The one place that touches Streamlit's session state: who is signed in, and what was said."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import RLock
from time import monotonic

import streamlit as st

from assistant.answers.answer import Reply
from assistant.documents.reports import Made
from assistant.outcome import Ended
from assistant.permissions.audit import Feedback
from assistant.query import Turn

TALK = "talk"
"""What a conversation is called in the address of its page."""

MOST_KEPT = 64

JUST_AFTER = 3.0
"""So many seconds after an answer the same question, picked again, is the second half of a double click."""


@dataclass
class Conversation:
    """Who talks, and the replies so far, oldest first."""

    signed_in_as: str | None = None
    replies: list[Reply] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Questions to be asked next, in order: none is lost when the page is drawn anew before it is answered."""
    report: Made | Ended | None = None
    """The report that was made last, and is read on its page."""
    feedback: dict[int, Feedback] = field(default_factory=dict)
    """What was thought of each reply, by its place, as it is on record."""
    answering: RLock = field(default_factory=RLock, compare=False, repr=False)
    """Held while a question is answered: the page may be drawn anew meanwhile, and answers none twice."""
    answered_at: float = field(default=0.0, compare=False)
    """When the newest reply was made, on this machine's own clock, in seconds."""
    name: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    """What it is called in the address of its page, so that the page can be loaded again: known to nobody else."""

    @property
    def after(self) -> Turn | None:
        """What the next question may lean on."""
        return self.replies[-1].turn if self.replies else None

    def again(self) -> "Conversation":
        """The same so far under a name of its own: what is said in one tab is not said in another."""
        return replace(
            self, replies=list(self.replies), feedback=dict(self.feedback), waiting=[], answering=RLock(),
            name=secrets.token_urlsafe(12),
        )  # fmt: skip


@st.cache_resource(show_spinner=False)
def _kept() -> "OrderedDict[str, Conversation]":
    """The last conversations of this server, in memory, for pages that are loaded again."""
    return OrderedDict()


def conversation() -> Conversation:
    """The conversation of this browser tab; of a page that was loaded again the one it had."""
    if "conversation" not in st.session_state:
        earlier = _kept().get(st.query_params.get(TALK, ""))
        st.session_state["conversation"] = earlier.again() if earlier else Conversation()
    found: Conversation = st.session_state["conversation"]
    return found


def keep() -> None:
    """Remember the conversation for when its page is loaded again."""
    talk, kept = conversation(), _kept()
    kept[talk.name] = talk
    kept.move_to_end(talk.name)
    while len(kept) > MOST_KEPT:
        kept.popitem(last=False)
    if st.query_params.get(TALK) != talk.name:
        st.query_params[TALK] = talk.name


def address() -> dict[str, str]:
    """What the address of every page holds, so that it can be loaded again."""
    return {TALK: conversation().name}


def sign_in(email: str) -> None:
    """Begin a fresh conversation as this user."""
    st.session_state["conversation"] = Conversation(signed_in_as=email)


def sign_out() -> None:
    """Forget who was signed in and all that was said."""
    _kept().pop(conversation().name, None)
    st.query_params.clear()
    st.session_state["conversation"] = Conversation()


def start_anew() -> None:
    """Begin a conversation without anything said before, as the same user."""
    sign_in(conversation().signed_in_as or "")


def pick(question: str, said: int) -> None:
    """Ask this question next; `said` is how many replies there were when it was offered.

    A second click on it, while it is being answered or just after, asks nothing.
    """
    talk = conversation()
    just_asked = bool(talk.replies) and talk.replies[-1].question.text == question
    if just_asked and monotonic() - talk.answered_at < JUST_AFTER:
        return
    if len(talk.replies) == said and question not in talk.waiting:
        talk.waiting.append(question)


def typed(key: str) -> None:
    """Ask what was typed into the chat's box `key` once what waits is answered."""
    question = str(st.session_state.get(key) or "").strip()
    if question:
        conversation().waiting.append(question)


def asks_on() -> bool:
    """Whether a question was changed in an answer, so that the whole page has to be drawn anew; told once."""
    return bool(st.session_state.pop("asks_on", False))


def ask_changed(key: str, said: int) -> None:
    """Ask what was typed into the box `key` next."""
    question = str(st.session_state.get(key, "")).strip()
    if question:
        pick(question, said)
        st.session_state["asks_on"] = True


def followed(key: str) -> int | None:
    """The number that was clicked last in the sentences with the listener `key`."""
    found = st.session_state.get(key)
    number = found.get("lead") if found else None
    return int(number) if isinstance(number, int | float) else None


def choose(**values: object) -> None:
    """Set what widgets show, by their keys, before they are drawn."""
    for key, value in values.items():
        st.session_state[key] = value
