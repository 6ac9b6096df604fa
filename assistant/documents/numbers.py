"""A number on a page: a figure, bound to how it is counted and to the rows it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import overload

from assistant.agency import units
from assistant.figures import Figure, Unit, show

_GERMAN = {
    " percentage points": " Prozentpunkte",
    " person": " Person",
    " people": " Personen",
    " days": " Tage",
    " day": " Tag",
    " FTE": " Vollzeitstellen",
    " h": " Std.",
}


class Rests(Sequence[str]):
    """The rows a number rests on, looked up when somebody asks where it comes from."""

    def __init__(self, look_up: Callable[[], Sequence[str]]) -> None:
        self._look_up = look_up

    @cached_property
    def _found(self) -> tuple[str, ...]:
        return tuple(self._look_up())

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """One of them, or some."""
        return self._found[place]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._found)

    def __eq__(self, other: object) -> bool:
        """Whether they are the same rows, whenever looked up."""
        return isinstance(other, Sequence) and self._found == tuple(other)

    def __hash__(self) -> int:
        """That of the rows."""
        return hash(self._found)


@dataclass(frozen=True)
class Origin:
    """Where a number comes from: what is counted, how, and the rows of the files it rests on.

    `counted_as` is the metric's id, or the table and column a value was read from ("tasks.due_date").
    """

    counted_as: str
    meaning: str = ""
    rows: Sequence[str] = ()
    verified: bool = False
    of: tuple[str, ...] = ()
    """The ids it is of: those of the row it stands in."""

    def spoken(self) -> str:
        """One line for whoever wants to know."""
        rests = "; ".join(self.rows)
        return " · ".join(one for one in (self.meaning, rests, "calculated twice" if self.verified else "") if one)


@dataclass(frozen=True)
class Number:
    """One number and its origin; the only way a figure gets onto a page."""

    figure: Figure
    origin: Origin

    def say(self, locale: str) -> str:
        """The number in words."""
        return say(self, locale)

    def as_part(self, figure: Figure) -> "Number":
        """The same number, rounded so that what is shown adds up."""
        return replace(self, figure=figure)


def say(number: Number, locale: str) -> str:
    """A bound number as readers of this locale write it: "€12,340.50", "81.3 %", "9. Oktober 2026", "12,5 Std."."""
    if number.figure.unit is Unit.DATE:
        return units.show_date(number.figure.day, locale)
    said = show(number.figure, locale)
    if not locale.lower().startswith("de") or number.figure.unit is Unit.MONEY:
        return said
    ending = next((one for one in _GERMAN if said.endswith(one)), "")
    return said.removesuffix(ending) + _GERMAN.get(ending, "")
