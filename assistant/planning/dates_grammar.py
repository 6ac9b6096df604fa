"""Reading whole period expressions: ranges, since, until, and every period that is none of these."""

from dataclasses import replace

from assistant.planning.dates_compound import (
    Between,
    Bounded,
    Onwards,
    Range,
    Since,
    SoFar,
    Some,
    Starting,
    Together,
    Until,
)
from assistant.planning.dates_forms import Kind
from assistant.planning.dates_named import DayOfSomeMonth, DaysOfMonth, MonthOfYear, PartOfYear, WrittenDay
from assistant.planning.dates_numbers import Match, read_day_number, read_ordinal
from assistant.planning.dates_read_listed import BEHIND, read_days_alone, read_days_said, read_listed, read_numbers
from assistant.planning.dates_read_named import Reader, days_of_month, longest, read_named, some_day
from assistant.planning.dates_read_offices import as_month_and_year
from assistant.planning.dates_read_parts import may_begin, read_part
from assistant.planning.dates_read_units import is_breakdown, read_lengths, read_unit
from assistant.planning.dates_read_written import read_short_day
from assistant.planning.dates_relative import DayAway, From, Relative
from assistant.planning.dates_shy import is_announced
from assistant.planning.dates_units import Unit
from assistant.planning.dates_words import (
    CONNECTORS,
    DASHES,
    DAYS_AWAY,
    MONTHS,
    ORDINAL_LEADS,
    SHY_WORDS,
    WEEKENDS,
    WHOLE,
    Words,
)
from assistant.planning.dates_written import Written

_JOINS = frozenset(CONNECTORS)
_JOINS_BETWEEN = _JOINS | {"and", "&"}
_NOT_LATER = (("no", "later", "than"), ("not", "later", "than"))
# Through the last day of what follows; `_BEFORE` through the day before its first.
_UNTIL = (
    *(("until",), ("till",), ("til",), ("up", "to"), ("up", "until"), ("through",), ("thru",), ("by",)),
    *(("as", "of"), ("as", "at"), *_NOT_LATER, ("on", "or", "before")),
)
_BEFORE = (("before",), ("prior", "to"), ("earlier", "than"), ("sooner", "than"))
_ENDS = {"until", "till", "til", "up", "through", "thru", "by", "before", "prior", "no", "not", "on"}
_ON_OR_AFTER = (
    *(("on", "or", "after"), ("on", "and", "after"), ("not", "before")),
    *((no, word, "than") for no in ("no", "not") for word in ("earlier", "sooner")),
)
_INTERVALS = (("/",), (".", "."))
_ONWARDS = (("onwards",), ("onward",), ("forward",), ("and", "later"), ("or", "later"))
# These only with nothing behind them: "in March and after April" has two periods.
_AND_AFTER = tuple((link, side) for link in ("and", "or") for side in ("after", "afterwards", "beyond"))
_AND_BEFORE = tuple((link, side) for link in ("and", "or") for side in ("before", "earlier", "prior"))
_TO_DATE = (("to", "date"), ("till", "date"), ("so", "far"), (",", "so", "far"))
# "All time" by itself may be all the time someone logged.
_ALL_TIME = (("to", "date"), ("till", "date"), ("so", "far"), ("of", "all", "time"), ("all", "-", "time"))
# "By 1/3" is a part, "since 1/3" a day.
_SHOW = {"show", "list", "give", "me", "us", "export", "track", "tracked", "log", "logged", "of", "for", "by", "see"}
_ANNOUNCE_SHORT = {"since", "from", "until", "till", "til", "to", "before", "after", "starting", "of"}
_NOW = DayAway(0)
_DATED = (DaysOfMonth, WrittenDay, Written)
# "In the year" is this one; "in the day" is not today.
_BARE_UNITS = {Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR}
_STRETCHES = {"period", "time", "stretch", "days", "weeks", "months"}
_ANNOUNCE_UNITS = {"in", "for", "during", "over", "throughout"}


def read(words: Words, at: int) -> Match | None:
    """The longest period expression that begins here."""
    if not _may_begin(words, at):
        return None
    if at not in words.read:
        words.read[at] = _read(words, at)
    return words.read[at]


def _may_begin(words: Words, at: int) -> bool:
    return words[at] in _LEADS or may_begin(words, at)


