"""Reading parts of a period: the end of March, the first week of 2026, the week of 5 October, 12 months to June."""

from dataclasses import replace

from assistant.planning.dates_beside import Due, NthWorkingDay, SomeWorkingDays
from assistant.planning.dates_compound import Edge, Nth, Place, Some, Third, UnitWith
from assistant.planning.dates_forms import Kind
from assistant.planning.dates_named import Season
from assistant.planning.dates_numbers import Match, Number, read_count, read_ordinal
from assistant.planning.dates_read_beside import read_working_days_away, readers_beside
from assistant.planning.dates_read_named import Reader, longest, some_day
from assistant.planning.dates_read_offices import read_close
from assistant.planning.dates_read_relative import RELATIVE_LEADS, read_relative
from assistant.planning.dates_read_units import (
    after_working_days,
    is_breakdown,
    read_direction,
    read_lengths,
    read_unit,
)
from assistant.planning.dates_read_written import read_short_day
from assistant.planning.dates_relative import From, Length, Relative, UpTo
from assistant.planning.dates_units import MONTHS_IN, Unit
from assistant.planning.dates_words import (
    ANNOUNCE_EDGES,
    COUNT_LEADS,
    DAYS_AWAY,
    DIRECTIONS,
    FINAL,
    HALVES,
    MONTHS,
    ORDINAL_LEADS,
    SINGLE_UNITS,
    STRETCHES,
    UNIT_LEADS,
    UNITS,
    WEEKDAYS,
    WEEKENDS,
    Words,
)

_EDGES = {
    **dict.fromkeys(("start", "beginning"), Place.START),
    "end": Place.END,
}
_THIRDS = {"early": Place.START, "mid": Place.MIDDLE, "middle": Place.MIDDLE, "late": Place.END}
_EDGES_OF_NOW = {
    f"{letter}o{of}": (place, unit)
    for letter, place in (("b", Place.START), ("e", Place.END))
    for of, unit in (("w", Unit.WEEK), ("m", Unit.MONTH), ("q", Unit.QUARTER), ("y", Unit.YEAR))
    if letter + of != "bw"
}
_BEGINNING = {"starting", "beginning", "commencing"}
_HAVE_A_WHOLE = {Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR}
_BEHIND_AN_END = {"", "by", "per", "for", "vs", "versus", "and", "?", ".", ","}
_HOLDS = {"of", "containing", "including"}
_HAVE_WEEKS = {Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR}
_FULL = {"full", "complete", "whole", "entire"}
_NEAREST = {"last", "final", "first", "next"}
_ENDING = {"ending", "ended", "to", "through", "until"}


def read_part(words: Words, at: int) -> Match | None:
    """The longest period, or part of one, that begins here; "the" before it belongs to it."""
    if not may_begin(words, at):
        return None
    if at not in words.parts:
        words.parts[at] = _read_part(words, at)
    return words.parts[at]


def _read_part(words: Words, at: int) -> Match | None:
    if words[at] == "the" or (words[at] == "these" and words[at + 1] in DIRECTIONS):
        at += 1
    return longest(words, at, (read_relative, *_readers_for(words, at), *((_week_with_feast,) if words.feasts else ())))


def _readers_for(words: Words, at: int) -> tuple[Reader, ...]:
    word = words[at]
    readers: tuple[Reader, ...] = ()
    if word in _LEADS:
        readers += _LEADS[word]
    numeric = word[:1].isdigit()
    if numeric or word in FINAL or word in ORDINAL_LEADS or word in HALVES:
        readers += (_nth, _some)
    if word in DIRECTIONS:
        readers += (_directed_end,)
    if word in UNIT_LEADS:
        readers += (_unit_from, _unit_up_to, _unit_end, _unit_beside, _working_week_of)
    if numeric or word in COUNT_LEADS:
        readers += (_length_beside, _length_from, _length_up_to, read_working_days_away)
    if word in _NEAREST:
        readers += (_nearest_beside,)
    return readers


def _inner(words: Words, at: int) -> Match | None:
    # What a part is of: October, next quarter, and "the month" for this one.
    at = at + 1 if words[at] == "the" else at
    return longest(words, at, (read_relative, _bare_unit))


def _bare_unit(words: Words, at: int) -> Match | None:
    unit = read_unit(words, at)
    if unit is None or not unit.single or unit.many > 1:
        return None
    return Match(Relative(unit.unit, civil=unit.civil), unit.end)


