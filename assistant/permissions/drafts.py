"""What became of the summaries for clients: drafts, edits and approvals, only ever added to, each with who and when."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from assistant.permissions.house import House
from assistant.permissions.view import View
from assistant.store import records

RECORDS = "summaries"


def note(house: House, view: View, client_id: str, what: Mapping[str, Any], at: datetime) -> None:
    """Add one thing that was done to a client's summary."""
    who = {"at": at.isoformat(), "who": view.viewer.email, "role": view.role.name, "client_id": client_id}
    records.append(house.workspace, RECORDS, {**what, **who})


def read(house: House, view: View, client_id: str = "") -> Iterator[dict[str, Any]]:
    """What was done, the oldest first, of the clients whose work and prices the viewer may see."""
    mine = view.covered("projects", "client_id", [one for one in view.grants if one.value in ("delivery", "price")])
    mine |= view.covered("clients", "client_id", [one for one in view.grants if one.value in ("delivery", "price")])
    for one in records.read(house.workspace, RECORDS):
        theirs = one.get("client_id")
        if theirs in mine and client_id in ("", theirs):
            yield one
