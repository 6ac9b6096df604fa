"""What a follow-up leans on: the query before, and how words are read beside it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord
from assistant.query import Query

Reads = Callable[[str], Sequence[Parts]]
"""What some words say, read by themselves."""

SAID = ("wanted", "named", "groupings", "stretches", "relatives", "rankings", "bounds", "unknown")
"""The kinds of things that words may say, beside the little ones that act on a whole question."""
TIMES = ("stretches", "relatives")
"""Those of them that are a period."""


@dataclass(frozen=True)
class Before:
    """What was talked about, and how words are read here."""

    query: Query
    here: Here
    reads: Reads
    earlier: Query | None = None
    """What was talked about before that."""

    def only(self, text: str, *kinds: str) -> Parts | None:
        """What some words say, where they are one piece and say nothing but these kinds of things."""
        pieces = self.reads(text.rstrip("?!. "))
        said = {kind for kind in SAID if getattr(pieces[0], kind)} if len(pieces) == 1 else set()
        return pieces[0] if said and said <= set(kinds) else None

    def called(self, said: str) -> list[NameWord]:
        """The visible names that these words may be."""
        senses = self.here.vocabulary.names.senses.get(key(said), ())
        return [one for one in senses if isinstance(one, NameWord)]

    def called_alike(self, said: str) -> list[NameWord]:
        """The whole names that these words are, of a kind that was talked about."""
        fields = [*self.query.by, *(one.field for one in self.query.where)]
        return [one for one in self.called(said) if one.is_whole and one.dimension in fields]

    def has_rows_of(self, *dimensions: str) -> bool:
        """Whether its rows are one of these."""
        return bool(set(self.query.by) & set(dimensions))


SIGNS = {
    "below 0": r"(?:negative|below zero|in the red|loss[- ]?making|(?:making|running at|run at|at) a loss|"
    r"los(?:e|es|ing) money|unprofitable)",
    "above 0": r"(?:positive|above zero|in the black|profitable|mak(?:e|es|ing) money)",
}
"""What is said of money that is made or lost, by the limit it means."""

LEAD = r"(?:(?:and|so|but|ok|okay|now|then|please|hmm),? )*"


def said_as(pattern: str) -> re.Pattern[str]:
    """A whole follow-up, with what may stand before and after it; a unit at its end is part of it."""
    return re.compile(rf"\W*{LEAD}(?:{pattern})(?:,? (?:please|again))*[^\w%€$£]*", re.IGNORECASE)


def dimension_of(noun: str, before: Before) -> str:
    """The dimension of a noun that what was talked about can be told by."""
    metric = before.here.catalogue[before.query.metrics[0]]
    said = key(noun)
    for name in metric.by:
        known = DIMENSIONS[name]
        if said in [key(one) for one in (known.noun, *known.also_called)] and said != ("name",):
            return name
    return ""


def title_of(metric: str, before: Before) -> str:
    """What a measure is called, within a sentence."""
    return before.here.catalogue[metric].title.lower()
