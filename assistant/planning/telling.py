"""Which words tell that a pattern may be found in a text: where none of them stands, nobody need look for it.

Hardly any pattern is found in a question, and to look for a few letters costs a tenth of what it costs to look for it.
"""

from collections.abc import Iterable

# There is no public way to see what a pattern is made of; that this one tells the truth of every pattern is tested.
from re import _constants as made_of  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Telling = tuple[str, ...]
"""Texts in small letters, of which one stands in everything that a pattern is found in; with none, nothing tells."""

Part = tuple[object, Any]
"""What a pattern is made of, one behind the other: a kind, and what it is of."""

END: Part = (None, None)

_ALIKE = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
"""The letters that a pattern takes for others, though they are none of their capitals."""


def in_small_letters(text: str) -> str:
    """The text as it is looked through for what tells."""
    return (text if text.isascii() else text.translate(_ALIKE)).lower()


def telling(pattern: str) -> Telling:
    """What tells that a pattern, which minds no capitals, may be found."""
    return _of_all(parser.parse(pattern))


def _of_all(parts: Iterable[Part]) -> Telling:
    """Of what must stand one behind the other, that which tells most."""
    found: list[Telling] = []
    letters = ""
    for part in (*parts, END):
        if part[0] is made_of.LITERAL:
            letters += chr(part[1])
            continue
        found += [(letters.lower(),) if letters else (), _of_one(part)]
        letters = ""
    return max(found, key=_worth)


def _of_one(part: Part) -> Telling:
    """Of a group, a choice, or what stands there at least once; anything else tells nothing."""
    match part:
        case made_of.SUBPATTERN, (_, _, _, inner):
            return _of_all(inner)
        case made_of.BRANCH, (_, choices):
            every = [_of_all(one) for one in choices]
            return tuple(dict.fromkeys(word for one in every for word in one)) if all(every) else ()
        case made_of.MAX_REPEAT | made_of.MIN_REPEAT, (least, _, inner) if least:
            return _of_all(inner)
    return ()


def _worth(words: Telling) -> tuple[int, int]:
    """Long words stand in few texts; of words as long, few are looked for sooner."""
    return min(map(len, words), default=0), -len(words)
