"""Measures of one unit that stand side by side in a chart: revenue and cost by month, this month and the one before."""

from collections.abc import Mapping, Sequence

from assistant.answers.table import Column, Table
from assistant.figures import Unit, is_difference

MOST = 4
"""More bars than these beside each other are told apart by nobody."""

MEASURE, AMOUNT = "measure", "amount"
COMPARED = (Unit.MONEY, Unit.HOURS, Unit.PERCENT, Unit.DAYS, Unit.COUNT, Unit.PEOPLE, Unit.INDEX)


def beside(table: Table, value: Column) -> list[Column]:
    """The measures that are drawn beside the first, it being among them; none where it stands alone.

    They share its unit and its currency, over rows of one kind; what differs between two of them is seen.
    """
    if value.unit not in COMPARED or is_difference(value.name):
        return []
    if sum(column.kind == "dimension" for column in table.columns) != 1:
        return []
    alike = [
        column
        for column in table.columns
        if column.kind == "metric"
        and (column.unit, column.currency) == (value.unit, value.currency)
        and not is_difference(column.name)
        and not column.name.endswith(("_gap", "_share", "_change_percent"))
    ]
    return alike[:MOST] if len(alike) > 1 and value in alike[:MOST] else []


def titles(columns: Sequence[Column]) -> dict[str, str]:
    """What each of them is called in the legend: "Before" alone would be of none where there are several measures."""
    measures = {one.name: one.title for one in columns}
    several = len([one for one in columns if not one.name.endswith("_before")]) > 1
    for one in columns:
        of = one.name.removesuffix("_before")
        if several and of != one.name and of in measures:
            measures[one.name] = f"{measures[of]} before"
    return measures


def folded(columns: Sequence[Column]) -> list[Mapping[str, object]]:
    """The steps that make of one row with several measures a row for each of them."""
    named = titles(columns)
    *most, last = columns
    said = _quoted(named[last.name])
    for one in reversed(most):
        said = f"datum.{MEASURE} === {_quoted(one.name)} ? {_quoted(named[one.name])} : {said}"
    return [
        {"fold": [one.name for one in columns], "as": [MEASURE, AMOUNT]},
        {"calculate": said, "as": MEASURE},
    ]


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def colours(columns: Sequence[Column]) -> dict[str, object]:
    """Each measure in a colour of its own, in the order of the table."""
    named = titles(columns)
    return {
        "field": MEASURE,
        "type": "nominal",
        "title": None,
        "sort": [named[one.name] for one in columns],
        "scale": {"domain": [named[one.name] for one in columns]},
    }
