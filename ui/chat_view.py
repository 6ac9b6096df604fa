"""The chat: what was asked and answered, and a box for the next question."""

from datetime import UTC, datetime
from time import monotonic

import streamlit as st

from assistant.answers.answer import Reply
from assistant.ask import ask_on_record, first_questions
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.audit import Feedback, record_feedback
from assistant.permissions.view import View
from assistant.query import Question
from ui import answer_view
from ui.opened import Opened
from ui.plain import plain
from ui.session import conversation, pick, typed

JS = """
const shown = (window.reckonShown ??= new Set());
export default function ({ data }) {
  const reply = document.querySelector(`.st-key-${data.reply}`);
  if (!reply || shown.has(data.talk + data.reply)) return;
  shown.add(data.talk + data.reply);
  for (const after of [200, 700, 1400]) {
    setTimeout(() => {
      const { top, bottom } = reply.getBoundingClientRect();
      if (top < 0 || bottom > window.innerHeight - 120) reply.scrollIntoView({ block: "start" });
    }, after);
  }
}
"""
"""Shows a new reply from its beginning, once, where it is longer than the window."""

LONGEST_QUESTION = 10_000
MOST_SHOWN = 600


def show(here: Opened) -> None:
    """What was said so far, and the next question with its answer below it."""
    talk = conversation()
    st.chat_input(
        "Ask about hours, budgets, revenue, people …",
        max_chars=LONGEST_QUESTION,
        key="question",
        on_submit=typed,
        args=("question",),
    )
    if not talk.replies and not talk.waiting:
        _welcome(here.view)
    said = len(talk.replies) + len(talk.waiting)
    drawn = len(talk.replies)
    for place, reply in enumerate(talk.replies[:drawn]):
        _asked(reply.question.text)
        _answered(here, reply, place, said)
    place = drawn
    while question := _said_at(place):
        _asked(question)
        with st.chat_message("assistant", avatar=":material/balance:"):
            with st.spinner("Calculating twice …"):
                reply = _reply_at(here, place)
            _reply(here, reply, place, said)
        place += 1
    if talk.replies:
        _filters(talk.replies[-1], said)


def _said_at(place: int) -> str:
    """The question at a place: one that was answered while the page was drawn, else the next that waits."""
    talk = conversation()
    return talk.replies[place].question.text if place < len(talk.replies) else "".join(talk.waiting[:1])


def _reply_at(here: Opened, place: int) -> Reply:
    """The reply at a place; whoever asks on while it is made loses neither the question nor its answer."""
    talk = conversation()
    with talk.answering:
        if place == len(talk.replies):
            asked = Question(talk.waiting[0], talk.signed_in_as or "", here.today, talk.after)
            try:
                talk.replies.append(ask_on_record(asked, here.house, datetime.now(tz=UTC)))
                talk.answered_at = monotonic()
            finally:
                talk.waiting.pop(0)
        return talk.replies[place]


def _asked(question: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.markdown(plain(question if len(question) <= MOST_SHOWN else f"{question[:MOST_SHOWN]} …"))


def _answered(here: Opened, reply: Reply, place: int, said: int) -> None:
    with st.chat_message("assistant", avatar=":material/balance:"):
        _reply(here, reply, place, said)


def _reply(here: Opened, reply: Reply, place: int, said: int) -> None:
    key = f"reply-{place}"
    with st.container(key=key):
        answer_view.show_reply(here.house, reply, place, said)
        _feedback(here, reply, place)
        if place == said - 1:
            newest = st.components.v2.component("reckon_newest", js=JS)
            newest(data={"reply": key, "talk": conversation().name}, key="newest")


def _filters(reply: Reply, said: int) -> None:
    """What was talked about was filtered by, which the next answer keeps; a click takes a filter away.

    A remark that has no answer leaves it as it was.
    """
    plan = reply.turn.plan or reply.plan
    kept = {one.field: one for query in plan.queries for one in query.where}
    if not kept:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption("Kept for the next question:", width="content")
        for field, one in kept.items():
            noun = DIMENSIONS[field].noun
            names = f"{'not ' if one.negated else ''}{', '.join(one.names)}"
            st.button(
                f"{plain(noun)}: {plain(names)}",
                key=f"filter-{field}",
                help=f"Forget the {noun} filter",
                icon=":material/close:",
                on_click=pick,
                args=(f"forget the {noun} filter", said),
            )


def _feedback(here: Opened, reply: Reply, place: int) -> None:
    """A thumb, and where it points down a reason; kept on record for those who evaluate."""
    thumb = st.feedback("thumbs", key=f"feedback-{place}")
    if thumb is None:
        return
    reason = "" if thumb else st.text_input("What was wrong, or missing?", key=f"reason-{place}")
    given = Feedback(reply.question.text, good=bool(thumb), reason=reason)
    talk = conversation()
    if talk.feedback.get(place) != given:
        talk.feedback[place] = given
        record_feedback(here.house, reply.view, given, datetime.now(tz=UTC))
    st.caption("Noted, thank you." if thumb or reason else "Noted. A reason helps whoever looks into it.")


def _welcome(view: View) -> None:
    first_name = view.viewer.name.split(" ")[0] if view.viewer.name else "you"
    st.title(
        f"What would you like to know, {plain(first_name)}?" if view.viewer.email else "What would you like to know?"
    )
    st.markdown("Ask in your own words, or begin with one of these.")
    for number, question in enumerate(first_questions(view)):
        st.button(plain(question), key=f"example-{number}", on_click=pick, args=(question, 0), width="stretch")
