"""A small agency with a folder of notes, ingested without the model: every text gets a vector of its own."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from assistant.store.snapshots import Workspace
from ingest.notes import gathering
from ingest.report import IngestReport
from ingest.run import ingest

AT = datetime(2026, 10, 15, 9, tzinfo=UTC)

CLIENTS = """client_id,name,status,account_manager
C1,Northwind,active,amy@x.co
C2,Northwind Labs,active,amy@x.co
C3,Hotel Lipa,active,abe@x.co
"""
PROJECTS = """project_id,code,name,client_id,kind,status,start_date,end_date,project_manager
P1,NW-PAY,Payment gateway,C1,client,active,2026-01-01,,pia@x.co
P2,NWL-APP,Field data app,C2,client,active,2026-01-01,,pia@x.co
P3,HL-SITE,Website,C3,client,active,2026-01-01,,pat@x.co
"""
PEOPLE = """person_id,name,email,team,job_title,employment,calendar,start_date,end_date
ana,Ana Kovač,ana@x.co,Build,Developer,employee,hr,2025-01-01,
"""


def agency(folder: Path) -> Path:
    """The tables as files in `folder`, and an empty folder of notes."""
    (folder / "notes").mkdir(parents=True)
    for name, text in (("clients", CLIENTS), ("projects", PROJECTS), ("people", PEOPLE)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """One note."""
    path = folder / "notes" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def vectors(texts: list[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """A vector for every text, the same for the same text."""
    made = [np.frombuffer(hashlib.sha256(text.encode()).digest() * 12, dtype=np.uint8)[:384] for text in texts]
    matrix = np.asarray(made, dtype=np.float32) - 127.5
    unit: np.ndarray[tuple[int, int], np.dtype[np.float32]] = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit


def read(workspace: Path, *sources: Path) -> IngestReport:
    """Ingest `sources`."""
    return ingest(Workspace(workspace), sources, now=AT)


def notes(workspace: Path) -> dict[str, dict[str, object]]:
    """The notes by path."""
    rows = Workspace(workspace).current().table("notes").to_pylist()
    return {row["note_id"]: row for row in rows}


def passages(workspace: Path, note: str = "") -> list[dict[str, object]]:
    """The passages, of one note or of all."""
    rows = Workspace(workspace).current().table("passages").to_pylist()
    return [row for row in rows if not note or row["note_id"] == note]


__all__ = ["AT", "agency", "gathering", "notes", "passages", "read", "vectors", "write"]
