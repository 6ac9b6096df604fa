"""Shares, means and running totals: columns made of verified cells, and the sentences that tell them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from functools import cached_property

from assistant.agency import calendar as days
from assistant.agency.periods import Calendar, Period
from assistant.figures import Figure, Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric
from assistant.metrics.dimensions import TIME
from assistant.picking import cumulated, whole_of_each
from assistant.query import Derived, Form, Query
from assistant.result import Cell, Group, Key, Result

TITLES = {
    Form.SHARE: "Share",
    Form.AVERAGE: "Average",
    Form.CUMULATIVE: "Cumulative",
    Form.CUMULATED_SHARE: "Cumulated share",
    Form.ANNUALISED: "Annualised",
}
MONDAY_TO_FRIDAY = 5
MONTHS_IN_A_YEAR = 12


def applies_to(metric: Metric) -> bool:
    """Whether shares, means and running totals of it mean anything: it is added up, and is no day."""
    return metric.kind is Kind.SUM and metric.unit not in (Unit.DATE, Unit.HEALTH)


def is_made_of(metric: Metric, derived: Derived) -> bool:
    """Whether the column is made for this metric: a ratio is of the first one only."""
    return applies_to(metric) and metric.name != derived.of


def name_of(metric: Metric, derived: Derived) -> str:
    """The column's name: revenue_share, invoiced_of_revenue, cost_per_billable_hours."""
    joint = "of" if is_a_share(metric, derived) else "per"
    return f"{metric.name}_{joint}_{derived.of}" if derived.of else f"{metric.name}_{derived.form.value}"


def is_a_share(metric: Metric, derived: Derived) -> bool:
    """Whether one metric over another is a share of it, and not so much of it for each: cost per billable hour."""
    return derived.form is Form.RATIO and METRICS[derived.of].unit is metric.unit


def for_each(derived: Derived) -> str:
    """As in "billable hour", of what a metric is told for each."""
    return METRICS[derived.of].title.lower().removesuffix("s")


def unit_of(metric: Metric, derived: Derived) -> Unit:
    """A share is a percent; all else counts what the metric counts, a mean of people being no people."""
    if derived.form in (Form.SHARE, Form.CUMULATED_SHARE) or is_a_share(metric, derived):
        return Unit.PERCENT
    return Unit.COUNT if metric.unit is Unit.PEOPLE else metric.unit


def columns_of(metric: Metric, derived: Derived) -> tuple[tuple[str, str, Unit], ...]:
    """The name, the title and the unit of each column that is made of a metric."""
    title = TITLES[derived.form] if not derived.of else f"Of {METRICS[derived.of].title.lower()}"
    title = f"Per {for_each(derived)}" if derived.of and not is_a_share(metric, derived) else title
    made = ((name_of(metric, derived), title, unit_of(metric, derived)),)
    own = replace(derived, form=Form.SHARE)
    return (*columns_of(metric, own), *made) if derived.form is Form.CUMULATED_SHARE else made


def units_in(period: Period, unit: str, calendar: Calendar) -> Fraction:
    """How many of a unit of time a period has: working days Monday to Friday, months by their own lengths."""
    if period.start is None:
        return Fraction(0)
    every = [period.start + timedelta(days=place) for place in range(period.days)]
    if unit == "day":
        return Fraction(sum(one.weekday() < MONDAY_TO_FRIDAY for one in every))
    if unit == "week":
        return Fraction(len(every), 7)
    found: dict[str, int] = {}
    for one in every:
        name = days.bucket(one, unit, calendar)
        found[name] = found.get(name, 0) + 1
    return sum((Fraction(count, _length(unit, name, period, calendar)) for name, count in found.items()), Fraction(0))


def _length(unit: str, name: str, period: Period, calendar: Calendar) -> int:
    """How many days the whole month, quarter or year has of which the period holds a part."""
    around = 366
    first = (period.start or period.end) - timedelta(days=around)
    several = range((period.end - first).days + around)
    return sum(days.bucket(first + timedelta(days=place), unit, calendar) == name for place in several)


