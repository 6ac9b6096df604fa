"""Exports of time as pairs: a file of some system, and beside it all that it means."""

import json
from pathlib import Path

import pytest

from tests.ingest.files import current, held, load, rows

HERE = Path(__file__).parent
PAIRS = sorted(path for system in ("harvest", "clockify", "toggl") for path in (HERE / system).glob("*.csv"))
TABLES = ("people", "clients", "projects", "budgets", "time_entries")


def meaning(source: Path, workspace: Path) -> dict[str, object]:
    """Everything one file gives: canonical rows as text, quarantine, notices, errors."""
    report = load(workspace, source)
    if report.snapshot is None:
        return {"errors": list(report.errors)}
    there = [name for name in TABLES if name in current(workspace).tables]
    # What an id is made of has its own tests; in a pair it would only be noise.
    tables = {
        name: [{key: text for key, text in row.items() if key != "entry_id"} for row in rows(workspace, name)]
        for name in there
    }
    return {
        "tables": tables,
        "quarantine": [list(row) for row in held(workspace, "table", "row", "column", "value", "reason")],
        "notices": [notice.replace(str(workspace), "WORKSPACE") for notice in report.notices],
        "errors": list(report.errors),
    }


@pytest.mark.parametrize("source", PAIRS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_file_means_what_stands_beside_it(source: Path, tmp_path: Path) -> None:
    expected = json.loads(source.with_suffix(".json").read_text(encoding="utf-8"))
    assert meaning(source, tmp_path) == expected
