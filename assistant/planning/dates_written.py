"""Days written in numbers, whose order only the agency's locale can tell: 5/10/2026, 01.02.-15.02., 10/1-11/7."""

from dataclasses import dataclass
from datetime import date

from assistant.planning.dates_compound import Range
from assistant.planning.dates_forms import Clock, Form, Kind, NoSuchDayError, Told, YearSaid
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_named import DaysOfMonth
from assistant.planning.dates_relative import Directed
from assistant.planning.dates_units import Stretch

DAY_FIRST, MONTH_FIRST = False, True
_THIS_CENTURY = 2000
_CENTURY = 100


@dataclass(frozen=True)
class Numerals:
    """Two numbers of a day and a month, their year if one was written, and the mark between them."""

    first: int
    second: int
    year: int | None
    mark: str

    def day(self, *, month_first: bool) -> DaysOfMonth:
        """The day they are in that order, which may be none."""
        month, day = (self.first, self.second) if month_first else (self.second, self.first)
        year = self.year
        if year is not None and year < _CENTURY:
            year += _THIS_CENTURY
        return DaysOfMonth(day, day, month, year=None if year is None else YearSaid(year))


@dataclass(frozen=True)
class Written(Form):
    """5/10/2026: the day if only one order makes one, or the order of the agency's locale; otherwise none."""

    numerals: tuple[Numerals, ...]
    month_first: bool | None = None
    """The order that the way of writing shows where no locale is set: "5/1-5/7, 2020"."""
    away: int | None = None
    """Which of them, where "last", "this" or "next" was said before a day without a year."""

    @property
    def kind(self) -> Kind:
        """One day or a range."""
        return Kind.DAY if len(self.numerals) == 1 else Kind.RANGE

    def stretch(self, clock: Clock) -> Stretch:
        """Of both orders the only possible one; both ends of a range are written in one order."""
        return self._only([self._in_order(order, clock) for order in self._orders()], clock)

    def possible(self, clock: Clock) -> list[Stretch]:
        """The day in each order: beside a weekday, "Friday 10/9/2026" can only be one of them."""
        days = [self.numerals[0].day(month_first=order) for order in self._orders()]
        return [found for day in days for found in day.possible(clock)]

    def latest(self, clock: Clock, day: date) -> Stretch:
        """The most recent such day that has begun by `day`, in the order it must have."""
        return self.stretch(clock if self.away is not None else Clock(day, clock.calendar, clock.outlook))

    def label(self, told: Told) -> str:
        """5 October 2026."""
        return in_days(told.stretch)

    def _orders(self) -> tuple[bool, ...]:
        dotted = any(one.mark == "." for one in self.numerals)
        return (DAY_FIRST,) if dotted else (DAY_FIRST, MONTH_FIRST)

    def _in_order(self, month_first: bool, clock: Clock) -> Stretch | None:  # noqa: FBT001 - the two orders
        days = [each.day(month_first=month_first) for each in self.numerals]
        one: Form = days[0] if self.away is None else Directed(days[0], self.away)
        form = one if len(days) == 1 else Range(*days)
        try:
            return form.stretch(clock)
        except ValueError:
            # How Python says that there is no such day.
            return None

    def _only(self, found: list[Stretch | None], clock: Clock) -> Stretch:
        possible = {one for one in found if one}
        if len(possible) == 1:
            return possible.pop()
        here = clock.calendar.month_first if clock.calendar.month_first is not None else self.month_first
        chosen = found[int(here)] if possible and here is not None else None
        if chosen is None:
            raise NoSuchDayError
        return chosen
