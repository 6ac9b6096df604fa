"""Kill an ingest at every step it takes, while another process keeps asking: `python -m tests.store.killing FOLDER`.

The ingests are forked from here, stop themselves at their nth step, are looked at by the asker while they stand
there holding the lock, and are killed. What was found out is printed as JSON.
"""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd  # noqa: F401 - Arrow loads it in every ingest, and each child would do so anew

from assistant.store.files import DISK
from assistant.store.snapshots import Workspace
from tests.store.steps import CASES, Case, InSteps, copy, files, prepare, run


@dataclass
class Found:
    """What became of all the killing."""

    kills: Counter[str] = field(default_factory=Counter)
    """How many ingests were killed at each stage."""
    faults: list[str] = field(default_factory=list)
    reads: int = 0
    asked: int = 0


@dataclass(frozen=True)
class Undisturbed:
    """How an ingest goes when nobody kills it."""

    before: str | None
    after: str
    history: list[str]
    files: list[str]
    stages: list[str]


class Asking:
    """The process that asks."""

    def __init__(self, found: Found) -> None:
        command = [sys.executable, "-m", "tests.store.asker"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._found, self._told = found, 0

    def see(self, folder: Path, *allowed: str | None) -> str | None:
        """What it sees now; afterwards it goes on looking there, and may see these, in this order."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(folder / "workspace"), allowed]) + "\n")
        self._process.stdin.flush()
        seen: str | None
        seen, self._found.reads, self._found.asked, faults = json.loads(self._process.stdout.readline())
        self._found.faults += faults[self._told :]
        self._told = len(faults)
        return seen

    def stop(self) -> None:
        """No more."""
        self._process.communicate()


def forked(work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever `work` returns, by way of JSON
    """Do `work` in a child of this process, so that no thread is ever started here."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as out:
            json.dump(work(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, f"the ingest ended with {status}"
    return json.loads(text)


def undisturbed(case: Case, prepared: Path, folder: Path) -> dict[str, Any]:
    """Ingest with nobody about, noting every step: an Undisturbed as JSON."""
    prepare(case, prepared)
    copy(prepared, folder)
    latest = Workspace(folder / "workspace").latest()
    stages: list[str] = []
    after = run(folder, InSteps(lambda stage, _: stages.append(stage)), lambda _: stages.append("read"))
    history = [one.id for one in Workspace(folder / "workspace").history()]
    return asdict(Undisturbed(latest.id if latest else None, str(after), history, sorted(files(folder)), stages))


def stopping_at(folder: Path, step: int) -> int:
    """A child that ingests and stops before its nth step; its process id once it has stopped."""
    child = os.fork()
    if child == 0:
        steps = iter(range(step + 1))

        def stop(*_: object) -> None:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGSTOP)

        run(folder, InSteps(stop), stop)
        os._exit(1)
    _, status = os.waitpid(child, os.WUNTRACED)
    assert os.WIFSTOPPED(status), f"the ingest ended with {status} before step {step}"
    return child


def killed_at(step: int, folder: Path, case: Undisturbed, asking: Asking, found: Found) -> None:
    """One ingest that is killed at one step, and the one after it."""
    child = stopping_at(folder, step)
    try:
        held = asking.see(folder, case.before, case.after)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    again = forked(lambda: run(folder, DISK))
    after = asking.see(folder, case.after)
    stage = case.stages[step]
    found.kills[stage] += 1
    place = f"killed before step {step} ({stage}) in {folder.parent.name}"
    if again != case.after or after != case.after:
        found.faults.append(f"{place}: saw {held}, then {after}; the next ingest made {again}")
    if sorted(files(folder)) != case.files:
        found.faults.append(f"{place}: {sorted(files(folder) ^ set(case.files))} too much or missing")
    history = [one.id for one in Workspace(folder / "workspace").history()]
    if history != case.history:
        found.faults.append(f"{place}: the history is {history}")


def main(root: Path) -> Found:
    """Every case, every step."""
    found = Found()
    asking = Asking(found)
    for case in CASES:
        prepared, folder = root / case.name / "prepared", root / case.name / "undisturbed"
        known = Undisturbed(**forked(partial(undisturbed, case, prepared, folder)))
        for step in range(len(known.stages)):
            killed_at(step, copy(prepared, root / case.name / str(step)), known, asking, found)
    asking.stop()
    return found


if __name__ == "__main__":
    print(json.dumps(vars(main(Path(sys.argv[1])))))  # noqa: T201 - the test reads it
