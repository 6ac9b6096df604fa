"""The sentences of an answer, with slots that only figures can fill."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.answers.counted import counted, several
from assistant.answers.numerals import read_numerals
from assistant.answers.placed import places
from assistant.answers.table import Table, TableRow, figure_of, which_first
from assistant.answers.uneven import cut_at, known_further
from assistant.answers.whom import ADJECTIVES, BY_A_DAY, filtered, of_those
from assistant.figures import COLOURS, EPOCH, Figure, Unit, adding_up, colour, show, standing
from assistant.metrics.definition import Kind, Metric
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.permissions.view import View
from assistant.picking import lead, limited
from assistant.query import Comparison, Threshold
from assistant.result import Cell, Result

COMPARED = {
    Comparison.LESS: "below",
    Comparison.AT_MOST: "at most",
    Comparison.MORE: "above",
    Comparison.AT_LEAST: "at least",
    Comparison.EQUAL: "exactly",
}

AMOUNTS = (Unit.HOURS, Unit.DAYS, Unit.MONEY, Unit.COUNT)
"""Units of which there can be none."""


@dataclass
class Writer:
    """Writes sentences and keeps every figure and name it put into them, for the reader who checks them."""

    view: View
    today: date
    locale: str
    figures: list[Figure] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def number(self, figure: Figure | None) -> str:
        """A figure in words; "n/a" where there is none."""
        if figure is None:
            return "n/a"
        self.figures.append(figure)
        return show(figure, self.locale)

    def count(self, key: str, number: int) -> str:
        """How many of something."""
        return self.number(Figure(key, Fraction(number), Unit.COUNT))

    def name(self, label: str) -> str:
        """A name as data, never read as words of ours; one that could pass for a number stands in quotes."""
        self.names.append(label)
        return f"“{label}”" if read_numerals(label) else label

    def label(self, text: str) -> str:
        """What a stretch of time is called."""
        self.labels.append(text)
        return text

    def period(self, period: Period) -> str:
        """What the period is called."""
        return self.label(period.label)


def sentences(result: Result, table: Table, writer: Writer) -> str:
    """One or two sentences: the reading that was taken and the number, then what stands out."""
    if result.query.by and not table.groups and table.total is None:
        return _nothing(result, writer)
    if result.query.having is not None and not result.query.by:
        return f"{_headline(result, table, writer)} {_yes_or_no(result, result.query.having, writer)}".strip()
    if result.query.having is not None:
        return f"{_how_many(result, table, writer)} {_named_rows(result, table, writer)}".strip()
    first = _headline(result, table, writer)
    if result.query.placed:
        return f"{first} {places(result.query.placed, result, writer)}".strip()
    second = _stands_out(result, table, writer) if result.query.by else ""
    return f"{first} {second}".strip()


def about(result: Result, writer: Writer) -> str:
    """The reading: filters and period, as a reader would say them."""
    query = result.query
    whom = "".join(filtered(one, writer) for one in query.where) + of_those(query.of_those, writer)
    through = _through(result, writer)
    to_date = through and query.period.start is None and query.period.label.startswith(THROUGH)
    period = through if to_date else f", {writer.period(query.period)}{through}"  # no two last days
    return f"{whom}{period}{_known(query.known_on, writer)}"


THROUGH = "through "


def _known(day: date | None, writer: Writer) -> str:
    """As known on which day, where that is not today."""
    return "" if day is None else f", as known on {writer.label(show_day(day, writer.locale))}"


def _through(result: Result, writer: Writer) -> str:
    """Where a running period is cut, so that nobody reads part of a month as the whole."""
    cut = cut_at(result.metrics, result.query.period.end, writer.today)
    return f", through {writer.label(show_day(cut, writer.locale))}" if cut else ""


def _headline(result: Result, table: Table, writer: Writer) -> str:
    if result.query.by and (of_items := _of_items(result.metrics[lead(result)])):
        return of_items(result, table, writer)
    if table.total is None or all(cell.value is None for cell in result.total.cells):
        if not result.query.by:
            place = lead(result)
            said = _not_there(result.metrics[place], result.total.cells[place], writer)
            return f"{_titles(result)}{about(result, writer)}: {said}."
        shown = f" {_ranked(result, table, writer)}" if result.query.limit else ""
        return f"{_titles(result)} by {_by(result)}{about(result, writer)}{shown}."
    reading = about(result, writer)
    clauses = [
        f"{_clause(result, table.total, place, writer)}{_further(result, place, writer)}"
        for place in _said_metrics(result)
    ]
    return f"{result.metrics[lead(result)].title}{reading}: {'; '.join(clauses)}."


def _further(result: Result, place: int, writer: Writer) -> str:
    """As in "revenue, through 17 March: …; cost … (through 18 March)": what is known of a day more is said to be."""
    day = known_further(result.metrics, place, result.query.period.end, writer.today)
    return f" (through {writer.label(show_day(day, writer.locale))})" if day else ""


def _of_items(metric: Metric) -> Callable[[Result, Table, Writer], str] | None:
    """How values are told of which each item has its own, and which have no total."""
    if metric.unit is Unit.DATE:
        return _starting if metric.shown_with else _running_out
    if metric.unit is Unit.HEALTH:
        return _standing
    if metric.unit is Unit.INDEX and metric.item:
        return _pace
    return _drifted if metric.kind is Kind.PER_ITEM and metric.shown_with else None


def _values(result: Result, place: int) -> list[Fraction]:
    """The known values of all that was asked about, however few of them are shown."""
    return [value for one in result.groups if (value := one.cells[place].value) is not None]


def _pace(result: Result, table: Table, writer: Writer) -> str:
    """How many items burn ahead of time, or the only one by name: a pace has no total."""
    place = lead(result)
    paces = _values(result, place)
    ahead = sum(value > 1 for value in paces)
    limit = Figure("on_pace", Fraction(1), Unit.INDEX)
    known = [row for row in table.rows if row.cells[place].value is not None]
    if len(known) == table.groups == 1:
        said = f"{row_name(known[0], result, writer)} {writer.number(known[0].figures[place])}, "
        said += "burning ahead of time" if ahead else "not burning ahead of time"
    else:
        said = f"{writer.count('ahead', ahead)} of {writer.count('groups', table.groups)} "
        if len(result.query.by) == 1:
            said += f"{several(result.query.by[0], table.groups, writer.view.settings.nouns)} "
        said += "burns ahead of time" if ahead == 1 else "burn ahead of time"
    others = [at for at in _said_metrics(result) if at != place]
    rest = "".join(f"; {_clause(result, table.total, at, writer)}" for at in others if table.total is not None)
    return f"{result.metrics[place].title}{about(result, writer)}: {said} (above {writer.number(limit)}){rest}."


def _standing(result: Result, table: Table, writer: Writer) -> str:
    """How many items are red, amber and green; the red ones, or the only one, by name."""
    place = lead(result)
    metric = result.metrics[place]
    title = f"{metric.title}{about(result, writer)}"
    known = [row for row in table.rows if row.cells[place].value is not None]
    if len(known) == 1:
        return f"{title}: {row_name(known[0], result, writer)} {writer.number(known[0].figures[place])}."
    colours = [colour(row.cells[place].value or Fraction(0)) for row in known]
    every = [colour(value) for value in _values(result, place)]
    counted = [f"{writer.count(one, every.count(one))} {one}" for one in reversed(COLOURS)]
    red = [row for row, one in zip(known, colours, strict=True) if one == COLOURS[-1]]
    names = [f"{row_name(row, result, writer)} ({_reasons(row.figures[place])})" for row in red[:MOST_NAMED]]
    more = " and others" if len(red) > MOST_NAMED else ""
    named = f" Red: {'; '.join(names)}{more}." if names else ""
    return f"{title}: {', '.join(counted)}.{named}"


def _reasons(figure: Figure | None) -> str:
    return "" if figure is None else standing(figure).partition(": ")[2]


def _drifted(result: Result, _: Table, writer: Writer) -> str:
    """How many items are below what they are held against, which stands beside."""
    place = lead(result)
    known = _values(result, place)
    below = writer.count("below", sum(value < 0 for value in known))
    title = f"{result.metrics[place].title}{about(result, writer)}"
    return f"{title}: {below} of {writer.count('groups', len(known))} have lost some of what was sold."


def _running_out(result: Result, table: Table, writer: Writer) -> str:
    """How many items have a day, and which comes first."""
    place = lead(result)
    metric = result.metrics[place]
    dated = [row for row in table.rows if row.cells[place].value is not None]
    title = f"{metric.title}{about(result, writer)}"
    if table.groups == 1 and table.rows:
        value = writer.number(_value(metric, dated[0])) if dated else metric.over_nothing
        return f"{title}: {row_name(table.rows[0], result, writer)}, {value}."
    every = len(_values(result, place))
    counted = f"{writer.count('dated', every)} of {writer.count('groups', table.groups)} run out before the end"
    return f"{title}: {counted}."


def _starting(result: Result, table: Table, writer: Writer) -> str:
    """When the one could start, in each state; of several how many could at all."""
    place = lead(result)
    metric = result.metrics[place]
    title = f"{metric.title}{about(result, writer)}"
    if table.groups == 1 and table.rows:
        [row] = table.rows[:1]
        states = [place, *(at for at, one in enumerate(result.metrics) if one.name in metric.shown_with)]
        said = [f"{_day(result, row, at, writer)} {result.metrics[at].spoken}" for at in states]
        name = (
            "" if any(one.names == row.labels for one in result.query.where) else f"{row_name(row, result, writer)}, "
        )
        return f"{title}: {name}{said[0]} ({', '.join(said[1:])})."
    dated = len(_values(result, place))
    counted = f"{writer.count('dated', dated)} of {writer.count('groups', table.groups)}"
    return f"{title}: {counted} could start {metric.spoken}."


def _day(result: Result, row: TableRow, place: int, writer: Writer) -> str:
    metric = result.metrics[place]
    figure = _value(metric, row)
    return metric.over_nothing if figure is None else writer.number(figure)


def _said_metrics(result: Result) -> list[int]:
    """The asked metrics, in order; those shown beside a sum are said within its clause."""
    asked = result.query.metrics
    return [place for place, metric in enumerate(result.metrics) if metric.name in asked]


def _clause(result: Result, total: TableRow, place: int, writer: Writer) -> str:
    metric, cell = result.metrics[place], total.cells[place]
    value = figure_of(metric, cell.value, writer.view, ("total",))
    name = "" if place == lead(result) else f"{metric.title.lower()} "
    if total.cells[place].hidden:
        return f"{name}cannot be shown"
    return f"{name}{writer.number(value)}{_made_of(result, total, place, writer)}{_compared(result, place, writer)}"


def _not_there(metric: Metric, cell: Cell, writer: Writer) -> str:
    """Why there is no number: it rests on too few people, or there is nothing to divide by."""
    if cell.hidden:
        return "cannot be shown"
    if not (metric.parts and cell.is_ratio and metric.kind is not Kind.PER_ITEM and cell.denominator == 0):
        return "n/a"
    _, bottom = parts_of(metric, cell, writer.view)
    return f"n/a, as {_part_named(metric.parts[1])} is {writer.number(bottom)}"


def _part_named(part: str) -> str:
    return {"budget_hours_used": "used", "budget_hours": "sold"}.get(part, part.replace("_hours", "").replace("_", " "))


def _made_of(result: Result, total: TableRow, place: int, writer: Writer) -> str:
    metric, cell = result.metrics[place], total.cells[place]
    if metric.shown_with and metric.is_sum_of_shown:
        inside = [(one, total.cells[at]) for at, one in enumerate(result.metrics) if one.name in metric.shown_with]
        parts = [figure_of(one, inner.value, writer.view, ("total",)) for one, inner in inside]
        whole = figure_of(metric, cell.value, writer.view, ("total",))
        known = [one for one in parts if one is not None]
        shown = adding_up(known, whole) if whole is not None and len(known) == len(parts) else parts
        said = [f"{writer.number(figure)} {one.spoken}" for figure, (one, _) in zip(shown, inside, strict=True)]
        return f" ({' + '.join(said)})"
    if metric.shown_with:
        beside = [at for at, one in enumerate(result.metrics) if one.name in metric.shown_with]
        return f" {_name_of(metric, result)} ({', '.join(_spoken(result, total, at, writer) for at in beside)})"
    if metric.parts and cell.is_ratio and metric.kind is not Kind.PER_ITEM:
        top, bottom = parts_of(metric, cell, writer.view)
        names = [_part_named(name) for name in metric.parts]
        return f" ({writer.number(top)} {names[0]} of {writer.number(bottom)} {names[1]})"
    return ""


def _spoken(result: Result, total: TableRow, place: int, writer: Writer) -> str:
    metric = result.metrics[place]
    figure = figure_of(metric, total.cells[place].value, writer.view, ("total",))
    return f"{writer.number(figure)} {_name_of(metric, result)}"


def _name_of(metric: Metric, result: Result) -> str:
    """What stands after its number, where one thing is asked about as well."""
    return metric.spoken_of([one.field for one in result.query.where if len(one.ids) == 1 and not one.negated])


def parts_of(metric: Metric, cell: Cell, view: View) -> tuple[Figure | None, Figure | None]:
    """Numerator and denominator of a ratio as figures."""
    if metric.parts is None or cell.hidden:
        return None, None
    usual = Unit.MONEY if metric.is_money else Unit.HOURS
    sides = zip(metric.parts, (cell.numerator, cell.denominator), metric.parts_units or (usual, usual), strict=True)
    top, bottom = (None if value is None else _part(name, value, unit, view) for name, value, unit in sides)
    return top, bottom


def _part(name: str, value: Fraction, unit: Unit, view: View) -> Figure:
    return Figure(name, value, unit, view.settings.base_currency if unit is Unit.MONEY else None)


def _compared(result: Result, place: int, writer: Writer) -> str:
    against = result.query.against
    if against is None or not result.total.before:
        return ""
    metric = result.metrics[place]
    now, before = result.total.cells[place].value, result.total.before[place].value
    figure = figure_of(metric, before, writer.view, ("total",), "_before")
    if now is None or before is None:
        return f", {writer.period(against.period)}: {writer.number(figure)}"
    ends = ("above", "below") if against.stretches > 1 else ("up from", "down from")
    word = ends[now < before] if now != before else "the same as"
    return f", {word} {writer.number(figure)} in {writer.period(against.period)}"


def _by(result: Result) -> str:
    return " and ".join(DIMENSIONS[name].noun for name in result.query.by)


def _titles(result: Result) -> str:
    first, *others = [result.metrics[place].title for place in _said_metrics(result)]
    return " and ".join([first, *(one.lower() for one in others)])


def _ranked(result: Result, table: Table, writer: Writer) -> str:
    end = which_first(result.query)
    shown, groups = writer.count("shown", len(table.rows)), writer.count("groups", table.groups)
    if result.query.within:
        each = " and ".join(DIMENSIONS[one].noun for one in result.query.within)
        return f"({end} {writer.count('limit', result.query.limit or 0)} of each {each}: {shown} of {groups})"
    return f"({end} {shown} of {groups})"


ROWS_WITH_ENDS, ROWS_OF_A_TREND = 2, 3


def _stands_out(result: Result, table: Table, writer: Writer) -> str:
    """The two ends of the breakdown, as far as they have values."""
    place = lead(result)
    metric = result.metrics[place]
    # What belongs to none ("no client") is a rest, not the highest or lowest of anything.
    valued = [row for row in table.rows if row.cells[place].value is not None and None not in row.key]
    if result.query.limit and len(valued) == 1:
        return f"{row_name(valued[0], result, writer)}: {_all_of(valued[0], result, writer)}."
    if valued and all(_counts_each(metric, row.cells[place]) for row in valued):
        return _listed(valued, result, writer)
    fewest = ROWS_OF_A_TREND if len(result.query.by) == 1 and result.query.by[0] in TIME else ROWS_WITH_ENDS
    if len(valued) < fewest:
        return ""
    if metric.above_nothing:
        return _above_nothing(valued, place, result, writer)
    low = min(valued, key=lambda row: row.cells[place].value or Fraction(0))
    high = max(reversed(valued), key=lambda row: row.cells[place].value or Fraction(0))
    return _ends(low, high, result, writer)


def _all_of(row: TableRow, result: Result, writer: Writer) -> str:
    """Everything that was asked of one row, as in "€51,791.86; margin 12.5 %"."""
    first = lead(result)
    others = [at for at in _said_metrics(result) if at != first]
    said = [writer.number(_value(result.metrics[first], row))]
    said += [f"{one.title.lower()} {writer.number(_value(one, row))}" for at in others if (one := result.metrics[at])]
    return "; ".join(said)


def _ends(low: TableRow, high: TableRow, result: Result, writer: Writer) -> str:
    """The lowest and the highest row, where that says anything."""
    place = lead(result)
    metric = result.metrics[place]
    if metric.unit is Unit.DATE:
        return f"Soonest: {row_name(low, result, writer)} ({writer.number(_value(metric, low))})."
    if metric.unit is Unit.HEALTH or low.cells[place].value == high.cells[place].value:
        return ""
    ends = [f"{row_name(row, result, writer)} ({writer.number(_value(metric, row))})" for row in (high, low)]
    return f"Highest: {ends[0]}; lowest: {ends[1]}."


def _counts_each(metric: Metric, cell: Cell) -> bool:
    """Whether every row is one thing, so that its name says more than its number."""
    return metric.unit in (Unit.COUNT, Unit.PEOPLE) and cell.value == 1


def _listed(rows: Sequence[TableRow], result: Result, writer: Writer) -> str:
    apart = "; " if len(result.query.by) > 1 and result.query.by[0] != "day" else ", "
    names = apart.join(_on_its_day(row, result, writer) for row in rows[:MOST_NAMED])
    return f"{names}{' and others' if len(rows) > MOST_NAMED else ''}."


def _on_its_day(row: TableRow, result: Result, writer: Writer) -> str:
    """As in "Handover on 20 October 2026", of what has a day; else its name."""
    if result.query.by[0] != "day" or len(result.query.by) == 1 or row.key[0] is None:
        return row_name(row, result, writer)
    at = Fraction((date.fromisoformat(row.key[0]) - EPOCH).days)
    day = writer.number(Figure("day", at, Unit.DATE, None, row.labels))
    names = [writer.name(label) for label in row.labels[1:]]
    return f"{', '.join(names)} on {day}"


def _above_nothing(rows: list[TableRow], place: int, result: Result, writer: Writer) -> str:
    """How many groups are above 0, and the furthest of them by name."""
    metric = result.metrics[place]
    above = [row for row in rows if (row.cells[place].value or Fraction(0)) > 0]
    above.sort(key=lambda row: -(row.cells[place].value or Fraction(0)))
    named = [f"{row_name(row, result, writer)} ({writer.number(_value(metric, row))})" for row in above[:MOST_NAMED]]
    counted = f"{writer.count('above', len(above))} of {writer.count('groups', len(rows))} {metric.above_nothing}"
    more = " and others" if len(above) > MOST_NAMED else ""
    return f"{counted}{': ' if named else ''}{'; '.join(named)}{more}."


def _value(metric: Metric, row: TableRow) -> Figure | None:
    """A row's figure of one metric, rounded as the table shows it."""
    return next((one for one in row.figures if one is not None and one.key == metric.name), None)