def _read(words: Words, at: int) -> Match | None:
    numeric = (read_days_alone,) if words[at][:1].isdigit() or words[at] == "the" else ()
    found = longest(words, at, (*_LEADS.get(words[at], ()), *numeric, _plain))
    if found and isinstance(found.form, Since):
        found = _bounded_by(words, found)
    if found and words[found.end] == "inclusive" and found.form.kind in {Kind.RANGE, Kind.UNTIL}:
        return Match(found.form, found.end + 1)  # the last day is in every range
    return found


def _bounded_by(words: Words, found: Match) -> Match:
    # after Q2 and before September
    then = found.end + 1 if words[found.end] in {"and", "but", ","} else found.end
    until = longest(words, then, _LEADS.get(words[then], ())) if words[then] in _ENDS else None
    if until is None or not isinstance(until.form, Until) or until.form.as_of:
        return found
    return Match(Bounded(found.form, until.form), until.end) if isinstance(found.form, Since) else found


def read_whole(words: Words, at: int) -> Match | None:
    """As `read`, and also what is a period only where nothing else is said: the year, the 18th, now."""
    if not _may_begin(words, at):
        return None
    found = read(words, at)
    if found and found.end == words.size:
        return found
    return longest(words, at, (read, _now, _day_or_unit, _weekend, _short_day, _first_of_this_year))


def _first_so_many(words: Words, at: int) -> Match | None:
    # utilization for the first three quarters
    found = _first_of_this_year(words, at) if words[at - 1] in _ANNOUNCE_UNITS else None
    return found if found and words[found.end] in BEHIND else None


def _weekend(words: Words, at: int) -> Match | None:
    # "At the weekend" is this one where nothing else is said; "hours on weekends" are those of many.
    at = at + 1 if words[at] == "the" else at
    unit = read_unit(words, at) if words[at] in {*WEEKENDS, "week"} else None
    return Match(Relative(Unit.WEEKEND), unit.end) if unit and unit.unit is Unit.WEEKEND else None


def _short_day(words: Words, at: int) -> Match | None:
    # 05.10. · 13/10
    return None if words[at : at + 3] == ("24", "/", "7") else read_short_day(words, at)


def _first_of_this_year(words: Words, at: int) -> Match | None:
    # first nine months
    at = at + 1 if words[at] == "the" else at
    lengths, end = read_lengths(words, at + 1) if words[at] == "first" else ((), at)
    if len(lengths) != 1 or lengths[0].unit not in {Unit.MONTH, Unit.QUARTER}:
        return None
    return Match(Some(Relative(Unit.YEAR), lengths[0]), end)


def read_announced(words: Words, at: int) -> Match | None:
    """As `read`, but of "may", "sun", "the year" only what the words before it show to be a period."""
    found = read(words, at)
    if found is None and words[at] != "the" and not words[at][:1].isdigit():
        return None
    before = words[at - 1] if at else ""
    if found and found.end == at + 1 and words[at] in SHY_WORDS:
        return found if is_announced(words, at) else None
    if found is None and words[at] == "the":
        if before in _ANNOUNCE_UNITS:
            return _the_unit(words, at)
        return some_day(words, at + 1) if before == "on" else None
    return read_short_day(words, at) if found is None and before == "on" else found


def _plain(words: Words, at: int) -> Match | None:
    # A period, a range of two, or one "to date" or "onwards".
    first = read_part(words, at)
    if first is None:
        return None
    return _open(words, first, _ONWARDS) or _range(words, first, _JOINS) or _lasting(words, first) or first


def _open(words: Words, first: Match, onwards: tuple[tuple[str, ...], ...]) -> Match | None:
    # March to date · March onwards
    to_date = _skipped(words, first.end, _TO_DATE)
    if to_date:
        return Match(Since(first.form), to_date)
    end = _skipped(words, first.end, onwards)
    if end:
        return Match(Onwards(first.form), end)
    return _and_beyond(words, first) if words[first.end] in {"and", "or"} else None


def _and_beyond(words: Words, first: Match) -> Match | None:
    # 2024 and after · 2024 or earlier
    for phrases, form in ((_AND_AFTER, Onwards(first.form)), (_AND_BEFORE, Until(first.form))):
        end = _skipped(words, first.end, phrases)
        if end and words[end] in BEHIND:
            return Match(form, end)
    return None


def _lasting(words: Words, first: Match) -> Match | None:
    # 18 December for 10 days · starting Monday for two weeks
    if first.form.kind is not Kind.DAY or words[first.end] != "for":
        return None
    lengths, end = read_lengths(words, first.end + 1)
    return Match(From(lengths[0], first.form), end) if len(lengths) == 1 else None


