"""The page of the glossary: what each metric means, its other names, and the words people here taught."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st

from assistant.metrics.glossary import entries
from assistant.permissions.view import View
from ui.plain import plain

OTHER_NAMES = 6


def show(view: View) -> None:
    """Every metric by chapter, or those whose name or words hold what is looked for."""
    st.title("Glossary")
    st.markdown("What each number means. Every answer follows these definitions, and says which.")
    wanted = st.text_input("Look for", placeholder="margin, overtime, DSO …").casefold().strip()
    found = [one for one in entries() if wanted in _text(one)]
    if not found:
        st.markdown(f"No metric here is called “{plain(wanted)}”.")
    for section, metrics in groupby(found, key=lambda one: str(one["section"])):
        listed = list(metrics)
        with st.expander(f"{plain(section)} ({len(listed)})", expanded=bool(wanted)):
            for one in listed:
                _metric(one)
    _taught(view)


def _text(one: Mapping[str, object]) -> str:
    return " ".join([str(one["title"]), str(one["name"]), *_names(one["also_called"])]).casefold()


def _names(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _metric(one: Mapping[str, object]) -> None:
    st.markdown(f"**{plain(str(one['title']))}**  \n{plain(str(one['meaning']))}")
    by = ", ".join(name.replace("_", " ") for name in _names(one["by"]))
    said = [
        f"Also called: {', '.join(_names(one['also_called'])[:OTHER_NAMES])}" if one["also_called"] else "",
        f"As counted by {one['follows']}" if one["follows"] else "",
        f"By {by}" if by else "",
    ]
    st.caption("  \n".join(plain(line) for line in said if line))


def _taught(view: View) -> None:
    """Words of one's own, as far as the asker may see them."""
    st.subheader("Words of your own", anchor=False)
    if not view.lessons:
        st.markdown("None yet. Teach one in the chat: “when we say mothership we mean Northwind”.")
    for one in view.lessons:
        whose = " · for you" if one.for_whom else ""
        st.markdown(f"**{plain(one.said.replace('_', ' '))}** means {plain(one.label)}{whose}")
    if view.lessons:
        st.caption("Take one back in the chat: “forget” and the word.")
