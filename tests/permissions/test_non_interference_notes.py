"""Notes that are hidden change nothing of what is answered or how it is ranked: for every role, byte for byte."""

import json
import random
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.ask import ask
from assistant.permissions import house as door
from assistant.permissions.house import House
from assistant.permissions.policy import policy
from assistant.query import Question
from assistant.store.snapshots import Workspace
from ingest.run import ingest
from tests.permissions import plain_folder
from tests.permissions.non_interference import CANARY
from tests.permissions.small_agency import USERS, small_agency

AT = datetime(2025, 4, 1, 8, tzinfo=UTC)
TODAY = date(2025, 4, 1)


@dataclass(frozen=True)
class Written:
    """A note: its file, whose it is, for whose eyes, and what it says."""

    name: str
    project: str
    client: str
    visibility: str
    text: str

    def file(self) -> str:
        lines = [f"{name}: {value}" for name, value in (("project", self.project), ("client", self.client)) if value]
        day = 1 + sum(map(ord, self.name)) % 27
        head = "\n".join([*lines, f"visibility: {self.visibility}", f"date: 2025-03-{day:02}", "kind: meeting"])
        return f"---\n{head}\n---\n# {self.name}\n\n{self.text}\n"


SAYINGS = (
    "We decided to move the launch to May. Risk: the printer is late.",
    "Action: Ana sends the drawings, by 12 March. The client likes the launch plan.",
    "Decision: the budget for lights stays as it is. Nobody worries about the launch.",
)
WHOSE = (("site", "acme"), ("shop", "acme"), ("film", "zeta"), ("inside", ""), ("", "acme"), ("", "zeta"), ("", ""))
NOTES = tuple(
    Written(f"{project or client or 'all'}-{visibility}-{at}", project, client, visibility, text)
    for project, client in WHOSE
    for visibility in ("internal", "client")
    for at, text in enumerate(SAYINGS)
)

QUESTIONS = (
    "what did we decide about the launch",
    "decisions in March 2025",
    "any open risks",
    "any open risks on Zeta",
    "action items for Ana",
    "notes about lights",
    "summarise the last three meetings",
    "when did we last talk to Acme",
    "notes about canaries",
    "status of Site",
    "tracked hours in March 2025",
)


def sees(role: str, note: Written) -> bool:
    """Who may see a note, by the words of the table."""
    if role in ("admin", "finance", "coordinator"):
        return True
    if role == "project_manager":
        return note.visibility == "client" or note.project in ("site", "inside")
    if role == "account_manager":
        return note.client == "acme"
    return note.project in ("site", "shop")


def altered(role: str) -> tuple[tuple[Written, ...], int]:
    """The same notes to a role: hidden ones say something else, are called otherwise, are gone, or are new."""
    chance = random.Random(role)  # noqa: S311 - the same every time
    changed: list[Written] = []
    changes = 0
    for note in NOTES:
        if sees(role, note):
            changed.append(note)
            continue
        changes += 1
        fate = chance.choice(("other", "gone", "more"))
        text = f"{CANARY} decided on the launch of lights {chance.randrange(10**6)}. Risk: {CANARY}. " * 3
        other = Written(f"{note.name}-{CANARY}", note.project, note.client, note.visibility, text)
        changed += {"other": [other], "gone": [], "more": [note, other]}[fate]
    return tuple(changed), changes


def house_of(notes: tuple[Written, ...], folder: Path) -> House:
    """The small agency with these notes, ingested."""
    export = plain_folder.write(small_agency(), folder / "export")
    (export / "notes").mkdir()
    for note in notes:
        (export / "notes" / f"{note.name}.md").write_text(note.file(), encoding="utf-8")
    report = ingest(Workspace(folder / "workspace"), [export], now=AT)
    assert not report.errors
    return House.open(folder / "workspace")


def said(question: str, house: House, role: str) -> str:
    reply = ask(Question(question, USERS[role].email, TODAY), house)
    return json.dumps([reply.to_json(), reply.exit_status], ensure_ascii=False, sort_keys=True, indent=1)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The notes as they are."""
    return house_of(NOTES, tmp_path_factory.mktemp("before"))


@pytest.mark.parametrize("role", USERS)
def test_hidden_notes_change_no_answer(role: str, before: House, tmp_path: Path) -> None:
    notes, changes = altered(role)
    print(f"{role}: {changes} hidden notes changed")  # noqa: T201 - the proof says how much it tried
    assert changes or all(sees(role, note) for note in NOTES)
    if not changes:
        return  # nothing is hidden from this role
    after = house_of(notes, tmp_path)
    for question in QUESTIONS:
        told = said(question, after, role)
        assert told == said(question, before, role)
        assert CANARY.lower() not in told.lower()


@pytest.mark.parametrize("role", USERS)
def test_each_role_is_quoted_what_it_may_see_and_no_more(role: str, before: House) -> None:
    view = before.view_for(USERS[role].email)
    assert {one.note_id for one in view.notes.notes} == {f"notes/{one.name}.md" for one in NOTES if sees(role, one)}


def test_an_answer_changes_when_the_predicate_is_removed(
    before: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = house_of(altered("account_manager")[0], tmp_path)
    broken = policy({"account_manager": {"notes internal": "all", "notes client": "all"}})
    monkeypatch.setattr(door, "policy", lambda _: broken)
    houses = [House.open(one.workspace.path) for one in (before, after)]
    told = [[said(question, house, "account_manager") for question in QUESTIONS] for house in houses]
    assert told[0] != told[1]


def test_a_role_without_notes_is_refused(before: House, monkeypatch: pytest.MonkeyPatch) -> None:
    none = policy({"account_manager": {"notes internal": "none", "notes client": "none"}})
    monkeypatch.setattr(door, "policy", lambda _: none)
    reply = ask(
        Question("decisions in March 2025", USERS["account_manager"].email, TODAY), House.open(before.workspace.path)
    )
    assert reply.first.kind == "refusal"
    assert "Notes need notes access" in reply.first.text