def _range(words: Words, first: Match, joins: frozenset[str]) -> Match | None:
    if words[first.end] in joins:
        last = _point(words, _with_its_last(words, first.end + 1))
    elif first.form.kind is Kind.DAY and _skipped(words, first.end, _INTERVALS) and words.touches(first.end):
        # 2026-10-01/2026-10-15
        last = read_part(words, first.end + (1 if words[first.end] == "/" else 2))
    elif words[first.end : first.end + 2] == ("up", "to"):
        last = _point(words, _with_its_last(words, first.end + 2))
    elif words[first.end] == "/" and words.touches(first.end) and words.touches(first.end + 1):
        return _side_by_side(words, first)
    else:
        return None
    if last and isinstance(first.form, MonthOfYear) and first.form.floats:
        last = as_month_and_year(words, last, dashed=words[first.end] in DASHES)
    if last and isinstance(first.form, DayOfSomeMonth) and isinstance(last.form, DaysOfMonth):
        first = _month_before(first, first.form.day, last.form)
    return Match(Range(first.form, last.form), last.end) if last else None


def _month_before(first: Match, day: int, last: DaysOfMonth) -> Match:
    # from the 28th to the 3rd of October
    month = last.month if day <= last.last else (last.month - 2) % 12 + 1
    return Match(DaysOfMonth(day, day, month), first.end)


def _with_its_last(words: Words, at: int) -> int:
    # up to and including 15 September
    return at + 2 if words[at : at + 2] in {("and", "including"), ("and", "incl")} else at


def _side_by_side(words: Words, first: Match) -> Match | None:
    # Jul/Aug · Q1/Q2
    last = read_named(words, first.end + 1)
    if last is None or type(last.form) is not type(first.form) or not isinstance(last.form, MonthOfYear | PartOfYear):
        return None
    return Match(Together((first.form, last.form)), last.end)


def _from(words: Words, at: int) -> Match | None:
    # from March to June · from the 27th to 3 April · from July 13-15 · from March on
    return _joined(words, at + 1, _JOINS)


def _between(words: Words, at: int) -> Match | None:
    # between 4 and 22 January · between 2014-2018 · between this month and last month
    found = _joined(words, at + 1, _JOINS_BETWEEN)
    if found is None or type(found.form) is not Range:
        return found
    return Match(Between(found.form.first, found.form.last), found.end)


def _joined(words: Words, at: int, joins: frozenset[str]) -> Match | None:
    several = _years(words, at) or read_numbers(words, at)
    if several:
        return several
    days = days_of_month(words, at, joins)
    if days and days.form.kind is Kind.RANGE:
        return days
    first = _point(words, at) or _spelled_day(words, at)
    if first is None:
        return _day_to_date(words, at, joins)
    joined = _range(words, first, joins) or _open(words, first, (*_ONWARDS, ("on",))) or _lasting(words, first)
    if joined or first.form.kind is Kind.RANGE:
        return joined or first
    # What is counted "from 1 January" is counted since then; "from Monday" may be that day's.
    return Match(Onwards(first.form), first.end) if isinstance(first.form, _DATED) else None


def _day_to_date(words: Words, at: int, joins: frozenset[str]) -> Match | None:
    # from 4 to January 22, 1995
    first = read_day_number(words, at)
    last = read_named(words, first.end + 1) if first and words[first.end] in joins else None
    if first is None or last is None or not isinstance(last.form, DaysOfMonth) or last.form.kind is not Kind.DAY:
        return None
    return Match(replace(last.form, first=first.value), last.end) if first.value <= last.form.last else None


def _since(words: Words, at: int) -> Match | None:
    inner = _point(words, at + 1)
    return Match(Since(inner.form), inner.end) if inner else None


def _starting(words: Words, at: int) -> Match | None:
    # starting 5 October · starting from last week; what starts "in March" has no more than that month
    inner = _point(words, at + 2 if words[at + 1] in {"on", "from", "with"} else at + 1)
    return (_lasting(words, inner) or Match(Starting(inner.form), inner.end)) if inner else None


def _after(words: Words, at: int) -> Match | None:
    # after 2018 · later than 2018
    inner = _point(words, at + 2 if words[at] == "later" else at + 1)
    return Match(Since(inner.form, after=True), inner.end) if inner else None


def _later_than(words: Words, at: int) -> Match | None:
    return _after(words, at) if words[at + 1] == "than" else None


