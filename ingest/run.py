"""An ingest from end to end: find, read, check, merge, look up references, commit, report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import TABLES, empty_table
from assistant.errors import SourceError, UsageError, WorkspaceError
from assistant.settings import FILE, Settings, settings_from
from assistant.store.files import write_whole
from assistant.store.notes import NOTES, PASSAGES
from assistant.store.notes_index import open_index
from assistant.store.snapshots import QUARANTINE, Snapshot, Workspace
from ingest.cells import CURRENCIES, Rules
from ingest.connector import Canonical
from ingest.connectors.plain import Plain, table_named
from ingest.delivery import Delivery, Replaces, currencies, no_cells
from ingest.identities import Identified, identified
from ingest.memory import drift, signature_of, with_order
from ingest.merging import Merged, merge, untouched
from ingest.notes.found import Listed
from ingest.notes.gathering import Before, Gathered, Read, gather
from ingest.notes.gathering import Delivered as Notes
from ingest.references import enforce
from ingest.report import IngestReport, NotesCounts, TableCounts, quarantined_rows
from ingest.sources import File, Place, UnrecognisedError, contents, deliver, places, unread_together
from ingest.tally import counted, in_order, moved_notices, quarantine_of, unchecked_notices
from ingest.unlocks import unlocks
from ingest.windows import narrowed

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and how many there are."""


def ingest(
    workspace: Workspace,
    sources: Sequence[Path],
    *,
    now: datetime,
    progress: Progress | None = None,
    overrides: Mapping[str, str] | None = None,
) -> IngestReport:
    """Read `sources` into the workspace and make a new snapshot, unless nothing changed.

    Without sources, those of `workspace.toml` are read. `overrides` settle what files leave open (date_order,
    decimal). A file that cannot be read is an error of the report, a row that breaks its contract is in
    quarantine; everything else loads. UsageError when there is nothing to ingest or a setting is wrong.
    """
    tell = progress or _silent
    with workspace.locked(lambda: tell("waiting for another ingest", 0, 1)):
        return _Ingest(workspace, now, tell, overrides or {}).run(sources)


