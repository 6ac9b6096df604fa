"""The benchmarks measure what they say, tried on the smallest agency; how long anything takes is not tested."""

import re
from pathlib import Path

import pytest

from benchmarks.__main__ import README, main, written_into


def test_the_smallest_agency_runs_through_every_measurement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every answer is verified, and the bare script comes to as many cells by pandas as by SQL."""
    main(["--entries", "10000", "--times", "1", "--folder", str(tmp_path)])

    table, conditions = capsys.readouterr().out.split("\n\n")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    assert rows[0] == ["", "10,000 entries", "aim at 1,000,000"]
    assert [row[0] for row in rows[2:] if not row[0].startswith("…")] == [
        "ingest",
        "cold `reckon ask`, utilization by person last quarter",
        "cold `reckon ask`, revenue by client by month",
        "warm answer, utilization by person last quarter",
        "warm answer, revenue by client by month",
        "planning, median of 50 questions",
    ]
    assert all(re.fullmatch(r"[\d,.]+ (s|ms|µs|MiB|×)", row[1]) for row in rows[2:])
    assert conditions.startswith("Medians of 1 on ")


def test_the_same_agency_comes_out_each_time(tmp_path: Path) -> None:
    from benchmarks.agency import write_agency  # noqa: PLC0415 - beside the test above it would cost memory measured

    one, other = write_agency(tmp_path / "one", 10_000), write_agency(tmp_path / "other", 10_000)
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


def test_the_table_takes_the_place_of_the_one_before_and_nothing_else_changes() -> None:
    readme = README.read_text(encoding="utf-8")
    once = written_into(readme, "| a table |\n")
    assert "| a table |" in once
    assert written_into(written_into(readme, "| another |\n"), "| a table |\n") == once
    assert [line for line in readme.splitlines() if line.startswith("## ")] == [
        line for line in once.splitlines() if line.startswith("## ")
    ]


def test_a_readme_without_a_place_for_the_table_is_left_alone() -> None:
    with pytest.raises(ValueError, match="benchmarks: begin"):
        written_into("# A project\n", "| a table |\n")
