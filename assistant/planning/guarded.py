"""Patterns that are looked for only where the words stand that tell of them.

Hardly any pattern of ours is in a question. To look for a pattern of many branches costs as much as to read a word of
the question in earnest; to see that none of its words is there costs next to nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Generic, TypeVar

from assistant.planning.telling import Told, in_small_letters, tellings

T = TypeVar("T")

_EVERY = Told(most=3)
"""Every pattern, by what tells of it; with a fourth set of words there is little left to be told."""


@lru_cache(maxsize=64)
def _told(text: str) -> int:
    """The bits of the patterns that may be in a text: a question is asked for most of them."""
    return _EVERY.within(in_small_letters(text))


class Guarded:
    """A pattern that finds what the compiled one finds, and is compiled when it may be found for the first time."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """A pattern and its flags, as `re.compile` takes them."""
        self.pattern = pattern
        self.flags = flags
        self.bit = _EVERY.add(tellings(pattern, flags))
        _GUARDED.append(self)
        _told.cache_clear()

    @cached_property
    def put(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags)

    def may_be_in(self, text: str) -> bool:
        """Whether the words stand in a text without which the pattern is not found there."""
        return _told(text) & self.bit != 0

    def search(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The first place where the pattern is found, from a place on."""
        return self.put.search(text, place) if _told(text) & self.bit else None

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """What the text begins with at a place."""
        return self.put.match(text, place) if _told(text) & self.bit else None

    def fullmatch(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The whole text from a place on."""
        return self.put.fullmatch(text, place) if _told(text) & self.bit else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the pattern is found."""
        return self.put.finditer(text) if _told(text) & self.bit else iter(())

    def sub(self, said: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else wherever the pattern is found."""
        return self.put.sub(said, text, count=count) if _told(text) & self.bit else text


_GUARDED: list[Guarded] = []


def compile_all() -> None:
    """Compile every pattern there is."""
    for one in _GUARDED:
        _ = one.put


class Guards(Generic[T]):
    """Things by a pattern each, of which a text is held only against those that may be found in it."""

    def __init__(self, things: Iterable[T], pattern_of: Callable[[T], Guarded]) -> None:
        """The things in the order in which they are tried."""
        self._things = [(pattern_of(one).bit, one) for one in things]
        self._bits = reduce(or_, [bit for bit, _ in self._things], 0)

    def likely(self, text: str) -> list[T]:
        """Those whose pattern may be in a text."""
        told = _told(text) & self._bits
        return [one for bit, one in self._things if told & bit] if told else []


class InTurn:
    """Patterns and what is said instead of each, one after another: each reads what those before have written."""

    def __init__(self, *rows: tuple[Guarded, str | Callable[[re.Match[str]], str]]) -> None:
        """The rows from top to bottom, as `Guarded.sub` takes them."""
        self._rows = [(pattern.bit, pattern, said) for pattern, said in rows]
        self._bits = reduce(or_, [bit for bit, _, _ in self._rows], 0)

    def put(self, text: str) -> str:
        """The text with all of it put so."""
        told = _told(text) & self._bits
        for bit, pattern, meant in self._rows if told else ():
            if told & bit:
                said = pattern.put.sub(meant, text)
                if said != text:
                    text, told = said, _told(said) & self._bits
        return text
