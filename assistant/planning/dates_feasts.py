"""Holidays by name: the days that the calendars in view call Easter Monday, Christmas Day, Republic Day.

A day is read by its whole name, and a few feasts by the first word of it: "over Christmas" are the days from the first
to the last one whose name begins so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

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

Name = tuple[str, ...]
Feasts = Mapping[str, tuple["Feast", ...]]
"""By the first word of their names, those with more words first."""


@dataclass(frozen=True)
class Feast(Yearly):
    """Easter Monday, Christmas, Easter 2025."""

    name: Name
    days: tuple[date, ...]

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
