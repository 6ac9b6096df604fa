"""An answer's table for a terminal of any width: as a grid, or row by row where the grid would not fit."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table as Grid
from rich.text import Text

if TYPE_CHECKING:
    from assistant.answers.table import Column

MOST_ROWS_SHOWN = 40
LONG = 24
"""Cells of more letters than this are words, which may be wrapped; shorter ones are not."""
BETWEEN = 3
"""What stands between two columns of a grid."""


def drawn(
    columns: "Sequence[Column]", rows: Sequence[Sequence[str]], total: Sequence[str] | None, width: int
) -> RenderableType:
    """The cells as they are shown, `width` letters wide; the first rows, how many more there are, and the total."""
    first = rows[:MOST_ROWS_SHOWN]
    more = f"… {len(rows) - len(first)} more with --json" if len(rows) > len(first) else ""
    all_shown = [*first, *([total] if total is not None else [])]
    widths = [_width(column, [row[at] for row in all_shown]) for at, column in enumerate(columns)]
    if sum(widths) + BETWEEN * (len(widths) - 1) > width:
        return _row_by_row(columns, first, more, total)
    grid = Grid(show_edge=False, pad_edge=False, header_style="bold")
    for at, column in enumerate(columns):
        words = any(len(row[at]) > LONG for row in all_shown)
        numeric = column.kind == "metric" and not words
        title = "\n".join(wrap(column.title, widths[at]))
        grid.add_column(escape(title), justify="right" if numeric else "left", min_width=widths[at], no_wrap=not words)
    for row in first:
        grid.add_row(*(escape(cell) for cell in row))
    if total is not None:
        grid.add_section()
        grid.add_row(*(escape(cell) for cell in total), style="bold")
    return Group(grid, Text(more, style="dim")) if more else grid


def _width(column: "Column", cells: Sequence[str]) -> int:
    """The fewest letters in which the cells of a column can be read."""
    title = max((len(word) for word in column.title.split()), default=0)
    return max(title, *(min(len(cell), LONG) for cell in cells), 1)


def _row_by_row(
    columns: "Sequence[Column]", rows: Sequence[Sequence[str]], more: str, total: Sequence[str] | None
) -> RenderableType:
    """Each row under its names, a line a figure."""
    lines: list[Text] = []
    for at, row in enumerate([*rows, *([total] if total is not None else [])]):
        if at == len(rows) and more:
            lines.append(Text(more, style="dim"))
        names = [cell for column, cell in zip(columns, row, strict=True) if column.kind != "metric" and cell]
        lines.append(Text(" · ".join(names) or "Total", style="bold"))
        lines.extend(
            Text(f"  {column.title}: {cell}")
            for column, cell in zip(columns, row, strict=True)
            if column.kind == "metric" and cell
        )
    return Group(*lines)
