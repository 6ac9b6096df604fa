"""The one table of an answer: what the text says, the chart draws and the exports hold."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.agency.calendar import WEEKDAYS
from assistant.answers.derived import Made, columns_of, is_made_of, made_of
from assistant.figures import Figure, Unit, adding_up, show, to_json
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.metrics.invoices import BUCKETS, NOT_DUE
from assistant.permissions.view import View
from assistant.picking import in_order_of_share, is_nobody, kept, lead, mean_of_rows, moved_by
from assistant.query import Order, Query
from assistant.result import Cell, Group, Key, Result

AGEING = (NOT_DUE, *(name for _, name in reversed(BUCKETS)))
"""How late, from the earliest on."""

NO_VALUE = "n/a"


@dataclass(frozen=True)
class Column:
    """One column: a dimension, or a metric (with its unit, and whether it is the value, before or change)."""

    name: str
    kind: str
    title: str
    unit: Unit | None = None
    currency: str | None = None
    over_nothing: str = NO_VALUE
    """What stands where an item has no value."""

    def to_json(self) -> dict[str, object]:
        """The column as `interface.md` writes it; the unit of money is its currency."""
        if self.unit is None:
            return {"name": self.name, "kind": self.kind}
        return {"name": self.name, "kind": self.kind, "unit": self.currency or self.unit.value}


@dataclass(frozen=True)
class TableRow:
    """A row: the ids it stands for, its labels, and one figure a metric column (None where there is no value)."""

    key: Key
    labels: tuple[str, ...]
    figures: tuple[Figure | None, ...]
    cells: tuple[Cell, ...]

    def to_json(self) -> list[object]:
        """Labels, then full-precision numbers."""
        return [*self.labels, *(None if one is None else to_json(one) for one in self.figures)]


@dataclass(frozen=True)
class Table:
    """Columns and rows in the order shown; `total` is over all that was asked, None where rows were cut away.

    `groups` is how many rows there were before a threshold or a limit cut some.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    total: TableRow | None
    groups: int

    def shown(self, locale: str) -> list[list[str]]:
        """Every row as a reader sees it; the parts of a sum are rounded so that they add up to the shown total."""
        by_column = [self._shown_column(place, locale) for place in range(len(self.columns) - self._dimensions)]
        return [[*row.labels, *cells] for row, *cells in zip(self.rows, *by_column, strict=True)]

    def shown_total(self, locale: str) -> list[str] | None:
        """The total as a reader sees it."""
        if self.total is None or self._has_none:
            return None
        blank = ["Total", *[""] * (self._dimensions - 1)] if self._dimensions else []
        return [*blank, *(_cell_text(one, locale) for one in self.total.figures)]

    @property
    def _has_none(self) -> bool:
        """Whether there is no whole of the rows: of each by itself, and of none together; nothing is hidden."""
        total = self.total
        known = total is None or any(total.figures) or any(one.hidden for one in total.cells)
        return bool(self._dimensions) and not known

    def as_said(self) -> "Table":
        """The same with every figure rounded as in its column, so that a sentence says what the table shows."""
        places = range(len(self.columns) - self._dimensions)
        by_column = [self.rounded(place) for place in places]
        rows = tuple(
            replace(row, figures=(*figures, *row.figures[len(by_column) :]))
            for row, *figures in zip(self.rows, *by_column, strict=True)
        )
        return replace(self, rows=rows)

    @property
    def _dimensions(self) -> int:
        return sum(column.kind == "dimension" for column in self.columns)

    def rounded(self, place: int) -> list[Figure | None]:
        """The figures of one metric column; the parts of a sum are rounded so that they add up to the shown total."""
        figures = [row.figures[place] for row in self.rows]
        total = self.total.figures[place] if self.total is not None else None
        known = [one for one in figures if one is not None]
        if total is not None and len(known) == len(figures) and sum(one.value for one in known) == total.value:
            return list(adding_up(known, total))
        return figures

    def _shown_column(self, place: int, locale: str) -> list[str]:
        figures, blank = self.rounded(place), self._without(place)
        return [_cell_text(one, locale, blank(row)) for one, row in zip(figures, self.rows, strict=True)]

    def _without(self, place: int) -> Callable[[TableRow], str]:
        """What stands in a row where a column has no value: what its item says there, else n/a."""
        column = self.columns[self._dimensions + place]
        return lambda row: column.over_nothing if any(cell.is_item for cell in row.cells) else NO_VALUE

    def to_json(self) -> dict[str, object]:
        """The table as `interface.md` writes it."""
        total = None
        if self.total is not None:
            dimensions = sum(column.kind == "dimension" for column in self.columns)
            total = [*([None] * dimensions), *self.total.to_json()]
        return {
            "columns": [column.to_json() for column in self.columns],
            "rows": [row.to_json() for row in self.rows],
            "total": total,
        }


