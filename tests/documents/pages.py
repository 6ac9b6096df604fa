"""An outline with a block of every kind, for the tests of every format."""

from datetime import date
from fractions import Fraction

from assistant.documents.numbers import Number, Origin
from assistant.documents.outline import (
    Bullets,
    Callout,
    Chart,
    Column,
    Footnote,
    Grid,
    Kind,
    Level,
    Outline,
    Paragraph,
    Section,
    Status,
    Text,
    Tile,
    Tiles,
    Weight,
)
from assistant.figures import EPOCH, Figure, Unit

ROWS = Origin("budget_used", "Budget used", ("time_entries: time_entries.csv rows 2-5",), verified=True)


def money(amount: str, currency: str = "EUR") -> Number:
    return Number(Figure("budget_used", Fraction(amount), Unit.MONEY, currency), ROWS)


def hours(amount: str) -> Number:
    return Number(Figure("billable_hours", Fraction(amount), Unit.HOURS), ROWS)


def day(text: str) -> Number:
    return Number(Figure("due", Fraction((date.fromisoformat(text) - EPOCH).days), Unit.DATE), ROWS)


def a_page(locale: str = "en", name: str = "Müller & Söhne <GmbH>", *, chart: bool = True) -> Outline:
    """One page with every kind of block."""
    used, agreed = money("12340.5"), money("20000")
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{"budget": "Design", "used": 12340.5}, {"budget": "Build", "used": 7659.5}]},
        "mark": {"type": "bar"},
        "encoding": {
            "y": {"field": "budget", "type": "nominal", "title": None},
            "x": {"field": "used", "type": "quantitative", "title": "Used (EUR)"},
        },
    }
    table = Grid(
        (Column("Milestone"), Column("Target", Kind.DATE), Column("Used", Kind.NUMBER), Column("Status", Kind.STATUS)),
        (
            (
                Text("Launch of {it}", {"it": "#1 *Shop* | Web"}),
                day("2026-11-30"),
                used,
                Status("done", Level.GOOD),
            ),
            ("Hand-over", None, money("7659.5"), Status("at risk", Level.CAREFUL)),
        ),
        total=("Total", "", agreed, ""),
        caption="Milestones and budget",
    )
    drawn = (Chart(spec, "Design has used most of the budget.", "Used by service", (used, money("7659.5"))),)
    blocks = (
        Status("On track", Level.GOOD),
        Paragraph(Text("{used} of {agreed} is used.", {"used": used, "agreed": agreed}), Weight.LEAD),
        Bullets((Text("{name} has signed off.", {"name": name}), Text("{hours} of design.", {"hours": hours("12.5")}))),
        *(drawn if chart else ()),
        Tiles(
            (
                Tile("Used so far", used, Text("{before} in August", {"before": money("9100")})),
                Tile("Standing", Status("green", Level.GOOD), Text("no concern")),
                Tile("Booked", hours("40")),
            )
        ),
        table,
        Callout(Text("Please send the texts by {day}.", {"day": day("2026-10-30")}), Level.CAREFUL),
        Footnote(Text("Net of tax.")),
    )
    return Outline(
        f"{name}: project update",
        (Section("budget", "Budget and scope", blocks),),
        subtitle="October 2026",
        language=locale[:2],
        locale=locale,
    )
