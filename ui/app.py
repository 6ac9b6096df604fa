"""The Streamlit app: opens the house, lets people in, and shows the page they turned to."""

import streamlit as st

from assistant.errors import ReckonError
from ui import house_style_view, sidebar_view, sign_in_view
from ui.opened import house_here, opened
from ui.session import conversation, keep


def main() -> None:
    """Show the page that fits: sign-in, or the one that is open."""
    try:
        house, here = house_here(), None
        users = house.users()
        if users and conversation().signed_in_as is None:
            pages = sidebar_view.instead(lambda: sign_in_view.show(users), "Sign in")
        else:
            here = opened()
            pages = sidebar_view.pages(here)
            keep()
        page = st.navigation(pages, position="hidden")
        st.set_page_config(page_title=f"{page.title} · Reckon", page_icon=":material/balance:", layout="centered")
        house_style_view.dress()
        if here:
            sidebar_view.show(here, pages)
        page.run()
    except ReckonError as error:
        st.error(str(error), icon=":material/error:")


main()