@dataclass(frozen=True)
class Made:
    """What is made of the numbers of one result."""

    result: Result
    derived: Derived
    calendar: Calendar
    apart: Result
    """The same with a row for each of the things a mean is over, where the rows shown have several of them."""

    @property
    def is_cumulated(self) -> bool:
        """Whether shares are added up from the largest on, so that rows stand in that order."""
        return self.derived.form is Form.CUMULATED_SHARE

    @property
    def ranks(self) -> bool:
        """Whether rows stand in the order of what is made, and not of what it is made of."""
        return bool(self.derived.of) or self.apart is not self.result

    @cached_property
    def over_time(self) -> Fraction:
        """How many units of time a mean is over; 1 where it is over things alone."""
        unit = next((one for one in self.derived.per if one in TIME), "")
        return units_in(self.result.query.period, unit, self.calendar) if unit else Fraction(1)

    def things(self, place: int, row: Key = ()) -> int:
        """How many things a mean is over: those in which there is any of it; 1 where it is over time alone."""
        if not any(one not in TIME for one in self.derived.per):
            return 1
        by, rows = self.apart.query.by, self.result.query.by
        kept = [by.index(one) for one in rows] if self.apart is not self.result else []
        own = [at for at in range(len(by)) if at not in kept]
        found = {
            tuple(group.key[at] for at in own)
            for group in self.apart.groups
            if group.cells[place].value and None not in [group.key[at] for at in own]
            if not row or tuple(group.key[at] for at in kept) == row
        }
        return len(found)

    def _sums(self, place: int) -> Mapping[Key, Fraction | None]:
        """The sum of each row and those before it in time, of the same things."""
        sums: dict[Key, Fraction | None] = {}
        so_far: dict[Key, Fraction | None] = {}
        by = self.result.query.by
        times = [at for at, name in enumerate(by) if name in TIME]
        for group in sorted(self.result.groups, key=lambda one: [one.key[at] or "" for at in times]):
            same = tuple(part for at, part in enumerate(group.key) if at not in times)
            before, value = so_far.get(same, Fraction(0)), group.cells[place].value
            so_far[same] = None if before is None or value is None else before + value
            sums[group.key] = so_far[same]
        return sums

    def value(self, place: int, group: Group) -> Fraction | None:
        """The derived value of one metric in one row, or in the total."""
        own = group.cells[place].value
        if own is None:
            return None
        is_total = group is self.result.total
        if self.derived.form is Form.RATIO:
            other = group.cells[[one.name for one in self.result.metrics].index(self.derived.of)].value
            return own / other if other else None
        if self.derived.form in (Form.AVERAGE, Form.ANNUALISED):
            several = is_total or self.apart is not self.result
            over = self.over_time * (self.things(place, group.key) if several else 1)
            times = MONTHS_IN_A_YEAR if self.derived.form is Form.ANNUALISED else 1
            return own * times / over if over else None
        if is_total:
            return own if self.derived.form is Form.CUMULATIVE else Fraction(1) if own else None
        if self.derived.form is Form.CUMULATIVE:
            return self._by_key[place][group.key]
        whole = self._by_key[place][group.key]
        part = self._up_to[place][group.key] if self.derived.form is Form.CUMULATED_SHARE else own
        return part / whole if whole and part is not None else None

    @cached_property
    def _by_key(self) -> Sequence[Mapping[Key, Fraction | None]]:
        places = range(len(self.result.metrics))
        if self.derived.form is Form.CUMULATIVE:
            return [self._sums(place) for place in places]
        return [whole_of_each(self.result, place) for place in places]

    @cached_property
    def _up_to(self) -> Sequence[Mapping[Key, Fraction | None]]:
        return [cumulated(self.result, place) for place in range(len(self.result.metrics))]

    def figures(
        self, place: int, group: Group, currency: str | None, where: tuple[str, ...]
    ) -> tuple[Figure | None, ...]:
        """What is made of a row, a figure for each column: before a share of all up to it stands its own."""
        made = (self.figure(place, group, currency, where),)
        if self.derived.form is not Form.CUMULATED_SHARE:
            return made
        own = replace(self, derived=replace(self.derived, form=Form.SHARE))
        return (own.figure(place, group, currency, where), *made)

    def figure(self, place: int, group: Group, currency: str | None, where: tuple[str, ...]) -> Figure | None:
        """The derived value as a figure."""
        metric, value = self.result.metrics[place], self.value(place, group)
        if value is None:
            return None
        unit = unit_of(metric, self.derived)
        return Figure(name_of(metric, self.derived), value, unit, currency if unit is Unit.MONEY else None, where)

    def shows(self, group: Group) -> bool:
        """Whether a row is among those asked for: of a named part, only it."""
        part, by = self.derived.part, self.result.query.by
        if part is None or part.field not in by:
            return True
        return (group.key[by.index(part.field)] in part.ids) is not part.negated


def made_of(result: Result, calendar: Calendar) -> Made | None:
    """What is made of a result's numbers, where that is asked."""
    derived = result.query.derived
    return Made(_by_row(result, derived), derived, calendar, result) if derived else None


def shown_query(result: Result) -> Query:
    """The query with the breakdowns that the rows shown have."""
    derived = result.query.derived
    return _by_row(result, derived).query if derived else result.query


def _by_row(result: Result, derived: Derived) -> Result:
    """As in "average per person, by team": one row for each team, whatever people it has."""
    by = result.query.by
    rows = tuple(one for one in by if one not in derived.per)
    if derived.form is not Form.AVERAGE or not rows or len(rows) == len(by):
        return result
    places = [by.index(one) for one in rows]
    together: dict[Key, list[Group]] = {}
    for group in result.groups:
        together.setdefault(tuple(group.key[at] for at in places), []).append(group)
    groups = tuple(_added_up(key, found, result) for key, found in together.items())
    return replace(result, query=replace(result.query, by=rows), groups=groups)


def _added_up(key: Key, groups: Sequence[Group], result: Result) -> Group:
    """The exact sum of each metric over some rows; unknown where one of them is."""
    cells = []
    for place, metric in enumerate(result.metrics):
        values = [group.cells[place].value for group in groups]
        known = [value for value in values if value is not None]
        whole = applies_to(metric) and len(known) == len(values)
        cells.append(Cell(sum(known, Fraction(0)) if whole else None))
    return Group(key, tuple(cells))
