"""What the reader of finished prose can find, and where it found it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What sort of numeral it is; only the first three can be a figure."""

    NUMBER = "number"  # 1,234.5 h
    WORD = "word"  # twenty-five people
    ZERO = "zero"  # none, no hours
    YEAR = "year"  # 2026
    DATE = "date"  # 9 October 2026, 2026-10, 10/09/2026
    PERIOD = "period"  # Q3 2026, FY26, H1, 2026-W41
    TIME = "time"  # 14:30, 9 am
    ORDINAL = "ordinal"  # third, 2nd
    NUMBERED = "numbered"  # phase 2, week 41, Phase II
    FRACTION = "fraction"  # half, two thirds, 1/2, one in four
    MULTIPLE = "multiple"  # twice, doubled, 10x, three times
    ABBREVIATED = "abbreviated"  # 1.2k, 3 million
    RANGE = "range"  # 5-7
    APPROXIMATE = "approximate"  # about 5, 100+
    VAGUE = "vague"  # dozens, a handful
    GLUED = "glued"  # B2B, v2, COVID-19
    DISGUISED = "disguised"  # other scripts, ½, hidden characters between digits


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral of a text: `span` covers sign, currency and unit, `core` the number alone.

    `value` is what it says (a percent as a fraction), None where that cannot be told; `unit` is a unit's
    name, "other" for one that no figure has, "" where the text shows none; `currency` the symbol or code as
    written.
    """

    span: tuple[int, int]
    text: str
    value: Fraction | None
    kind: Kind
    unit: str = ""
    currency: str = ""
    digits: str = ""
    core: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """A numeral at its place in the folded text, before that is mapped back to the text as written."""

    start: int
    end: int
    kind: Kind
    value: Fraction | None = None
    unit: str = ""
    currency: str = ""
    digits: str = ""
    core: tuple[int, int] | None = None
