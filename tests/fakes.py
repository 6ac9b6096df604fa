"""Stand-ins for what lies behind the door: a view of plain tables in which everything is visible."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import pyarrow as pa

from assistant.agency.periods import Calendar
from assistant.agency.tables import TABLES, empty_table
from assistant.facts import Facts
from assistant.kept import Kept
from assistant.metrics.catalogue import METRICS, shown_metrics
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.authorise import AuthorisedQuery
from assistant.permissions.names import Named
from assistant.query import Query
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.permissions.view import View

LINEAGE = ("_file", "_row")
NUMBERS = count(1)


MADE: Kept[Any] = Kept(4000, lambda _: 1)
"""What was made of columns, which never change: it hangs on their memory alone, and every view may have it."""


def coded(column: pa.ChunkedArray, *, is_key: bool) -> pa.ChunkedArray:
    """Text as codes, but for a table's own key."""
    if is_key or not pa.types.is_string(column.type):
        return column
    places = tuple((one.offset, len(one), *(part.address for part in one.buffers() if part)) for one in column.chunks)
    return MADE.get(("coded", places), lambda: (column, column.dictionary_encode()))[1]


def once(key: Any, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
    """What is made of a column, made once; everything else is made anew each time."""
    return MADE.get(key, make) if key[0] in {"series", "frame"} else make()


@dataclass(frozen=True, eq=False)
class FakeView:
    """Every row of some tables, as a view hands them out; labels are the ids themselves."""

    tables: Mapping[str, pa.Table]
    settings: Settings = field(default_factory=Settings)
    snapshot: str = "fake"

    @property
    def calendar(self) -> Calendar:
        return self.settings.calendar

    def rows(self, table: str, columns: Sequence[str], *, looking_at: Collection[str] = ()) -> pa.Table:
        assert set(looking_at) <= set(columns)
        stored = self.tables.get(table)
        return (empty_table(table) if stored is None else stored).select([*columns, *LINEAGE])

    def counted(self, table: str, columns: Sequence[str], *, looking_at: Collection[str] = ()) -> pa.Table:
        rows = self.rows(table, [one for one in columns if one not in LINEAGE], looking_at=looking_at)
        return pa.table({one: coded(rows.column(one), is_key=one in TABLES[table].key) for one in columns})

    @property
    def cache_key(self) -> str:
        """Another one each time: what tests plant shows at once."""
        return f"fake {next(NUMBERS)}"

    def once(self, key: Any, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        return once(key, make)

    def has(self, table: str) -> bool:
        return table in self.tables and self.tables[table].num_rows > 0

    def named(self, dimension: str) -> tuple[Named, ...]:
        one = DIMENSIONS[dimension]
        column = one.key if one.key != "day" else dimension
        values = {
            value
            for table in one.reads
            if column in TABLES[table].column_names and table in self.tables
            for value in self.tables[table].column(column).to_pylist()
        }
        return tuple(Named(value, value) for value in sorted(values - {None}))

    def label(self, _dimension: str, id: str) -> str:  # noqa: A002 - ids are called ids here
        return id

    def scope_note(self, _classes: Collection[object]) -> None:
        return None


@dataclass(frozen=True, eq=False)
class KeepingView(FakeView):
    """The same, which keeps what is made of its columns; under a `key` of its own, what is calculated of them too."""

    key: str | None = None
    kept: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def cache_key(self) -> str:
        return super().cache_key if self.key is None else self.key

    def once(self, key: Any, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        if key[0] == "worked out":
            return make()  # by the definitions, which a trial breaks and mends under the same view
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]


def authorised_by(view: FakeView, query: Query) -> AuthorisedQuery:
    """A query its asker may ask, over all rows of a view."""
    return AuthorisedQuery(query, cast("View", view), shown_metrics([METRICS[name] for name in query.metrics]))


def authorised(query: Query, tables: Mapping[str, pa.Table], settings: Settings | None = None) -> AuthorisedQuery:
    """A query its asker may ask, over all rows of these tables."""
    return authorised_by(FakeView(tables, settings or Settings()), query)


def facts(query: Query, tables: Mapping[str, pa.Table], today: date, settings: Settings | None = None) -> Facts:
    """The facts of such a query."""
    return Facts(authorised(query, tables, settings), today)
