"""How rows are told beside the mean of them all: which are above or below it, by how much, and what the mean is of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.answers.counted import counted
from assistant.answers.table import Table, TableRow, away_from_mean, figure_of, mean_figure
from assistant.answers.wording import MOST_NAMED, Writer, about, row_name
from assistant.figures import Figure, Unit
from assistant.metrics.definition import Kind, Metric
from assistant.picking import in_the_mean, lead, mean_of_rows
from assistant.query import Comparison, ToMean
from assistant.result import Result

SIDES: Mapping[Comparison, str] = {
    Comparison.MORE: "above",
    Comparison.LESS: "below",
    Comparison.AT_LEAST: "at or above",
    Comparison.AT_MOST: "at or below",
    Comparison.EQUAL: "exactly at",
}


@dataclass(frozen=True)
class Telling:
    """One result whose rows are held against their mean, as its sentences need it."""

    asked: ToMean
    result: Result
    table: Table
    writer: Writer

    @property
    def metric(self) -> Metric:
        """What was asked."""
        return self.result.metrics[lead(self.result)]


def beside_the_mean(asked: ToMean, result: Result, table: Table, writer: Writer) -> str:
    """As in "Tracked hours, last month: 4 of 9 people are above the mean of 120 h (of 9 people with any). Ana …"."""
    told = Telling(asked, result, table, writer)
    title = f"{told.metric.title}{about(result, writer)}"
    mean = mean_of_rows(result, lead(result))
    if mean is None:
        hidden = any(one.cells[lead(result)].hidden for one in result.groups)
        return f"{title}: {'the mean cannot be shown' if hidden else 'there is nothing to take a mean of'}."
    if asked.limit is None and len(table.rows) == 1:
        own, far = _own(table.rows[0], mean, told)
        return f"{title}: {row_name(table.rows[0], result, writer)} has {own}, {far} {_mean(told, mean)}."
    if asked.limit is None and not table.rows:
        return f"{title}: none for {_names(asked, writer)}, beside {_mean(told, mean)}."
    first = f"{title}: {_compared(told)} {_mean(told, mean)}."
    named = "; ".join(
        f"{row_name(row, result, writer)} ({', '.join(_own(row, mean, told))})" for row in table.rows[:MOST_NAMED]
    )
    more = " and others" if len(table.rows) > MOST_NAMED else ""
    return f"{first} {named}{more}." if named else first


def _names(asked: ToMean, writer: Writer) -> str:
    return " and ".join(writer.name(one) for one in (asked.only.names if asked.only else ()))


def _compared(told: Telling) -> str:
    """As in "4 of 9 people are above", or of those asked for by name "beside"."""
    if told.asked.limit is None:
        return "beside"
    found = told.writer.count("found", len(told.table.rows))
    sides = " and ".join(f"{SIDES[one.op]}{_times(one.value, told.writer)}" for one in told.asked.limit.each)
    return f"{found} of {_many(told.table.groups, told)} {'is' if len(told.table.rows) == 1 else 'are'} {sides}"


def _many(number: int, told: Telling) -> str:
    """So many rows, in words: "9 people"."""
    rows = counted(told.result.query.by[0], number, told.writer.view.settings.nouns)
    return f"{told.writer.number(rows.figure)}{rows.noun}"


def _times(value: Fraction, writer: Writer) -> str:
    """As in "above 200 % of the mean"."""
    return "" if value == 1 else f" {writer.number(Figure('part_of_mean', value, Unit.PERCENT))} of"


def _mean(told: Telling, mean: Fraction) -> str:
    """What it is, and of how many: the mean of those with any, or the rate of all of them together."""
    number = told.writer.number(mean_figure(told.metric, mean, told.writer.view))
    of = _many(len(in_the_mean(told.result, lead(told.result))), told)
    if told.metric.kind is Kind.SUM:
        return f"the mean of {number} (of {of} with any)"
    return f"the {number} of all {of} together"


def _own(row: TableRow, mean: Fraction, told: Telling) -> tuple[str, str]:
    """What a row has, and how far that is from the mean."""
    value = row.cells[lead(told.result)].value
    own = told.writer.number(figure_of(told.metric, value, told.writer.view, row.labels))
    away = away_from_mean(told.metric, value, mean, told.writer.view, row.labels)
    if away is None or not away.value:
        return own, "just like"
    far = told.writer.number(replace(away, value=abs(away.value)))
    return own, f"{far} {'above' if away.value > 0 else 'below'}"
