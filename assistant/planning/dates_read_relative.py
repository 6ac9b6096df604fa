"""Reading what is counted from today: last month, the last 6 months, three weeks ago, year to date."""

from dataclasses import replace

from assistant.planning.dates_beside import AYearEarlier, YearThrough
from assistant.planning.dates_compound import Nth, Range
from assistant.planning.dates_feasts import Feast
from assistant.planning.dates_forms import KIND_OF, Form, Yearly, YearSaid, in_year
from assistant.planning.dates_named import DaysOfMonth, DaysOfWeek, MonthOfYear, PartOfYear, Season, Weekday
from assistant.planning.dates_numbers import (
    Match,
    Number,
    read_count,
    read_day_number,
    read_one_or_more,
    read_year_number,
)
from assistant.planning.dates_read_current import (
    read_earlier,
    read_just_gone,
    read_later,
    read_rest,
    read_so_far,
    with_or_without_this,
)
from assistant.planning.dates_read_named import NAMED_LEADS, SHORTHANDS, longest, read_named
from assistant.planning.dates_read_units import (
    UnitRead,
    after_time,
    after_working_days,
    is_breakdown,
    read_counted_unit,
    read_direction,
    read_lengths,
    read_unit,
)
from assistant.planning.dates_read_written import read_short_day
from assistant.planning.dates_relative import (
    Ahead,
    Before,
    Coming,
    DayAway,
    Directed,
    InAWhile,
    LastWeekday,
    Relative,
    Rolling,
    ToDate,
    ToDateIn,
    ToDateOf,
    Within,
    WorkingDays,
)
from assistant.planning.dates_units import MONTHS_IN, Unit
from assistant.planning.dates_words import (
    CONNECTORS,
    COUNT_LEADS,
    DAYS_AWAY,
    DIRECTIONS,
    MONTHS,
    QUANTITIES,
    STRETCHES,
    UNIT_LEADS,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_COUNTED,
    WHOLE,
    Words,
)
from assistant.planning.dates_written import Written

_AGO = {"ago", "back"}
_COMING = {"coming", "upcoming"}
_MONTHS_IN_A_YEAR_AND_A_HALF = 18


def read_relative(words: Words, at: int) -> Match | None:
    """The longest period that is named or counted from today and begins here."""
    word = words[at]
    readers = [read_named]
    if word in DIRECTIONS:
        readers += [_directed, _rolling, _working_day]
    elif word in _LEADS:
        readers += _LEADS[word]
    if word in UNIT_LEADS:
        readers += [_unit_to_date, _unit_after_next, read_just_gone]
    elif word in WEEKDAYS:
        readers += [_days_of_week, _weekday_after_next]
    if word in COUNT_LEADS or word.isdecimal():
        readers += [_counted_direction, _ago_or_ahead, _in_the_future]
    return longest(words, at, readers)


def _directed(words: Words, at: int) -> Match | None:
    # last month · this working week · next Friday · last March · this Q3
    direction = read_direction(words, at)
    if direction is None:
        return None
    away, then = direction
    unit = read_unit(words, then)
    if unit is None:
        return _directed_name(words, then, away)
    if not unit.single:
        return None
    if words[unit.end : unit.end + 3] == ("and", "a", "half"):
        return _year_and_a_half(unit, away)
    if unit.many > 1:
        return Match(_rolled(unit, 1, away), unit.end) if away else None
    return _after_unit(words, unit, away)


def _year_and_a_half(unit: UnitRead, away: int) -> Match | None:
    if unit.unit is not Unit.YEAR or away == 0:
        return None
    return Match(Rolling(Unit.MONTH, count=_MONTHS_IN_A_YEAR_AND_A_HALF, ahead=away > 0), unit.end + 3)


def _after_unit(words: Words, unit: UnitRead, away: int) -> Match:
    # last year's Q3 · last week's Sunday · next week between Wednesday and Friday · this month to date
    coming = unit.unit is Unit.WEEKEND and words[unit.end - 2] in _COMING
    form = Coming(unit.unit) if coming else Relative(unit.unit, civil=unit.civil, away=away)
    to_date = _to_date_suffix(words, unit.end)
    if to_date:
        return Match(ToDate(unit.unit, civil=unit.civil, away=away), to_date)
    short = SHORTHANDS.get(words[unit.end])
    if isinstance(short, ToDate) and away and unit.unit in MONTHS_IN:
        return _to_date_of(short, unit, away, unit.end + 1)
    then = unit.end + 1 if words[unit.end] in {"'s", "’s"} else unit.end
    found = _within_unit(words, unit.unit, form, then)
    return found or Match(form, unit.end)


