"""What each client, project or month was known as on an earlier day and is now: the table, and where it moved most."""

from fractions import Fraction

from assistant.agency.units import show_day
from assistant.answers.table import Column, Table, TableRow, change_unit, currency_of, figure_of, label_of
from assistant.answers.wording import Writer
from assistant.figures import Figure
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.permissions.view import View
from assistant.picking import lead
from assistant.result import Group, Result

MOST_SAID = 3


def change_of(metric: Metric) -> str:
    """The name of the column that says how far a metric moved."""
    return f"{metric.name}_change"


def arrange_moved(result: Result, view: View) -> Table:
    """A row a group with what it is, was known as, and the change between, what moved most first; in all below.

    By time the rows are in its order.
    """
    query, place = result.query, lead(result)
    metric, since = result.metrics[place], query.restated
    money = currency_of(metric, view)
    rows = [_row(one, result, view) for one in result.groups]
    rows.sort(key=lambda row: row.labels if any(name in TIME for name in query.by) else _rank(row))
    known = "Before" if since is None else f"As known on {show_day(since, view.settings.locale)}"
    columns = (
        *(Column(name, "dimension", DIMENSIONS[name].noun.capitalize()) for name in query.by),
        Column(metric.name, "metric", metric.title, metric.unit, money, metric.over_nothing),
        Column(f"{metric.name}_before", "metric", known, metric.unit, money, metric.over_nothing),
        Column(change_of(metric), "metric", "Change", change_unit(metric), money),
    )
    return Table(columns, tuple(rows), _row(result.total, result, view), len(rows))


def _rank(row: TableRow) -> tuple[bool, Fraction, tuple[str, ...]]:
    change = row.figures[-1]
    return (change is None, -abs(change.value) if change else Fraction(0), row.labels)


def _row(group: Group, result: Result, view: View) -> TableRow:
    place, by = lead(result), result.query.by
    metric, (now, before) = result.metrics[place], (group.cells[place], group.before[place])
    labels = tuple(_label(name, part, result, view) for name, part in zip(by, group.key, strict=False))
    where = labels or ("total",)
    figures = (
        figure_of(metric, now.value, view, where),
        figure_of(metric, before.value, view, where, "_before"),
        _change(metric, now.value, before.value, view, where),
    )
    return TableRow(group.key, labels, figures, (now, before))


def _label(dimension: str, part: str | None, result: Result, view: View) -> str:
    """What a group is called; what is not there any more, as it was called then."""
    label = label_of(dimension, part, view, result.metrics[lead(result)])
    if label != part or result.earlier is None:
        return label
    return label_of(dimension, part, result.earlier.facts.authorised.view)


def _change(
    metric: Metric, now: Fraction | None, before: Fraction | None, view: View, where: tuple[str, ...]
) -> Figure | None:
    if now is None or before is None:
        return None
    return Figure(f"change_in_{metric.name}", now - before, change_unit(metric), currency_of(metric, view), where)


def where_it_moved(result: Result, table: Table, writer: Writer) -> str:
    """The groups that moved most: "By client it moved in Acme (120.00) and Bolt (-20.00)."; "" where none did."""
    nouns = " and ".join(DIMENSIONS[name].noun for name in result.query.by)
    moved = sorted((row for row in table.rows if row.figures[-1] and row.figures[-1].value), key=_rank)
    if not moved:
        return ""
    said = [
        f"{', '.join(writer.name(label) for label in row.labels)} ({writer.number(row.figures[-1])})"
        for row in moved[:MOST_SAID]
    ]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"By {nouns} {'it moved' if len(moved) <= MOST_SAID else 'it moved most'} in {listed}."
