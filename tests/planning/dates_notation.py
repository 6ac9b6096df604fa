"""Phrases and the days they mean, as tables: two spaces or more between the phrase, the days, and the label.

last month     2026-09-01 .. 2026-09-30   last month (September 2026)
since March    2026-03-01 .. 2026-10-15
until March               .. 2026-03-31
yesterday      2026-10-14
31 February    -
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from inspect import cleandoc

import pytest

from assistant.agency.periods import Calendar, Period
from assistant.planning.dates import Outlook, find_periods, read_period

TODAY = date(2026, 10, 15)  # a Thursday

Test = Callable[[str, str, str], None]


def periods(table: str) -> Callable[[Test], Test]:
    """One case for each row of the table: the phrase, its days as written, its label or nothing."""
    rows = [re.split(r"\s{2,}", line.strip(), maxsplit=2) for line in cleandoc(table).splitlines()]
    cells = [(phrase, re.sub(r"\s+", " ", days), *label, *[""] * (not label)) for phrase, days, *label in rows]
    return pytest.mark.parametrize(("phrase", "days", "label"), cells, ids=[phrase for phrase, *_ in rows])


@dataclass(frozen=True)
class Asked:
    """On which day, by which calendar and of which way of looking a phrase is said."""

    today: date = TODAY
    calendar: Calendar = field(default_factory=Calendar)
    outlook: Outlook = Outlook.UNSAID


def means(phrase: str, days: str, label: str, asked: Asked | None = None) -> bool:
    """Whether the phrase means these days and, where one is written, has this label."""
    asked = asked or Asked()
    period = read_period(phrase, asked.today, asked.calendar, asked.outlook)
    assert shown(period) == days
    return not label or (period is not None and period.label == label)


def shown(period: Period | None) -> str:
    """The days of a period as the tables write them."""
    if period is None:
        return "-"
    if period.start == period.end:
        return period.end.isoformat()
    return f"{period.start or ''} .. {period.end}".strip()


def found(text: str) -> list[str]:
    """The texts of the periods in a question about what has been."""
    return [one.text for one in find_periods(text, TODAY, Calendar())]
