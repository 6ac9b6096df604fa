"""The proof over a whole workspace: every metric by every breakdown, counted and picked twice, over all of its rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from assistant.agency.calendar import MONTHS_IN_A_QUARTER, MONTHS_IN_A_YEAR
from assistant.agency.periods import Calendar, Period
from assistant.calculation import calculate
from assistant.facts import Facts, gather
from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric, Outlook, Timing
from assistant.metrics.dimensions import TIME
from assistant.permissions.authorise import AuthorisedQuery, authorise
from assistant.permissions.house import LOCAL_OWNER, House
from assistant.permissions.view import View
from assistant.query import Against, ByChange, Comparison, Derived, Form, Query, Threshold, ToMean
from assistant.verification import Disagreed, Verified, verify
from assistant.verification_cells import Disagreement


@dataclass(frozen=True)
class Row:
    """One metric: how many questions were asked of it, how many cells compared, and how many differ."""

    metric: str
    questions: int
    cells: int
    disagreements: int


@dataclass(frozen=True)
class Proof:
    """What came of counting everything twice; `differing` are the cells that came out differently."""

    rows: tuple[Row, ...]
    differing: tuple[Disagreement, ...]

    @property
    def cells(self) -> int:
        """How many cells were compared."""
        return sum(row.cells for row in self.rows)

    @property
    def agrees(self) -> bool:
        """Whether every cell was counted twice to the same number."""
        return not self.differing

    def to_json(self) -> dict[str, object]:
        """The proof for programs: its rows, and every cell that differs."""
        return {
            "agrees": self.agrees,
            "cells": self.cells,
            "metrics": [vars(row) for row in self.rows],
            "disagreements": [one.to_json() for one in self.differing],
        }


def prove(house: House, today: date, tell: Callable[[str, int, int], None] | None = None) -> Proof:
    """Ask every metric, in all and by each of its dimensions, as one who may see every row.

    `tell` is called with the metric's title, how many are done, and how many there are.
    """
    view = house.view_as(LOCAL_OWNER)
    proofs = []
    for place, metric in enumerate(METRICS.values()):
        if tell is not None:
            tell(metric.title, place, len(METRICS))
        proofs.append(prove_metric(metric, view, today))
    return Proof(tuple(row for row, _ in proofs), tuple(cell for _, differing in proofs for cell in differing))


def prove_metric(metric: Metric, view: View, today: date) -> tuple[Row, tuple[Disagreement, ...]]:
    """One metric over its periods."""
    dated = (metric, view.calendar, today)
    outcomes = [outcome for query in (*questions(*dated), *picked(*dated)) for outcome in _ask(query, view, today)]
    differing = tuple(cell for one in outcomes if isinstance(one, Disagreed) for cell in one.disagreements)
    return Row(metric.name, len(outcomes), sum(one.cells for one in outcomes), len(differing)), differing


def questions(metric: Metric, calendar: Calendar, today: date) -> Iterator[Query]:
    """The total and each single breakdown, over each period; finished budgets too."""
    for period in periods(metric, calendar, today):
        for by in ((), *((dimension,) for dimension in metric.by)):
            yield Query((metric.name,), period, by=by, every_item=True)


def picked(metric: Metric, calendar: Calendar, today: date) -> Iterator[Query]:
    """The rows that moved far, and those that make up the most, by the first dimension that is no time."""
    by = next((one for one in metric.by if one not in TIME), "")
    if not by:
        return
    over = periods(metric, calendar, today)
    query = Query((metric.name,), over[0], by=(by,), every_item=True)
    far = Threshold(Comparison.AT_LEAST, Fraction(1, 10))
    if metric.outlook is not Outlook.FORECAST:
        yield replace(query, against=Against(over[1]), by_change=ByChange(None, far, is_relative=True))
    if metric.kind in (Kind.SUM, Kind.RATIO) and metric.unit not in (Unit.DATE, Unit.HEALTH):
        yield replace(query, to_mean=ToMean(Threshold(Comparison.MORE, Fraction(1))))
    if metric.kind is Kind.SUM and metric.unit not in (Unit.DATE, Unit.HEALTH):
        yield replace(query, derived=Derived(Form.CUMULATED_SHARE, reach=Fraction(4, 5)))


def _ask(query: Query, view: View, today: date) -> Iterator[Verified | Disagreed]:
    authorised = authorise(query, view, today)
    facts = gather(authorised, today) if isinstance(authorised, AuthorisedQuery) else None
    if isinstance(authorised, AuthorisedQuery) and isinstance(facts, Facts):
        outcome = verify(calculate(authorised, facts), authorised, facts)
        if isinstance(outcome, Verified | Disagreed):
            yield outcome


def periods(metric: Metric, calendar: Calendar, today: date) -> tuple[Period, Period]:
    """The stretches a metric is proved over: a state on two dates, what is past and what is to come."""
    this_month = today.replace(day=1)
    year_start = months_after(this_month, -_month_of_year(today, calendar))
    this_year = Period(year_start, before(months_after(year_start, MONTHS_IN_A_YEAR)), "this fiscal year")
    if metric.timing is Timing.STATE:
        return Period(None, today, "to date"), Period(None, before(this_month), "at the end of last month")
    if metric.outlook is Outlook.FORECAST:
        return this_year, _next_quarter(this_month, calendar)
    return Period(months_after(this_month, -MONTHS_IN_A_YEAR), before(this_month), "the last 12 months"), this_year


def _next_quarter(this_month: date, calendar: Calendar) -> Period:
    start = months_after(this_month, MONTHS_IN_A_QUARTER - _month_of_year(this_month, calendar) % MONTHS_IN_A_QUARTER)
    return Period(start, before(months_after(start, MONTHS_IN_A_QUARTER)), "next quarter")


def _month_of_year(day: date, calendar: Calendar) -> int:
    """How many months of the fiscal year have passed."""
    return (day.month - calendar.fiscal_year_starts) % MONTHS_IN_A_YEAR


def months_after(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    year, month = divmod(first.year * MONTHS_IN_A_YEAR + first.month - 1 + months, MONTHS_IN_A_YEAR)
    return date(year, month + 1, 1)


def before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)