def _cell_text(figure: Figure | None, locale: str, blank: str = NO_VALUE) -> str:
    return blank if figure is None else show(figure, locale)


def arrange(result: Result, view: View) -> Table:
    """Name, cut and order the groups of a result."""
    made = made_of(result, view.calendar)
    result = made.result if made else result
    query = result.query
    picked = kept(result)
    groups = [one for one in result.groups if one.key in picked and (made is None or made.shows(one))]
    picks = query.having or query.by_change or query.limit or query.to_mean
    groups = [one for one in groups if not (picks and is_nobody(query, one.key))]
    groups = _by_day(groups, query, view) if query.order in BY_DAY else _ordered(groups, result, view, made)
    shown = _as_shown(_first(groups, result, view) if query.within else _cut(groups, query), result, view, made)
    rows = tuple(_row(group, result, view, made) for group in shown)
    # The whole stands under the parts it is the whole of, whichever of them are shown.
    cut = query.by and made is None and (query.having is not None or len(shown) < len(result.groups))
    cut = cut or query.at_ends is not None or query.to_mean is not None
    total = None if cut else _row(result.total, result, view, made)
    if not query.by:
        return Table(_columns(result, view), () if total is None else (total,), total, 1)
    could = sum(not (picks and is_nobody(query, one.key)) for one in result.groups)
    return Table(_columns(result, view), rows, total, could).as_said()


def _as_shown(groups: list[Group], result: Result, view: View, made: Made | None) -> list[Group]:
    """The rows that were picked, in the order in which they are to be told: the top five, the lowest of them first."""
    query = result.query
    if not (query.shown and query.limit) or query.within:
        return groups
    return _ordered(groups, replace(result, query=replace(query, order=query.shown)), view, made)


def _first(groups: list[Group], result: Result, view: View) -> list[Group]:
    """The first so many of what is in order, or of each: months one after another, all else by its best row."""
    query = result.query
    if not query.within:
        return groups[: query.limit]
    places = [query.by.index(name) for name in query.within]
    of_each: dict[Key, list[Group]] = defaultdict(list)
    for one in groups:
        of_each[tuple(one.key[at] for at in places)].append(one)
    if set(query.within) <= set(TIME):
        of_each = dict(sorted(of_each.items(), key=lambda each: _labels(each[1][0].key, query, view)[places[0]]))
    return [one for each in of_each.values() for one in each[: query.limit]]


def _ordered(groups: list[Group], result: Result, view: View, made: Made | None) -> list[Group]:
    """By time where the first breakdown is time and nothing else is asked, by name where that is; else by value."""
    query, place = result.query, lead(result)
    named = {group.key: _labels(group.key, query, view) for group in groups}
    if made and made.is_cumulated:
        return _largest_first(groups, result, place)
    beside = query.in_each or query.in_so_many
    if beside and query.order is not Order.NAME:
        by_their_number = query.order if query.in_so_many else None
        return _side_by_side(groups, query.by.index(beside.field), place, named, by_their_number)
    by_time = query.order is None and any(name in TIME for name in query.by)
    if not query.by or by_time or query.order is Order.NAME:
        return sorted(groups, key=lambda group: named[group.key])
    if "weekday" in query.by and query.order is None:
        return sorted(groups, key=lambda group: tuple(map(_in_the_week, query.by, named[group.key])))
    if query.by == ("ageing",) and query.order is None:
        return sorted(groups, key=lambda group: AGEING.index(group.key[0] or NOT_DUE))
    soonest_first = query.order is None and result.metrics[place].unit is Unit.DATE
    sign = 1 if query.order is Order.ASC or soonest_first else -1

    def rank(group: Group) -> tuple[bool, Fraction, tuple[str, ...]]:
        value = moved_by(query.by_change, group, place) if query.by_change else group.cells[place].value
        value = made.value(place, group) if made and made.ranks else value
        return (value is None, sign * (value or Fraction(0)), named[group.key])

    return sorted(groups, key=rank)


