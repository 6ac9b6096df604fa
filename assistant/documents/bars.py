"""How far each agreement is used, as bars: drawn once as SVG, and sharp as a picture where a file holds no SVG.

Nothing is drawn but what the block's own bound numbers say: a bar for each, filled by its share, its name and words
above it. The letters are those of the typesetter or of the drawer of charts, which bring their fonts along, so that the
drawing is the same wherever it is made.
"""

from html import escape

from assistant.documents.house_style import INK, LEVELS, LINE, PAPER, QUIET, HouseStyle
from assistant.documents.outline import Bar, Bars, Level, clean

WIDE, HIGH, THICK = 640, 36, 9
LETTERS = 12.5
LONGEST = 58
"""Letters of a name that fit above a bar, beside its numbers."""
SERIF, SANS = "Libertinus Serif", "Liberation Sans"
"""The letters of PDF pages, and those that go with the fonts of Word files and slides."""
EDGE = 2
"""What is left white at both sides, so that no reader cuts a letter off."""
SHARP = 3
"""How many dots of the picture stand for one of the drawing."""


def svg(bars: Bars, style: HouseStyle, locale: str, font: str = SERIF) -> str:
    """The drawing; its letters stay letters."""
    high = HIGH * len(bars.items) - (HIGH - 26)
    rows = "".join(_bar(one, place * HIGH, style, locale) for place, one in enumerate(bars.items))
    wide = WIDE + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{EDGE} 0 {wide} {high}" width="{wide}" height="{high}" '
        f'font-family="{font}" font-size="{LETTERS}"><rect x="-{EDGE}" width="{wide}" height="{high}" '
        f'fill="{PAPER}"/>{rows}</svg>'
    )


def _bar(bar: Bar, top: int, style: HouseStyle, locale: str) -> str:
    name = clean(bar.label)
    name = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    y, radius = top + 17, THICK / 2
    filled = max(0.0, min(1.0, bar.share)) * WIDE
    colour = LEVELS[Level.CAREFUL] if bar.share > 1 else style.primary
    round_by = min(radius, filled / 2)
    inner = f'<rect x="0" y="{y}" width="{filled:.2f}" height="{THICK}" rx="{round_by:.2f}" fill="{colour}"/>'
    return (
        f'<text x="0" y="{top + 11}" fill="{INK}">{escape(name)}</text>'
        f'<text x="{WIDE}" y="{top + 11}" fill="{QUIET}" text-anchor="end">{escape(bar.said.plain(locale))}</text>'
        f'<rect x="0" y="{y}" width="{WIDE}" height="{THICK}" rx="{radius}" fill="{LINE}"/>'
        f"{inner if filled else ''}"
    )


def png(bars: Bars, style: HouseStyle, locale: str) -> bytes:
    """The same drawing as a picture, sharp enough to print."""
    import vl_convert  # noqa: PLC0415 - only a page with bars pays for it

    drawn: bytes = vl_convert.svg_to_png(svg(bars, style, locale, SANS), scale=SHARP)
    return drawn
