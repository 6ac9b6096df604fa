"""What the tests of ingest share: a workspace, and its tables as the text a file would have."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.agency.tables import TABLES
from assistant.store.snapshots import Snapshot, Workspace
from ingest.cells import text_of
from ingest.report import IngestReport
from ingest.run import ingest

NOW = datetime(2026, 10, 15, 8, tzinfo=UTC)

PEOPLE = """\
person_id,name,email,team,job_title,employment,calendar,start_date,end_date
p1,Ana Kovač,ana@example.com,Design,Designer,employee,HR,2025-01-01,
p2,Max Moritz,max@example.com,Build,Developer,contractor,AT,2025-01-01,2026-12-31
"""
CLIENTS = """\
client_id,name,status,account_manager
c1,Lighthouse,active,ana@example.com
"""
PROJECTS = """\
project_id,code,name,client_id,kind,status,start_date,end_date,project_manager
j1,LH-1,Website,c1,client,active,2025-01-01,,ana@example.com
j2,INT,Office,,internal,active,2025-01-01,,
"""
TIME_ENTRIES = """\
entry_id,person_id,project_id,date,hours,billable_hours,status
e1,p1,j1,2026-03-02,7.5,6,approved
e2,p1,j2,2026-03-03,1,0,approved
e3,p2,j1,2026-03-03,8,8,submitted
"""
AGENCY = {"people": PEOPLE, "clients": CLIENTS, "projects": PROJECTS, "time_entries": TIME_ENTRIES}


def write(folder: Path, tables: Mapping[str, str]) -> Path:
    """Write tables as the files of a plain folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def load(workspace: Path, *sources: Path, overrides: Mapping[str, str] | None = None) -> IngestReport:
    """Ingest sources into the workspace."""
    return ingest(Workspace(workspace), sources, now=NOW, overrides=overrides)


def current(workspace: Path) -> Snapshot:
    """The snapshot in force."""
    return Workspace(workspace).current()


def rows(workspace: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table as a file would have them, blanks left out."""
    contract = TABLES[table]
    found = current(workspace).table(table).select(list(contract.column_names)).to_pylist()
    texts = [{name: text_of(contract.column(name), value) for name, value in row.items()} for row in found]
    return [{name: text for name, text in row.items() if text is not None} for row in texts]


def column(workspace: Path, table: str, name: str) -> list[Any]:
    """One column of a table, as it is inside."""
    values: list[Any] = current(workspace).table(table).column(name).to_pylist()
    return values


def held(workspace: Path, *names: str) -> list[tuple[Any, ...]]:
    """Chosen columns of the quarantine."""
    return [tuple(row[name] for name in names) for row in current(workspace).quarantine().to_pylist()]


def counts(report: IngestReport, table: str) -> Sequence[int]:
    """Read, new, changed, unchanged, removed, quarantined."""
    return [value for name, value in report.tables[table].to_json().items() if name != "duplicates"]
