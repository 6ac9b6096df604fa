"""Are the numbers right: every cell of an answer against the reference SQL, and against what is worked on paper."""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.answers.answer import Answer
from assistant.answers.table import TableRow
from assistant.examination import Witness, testimony
from assistant.outcome import Ended
from assistant.permissions.house import House
from assistant.query import Comparison, Order, Query, Threshold
from assistant.result import Key
from eval.case import Case, ExpectedQuery, Figures, agrees
from eval.expected import by_hand

COMPARE: Mapping[Comparison, Callable[[Fraction, Fraction], bool]] = {
    Comparison.LESS: operator.lt,
    Comparison.AT_MOST: operator.le,
    Comparison.MORE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.EQUAL: operator.eq,
}


@dataclass(frozen=True)
class Examined:
    """An answer beside the query that was meant, in the house it was asked in."""

    answer: Answer
    meant: Query
    case: Case
    house: House

    def witnesses(self, period: Period) -> tuple[Witness, ...] | Ended:
        """What the reference SQL says to each metric that was meant."""
        return testimony(self.meant, period, self.case.asker.email, self.case.today, self.house)

    def rows(self) -> list[tuple[Key, TableRow]]:
        """The rows with their keys in the order of the breakdowns that were meant."""
        places = [self.answer.query.by.index(name) for name in self.meant.by]
        rows = self.answer.table.rows if places else ()
        return [(tuple(row.key[place] for place in places), row) for row in rows]


def against_reference(answer: Answer, wanted: ExpectedQuery, case: Case, house: House) -> Iterator[str]:
    """What of an answer is not what the reference SQL makes of the query that was meant."""
    if wanted.why or wanted.definitions:
        return
    meant = by_hand(wanted, answer.query, house.view_for(case.asker.email))
    if meant.restated:
        yield from _restated(answer, meant, case, house)
        return
    examined = Examined(answer, meant, case, house)
    yield from _in_period(examined, meant.period, "")
    if meant.against:
        yield from _in_period(examined, meant.against.period, "_before")


def _restated(answer: Answer, meant: Query, case: Case, house: House) -> Iterator[str]:
    """What of a restatement differs from what the reference makes of both states of the data; by part, the change."""
    states = [replace(meant, restated=None, known_on=day) for day in (None, meant.restated)]
    told = [Examined(answer, one, case, house) for one in states]
    sides = [one.witnesses(meant.period) for one in told]
    if any(isinstance(one, Ended) for one in sides):
        yield from (f"the query that was meant is answered with: {one.text}" for one in sides if isinstance(one, Ended))
        return
    now, before = (one[0] for one in sides if not isinstance(one, Ended))
    total = answer.table.total
    cells = [*told[0].rows(), *([] if total is None else [((), total)])]
    name = now.metric.name
    for key, row in cells:
        values = now.value(key or None), before.value(key or None)
        changed = (values[0] or Fraction(0)) - (values[1] or Fraction(0))
        columns = zip((name, f"{name}_before"), values, strict=True) if meant.by else [("change", changed)]
        for column, counted in columns:
            yield from _cell(column, key, _value(answer, row, column), counted)


def _in_period(examined: Examined, period: Period, suffix: str) -> Iterator[str]:
    witnesses = examined.witnesses(period)
    if isinstance(witnesses, Ended):
        yield f"the query that was meant is answered with: {witnesses.text}"
        return
    rows = examined.rows()
    total = examined.answer.table.total
    cells = [*rows, *([] if total is None else [((), total)])]
    for witness in witnesses:
        column = f"{witness.metric.name}{suffix}"
        for key, row in cells:
            if not _hidden(row):
                yield from _cell(column, key, _value(examined.answer, row, column), witness.value(key or None))
    if examined.meant.by and not suffix:
        yield from _rows_left_out(examined, [key for key, _ in rows], witnesses[0])


def _hidden(row: TableRow) -> bool:
    """Whether a row rests on so few people that it is not told."""
    return any(cell.hidden for cell in row.cells)


