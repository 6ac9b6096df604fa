"""The page of data health: what to look after, what would move most first."""

from datetime import UTC, date, datetime

import streamlit as st

from assistant.health.check import check_on_record
from assistant.permissions.house import House
from assistant.permissions.view import View
from ui.plain import plain

MOST_SHOWN = 40


def show(house: House, view: View, today: date) -> None:
    """Every finding as a sentence, with the rows it is about."""
    st.title("What is missing")
    with st.spinner("Looking over the data …"):
        findings = check_on_record(house, view, today, datetime.now(tz=UTC))
    if not findings:
        st.markdown("Nothing is wrong or missing in what you may see.")
        return
    st.markdown("What would move most comes first: hours, or money, as a share of all that you may see.")
    for number, one in enumerate(findings[:MOST_SHOWN], 1):
        st.markdown(f"**{number}\\.** {plain(one.sentence)}")
        st.caption(plain(one.places))
    if len(findings) > MOST_SHOWN:
        st.caption(f"{len(findings) - MOST_SHOWN} more with `reckon check`.")
