"""What stands beside a number in prose: its unit, its currency, and words that make it something else."""

import re
import string
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from assistant.answers.trace_fold import Folded
from assistant.answers.trace_kinds import Kind
from assistant.answers.trace_vocabulary import MONEY_PREFIXES, MONEY_WORDS, words_of

SYMBOLS = "$¢£¤¥֏؋৲৳৻૱௹฿៛₠-⃀꠸﷼﹩￠￡￥￦"
PERCENT, HOURS, DAYS, PEOPLE, FTE, MONEY, OTHER = (
    "percent",
    "hours",
    "days",
    "people",
    "fte",
    "money",
    "other",
)
_BETWEEN = (
    "billable|unbillable|non|tracked|logged|recorded|worked|missing|available|contracted|scheduled|booked|planned|"
    "internal|overtime|overserviced|sold|free|remaining|more|fewer|less|extra|additional|full|time|part|whole|half|"
    "working|business|calendar|approved|pending|tentative|total|recognized|client|project|person|man|percentage|"
    "different|new|other|active|overbooked|unlogged|unused|used|budgeted|estimated|actual"
)
_UNIT = re.compile(
    rf"""(?:[\s(-]{{0,3}}(?:
        (?P<percent>%|percentage[\s-]+points?\b|percent\b|per[\s-]cent\b|pct\b|pp\b)
        |(?P<other>‰|‱|°|(?:ppm|kilo|km|kg|milliseconds|minutes?|mins?|seconds?|secs?|bps|basis[\s-]+points?)\b)
        |(?P<worded>(?:(?:{_BETWEEN})[\s-]+){{0,3}}(?:
            (?P<hours>(?:h|hrs?|hours?)\b)|(?P<days>(?:work|man|person)?days?\b)
            |(?P<fte>ftes?\b)|(?P<people>(?:people|persons?|heads?)\b)
            |(?P<spelled>(?:minutes?|euros?|dollars?|percent)\b)))
    ))""",
    re.VERBOSE,
)
_BECOMES = re.compile(
    r"""(?P<ordinal>(?:st|nd|rd|th)\b)
    |(?P<abbreviated>[\s-]?(?:k|m|mn|mm|bn|tn|mio|mrd)\b|[bt]\b
        |[\s-]{1,2}(?:thousand|million|billion|trillion|hundred|dozen|score)s?\b)
    |(?P<multiple>[\s-]?(?:x\b|×)|[\s-]{0,2}fold\b|[\s-]{1,2}times\b|[\s-]{1,2}multiples?\b)
    |(?P<fraction>[\s-]{1,2}(?:halves|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?
        |hundredths?|thousandths?)\b
        |\sin(?=\s(?:every\s)?\d{1,3}(?![\d:/-]|[.,]\d
            |\s(?:[-–]\s\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)))
    |(?P<time>\s?(?:[ap]\.?m\b|o['’]?clock\b))""",
    re.VERBOSE,
)
_LOOSELY = re.compile(r"\+|-?ish\b|-odd\b|\s+odd\b|\s+or\s+so\b|,?\s+give\s+or\s+take\b|\s+or\s+(?:more|less|fewer)\b")
_ROUGHLY = re.compile(
    r"(?:(?:^|[^a-z])(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca\.?|some|close\s+to|near|"
    r"nearing|approaching|(?:just|well|slightly|a\s+little|a\s+bit)\s+(?:over|under|above|below)|barely|virtually|"
    r"practically|more\s+or\s+less|upwards\s+of|an?\s+estimated|estimated|in\s+the\s+region\s+of|give\s+or\s+take|"
    r"somewhere\s+between)|[~≈∼≃≅±])(?:\s+(?:an?|the))?$"  # noqa: RUF001 - signs as printed
)
_ROUGH_ENDS = words_of(
    """about around roughly approximately approx approx. nearly almost circa ca ca. some to near nearing approaching
    over under above below barely virtually practically less of estimated take between a an the"""
)
_NUMBERED = re.compile(
    r"(?:^|[^a-z])(?:(last|this|that|next|per|each|every|previous|past|current|full|complete|whole)\s+)?(?:week|day|month|quarter|year|phase|"
    r"step|stage|version|section|sprint|round|level|tier|chapter|volume|page|row|line|room|part|act|no\.|nr\.|number|"
    r"milestone|release|wave|series|season|episode|lot|batch|item|[ck]w|wk|no|№|(?:mon|tue|wed|thu|fri|sat|sun)"
    r"(?:(?:s|nes|rs|ur)?day)?)\s$"
)
_DASHES = "-‐‑‒–−"  # noqa: RUF001 - every dash that can be a sign or join two numbers
_SIGNS = f"+±{_DASHES}"
_JOINED = re.compile(rf"[{_DASHES}—](?:[A-Z]{{0,3}}[{SYMBOLS}]|[A-Z]{{3}}\s?)?\d")
_MINUS = re.compile(r"\b(?:minus|negative)\s+$")
_MONEY_BEFORE = re.compile(rf"(?<![^\W_])(?:[A-Z]{{0,3}}[{SYMBOLS}]|[A-Z]{{3}}|[a-zł]{{2,3}}\.?)\s?$", re.IGNORECASE)
_BEFORE_SIGN = frozenset(" \n\t([{\"'“‘„«=:;,|<>≤≥/")  # noqa: RUF001 - quotes as printed
_GLUE = frozenset("_#@&%^/\\)]}°§№")
_WINDOW = 28
_MONEY_WINDOW = 8
_CODE = re.compile(r"[A-Z]{3}(?![^\W_])")
_SYMBOL = re.compile(rf"\s{{0,2}}(?:[A-Z]{{1,3}})?[{SYMBOLS}](?!\d)")
_WORD = re.compile(r"\s{0,2}([^\W\d_]+)")

