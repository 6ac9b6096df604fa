"""Periods that have a name: October, 5 October, the 18th, Friday, week 40, Q3, 2025, FY26."""

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.agency.calendar import fiscal_year
from assistant.agency.periods import Calendar
from assistant.planning.dates_forms import (
    KIND_OF,
    Clock,
    Floating,
    Form,
    Kind,
    NoSuchDayError,
    Told,
    Yearly,
    YearSaid,
)
from assistant.planning.dates_labels import in_days, in_months, is_fiscal, numbered_name
from assistant.planning.dates_units import Stretch, Unit, around, civil, moved, number_of, numbered

_CENTURY = 100


@dataclass(frozen=True)
class MonthOfYear(Yearly):
    """October, October 2026, October last year."""

    month: int
    kind = Kind.MONTH

    def number_said(self, year: YearSaid, clock: Clock) -> int:
        """The calendar year."""
        return year.of_month(self.month, clock)

    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """That month of a calendar year."""
        return around(Unit.MONTH, date(number, self.month, 1), 0, clock.calendar)

    def label(self, told: Told) -> str:
        """October 2026."""
        return in_months(told.stretch)


@dataclass(frozen=True)
class DaysOfMonth(Yearly):
    """5 October, 5 October 2026, 13 - 15 July."""

    first: int
    last: int
    month: int
    current_when_unsaid = True

    @property
    def kind(self) -> Kind:
        """One day or several."""
        return Kind.DAY if self.first == self.last else Kind.RANGE

    def number_said(self, year: YearSaid, clock: Clock) -> int:
        """The calendar year."""
        return year.of_month(self.month, clock)

    def occurrence(self, number: int, clock: Clock) -> Stretch:  # noqa: ARG002 - days are the same by any calendar
        """Those days of a calendar year."""
        return Stretch(date(number, self.month, self.first), date(number, self.month, self.last))

    def label(self, told: Told) -> str:
        """5 October 2026."""
        return in_days(told.stretch)


@dataclass(frozen=True)
class DayOfSomeMonth(Floating):
    """The 18th."""

    day: int
    cycle = Unit.MONTH
    current_when_unsaid = True
    kind = Kind.DAY

    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """That day of a month."""
        day = numbered(Unit.MONTH, number, clock.calendar).start.replace(day=self.day)
        return Stretch(day, day)

    def label(self, told: Told) -> str:
        """18 October 2026."""
        return in_days(told.stretch)


@dataclass(frozen=True)
class Weekday(Floating):
    """Friday."""

    weekday: int
    cycle = Unit.WEEK
    current_when_unsaid = True
    kind = Kind.DAY

    def number_at(self, day: date, clock: Clock) -> int:
        """The number of the week, as this organisation's weeks begin."""
        return number_of(Unit.WEEK, day, clock.calendar)

    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """That day of a week."""
        return day_of_week(self.weekday, numbered(Unit.WEEK, number, clock.calendar))

    def label(self, told: Told) -> str:
        """Friday 9 October 2026."""
        return _with_weekday(told.stretch)


@dataclass(frozen=True)
class NamedDay(Form):
    """Friday 18 July, Tuesday the 19th: the nearest such day that falls on the weekday."""

    weekday: int
    day: Form
    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:
        """Of the day in the year (month) before, in this one and in the next, the nearest that fits."""
        right = [one for one in self.day.possible(clock) if one.start.weekday() == self.weekday]
        if not right:
            raise NoSuchDayError
        return min(right, key=lambda one: abs(one.start - clock.today))

    def label(self, told: Told) -> str:
        """Friday 18 July 2014."""
        return _with_weekday(told.stretch)


@dataclass(frozen=True)
class DaysOfWeek(Form):
    """Monday of last week, next week between Wednesday and Friday."""

    first: int
    last: int
    week: Form

    @property
    def kind(self) -> Kind:
        """One day or several."""
        return Kind.DAY if self.first == self.last else Kind.RANGE

    def stretch(self, clock: Clock) -> Stretch:
        """Those days of that week."""
        week = self.week.stretch(clock)
        return Stretch(day_of_week(self.first, week).start, day_of_week(self.last, week).end)

    def label(self, told: Told) -> str:
        """Monday 5 October 2026; 7 - 9 October 2026."""
        return _with_weekday(told.stretch) if self.first == self.last else in_days(told.stretch)


@dataclass(frozen=True)
class WeekOfYear(Yearly):
    """Week 40, by ISO's count."""

    week: int
    current_when_unsaid = True
    kind = Kind.WEEK

    def number_said(self, year: YearSaid, clock: Clock) -> int:
        """The calendar year."""
        return year.of_month(1, clock)

    def occurrence(self, number: int, clock: Clock) -> Stretch:  # noqa: ARG002 - ISO's weeks begin on Mondays
        """That week of a year; a year without a week 53 has none."""
        monday = date.fromisocalendar(number, self.week, 1)
        return Stretch(monday, monday + timedelta(days=6))

    def label(self, told: Told) -> str:
        """Week 40 (28 September - 4 October 2026)."""
        return f"week {self.week} ({in_days(told.stretch)})"


