"""What notes state, told client by client, project by project or owner by owner: "overdue actions by client"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.notes.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.excerpts import Excerpt
    from assistant.permissions.view import View


def one_after_the_other(found: "Sequence[Excerpt]", told_by: str, view: "View") -> "tuple[Excerpt, ...]":
    """The excerpts under what each belongs to, by name, what belongs to none at the end."""
    if not told_by:
        return tuple(found)
    rows = view.rows("projects", ("project_id", "client_id")).to_pylist() if told_by == "client" else []
    clients = {row["project_id"]: row["client_id"] for row in rows if row["client_id"]}
    told = [replace(one, under=_belongs_to(one, told_by, clients, view)) for one in found]
    return tuple(sorted(told, key=lambda one: (not one.under, folded(one.under))))


def _belongs_to(one: "Excerpt", told_by: str, clients: dict[str, str], view: "View") -> str:
    """The client, project or owner of a statement, blank for none."""
    if told_by == "owner":
        return one.statement.owner if one.statement else ""
    note = one.note
    named = note.project_id if told_by == "project" else note.client_id or clients.get(note.project_id or "")
    return view.label(told_by, named) if named else ""
