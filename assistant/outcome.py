"""The ways a question can end before it is answered, each a value with its words.

An answer itself is composed at the end of the line, in `assistant.answers.answer`. A refusal, an unknown name,
an ambiguous question, an empty result and a question about what is not measured are five different things.
"""

from dataclasses import dataclass
from enum import StrEnum
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
    """The question has two readings that differ, or a name that nearly matches; `options` are whole questions.

    `without` is what it comes to where none of them could be answered.
    """

    kind: ClassVar[str] = "clarification"
    exit_status: ClassVar[int] = 3
    options: tuple[str, ...] = ()
    without: "NoData | Unsupported | None" = None


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


@dataclass(frozen=True)
class SmallTalk(Unsupported):
    """Thanks and the like: nothing was asked, and there is nothing to measure."""

    begins_anew: bool = False
    """Whether what was talked about is to be forgotten: "start over"."""


@dataclass(frozen=True)
class ToLookAfter(Ended):
    """The question is about what is wrong or missing in the data: the list of data health answers it.

    `findings` are the kinds of findings that are asked about, all of them where empty; `about` says of what, as in
    "people without a cost rate".
    """

    kind: ClassVar[str] = "answer"
    exit_status: ClassVar[int] = 0
    about: str = ""
    findings: tuple[str, ...] = ()


class Teaches(StrEnum):
    """What a lesson is about."""

    NAME = "name"
    METRIC = "metric"
    DIMENSION = "dimension"
    PHRASE = "phrase"
    BREAKDOWN = "breakdown"
    """By what a metric is told where nothing else is said."""


@dataclass(frozen=True)
class Lesson:
    """What people mean by a word of their own: "mothership" is the client Northwind.

    `means` is the id of a name, a metric, a dimension or the words to read instead; `field` the dimension of a name.
    `label` is how it was said. A lesson `for_whom` is for one person, by e-mail, or for everybody where blank.
    """

    said: str
    teaches: Teaches
    means: str
    label: str
    field: str = ""
    for_whom: str = ""
    by: str = ""

    def to_json(self) -> dict[str, str]:
        """The lesson as it is kept and listed."""
        return {
            "said": self.said,
            "teaches": self.teaches.value,
            "means": self.means,
            "label": self.label,
            "field": self.field,
            "for_whom": self.for_whom,
            "by": self.by,
        }


@dataclass(frozen=True)
class Learned(Ended):
    """Something was taught, or forgotten again: the words say what, and the lesson is to be kept."""

    kind: ClassVar[str] = "answer"
    exit_status: ClassVar[int] = 0
    lesson: Lesson | None = None
    forgets: bool = False
