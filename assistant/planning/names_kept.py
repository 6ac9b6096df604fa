"""Names kept whole while a question is written out: no phrase of ours begins or ends within what something is called.

As in "how quickly does Client Earth usually pay", where Client is no noun of ours; and what stands in quotes, as in
'is "Mark" in tomorrow', is a name where somebody is called so.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from assistant.planning.dates import find_periods
from assistant.planning.grammar import WITHIN_NAMES, Span, runs
from assistant.planning.tokens import Token, is_plural, key, tokenize
from assistant.planning.vocabulary import ClosedWord, DimensionWord, NameWord, Vocabulary
from assistant.planning.words import Role

if TYPE_CHECKING:
    from assistant.agency.periods import Calendar

Place = tuple[int, int]

_STANDS_FOR = "Qzxv"
"""The beginning of the words that stand in for names: written as names are, and like no word there is."""

_IN_QUOTES = re.compile(r"\"(?P<double>[^\"]{1,80})\"|(?<!\w)'(?P<single>[^'\"]{1,80}?)'(?!\w)")

_VALUES = (Role.KIND, Role.VALUE, Role.LEAVE_KIND)
"""Words for values of closed columns are no names: "Internal" is a kind of project, too."""


def out_of_quotes(text: str, vocabulary: Vocabulary) -> str:
    """The question without the quotes around what something visible is called."""
    if not _IN_QUOTES.search(text):
        return text

    def plainly(found: re.Match[str]) -> str:
        said = found["double"] or found["single"]
        names = [one for one in vocabulary.names.senses.get(key(said), ()) if isinstance(one, NameWord)]
        whole = {one.label: one for one in names if one.is_whole}
        people = {one.label for one in names if one.dimension == "person" and not one.is_whole}
        if len(whole) == 1:
            return _as_a_name(*whole.values())
        if len(people) == 1 and not whole:
            return people.pop()
        return said if names else found.group()

    return _IN_QUOTES.sub(plainly, text)


def _as_a_name(name: NameWord) -> str:
    """What is called by one word alone, with its noun: "Friday" in quotes is no day."""
    alone = " " not in name.label and name.dimension in ("client", "project", "team", "service", "deal")
    return f"{name.dimension} {name.label}" if alone else name.label


def kept(text: str, places: Sequence[Place], written: Callable[[str], str]) -> str:
    """The question as something writes it, to which every name is one word that it knows nothing of."""
    pieces, done = [], 0
    for (start, end), letter in zip(places, ascii_lowercase, strict=False):
        pieces += [text[done:start], f"{_STANDS_FOR}{letter}"]
        done = end
    said = written("".join([*pieces, text[done:]]))
    for (start, end), letter in zip(places, ascii_lowercase, strict=False):
        said = text[start:end].join(re.split(f"{_STANDS_FOR}{letter}", said, flags=re.IGNORECASE))
    return said


_SAID_ALONE = ("client", "project", "deal", "person", "team", "service")


def with_names_of(text: str, written: str, vocabulary: Vocabulary) -> str:
    """The question as something writes it; as it was, where a name of several words would be cut: "and on Sage One"."""
    tokens, said = tokenize(text), written.casefold()
    for at in range(len(tokens)) if written != text else ():
        found = runs(tokens, range(len(tokens)), at, vocabulary.names, frozenset())
        named = [one for one in found if one.places[1:] and {n.dimension for n in one.all(NameWord)} & {*_SAID_ALONE}]
        if any(text[tokens[one.first].start : tokens[one.last].end].casefold() not in said for one in named):
            return text
    return written


def veiled(text: str, places: Sequence[Place]) -> str:
    """The question with every letter of the names made one that says nothing, and everything in its place."""
    for start, end in places:
        text = f"{text[:start]}X{'x' * (end - start - 1)}{text[end:]}"
    return text


@lru_cache(maxsize=64)
def whole_names(text: str, vocabulary: Vocabulary, today: date, calendar: "Calendar") -> tuple[Place, ...]:
    """Where whole names stand that are surely meant, one after another."""
    tokens = tokenize(text)
    words_in = [one for one in tokens[1:] if one.text[:1].isalpha()]
    is_title = 2 * sum(one.is_capital for one in words_in) > len(words_in)

    def is_a_time(start: int, end: int) -> bool:
        return any(one.span[0] < end and start < one.span[1] for one in find_periods(text, today, calendar))

    return tuple(
        (tokens[one.first].start, tokens[one.last].end)
        for one in _longest(tokens, vocabulary)
        if _is_meant(one, tokens, vocabulary, is_a_time, is_title=is_title)
    )


def _longest(tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Span]:
    """The longest whole name at each place, none of them within another."""
    at = 0
    while at < len(tokens):
        if (tokens[at].word,) not in vocabulary.names.beginnings:
            at += 1
            continue
        found = runs(tokens, range(len(tokens)), at, vocabulary.names, WITHIN_NAMES)
        whole = [one for one in found if any(name.is_whole for name in one.all(NameWord))]
        if whole:
            span = max(whole, key=lambda one: one.last)
            yield span
            at = span.last
        at += 1


def _is_meant(
    span: Span,
    tokens: Sequence[Token],
    vocabulary: Vocabulary,
    is_a_time: Callable[[int, int], bool],
    *,
    is_title: bool,
) -> bool:
    """Whether words can be nothing but the name; what is a word or a time, too, is one where it is written so."""
    said = [tokens[place] for place in span.places]
    shared = vocabulary.shared.senses.get(tuple(one.word for one in said), ())
    if _follows_its_noun(span, tokens, vocabulary):
        return True
    if any(isinstance(one, DimensionWord) or (isinstance(one, ClosedWord) and one.role in _VALUES) for one in shared):
        return False
    rest = tuple(one.word for one in said[1:])
    if said[0].text == "the" and rest in vocabulary.shared.senses and said[-1].text.islower():
        return False  # "the hours", where a client is called The Hours
    a_time = (len(said) == 1 or not shared) and is_a_time(said[0].start, said[-1].end)
    if len(said) > 1 and not shared and not a_time:
        return True
    if len(said) == 1 and a_time:
        return False
    words = " ".join(one.text for one in said)
    as_written = any(" ".join(token.text for token in tokenize(one.label)) == words for one in span.all(NameWord))
    return as_written and span.first > 0 and not is_title and any(one.text != one.text.lower() for one in said)


def _follows_its_noun(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "is project 2025 over budget": the noun before says of what it is the name.

    Not in "by project next quarter", where one of them is called Next Quarter.
    """
    before = tokens[span.first - 1] if span.first else None
    nouns = vocabulary.shared.senses.get((before.word,), ()) if before and not is_plural(before) else ()
    of = {one.dimension for one in nouns if isinstance(one, DimensionWord) and not one.is_adverb}
    said = [tokens[place].text for place in span.places]
    small = any(one.isalpha() for one in said) and all(one == one.lower() for one in said)
    return not small and any(one.dimension in of and one.is_whole for one in span.all(NameWord))
