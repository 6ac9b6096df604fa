"""What one asker may see of the stored data; everything after the door sees only this."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency import fingerprint
from assistant.agency.periods import Calendar
from assistant.agency.tables import TABLES, Sensitivity
from assistant.llm import Ledger, Line
from assistant.outcome import Lesson, NoData
from assistant.permissions import words
from assistant.permissions.belonging import Stored
from assistant.permissions.earlier import Known, Mixed, without_history
from assistant.permissions.names import Named, named
from assistant.permissions.notes import VisibleNotes, rows_within, shown, visible_notes
from assistant.permissions.policy import Grant, Role, Scope
from assistant.permissions.reach import Mask, Reaches, Viewer
from assistant.permissions.taught import visible
from assistant.settings import Settings
from assistant.store.notes_index import NotesIndex

LINEAGE = ("_file", "_row")
HELD = ("table", "file", "row", "column", "reason")
"""What is told of a row in quarantine."""

if TYPE_CHECKING:
    from assistant.permissions.clients_eyes import Whitelist

T = TypeVar("T")

MONEY = frozenset({Sensitivity.PRICE, Sensitivity.COST})
WORK = (
    "clients",
    "projects",
    "budgets",
    "services",
    "time_entries",
    "bookings",
    "expenses",
    "tasks",
    "change_requests",
    "invoices",
    "payments",
)
"""The tables that a figure of money takes from where its money is visible: no margin over others' hours."""

OUTLINE: Mapping[str, tuple[str, ...]] = {
    "deals": (
        "deal_id",
        "name",
        "status",
        "probability",
        "expected_close",
        "start_date",
        "end_date",
        "closed_on",
        "created_on",
    ),
    "deal_roles": ("deal_id", "job_title", "hours"),
}
"""What the outline of a deal shows: name, dates, hours and probability, and whether it is still open."""

NAMES: Mapping[str, tuple[str, ...]] = {"people": ("person_id", "name")}
"""What may be seen of people by those who see their names only."""

LOOKED_AT: Mapping[str, tuple[str, ...]] = {
    "people": ("person_id", "job_title", "calendar", "start_date", "end_date"),
    "working_hours": ("person_id", "valid_from", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "week"),
    "holidays": ("calendar", "date", "fraction"),
    "absences": ("absence_id", "person_id", "start_date", "end_date", "hours_per_day", "status"),
    "assignments": ("person_id", "valid_from", "job_title", "calendar"),
}
"""What may be looked at behind the names of those on own work: whether, and at which price, a day counts."""


