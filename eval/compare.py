"""Two runs side by side: what was fixed, what was broken, and what stayed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import UsageError
from eval.scorecard import Scorecard


@dataclass(frozen=True)
class Compared:
    """Names of cases: right now and not before, before and not now, both times, neither time, or not in both runs."""

    fixed: tuple[str, ...]
    broken: tuple[str, ...]
    still_right: tuple[str, ...]
    still_wrong: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def unchanged(self) -> int:
        """How many went as before."""
        return len(self.still_right) + len(self.still_wrong)

    def text(self) -> str:
        """The comparison as lines."""
        counts = f"fixed {len(self.fixed)}, broken {len(self.broken)}, unchanged {self.unchanged}"
        others = f", new {len(self.added)}, gone {len(self.gone)}" if self.added or self.gone else ""
        lines = [f"against the earlier run: {counts}{others}"]
        lines += [f"  + {one}" for one in self.fixed]
        lines += [f"  − {one}" for one in self.broken]
        return "\n".join(lines)

    def to_json(self) -> dict[str, object]:
        """The comparison for programs."""
        return {
            "fixed": list(self.fixed),
            "broken": list(self.broken),
            "unchanged": {"right": len(self.still_right), "wrong": len(self.still_wrong)},
            "new": list(self.added),
            "gone": list(self.gone),
        }


def compared(now: Scorecard, before: Mapping[str, bool]) -> Compared:
    """A run against what passed in an earlier one."""
    after = {f"{one.case.suite}/{one.case.name}": one.passed for one in now.scores}
    both = [name for name in after if name in before]
    return Compared(
        fixed=tuple(one for one in both if after[one] and not before[one]),
        broken=tuple(one for one in both if before[one] and not after[one]),
        still_right=tuple(one for one in both if before[one] and after[one]),
        still_wrong=tuple(one for one in both if not before[one] and not after[one]),
        added=tuple(one for one in after if one not in before),
        gone=tuple(one for one in before if one not in after),
    )


def passed_before(path: Path, suite: str = "") -> Mapping[str, bool]:
    """Which cases passed in a run that was kept with --json; of one suite, where only that is asked now.

    UsageError where the file is no such run.
    """
    try:
        run: Any = json.loads(path.read_text(encoding="utf-8"))
        found = [one for one in run["results"] if suite in {"", one["suite"]}]
        return {f"{one['suite']}/{one['id']}": bool(one["passed"]) for one in found}
    except OSError as error:
        raise UsageError(f"The earlier run {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path} is no run of the evaluation. Keep one with: reckon eval --json > RUN.json"
        raise UsageError(message) from error
