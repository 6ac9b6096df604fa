"""How picked rows are told: by what they lack, by how far they moved, by having some of it in each of several."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.answers.beside_the_mean import beside_the_mean
from assistant.answers.counted import counted
from assistant.answers.table import Table, TableRow, change_unit, currency_of, figure_of
from assistant.answers.wording import MOST_NAMED, Writer, about, row_name, sentences
from assistant.figures import Figure, Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.permissions.view import View
from assistant.permissions.words import noun, plural
from assistant.picking import changed, has_moved, lead, moved_by
from assistant.query import ByChange, Comparison, InEach, InSoMany, OfThose, Order, Query, Threshold
from assistant.result import Cell, Key, Result


def picked(result: Result, table: Table, writer: Writer) -> str:
    """The sentences for such rows; blank for all other questions."""
    query = result.query
    if query.by_change and query.by_change.limit and not query.by:
        return f"{sentences(result, table, writer)} {_whether(query.by_change, result, writer)}".strip()
    some = query.having is None or query.having == Threshold(Comparison.MORE, Fraction(0))
    if query.by and query.of_those and some and _is_lacking(query.of_those):
        return _none_of(query.of_those, result, table, writer)
    if not query.by or not table.groups:
        return ""
    if query.among:
        return _have_none(result, table, writer)
    if query.by_change and query.against:
        return _moved(result, table, writer)
    return _beside_others(result, table, writer)


def _beside_others(result: Result, table: Table, writer: Writer) -> str:
    """The sentences for rows that are kept by what other rows have; blank for all other questions."""
    query = result.query
    if query.to_mean:
        return beside_the_mean(query.to_mean, result, table, writer)
    if query.in_each:
        return _in_each(query.in_each, result, table, writer)
    return _in_so_many(query.in_so_many, result, table, writer) if query.in_so_many else ""


def _whether(asked: ByChange, result: Result, writer: Writer) -> str:
    """As in "No: it went up by 3 %, and not by at least 10 %.", of one number that is held against what it was."""
    place, metric = lead(result), result.metrics[lead(result)]
    change, far = changed(result.total, place), moved_by(asked, result.total, place)
    if change is None or far is None or asked.limit is None:
        return ""
    if not change:
        return "No: it did not move."
    by = writer.number(how_far(asked, replace(asked.limit, value=abs(far)), metric, writer.view))
    went = f"it {WENT[Comparison.MORE if change > 0 else Comparison.LESS]} by {by}"
    if has_moved(asked, result.total, place):
        return f"Yes: {went}."
    if asked.side and not asked.side.holds(change, Fraction(0)):
        return f"No: {went}."
    each = [f"{BY[one.op]} {writer.number(how_far(asked, one, metric, writer.view))}" for one in asked.limit.each]
    return f"No: {went}, and not by {' and '.join(each)}."


OF_WHICH = {
    "clients_with_active_projects": "with an active project",
    "project_count": "that are active",
    "available_hours": "with working time in these days",
    "headcount": "employed",
    "absence_rate": "with a contract in these days",
    "budgets_in_force": "in force",
    "client_count": "on the list",
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


def _is_lacking(asked: OfThose) -> bool:
    """Whether the one thing that is asked of them is that they have none of something."""
    return asked.none and asked.also is None and all(one.having is None for one in asked.some)


def _none_of(asked: OfThose, result: Result, table: Table, writer: Writer) -> str:
    """As in "Tracked hours for Apollo, last month: 7 people with working time in these days have 0 h. Ana, Ben.".

    What they have of the measure that tells them stands in the table.
    """
    metric, house = result.metrics[lead(result)], writer.view.settings.nouns
    name = DIMENSIONS[asked.field].noun
    one = len(table.rows) == 1
    rows = noun(name, house) if one else plural(name, house)
    some = asked.some[0]
    lacked = METRICS[some.metric]
    nothing = zero = writer.number(figure_of(lacked, Fraction(0), writer.view, ("limit",)))
    of_it = replace(result, query=replace(result.query, where=some.where, period=some.period, of_those=None))
    which = OF_WHICH.get(metric.name, f"with {metric.spoken}")
    if lacked is metric:  # "who worked only on Apollo": some of it, and none of all else
        of_clients = ", of client work" if any(one.field == "kind" for one in some.where) else ""
        of_it = replace(result, query=replace(result.query, of_those=None))
        which, nothing = "with any", f"{nothing} elsewhere{of_clients}"
        if some.period != result.query.period:  # "clients we billed this year but not last year"
            of_it = replace(of_it, query=replace(of_it.query, where=some.where, period=some.period))
            which, nothing = f"with any ({writer.period(result.query.period)})", zero
    names = ", ".join(row_name(row, result, writer) for row in table.rows[:MOST_NAMED])
    more = " and others" if len(table.rows) > MOST_NAMED else ""
    found = f"{writer.count('found', len(table.rows))} {rows} {which} {'has' if one else 'have'} {nothing}"
    return f"{lacked.title}{about(of_it, writer)}: {found}.{f' {names}{more}.' if names else ''}"


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
    counted = _how_far(query.by_change, result, table, writer) if query.by_change and query.by_change.limit else ""
    counted = counted or _which_way(side, known, result, table, writer)
    named = "; ".join(_told(row, metric, result, writer) for row in table.rows[:MOST_NAMED])
    more = " and others" if len(table.rows) > MOST_NAMED else ""
    said = f"{title}: {counted}.{f' {named}{more}.' if named else ''}"
    return f"{said} {_from_nothing(result, writer)}".strip()


def _which_way(side: Comparison | None, known: int, result: Result, table: Table, writer: Writer) -> str:
    """As in "7 of 18 went down"; of those that moved most either way, how many are shown."""
    query = result.query
    if side is None:
        end = "lowest" if query.order is Order.ASC else "highest"
        shown = min(len(table.rows), known)
        return f"{end} change on top, {writer.count('shown', shown)} of {writer.count('groups', known)}"
    if query.against and query.against.stretches > 1:
        if query.limit:
            return f"those furthest {BESIDE[side].removesuffix(' it')}"
        return f"{writer.count('moved', len(table.rows))} of {writer.count('groups', known)} are {BESIDE[side]}"
    if query.limit:
        most = " most" if side in (Comparison.MORE, Comparison.LESS) else ""
        return f"those that {WENT[side]}{most}"
    to = ""
    if query.having and query.having.op is Comparison.EQUAL:  # "clients that no longer bring revenue"
        to = (
            f" to {writer.number(figure_of(result.metrics[lead(result)], query.having.value, writer.view, ('limit',)))}"
        )
    return f"{writer.count('moved', len(table.rows))} of {writer.count('groups', known)} {WENT[side]}{to}"


BESIDE = {
    Comparison.MORE: "above it",
    Comparison.LESS: "below it",
    Comparison.AT_MOST: "not above it",
    Comparison.AT_LEAST: "not below it",
}
"""Of what is held against a mean, which nothing goes up or down from."""
WENT = {
    Comparison.MORE: "went up",
    Comparison.LESS: "went down",
    Comparison.AT_MOST: "did not go up",
    Comparison.AT_LEAST: "did not go down",
    None: "moved",
}
BY = {
    Comparison.LESS: "less than",
    Comparison.AT_MOST: "at most",
    Comparison.MORE: "more than",
    Comparison.AT_LEAST: "at least",
    Comparison.EQUAL: "exactly",
}


def _how_far(asked: ByChange, result: Result, table: Table, writer: Writer) -> str:
    """As in "4 of 18 went up by more than 20 %"; where only the first of them are shown, how many that are."""
    place, metric = lead(result), result.metrics[lead(result)]
    known = sum(changed(group, place) is not None for group in result.groups)
    moved = sum(has_moved(asked, group, place) for group in result.groups)
    limits = asked.limit.each if asked.limit else ()
    by = " and ".join(f"{BY[one.op]} {writer.number(how_far(asked, one, metric, writer.view))}" for one in limits)
    shown = "" if len(table.rows) == moved else f", of which {writer.count('shown', len(table.rows))} are shown"
    return f"{writer.count('moved', moved)} of {writer.count('groups', known)} {WENT[asked.side]} by {by}{shown}"


def how_far(asked: ByChange, limit: Threshold, metric: Metric, view: View) -> Figure:
    """The limit of a change as a figure: a part of what was before, or in the unit of the change."""
    unit = change_unit(metric)
    if asked.is_relative:
        return Figure(f"{metric.name}_change_percent", limit.value, Unit.PERCENT, None, ("limit",))
    key = f"change_in_{metric.name}" if unit is Unit.PERCENT else f"{metric.name}_change"
    return Figure(key, limit.value, unit, currency_of(metric, view), ("limit",))


def _from_nothing(result: Result, writer: Writer) -> str:
    """Rows that had nothing before have no percentage, so that they are not among those picked by one."""
    asked, place = result.query.by_change, lead(result)
    if not asked or not asked.is_relative or asked.side is Comparison.LESS:
        return ""
    new = [one for one in result.groups if one.before and not one.before[place].value and one.cells[place].value]
    known = sum(one.before[place].value is not None for one in new)
    if not known:
        return ""
    nothing = figure_of(result.metrics[place], Fraction(0), writer.view, ("nothing",), "_before")
    return f"{writer.count('new', known)} went up from {writer.number(nothing)}, which cannot be told in percent."


def _in_each(asked: InEach, result: Result, table: Table, writer: Writer) -> str:
    """As in "Tracked hours, last month: 3 of 9 people have some for Apollo and for Website. Ana (12 h, 5 h)."."""
    query, place = result.query, lead(result)
    at = query.by.index(asked.field)
    metric = result.metrics[place]
    apart = replace(result, query=replace(query, where=tuple(one for one in query.where if one.field != asked.field)))
    nouns = " and ".join(DIMENSIONS[one].noun for one in query.by if one != asked.field)
    whose = list(dict.fromkeys(_others(row.key, at) for row in table.rows))
    all_there = {_others(one.key, at) for one in result.groups if one.cells[place].value and None not in one.key}
    every = " and ".join(f"for {writer.name(one)}" for one in asked.every.names)
    nothing = writer.number(figure_of(metric, Fraction(0), writer.view, ("limit",))) if asked.none else ""
    none = f" and {nothing} for {' or '.join(map(writer.name, asked.none.names))}" if asked.none else ""
    several = plural(nouns, writer.view.settings.nouns) if len(query.by) == len(("row", "field")) else nouns
    found = f"{writer.count('found', len(whose))} of {writer.count('groups', len(all_there))} {several}"
    first = f"{metric.title}{about(apart, writer)}: {found} {'has' if len(whose) == 1 else 'have'} some {every}{none}."
    together = [[row for row in table.rows if _others(row.key, at) == one] for one in whose[:MOST_NAMED]]
    told = "; ".join(_beside(rows, at, result, writer) for rows in together)
    return f"{first}{f' {told}' if told else ''}{' and others' if len(whose) > MOST_NAMED else ''}{'.' if told else ''}"


FIRST_BY_NUMBER = {Order.DESC: "beginning with the most", Order.ASC: "beginning with the fewest"}


def _in_so_many(asked: InSoMany, result: Result, table: Table, writer: Writer) -> str:
    """As in "Scheduled hours, next month: 3 of 9 people have some on more than 3 projects. Ana (5), Ben (4)."."""
    query, place = result.query, lead(result)
    at = query.by.index(asked.field)
    metric = result.metrics[place]
    rows = [one for one in query.by if one != asked.field]
    whose = list(dict.fromkeys(_others(row.key, at) for row in table.rows))
    all_there = {_others(one.key, at) for one in result.groups if one.cells[place].value and None not in one.key}
    house = writer.view.settings.nouns
    of = counted(rows[0], len(all_there), house)
    nouns = " and ".join(DIMENSIONS[one].noun for one in rows)
    one_kind = f"{writer.number(of.figure)}{of.noun}"
    all_of_them = one_kind if len(rows) == 1 else f"{writer.count('groups', len(all_there))} {nouns}"
    limits = asked.limit.each
    numbered = () if query.order in FIRST_BY_NUMBER else limits
    by = " and ".join(f"{BY[one.op]} {writer.count('limit', int(one.value))}" for one in numbered)
    field = DIMENSIONS[asked.field].noun
    of_field = noun(field, house) if all(one.value == 1 for one in limits) else plural(field, house)
    found = f"{writer.count('found', len(whose))} of {all_of_them}"
    have = "has" if len(whose) == 1 else "have"
    some = f"{have} some for {by} {of_field}"
    if query.order in FIRST_BY_NUMBER:
        some = f"{have} some, {FIRST_BY_NUMBER[query.order]} {plural(field, house)}"
    first = f"{metric.title}{about(result, writer)}: {found} {some}."
    together = [[row for row in table.rows if _others(row.key, at) == one] for one in whose[:MOST_NAMED]]
    others = [place for place in range(len(query.by)) if place != at]
    said = [
        f"{', '.join(_called(several[0], one, query, writer) for one in others)} "
        f"({writer.name(several[0].labels[at]) if len(several) == 1 else writer.count('values', len(several))})"
        for several in together
    ]
    more = " and others" if len(whose) > MOST_NAMED else ""
    return f"{first} {', '.join(said)}{more}." if said else first


def _called(row: TableRow, place: int, query: Query, writer: Writer) -> str:
    """What a row is called by one of its breakdowns; a day is no name."""
    label = row.labels[place]
    return writer.label(label) if query.by[place] in TIME else writer.name(label)


def _others(key: Key, at: int) -> Key:
    return (*key[:at], *key[at + 1 :])


def _beside(rows: Sequence[TableRow], at: int, result: Result, writer: Writer) -> str:
    """One row of those asked for, with what it has of each: "Ana (Apollo 12 h, Website 5 h)"."""
    places = [place for place in range(len(result.query.by)) if place != at]
    name = ", ".join(writer.name(rows[0].labels[place]) for place in places)
    metric, place = result.metrics[lead(result)], lead(result)
    figures = [figure_of(metric, row.cells[place].value, writer.view, row.labels) for row in rows]
    said = [f"{writer.name(row.labels[at])} {writer.number(one)}" for row, one in zip(rows, figures, strict=True)]
    return f"{name} ({', '.join(said)})"


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
    if result.query.by_change and result.query.by_change.is_relative and before:
        share = Figure(f"{metric.name}_change_percent", (now - before) / abs(before), Unit.PERCENT, None, row.labels)
        change = writer.number(share)
    ends = [
        writer.number(figure_of(metric, value, writer.view, row.labels, suffix))
        for value, suffix in ((before, "_before"), (now, ""))
    ]
    sign = "+" if now > before else ""
    return f"{row_name(row, result, writer)} ({sign}{change}, from {ends[0]} to {ends[1]})"