def _edge(words: Words, at: int) -> Match | None:
    # end of March · the beginning of last week · middle of 2007 · end March
    place = _EDGES[words[at]]
    if words[at + 1] == "of":
        inner = _inner(words, at + 2)
    elif words[at + 1 : at + 4] == ("-", "of", "-"):  # end-of-month
        inner = _inner(words, at + 4)
    else:
        # "By end March" is a day; of "projects to end next month" only the month is said.
        inner = read_relative(words, at + 1) if words[at - 1] in ANNOUNCE_EDGES else None
    return Match(_due(words, at, Edge(inner.form, place)), inner.end) if inner else None


def _due(words: Words, at: int, edge: Edge) -> Edge | Due:
    # due end of month · due EOM
    return Due(edge) if at > 0 and words[at - 1] == "due" and edge.place is Place.END else edge


_DONE = {
    *("finish", "finishes", "finished", "complete", "completes", "completed"),
    *("deliver", "delivers", "delivered", "close", "closes", "closed"),
}


def _third(words: Words, at: int) -> Match | None:
    # early March · late this month · mid-March · middle of March · early next week
    then = at + 2 if words[at + 1] in {"-", "of", "in"} else at + 1
    place = _THIRDS[words[at]]
    if place is Place.END and words[at - 1] in {"task", "tasks"} and words[at - 2] in _DONE:
        return None  # who "finished tasks late last month" was late, on whichever day
    inner = _inner(words, then)
    if inner is None:
        return None
    form = inner.form
    is_point = form.kind is Kind.WEEK or (place is Place.MIDDLE and form.kind is not Kind.MONTH)
    return Match(Edge(form, place) if is_point else Third(form, place), inner.end)


def _whole_of(words: Words, at: int) -> Match | None:
    # all of 2025 · the whole of last year · the entire year 2025 · full year 2025
    of = words[at + 1] == "of"
    then = at + 2 if of else at + 1
    # "All 2025 invoices" are invoices, and who is "full next week" is booked.
    if not of and (words[at] == "all" or words[then] in DIRECTIONS):
        return _all_of_now(words, then) if words[at] == "all" else None
    then = then + 1 if words[then] == "the" else then
    inner = longest(words, then, (read_relative, _bare_unit, *((_week_of,) if words[then] == "week" else ())))
    return inner if inner and inner.form.kind in _HAVE_A_WHOLE else None


def _all_of_now(words: Words, at: int) -> Match | None:
    # all week
    unit = UNITS.get(words[at])
    if unit is None or unit[1] > 1 or words[at] not in SINGLE_UNITS or unit[0] is Unit.DAY or words[at + 1].isdecimal():
        return None
    return Match(Relative(unit[0]), at + 1)


def _edge_of_now(words: Words, at: int) -> Match:
    # EOM · BOY
    place, unit = _EDGES_OF_NOW[words[at]]
    return Match(_due(words, at, Edge(Relative(unit), place)), at + 1)


def _close(words: Words, at: int) -> Match | None:
    # COB Friday · end of day tomorrow
    return read_close(words, at, read_relative)


def _unit_end(words: Words, at: int) -> Match | None:
    # month-end · year end
    unit = read_unit(words, at)
    if unit is None or not unit.single:
        return None
    then = unit.end + 1 if words[unit.end] == "-" else unit.end
    return Match(Edge(Relative(unit.unit), Place.END, one_day=True), then + 1) if words[then] == "end" else None


def _directed_end(words: Words, at: int) -> Match | None:
    # last month end · previous quarter-end; which projects "this month end late" says nothing of one
    direction = read_direction(words, at)
    unit = read_unit(words, direction[1]) if direction else None
    if direction is None or unit is None or not unit.single or unit.unit not in MONTHS_IN:
        return None
    then = unit.end + 1 if words[unit.end] == "-" else unit.end
    if words[then] != "end" or not (then > unit.end or words[then + 1] in _BEHIND_AN_END):
        return None
    form = Relative(unit.unit, civil=unit.civil, away=direction[0])
    return Match(Edge(form, Place.END, one_day=True), then + 1)


def _which(words: Words, at: int) -> Number | None:
    # first · last · 2nd last · second to last: counted from the end below 0
    if words[at] in FINAL:
        return Number(-1, at + 1)
    if words[at] == "penultimate":
        return Number(-2, at + 1)
    if words[at] in HALVES and words[at + 1] == "half":
        return Number(HALVES[words[at]], at + 1)
    found = read_ordinal(words, at)
    if found is None:
        return None
    to_last = found.value > 1 and words[found.end : found.end + 2] == ("to", "last")  # "first to last" is all of it
    then = found.end + 2 if to_last else found.end
    if then > found.end or words[then] == "last":
        return Number(-found.value, max(then, found.end + 1))
    return found


