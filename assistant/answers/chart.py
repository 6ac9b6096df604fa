"""A chart of the answer's table as a Vega-Lite specification: the same rows, nothing added.

Where there are more names than a chart can show, it shows some with all of their rows (the first of the table, or those
with most of the number), and its title says how many of how many they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.answers.chart_beside import AMOUNT, MEASURE, beside, colours, folded
from assistant.answers.table import Column, Table, TableRow
from assistant.figures import Unit, is_difference, to_json
from assistant.metrics.dimensions import TIME

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v6.json"
MOST_BARS, MOST_LINES, MOST_COLOURS = 40, 8, 10
LEAST_ROWS = 2
TICKS = 6
FORMATS = {Unit.PERCENT: ".1~%", Unit.INDEX: ".2f", Unit.PEOPLE: ".1~f"}
UNITS = {Unit.LAG_DAYS: "days", Unit.COUNT: "", Unit.PEOPLE: "", Unit.PERCENT: "", Unit.INDEX: ""}
"""What a unit is called on an axis; nothing where the numbers say it themselves."""

ADD_UP = (Unit.HOURS, Unit.MONEY, Unit.DAYS, Unit.COUNT)
"""Units whose bars may stand on each other."""

ONLY_WHOLE = "datum.value % 1 ? '' : datum.label"
"""There is no half a task on an axis."""

COLOUR = "#0d9488"
SAID_BETTER = (Unit.DATE, Unit.HEALTH)


def draw(table: Table, metric: str) -> dict[str, object] | None:
    """Bars over names, a line over time; None where a table says it better: of one row, or of dates."""
    dimensions = [column for column in table.columns if column.kind == "dimension"]
    measured = [column for column in table.columns if column.name == metric]
    if not dimensions or not measured or len(table.rows) < LEAST_ROWS or measured[0].unit in SAID_BETTER:
        return None
    value = measured[0]
    place = [column.name for column in table.columns if column.kind == "metric"].index(value.name)
    over_time = next((column for column in dimensions if column.name in TIME), None)
    alike = beside(table, value)
    if alike:
        return _side_by_side(table, dimensions[0], value, alike)
    if over_time is not None:
        drawn = _lines(table, dimensions, over_time, value, place)
    else:
        drawn = _stripes(table, dimensions, value, place)
    tooltip = [*(_named(one) for one in dimensions), _measured(value)]
    title = {"text": drawn.said, "anchor": "start", "fontSize": 12, "fontWeight": "normal"}
    return {
        "$schema": VEGA_LITE,
        "width": "container",
        **({"title": title} if drawn.said else {}),
        "data": {"values": _values(drawn.rows, value, dimensions, place)},
        "mark": drawn.mark,
        "encoding": {**drawn.encoding, "tooltip": tooltip},
    }


def _side_by_side(table: Table, of: Column, value: Column, alike: Sequence[Column]) -> dict[str, object]:
    """Lines over time, or bars under each other, one for each of the measures that share a unit."""
    all_of_them = [column for column in table.columns if column.kind == "metric"]
    places = [all_of_them.index(one) for one in alike]
    amount = replace(value, name=AMOUNT, title="" if len({one.title for one in alike}) > 1 else value.title)
    rows, is_time = table.rows, of.name in TIME
    if is_time:
        mark: Mapping[str, object] = {"type": "line", "point": True}
        encoding = _over_time(of, amount)
    else:
        rows = rows[: MOST_BARS // len(alike)]
        mark = {"type": "bar", "cornerRadiusEnd": 2}
        encoding = {**_bars(of, amount), "yOffset": {"field": MEASURE, "sort": colours(alike)["sort"]}}
    said = _how_many(len(rows), len(table.rows), "first")
    title = {"text": said, "anchor": "start", "fontSize": 12, "fontWeight": "normal"}
    tooltip = [_named(of), {"field": MEASURE, "type": "nominal", "title": "Measure"}, _measured(amount)]
    shown = list(zip([one.name for one in alike], places, strict=True))
    values: list[Mapping[str, object]] = [
        {of.name: row.labels[0], **{name: _drawn_as(row, at) for name, at in shown}} for row in rows
    ]
    return {
        "$schema": VEGA_LITE,
        "width": "container",
        **({"title": title} if said else {}),
        "data": {"values": values},
        "transform": folded(alike),
        "mark": mark,
        "encoding": {**encoding, "color": colours(alike), "tooltip": tooltip},
    }


def _drawn_as(row: TableRow, place: int) -> float | int | str | None:
    figure = row.figures[place]
    return None if figure is None else to_json(figure)


@dataclass(frozen=True)
class _Drawn:
    """The rows a chart shows, what it says of those it does not, its mark and its encoding."""

    rows: Sequence[TableRow]
    said: str
    mark: Mapping[str, object]
    encoding: Mapping[str, object]


def _lines(table: Table, dimensions: Sequence[Column], time: Column, value: Column, place: int) -> _Drawn:
    """A line over time, of the names with most of the number where there are several."""
    of = next((column for column in dimensions if column is not time), None)
    mark = {"type": "line", "point": True, "color": COLOUR}
    if of is None:
        return _Drawn(table.rows, "", mark, _over_time(time, value))
    names = _by_size(table, list(dimensions).index(of), place)
    kept = set(names[:MOST_LINES])
    at = list(dimensions).index(of)
    rows = [row for row in table.rows if row.labels[at] in kept]
    said = _how_many(len(kept), len(names), "highest")
    return _Drawn(rows, said, mark, {**_over_time(time, value), "color": _coloured(of)})


def _stripes(table: Table, dimensions: Sequence[Column], value: Column, place: int) -> _Drawn:
    """A bar for each name; where there are parts, these on each other, or dots where they do not add up."""
    first, *others = dimensions
    encoding = _bars(first, value)
    bar = {"type": "bar", "cornerRadiusEnd": 0 if others else 2, "color": COLOUR}
    names = list(dict.fromkeys(row.labels[0] for row in table.rows))
    adds_up = value.unit in ADD_UP
    if others and adds_up:
        names = _by_size(table, 0, place)
        encoding = _bars(first, value, sort=names[:MOST_BARS])
    rows = [row for row in table.rows if row.labels[0] in set(names[:MOST_BARS])]
    said = _how_many(min(MOST_BARS, len(names)), len(names), "highest" if others and adds_up else "first")
    if not others:
        return _Drawn(rows, said, bar, encoding)
    if not adds_up:
        bar = {"type": "point", "filled": True, "size": 90, "color": COLOUR}
    if len({row.labels[1] for row in rows}) <= MOST_COLOURS:
        encoding = {**encoding, "color": _coloured(others[0])}
    return _Drawn(rows, said, bar, encoding)


def _coloured(of: Column) -> dict[str, object]:
    return {"field": of.name, "type": "nominal", "title": of.title, "sort": None}


def _by_size(table: Table, at: int, place: int) -> list[str]:
    """The names of one dimension, those with most of the number first."""
    sums: dict[str, Fraction] = {}
    for row in table.rows:
        figure = row.figures[place]
        sums[row.labels[at]] = sums.get(row.labels[at], Fraction(0)) + (abs(figure.value) if figure else 0)
    return sorted(sums, key=lambda one: -sums[one])


def _how_many(shown: int, every: int, which: str) -> str:
    return "" if shown == every else f"The {which} {shown} of {every}; the table has them all"


def _over_time(time: Column, value: Column) -> dict[str, object]:
    return {
        "x": {
            "field": time.name,
            "type": "ordinal",
            "title": time.title,
            "axis": {"labelAngle": 0, "labelOverlap": "greedy"},
        },
        "y": _measure(value),
    }


def _bars(name: Column, value: Column, sort: Sequence[str] | None = None) -> dict[str, object]:
    return {
        "y": {
            "field": name.name,
            "type": "nominal",
            "title": None,
            "sort": None if sort is None else list(sort),
            "axis": {"labelLimit": 240, "labelFlush": False},
        },
        "x": _measure(value, titleAnchor="end"),
    }


def _measure(value: Column, **axis: str) -> dict[str, object]:
    if _is_points(value):
        # The data are fractions: a difference of two shares is 0.05, and reads 5 pp.
        axis = {"labelExpr": "format(datum.value * 100, ',.1~f') + ' pp'", **axis}
        shown = {"field": value.name, "type": "quantitative", "title": _title(value)}
        return {**shown, "axis": {"tickCount": TICKS, **axis}}
    number = _format(value)
    ticks = {"tickCount": TICKS, **({"labelExpr": ONLY_WHOLE} if value.unit is Unit.COUNT else {})}
    return {
        "field": value.name,
        "type": "quantitative",
        "title": _title(value),
        "axis": {"format": number, **ticks, **axis},
    }


def _is_points(value: Column) -> bool:
    return value.unit is Unit.PERCENT and is_difference(value.name)


def _title(value: Column) -> str:
    """What is measured, and in what where its numbers do not say."""
    if _is_points(value):
        return f"{value.title} (percentage points)"
    unit = value.currency or (UNITS.get(value.unit, value.unit.value) if value.unit else "")
    if not value.title:
        return unit
    return f"{value.title} ({unit})" if unit and unit not in value.title.casefold().split() else value.title


def _format(value: Column) -> str:
    return FORMATS.get(value.unit, ",.2~f") if value.unit else ",.2~f"


def _named(one: Column) -> dict[str, object]:
    return {"field": one.name, "type": "nominal", "title": one.title}


def _measured(value: Column) -> dict[str, object]:
    return {"field": value.name, "type": "quantitative", "title": _title(value), "format": _format(value)}


def _values(
    rows: Sequence[TableRow], value: Column, dimensions: Sequence[Column], place: int
) -> Sequence[Mapping[str, object]]:
    made = []
    for row in rows:
        figure = row.figures[place]
        names = dict(zip((column.name for column in dimensions), row.labels, strict=True))
        made.append({**names, value.name: None if figure is None else to_json(figure)})
    return made
