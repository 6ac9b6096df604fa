"""What several commands take: the workspace, who asks, the day; how what was typed is read, and how errors are told."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from assistant.errors import ReckonError, UsageError
from assistant.spelled import holds_every_letter

DEFAULT_WORKSPACE = "RECKON_WORKSPACE"

WorkspaceOption = Annotated[
    Path, typer.Option("--workspace", "-w", envvar=DEFAULT_WORKSPACE, help="The folder of the workspace.")
]
AsOption = Annotated[str, typer.Option("--as", help="Who asks, by e-mail; may be left out where there are no users.")]
TodayOption = Annotated[
    str,
    typer.Option("--today", help="The day it is asked on (YYYY-MM-DD); the workspace's or the real one by default."),
]
PlannerOption = Annotated[
    str, typer.Option("--planner", help="Who plans it: embedded or model; the workspace's setting by default.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
HERE = Path()
USAGE = 2
PLANNERS = ("", "embedded", "model")


def a_day(text: str, option: str = "--today") -> date:
    """A day as typed on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"“{text}” after {option} is not a date. Write it as YYYY-MM-DD, for example 2026-10-15."
        raise UsageError(message) from error


def a_planner(name: str) -> str:
    """A planner as typed on the command line."""
    if name not in PLANNERS:
        message = f"“{name}” after --planner is no planner. Write embedded or model."
        raise UsageError(message)
    return name


def print_json(value: object) -> None:
    """One JSON value on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=not holds_every_letter(), indent=2) + "\n")


def print_json_line(value: object) -> None:
    """One JSON value on a line of standard output, there as soon as it is known."""
    sys.stdout.write(json.dumps(value, ensure_ascii=not holds_every_letter()) + "\n")
    sys.stdout.flush()


@contextmanager
def sentences_for_errors(*, debug: bool) -> Iterator[None]:
    """Turn every error of ours into one sentence on standard error; a traceback only with --debug."""
    try:
        yield
    except ReckonError as error:
        if debug:
            raise
        sys.stderr.write(f"{error}\n")
        sys.exit(USAGE if isinstance(error, UsageError) else 1)
    except SystemExit as end:
        # The library that reads the command line ends it with 1 where nobody reads on.
        if isinstance(end.__context__, BrokenPipeError):
            sys.exit(0)
        raise
    except BrokenPipeError:
        # Somebody stopped reading (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
