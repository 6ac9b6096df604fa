"""Entries that were timed, as Clockify and Toggl export them: a start, an end and what lasted between them.

The duration is what counts; start and end are only looked at to check it, and stand in for it where it is missing.
An entry without a duration and without an end is still running and goes to quarantine.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from ingest.connectors.headings import Columns
from ingest.connectors.values import A_DAY, day_of, hours_text, iso_days, seconds_lasted, seconds_of_day
from ingest.locale import each_distinct

_ROUNDED = 18
"""Seconds: what two decimals of an hour may be off."""
_A_MINUTE = 60


@dataclass(frozen=True)
class Timed:
    """For each row the hours as text, what is wrong with it, when it began, and what is to be said of all."""

    hours: pa.Array
    faults: pa.Array
    start: pa.Array
    notices: tuple[str, ...]

    def fault_or(self, others: pa.Array) -> pa.Array:
        """What is wrong with each row, here or elsewhere."""
        return pc.coalesce(self.faults, others)


def timed(columns: Columns, decimals: pa.Array, order: str) -> Timed:
    """What each entry lasted, from the columns duration, decimal, date, start, end_date and end.

    `decimals` is the duration in decimal hours, blank where the report has none.
    """
    clock = columns.text("duration")
    lasted = [_seconds(text) for text in clock.to_pylist()]
    rounded = [_seconds(text) for text in decimals.to_pylist()]
    between = _between(columns, order)
    chosen = [_first_known(three) for three in zip(lasted, rounded, between, strict=True)]
    written = pc.if_else(pc.equal(clock, ""), decimals, clock).to_pylist()
    hours = [text if known is None else hours_text(known) for known, text in zip(chosen, written, strict=True)]
    began = columns.text("start").to_pylist()
    faults = pa.array([_fault(text, start) for text, start in zip(hours, began, strict=True)], pa.string())
    said = (
        *_apart(columns, lasted, rounded, _ROUNDED, "the decimal duration is not the duration"),
        *_apart(columns, chosen, between, _within(columns), "end minus start is not the duration"),
    )
    return Timed(pa.array(hours, pa.string()), faults, _clocks(columns.text("start")), said)


def _seconds(text: str) -> int | None:
    return seconds_lasted(text) if text else None


def _first_known(values: Sequence[int | None]) -> int | None:
    return next((one for one in values if one is not None), None)


def _fault(hours: str, start: str) -> str | None:
    """What is wrong with a row that says nowhere how long it took."""
    if hours:
        return None
    running = "has neither a duration nor an end: it is still running. Stop it and export again"
    return running if start else "does not say how long it took"


def _between(columns: Columns, order: str) -> list[int | None]:
    """Seconds from start to end. Without an end date, an end before the start is on the next day."""
    starts = [seconds_of_day(text) for text in columns.text("start").to_pylist()]
    ends = [seconds_of_day(text) for text in columns.text("end").to_pylist()]
    days = _days(iso_days(columns.text("date"), order))
    last = _days(iso_days(columns.text("end_date"), order)) if columns.has("end_date") else [None] * len(days)
    found: list[int | None] = []
    for start, end, day, until in zip(starts, ends, days, last, strict=True):
        if start is None or end is None:
            found.append(None)
        elif day is None or until is None:
            found.append((end - start) % A_DAY)
        else:
            found.append((until - day) * A_DAY + end - start)
    return found


def _days(cells: pa.Array) -> list[int | None]:
    days = (day_of(text) for text in cells.to_pylist())
    return [None if day is None else day.toordinal() for day in days]


def _within(columns: Columns) -> int:
    """Clocks without seconds say an entry's start and end only to the minute."""
    shown = [text for field in ("start", "end") for text in columns.text(field).unique().to_pylist()]
    return 1 if all(text.count(":") > 1 for text in shown if text) else _A_MINUTE


def _apart(
    columns: Columns, ones: Sequence[int | None], others: Sequence[int | None], allowed: int, what: str
) -> tuple[str, ...]:
    pairs = zip(ones, others, strict=True)
    count = sum(1 for one, other in pairs if one is not None and other is not None and abs(one - other) > allowed)
    if not count:
        return ()
    rows = "1 row" if count == 1 else f"{count} rows"
    return (f"{columns.sheet.file}: in {rows} {what}; the duration is what counts.",)


def _clocks(cells: pa.Array) -> pa.Array:
    """Starts in one notation, so that two exports of one entry say the same."""

    def plain(text: str) -> str:
        seconds = seconds_of_day(text)
        return text if seconds is None else str(seconds)

    return each_distinct(plain, cells)
