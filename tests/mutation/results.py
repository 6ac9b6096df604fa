"""What became of each fault, written down as soon as it is known, so that a run that was stopped goes on."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.cases import HERE, Baseline, Function, Place
from tests.mutation.trial import End

WHAT_RUNS = ("assistant/**/*.py", "assistant/**/*.sql", "tests/random_*.py", "tests/mutation/cases.py")
"""The files on which it hangs what a question runs."""
WHAT_COUNTS = (*WHAT_RUNS, *(f"tests/mutation/{one}.py" for one in ("*_faults", "planting", "sites", "trial")))
"""The files a result stands on."""


@dataclass(frozen=True)
class Outcome:
    """What became of a fault, and the case that settled it."""

    fault: str
    owner: str
    said: str
    end: End
    by: Place | None
    stands_on: str

    def line(self) -> str:
        """Itself as a line of the file."""
        return json.dumps({**vars(self), "end": str(self.end)}, ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class Results:
    """A file with a line for each fault tried; the last of a fault counts."""

    path: Path
    known: dict[str, Outcome]

    @classmethod
    def at(cls, path: Path) -> "Results":
        """Those of earlier runs; a line that was torn when a run was stopped is as if it were not there."""
        known: dict[str, Outcome] = {}
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else ():
            if line.endswith("\n"):
                read = json.loads(line)
                by = tuple(read["by"]) if read["by"] else None
                known[read["fault"]] = Outcome(**{**read, "end": End(read["end"]), "by": by})
        return cls(path, known)

    def add(self, outcome: Outcome) -> None:
        """Write one down."""
        self.known[outcome.fault] = outcome
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(outcome.line())


@dataclass(frozen=True)
class Needs:
    """Which functions each metric runs, and for how long: worked out once as long as the files stand."""

    path: Path
    stands_on: str

    def known(self) -> dict[str, tuple[frozenset[Function], float]]:
        """What an earlier run found out; nothing if the files were others."""
        read = json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}
        if read.get("stands_on") != self.stands_on:
            return {}
        return {
            name: (frozenset((file, function) for file, function in runs), seconds)
            for name, (runs, seconds) in read["metrics"].items()
        }

    def keep(self, baseline: Baseline) -> None:
        """Write down what was found out."""
        metrics = {name: (sorted(runs), baseline.seconds[name]) for name, runs in baseline.runs.items()}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps({"stands_on": self.stands_on, "metrics": metrics}), encoding="utf-8")


def stands_on(patterns: Iterable[str] = WHAT_COUNTS) -> str:
    """A mark of all files that results stand on: another mark, and every fault is tried again."""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in patterns for file in HERE.glob(pattern)}):
        digest.update(str(file.relative_to(HERE)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
