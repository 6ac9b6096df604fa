"""An answer as a file: its table for a spreadsheet, its chart as a picture, or all of it as a page in any format."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from io import StringIO
from pathlib import Path

from assistant.agency.units import english_in
from assistant.answers.answer import Answer, Reply
from assistant.answers.table import Column, TableRow
from assistant.documents import drawing, from_answer
from assistant.documents.formats import REPORT_FORMATS, WORKBOOK, format_named, write_file
from assistant.documents.house_style import house_style
from assistant.documents.outline import Outline
from assistant.documents.web import REPORT
from assistant.errors import UsageError
from assistant.figures import Figure, Unit, is_difference, to_json
from assistant.permissions.audit import record_export
from assistant.permissions.house import House

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
CSV, PNG = "csv", "png"
ANSWER_FORMATS = (CSV, WORKBOOK, PNG, *(one for one in REPORT_FORMATS if one != WORKBOOK))
"""What an answer can be had as."""

MEDIA_TYPES = {CSV: "text/csv", PNG: "image/png"} | {name: one.media_type for name, one in REPORT_FORMATS.items()}
DECIMALS = 10


@dataclass(frozen=True)
class Taken:
    """Answers to take out of the house: to which question, and when it was asked."""

    question: str
    today: date
    answers: tuple[Answer, ...]


def taken(reply: Reply) -> Taken:
    """The answers of a reply."""
    return Taken(
        reply.question.text, reply.question.today, tuple(one for one in reply.outcomes if isinstance(one, Answer))
    )


def content(house: House, what: Taken, form: str) -> bytes:
    """The file's bytes; a table and a chart are those of the first answer that has one.

    Raises UsageError for a format there is not, and where there is no table or no chart to write.
    """
    if form == CSV:
        return csv_of(what.answers[0]).encode("utf-8-sig")
    style = house_style(house.settings, house.workspace.path)
    if form != PNG:
        return format_named(form, REPORT_FORMATS).render(page(what, form), style)
    drawn = next((chart for one in what.answers if (chart := from_answer.chart(one))), None)
    if drawn is None:
        raise UsageError("There is no chart in this answer: it has one row, or nothing to draw. Take it out as xlsx.")
    return drawing.png(drawn, style, english_in(house.settings.locale))


def page(what: Taken, form: str = "") -> Outline:
    """The answers under each other, with the question on top; a workbook holds every row."""
    locale = what.answers[0].locale if what.answers else "en"
    question = " ".join(what.question.split())
    most = None if form == WORKBOOK else from_answer.MOST_ROWS
    sections = [
        from_answer.section(one, f"answer-{place}", one.metrics[0].title if one.metrics else "Notes", most=most)
        for place, one in enumerate(what.answers, 1)
    ]
    snapshots = dict.fromkeys(one.facts.authorised.view.snapshot for one in what.answers)
    return Outline(
        title=question[:1].upper() + question[1:],
        kind=REPORT,
        subtitle="",
        sections=tuple(sections),
        locale=english_in(locale),
        footer=f"Data {', '.join(snapshots)}",
        about=question,
        made_on=what.today,
    )


def csv_of(answer: Answer) -> str:
    """The answer's table as CSV: exact numbers without separators or signs of currency, each unit in its heading."""
    table = answer.table
    lines = StringIO()
    writer = csv.writer(lines)
    writer.writerow([_heading(one) for one in table.columns])
    dimensions = sum(one.kind == "dimension" for one in table.columns)
    for row in table.rows:
        writer.writerow(_cells(row, row.labels))
    if table.total is not None and dimensions:
        writer.writerow(_cells(table.total, ("Total", *[""] * (dimensions - 1))))
    return lines.getvalue()


def _heading(column: Column) -> str:
    if column.unit is Unit.PERCENT and is_difference(column.name):
        return f"{column.title} (percentage points)"
    unit = column.currency or {Unit.PERCENT: "%", Unit.HOURS: "h"}.get(column.unit or Unit.COUNT, "")
    return f"{column.title} ({unit})" if unit else column.title


def _cells(row: TableRow, labels: Sequence[str]) -> list[object]:
    return [*(harmless(one) for one in labels), *(_number(one) for one in row.figures)]


def _number(figure: Figure | None) -> object:
    """The number on the scale it is said in; a day as such, a standing in words."""
    if figure is None:
        return ""
    if figure.unit is Unit.PERCENT:
        return float(round(Fraction(figure.number), DECIMALS))
    return to_json(figure)


def harmless(text: str) -> str:
    """Words a spreadsheet cannot take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def name_of(what: Taken, form: str) -> str:
    """What the file is called: the question, as far as a file may be called so."""
    bare = "".join(one if one.isalnum() or one in "-%" else " " for one in what.question)
    return f"{' '.join(bare.split())[:60].strip() or 'answer'}.{form}"


def export(house: House, reply: Reply, form: str, path: Path, at: datetime) -> Path:
    """Write the answers of a reply to a file and put that on record; UsageError where it cannot be written."""
    what = taken(reply)
    form = form.strip().lower().removeprefix(".")
    if form not in ANSWER_FORMATS:
        raise UsageError(f"There is no format “{form}”. Use one of: {', '.join(ANSWER_FORMATS)}.")
    if not what.answers:
        raise UsageError(f"There is no answer to write to {path}.")
    written = content(house, what, form)
    path = path / name_of(what, form) if path.is_dir() else path
    record_export(house, reply.view, reply.question.text, form, at)
    return write_file(path, written, "answer")
