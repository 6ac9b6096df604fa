"""The table of an answer as a page shows it: numbers under each other, long names whole, the total apart."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.answers.answer import Answer
from assistant.figures import Unit

MOST_ROWS = 500


def show_table(answer: Answer) -> None:
    """The first rows of the table, with its total."""
    st.html(table(answer))
    if len(answer.table.rows) > MOST_ROWS:
        st.caption(f"The first {MOST_ROWS:,} of {len(answer.table.rows):,} rows; the file holds them all.")


def table(answer: Answer) -> str:
    """The table as HTML, in which nothing of a name is live."""
    columns = answer.table.columns
    is_number = [one.kind == "metric" and one.unit is not Unit.HEALTH for one in columns]
    head = _row([one.title for one in columns], is_number, "th")
    rows = [_row(cells, is_number) for cells in answer.table.shown(answer.locale)[:MOST_ROWS]]
    total = answer.table.shown_total(answer.locale) if len(answer.table.rows) > 1 else None
    last = [_row(total, is_number, of="total")] if total and is_number.count(False) else []
    return _framed(head, [*rows, *last])


def words_table(columns: list[str], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of words as HTML, in which nothing that was typed is live and no sentence is cut."""
    numbers = [False] * len(columns)
    return _framed(_row(columns, numbers, "th"), [_row(list(one), numbers) for one in rows], "figures sentences")


def _framed(head: str, rows: list[str], looks: str = "figures") -> str:
    body = "".join(rows)
    return f'<div class="{looks}" tabindex="0"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _row(cells: list[str], is_number: list[bool], tag: str = "td", of: str = "") -> str:
    made = []
    for cell, number in zip(cells, is_number, strict=True):
        looks = ' class="number"' if number else ""
        made.append(f"<{tag}{looks}>{escape(cell)}</{tag}>")
    row = f'<tr class="{of}">' if of else "<tr>"
    return f"{row}{''.join(made)}</tr>"