def _ever_since(words: Words, at: int) -> Match | None:
    return _since(words, at + 1) if words[at + 1] == "since" else None


def _on_or_after(words: Words, at: int) -> Match | None:
    # on or after 1 September
    then = _skipped(words, at, _ON_OR_AFTER)
    inner = _point(words, then) if then else None
    return Match(Onwards(inner.form), inner.end) if inner else None


def _years_beyond(words: Words, at: int) -> Match | None:
    # years before 2020 · year greater than 2012
    word = words[at + 1]
    if words[at + 2] == "than":
        then, after = at + 3, word in {"greater", "later"}
        known = after or word in {"less", "earlier", "smaller"}
    else:
        then, after = at + 2, word == "after"
        known = (after or word == "before") and words[at].endswith("s")
    year = read_named(words, then) if known else None
    if year is None or year.form.kind is not Kind.YEAR:
        return None
    return Match(Since(year.form, after=True) if after else Until(year.form, before=True), year.end)


def _years(words: Words, at: int) -> Match | None:
    # years 2024 to 2025 · the years 2024 and 2025
    at = at + 1 if words[at] == "the" else at
    first = read_named(words, at + 1) if words[at] == "years" else None
    between = words[at - 1] == "between" or words[at - 2 : at] == ("between", "the")
    joined = first and (words[first.end] in _JOINS or words[first.end] in {"and", "&"})
    last = read_named(words, first.end + 1) if first and joined else None
    if first is None or last is None or not first.form.kind is last.form.kind is Kind.YEAR:
        return None
    listed = words[first.end] in {"and", "&"} and not between
    form = Together((first.form, last.form)) if listed else Range(first.form, last.form)
    return Match(form, last.end)


def _months(words: Words, at: int) -> Match | None:
    # months July to September · the months of July and August
    at = at + 1 if words[at] == "the" else at
    then = at + 2 if words[at + 1] == "of" else at + 1
    if words[at] != "months" or words[then] not in MONTHS or is_breakdown(words, at):
        return None
    found = read_listed(words, then) or _plain(words, then)
    return found if found and found.form.kind is Kind.RANGE else None


def _course_of(words: Words, at: int) -> Match | None:
    # over the course of last year
    return read_part(words, at + 3) if words[at + 1 : at + 3] == ("course", "of") else None


def _unit_from_to(words: Words, at: int) -> Match | None:
    # the week from 5 to 11 October · the period between 1 March and 31 May
    unit = words[at + 1] in _STRETCHES or read_unit(words, at + 1)
    then = words[at + 2]
    found = (_from if then == "from" else _between)(words, at + 2) if unit and then in {"from", "between"} else None
    return found if found and found.form.kind is Kind.RANGE else None


def _period_of(words: Words, at: int) -> Match | None:
    # the period May to July · the time period Q2 · the period 1 July to 30 September, which is no first period
    at = at + 1 if words[at + 1] == "time" else at
    return read(words, at + 2) if words[at + 1] == "period" else None


def _towards(words: Words, at: int) -> Match | None:
    # towards the end of 2025 · inside the last 3 months · around the middle of May
    inner = read_part(words, at + 1)
    kinds = {Kind.EDGE, Kind.PART} if words[at] == "around" else {Kind.EDGE, Kind.ROLLING}
    return inner if inner and inner.form.kind in kinds else None


def _from_now(words: Words, at: int) -> Match | None:
    # now to the end of the month
    return _range(words, Match(_NOW, at + 1), _JOINS)


def _more_than_ago(words: Words, at: int) -> Match | None:
    # more than 2 weeks ago · more than 2 days before yesterday
    if words[at + 1] != "than":
        return None
    lengths, end = read_lengths(words, at + 2)
    then = words[end + 1]
    if len(lengths) == 1 and words[end] in {"from", "after"} and then in {*DAYS_AWAY, "now"}:
        day = DayAway(lengths[0].count, lengths[0].unit, DayAway(DAYS_AWAY.get(then, 0)))
        return Match(Since(day, after=True), end + 2)
    if len(lengths) != 1 or not (words[end] == "ago" or (words[end] == "before" and then in DAYS_AWAY)):
        return None
    origin = None if words[end] == "ago" else DayAway(DAYS_AWAY[then])
    day = DayAway(-lengths[0].count, lengths[0].unit, origin)
    return Match(Until(day, before=True), end + (1 if words[end] == "ago" else 2))


def _until(words: Words, at: int) -> Match | None:
    return _bounded(words, _skipped(words, at, _UNTIL), before=False)


