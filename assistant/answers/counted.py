"""So many of a breakdown's rows, in words: "1 client", "4 people", "22 days"."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assistant.figures import Figure, Unit
from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.words import noun, plural


@dataclass(frozen=True)
class Counted:
    """How many rows were found, and what stands behind the number; days bring their own word."""

    figure: Figure
    noun: str


def counted(dimension: str, number: int, nouns: Mapping[str, str]) -> Counted:
    """So many of a dimension; `nouns` are the house's own words."""
    if dimension == "day":
        return Counted(Figure("found", Fraction(number), Unit.DAYS), "")
    return Counted(Figure("found", Fraction(number), Unit.COUNT), f" {several(dimension, number, nouns)}")


def several(dimension: str, number: Fraction | int, nouns: Mapping[str, str]) -> str:
    """What so many of a dimension are called: "1 client", "4 people"."""
    called = DIMENSIONS[dimension].noun
    if number == 1:
        return noun(called, nouns)
    return plural(called, nouns)
