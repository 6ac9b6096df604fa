"""The parts a question is made of, each with its place, before they are put together."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.planning.words import End, Role

if TYPE_CHECKING:
    from assistant.planning.dates import Found
    from assistant.planning.vocabulary import NameWord
    from assistant.query import Comparison


@dataclass(frozen=True)
class Wanted:
    """A metric that is asked for, and the words that asked; weak words yield to any other metric."""

    at: int
    metric: str
    said: str
    weak: bool = False


@dataclass(frozen=True)
class Grouping:
    """A breakdown that is asked for; an alternative ("by person or team") is a table of its own.

    `dimensions` are the readings of its word; `is_one` tells a singular: "which client has the highest …".
    `is_subject` tells one that is asked for without a "by": "who is overbooked".
    """

    at: int
    dimensions: tuple[str, ...]
    alternative: bool = False
    is_one: bool = False
    is_subject: bool = False
    is_each: bool = False
    """Whether it is said by "per" or "each", so that a mean is over these."""


@dataclass(frozen=True)
class Named:
    """A name, or several readings of it, which rows are to have (or not to have)."""

    at: int
    text: str
    span: tuple[int, int]
    readings: "tuple[NameWord, ...]"
    negated: bool = False
    dimension: str = ""
    """The dimension its noun says it is of: "the Design team"."""

    leave: str = ""
    """The kind of leave, where it is a word for one: "sick"."""


@dataclass(frozen=True)
class Stretch:
    """A period, either the one asked about or (earlier) the one to compare with."""

    at: int
    found: "Found"
    earlier: bool = False


@dataclass(frozen=True)
class Relative:
    """The period before the one asked about; `unit` is blank, or day, week, month, quarter, year."""

    at: int
    unit: str
    compares: bool = False


@dataclass(frozen=True)
class Ranking:
    """Which end comes first, and how many of them."""

    at: int
    end: End
    limit: int | None = None
    is_default: bool = False
    said: str = ""
    sorts: bool = False
    """Whether it says in which order rows are told, and picks none: "lowest first", "from high to low"."""


@dataclass(frozen=True)
class Bound:
    """A limit for the values shown."""

    at: int
    op: "Comparison"
    value: Fraction
    percent: bool = False
    currency: str = ""
    counted: str = ""
    """The dimension whose rows the number counts: "more than 3 projects"."""
    unit: str = ""
    """In "days" or "hours", where the number is said to be one of these."""
    share_of: str = ""
    """The metric whose share it is a limit of: "more than 20 % of hours"."""
    of: str = ""
    """The metric it limits where that is not the one asked for: "revenue of clients with more than 100 hours"."""

    in_hours: bool = False
    """Whether it is said in hours."""

    number: int = -1
    """The place of the number."""

    moved: str = ""
    """The word for the move whose limit it is: "fell by more than 10 %"."""


@dataclass(frozen=True)
class Mark:
    """A closed word that acts on the whole part of the question, such as change, trend, average, my team."""

    at: int
    role: Role
    value: object = None
    said: str = ""


@dataclass(frozen=True)
class Unknown:
    """Words that were not understood, and where they stand in the text."""

    at: int
    text: str
    span: tuple[int, int]
    is_name: bool
    noun: str = ""
    """The dimension, where it is the noun of one: "the project" of a question that names none."""


@dataclass(frozen=True)
class Parts:
    """All parts of one question, or of the piece of it that asks for one thing."""

    wanted: tuple[Wanted, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    named: tuple[Named, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    relatives: tuple[Relative, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    bounds: tuple[Bound, ...] = ()
    moves: tuple[Bound, ...] = ()
    marks: tuple[Mark, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    def mark(self, *roles: Role) -> Mark | None:
        """The first closed word with one of these roles."""
        for one in self.marks:
            if one.role in roles:
                return one
        return None

    @cached_property
    def signs(self) -> frozenset[str]:
        """What tells whether a step has anything to do: which kinds of parts there are, roles, metrics, dimensions."""
        there = [name for name in _LISTS if getattr(self, name)]
        rows = [name for one in self.groupings for name in one.dimensions]
        return frozenset([*there, *rows, *(one.role for one in self.marks), *(one.metric for one in self.wanted)])

    def may_be(self, signs: frozenset[str] | None) -> bool:
        """Whether a step that waits for one of these signs has anything to do; None is any parts."""
        return signs is None or not signs.isdisjoint(self.signs)

    @property
    def says_something(self) -> bool:
        """Whether it asks for a metric, or for something that is known not to be one."""
        return bool(self.wanted or self.mark(Role.UNMEASURED, Role.AMBIGUOUS, Role.WHY, Role.WHAT_IF, Role.ORDER))

    @property
    def main(self) -> "Found | None":
        """The period asked about."""
        return next((one.found for one in self.stretches if not one.earlier), None)

    def within(self, first: int, last: int) -> "Parts":
        """Those that stand between two places, both included."""
        return replace(
            self,
            **{name: tuple(one for one in getattr(self, name) if first <= one.at <= last) for name in _LISTS},
        )

    def without(self, other: "Parts") -> "Parts":
        """All but those of some other parts."""
        left = {name: tuple(one for one in getattr(self, name) if one not in getattr(other, name)) for name in _LISTS}
        return replace(self, **left)

    def __add__(self, other: "Parts") -> "Parts":
        """Both together."""
        return replace(self, **{name: (*getattr(self, name), *getattr(other, name)) for name in _LISTS})


_LISTS = ("wanted", "groupings", "named", "stretches", "relatives", "rankings", "bounds", "moves", "marks", "unknown")


@dataclass
class Collected:
    """Parts while a clause is being read."""

    wanted: list[Wanted] = field(default_factory=list)
    groupings: list[Grouping] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    relatives: list[Relative] = field(default_factory=list)
    rankings: list[Ranking] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)
    moves: list[Bound] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)

    def parts(self) -> Parts:
        """All of them, in the order in which they stand."""
        return Parts(**{name: tuple(sorted(getattr(self, name), key=lambda one: one.at)) for name in _LISTS})
