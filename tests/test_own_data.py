"""One export and nothing else: what a newcomer asks of it, through the command, is answered and verified."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from tests.ingest.exports import CLOCKIFY, HARVEST, TOGGL, clockify, export, harvest, toggl

TODAY = "2026-10-15"
ANA = {"client": "Lighthouse", "project": "Website"}
MAX = {"client": "Bolt", "project": "App"}
EXPORTS = {
    "clockify": (
        CLOCKIFY,
        [
            clockify("2026-09-07", "02:30:00", **ANA),
            clockify("2026-09-08", "00:30:00", billable="No", **ANA),
            clockify("2026-08-24", "04:00:00", user="Max Moritz", email="max@studio.example", **MAX),
            clockify("2026-09-25", "01:00:00", user="Max Moritz", email="max@studio.example", **MAX),
        ],
    ),
    "toggl": (
        TOGGL,
        [
            toggl("2026-09-07", "02:30:00", amount="250.00", **ANA),
            toggl("2026-09-08", "00:30:00", billable="No", **ANA),
            toggl("2026-08-24", "04:00:00", amount="400.00", user="Max Moritz", email="max@studio.example", **MAX),
            toggl("2026-09-25", "01:00:00", amount="100.00", user="Max Moritz", email="max@studio.example", **MAX),
        ],
    ),
    "harvest": (
        HARVEST,
        [
            harvest("2026-09-07", "2.5", **ANA),
            harvest("2026-09-08", "0.5", billable="No", **ANA),
            harvest("2026-08-24", "4.0", first_name="Max", last_name="Moritz", **MAX),
            harvest("2026-09-25", "1.0", first_name="Max", last_name="Moritz", **MAX),
        ],
    ),
}
QUESTIONS = {
    "billable hours by person last month": {"Ana Kovač": "2.5 h", "Max Moritz": "1 h"},
    "billable share by client last month": {"Lighthouse": "83.3 %", "Bolt": "100 %"},
    "billed value by month in Q3": {"2026-07": "€0.00", "2026-08": "€400.00", "2026-09": "€350.00"},
    "hours by project last month": {"Website": "3 h", "App": "1 h"},
}


def run(*words: str) -> tuple[int, str]:
    """Exit status and standard output."""
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout


def table(text: str) -> dict[str, str]:
    """The rows of the table under an answer."""
    lines = [line.split("│") for line in text.splitlines() if "│" in line]
    return {cells[0].strip(): cells[-1].strip() for cells in lines}


@pytest.mark.parametrize("system", EXPORTS)
def test_one_export_answers_hours_people_clients_projects_and_value(system: str, tmp_path: Path) -> None:
    header, made = EXPORTS[system]
    source = export(tmp_path / "in" / "report.csv", header, made)
    where = ("-w", str(tmp_path / "w"))
    status, out = run("ingest", str(source), *where)
    assert status == 0
    assert "report.csv names 2 people, 2 clients and 2 projects." in out
    assert "Add working_hours.csv to answer utilization" in out
    for question, cells in QUESTIONS.items():
        status, out = run("ask", question, *where, "--today", TODAY)
        assert status == 0, out
        assert "✓ verified" in out
        found = table(out)
        assert {name: found[name] for name in cells} == cells
    status, out = run("ask", "who worked on App last month", *where, "--today", TODAY)
    assert status == 0
    assert "Max Moritz" in out
    assert "Ana" not in out
    status, out = run("ask", "utilization", *where, "--today", TODAY)
    assert status != 0
    assert "working_hours.csv" in out


def test_every_system_says_how_to_get_its_export() -> None:
    known = {one["name"]: one for one in json.loads(run("sources", "--json")[1])}
    assert {"plain", "harvest", "clockify", "toggl"} <= set(known)
    assert all("Reports >" in known[name]["how_to_export"] for name in EXPORTS)


PEOPLE = (
    "person_id,name,email,team,job_title,employment,calendar,start_date,end_date\n"
    "p1,Ana,ana@studio.example,Code,Developer,employee,AT,2024-01-01,\n"
)
TIME = (
    "entry_id,person_id,project_id,date,hours,billable_hours,status,billable_rate,currency\n"
    "e1,p1,j1,2026-09-07,8,8,approved,100,EUR\n"
)
PATTERN = "person_id,valid_from,mon,tue,wed,thu,fri,sat,sun\np1,2024-01-01,8,8,8,8,8,0,0\n"


def test_what_a_missing_table_leaves_unknown_is_said_and_is_no_nothing(tmp_path: Path) -> None:
    """Without projects nobody knows what is a client's; without bookings nobody knows what is booked."""
    source, where = tmp_path / "in", ("-w", str(tmp_path / "w"), "--today", TODAY)
    source.mkdir()
    for name, text in (("people", PEOPLE), ("time_entries", TIME), ("working_hours", PATTERN)):
        (source / f"{name}.csv").write_text(text, encoding="utf-8")
    assert run("ingest", str(source), "-w", str(tmp_path / "w"))[0] == 0
    for question in ("revenue last month", "internal hours last month", "projected revenue next quarter"):
        status, out = run("ask", question, *where)
        assert status == 5
        assert "needs projects" in out
    status, out = run("ask", "free hours next month", *where)
    assert status == 0
    assert "168 h" in out
    assert "Bookings are not among what you may see" in out
