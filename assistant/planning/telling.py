"""Which words tell that a pattern may be found in a text: where none of them stands, nobody need look for it.

Hardly any pattern is found in a question, and to look for a few letters costs a tenth of what it costs to look for it.
"""

from collections.abc import Iterable, Iterator

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


def telling(pattern: str, flags: int = 0) -> Telling:
    """What tells most that a pattern, which minds no capitals, may be found."""
    return next(iter(tellings(pattern, flags)), ())


def tellings(pattern: str, flags: int = 0) -> tuple[Telling, ...]:
    """All that must stand in what a pattern is found in, what tells most first."""
    return tuple(sorted(dict.fromkeys(one for one in _each(parser.parse(pattern, flags)) if one), key=_worth)[::-1])


def all_stand_in(small: str, sets: Iterable[Telling]) -> bool:
    """Whether a word of each set is in a text in small letters."""
    for words in sets:
        for word in words:
            if word in small:
                break
        else:
            return False
    return True


def _of_all(parts: Iterable[Part]) -> Telling:
    """Of what must stand one behind the other, that which tells most."""
    return max(_each(parts), key=_worth, default=())


def _each(parts: Iterable[Part]) -> Iterator[Telling]:
    """What tells of each of the parts that must stand one behind the other, and of what is within them."""
    letters = ""
    for part in (*parts, END):
        if part[0] is made_of.LITERAL:
            letters += chr(part[1])
            continue
        if letters:
            yield (letters.lower(),)
        letters = ""
        yield from _of_one(part)


def _of_one(part: Part) -> Iterator[Telling]:
    """Of a group, a choice, what follows, or what stands there at least once; anything else tells nothing."""
    match part:
        case (made_of.SUBPATTERN, (_, _, _, inner)) | (made_of.ASSERT, (_, inner)):
            yield from _each(inner)
        case made_of.BRANCH, (_, choices):
            every = [_of_all(one) for one in choices]
            if all(every):
                yield tuple(dict.fromkeys(word for one in every for word in one))
        case made_of.MAX_REPEAT | made_of.MIN_REPEAT, (least, _, inner) if least:
            yield from _each(inner)


def _worth(words: Telling) -> tuple[int, int]:
    """Long words stand in few texts; of words as long, few are looked for sooner."""
    return min(map(len, words), default=0), -len(words)
