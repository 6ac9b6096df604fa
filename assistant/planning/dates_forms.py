"""What a period is while it is still words: how "last month" or "Q3" becomes days and a label."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple

from assistant.agency.calendar import fiscal_year
from assistant.agency.periods import Calendar
from assistant.planning.dates_labels import in_days, in_months, is_fiscal
from assistant.planning.dates_units import Stretch, Unit, civil, number_of


class Outlook(StrEnum):
    """Which way the metric asked for looks: it decides what a bare "Q3", "March" or "Friday" means.

    `UNSAID` is a phrase without a metric: months and quarters are as for `ACTUAL`, and a day, week or
    weekday is the one in the current year, month or week.
    """

    ACTUAL = "actual"
    FORECAST = "forecast"
    STATE = "state"
    UNSAID = "unsaid"


class Kind(StrEnum):
    """What sort of period was said."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    ROLLING = "rolling"  # last 6 months, within 30 days
    TO_DATE = "to_date"  # year to date, so far this month
    SINCE = "since"
    UNTIL = "until"  # without a beginning, unless it is a forecast's
    RANGE = "range"
    EDGE = "edge"  # the end of March
    PART = "part"  # the first ten days of March, the rest of the week


KIND_OF = {
    Unit.DAY: Kind.DAY,
    Unit.WEEK: Kind.WEEK,
    Unit.WORKING_WEEK: Kind.WEEK,
    Unit.WEEKEND: Kind.WEEK,
    Unit.MONTH: Kind.MONTH,
    Unit.QUARTER: Kind.QUARTER,
    Unit.HALF: Kind.HALF,
    Unit.YEAR: Kind.YEAR,
    Unit.DECADE: Kind.RANGE,
}


class NoSuchDayError(ValueError):
    """What was said is shaped like a period and is none: 31 February, this March to last March."""


@dataclass(frozen=True)
class Clock:
    """What a phrase is resolved by: the day it is said on, the calendar, and which way the metric looks."""

    today: date
    calendar: Calendar
    outlook: Outlook


class Told(NamedTuple):
    """What a label is made from: the days meant, the words said, the clock they were resolved by."""

    stretch: Stretch
    said: str
    clock: Clock


class Form(ABC):
    """A period as it was said. Each method raises `ValueError` or `OverflowError` where there is no such day."""

    @property
    @abstractmethod
    def kind(self) -> Kind:
        """What sort of period it is."""

    @property
    def by_setting(self) -> bool:
        """Whether its days depend on the month in which this organisation's year begins."""
        return False

    @property
    def floats(self) -> bool:
        """Whether it comes round again: "March" does, "March 2026" and "last month" do not."""
        return False

    @abstractmethod
    def stretch(self, clock: Clock) -> Stretch:
        """The days meant."""

    def alone(self, clock: Clock) -> Stretch:
        """The days meant where it is the whole expression and not the end of a longer one."""
        return self.stretch(clock)

    def possible(self, clock: Clock) -> list[Stretch]:
        """Every reading that a weekday beside it could choose between; empty where there is no such day."""
        try:
            return [self.stretch(clock)]
        except ValueError:
            # How Python says that there is no such day.
            return []

    def begins_open(self, clock: Clock) -> date | None:  # noqa: ARG002 - most periods have both ends
        """The day it begins where no last day was said ("2024 or later"), else None."""
        return None

    def latest(self, clock: Clock, day: date) -> Stretch:  # noqa: ARG002 - what does not float has one reading
        """Its most recent occurrence that has begun by `day`."""
        return self.stretch(clock)

    def following(self, clock: Clock, day: date) -> Stretch:  # noqa: ARG002 - as above
        """Its first occurrence that has not ended before `day`."""
        return self.stretch(clock)

    def label(self, told: Told) -> str:
        """How a reader would call it, with its days."""
        if self.by_setting and is_fiscal(told.clock.calendar):
            return f"{told.said} (fiscal, {in_days(told.stretch)})"
        return f"{told.said} ({in_months(told.stretch)})"


