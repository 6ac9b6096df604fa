"""Signing in: on this machine, one picks who one is."""

from collections.abc import Sequence

import streamlit as st

from assistant.permissions.reach import Viewer
from ui.session import sign_in


def show(users: Sequence[Viewer]) -> None:
    """Pick a user of the workspace and sign in."""
    _, middle, _ = st.columns([1, 2, 1])
    with middle:
        st.title("Reckon")
        st.markdown("Ask your agency's time, budgets and revenue in plain words. Every number is calculated twice.")
        with st.container(border=True):
            by_email = {one.email: f"{one.name} · {one.role.replace('_', ' ')}" for one in users}
            email = st.selectbox(
                "Who is asking?", list(by_email), format_func=lambda one: by_email.get(one, one), key="who"
            )
            if st.button("Sign in", type="primary", width="stretch") and email is not None:
                sign_in(email)
                st.rerun()
            st.caption("Whoever can open this workspace's files can read everything in them; no password is asked.")
