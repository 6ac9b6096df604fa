"""The chat: what was asked and answered, and a box for the next question."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import streamlit as st

from assistant.answers.answer import Reply
from assistant.ask import ask_on_record, first_questions
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.audit import Feedback, record_feedback
from assistant.permissions.house import House
from assistant.permissions.view import View
from assistant.query import Question
from ui import answer_view, check_view, report_view, summary_view
from ui.plain import plain
from ui.session import Page, conversation, open_page, pick, sign_out

PAGES: Mapping[Page, Callable[[House, View, date], None]] = {
    "check": check_view.show,
    "summaries": summary_view.show,
    "reports": report_view.show,
}
LABELS: Mapping[Page, tuple[str, str]] = {
    "check": ("What is missing", ":material/rule:"),
    "summaries": ("Client summaries", ":material/description:"),
    "reports": ("Reports", ":material/summarize:"),
}


def show(house: House, today: date) -> None:
    """The page of somebody who is signed in."""
    talk = conversation()
    asked_as = talk.signed_in_as or ""
    view = house.view_for(asked_as)
    _sidebar(view, today)
    if talk.page != "chat":
        PAGES[talk.page](house, view, today)
        return
    if not talk.replies and talk.waiting is None:
        _welcome(view)
    for place, reply in enumerate(talk.replies):
        _turn(house, reply, place)
    if talk.replies:
        _filters(talk.replies[-1])
    typed = st.chat_input("Ask about hours, budgets, revenue, people …")
    question = typed or talk.waiting
    talk.waiting = None
    if question:
        _answer(house, question, asked_as, today)


def _answer(house: House, question: str, asked_as: str, today: date) -> None:
    talk = conversation()
    with st.spinner("Calculating twice …"):
        reply = ask_on_record(Question(question, asked_as, today, talk.after), house, datetime.now(tz=UTC))
    talk.replies.append(reply)
    st.rerun()


def _turn(house: House, reply: Reply, place: int) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.markdown(plain(reply.question.text))
    with st.chat_message("assistant", avatar=":material/balance:"):
        answer_view.show_reply(reply, place)
        _feedback(house, reply, place)


def _filters(reply: Reply) -> None:
    """What the last answer was filtered by, which the next one keeps; a click takes a filter away."""
    kept = {one.field: one for query in reply.plan.queries for one in query.where}
    if not kept:
        return
    with st.container(horizontal=True):
        for field, one in kept.items():
            noun = DIMENSIONS[field].noun
            said = f"{'not ' if one.negated else ''}{', '.join(one.names)}"
            remark = f"forget the {noun} filter"
            label = f"{plain(noun)}: {plain(said)}"
            st.button(label, key=f"filter-{field}", icon=":material/close:", on_click=pick, args=(remark,))


def _feedback(house: House, reply: Reply, place: int) -> None:
    """A thumb, and where it points down a reason; kept on record for those who evaluate."""
    thumb = st.feedback("thumbs", key=f"feedback-{place}")
    if thumb is None:
        return
    reason = "" if thumb else st.text_input("What was wrong, or missing?", key=f"reason-{place}")
    given = Feedback(reply.question.text, good=bool(thumb), reason=reason)
    talk = conversation()
    if talk.feedback.get(place) != given:
        talk.feedback[place] = given
        record_feedback(house, reply.view, given, datetime.now(tz=UTC))


def _welcome(view: View) -> None:
    first_name = view.viewer.name.split(" ")[0] if view.viewer.name else "you"
    st.title(
        f"What would you like to know, {plain(first_name)}?" if view.viewer.email else "What would you like to know?"
    )
    st.markdown("Ask in your own words, or begin with one of these.")
    for number, question in enumerate(first_questions(view)):
        st.button(plain(question), key=f"example-{number}", on_click=pick, args=(question,), width="stretch")


def _sidebar(view: View, today: date) -> None:
    with st.sidebar:
        st.markdown("## Reckon")
        if view.viewer.email:
            st.markdown(f"**{plain(view.viewer.name)}**  \n{plain(view.viewer.role.replace('_', ' '))}")
            st.button("Sign out", on_click=sign_out, icon=":material/logout:")
        for page, (label, icon) in LABELS.items():
            is_open = conversation().page == page
            st.button(
                "Back to the chat" if is_open else label,
                key=page,
                on_click=open_page,
                args=("chat" if is_open else page,),
                icon=":material/chat:" if is_open else icon,
            )
        st.caption(f"Asked on {plain(today.isoformat())}  \nData {plain(view.snapshot[:12])}")
        st.divider()
        st.caption("Every number is calculated twice, in pandas and in SQL, over the rows you may see. "
                   "If the two disagree, you are shown none.")  # fmt: skip
