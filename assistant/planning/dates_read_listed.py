"""Reading several periods as one: this and last month, Q1 and Q2, the first and second week of June."""

from dataclasses import replace

from assistant.planning.dates_compound import Nth, Range, Together
from assistant.planning.dates_named import DayOfSomeMonth, PartOfYear
from assistant.planning.dates_numbers import Match, Number, read_ordinal
from assistant.planning.dates_read_named import some_day
from assistant.planning.dates_read_parts import read_part
from assistant.planning.dates_read_units import UnitRead, read_direction, read_unit
from assistant.planning.dates_relative import Relative
from assistant.planning.dates_words import CONNECTORS, Words

AND = {"and", "&", "+", "/"}
BEHIND = {"", "by", "per", "for", "vs", "versus", "?", ".", ","}
_LISTED = {",", *AND}


def read_listed(words: Words, at: int) -> Match | None:
    """Periods that are one stretch where nothing else is said: Q1 and Q2; July, August and September."""
    one = _this_and_last(words, at) or _this_month_and_next(words, at) or read_part(words, at)
    found = [one] if one else []
    while found:
        end = found[-1].end
        then = end + 2 if words[end] == "," and words[end + 1] in AND else end + 1
        following = read_part(words, then) if words[end] in _LISTED else None
        if following is None:
            break
        found.append(following)
    forms = tuple(one.form for one in found)
    forms = (*forms[0].forms, *forms[1:]) if forms and isinstance(forms[0], Together) else forms
    return Match(Together(forms), found[-1].end) if len(forms) > 1 else None


def _this_and_last(words: Words, at: int) -> Match | None:
    # this and last month · the current and the next quarter
    at = at + 1 if words[at] == "the" else at
    first = read_direction(words, at)
    last = read_direction(words, first[1] + 1) if first and words[first[1]] in AND else None
    unit = read_unit(words, last[1]) if last else None
    if first is None or last is None or unit is None or not unit.single or unit.many > 1:
        return None
    return Match(_both(unit, first[0], last[0]), unit.end)


def _this_month_and_next(words: Words, at: int) -> Match | None:
    # this month and next · last week and the week before · this quarter and the next
    first = read_direction(words, at)
    unit = read_unit(words, first[1]) if first else None
    if first is None or unit is None or not unit.single or unit.many > 1 or words[unit.end] not in AND:
        return None
    then = unit.end + 2 if words[unit.end + 1] == "the" else unit.end + 1
    last = read_direction(words, then)
    if last and not read_unit(words, last[1]):
        end = last[1] + 1 if words[last[1]] == "one" else last[1]
        return Match(_both(unit, first[0], last[0]), end)
    before = words[then] in {"one", unit.unit} and words[then + 1] == "before"
    return Match(_both(unit, first[0], first[0] - 1), then + 2) if before else None


def _both(unit: UnitRead, first: int, last: int) -> Together:
    return Together(tuple(Relative(unit.unit, civil=unit.civil, away=away) for away in (first, last)))


def read_numbers(words: Words, at: int) -> Match | None:
    """The first and second week of June, from the 1st to the 3rd week; a number more than one further is none."""
    at = at + 1 if words[at] == "the" else at
    first = read_ordinal(words, at)
    joined = first and (words[first.end] in AND or words[first.end] in CONNECTORS)
    last = _next_number(words, first.end + 1) if first and joined else None
    unit = read_unit(words, last.end) if last else None
    if first is None or last is None or unit is None or last.value <= first.value:
        return None
    if words[first.end] in AND and words[at - 1] != "between" and last.value > first.value + 1:
        return None
    whole = read_part(words, last.end - 1) if unit.single else _of_several(words, last, unit)
    form = whole.form if whole else None
    if whole is None or not isinstance(form, Nth | PartOfYear) or form.number != last.value:
        return None
    return Match(Range(replace(form, number=first.value), form), whole.end)


def _next_number(words: Words, at: int) -> Number | None:
    return read_ordinal(words, at + 1 if words[at] == "the" else at)


def _of_several(words: Words, last: Number, unit: UnitRead) -> Match | None:
    # second and third quarters of 2025: read as the third of them
    of = words[unit.end] in {"of", "in"}
    inner = read_part(words, unit.end + 1) if of else None
    return Match(Nth(inner.form, last.value, unit.unit), inner.end) if inner else None


def read_days_said(words: Words, at: int) -> Match | None:
    """The 1st through the 10th, with nothing behind it: "the 1st to 3rd project" says no days."""
    first = some_day(words, at + 1)
    joined = first and words[first.end] in CONNECTORS
    last = some_day(words, first.end + (2 if words[first.end + 1] == "the" else 1)) if first and joined else None
    if first is None or last is None or words[last.end] not in BEHIND:
        return None
    ends = (first.form, last.form)
    rising = all(isinstance(one, DayOfSomeMonth) for one in ends)
    return Match(Range(*ends), last.end) if rising else None


def read_days_alone(words: Words, at: int) -> Match | None:
    """12th-16th, the 7th and 8th: days of no month that is said."""
    first = some_day(words, at + 1 if words[at] == "the" else at)
    then = first.end if first else at
    also = words[then] in AND
    if first is None or not (also or words[then] in CONNECTORS):
        return None
    last = some_day(words, then + 2 if words[then + 1] == "the" else then + 1)
    if last is None or words[last.end] not in BEHIND:
        return None
    days = [one.form.day for one in (first, last) if isinstance(one.form, DayOfSomeMonth)]
    follows = days[1] == days[0] + 1 if also else days[0] != days[1]
    return Match(Range(first.form, last.form), last.end) if follows else None
