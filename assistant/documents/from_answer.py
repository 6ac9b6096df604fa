"""Answers of the spine as blocks of an outline: the same sentence, table, chart and proof as in the chat."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answers.answer import Answer
from assistant.answers.sources import WHOLE, Under, compares
from assistant.answers.table import Table, TableRow
from assistant.documents.numbers import Number, Origin, Rests
from assistant.documents.outline import (
    Bullets,
    Cell,
    Chart,
    Column,
    Footnote,
    Grid,
    Kind,
    Paragraph,
    Section,
    Slot,
    Text,
    Weight,
)
from assistant.figures import Figure, Unit, adding_up, show
from assistant.kept import Kept
from assistant.metrics.catalogue import METRICS
from assistant.outcome import Ended

MOST_ROWS = 400
"""A page holds no more rows of one table; a workbook or CSV holds them all."""


def origin(answer: Answer, key: str, row: TableRow | None = None) -> Origin:
    """Where a figure of an answer comes from: the metric it is of, and the rows under it."""
    if not answer.metrics:
        files = tuple(dict.fromkeys(one.note for one in answer.citations))
        return Origin("notes", "Counted in the notes", files)
    metric = METRICS.get(key) or answer.metrics[0]
    ids = tuple(one for one in (row.key if row else ()) if one is not None)
    under = _under(answer, key, row)
    rests = Rests(lambda: tuple(rest for one in under for rest in _rests(answer, one, told=len(under) > 1)))
    return Origin(metric.name, f"{metric.title}: {metric.meaning}", rests, verified=True, of=ids)


_RESTS: Kept[tuple[str, ...]] = Kept(200_000, lambda rests: sum(map(len, rests)) + 1)


def _under(answer: Answer, key: str, row: TableRow | None) -> tuple[Under, ...]:
    """Where the rows of a figure are: in the period, in the one before it, or, of a change, in both."""
    group = row.key if row else ()
    later, earlier = Under(group or None), Under(group or None, earlier=True)
    if not compares(answer.verified.result):
        return (later,)
    if answer.verified.result.explanation is not None:
        part = row.labels[0] if row and row.labels and row.labels[0] in answer.parts_of_change else ""
        return (replace(later, part=part), replace(earlier, part=part))
    if key.endswith("_before"):
        return (earlier,)
    return (later, earlier) if "change" in key.split("_") else (later,)


def _rests(answer: Answer, under: Under, *, told: bool) -> tuple[str, ...]:
    """The rows under a part of the answer, looked up once for all its figures; of several periods, in which."""

    def looked_up() -> tuple[str, ...]:
        found = answer.sources if under == WHOLE else answer.under(under)
        return tuple(f"{one.table}: {one.spoken()}" for one in found if len(one))

    whose = (answer.facts.authorised.view.cache_key, answer.facts.today)
    rests = _RESTS.get((*whose, answer.query, under), looked_up)
    return tuple(f"{answer.periods[under.earlier]}, {one}" for one in rests) if told else rests


def bound(answer: Answer, figure: Figure, row: TableRow | None = None) -> Number:
    """A figure of an answer as a number for a page."""
    return Number(figure, origin(answer, figure.key, row))


def slotted(answer: Answer, text: str) -> Text:
    """A finished sentence of an answer with its figures found again and bound, the longest first.

    A figure stands alone: the 2 of "2 of 3" is one, that of "2026" is none.
    """
    said = {show(one, answer.locale): one for one in answer.figures}
    if not said:
        return Text(text)
    words = "|".join(re.escape(one) for one in sorted(said, key=len, reverse=True))
    slots: dict[str, Slot] = {}

    def slot(found: re.Match[str]) -> str:
        name = f"figure{len(slots)}"
        slots[name] = bound(answer, said[found.group()])
        return f"{{{name}}}"

    return Text(re.sub(rf"(?<![\w.,])(?:{words})(?![\w%]|[.,]\d)", slot, text), slots)


def grid(answer: Answer, caption: str = "", most: int | None = MOST_ROWS) -> Grid | None:
    """The answer's table, its first `most` rows; None where the words already say all of it. Parts add up."""
    table = answer.table
    if not answer.metrics or (not answer.query.by and len(table.columns) < 2):  # noqa: PLR2004 - one number is no table
        return None
    if not table.rows:
        return None
    columns = tuple(
        Column(
            f"{one.title} ({one.currency})" if one.currency else one.title,
            Kind.TEXT if one.unit in (None, Unit.HEALTH) else Kind.DATE if one.unit is Unit.DATE else Kind.NUMBER,
            one.over_nothing,
        )
        for one in table.columns
    )
    if _only_ones(answer):
        return Grid(columns[:-1], tuple(tuple(row.labels) for row in table.rows[:most]), caption=caption)
    figures = [_column(table, place) for place in range(len(table.columns) - len(answer.query.by))]
    rows = tuple(
        (*row.labels, *(_cell(answer, one[place], row) for one in figures))
        for place, row in enumerate(table.rows[:most])
    )
    return Grid(columns, rows, _total(answer), caption)


