"""Reads the tables of questions: a question on a line of its own, and indented below it what becomes of it."""

from pathlib import Path

HERE = Path(__file__).parent


def cases(name: str) -> dict[str, tuple[str, ...]]:
    """The questions of a table, each with the lines below it."""
    found: dict[str, list[str]] = {}
    question = ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[question].append(line.strip())
        elif line:
            question = line
            found[question] = []
    return {one: tuple(lines) for one, lines in found.items()}
