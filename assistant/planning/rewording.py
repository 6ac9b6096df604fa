"""What a question is put as and what is meant by it: tables of rewordings, each tried once, from top to bottom."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.planning.telling import Telling, Told, in_small_letters, tellings

Meant = str | Callable[[re.Match[str]], str]
"""What a question says instead: a text that may take up groups of the pattern, or a function of what was found."""


@dataclass(frozen=True)
class Rewording:
    """One way of putting something, and what is meant by it.

    `told_by` are sets of words: one of each stands in every text that the pattern is found in.
    """

    pattern: str
    meant: Meant
    told_by: tuple[Telling, ...]

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
    return tuple(Rewording(put, meant, tellings(put)) for put, meant in table)


@dataclass(frozen=True)
class Table:
    """Rewordings in their order, found by the words that tell of them."""

    rows: tuple[Rewording, ...]

    @cached_property
    def _bits(self) -> Told:
        """The rows, by the words that tell of them: the bit of each is that of its place."""
        bits = Told(most=4)
        for one in self.rows:
            bits.add(one.told_by)
        return bits

    def told(self, small: str, after: int = -1) -> list[int]:
        """The places behind another of the rows that a text in small letters may be put as, from top to bottom."""
        bits = self._bits.within(small) >> after + 1
        places = []
        while bits:
            steps = (bits & -bits).bit_length()
            after += steps
            places.append(after)
            bits >>= steps
        return places


def plainly(text: str, table: Table) -> str:
    """The question with everything in the table said plainly; a later row reads what an earlier one has written."""
    left = table.told(in_small_letters(text))
    while left:
        place = left.pop(0)
        said = table.rows[place].plainly(text)
        if said != text:
            text, left = said, table.told(in_small_letters(said), place)
    return text
