"""Records that are only ever added to."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import WorkspaceError
from assistant.store.records import append, read
from assistant.store.snapshots import Workspace


def test_what_was_added_is_read_back_in_order(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append(workspace, "audit", {"who": "ana@example.com", "at": date(2026, 10, 15)})
    append(workspace, "audit", {"who": "čiro@example.com"})
    assert list(read(workspace, "audit")) == [
        {"who": "ana@example.com", "at": "2026-10-15"},
        {"who": "čiro@example.com"},
    ]


def test_without_records_there_are_none(tmp_path: Path) -> None:
    assert list(read(Workspace(tmp_path), "audit")) == []


def test_a_line_torn_by_a_crash_costs_only_itself(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append(workspace, "audit", {"n": 1})
    with (tmp_path / "records" / "audit.jsonl").open("ab") as file:
        file.write(b'{"n": 2')
    append(workspace, "audit", {"n": 3})
    assert [record["n"] for record in read(workspace, "audit")] == [1, 3]


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: append(workspace, "audit", {"n": n, "text": "x" * 5000}), range(50)))
    assert sorted(record["n"] for record in read(workspace, "audit")) == list(range(50))


def test_a_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="cannot be called"):
        append(Workspace(tmp_path), "../audit", {})
