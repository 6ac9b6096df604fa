"""The numerals of prose that are written in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.answers.trace_fold import Folded
from assistant.answers.trace_kinds import Found, Kind
from assistant.answers.trace_units import PERCENT, Beside, after, is_numbered, is_rough
from assistant.answers.trace_vocabulary import (
    AFTER_PRONOUN,
    COMPARING,
    DETERMINERS,
    FIRST_OF_ITS_KIND,
    HUNDRED,
    LETTERS,
    LEXICON,
    NUMBERS,
    PERIODS,
    ROMAN,
    TEN,
    Part,
)

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s‐‑-]{1,3}$")  # noqa: RUF001 - hyphens as printed
_COUNTED = re.compile(
    r"""\s(?:(?:billable|tracked|logged|missing|available|scheduled|booked|internal|overtime|free|remaining|open|
    overdue|blocked|completed|late|active|pending|approved|unpaid|won|lost|recognized|weighted|confirmed)\s){0,2}
    (?:(?P<hours>hours?|time|overtime)|(?P<days>days?)|(?P<people>people|persons)|(?P<fte>fte)
    |(?P<money>revenue|profit|receivables|pipeline)
    |projects|tasks|invoices|deals|entries|absences|milestones|bookings|budgets|clients|teams)\b""",
    re.VERBOSE,
)
_MAGNITUDE = re.compile(r"\borders?\s+of\s+magnitude\b|\ba\s+few\b|\bmost\s+of\b|\b(?:tens|scores)\s+of\b")
_ALONE = {Part.HALF: Kind.FRACTION, Part.MULTIPLE: Kind.MULTIPLE, Part.VAGUE: Kind.VAGUE}
_FIGURES = re.compile(r"[\s-](?:digits?|figures?)\b")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a folded text: each with where it begins and ends."""

    folded: Folded
    words: Sequence[str]
    spans: Sequence[tuple[int, int]]
    currencies: tuple[str, ...]

    def at(self, place: int) -> str:
        """The word at a place, "" outside the text."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def adjacent(self, place: int) -> bool:
        """Whether only a space or a hyphen stands between this word and the next."""
        if not 0 <= place < len(self.words) - 1:
            return False
        return _GAP.match(self.folded.text[self.spans[place][1] : self.spans[place + 1][0]]) is not None

    def before(self, place: int) -> str:
        """The word right before, "" where punctuation or a number stands between."""
        return self.at(place - 1) if self.adjacent(place - 1) else ""

    def behind(self, place: int) -> str:
        """The word right behind, "" where punctuation or a number stands between."""
        return self.at(place + 1) if self.adjacent(place) else ""

    def part(self, place: int) -> Part | None:
        """What the word does in a number."""
        known = LEXICON.get(self.at(place))
        return known[0] if known else None


def found_in_words(folded: Folded, currencies: tuple[str, ...] = ()) -> Iterator[Found]:
    """Every numeral of the text that is written in words."""
    matches = list(_WORD.finditer(folded.lower))
    words = _Words(folded, [one.group() for one in matches], [one.span() for one in matches], currencies)
    yield from (Found(*one.span(), Kind.VAGUE) for one in _MAGNITUDE.finditer(folded.lower))
    place = 0
    while place < len(words.words):
        found, place = _at(words, place)
        if found is not None:
            yield found


def _at(words: _Words, place: int) -> tuple[Found | None, int]:
    """The numeral that begins with this word, and the place of the word to read next."""
    part = words.part(place)
    if part in NUMBERS:
        return _counted(words, place)
    if part in {Part.ORDINAL, Part.PIECES}:
        return _ordinal(words, place), place + 1
    if part is Part.COUNT:
        return _finished(words, place, place + 1, Fraction(LEXICON[words.at(place)][1])), place + 1
    if part is Part.ZERO:
        return _zero(words, place), place + 1
    if part is not None:
        pieces = LEXICON[words.at(place)][1]
        return _alone(words, place, _ALONE[part], Fraction(1, pieces) if pieces else None), place + 1
    return _other(words, place), place + 1


def _other(words: _Words, place: int) -> Found | None:
    """Words that are numerals by their company: "no hours", "Phase II"."""
    word = words.at(place)
    start, end = words.spans[place]
    if word == "no":
        counted = _COUNTED.match(words.folded.lower, end)
        unit = (counted and counted.lastgroup) or ""
        return Found(start, counted.end(), Kind.ZERO, Fraction(0), unit) if counted else None
    written = words.folded.text[start:end]
    if written in ROMAN and (written not in LETTERS or is_numbered(words.folded, start)):
        return Found(start, end, Kind.NUMBERED)
    return None


def _alone(words: _Words, place: int, kind: Kind, value: Fraction | None = None) -> Found:
    return Found(*words.spans[place], kind, value)


def _spanning(words: _Words, first: int, stop: int, kind: Kind, value: Fraction | None = None) -> Found:
    return Found(words.spans[first][0], words.spans[stop - 1][1], kind, value)


def _counted(words: _Words, first: int) -> tuple[Found | None, int]:
    """A number in words with all its parts, and what it turns out to be: a count, a fraction, an ordinal."""
    stop = _end_of_number(words, first)
    if stop == first + 1 and words.at(first) == "one" and _is_pronoun(words, first):
        return None, stop
    values = [LEXICON[words.at(place)] for place in range(first, stop) if words.at(place) != "and"]
    value = _value(values)
    following = words.part(stop) if words.adjacent(stop - 1) else None
    if following in {Part.PIECES, Part.HALF} or (following is Part.ORDINAL and values[-1][0] is Part.ONES):
        pieces = LEXICON[words.at(stop)][1]
        share = None if value is None else Fraction(value, pieces)
        return _spanning(words, first, stop + 1, Kind.FRACTION, share), stop + 1
    if following is Part.ORDINAL:
        last = LEXICON[words.at(stop)][1]
        return _spanning(words, first, stop + 1, Kind.ORDINAL, Fraction((value or 0) + last)), stop + 1
    return _finished(words, first, stop, None if value is None else Fraction(value)), stop


def _end_of_number(words: _Words, first: int) -> int:
    stop = first + 1
    while words.adjacent(stop - 1):
        if words.part(stop) in NUMBERS:
            stop += 1
        elif (
            words.at(stop) == "and"
            and words.part(stop - 1) is Part.SCALE
            and words.adjacent(stop)
            and words.part(stop + 1) in {Part.ONES, Part.TENS}
        ):
            stop += 2
        else:
            break
    return stop


def _value(parts: Sequence[tuple[Part, int]]) -> int | None:
    """The number that words make together, None when they make none ("twenty twenty-six")."""
    total, ceiling, group = 0, 0, list[tuple[Part, int]]()
    for part, value in parts:
        if part is not Part.SCALE or value == HUNDRED:
            group.append((part, value))
            continue
        below = _below_thousand(group) if group else 1
        if below is None or (ceiling and value >= ceiling):
            return None
        total, ceiling, group = total + below * value, value, []
    below = _below_thousand(group) if group else 0
    return None if below is None else total + below


def _below_thousand(group: Sequence[tuple[Part, int]]) -> int | None:
    """Up to three words: "hundred", "two hundred twenty", "twelve hundred", "twenty five"."""
    hundreds = 0
    match [*group]:
        case [(Part.SCALE, _), *rest]:
            hundreds = HUNDRED
        case [(Part.ONES, count), (Part.SCALE, _), *rest]:
            hundreds = count * HUNDRED
        case rest:
            pass
    match rest:
        case []:
            return hundreds
        case [(Part.ONES | Part.TENS, value)]:
            return hundreds + value
        case [(Part.TENS, tens), (Part.ONES, ones)] if ones < TEN:
            return hundreds + tens + ones
        case _:
            return None


def _finished(words: _Words, first: int, stop: int, value: Fraction | None) -> Found:
    """A count in words with what stands around it: an article, a unit, "about", "times", "in four"."""
    folded, (start, end) = words.folded, (words.spans[first][0], words.spans[stop - 1][1])
    if words.part(first) is Part.SCALE and words.before(first) in {"a", "an"}:
        start = words.spans[first - 1][0]
    if words.before(first) in {"minus", "negative"} and value is not None:
        start, value = words.spans[first - 1][0], -value
    beside = after(folded, end, words.currencies)
    kind = beside.kind or _kind(words, first, stop, start, beside)
    if kind is Kind.WORD and beside.unit == PERCENT and value is not None:
        value /= 100
    if kind is not Kind.WORD and kind is not beside.kind:
        beside = Beside(max(end, beside.end), unit=beside.unit)
    return Found(start, beside.end, kind, value, beside.unit, beside.currency, core=(start, end))


def _kind(words: _Words, first: int, stop: int, start: int, beside: Beside) -> Kind:
    if words.adjacent(stop - 1) and words.behind(stop - 1) == "in" and words.part(stop + 1) in NUMBERS:
        return Kind.FRACTION
    if _FIGURES.match(words.folded.lower, words.spans[stop - 1][1]):
        return Kind.VAGUE
    if beside.loose or is_rough(words.folded, start):
        return Kind.APPROXIMATE
    names_a_thing = words.part(first) in NUMBERS and not beside.unit and is_numbered(words.folded, start)
    return Kind.NUMBERED if names_a_thing else Kind.WORD


def _is_pronoun(words: _Words, place: int) -> bool:
    """Whether "one" stands for a thing and counts none."""
    behind = words.behind(place)
    apart = not behind and not re.match(r"\s*[\d(]", words.folded.text[words.spans[place][1] :][:3])
    chosen = words.before(place) in DETERMINERS and (apart or behind in AFTER_PRONOUN)
    return chosen or behind in {"another", "off", "offs"}


def _ordinal(words: _Words, place: int) -> Found | None:
    """An ordinal, or the piece it names after an article; None where the word is a time or a period."""
    word, previous, behind = words.at(place), words.before(place), words.behind(place)
    if word == "quarter":
        return _quarter(words, place)
    no_number = {"first": FIRST_OF_ITS_KIND, "second": {"per"}, "quarters": {previous}}
    if previous in no_number.get(word, ()):
        return None
    part, value = LEXICON[word]
    if part is Part.PIECES:
        return _alone(words, place, Kind.FRACTION)
    if previous == "a" and (behind in {"of", ""} or behind in AFTER_PRONOUN):
        return _alone(words, place, Kind.FRACTION, Fraction(1, value))
    return _alone(words, place, Kind.ORDINAL, Fraction(value))


def _quarter(words: _Words, place: int) -> Found | None:
    """A quarter of something; else it is a period."""
    previous = words.before(place)
    of_something = words.behind(place) == "of" and previous not in PERIODS
    compared = previous == "a" and words.before(place - 1) in COMPARING
    return _alone(words, place, Kind.FRACTION, Fraction(1, 4)) if of_something or compared else None


def _zero(words: _Words, place: int) -> Found:
    start, end = words.spans[place]
    beside = after(words.folded, end, words.currencies)
    kind = Kind.APPROXIMATE if is_rough(words.folded, start) else beside.kind or Kind.ZERO
    return Found(start, beside.end, kind, Fraction(0), beside.unit, beside.currency, core=(start, end))
