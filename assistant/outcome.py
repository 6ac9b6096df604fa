"""The ways a question can end before it is answered, each a value with its words.

An answer itself is composed at the end of the line, in `assistant.answers.answer`. A refusal, an unknown name,
an ambiguous question, an empty result and a question about what is not measured are five different things.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Ended:
    """What every early end shares: a sentence for the reader, and complete questions to ask instead."""

    kind: ClassVar[str] = ""
    exit_status: ClassVar[int] = 5
    text: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clarification(Ended):
    """The question has two readings that differ, or a name that nearly matches; `options` are whole questions."""

    kind: ClassVar[str] = "clarification"
    exit_status: ClassVar[int] = 3
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal(Ended):
    """The asker's role may not ask this kind of question; says the rule and the nearest question they may ask."""

    kind: ClassVar[str] = "refusal"
    exit_status: ClassVar[int] = 4


@dataclass(frozen=True)
class Withheld(Ended):
    """The two calculations did not agree, so no number is given."""

    kind: ClassVar[str] = "withheld"


@dataclass(frozen=True)
class NoData(Ended):
    """There is nothing (visible) to answer from: an unknown name, a missing file, an empty period."""

    kind: ClassVar[str] = "no_data"


@dataclass(frozen=True)
class Unsupported(Ended):
    """What is asked is not measured here; says what is measured instead."""

    kind: ClassVar[str] = "unsupported"
