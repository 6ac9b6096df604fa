"""The one door to stored data: whoever comes in gets the view that is theirs, and nothing else."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from assistant.agency.tables import TABLES
from assistant.errors import UsageError
from assistant.llm import Line
from assistant.permissions import blended
from assistant.permissions.belonging import Stored
from assistant.permissions.earlier import Earlier, OwnedToday
from assistant.permissions.model_use import ModelUse
from assistant.permissions.policy import Policy, Role, policy
from assistant.permissions.reach import Reaches, Viewer
from assistant.permissions.taught import lessons
from assistant.permissions.view import View
from assistant.settings import Settings
from assistant.store.notes_index import NotesIndex, open_index
from assistant.store.snapshots import Snapshot, Workspace

MOST_SNAPSHOTS = 3
"""How many snapshots' tables are kept: today's, and those that it is compared with."""

FEW_ROWS = 5_000
"""Tables of no more rows are read whole."""

MOST_VIEWS = 32
"""How many views are kept; the one used longest ago is forgotten first."""

AT_ONCE = ("permissions", "cost_for_project_managers", "small_group", "planner", "model", "documents", "paraphrases")
"""The settings that hold as the file says them now: who may see what, how it is planned, how documents look."""

LOCAL_OWNER = Viewer(email="", name="you", role="admin")
"""Who asks where nobody is registered: a folder with one export belongs to whoever holds it."""


@dataclass(frozen=True, eq=False)
class SnapshotTables:
    """The tables of one snapshot, each column read once, when first looked at."""

    snapshot: Snapshot
    _columns: dict[tuple[str, str], pa.ChunkedArray] = field(default_factory=dict, repr=False)
    _texts: dict[tuple[str, str], pa.ChunkedArray] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        """The snapshot's own id."""
        return self.snapshot.id

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column, its text as plain text."""
        column = self.coded(table, name)
        if not pa.types.is_dictionary(column.type):
            return column
        if (table, name) not in self._texts:
            self._texts[table, name] = column.cast(pa.string())
        return self._texts[table, name]

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """One column as it is read: text that is no key as codes, which is quicker to read and to count with."""
        if (table, name) not in self._columns:
            # Opening a file takes as long as reading some thousand rows of all its columns.
            is_small = table in TABLES and self.snapshot.row_count(table) <= FEW_ROWS
            read = self.snapshot.table(table, None if is_small else [name], dictionaries=True)
            for one in read.column_names:
                self._columns.setdefault((table, one), _of_what_is_there(read.column(one)))
        return self._columns[table, name]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return self.snapshot.row_count(table)

    def fingerprint(self, table: str) -> str:
        """The hash of the table's file, by which it is named."""
        return self.snapshot.content_of(table)

    def quarantine(self) -> pa.Table:
        """The rows that could not be loaded."""
        return self.snapshot.quarantine()


