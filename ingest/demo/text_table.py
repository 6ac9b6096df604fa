"""Tables as people write them, in `world/`: the names of the columns first, one row a line, cells between bars."""

from collections import defaultdict
from importlib.resources import files

Row = dict[str, str]
"""One row of a table, as it stands in a file: every cell a text, blank when unknown."""


def table(name: str) -> list[Row]:
    """Read `world/{name}.txt`; "#" begins a remark, and a row of another width than its head is a ValueError."""
    text = files("ingest.demo").joinpath("world", f"{name}.txt").read_text(encoding="utf-8")
    lines = (_cells(line) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    columns = next(lines)
    return [dict(zip(columns, cells, strict=True)) for cells in lines]


def by(rows: list[Row], column: str) -> dict[str, Row]:
    """Find rows by the value of one column, which is different in each."""
    return {row[column]: row for row in rows}


def grouped(rows: list[Row], *columns: str) -> dict[tuple[str, ...], list[Row]]:
    """Gather rows by the values of some columns, in their order; what is not there is an empty list."""
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[column] for column in columns)].append(row)
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