BECOMES = {
    "ordinal": Kind.ORDINAL,
    "abbreviated": Kind.ABBREVIATED,
    "multiple": Kind.MULTIPLE,
    "fraction": Kind.FRACTION,
    "time": Kind.TIME,
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What follows a number: where it ends, and the kind, unit or currency it gives the number."""

    end: int
    kind: Kind | None = None
    unit: str = ""
    currency: str = ""
    loose: bool = False


def after(folded: Folded, place: int, currencies: tuple[str, ...] = ()) -> Beside:
    """The unit, currency or turn of phrase that follows a number ending at `place`."""
    becomes = _BECOMES.match(folded.lower, place)
    if becomes:
        return Beside(becomes.end(), BECOMES[becomes.lastgroup or ""])
    beside = _unit(folded, place) or _money(folded, place, currencies) or Beside(place)
    loosely = _LOOSELY.match(folded.lower, beside.end)
    return Beside(loosely.end(), None, beside.unit, beside.currency, loose=True) if loosely else beside


def _unit(folded: Folded, place: int) -> Beside | None:
    found = _UNIT.match(folded.lower, place)
    if found is None:
        return None
    for unit in (PERCENT, HOURS, DAYS, FTE, PEOPLE):
        if found[unit]:
            return Beside(found.end(), unit=unit)
    return Beside(found.end(), unit=OTHER)


def _money(folded: Folded, place: int, currencies: tuple[str, ...]) -> Beside | None:
    gap = place + (len(folded.text) > place and folded.text[place] == " ")
    for token in currencies:
        if folded.text.startswith(token, gap) and not _is_wordy(folded.text, gap + len(token)):
            return Beside(gap + len(token), unit=MONEY, currency=token)
    symbol = _SYMBOL.match(folded.text, place)
    if symbol:
        return Beside(symbol.end(), unit=MONEY, currency=symbol.group().strip())
    code = _CODE.match(folded.text, gap)
    if code and code.group() in currency_codes():
        return Beside(code.end(), unit=MONEY, currency=code.group())
    word = _WORD.match(folded.lower, place)
    if word and word[1] in MONEY_WORDS:
        return Beside(word.end(), unit=MONEY, currency=word[1])
    return None


def _is_wordy(text: str, place: int) -> bool:
    return place < len(text) and (text[place].isalnum() or text[place] == "_")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a number: where it begins, sign, currency, and the kind it gives the number."""

    start: int
    kind: Kind | None = None
    negative: bool = False
    currency: str = ""


def before(folded: Folded, place: int, currencies: tuple[str, ...] = ()) -> Before:
    """The sign and the currency before a number that begins at `place`, in either order."""
    text = folded.text
    signed = _sign_at(text, place)
    start = place - len(signed)
    currency, start = _money_before(text, start, currencies)
    if currency and not signed:
        signed = _sign_at(text, start)
        start -= len(signed)
    if not signed:
        word = _MINUS.search(folded.lower, max(0, start - _WINDOW), start)
        if word:
            return Before(word.start(), negative=True, currency=currency)
    kind = Kind.APPROXIMATE if signed == "±" else _touching(text, start, signed)
    return Before(start, kind, negative=signed[:1] in set(_DASHES), currency=currency)


def _sign_at(text: str, place: int) -> str:
    """The sign that touches `place` from the left; a true minus may stand apart."""
    if place and text[place - 1] in _SIGNS:
        return text[place - 1]
    return "− " if text[max(0, place - 2) : place] == "− " else ""


def _money_before(text: str, place: int, currencies: tuple[str, ...]) -> tuple[str, int]:
    for token in currencies:
        for said in (token, f"{token} "):
            begin = place - len(said)
            if text.endswith(said, 0, place) and not (begin and _is_wordy(text, begin - 1)):
                return token, begin
    found = _MONEY_BEFORE.search(text[max(0, place - _MONEY_WINDOW) : place])
    if found is None:
        return "", place
    currency = found.group().strip()
    known = currency in currency_codes() if currency.isalpha() and currency.isupper() else True
    worded = currency[-1] in f".{string.ascii_letters}ł"
    if not known or (worded and not currency.isupper() and currency.lower().strip(".") not in MONEY_PREFIXES):
        return "", place
    return currency, place - len(found.group())


def _touching(text: str, place: int, sign: str) -> Kind | None:
    """What a number becomes by the character that touches it, or its sign, from the left."""
    touched = text[place - 1] if place else " "
    if sign:
        if touched in _BEFORE_SIGN:
            return None
        return Kind.RANGE if touched.isdigit() or touched in "%€" else Kind.GLUED
    if touched.isalnum() or touched in _GLUE or unicodedata.category(touched) == "Sc":
        return Kind.GLUED
    return Kind.MULTIPLE if touched == "×" else None


def is_joined(folded: Folded, place: int) -> bool:
    """Whether a dash leads from a number that ends at `place` straight to another."""
    return _JOINED.match(folded.text, place) is not None


def is_rough(folded: Folded, place: int) -> bool:
    """Whether the words before `place` make a number approximate: "about", "nearly a", "~"."""
    said = folded.lower[max(0, place - _WINDOW) : place].rstrip()
    last = "".join(said.split()[-1:]).lstrip('([{"“*')
    return (last in _ROUGH_ENDS or last[-1:] in set("~≈∼≃≅±")) and _ROUGHLY.search(said) is not None  # noqa: RUF001


def is_numbered(folded: Folded, place: int) -> bool:
    """Whether the word before `place` makes a number a name of a thing: "phase 2", but not "last week 2"."""
    found = _NUMBERED.search(folded.lower[max(0, place - _WINDOW) : place])
    return found is not None and found[1] is None


@cache
def currency_codes() -> frozenset[str]:
    """Every currency code there is or was."""
    from babel.numbers import list_currencies  # noqa: PLC0415 - only prose with capitals beside a number pays for it

    return frozenset(list_currencies())


def plain_value(digits: str) -> Fraction | None:
    """What digits with separators say to most readers: the last separator is decimal unless it groups."""
    if len(digits) > 60:  # noqa: PLR2004 - nobody reads more, and Python refuses thousands
        return None
    marks = [char for char in digits if not char.isdigit()]
    if not marks:
        return Fraction(int(digits))
    whole, _, decimals = digits.rpartition(marks[-1])
    same = len(set(marks)) == 1
    if same and (marks[0] not in ".," or len(marks) > 1 or _groups(marks[0], decimals)):
        whole, decimals = whole + decimals, ""
    figures = "".join(char for char in whole if char.isdigit())
    return Fraction(int(f"{figures}{decimals}"), 10 ** len(decimals))


def _groups(mark: str, last: str) -> bool:
    return mark == "," and len(last) == 3  # noqa: PLR2004 - thousands