@dataclass(frozen=True, eq=False)
class View:
    """The rows and cells visible to `viewer`: a cell is visible where the scope of its class covers its row.

    `narrowed_to` are the classes of money a question is about: the hours and agreements behind the money are
    then those from where that money is visible. Content and names do not depend on anything hidden.
    """

    viewer: Viewer
    role: Role
    settings: Settings
    _stored: Stored = field(repr=False)
    _reaches: Reaches = field(repr=False)
    narrowed_to: frozenset[Sensitivity] = frozenset()
    known: Known = field(default=without_history, repr=False)
    only: "Whitelist | None" = None
    """The only questions there are, where the view is a client's."""
    taught: tuple[Lesson, ...] = field(default=(), repr=False)
    """What holds for the viewer of what was taught, whether or not they may see what it means."""
    index: Callable[[], NotesIndex] = field(default=lambda: NotesIndex(0), repr=False)
    """The index of all notes there are, which is asked for visible ones only."""
    model_use: "Ledger | None" = field(default=None, repr=False)
    """Where it is counted what a language model is asked; in this process where nothing is said."""
    _kept: dict[object, object] = field(default_factory=dict, repr=False)

    @property
    def line(self) -> Line:
        """The language model of the settings, and where its use is counted."""
        model = self.settings.model
        return Line(model, self.model_use) if self.model_use else Line(model)

    @property
    def calendar(self) -> Calendar:
        """How years and weeks are counted here, and the holidays in view by their names."""
        return self._once("calendar", self._with_holidays)

    @property
    def stored(self) -> Stored:
        """What the view is a view of; for the permissions themselves, never for an answer."""
        return self._stored

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """What was taught, as far as the viewer may see what it means."""
        return self._once(("lessons", self.taught), lambda: tuple(visible(self.taught, self)))

    @property
    def grants(self) -> Mapping[Sensitivity, Grant]:
        """How far the viewer reaches in each class."""
        return self.role.grants

    @property
    def snapshot(self) -> str:
        """The fingerprint of all that may be shown, and of nothing else: what is hidden cannot be guessed by it."""
        return self._once("snapshot", self._fingerprint)

    @property
    def cache_key(self) -> str:
        """Equal where answers are made from the same stored data for the same eyes; for caches, never shown."""
        eyes = (self.viewer.email, self.role.name, str(sorted(self.role.by_class.items())), *sorted(self.narrowed_to))
        return fingerprint.of_parts([("data", self._stored.version), *(("eyes", one) for one in eyes)])

    def as_known_on(self, day: date | None) -> "View | NoData":
        """What the same eyes see of the data that was in force on `day`: this view, where no day is named."""
        found = self if day is None else self.known(day)
        return found.with_lessons(self.taught) if isinstance(found, View) else NoData(words.not_known_yet(found))

    def known_since(self) -> date | None:
        """The first day of which an earlier state of the data is kept; None without any."""
        found = self.known(date.min)
        return found if isinstance(found, date) else None

    def with_lessons(self, taught: tuple[Lesson, ...]) -> "View":
        """The same view for a viewer for whom this was taught; one such view is made once."""
        if taught == self.taught:
            return self
        return self._once(("taught", taught, self.narrowed_to), lambda: replace(self, taught=taught))

    def with_tables_of(self, later: "View", tables: Collection[str]) -> "View":
        """A state between this one and a later one, for the same eyes: these `tables` as they are there."""
        stored = Mixed(self._stored, later._stored, frozenset(tables))  # noqa: SLF001 - another view
        owned = Mixed(self._reaches.stored, later._reaches.stored, frozenset(tables))  # noqa: SLF001 - another view
        return replace(self, _stored=stored, _reaches=replace(self._reaches, stored=owned), _kept={})

    def stores_the_same(self, other: "View", table: str) -> bool:
        """Whether not even what is hidden of a table differs: for sparing work, never to be told."""
        return self._stored.fingerprint(table) == other._stored.fingerprint(table)  # noqa: SLF001 - another view

    def narrowed(self, classes: Collection[Sensitivity]) -> "View":
        """The same view for a question about money of these classes."""
        return replace(self, narrowed_to=MONEY & frozenset(classes))

    def scope(self, table: str, column: str) -> Scope:
        """How far the viewer reaches in one column."""
        grant = self.grants[TABLES[table].column(column).sensitivity]
        if grant.others_in_outline and column in OUTLINE.get(table, ()):
            return Scope.ALL
        if grant.scope is Scope.NAMES and column not in NAMES.get(table, ()):
            return Scope.NONE
        return grant.scope

    def rows(self, table: str, columns: Sequence[str], looking_at: Collection[str] = ()) -> pa.Table:
        """The rows of `table` in which all of `columns` are visible, with these columns and `_file`, `_row`.

        Why someone is absent is no part of the row: it is null where it is hidden, and hides no absence.
        `looking_at` are the columns that decide whether a row counts and never come out.
        """
        return self._table(table, *self._counting(table, columns, looking_at))

    def counted(self, table: str, columns: Sequence[str], looking_at: Collection[str] = ()) -> pa.Table:
        """The same rows with these columns alone, to count with; `_file` and `_row` may be among them.

        The text of a column that is visible as a whole may come as codes of the distinct values in it.
        """
        cells, scopes = self._counting(table, [one for one in columns if one not in LINEAGE], looking_at)
        return pa.table({one: self._coded(table, one, cells.get(one, Scope.ALL), scopes) for one in columns})

    def _counting(
        self, table: str, columns: Sequence[str], looking_at: Collection[str]
    ) -> tuple[Mapping[str, Scope], frozenset[Scope]]:
        """How far each column may be read for a calculation, and the scopes in all of which a row must lie."""
        cells = {one: self._reading(table, one, looking_at) for one in columns}
        scopes = {scope for one, scope in cells.items() if not _is_why(table, one)}
        if set(columns) - set(looking_at):
            scopes.add(self._exists(table))
        if table in WORK:
            scopes |= {self.grants[one].scope for one in self.narrowed_to}
        return cells, frozenset(scopes)

    def content(self, table: str, columns: Sequence[str] = ()) -> pa.Table:
        """All visible rows of `table` with `columns` (all, when none are named), hidden cells null."""
        cells = {one: self.scope(table, one) for one in columns or TABLES[table].column_names}
        return self._table(table, cells, frozenset({self._exists(table)}))

    def shown(self, table: str, columns: Sequence[str] = ()) -> pa.Table:
        """The rows as they may be listed: like `content`, without what is released in sums only."""
        listed = self.content(table, columns)
        in_sums = {one.name for one in TABLES[table].columns if self.grants[one.sensitivity].in_sums}
        if TABLES[table].key[0] in in_sums:
            return listed.slice(0, 0)
        for place, name in enumerate(listed.column_names):
            if name in in_sums:
                hidden = pa.nulls(listed.num_rows, listed.column(name).type)
                listed = listed.set_column(place, name, hidden)
        return listed

    def has(self, table: str) -> bool:
        """Whether any row of `table` is visible."""
        mask = self._mask(table, frozenset({self._exists(table)}))
        return self._stored.count(table) > 0 if mask is None else bool(mask.any())

    def named(self, dimension: str) -> tuple[Named, ...]:
        """The visible values of a dimension in order of their labels; no two share one."""
        return self._once(("named", dimension), lambda: named(self, dimension))

    def label(self, dimension: str, id: str) -> str:  # noqa: A002 - ids are called ids here
        """What a reader calls the value `id` of a dimension; the id itself when no name is visible."""
        labels = self._once(("labels", dimension), lambda: {one.id: one.label for one in self.named(dimension)})
        return labels.get(id, id)

    def scope_note(self, classes: Collection[Sensitivity]) -> str | None:
        """The caveat that an answer from these classes covers only the viewer's part, if it does."""
        scopes = {self.grants[one].scope for one in classes}
        return words.scope_note(scopes, self.role.own, self.settings.nouns)

    def covered(self, table: str, key: str, classes: Collection[Sensitivity]) -> frozenset[str]:
        """The values of `key` in the rows of `table` within the viewer's scope in all these classes."""
        scopes = frozenset({self._exists(table), *(self.grants[one].scope for one in classes)})
        return frozenset(self._table(table, {key: Scope.ALL}, scopes).column(key).to_pylist())

    @property
    def notes(self) -> VisibleNotes:
        """The visible notes and their passages."""
        return self._once("notes", lambda: visible_notes(self._stored, self._noted, self.index))

    @property
    def reads_notes(self) -> bool:
        """Whether the viewer's role reaches any notes at all."""
        return any(self.role.notes(one).scope is not Scope.NONE for one in ("internal", "client"))

    @property
    def _noted(self) -> Mask:
        """Which notes are visible."""
        reach = self._reaches
        return self._once("noted", lambda: rows_within(self._stored, self.role, lambda one: reach.rows("notes", one)))

    def quarantine(self) -> pa.Table:
        """Where the rows stand that were held back and why, of the tables the viewer sees in full.

        A row in quarantine belongs to nobody in particular, and may lack what would say whose it is.
        """
        held = self._stored.quarantine().select(list(HELD))
        seen = [name for name in TABLES if self._in_full(name)]
        return held.filter(pc.is_in(held.column("table"), value_set=pa.array(seen, pa.string())))

    def _with_holidays(self) -> Calendar:
        rows = self.content("holidays", ("date", "name"))
        days = zip(rows.column("name").to_pylist(), rows.column("date").to_pylist(), strict=True)
        return replace(
            self.settings.calendar, named_days=tuple(sorted({(name, day) for name, day in days if name and day}))
        )

    def _in_full(self, table: str) -> bool:
        """Whether every cell of every row may be listed, by rule."""
        whole = all(self.scope(table, one) is Scope.ALL for one in TABLES[table].column_names)
        in_sums = any(self.grants[one.sensitivity].in_sums for one in TABLES[table].columns)
        return whole and not in_sums and self._mask(table, frozenset({Scope.ALL})) is None

    def _fingerprint(self) -> str:
        notes = ("notes", fingerprint.of_table(shown(self._stored, self._noted)))
        return fingerprint.of_parts([*((name, self._fingerprint_of(name)) for name in sorted(TABLES)), notes])

    def _fingerprint_of(self, table: str) -> str:
        """Of a table of which all is shown, that of the stored one, which is known without looking at it."""
        if self._in_full(table):
            return self._stored.fingerprint(table)
        return fingerprint.of_table(self.shown(table))

    def _exists(self, table: str) -> Scope:
        """A row exists for the viewer where its key is visible."""
        return self.scope(table, TABLES[table].key[0])

    def _reading(self, table: str, column: str, looking_at: Collection[str]) -> Scope:
        """How far one column may be read for a calculation: behind a name, for those on own work."""
        scope = self.scope(table, column)
        if column in looking_at and column in LOOKED_AT.get(table, ()):
            grant = self.grants[TABLES[table].column(column).sensitivity]
            return Scope.OWN if grant.scope is Scope.NAMES else scope
        return scope

    def _table(self, table: str, columns: Mapping[str, Scope], scopes: frozenset[Scope]) -> pa.Table:
        """The rows within all of `scopes`, each column null where its own scope does not reach."""
        cells = {name: self._cells(table, name, scope, scopes) for name, scope in columns.items()}
        return pa.table({**cells, **{one: self._cells(table, one, Scope.ALL, scopes) for one in LINEAGE}})

    def _cells(self, table: str, column: str, scope: Scope, scopes: frozenset[Scope]) -> pa.ChunkedArray:
        key = ("cells", table, column, scope, scopes)
        return self._once(key, lambda: self._cells_of(table, column, scope, scopes))

    def _coded(self, table: str, column: str, scope: Scope, scopes: frozenset[Scope]) -> pa.ChunkedArray:
        """The same cells; as codes where they are the whole column, so that none stands for what is hidden."""
        whole = self._mask(table, scopes) is None and (scope in scopes or self._reaches.rows(table, scope) is None)
        if not whole or column == "_row":
            return self._cells(table, column, scope, scopes)
        return self._stored.coded(table, column)

    def _cells_of(self, table: str, column: str, scope: Scope, scopes: frozenset[Scope]) -> pa.ChunkedArray:
        rows = self._mask(table, scopes)
        cells = self._stored.column(table, column) if column != "_row" else self._row_numbers(table, rows)
        visible = None if scope in scopes else self._reaches.rows(table, scope)
        if visible is not None:
            cells = pc.if_else(pa.array(visible), cells, pa.scalar(None, cells.type))
        return _filtered(cells, rows)

    def _row_numbers(self, table: str, rows: Mask | None) -> pa.ChunkedArray:
        """True row numbers where all rows are visible by rule, else places among the file's visible rows."""
        exists = frozenset({self._exists(table)})
        visible = self._mask(table, exists)
        if visible is None:
            return self._stored.column(table, "_row")
        if rows is not None and (rows & ~visible).any():
            return _places(self._stored, table, rows)
        return self._once(("places", table), lambda: _places(self._stored, table, visible))

    def _mask(self, table: str, scopes: frozenset[Scope]) -> Mask | None:
        """Which rows lie within all of `scopes`; None when that is all of them by rule."""
        return self._once(("mask", table, scopes), lambda: self._mask_of(table, scopes))

    def _mask_of(self, table: str, scopes: frozenset[Scope]) -> Mask | None:
        masks = [self._reaches.rows(table, one) for one in sorted(scopes)]
        if table == "absences":
            masks.append(self._is_away())
        narrow = [one for one in masks if one is not None]
        return _all_of(narrow) if narrow else None

    def _is_away(self) -> Mask | None:
        """Working elsewhere is no absence: to whom the reason is hidden, such a row would only tell it."""
        known = self._reaches.rows("absences", self.grants[Sensitivity.HR].scope)
        if known is None:
            return None
        categories = pc.utf8_lower(pc.utf8_trim_whitespace(self._stored.column("absences", "category")))
        keeps = pa.array(self.settings.absence.keeps_availability, pa.string())
        working: Mask = np.asarray(pc.is_in(categories, value_set=keeps, skip_nulls=True))
        return known | ~working

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What was made of this view's content, made once; `key` must tell it from all else that is kept."""
        return self._once(("made", key), make)

    def _once(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])


