"""Every numeral in a piece of prose, read by someone who sees only the finished text.

What counts as a numeral, and how it is read:

* **Digits** of any script, with separators of any style (1,234.5 / 1.234,5 / 1 234,5 / 1'234.5), full-width
  and superscript ones too, and characters that are numbers (½, Ⅳ, 三). All but plain ones are `disguised`,
  as is any numeral with an invisible character, an entity, markup or a look-alike letter in it, or with
  text that runs backwards. Digits that touch letters or hang on them by a hyphen (B2B, v2, COVID-19) are
  `glued`.
* A **sign** is part of its number where it touches it: "-5" is not "5"; in "Budget - 5 h" it is a dash.
  "minus five" and "negative 5" are signed too. Two numbers joined by a dash, "5-7", are one `range`.
* **Units and currencies** belong to the numeral, before or after it, with a few words between ("12 billable
  hours"). "%", "percent", "percentage points" say the same. Minutes, seconds, per mille and the like are
  units of no figure.
* "1.2k", "3m", "4 million" are `abbreviated`; "about 5", "~5", "100+", "5 or so" are `approximate`, "more
  than 5" is not: a direction is not read.
* **Dates** are day and month, month and year, or ISO; a year is four digits from 1900 to 2099 without unit
  or separator; Q3, H1, FY26, 2026-W41 are `period`s; "14:30" and "9 am" are `time`.
* A number that **names a thing** ("phase 2", "week 41", "Phase II") is `numbered`; so is II, IV, XX
  standing alone. A single I, V or X counts only after such a word; other single letters never do.
* **Number words** are read with their compounds ("a hundred and twenty", "twenty-five"); "both" is 2,
  "single" 1. "one" is a pronoun after a determiner or a verb of choosing, where no noun follows ("the one
  that", "name one, or").
* **Ordinals** are numerals ("third", "2nd", "first"), except "first" after a possessive or "at" ("its first
  rate"), "firstly", and "second(s)" as a time ("per second", "30 seconds", where 30 is the numeral).
* **Fractions, multiples**: "half" and "halfway" always ("half-year" too), "a third", "three quarters"; "a quarter"
  only before "of" or after "by", "than", "nearly" and the like, for else it is a period; "twice",
  "doubled", "tenfold", "10x", "three times", "one in four", "order of magnitude". "three of five" is two
  numerals. "once" is none.
* **Vague** claims: a couple, a pair, a dozen, dozens, hundreds, a handful, several, a few, the majority,
  most of. Few, many, most, all and some without a number are none.
* **Zero**: zero, nil, none, and "no" before something counted ("no hours", "no overdue tasks"). "nothing"
  and "nobody" are none, nor is "no cost rate".
* "a", "an", "fortnight", "decade" and names of months without a number are none. Only English words are
  read.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from assistant.answers import trace_units, trace_words
from assistant.answers.trace_fold import Folded, fold, number_of
from assistant.answers.trace_kinds import Found, Kind, Numeral

__all__ = ["Kind", "Numeral", "read_numerals"]

_MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec)|March|MARCH|Mar|MAR|May|MAY)\b(?:\.(?=\s\d))?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d(?!\w|[.,-]\d)"
_CORE = r"(?:\d{1,3}(?:\ \d{3})+(?!\d)(?:[.,]\d+)?|[.,]?\d+(?:[.,'’·٫٬]\d+)*)"  # noqa: RUF001 - separators
_FOUND = re.compile(
    rf"""(?<!\d)(?=[\d.,JFMASONDjfmasondQHWC])(?:
    (?P<iso>(?<![\w.,/])\d{{4}}-\d\d(?:-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)?(?![\w/]|-\d|[.,]\d))
    |(?P<date>(?<![\w.,/]){_DAY}(?:\sof)?[\s-]{_MONTH}(?:,?[\s-]{_YEAR})?
        |\b{_MONTH},?\s{_YEAR}|(?<![\w.,/])\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}(?![\w]|[.,]\d))
    |(?P<spoken>\b{_MONTH}\s{_DAY}(?![\w%]|[.,:]\d)(?P<of_year>,?\s{_YEAR})?)
    |(?P<period>\b(?:Q[1-4]|H[12])(?!\w|[.,]\d)(?:[\s/-]{{0,2}}(?:FY\s?)?{_YEAR}|\s?(?:FY\s?|['’/])\d\d\b)?
        |\b\d{{4}}-?[QWH]\d{{1,2}}\b|\b[1-4]Q\s?'?(?:{_YEAR}|\d\d\b)
        |\b(?:FY|CY)\s?'?(?:(?:19|20)\d\d|\d\d)(?:[/-]\d\d(?:\d\d)?|-Q[1-4])?\b|\bW\d{{1,2}}\b)
    |(?P<time>\d+(?::\d+)+(?:\s?[aApP]\.?[mM]\b)?)
    |(?P<slash>\d+(?:[/⁄∕]\d+)+)
    |(?P<number>{_CORE})
    )""",  # noqa: RUF001 - slashes and quotes as printed
    re.VERBOSE,
)
_RUN = re.compile(r"\w*")
_DATE_PARTS = 3
_YEAR_LENGTH = 4
_KINDS = {
    "iso": Kind.DATE,
    "date": Kind.DATE,
    "spoken": Kind.DATE,
    "period": Kind.PERIOD,
    "time": Kind.TIME,
    "slash": Kind.FRACTION,
}


def read_numerals(text: str, currencies: tuple[str, ...] = ()) -> tuple[Numeral, ...]:
    """Every numeral of `text`, in order; `currencies` are folded signs of money to know beside the usual ones."""
    folded = fold(text)
    found = sorted(_all(folded, currencies), key=lambda one: (one.start, -one.end))
    return tuple(_as_written(one, folded, text) for one in found)


def _all(folded: Folded, currencies: tuple[str, ...]) -> Iterator[Found]:
    """Characters that are numbers, then digits, then words; what overlaps an earlier one is not read."""
    taken: list[Found] = []
    for read in (
        _symbols(folded),
        _shown(folded, currencies),
        trace_words.found_in_words(folded, currencies),
    ):
        fresh = [one for one in read if not any(o.start < one.end and one.start < o.end for o in taken)]
        taken.extend(fresh)
        yield from fresh


def _symbols(folded: Folded) -> Iterator[Found]:
    return (_symbol(place, folded) for place in folded.symbols)


def _shown(folded: Folded, currencies: tuple[str, ...]) -> Iterator[Found]:
    return (_digits(match, folded, currencies) for match in _FOUND.finditer(folded.text))


def _as_written(found: Found, folded: Folded, text: str) -> Numeral:
    start, end = folded.written(found.start, found.end)
    core = folded.written(*(found.core or (found.start, found.end)))
    kind = Kind.DISGUISED if folded.is_disguised(start, end) else found.kind
    return Numeral(
        span=(start, end),
        text=text[start:end],
        value=found.value,
        kind=kind,
        unit=found.unit,
        currency=found.currency,
        digits=found.digits,
        core=core,
    )


def _symbol(place: int, folded: Folded) -> Found:
    """A character that is a number by itself, with the digits it may stand beside."""
    start = place
    while start and folded.text[start - 1].isdigit():
        start -= 1
    value = number_of(folded.text[place]) if start == place else None
    exact = None if value is None else Fraction(value).limit_denominator(1000)
    return Found(start, place + 1, Kind.DISGUISED, exact)


def _digits(match: re.Match[str], folded: Folded, currencies: tuple[str, ...]) -> Found:
    name = match.lastgroup if match.lastgroup != "of_year" else "spoken"
    if name == "number":
        return _number(match, folded, currencies)
    kind = _KINDS[name or ""]
    if name == "slash" and len(re.split(r"[/⁄∕]", match.group())) == _DATE_PARTS:  # noqa: RUF001 - slashes as printed
        kind = Kind.DATE
    end = match.end()
    if kind in {Kind.DATE, Kind.PERIOD}:
        beside = trace_units.after(folded, end, currencies)
        day_ends_it = name == "spoken" and not match["of_year"]
        if beside.kind or beside.unit in {trace_units.PERCENT, trace_units.MONEY} or (beside.unit and day_ends_it):
            return Found(match.start(), beside.end, Kind.GLUED)
    start = _back(folded, match.start())
    run = end if folded.text[end - 1] == "." else _run(folded, end)
    return Found(start, run, kind if (start, run) == match.span() else Kind.GLUED)


def _number(match: re.Match[str], folded: Folded, currencies: tuple[str, ...]) -> Found:
    core = match.span()
    left, right = (
        trace_units.before(folded, core[0], currencies),
        trace_units.after(folded, core[1], currencies),
    )
    kind, unit, end = left.kind or right.kind, right.unit, right.end
    if left.currency:
        if right.unit in {trace_units.PERCENT, trace_units.MONEY, trace_units.OTHER}:
            kind = Kind.GLUED
        elif unit and not right.loose:
            end = core[1]
        unit = trace_units.MONEY
    run = _run(folded, end)
    if run > end or kind is Kind.GLUED or _is_short_year(match, folded):
        return Found(_back(folded, left.start), run, Kind.GLUED, core=core)
    if trace_units.is_joined(folded, end):
        kind = Kind.RANGE
    elif right.loose or trace_units.is_rough(folded, left.start):
        kind = Kind.APPROXIMATE
    return Found(
        start=left.start,
        end=end,
        kind=kind or _kind(folded, core, (left.start, end), unit),
        value=_value(match.group(), unit, negative=left.negative),
        unit=unit,
        currency=left.currency or right.currency,
        digits=f"{'-' if left.negative else ''}{match.group()}",
        core=core,
    )


def _kind(folded: Folded, core: tuple[int, int], span: tuple[int, int], unit: str) -> Kind:
    digits = folded.text[core[0] : core[1]]
    if unit or span != core or not digits.isdigit():
        return Kind.NUMBER
    if len(digits) == _YEAR_LENGTH and digits[:2] in {"19", "20"}:
        return Kind.YEAR
    return Kind.NUMBERED if trace_units.is_numbered(folded, core[0]) else Kind.NUMBER


def _value(digits: str, unit: str, *, negative: bool) -> Fraction | None:
    value = trace_units.plain_value(digits)
    if value is None:
        return None
    value = -value if negative else value
    return value / 100 if unit == trace_units.PERCENT else value


def _is_short_year(match: re.Match[str], folded: Folded) -> bool:
    """Whether it is the '26 of "October '26", and not '42' in quotes."""
    start, end = match.span()
    return folded.text[max(0, start - 1) : start] in {"'", "’"} and folded.text[end : end + 1] not in {
        "'",
        "’",
    }


def _run(folded: Folded, place: int) -> int:
    """Where the letters and digits that touch `place` end."""
    found = _RUN.match(folded.text, place)
    return found.end() if found else place


def _back(folded: Folded, place: int) -> int:
    """Where the word that touches `place` from the left begins."""
    while place and (folded.text[place - 1].isalnum() or folded.text[place - 1] == "_"):
        place -= 1
    return place
