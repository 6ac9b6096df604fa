"""What every page opens with: the house, the eyes of whoever is signed in, and the day."""

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Thread

import streamlit as st

from assistant.ask import get_ready
from assistant.permissions.house import House
from assistant.permissions.view import View
from ui.session import conversation


@dataclass(frozen=True)
class Opened:
    """A page's surroundings."""

    house: House
    view: View
    today: date


@st.cache_resource(show_spinner=False)
def house_at(workspace: str) -> House:
    """The house at a path, opened once a server; what reads questions is made ready while somebody signs in."""
    Thread(target=get_ready, daemon=True).start()
    return House.open(Path(workspace))


def house_here() -> House:
    """The house of the workspace named after `--`, else by the environment, else in this folder."""
    named = [one for one in sys.argv[1:] if not one.startswith("-")]
    return house_at(named[-1] if named else os.environ.get("RECKON_WORKSPACE", "."))


def opened() -> Opened:
    """The house as whoever is signed in sees it, on its day."""
    house = house_here()
    view = house.view_for(conversation().signed_in_as or "")
    return Opened(house, view, house.settings.today or datetime.now().astimezone().date())
