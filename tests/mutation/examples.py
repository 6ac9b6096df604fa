"""The examples worked by hand, held against a fault that both calculations let pass: the third witness."""

import ast
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cache

import pytest

from assistant.metrics.catalogue import METRICS
from tests.mutation.cases import HERE

BY_HAND = (
    "tests/metrics/reference/test_*.py",
    "tests/metrics/test_*by_hand.py",
    "tests/test_defects_others_shipped.py",
)
"""Where the examples stand."""
OF_THE_SHELLS = (
    "tests/test_verification.py",
    "tests/metrics/test_unknown_by_hand.py",
    "tests/answers/test_definitions.py",
    "tests/test_explanation.py",
)
MOST_EXAMPLES = 30
"""How many examples are tried, those first that name the fewest metrics beside the fault's."""
PATIENCE = 600
"""Seconds after which examples that break are taken for endless."""
FAILED = 1
"""What pytest says when a test failed."""


@cache
def _examples() -> dict[str, frozenset[str]]:
    """The metrics each example names, by where it stands: the file and the name of the test."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted({file for pattern in BY_HAND for file in HERE.glob(pattern)}):
        text = file.read_text(encoding="utf-8")
        for one in ast.parse(text).body:
            if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"):
                words = "\n".join(text.splitlines()[_first_line(one) - 1 : one.end_lineno])
                found[f"{file.relative_to(HERE)}::{one.name}"] = (
                    frozenset(re.findall(r'"(\w+)"', words)) & METRICS.keys()
                )
    return found


def _first_line(function: ast.FunctionDef) -> int:
    return min([function.lineno, *(one.lineno for one in function.decorator_list)])


def examples_of(metrics: Sequence[str]) -> list[str]:
    """The examples that name one of the metrics, at first those that name few; no metric has them all to itself."""
    named = {place: names for place, names in _examples().items() if names & set(metrics)}
    few = sorted(named, key=lambda place: (len(named[place]), place))
    first = {next((place for place in few if name in named[place]), None) for name in metrics} - {None}
    return [*(one for one in few if one in first), *(one for one in few if one not in first)][:MOST_EXAMPLES]


def fails(plant: Callable[[], AbstractContextManager[None]], places: Sequence[str]) -> bool:
    """Whether an example fails, or breaks, while a fault is planted; in a process of its own, which ends after it."""
    if not places:
        return False
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os._exit(_in_the_child(plant, places))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == FAILED
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def _in_the_child(plant: Callable[[], AbstractContextManager[None]], places: Sequence[str]) -> int:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(HERE)
    words = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-k", "not random_agencies"]
    with plant():
        return int(pytest.main([*words, *places]))