def _nth(words: Words, at: int) -> Match | None:
    # third week of this month · last Friday in October · 9th month of next year
    number = _which(words, at)
    if number is None:
        return None
    working = after_working_days(words, number.end)
    if working:
        return _nth_working_day(words, number.value, working)
    if words[number.end] in WEEKDAYS:
        return _nth_of(words, number, WEEKDAYS[words[number.end]], number.end + 1)
    unit = read_unit(words, number.end)
    if unit is None or not unit.single or unit.many > 1:
        return None
    found = _nth_of(words, number, unit.unit, unit.end)
    if found and isinstance(found.form, Nth) and words[number.end] in _FULL:
        return Match(replace(found.form, full=True), found.end)
    return found


def _nth_working_day(words: Words, number: int, at: int) -> Match | None:
    # last working day of the month
    inner = _inner(words, at + 1) if words[at] in {"of", "in"} else None
    return Match(NthWorkingDay(inner.form, number), inner.end) if inner else None


def _nth_of(words: Words, number: Number, unit: Unit | int, at: int) -> Match | None:
    # "The third week next year", but "last week this month" are two.
    beside = number.value > 0 and words[at] in DIRECTIONS and (words[at + 1] in UNITS or words[at + 1] in MONTHS)
    inner = _inner(words, at + 1) if words[at] in {"of", "in"} else read_relative(words, at) if beside else None
    return Match(Nth(inner.form, number.value, unit), inner.end) if inner else None


def _some(words: Words, at: int) -> Match | None:
    # first ten days of March · last four months of 2021
    number = _which(words, at)
    if number is None or number.value not in {1, -1}:
        return None
    lengths, end = read_lengths(words, number.end)
    if not lengths:
        return _some_working_days(words, number) or _some_of_many(words, number)
    inner = _inner(words, end + 1) if words[end] in {"of", "in"} else None
    if inner is None or len(lengths) != 1:
        return None
    return Match(Some(inner.form, lengths[0], from_the_end=number.value < 0), inner.end)


def _some_of_many(words: Words, number: Number) -> Match | None:
    # the first fortnight of October
    unit = read_unit(words, number.end)
    inner = _inner(words, unit.end + 1) if unit and unit.many > 1 and words[unit.end] in {"of", "in"} else None
    if unit is None or inner is None or not unit.single:
        return None
    return Match(Some(inner.form, Length(unit.many, unit.unit), from_the_end=number.value < 0), inner.end)


def _some_working_days(words: Words, number: Number) -> Match | None:
    # the last 3 working days of September
    count = read_count(words, number.end)
    end = after_working_days(words, count.end) if count else None
    inner = _inner(words, end + 1) if end and words[end] in {"of", "in"} else None
    if count is None or inner is None or count.value < 1:
        return None
    return Match(SomeWorkingDays(inner.form, count.value, from_the_end=number.value < 0), inner.end)


def _origin(words: Words, at: int) -> Match | None:
    # The day something is counted from: Monday, 5 October, the 18th.
    while words[at] in {"on", "from", "the", "in"}:
        at += 1
    found = longest(words, at, (read_relative, some_day, read_short_day))
    return found or (_edge(words, at) if words[at] in _EDGES else None)


def _week_of(words: Words, at: int) -> Match | None:
    # week of 5 October · month of the 16th · week containing 7 October; "the week of March" is none
    if words[at + 1] not in _HOLDS or is_breakdown(words, at):
        return None
    day = _origin(words, at + 2)
    unit = Unit.WEEKEND if words[at] in WEEKENDS else UNITS[words[at]][0]
    if day and unit is Unit.WEEK and day.form.kind in _HAVE_WEEKS:
        return Match(Season(), day.end)
    if day is None or (unit is not Unit.WEEK and day.form.kind is not Kind.DAY):
        return None
    return Match(UnitWith(day.form, unit), day.end)


def _working_week_of(words: Words, at: int) -> Match | None:
    # the working week of 5 October
    unit = read_unit(words, at)
    if unit is None or unit.unit is not Unit.WORKING_WEEK or words[unit.end] not in _HOLDS:
        return None
    day = _origin(words, unit.end + 1)
    return Match(UnitWith(day.form, unit.unit), day.end) if day and day.form.kind is Kind.DAY else None


