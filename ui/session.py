"""The one place that touches Streamlit's session state: who is signed in, and what was said."""

from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from assistant.answers.answer import Reply
from assistant.documents.reports import Made
from assistant.outcome import Ended
from assistant.permissions.audit import Feedback
from assistant.query import Turn

Page = Literal["chat", "check", "summaries", "reports"]


@dataclass
class Conversation:
    """Who talks, and the replies so far, oldest first."""

    signed_in_as: str | None = None
    replies: list[Reply] = field(default_factory=list)
    waiting: str | None = None
    """A question that was picked rather than typed, to be asked next."""
    page: Page = "chat"
    """The page that is open."""
    report: Made | Ended | None = None
    """The report that was made last, and is read on its page."""
    feedback: dict[int, Feedback] = field(default_factory=dict)
    """What was thought of each reply, by its place, as it is on record."""

    @property
    def after(self) -> Turn | None:
        """What the next question may lean on."""
        return self.replies[-1].turn if self.replies else None


def conversation() -> Conversation:
    """The conversation of this browser tab."""
    if "conversation" not in st.session_state:
        st.session_state["conversation"] = Conversation()
    found: Conversation = st.session_state["conversation"]
    return found


def sign_in(email: str) -> None:
    """Begin a fresh conversation as this user."""
    st.session_state["conversation"] = Conversation(signed_in_as=email)


def sign_out() -> None:
    """Forget who was signed in and all that was said."""
    st.session_state["conversation"] = Conversation()


def pick(question: str) -> None:
    """Ask this question next."""
    conversation().waiting = question


def open_page(page: Page) -> None:
    """Turn to a page."""
    conversation().page = page
