"""How a stretch of days reads: "October 2026", "1 - 14 October 2026", "Q2 FY27"."""

from datetime import date

from assistant.agency.calendar import fiscal_quarter, fiscal_year, whole_months
from assistant.agency.periods import Calendar
from assistant.planning.dates_units import NO_BEGINNING, Stretch, Unit

_QUARTERS_IN_A_HALF = 2


def in_days(stretch: Stretch) -> str:
    """Both days, saying only once what they share: 1 July - 30 September 2026."""
    start, end = stretch
    if start == NO_BEGINNING:
        return f"through {end.day} {end:%B} {end.year}"
    last = f"{end.day} {end:%B} {end.year}"
    if start == end:
        return last
    if start.year != end.year:
        return f"{start.day} {start:%B} {start.year} - {last}"
    return f"{start.day} - {last}" if start.month == end.month else f"{start.day} {start:%B} - {last}"


def in_months(stretch: Stretch) -> str:
    """Months where the stretch is made of whole ones, days where it is not: May - October 2026."""
    start, end = stretch
    if not whole_months(start, end):
        return in_days(stretch)
    if start.year != end.year:
        return f"{start:%B} {start.year} - {end:%B} {end.year}"
    return f"{end:%B} {end.year}" if start.month == end.month else f"{start:%B} - {end:%B} {end.year}"


def is_fiscal(calendar: Calendar) -> bool:
    """Whether this organisation's years begin in another month than January."""
    return calendar.fiscal_year_starts != 1


def numbered_name(unit: Unit, stretch: Stretch, calendar: Calendar) -> str:
    """What quarters, halves and years are called: Q3 2026, Q1 - Q2 2026; fiscal: Q2 FY27."""
    first, last = (_parts(unit, day, calendar) for day in stretch)
    if first == last:
        return " ".join(last)
    if first[-1] == last[-1]:
        return f"{first[0]} - {' '.join(last)}"
    return f"{' '.join(first)} - {' '.join(last)}"


def counted_name(unit: Unit, stretch: Stretch, calendar: Calendar) -> str:
    """The name by numbers, and where it is a fiscal one, that it is and its days."""
    name = numbered_name(unit, stretch, calendar)
    return f"{name}, fiscal, {in_days(stretch)}" if is_fiscal(calendar) else name


def _parts(unit: Unit, day: date, calendar: Calendar) -> tuple[str, ...]:
    number = fiscal_year(day, calendar)
    year = f"FY{number % 100:02d}" if is_fiscal(calendar) else str(number)
    quarter = fiscal_quarter(day, calendar)
    if unit is Unit.QUARTER:
        return f"Q{quarter}", year
    if unit is Unit.HALF:
        return f"H{(quarter + 1) // _QUARTERS_IN_A_HALF}", year
    return (year,)
