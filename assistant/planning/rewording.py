"""What a question is put as and what is meant by it: tables of rewordings, each tried once, from top to bottom."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.planning.telling import Telling, all_stand_in, in_small_letters, tellings

Meant = str | Callable[[re.Match[str]], str]
"""What a question says instead: a text that may take up groups of the pattern, or a function of what was found."""


@dataclass(frozen=True)
class Rewording:
    """One way of putting something, and what is meant by it.

    `told_by` are the words of which one stands in every text that the pattern is found in; so stands one of each of
    the other sets of words, `and_by`.
    """

    pattern: str
    meant: Meant
    told_by: Telling
    and_by: tuple[Telling, ...] = ()

    @cached_property
    def put(self) -> re.Pattern[str]:
        """The pattern, found in small letters and capitals alike; most are not needed for any one question."""
        return re.compile(self.pattern, re.IGNORECASE)

    def plainly(self, text: str) -> str:
        """The text with what is meant wherever it is put so; any other as it is."""
        # Hardly any of the patterns is in a question, and to look costs half of what it costs to replace.
        return self.put.sub(self.meant, text) if self.put.search(text) else text


def rewordings(*table: tuple[str, Meant]) -> tuple[Rewording, ...]:
    """The rows of a table, each a pattern that is found in small letters and capitals alike, and what it means."""
    return tuple(_told(put, meant, tellings(put)) for put, meant in table)


def _told(put: str, meant: Meant, words: tuple[Telling, ...]) -> Rewording:
    return Rewording(put, meant, words[0] if words else (), words[1:MOST])


@dataclass(frozen=True)
class Table:
    """Rewordings in their order, found by the words that tell of them."""

    rows: tuple[Rewording, ...]

    @cached_property
    def _told_by(self) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
        """The places of the rows that each word tells of, by its first letters; those nothing tells of under none."""
        places: dict[str, list[int]] = {}
        for place, one in enumerate(self.rows):
            for word in one.told_by or ("",):
                places.setdefault(word, []).append(place)
        begun: dict[str, dict[str, tuple[int, ...]]] = {}
        for word, several in places.items():
            begun.setdefault(word[:LETTERS] if len(word) >= LETTERS else "", {})[word] = tuple(several)
        return begun

    def told(self, small: str, after: int = -1) -> list[int]:
        """The places behind another of the rows that a text in small letters may be put as, from top to bottom."""
        begins = {"", *(small[at : at + LETTERS] for at in range(len(small) - LETTERS + 1))}
        words = [one for begin in begins & self._told_by.keys() for one in self._told_by[begin].items()]
        found = {place for word, places in words if word in small for place in places if place > after}
        return sorted(place for place in found if all_stand_in(small, self.rows[place].and_by))


MOST = 4
"""So many sets of the words that tell of a pattern are looked for: with the next there is little left to be told."""

LETTERS = 3
"""So many letters of a word are looked up at once; a shorter word is looked for in every text."""


def plainly(text: str, table: Table) -> str:
    """The question with everything in the table said plainly; a later row reads what an earlier one has written."""
    left = table.told(in_small_letters(text))
    while left:
        place = left.pop(0)
        said = table.rows[place].plainly(text)
        if said is not text:
            text, left = said, table.told(in_small_letters(said), place)
    return text