def row_name(row: TableRow, result: Result, writer: Writer) -> str:
    """What a row is called: the names of its breakdowns."""
    said = [
        writer.label(label) if name in TIME else writer.name(label.replace("_", " ") if name in ADJECTIVES else label)
        for name, label in zip(result.query.by, row.labels, strict=True)
    ]
    return ", ".join(said)


def _how_many(result: Result, table: Table, writer: Writer) -> str:
    having = result.query.having
    metric = result.metrics[lead(result)]
    limits = " and ".join(_limit(one, result, writer) for one in having.each) if having else ""
    known = sum(group.cells[lead(result)].value is not None for group in result.groups)
    shown = " shown" if any(group.cells[lead(result)].hidden for group in result.groups) else ""
    if having == Threshold(Comparison.MORE, Fraction(0)) and metric.unit in AMOUNTS and len(result.query.by) == 1:
        found = counted(result.query.by[0], len(table.rows), writer.view.settings.nouns)
        return f"{metric.title}{about(result, writer)}: {writer.number(found.figure)}{found.noun}{shown} with any."
    found_rows, groups = writer.count("found", len(table.rows)), writer.count("groups", known)
    return f"{metric.title}{about(result, writer)}, by {_by(result)}: {found_rows} of {groups}{shown} {limits}."


