"""Periods counted from today: last month, next 2 quarters, three weeks ago, year to date, within 30 days."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.agency.calendar import fiscal_year
from assistant.agency.periods import Calendar
from assistant.planning.dates_forms import KIND_OF, Clock, Floating, Form, Kind, NoSuchDayError, Outlook, Told
from assistant.planning.dates_labels import counted_name, in_days, in_months, is_fiscal
from assistant.planning.dates_units import BY_THE_YEAR, MONTHS_IN, Stretch, Unit, around, civil, moved, number_of

ONE_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_WORKING_DAYS = 5  # of a week
LATE_IN_A_WEEK = 4  # Thursday to Sunday
HALF_OF_A_MONTH = 15
_NAMES = {-1: "last", 0: "this", 1: "next"}


@dataclass(frozen=True)
class Counted(Form):
    """What is counted in a unit: quarters, halves and years by our year, unless "calendar" is said."""

    unit: Unit
    civil: bool = False

    @property
    def by_setting(self) -> bool:
        """Quarters, halves and years are, unless "calendar" is said."""
        return self.unit in BY_THE_YEAR and not self.civil

    def by(self, clock: Clock) -> Calendar:
        """The calendar it is counted by."""
        return civil(clock.calendar) if self.civil else clock.calendar

    def named(self, name: str, told: Told) -> str:
        """The name with what it stands for: last quarter (Q3 2026)."""
        calendar = self.by(told.clock)
        if self.unit in BY_THE_YEAR:
            return f"{name} ({counted_name(self.unit, told.stretch, calendar)})"
        days = in_months(told.stretch) if self.unit in MONTHS_IN else in_days(told.stretch)
        return f"{name} ({days})"


@dataclass(frozen=True)
class Relative(Counted):
    """Last month, this quarter, next year, the week before last, two months ago."""

    away: int = 0

    @property
    def kind(self) -> Kind:
        """The kind of its unit."""
        return KIND_OF[self.unit]

    def stretch(self, clock: Clock) -> Stretch:
        """The whole unit so many away from the current one."""
        return around(self.unit, clock.today, self.away, self.by(clock))

    def label(self, told: Told) -> str:
        """Last quarter (Q3 2026)."""
        which = _NAMES.get(self.away)
        unit = f"calendar {self.unit}" if self.civil else self.unit
        return self.named(f"{which} {unit}" if which else told.said, told)


@dataclass(frozen=True)
class Coming(Relative):
    """The coming weekend: the first that has not begun."""

    def stretch(self, clock: Clock) -> Stretch:
        """That of the current week, or on one of its days the next."""
        found = super().stretch(clock)
        return found if found.start > clock.today else around(self.unit, clock.today, 1, self.by(clock))

    def label(self, told: Told) -> str:
        """The coming weekend (17 - 18 October 2026)."""
        return self.named(told.said, told)


@dataclass(frozen=True)
class Rolling(Counted):
    """Last 6 months, next 2 quarters: so many complete ones before or after the current one, or with it."""

    count: int = 1
    ahead: bool = False
    with_this: bool = False
    kind = Kind.ROLLING

    def stretch(self, clock: Clock) -> Stretch:
        """From the first of them to the last."""
        if self.count < 1:
            raise NoSuchDayError
        first, last = (1, self.count) if self.ahead else (-self.count, -1)
        if self.with_this:
            first, last = (first - 1, last - 1) if self.ahead else (first + 1, last + 1)
        calendar = self.by(clock)
        start = around(self.unit, clock.today, first, calendar).start
        return Stretch(start, around(self.unit, clock.today, last, calendar).end)

    def label(self, told: Told) -> str:
        """Last 6 months (May - October 2026)."""
        units = self.unit if self.count == 1 else f"{self.count} {plural(self.unit)}"
        name = f"{'next' if self.ahead else 'last'} {'calendar ' if self.civil else ''}{units}"
        name = f"{name} including this one" if self.with_this else name
        return self.named(name, told)


@dataclass(frozen=True)
class ToDate(Counted):
    """Year to date, month to date; "last year to date" is the same part of the year before."""

    away: int = 0
    kind = Kind.TO_DATE

    def stretch(self, clock: Clock) -> Stretch:
        """From the first day of the unit to today, or to the same day of an earlier one."""
        start = around(self.unit, clock.today, self.away, self.by(clock)).start
        return Stretch(start, moved(clock.today, self.away, self.unit))

    def label(self, told: Told) -> str:
        """Year to date (1 January - 15 October 2026)."""
        counted = "calendar " if self.civil and is_fiscal(told.clock.calendar) else ""
        return self.in_full(f"{counted}{self.unit} to date" if self.away == 0 else told.said, told)

    def in_full(self, name: str, told: Told) -> str:
        """The name with its days, and that its year is a fiscal one."""
        fiscal = "fiscal, " if self.by_setting and is_fiscal(told.clock.calendar) else ""
        return f"{name} ({fiscal}{in_days(told.stretch)})"


@dataclass(frozen=True)
class ToDateIn(ToDate):
    """YTD 2025: as far into that year as today is into this one."""

    number: int = 0

    def stretch(self, clock: Clock) -> Stretch:
        """From that year's first day to the same day of it; not of a year to come."""
        away = self.number - fiscal_year(clock.today, self.by(clock))
        if away > 0:
            raise NoSuchDayError
        return replace(ToDate(self.unit, civil=self.civil), away=away).stretch(clock)

    def label(self, told: Told) -> str:
        """YTD 2025 (1 January - 15 October 2025)."""
        return self.in_full(told.said, told)


