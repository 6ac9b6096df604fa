"""Output that cannot hold every letter."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.spelled import spell

DIRECTOR = "marta.lindqvist@harbourlane.example"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Ana Kovač", "Ana Kovac"),
        ("€12.50", "EUR 12.50"),
        ("✓ 5 · 6", "v 5 - 6"),
        ("━━╇━━ │ ┃", "--+-- | |"),
        ("東", "?"),
    ],
)
def test_a_letter_becomes_the_nearest_there_is(text: str, spelled: str) -> None:
    assert spell(text) == spelled


def asked(workspace: Path, encoding: str, *more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    words = ["ask", "hours by person last month", "-w", str(workspace), "--as", DIRECTOR, *more]
    return subprocess.run(
        [sys.executable, "-m", "assistant", *words], env=environment, capture_output=True, check=False
    )


def test_a_table_is_written_in_windows_1252_without_what_it_cannot_hold(demo_workspace: Path) -> None:
    done = asked(demo_workspace, "cp1252")
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode("cp1252")
    assert "Ana Kovac" in said
    assert "Ana Sørensen" in said


def test_json_in_windows_1252_holds_every_letter(demo_workspace: Path) -> None:
    done = asked(demo_workspace, "cp1252", "--json")
    assert done.returncode == 0
    assert "Ana Kovač" in [row[0] for row in json.loads(done.stdout)["table"]["rows"]]
