"""Exact whole numbers inside, and the one place where they become something a person reads.

Time is kept in seconds and money in ten-thousandths of its currency unit. A slice of money is seconds x
price, so 36,000,000 of it make one currency unit. Nothing is rounded but at ingest (once, half up) and when
it is shown.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_precision

SECONDS_PER_HOUR = 3600
MONEY_SCALE = 10_000
SLICE_SCALE = MONEY_SCALE * SECONDS_PER_HOUR
"""How much of a slice of money makes one currency unit."""
RATE_SCALE = 10**12
PERCENT_SCALE = 10_000
"""How much of a stored percentage makes one percent: 20 % is 200,000."""
FRACTION_SCALE = 10_000
NUMBER_SCALE = 10_000
MICRO_DAYS = 1_000_000

_HUNDRED = Decimal(100)
_TOO_LARGE = Decimal(2**62)
_EXACT = Context(prec=200)
_NUMBER = re.compile(r"[+-]?([0-9]{1,60}(\.[0-9]{0,60})?|\.[0-9]{1,60})([eE][+-]?[0-9]{1,2})?")
"""A decimal as programs write it; a number of more digits than these is none of an agency's."""


def scaled(text: str, scale: int) -> int:
    """Read decimal text ("7.5") as a whole number of 1/`scale`, rounded half up.

    ValueError if it is no number, or one too large to be kept.
    """
    if not _NUMBER.fullmatch(text):
        raise ValueError(f'"{text}" is not a number')
    value = _EXACT.multiply(Decimal(text), Decimal(scale))
    if abs(value) >= _TOO_LARGE:
        raise ValueError(f'"{text}" is too large')
    return int(value.to_integral_value(ROUND_HALF_UP))


def unscaled(value: int, scale: int) -> Decimal:
    """The decimal a stored whole number stands for: 27,000 seconds at 3600 are 7.5."""
    return Decimal(value) / scale


def hours_from(seconds: int) -> Decimal:
    """Seconds as decimal hours."""
    return unscaled(seconds, SECONDS_PER_HOUR)


def rounded(value: Decimal, digits: int) -> Decimal:
    """Round `value` half up to `digits` decimals, as every shown number is."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def largest_remainder(parts: Sequence[Decimal], total: Decimal, digits: int) -> tuple[Decimal, ...]:
    """Round `parts` so that they add up to the rounded `total`.

    Each part is cut off at `digits`; the units that are missing go to the parts that lost most, the earlier
    one first. ValueError when the exact parts are not the parts of that total.
    """
    step = Decimal(1).scaleb(-digits)
    cut = [part.quantize(step, ROUND_FLOOR) for part in parts]
    missing = int((rounded(total, digits) - sum(cut, Decimal(0))) / step)
    if abs(sum(parts, Decimal(0)) - total) >= step or not 0 <= missing <= len(cut):
        raise ValueError(f"{len(parts)} parts of {sum(parts, Decimal(0))} do not add up to {total}.")
    by_loss = sorted(range(len(cut)), key=lambda index: cut[index] - parts[index])
    raised = set(by_loss[:missing])
    return tuple(part + step if index in raised else part for index, part in enumerate(cut))


def show_number(value: Decimal, locale: str, digits: int = 2) -> str:
    """A plain number with at most `digits` decimals: "1,234.5"."""
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return format_decimal(rounded(value, digits), pattern, locale=locale_named(locale))


def show_hours(hours: Decimal, locale: str, digits: int = 2) -> str:
    """Decimal hours: "1,234.5 h"."""
    return f"{show_number(hours, locale, digits)} h"


def show_days(days: Decimal, locale: str, digits: int = 2) -> str:
    """Days: "1 day", "12.5 days"."""
    return f"{show_number(days, locale, digits)} {'day' if days == 1 else 'days'}"


def show_percent(ratio: Decimal, locale: str, digits: int = 1) -> str:
    """A ratio as a percentage: 0.8125 is "81.3 %"."""
    return f"{show_number(ratio * _HUNDRED, locale, digits)} %"


def show_money(amount: Decimal, currency: str, locale: str) -> str:
    """An amount in the decimals its currency has: "€12,340.50"."""
    shown = rounded(amount, get_currency_precision(currency))
    return format_currency(shown, currency, locale=locale_named(locale))


def show_date(day: date, locale: str) -> str:
    """A day in words, in the language of the locale: "9 October 2026", "9. Oktober 2026"."""
    return format_date(day, "long", locale=locale_named(locale))


def show_day(day: date, locale: str) -> str:
    """A day within our English sentences: as the locale writes it where it is English, else "9 October 2026"."""
    return show_date(day, locale if locale_named(locale).language == "en" else "en_GB")


def english_in(locale: str) -> str:
    """How a house writes numbers, on a page whose sentences are English: "12,5 h", and no "12,5 Std."."""
    language, _, country = locale.replace("-", "_").partition("_")
    return f"en_{country or 'DE'}" if language.lower() == "de" else locale


@cache
def month_first(locale: str) -> bool | None:
    """Whether dates in numbers begin with the month there; None for English of no country, which may be either."""
    named = locale_named(locale)
    if named == Locale.parse("en_001"):
        return None
    pattern = str(named.date_formats["short"].pattern)
    return pattern.index("M") < pattern.index("d")


@cache
def locale_named(name: str) -> Locale:
    """Find the locale `name` ("de", "de-CH", "en_GB"); ValueError or LookupError if there is none.

    English of no country is international English, which says "9 October 2026".
    """
    named = name.replace("-", "_")
    return Locale.parse("en_001" if named == "en" else named)