@dataclass(frozen=True)
class ToDateOf(ToDate):
    """MTD in May, QTD in Q1: as many days of it as have begun of the current one."""

    inner: Form | None = None

    def stretch(self, clock: Clock) -> Stretch:
        """From its first day; never more than all of it, and not of one to come."""
        current = around(self.unit, clock.today, 0, self.by(clock)).start
        whole = self.inner.stretch(clock) if self.inner else super().stretch(clock)
        return forwards(whole.start, min(whole.start + (clock.today - current), whole.end, clock.today))

    def label(self, told: Told) -> str:
        """MTD in May 2026 (1 - 15 May 2026)."""
        return self.in_full(told.said, told)


@dataclass(frozen=True)
class WorkingDays(Form):
    """The last working day, the next 5 working days: Mondays to Fridays; public holidays differ between people."""

    count: int
    ahead: bool = False

    @property
    def kind(self) -> Kind:
        """One day or several."""
        return Kind.DAY if self.count == 1 else Kind.ROLLING

    def stretch(self, clock: Clock) -> Stretch:
        """From the first of them to the last, with the weekends between."""
        if self.count < 1:
            raise NoSuchDayError
        step = ONE_DAY if self.ahead else -ONE_DAY
        nearest = _working(clock.today + step, step)
        weeks, days = divmod(self.count - 1, _WORKING_DAYS)
        furthest = nearest + weeks * _WEEK * (1 if self.ahead else -1)
        for _ in range(days):
            furthest = _working(furthest + step, step)
        return Stretch(*sorted((nearest, furthest)))

    def label(self, told: Told) -> str:
        """Last working day (Wednesday 14 October 2026)."""
        days = in_days(told.stretch)
        return f"{told.said} ({f'{told.stretch.start:%A} ' if self.count == 1 else ''}{days})"


def _working(day: date, step: timedelta) -> date:
    while day.weekday() >= _WORKING_DAYS:
        day += step
    return day


@dataclass(frozen=True)
class Rest(Counted):
    """The rest of the month: from today to its end."""

    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """From today to the last day."""
        return Stretch(clock.today, around(self.unit, clock.today, 0, self.by(clock)).end)


@dataclass(frozen=True)
class RestOf(Form):
    """The rest of 2026, of Q4 or of October: from today to its end, where it is not over."""

    inner: Form
    kind = Kind.PART

    @property
    def by_setting(self) -> bool:
        """As the inner one."""
        return self.inner.by_setting

    def stretch(self, clock: Clock) -> Stretch:
        """From today, or from its first day where that is still to come."""
        whole = self.inner.stretch(clock)
        return forwards(max(clock.today, whole.start), whole.end)


@dataclass(frozen=True)
class Later(Counted):
    """Later this month: of its later half what is still to come; of a week Thursday to Sunday, from tomorrow on."""

    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """From today (of a week tomorrow) to the last day; of a week's last day there is none."""
        whole = around(self.unit, clock.today, 0, self.by(clock))
        begins = clock.today + ONE_DAY if self.unit is Unit.WEEK else clock.today
        return forwards(max(begins, later_half(self.unit, whole)), whole.end)


@dataclass(frozen=True)
class Earlier(Counted):
    """Earlier this year: of its earlier half what has been; of a week Monday to Wednesday."""

    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """From the first day to yesterday at the latest; on the first day there is none."""
        whole = around(self.unit, clock.today, 0, self.by(clock))
        half = later_half(self.unit, whole)
        last = min(half if half > whole.start else clock.today, clock.today) - ONE_DAY
        return forwards(whole.start, last)


def later_half(unit: Unit, whole: Stretch) -> date:
    """The day on which the later half of a week, month or year begins; of what has no halves its first."""
    if unit is Unit.WEEK:
        return whole.end - (LATE_IN_A_WEEK - 1) * ONE_DAY
    if unit is Unit.MONTH:
        return whole.start.replace(day=HALF_OF_A_MONTH + 1)
    return moved(whole.start, MONTHS_IN[Unit.HALF], Unit.MONTH) if unit is Unit.YEAR else whole.start