def _value(answer: Answer, row: TableRow, column: str) -> Fraction | None:
    names = [one.name for one in answer.table.columns if one.kind == "metric"]
    figure = row.figures[names.index(column)] if column in names else None
    return None if figure is None else figure.value


def _cell(column: str, key: Key, shown: Fraction | None, counted: Fraction | None) -> Iterator[str]:
    if (shown or 0) != (counted or 0):
        where = " / ".join(str(one) for one in key) or "total"
        yield f"{column} of {where} is {_told(shown)}, the reference has {_told(counted)}"


def _told(value: Fraction | None) -> str:
    return "nothing" if value is None else f"{float(value):g}"


def _rows_left_out(examined: Examined, shown: Sequence[Key], witness: Witness) -> Iterator[str]:
    """Rows that a reader should have been shown; of a ranking, any that stands before the last one shown."""
    query = examined.answer.query
    limits = examined.meant.having.each if examined.meant.having else ()
    if query.derived and query.derived.part:
        return  # the whole stands below, and of the rows only those that were named
    made = query.derived
    picked = query.by_change or query.in_each or (made and (made.of or made.limit or made.reach is not None))
    if any(one.metric for one in limits) or picked:
        return  # which rows pass is then for another metric to say
    # Where clients or people are picked, nobody is none of them.
    picks = bool(limits or query.limit)
    keys = [key for key in witness.keys if key not in shown and not (picks and _is_nobody(key, examined.meant.by))]
    values = {key: witness.value(key) for key in sorted(keys, key=str)}
    missing = {key: one for key, one in values.items() if one and all(_passes(one, limit) for limit in limits)}
    if query.limit and query.order in (Order.LATEST, Order.EARLIEST):
        missing = {}  # they are ranked by their days, whatever there is of them
    elif query.limit and len(shown) == query.limit:
        ends = [witness.value(key) or Fraction(0) for key in shown]
        worst = max(ends) if query.order is Order.ASC else min(ends)
        ahead = operator.lt if query.order is Order.ASC else operator.gt
        missing = {key: one for key, one in missing.items() if ahead(one, worst)}
    for key, one in missing.items():
        yield f"the row {' / '.join(str(part) for part in key)} ({_told(one)}) is not there"


def _is_nobody(key: Key, by: Sequence[str]) -> bool:
    return any(part is None and name in ("client", "person") for part, name in zip(key, by, strict=True))


def _passes(value: Fraction, having: Threshold) -> bool:
    return COMPARE[having.op](value, having.value)


def on_paper(answer: Answer, by: Sequence[str], figures: Figures) -> Iterator[str]:
    """What of an answer, by what it was meant to be broken down, is not what was worked out on paper."""
    metric = answer.query.metrics[0]
    places = [place for place, name in enumerate(answer.query.by) if name in by]
    rows = {" / ".join(row.labels[place] for place in places): _value(answer, row, metric) for row in answer.table.rows}
    total, before = (_of_total(answer, column) for column in (metric, f"{metric}_before"))
    lead = total if total is not None else next(iter(rows.values()), None)
    for name, number, value in (("total", figures.total, total), ("before", figures.before, before)):
        if number is not None and not _has(number, value):
            yield f"{name} {_told(value)} instead of {number}"
    if figures.lead is not None and not _has(figures.lead, lead):
        yield f"{metric} {_told(lead)} instead of {figures.lead}"
    for label, number in figures.rows.items():
        if not _has(number, rows.get(label)):
            yield f"{label} {_told(rows.get(label))} instead of {number}"
    for label, one in rows.items():
        if figures.rows and label not in figures.rows and (one or 0) > 0:
            yield f"{label} {_told(one)} instead of nothing"


def _of_total(answer: Answer, column: str) -> Fraction | None:
    total = answer.table.total
    return None if total is None else _value(answer, total, column)


def _has(number: str, value: Fraction | None) -> bool:
    """Whether a value is the figure; nothing at all may be said of 0."""
    return agrees(number, Fraction(0) if value is None else value)
