"""The same agency in ten dialects: the same tables and answers, and exactly the broken rows in quarantine."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from assistant.agency.tables import LINEAGE
from assistant.ask import ask
from assistant.permissions.house import House
from assistant.query import Question
from tests.ingest.dialects import AGENCY, BROKEN, SPEECHES, write_parquet, write_text, write_with_titles, write_workbook
from tests.ingest.files import current, held, load

WRITERS: dict[str, Callable[[Path], int]] = {
    **{name: partial(write_text, speech=speech) for name, speech in SPEECHES.items()},
    "titles, totals, repeated headers": write_with_titles,
    "workbook": write_workbook,
    "Parquet": write_parquet,
}


ANSWERS = {
    "hours by person in March 2026": "12.5 h",
    "billable share by project in March 2026": "80 %",
    "revenue in March 2026": "€1,183.13",
    "expenses by category in March 2026": "€1,200.00",
    "budget remaining on 31 March 2026 for Fee": "€121,165.53",
}
"""Worked out on paper: 11.5 of the 1,200 hours of a fee of 123,456.78 are worked; 7.5 h at 95.50, 0.25 h at 1,100 and
billable expenses of 1,300 are used of it."""


def answers(workspace: Path) -> dict[str, str]:
    """What is answered to each question; its rows and charts say no more."""
    house = House.open(workspace)
    replies = {one: ask(Question(one, "", date(2026, 10, 15)), house) for one in ANSWERS}
    return {one: " ".join(outcome.text for outcome in reply.outcomes) for one, reply in replies.items()}


def tables(workspace: Path) -> dict[str, pa.Table]:
    """Every table without its lineage."""
    snapshot = current(workspace)
    return {name: snapshot.table(name).drop_columns(list(LINEAGE)) for name in AGENCY}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pa.Table]:
    """The agency as the plain format says it."""
    folder = tmp_path_factory.mktemp("plain")
    WRITERS["plain"](folder / "in")
    assert load(folder / "w", folder / "in").ok
    return tables(folder / "w")


def test_the_plain_agency_has_all_but_the_planted_faults(plain: dict[str, pa.Table]) -> None:
    assert {name: len(table) for name, table in plain.items()} == {
        name: len(table.rows) - (len(BROKEN) if name == "time_entries" else 0) for name, table in AGENCY.items()
    }


@pytest.mark.parametrize("dialect", WRITERS)
def test_every_dialect_says_the_same(dialect: str, tmp_path: Path, plain: dict[str, pa.Table]) -> None:
    above = WRITERS[dialect](tmp_path / "in")
    report = load(tmp_path / "w", tmp_path / "in")
    assert report.errors == ()
    found = tables(tmp_path / "w")
    assert {name: table.to_pydict() for name, table in found.items()} == {
        name: table.to_pydict() for name, table in plain.items()
    }
    said = answers(tmp_path / "w")
    assert [one for one, answer in ANSWERS.items() if answer not in said[one]] == []
    rows = [row[0] for row in AGENCY["time_entries"].rows]
    expected = [(rows.index(entry) + 2 + above, column) for entry, column in BROKEN.items()]
    assert sorted(held(tmp_path / "w", "row", "column")) == expected


def test_totals_that_hold_are_told_from_those_that_do_not(tmp_path: Path) -> None:
    write_with_titles(tmp_path / "in")
    entries = tmp_path / "in" / "time_entries.csv"
    said = [one for one in load(tmp_path / "w", tmp_path / "in").notices if one.startswith("time_entries.csv")]
    assert said == [
        "time_entries.csv: 1 line above the header in row 3 passed over.",
        "time_entries.csv: the header is repeated in 1 row, not counted as data.",
        "time_entries.csv: row 13 holds totals and is not counted as data.",
    ]
    entries.write_text(entries.read_text().replace("55.50", "57.50"))
    assert (
        "time_entries.csv: row 13 gives 57.50 as the total of hours, but the rows above add up to 55.5. "
        "Rows may be missing; compare the file with its source."
    ) in load(tmp_path / "w", tmp_path / "in").notices
