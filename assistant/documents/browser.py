"""What a page may have that is read in a browser and never in an e-mail: drawn charts, and a dark side."""

import re

from assistant.documents import drawing
from assistant.documents.house_style import HouseStyle
from assistant.documents.outline import Chart

DARK = """@media screen and (prefers-color-scheme: dark) {
body {background: #0f1720 !important; color: #e4e9ee !important}
.page {background: #17212b !important; color: #e4e9ee !important; border-color: #2b3947 !important}
.page h1, .page h2 {color: #7dd3c0 !important}
.page p, .page th {color: #b6c2cd !important} .page p.said, .page td {color: #e4e9ee !important}
.page td, .page th, .page tr {border-color: #2b3947 !important}
.page .tile {background: #1f2c38 !important; border-color: #2f8f80 !important}
.page .quiet, .wide td:before {color: #b6c2cd !important}
.page svg > rect {fill: #17212b} .page svg text {fill: #b6c2cd} .page svg line {stroke: #33424f}
}"""
PRINTED = "@media print {svg, tr {break-inside: avoid} h2 {break-after: avoid} thead {display: table-header-group}}"

_NAMES = re.compile(r'(id="|url\(#|href="#)')


def inline(chart: Chart, style: HouseStyle, locale: str, place: int) -> str:
    """The chart as a part of the page; `place` keeps the names inside it apart from those of other charts."""
    drawn = _NAMES.sub(rf"\g<1>c{place}-", drawing.svg(chart, style, locale))
    return drawn.replace(
        "<svg ", '<svg style="display:block;width:100%;height:auto;overflow:visible;margin:10px 0" ', 1
    )
