"""Money of which nothing could be converted is unknown, and never nothing: "no exchange rate is known for GBP"."""

from dataclasses import replace

from assistant.metrics.definition import Kind, Metric
from assistant.outcome import NoData
from assistant.result import Cell, Group, Result


def known_only(result: Result, base: str) -> Result | NoData:
    """The result without zeros that stand for money nobody could convert; where there is nothing else, what is missing.

    Where some of a sum could be converted, it is told with the caveat that names the rest.
    """
    if not result.left.no_rate or not any(one.is_money for one in result.metrics):
        return result
    found = replace(
        result,
        groups=tuple(_without_zeros(one, result.metrics) for one in result.groups),
        total=_without_zeros(result.total, result.metrics),
    )
    cells = [cell for one in (*found.groups, found.total) for cell in (*one.cells, *one.before)]
    if any(cell.value is not None for cell in cells) and not result.explanation:
        return found
    return _no_rates(result, base) if not result.left.currencies else result


def _without_zeros(group: Group, metrics: tuple[Metric, ...]) -> Group:
    now, before = (tuple(map(_unless_zero, one, metrics)) for one in (group.cells, group.before))
    return replace(group, cells=now, before=before)


def _unless_zero(cell: Cell, metric: Metric) -> Cell:
    unknown = metric.is_money and metric.kind is not Kind.RATIO and cell.value == 0
    return replace(cell, numerator=None) if unknown else cell


def _no_rates(result: Result, base: str) -> NoData:
    first, *others = [one.title for one in result.metrics if one.name in result.query.metrics]
    titles = " and ".join([first, *(one.lower() for one in others)])
    *most, last = result.left.no_rate
    listed = f"{', '.join(most)} and {last}" if most else last
    text = f"{titles} cannot be told in {base}: the exchange rates for {listed} are missing"
    return NoData(f"{text}. Add them to exchange_rates.")
