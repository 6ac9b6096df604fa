"""Periods made of others: March to June, since May, until Friday, the end of March, the first week of 2026."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from assistant.planning.dates_forms import (
    KIND_OF,
    Clock,
    Floating,
    Form,
    Kind,
    NoSuchDayError,
    Outlook,
    Told,
    Yearly,
    in_year,
)
from assistant.planning.dates_labels import in_days, in_months, is_fiscal
from assistant.planning.dates_named import CalendarYear, day_of_week
from assistant.planning.dates_relative import HALF_OF_A_MONTH, ONE_DAY, Length, Relative, forwards
from assistant.planning.dates_units import (
    NO_BEGINNING,
    Stretch,
    Unit,
    around,
    civil,
    moved,
    number_of,
    numbered,
)

_MOST_OF_A_WEEK = timedelta(days=3)
_ENDS_OF_A_WEEK = 3  # its beginning is the first three days, its end the last three, its middle Tuesday to Friday
_MIDDLE_OF_A_WEEK = (1, 4)
_THIRD_OF_A_MONTH = 10


@dataclass(frozen=True)
class Wrapped(Form):
    """What is said of another period."""

    inner: Form

    @property
    def by_setting(self) -> bool:
        """As the inner one."""
        return self.inner.by_setting

    def whole(self, clock: Clock) -> Stretch:
        """The days of the inner one, of which this is a part; with nothing said, the one of the current year."""
        inner = self.inner
        if clock.outlook is Outlook.UNSAID and isinstance(inner, Floating) and inner.floats:
            return inner.occurrence(inner.number_at(clock.today, clock), clock)
        return inner.stretch(clock)


@dataclass(frozen=True)
class Range(Form):
    """March to June, Q1 - Q3 2026, from last week until today: the last unit is in it."""

    first: Form
    last: Form
    kind = Kind.RANGE

    @property
    def by_setting(self) -> bool:
        """If either is."""
        return self.first.by_setting or self.last.by_setting

    def stretch(self, clock: Clock) -> Stretch:
        """The year of one end serves the other; with none said, the outlook chooses for both."""
        if not self.last.floats:
            end = self.last.stretch(clock).end
            return forwards(self.first.latest(clock, end).start, end)
        found = self._beginning(self.first.stretch(_looking_back(clock)), clock)
        if self.first.floats and clock.outlook is Outlook.FORECAST and found.end < clock.today:
            return self._beginning(self.first.stretch(clock), clock)
        return found

    def label(self, told: Told) -> str:
        """March - June 2026; 2024 - 2026; in a fiscal year, with the words that were said."""
        if isinstance(self.first, CalendarYear) and isinstance(self.last, CalendarYear):
            return f"{self.first.number} - {self.last.number}"
        if self.by_setting and is_fiscal(told.clock.calendar):
            return super().label(told)
        return in_months(told.stretch)

    def _beginning(self, first: Stretch, clock: Clock) -> Stretch:
        return forwards(first.start, self.last.following(clock, first.start).end)


@dataclass(frozen=True)
class Between(Range):
    """Between this month and last month: either of two whole units may be said first."""

    def stretch(self, clock: Clock) -> Stretch:
        """As of any range, from the earlier one on."""
        fixed = not (self.first.floats or self.last.floats) and Kind.DAY not in (self.first.kind, self.last.kind)
        ends = sorted(one.stretch(clock) for one in (self.first, self.last)) if fixed else []
        return Stretch(ends[0].start, ends[1].end) if ends else super().stretch(clock)


@dataclass(frozen=True)
class NamedRange(Range):
    """Mon 5 - Fri 9 October: a range whose first day must fall on its weekday."""

    weekday: int

    def stretch(self, clock: Clock) -> Stretch:
        """As of any range."""
        found = super().stretch(clock)
        if found.start.weekday() != self.weekday:
            raise NoSuchDayError
        return found


@dataclass(frozen=True)
class Together(Form):
    """Q1 and Q2 2026; July, August and September: one stretch, where each begins when another ends."""

    forms: tuple[Form, ...]
    kind = Kind.RANGE

    @property
    def by_setting(self) -> bool:
        """If either is."""
        return any(one.by_setting for one in self.forms)

    def stretch(self, clock: Clock) -> Stretch:
        """All of them, in the order of time; a year that is said once is of all."""
        said = [one.year for one in self.forms if isinstance(one, Yearly) and one.year]
        year = said[0] if len(set(said)) == 1 else None
        found = sorted(in_year(one, year).stretch(clock) for one in self.forms)
        if any(before.end + ONE_DAY != after.start for before, after in pairwise(found)):
            raise NoSuchDayError
        return Stretch(found[0].start, found[-1].end)


@dataclass(frozen=True)
class Bounded(Form):
    """After Q2 and before September, since March but not later than May."""

    since: "Since"
    until: "Until"
    kind = Kind.RANGE

    @property
    def by_setting(self) -> bool:
        """If either is."""
        return self.since.by_setting or self.until.by_setting

    def stretch(self, clock: Clock) -> Stretch:
        """From the one to the next occurrence of the other."""
        first = self.since.inner.stretch(_looking_back(clock))
        start = first.end + ONE_DAY if self.since.after else first.start
        last = self.until.inner.following(clock, start)
        return forwards(start, last.start - ONE_DAY if self.until.before else last.end)


@dataclass(frozen=True)
class Since(Wrapped):
    """Since March: from the first day of the most recent one through today."""

    after: bool = False
    kind = Kind.SINCE

    def stretch(self, clock: Clock) -> Stretch:
        """From its first day (or the day after its last) to today."""
        return forwards(self._begins(clock), clock.today)

    def begins_open(self, clock: Clock) -> date | None:
        """After 2024: the day after its last. What is said with "since" ends today, if it has begun."""
        begins = self._begins(clock)
        return begins if self.after or begins > clock.today else None

    def _begins(self, clock: Clock) -> date:
        begun = self.inner.latest(clock, clock.today)
        return begun.end + ONE_DAY if self.after else begun.start

    def label(self, told: Told) -> str:
        """Since March (1 March - 15 October 2026)."""
        return f"{told.said} ({_fiscal_note(self, told)}{in_days(told.stretch)})"


@dataclass(frozen=True)
class SoFar(Since):
    """So far in October: through today, while it runs; what has ended is the whole of it."""

    def stretch(self, clock: Clock) -> Stretch:
        """From its first day to today, or to its last day where that came first."""
        begun = self.inner.latest(clock, clock.today)
        return forwards(begun.start, min(begun.end, clock.today))


@dataclass(frozen=True)
class Starting(Since):
    """Starting 1 March is since then; starting next month, which is still to come, is in that month."""

    def stretch(self, clock: Clock) -> Stretch:
        """To today, or the whole of what is still to come; a single day to come has no end."""
        coming = self.inner.stretch(clock)
        if coming.start <= clock.today:
            return super().stretch(clock)
        if self.inner.kind is Kind.DAY:
            raise NoSuchDayError
        return coming

    def begins_open(self, clock: Clock) -> date | None:
        """The day it starts."""
        coming = self.inner.stretch(clock).start
        return coming if coming > clock.today else self._begins(clock)


@dataclass(frozen=True)
class Onwards(Since):
    """From March on: since then, if it has begun; from a day to come on there is no end."""

    def stretch(self, clock: Clock) -> Stretch:
        """To today."""
        if self.inner.stretch(clock).start > clock.today:
            raise NoSuchDayError
        return super().stretch(clock)

    def begins_open(self, clock: Clock) -> date | None:
        """The day it begins, which may be to come."""
        coming = self.inner.stretch(clock).start
        return coming if coming > clock.today else self._begins(clock)


@dataclass(frozen=True)
class Until(Wrapped):
    """Until March, before Friday, by the end of the year, as of 31 March; a forecast's begins today."""

    before: bool = False
    as_of: bool = False
    named: bool = False
    kind = Kind.UNTIL

    def stretch(self, clock: Clock) -> Stretch:
        """To its last day (or the day before its first)."""
        found = self.inner.stretch(clock)
        # What is before the end of March may be on its last day.
        at_an_end = isinstance(self.inner, Edge) and self.inner.place is Place.END and found.start == found.end
        end = found.start - ONE_DAY if self.before and not at_an_end else found.end
        ahead = clock.outlook is Outlook.FORECAST and end >= clock.today and not self.as_of
        return Stretch(clock.today if ahead else NO_BEGINNING, end)

    def label(self, told: Told) -> str:
        """Until March (through 31 March 2026); through 9 October 2026; as of 31 March 2026."""
        stretch = told.stretch
        if self.as_of:
            return f"as of {in_days(Stretch(stretch.end, stretch.end))}"
        days = in_days(stretch)
        is_said = self.inner.kind is Kind.DAY and not (self.before or self.named) and stretch.start == NO_BEGINNING
        return days if is_said else f"{told.said} ({_fiscal_note(self, told)}{days})"


