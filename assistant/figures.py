"""A figure: one exact number with the cell it comes from, and the only way it becomes words.

A figure is said in few decimals and half up, as `agency.units` shows every number; programs get it in more,
half even.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache

from assistant.errors import MetricError

EPOCH = date(1970, 1, 1)
RATIO_DECIMALS, OTHER_DECIMALS = 10, 6
_INVISIBLE = re.compile("[\u200e\u200f\u061c]")
_LETTER_BY_DIGIT = re.compile(r"(?<=[^\W\d_])(?=[-−]?\d)|(?<=\d)(?=[^\W\d_])")


class Unit(StrEnum):
    """What a figure counts; a percent is the fraction 0.8125 that is said as 81.3 %."""

    HOURS = "hours"
    MONEY = "money"
    PERCENT = "percent"
    DAYS = "days"
    INDEX = "index"
    PEOPLE = "people"
    COUNT = "count"
    LAG_DAYS = "lag_days"
    DATE = "date"
    """A day, counted from 1970-01-01."""
    HEALTH = "health"
    """How something stands: how many concerns there are, and which."""


@dataclass(frozen=True)
class Concern:
    """One reason for concern: its bit in a number that stands for several, and how it is said."""

    bit: int
    said: str


CONCERNS = {
    "burn": Concern(1, "burning ahead of time"),
    "milestones": Concern(2, "milestones overdue"),
    "overrun": Concern(4, "budget forecast to be overrun"),
    "margin": Concern(8, "margin below target"),
    "timesheets": Concern(16, "timesheets incomplete"),
}
MANY = 32
"""Above the bits stands how many concerns there are, so that what is worse is more."""

COLOURS = ("green", "amber", "red")
LIMITS_OF_COLOURS = {
    "green": f"below {MANY}",
    "amber": f"at least {MANY} but less than {2 * MANY}",
    "yellow": f"at least {MANY} but less than {2 * MANY}",
    "red": f"at least {2 * MANY}",
}
"""As which limit of what is counted a colour can be asked for."""


_DIFFERENCES = ("utilization_gap", "margin_drift", "change_in_")
"""How the names of figures begin that are a difference; a change ends so."""


def is_difference(key: str) -> bool:
    """Whether a figure or column of this name is the difference of two, so that percent are percentage points."""
    return key.startswith(_DIFFERENCES) or key.endswith("_change") or key == "change"


_RATIOS = frozenset({Unit.PERCENT, Unit.INDEX, Unit.PEOPLE})
_MOST_DECIMALS = {
    Unit.HOURS: 2,
    Unit.PERCENT: 1,
    Unit.DAYS: 2,
    Unit.INDEX: 2,
    Unit.PEOPLE: 1,
    Unit.COUNT: 2,
    Unit.LAG_DAYS: 2,
    Unit.DATE: 0,
    Unit.HEALTH: 0,
}


@dataclass(frozen=True)
class Figure:
    """One number: `key` names it ("fte_before"), `where` the labels of its cell; `value` is exact.

    Money is in units of its `currency`, hours are decimal hours, a percent is a fraction. `rounded` stands
    instead of the nearest rounding where parts must add up to their total: `adding_up` sets it, on the scale
    that is said.
    """

    key: str
    value: Fraction
    unit: Unit
    currency: str | None = None
    where: tuple[str, ...] = ()
    rounded: Fraction | None = None

    def __post_init__(self) -> None:
        """Money of no currency is no number anybody can use."""
        if self.unit is Unit.MONEY and not self.currency:
            place = " / ".join(self.where) or "no cell"
            raise MetricError(f"The figure {self.key} ({place}) is money without a currency; name its currency.")

    @property
    def is_fte(self) -> bool:
        """Whether these people are full-time equivalents, not heads; its key says so ("fte_change")."""
        return self.unit is Unit.PEOPLE and "fte" in self.key.split("_")

    @property
    def day(self) -> date:
        """The day it stands for, where it is one."""
        return EPOCH + timedelta(days=int(self.value))

    @property
    def is_points(self) -> bool:
        """Whether this percent is the difference of two, said in percentage points; its key says so."""
        return self.unit is Unit.PERCENT and is_difference(self.key)

    @property
    def number(self) -> Fraction:
        """The exact number on the scale it is said in: 81.25 for the percent 0.8125."""
        return self.value * 100 if self.unit is Unit.PERCENT else self.value


def show(figure: Figure, locale: str = "en") -> str:
    """The figure in words: "1,234.5 h", "€12,340.50", "81.3 %", "1.24", "12.5 days", "11.4 FTE", "12"."""
    from assistant.agency import units  # noqa: PLC0415 - only a figure that is said pays for babel

    value, digits = _decimal(shown_number(figure)), most_decimals(figure)
    match figure.unit:
        case Unit.HOURS:
            said = units.show_hours(value, locale, digits)
        case Unit.MONEY:
            said = _spaced(units.show_money(value, figure.currency or "", locale))
        case Unit.PERCENT:
            said = f"{units.show_number(value, locale, digits)} {'percentage points' if figure.is_points else '%'}"
        case Unit.DAYS | Unit.LAG_DAYS:
            said = units.show_days(value, locale, digits)
        case Unit.INDEX:
            said = _index(value, locale)
        case Unit.PEOPLE:
            noun = "FTE" if figure.is_fte else "person" if value == 1 else "people"
            said = f"{units.show_number(value, locale, digits)} {noun}"
        case Unit.COUNT:
            said = units.show_number(value, locale, digits)
        case Unit.DATE:
            said = units.show_day(figure.day, locale)
        case Unit.HEALTH:
            said = standing(figure)
    return said


def colour(value: Fraction) -> str:
    """Green without a concern, amber with one, red with more."""
    return COLOURS[min(int(value) // MANY, len(COLOURS) - 1)]


def standing(figure: Figure) -> str:
    """A colour with its reasons: "red: burning ahead of time, milestones overdue"."""
    reasons = [one.said for one in CONCERNS.values() if int(figure.value) % MANY & one.bit]
    return ": ".join(one for one in (colour(figure.value), ", ".join(reasons)) if one)


def show_points(figure: Figure, locale: str = "en") -> str:
    """A difference of two percentages in words: "3.2 percentage points"."""
    return show(figure, locale).removesuffix("%") + "percentage points"


def most_decimals(figure: Figure) -> int:
    """In how many decimals a figure is said at most; money in those its currency has."""
    return _currency_decimals(figure.currency) if figure.currency else _MOST_DECIMALS[figure.unit]


def shown_number(figure: Figure) -> Fraction:
    """The number as it is said: rounded half up, or so that the parts add up."""
    return _half_up(figure.number, most_decimals(figure)) if figure.rounded is None else figure.rounded


def adding_up(parts: Sequence[Figure], total: Figure) -> tuple[Figure, ...]:
    """The parts of a total, rounded by largest remainder so that what is said adds up; exact values stay."""
    from assistant.agency import units  # noqa: PLC0415 - as in `show`

    digits = most_decimals(total)
    rounded = units.largest_remainder([_decimal(part.number) for part in parts], _decimal(total.number), digits)
    return tuple(replace(part, rounded=Fraction(number)) for part, number in zip(parts, rounded, strict=True))


def to_json(figure: Figure) -> float | int | str:
    """The number for programs, half even: counts and heads whole, ratios to 10 decimals, all else 6; days ISO."""
    if figure.unit is Unit.DATE:
        return figure.day.isoformat()
    if figure.unit is Unit.HEALTH:
        return standing(figure)
    if figure.unit in {Unit.COUNT, Unit.PEOPLE} and not figure.is_fte and figure.value.denominator == 1:
        return int(figure.value)
    return float(round(figure.value, RATIO_DECIMALS if figure.unit in _RATIOS else OTHER_DECIMALS))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _half_up(number: Fraction, digits: int) -> Fraction:
    scale: int = 10**digits
    steps = (abs(number.numerator) * scale * 2 + number.denominator) // (2 * number.denominator)
    return Fraction(-steps if number < 0 else steps, scale)


def _index(value: Decimal, locale: str) -> str:
    """Always with decimals, so that 1.00 is not taken for a count."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - as in `show`

    from assistant.agency.units import locale_named  # noqa: PLC0415 - as in `show`

    return format_decimal(value, "#,##0.00", locale=locale_named(locale))


def _spaced(money: str) -> str:
    """Letters that stand for a currency stand apart from the number; no invisible mark is left."""
    return _LETTER_BY_DIGIT.sub(" ", _INVISIBLE.sub("", money))


@cache
def _currency_decimals(currency: str) -> int:
    from babel.numbers import get_currency_precision  # noqa: PLC0415 - as in `show`

    return get_currency_precision(currency)
