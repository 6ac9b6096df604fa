"""The page of what was asked, for those who may see everything: what had no answer first of all."""

import streamlit as st

from assistant.failed import asked_questions
from assistant.outcome import Ended
from assistant.permissions.house import House
from assistant.permissions.view import View
from ui.figures_view import words_table
from ui.plain import plain

MOST_SHOWN = 500
FAILED, EVERY = "Not answered as hoped", "All"


def show(house: House, view: View) -> None:
    """The questions on record, the newest on top."""
    st.title("Questions")
    st.markdown("What people asked, and what became of it: what had no answer is work for whoever evaluates.")
    found = asked_questions(house, view)
    if isinstance(found, Ended):
        st.info(plain(found.text), icon=":material/lock:")
        return
    failed = [one for one in found if one.failed]
    which = st.segmented_control("Show", [FAILED, EVERY], default=FAILED, label_visibility="collapsed") or EVERY
    listed = list(reversed(failed if which == FAILED else found))[:MOST_SHOWN]
    st.caption(f"{len(failed):,} of {len(found):,} were not answered as hoped.")
    if not listed:
        st.markdown("There is none.")
        return
    rows = [
        (one.question, one.outcome.replace("_", " "), one.failed, one.at[:16].replace("T", " "), one.who or "you")
        for one in listed
    ]
    st.html(words_table(["Question", "Outcome", "Why it counts as failed", "Asked", "By"], rows))