@dataclass(frozen=True, eq=False)
class House:
    """A workspace as people enter it; a view is of the snapshot that was current when it was asked for."""

    workspace: Workspace
    _views: OrderedDict[tuple[str, str, str], View] = field(default_factory=OrderedDict, repr=False)
    _indexes: dict[str, NotesIndex] = field(default_factory=dict, repr=False)
    _tables: OrderedDict[str, SnapshotTables] = field(default_factory=OrderedDict, repr=False)
    _forces: dict[str, "_Force"] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, path: Path) -> "House":
        """The house at `path`; WorkspaceError when there is no data."""
        house = cls(Workspace(path))
        house.workspace.current()
        return house

    @property
    def settings(self) -> Settings:
        """The settings of the current snapshot, with the permissions as they stand now."""
        return self._in_force(self.workspace.current()).settings

    @property
    def line(self) -> Line:
        """The language model of the settings, whose use is counted in the workspace."""
        return Line(self.settings.model, ModelUse(self.workspace))

    @property
    def policy(self) -> Policy:
        """The matrix in force."""
        return policy(self.settings.permissions)

    def users(self) -> tuple[Viewer, ...]:
        """Who may come in, by e-mail address; empty where nobody is registered."""
        return tuple(sorted(_users(self._stored(self.workspace.current())), key=lambda one: one.email))

    def view_for(self, asked_as: str) -> View:
        """What the user with this e-mail address may see; UsageError for an address nobody has."""
        snapshot = self.workspace.current()
        force = self._in_force(snapshot)
        key = (snapshot.id, asked_as.strip().lower(), force.at_once)
        if key not in self._views:
            viewer = _find(asked_as, tuple(_users(self._stored(snapshot))))
            self._views[key] = self._view(snapshot, force.settings, viewer, None)
        self._views.move_to_end(key)
        while len(self._views) > MOST_VIEWS:
            self._views.popitem(last=False)
        return self._views[key].with_lessons(lessons(self.workspace, asked_as.strip()))

    def view_as(self, viewer: Viewer, role: Role | None = None) -> View:
        """What `viewer` would see, or would see in another role: for trying permissions out."""
        snapshot = self.workspace.current()
        return self._view(snapshot, self._in_force(snapshot).settings, viewer, role)

    def _in_force(self, snapshot: Snapshot) -> "_Force":
        """The settings the data was made with; who may see what follows the file at once, not the next ingest."""
        pinned, now = snapshot.settings, self.workspace.settings
        known = self._forces.get(snapshot.id)
        if known is None or known.pinned is not pinned or known.now is not now:
            if len(self._forces) >= MOST_SNAPSHOTS:
                self._forces.clear()
            known = self._forces[snapshot.id] = _Force(pinned, now)
        return known

    def _view(self, snapshot: Snapshot, settings: Settings, viewer: Viewer, role: Role | None) -> View:
        role = role or policy(settings.permissions).role(viewer.role)
        earlier: dict[str, View] = {snapshot.id: view_of(self._stored(snapshot), viewer, role, settings)}

        def known(day: date) -> View | date | None:
            then = self.workspace.known_on(day)
            if then is None:
                return self.workspace.snapshot(1).in_force_from
            if then.id not in earlier:
                then_view = self._earlier(then, snapshot, viewer, role)
                earlier[then.id] = replace(then_view, known=known, model_use=ModelUse(self.workspace))
            return earlier[then.id]

        earlier[snapshot.id] = replace(
            earlier[snapshot.id],
            known=known,
            index=lambda: self._index(snapshot),
            model_use=ModelUse(self.workspace),
        )
        return earlier[snapshot.id]

    def _index(self, snapshot: Snapshot) -> NotesIndex:
        """The index of the notes of the snapshot, opened once."""
        if snapshot.id not in self._indexes:
            self._indexes.clear()
            self._indexes[snapshot.id] = open_index(self.workspace.path, snapshot, snapshot.settings.notes.chroma)
        return self._indexes[snapshot.id]

    def _earlier(self, then: Snapshot, now: Snapshot, viewer: Viewer, role: Role) -> View:
        """What was known then, for today's eyes: see `assistant.permissions.earlier`."""
        both = self._stored(then), self._stored(now)
        return view_of(Earlier(*both), viewer, role, self._in_force(then).settings, OwnedToday(*both))

    def _stored(self, snapshot: Snapshot) -> SnapshotTables:
        if snapshot.id not in self._tables:
            self._tables[snapshot.id] = SnapshotTables(snapshot)
        self._tables.move_to_end(snapshot.id)
        while len(self._tables) > MOST_SNAPSHOTS:
            self._tables.popitem(last=False)
        return self._tables[snapshot.id]


class _Force:
    """The settings in force, of those pinned in a snapshot and those the file has now."""

    def __init__(self, pinned: Settings, now: Settings) -> None:
        self.pinned, self.now = pinned, now
        at_once = {name: getattr(now, name) for name in AT_ONCE}
        self.settings = pinned.model_copy(update=at_once)
        self.at_once = str(list(at_once.values()))


def _of_what_is_there(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column, its codes those of one list of distinct values, each of which is in it."""
    if not pa.types.is_dictionary(column.type):
        return column
    column = column.unify_dictionaries()
    values = column.chunk(0).dictionary if column.num_chunks else ()
    used = np.zeros(len(values), np.bool_)
    for chunk in column.chunks:
        used[np.asarray(chunk.indices.drop_null())] = True
    return column if used.all() else column.cast(pa.string()).dictionary_encode()


def view_of(stored: Stored, viewer: Viewer, role: Role, settings: Settings, owned: Stored | None = None) -> View:
    """The view of one viewer in one role; `owned` are the tables that tell whose something is, if others."""
    owned = owned or stored
    if blended.wanted(role, settings):
        stored, owned = (blended.Blended(one, settings.base_currency) for one in (stored, owned))
    return View(viewer, role, settings, stored, Reaches(owned, viewer, role.own))


def _find(asked_as: str, users: tuple[Viewer, ...]) -> Viewer:
    wanted = asked_as.strip().lower()
    if not users and not wanted:
        return LOCAL_OWNER
    found = next((one for one in users if one.email.strip().lower() == wanted), None)
    if found is not None:
        return found
    if not wanted:
        raise UsageError("Nobody is named with --as. See who may ask with: reckon users list")
    raise UsageError(f"There is no user {asked_as}. See who may ask with: reckon users list")


def _users(stored: Stored) -> Iterator[Viewer]:
    """The users, and which person each is: as written, else the person of the same address."""
    person_of = {
        str(email).strip().lower(): str(person)
        for email, person in zip(_list(stored, "people", "email"), _list(stored, "people", "person_id"), strict=True)
        if email
    }
    columns = [_list(stored, "users", one) for one in ("email", "name", "role", "person_id")]
    for email, name, role, person in zip(*columns, strict=True):
        yield Viewer(str(email), name or str(email), str(role), person or person_of.get(str(email).strip().lower()))


def _list(stored: Stored, table: str, column: str) -> list[str | None]:
    values: list[str | None] = stored.column(table, column).to_pylist()
    return values
