"""The Streamlit app: opens the house, lets people in, and shows the chat."""

import os
import sys
from datetime import datetime
from pathlib import Path

import streamlit as st

from assistant.errors import ReckonError
from assistant.permissions.house import House
from ui import chat_view, sign_in_view
from ui.session import conversation


@st.cache_resource(show_spinner=False)
def opened(workspace: str) -> House:
    """The house at a path, opened once a server."""
    return House.open(Path(workspace))


def workspace_path() -> str:
    """The workspace named after `--`, else by the environment, else this folder."""
    named = [one for one in sys.argv[1:] if not one.startswith("-")]
    return named[-1] if named else os.environ.get("RECKON_WORKSPACE", ".")


def main() -> None:
    """Show the page that fits: sign-in, or the chat."""
    st.set_page_config(page_title="Reckon", page_icon=":material/balance:", layout="centered")
    try:
        house = opened(workspace_path())
        users = house.users()
        if users and conversation().signed_in_as is None:
            sign_in_view.show(users)
            return
        chat_view.show(house, house.settings.today or datetime.now().astimezone().date())
    except ReckonError as error:
        st.error(str(error), icon=":material/error:")


main()
