"""What was known on an earlier day, as today's rules show it.

An answer "as known on 1 September" is made from the newest snapshot that was in force that day. What holds of then
and what of now:

    the data                the older snapshot, with the settings its numbers were made with
    who asks                today's users, and today's role of the asker
    what a role may see     today's matrix and today's other settings of permissions
    whose something is      today's data, where the thing still exists; that of then, where it does not
    who worked on what      the data of then

So whoever hands a client over loses its past with it, and whoever takes one over gets it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from assistant.permissions.belonging import Stored, look_up

if TYPE_CHECKING:
    from assistant.permissions.view import View

Known = Callable[[date], "View | date | None"]
"""The view of what was known on a day; the first day of which anything is known; None without a history."""

OWNERSHIP: Mapping[str, tuple[str, ...]] = {
    "clients": ("account_manager",),
    "projects": ("project_manager", "client_id"),
    "deals": ("owner", "client_id"),
}
"""The columns that say whose something is."""

KEYS = {"clients": "client_id", "projects": "project_id", "deals": "deal_id"}


def without_history(_: date) -> None:
    """Of data that is no snapshot of a workspace nothing earlier is known."""


@dataclass(frozen=True, eq=False)
class Earlier:
    """The tables of an older snapshot, as looked at under the ownership of a newer one."""

    then: Stored
    now: Stored

    @property
    def version(self) -> str:
        """Another one where the data of then is another, or whose it is today."""
        return f"{self.then.version} under {self.now.version}"

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column, as it was."""
        return self.then.column(table, name)

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """The same to count with."""
        return self.then.coded(table, name)

    def count(self, table: str) -> int:
        """How many rows a table had."""
        return self.then.count(table)

    def fingerprint(self, table: str) -> str:
        """Equal for equal content of a table."""
        return self.then.fingerprint(table)

    def quarantine(self) -> pa.Table:
        """The rows that could not be loaded then."""
        return self.then.quarantine()


@dataclass(frozen=True, eq=False)
class OwnedToday(Earlier):
    """The same tables with whose a client, project or deal is today: for telling what a scope covers."""

    _kept: dict[tuple[str, str], pa.ChunkedArray] = field(default_factory=dict, repr=False)

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column; that of an owner as it is today, where there is such a thing today."""
        if name not in OWNERSHIP.get(table, ()):
            return self.then.column(table, name)
        if (table, name) not in self._kept:
            self._kept[table, name] = self._today(table, name)
        return self._kept[table, name]

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """The same to count with."""
        return self.column(table, name) if name in OWNERSHIP.get(table, ()) else self.then.coded(table, name)

    def _today(self, table: str, name: str) -> pa.ChunkedArray:
        ids, known = self.then.column(table, KEYS[table]), self.now.column(table, KEYS[table])
        still = pc.is_in(ids, value_set=known.combine_chunks(), skip_nulls=True)
        today = look_up(ids, known, self.now.column(table, name))
        column = pc.if_else(still, today, self.then.column(table, name))
        return column if isinstance(column, pa.ChunkedArray) else pa.chunked_array([column])


@dataclass(frozen=True, eq=False)
class Mixed:
    """The tables of one state, some of them as they are in another."""

    then: Stored
    now: Stored
    later: frozenset[str]

    @property
    def version(self) -> str:
        """Another one where either state is another, or other tables are taken from each."""
        return f"{self.then.version} with {sorted(self.later)} of {self.now.version}"

    def _of(self, table: str) -> Stored:
        return self.now if table in self.later else self.then

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column of the state its table is taken from."""
        return self._of(table).column(table, name)

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """The same to count with."""
        return self._of(table).coded(table, name)

    def count(self, table: str) -> int:
        """How many rows a table has in that state."""
        return self._of(table).count(table)

    def fingerprint(self, table: str) -> str:
        """Equal for equal content of a table."""
        return self._of(table).fingerprint(table)

    def quarantine(self) -> pa.Table:
        """The rows that could not be loaded in the earlier state."""
        return self.then.quarantine()
