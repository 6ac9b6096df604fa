"""Names of nothing that is here, though their words are words of ours: no other question is answered in their place.

    hours for Target last month       where nothing visible is called Target
    revenue of Target Labs            where a client is called Northwind Labs: neither a target nor that client
    hours on Booking app              where a project is called Globex app: no hours booked on that one

What is hidden is told in the same words as what does not exist.
"""

from collections.abc import Collection, Sequence

from assistant.planning.grammar import Span
from assistant.planning.tokens import Token, is_plural, key
from assistant.planning.vocabulary import ClosedWord, DimensionWord, MetricWord, NameWord, NumberWord, PeriodWord
from assistant.planning.words import Role

CALLED = frozenset({"for", "of", "at", "with", "on"})
NO_NAMES = (Role.KIND, Role.STATUS, Role.VALUE, Role.LEAVE_KIND, Role.CURRENCY, Role.UNIT, Role.ME, Role.MY)
NEVER_BEGIN = (*NO_NAMES, Role.FILLER, Role.AND, Role.OR, Role.NOT, Role.VERSUS, Role.BY, Role.ALL, Role.RANK)


def is_one(at: int, spans: Sequence[Span], tokens: Sequence[Token], *, is_word: bool) -> bool:
    """Whether a span is such a name, or a part of it."""
    if is_word and _is_called_what_nobody_is(at, spans, tokens):
        return True
    return _begins_one(at, spans, tokens) or (at > 0 and _begins_one(at - 1, spans, tokens))


def is_a_title(places: Collection[int], tokens: Sequence[Token]) -> bool:
    """Whether capitals are a way of writing here, as in "Show Me What We Did Bill", and make no name."""
    others = [one for place, one in enumerate(tokens) if place and place not in places]
    said = [one for one in others if one.text[:1].isalpha()]
    return sum(one.is_capital for one in said) >= len(said) / 2


def _is_called_what_nobody_is(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "hours for Target last month", where nothing visible is called Target: a name, though it is a word too."""
    span, following = spans[at], spans[at + 1] if at + 1 < len(spans) else None
    first = tokens[span.first]
    is_word = first.text.istitle() and not is_plural(first)
    if len(span.places) > 1 or not span.first or not is_word or not span.senses:
        return False
    after = tokens[following.first].text.casefold() if following else ""
    ends = following is None or following.one(PeriodWord) or following.role(Role.BREAK) or after in ("in", "during")
    if not ends or tokens[span.first - 1].text.casefold() not in CALLED or is_a_title(span.places, tokens):
        return False
    measures = {one.metric.replace("_", " ") for one in span.all(MetricWord)} | {"revenue"}
    said = " ".join(key(first.text))
    is_other = span.one(PeriodWord) or span.one(DimensionWord) or span.one(NumberWord) or span.role(*NO_NAMES)
    asked = any(one.one(MetricWord) for place, one in enumerate(spans) if place != at)
    return bool(asked and not is_other and said not in measures)


def _begins_one(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether the first word is a word of ours, or nobody's, and the last is only a part of a name that is here."""
    if not 0 < at < len(spans) - 1:
        return False
    span, following = spans[at], spans[at + 1]
    first, then = tokens[span.first], tokens[following.first]
    if len(span.places) > 1 or not first.text.istitle() or following.first != span.last + 1:
        return False
    in_part = following.is_only_a_name and not any(one.is_whole for one in following.all(NameWord))
    whole = {one.dimension for one in span.all(NameWord) if one.is_whole}
    if in_part and then.text.istitle() and {one.dimension for one in following.all(NameWord)} <= whole:
        return True  # "Northwind Bank", where there are a Northwind and a Lumen Bank
    is_other = span.role(*NEVER_BEGIN) or any(not isinstance(one, MetricWord | ClosedWord) for one in span.senses)
    before = [one.text.casefold() for one in tokens[max(span.first - 2, 0) : span.first] if one.word != "the"]
    led = then.text.istitle() or before[-1] in CALLED
    return in_part and led and not is_other and not is_a_title((*span.places, *following.places), tokens)