def _all_of(masks: Sequence[Mask]) -> Mask:
    both: Mask = np.logical_and.reduce(masks)
    return both


def _is_why(table: str, column: str) -> bool:
    return TABLES[table].column(column).sensitivity is Sensitivity.HR


def _filtered(column: pa.ChunkedArray, mask: Mask | None) -> pa.ChunkedArray:
    return column if mask is None else column.filter(pa.array(mask))


def _places(stored: Stored, table: str, visible: Mask) -> pa.ChunkedArray:
    """Each visible row's place among the visible rows of its file and sheet, from 1, in the file's order."""
    parts = ("_file", "_sheet", "_row")
    shown = pa.table({one: stored.column(table, one).filter(pa.array(visible)) for one in parts})
    order = np.asarray(pc.sort_indices(shown, [(one, "ascending") for one in parts]))
    sheets = np.zeros(shown.num_rows, np.int64)
    for one in ("_file", "_sheet"):
        codes = pc.fill_null(shown.column(one), "").combine_chunks().dictionary_encode().indices
        sheets = sheets * (codes.null_count + len(codes) + 1) + codes.to_numpy(zero_copy_only=False)
    begins = np.flatnonzero(np.diff(sheets[order], prepend=-1))
    lengths = np.diff(begins, append=shown.num_rows)
    places = np.empty(shown.num_rows, np.int64)
    places[order] = np.arange(shown.num_rows) - np.repeat(begins, lengths) + 1
    numbers = np.zeros(stored.count(table), np.int64)
    numbers[visible] = places
    return pa.chunked_array([pa.array(numbers)])