BY_DAY = (Order.LATEST, Order.EARLIEST)


def which_first(query: Query) -> str:
    """What is told of the rows that come first."""
    order = query.order or Order.DESC
    return {Order.DESC: "highest", Order.ASC: "lowest", Order.NAME: "first"}.get(order, order.value)


def _when(query: Query) -> int:
    """The place of the first breakdown by time."""
    return next(at for at, name in enumerate(query.by) if name in TIME)


def _by_day(groups: list[Group], query: Query, view: View) -> list[Group]:
    """From the last or the first day on; those of one day by their names."""
    at = _when(query)
    known = sorted((one for one in groups if one.key[at]), key=lambda one: _labels(one.key, query, view))
    known.sort(key=lambda one: one.key[at] or "", reverse=query.order is Order.LATEST)
    return [*known, *(one for one in groups if not one.key[at])]


def _cut(groups: list[Group], query: Query) -> list[Group]:
    """As many as were asked for; where days are counted from one end, all of the last day that is shown."""
    if not query.limit or query.order not in BY_DAY or len(groups) <= query.limit:
        return groups[: query.limit] if query.limit else groups
    at = _when(query)
    days = [one.key[at] for one in groups[: query.limit]]
    return [one for one in groups if one.key[at] in days]


def _largest_first(groups: list[Group], result: Result, place: int) -> list[Group]:
    """In the order in which shares are added up; within each unit of time, where there are any."""
    picked, by = {one.key for one in groups}, result.query.by
    ordered = [one for one in in_order_of_share(result, place) if one.key in picked]
    return sorted(ordered, key=lambda one: [one.key[at] or "" for at, name in enumerate(by) if name in TIME])


def _side_by_side(
    groups: list[Group], at: int, place: int, named: Mapping[Key, tuple[str, ...]], by_their_number: Order | None
) -> list[Group]:
    """What somebody has of each of several in rows after one another; those with the most in all come first.

    By their number those with the most, or the fewest, rows come first.
    """
    sums: dict[Key, Fraction] = defaultdict(Fraction)
    number: dict[Key, int] = defaultdict(int)
    for one in groups:
        sums[(*one.key[:at], *one.key[at + 1 :])] += one.cells[place].value or Fraction(0)
        number[(*one.key[:at], *one.key[at + 1 :])] += {Order.DESC: -1, Order.ASC: 1, None: 0}.get(by_their_number, 0)

    def rank(one: Group) -> tuple[int, Fraction, tuple[str, ...], str]:
        labels, whose = named[one.key], (*one.key[:at], *one.key[at + 1 :])
        return (number[whose], -sums[whose], (*labels[:at], *labels[at + 1 :]), labels[at])

    return sorted(groups, key=rank)


def _in_the_week(dimension: str, label: str) -> tuple[int, str]:
    """What a label is ordered by: weekdays from Monday on, all else by name."""
    return (WEEKDAYS.index(label) if dimension == "weekday" else 0, label)


def _labels(key: Key, query: Query, view: View) -> tuple[str, ...]:
    first = METRICS[query.metrics[0]]
    return tuple(label_of(name, part, view, first) for name, part in zip(query.by, key, strict=True))


def label_of(dimension: str, part: str | None, view: View, metric: Metric | None = None) -> str:
    """What a reader calls one value of a dimension; the row without one may have its own name with a metric."""
    if part is None:
        own = {} if metric is None else metric.none
        return own.get(dimension, DIMENSIONS[dimension].none)
    return part if dimension in TIME else view.label(dimension, part)


def _row(group: Group, result: Result, view: View, made: Made | None) -> TableRow:
    figures: list[Figure | None] = []
    where = _labels(group.key, result.query, view) if group.key else ("total",)
    for position, metric in enumerate(result.metrics):
        now = group.cells[position]
        figures.append(figure_of(metric, now.value, view, where))
        if group.before:
            figures.extend(_compared(metric, now.value, group.before[position].value, view, where))
        if result.query.to_mean and position == lead(result):
            figures.extend(_beside_mean(metric, now.value, mean_of_rows(result, position), view, where))
        if made is not None and is_made_of(metric, made.derived):
            figures.extend(made.figures(position, group, currency_of(metric, view), where))
    return TableRow(group.key, () if not group.key else where, tuple(figures), group.cells)