class Place(StrEnum):
    """Where in a period."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


# After how many months each begins, and how many it has.
_Months = Mapping[tuple[Kind, Place], tuple[int, int]]
_MONTHS_OF: _Months = {
    (Kind.QUARTER, Place.START): (0, 1),
    (Kind.QUARTER, Place.MIDDLE): (1, 1),
    (Kind.QUARTER, Place.END): (2, 1),
    (Kind.YEAR, Place.START): (0, 6),
    (Kind.YEAR, Place.MIDDLE): (4, 4),
    (Kind.YEAR, Place.END): (6, 6),
}
# The beginning and the end of a year are less than its halves, which "early" and "late" are.
_MONTHS_AT_AN_EDGE: _Months = {**_MONTHS_OF, (Kind.YEAR, Place.START): (0, 3), (Kind.YEAR, Place.END): (8, 4)}


@dataclass(frozen=True)
class Placed(Wrapped):
    """What has a place in another period, and comes round with it."""

    place: Place

    @property
    def floats(self) -> bool:
        """As the inner one."""
        return self.inner.floats

    def stretch(self, clock: Clock) -> Stretch:
        """That part of the one meant."""
        return self._part(self.whole(clock))

    def latest(self, clock: Clock, day: date) -> Stretch:
        """That part of the most recent one of which it has begun."""
        whole = self.inner.latest(clock, day)
        found = self._part(whole)
        return found if found.start <= day else self._part(self.inner.latest(clock, whole.start - ONE_DAY))

    def following(self, clock: Clock, day: date) -> Stretch:
        """That part of the first one of which it has not ended."""
        whole = self.inner.following(clock, day)
        found = self._part(whole)
        return found if found.end >= day else self._part(self.inner.following(clock, whole.end + ONE_DAY))

    @abstractmethod
    def _part(self, whole: Stretch) -> Stretch:
        """The part of these days."""


@dataclass(frozen=True)
class Edge(Placed):
    """The end of March: from the 21st on; its last day at an end of a range and as "month-end".

    Of what is read off on a day it has no beginning: a state has only an end.

    Of a week the last few days, of a quarter its last month, of a year the last four.
    """

    one_day: bool = False
    kind = Kind.EDGE

    def alone(self, clock: Clock) -> Stretch:
        """So much of it as is called so; the day where it is a state's, or of what has no such part."""
        whole, kind = self.whole(clock), self.inner.kind
        if clock.outlook is Outlook.STATE:
            return Stretch(NO_BEGINNING, self._part(whole).end)
        if self.one_day:
            return self._part(whole)
        if kind is Kind.WEEK:
            return _end_of_week(self.place, whole)
        if kind is Kind.MONTH:
            return _third_of_a_month(self.place, whole)
        if self.place is Place.MIDDLE or (kind, self.place) in _MONTHS_AT_AN_EDGE:
            return _some_months(_MONTHS_AT_AN_EDGE, (kind, self.place), whole)
        return self._part(whole)

    def label(self, told: Told) -> str:
        """End of March (21 - 31 March 2026); of a state the day it is read off on."""
        day = Stretch(told.stretch.end, told.stretch.end)
        return super().label(told._replace(stretch=day) if told.stretch.start == NO_BEGINNING else told)

    def _part(self, whole: Stretch) -> Stretch:
        half = timedelta(days=((whole.end - whole.start).days + 1) // 2)
        day = {Place.START: whole.start, Place.MIDDLE: whole.start + half, Place.END: whole.end}[self.place]
        return Stretch(day, day)


@dataclass(frozen=True)
class Third(Placed):
    """Early, mid or late March: its first ten days, the next ten, the rest.

    Of a quarter its months; early and late in a year, and in this or another month counted from it, are the halves
    (as "later this month" is in one of them), mid 2026 the middle third.
    """

    kind = Kind.PART

    def _part(self, whole: Stretch) -> Stretch:
        if self.inner.kind is Kind.MONTH:
            if isinstance(self.inner, Relative) and self.place is not Place.MIDDLE:
                return _half_of_a_month(1 if self.place is Place.START else 2, whole)
            return _third_of_a_month(self.place, whole)
        return _some_months(_MONTHS_OF, (self.inner.kind, self.place), whole)


@dataclass(frozen=True)
class Nth(Wrapped):
    """The third week of March, the last Friday of October, the 9th month of next year, its first half.

    `number` counts from the end where it is below 0; `unit` may be a weekday (0 = Monday).
    """

    number: int
    unit: Unit | int
    full: bool = False
    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """The one of that number that lies in the inner period; a full week with all of its days."""
        whole = self.whole(clock)
        unit = self.unit
        found = self._unit(unit, whole, clock) if isinstance(unit, Unit) else self._weekday(unit, whole)
        margin = self._margin(self.unit)
        if found.start < whole.start - margin or found.end > whole.end + margin:
            raise NoSuchDayError
        return found

    def _margin(self, unit: Unit | int) -> timedelta:
        return _MOST_OF_A_WEEK if unit is Unit.WEEK and not self.full else timedelta()

    def _weekday(self, weekday: int, whole: Stretch) -> Stretch:
        if self.number > 0:
            return _weeks_later(day_of_week(weekday, whole), self.number - 1)
        last_week = Stretch(whole.end - timedelta(days=6), whole.end)
        return _weeks_later(day_of_week(weekday, last_week), self.number + 1)

    def _unit(self, unit: Unit, whole: Stretch, clock: Clock) -> Stretch:
        if unit is Unit.HALF and self.inner.kind is Kind.MONTH:
            return _half_of_a_month(self.number, whole)
        calendar = clock.calendar if self.by_setting else civil(clock.calendar)
        # A week belongs to the month or year that most of its days are in, as ISO counts them.
        margin = self._margin(unit)
        first = number_of(unit, whole.start + margin, calendar)
        last = number_of(unit, whole.end - margin, calendar)
        # Of a month that ends on a Wednesday the last weekend is the one before.
        first += numbered(unit, first, calendar).start < whole.start - margin
        last -= numbered(unit, last, calendar).end > whole.end + margin
        number = first + self.number - 1 if self.number > 0 else last + self.number + 1
        return numbered(unit, number, calendar)


@dataclass(frozen=True)
class Some(Wrapped):
    """The first ten days of March, the last four months of 2026, the first two weeks of Q3."""

    length: Length
    from_the_end: bool = False
    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """So much from one end of the inner period on; never more than all of it."""
        whole = self.whole(clock)
        if self.from_the_end:
            start = moved(whole.end + ONE_DAY, -self.length.count, self.length.unit)
            found = forwards(start, whole.end)
        else:
            end = moved(whole.start, self.length.count, self.length.unit) - ONE_DAY
            found = forwards(whole.start, end)
        if found.start < whole.start or found.end > whole.end:
            raise NoSuchDayError
        return found


@dataclass(frozen=True)
class UnitWith(Wrapped):
    """The week of 5 October, the month of the 16th."""

    unit: Unit = Unit.WEEK

    @property
    def kind(self) -> Kind:
        """The kind of its unit."""
        return KIND_OF[self.unit]

    def stretch(self, clock: Clock) -> Stretch:
        """The week (month) that day lies in."""
        return around(self.unit, self.inner.stretch(clock).start, 0, clock.calendar)


def _looking_back(clock: Clock) -> Clock:
    # A forecast's range is first tried from its most recent beginning: in October, "September to
    # December" has three months to come.
    outlook = Outlook.ACTUAL if clock.outlook is Outlook.FORECAST else clock.outlook
    return Clock(clock.today, clock.calendar, outlook)


def _fiscal_note(form: Form, told: Told) -> str:
    return "fiscal, " if form.by_setting and is_fiscal(told.clock.calendar) else ""


def _weeks_later(day: Stretch, weeks: int) -> Stretch:
    return Stretch(day.start + timedelta(weeks=weeks), day.end + timedelta(weeks=weeks))


def _end_of_week(place: Place, week: Stretch) -> Stretch:
    if place is Place.MIDDLE:
        first, last = (timedelta(days=away) for away in _MIDDLE_OF_A_WEEK)
        return Stretch(week.start + first, week.start + last)
    away = timedelta(days=_ENDS_OF_A_WEEK - 1)
    return Stretch(week.start, week.start + away) if place is Place.START else Stretch(week.end - away, week.end)


def _third_of_a_month(place: Place, month: Stretch) -> Stretch:
    skipped = {Place.START: 0, Place.MIDDLE: 1, Place.END: 2}[place] * _THIRD_OF_A_MONTH
    start = month.start + timedelta(days=skipped)
    tenth = start + timedelta(days=_THIRD_OF_A_MONTH - 1)
    return Stretch(start, month.end if place is Place.END else tenth)


def _some_months(parts: _Months, asked: tuple[Kind, Place], whole: Stretch) -> Stretch:
    if asked not in parts:
        raise NoSuchDayError
    skipped, months = parts[asked]
    first = moved(whole.start, skipped, Unit.MONTH)
    return Stretch(first, moved(first, months, Unit.MONTH) - ONE_DAY)


def _half_of_a_month(number: int, month: Stretch) -> Stretch:
    middle = month.start.replace(day=HALF_OF_A_MONTH)
    halves = {1: Stretch(month.start, middle), 2: Stretch(middle + ONE_DAY, month.end)}
    if number not in (*halves, -1):
        raise NoSuchDayError
    return halves.get(number, halves[2])
