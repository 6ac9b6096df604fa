"""Charts of documents, drawn once from the same Vega-Lite specification as in the chat, offline."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from assistant.documents.house_style import INK, LINE, QUIET, HouseStyle
from assistant.documents.outline import Chart

WIDTH, ROW = 520, 22
TALL, LEAST_ROW = 440, 11
"""Bars stand closer where there are many, so that a chart leaves room for its table: in dots of the drawing."""
LETTERS = 11
LINES, AXIS = 200, 45
"""How high a drawing of lines is, and an axis with its title."""
SHARP = 2
"""How many dots of a picture stand for one of the drawing."""


def svg(chart: Chart, style: HouseStyle, locale: str = "en") -> str:
    """The chart as SVG; its letters stay letters."""
    import vl_convert  # noqa: PLC0415 - only a page with a chart pays for it

    drawn: str = vl_convert.vegalite_to_svg(json.dumps(_dressed(chart.spec, style)), format_locale=_written(locale))
    return drawn


def png(chart: Chart, style: HouseStyle, locale: str = "en") -> bytes:
    """The chart as a picture, sharp enough to print."""
    import vl_convert  # noqa: PLC0415 - as above

    drawn: bytes = vl_convert.vegalite_to_png(
        json.dumps(_dressed(chart.spec, style)), scale=SHARP, format_locale=_written(locale)
    )
    return drawn


def _written(locale: str) -> Literal["de-DE", "en-US"]:
    """How the numbers of an axis are written."""
    return "de-DE" if locale.lower().startswith(("de", "en_de")) else "en-US"


def high(chart: Chart) -> int:
    """How high the drawing is about, in its own dots, with its axis; it is about `WIDTH` and names wide."""
    mark = chart.spec.get("mark")
    is_bar = (mark.get("type") if isinstance(mark, dict) else mark) == "bar"
    return (_step(chart.spec) * _rows(chart.spec) if is_bar else LINES) + AXIS


def _step(spec: Mapping[str, Any]) -> int:
    return max(LEAST_ROW, min(ROW, TALL // max(_rows(spec), 1)))


def _rows(spec: Mapping[str, Any]) -> int:
    """How many bars stand under each other."""
    field = spec["encoding"].get("y", {}).get("field")
    beside = len(spec["transform"][0]["fold"]) if "yOffset" in spec["encoding"] else 1
    return len({str(one.get(field)) for one in spec["data"]["values"]}) * beside


def _dressed(spec: Mapping[str, Any], style: HouseStyle) -> dict[str, Any]:
    """The specification with a width, the colours of the house and plain lines; its data is untouched."""
    mark = spec["mark"] if isinstance(spec.get("mark"), dict) else {"type": spec.get("mark", "bar")}
    is_bar = mark.get("type") == "bar"
    step = _step(spec) if is_bar else ROW
    sized = {"width": WIDTH, "height": {"step": step} if is_bar else LINES}
    axis = {
        "labelColor": QUIET,
        "titleColor": QUIET,
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
        "labelSeparation": 8,
    }
    fonts = {"labelFontSize": min(LETTERS, step - 2), "titleFontSize": 11, "titleFontWeight": "normal"}
    config = {
        "background": "white",
        "view": {"stroke": None},
        "axis": {**axis, **fonts},
        "legend": {"labelColor": INK, "titleColor": QUIET, **fonts},
        "range": {"category": list(style.shades)},
        "font": "Arial, Helvetica, sans-serif",
    }
    return {**spec, **sized, "mark": {**mark, "color": style.primary, "tooltip": False}, "config": config}
