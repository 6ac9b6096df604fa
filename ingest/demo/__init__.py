"""Harbour & Lane, a digital agency that does not exist, as a folder in the plain format.

Seventeen people in Ljubljana, Vienna and London, ten clients, twenty projects; time from 15 April 2025 to the
morning of 15 October 2026, plans and deals half a year further. Everything comes from one seed, byte for byte.

What a reader finds in it, as of 15 October 2026 (the tests compute each figure from the files):

* **A budget burns too fast.** Booking flow redesign for Adria Ferries: 80,249.00 of 128,000 euros are used after
  53 of 130 working days, a burn index of 1.54.
* **A margin disappears quietly.** The growth retainer of Triglav Outdoor brings 6,300 euros every month; since a
  junior left in March, seniors do the work. Its margin in the first three quarters of 2026: 59.3 %, 31.9 % and
  20.7 %.
* **Scope creeps.** The fixed fee of the field data app for Northwind Labs: 958.75 hours tracked on 680 sold
  (40 of them an approved change), only 535.00 of them billable.
* **Someone is overbooked.** Linh Nguyễn, on four days a week: 34.00 hours in November above what she has.
* **A deal does not fit.** The tariff calculator for Brightwater Energy needs 30.7 hours a week of senior
  development from 16 November; 7.00 are free in its first week and 54.50 in a week of January.
* **Timesheets are missing.** Élodie Marchand has tracked nothing since 1 October: 10 days and 75 hours.
* **An invoice is late.** Saltmarsh Books: HL-2026-038, 6,480.00 pounds, 133 days past due.
* **A renewal is near.** Northwind's website care ends on 30 November; the deal for 2027 is open:
  76,800 pounds, 80 % likely.

And the traps: two people called Ana, one called May, a client whose name begins with another's, a person without
a cost rate, alternating weeks, half holidays, a changed contract, pounds and dollars, an invoice over two budgets,
and a few odd entries for the data-health list.

    frame.py        the days, and every number that decides how much of everything there is
    people.py       who works here, when, and who may sign in; absences.py, holidays.py
    delivery.py     clients, projects, budgets, services, changes of scope; tasks.py
    staffing.py     who was planned on what, and what it took; work.py makes time entries and bookings of it
    diary.py        what people write beside their time; entry_notes.py
    rates.py        costs, prices, currencies; money.py (expenses, targets), invoicing.py (invoices, payments)
    sales.py        deals and the work they would bring
    notes.py        project notes
    writing.py      the files; text_table.py reads the tables the data is written in
"""

from pathlib import Path

from ingest.demo import delivery, invoicing, money, people, rates, sales, work, writing
from ingest.demo.notes import NOTES

__all__ = ["SEED", "write_demo"]

SEED = 20261015


def write_demo(folder: Path, *, seed: int = SEED) -> None:
    """Write every table, the notes and the settings of the demo agency into `folder`."""
    (folder / "notes").mkdir(parents=True, exist_ok=True)
    time = work.tables(people.roster(), seed)
    tables = (
        people.tables()
        | delivery.tables()
        | rates.tables()
        | money.tables()
        | sales.tables()
        | time
        | invoicing.tables(time["time_entries"], seed)
    )
    for name in writing.COLUMNS:
        writing.write_table(folder, name, tables[name])
    for name, text in NOTES.items():
        writing.write_text(folder / "notes" / name, text)
    writing.write_text(folder / writing.SETTINGS, writing.WORKSPACE)