def _within_unit(words: Words, unit: Unit, form: Relative, at: int) -> Match | None:
    # What is said of a year, month or week: its Q3, from July to September, its Sunday.
    if unit is Unit.YEAR:
        inside = at + 1 if words[at] in {"in", "during"} else at
        named = read_named(words, inside + 1 if words[inside] == "the" else inside)
        if named and isinstance(named.form, Yearly) and named.form.floats:
            return Match(in_year(named.form, YearSaid(away=form.away)), named.end)
        return _months_within(words, YearSaid(away=form.away), at)
    earlier = _last_year(words, form, at)
    if earlier:
        return earlier
    if unit is Unit.MONTH:
        return _days_within(words, form, at)
    if unit is not Unit.WEEK:
        return None
    while words[at] in {",", "on", "preferably"}:
        at += 1
    days = _weekdays(words, at)
    return Match(DaysOfWeek(days[0], days[1], form), days[2]) if days else None


def _last_year(words: Words, form: Relative, at: int) -> Match | None:
    # this month last year; "last month last year" may be a year before it, or that year's last
    at = at + 1 if words[at] == "of" and form.away == 0 else at
    is_year = DIRECTIONS.get(words[at]) == -1 and words[at + 1] in {"year", "yr"} and form.unit is not Unit.DECADE
    if not is_year or form.away > 0 or words[at + 2] in {"to", "ytd", "'s", "’s"}:
        return None
    return Match(AYearEarlier(form) if form.away == 0 else Season(), at + 2)


def _months_within(words: Words, year: YearSaid, at: int) -> Match | None:
    # last year from July to September · last year, between Q1 and Q3
    at = at + 1 if words[at] == "," else at
    joins = {"and", *CONNECTORS} if words[at] == "between" else CONNECTORS
    first = read_named(words, at + 1) if words[at] in {"between", "from", "for"} else None
    last = read_named(words, first.end + 1) if first and words[first.end] in joins else None
    both = (first.form, last.form) if first and last else ()
    if last is None or not all(isinstance(one, Yearly) and one.floats for one in both):
        return None
    return Match(Range(*(in_year(one, year) for one in both)), last.end)


def _days_within(words: Words, month: Relative, at: int) -> Match | None:
    # this month from 5 to 9 · last month, between the 5th and the 9th
    at = at + 1 if words[at] == "," else at
    joins = {"and", *CONNECTORS} if words[at] == "between" else CONNECTORS
    first = read_day_number(words, at + 1) if words[at] in {"between", "from"} else None
    last = read_day_number(words, first.end + 1) if first and words[first.end] in joins else None
    if first is None or last is None or last.value < first.value or words[last.end] in MONTHS:
        return None
    return Match(Range(*(Nth(month, day.value, Unit.DAY) for day in (first, last))), last.end)


def _to_date_suffix(words: Words, at: int) -> int | None:
    at = at + 1 if words[at : at + 2] == (",", "so") else at
    if words[at : at + 2] in {("to", "date"), ("till", "date"), ("so", "far")}:
        return at + 2
    return at + 4 if words[at : at + 4] == ("-", "to", "-", "date") else None


def _weekdays(words: Words, at: int) -> tuple[int, int, int] | None:
    # Monday · between Wednesday and Friday · Monday to Wednesday; and the word after it
    between = words[at] in {"between", "from"}
    at = at + 1 if between else at
    if words[at] not in WEEKDAYS:
        return None
    first = WEEKDAYS[words[at]]
    joined = words[at + 1] in CONNECTORS or (between and words[at + 1] == "and")
    if joined and words[at + 2] in WEEKDAYS:
        last = WEEKDAYS[words[at + 2]]
        return (first, last, at + 3) if first <= last else None
    return None if between else (first, first, at + 1)


def _directed_name(words: Words, at: int, away: int) -> Match | None:
    named = read_named(words, at)
    if named is None:
        return _directed_numerals(words, at, away)
    days = _weekdays(words, at) if words[at] in WEEKDAYS else None
    if days and days[0] < days[1] and words[at - 2] not in {"from", "since"}:
        return Match(DaysOfWeek(days[0], days[1], Relative(Unit.WEEK, away=away)), days[2])  # last Mon-Fri
    form = named.form
    if isinstance(form, ToDate) and away < 0 and words[at] in SHORTHANDS:
        return Match(replace(form, away=form.away - 1), named.end)  # last YTD
    if form.floats and isinstance(form, Weekday | PartOfYear | MonthOfYear | DaysOfMonth | Feast):
        if isinstance(form, DaysOfMonth) and words[at] not in MONTHS:
            return None
        last = words[at - 1] == "last" and words[at - 2] != "this" and isinstance(form, Weekday)
        return Match(LastWeekday(form, away) if last else Directed(form, away), named.end)
    return None


