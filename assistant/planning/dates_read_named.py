"""Reading what has a name: months, days, weekdays, weeks, quarters, halves and years."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.planning.dates_beside import YearThrough
from assistant.planning.dates_compound import NamedRange, Nth, Range
from assistant.planning.dates_forms import Floating, Form, YearSaid, in_year
from assistant.planning.dates_named import (
    CalendarYear,
    DayOfSomeMonth,
    DaysOfMonth,
    FiscalYear,
    MonthOfYear,
    NamedDay,
    PartOfYear,
    Season,
    Weekday,
    WeekOfYear,
    WrittenDay,
)
from assistant.planning.dates_numbers import (
    Match,
    Number,
    is_amount,
    read_count,
    read_day_number,
    read_fiscal_year,
    read_ordinal,
    read_year_beside,
    read_year_number,
    with_year,
)
from assistant.planning.dates_read_eras import (
    read_decade,
    read_feast,
    read_named_decade,
    read_season,
    read_spelled_year,
)
from assistant.planning.dates_read_offices import (
    read_dashed_year,
    read_numbered_month,
    read_period_token,
    read_short_year,
)
from assistant.planning.dates_read_tokens import (
    SHORT_YEARS,
    read_bankers_part,
    read_calendar_token,
    read_fiscal_part,
    read_part_token,
    read_trailing_token,
)
from assistant.planning.dates_read_weeks import WEEK_WORDS, read_iso_week, read_numbered_week, read_week_token
from assistant.planning.dates_read_written import read_short_day, read_written_day, read_written_range
from assistant.planning.dates_relative import DayAway, Relative, Rolling, ToDate, ToDateIn
from assistant.planning.dates_units import MONTHS_IN, Unit
from assistant.planning.dates_words import (
    CIVIL,
    CONNECTORS,
    DASHES,
    DAYS_AWAY,
    DECADES,
    DIRECTIONS,
    FINAL,
    FISCAL,
    HALVES,
    MONTHS,
    ORDINALS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAYS,
    Words,
)
from assistant.planning.dates_written import Written

Reader = Callable[[Words, int], Match | None]

# Words that are a whole period by themselves.
SHORTHANDS: dict[str, Form] = {
    **{word: DayAway(away) for word, away in DAYS_AWAY.items()},
    **dict.fromkeys(("ytd", "fytd"), ToDate(Unit.YEAR)),
    **dict.fromkeys(("pytd", "lytd"), ToDate(Unit.YEAR, away=-1)),
    "qtd": ToDate(Unit.QUARTER),
    "mtd": ToDate(Unit.MONTH),
    "wtd": ToDate(Unit.WEEK),
    **dict.fromkeys(("ttm", "ltm"), Rolling(Unit.MONTH, count=12)),
}
_WITH_A_WEEKDAY = (Floating, WrittenDay, Written)
_MONTHS_IN_A_YEAR = 12
_THIS_CENTURY = 2000
_DATE_MARKS = {"/", "-", "–"}
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})\.(20[1-4]\d)")
_YEARS_NOT_DAYS = range(20, 30)


def longest(words: Words, at: int, readers: Iterable[Reader]) -> Match | None:
    """What reads furthest; of equals the first."""
    best: Match | None = None
    for reader in readers:
        found = reader(words, at)
        if found and (best is None or found.end > best.end):
            best = found
    return best


def read_named(words: Words, at: int) -> Match | None:
    """The longest named period that begins here."""
    word = words[at]
    if word in SHORTHANDS:
        return Match(SHORTHANDS[word], at + 1)
    # "May" begins "May Day", and is a month where no such name follows.
    feast = read_feast(words, at) if word in words.feasts else None
    if feast:
        return feast
    if word in _WORD_LED:
        return longest(words, at, _WORD_LED[word])
    return longest(words, at, _NUMBER_LED) if word[:1].isdigit() else _lettered(words, at)


def _lettered(words: Words, at: int) -> Match | None:
    # q3 · w40 · fy26 · L3M · '90s
    word = words[at]
    if word[-1:].isdigit() and word[0] in _LETTER_LED:
        return _LETTER_LED[word[0]](words, at)
    if word[1:2].isdigit():
        return read_trailing_token(words, at) or read_decade(words, at) or read_short_year(words, at)
    return None


def read_month_said(words: Words, at: int) -> Match | None:
    """A month to which days can belong: "of October 2026", "this month", "of the month"."""
    of = words[at] == "of" or (words[at] == "in" and words[at + 1] in DIRECTIONS)
    at = at + 1 if of else at
    the = words[at] == "the"
    at = at + 1 if the else at
    if words[at] in MONTHS:
        return _month(words, at)
    if words[at] in DIRECTIONS and words[at + 1] == "month":
        return Match(Relative(Unit.MONTH, away=DIRECTIONS[words[at]]), at + 2)
    return Match(Relative(Unit.MONTH), at + 1) if words[at] == "month" and of and the else None


def days_of_month(words: Words, at: int, joins: frozenset[str]) -> Match | None:
    """Days said before their month: 5 October, 4-22 January 1995, from 4 to 22 this month."""
    first = read_day_number(words, at)
    if first is None:
        return None
    # 8.-12. Oktober
    then = first.end + 1 if words[first.end] == "." and words[first.end + 1] in joins else first.end
    last = read_day_number(words, then + 1) if words[then] in joins else None
    if last and first.value <= last.value:
        return _days(words, first, last)
    # 3 and 4 October
    following = read_day_number(words, then + 1) if words[then] in {"and", "&"} else None
    both = _days(words, first, following) if following and following.value == first.value + 1 else None
    return both or _days(words, first, first)


def _days(words: Words, first: Number, last: Number) -> Match | None:
    at = last.end
    if words[at] in {"-", "/", "."} and words[at + 1] in MONTHS:
        at += 1
    month = read_month_said(words, at)
    if month is None:
        return None
    form = month.form
    if isinstance(form, MonthOfYear):
        days = DaysOfMonth(first.value, last.value, form.month, year=form.year)
        return _with_short_year(days, words, month.end) if form.floats else Match(days, month.end)
    # "5 this month" is an amount; "5th of this month" and "from 4 to 22 this month" are days.
    if first is last and words[first.end] != "of":
        return None
    ends = tuple(Nth(form, number.value, Unit.DAY) for number in (first, last))
    return Match(ends[0] if first is last else Range(*ends), month.end)


def _with_short_year(days: DaysOfMonth, words: Words, end: int) -> Match:
    # 15 Sep 26 · 15-Sep-26
    at = end + 1 if words[end] == "-" and words.touches(end) else end
    word = words[at]
    short = word.isascii() and word.isdecimal() and int(word) in SHORT_YEARS and not is_amount(words, at)
    joined = words[at + 1] in {*CONNECTORS, "/"} or words[at + 1] in MONTHS
    if not short or joined:
        return Match(days, end)
    return Match(in_year(days, YearSaid(_THIS_CENTURY + int(word))), at + 1)


def _days_first(words: Words, at: int) -> Match | None:
    return days_of_month(words, at, frozenset(CONNECTORS))


def _month(words: Words, at: int) -> Match:
    end = at + 1
    if words[at] == "may" and words[end] == "day":
        return Match(Season(), end + 1)  # a holiday, of which no calendar in view knows
    if words[end] == "." and words.touches(end):
        end += 1
    found = read_dashed_year(words, at) or with_year(MonthOfYear(MONTHS[words[at]]), words, end)
    return Match(YearThrough(found.form), found.end + 1) if words[found.end] == "ytd" else found  # August YTD


def _month_and_days(words: Words, at: int) -> Match | None:
    end = at + 1
    if words[end] in {".", ","} or (words[end] == "/" and words.touches(end + 1)):
        end += 1
    # November between 19 and 20 · September from 4 to 8
    both = words[end] in {"between", "from"}
    first = read_day_number(words, end + 1 if both else end)
    if first is None:
        return None
    if _is_a_short_year(words, at, first):
        return Match(MonthOfYear(MONTHS[words[at]], year=YearSaid(_THIS_CENTURY + first.value)), first.end)
    both_ways = both or words[at - 1] == "between"
    joined = words[first.end] in CONNECTORS or (both_ways and words[first.end] in {"and", "&"})
    following = read_ordinal(words, first.end + 1) if words[first.end] in {"and", "&"} else None
    joined = joined or (following is not None and following.value == first.value + 1)  # October 3rd and 4th
    last = read_day_number(words, first.end + 1) if joined else None
    if last is None or last.value < first.value or _begins_a_month(words, last.end):
        if both:
            return None
        last = first
    return with_year(DaysOfMonth(first.value, last.value, MONTHS[words[at]]), words, last.end)


def _is_a_short_year(words: Words, at: int, number: Number) -> bool:
    # "In October 26" is a month of 2026: a day is said with "on".
    alone = words[number.end] not in CONNECTORS and read_year_beside(words, number.end) is None
    return words[at - 1] == "in" and words[at + 1].isdecimal() and number.value in _YEARS_NOT_DAYS and alone


def _begins_a_month(words: Words, at: int) -> bool:
    return words[at] in MONTHS or (words[at] == "of" and words[at + 1] in MONTHS)


def _weekday(words: Words, at: int) -> Match:
    return Match(Weekday(WEEKDAYS[words[at]]), at + 1)


def _weekday_and_date(words: Words, at: int) -> Match | None:
    day_at = at + 1
    while words[day_at] in {",", ".", "the"}:
        day_at += 1
    if words[day_at] in MONTHS:
        found = _month_and_days(words, day_at)
    else:
        written = read_written_day(words, day_at) if words[day_at][:1].isdigit() else None
        found = written or days_of_month(words, day_at, frozenset()) or some_day(words, day_at)
        found = found or read_short_day(words, day_at) or _the_spelled_day(words, day_at)
    if found is None or not isinstance(found.form, _WITH_A_WEEKDAY):
        return None
    return Match(NamedDay(WEEKDAYS[words[at]], found.form), found.end)


def _weekday_to_date(words: Words, at: int) -> Match | None:
    # Mon 5 - Fri 9 October
    first = read_day_number(words, at + 1)
    if first is None or words[first.end] not in CONNECTORS:
        return None
    then = first.end + 1
    last = _weekday_and_date(words, then) if words[then] in WEEKDAYS else days_of_month(words, then, frozenset())
    day = last.form.day if last and isinstance(last.form, NamedDay) else last.form if last else None
    if last is None or not isinstance(day, DaysOfMonth) or day.first != day.last:
        return None
    month = day.month if first.value <= day.last else (day.month - 2) % 12 + 1
    begins = DaysOfMonth(first.value, first.value, month, year=day.year if month == day.month else None)
    return Match(NamedRange(begins, last.form, WEEKDAYS[words[at]]), last.end)


def _the_spelled_day(words: Words, at: int) -> Match | None:
    # Monday the twelfth
    found = read_ordinal(words, at) if words[at - 1] == "the" else None
    return Match(DayOfSomeMonth(found.value), found.end) if found else None


def some_day(words: Words, at: int) -> Match | None:
    """The 18th."""
    found = read_ordinal(words, at)
    if found is None or not words[at][0].isdigit():
        return None
    return Match(DayOfSomeMonth(found.value), found.end)


def _year_led(words: Words, at: int) -> Match | None:
    # 2026 · 2026 june · 2026/11 · 2026-q1 · 2026-W40 · 2019/aug/01
    year = read_year_number(words, at)
    if year is None:
        return None
    then = year.end + 1 if words[year.end] in {*_DATE_MARKS, ","} else year.end
    said = YearSaid(year.value)
    if words[then] in MONTHS:
        day = read_day_number(words, then + 2 if words[then + 1] in _DATE_MARKS else then + 1)
        month = MONTHS[words[then]]
        if day:
            return Match(DaysOfMonth(day.value, day.value, month, year=said), day.end)
        return Match(MonthOfYear(month, year=said), then + 1)
    to_date = _year_to_date(words, year)
    if to_date:
        return to_date
    part = read_part_token(words, then) or read_week_token(words, then) or read_numbered_week(words, then)
    if part and isinstance(part.form, PartOfYear | WeekOfYear) and part.form.floats:
        return Match(in_year(part.form, said), part.end)
    return _year_and_month_number(words, year, then) or Match(CalendarYear(year.value), year.end)


def _year_to_date(words: Words, year: Number) -> Match | None:
    # 2025 YTD · 2025 year to date
    end = year.end + 1
    if words[year.end] == "year" and words[end : end + 2] == ("to", "date"):
        return Match(ToDateIn(Unit.YEAR, number=year.value), end + 2)
    return Match(ToDateIn(Unit.YEAR, number=year.value), end) if words[year.end] == "ytd" else None


def _year_and_month_number(words: Words, year: Number, at: int) -> Match | None:
    if at == year.end or not words[at].isdecimal() or len(words[at]) > 2:  # noqa: PLR2004 - 2026-11, not 2026-2027
        return None
    number = int(words[at])
    if 1 <= number <= _MONTHS_IN_A_YEAR:
        return Match(MonthOfYear(number, year=YearSaid(year.value)), at + 1)
    if number == (year.value + 1) % 100:
        return Match(FiscalYear(year.value + 1, both_years=True), at + 1)
    return None


def _month_number_and_year(words: Words, at: int) -> Match | None:
    # 11/2016 · 11- 2016 · 11.2016
    dotted = _MONTH_AND_YEAR.fullmatch(words[at])
    if dotted and 1 <= int(dotted[1]) <= _MONTHS_IN_A_YEAR and not is_amount(words, at):
        return Match(MonthOfYear(int(dotted[1]), year=YearSaid(int(dotted[2]))), at + 1)
    if words[at + 1] not in _DATE_MARKS or not words[at].isdecimal():
        return None
    year = read_year_number(words, at + 2)
    if year is None or not 1 <= int(words[at]) <= _MONTHS_IN_A_YEAR:
        return None
    return Match(MonthOfYear(int(words[at]), year=YearSaid(year.value)), year.end)


def _ordinal_part(words: Words, at: int) -> Match | None:
    # the third quarter of 2016 · first half · third-quarter 2025 · last quarter of 2025
    number = Number(-1, at + 1) if words[at] in FINAL else read_ordinal(words, at)
    number = Number(HALVES[words[at]], at + 1) if words[at] in HALVES else number
    if number and words[number.end] == "-" and words.touches(number.end):
        number = Number(number.value, number.end + 1)
    if number is None or UNITS.get(words[number.end], (None,))[0] not in {Unit.QUARTER, Unit.HALF}:
        return None
    unit = UNITS[words[number.end]][0]
    most = _MONTHS_IN_A_YEAR // MONTHS_IN[unit]
    end = number.end + 2 if words[number.end + 1] == "year" else number.end + 1
    found = with_year(PartOfYear(unit, most if number.value < 0 else number.value), words, end)
    if number.value > most or (number.value < 0 and found.end == end):
        return None
    return None if found.end == end and words[end] in {"of", "in"} else found


def _quarter_number(words: Words, at: int) -> Match | None:
    # quarter 3 of 2026
    number = read_count(words, at + 1)
    if number is None or not 1 <= number.value <= _MONTHS_IN_A_YEAR // MONTHS_IN[Unit.QUARTER]:
        return None
    return with_year(PartOfYear(Unit.QUARTER, number.value), words, number.end)


def _fiscal_year(words: Words, at: int) -> Match | None:
    # FY26 · fiscal year 2026 · FY26 Q2
    number = read_fiscal_year(words, at)
    if number is None:
        return read_fiscal_part(words, at)
    then = number.end + 1 if words[number.end] in DASHES else number.end
    part = read_part_token(words, then) or read_period_token(words, then)
    if part and isinstance(part.form, PartOfYear) and part.form.floats:
        return Match(in_year(part.form, YearSaid(number.value, fiscal=True)), part.end)
    to_date = _year_to_date(words, Number(number.value, number.end))  # FY26 YTD
    return to_date or Match(FiscalYear(number.value, both_years=number.both), number.end)


def _year_word(words: Words, at: int) -> Match | None:
    # year 2008 · calendar year 2008 · calendar 2008
    at = at + 1 if words[at] in CIVIL else at
    then = at + 1 if words[at] == "year" else at
    number = read_year_number(words, then + 1 if words[then] == "of" else then)
    return Match(CalendarYear(number.value), number.end) if number else None


def _counted_part(words: Words, at: int) -> Match | None:
    # calendar Q2 · fiscal Q2 2026 · calendar week 40
    if words[at] not in CIVIL | FISCAL:
        return None
    short = SHORTHANDS.get(words[at + 1])
    if isinstance(short, ToDate):
        return Match(replace(short, civil=words[at] in CIVIL), at + 2)
    if words[at + 1] in {"month", "period"}:
        return read_numbered_month(words, at + 1) if words[at] in FISCAL else None
    part = longest(words, at + 1, (read_part_token, _ordinal_part, _quarter_number, read_numbered_week))
    if part is None or not isinstance(part.form, PartOfYear):
        return part
    form = part.form
    return Match(PartOfYear(form.unit, form.number, civil=words[at] in CIVIL, year=form.year), part.end)


def _month_of(words: Words, at: int) -> Match | None:
    # month of September
    if words[at] != "month" or words[at + 1] != "of" or words[at + 2] not in MONTHS:
        return None
    return _month(words, at + 2)


_NUMBER_LED: tuple[Reader, ...] = (
    *(read_decade, read_written_day, read_written_range, _days_first, _year_led),
    *(_month_number_and_year, read_part_token, read_bankers_part, _ordinal_part),
)
_WORD_LED: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(MONTHS, (_month_and_days, _month)),
    **dict.fromkeys(WEEKDAYS, (_weekday_and_date, _weekday_to_date, _weekday)),
    **dict.fromkeys((*ORDINALS, *TENS), (_ordinal_part, _days_first)),
    **dict.fromkeys(DECADES, (read_named_decade,)),
    "two": (read_spelled_year,),
    "nineteen": (read_spelled_year, read_named_decade),
    "twenty": (read_spelled_year, read_named_decade, _ordinal_part, _days_first),
    **dict.fromkeys((*FINAL, *HALVES), (_ordinal_part,)),
    **dict.fromkeys((*FISCAL, "fy"), (_fiscal_year, _counted_part)),
    **dict.fromkeys(CIVIL, (_year_word, _counted_part)),
    **dict.fromkeys(WEEK_WORDS, (read_numbered_week,)),
    "iso": (read_iso_week,),
    **dict.fromkeys(("quarter", "qtr"), (_quarter_number,)),
    "year": (_year_word,),
    "month": (_month_of, read_numbered_month),
    "period": (read_numbered_month,),
    **dict.fromkeys(SEASONS, (read_season,)),
}
NAMED_LEADS = frozenset((*SHORTHANDS, *_WORD_LED))
"""What a named period can begin with, besides a word with a digit and the first word of a holiday."""

# A letter with a number behind it: q3, h1, w40, fy26.
_LETTER_LED: dict[str, Reader] = {
    **dict.fromkeys("qh", read_part_token),
    **dict.fromkeys("wk", read_week_token),
    "c": read_calendar_token,
    "f": _fiscal_year,
    "p": read_period_token,
}
