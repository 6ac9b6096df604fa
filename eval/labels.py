"""The days that the name of a period says: a reader of the finished text, who never saw how it was planned.

last quarter (Q3 2026)                            1 July to 30 September 2026
year to date (1 January - 15 October 2026)        those days
this year (2026), up to 30 September 2026         1 January to 30 September 2026
as of 30 September 2026                           that day, and none it begins on
to date                                           no days: nothing can be held against it
"""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {name: number for number, name in enumerate(month_name) if name}
_MONTH = rf"(?P<{{0}}month>{'|'.join(_MONTHS)})"


def _day(name: str) -> str:
    month = _MONTH.format(name)
    return rf"(?P<{name}day>\d{{1,2}})(?: {month})?(?: (?P<{name}year>\d{{4}}))?"


_DAYS = re.compile(rf"(?<![\d-]){_day('a')} (?:-|to) {_day('b')}(?!\d)")
_ONE_DAY = re.compile(rf"(?<![\d-])(?P<day>\d{{1,2}}) {_MONTH.format('')} (?P<year>\d{{4}})")
_MONTHS_IN = re.compile(
    rf"{_MONTH.format('a')}(?: (?P<ayear>\d{{4}}))? - {_MONTH.format('b')} (?P<byear>\d{{4}})"
    rf"|{_MONTH.format('c')} (?P<cyear>\d{{4}})"
)
_PARTS = re.compile(r"\b(?P<unit>[QH])(?P<first>[1-4])(?: - [QH](?P<last>[1-4]))? (?P<year>\d{4})\b")
_YEARS = re.compile(r"(?:(?<=^)|(?<=\())(?P<first>\d{4})(?: - (?P<last>\d{4}))?(?=\)|$)")
_CUT = re.compile(r"(?:, up to|, through|^through|^as of| \(until) (?=\d{1,2} [A-Z])")
_MONTHS_OF = {"Q": 3, "H": 6}


@dataclass(frozen=True)
class Named:
    """The first and last day that a name says; None for a first day it leaves open."""

    start: date | None
    end: date


def days_named(label: str) -> Named | None:
    """The days that a name says; None where it says none, or counts in years of its own ("Q2 FY27")."""
    if re.search(r"\bFY\d\d\b", label) and not _DAYS.search(label):
        return None
    cut = _CUT.search(label)
    whole = label[: cut.start()] if cut else label
    found = next(_found(whole), None)
    if cut is None:
        return found
    end = _ONE_DAY.match(label, cut.end())
    return Named(found.start if found else None, _of(end["day"], end["month"], end["year"])) if end else found


def _found(text: str) -> Iterator[Named]:
    """What the first form that is found says; days come before months, as they hold their names."""
    for one in _DAYS.finditer(text):
        if one["bmonth"] and one["byear"]:
            month, year = one["amonth"] or one["bmonth"], one["ayear"] or one["byear"]
            yield Named(_of(one["aday"], month, year), _of(one["bday"], one["bmonth"], one["byear"]))
    for one in _ONE_DAY.finditer(text):
        day = _of(one["day"], one["month"], one["year"])
        yield Named(day, day)
    for one in _MONTHS_IN.finditer(text):
        first, last = one["amonth"] or one["cmonth"], one["bmonth"] or one["cmonth"]
        year = int(one["byear"] or one["cyear"])
        yield _months(int(one["ayear"] or year), _MONTHS[first], year, _MONTHS[last])
    for one in _PARTS.finditer(text):
        months, year = _MONTHS_OF[one["unit"]], int(one["year"])
        last = int(one["last"] or one["first"])
        yield _months(year, (int(one["first"]) - 1) * months + 1, year, last * months)
    for one in _YEARS.finditer(text):
        yield _months(int(one["first"]), 1, int(one["last"] or one["first"]), 12)


def _of(day: str, month: str, year: str) -> date:
    return date(int(year), _MONTHS[month], int(day))


def _months(first_year: int, first: int, last_year: int, last: int) -> Named:
    return Named(date(first_year, first, 1), date(last_year, last, monthrange(last_year, last)[1]))
