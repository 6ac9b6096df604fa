"""Amounts as they are written across Europe, brought to the one way that is read: digits, a dot for decimals.

more than 60,5 hours          more than 60.5 hours
over 10.000 €                 over 10000 €
at least 1.5 million          at least 1500000
over 12 TEUR                  over 12000 EUR

What could be two amounts ("over 10.000", of what?) stays as it is, and is asked about.
"""

import re
from fractions import Fraction

from assistant.planning.guarded import Guarded

_LIMIT = (
    r"(?:more than|less than|fewer than|higher than|lower than|greater than|over|above|below|under|beyond|exceeding|"
    r"at least|at most|up to|between|around|about|exactly|by|than|[<>]=?|"
    r"mehr als|weniger als|über|unter|mindestens|höchstens)"
)
_CURRENCY = r"(?:€|\$|£|eur|euros?|usd|dollars?|gbp|pounds?|chf)"
_UNIT = (
    r"(?:%|percent|per cent|pct|k\b|m\b|mio|mn|tsd|million|thousand|h\b|hrs?\b|hours?\b|stunden\b|days?\b|tage\b|"
    rf"{_CURRENCY})"
)

_DECIMALS = Guarded(
    rf"(?P<before>\b{_LIMIT} ?|[<>]=? ?|[€$£])?(?<![\d.,])(?<!weeks )(?<!kw )(?P<whole>\d{{1,6}}),"
    rf"(?P<rest>\d{{1,2}})(?![\d,]|\.\d)(?P<unit> ?{_UNIT})?",
    re.IGNORECASE,
)
"""As in "over 62,5 %": one or two digits behind a comma are decimals beside a limit or a unit."""

_WITH_BOTH = Guarded(r"(?<![\d.,])(?P<whole>\d{1,3}(?:\.\d{3})+),(?P<rest>\d{1,2})(?![\d.,]*\d)")
"""As in "1.500,50"."""

_DOTTED = Guarded(
    rf"(?<![\d.,])(?:(?P<before>[€$£] ?|\b(?:eur|usd|gbp) )(?P<first>\d{{1,3}}(?:\.\d{{3}})+)"
    rf"|(?P<second>\d{{1,3}}(?:\.\d{{3}})+)(?= ?{_CURRENCY}(?!\w))"
    rf"|(?P<third>\d{{1,3}}(?:\.\d{{3}}){{2,}}))(?![\d,]|\.\d)",
    re.IGNORECASE,
)
"""As in "10.000 €", "1.250.000": groups of three beside a currency, or several of them."""

_TIMES = {
    **dict.fromkeys(("thousand", "thousands", "tsd", "grand"), 1_000),
    **dict.fromkeys(("million", "millions", "mio", "mn", "mln", "mill"), 1_000_000),
}
_SCALED = Guarded(
    r"(?<![\w.,])(?P<sign>[€$£])?(?P<number>\d+(?:\.\d+)?) ?"
    rf"(?P<scale>{'|'.join(sorted(_TIMES, key=len, reverse=True))})\b\.?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SCALE = Guarded(r"\b(?:million|thousand)", re.IGNORECASE)
_HALF_A = Guarded(r"\bhalf a (?P<scale>million|thousand)\b", re.IGNORECASE)
_A = Guarded(rf"(?P<limit>\b{_LIMIT} )(?:a|one) (?P<scale>million|thousand)\b", re.IGNORECASE)
_TEUR = Guarded(r"(?<![\w.,])(?P<number>\d+(?:\.\d+)?) ?(?:TEUR|KEUR|T€|k ?EUR|K€)(?!\w)")


def plainly(text: str) -> str:
    """The question with its amounts in digits, as they are read everywhere else."""
    if not (_DIGIT.search(text) or _SCALE.search(text)):
        return text
    text = _WITH_BOTH.sub(lambda found: f"{found['whole'].replace('.', '')}.{found['rest']}", text)
    text = _DOTTED.sub(_in_digits, _DECIMALS.sub(_with_a_dot, text))
    text = _HALF_A.sub(lambda found: str(_TIMES[found["scale"].casefold()] // 2), text)
    text = _A.sub(lambda found: f"{found['limit']}{_TIMES[found['scale'].casefold()]}", text)
    text = _TEUR.sub(lambda found: f"{_times(found['number'], 1000)} EUR", text)
    return _SCALED.sub(
        lambda found: f"{found['sign'] or ''}{_times(found['number'], _TIMES[found['scale'].casefold()])}", text
    )


def _with_a_dot(found: re.Match[str]) -> str:
    """Decimals, where a limit or a unit says that it is one number; "weeks 38,39" are two."""
    if not (found["before"] or found["unit"]):
        return found.group()
    return f"{found['before'] or ''}{found['whole']}.{found['rest']}{found['unit'] or ''}"


def _in_digits(found: re.Match[str]) -> str:
    number = found["first"] or found["second"] or found["third"]
    return f"{found['before'] or ''}{number.replace('.', '')}"


def _times(number: str, scale: int) -> str:
    value = Fraction(number) * scale
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
