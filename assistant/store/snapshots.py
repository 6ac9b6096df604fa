"""A workspace's data as immutable snapshots: Parquet files named by content, and manifests that name them.

    workspace.toml            the settings in force at the next ingest
    snapshots/tables/         Parquet files, each named by the hash of its bytes; unchanged tables are shared
    snapshots/manifests/      000001.json, 000002.json … which files make which snapshot
    snapshots/current         the number of the manifest readers see; replaced in one step, last of all
    snapshots/lock            held by the one process that ingests

A reader pins a manifest and never waits for a writer or sees half of one.
"""

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq

from assistant.agency import fingerprint
from assistant.agency.tables import TABLES, arrow_schema, empty_table
from assistant.errors import SnapshotBroken, WorkspaceError
from assistant.file_content import content_of
from assistant.settings import FILE, Settings, read_settings, settings_from
from assistant.store.files import DISK, Disk, make_folder, part_of, write_whole
from assistant.store.leftovers import clear
from assistant.store.notes import SCHEMAS

QUARANTINE = pa.schema(
    [
        ("table", pa.string()),
        ("system", pa.string()),
        ("file", pa.string()),
        ("sheet", pa.string()),
        ("row", pa.int64()),
        ("column", pa.string()),
        ("value", pa.string()),
        ("reason", pa.string()),
        ("kind", pa.string()),
        ("cells", pa.string()),
        ("ingest", pa.string()),
    ]
)
"""Rows that could not be loaded: where they stand, what is wrong, and the whole row as JSON in `cells`.

`kind` is "cell" (a value breaks its contract), "reference" (it names a row that is not there) or "superseded"
(a later row has its id).
"""

_FORMAT = 1
_ID_LENGTH = 12


@dataclass(frozen=True)
class SnapshotInfo:
    """One snapshot of the history: its place in the order, its content, and when it was made."""

    sequence: int
    id: str
    created_at: datetime


