"""Text as a reader's eye takes it: disguises undone, and a note of where there were any."""

import html
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

_REVERSING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that can show digits in another order than they are written."""
_MARKUP = re.compile(r"[*_`\\]+|~~|</?[a-zA-Z][^<>]{0,200}>|&#?\w{1,31};|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPECIAL = re.compile(rf"{_MARKUP.pattern}|[^\x00-\x7f]")
_INVISIBLE_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсхуԁһԛԝткмΑΒΕΖΗΙΚΜΝΟΡΤΥΧονια",
    "ABESIJKMHOPCTXYaesijopcxydhqwtkmABEZHIKMNOPTYXovia",
)
_EMOJI = {"💯": 100, "🔟": 10}


class Trick(Enum):
    """How a piece of the text differs from what is read in its place."""

    NONE = auto()
    REPLACED = auto()
    HIDDEN = auto()


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` to read, `lower` the same in small letters.

    `starts` and `ends` lead back to the text as written; `replaced` and `hidden` are the stretches of it that
    were read as something else, or not at all; `symbols` the places in `text` of characters that are numbers
    by themselves (½, 三).
    """

    text: str
    lower: str
    starts: range | list[int]
    ends: range | list[int]
    replaced: list[tuple[int, int]]
    hidden: list[tuple[int, int]]
    symbols: list[int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the text as written."""
        return self.starts[start], self.ends[end - 1]

    def is_disguised(self, start: int, end: int) -> bool:
        """Whether anything in a stretch of the written text is not what it looks like."""
        return any(low < end and high > start for low, high in self.replaced) or any(
            low <= end and high >= start for low, high in self.hidden
        )


def fold(text: str) -> Folded:
    """Read entities, markup, foreign digits, full-width and look-alike letters as what they look like."""
    hidden = [(0, len(text))] if _REVERSING.search(text) else []
    if text.isascii() and not _MARKUP.search(text):
        places = range(len(text))
        return Folded(text, text.lower(), places, range(1, len(text) + 1), [], hidden, [])
    return _folded(text, hidden)


def _folded(text: str, hidden: list[tuple[int, int]]) -> Folded:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    replaced: list[tuple[int, int]] = []
    symbols: list[int] = []
    place = 0
    for found in _SPECIAL.finditer(text):
        start, end = found.span()
        piece, trick = _read(found.group())
        if trick is not Trick.NONE:
            (hidden if trick is Trick.HIDDEN else replaced).append((start, end))
        out += (text[place:start], piece)
        starts += (*range(place, start), *[start] * len(piece))
        ends += (*range(place + 1, start + 1), *[end] * len(piece))
        if len(piece) == 1 and number_of(piece) is not None and not piece.isascii():
            symbols.append(len(starts) - 1)
        place = end
    folded = "".join((*out, text[place:]))
    starts += range(place, len(text))
    ends += range(place + 1, len(text) + 1)
    return Folded(folded, _lower(folded), starts, ends, replaced, hidden, symbols)


def _read(piece: str) -> tuple[str, Trick]:
    """What is read for markup, or for a character that is not ASCII."""
    return _marked(piece) if piece[0].isascii() else _seen(piece)


def _marked(markup: str) -> tuple[str, Trick]:
    """Markup is not seen; an entity is seen as the character it stands for."""
    if not markup.startswith("&"):
        return "", Trick.REPLACED
    meant = html.unescape(markup)
    if meant == markup:
        return markup, Trick.NONE
    read = [(char, Trick.NONE) if char.isascii() else _seen(char) for char in meant]
    hides = any(trick is Trick.HIDDEN for _, trick in read)
    return "".join(seen for seen, _ in read), Trick.HIDDEN if hides else Trick.REPLACED


@lru_cache(maxsize=4096)
def _seen(char: str) -> tuple[str, Trick]:
    """What one character looks like, and whether that is not what it is."""
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Mn", "Me"} or char in _INVISIBLE_LETTERS:
        return "", Trick.HIDDEN
    if category in {"Zs", "Zl", "Zp"}:
        return " ", Trick.NONE
    decimal = unicodedata.decimal(char, None)
    if decimal is not None and not char.isascii():
        return str(decimal), Trick.REPLACED
    if char in _EMOJI or category in {"Nl", "No"} or unicodedata.numeric(char, None) is not None:
        digit = unicodedata.digit(char, None)
        return (str(digit), Trick.REPLACED) if digit is not None else (char, Trick.REPLACED)
    return _as_latin(char)


def _as_latin(char: str) -> tuple[str, Trick]:
    if char in "٪﹪％":  # noqa: RUF001 - other scripts' percent signs
        return "%", Trick.REPLACED
    decomposed = unicodedata.normalize("NFKD", char)
    bare = "".join(part for part in decomposed if not unicodedata.combining(part)).translate(_LOOKALIKES)
    if bare == char or not bare.isascii():
        return char, Trick.NONE
    accented = len(decomposed) > len(bare)
    return bare, Trick.NONE if accented else Trick.REPLACED


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=4096)
def number_of(char: str) -> float | None:
    """The number a character is by itself: ½, Ⅳ, 三."""
    return _EMOJI.get(char, unicodedata.numeric(char, None))
