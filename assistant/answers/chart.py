"""A chart of the answer's table as a Vega-Lite specification: the same rows, nothing added."""

from collections.abc import Mapping, Sequence

from assistant.answers.table import Column, Table
from assistant.figures import Unit, is_difference, to_json
from assistant.metrics.dimensions import TIME

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v6.json"
MOST_BARS = 40
LEAST_ROWS = 2
FORMATS = {Unit.PERCENT: ".0%", Unit.INDEX: ".2f", Unit.PEOPLE: ".1f"}
COLOUR = "#0d9488"
SAID_BETTER = (Unit.DATE, Unit.HEALTH)


def draw(table: Table, metric: str) -> dict[str, object] | None:
    """Bars over names, a line over time; None where a table says it better: of one row, or of dates."""
    dimensions = [column for column in table.columns if column.kind == "dimension"]
    measured = [column for column in table.columns if column.name == metric]
    if not dimensions or not measured or len(table.rows) < LEAST_ROWS or measured[0].unit in SAID_BETTER:
        return None
    first, value = dimensions[0], measured[0]
    colour = dimensions[1] if len(dimensions) > 1 else None
    over_time = next((column for column in dimensions if column.name in TIME), None)
    if over_time is not None:
        colour = next((column for column in dimensions if column is not over_time), None)
        encoding = _over_time(over_time, value)
        mark: dict[str, object] = {"type": "line", "point": True, "tooltip": True, "color": COLOUR}
    else:
        encoding = _bars(first, value)
        mark = {"type": "bar", "tooltip": True, "cornerRadiusEnd": 2, "color": COLOUR}
    if colour is not None:
        encoding["color"] = {"field": colour.name, "type": "nominal", "title": colour.title}
    return {
        "$schema": VEGA_LITE,
        "width": "container",
        "data": {"values": _values(table, value, dimensions)},
        "mark": mark,
        "encoding": encoding,
    }


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


def _bars(name: Column, value: Column) -> dict[str, object]:
    return {
        "y": {
            "field": name.name,
            "type": "nominal",
            "title": None,
            "sort": None,
            "axis": {"labelLimit": 240, "labelFlush": False},
        },
        "x": _measure(value, titleAnchor="end"),
    }


def _measure(value: Column, **axis: str) -> dict[str, object]:
    if value.unit is Unit.PERCENT and is_difference(value.name):
        # The data are fractions: a difference of two shares is 0.05, and reads 5 pp.
        axis = {"labelExpr": "format(datum.value * 100, ',.0f') + ' pp'", **axis}
        title = f"{value.title} (percentage points)"
        return {"field": value.name, "type": "quantitative", "title": title, "axis": axis}
    unit = value.currency or (value.unit.value if value.unit else "")
    says_it = value.unit in FORMATS or unit in value.title.casefold().split()
    title = value.title if says_it else f"{value.title} ({unit})"
    number = FORMATS.get(value.unit, ",.0f") if value.unit else ",.0f"
    return {"field": value.name, "type": "quantitative", "title": title, "axis": {"format": number, **axis}}


def _values(table: Table, value: Column, dimensions: list[Column]) -> Sequence[Mapping[str, object]]:
    metrics = [column.name for column in table.columns if column.kind == "metric"]
    place = metrics.index(value.name)
    rows = []
    for row in table.rows[:MOST_BARS]:
        figure = row.figures[place]
        names = dict(zip((column.name for column in dimensions), row.labels, strict=True))
        rows.append({**names, value.name: None if figure is None else to_json(figure)})
    return rows
