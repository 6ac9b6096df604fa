"""What is on record: everything asked, nothing secret, nothing ever changed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.outcome import Refusal
from assistant.permissions import audit
from assistant.permissions.house import House
from tests.permissions.small_agency import small_agency
from tests.permissions.test_house import store

AT = datetime(2026, 10, 15, 9, 30, tzinfo=UTC)
PLAN = {"metrics": ["margin"], "by": [], "where": []}


def reply(question: str, outcome: str = "answer", **more: object) -> dict[str, Any]:
    """A reply as JSON, with words and a table that are not to be kept."""
    about = {"outcome": outcome, "question": question, "plan": [PLAN], "reason": None, "more": []}
    shown = {"text": "Margin was 31 %.", "table": {"rows": [[0.31]]}, "citations": [{"quote": "the client is angry"}]}
    return {**about, **shown, **more}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return store(tmp_path, small_agency())


def on_record(house: House) -> list[dict[str, Any]]:
    """Everything an administrator reads there."""
    found = audit.read(house, house.view_for("adm@x.co"))
    assert not isinstance(found, Refusal)
    return list(found)


def test_a_question_is_kept_with_who_role_time_outcome_plan_and_snapshot(house: House) -> None:
    seen = house.view_for("pia@x.co")
    audit.record(house, seen, reply("what is our margin"), AT)
    assert on_record(house) == [
        {
            "at": "2026-10-15T09:30:00+00:00",
            "event": "question",
            "who": "pia@x.co",
            "role": "project_manager",
            "snapshot": seen.snapshot,
            "question": "what is our margin",
            "outcome": "answer",
            "outcomes": ["answer"],
            "plan": [PLAN],
            "reason": None,
        }
    ]


def test_every_outcome_of_one_question_is_kept(house: House) -> None:
    refused = reply("", "refusal", plan=[], reason="Margin needs cost access.")
    audit.record(house, house.view_for("amy@x.co"), reply("hours and margin", more=[refused]), AT)
    (kept,) = on_record(house)
    assert kept["outcomes"] == ["answer", "refusal"]
    assert kept["reason"] == "Margin needs cost access."


def test_neither_numbers_nor_words_of_notes_are_kept(house: House) -> None:
    audit.record(house, house.view_for("pia@x.co"), reply("margin?"), AT)
    log = (house.workspace.path / "records" / "audit.jsonl").read_text(encoding="utf-8")
    for told in ("31 %", "0.31", "angry", "citations", "table"):
        assert told not in log


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("my password is hunter2, what is our margin", "my [left out] what is our margin"),
        ("password: hunter2", "[left out]"),
        ("use api_key=abc123 for hours", "use [left out] for hours"),
        ("key sk-proj-abcdefgh1234 for hours", "key [left out] for hours"),
        ("Authorization: Bearer abc.def", "Authorization: [left out]"),
        ("see https://ana:hunter2@example.org/x", "see https[left out]example.org/x"),
        ("eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl", "[left out]"),
        ("hours on the Token project last month", "hours on the Token project last month"),
        ("who is on the secret project", "who is on the secret project"),
    ],
)
def test_what_looks_like_a_secret_is_left_out(typed: str, kept: str) -> None:
    assert audit.without_secrets(typed) == kept


def test_no_secret_reaches_the_log(house: House) -> None:
    seen = house.view_for("pia@x.co")
    audit.record(house, seen, reply("password: hunter2"), AT)
    audit.record_export(house, seen, "margin, my token is hunter2", "csv", AT)
    assert b"hunter2" not in (house.workspace.path / "records" / "audit.jsonl").read_bytes()


def test_what_is_on_record_stays_as_it_was(house: House) -> None:
    log = house.workspace.path / "records" / "audit.jsonl"
    before = b""
    for number in range(3):
        audit.record(house, house.view_for("pia@x.co"), reply(f"question {number}"), AT)
        after = log.read_bytes()
        assert after.startswith(before)
        assert len(after) > len(before)
        before = after


def test_exports_and_changes_of_permissions_are_on_record(house: House) -> None:
    seen = house.view_for("adm@x.co")
    audit.record_export(house, seen, "revenue by client last month", "csv", AT)
    audit.record_permission_change(house, seen, {}, {"coordinator": {"price": "all"}}, AT)
    export, change = on_record(house)
    assert (export["event"], export["form"], export["who"]) == ("export", "csv", "adm@x.co")
    assert (change["event"], change["after"]) == ("permission_change", {"coordinator": {"price": "all"}})


@pytest.mark.parametrize("who", ["fin@x.co", "pia@x.co", "amy@x.co", "coo@x.co", "ana@x.co"])
def test_only_who_may_see_everything_reads_it(house: House, who: str) -> None:
    assert isinstance(audit.read(house, house.view_for(who)), Refusal)
