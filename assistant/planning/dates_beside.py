"""Periods beside another: two weeks before Easter, the week after 5 October, the last working day of the month."""

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.agency.periods import Period
from assistant.planning.dates_compare import year_before
from assistant.planning.dates_compound import Edge, Place, Wrapped
from assistant.planning.dates_forms import Clock, Kind, NoSuchDayError, Told
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_relative import Length, forwards
from assistant.planning.dates_units import DAYS_IN_A_WEEK, MONTHS_IN, Stretch, Unit, around, civil, moved

_ONE_DAY = timedelta(days=1)
_FRIDAY = 4


@dataclass(frozen=True)
class DayBeside(Wrapped):
    """Two weeks before Easter, three days after 5 October: the day, so far from the first or the last of the inner."""

    length: Length
    after: bool
    coming: bool = False
    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:
        """That day; what is counted "from Monday" is counted from the one to come."""
        first, last = self.inner.following(clock, clock.today) if self.coming else self.inner.stretch(clock)
        count = self.length.count
        day = moved(last, count, self.length.unit) if self.after else moved(first, -count, self.length.unit)
        return Stretch(day, day)


@dataclass(frozen=True)
class Beside(Wrapped):
    """The two weeks before Easter, the week after 5 October, the quarter before Q2: up to it, or from its end on.

    A month, quarter or year that is not counted is one of the calendar, so it has no beginning beside a day.
    """

    length: Length
    after: bool
    counted: bool
    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """So much right before its first day or right after its last."""
        first, last = self.inner.stretch(clock)
        if isinstance(self.inner, Edge) and self.inner.place is Place.END:
            first = last + _ONE_DAY  # what is before the end of March may be on its last day
        unit, count = self.length.unit, self.length.count
        if not self.counted and unit in MONTHS_IN and not _begins_a_month(first, last + _ONE_DAY):
            raise NoSuchDayError
        if self.after:
            return forwards(last + _ONE_DAY, moved(last + _ONE_DAY, count, unit) - _ONE_DAY)
        return forwards(moved(first, -count, unit), first - _ONE_DAY)


def _begins_a_month(*days: date) -> bool:
    return all(day.day == 1 for day in days)


@dataclass(frozen=True)
class NthWorkingDay(Wrapped):
    """The last working day of the month, the first business day of May: Mondays to Fridays; below 0 from the end."""

    number: int
    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:
        """That day, if the inner one has so many."""
        whole = self.whole(clock)
        step = _ONE_DAY if self.number > 0 else -_ONE_DAY
        day = whole.start if self.number > 0 else whole.end
        left = abs(self.number)
        while whole.start <= day <= whole.end:
            left -= day.weekday() <= _FRIDAY
            if left == 0:
                return Stretch(day, day)
            day += step
        raise NoSuchDayError

    def label(self, told: Told) -> str:
        """The last working day of the month (Friday 30 October 2026)."""
        return f"{told.said} ({told.stretch.start:%A} {in_days(told.stretch)})"


@dataclass(frozen=True)
class SomeWorkingDays(Wrapped):
    """The last 3 working days of September, the first 5 business days of October, with the weekends between."""

    count: int
    from_the_end: bool
    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """From the first of them to the last."""
        ends = (1, self.count) if not self.from_the_end else (-self.count, -1)
        first, last = (NthWorkingDay(self.inner, number).stretch(clock) for number in ends)
        return forwards(first.start, last.end)


@dataclass(frozen=True)
class WorkingDaysAway(Wrapped):
    """5 working days ago, 2 business days after 5 October."""

    count: int

    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:
        """The day, with the weekends between not counted; public holidays differ between people."""
        first, last = self.inner.stretch(clock)
        ahead = self.count > 0
        day = last if ahead else first
        weeks, left = divmod(abs(self.count), _FRIDAY + 1)
        step = _ONE_DAY if ahead else -_ONE_DAY
        if day.weekday() > _FRIDAY and left == 0:
            weeks, left = weeks - 1, _FRIDAY + 1
        day += weeks * DAYS_IN_A_WEEK * step
        while left:
            day += step
            left -= day.weekday() <= _FRIDAY
        return Stretch(day, day)

    def label(self, told: Told) -> str:
        """5 working days ago (Thursday 8 October 2026)."""
        return f"{told.said} ({told.stretch.start:%A} {in_days(told.stretch)})"


@dataclass(frozen=True)
class Due(Wrapped):
    """Due EOM, due end of next week: by then, where it is still to come; what was due then is that edge's."""

    kind = Kind.EDGE

    def stretch(self, clock: Clock) -> Stretch:
        """From today through the last day."""
        found = self.inner.alone(clock)
        return Stretch(clock.today, found.end) if found.end >= clock.today else found


@dataclass(frozen=True)
class AYearEarlier(Wrapped):
    """In "this month last year", "this quarter of last year" the same one a year earlier; a week moves by 52 weeks."""

    @property
    def kind(self) -> Kind:
        """As the inner one."""
        return self.inner.kind

    def stretch(self, clock: Clock) -> Stretch:
        """The days a year before the inner one's."""
        found = year_before(Period(*self.inner.stretch(clock), ""), clock.calendar)
        return Stretch(found.start or found.end, found.end)


@dataclass(frozen=True)
class YearThrough(Wrapped):
    """YTD August, August YTD: this organisation's year from its first day through that month."""

    civil: bool = False
    kind = Kind.RANGE

    @property
    def by_setting(self) -> bool:
        """Unless "calendar" is said."""
        return not self.civil

    def stretch(self, clock: Clock) -> Stretch:
        """From the first day of the year that month ends in."""
        end = self.inner.stretch(clock).end
        calendar = civil(clock.calendar) if self.civil else clock.calendar
        return Stretch(around(Unit.YEAR, end, 0, calendar).start, end)
