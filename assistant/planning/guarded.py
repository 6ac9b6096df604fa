"""Patterns that are looked for only where the words stand that tell of them.

Hardly any pattern of ours is in a question. To look for a pattern of many branches costs as much as to read a word of
the question in earnest; to see that none of its words is there costs next to nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from assistant.planning.telling import all_stand_in, in_small_letters, tellings

_MOST = 3
"""So many of the things that tell of a pattern are looked for; with the next there is little left to be told."""

_small = lru_cache(maxsize=256)(in_small_letters)


class Guarded:
    """A pattern that finds what the compiled one finds, and is compiled when it may find something for the first time.

    A text as it is told by, in small letters, is kept: a question is held against many patterns.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """A pattern and its flags, as `re.compile` takes them."""
        self.pattern = pattern
        self.flags = flags
        self._told_by = tellings(pattern, flags)[:_MOST]

    @cached_property
    def put(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags)

    def may_be_in(self, text: str) -> bool:
        """Whether the words stand in a text without which the pattern is not found there."""
        return all_stand_in(_small(text), self._told_by)

    def search(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The first place where the pattern is found, from a place on."""
        return self.put.search(text, place) if self.may_be_in(text) else None

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """What the text begins with at a place."""
        return self.put.match(text, place) if self.may_be_in(text) else None

    def fullmatch(self, text: str, place: int = 0) -> re.Match[str] | None:
        """The whole text from a place on."""
        return self.put.fullmatch(text, place) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the pattern is found."""
        return self.put.finditer(text) if self.may_be_in(text) else iter(())

    def sub(self, said: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else wherever the pattern is found."""
        return self.put.sub(said, text, count=count) if self.may_be_in(text) else text
