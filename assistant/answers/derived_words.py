"""How shares, means and running totals are said: the part and its whole, the sum and what it is divided by."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.answers.counted import several
from assistant.answers.derived import Made, for_each, is_a_share, made_of, name_of, unit_of
from assistant.answers.table import Table, TableRow, figure_of
from assistant.answers.wording import COMPARED, MOST_NAMED, ROWS_WITH_ENDS, Writer, about, row_name
from assistant.figures import Figure, Unit
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.picking import lead, making_up
from assistant.query import Form, Order, Threshold
from assistant.result import Result


@dataclass(frozen=True)
class Telling:
    """One result with what is made of it, as its sentences need it."""

    made: Made
    table: Table
    writer: Writer

    @property
    def result(self) -> Result:
        """What was counted."""
        return self.made.result

    @property
    def metric(self) -> Metric:
        """The metric that was asked first."""
        return self.result.metrics[lead(self.result)]

    @property
    def by(self) -> str:
        """The breakdowns, in words."""
        return " and ".join(DIMENSIONS[name].noun for name in self.result.query.by)

    @property
    def about(self) -> str:
        """The filters and the period."""
        return about(self.result, self.writer)

    def total(self) -> Figure | None:
        """All of it."""
        value = self.result.total.cells[lead(self.result)].value
        return figure_of(self.metric, value, self.writer.view, ("total",))

    def value(self, row: TableRow) -> Fraction:
        """What a row has of it."""
        return row.cells[lead(self.result)].value or Fraction(0)

    @property
    def column(self) -> int:
        """The place of the column that is made."""
        names = [one.name for one in self.table.columns if one.kind == "metric"]
        return names.index(name_of(self.metric, self.made.derived))


def derived_sentences(result: Result, table: Table, writer: Writer) -> str:
    """The reading that was taken, the numbers it stands on, and what stands out."""
    made = made_of(result, writer.view.calendar)
    if made is None:
        return ""
    telling = Telling(made, table, writer)
    if made.derived.limit:
        return _within_limit(telling, made.derived.limit)
    said = TOLD[made.derived.form](telling)
    return said if made.derived.of else " ".join([said, *_others(telling)])


def _within_limit(told: Telling, limit: Threshold) -> str:
    """As in "Non-billable hours as a share of tracked hours by client, last month: 2 of 9 above 20 %"."""
    of = next((one.title.lower() for one in told.result.metrics if one.name == told.made.derived.of), "")
    title = f"{told.metric.title} as a share of {of}" if of else f"Share of {told.metric.spoken}"
    found, groups = told.writer.count("found", len(told.table.rows)), told.writer.count("groups", told.table.groups)
    figure = Figure(name_of(told.metric, told.made.derived), limit.value, Unit.PERCENT, None, ("limit",))
    first = f"{title} by {told.by}{told.about}: {found} of {groups} {COMPARED[limit.op]} {told.writer.number(figure)}."
    return f"{first} {_named(told, told.table.rows)}".strip()


def _others(told: Telling) -> list[str]:
    """What stands beside the first metric, as a sum."""
    others = [place for place, one in enumerate(told.result.metrics) if one is not told.metric]
    totals = [(told.result.metrics[place], told.result.total.cells[place].value) for place in others]
    figures = [(one, figure_of(one, value, told.writer.view, ("total",))) for one, value in totals]
    return [f"{one.title}: {told.writer.number(figure)} in all." for one, figure in figures]


def _mean(told: Telling) -> str:
    """As in "Average revenue per month, this year: €1,000 (€9,000 over 9 months)"."""
    rows = f", by {told.by}" if told.made.apart is not told.result else ""
    title = f"Average {told.metric.spoken} per {' and '.join(told.made.derived.per)}{rows}{told.about}"
    mean = told.table.total.figures[told.column] if told.table.total else None
    if mean is None:
        return f"{title}: n/a."
    said = f"{told.writer.number(mean)} ({told.writer.number(told.total())} over {' and '.join(_over(told))})"
    ends = _ends(told) if rows else ""
    return f"{title}: {said}. {ends}".strip()


def _annualised(told: Telling) -> str:
    """As in "Revenue annualised, last month: €3,600 a year, at the pace of €300 over 1 month"."""
    rows = f" by {told.by}" if told.result.query.by else ""
    title = f"{told.metric.title}{rows} annualised{told.about}"
    a_year = told.table.total.figures[told.column] if told.table.total else None
    if a_year is None:
        return f"{title}: n/a."
    pace = f"{told.writer.number(told.total())} over {_units('month', told)}"
    ends = _ends(told) if rows else ""
    return f"{title}: {told.writer.number(a_year)} a year, at the pace of {pace}. {ends}".strip()


def _ends(told: Telling) -> str:
    """The rows with the highest and the lowest value of what is made."""
    valued = [(one.value, row) for row in told.table.rows if (one := row.figures[told.column]) and None not in row.key]
    if len(valued) < ROWS_WITH_ENDS:
        return ""
    low, high = min(valued, key=lambda one: one[0])[1], max(valued, key=lambda one: one[0])[1]
    names = [(row_name(row, told.result, told.writer), row.figures[told.column]) for row in (high, low)]
    ends = [f"{name} ({told.writer.number(figure)})" for name, figure in names]
    return f"Highest: {ends[0]}; lowest: {ends[1]}."


def _over(told: Telling) -> list[str]:
    """What the sum is divided by: things of which there is any, and units of time."""
    said = []
    for one in told.made.derived.per:
        if one in TIME:
            said.append(_units(one, told))
        else:
            number = Fraction(told.made.things(lead(told.result)))
            noun = several(one, number, told.writer.view.settings.nouns)
            said.append(f"{told.writer.count('things', int(number))} {noun} with any")
    return said


def _units(unit: str, told: Telling) -> str:
    """How many units of time: "9 months"; days are those from Monday to Friday."""
    number = told.made.over_time
    if unit == "day":
        return f"{told.writer.number(Figure('units', number, Unit.DAYS))} from Monday to Friday"
    return f"{told.writer.number(Figure('units', number, Unit.COUNT))} {unit if number == 1 else f'{unit}s'}"


def _running(told: Telling) -> str:
    """As in "Cumulative revenue by month, this year: €9,000 in all"."""
    first = f"Cumulative {told.metric.spoken} by {told.by}{told.about}"
    return f"{first}: {told.writer.number(told.total())} in all."


def _ratio(told: Telling) -> str:
    """As in "Invoiced as a share of revenue, last month: 82 % (€820 of €1,000)", and the ends of a breakdown."""
    result, of = told.result, told.made.derived.of
    other = next(place for place, one in enumerate(result.metrics) if one.name == of)
    share = is_a_share(told.metric, told.made.derived)
    over = f"as a share of {result.metrics[other].title.lower()}" if share else f"per {for_each(told.made.derived)}"
    title = f"{told.metric.title} {over}{told.about}"
    whole = figure_of(result.metrics[other], result.total.cells[other].value, told.writer.view, ("total",))
    total = told.table.total.figures[told.column] if told.table.total else None
    if total is None:
        first = f"{title}: n/a." if not result.query.by else f"{title}."
    else:
        amounts = f"{told.writer.number(told.total())} {'of' if share else 'over'} {told.writer.number(whole)}"
        first = f"{title}: {told.writer.number(total)} ({amounts})."
    return f"{first} {_ends(told)}".strip() if result.query.by else first


def _share(told: Telling) -> str:
    whole = told.total()
    if whole is None or not whole.value:
        return f"{told.metric.title}{told.about}: {_nothing_to_share(told)}."
    if told.made.derived.part is not None or told.result.query.limit:
        return _of_parts(told, whole)
    within = next((name for name in told.result.query.by if name in TIME), "")
    each = f", of each {within}" if within and len(told.result.query.by) > 1 else ""
    first = f"Share of {told.metric.spoken} by {told.by}{told.about}{each}: {told.writer.number(whole)} in all."
    rows = sorted((row for row in told.table.rows if told.value(row)), key=told.value, reverse=True)
    return f"{first} {_named(told, rows)}".strip()


def _nothing_to_share(told: Telling) -> str:
    hidden = any(one.cells[lead(told.result)].hidden for one in (*told.result.groups, told.result.total))
    return "cannot be shown" if hidden else "there is nothing to take a share of"


def _of_parts(told: Telling, whole: Figure) -> str:
    """As in "Revenue, last month: Acme has €1,000 of €9,000, 11.1 %"."""
    part = sum((told.value(row) for row in told.table.rows), Fraction(0))
    view, derived = told.writer.view, told.made.derived
    figure = figure_of(told.metric, part, view, ("part",))
    name, unit = name_of(told.metric, derived), unit_of(told.metric, derived)
    share = Figure(name, part / whole.value, unit, None, ("part",))
    first = f"{told.metric.title}{told.about}: {_whose(told)} {told.writer.number(figure)}"
    said = f"{first} of {told.writer.number(whole)}, which is {told.writer.number(share)}."
    return f"{said} {_named(told, told.table.rows)}".strip() if len(told.table.rows) > 1 else said


def _whose(told: Telling) -> str:
    query, part = told.result.query, told.made.derived.part
    if part is not None:
        names = " and ".join(told.writer.name(one.replace("_", " ")) for one in part.names)
        return f"all without {names} has" if part.negated else f"{names} {'have' if len(part.names) > 1 else 'has'}"
    if len(told.table.rows) == 1:
        return f"{row_name(told.table.rows[0], told.result, told.writer)} has"
    end = "lowest" if query.order is Order.ASC else "highest"
    shown = told.writer.count("shown", len(told.table.rows))
    return f"the {end} {shown} of {told.writer.count('groups', told.table.groups)} have"


def _named(told: Telling, rows: Sequence[TableRow], *, own: bool = False) -> str:
    """The first rows with their shares, rounded as the table shows them; their own, where these are added up, too."""
    column = told.column - 1 if own else told.column
    shares = dict(zip((row.key for row in told.table.rows), told.table.rounded(column), strict=True))
    said = [
        f"{row_name(row, told.result, told.writer)} {told.writer.number(shares[row.key])}" for row in rows[:MOST_NAMED]
    ]
    return f"{', '.join(said)}{' and others' if len(rows) > MOST_NAMED else ''}." if said else ""


def _cumulated(told: Telling) -> str:
    """As in "Revenue, last quarter: 4 of 22 clients make up 80 % of it: €8,200 of €10,000 together, 82 %."."""
    whole = told.total()
    if (
        whole is None
        or whole.value <= 0
        or any(one.cells[lead(told.result)].value is None for one in told.result.groups)
    ):
        return f"{told.metric.title} by {told.by}{told.about}: {_nothing_to_share(told)}."
    reach = told.made.derived.reach
    if set(told.result.query.by) & set(TIME):
        each = next(name for name in told.result.query.by if name in TIME)
        upto = f", those that make up {told.writer.number(_wanted(told, reach))}" if reach else ""
        return f"Cumulated share of {told.metric.spoken} by {told.by}{told.about}, of each {each}{upto}."
    if reach is None:
        first = f"Cumulated share of {told.metric.spoken} by {told.by}{told.about}: {told.writer.number(whole)} in all."
        return f"{first} {_up_to(told, Fraction(1, 2))} {_up_to(told, Fraction(4, 5))}".strip()
    rows = sorted(told.table.rows, key=told.value, reverse=True)
    return (
        f"{told.metric.title}{told.about}: {_up_to(told, reach, together=True)} {_named(told, rows, own=True)}".strip()
    )


def _wanted(told: Telling, reach: Fraction) -> Figure:
    return Figure(name_of(told.metric, told.made.derived), reach, Unit.PERCENT, None, ("reach",))


def _up_to(told: Telling, reach: Fraction, *, together: bool = False) -> str:
    """How few rows make up a part of the whole, and what they come to; or that all with a name do not."""
    result, place = told.result, lead(told.result)
    picked = [one for one in result.groups if one.key in making_up(reach, result, place)]
    named = [one for one in result.groups if None not in one.key and one.cells[place].value]
    part = sum((one.cells[place].value or Fraction(0) for one in picked), Fraction(0))
    whole = result.total.cells[place].value or Fraction(1)
    noun = several(result.query.by[-1], Fraction(len(named)), told.writer.view.settings.nouns)
    nouns = noun if len(result.query.by) == 1 else "rows"
    counted = f"{told.writer.count('found', len(picked))} of {told.writer.count('groups', len(named))} {nouns}"
    makes = "makes" if len(picked) == 1 else "make"
    sums = [figure_of(told.metric, one, told.writer.view, ("reach",)) for one in (part, whole)]
    share = told.writer.number(_wanted(told, part / whole))
    come_to = f"{told.writer.number(sums[0])} of {told.writer.number(sums[1])}, which is {share}"
    if part < reach * whole:
        return f"All {counted} together have {come_to}, and {told.writer.number(_wanted(told, reach))} is not reached."
    first = f"{counted} {makes} up {told.writer.number(_wanted(told, reach))} of it"
    return f"{first}: {'together ' if len(picked) > 1 else ''}{come_to}." if together else f"{first}."


TOLD = {
    Form.SHARE: _share,
    Form.AVERAGE: _mean,
    Form.CUMULATIVE: _running,
    Form.CUMULATED_SHARE: _cumulated,
    Form.RATIO: _ratio,
    Form.ANNUALISED: _annualised,
}
