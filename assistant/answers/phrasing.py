"""A language model may word an answer anew; it sees slots where numbers, names and periods stand, and never these.

What it writes is taken only if every slot is there once, in its order and free of what touches it, if it holds no
numeral of its own in any script, no unit and no word that is not English, and if the words that turn a sentence round
(highest, below, not, nearly) are the same; the finished text is then read by the same reader as ours. Otherwise our own
words stay.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase

from pydantic import BaseModel, ConfigDict, Field

from assistant import llm
from assistant.answers.numerals import read_numerals
from assistant.answers.wording import Writer
from assistant.embedding import is_a_word
from assistant.figures import show
from assistant.llm import Line, Message, ModelError
from prompts import prompt

REWORDED = "A language model worded this; the numbers, names and periods are ours."

TURNING = frozenset(
    """
    highest lowest most least best worst above below over under more less fewer up down rose fell grew shrank higher
    lower increase increased decrease decreased not no none never without except yes exactly before after only all
    minus negative nearly almost roughly approximately about around circa barely hardly
    """.split()  # noqa: SIM905 - a list of words is easier to read so
)
"""Words that turn what a sentence says round."""

COUNTED = frozenset(
    """
    percent percentage percentages per cent cents point points euro euros dollar dollars pound pounds franc francs
    hour hours minute minutes day days week weeks month months quarter quarters year years person people
    times fold score scores once crore lakh million billion bn mn sept
    """.split()  # noqa: SIM905 - as above
)
"""Words that say what is counted, or count by themselves: a slot brings its own."""

LONGEST = 2
"""How many times as long as ours it may be."""

_SLOT = re.compile(r"\{([a-z]+)\}")
_TOUCHED = re.compile(r"[^\s(“\"'‘]\{|\}[^\s.,;:!?)”\"'’]|[-–—−+±]\s*\{")  # noqa: RUF001 - dashes as written
_NO_PROSE = re.compile(r"[^A-Za-z\s.,;:()'’“”\"?!–—-]")
_WORD = re.compile(r"[^\W\d_]+")


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
    return _SLOT.sub(lambda slot: filled[slot[1]], found) if found and holds(found, template) else text


def holds(found: str, template: str) -> bool:
    """Whether another wording says the same of the same slots, as far as its words can tell."""
    if _SLOT.findall(found) != _SLOT.findall(template) or len(found) > LONGEST * len(template):
        return False
    plain = _SLOT.sub(" ", found)
    ours = _SLOT.sub(" ", template)
    if read_numerals(plain) or set("{}<>|`") & set(plain) or not _is_prose(plain, ours):
        return False
    untouched = not set(_TOUCHED.findall(found)) - set(_TOUCHED.findall(template))
    return untouched and _turning(plain) == _turning(ours)


def _is_prose(plain: str, ours: str) -> bool:
    """Whether all that was added is plain English words which count nothing."""
    if set(_NO_PROSE.findall(plain)) - set(ours):
        return False
    added = Counter(_WORD.findall(plain.lower())) - Counter(_WORD.findall(ours.lower()))
    return all(one in _SHORT or (len(one) > 1 and one not in COUNTED and is_a_word(one)) for one in added)


_SHORT = frozenset({"a", "i", "s", "t"})
"""Words of one letter, and what an apostrophe leaves."""


def _turning(text: str) -> Counter[str]:
    return Counter(one for one in re.findall(r"[a-z]+", text.lower()) if one in TURNING)


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
