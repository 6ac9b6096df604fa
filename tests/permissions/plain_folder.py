"""Tables written as the plain format: one CSV file a table, as an agency would hand them over."""

import csv
from decimal import Decimal
from pathlib import Path

from assistant.agency.columns import SCALES
from assistant.agency.tables import TABLES
from tests.agency_notation import Tables


def write(tables: Tables, folder: Path, settings: str = "") -> Path:
    """Put every table that has rows, and the settings, into `folder`."""
    folder.mkdir(parents=True)
    (folder / "workspace.toml").write_text(settings, encoding="utf-8")
    for name, table in tables.items():
        if table.num_rows:
            _write_table(name, tables, folder / f"{name}.csv")
    return folder


def _write_table(name: str, tables: Tables, path: Path) -> None:
    columns = TABLES[name].columns
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(one.name for one in columns)
        for row in tables[name].to_pylist():
            writer.writerow(_text(row[one.name], SCALES.get(one.kind)) for one in columns)


def _text(value: object, scale: int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{Decimal(str(value)) / scale:f}" if scale else str(value)
