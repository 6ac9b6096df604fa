"""What a calculation found: exact cells under their keys, before anything is hidden, ordered or said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from assistant.facts import Facts
    from assistant.metrics.definition import Metric
    from assistant.query import Query

Key = tuple[str | None, ...]


@dataclass(frozen=True)
class Cell:
    """One value: a sum is its numerator; a ratio is numerator over denominator, both in shown units.

    `denominator` is None for sums and for per-item values that are read off (a median). `is_item` marks the cell
    of one item, which is there even where it has no value: a budget that does not run out.
    `hidden` marks a cell that may not be shown because it rests on too few people.
    """

    numerator: Fraction | None
    denominator: Fraction | None = None
    is_ratio: bool = False
    hidden: bool = False
    is_item: bool = False

    @cached_property
    def value(self) -> Fraction | None:
        """The exact value, or None when there is none (denominator 0, nothing to take a median of)."""
        if self.hidden or self.numerator is None:
            return None
        if not self.is_ratio:
            return self.numerator
        return self.numerator / self.denominator if self.denominator else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was counted in it."""
        return not self.numerator and not self.denominator and not self.is_item


@dataclass(frozen=True)
class Group:
    """One row of a result: its key, one cell a metric, and the cells of the period compared with."""

    key: Key
    cells: tuple[Cell, ...]
    before: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Left:
    """What a calculation left out, to be said in a caveat.

    `unknown_seconds`: hours without a price or cost, by metric; `no_rate`: currencies without an exchange rate on
    the day; `items`: budgets that a wide question does not add up; `several_items`: cells with more than one budget
    where the metric has one value for each; `currencies`: what was mixed and converted.
    """

    unknown_seconds: Mapping[str, int] = field(default_factory=dict)
    no_rate: tuple[str, ...] = ()
    items: int = 0
    several_items: bool = False
    currencies: tuple[str, ...] = ()
    unknown_people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Whose hours these are, by metric: told only to those who may see single people's."""
    unknown_titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Which job titles' hours these are, where they are nobody's yet."""


@dataclass(frozen=True)
class Part:
    """How far one factor moved a number, in all (the empty key) or within one group; None where it is hidden."""

    name: str
    key: Key
    value: Fraction | None


@dataclass(frozen=True)
class MadeOf:
    """What a part of a change was made of, in both periods.

    `groups` are the component, the person (None for anybody) and the key of each group that the part's factor moves;
    `tables` those its rows are in.
    """

    tables: frozenset[str]
    groups: frozenset[tuple[str, str | None, Key]]


@dataclass(frozen=True)
class Explanation:
    """Why a metric changed: parts that add up to its change, and the same by the breakdowns asked for.

    `made_of` says of each part what it was made of; `slices` are those of the period and of the one compared with,
    told apart by component.
    """

    metric: str
    before: Fraction
    after: Fraction
    parts: tuple[Part, ...]
    drilled: tuple[Part, ...] = ()
    made_of: Mapping[str, MadeOf] = field(default_factory=dict, compare=False, repr=False)
    slices: "tuple[pd.DataFrame, pd.DataFrame] | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Aim:
    """The target of one group, in the metric's unit, and the rows of the files it stands in."""

    value: Fraction
    places: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """Every group of a query, and the total over them, each with exact cells in the order of `metrics`."""

    query: "Query"
    metrics: "tuple[Metric, ...]"
    groups: tuple[Group, ...]
    total: Group
    left: Left
    slices: "Mapping[str, pd.DataFrame]" = field(default_factory=dict, compare=False, repr=False)
    slices_before: "Mapping[str, pd.DataFrame]" = field(default_factory=dict, compare=False, repr=False)
    explanation: Explanation | None = None
    """Why it changed, where that was asked."""

    aims: Mapping[Key, Aim] | None = None
    """The target of each group and, under the empty key, of all of it, where that was asked."""

    those: tuple[frozenset[str], ...] = ()
    """Which values of a dimension it is about, for each condition by which those are found."""

    earlier: "Earlier | None" = None
    """The same as it was known on an earlier day, where what changed since is asked."""


@dataclass(frozen=True)
class Earlier:
    """A result of an earlier state of the data, and the facts it was counted from."""

    result: Result
    facts: "Facts" = field(compare=False, repr=False)
