"""Harbour & Lane, a digital agency that does not exist, as a folder in the plain format.

Forty-five people in Ljubljana, Vienna and London, twenty-five clients, sixty projects; time from 15 April 2024 to
the morning of 15 October 2026, plans and deals half a year further. Everything comes from one seed, byte for byte.

What a reader finds in it stands in stories.py. And the traps: two people called Ana, one called May, a client whose
name begins with another's, alternating weeks, half holidays, changed contracts, teams and offices, pounds and
dollars, an invoice over two budgets, and a few odd entries for the data-health list.

    stories.py      what was planted: who asks, and what they see
    world/          the agency as tables of text: everything that is a fact and not a habit
    frame.py        the days, and every number that decides how much of everything there is
    people.py       who works here, and who may sign in; absences.py, holidays.py, roster.py (who is here when)
    delivery.py     clients, projects, budgets, services, changes of scope; tasks.py
    staffing.py     who was planned on what, and what it took; bookings.py and work.py make plans and time of it
    diary.py        what people write beside their time; entry_notes.py
    rates.py        costs, prices, currencies; money.py (expenses, targets), invoicing.py (invoices, payments)
    sales.py        deals and the work they would bring
    notes.py        project notes, which stand in notes_written/
    earlier.py      the same as its files stood on an earlier evening, so that there is something to look back at
    writing.py      the files; text_table.py reads the tables of the world
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assistant.errors import UsageError
from ingest.demo import delivery, earlier, invoicing, money, people, rates, sales, work, writing
from ingest.demo.bookings import bookings
from ingest.demo.earlier import EARLIER
from ingest.demo.frame import TODAY
from ingest.demo.notes import notes
from ingest.demo.roster import roster
from ingest.demo.text_table import Row

__all__ = ["EARLIER", "SEED", "write_demo"]

SEED = 20261015


def write_demo(folder: Path, *, seed: int = SEED, as_known_on: date | None = None) -> None:
    """Write every table, the notes and the settings of the demo agency into `folder`.

    With `as_known_on`, the tables as they stood on that evening, which is then the workspace's today, without notes.
    """
    _make_room(folder)
    here = roster()
    entries = work.time_entries(here, seed)
    tables = (
        people.tables()
        | delivery.tables()
        | rates.tables()
        | money.tables()
        | sales.tables()
        | {"time_entries": entries, "bookings": bookings(here)}
        | invoicing.tables(entries, seed)
    )
    if as_known_on:
        tables = earlier.as_of(tables, as_known_on)
    try:
        _write(folder, tables, as_known_on)
    except OSError as error:
        raise UsageError(
            f"The demo agency cannot be written to {folder} ({type(error).__name__}). "
            "Name a folder that can be written to: reckon demo FOLDER"
        ) from error


def _make_room(folder: Path) -> None:
    """Make the folder; one with tables of somebody else stays as it is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = sorted(f"{name}.csv" for name in writing.COLUMNS if (folder / f"{name}.csv").exists())
        known = (folder / "people.csv").read_text("utf-8", "replace") if "people.csv" in taken else ""
    except OSError as error:
        raise UsageError(
            f"The demo agency cannot be made in {folder} ({type(error).__name__}). "
            "Name a folder that can be written to: reckon demo FOLDER"
        ) from error
    if taken and people.DOMAIN not in known:
        raise UsageError(
            f"{folder} holds tables that are not the demo agency's ({taken[0]}), which would be lost. "
            "Name another folder: reckon demo FOLDER"
        )


def _write(folder: Path, tables: Mapping[str, list[Row]], as_known_on: date | None) -> None:
    for name in writing.COLUMNS:
        writing.write_table(folder, name, tables[name])
    writing.write_text(folder / writing.SETTINGS, writing.workspace(as_known_on or TODAY))
    if as_known_on:
        return
    for name, content in notes():
        writing.write_note(folder / "notes" / name, content)
