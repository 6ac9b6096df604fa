"""Processes as seen from outside: how long each takes, and how much memory it needs at most.

This process stays small on purpose: Linux counts the memory of whoever starts a process as the least it needs.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
KIB = 1024


class FailedError(Exception):
    """Something that was to be measured did not work."""


@dataclass(frozen=True)
class Ran:
    """One process, from start to end."""

    seconds: float
    peak: float
    """In bytes."""
    processor: float
    """Seconds of one core, of all threads together: what else runs on the machine changes it little."""
    out: str


def run(*words: str | Path) -> Ran:
    """Run a module of ours in a fresh process; FailedError when it ends in an error.

    Modules are compiled once and not for every process, as they are wherever Reckon is installed.
    """
    here = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", *map(str, words)]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        start = perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=errors, cwd=ROOT, env=here)  # noqa: S603 - our own words
        _, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode:
            raise FailedError(f"{' '.join(command)} ended with {process.returncode}: {errors.read()}")
        return Ran(seconds, used.ru_maxrss * KIB, used.ru_utime + used.ru_stime, out.read())


def middle(runs: Sequence[Ran], of: Callable[[Ran], float]) -> float:
    """The median of one thing of several runs."""
    return median(map(of, runs))