def _directed_numerals(words: Words, at: int, away: int) -> Match | None:
    # next 5/19; "the last 1/3 of the year" and "the next 2/3 weeks" say no day
    found = read_short_day(words, at)
    if found is None or not isinstance(found.form, Written) or words[found.end] in {"of", *QUANTITIES}:
        return None
    form = found.form
    return Match(replace(form, away=away), found.end) if form.numerals[0].year is None else None


def _rolling(words: Words, at: int) -> Match | None:
    # last 6 months · past couple of weeks · next 2 full quarters · last 30-day period
    direction = read_direction(words, at)
    if direction is None or direction[0] == 0:
        return None
    away, then = direction
    while words[then] in WHOLE:
        then += 1
    count = read_count(words, then)
    unit = read_counted_unit(words, count.end) if count else None
    if count is None or unit is None:
        return None
    end = unit.end + 1 if words[unit.end] in {"period", "periods"} else unit.end
    return with_or_without_this(words, Match(_rolled(unit, count.value, away), end))


def _rolled(unit: UnitRead, count: int, away: int) -> Rolling:
    return Rolling(unit.unit, civil=unit.civil, count=count * unit.many, ahead=away > 0)


def _counted_direction(words: Words, at: int) -> Match | None:
    # 2 upcoming months · 10 previous weeks
    count = read_count(words, at)
    direction = read_direction(words, count.end) if count else None
    unit = read_counted_unit(words, direction[1]) if direction else None
    if count is None or direction is None or unit is None or unit.single or direction[0] == 0:
        return None
    return Match(_rolled(unit, count.value, direction[0]), unit.end)


def _trailing(words: Words, at: int) -> Match | None:
    # trailing 12 months · rolling 12 months
    count = read_count(words, at + 1)
    unit = read_counted_unit(words, count.end) if count else None
    return Match(_rolled(unit, count.value, -1), unit.end) if count and unit else None


def _ago_or_ahead(words: Words, at: int) -> Match | None:
    # three weeks ago · 2 weeks and 2 days ago · 2 days from now · two days before yesterday · 4 months from tomorrow
    count = read_one_or_more(words, at)
    if count is None:
        return None
    if words[count.end] in WEEKDAYS_COUNTED:
        return _weekdays_away(words, count)
    lengths, end = read_lengths(words, at)
    if len(lengths) > 1 and words[end] in _AGO:
        return Match(Before(lengths), end + 1)
    unit = read_counted_unit(words, count.end)
    if unit is None:
        return _weekends_ago(words, count)
    many = count.value * unit.many
    if words[unit.end] in _AGO:
        return _so_long_ago(words, many, unit)
    from_a_day = words[at - 1] in STRETCHES and words[unit.end] in {"from", "before", "after"}
    return None if from_a_day else _ahead(words, many, unit)


def _so_long_ago(words: Words, many: int, unit: UnitRead) -> Match:
    # "A year ago" is that year, "a year ago today" and "two weeks ago on Monday" are days.
    then = unit.end + 1
    day_at = then + 1 if words[then] == "on" else then
    if unit.unit is Unit.WEEK and words[day_at] in WEEKDAYS:
        weekday = WEEKDAYS[words[day_at]]
        return Match(DaysOfWeek(weekday, weekday, Relative(Unit.WEEK, away=-many)), day_at + 1)
    if words[then] in DAYS_AWAY:
        return Match(DayAway(-many, unit.unit, DayAway(DAYS_AWAY[words[then]])), then + 1)
    return Match(_ago(many, unit), then)


def _ahead(words: Words, many: int, unit: UnitRead) -> Match | None:
    word, then = words[unit.end], words[unit.end + 1]
    if word == "hence" and unit.unit in {Unit.DAY, Unit.WEEK}:
        return Match(DayAway(many, unit.unit), unit.end + 1)
    if word in {"from", "after", "before"} and then in {*DAYS_AWAY, "now"}:
        origin = None if then == "now" else DayAway(DAYS_AWAY[then])
        return Match(DayAway(-many if word == "before" else many, unit.unit, origin), unit.end + 2)
    return None


