"""What a day belongs to: its week, month, quarter and year, as this organisation counts them."""

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.agency.periods import Calendar

MONTHS_IN_A_YEAR = 12
MONTHS_IN_A_QUARTER = 3
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def fiscal_year(day: date, calendar: Calendar) -> int:
    """The year `day` is counted in, named after the calendar year in which it ends."""
    starts = calendar.fiscal_year_starts
    return day.year + (1 if starts > 1 and day.month >= starts else 0)


def fiscal_quarter(day: date, calendar: Calendar) -> int:
    """The quarter of the fiscal year, 1 to 4."""
    return (day.month - calendar.fiscal_year_starts) % MONTHS_IN_A_YEAR // MONTHS_IN_A_QUARTER + 1


def bucket(day: date, dimension: str, calendar: Calendar) -> str:
    """The name of the day, week, month, quarter or year `day` lies in; names of one kind sort by time.

    2026-10-15 · 2026-W42 · 2026-10 · 2026-Q4 (fiscal: FY27-Q2) · 2026 (fiscal: FY27); and its weekday: Thursday
    """
    if dimension == "day":
        return day.isoformat()
    if dimension == "weekday":
        return WEEKDAYS[day.weekday()]
    if dimension == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if dimension == "month":
        return f"{day:%Y-%m}"
    year = fiscal_year(day, calendar)
    named = f"{year:04d}" if calendar.fiscal_year_starts == 1 else f"FY{year % 100:02d}"
    return named if dimension == "year" else f"{named}-Q{fiscal_quarter(day, calendar)}"


def buckets(start: date, end: date, dimension: str, calendar: Calendar) -> Iterator[str]:
    """Every bucket that a day from `start` to `end` lies in, in order, each once."""
    last = None
    for offset in range((end - start).days + 1):
        name = bucket(start + timedelta(days=offset), dimension, calendar)
        if name != last:
            yield name
        last = name


def whole_months(start: date, end: date) -> bool:
    """Whether a period is made of whole calendar months."""
    return start.day == 1 and (end + timedelta(days=1)).day == 1
