"""Reading parts of the current week, month or year: so far this year, the rest of the week, later this month."""

from dataclasses import replace

from assistant.planning.dates_forms import Kind
from assistant.planning.dates_numbers import Match
from assistant.planning.dates_read_named import read_named
from assistant.planning.dates_read_units import read_unit
from assistant.planning.dates_relative import Counted, Earlier, Later, Relative, Rest, RestOf, Rolling, ToDate
from assistant.planning.dates_units import Unit
from assistant.planning.dates_words import SINGLE_UNITS, UNITS, Words

_ARTICLES = {"the", "this", "current", "my", "our"}
_HAVE_A_REST = {Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR}


def read_so_far(words: Words, at: int) -> Match | None:
    """So far this year."""
    if words[at + 1] != "far":
        return None
    then = at + 3 if words[at + 2] == "in" else at + 2
    return _current_unit(words, then, ToDate)


def read_rest(words: Words, at: int) -> Match | None:
    """The rest of the week, rest this week, the remainder of the year, the rest of 2026, of Q4."""
    then = at + 2 if words[at + 1] == "of" else at + 1
    named = read_named(words, then) if words[at + 1] == "of" else None
    if named and named.form.kind in _HAVE_A_REST:
        return Match(RestOf(named.form), named.end)
    if words[at + 1] == "of" and words[then] in SINGLE_UNITS:
        then -= 1
    if words[at] == "balance" and words[at + 1] != "of":  # "leave balance this year" is what is left of the leave
        return None
    return _current_unit(words, then, Rest)


def read_later(words: Words, at: int) -> Match | None:
    """Later this year, later in the year."""
    return _current_unit(words, at + 2 if words[at + 1] == "in" else at + 1, Later)


def read_earlier(words: Words, at: int) -> Match | None:
    """Earlier this year."""
    return _current_unit(words, at + 2 if words[at + 1] == "in" else at + 1, Earlier)


def with_or_without_this(words: Words, found: Match) -> Match:
    """Last 3 months including this one; last 4 weeks, not counting this week, which are so anyway."""
    rolled, at = found.form, found.end
    at = at + 1 if words[at] in {",", "("} else at
    without = words[at] in {"excluding", "excl"} or words[at : at + 2] in {("not", "including"), ("not", "counting")}
    if not isinstance(rolled, Rolling) or not (without or words[at] in {"including", "incl", "counting"}):
        return found
    at = at + 2 if words[at] == "not" else at + 1
    at = at + 1 if words[at] in {".", "the"} else at
    unit = UNITS.get(words[at + 1], (None,))[0]
    if words[at] not in {"this", "current"} or not (words[at + 1] == "one" or unit is rolled.unit):
        return found
    end = at + 3 if words[at + 2] == ")" and words[found.end] == "(" else at + 2
    return Match(rolled if without else replace(rolled, with_this=True), end)


def _current_unit(words: Words, at: int, form: type[Counted]) -> Match | None:
    if words[at] not in _ARTICLES and words[at] != "of":
        return None
    unit = read_unit(words, at + 1)
    if unit is None or not unit.single or unit.many > 1 or unit.unit is Unit.DAY:
        return None
    return Match(form(unit.unit, civil=unit.civil), unit.end)


def read_just_gone(words: Words, at: int) -> Match | None:
    """The month just gone, the quarter just ended."""
    unit = read_unit(words, at)
    if unit is None or not unit.single or unit.many > 1 or words[unit.end] != "just":
        return None
    gone = words[unit.end + 1] in {"gone", "ended", "finished", "past", "passed", "closed"}
    return Match(Relative(unit.unit, civil=unit.civil, away=-1), unit.end + 2) if gone else None
