"""What an export of time replaces: its dates, but not what it was filtered to leave out."""

from pathlib import Path

from ingest.report import IngestReport
from tests.ingest.exports import CLOCKIFY, clockify, export
from tests.ingest.files import column, load, rows

FULL = [
    clockify("2026-09-01", project="Website", client="Lighthouse", user="Ana Kovač", email="ana@studio.example"),
    clockify("2026-09-02", project="App", client="Bolt", user="Ana Kovač", email="ana@studio.example"),
    clockify("2026-09-03", project="Ads", client="Harbor", user="Max Moritz", email="max@studio.example"),
    clockify("2026-09-04", project="Website", client="Lighthouse", user="Max Moritz", email="max@studio.example"),
    clockify("2026-09-30", project="Website", client="Lighthouse", user="Ida Berg", email="ida@studio.example"),
]


def read(folder: Path, lines: list[dict[str, str]], **overrides: str) -> IngestReport:
    """Ingest a report of these rows."""
    return load(folder, export(folder / "in" / "clockify.csv", CLOCKIFY, lines), overrides=overrides)


def days(folder: Path) -> list[str]:
    """The days there are entries of."""
    return sorted(row["date"] for row in rows(folder, "time_entries"))


def test_an_entry_deleted_there_is_removed_here_and_said_to_be(tmp_path: Path) -> None:
    read(tmp_path, FULL)
    report = read(tmp_path, [FULL[0], *FULL[2:]])
    assert days(tmp_path) == ["2026-09-01", "2026-09-03", "2026-09-04", "2026-09-30"]
    assert any(notice.startswith("time_entries: 1 entry between the dates") for notice in report.notices)


def test_an_export_of_one_client_leaves_the_others_alone_and_says_so(tmp_path: Path) -> None:
    read(tmp_path, FULL)
    report = read(tmp_path, [FULL[0], FULL[4]])
    assert days(tmp_path) == ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-30"]
    assert any("1 of the 3 clients that had time from 2026-09-01 to 2026-09-30" in one for one in report.notices)
    assert any("2 entries of the others stay" in one for one in report.notices)


def test_an_export_of_one_person_leaves_the_others_alone(tmp_path: Path) -> None:
    everyone = [
        clockify(f"2026-09-0{day}", email=f"{name}@studio.example") for day, name in ((1, "a"), (2, "b"), (3, "a"))
    ]
    read(tmp_path, everyone)
    report = read(tmp_path, [everyone[0]])
    read(tmp_path, [everyone[0], clockify("2026-09-03", email="a@studio.example", description="Words")])
    assert days(tmp_path) == ["2026-09-01", "2026-09-02", "2026-09-03"]
    assert not any("filtered" in one for one in report.notices)


def test_what_a_filtered_looking_export_lacks_can_be_said_to_be_gone(tmp_path: Path) -> None:
    read(tmp_path, FULL)
    report = read(tmp_path, [FULL[0], FULL[4]], covers="all")
    assert days(tmp_path) == ["2026-09-01", "2026-09-30"]
    assert any(notice.startswith("time_entries: 3 entries") for notice in report.notices)


def test_an_export_can_be_said_to_cover_only_what_it_names(tmp_path: Path) -> None:
    read(tmp_path, FULL)
    read(tmp_path, [FULL[0], FULL[1], FULL[4]], covers="named")
    assert "2026-09-03" in days(tmp_path)


def test_overlapping_exports_of_one_ingest_count_each_entry_once(tmp_path: Path) -> None:
    first = export(tmp_path / "in" / "a.csv", CLOCKIFY, FULL[:4])
    second = export(tmp_path / "in" / "b.csv", CLOCKIFY, FULL[2:])
    load(tmp_path, first, second)
    assert days(tmp_path) == [row["Start Date"] for row in FULL]


def test_a_later_export_that_overlaps_replaces_what_it_covers(tmp_path: Path) -> None:
    read(tmp_path, FULL[:4])
    read(tmp_path, [*FULL[2:4], clockify("2026-09-05", description="New")])
    assert days(tmp_path) == ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-05"]
    assert len(set(column(tmp_path, "time_entries", "entry_id"))) == 5
