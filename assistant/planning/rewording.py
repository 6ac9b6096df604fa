"""What a question is put as and what is meant by it: tables of rewordings, each tried once, from top to bottom."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Meant = str | Callable[[re.Match[str]], str]
"""What a question says instead: a text that may take up groups of the pattern, or a function of what was found."""


@dataclass(frozen=True)
class Rewording:
    """One way of putting something, and what is meant by it."""

    put: re.Pattern[str]
    meant: Meant

    def plainly(self, text: str) -> str:
        """The text with what is meant wherever it is put so; any other as it is."""
        # Hardly any of the patterns is in a question, and to look costs half of what it costs to replace.
        return self.put.sub(self.meant, text) if self.put.search(text) else text


def rewordings(*table: tuple[str, Meant]) -> tuple[Rewording, ...]:
    """The rows of a table, each a pattern that is found in small letters and capitals alike, and what it means."""
    return tuple(Rewording(re.compile(put, re.IGNORECASE), meant) for put, meant in table)


def plainly(text: str, table: Iterable[Rewording]) -> str:
    """The question with everything in the table said plainly; a later row reads what an earlier one has written."""
    for one in table:
        text = one.plainly(text)
    return text