class Floating(Form):
    """What comes round every year, month or week."""

    cycle: ClassVar[Unit] = Unit.YEAR
    current_when_unsaid: ClassVar[bool] = False
    _FURTHEST: ClassVar[int] = 9  # 29 February may be eight years away

    @property
    def floats(self) -> bool:
        """It does, unless its year is said."""
        return True

    @abstractmethod
    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """The one in the year (month, week) of this number; a `ValueError` when that has none."""

    def occurrence_if_any(self, number: int, clock: Clock) -> Stretch | None:
        """The one in the year (month, week) of this number, if that has one: not every month has a 31st."""
        try:
            return self.occurrence(number, clock)
        except ValueError:
            return None

    def possible(self, clock: Clock) -> list[Stretch]:
        """The ones before, around and after the present; the one of the year that was said."""
        if not self.floats:
            return super().possible(clock)
        here = self.number_at(clock.today, clock)
        around_now = (self.occurrence_if_any(here + away, clock) for away in (-1, 0, 1))
        return [one for one in around_now if one]

    def number_at(self, day: date, clock: Clock) -> int:
        """The number of the year (month, week) that `day` lies in."""
        return number_of(self.cycle, day, civil(clock.calendar))

    def stretch(self, clock: Clock) -> Stretch:
        """The one the outlook calls for."""
        if clock.outlook is Outlook.FORECAST:
            return self.following(clock, clock.today)
        if clock.outlook is Outlook.UNSAID and self.current_when_unsaid:
            current = self.occurrence_if_any(self.number_at(clock.today, clock), clock)
            return current or self.latest(clock, clock.today)
        return self.latest(clock, clock.today)

    def latest(self, clock: Clock, day: date) -> Stretch:
        """Its most recent occurrence that has begun by `day`."""
        if not self.floats:
            return self.stretch(clock)
        here = self.number_at(day, clock)
        for number in range(here + 1, here - self._FURTHEST, -1):
            found = self.occurrence_if_any(number, clock)
            if found and found.start <= day:
                return found
        raise NoSuchDayError

    def following(self, clock: Clock, day: date) -> Stretch:
        """Its first occurrence that has not ended before `day`."""
        if not self.floats:
            return self.stretch(clock)
        here = self.number_at(day, clock)
        for number in range(here - 1, here + self._FURTHEST):
            found = self.occurrence_if_any(number, clock)
            if found and found.end >= day:
                return found
        raise NoSuchDayError


@dataclass(frozen=True)
class YearSaid:
    """The year beside a month or a quarter: a number, FY26, or so many years away ("last year")."""

    number: int | None = None
    away: int = 0
    fiscal: bool = False

    def of_month(self, month: int, clock: Clock) -> int:
        """The calendar year of a month in it."""
        if not self.fiscal:
            return clock.today.year + self.away if self.number is None else self.number
        starts = clock.calendar.fiscal_year_starts
        return self.counted(clock) - (1 if 1 < starts <= month else 0)

    def counted(self, clock: Clock) -> int:
        """Its number as the clock's calendar counts years."""
        return fiscal_year(clock.today, clock.calendar) + self.away if self.number is None else self.number


@dataclass(frozen=True, kw_only=True)
class Yearly(Floating):
    """What comes round every year, unless its year is said."""

    year: YearSaid | None = None

    @property
    def floats(self) -> bool:
        """Whether no year was said."""
        return self.year is None

    @abstractmethod
    def number_said(self, year: YearSaid, clock: Clock) -> int:
        """The number of the year that was said, as it is counted here."""

    def stretch(self, clock: Clock) -> Stretch:
        """The one of the year that was said, else the one the outlook calls for."""
        if self.year is None:
            return super().stretch(clock)
        return self.occurrence(self.number_said(self.year, clock), clock)


def in_year(form: Form, year: YearSaid | None) -> Form:
    """The same form with the year that was said beside it, if it has none of its own."""
    return replace(form, year=year) if isinstance(form, Yearly) and form.floats and year else form