def _weekends_ago(words: Words, count: Number) -> Match | None:
    # two weekends ago
    ago = words[count.end] in {"weekend", "weekends"} and words[count.end + 1] in _AGO and count.value
    return Match(Relative(Unit.WEEKEND, away=-count.value), count.end + 2) if ago else None


def _weekdays_away(words: Words, count: Number) -> Match | None:
    # 2 Thursdays ago · three Fridays from now
    weekday, then = Weekday(WEEKDAYS_COUNTED[words[count.end]]), count.end + 1
    if words[then] in _AGO and count.value:
        return Match(Directed(weekday, -count.value), then + 1)
    if words[then : then + 2] in {("from", "now"), ("from", "today")} and count.value:
        return Match(Directed(weekday, count.value), then + 2)
    return None


def _ago(count: int, unit: UnitRead) -> Form:
    # Days and weeks ago lead to a day; "two months ago" is that month.
    if unit.unit in {Unit.DAY, Unit.WEEK}:
        return DayAway(-count, unit.unit)
    return Relative(unit.unit, civil=unit.civil, away=-count)


def _in(words: Words, at: int) -> Match | None:
    # in 2 weeks
    count = read_one_or_more(words, at + 1)
    unit = read_counted_unit(words, count.end) if count else None
    if count is None or unit is None:
        return None
    if unit.unit in {Unit.MONTH, Unit.QUARTER} and count.value > 1 and not unit.civil:
        return Match(Ahead(unit.unit, away=count.value), after_time(words, unit.end))
    if unit.unit not in {Unit.DAY, Unit.WEEK}:
        return None
    return Match(InAWhile(count.value * unit.many, unit.unit), after_time(words, unit.end))


def _within(words: Words, at: int) -> Match | None:
    # within 30 days · within the next 2 weeks
    at = at + 2 if words[at + 1] == "the" else at + 1
    direction = read_direction(words, at)
    if direction and direction[0] <= 0:
        return _rolling(words, at)  # within the last 30 days
    lengths, end = read_lengths(words, direction[1] if direction else at)
    if not lengths:
        return None
    from_now = words[end] in {"from", "of"} and words[end + 1] in {"today", "now"}
    return Match(Within(lengths), end + 2 if from_now else end)


def _less_than(words: Words, at: int) -> Match | None:
    # less than 2 weeks from today
    if words[at + 1] != "than":
        return None
    lengths, end = read_lengths(words, at + 2)
    from_now = words[end] == "from" and words[end + 1] in {"today", "now"}
    return Match(Within(lengths), end + 2) if lengths and from_now else None


def _in_the_future(words: Words, at: int) -> Match | None:
    # 4 weeks in the future
    lengths, end = read_lengths(words, at)
    if not lengths or words[end : end + 3] != ("in", "the", "future"):
        return None
    return Match(Within(lengths, first_day_away=1), end + 3)


def _unit_to_date(words: Words, at: int) -> Match | None:
    # year to date · quarter-to-date · fiscal year to date
    unit = read_unit(words, at)
    end = _to_date_suffix(words, unit.end) if unit and unit.single and not is_breakdown(words, at) else None
    return _to_date(ToDate(unit.unit, civil=unit.civil), words, end) if unit and end else None


def _short_to_date(words: Words, at: int) -> Match | None:
    # YTD last year · MTD last month
    short = SHORTHANDS[words[at]]
    return _to_date(short, words, at + 1) if isinstance(short, ToDate) else None


def _to_date(form: ToDate, words: Words, end: int) -> Match:
    # year to date · year to date last year · YTD 2025
    then = end + 1 if words[end] in {"of", "in", "for", ","} else end
    year = read_year_number(words, then) if form.unit is Unit.YEAR else None
    if year:
        return Match(ToDateIn(form.unit, civil=form.civil, number=year.value), year.end)
    named = read_named(words, then) if form.unit in {Unit.MONTH, Unit.QUARTER, Unit.YEAR} else None
    if named and isinstance(named.form, MonthOfYear) and form.unit is Unit.YEAR and form.away == 0:
        return Match(YearThrough(named.form, civil=form.civil), named.end)  # YTD August
    if named and isinstance(named.form, MonthOfYear | PartOfYear) and named.form.kind is KIND_OF[form.unit]:
        return Match(ToDateOf(form.unit, civil=form.civil, inner=named.form), named.end)
    direction = read_direction(words, then)
    unit = read_unit(words, direction[1]) if direction and direction[0] <= 0 else None
    return _to_date_of(form, unit, direction[0], unit.end) if direction and unit else Match(form, end)