@dataclass(frozen=True)
class Snapshot:
    """The whole agency as it was known after one ingest; nothing in it ever changes."""

    folder: Path
    manifest: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The short hash of everything in it: equal data, equal id."""
        return str(self.manifest["id"])

    @property
    def sequence(self) -> int:
        """The place in the order of the workspace's snapshots, from 1."""
        return int(self.manifest["sequence"])

    @property
    def created_at(self) -> datetime:
        """When the ingest that made it was started."""
        return datetime.fromisoformat(self.manifest["created_at"])

    @cached_property
    def in_force_from(self) -> date:
        """The day from which on its content was known here.

        That of its ingest in the workspace's time zone; where the workspace has a fixed today, no later than that:
        what is asked about on a day was known on it, whatever the clock said.
        """
        ingested = self.created_at.astimezone(ZoneInfo(self.settings.timezone)).date()
        return min(ingested, self.settings.today or ingested)

    @property
    def ingest(self) -> Mapping[str, Any]:
        """What the ingest that made it had to say: its sources, their files and counts."""
        return dict(self.manifest["ingest"])

    @property
    def settings_text(self) -> str:
        """The settings file pinned in it."""
        return str(self.manifest["settings"])

    @cached_property
    def settings(self) -> Settings:
        """The settings pinned in it."""
        return settings_from(self.settings_text, f"{FILE} in snapshot {self.id}")

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that have rows."""
        return tuple(self.manifest["tables"])

    def content_of(self, name: str) -> str:
        """The fingerprint of all that is to be seen of a table."""
        known = self.manifest["tables"].get(name, {}).get("content")
        return str(known) if known else fingerprint.of_content(self.table(name))

    def row_count(self, name: str) -> int:
        """How many rows a table has, without opening it."""
        return int(self.manifest["tables"].get(name, {}).get("rows", 0))

    def table(self, name: str, columns: Sequence[str] | None = None, *, dictionaries: bool = False) -> pa.Table:
        """Read a table, or only some of its columns, in the order of the rows' files.

        With `dictionaries`, strings come as dictionaries, which is several times faster, but for the table's own
        key: a dictionary of what no two rows share is slow. SnapshotBroken when the file is not what the manifest
        says.
        """
        stored = self.manifest["tables"].get(name)
        if stored is None:
            empty = SCHEMAS[name].empty_table() if name in SCHEMAS else empty_table(name)
            return empty if columns is None else empty.select(columns)
        plain = TABLES[name].key if name in TABLES else ()
        return _with_new_columns(name, columns, self._read(stored, columns, plain if dictionaries else None))

    def quarantine(self) -> pa.Table:
        """The rows that could not be loaded, and why."""
        stored = self.manifest["quarantine"]
        return self._read(stored, None) if stored else QUARANTINE.empty_table()

    def _read(
        self, stored: Mapping[str, Any], columns: Sequence[str] | None, plain: Sequence[str] | None = None
    ) -> pa.Table:
        """The rows as they are stored, strings as dictionaries but for those that are `plain` (None: all)."""
        path = self.folder / "tables" / stored["file"]
        try:
            if path.stat().st_size != stored["bytes"]:
                raise SnapshotBroken(self._broken(path, "it has another size"))
            strings = None if plain is None else [one for one in _string_columns(path) if one not in plain]
            with pq.ParquetFile(
                path, memory_map=True, read_dictionary=strings, page_checksum_verification=True
            ) as file:
                there = file.schema_arrow.names
                table = file.read(None if columns is None else [name for name in columns if name in there])
        except (OSError, pa.ArrowException) as error:
            raise SnapshotBroken(self._broken(path, str(error))) from error
        if table.num_rows != stored["rows"]:
            raise SnapshotBroken(self._broken(path, "it has another number of rows"))
        return table

    def _broken(self, path: Path, why: str) -> str:
        return (
            f"Snapshot {self.id} is broken: {path} is not what was written ({why}). "
            "Ingest the sources into a new workspace, or put the file back from a backup."
        )


def _with_new_columns(name: str, columns: Sequence[str] | None, table: pa.Table) -> pa.Table:
    """A snapshot of an earlier version knows nothing of columns that came later: they are unknown in it."""
    schema = arrow_schema(name) if name in TABLES else SCHEMAS.get(name, table.schema)
    wanted = schema.names if columns is None else list(columns)
    for column in wanted:
        if column not in table.column_names:
            table = table.append_column(schema.field(column), pa.nulls(len(table), schema.field(column).type))
    return table.select(wanted)


def _string_columns(path: Path) -> list[str]:
    return [one.name for one in pq.read_schema(path) if pa.types.is_string(one.type)]


class Workspace:
    """A folder with an agency's settings, snapshots and records; `disk` is how it is written to."""

    def __init__(self, path: Path, disk: Disk = DISK) -> None:
        self.path = path
        self.settings_path = path / FILE
        """Where the settings stand."""
        self._snapshots = path / "snapshots"
        self._current_file = self._snapshots / "current"
        self._manifest_files: dict[int, Path] = {}
        self._disk = disk

    @property
    def settings(self) -> Settings:
        """The settings as the file has them now; the current snapshot pins those it was made with."""
        return read_settings(self.settings_path)

    def current(self) -> Snapshot:
        """The latest snapshot; WorkspaceError when there is none."""
        found = self.latest()
        if found is None:
            raise WorkspaceError(
                f"No data at {self.path}. Make some with: reckon demo {self.path}, or read files of your own with: "
                f"reckon ingest FOLDER -w {self.path}"
            )
        return found

    def latest(self) -> Snapshot | None:
        """The latest snapshot, if there is one."""
        sequence = self._current()
        return None if sequence is None else self._open(sequence)

    def history(self) -> tuple[SnapshotInfo, ...]:
        """Every snapshot there was, the oldest first."""
        latest = self.latest()
        opened = (self._open(number) for number in range(1, latest.sequence + 1)) if latest else ()
        return tuple(SnapshotInfo(one.sequence, one.id, one.created_at) for one in opened)

    def snapshot(self, sequence: int) -> Snapshot:
        """An older snapshot, by its place in the history."""
        return self._open(sequence)

    def known_on(self, day: date) -> Snapshot | None:
        """The newest snapshot that was in force on `day`; None when the first came later."""
        latest = self._current() or 0
        opened = (self._open(number) for number in range(latest, 0, -1))
        return next((one for one in opened if one.in_force_from <= day), None)

    @contextmanager
    def locked(self, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Be the only process that ingests here; `waiting` is called once if another one is at it.

        What is left unfinished, by an ingest before or by this one, is cleared away.
        """
        with self._writable():
            self._make_folders()
            held = (self._snapshots / "lock").open("w")
        with held:
            with self._writable():
                _lock(held, waiting)
                clear(self.path, self._disk)
            try:
                yield
            finally:
                with suppress(OSError):
                    clear(self.path, self._disk)

    @contextmanager
    def _writable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WorkspaceError(
                f"{self.path} cannot be written to: {error.strerror}. Make room there, or name another folder."
            ) from error

    def commit(
        self,
        tables: Mapping[str, pa.Table],
        quarantine: pa.Table,
        ingest: Mapping[str, Any],
        settings_text: str,
        now: datetime,
    ) -> Snapshot:
        """Make a snapshot of `tables` the current one; call it inside `locked`.

        If nothing in it differs from the current one, that one is returned and nothing is written.
        """
        try:
            return self._commit(tables, quarantine, ingest, settings_text, now)
        except (OSError, pa.ArrowException) as error:
            raise WorkspaceError(
                f"The snapshot could not be written to {self._snapshots}: {error}. "
                "The previous snapshot is untouched; make room or correct the rights and ingest again."
            ) from error

    def _commit(
        self,
        tables: Mapping[str, pa.Table],
        quarantine: pa.Table,
        ingest: Mapping[str, Any],
        settings_text: str,
        now: datetime,
    ) -> Snapshot:
        stored = {name: self._store(tables[name]) for name in sorted(tables) if tables[name].num_rows}
        held = self._store(quarantine) if quarantine.num_rows else None
        latest = self.latest()
        manifest = {
            "format": _FORMAT,
            "id": _content_id(stored, held, settings_text),
            "sequence": latest.sequence + 1 if latest else 1,
            "created_at": now.isoformat(),
            "ingest": dict(ingest),
            "settings": settings_text,
            "tables": stored,
            "quarantine": held,
        }
        if latest is not None and latest.id == manifest["id"]:
            return latest
        self._disk.sync(self._snapshots / "tables")
        self._swap(manifest)
        return Snapshot(self._snapshots, manifest)

    def _swap(self, manifest: Mapping[str, Any]) -> None:
        sequence = int(manifest["sequence"])
        text = json.dumps(manifest, indent=1, ensure_ascii=False)
        try:
            write_whole(self._manifest_path(sequence), text.encode(), self._disk)
            write_whole(self._current_file, f"{sequence}\n".encode("ascii"), self._disk)
        except OSError:
            if self._current() != sequence:
                self._disk.remove(self._manifest_path(sequence))
            raise

    def _store(self, table: pa.Table) -> dict[str, Any]:
        part = part_of(self._snapshots / "tables" / "table")
        # Reading the rows for their fingerprint and writing them leave each other alone.
        with ThreadPoolExecutor(1) as beside, self._disk.open(part) as file:
            content = beside.submit(fingerprint.of_content, table)
            pq.write_table(
                table.combine_chunks().replace_schema_metadata(), file, write_page_checksum=True, compression="zstd"
            )
        path = part.with_name(f"{_hash_of(part)}.parquet")
        size = part.stat().st_size
        if path.exists() and path.stat().st_size == size:
            self._disk.remove(part)
        else:
            self._disk.sync(part)
            self._disk.rename(part, path)
        return {"file": path.name, "rows": table.num_rows, "bytes": size, "content": content.result()}

    def _current(self) -> int | None:
        try:
            return int(content_of(self._current_file))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            raise SnapshotBroken(
                f"{self._current_file} cannot be read: {error}. Write the number of the latest manifest into it."
            ) from error

    def _open(self, sequence: int) -> Snapshot:
        path = self._manifest_path(sequence)
        try:
            written = path.stat()
            return _snapshot(path, written.st_mtime_ns, written.st_size)
        except (OSError, ValueError) as error:
            raise SnapshotBroken(
                f"The manifest {path} cannot be read: {error}. Ingest the sources into a new workspace."
            ) from error

    def _manifest_path(self, sequence: int) -> Path:
        if sequence not in self._manifest_files:
            self._manifest_files[sequence] = self._snapshots / "manifests" / f"{sequence:06d}.json"
        return self._manifest_files[sequence]

    def _make_folders(self) -> None:
        for name in ("tables", "manifests"):
            make_folder(self._snapshots / name, self._disk)


@lru_cache(maxsize=64)
def _snapshot(path: Path, _written_at: int, _size: int) -> Snapshot:
    """The snapshot of a manifest, which is read anew only when it was written anew."""
    return Snapshot(path.parent.parent, json.loads(path.read_text(encoding="utf-8")))


def _lock(file: IO[str], waiting: Callable[[], None] | None) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if waiting is not None:
            waiting()
        fcntl.flock(file, fcntl.LOCK_EX)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _content_id(
    tables: Mapping[str, Mapping[str, Any]], quarantine: Mapping[str, Any] | None, settings_text: str
) -> str:
    content = {
        "tables": {name: one["file"] for name, one in tables.items()},
        "quarantine": quarantine["file"] if quarantine else None,
        "settings": settings_text,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:_ID_LENGTH]
