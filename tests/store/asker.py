"""A process that keeps asking about a workspace while others write to it: `python -m tests.store.asker`.

Each line it is given names a folder and the snapshots that may be seen there, in this order; it answers with what
it saw, and goes on reading for a while or until the next line. Whatever it should not see is told as a fault.
"""

import hashlib
import json
import select
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.ask import ask_on_record
from assistant.errors import ReckonError
from assistant.permissions.house import House
from assistant.query import Question
from assistant.store.snapshots import Snapshot, Workspace
from tests.ingest.files import NOW

ASKS_EVERY = 40
READS_ON = 2
QUESTION = Question("hours by client in March 2026", "", date(2026, 4, 1))


@dataclass
class Asker:
    """What was seen so far, and what is wrong with it."""

    folder: Path = Path()
    allowed: tuple[str | None, ...] = ()
    seen: str | None = None
    reads: int = 0
    asked: int = 0
    faults: list[str] = field(default_factory=list)

    def look_at(self, folder: Path, allowed: tuple[str | None, ...]) -> None:
        """Another workspace, or the same one with fewer snapshots that may be seen."""
        if folder != self.folder:
            self.seen = None
        self.folder, self.allowed = folder, allowed

    def read(self) -> None:
        """Read the whole current snapshot, and at times ask a question."""
        self.reads += 1
        try:
            snapshot = Workspace(self.folder).latest()
            if snapshot is not None:
                _check_files(snapshot)
                if self.reads % ASKS_EVERY == 0:
                    self._ask()
        except (ReckonError, OSError, AssertionError) as error:
            self.faults.append(f"{self.folder}: {error!r}")
            return
        now = snapshot.id if snapshot else None
        if now not in self.allowed:
            self.faults.append(f"{self.folder}: {now} was seen where only {self.allowed} may be")
        if self.allowed.index(now) < self.allowed.index(self.seen if self.seen in self.allowed else now):
            self.faults.append(f"{self.folder}: {now} came after {self.seen}")
        self.seen = now

    def _ask(self) -> None:
        self.asked += 1
        reply = ask_on_record(QUESTION, House.open(self.folder), NOW)
        assert [one.kind for one in reply.outcomes] == ["answer"], reply.outcomes


def _check_files(snapshot: Snapshot) -> None:
    """Every page has its checksum, every file its hash, every table its rows."""
    for name in snapshot.tables:
        assert snapshot.table(name).num_rows == snapshot.row_count(name), name
    snapshot.quarantine()
    for stored in [*snapshot.manifest["tables"].values(), snapshot.manifest["quarantine"] or {}]:
        content = (snapshot.folder / "tables" / stored["file"]).read_bytes() if stored else b""
        assert not stored or stored["file"] == f"{hashlib.sha256(content).hexdigest()}.parquet", stored


def main() -> None:
    """Read until there are no more lines."""
    asker = Asker()
    # Unbuffered, so that select sees every line.
    lines = open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115
    while line := lines.readline():
        folder, allowed = json.loads(line)
        asker.look_at(Path(folder), tuple(allowed))
        asker.read()
        print(json.dumps([asker.seen, asker.reads, asker.asked, asker.faults]), flush=True)  # noqa: T201
        for _ in range(READS_ON):
            if not select.select([lines], [], [], 0)[0]:
                asker.read()


if __name__ == "__main__":
    main()
