"""What a phrase is taken for, as dates."""

from datetime import date
from pathlib import Path

from assistant.agency.periods import Calendar
from assistant.planning.dates import read_onwards, read_period
from assistant.query import period_json
from assistant.settings import Settings, read_settings


def dates_of(phrase: str, today: date, calendar: Calendar) -> dict[str, object] | None:
    """The period a phrase means, as `interface.md` writes it, or None.

    What says no last day ("2024 or later") has none here, as what says no first day has none: asked about what has
    been it ends today, asked about what is to come it does not.
    """
    onwards = read_onwards(phrase, today, calendar)
    if onwards:
        return {"start": onwards.start.isoformat(), "end": None, "label": onwards.label}
    period = read_period(phrase, today, calendar)
    return None if period is None else period_json(period)


def settings_near(workspace: Path) -> Settings:
    """The settings in force at a workspace, or the defaults where there is none."""
    return read_settings(workspace / "workspace.toml")
