"""Harbour & Lane, a digital agency that does not exist, as a folder in the plain format."""

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
