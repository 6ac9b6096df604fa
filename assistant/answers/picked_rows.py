"""How rows are told that were picked by what they lack or by how they moved: who logged nothing, which clients grew."""

from fractions import Fraction

from assistant.answers.table import Table, TableRow, change_unit, changed, currency_of, figure_of, lead
from assistant.answers.wording import MOST_NAMED, Writer, about, row_name
from assistant.figures import Figure, Unit
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.words import plural
from assistant.query import Comparison, Order
from assistant.result import Cell, Result


def picked(result: Result, table: Table, writer: Writer) -> str:
    """The sentences for such rows; blank for all other questions."""
    query = result.query
    if not query.by or not table.groups:
        return ""
    if query.among:
        return _have_none(result, table, writer)
    return _moved(result, table, writer) if query.by_change and query.against else ""


OF_WHICH = {
    "clients_with_active_projects": "with an active project",
    "project_count": "that are active",
    "available_hours": "with working time in these days",
    "headcount": "employed",
    "absence_rate": "with a contract in these days",
    "budgets_in_force": "in force",
}
"""Which rows there are, by the metric that tells them."""


def _have_none(result: Result, table: Table, writer: Writer) -> str:
    """As in "Invoiced, last month: 2 of 20 clients with an active project have €0. Acme, Globex."."""
    query, metric = result.query, result.metrics[lead(result)]
    among = [one.name for one in result.metrics].index(query.among)
    there = sum(_is_there(group.cells[among]) for group in result.groups)
    hidden = any(group.cells[lead(result)].hidden for group in result.groups)
    noun = DIMENSIONS[query.by[0]].noun
    nouns = plural(noun, writer.view.settings.nouns)
    found = f"{writer.count('found', len(table.rows))} of {writer.count('groups', there)} {nouns}"
    which = OF_WHICH.get(query.among, "")
    shown = ", as far as it can be shown" if hidden else ""
    nothing = writer.number(figure_of(metric, Fraction(0), writer.view, ("limit",)))
    names = ", ".join(row_name(row, result, writer) for row in table.rows[:MOST_NAMED])
    more = " and others" if len(table.rows) > MOST_NAMED else ""
    said = f"{metric.title}{about(result, writer)}: {found} {which}".rstrip()
    return f"{said} {'has' if len(table.rows) == 1 else 'have'} {nothing}{shown}.{f' {names}{more}.' if names else ''}"


def _is_there(cell: Cell) -> bool:
    """Whether there is any of the amount that tells the rows, or anything the rate that tells them is over."""
    return cell.value is not None and (cell.is_ratio or cell.value > 0)


def _moved(result: Result, table: Table, writer: Writer) -> str:
    """As in "Revenue, last quarter, by client: 7 of 18 went down from Q2. Acme (-€5,000, from … to …)."."""
    query, metric = result.query, result.metrics[lead(result)]
    nouns = " and ".join(DIMENSIONS[one].noun for one in query.by)
    before = writer.period(query.against.period) if query.against else ""
    title = f"{metric.title}{about(result, writer)}, by {nouns}, against {before}"
    known = sum(changed(group, lead(result)) is not None for group in result.groups)
    side = query.by_change.side if query.by_change else None
    if side is None:
        end = "lowest" if query.order is Order.ASC else "highest"
        shown = min(len(table.rows), known)
        counted = f"{end} change on top, {writer.count('shown', shown)} of {writer.count('groups', known)}"
    else:
        went = "up" if side is Comparison.MORE else "down"
        moved = len(table.rows) if not query.limit else None
        of_all = f"{writer.count('moved', moved)} of {writer.count('groups', known)} " if moved is not None else ""
        counted = f"{of_all}went {went}" if of_all else f"those that went {went} most"
    named = "; ".join(_told(row, metric, result, writer) for row in table.rows[:MOST_NAMED])
    more = " and others" if len(table.rows) > MOST_NAMED else ""
    return f"{title}: {counted}.{f' {named}{more}.' if named else ''}"


def _told(row: TableRow, metric: Metric, result: Result, writer: Writer) -> str:
    """One row: its name, how far it moved, from what to what."""
    group = next(one for one in result.groups if one.key == row.key)
    place = lead(result)
    now, before = group.cells[place].value, group.before[place].value
    if now is None or before is None:
        return f"{row_name(row, result, writer)} (n/a)"
    unit = change_unit(metric)
    key = f"change_in_{metric.name}" if unit is Unit.PERCENT else f"{metric.name}_change"
    change = writer.number(Figure(key, now - before, unit, currency_of(metric, writer.view), row.labels))
    ends = [
        writer.number(figure_of(metric, value, writer.view, row.labels, suffix))
        for value, suffix in ((before, "_before"), (now, ""))
    ]
    sign = "+" if now > before else ""
    return f"{row_name(row, result, writer)} ({sign}{change}, from {ends[0]} to {ends[1]})"
