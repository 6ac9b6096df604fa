"""Which words tell that a pattern may be found in a text: where none of them stands, nobody need look for it.

Hardly any pattern is found in a question, and to look for a few letters costs a tenth of what it costs to look for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_

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


MANY_WORDS = 4096
"""Of so many words of questions is kept what stands in them."""

Phrases = tuple[tuple[str, int], ...]
"""Phrases of several words, and what each tells of."""


class Told:
    """Things by the words that tell of them: what a text tells of is put together from its words, each known before.

    A thing is a bit of its own. It is told of where a word stands of each of its sets, of which the first `most` count.
    One number holds a bit for each thing and each of these sets, those of the first set lowest.
    """

    def __init__(self, most: int) -> None:
        """Nothing is told of yet."""
        self._many = 0
        self._most = most
        self._sets: list[tuple[Telling, ...]] = []
        self._by_piece: dict[str, dict[str, None]] = {}
        self._begins: set[str] = set()
        self._tells: dict[str, int] = {}
        self._without = 0
        self._in_word = lru_cache(maxsize=MANY_WORDS)(self._looked_up)

    def add(self, sets: Sequence[Telling]) -> int:
        """The bit of something that is told of by a word of each of these sets."""
        self._sets.append(tuple(sets[: self._most]))
        for word in {word for one in self._sets[-1] for word in one}:
            piece = max(word.split(), key=len, default="")
            self._by_piece.setdefault(piece, {})[word] = None
        self._in_word.cache_clear()
        self._tells.clear()
        return 1 << len(self._sets) - 1

    def _laid_out(self) -> None:
        """Every thing's bits in one number for each word, and those of the sets that a thing has not."""
        self._many, self._without = len(self._sets), 0
        self._begins = {piece[:end] for piece in self._by_piece for end in range(1, len(piece) + 1)}
        for at, sets in enumerate(self._sets):
            for place in range(self._most):
                bit = 1 << at + place * self._many
                for word in sets[place] if place < len(sets) else ():
                    self._tells[word] = self._tells.get(word, 0) | bit
                self._without |= 0 if place < len(sets) else bit

    def within(self, small: str) -> int:
        """The bits of all that a text in small letters tells of."""
        if not self._tells:
            self._laid_out()
        bits = self._without
        for word in (*small.split(), ""):
            sure, phrases = self._in_word(word)
            bits |= sure
            for phrase, told in phrases:
                if phrase in small:
                    bits |= told
        every = (1 << self._many) - 1
        for _ in range(self._most):
            every &= bits
            bits >>= self._many
        return every

    def _looked_up(self, word: str) -> tuple[int, Phrases]:
        """What stands in a word of a text, and the phrases of several words that may begin, go on or end with it."""
        told = [one for piece in self._pieces_in(word) or [""] for one in self._by_piece.get(piece, ())]
        sure = reduce(or_, [self._tells[one] for one in told if one in word], 0)
        return sure, tuple((one, self._tells[one]) for one in told if one not in word)

    def _pieces_in(self, word: str) -> set[str]:
        """What is within a word of a text and may tell: from each letter on, while anything that tells begins so."""
        found = set()
        for start in range(len(word)):
            for end in range(start + 1, len(word) + 1):
                piece = word[start:end]
                if piece not in self._begins:
                    break
                found.add(piece)
        return found


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
