"""What is drawn beside the first measure of a table: others of its unit, and what it is held against."""

from fractions import Fraction
from typing import Any

from assistant.answers.chart import draw
from assistant.answers.table import Column, Table, TableRow
from assistant.figures import Figure, Unit

MONTH, CLIENT = Column("month", "dimension", "Month"), Column("client", "dimension", "Client")
REVENUE = Column("revenue", "metric", "Revenue", Unit.MONEY, "EUR")
COST = Column("cost", "metric", "Cost", Unit.MONEY, "EUR")
MARGIN = Column("margin", "metric", "Margin", Unit.PERCENT)
BEFORE = Column("revenue_before", "metric", "Before", Unit.MONEY, "EUR")
CHANGE = Column("revenue_change", "metric", "Change", Unit.MONEY, "EUR")


def drawn(of: Column, *measures: Column) -> dict[str, Any]:
    rows = []
    for row, name in enumerate(("2026-01", "2026-02")):
        figures = [
            Figure(one.name, Fraction(row + at), one.unit or Unit.COUNT, one.currency)
            for at, one in enumerate(measures)
        ]
        rows.append(TableRow((name,), (name,), tuple(figures), ()))
    made = draw(Table((of, *measures), tuple(rows), None, len(rows)), measures[0].name)
    assert made is not None
    return made


def test_measures_of_one_unit_have_a_line_each_and_those_of_another_none() -> None:
    chart = drawn(MONTH, REVENUE, COST, MARGIN)

    assert chart["mark"]["type"] == "line"
    assert chart["encoding"]["color"]["sort"] == ["Revenue", "Cost"]
    assert chart["data"]["values"][1] == {"month": "2026-02", "revenue": 1, "cost": 2}
    assert chart["encoding"]["y"]["title"] == "EUR"


def test_what_it_was_before_stands_beside_it_and_the_change_does_not() -> None:
    chart = drawn(CLIENT, REVENUE, BEFORE, CHANGE)

    assert chart["mark"]["type"] == "bar"
    assert chart["encoding"]["color"]["sort"] == ["Revenue", "Before"]
    assert chart["encoding"]["yOffset"]["sort"] == ["Revenue", "Before"]


def test_a_measure_with_none_of_its_unit_beside_it_is_drawn_alone() -> None:
    chart = drawn(CLIENT, REVENUE, MARGIN)

    assert "transform" not in chart
    assert chart["encoding"]["x"]["field"] == "revenue"
