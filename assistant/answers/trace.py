"""Which numerals of a finished text lead to no figure, date, period label or name that was bound.

It never sees the template or its slots. A numeral is traced when

* it says a bound figure: as `figures.show` says it, or exactly (all its decimals); digits plain, separators
  those of the locale or none, unit or currency the figure's own, sign too. Fewer decimals than our own are
  not accepted, so 81 % does not lead to 81.25 %. A number without a unit leads to counts (whole) and
  indices (with decimals) only; a percentage may be called "percent" or "percentage points"; people may be
  counted by a figure of people or a count;
* it is a count in words, and a count (or for people, a figure of people) has that value;
* it claims zero, and a figure of that unit is exactly zero ("none": any figure);
* it stands inside a bound day, written as the locale writes it, in English or ISO, with or without its
  year;
* it stands inside a period label, in capitals or not; the bracketed part of "last quarter (Q3 2026)" is one
  too;
* it stands inside a bound name, verbatim and on word boundaries, whatever the numeral is.

Everything else is untraced: fractions, multiples, abbreviations, approximations, ranges, ordinals, times,
years and disguises are no way our own wording puts a figure. A name launders no number: one that is nothing
but a number, or begins with one and has no capital after it ("42", "40 hours", "3 projects"), counts only
in quotes: “42”. A label without letters must look like a date ("2026", "2026-10", "2025 - 2026"); a name that is
nothing but a day or period with its year ("2026-W41") stands for that, while a bare year is only a label.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache

from assistant.answers.numerals import Kind, Numeral, read_numerals
from assistant.answers.trace_fold import fold
from assistant.figures import Figure, Unit, most_decimals, shown_number

# English is read in every locale.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_QUOTES = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'))
_DATED = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4}){0,2}(?: - (?:19|20)\d\d)?")
_WITH_YEAR = re.compile(r"(?:19|20)\d\d|FY ?\d\d")
_BRACKETED = re.compile(r"\(([^()]+)\)")
_CALENDAR = frozenset({Kind.DATE, Kind.PERIOD, Kind.YEAR})
_UNITS = {
    "hours": (Unit.HOURS,),
    "money": (Unit.MONEY,),
    "percent": (Unit.PERCENT,),
    "days": (Unit.DAYS, Unit.LAG_DAYS),
    "people": (Unit.PEOPLE, Unit.COUNT),
    "fte": (Unit.PEOPLE,),
    "": (Unit.COUNT, Unit.INDEX),
}


@dataclass(frozen=True, slots=True)
class _Bound:
    """A stretch of text that a date, label or name accounts for; `calendar`: only for dates and periods."""

    start: int
    end: int
    calendar: bool = False
    name: bool = False

    def accounts_for(self, numeral: Numeral) -> bool:
        """Whether the numeral stands in it; a spelled unit behind a name need not."""
        if self.calendar and (numeral.kind not in _CALENDAR or numeral.unit):
            return False
        (start, end), core = numeral.span, numeral.core
        if self.start <= start and end <= self.end:
            return True
        spelled = numeral.kind is Kind.NUMBER and numeral.unit in {"hours", "days", "people"}
        alone = numeral.span[0] == core[0] and numeral.text[-1].isalpha() and not numeral.text.endswith(" h")
        return self.name and spelled and alone and self.start < core[0] and core[1] <= self.end


def untraced(  # noqa: PLR0913, PLR0917 - a text and all that may account for its numbers
    text: str,
    figures: Sequence[Figure],
    dates: Sequence[date],
    labels: Sequence[str],
    names: Sequence[str],
    locale: str = "en",
) -> tuple[Numeral, ...]:
    """The numerals of `text` that nothing bound accounts for, in order; an answer with any is withheld."""
    money = {figure.currency for figure in figures if figure.currency}
    symbols = {currency: _symbol(currency, locale) for currency in money}
    numerals = read_numerals(text, tuple(sorted({*symbols.values(), *money}, key=len, reverse=True)))
    if not numerals:
        return ()
    days = (*dates, *(figure.day for figure in figures if figure.unit is Unit.DATE))
    bound = [*_dates(text, days, locale), *_labels(text, labels), *_names(text, names)]
    loose = [one for one in numerals if not any(stretch.accounts_for(one) for stretch in bound)]
    said = _Said(figures, symbols, locale)
    return tuple(one for one in loose if not said.has(one))


class _Said:
    """The bound figures by what they may be said as."""

    def __init__(self, figures: Sequence[Figure], symbols: dict[str, str], locale: str) -> None:
        self._locale = locale
        self._symbols = {currency: {currency, symbol} for currency, symbol in symbols.items()}
        self._by_unit: dict[Unit, list[Figure]] = {}
        for figure in figures:
            self._by_unit.setdefault(figure.unit, []).append(figure)
        self._by_number: dict[Unit, dict[tuple[int, int], list[Figure]]] = {}

    def _of(self, unit: Unit, number: Fraction) -> Sequence[Figure]:
        """The figures of a unit that are said as a number, or are exactly that."""
        if unit not in self._by_number:
            index = self._by_number[unit] = {}
            for figure in self._by_unit.get(unit, ()):
                for one in (figure.number, shown_number(figure)):
                    index.setdefault((one.numerator, one.denominator), []).append(figure)
        return self._by_number[unit].get((number.numerator, number.denominator), ())

    def has(self, numeral: Numeral) -> bool:
        """Whether some figure is what the numeral says."""
        match numeral.kind:
            case Kind.NUMBER:
                return self._has_number(numeral)
            case Kind.WORD:
                return numeral.unit in {"", "people"} and self._has_count(numeral)
            case Kind.ZERO:
                return self._has_zero(numeral)
            case _:
                return False

    def _has_number(self, numeral: Numeral) -> bool:
        read = _digits_of(self._locale).read(numeral.digits)
        if read is None:
            return False
        number, decimals = read
        return any(
            self._is_said(figure, numeral, number, decimals)
            for unit in _UNITS.get(numeral.unit, ())
            for figure in self._of(unit, number)
        )

    def _is_said(self, figure: Figure, numeral: Numeral, number: Fraction, decimals: int) -> bool:
        exact = number == figure.number and figure.rounded is None
        if not exact and decimals > most_decimals(figure):
            return False
        if figure.unit is Unit.MONEY:
            return numeral.currency in self._symbols[figure.currency or ""]
        if figure.unit is Unit.PEOPLE:
            return figure.is_fte is (numeral.unit == "fte")
        if figure.unit is Unit.INDEX:
            return decimals > 0
        return figure.unit is not Unit.COUNT or (decimals > 0) is (number.denominator > 1)

    def _has_count(self, numeral: Numeral) -> bool:
        if numeral.value is None:
            return False
        units = (Unit.COUNT, Unit.PEOPLE) if numeral.unit else (Unit.COUNT,)
        said = (figure for unit in units for figure in self._of(unit, numeral.value))
        return any(figure.value == numeral.value and not figure.is_fte for figure in said)

    def _has_zero(self, numeral: Numeral) -> bool:
        """Whether a zero is bound: "none" of anything, "no hours" of hours, "zero" of counts."""
        units = tuple(Unit) if numeral.text.lower() in {"none", "nil"} else _UNITS.get(numeral.unit, ())
        return any(figure.value == 0 for unit in units for figure in self._of(unit, Fraction(0)))


@dataclass(frozen=True, slots=True)
class _Digits:
    """How a locale writes digits."""

    pattern: re.Pattern[str]
    group: str

    def read(self, digits: str) -> tuple[Fraction, int] | None:
        """The number that digits say, and its decimals; None where the locale does not write it so."""
        found = self.pattern.fullmatch(digits)
        if found is None:
            return None
        whole, decimals = found["whole"].replace(self.group, ""), found["decimals"] or ""
        return Fraction(int(f"{found['sign']}{whole}{decimals}"), 10 ** len(decimals)), len(decimals)


@cache
def _digits_of(locale: str) -> _Digits:
    from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415 - only prose with figures pays for it

    from assistant.agency.units import locale_named  # noqa: PLC0415 - as above

    named = locale_named(locale)
    decimal, group = _folded(get_decimal_symbol(named)), _folded(get_group_symbol(named))
    # Money is grouped as the locale groups (12,34,567 in Hindi), all else in thousands.
    sizes = {(3, 3), named.decimal_formats[None].grouping}
    mark = re.escape(group)
    grouped = "|".join(rf"(?!0)\d{{1,{others}}}(?:{mark}\d{{{others}}})*{mark}\d{{{first}}}" for first, others in sizes)
    whole, decimals = rf"{grouped}|0|(?!0)\d{{1,30}}", rf"{re.escape(decimal)}(?P<decimals>\d{{1,30}})"
    return _Digits(re.compile(rf"(?P<sign>-?)(?P<whole>{whole})(?:{decimals})?", re.ASCII), group)


@cache
def _symbol(currency: str, locale: str) -> str:
    from babel.numbers import get_currency_symbol  # noqa: PLC0415 - as in `_digits_of`

    from assistant.agency.units import locale_named  # noqa: PLC0415 - as in `_digits_of`

    return _folded(get_currency_symbol(currency, locale_named(locale)))


def _folded(sign: str) -> str:
    return fold(sign).text


def _dates(text: str, dates: Sequence[date], locale: str) -> Iterator[_Bound]:
    for day in dates:
        for form in _forms(day, locale):
            yield from (_Bound(start, start + len(form)) for start in _places(form, text))


@lru_cache(maxsize=1024)
def _forms(day: date, locale: str) -> frozenset[str]:
    """The ways in which a day is written."""
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - as in `_digits_of`

    from assistant.agency.units import locale_named  # noqa: PLC0415 - as in `_digits_of`

    named = locale_named(locale)
    month = _MONTHS[day.month - 1]
    spelled = {form for name in (month, month[:3]) for form in (f"{day.day} {name}", f"{name} {day.day}")}
    dated = {f"{form}{comma} {day.year}" for form in spelled for comma in ("", ",")}
    local = {format_date(day, style, locale=named) for style in ("long", "medium")}
    short = {format_skeleton(skeleton, day, locale=named) for skeleton in ("MMMMd", "MMMd")}
    return frozenset({day.isoformat(), *spelled, *dated, *local, *short})


def _labels(text: str, labels: Sequence[str]) -> Iterator[_Bound]:
    small = text.lower()
    if len(small) != len(text):
        small = text
    for label in labels:
        for part in (label, *_BRACKETED.findall(label)):
            calendar = not any(char.isalpha() for char in part)
            searched = part.lower() if small is not text else part
            if calendar and not _DATED.fullmatch(part):
                yield from _quoted(part, text)
            else:
                places = _places(searched, small)
                yield from (_Bound(start, start + len(part), calendar) for start in places)


def _names(text: str, names: Sequence[str]) -> Iterator[_Bound]:
    for name in dict.fromkeys(names):
        if not name or name not in text:
            continue
        trust = _trust(name)
        if trust == "quoted":
            yield from _quoted(name, text)
        else:
            calendar = trust == "calendar"
            yield from (_Bound(start, start + len(name), calendar, name=True) for start in _places(name, text))


@lru_cache(maxsize=1024)
def _trust(name: str) -> str:
    """Whether a name stands for itself, only as a date, or only in quotes as it could pass for a number."""
    numerals = [one for one in read_numerals(name) if one.kind is not Kind.ZERO]
    if not numerals:
        return "plain"
    whole = len(numerals) == 1 and numerals[0].span == (0, len(name))
    if whole and numerals[0].kind in {Kind.DATE, Kind.PERIOD} and _WITH_YEAR.search(name):
        return "calendar"
    covered = {place for one in numerals for place in range(*one.span)}
    left = [char for place, char in enumerate(name) if place not in covered and char.isalpha()]
    begins = 0 in covered and all(char.islower() for char in left)
    return "quoted" if begins or not left else "plain"


def _quoted(name: str, text: str) -> Iterator[_Bound]:
    for opening, closing in _QUOTES:
        quoted = f"{opening}{name}{closing}"
        yield from (_Bound(start + 1, start + 1 + len(name)) for start in _places(quoted, text))


def _places(part: str, text: str) -> Iterator[int]:
    """Where `part` stands in `text` as a whole: no letter or digit touches it."""
    start = text.find(part) if part else -1
    while start >= 0:
        end = start + len(part)
        opens = not (part[0].isalnum() and start and _is_wordy(text[start - 1]))
        closes = not (part[-1].isalnum() and end < len(text) and _is_wordy(text[end]))
        if opens and closes:
            yield start
        start = text.find(part, start + 1)


def _is_wordy(char: str) -> bool:
    return char.isalnum() or char == "_"
