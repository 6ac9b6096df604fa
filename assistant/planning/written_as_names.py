"""Words that are written as the name of something, and read as nothing else where they stand as one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.planning.tokens import Token, key
from assistant.planning.vocabulary import SHARING, DimensionWord, NameWord, PeriodWord, Vocabulary
from assistant.planning.words import Role

if TYPE_CHECKING:
    from assistant.planning.grammar import Span

BEFORE_A_NAME = frozenset({"for", "of", "at", "with", "on"})


def written_as_names(tokens: Sequence[Token], vocabulary: Vocabulary) -> set[int]:
    """Where a word within the question is written, and is called, as something: the Cash of "hours of Cash in May"."""
    words_in = [one for one in tokens[1:] if one.text[:1].isalpha()]
    if 2 * sum(one.is_capital for one in words_in) > len(words_in):  # capitals are a way of writing here
        return set()
    return {at for at, one in enumerate(tokens) if at and one.is_capital and is_called(one.word, vocabulary)}


def is_called(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is all that something is called by, or somebody's first name."""
    names = (one for one in vocabulary.names.senses.get((word,), ()) if isinstance(one, NameWord))
    return any(one.is_whole or (one.dimension == "person" and key(one.label)[:1] == (word,)) for one in names)


OF_VALUES = (Role.KIND, Role.STATUS, Role.VALUE, Role.LEAVE_KIND, Role.CURRENCY, Role.UNIT)


def as_written(spans: tuple["Span", ...], tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple["Span", ...]:
    """As in "what's left on the Delta retainer": a word that is written as a name behind "the" or "on" is one."""
    capital = [one for one in spans if tokens[one.first].is_capital]
    either = [one for one in capital if one.one(NameWord) and not one.is_only_a_name]
    names = written_as_names(tokens, vocabulary) if either else set()
    meant = [one for one in either if one.places[0] in names and _is_led_as_a_name(one, tokens)]
    return tuple(one._replace(senses=one.all(NameWord)) if one in meant else one for one in spans) if meant else spans


def _is_led_as_a_name(span: "Span", tokens: Sequence[Token]) -> bool:
    led = tokens[span.first - 1].text in BEFORE_A_NAME or tokens[span.first - 1].text == "the"
    other = span.one(DimensionWord) or span.one(PeriodWord) or span.role(*OF_VALUES)
    called = any(one.is_whole and one.dimension in SHARING for one in span.all(NameWord))
    return len(span.places) == 1 and led and called and not other


def takes_whose(span: "Span", tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "Target's revenue", where a client is called Target: its own, and no target for revenue."""
    first, whose = tokens[span.first], tokens[span.first + 1 : span.first + 2]
    within = len(span.places) > 1 and first.is_capital and bool(whose) and whose[0].word == "'s"
    return within and not span.one(NameWord) and is_called(first.word, vocabulary)
