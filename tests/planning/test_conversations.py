"""Whole conversations from a table: their turns, and behind "=" what is asked by the last of them."""

from collections.abc import Iterator
from pathlib import Path

from tests.planning.test_conversation import talk

TABLE = Path(__file__).with_name("conversations.txt")


def conversations() -> Iterator[tuple[list[str], list[str]]]:
    for block in TABLE.read_text("utf-8").split("\n\n"):
        lines = [one for one in block.splitlines() if one and not one.startswith("#")]
        yield [one for one in lines if not one.startswith("= ")], [one[2:] for one in lines if one.startswith("= ")]


def test_the_last_turn_of_each_conversation_is_understood() -> None:
    """An early end is told by how it begins."""
    wrong = []
    for turns, expected in conversations():
        told = talk(*turns)
        same = len(told) == len(expected)
        if not (same and all(one == is_ or _begins(one, is_) for one, is_ in zip(told, expected, strict=True))):
            wrong.append((turns, told, expected))
    assert wrong == []


def _begins(told: str, with_: str) -> bool:
    ended = with_.split(":", maxsplit=1)[0] in ("clarification", "unsupported", "no_data")
    return ended and told.startswith(with_)
