"""Whatever columns a report has and in whatever order its rows come: no row is lost, and the order says nothing."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.exports import CLOCKIFY, HARVEST, TOGGL, clockify, export, harvest, toggl
from tests.ingest.files import current, load, rows

Row = dict[str, str]
NEEDED = {
    CLOCKIFY: {"Project", "User", "Start Date", "Duration (h)"},
    TOGGL: {"Project", "User", "Start date", "Duration"},
    HARVEST: {"Date", "Project", "Hours", "First Name", "Last Name"},
}
MAKERS: dict[tuple[str, ...], Callable[..., Row]] = {CLOCKIFY: clockify, TOGGL: toggl, HARVEST: harvest}
DATES = st.sampled_from(["2026-09-01", "2026-09-02", "2026-09-30", "2026-09-31", "", "soon"])
DURATIONS = st.sampled_from(["01:00:00", "00:20:00", "00:00:07", "25:00:00", "-00:10:00", "", "1.5", "x"])
ODD = st.sampled_from(["", "0", "0.00", "12.34", "1,000.50", "Yes", "No", "maybe", "ana@studio.example", "a / b", "🚀"])


@st.composite
def reports(draw: st.DrawFn) -> tuple[tuple[str, ...], list[str], list[Row]]:
    """A system's header, some of its columns in some order, and rows with anything in them."""
    header = draw(st.sampled_from([CLOCKIFY, TOGGL, HARVEST]))
    optional = [name for name in header if name not in NEEDED[header]]
    kept = draw(st.lists(st.sampled_from(optional), unique=True))
    columns = draw(st.permutations([*sorted(NEEDED[header]), *kept]))
    made = []
    for _ in range(draw(st.integers(1, 6))):
        row = MAKERS[header](draw(DATES), draw(DURATIONS))
        for name in draw(st.lists(st.sampled_from(header), max_size=4)):
            if name.split()[-1].lower() != "date":
                row[name] = draw(ODD)
        made.append(row)
    return header, list(columns), made


def said(folder: Path, columns: list[str], made: list[Row]) -> tuple[list[Row], list[str], int]:
    """The entries of a report, why others are held, and how many rows were read."""
    report = load(folder, export(folder / "in" / "report.csv", columns, made))
    assert not report.errors
    entries = sorted(rows(folder, "time_entries"), key=lambda row: row["entry_id"])
    held = current(folder).quarantine().to_pylist()
    reasons = sorted(f"{row['cells']} {row['reason']}" for row in held if row["table"] == "time_entries")
    return entries, reasons, report.tables["time_entries"].read


@settings(max_examples=25)
@given(reports(), st.randoms(use_true_random=False))
def test_no_row_is_lost_and_their_order_says_nothing(
    report: tuple[tuple[str, ...], list[str], list[Row]], shuffled: random.Random
) -> None:
    header, columns, made = report
    work = [
        row
        for row in made
        if header != CLOCKIFY or "Type" not in columns or row["Type"] == "Regular" or not row["Type"]
    ]
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        entries, reasons, read = said(Path(one), columns, made)
        assert read == len(work)
        assert len(entries) + len(reasons) == len(work)
        shuffled.shuffle(made)
        assert said(Path(other), columns, made)[:2] == (entries, reasons)


@pytest.mark.parametrize("header", [CLOCKIFY, TOGGL, HARVEST], ids=["clockify", "toggl", "harvest"])
def test_two_names_that_are_spelled_in_many_ways_are_two_people(header: tuple[str, ...], tmp_path: Path) -> None:
    make = MAKERS[header]
    names = ["Ana Kovač", "ANA KOVAČ", "ana  kovač", "Ana Kovač"]
    if header == HARVEST:
        made = [make(first_name=name.split()[0], last_name=name.split()[1]) for name in names]
        made.append(make(first_name="Max", last_name=""))
    else:
        made = [
            make(user=name, email=email)
            for name, email in zip(names, ["A@b.example", "", "a@B.example", ""], strict=True)
        ]
        made.append(make(user="Max", email=""))
    load(tmp_path, export(tmp_path / "in" / "report.csv", header, made))
    assert [row["name"] for row in rows(tmp_path, "people")] == ["Ana Kovač", "Max"]