@dataclass(frozen=True)
class PartOfYear(Yearly):
    """Q3, H1 2026, calendar Q2: by this organisation's year unless "calendar" is said."""

    unit: Unit
    number: int
    civil: bool = False

    @property
    def kind(self) -> Kind:
        """A quarter or a half."""
        return KIND_OF[self.unit]

    @property
    def by_setting(self) -> bool:
        """Unless "calendar" is said."""
        return not self.civil

    def number_said(self, year: YearSaid, clock: Clock) -> int:
        """The year as it is counted here."""
        return year.counted(Clock(clock.today, self._by(clock), clock.outlook))

    def number_at(self, day: date, clock: Clock) -> int:
        """The year a day is counted in."""
        return fiscal_year(day, self._by(clock))

    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """That quarter or half of a year of ours."""
        calendar = self._by(clock)
        return around(self.unit, year_begins(number, calendar), self.number - 1, calendar)

    def label(self, told: Told) -> str:
        """Q3 2026, or with its days where that could be taken for another."""
        stretch, _, clock = told
        name = numbered_name(self.unit, stretch, self._by(clock))
        if not is_fiscal(clock.calendar):
            return name
        return f"calendar {name} ({in_days(stretch)})" if self.civil else f"{name} (fiscal, {in_days(stretch)})"

    def _by(self, clock: Clock) -> Calendar:
        return civil(clock.calendar) if self.civil else clock.calendar


@dataclass(frozen=True)
class MonthByNumber(PartOfYear):
    """P6, period 6, fiscal month 6, and "month 9" where both years begin in January: by this organisation's year."""

    either: bool = False
    """Whether it may be counted by the calendar's year as well."""

    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """That month of a year of ours."""
        calendar = self._by(clock)
        if self.either and is_fiscal(calendar) and not (self.year and self.year.fiscal):
            raise NoSuchDayError
        return around(Unit.MONTH, moved(year_begins(number, calendar), self.number - 1, Unit.MONTH), 0, calendar)

    def label(self, told: Told) -> str:
        """P6 (fiscal, 1 - 30 September 2026)."""
        return Form.label(self, told)


@dataclass(frozen=True)
class CalendarYear(Form):
    """2025: always from January to December."""

    number: int
    kind = Kind.YEAR

    def stretch(self, clock: Clock) -> Stretch:  # noqa: ARG002 - no clock changes it
        """January to December."""
        return Stretch(date(self.number, 1, 1), date(self.number, 12, 31))

    def label(self, told: Told) -> str:
        """2025, and that it is no fiscal year where one could think so."""
        return f"calendar year {self.number}" if is_fiscal(told.clock.calendar) else str(self.number)


@dataclass(frozen=True)
class Decade(Form):
    """The 1990s; the nineties, which are the last that have begun."""

    first: int
    kind = Kind.RANGE

    def stretch(self, clock: Clock) -> Stretch:
        """Ten calendar years."""
        first = self.first
        if first < _CENTURY:
            first += clock.today.year // _CENTURY * _CENTURY
            first -= _CENTURY if first > clock.today.year else 0
        return Stretch(date(first, 1, 1), date(first + 9, 12, 31))

    def label(self, told: Told) -> str:
        """The nineties (1990 - 1999)."""
        return f"{told.said} ({told.stretch.start.year} - {told.stretch.end.year})"


@dataclass(frozen=True)
class Season(Form):
    """Summer, autumn 2026, a holiday that no calendar in view has: no days that two people would agree on."""

    kind = Kind.RANGE

    def stretch(self, clock: Clock) -> Stretch:  # noqa: ARG002 - in no calendar
        """None: it is asked back for months."""
        raise NoSuchDayError


@dataclass(frozen=True)
class FiscalYear(Form):
    """FY26: the year that ends in 2026. FY25/26 says both of its years, and is none that begins in January."""

    number: int
    both_years: bool = False
    kind = Kind.YEAR
    by_setting = True

    def stretch(self, clock: Clock) -> Stretch:
        """The twelve months that begin with this organisation's year."""
        if self.both_years and not is_fiscal(clock.calendar):
            raise NoSuchDayError
        return around(Unit.YEAR, year_begins(self.number, clock.calendar), 0, clock.calendar)

    def label(self, told: Told) -> str:
        """FY26 (fiscal, 1 July 2025 - 30 June 2026)."""
        return super().label(told._replace(said=f"FY{self.number % 100:02d}"))


@dataclass(frozen=True)
class WrittenDay(Form):
    """2026-10-05, or none: 2026-02-31."""

    day: date | None
    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:  # noqa: ARG002 - no clock changes it
        """That day."""
        if self.day is None:
            raise NoSuchDayError
        return Stretch(self.day, self.day)

    def label(self, told: Told) -> str:
        """5 October 2026."""
        return in_days(told.stretch)


def year_begins(number: int, calendar: Calendar) -> date:
    """The first day of the year that is counted by this number."""
    return date(number - (1 if is_fiscal(calendar) else 0), calendar.fiscal_year_starts, 1)


def day_of_week(weekday: int, week: Stretch) -> Stretch:
    """The day of a week that is that weekday."""
    day = week.start + timedelta(days=(weekday - week.start.weekday()) % 7)
    return Stretch(day, day)


def _with_weekday(day: Stretch) -> str:
    return f"{day.start:%A} {in_days(day)}"