def _numbered_week_of(words: Words, at: int) -> Match | None:
    # week 2 of November; "week 40 in 2025" is one of the year
    number = read_count(words, at + 1)
    inner = _inner(words, number.end + 1) if number and words[number.end] in {"of", "in"} else None
    if number is None or inner is None or inner.form.kind not in {Kind.MONTH, Kind.QUARTER} or number.value < 1:
        return None
    return Match(Nth(inner.form, number.value, Unit.WEEK), inner.end)


def _week_with_feast(words: Words, at: int) -> Match | None:
    # Christmas week
    feast = read_relative(words, at) if words[at] in words.feasts else None
    return Match(UnitWith(feast.form), feast.end + 1) if feast and words[feast.end] == "week" else None


def _unit_from(words: Words, at: int) -> Match | None:
    # week starting Monday · week commencing 5 October
    unit = read_unit(words, at)
    if unit is None or is_breakdown(words, at) or words[unit.end] not in _BEGINNING:
        return None
    return _from(words, unit.end + 1, Length(unit.many, unit.unit))


def _length_from(words: Words, at: int) -> Match | None:
    # 3 days starting from next Monday · 3 days, from today
    lengths, end = read_lengths(words, at)
    if len(lengths) != 1:
        return None
    then = end + 1 if words[end] == "," else end
    if words[then] in _BEGINNING or (words[then] == "from" and words[then + 1] in DAYS_AWAY and then > end):
        return _from(words, then + 1, lengths[0])
    found = _from(words, then + 1, lengths[0]) if words[then] == "from" else None
    # "3 days from October" are some days of that month.
    is_a_day = found and isinstance(found.form, From) and found.form.origin.kind is Kind.DAY
    lasts = words[at - 1] in STRETCHES or words[then + 1] not in {*DAYS_AWAY, "now"}
    return found if is_a_day and lasts else None


def _from(words: Words, at: int, length: Length) -> Match | None:
    origin = _origin(words, at)
    return Match(From(length, origin.form), origin.end) if origin else None


def _unit_up_to(words: Words, at: int) -> Match | None:
    # week ending 9 October · quarter ended June · year to March 2026
    unit = read_unit(words, at)
    if unit is None or is_breakdown(words, at) or words[unit.end] not in _ENDING:
        return None
    return _up_to(words, unit.end + 1, Length(unit.many, unit.unit))


def _length_up_to(words: Words, at: int) -> Match | None:
    # 12 months to March 2026
    lengths, end = read_lengths(words, at)
    end = end + 1 if words[end] in {"leading", "period"} else end
    if words[end : end + 2] == ("up", "to"):
        end += 1
    elif words[end] not in _ENDING:
        return None
    return _up_to(words, end + 1, lengths[0]) if len(lengths) == 1 else None


def _up_to(words: Words, at: int, length: Length) -> Match | None:
    origin = _origin(words, at)
    return Match(UpTo(length, origin.form), origin.end) if origin else None


def _commencing(words: Words, at: int) -> Match | None:
    # w/c 5 October · w/b 5 October
    return _from(words, at + 1, Length(1, Unit.WEEK))


def _week_ending(words: Words, at: int) -> Match | None:
    # w/e 9 October
    return _up_to(words, at + 1, Length(1, Unit.WEEK))


_length_beside, _unit_beside, _nearest_beside, _within_beside = readers_beside(_origin)

_LEADS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(_EDGES, (_edge, _close)),
    **dict.fromkeys(("early", "late"), (_third,)),
    **dict.fromkeys(("mid", "middle"), (_third,)),
    **dict.fromkeys(_EDGES_OF_NOW, (_edge_of_now,)),
    **dict.fromkeys(("all", "whole", "entire", "full"), (_whole_of,)),
    **dict.fromkeys(("month", *WEEKENDS), (_week_of,)),
    **dict.fromkeys(("week", "wk"), (_week_of, _numbered_week_of)),
    "penultimate": (_nth,),
    **dict.fromkeys(("cob", "eod", "eob", "close"), (_close,)),
    "within": (_within_beside,),
    **dict.fromkeys(("w/c", "w/b", "wc", "wb"), (_commencing,)),
    "w/e": (_week_ending,),
}
_BEGIN = RELATIVE_LEADS | {"the", "these", *_LEADS, *FINAL, *ORDINAL_LEADS, *HALVES, *_NEAREST}


def may_begin(words: Words, at: int) -> bool:
    """Whether a period, or part of one, can begin with this word; most words of a question are none of these."""
    word = words[at]
    # A digit may stand first, after one sign or letter, or last: "12th", "q3", "'25", "l3m".
    return word in _BEGIN or (bool(word) and not word.isalpha()) or word in words.feasts