@dataclass(frozen=True)
class DayAway(Form):
    """Yesterday, three weeks ago, in 10 days, 4 months from tomorrow."""

    count: int
    unit: Unit = Unit.DAY
    origin: Form | None = None
    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:
        """The day so many units from today, or from the day named."""
        day = moved(self.origin.stretch(clock).start if self.origin else clock.today, self.count, self.unit)
        return Stretch(day, day)


@dataclass(frozen=True)
class InAWhile(DayAway):
    """In 2 weeks: the day, asked of the future; "hours tracked in 2 weeks" is not about one."""

    def stretch(self, clock: Clock) -> Stretch:
        """That day, unless the metric looks back."""
        if clock.outlook in (Outlook.ACTUAL, Outlook.STATE):
            raise NoSuchDayError
        return super().stretch(clock)


@dataclass(frozen=True)
class Ahead(Relative):
    """In two months: that month, asked of the future."""

    def stretch(self, clock: Clock) -> Stretch:
        """All of it, unless the metric looks back."""
        if clock.outlook in (Outlook.ACTUAL, Outlook.STATE):
            raise NoSuchDayError
        return super().stretch(clock)


@dataclass(frozen=True)
class Directed(Form):
    """Last Friday, next March, this Q3: the one before, in or after the present, none of it today's."""

    inner: Floating
    away: int

    @property
    def kind(self) -> Kind:
        """As the inner one."""
        return self.inner.kind

    @property
    def by_setting(self) -> bool:
        """As the inner one."""
        return self.inner.by_setting

    def stretch(self, clock: Clock) -> Stretch:
        """The last that has ended, the one of this year (week), the next to begin or the one after that."""
        if self.away == 0:
            return self.inner.occurrence(self.inner.number_at(clock.today, clock), clock)
        if self.away < 0:
            found = self.inner.latest(clock, clock.today)
            for _ in range(-self.away if found.end >= clock.today else -self.away - 1):
                found = self.inner.latest(clock, found.start - ONE_DAY)
            return found
        found = self.inner.following(clock, clock.today)
        for _ in range(self.away if found.start <= clock.today else self.away - 1):
            found = self.inner.following(clock, found.end + ONE_DAY)
        return found

    def label(self, told: Told) -> str:
        """As the inner one."""
        return self.inner.label(told)


@dataclass(frozen=True)
class LastWeekday(Directed):
    """Last Wednesday: the last before today; said on a Thursday it is no yesterday, but the one of last week."""

    def stretch(self, clock: Clock) -> Stretch:
        """That day."""
        found = super().stretch(clock)
        yesterday = found.end == clock.today - ONE_DAY
        this_week = number_of(Unit.WEEK, found.end, clock.calendar) == number_of(Unit.WEEK, clock.today, clock.calendar)
        return self.inner.latest(clock, found.start - ONE_DAY) if yesterday and this_week else found


@dataclass(frozen=True)
class Length:
    """So many of a unit: 12 days."""

    count: int
    unit: Unit


@dataclass(frozen=True)
class Within(Form):
    """Within 30 days, within 5 years 1 month: so much from today on."""

    lengths: tuple[Length, ...]
    first_day_away: int = 0
    kind = Kind.ROLLING

    def stretch(self, clock: Clock) -> Stretch:
        """From today (or tomorrow), as long as was said."""
        start = end = moved(clock.today, self.first_day_away, Unit.DAY)
        for length in self.lengths:
            end = moved(end, length.count, length.unit)
        return forwards(start, end - ONE_DAY)


@dataclass(frozen=True)
class Before(Form):
    """2 weeks and 2 days ago."""

    lengths: tuple[Length, ...]
    kind = Kind.DAY

    def stretch(self, clock: Clock) -> Stretch:
        """The day, the longest unit counted back first."""
        day = clock.today
        for length in self.lengths:
            day = moved(day, -length.count, length.unit)
        return Stretch(day, day)


@dataclass(frozen=True)
class From(Form):
    """3 days starting next Monday, a week starting tomorrow, week commencing 5 October."""

    length: Length
    origin: Form
    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """So many units from the first day of the origin on."""
        start = self.origin.stretch(clock).start
        return forwards(start, moved(start, self.length.count, self.length.unit) - ONE_DAY)


@dataclass(frozen=True)
class UpTo(Form):
    """12 months to March 2026, week ending 9 October, the quarter ended 30 June."""

    length: Length
    origin: Form
    kind = Kind.PART

    def stretch(self, clock: Clock) -> Stretch:
        """So many units through the last day of the origin."""
        end = self.origin.stretch(clock).end
        return forwards(moved(end + ONE_DAY, -self.length.count, self.length.unit), end)


def forwards(start: date, end: date) -> Stretch:
    """From one day to another, which must not be before it."""
    if end < start:
        raise NoSuchDayError
    return Stretch(start, end)


def plural(unit: Unit) -> str:
    """Weeks, months, halves."""
    return "halves" if unit is Unit.HALF else f"{unit}s"
