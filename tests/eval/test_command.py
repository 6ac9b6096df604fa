"""The evaluation from the command line: a kept run, an earlier one beside it, a page, floors, and a model's plans."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from assistant.errors import UsageError
from assistant.settings import Model
from eval.evaluation import model_of
from eval.run import Asked, evaluate
from tests.models.scripted_server import chats, serving

SUITE = "injected_notes"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["eval", *words])
    return result.exit_code, result.stdout


def test_a_run_is_kept_compared_shown_and_held_to_its_floors(tmp_path: Path) -> None:
    strict, kept, page = tmp_path / "floors.yaml", tmp_path / "run.json", tmp_path / "run.html"
    strict.write_text("planning_median_ms: null\ncategories: {injected: 1}\n", encoding="utf-8")

    status, out = run(SUITE, "--json", "--floor", str(strict))
    kept.write_text(out, encoding="utf-8")
    before = json.loads(out)

    assert status == 0, out
    assert next(iter(before["headline"])) == "wrong numbers"
    assert before["missed"] == []

    broken = {**before, "results": [{**one, "passed": False} for one in before["results"]]}
    kept.write_text(json.dumps(broken), encoding="utf-8")
    strict.write_text("planning_median_ms: 0.000001\n", encoding="utf-8")
    status, out = run(SUITE, "--against", str(kept), "--html", str(page), "--floor", str(strict), "--repeats", "2")

    assert status == 1
    assert f"fixed {before['cases']}, broken 0, unchanged 0" in " ".join(out.split())
    assert "below the floor: a plan" in out
    assert "identical over repeats" in out
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_model_that_talks_nonsense_makes_no_number_wrong() -> None:
    with serving(chats("The revenue was 5,000,000.")) as server:
        model = Model.model_validate({"base_url": server.address, "name": "m", "api_key_env": "", "retries": 0})
        scorecard = evaluate(Asked(SUITE, planner="model", model=model))

    assert server.sent
    assert scorecard.wrong_numbers.hits == 0
    assert scorecard.leaks.hits == 0


def test_a_workspace_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "workspace.toml").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="names no language model"):
        model_of(tmp_path)
