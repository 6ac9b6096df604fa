"""What an ingest has to say when it is done."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pyarrow as pa


@dataclass(frozen=True)
class TableCounts:
    """What became of the rows of one table.

    Every row read is new, changed, unchanged, a duplicate or in quarantine: those add up to `read`. `removed`
    were there before and are no longer delivered.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    quarantined: int = 0
    duplicates: int = 0

    def to_json(self) -> dict[str, int]:
        """The counts by name; duplicates only where there are some."""
        counts = {
            "read": self.read,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "quarantined": self.quarantined,
        }
        return counts | ({"duplicates": self.duplicates} if self.duplicates else {})


@dataclass(frozen=True)
class NotesCounts:
    """What became of the notes: documents found, passages made of them, documents passed over."""

    documents: int = 0
    chunks: int = 0
    skipped: int = 0

    def to_json(self) -> dict[str, int]:
        """The counts by name."""
        return {"documents": self.documents, "chunks": self.chunks, "skipped": self.skipped}


@dataclass(frozen=True)
class Quarantined:
    """One row that is held back: where it is, which value of which column, and why."""

    table: str
    file: str
    row: int | None
    column: str | None
    value: str | None
    reason: str

    def __str__(self) -> str:
        """The row as a line: "time_entries.csv row 7, hours “30”: more than 24 hours."""
        place = f"{self.file} row {self.row}" if self.row is not None else self.file
        cell = f", {self.column} “{self.value or ''}”" if self.column else ""
        return f"{place}{cell}: {self.reason}"


def quarantined_rows(held: pa.Table) -> Iterator[Quarantined]:
    """The rows in quarantine, in the order of tables, files and rows."""
    names = ("table", "file", "row", "column", "value", "reason")
    for row in held.select(list(names)).to_pylist():
        yield Quarantined(**row)


@dataclass(frozen=True)
class IngestReport:
    """The summary of one ingest.

    `errors` name files that could not be read, `notices` what a reader should know, `unlocks` what further
    files would make answerable. `snapshot` is None only if nothing could be read and nothing was there.
    """

    tables: Mapping[str, TableCounts]
    notes: NotesCounts = field(default_factory=NotesCounts)
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    unlocks: tuple[str, ...] = ()
    snapshot: str | None = None
    quarantine: tuple[Quarantined, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every file could be read; rows in quarantine do not change that."""
        return not self.errors

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a reader should know besides counts and errors, and what would unlock what."""
        twice = tuple(
            f"{name}: {counts.duplicates} rows were there twice and are kept once."
            for name, counts in self.tables.items()
            if counts.duplicates
        )
        return (*twice, *self.notices, *self.unlocks)

    def to_json(self) -> dict[str, Any]:
        """The report as `reckon ingest --json` prints it."""
        report: dict[str, Any] = {
            "tables": {name: counts.to_json() for name, counts in self.tables.items()},
            "notes": self.notes.to_json(),
            "errors": list(self.errors),
            "snapshot": self.snapshot,
        }
        if self.quarantine:
            report["quarantine"] = [asdict(one) for one in self.quarantine]
        if self.notices:
            report["notices"] = list(self.notices)
        if self.unlocks:
            report["unlocks"] = list(self.unlocks)
        return report
