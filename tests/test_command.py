"""The command as people and programs use it: what it prints, where, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from assistant.metrics.catalogue import METRICS

DIRECTOR = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"
KEYS = {
    "outcome", "question", "asked_as", "today", "plan", "text", "table", "parts", "bounds", "chart", "verification",
    "sources", "snapshot", "citations", "caveats", "suggestions", "options", "reason", "more",
}  # fmt: skip


def run(*words: str) -> tuple[int, str]:
    """Exit status and standard output."""
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout


def test_an_answer_as_json_has_every_key_of_the_contract(demo_workspace: Path) -> None:
    where = ("-w", str(demo_workspace), "--as", DIRECTOR, "--today", "2026-10-15", "--json")
    status, out = run("ask", "utilization by team last quarter", *where)
    reply = json.loads(out)
    assert status == 0
    assert set(reply) == KEYS
    assert reply["plan"][0]["period"] == {
        "start": "2026-07-01",
        "end": "2026-09-30",
        "label": "last quarter (Q3 2026)",
    }
    assert reply["table"]["columns"][1] == {"name": "billable_utilization", "kind": "metric", "unit": "percent"}
    assert reply["parts"]["numerator"] == "billable_hours"
    assert reply["sources"][0].keys() == {"table", "rows", "files", "where"}


@pytest.mark.parametrize(
    ("question", "asked_as", "status"),
    [
        ("hours last month", DIRECTOR, 0),
        ("hours for Ana last month", DIRECTOR, 3),
        ("margin this year", ACCOUNT_MANAGER, 4),
        ("what's our NPS", DIRECTOR, 5),
    ],
)
def test_the_exit_status_tells_the_outcome(demo_workspace: Path, question: str, asked_as: str, status: int) -> None:
    assert run("ask", question, "-w", str(demo_workspace), "--as", asked_as)[0] == status


def test_a_batch_gives_one_line_for_each_and_follows_conversations(demo_workspace: Path, tmp_path: Path) -> None:
    lines = [
        {
            "id": "a",
            "question": "hours by client last month",
            "as": DIRECTOR,
            "today": "2026-10-15",
            "conversation": "1",
        },
        {"id": "b", "question": "and by team?", "as": DIRECTOR, "today": "2026-10-15", "conversation": "1"},
        {"id": "c", "question": "and by team?", "as": ACCOUNT_MANAGER, "today": "2026-10-15", "conversation": "1"},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(map(json.dumps, lines)) + "\n\nnot json\n", encoding="utf-8")
    status, out = run("ask", "--batch", str(batch), "-w", str(demo_workspace))
    replies = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [one["id"] for one in replies] == ["a", "b", "c", None]
    assert replies[1]["plan"][0]["by"] == ["team"]
    assert replies[2]["outcome"] != "answer"
    assert "is not JSON" in replies[3]["error"]


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("ask", "hours", "-w", "nowhere"), 1, "No data at nowhere. Make some with: reckon demo"),
        (("ask", "hours", "-w", "DEMO"), 2, "reckon users list"),
        (("ask", "hours", "-w", "DEMO", "--as", "who@example.com"), 2, "There is no user who@example.com"),
        (("ask", "hours", "-w", "DEMO", "--as", DIRECTOR, "--today", "soon"), 2, "YYYY-MM-DD"),
        (("ask", "-w", "DEMO", "--as", DIRECTOR), 2, "There is no question"),
        (("ask", "--batch", "nowhere.jsonl", "-w", "DEMO"), 2, "nowhere.jsonl cannot be read"),
        (("metrics", "happiness"), 2, "There is no metric called “happiness”"),
        (("ingest", "--set", "nonsense", "-w", "DEMO"), 2, "KEY=VALUE"),
        (("eval", "nothing"), 2, "There is no suite"),
    ],
)
def test_an_error_is_one_sentence_with_the_next_step_and_no_traceback(
    demo_workspace: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    arguments = [str(demo_workspace) if one == "DEMO" else one for one in words]
    ended = subprocess.run([sys.executable, "-m", "assistant", *arguments], capture_output=True, text=True, check=False)
    assert ended.returncode == status
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_when_tells_the_dates_of_a_phrase_or_null() -> None:
    assert json.loads(run("when", "last quarter", "--today", "2026-10-15")[1]) == {
        "start": "2026-07-01",
        "end": "2026-09-30",
        "label": "last quarter (Q3 2026)",
    }
    assert json.loads(run("when", "purple", "--today", "2026-10-15")[1]) is None


def test_the_glossary_names_every_metric_with_its_meaning() -> None:
    entries = json.loads(run("metrics", "--json")[1])
    assert sorted(entry["name"] for entry in entries) == sorted(METRICS)
    assert all(entry["meaning"] and entry["also_called"] and entry["classes"] for entry in entries)
    assert json.loads(run("metrics", "revenue", "--json")[1])["unit"] == "money"


def test_users_and_sources_are_listed(demo_workspace: Path) -> None:
    people = json.loads(run("users", "list", "-w", str(demo_workspace), "--json")[1])
    assert {"email": DIRECTOR, "name": "Marta Lindqvist", "role": "admin"} in people
    assert "harvest" in {one["name"] for one in json.loads(run("sources", "--json")[1])}


def test_what_a_model_would_be_sent_can_be_looked_at_without_one(demo_workspace: Path) -> None:
    where = ("-w", str(demo_workspace), "--as", ACCOUNT_MANAGER, "--today", "2026-10-15")
    status, out = run("prompt", "hours for Adria Ferries last month", *where)
    shown = json.loads(out)

    assert status == 0
    assert [one["role"] for one in shown["messages"]] == ["system", "user", "user"]
    assert shown["messages"][2]["content"] == "hours for Adria Ferries last month"
    assert "labor_cost" not in shown["messages"][0]["content"], "what this asker may not ask is not in the vocabulary"
    assert "Adria Ferries" not in shown["messages"][1]["content"], "nor is a client they may not see"


def test_a_planner_that_does_not_exist_is_told_by_name(demo_workspace: Path) -> None:
    result = CliRunner().invoke(app, ["ask", "hours", "-w", str(demo_workspace), "--planner", "magic"])

    assert result.exit_code != 0
    assert "magic" in str(result.exception)
