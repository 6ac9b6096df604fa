"""Holidays by name: the days that the calendars in view call Easter Monday, Christmas Day, Republic Day.

A day is read by its whole name, and a few feasts by the first word of it: "over Christmas" are the days from the first
to the last one whose name begins so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.planning.dates_forms import Clock, Kind, NoSuchDayError, Told, Yearly, YearSaid
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch

FEASTS = frozenset(
    {"ascension", "christmas", "corpus", "easter", "epiphany", "midsummer", "pentecost", "thanksgiving", "whit"}
)
"""What is also said without the second word of its name."""
BEGINS_WITH = {"easter": ("good", "friday")}
"""What a feast said by its first word begins with, though it is called otherwise."""
ALSO_SAID = {"xmas": "christmas", "whitsun": "whit", "new year": "new year 's day"}

_CHRISTMAS = {"christmas", "xmas"}

Name = tuple[str, ...]
Feasts = Mapping[str, tuple["Feast", ...]]
"""By the first word of their names, those with more words first."""


@dataclass(frozen=True)
class Feast(Yearly):
    """Easter Monday, Christmas, Easter 2025."""

    name: Name
    days: tuple[date, ...]

    @property
    def is_short(self) -> bool:
        """Whether it is the feast and not one day of it: Christmas, but not Christmas Day."""
        return len(self.name) == 1 or " ".join(self.name) in ALSO_SAID

    @property
    def kind(self) -> Kind:
        """One day, or the few that have the name in common."""
        return Kind.DAY if len({day.year for day in self.days}) == len(self.days) else Kind.RANGE

    def number_said(self, year: YearSaid, clock: Clock) -> int:
        """The calendar year."""
        return year.of_month(1, clock)

    def occurrence(self, number: int, clock: Clock) -> Stretch:  # noqa: ARG002 - the same by any calendar
        """Its days in a calendar year; none where no calendar in view knows any."""
        days = [day for day in self.days if day.year == number]
        if not days:
            raise NoSuchDayError
        return Stretch(min(days), max(days))

    def label(self, told: Told) -> str:
        """Christmas (25 - 26 December 2025)."""
        return f"{told.said} ({in_days(told.stretch)})"


@dataclass(frozen=True)
class FeastTime(Feast):
    """Over Christmas, the Easter break: the holiday with the days that people take off around it.

    Christmas is from Christmas Eve through New Year's Day; another holiday is from the weekend before it to the weekend
    behind it, where it touches them or a single day lies between.
    """

    kind = Kind.RANGE

    def occurrence(self, number: int, clock: Clock) -> Stretch:
        """Those of a calendar year."""
        first, last = super().occurrence(number, clock)
        if self.name[0] in _CHRISTMAS:
            return Stretch(date(first.year, 12, 24), date(first.year + 1, 1, 1))
        return Stretch(first - _to_a_weekend(first.weekday(), -1), last + _to_a_weekend(last.weekday(), 1))


def _to_a_weekend(weekday: int, step: int) -> timedelta:
    # To the Saturday before a Monday or Tuesday, to the Sunday behind a Thursday or Friday.
    days = {0: 2, 1: 3, 6: 1} if step < 0 else {3: 3, 4: 2, 5: 1}
    return timedelta(days=days.get(weekday, 0))


def feasts_of(named: Iterable[tuple[Name, date]]) -> Feasts:
    """The feasts that these days make, by the first word of their names."""
    days: dict[Name, set[date]] = {}
    for name, day in named:
        said = [name] if len(name) > 1 or name[:1] in {(one,) for one in FEASTS} else []
        said += [name[:1]] if name and name[0] in FEASTS else []
        for one in said:
            days.setdefault(one, set()).add(day)
    for feast, first in BEGINS_WITH.items():
        if (feast,) in days and first in days:
            days[(feast,)] |= days[first]
    for also, meant in ALSO_SAID.items():
        if tuple(meant.split()) in days:
            days.setdefault(tuple(also.split()), set()).update(days[tuple(meant.split())])
    found: dict[str, list[Feast]] = {}
    for name in sorted(days, key=lambda one: (-len(one), one)):
        found.setdefault(name[0], []).append(Feast(name=name, days=tuple(sorted(days[name]))))
    return {first: tuple(feasts) for first, feasts in found.items()}
