"""What a scope reaches: the projects, clients and people that are someone's own, and the rows of those."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from assistant.permissions.belonging import BELONGING, Stored, owners
from assistant.permissions.policy import Own, Scope

Mask = NDArray[np.bool_]
"""One truth value a row of a table: whether the asker reaches it."""


@dataclass(frozen=True)
class Viewer:
    """Who asks: the e-mail they signed in with, their name, role and, if known, which person they are."""

    email: str
    name: str
    role: str
    person_id: str | None = None


@dataclass(frozen=True)
class Reach:
    """The ids one scope covers.

    `whole_clients` are those all of whose projects are covered: what belongs to a client and to no project in
    particular is covered only there. `in_person`: only what is the person's own counts, whatever its project.
    """

    people: pa.Array
    projects: pa.Array
    clients: pa.Array
    whole_clients: pa.Array
    in_person: bool = False


@dataclass(frozen=True)
class Reaches:
    """Finds what each scope covers for one viewer, each set once."""

    stored: Stored
    viewer: Viewer
    own: Own

    def rows(self, table: str, scope: Scope) -> Mask | None:
        """Which rows of `table` lie within `scope`; None for all of them."""
        if scope is Scope.ALL:
            return None
        if scope is Scope.NONE:
            return np.zeros(self.stored.count(table), dtype=np.bool_)
        special = _SPECIAL.get(table)
        return special(self, scope) if special else self._belonging(table, self.of(scope))

    def of(self, scope: Scope) -> Reach:
        """The ids that `scope` covers."""
        if scope is Scope.SELF or (scope in (Scope.OWN, Scope.OWN_CLIENTS) and self.own is Own.SELF):
            return self._in_person
        if scope is Scope.OWN_PROJECTS:
            return self._worked_on
        return self._own_clients if scope is Scope.OWN_CLIENTS else self._own

    @cached_property
    def _own(self) -> Reach:
        if self.own is Own.CLIENTS:
            return self._clients(self._named("clients", "account_manager"))
        if self.own is Own.PROJECTS:
            return self._projects(self._named("projects", "project_manager"))
        return self._in_person

    @cached_property
    def _own_clients(self) -> Reach:
        return self._clients(self._own.clients)

    @cached_property
    def _worked_on(self) -> Reach:
        return self._projects(
            _distinct(
                owners(self.stored, table, "project").filter(
                    pa.array(_is_in(self.stored.column(table, "person_id"), self._myself))
                )
                for table in ("time_entries", "bookings")
            )
        )

    @cached_property
    def _in_person(self) -> Reach:
        nobody = pa.array([], pa.string())
        return Reach(self._myself, nobody, nobody, nobody, in_person=True)

    @cached_property
    def _myself(self) -> pa.Array:
        return pa.array([self.viewer.person_id] if self.viewer.person_id else [], pa.string())

    def _named(self, table: str, column: str) -> pa.Array:
        """The ids of the clients or projects that name the viewer in `column`."""
        ids = self.stored.column(table, "client_id" if table == "clients" else "project_id")
        return _distinct([ids.filter(pa.array(self._is_me(table, column)))])

    def _projects(self, projects: pa.Array) -> Reach:
        mine = _is_in(self.stored.column("projects", "project_id"), projects)
        clients = self.stored.column("projects", "client_id")
        elsewhere = _distinct([clients.filter(pa.array(~mine))])
        touched = _distinct([clients.filter(pa.array(mine))])
        whole = touched.filter(pa.array(~_is_in(touched, elsewhere)))
        return Reach(self._people_on(projects), projects, touched, whole)

    def _clients(self, clients: pa.Array) -> Reach:
        theirs = _is_in(self.stored.column("projects", "client_id"), clients)
        projects = _distinct([self.stored.column("projects", "project_id").filter(pa.array(theirs))])
        return Reach(self._people_on(projects), projects, clients, clients)

    def _is_me(self, table: str, column: str) -> Mask:
        """Which rows name the viewer's e-mail address in `column`."""
        addresses = pc.utf8_lower(pc.utf8_trim_whitespace(self.stored.column(table, column)))
        me = self.viewer.email.strip().lower()
        found: Mask = np.asarray(pc.fill_null(pc.equal(addresses, me), fill_value=False))
        return found & bool(me)

    def _people_on(self, projects: pa.Array) -> pa.Array:
        """Who worked or is planned on one of these projects."""
        return _distinct(
            self.stored.column(table, "person_id").filter(
                pa.array(_is_in(owners(self.stored, table, "project"), projects))
            )
            for table in ("time_entries", "bookings")
        )

    def _belonging(self, table: str, reach: Reach) -> Mask:
        belongs = BELONGING[table]
        if reach.in_person:
            return _is_in(owners(self.stored, table, "person"), reach.people)
        if belongs.project:
            project = owners(self.stored, table, "project")
            mask = _is_in(project, reach.projects)
            if belongs.client:
                client = _is_in(owners(self.stored, table, "client"), reach.whole_clients)
                mask |= np.asarray(pc.is_null(project)) & client
            return mask
        kind, ids = ("client", reach.clients) if belongs.client else ("person", reach.people)
        return _is_in(owners(self.stored, table, kind), ids)

    def deals(self, scope: Scope) -> Mask:
        """Deals of own clients, and those without a client that the viewer pursues."""
        client, pursued = self.stored.column("deals", "client_id"), self._is_me("deals", "owner")
        reach = self.of(scope)
        if reach.in_person:
            return pursued
        return _is_in(client, reach.clients) | (np.asarray(pc.is_null(client)) & pursued)

    def deal_roles(self, scope: Scope) -> Mask:
        """The work of the deals within the scope."""
        deals = self.stored.column("deals", "deal_id").filter(pa.array(self.deals(scope)))
        return _is_in(self.stored.column("deal_roles", "deal_id"), deals)

    def bill_rates(self, scope: Scope) -> Mask:
        """Rates of own projects, and of no project in particular for the people on them or for anyone."""
        reach = self.of(scope)
        project, person = (self.stored.column("bill_rates", one) for one in ("project_id", "person_id"))
        general = np.asarray(pc.is_null(project))
        anyones = np.asarray(pc.is_null(person)) & (not reach.in_person)
        return _is_in(project, reach.projects) | (general & (anyones | _is_in(person, reach.people)))

    def holidays(self, scope: Scope) -> Mask:
        """The holidays of the calendars that people within the scope keep or kept."""
        reach = self.of(scope)
        kept = _distinct(
            self.stored.column(table, "calendar").filter(
                pa.array(_is_in(self.stored.column(table, "person_id"), reach.people))
            )
            for table in ("people", "assignments")
        )
        return _is_in(self.stored.column("holidays", "calendar"), kept)

    def users(self, scope: Scope) -> Mask:
        """The viewer's own sign-in, and those of the people within the scope."""
        people = _is_in(self.stored.column("users", "person_id"), self.of(scope).people)
        return self._is_me("users", "email") | people

    def targets(self, scope: Scope) -> Mask:
        """Targets for all, and for a client, project or person within the scope, by id or by name."""
        reach = self.of(scope)
        mine = {"all"}
        for kind, table, ids in (
            ("client", "clients", reach.clients),
            ("project", "projects", reach.projects),
            ("person", "people", reach.people),
        ):
            key = f"{kind}_id"
            covered = pa.array(_is_in(self.stored.column(table, key), ids))
            for column in (key, "name"):
                names = self.stored.column(table, column).filter(covered).to_pylist()
                mine.update(f"{kind}:{one}".casefold() for one in names if one)
        scopes = self.stored.column("targets", "scope").to_pylist()
        return np.array([str(one).replace(": ", ":").strip().casefold() in mine for one in scopes], np.bool_)

    def notes(self, scope: Scope) -> Mask:
        """Notes within the scope; about a client at large, none to somebody who only works on projects."""
        mine = self._belonging("notes", self.of(scope))
        if scope is not Scope.OWN_PROJECTS:
            return mine
        of_projects: Mask = np.asarray(pc.is_valid(self.stored.column("notes", "project_id")))
        return mine & of_projects

    def exchange_rates(self, scope: Scope) -> Mask:
        """Exchange rates are nobody's own: who sees any delivery sees them all."""
        return np.full(self.stored.count("exchange_rates"), scope is not Scope.NONE, np.bool_)


_SPECIAL: Mapping[str, Callable[[Reaches, Scope], Mask]] = {
    "deals": Reaches.deals,
    "deal_roles": Reaches.deal_roles,
    "bill_rates": Reaches.bill_rates,
    "holidays": Reaches.holidays,
    "users": Reaches.users,
    "targets": Reaches.targets,
    "exchange_rates": Reaches.exchange_rates,
    "notes": Reaches.notes,
}


def _is_in(column: pa.ChunkedArray | pa.Array, ids: pa.Array | pa.ChunkedArray) -> Mask:
    """Which cells hold one of the ids; a null never does."""
    known = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
    found: Mask = np.asarray(pc.is_in(column, value_set=known, skip_nulls=True))
    return found


def _distinct(columns: Iterable[pa.ChunkedArray | pa.Array]) -> pa.Array:
    """The ids in these columns, each once, nulls left out."""
    chunks = [chunk for column in columns for chunk in _chunks(column)]
    return pc.drop_null(pc.unique(pa.chunked_array(chunks, pa.string())))


def _chunks(column: pa.ChunkedArray | pa.Array) -> list[pa.Array]:
    return column.chunks if isinstance(column, pa.ChunkedArray) else [column]
