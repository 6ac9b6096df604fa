"""What is read out of a note, whatever its format: its head, and its blocks in order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.errors import SourceError

LARGEST = 50_000_000
"""Bytes; nobody writes a longer note, and its text must fit into memory several times."""

MOST_TEXT = 5_000_000
"""Letters that are read out of one note."""

_SPACE = re.compile(r"[^\S\n]+")


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True)
class Block:
    """A heading (with its `level`, 1 the highest), a paragraph, a list item or a row of a table."""

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True)
class Attached:
    """A file that came with a note, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Document:
    """A note as it was read: `head` by field (project, client, date, kind, visibility, author, title, present)."""

    blocks: tuple[Block, ...]
    head: Mapping[str, str] = field(default_factory=dict)
    attached: tuple[Attached, ...] = ()
    notices: tuple[str, ...] = ()
    """What is worth saying of how it was read."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote anything in it."""
        return not any(one.text.strip() for one in self.blocks)


class PassedOverError(SourceError):
    """A note without anything to read, which is said and is no error: an empty file, a scanned picture."""


def tidy(text: str) -> str:
    """Text without what nobody sees: controls, zero-width letters, runs of blanks."""
    shown = "".join(one for one in text if one in "\n\t\u00a0" or one.isprintable())
    lines = (_SPACE.sub(" ", line).strip() for line in shown.split("\n"))
    return "\n".join(lines).strip()


def block(kind: Kind, text: str, level: int = 0) -> Block:
    """A block of tidy text."""
    return Block(kind, tidy(text), level)