def _only_ones(answer: Answer) -> bool:
    """Whether the table lists single things, each of which counts as one: the list says all of it."""
    columns = [one for one in answer.table.columns if one.kind == "metric"]
    figures = [one for row in answer.table.rows for one in row.figures]
    alone = len(columns) == 1 and columns[0].unit is Unit.COUNT and len(answer.query.by) > 1
    return (
        alone
        and len(answer.table.columns) == len(answer.query.by) + 1
        and all(one and one.value == 1 for one in figures)
    )


def _column(table: Table, place: int) -> list[Figure | None]:
    """One column of figures; the parts of a shown total are rounded so that they add up to it."""
    figures = [row.figures[place] for row in table.rows]
    total = table.total.figures[place] if table.total is not None else None
    known = [one for one in figures if one is not None]
    if total is None or len(known) < len(figures) or sum(one.value for one in known) != total.value:
        return figures
    return list(adding_up(known, total))


def _cell(answer: Answer, figure: Figure | None, row: TableRow) -> Cell:
    return None if figure is None else bound(answer, figure, row)


def _total(answer: Answer) -> tuple[Cell, ...] | None:
    total = answer.table.total
    if total is None or not answer.query.by or len(answer.table.rows) < 2:  # noqa: PLR2004 - one row is its own total
        return None
    if not any(total.figures):  # of each by itself, and of none together
        return None
    blank: list[Cell] = ["Total", *[""] * (len(answer.query.by) - 1)]
    return (*blank, *(_cell(answer, one, total) for one in total.figures))


def chart(answer: Answer) -> Chart | None:
    """The chart the chat shows, if there is one; it tells its data to whoever cannot see it."""
    if answer.chart is None:
        return None
    says = f"Chart of the table: {answer.text}"
    data = tuple(bound(answer, figure, row) for row in answer.table.rows for figure in row.figures if figure)
    return Chart(answer.chart, says, data=data)


def proof(answer: Answer) -> Footnote:
    """How many cells were calculated twice, and how many rows of which tables they rest on."""
    if not answer.metrics:
        return Footnote(Text("Quoted from the notes, word for word."))
    cells = answer.verified.cells
    counted = f"{cells} cell{'s' if cells != 1 else ''}"
    return Footnote(Text(f"Verified: calculated twice and equal in {counted}. Source rows: {answer.rests_on}."))


def section(
    outcome: Answer | Ended, name: str, title: str, *, with_chart: bool = True, most: int | None = MOST_ROWS
) -> Section:
    """One outcome as a section: sentence, chart, table, caveats and proof; an early end says why."""
    if isinstance(outcome, Ended):
        return Section(name, title, (Paragraph(Text(outcome.text)),))
    drawn = chart(outcome) if with_chart else None
    table = grid(outcome, title, most)
    caveats = tuple(Footnote(slotted(outcome, one)) for one in outcome.caveats)
    tables: list[Grid | Footnote] = [table, *_cut(len(table.rows), len(outcome.table.rows))] if table else []
    blocks = (*said(outcome), *([drawn] if drawn else []), *tables, *caveats, proof(outcome))
    return Section(name, title, blocks)


def _cut(shown: int, every: int) -> Iterator[Footnote]:
    """That a page does not hold every row, where it does not."""
    if shown < every:
        yield Footnote(Text(f"The first {shown:,} of {every:,} rows; a workbook holds them all."))


def said(answer: Answer) -> Iterator[Paragraph | Bullets]:
    """The answer's words; what they list, as a list."""
    first, *listed = answer.text.split("\n• ")
    yield Paragraph(slotted(answer, first), Weight.BODY)
    if listed:
        yield Bullets(tuple(slotted(answer, one) for one in listed))
