"""A number against its target, as an answer: a sentence, and a table with the target and the gap to it."""

from collections.abc import Sequence
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.answers.derived import units_in
from assistant.answers.table import Column, Table, TableRow, currency_of, figure_of, label_of
from assistant.answers.wording import Writer, about
from assistant.figures import Figure, Unit
from assistant.metrics.definition import Kind, Metric, Outlook, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.permissions.view import View
from assistant.picking import lead
from assistant.query import Comparison
from assistant.result import Group, Result

TARGET, GAP, SHARE = "target", "change_in_gap", "share_of_target"
MOST_NAMED = 5
NEEDED = "change_needed"
LONGEST_MONTH = 31


def arrange_targets(result: Result, view: View) -> Table:
    """A row for each group that was asked for: the number, its target, the gap, and of amounts the share reached.

    Those that are asked for on one side of their target stand alone, the furthest from it first.
    """
    query, metric = result.query, result.metrics[lead(result)]
    columns = (
        *(Column(name, "dimension", DIMENSIONS[name].noun.capitalize()) for name in query.by),
        Column(metric.name, "metric", metric.title, metric.unit, currency_of(metric, view)),
        Column(f"{metric.name}_target", "metric", "Target", metric.unit, currency_of(metric, view)),
        Column(f"{metric.name}_gap", "metric", "Gap", metric.unit, currency_of(metric, view)),
        *([Column(f"{metric.name}_of_target", "metric", "Of target", Unit.PERCENT)] if _has_share(metric) else []),
    )
    rows = [_row(group, result, view) for group in result.groups]
    if query.target and query.target.side:
        side = query.target.side
        rows = [row for row in rows if (gap := _gap(row)) is not None and side.holds(gap, Fraction(0))]
        sign = -1 if side in (Comparison.MORE, Comparison.AT_LEAST) else 1
        rows.sort(key=lambda row: (sign * (_gap(row) or Fraction(0)), row.labels))
    elif not set(query.by) & set(TIME):
        rows.sort(key=lambda row: (_gap(row) is None, _gap(row) or Fraction(0), row.labels))
    total = _row(result.total, result, view)
    if not query.by:
        return Table(columns, (total,), total, 1)
    return Table(columns, tuple(rows), None if query.target and query.target.side else total, len(result.groups))


def _has_share(metric: Metric) -> bool:
    return metric.unit in (Unit.MONEY, Unit.HOURS, Unit.DAYS, Unit.COUNT)


def _gap(row: TableRow) -> Fraction | None:
    figure = row.figures[2]
    return None if figure is None else figure.value


def _row(group: Group, result: Result, view: View) -> TableRow:
    metric, place = result.metrics[lead(result)], lead(result)
    labels = tuple(label_of(name, part, view, metric) for name, part in zip(result.query.by, group.key, strict=False))
    where = labels or ("total",)
    value, aim = group.cells[place].value, (result.aims or {}).get(group.key)
    target = None if aim is None else aim.value
    gap = None if value is None or target is None else value - target
    figures: list[Figure | None] = [figure_of(metric, value, view, where)]
    figures.append(None if target is None else Figure(TARGET, target, metric.unit, currency_of(metric, view), where))
    figures.append(None if gap is None else Figure(GAP, gap, metric.unit, currency_of(metric, view), where))
    if _has_share(metric):
        share = value / target if value is not None and target else None
        figures.append(None if share is None else Figure(SHARE, share, Unit.PERCENT, None, where))
    return TableRow(group.key, labels, tuple(figures), group.cells)


def against_targets(result: Result, table: Table, writer: Writer) -> str:
    """What it is, what was aimed at and how far it is from that; of several who is on which side."""
    metric = result.metrics[lead(result)]
    title = f"{metric.title} against target{about(result, writer)}"
    if not result.query.by:
        return f"{title}: {_one(table.rows[0], result, writer)} {_still_needed(table.rows[0], result, writer)}".strip()
    known = [row for row in table.rows if _gap(row) is not None]
    if result.query.target and result.query.target.side:
        found = writer.count("found", len(known))
        groups = writer.count("groups", sum(key in (result.aims or {}) for key in (one.key for one in result.groups)))
        noun = " and ".join(DIMENSIONS[name].noun for name in result.query.by)
        said = f"by {noun}: {found} of {groups} {SIDES[result.query.target.side]}."
        return f"{title}, {said} {_named(known, result, writer)}".strip()
    whole = _one(table.total, result, writer) if table.total and _gap(table.total) is not None else ""
    below = [row for row in known if (_gap(row) or Fraction(0)) < 0]
    counted = f"{writer.count('below', len(below))} of {writer.count('groups', len(known))} below target."
    return " ".join(one for one in (f"{title}:", whole, counted, _named(below, result, writer)) if one)


SIDES = {
    Comparison.LESS: "below target",
    Comparison.AT_MOST: "at most on target",
    Comparison.MORE: "above target",
    Comparison.AT_LEAST: "on target or above",
    Comparison.EQUAL: "on target",
}


def _one(row: TableRow, result: Result, writer: Writer) -> str:
    """As in "€1.2m of a target of €1m, €200k above it (120 %), by targets.csv row 9"."""
    value, target, gap, *share = row.figures
    aim = (result.aims or {}).get(row.key)
    if target is None or aim is None:
        return f"{writer.number(value)}; no target is kept for it."
    places = writer.label(" and ".join(aim.places))
    if gap is None:
        return f"n/a; the target is {writer.number(target)} ({places})."
    away = Figure(gap.key, abs(gap.value), gap.unit, gap.currency, gap.where)
    side = "below it" if gap.value < 0 else "above it"
    of_it = f", {writer.number(share[0])} of it" if share and share[0] is not None else ""
    where = f"{writer.number(away)} {side}" if gap.value else "exactly on it"
    return f"{writer.number(value)} where {writer.number(target)} is the target ({places}): {where}{of_it}."


def _still_needed(row: TableRow, result: Result, writer: Writer) -> str:
    """What is missing for each month that is left, where a sum of a running period is below its target."""
    metric, period = result.metrics[lead(result)], result.query.period
    gap = _gap(row)
    adds_up = metric.kind is Kind.SUM and metric.timing is Timing.FLOW and metric.outlook is not Outlook.FORECAST
    if not adds_up or gap is None or gap >= 0 or not (period.start and period.start <= writer.today < period.end):
        return ""
    rest = Period(writer.today, period.end, period.label)
    whole = rest.days > LONGEST_MONTH
    left = units_in(rest, "month" if whole else "week", writer.view.calendar)
    each = Figure(NEEDED, -gap / left, metric.unit, currency_of(metric, writer.view), ("total",))
    months = writer.number(Figure("units", left, Unit.COUNT))
    unit = "month" if whole else "week"
    last = writer.label(show_day(period.end, writer.locale))
    return f"To reach it by {last}, {writer.number(each)} a {unit} is needed over the {months} {unit}s left."


def _named(rows: Sequence[TableRow], result: Result, writer: Writer) -> str:
    said = []
    for row in rows[:MOST_NAMED]:
        names = [
            writer.label(label) if name in TIME else writer.name(label)
            for name, label in zip(result.query.by, row.labels, strict=True)
        ]
        said.append(f"{', '.join(names)} ({writer.number(row.figures[0])} of {writer.number(row.figures[1])})")
    return f"{'; '.join(said)}{' and others' if len(rows) > MOST_NAMED else ''}." if said else ""