def _compared(
    metric: Metric, now: Fraction | None, before: Fraction | None, view: View, where: tuple[str, ...]
) -> list[Figure | None]:
    change = None if now is None or before is None else now - before
    made = [
        figure_of(metric, before, view, where, "_before"),
        None
        if change is None
        else Figure(f"{metric.name}_change", change, change_unit(metric), currency_of(metric, view), where),
    ]
    if metric.kind is Kind.SUM:
        share = None if change is None or not before else change / abs(before)
        key = f"{metric.name}_change_percent"
        made.append(None if share is None else Figure(key, share, Unit.PERCENT, None, where))
    return made


def _beside_mean(
    metric: Metric, value: Fraction | None, mean: Fraction | None, view: View, where: tuple[str, ...]
) -> list[Figure | None]:
    """The mean of all rows, and how far one of them is from it."""
    if mean is None:
        return [None, None]
    return [mean_figure(metric, mean, view), away_from_mean(metric, value, mean, view, where)]


def mean_figure(metric: Metric, mean: Fraction, view: View) -> Figure:
    """The mean of all rows, which stands in none of them."""
    return Figure(f"{metric.name}_mean", mean, _unit_of_mean(metric), currency_of(metric, view), ("total",))


def _unit_of_mean(metric: Metric) -> Unit:
    """What the metric counts; a mean of people is no people."""
    return Unit.COUNT if metric.unit is Unit.PEOPLE else metric.unit


def away_from_mean(
    metric: Metric, value: Fraction | None, mean: Fraction, view: View, where: tuple[str, ...]
) -> Figure | None:
    """How far a row is above the mean of all rows, or, negative, below it."""
    if value is None:
        return None
    return Figure(f"{metric.name}_mean_change", value - mean, _unit_of_mean(metric), currency_of(metric, view), where)


def figure_of(
    metric: Metric, value: Fraction | None, view: View, where: tuple[str, ...], suffix: str = ""
) -> Figure | None:
    """A metric's value as a figure that knows its unit and where it stands."""
    if value is None:
        return None
    return Figure(f"{metric.name}{suffix}", value, metric.unit, currency_of(metric, view), where)


def change_unit(metric: Metric) -> Unit:
    """What a change of it is counted in: from one day to another in days."""
    return Unit.DAYS if metric.unit is Unit.DATE else metric.unit


def currency_of(metric: Metric, view: View) -> str | None:
    """The base currency for money, None for everything else."""
    return view.settings.base_currency if metric.unit is Unit.MONEY else None


def _columns(result: Result, view: View) -> tuple[Column, ...]:
    made = [Column(name, "dimension", DIMENSIONS[name].noun.capitalize()) for name in result.query.by]
    for metric in result.metrics:
        currency = currency_of(metric, view)
        made.append(Column(metric.name, "metric", metric.title, metric.unit, currency, metric.over_nothing))
        if result.query.against is not None:
            before = "Usual" if result.query.against.stretches > 1 else "Before"
            made.append(Column(f"{metric.name}_before", "metric", before, metric.unit, currency))
            made.append(Column(f"{metric.name}_change", "metric", "Change", change_unit(metric), currency))
            if metric.kind is Kind.SUM:
                made.append(Column(f"{metric.name}_change_percent", "metric", "Change, percent", Unit.PERCENT))
        if result.query.to_mean and metric.name == result.query.metrics[0]:
            made.append(Column(f"{metric.name}_mean", "metric", "Mean of all", _unit_of_mean(metric), currency))
            made.append(Column(f"{metric.name}_mean_change", "metric", "Away from it", _unit_of_mean(metric), currency))
        derived = result.query.derived
        if derived is not None and is_made_of(metric, derived):
            for name, title, unit in columns_of(metric, derived):
                made.append(Column(name, "metric", title, unit, currency if unit is Unit.MONEY else None))
    return tuple(made)
