"""The same thing as each definition counts it, side by side, and what makes the difference to the one in force.

    in force       28 h billable of 32 h available    87.5 %
    as Harvest     34 h tracked of 40 h contracted    85 %       -2.5 points
                   6 h are not billable  (34 - 28) x (1/32 + 1/40) / 2 = +16.9
                   8 h of leave          (28 + 34) x (1/40 - 1/32) / 2 = -19.4

A gap is told in two parts, what is counted and what it is counted of. Each is the mean of its effect before and
after the other, so that no order is preferred and both add up to the gap exactly.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.answers.table import Column, Table, TableRow, label_of
from assistant.answers.wording import Writer, about
from assistant.figures import Figure, Unit, adding_up
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.view import View
from assistant.result import Cell, Key, Result

VALUE = "value"
GAP = "change_in_value"

SAID = {
    "billable_hours": "billable",
    "tracked_hours": "tracked",
    "client_hours": "on client projects",
    "available_hours": "available",
    "workable_hours": "contracted, less holidays",
}
"""What the hours of each side of these ratios are."""

CAUSES = {
    frozenset({"billable_hours", "tracked_hours"}): "time that is not billable",
    frozenset({"billable_hours", "client_hours"}): "client time that is not billable",
    frozenset({"client_hours", "tracked_hours"}): "internal time",
    frozenset({"available_hours", "workable_hours"}): "leave",
    frozenset({"available_hours", "tracked_hours"}): "time available and not tracked",
    frozenset({"tracked_hours", "workable_hours"}): "leave and time not tracked",
}
"""What the difference between two of them consists of."""


BEYOND = "time tracked beyond capacity"
"""The same where more was tracked than there was."""


@dataclass(frozen=True)
class Gap:
    """How far one definition lies from the one in force, and the hours and points that each side brings."""

    more_above: Fraction
    more_below: Fraction
    by_above: Fraction
    by_below: Fraction

    @property
    def whole(self) -> Fraction:
        """The difference of both values."""
        return self.by_above + self.by_below


def gap(ours: Cell, theirs: Cell) -> Gap | None:
    """The gap between two ratios; None where one has no value."""
    if ours.value is None or theirs.value is None:
        return None
    (top, bottom), (other_top, other_bottom) = _sides(ours), _sides(theirs)
    more_above, more_below = other_top - top, other_bottom - bottom
    by_above = more_above * (1 / bottom + 1 / other_bottom) / 2
    by_below = (top + other_top) * (1 / other_bottom - 1 / bottom) / 2
    return Gap(more_above, more_below, by_above, by_below)


def _sides(cell: Cell) -> tuple[Fraction, Fraction]:
    return cell.numerator or Fraction(0), cell.denominator or Fraction(0)


def arrange_definitions(result: Result, view: View) -> Table:
    """A row a definition, the one in force first; with a breakdown, so many rows for each group."""
    told = [(one.key, one.cells) for one in result.groups] or [((), result.total.cells)]
    rows = [row for key, cells in told for row in _rows(result, view, key, cells)]
    columns = (
        *(Column(name, "dimension", DIMENSIONS[name].noun.capitalize()) for name in result.query.by),
        Column("definition", "dimension", "Definition"),
        Column("whose", "dimension", "Whose"),
        Column("counts", "dimension", "Counts"),
        Column("above", "metric", "Above", Unit.HOURS),
        Column("below", "metric", "Below", Unit.HOURS),
        Column(VALUE, "metric", "Value", Unit.PERCENT),
        Column(GAP, "metric", "Difference", Unit.PERCENT, over_nothing="in force"),
        Column(f"{GAP}_by_above", "metric", "By what is counted", Unit.PERCENT, over_nothing=""),
        Column(f"{GAP}_by_below", "metric", "By what it is counted of", Unit.PERCENT, over_nothing=""),
    )
    return Table(columns, tuple(rows), None, len(rows))


def _rows(result: Result, view: View, key: Key, cells: tuple[Cell, ...]) -> Iterator[TableRow]:
    names = tuple(label_of(name, part, view) for name, part in zip(result.query.by, key, strict=True))
    for metric, cell in zip(result.metrics, cells, strict=True):
        ours = metric is result.metrics[0]
        labels = (*names, metric.title, metric.follows, _counts(metric))
        figures = tuple(_figures(metric, cell, None if ours else gap(cells[0], cell), names))
        yield TableRow(key, labels, figures, (replace(cell, is_item=ours),))


def _figures(metric: Metric, cell: Cell, found: Gap | None, names: tuple[str, ...]) -> Iterator[Figure | None]:
    """Both sides, the value, and the difference with its two parts."""
    where = (*names, metric.title)
    for name, side in zip(("above", "below"), _sides(cell), strict=True):
        yield Figure(name, side, Unit.HOURS, None, where)
    yield None if cell.value is None else Figure(metric.name, cell.value, Unit.PERCENT, None, where)
    for name, part in ((GAP, "whole"), (f"{GAP}_by_above", "by_above"), (f"{GAP}_by_below", "by_below")):
        yield None if found is None else Figure(name, getattr(found, part), Unit.PERCENT, None, where)


def _counts(metric: Metric) -> str:
    """As in "billable of available hours"."""
    above, below = metric.parts or ("", "")
    hours = "contracted hours less holidays" if below == "workable_hours" else f"{SAID.get(below, below)} hours"
    return f"{SAID.get(above, above)} of {hours}"


def side_by_side(result: Result, writer: Writer) -> str:
    """The definition in force with its figures, then each other one and what makes the difference, over all."""
    ours, cells = result.metrics[0], result.total.cells
    if cells[0].value is None:
        return f"{ours.title}{about(result, writer)}: n/a."
    first = f"{ours.title}{about(result, writer)}: {_value(ours, cells[0], writer)}, the definition in force here."
    others = zip(result.metrics[1:], cells[1:], strict=True)
    return " ".join([first, *(_other(ours, cells[0], metric, cell, writer) for metric, cell in others)])


def _value(metric: Metric, cell: Cell, writer: Writer) -> str:
    """As in "87.5 %, 28 h billable of 32 h available"."""
    top, bottom = _sides(cell)
    value = Figure(metric.name, cell.value or Fraction(0), Unit.PERCENT, None, (metric.title,))
    above, below = (SAID.get(one, one) for one in metric.parts or ("", ""))
    sides = [
        f"{writer.number(Figure(name, amount, Unit.HOURS, None, (metric.title,)))} {said}"
        for name, amount, said in (("above", top, above), ("below", bottom, below))
    ]
    return f"{writer.number(value)}, {sides[0]} of {sides[1]}"


def _other(ours: Metric, mine: Cell, metric: Metric, cell: Cell, writer: Writer) -> str:
    whose = f" ({writer.name(metric.follows)})" if metric.follows else ""
    found = gap(mine, cell)
    if found is None:
        return f"{metric.title}{whose}: n/a."
    said = f"{metric.title}{whose}: {_value(metric, cell, writer)}"
    reasons = list(_reasons(ours, metric, found, writer))
    return f"{said}; {' and '.join(reasons)}." if reasons else f"{said}, the same."


def _reasons(ours: Metric, metric: Metric, found: Gap, writer: Writer) -> Iterator[str]:
    """As in "6 h of time that is not billable add 18.8 percentage points"."""
    parts = [Figure(GAP, part, Unit.PERCENT, None, (metric.title,)) for part in (found.by_above, found.by_below)]
    shown = adding_up(parts, Figure(GAP, found.whole, Unit.PERCENT, None, (metric.title,)))
    pairs = zip(ours.parts or (), metric.parts or (), strict=True)
    amounts = (found.more_above, found.more_below)
    for figure, (mine, theirs), hours in zip(shown, pairs, amounts, strict=True):
        if hours:
            amount = writer.number(Figure(f"{mine}_or_{theirs}", abs(hours), Unit.HOURS, None, (metric.title,)))
            points = replace(figure, value=abs(figure.value), rounded=abs(figure.rounded or Fraction(0)))
            verb = "adds" if figure.value > 0 else "takes away"
            beyond = theirs == "tracked_hours" if hours > 0 else mine == "tracked_hours"
            what = CAUSES.get(frozenset({mine, theirs}), "time counted in one and not in the other")
            what = BEYOND if beyond and what.endswith("not tracked") else what
            yield f"{amount} of {what} {verb} {writer.number(points)}"