def _limit(one: Threshold, result: Result, writer: Writer) -> str:
    """As in "above 10 h", and of another metric "with margin below 30 %"."""
    place = limited(one, result)
    metric = result.metrics[place]
    compared = BY_A_DAY if one.day else COMPARED
    said = f"{compared[one.op]} {writer.number(figure_of(metric, one.value, writer.view, ('limit',)))}"
    return said if place == lead(result) else f"with {metric.spoken} {said}"


def _yes_or_no(result: Result, having: Threshold, writer: Writer) -> str:
    """Whether the one number keeps to the limit that was asked about."""
    values = [(one, result.total.cells[limited(one, result)].value) for one in having.each]
    known = [(one, value) for one, value in values if value is not None]
    if len(known) < len(values):
        return ""
    holds = all(one.op.holds(value, one.value) for one, value in known)
    limits = " and ".join(_limit(one, result, writer) for one in having.each)
    return f"{'Yes, that is' if holds else 'No, that is not'} {limits}."


MOST_NAMED = 5


def _named_rows(result: Result, table: Table, writer: Writer) -> str:
    place = lead(result)
    metric = result.metrics[place]
    rows = table.rows[:MOST_NAMED]
    if not rows:
        return ""
    said = [f"{row_name(row, result, writer)} ({writer.number(_value(metric, row))})" for row in rows]
    more = " and others" if len(table.rows) > MOST_NAMED else ""
    return f"{', '.join(said)}{more}."


def _nothing(result: Result, writer: Writer) -> str:
    asked = f"{_titles(result)} by {_by(result)}{about(result, writer)}"
    if result.query.having is None:
        return f"{asked}: nothing was recorded."
    limits = " and ".join(_limit(one, result, writer) for one in result.query.having.each)
    return f"{asked}: none {limits}."
