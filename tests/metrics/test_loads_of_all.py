"""What is loaded twice is there once: no table that any metric reads, and so no number, is another for it."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from assistant.agency.tables import TABLES
from assistant.metrics.catalogue import METRICS
from tests.ingest.files import current, load
from tests.permissions.plain_folder import write
from tests.random_agency import random_agency

READ = sorted({table for one in METRICS.values() for table in (*one.reads, *one.looks_at)})


def stored(workspace: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table metrics read, in the order of their keys, without where they came from."""
    snapshot = current(workspace)
    found = {}
    for name in READ:
        contract = TABLES[name]
        rows = snapshot.table(name).select(list(contract.column_names)).to_pylist()
        found[name] = sorted(rows, key=lambda row, key=contract.key: [str(row[one]) for one in key])  # type: ignore[misc]
    return found


@pytest.mark.parametrize("seed", [1, 7])
def test_rows_that_are_there_twice_and_a_second_load_change_no_table_of_any_metric(tmp_path: Path, seed: int) -> None:
    tables = random_agency(seed)
    told = write(tables, tmp_path / "once")
    twice = write({name: pa.concat_tables([table, table]) for name, table in tables.items()}, tmp_path / "twice")
    load(tmp_path / "one", told)
    load(tmp_path / "two", twice)
    once = stored(tmp_path / "one")
    assert stored(tmp_path / "two") == once
    load(tmp_path / "one", told)
    load(tmp_path / "one", twice)
    assert stored(tmp_path / "one") == once
    assert [name for name, rows in once.items() if not rows] == []
