"""Why a number changed, as an answer: a sentence with the largest parts, and a table of all of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.answers.table import Column, Table, TableRow, currency_of, figure_of, label_of
from assistant.answers.wording import Writer, about
from assistant.figures import Figure, Unit, adding_up
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.view import View
from assistant.picking import lead
from assistant.result import Cell, Explanation, Part, Result

CHANGE = "change"
MOST_SAID = 3


def arrange_parts(result: Result, made: Explanation, view: View) -> Table:
    """A row a part, the largest first, and within a part one for each group asked for; in all, the change."""
    metric = result.metrics[lead(result)]
    by = result.query.by
    size = {one.name: abs(one.value or Fraction(0)) for one in made.parts}
    parts = made.drilled if by else [one for one in made.parts if one.value is not None]
    rows = [_row(one, metric, result, view) for one in sorted(parts, key=lambda one: _rank(one, size))]
    whole = None if any(one.value is None for one in made.parts) else _figure(metric, made.after - made.before, view)
    columns = (
        Column("part", "dimension", "Part"),
        *(Column(name, "dimension", DIMENSIONS[name].noun.capitalize()) for name in by),
        Column(CHANGE, "metric", "Change", metric.unit, currency_of(metric, view)),
    )
    total = None if whole is None else TableRow((), (), (whole,), (Cell(whole.value),))
    return Table(columns, tuple(rows), total, len(rows)).as_said()


def _rank(one: Part, size: dict[str, Fraction]) -> tuple[Fraction, str, Fraction, tuple[str, ...]]:
    return (-size[one.name], one.name, -abs(one.value or Fraction(0)), tuple(part or "" for part in one.key))


def _row(one: Part, metric: Metric, result: Result, view: View) -> TableRow:
    names = (label_of(name, part, view, metric) for name, part in zip(result.query.by, one.key, strict=True))
    labels = (one.name, *names)
    figure = _figure(metric, one.value or Fraction(0), view, labels)
    return TableRow(one.key, labels, (figure,), (Cell(one.value),))


def _figure(metric: Metric, value: Fraction, view: View, where: tuple[str, ...] = ("total",)) -> Figure:
    """How far something moved the metric; of a percentage, in percentage points."""
    return Figure(f"change_in_{metric.name}", value, metric.unit, currency_of(metric, view), where)


def why(result: Result, made: Explanation, table: Table, writer: Writer) -> str:
    """What it is and was, then what moved it most, then where."""
    metric, against = result.metrics[lead(result)], result.query.against
    title = f"{metric.title}{about(result, writer)}"
    if against is None and table.total is not None:
        said = [_from_what_was_sold(made, metric, writer), *_told(made, metric, table, result, writer)]
        return f"{title}: {' '.join(said)}"
    if table.total is None or against is None:
        return f"{title}: what changed it cannot be shown."
    then = writer.period(against.period)
    when = then if against.period.start is None else f"in {then}"
    return f"{title}: {' '.join([ends(made, metric, when, writer), *_told(made, metric, table, result, writer)])}"


def _told(made: Explanation, metric: Metric, table: Table, result: Result, writer: Writer) -> Iterator[str]:
    """What moved it, and where."""
    yield moved_by(made, metric, writer)
    yield from _where(table, result, writer)


def _from_what_was_sold(made: Explanation, metric: Metric, writer: Writer) -> str:
    """A drift: the margin to date, and the one that was sold."""
    after, before = (
        Figure(key, value, Unit.PERCENT, None, ("total",))
        for key, value in (("margin_to_date", made.after), ("margin_sold", made.before))
    )
    change = writer.number(_figure(metric, made.after - made.before, writer.view))
    return (
        f"{writer.number(after)} to date where {writer.number(before)} was sold, a change of {change} on what has "
        f"been earned."
    )


def ends(made: Explanation, metric: Metric, when: str, writer: Writer) -> str:
    """What it is, what it was `when`, and what lies between."""
    now, before = made.after, made.before
    word = "up from" if now > before else "down from" if now < before else "the same as"
    after = writer.number(figure_of(metric, now, writer.view, ("total",)))
    earlier = writer.number(figure_of(metric, before, writer.view, ("total",), "_before"))
    change = writer.number(_figure(metric, now - before, writer.view))
    return f"{after}, {word} {earlier} {when}, a change of {change}."


def moved_by(made: Explanation, metric: Metric, writer: Writer) -> str:
    """The largest parts, and what the others come to, rounded so that what is said adds up."""
    parts = sorted((one for one in made.parts if one.value), key=lambda one: (-abs(one.value or Fraction(0)), one.name))
    if not parts:
        return "Nothing that makes it up changed."
    figures = adding_up(
        [_figure(metric, one.value or Fraction(0), writer.view, (one.name,)) for one in parts],
        _figure(metric, made.after - made.before, writer.view),
    )
    said = [f"{one.name} ({writer.number(figure)})" for one, figure in zip(parts, figures, strict=True)]
    most, others = said[:MOST_SAID], figures[MOST_SAID:]
    if not any(one.rounded for one in others):
        return f"What moved it: {_listed(most)}."
    if len(others) == 1:
        return f"What moved it most: {_listed(most)}; then {said[-1]}."
    rest = Figure(
        f"change_in_{metric.name}",
        sum((one.value for one in others), Fraction(0)),
        metric.unit,
        currency_of(metric, writer.view),
        ("others",),
        sum((one.rounded or Fraction(0) for one in others), Fraction(0)),
    )
    return f"What moved it most: {_listed(most)}; everything else together {writer.number(rest)}."


def _where(table: Table, result: Result, writer: Writer) -> Iterator[str]:
    """The groups in which the largest parts came about."""
    rows = sorted(table.rows, key=lambda row: -abs(row.cells[0].value or Fraction(0)))[:MOST_SAID]
    if result.query.by and rows:
        said = [
            f"{row.labels[0]}, {', '.join(writer.name(name) for name in row.labels[1:])} "
            f"({writer.number(row.figures[0])})"
            for row in rows
        ]
        yield f"Largest by {' and '.join(DIMENSIONS[name].noun for name in result.query.by)}: {'; '.join(said)}."


def _listed(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