def ingest_folder(
    folder: Path,
    sources: Sequence[Path],
    *,
    now: datetime,
    progress: Progress | None = None,
    overrides: Mapping[str, str] | None = None,
) -> IngestReport:
    """The same for the workspace in `folder`."""
    return ingest(Workspace(folder), sources, now=now, progress=progress, overrides=overrides)


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass
class _Ingest:
    """One run; what it found out on the way is gathered in its lists."""

    workspace: Workspace
    now: datetime
    tell: Progress
    overrides: Mapping[str, str]
    deliveries: list[Delivery] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    covers: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    """For the place of a delivery, what was settled about what it stands for, and its file."""
    signatures: dict[str, list[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Tables whose file could not be read: what is known of them stays."""
    unread_files: set[str] = field(default_factory=set)
    """Files that could not be read: what is known from them stays."""
    strangers: list[str] = field(default_factory=list)
    """Files in the folders read that nobody knows how to read."""
    notes: list[Listed] = field(default_factory=list)
    exported: list[Read] = field(default_factory=list)
    """Notes out of other systems' tables."""
    steps: int = 0
    before: Snapshot | None = None

    def run(self, sources: Sequence[Path]) -> IngestReport:
        """Go through all steps, in order."""
        for source in sources:
            self._take_over_settings(source)
        settings = self.workspace.settings
        self.before = self.workspace.latest()
        found = places(self.workspace, settings, sources)
        self._read(found)
        has_notes = bool(self.exported) or any(one.readable for one in self.notes)
        self._refuse_nothing(found, has_notes=has_notes)
        if self.before is None and not self.deliveries and not has_notes:
            return self._report({}, None, ())
        settings = self._with_base_currency(settings)
        for place in found:
            self._notice_missing_files(place)
        merged = enforce(self._merged(Rules.of(settings)))
        agency = {name: in_order(one) for name, one in merged.items()}
        counts = {name: counted(one) for name, one in merged.items() if self._is_touched(one)}
        self._notice_removed(counts)
        self.notices += moved_notices(merged)
        self.notices += unchecked_notices(merged)
        held = quarantine_of(merged)
        notes = self._gathered(agency)
        snapshot = self._commit(agency | {NOTES: notes.notes, PASSAGES: notes.passages}, held, counts, found)
        self._index(snapshot)
        report = self._report(counts, snapshot.id, unlocks(agency, settings.base_currency, self.unread), notes)
        return replace(report, quarantine=tuple(quarantined_rows(held)))

    def _take_over_settings(self, source: Path) -> None:
        path = source / FILE
        own = self.workspace.settings_path
        if not path.is_file() or path.resolve() == own.resolve():
            return
        try:
            text = path.read_text(encoding="utf-8-sig")
            settings_from(text, str(path))
        except (OSError, UnicodeDecodeError) as error:
            self.errors.append(f"{path} cannot be read: {error}.")
        except UsageError as error:
            self.errors.append(str(error))
        else:
            if own.exists() and own.read_bytes() != text.encode():
                self.notices.append(f"{own} was replaced by {path}; earlier snapshots keep the settings they had.")
            self._write_settings(text)

    def _read(self, found: Sequence[Place]) -> None:
        files: list[File] = []
        for place in found:
            inside = contents(place)
            files += inside.files
            self.errors += inside.errors
            self.notices += inside.notices
            self.strangers += inside.strangers
            self.notes += [inside.notes] if inside.notes else []
        self.steps = len(files) + 2
        for done, file in enumerate(files):
            self.tell(file.name, done, self.steps)
            self._read_file(file)
        self.notices += unread_together(self.strangers)

    def _read_file(self, file: File) -> None:
        try:
            delivered = deliver(file, self.overrides, self.workspace.settings.sources)
        except UnrecognisedError as error:
            self._unrecognised(file, error)
        except SourceError as error:
            self.errors.append(str(error))
            self.unread.add(table_named(file.name) or "")
            self.unread_files.add(file.name)
        else:
            self.errors += delivered.errors
            self.notices += delivered.notices
            self.unread |= delivered.unread
            self.exported += delivered.notes
            for canonical in delivered.tables:
                self._take(canonical, file.name)

    def _unrecognised(self, file: File, error: UnrecognisedError) -> None:
        """A file that was named should have been read; of those that lay in a folder one sentence tells."""
        if not file.place.path.is_dir():
            self.errors.append(str(error))
        elif error.hint:
            self.notices.append(str(error))
        else:
            self.strangers.append(error.name)

    def _refuse_nothing(self, found: Sequence[Place], *, has_notes: bool) -> None:
        """Whoever names a folder in which nothing can be read has not ingested anything, and must not think so."""
        if not self.deliveries and not self.errors and not has_notes:
            where = ", ".join(str(one.path) for one in found)
            self.errors.append(f"Nothing in {where} could be read, so nothing was ingested.")

    def _take(self, canonical: Canonical, file: str) -> None:
        """What one file says, what it stands for, and what its columns tell of a change."""
        self.notices += canonical.notices
        known = self.before.ingest.get("signatures", {}) if self.before else {}
        changed = drift(canonical, known, file)
        self.notices += [changed] if changed else []
        self.signatures |= signature_of(canonical)
        for delivery in canonical.deliveries:
            self.deliveries.append(delivery)
            self.covers[len(self.deliveries) - 1] = (canonical.covers, file)
        if canonical.date_order in ("dmy", "mdy") and "date_order" in self.overrides:
            self._remember_order(canonical.system, canonical.date_order)

    def _remember_order(self, system: str, order: str) -> None:
        """Let the next export of the system be read without being told again."""
        path = self.workspace.settings_path
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        known = self.workspace.settings.sources.get(system)
        changed = with_order(text, system, order)
        if known is not None and known.date_order == order:
            return
        if changed is None:
            self.notices.append(f'{path} could not be changed: write date_order = "{order}" into it for {system}.')
            return
        self._write_settings(changed)
        self.notices.append(f"{path} now says that dates of {system} are in the order {order}.")

    def _with_base_currency(self, settings: Settings) -> Settings:
        """An agency that names no base currency, and all of whose money is in one, counts in that one."""
        if self.before is not None or "base_currency" in settings.model_fields_set:
            return settings
        codes = currencies(self.deliveries)
        if len(codes) != 1 or not codes <= CURRENCIES - {settings.base_currency}:
            return settings
        path = self.workspace.settings_path
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        (code,) = codes
        self._write_settings(f'base_currency = "{code}"\n{text}')
        self.notices.append(f"All money is in {code}, so {path} now says that the base currency is {code}.")
        return self.workspace.settings

    def _write_settings(self, text: str) -> None:
        path = self.workspace.settings_path
        try:
            write_whole(path, text.encode())
        except OSError as error:
            raise WorkspaceError(f"{path} cannot be written: {error.strerror or error}. Make room there.") from error

    def _notice_missing_files(self, place: Place) -> None:
        """A plain folder is the whole picture: a table that has no file in it any more is empty now."""
        system = place.name or Plain.name
        delivered = {one.table for one in self.deliveries if one.system == system}
        if self.before is None or not place.path.is_dir() or place.mode == "append":
            return
        folders = self.before.ingest.get("folders", {}).get(system, {})
        for table, folder in folders.items():
            gone = table not in delivered | self.unread and folder == str(place.path.resolve())
            if gone and self.before.row_count(table) and not self._came_from_unread(table):
                self.deliveries.append(Delivery(system, table, no_cells(), Replaces.ALL))
                self.notices.append(f"{table}.csv is no longer in {place.path}: its rows are removed.")

    def _came_from_unread(self, table: str) -> bool:
        """Whether rows of the table came from a file, such as a workbook, that could not be read now."""
        files = self.before.table(table, ["_file"]).column("_file").unique().to_pylist() if self.before else []
        return not self.unread_files.isdisjoint(files)

    def _merged(self, rules: Rules) -> dict[str, Merged]:
        held = self.before.quarantine() if self.before else QUARANTINE.empty_table()
        self.tell("checking", self.steps - 2, self.steps)
        was = {name: self.before.table(name) if self.before else empty_table(name) for name in TABLES}
        known = identified(was, self.deliveries)
        self.deliveries = [self._narrowed(place, one, known) for place, one in enumerate(known.deliveries)]
        merged = {}
        for name, before in known.before.items():
            mine = [one for one in self.deliveries if one.table == name]
            waiting = held.filter(pc.equal(held.column("table"), name))
            touched = bool(mine) or len(waiting) > 0
            merged[name] = merge(name, before, waiting, mine, rules) if touched else untouched(name, before)
        return merged

    def _narrowed(self, place: int, delivery: Delivery, known: Identified) -> Delivery:
        covers, file = self.covers.get(place, (None, ""))
        found = narrowed(delivery, known.before, covers, file)
        self.notices += [found.notice] if found.notice else []
        return found.delivery

    def _notice_removed(self, counts: Mapping[str, TableCounts]) -> None:
        """Entries that an export no longer has between its dates are gone here too, and nobody should wonder."""
        removed = counts["time_entries"].removed if "time_entries" in counts else 0
        if removed and any(one.replaces is Replaces.DATES for one in self.deliveries):
            rows = "1 entry" if removed == 1 else f"{removed:,} entries"
            self.notices.append(
                f"time_entries: {rows} between the dates of the exports read now are no longer in them, and were "
                "removed here too. Earlier snapshots keep them."
            )

    def _is_touched(self, merged: Merged) -> bool:
        return any(one.table == merged.name for one in self.deliveries)

    def _commit(
        self,
        agency: Mapping[str, pa.Table],
        held: pa.Table,
        counts: Mapping[str, TableCounts],
        found: Sequence[Place],
    ) -> Snapshot:
        self.tell("writing", self.steps - 1, self.steps)
        settings = self.workspace.settings_path
        text = settings.read_text(encoding="utf-8-sig") if settings.exists() else ""
        others = [name for name in self.before.tables if name not in agency] if self.before else []
        kept = {name: self.before.table(name) for name in others} if self.before else {}
        info = {
            "sources": [{"system": one.name, "path": str(one.path)} for one in found],
            "folders": self._folders(found),
            "tables": {name: one.to_json() for name, one in counts.items()},
            "signatures": self._signatures(),
            "errors": self.errors,
        }
        snapshot = self.workspace.commit(dict(agency) | kept, held, info, text, self.now)
        self.tell("done", self.steps, self.steps)
        return snapshot

    def _signatures(self) -> dict[str, list[str]]:
        known: dict[str, list[str]] = dict(self.before.ingest.get("signatures", {})) if self.before else {}
        return known | self.signatures

    def _folders(self, found: Sequence[Place]) -> dict[str, dict[str, str]]:
        """For each source and table the folder its rows last came from."""
        known: dict[str, Any] = dict(self.before.ingest.get("folders", {})) if self.before else {}
        for place in found:
            if not place.path.is_dir():
                continue
            system = place.name or Plain.name
            mine = {one.table: str(place.path.resolve()) for one in self.deliveries if one.system == system}
            known[system] = dict(known.get(system, {})) | mine
        return known

    def _gathered(self, agency: Mapping[str, pa.Table]) -> Gathered:
        """The notes as they are now; where none were delivered, those of before, placed by the names of today."""
        before = Before(self.before.table(NOTES), self.before.table(PASSAGES)) if self.before else Before()
        found = gather(Notes(self.notes, self.exported), before, agency, self.tell)
        self.errors += found.errors
        self.notices += found.notices
        return found

    def _index(self, snapshot: Snapshot) -> None:
        """The index of the notes, so that the first question need not wait for it."""
        made = open_index(self.workspace.path, snapshot, snapshot.settings.notes.chroma, self.tell)
        if snapshot.row_count(PASSAGES) and not made.is_there:
            self.notices.append("The index of notes could not be made: they are found without it, more slowly.")

    def _report(
        self,
        counts: Mapping[str, TableCounts],
        snapshot: str | None,
        unlocked: tuple[str, ...],
        notes: Gathered | None = None,
    ) -> IngestReport:
        found = NotesCounts(notes.documents, notes.chunks, notes.skipped) if notes else NotesCounts()
        return IngestReport(counts, found, tuple(self.errors), tuple(self.notices), unlocked, snapshot)
