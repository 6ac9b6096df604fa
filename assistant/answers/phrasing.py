"""A language model may word an answer anew; it sees slots where numbers, names and periods stand, and never these.

What it writes is taken only if every slot is there once, in its order and free of what touches it, and if all words
that say anything are ours and stand between the same slots: words of grammar may come and go, and nothing else. So
there is no numeral, unit, direction, reason or judgement of its own, in no language and in no script; the finished text
is then read by the same reader as ours. Otherwise our own words stay.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase

from pydantic import BaseModel, ConfigDict, Field

from assistant import llm
from assistant.answers.numerals import read_numerals
from assistant.answers.wording import Writer
from assistant.figures import show
from assistant.llm import Line, Message, ModelError
from prompts import prompt

REWORDED = "A language model worded this; the numbers, names and periods are ours."

NEUTRAL = frozenset(
    """
    a an the and it they this that these those there here its their in on at by for of with during as well is are was
    were be been being has have had comes came come stands stood stand shows show shown showed see seen look looks
    looking reads recorded reported figure figures s
    """.split()  # noqa: SIM905 - a list of words is easier to read so
)
"""Words that may come and go: they say nothing of how much, of which, of when or of why."""

LONGEST = 2
"""How many times as long as ours it may be."""

_SLOT = re.compile(r"\{([a-z]+)\}")
_TOUCHED = re.compile(r"[^\s(“\"'‘]\{|\}[^\s.,;:!?)”\"'’]|[-–—−+±]\s*\{")  # noqa: RUF001 - dashes as written
_NO_PROSE = re.compile(r"[^A-Za-z .,;:'’]")
_PIECE = re.compile(r"\{[a-z]+\}|[^\W\d_]+")


class Wording(BaseModel):
    """The text, with its slots."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, max_length=4000)


def reworded(text: str, writer: Writer, line: Line) -> str:
    """The text in other words, or as it is."""
    template, filled = _with_slots(text, writer)
    if not filled or read_numerals(_SLOT.sub("", template)):
        return text
    try:
        found = _asked(template, line)
    except ModelError:
        return text
    moves = filled["a"] in writer.labels
    return _SLOT.sub(lambda slot: filled[slot[1]], found) if found and holds(found, template, moves=moves) else text


def holds(found: str, template: str, *, moves: bool) -> bool:
    """Whether another wording says the same of the same slots: the words that say something stand as they stood.

    Where the first slot `moves`, being a period, what stands before it may stand after it, too.
    """
    if _SLOT.findall(found) != _SLOT.findall(template) or len(found) > LONGEST * len(template):
        return False
    plain, ours = _SLOT.sub(" ", found), _SLOT.sub(" ", template)
    if read_numerals(plain) or set(_NO_PROSE.findall(plain)) - set(_NO_PROSE.findall(ours)):
        return False
    untouched = not set(_TOUCHED.findall(found)) - set(_TOUCHED.findall(template))
    moving = {"{a}"} if moves else set()
    return untouched and said_in_order(found, NEUTRAL | moving) == said_in_order(template, NEUTRAL | moving)


def said_in_order(text: str, neutral: Collection[str]) -> list[str]:
    """The words of a text that say something, and its slots, as they follow each other; without the `neutral` ones."""
    return [one for one in _PIECE.findall(text.lower()) if one not in neutral]


@lru_cache(maxsize=256)
def _asked(template: str, line: Line) -> str:
    said = llm.ask_for(Wording, [Message("user", prompt("word_answer", template=template))], line)
    return said.value.text.strip() if said.value else ""


def _with_slots(text: str, writer: Writer) -> tuple[str, Mapping[str, str]]:
    """The text with a slot for every number, name and period in it, and what fills them."""
    shown = [show(one, writer.locale) for one in writer.figures]
    pattern = _any_of([*shown, *writer.names, *(f"“{one}”" for one in writer.names), *writer.labels])
    if pattern is None:
        return text, {}
    filled: dict[str, str] = {}

    def slot(found: re.Match[str]) -> str:
        name = _name(len(filled))
        filled[name] = found[0]
        return f"{{{name}}}"

    return pattern.sub(slot, text), filled


def _any_of(texts: Iterable[str]) -> re.Pattern[str] | None:
    known = sorted({one for one in texts if one}, key=lambda one: (-len(one), one))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?!\w)") if known else None


def _name(place: int) -> str:
    letters = len(ascii_lowercase)
    return ascii_lowercase[place % letters] * (place // letters + 1)
