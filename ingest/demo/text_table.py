"""Tables as people write them: one row a line, cells between bars."""

Row = dict[str, str]
"""One row of a table, as it stands in a file: every cell a text, blank when unknown."""


def table(columns: str, text: str) -> list[Row]:
    """Read `text` into rows with `columns` (names between spaces); a row of another width is a ValueError."""
    names = columns.split()
    lines = (line for line in text.splitlines() if line.strip())
    return [dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines]


def by(rows: list[Row], column: str) -> dict[str, Row]:
    """Find rows by the value of one column, which is different in each."""
    return {row[column]: row for row in rows}
