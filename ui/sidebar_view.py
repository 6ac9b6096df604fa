"""What stands beside every page: where one can turn to, who is signed in, and which data it is."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assistant.agency.units import show_day
from assistant.permissions.audit import may_read
from ui import chat_view, check_view, glossary_view, questions_view, report_view, summary_view
from ui.opened import Opened
from ui.plain import plain
from ui.session import address, sign_out, start_anew

JS = """
export default function () {
  const turned = (event) => {
    if (!event.target.closest('[data-testid="stSidebar"] a') || window.innerWidth > 768) return;
    document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  };
  document.addEventListener("click", turned);
  return () => document.removeEventListener("click", turned);
}
"""
"""On a narrow screen, where the sidebar covers the page, turning to a page closes it."""

CHAT = "chat"
PATHS = (CHAT, "summaries", "reports", "data-health", "glossary", "questions")


def instead(show: Callable[[], None], title: str) -> list[st.Page]:
    """The same page under every address there is."""
    return [st.Page(show, title=title, url_path=path, default=path == CHAT) for path in PATHS]


def pages(here: Opened) -> list[st.Page]:
    """The pages there are; what was asked is for those who may see everything."""
    house, view, today = here.house, here.view, here.today

    def page(show: Callable[[], None], title: str, icon: str, path: str) -> st.Page:
        return st.Page(show, title=title, icon=f":material/{icon}:", url_path=path, default=path == CHAT)

    found = [
        page(partial(chat_view.show, here), "Chat", "chat", CHAT),
        page(partial(summary_view.show, house, view, today), "Client summaries", "description", "summaries"),
        page(partial(report_view.show, house, view, today), "Reports", "summarize", "reports"),
        page(partial(check_view.show, house, view, today), "Data health", "rule", "data-health"),
        page(partial(glossary_view.show, view), "Glossary", "menu_book", "glossary"),
    ]
    if may_read(view):
        found.append(page(partial(questions_view.show, house, view), "Questions", "fact_check", "questions"))
    return found


def show(here: Opened, among: list[st.Page]) -> None:
    """Where one can turn to, who is signed in, the day and the data."""
    viewer = here.view.viewer
    with st.sidebar:
        st.markdown("### :material/balance: Reckon")
        for page in among:
            st.page_link(page, query_params=address(), width="stretch")
        st.components.v2.component("reckon_sidebar", js=JS)(key="sidebar")
        st.divider()
        if st.button("New conversation", icon=":material/add_comment:", width="stretch"):
            start_anew()
            st.switch_page(among[0], query_params=address())
        if viewer.email:
            st.markdown(f"**{plain(viewer.name)}**  \n{plain(viewer.role.replace('_', ' ').capitalize())}")
            st.button("Sign out", on_click=sign_out, icon=":material/logout:", type="tertiary")
        day = show_day(here.today, here.house.settings.locale)
        st.caption(f"As of {plain(day)} · data {plain(here.view.snapshot[:12])}")
        st.caption("Every number is calculated twice, in pandas and in SQL, over the rows you may see. "
                   "If the two disagree, you are shown none.")  # fmt: skip