def _before(words: Words, at: int) -> Match | None:
    return _bounded(words, _skipped(words, at, _BEFORE), before=True)


def _bounded(words: Words, at: int | None, *, before: bool) -> Match | None:
    if at is None:
        return None
    at = _with_its_last(words, at)
    # "By the month" is a breakdown and no date.
    inner = (read_part(words, at) or _the_day(words, at)) if words[at - 1] == "by" else _point(words, at)
    as_of = words[at - 2 : at] in {("as", "of"), ("as", "at")}
    return Match(Until(inner.form, before=before, as_of=as_of), inner.end) if inner else None


def _all_time(words: Words, at: int) -> Match | None:
    # to date · so far · of all time
    end = _skipped(words, at, _ALL_TIME)
    alone = at > 0 and words[at - 1] not in _SHOW and words[at + 2] in {"", "by", "per", "?", "."}
    if end is None and words[at : at + 2] == ("all", "time") and alone:
        end = at + 2
    return Match(Until(_NOW, named=words[end - 1] == "time"), end) if end else None


def _so_far_in(words: Words, at: int) -> Match | None:
    # so far in October
    then = _skipped(words, at, (("so", "far", "in"), ("so", "far", "for"), ("so", "far", "during")))
    inner = read_part(words, then) if then else None
    return Match(SoFar(inner.form), inner.end) if inner else None


def _point(words: Words, at: int) -> Match | None:
    # What a range, since or until begins or ends with.
    short = (read_short_day,) if words[at - 1] in _ANNOUNCE_SHORT else ()
    return longest(words, at, (read_part, _now, _present, _day_or_unit, *short))


def _now(words: Words, at: int) -> Match | None:
    return Match(_NOW, at + 1) if words[at] == "now" else None


def _present(words: Words, at: int) -> Match | None:
    # from June 2025 to (the) present
    at = at + 1 if words[at] == "the" else at
    end = at + 2 if words[at + 1] == "day" else at + 1
    return Match(_NOW, end) if words[at] == "present" and words[end] in BEHIND else None


def _the_day(words: Words, at: int) -> Match | None:
    # by the 20th
    return some_day(words, at + 1) if words[at] == "the" else None


def _day_or_unit(words: Words, at: int) -> Match | None:
    return _the_unit(words, at) or some_day(words, at + 1 if words[at] == "the" else at)


def _the_unit(words: Words, at: int) -> Match | None:
    # the month · the financial year
    unit = read_unit(words, at + 1) if words[at] == "the" else None
    if unit is None or unit.unit not in _BARE_UNITS or not unit.single or unit.many > 1 or words[at + 1] in WHOLE:
        return None
    return Match(Relative(unit.unit, civil=unit.civil), unit.end)


def _spelled_day(words: Words, at: int) -> Match | None:
    # from the twenty-seventh to …
    found = read_ordinal(words, at + 1) if words[at] == "the" else None
    return Match(DayOfSomeMonth(found.value), found.end) if found and words[found.end] in _JOINS else None


def _skipped(words: Words, at: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    # The word after the longest of these phrases, if one stands here.
    word = words[at]
    ends = [at + len(phrase) for phrase in phrases if phrase[0] == word and words[at : at + len(phrase)] == phrase]
    return max(ends) if ends else None


_LEADS: dict[str, tuple[Reader, ...]] = {
    "from": (_from,),
    "between": (_between,),
    "after": (_after,),
    "later": (_later_than,),
    "more": (_more_than_ago,),
    "so": (_so_far_in, _all_time),
    "to": (_all_time,),
    "of": (_all_time,),
    "all": (_all_time,),
    "since": (_since,),
    "ever": (_ever_since,),
    "year": (_years_beyond,),
    "years": (_years_beyond, _years),
    "months": (_months,),
    "the": (_first_so_many, _years, _months, _course_of, _period_of, _unit_from_to, read_days_said, read_numbers),
    **dict.fromkeys(ORDINAL_LEADS, (read_numbers, _first_so_many)),
    "now": (_from_now,),
    **dict.fromkeys(("towards", "toward", "inside", "around"), (_towards,)),
    **dict.fromkeys(("starting", "beginning", "commencing"), (_starting,)),
    **{phrase[0]: (_until,) for phrase in _UNTIL},
    **{phrase[0]: (_before,) for phrase in _BEFORE},
    "till": (_until, _all_time),
    **dict.fromkeys(("on", "no", "not"), (_on_or_after, _until)),
}
