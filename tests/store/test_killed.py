"""Kill -9 at every step of an ingest: nothing is lost, nothing torn, and readers notice nothing."""

import json
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("killed")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Three ingests, each killed at every step it takes, while another process reads and asks."""
    command = [sys.executable, "-m", "tests.store.killing", str(tmp_path_factory.mktemp("killing"))]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    outcome: dict[str, Any] = json.loads(ended.stdout)
    return outcome


def test_an_ingest_killed_at_any_step_leaves_what_was_there_and_completes_when_run_again(
    found: dict[str, Any],
) -> None:
    """The same snapshot, the same files and the same history as if nobody had been killed."""
    assert found["faults"] == []


def test_every_stage_was_hit_often(found: dict[str, Any]) -> None:
    assert sum(found["kills"].values()) >= 100
    assert min(found["kills"][stage] for stage in ("read", "write", "fsync", "rename")) >= 10


def test_somebody_read_and_asked_all_the_while(found: dict[str, Any]) -> None:
    assert found["reads"] >= 4 * sum(found["kills"].values())
    assert found["asked"] >= 10
