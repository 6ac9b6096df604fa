"""Source rows as a reader sees them: hours as hours, money as money, with the file and row of each."""

from dataclasses import dataclass

from assistant.agency.columns import SCALES
from assistant.agency.tables import TABLES
from assistant.answers.answer import Answer
from assistant.answers.sources import WHOLE, Under, cell_text, source_rows

MOST_ROWS = 200


@dataclass(frozen=True)
class Rows:
    """Some rows of one table: their columns and which of these are numbers, the cells as text, and how many in all."""

    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    count: int


def rows_under(answer: Answer, table: str, under: Under = WHOLE, most: int = MOST_ROWS) -> Rows:
    """The first rows of `table` under an answer, or under a part of it."""
    found = source_rows(table, answer.verified.result, answer.facts, under)
    kinds = {one.name: one.kind for one in TABLES[table].columns}
    cells = [
        tuple(cell_text(value, kinds.get(name)) for name, value in row.items())
        for row in found.slice(0, most).to_pylist()
    ]
    names = tuple({"_file": "file", "_row": "row"}.get(name, name) for name in found.column_names)
    numbers = tuple(name for name in names if name == "row" or kinds.get(name) in SCALES)
    return Rows(names, numbers, tuple(cells), found.num_rows)
