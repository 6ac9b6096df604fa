"""From the words for a period to its days: "last two quarters", "since March", "Q3", "week 40".

dates_words, dates_numbers                          a text as words; counts, ordinals and years among them
dates_read_units, _eras, _weeks, _written, _tokens, _named, _relative, _current, _beside, _parts, _listed;
dates_grammar                                       words to forms
dates_forms, _named, _feasts, _relative, _compound, _beside, _written   forms: periods as said; a clock gives them days
dates_units, dates_labels                           months and weeks as days; how days are called
dates_compare                                       the period before, the same a year earlier
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.agency.periods import Calendar, Period
from assistant.planning.dates_compare import one_before, previous, unit_before, year_before
from assistant.planning.dates_compound import Nth, Range, Some, UnitWith
from assistant.planning.dates_feasts import Feasts, feasts_of
from assistant.planning.dates_forms import Clock, Form, Kind, Outlook, Told, Yearly
from assistant.planning.dates_grammar import read_announced, read_whole
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_named import CalendarYear, DaysOfMonth, MonthOfYear, PartOfYear, Season
from assistant.planning.dates_numbers import read_one_or_more
from assistant.planning.dates_read_listed import read_listed
from assistant.planning.dates_read_offices import may_be_a_year
from assistant.planning.dates_relative import Length, Rolling
from assistant.planning.dates_units import NO_BEGINNING, Stretch
from assistant.planning.dates_words import PREPOSITIONS, SEASONS, Words, cut, pieces

__all__ = [
    "Found",
    "Kind",
    "Onwards",
    "Outlook",
    "find_periods",
    "find_periods_and_to_come",
    "impossible_periods",
    "one_before",
    "previous",
    "read_onwards",
    "read_period",
    "unit_before",
    "year_before",
]

FIRST_YEAR, LAST_YEAR = 1900, 2199  # what lies outside was no date of an agency's
_ENDS_WITH_A_DAY = re.compile(r"\d\.\d{1,2}\.$")
_HEDGES = {"around", "about", "anytime", "sometime", "sometimes"}  # "around next Tuesday" is that day
_POSSESSIVE = {"'s", "’s"}
_GLUE = "-_#@/\\&."
_LINKS = {"and", "or", ",", "&", "/"}
_AGAINST = {"vs", "versus", "than", "with", "to", "against", ".", "compared", "from"}


@dataclass(frozen=True)
class Found:
    """A period in a question: the characters it takes up, as they are and normalised, and what it means.

    `phrase` is unresolved ("last month"), so that a follow-up can mean another month by it.
    """

    span: tuple[int, int]
    text: str
    phrase: str
    period: Period
    kind: Kind


@dataclass(frozen=True)
class Onwards:
    """From a day on, with no end said: that day, and how a reader would call it."""

    start: date
    label: str


@dataclass(frozen=True)
class _Piece:
    """A form and the words it was read from."""

    form: Form
    start: int
    end: int


@lru_cache(maxsize=512)
def find_periods(text: str, today: date, calendar: Calendar, outlook: Outlook = Outlook.ACTUAL) -> tuple[Found, ...]:
    """Every period expression in a question, in order, none overlapping, each as long as it reads.

    What is shaped like a period and is none ("31 February") is left out: see `impossible_periods`. The last texts
    read are kept: every metric of a question reads it again, to see what a period means to it.
    """
    words, read = _read(text, calendar.named_days)
    clock = Clock(today, calendar, outlook)
    resolved = ((piece, _period(piece, words, clock)) for piece in read)
    return tuple(_found(piece, period, words) for piece, period in resolved if period)


def find_periods_and_to_come(text: str, today: date, calendar: Calendar) -> tuple[Found, ...]:
    """As `find_periods`, with what is a period of what is to come only: "in 2 weeks"."""
    found = find_periods(text, today, calendar)
    if len(found) == len(_read(text, calendar.named_days)[1]):
        return found  # everything there is has been
    taken = [one.span for one in found]
    ahead = (one for one in find_periods(text, today, calendar, Outlook.FORECAST))
    more = [one for one in ahead if all(one.span[1] <= start or end <= one.span[0] for start, end in taken)]
    return tuple(sorted((*found, *more), key=lambda one: one.span)) if more else found


def impossible_periods(
    text: str, today: date, calendar: Calendar, outlook: Outlook = Outlook.ACTUAL
) -> tuple[tuple[int, int], ...]:
    """The characters of what is shaped like a period and is none, or could be two: "31 February", "5/10/2026"."""
    words, read = _read(text, calendar.named_days)
    if len(find_periods(text, today, calendar, outlook)) == len(read):
        return ()
    clock = Clock(today, calendar, outlook)
    return tuple(_characters(piece, words) for piece in read if _period(piece, words, clock) is None)


@lru_cache(maxsize=1024)
def read_period(phrase: str, today: date, calendar: Calendar, outlook: Outlook = Outlook.UNSAID) -> Period | None:
    """What a phrase means that is a period from its first word to its last, or None."""
    said = _said(phrase, calendar)
    return _period(*said, Clock(today, calendar, outlook)) if said else None


@lru_cache(maxsize=1024)
def read_onwards(phrase: str, today: date, calendar: Calendar) -> Onwards | None:
    """What a phrase means that says a first day and no last one: after 2024, 2024 or later, starting next week.

    Asked about what has been, such a period ends today, as `read_period` says; "since March" always does.
    """
    said = _said(phrase, calendar)
    if said is None or said[0].form.kind is not Kind.SINCE:
        return None
    piece, words = said
    try:
        begins = piece.form.begins_open(Clock(today, calendar, Outlook.UNSAID))
    except (ValueError, OverflowError):
        # How Python says that there is no such day.
        return None
    if begins is None or not FIRST_YEAR <= begins.year <= LAST_YEAR:
        return None
    day = in_days(Stretch(begins, begins))
    return Onwards(begins, f"{words.between(piece.start, piece.end)} (from {day} on)")


@lru_cache(maxsize=1024)
def _said(phrase: str, calendar: Calendar) -> tuple[_Piece, Words] | None:
    phrase = phrase.strip().rstrip("?!,;")
    # "01.02.-15.02." ends with a mark of its own.
    words = _cut(phrase if _ENDS_WITH_A_DAY.search(phrase) else phrase.rstrip("?!.,;"), calendar.named_days)
    starts = [0, 1] if words[0] in PREPOSITIONS or words[0] in _HEDGES else [0]
    for start in starts:
        found = read_whole(words, start)
        if found is None or found.end < words.size:
            listed = read_listed(words, start)
            found = listed if listed and (found is None or found.end < listed.end) else found
        # "Last month's" is last month; "2020's" may be a decade.
        possessive = found and words[found.end] in _POSSESSIVE and not isinstance(found.form, CalendarYear)
        if found and found.end + bool(possessive) == words.size:
            return _Piece(found.form, start, found.end), words
    return None


def _read(text: str, named: tuple[tuple[str, date], ...]) -> tuple[Words, tuple[_Piece, ...]]:
    """The words of a text and the forms in it, with or without the sign of asking at its end."""
    return _read_through(text.rstrip("?! "), named)


@lru_cache(maxsize=256)
def _read_through(text: str, named: tuple[tuple[str, date], ...]) -> tuple[Words, tuple[_Piece, ...]]:
    """As `_read`: the same on every day, and of what has been or is to come."""
    words = _cut(text, named)
    return words, _pieces(words)


def _cut(text: str, named: tuple[tuple[str, date], ...]) -> Words:
    words = cut(text)
    if named:
        words.feasts = _feasts(named)
    return words


@lru_cache(maxsize=64)
def _feasts(named: tuple[tuple[str, date], ...]) -> Feasts:
    return feasts_of((pieces(name), day) for name, day in named)


def _pieces(words: Words) -> tuple[_Piece, ...]:
    whole = read_whole(words, 0)
    if whole and whole.end == words.size:
        return (_Piece(whole.form, 0, whole.end),)
    return _sharing_years(tuple(_readings(words)), words)


def _readings(words: Words) -> Iterator[_Piece]:
    at = 0
    while at < words.size:
        found = read_announced(words, at)
        if found is None or _is_glued(words, at, found.end):
            at = at + 1
        else:
            piece = _Piece(found.form, at, found.end)
            yield piece
            last = _last_of_the_same(piece, words) if isinstance(found.form, Some) else None
            if last:
                yield last
            at = last.end if last else found.end


def _last_of_the_same(piece: _Piece, words: Words) -> _Piece | None:
    # The first two weeks of September vs the last two.
    form, at = piece.form, piece.end
    while at < words.size and words[at] in _LINKS | _AGAINST | {"the"}:
        at += 1
    count = read_one_or_more(words, at + 1) if at > piece.end and words[at] == "last" else None
    if not isinstance(form, Some) or count is None or count.value != form.length.count:
        return None
    following = words[count.end] if count.end < words.size else ""
    is_of_others = following.isalnum() and following not in _LINKS | _AGAINST | _OF_DAYS
    return None if form.from_the_end or is_of_others else _Piece(replace(form, from_the_end=True), at, count.end)


_OF_DAYS = frozenset({"of", "in", "for", "by", "on", "at", "per"})


def _is_glued(words: Words, start: int, end: int) -> bool:
    # "INV-2026-03" and "2026.pdf" are no dates.
    before = start > 1 and words[start - 1] in _GLUE and words.touches(start) and words.touches(start - 1)
    after = end + 1 < words.size and words[end] in _GLUE and words.touches(end) and words.touches(end + 1)
    return before or after


def _sharing_years(pieces: tuple[_Piece, ...], words: Words) -> tuple[_Piece, ...]:
    # In "Q1 and Q2 2026" the year is said once for both.
    shared = list(pieces)
    for place in range(len(shared) - 1, 0, -1):
        shared[place - 1] = _with_year_of(shared[place - 1], shared[place], words)
    for place in range(1, len(shared)):
        shared[place] = _with_year_of(shared[place], shared[place - 1], words)
        shared[place] = _of_the_same(shared[place], shared[place - 1], words)
        if _are_days_or_years(shared[place - 1], shared[place], words):
            shared[place - 1 : place + 1] = [replace(one, form=Season()) for one in shared[place - 1 : place + 1]]
    return tuple(_whose_days_follow(shared, words))


def _whose_days_follow(pieces: list[_Piece], words: Words) -> Iterator[_Piece]:
    # "The summer months June to August", "the quarter July to September": the one says which days the other has.
    before: _Piece | None = None
    for one in pieces:
        if before and isinstance(one.form, Range) and _is_told_by(before, one, words):
            before = replace(one, start=before.start)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _is_told_by(piece: _Piece, following: _Piece, words: Words) -> bool:
    between = words[piece.end : following.start]
    a_season = isinstance(piece.form, Season) and words[piece.end - 1] in SEASONS and set(between) <= _BEFORE_ITS_DAYS
    return a_season or (not between and piece.form.kind in {Kind.QUARTER, Kind.HALF})


_BEFORE_ITS_DAYS = frozenset({",", "(", ":", "-", "months", "season", "period", "from", "i.e.", "meaning"})


def _are_days_or_years(piece: _Piece, following: _Piece, words: Words) -> bool:
    # "Aug 26 vs Aug 25" are two days or two years of a month.
    mine, theirs = piece.form, following.form
    if not isinstance(mine, DaysOfMonth) or not isinstance(theirs, DaysOfMonth) or mine.month != theirs.month:
        return False
    unsure = all(one.form.floats and may_be_a_year(words, one.end) for one in (piece, following))
    between = set(words[piece.end : following.start])
    return unsure and bool(between) and between <= _AGAINST


def _of_the_same(piece: _Piece, before: _Piece, words: Words) -> _Piece:
    # "First half of September vs second half" are two halves of a month, "week of 5 October and 12 October" two weeks.
    between = set(words[before.end : piece.start])
    form = _said_beside(piece, before.form, words) if between and between <= _LINKS | _AGAINST | {"the"} else None
    return replace(piece, form=form) if form else piece


def _said_beside(piece: _Piece, before: Form, words: Words) -> Form | None:
    mine = piece.form
    if isinstance(before, Nth) and isinstance(mine, PartOfYear) and mine.floats and mine.unit is before.unit:
        return replace(before, number=mine.number) if "half" in words[piece.start : piece.end] else None
    if isinstance(before, Some) and isinstance(mine, Rolling) and not mine.ahead and not before.from_the_end:
        # "First ten days of September vs last ten days": the last ones of September, or before today.
        return Season() if before.length == Length(mine.count, mine.unit) else None
    if isinstance(before, UnitWith) and isinstance(mine, DaysOfMonth) and mine.kind is Kind.DAY:
        return replace(before, inner=mine)
    return None


def _with_year_of(piece: _Piece, other: _Piece, words: Words) -> _Piece:
    mine, theirs = piece.form, other.form
    if not isinstance(mine, Yearly) or not isinstance(theirs, Yearly) or type(mine) is not type(theirs):
        return piece
    if mine.kind is not theirs.kind or mine.year or theirs.year is None or mine == replace(theirs, year=None):
        return piece
    first, second = sorted((piece, other), key=lambda one: one.start)
    between = set(words[first.end : second.start])
    # "March against February last year" says a year for one of them only, "H1 last year against H2" for both.
    shared = theirs.year.number or (piece is second and _place(theirs) < _place(mine))
    links = _LINKS | _AGAINST if shared else _LINKS
    return replace(piece, form=replace(mine, year=theirs.year)) if between and between <= links else piece


def _place(form: Yearly) -> int:
    # Where in a year it is, as far as months and parts of years are counted.
    return form.month if isinstance(form, MonthOfYear) else form.number if isinstance(form, PartOfYear) else 0


def _period(piece: _Piece, words: Words, clock: Clock) -> Period | None:
    try:
        stretch = piece.form.alone(clock)
        if stretch.end < stretch.start or not FIRST_YEAR <= stretch.end.year <= LAST_YEAR:
            return None
        label = piece.form.label(Told(stretch, words.between(piece.start, piece.end), clock))
    except (ValueError, OverflowError):
        # How Python says that there is no such day.
        return None
    return Period(None if stretch.start == NO_BEGINNING else stretch.start, stretch.end, label)


def _found(piece: _Piece, period: Period, words: Words) -> Found:
    span = _characters(piece, words)
    phrase = " ".join(words[piece.start : piece.end])
    return Found(span, words.text[slice(*span)], phrase, period, piece.form.kind)


def _characters(piece: _Piece, words: Words) -> tuple[int, int]:
    # The possessive belongs to its period: "last month's revenue".
    end = piece.end if words[piece.end] in _POSSESSIVE else piece.end - 1
    return words.spans[piece.start][0], words.spans[end][1]
