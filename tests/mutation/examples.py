"""The examples worked by hand, held against a fault that both calculations let pass: the third witness."""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path

import pytest

from tests.mutation.cases import HERE

BY_HAND = HERE / "tests" / "metrics" / "reference"
OF_THE_SHELLS = ("tests/test_verification.py", "tests/answers/test_definitions.py", "tests/test_explanation.py")
MOST_FILES = 6
"""How many files of examples are tried, those first that name the fault's metrics the most."""
PATIENCE = 600
"""Seconds after which examples that break are taken for endless."""
FAILED = 1
"""What pytest says when a test failed."""


@cache
def _texts() -> dict[Path, str]:
    return {file: file.read_text(encoding="utf-8") for file in sorted(BY_HAND.glob("test_*.py"))}


def files_of(metrics: Sequence[str]) -> list[str]:
    """The files whose examples name one of the metrics, those that name them most first."""
    named = Counter({file: sum(text.count(f'"{name}"') for name in metrics) for file, text in _texts().items()})
    return [str(file) for file, times in named.most_common(MOST_FILES) if times]


def fails(plant: Callable[[], AbstractContextManager[None]], files: Sequence[str]) -> bool:
    """Whether an example fails, or breaks, while a fault is planted; in a process of its own, which ends after it."""
    if not files:
        return False
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os._exit(_in_the_child(plant, files))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == FAILED
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def _in_the_child(plant: Callable[[], AbstractContextManager[None]], files: Sequence[str]) -> int:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(HERE)
    words = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-k", "not random_agencies"]
    with plant():
        return int(pytest.main([*words, *files]))
