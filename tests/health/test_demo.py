"""The command over the demo agency: the stories it tells of what is missing, to whom they are told."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app

DIRECTOR = "marta.lindqvist@harbourlane.example"
COORDINATOR = "petra.zagar@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"


def command(demo: Path, asked_as: str, *more: str) -> str:
    words = ["check", "-w", str(demo), "--as", asked_as, "--today", "2026-10-15", *more]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    return result.stdout


def told(demo: Path, asked_as: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The findings by kind and subject."""
    findings = json.loads(command(demo, asked_as, "--json"))
    return {(one["kind"], one["subject"]): one for one in findings}


@pytest.fixture(scope="module")
def to_the_coordinator(demo_workspace: Path) -> dict[tuple[str, str], dict[str, Any]]:
    return told(demo_workspace, COORDINATOR)


def test_two_people_have_not_filled_in_their_timesheets(
    to_the_coordinator: dict[tuple[str, str], dict[str, Any]],
) -> None:
    missing = {name: one for (kind, name), one in to_the_coordinator.items() if kind == "missing_timesheets"}
    assert list(missing)[:2] == ["Élodie Marchand", "Stefan Moser"]
    assert [one["count"] for one in missing.values()][:2] == [10, 5]


def test_a_week_was_never_approved(to_the_coordinator: dict[tuple[str, str], dict[str, Any]]) -> None:
    waits = {name: one["effect"] for (kind, name), one in to_the_coordinator.items() if kind == "unapproved_time"}
    assert waits == {"Bor Kranjc": 39.75}


def test_a_project_is_forgotten(to_the_coordinator: dict[tuple[str, str], dict[str, Any]]) -> None:
    stale = to_the_coordinator["stale_project", "Audio guide"]
    assert stale["count"] > 30
    assert [one["table"] for one in stale["rows"]] == ["projects"]


def test_notes_are_stale_where_work_goes_on_without_them(
    demo_workspace: Path, to_the_coordinator: dict[tuple[str, str], dict[str, Any]]
) -> None:
    """To whoever sees every note of a project; a project manager learns it of their own."""
    stale = to_the_coordinator["stale_notes", "Patient portal"]
    assert (stale["count"], stale["effect"]) == (86, None)
    assert [one["file"] for one in stale["rows"]] == ["notes/2026-07-21-patient-portal-phase-two.txt"]
    assert "Tracking dashboard" not in {name for kind, name in to_the_coordinator if kind == "stale_notes"}
    names = {who: {name for kind, name in told(demo_workspace, who) if kind == "stale_notes"} for who in TOLD}
    assert names["ana.kovac@harbourlane.example"] < names[COORDINATOR]
    assert names[ACCOUNT_MANAGER] == set()


TOLD = (COORDINATOR, ACCOUNT_MANAGER, "ana.kovac@harbourlane.example")


def test_a_cost_is_unknown_and_only_those_who_see_cost_are_told(
    demo_workspace: Path, to_the_coordinator: dict[tuple[str, str], dict[str, Any]]
) -> None:
    to_the_director = told(demo_workspace, DIRECTOR)
    assert next(iter(to_the_director)) == ("missing_cost_rate", "Yuki Tanaka")
    assert "missing_cost_rate" not in {kind for kind, _ in to_the_coordinator}


def test_in_a_terminal_each_finding_has_a_number_a_sentence_and_its_rows(demo_workspace: Path) -> None:
    lines = " ".join(command(demo_workspace, ACCOUNT_MANAGER).split())
    assert lines.startswith("1. Audio guide is active, but nothing has happened on it")
    assert "projects.csv row" in lines
    assert "more with --json" not in lines


def test_a_look_is_on_record(demo_workspace: Path) -> None:
    command(demo_workspace, COORDINATOR)
    record = (demo_workspace / "records" / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    assert any(json.loads(line).get("question") == "reckon check" for line in record)
