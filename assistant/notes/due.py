"""The day that the words of a note mean by "by Friday" or "end of next week", counted from the day they were written.

"Friday" is the first one after that day, "next Friday" the one of the week after. A week ends on its Friday, as work
does; of a stretch ("by October", "next week") it is the last day, so that nothing is called late too early; of its
beginning and middle the 10th and the 15th of a month, the Tuesday and the Wednesday of a week. A day without a year
lies in the year that brings it nearest. "Before" is the day before. What is none of these has no day.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.notes.late import compiled
from assistant.notes.text import folded

FRIDAY, SUNDAY = 4, 6
TUESDAY, WEDNESDAY = 1, 2
BEGINNING, MIDDLE = 10, 15
LATE_BY = 120
"""A day without a year lies at most so many days before the day it was written on."""

WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag",
            "tuesday tue tues dienstag",
            "wednesday wed weds mittwoch",
            "thursday thu thur thurs donnerstag",
            "friday fri freitag",
            "saturday sat samstag sonnabend",
            "sunday sun sonntag",
        )
    )
    for name in names.split()
}
MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner",
            "february feb februar feber",
            "march mar marz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sept sep",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        1,
    )
    for name in names.split()
}
_IN_WORDS = {
    name: number
    for number, names in enumerate(
        (
            "a an one ein eine einer einem",
            "two zwei",
            "three drei",
            "four vier",
            "five funf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
            "ten zehn",
        ),
        1,
    )
    for name in names.split()
}

_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})"
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})"
_YEAR = r"(?:20\d\d)"
_NEXT = r"(?:next|coming|following|nachsten?|nachster|kommenden?|kommender)"
_THIS = r"(?:the|this|of the|of this|der|dieser|diesen|des|dieses)"
_END = r"(?:end|close|ende)"
_BEGINNING = r"(?:beginning|start|early|anfang|beginn)"
_MID = r"(?:middle|mid|mitte)"
_SOME_TIME = rf"(?P<count>{_COUNT}) (?P<unit>days?|tag(?:en?)?|weeks?|wochen?|months?|monaten?)"
_WEEK, _MONTH_NOUN, _YEAR_NOUN = r"(?:week|woche)", r"(?:month|monats?)", r"(?:year|jahr(?:es)?)"


@dataclass(frozen=True)
class _Written:
    """When words were written, and in which order a day and a month of numbers stand."""

    on: date | None
    month_first: bool

    def near(self, month: int, day: int) -> date | None:
        """The day of a month, in the year that brings it nearest to when it was written."""
        if self.on is None:
            return None
        for year in (self.on.year - 1, self.on.year, self.on.year + 1):
            found = _day(year, month, day)
            if found is not None and (found - self.on).days >= -LATE_BY:
                return found
        return None

    def week(self, ahead: int, weekday: int) -> date | None:
        """A weekday of this week, or of a later one."""
        if self.on is None:
            return None
        return self.on + timedelta(days=7 * ahead + weekday - self.on.weekday())

    def month(self, ahead: int, day: int) -> date | None:
        """A day of this month, or of a later one; 31 is its last."""
        if self.on is None:
            return None
        months = self.on.year * 12 + self.on.month - 1 + ahead
        return _last_at_most(months // 12, months % 12 + 1, day)


Made = Callable[[re.Match[str], _Written], date | None]


def due_day(words: str, said_on: date | None, *, month_first: bool = False) -> date | None:
    """The day meant by words such as "Friday", "the end of next week" or "12 Oct", written on `said_on`; else None."""
    text = re.sub(r"\s+", " ", folded(words)).strip(" .,;:!()")
    text = re.sub(r"^(?:by|until|till|on|due|bis|zum|am|spatestens|no later than) ", "", text)
    before = re.match(r"(?:before|vor) (?P<rest>.+)", text)
    text = before["rest"] if before else text
    text = re.sub(r"^(?:bis|zum|dem|the|am|im|in the|in) (?=\S)(?!\d+ (?:days?|tag))", "", text)
    found = _read(text, _Written(said_on, month_first))
    return found - timedelta(days=1) if found is not None and before else found


def _read(text: str, written: _Written) -> date | None:
    for pattern, made in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return made(found, written)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_at_most(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _count(said: str) -> int:
    return int(said) if said.isdigit() else _IN_WORDS[said]


def _of_month(found: re.Match[str], written: _Written) -> date | None:
    """12 October, October 12, 12 October 2026, the 12th of October."""
    month, day = MONTHS[found["month"]], int(found["day"])
    return _day(int(found["year"]), month, day) if found["year"] else written.near(month, day)


def _in_numbers(found: re.Match[str], written: _Written) -> date | None:
    """12/10, 12/10/2026, 12.10., 12.10.26."""
    first, second = int(found["first"]), int(found["second"])
    turned = written.month_first and "/" in found[0]
    day, month = (second, first) if turned and first <= _MOST_MONTHS else (first, second)
    if month > _MOST_MONTHS:
        day, month = month, day
    if not found["year"]:
        return written.near(month, day)
    return _day(int(found["year"]) % 100 + 2000, month, day)


_MOST_MONTHS = 12


def _weekday(found: re.Match[str], written: _Written) -> date | None:
    """The first one after the day of the note; of this week or the next, where that is said."""
    number = WEEKDAYS[found["weekday"]]
    this, following = written.week(0, number), written.week(1, number)
    if this is None or following is None or written.on is None or found["next"] or found["week"]:
        return following
    if found["this"]:
        return this if this >= written.on else following
    return this if this > written.on else following


def _weeks_end(found: re.Match[str], written: _Written) -> date | None:
    """Its Friday; of a note written at the weekend that of the week after."""
    if found["next"]:
        return written.week(1, FRIDAY)
    return written.week(0 if written.on is None or written.on.weekday() <= FRIDAY else 1, FRIDAY)


def _part_of_month(day: int) -> Made:
    """A day of a month that is named."""

    def made(found: re.Match[str], written: _Written) -> date | None:
        month = MONTHS[found["month"]]
        if found["year"]:
            return _last_at_most(int(found["year"]), month, day)
        first = written.near(month, min(day, 28))
        return _last_at_most(first.year, month, day) if first else None

    return made


def _day_of_month(found: re.Match[str], written: _Written) -> date | None:
    """The 21st: the next one there is."""
    number = int(found["day"])
    days = (written.month(ahead, number) for ahead in range(3))
    return next((one for one in days if one and written.on and one >= written.on and one.day == number), None)


def _calendar_week(found: re.Match[str], written: _Written) -> date | None:
    """The Friday of an ISO week."""
    if written.on is None:
        return None
    number, years = int(found["number"]), (written.on.year, written.on.year + 1)
    days = [_friday_of(one, number) for one in years]
    return next((one for one in days if one and (one - written.on).days >= -LATE_BY), None)


def _friday_of(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, FRIDAY + 1)
    except ValueError:
        return None


def _in_some_time(found: re.Match[str], written: _Written) -> date | None:
    """In two weeks, within 10 days."""
    count, unit = _count(found["count"]), found["unit"]
    if unit.startswith("mo"):
        return written.month(count, written.on.day) if written.on else None
    days = count * 7 if unit.startswith("w") else count
    return written.on + timedelta(days=days) if written.on else None


def _quarter(found: re.Match[str], written: _Written) -> date | None:
    month = int(found["number"]) * 3
    if found["year"]:
        return _last_at_most(int(found["year"]), month, 31)
    first = written.near(month, 28)
    return _last_at_most(first.year, month, 31) if first else None


def _in_days(count: int) -> Made:
    return lambda _, written: written.on + timedelta(days=count) if written.on else None


def _year_end(found: re.Match[str], written: _Written) -> date | None:
    if found["year"]:
        return date(int(found["year"]), 12, 31)
    return date(written.on.year, 12, 31) if written.on else None


def _forms(*forms: tuple[str, Made]) -> tuple[tuple[re.Pattern[str], Made], ...]:
    return tuple((compiled(pattern), made) for pattern, made in forms)


_DATED = rf"(?:{_WEEKDAY}[,.]? (?:the |den )?)?"
_FORMS = _forms(
    (r"(20\d\d)-(\d\d)-(\d\d)", lambda found, _: _day(int(found[1]), int(found[2]), int(found[3]))),
    (
        rf"{_DATED}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? (?P<month>{_MONTH})\.?,?(?: (?P<year>{_YEAR}))?",
        _of_month,
    ),
    (rf"{_DATED}(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>{_YEAR}))?", _of_month),
    (rf"{_DATED}(?P<first>\d{{1,2}})[./](?P<second>\d{{1,2}})(?:[./](?P<year>(?:20)?\d\d)?)?", _in_numbers),
    (r"today|tonight|eod|cob|end of (?:the )?day|heute", _in_days(0)),
    (r"tomorrow|morgen", _in_days(1)),
    (r"day after tomorrow|ubermorgen", _in_days(2)),
    (
        rf"(?:(?P<this>this|diesen?)|(?P<next>{_NEXT}))? ?(?P<weekday>{_WEEKDAY})(?P<week> (?:of )?{_NEXT} {_WEEK})?",
        _weekday,
    ),
    (rf"(?P<next>{_NEXT}) (?P<this>)(?P<week>){_WEEK} (?P<weekday>{_WEEKDAY})", _weekday),
    (rf"eow|{_END} (?:(?:{_THIS}|of) )*(?P<next>{_NEXT} )?{_WEEK}|(?:{_THIS} )?{_WEEK}", _weeks_end),
    (rf"(?P<next>{_NEXT}) {_WEEK}", _weeks_end),
    (r"(?:this |the |next )?weekend", lambda _, written: written.week(0, SUNDAY)),
    (rf"{_BEGINNING} (?:of )?{_NEXT} {_WEEK}", lambda _, written: written.week(1, TUESDAY)),
    (rf"{_MID}[ -](?:of )?{_NEXT} {_WEEK}", lambda _, written: written.week(1, WEDNESDAY)),
    (
        rf"eom|{_END} (?:(?:{_THIS}|of) )*{_MONTH_NOUN}|(?:{_THIS} )?{_MONTH_NOUN}",
        lambda _, written: written.month(0, 31),
    ),
    (rf"(?:{_END} (?:of )?)?{_NEXT} {_MONTH_NOUN}", lambda _, written: written.month(1, 31)),
    (rf"{_BEGINNING} (?:of )?{_NEXT} {_MONTH_NOUN}", lambda _, written: written.month(1, BEGINNING)),
    (rf"{_MID}[ -](?:of )?{_NEXT} {_MONTH_NOUN}", lambda _, written: written.month(1, MIDDLE)),
    (rf"{_BEGINNING}[ -](?:of )?(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?", _part_of_month(BEGINNING)),
    (rf"{_MID}[ -](?:of )?(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?", _part_of_month(MIDDLE)),
    (rf"(?:{_END}[ -](?:of )?)?(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?", _part_of_month(31)),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)(?: of (?:the|this) month)?", _day_of_month),
    (r"(?:calendar )?(?:week|kw|cw|wk|w) ?(?P<number>\d{1,2})", _calendar_week),
    (
        rf"(?:(?:in|within|innerhalb von) )?{_SOME_TIME}(?: from now| time)?",
        _in_some_time,
    ),
    (rf"(?:end of )?q(?P<number>[1-4])(?: (?P<year>{_YEAR}))?", _quarter),
    (rf"eoy|{_END} (?:(?:{_THIS}|of) )*(?:{_YEAR_NOUN}|(?P<year>{_YEAR}))|year[ -]end|jahresende", _year_end),
    (r"christmas|xmas|weihnachten", lambda _, written: written.near(12, 25)),
    (r"new year(?:'s(?: eve)?)?|silvester|neujahr", lambda _, written: written.near(12, 31)),
)
"""How a day is said, and how it is found; the first form that fits the whole of the words is the one."""

_WITH_ACCENTS = (
    *(("nachst", "n[aä]chst"), ("marz", "m[aä]rz"), ("janner", "j[aä]nner"), ("funf", "f[uü]nf")),
    ("ubermo", "[uü]bermo"),
)


def _as_written(*forms: str) -> str:
    """Forms as they stand in a note, with their accents and without names for their parts; to be read in any case."""
    said = "|".join(re.sub(r"\(\?P<\w+>", "(?:", form) for form in forms)
    for plain, accented in _WITH_ACCENTS:
        said = said.replace(plain, accented)
    return rf"(?:(?:the|dem|den) )?(?:{said})(?![\w/])"


SAID = _as_written(*(form.pattern for form, _ in _FORMS))
"""What finds such words in a text."""

WITHIN = _as_written(rf"(?:in|within|innerhalb von) {_SOME_TIME}")
"""What needs no other word to be a day by which something is due: "in two weeks"."""
