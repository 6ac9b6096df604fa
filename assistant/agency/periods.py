"""A stretch of days with both ends in it, and the calendar it is counted by."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Calendar:
    """How this organisation counts years and weeks, and writes and names days.

    `fiscal_year_starts` is a month (1-12); `week_starts` a weekday (0 = Monday). `month_first` is whether "5/10" is
    10 May; None where its locale does not tell. `named_days` are holidays, each by its name.
    """

    fiscal_year_starts: int = 1
    week_starts: int = 0
    month_first: bool | None = None
    named_days: tuple[tuple[str, date], ...] = ()

    def __hash__(self) -> int:
        """Reckoned once, as the same few calendars are asked for with every question."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.fiscal_year_starts, self.week_starts, self.month_first, self.named_days))


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included; a state has only an end, and `start` is None.

    `label` is how a reader would call it: "last quarter (Q3 2026)".
    """

    start: date | None
    end: date
    label: str

    @property
    def days(self) -> int:
        """How many calendar days the period has; 1 for a state."""
        return 1 if self.start is None else (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether `day` lies in the period (for a state: on or before its end)."""
        return day <= self.end and (self.start is None or day >= self.start)