def _to_date_of(form: ToDate, unit: UnitRead, away: int, end: int) -> Match:
    # So many of its own units earlier: the quarter to date of last year is four quarters away.
    size, own = MONTHS_IN.get(unit.unit, 0), MONTHS_IN.get(form.unit, 0)
    steps = away * (size // own if own else 1)
    return Match(replace(form, away=steps), end)


def _unit_after_next(words: Words, at: int) -> Match | None:
    # the week after next · the month before last · the day after tomorrow
    unit = read_unit(words, at)
    if unit is None or words[unit.end] not in {"after", "before", "prior"}:
        return None
    sign = 1 if words[unit.end] == "after" else -1
    then = unit.end + 2 if words[unit.end + 1] in {"the", "to"} else unit.end + 1
    if unit.unit is Unit.DAY:
        matching = {1: "tomorrow", -1: "yesterday"}[sign]
        return Match(DayAway(2 * sign), then + 1) if words[then] == matching else None
    if words[then] == "this" and words[unit.end + 1] != "to" and words[then + 1] not in UNITS:
        end = then + 2 if words[then + 1] == "one" else then + 1
        return Match(Relative(unit.unit, civil=unit.civil, away=sign), end) if unit.single else None
    if DIRECTIONS.get(words[then]) != sign:
        return None
    return Match(Relative(unit.unit, civil=unit.civil, away=2 * sign), then + 1)


def _weekday_after_next(words: Words, at: int) -> Match | None:
    # Friday after next · Friday week · the Monday before last
    weekday, following = Weekday(WEEKDAYS[words[at]]), words[at + 1 : at + 3]
    if following == ("after", "next"):
        return Match(Directed(weekday, 2), at + 3)
    if following == ("before", "last"):
        return Match(Directed(weekday, -2), at + 3)
    in_a_week = following[0] == "week" and not following[1].isdecimal() and following[1] not in {"of", "starting"}
    return Match(Directed(weekday, 2), at + 2) if in_a_week else None


def _days_of_week(words: Words, at: int) -> Match | None:
    # Monday of this week · Wednesday next week · Monday to Friday last week
    days = _weekdays(words, at)
    if days is None:
        return None
    first, last, then = days
    while words[then] in {"of", "in", "from", "the", ","}:
        then += 1
    direction = read_direction(words, then)
    if direction and words[direction[1]] == "week":
        return Match(DaysOfWeek(first, last, Relative(Unit.WEEK, away=direction[0])), direction[1] + 1)
    # of the week before last · Tuesday two weeks ago
    week = _unit_after_next(words, then) if words[then] == "week" else _weeks_away(words, then)
    return Match(DaysOfWeek(first, last, week.form), week.end) if week else None


def _weeks_away(words: Words, at: int) -> Match | None:
    away = _ago_or_ahead(words, at) if words[at] in COUNT_LEADS or words[at].isdecimal() else None
    if away is None or not isinstance(away.form, DayAway) or away.form.origin or away.form.unit is not Unit.WEEK:
        return None
    return Match(Relative(Unit.WEEK, away=away.form.count), away.end)


def _working_day(words: Words, at: int) -> Match | None:
    # last working day · next business day · last 5 working days
    direction = read_direction(words, at)
    if direction is None or direction[0] == 0:
        return None
    counted = read_count(words, direction[1])
    then = counted.end if counted else direction[1]
    end = after_working_days(words, then)
    if end is None:
        return None
    return Match(WorkingDays(counted.value if counted else 1, ahead=direction[0] > 0), end)


_LEADS = {
    "so": [read_so_far],
    "rest": [read_rest],
    "remainder": [read_rest],
    "balance": [read_rest],
    "later": [read_later],
    "earlier": [read_earlier],
    "in": [_in],
    "within": [_within],
    "less": [_less_than],
    "ytd": [_short_to_date],
    "fytd": [_short_to_date],
    "qtd": [_short_to_date],
    "mtd": [_short_to_date],
    "wtd": [_short_to_date],
    "most": [_directed, _rolling],
    "trailing": [_trailing],
    "rolling": [_trailing],
}
RELATIVE_LEADS = NAMED_LEADS | {*DIRECTIONS, *_LEADS, *UNIT_LEADS, *WEEKDAYS, *COUNT_LEADS}
"""What a period that is named or counted from today can begin with, besides what has a digit."""
