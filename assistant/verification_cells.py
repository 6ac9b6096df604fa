"""Whether two calculations of one result agree: cell by cell, exactly, and what is said when they do not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.metrics.definition import Kind, Metric
from assistant.outcome import Withheld
from assistant.query import Query
from assistant.result import Cell, Group, Key, Result

Parts = tuple[Fraction | None, ...]
"""What a cell is compared by: a sum by its numerator, a ratio by both sides, a per-item metric by value."""


@dataclass(frozen=True)
class Verified:
    """A result of which every cell was counted twice, to the same exact number."""

    result: Result
    cells: int
    engine: str = "duckdb"

    def to_json(self) -> dict[str, object]:
        """The verification as `interface.md` writes it."""
        return {"status": "verified", "cells": self.cells, "largest_difference": 0, "engine": self.engine}


@dataclass(frozen=True)
class Disagreement:
    """One cell that came out differently; the total has no key."""

    metric: str
    period: str
    key: Key | None
    calculated: Parts
    reference: Parts

    def to_json(self) -> dict[str, object]:
        """The cell for the log, which holds values and is read by those who keep the workspace."""
        return {
            "metric": self.metric,
            "period": self.period,
            "key": None if self.key is None else list(self.key),
            "calculated": [None if one is None else str(one) for one in self.calculated],
            "reference": [None if one is None else str(one) for one in self.reference],
        }


@dataclass(frozen=True)
class Disagreed(Withheld):
    """The two calculations differ: the text says where to look and no value, the rest is for the log."""

    disagreements: tuple[Disagreement, ...] = field(default=(), repr=False)
    cells: int = 0
    """How many were compared."""


@dataclass(frozen=True)
class Checked:
    """One metric in one period: how many cells were compared, and those that differ."""

    metric: Metric
    cells: int
    differing: tuple[Disagreement, ...]


@dataclass(frozen=True)
class Shown:
    """The cells of a result in one of its periods: those of each group, and those of the total."""

    period: Period
    metrics: tuple[Metric, ...]
    groups: tuple[tuple[Key, tuple[Cell, ...]], ...]
    total: tuple[Cell, ...]

    def cells(self, metric: Metric) -> Iterator[tuple[Key | None, Cell]]:
        """The cells of one metric under their keys, the total last, under none."""
        place = self.metrics.index(metric)
        for key, cells in (*self.groups, (None, self.total)):
            yield key, cells[place] if place < len(cells) else Cell(None)


def by_period(result: Result, query: Query) -> Iterator[Shown]:
    """The cells of the period asked about, and of the one compared with; of a state at several ends those of each."""
    if query.at_ends:
        for group, (_, one) in zip(result.groups, query.at_each(), strict=True):
            yield Shown(one.period, result.metrics, (), group.cells)
        return
    yield _in_period(result, query.period, lambda group: group.cells)
    if query.against:
        yield _in_period(result, query.against.period, lambda group: group.before)


def _in_period(result: Result, period: Period, cells: Callable[[Group], tuple[Cell, ...]]) -> Shown:
    groups = tuple((group.key, cells(group)) for group in result.groups)
    return Shown(period, result.metrics, groups, cells(result.total))


@dataclass(frozen=True)
class Recount:
    """What the reference came to: the keys it has rows for, and the parts of any key (None: of the total).

    `nothing` is what a key has in which nothing of its own was counted.
    """

    keys: frozenset[Key]
    parts: Callable[[Key | None], Parts]
    nothing: Callable[[Key], Parts]

    def over(self, count: int) -> "Recount":
        """What it came to in one of so many equal stretches."""

        def shared(parts: Parts) -> Parts:
            return tuple(None if part is None else part / count for part in parts)

        return Recount(self.keys, lambda key: shared(self.parts(key)), lambda key: shared(self.nothing(key)))

    def agrees(self, key: Key | None, parts: Parts) -> bool:
        """Whether these are its parts, exactly; a key without rows may be shown as a cell of nothing."""
        is_nowhere = key is not None and key not in self.keys and not any(parts)
        return is_nowhere or parts == self.parts(key)


def check(shown: Shown, metric: Metric, recounted: Recount) -> Checked:
    """Compare every cell shown, and every cell that should have been shown."""
    cells = [(key, _parts(cell, metric)) for key, cell in shown.cells(metric)]
    missing = recounted.keys - {key for key, _ in cells}
    cells += [(key, recounted.nothing(key)) for key in sorted(missing, key=str)]
    differing = tuple(
        Disagreement(metric.name, shown.period.label, key, parts, recounted.parts(key))
        for key, parts in cells
        if not recounted.agrees(key, parts)
    )
    return Checked(metric, len({key or None for key, _ in cells}), differing)


def _parts(cell: Cell, metric: Metric) -> Parts:
    """A cell as it is compared; a side nothing was counted in is 0."""
    if metric.kind is Kind.PER_ITEM:
        return (cell.value,)
    if metric.kind is Kind.SUM:
        return (cell.numerator or Fraction(0),)
    return (cell.numerator or Fraction(0), cell.denominator or Fraction(0))


def withheld(all_checked: Sequence[Checked]) -> Disagreed:
    """Say which metrics disagree, and in how many of their cells."""
    checked = [one for one in all_checked if one.differing]
    titles = " and ".join(dict.fromkeys(f"“{one.metric.title}”" for one in checked))
    differing = tuple(cell for one in checked for cell in one.differing)
    cells = sum(one.cells for one in checked)
    return Disagreed(
        f"Two independent calculations of {titles} disagree for {len(differing)} of {cells} "
        f"{'cell' if cells == 1 else 'cells'}, so no number is given. It has been logged.",
        disagreements=differing,
        cells=sum(one.cells for one in all_checked),
    )


def picked_differently(result: Result, cells: int, kept: frozenset[Key], again: frozenset[Key]) -> Disagreed:
    """Say that the rows a question keeps are others by the second calculation; for the log, 1 is kept and 0 is not."""
    titles = " and ".join(dict.fromkeys(f"“{one.title}”" for one in result.metrics))
    lead, label = result.query.metrics[0], result.query.period.label
    differing = tuple(
        Disagreement(lead, label, key, (Fraction(key in kept),), (Fraction(key in again),))
        for key in sorted(kept ^ again, key=str)
    )
    return Disagreed(
        f"Two independent ways of picking the rows by {titles} disagree, so no row is given. It has been logged.",
        disagreements=differing,
        cells=cells,
    )


def others_found(result: Result) -> Disagreed:
    """Say that those a question is about are others by the second calculation."""
    titles = " and ".join(dict.fromkeys(f"“{one.title}”" for one in result.metrics))
    return Disagreed(
        f"Two independent ways of finding whom {titles} is asked of disagree, so no number is given. "
        "It has been logged.",
        cells=len(result.groups) or 1,
    )
