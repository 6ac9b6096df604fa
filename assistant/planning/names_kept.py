"""Names kept whole while a question is written out: no phrase of ours begins or ends within what something is called.

As in "how quickly does Client Earth usually pay", where Client is no noun of ours; and what stands in quotes, as in
'is "Mark" in tomorrow', is a name where somebody is called so.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from string import ascii_lowercase

from assistant.planning.dates import find_periods
from assistant.planning.grammar import SIGNS, SKIPPED, Span, runs
from assistant.planning.here import Here
from assistant.planning.tokens import Token, key, tokenize
from assistant.planning.vocabulary import ClosedWord, DimensionWord, NameWord, Vocabulary
from assistant.planning.words import Role

_STANDS_FOR = "Qzxv"
"""The beginning of the words that stand in for names: written as names are, and like no word there is."""

_IN_QUOTES = re.compile(r"\"(?P<double>[^\"]{1,80})\"|(?<!\w)'(?P<single>[^'\"]{1,80}?)'(?!\w)")

_VALUES = (Role.KIND, Role.STATUS, Role.VALUE, Role.LEAVE_KIND)
"""Words for values of closed columns are no names: "Internal" is a kind of project, too."""


def out_of_quotes(text: str, vocabulary: Vocabulary) -> str:
    """The question without the quotes around what something visible is called."""
    if not _IN_QUOTES.search(text):
        return text

    def plainly(found: re.Match[str]) -> str:
        said = found["double"] or found["single"]
        names = [one for one in vocabulary.names.senses.get(key(said), ()) if isinstance(one, NameWord)]
        whole = {one.label for one in names if one.is_whole}
        people = {one.label for one in names if one.dimension == "person" and not one.is_whole}
        if len(whole) == 1:
            return whole.pop()
        if len(people) == 1 and not whole:
            return people.pop()
        return said if names else found.group()

    return _IN_QUOTES.sub(plainly, text)


def kept(here: Here, written: Callable[[str], str]) -> str:
    """The question as something writes it, to which every name is one word that it knows nothing of."""
    text, pieces, done = here.text, [], 0
    names = list(_names(here))[: len(ascii_lowercase)]
    for (start, end), letter in zip(names, ascii_lowercase, strict=False):
        pieces += [text[done:start], f"{_STANDS_FOR}{letter}"]
        done = end
    said = written("".join([*pieces, text[done:]]))
    for (start, end), letter in zip(names, ascii_lowercase, strict=False):
        said = text[start:end].join(re.split(f"{_STANDS_FOR}{letter}", said, flags=re.IGNORECASE))
    return said


def _names(here: Here) -> Iterator[tuple[int, int]]:
    """Where whole names stand that are surely meant, one after another."""
    tokens, known = tokenize(here.text), here.vocabulary.names
    places = range(len(tokens))
    words_in = [one for one in tokens[1:] if one.text[:1].isalpha()]
    is_title = 2 * sum(one.is_capital for one in words_in) > len(words_in)
    at = 0
    while at < len(tokens):
        found = runs(tokens, places, at, known, SKIPPED | SIGNS)
        whole = [one for one in found if any(name.is_whole for name in one.all(NameWord))]
        span = max(whole, key=lambda one: one.last, default=None)
        if span and _is_meant(span, tokens, here, is_title=is_title):
            yield tokens[span.first].start, tokens[span.last].end
            at = span.last
        at += 1


def _is_meant(span: Span, tokens: Sequence[Token], here: Here, *, is_title: bool) -> bool:
    """Whether words can be nothing but the name; what is a word or a time, too, is one where it is written so."""
    said = [tokens[place] for place in span.places]
    start, end = said[0].start, said[-1].end
    shared = here.vocabulary.shared.senses.get(tuple(one.word for one in said), ())
    if any(isinstance(one, DimensionWord) or (isinstance(one, ClosedWord) and one.role in _VALUES) for one in shared):
        return False
    periods = find_periods(here.text, here.today, here.calendar) if len(said) > 1 and not shared else ()
    if len(said) > 1 and not shared and not any(one.span[0] < end and start < one.span[1] for one in periods):
        return True
    words = " ".join(one.text for one in said)
    as_written = any(" ".join(token.text for token in tokenize(one.label)) == words for one in span.all(NameWord))
    return as_written and span.first > 0 and not is_title and all(_begins_a_name(one) for one in said)


def _begins_a_name(token: Token) -> bool:
    return token.is_capital or (token.text[:1].isdigit() and any(one.isupper() for one in token.text))
