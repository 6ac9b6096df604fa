"""The same work without Reckon around it, in one process: what no answer and no ingest can be faster than.

`python -m benchmarks.bare ingest EXPORT FOLDER` makes Parquet files of CSV files with DuckDB.
`python -m benchmarks.bare ask METRIC WORKSPACE` computes a metric from a snapshot's Parquet files twice, by its
pandas function and by its reference SQL, and compares: no view, no plan, no trace, no words.
"""

import json
import sys
from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from assistant.metrics.definition import Asked, Metric

TODAY = date(2026, 10, 15)

Columns = Mapping[str, list[str]]
Cells = dict[tuple[str, ...], tuple[int, int]]
"""What both ways come to: numerator and denominator by what is grouped by; what is 0 on both sides is left out."""


def ingest(export: Path, folder: Path) -> None:
    """Every CSV file of a folder as a Parquet file, its types guessed."""
    folder.mkdir(parents=True)
    for file in sorted(export.glob("*.csv")):
        to = folder / f"{file.stem}.parquet"
        duckdb.read_csv(str(file)).write_parquet(str(to), compression="zstd")


@dataclass(frozen=True)
class Wanted:
    """A question: the module its metric is defined in, the days, and whether by person or by client and month."""

    module: str
    first_day: date
    last_day: date
    by_person: bool


WANTED = {
    "billable_utilization": Wanted("capacity", date(2026, 7, 1), date(2026, 9, 30), by_person=True),
    "revenue": Wanted("billing", date(2025, 10, 1), date(2026, 9, 30), by_person=False),
}


def ask(name: str, workspace: Path) -> int:
    """How many cells there are; both ways agree on every one, or the script ends with an error."""
    wanted = WANTED[name]
    definitions = import_module(f"assistant.metrics.{wanted.module}").DEFINITIONS
    metric = next(one for one in definitions if one.name == name)
    files = _files(workspace)
    by_pandas, by_sql = _by_pandas(metric, wanted, files), _by_sql(metric, wanted, files)
    if by_pandas != by_sql or not by_sql:
        sys.exit(f"pandas and SQL disagree on {name}: {len(by_pandas)} cells and {len(by_sql)}")
    return len(by_sql)


def _files(workspace: Path) -> dict[str, Path]:
    """The Parquet files of the current snapshot, by table."""
    snapshots = workspace / "snapshots"
    number = int((snapshots / "current").read_text(encoding="ascii"))
    manifest = json.loads((snapshots / "manifests" / f"{number:06d}.json").read_text(encoding="utf-8"))
    return {table: snapshots / "tables" / stored["file"] for table, stored in manifest["tables"].items()}


def _columns(metric: "Metric") -> Columns:
    tables = dict.fromkeys([*metric.reads, *metric.looks_at])
    return {name: list(dict.fromkeys([*metric.reads.get(name, ()), *metric.looks_at.get(name, ())])) for name in tables}


def _asked(wanted: Wanted) -> "Asked":
    from assistant.metrics.definition import Asked  # noqa: PLC0415 - it is part of what a cold process pays for

    return Asked(wanted.first_day, wanted.last_day, TODAY)


def _table(name: str, columns: list[str], files: Mapping[str, Path]) -> "pa.Table":
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    from assistant.agency.tables import empty_table  # noqa: PLC0415 - as above

    return pq.read_table(files[name], columns=columns) if name in files else empty_table(name).select(columns)


@dataclass(frozen=True)
class _Rows:
    """What a metric's pandas function is given."""

    asked: "Asked"
    columns: Columns
    files: Mapping[str, Path]
    worked_out: dict[Hashable, Any] = field(default_factory=dict)

    def frame(self, table: str) -> "pd.DataFrame":
        from assistant.facts import to_pandas  # noqa: PLC0415 - as above

        return to_pandas(_table(table, self.columns[table], self.files))


def _by_pandas(metric: "Metric", wanted: Wanted, files: Mapping[str, Path]) -> Cells:
    import pandas as pd  # noqa: PLC0415 - as above

    frame = metric.compute(_Rows(_asked(wanted), _columns(metric), files))
    frame = frame[(frame["day"] >= pd.Timestamp(wanted.first_day)) & (frame["day"] <= pd.Timestamp(wanted.last_day))]
    keys: list[Any] = [frame["person_id"]] if wanted.by_person else []
    if not wanted.by_person:
        projects = _table("projects", ["project_id", "client_id"], files).to_pandas().set_index("project_id")
        client = frame["project_id"].astype(str).map(projects["client_id"])
        keys = [client, frame["day"].dt.strftime("%Y-%m"), frame["currency"]]
    sums = frame[["numerator", "denominator"]].groupby(keys, observed=True).sum()
    found = zip(sums.index, sums.itertuples(index=False), strict=True)
    cells = {((key,) if wanted.by_person else tuple(key)): (int(above), int(below)) for key, (above, below) in found}
    return {key: sides for key, sides in cells.items() if any(sides)}


def _by_sql(metric: "Metric", wanted: Wanted, files: Mapping[str, Path]) -> Cells:
    from assistant.metrics.reference import load  # noqa: PLC0415 - as above

    reference = load(metric.name)
    with duckdb.connect() as engine:
        for name, columns in _columns(metric).items():
            if name in files:
                engine.read_parquet(str(files[name])).select(*columns).create_view(name)
            else:
                engine.register(name, _table(name, columns, files))
        engine.register("asked", _one_row(_asked(wanted)))
        for name, text in reference.views:
            engine.execute(f"CREATE TEMP TABLE {name} AS {text}")
        engine.execute(f"CREATE TEMP TABLE slices AS {reference.select}")
        if not wanted.by_person:
            engine.read_parquet(str(files["projects"])).select("project_id", "client_id").create_view("of_clients")
        found = engine.execute(BY_PERSON if wanted.by_person else BY_CLIENT, [wanted.first_day, wanted.last_day])
        return {tuple(row[:-2]): (int(row[-2]), int(row[-1])) for row in found.fetchall() if any(row[-2:])}


BY_PERSON = """
    SELECT person_id, sum(numerator), sum(denominator) FROM slices WHERE day BETWEEN ? AND ? GROUP BY ALL
"""
BY_CLIENT = """
    SELECT client_id, strftime(day, '%Y-%m'), currency, sum(numerator), 0
    FROM slices LEFT JOIN of_clients USING (project_id) WHERE day BETWEEN ? AND ? GROUP BY ALL
"""


def _one_row(asked: "Asked") -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 - as above

    return pa.Table.from_pylist([{**asdict(asked), "keeps_availability": list(asked.keeps_availability)}])


if __name__ == "__main__":
    if sys.argv[1] == "ingest":
        ingest(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(ask(sys.argv[2], Path(sys.argv[3])))  # noqa: T201 - it is run as a script
