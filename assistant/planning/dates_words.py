"""The words that dates and periods are made of, and how a text is cut into them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Self

from assistant.planning.dates_units import Unit

if TYPE_CHECKING:
    from assistant.planning.dates_feasts import Feasts
    from assistant.planning.dates_numbers import Match

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "januar", "jänner"),
            ("february", "feb", "febr", "februar"),
            ("march", "mar", "märz", "mrz"),
            ("april", "apr"),
            ("may", "mai"),
            ("june", "jun", "juni"),
            ("july", "jul", "juli"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct", "oktober", "okt"),
            ("november", "nov"),
            ("december", "dec", "dezember", "dez"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
# Several of them: "two Sundays ago".
WEEKDAYS_COUNTED = WEEKDAYS | {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
# A fortnight is two weeks: each word is a unit and how many of it.
UNITS = {
    **dict.fromkeys(("day", "days"), (Unit.DAY, 1)),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), (Unit.WEEK, 1)),
    **dict.fromkeys(("fortnight", "fortnights"), (Unit.WEEK, 2)),
    **dict.fromkeys(("month", "months", "mth", "mths", "mo", "mos"), (Unit.MONTH, 1)),
    **dict.fromkeys(("quarter", "quarters", "qtr", "qtrs"), (Unit.QUARTER, 1)),
    **dict.fromkeys(("half", "halves"), (Unit.HALF, 1)),
    **dict.fromkeys(("year", "years", "yr", "yrs", "fy"), (Unit.YEAR, 1)),
    **dict.fromkeys(("decade", "decades"), (Unit.DECADE, 1)),
}
SINGLE_UNITS = {"day", "week", "wk", "month", "mth", "mo", "quarter", "qtr", "half", "year", "yr", "fy", "decade"}
NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ),
        start=1,
    )
}
TENS = {
    word: number * 10
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
# The ten years they begin, within a century: the nineties.
DECADES = {
    word: number * 10
    for number, words in enumerate(
        (
            *(("noughties", "aughts"), ("tens",), ("twenties",), ("thirties",), ("forties",), ("fifties",)),
            *(("sixties",), ("seventies",), ("eighties",), ("nineties",)),
        )
    )
    for word in words
}
CENTURIES = {"nineteen": 1900, "twenty": 2000}
LOOSE_NUMBERS = {"couple": 2, "few": 3, "dozen": 12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
        ),
        start=1,
    )
} | {"thirtieth": 30}

# How many units away: "last" is the one before the current one.
DIRECTIONS = {
    **dict.fromkeys(("last", "past", "previous", "prior", "preceding", "latest"), -1),
    **dict.fromkeys(("this", "current"), 0),
    **dict.fromkeys(("next", "coming", "upcoming", "following"), 1),
}
FINAL = {"last", "final"}
# Which half, besides the first and the second.
HALVES = {"latter": 2, "back": 2, "front": 1}
DAYS_AWAY = {"yesterday": -1, "yesterdays": -1, "today": 0, "todays": 0, "tomorrow": 1, "tomorrows": 1}
WHOLE = {"complete", "completed", "closed", "full", "whole", "entire", "rolling", "trailing", "consecutive"}
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
FISCAL = {"fiscal", "financial"}
CIVIL = {"calendar"}

WEEKENDS = {"weekend", "wkend"}
WORKING = {"working", "work", "business"}
WORKDAYS = {"weekday", "weekdays", "workday", "workdays"}

# What a count, an ordinal number and a unit can begin with, besides a digit.
COUNT_LEADS = {"a", "an", "hundred", *NUMBERS, *TENS, *LOOSE_NUMBERS}
ORDINAL_LEADS = {*ORDINALS, *TENS}
UNIT_LEADS = {*WEEKENDS, *UNITS, "workweek", *WHOLE, *FISCAL, *CIVIL, *WORKING}

DASHES = {"-", "–", "—", "~", "−"}
CONNECTORS = {"to", "until", "till", "til", "through", "thru", "bis", *DASHES}
PREPOSITIONS = {"in", "on", "at", "for", "during", "over", "throughout", "across", "within", "from", "of"}

# After one of these a shy word is a date: "in May", but not "may I see".
ANNOUNCE = (
    PREPOSITIONS
    | CONNECTORS
    | {
        *("since", "by", "before", "after", "between", "vs", "versus", "than", "with", "as", "or"),
        *("last", "this", "next", "early", "mid", "late", "until", "starting", "&", ",", "("),
    }
)
SHY_WORDS = {"may", "mai", "mar", "juli", "mon", "wed", "sat", "sun"}
ANNOUNCE_DAYS = CONNECTORS | {"on", "since", "by", "before", "after", "from", "between", "last", "this", "next"}
STRETCHES = {"the", "for", "over", "during", "throughout", "across", "these", "those"}
"""After one of these "two weeks before Easter" are so many days, and not the day that lies so far before."""
ANNOUNCE_EDGES = {"", "due", "by", "until", "till", "at", "since", "through", "from", "before", "after", "the"}
# A number before one of these is an amount and no year or day.
QUANTITIES = {
    *("hour", "hours", "h", "hrs", "hr", "minutes", "day", "days", "week", "weeks", "months", "quarters"),
    *("years", "people", "persons", "employees", "projects", "clients", "tasks", "invoices", "entries"),
    *("deals", "budgets", "eur", "euro", "euros", "usd", "dollars", "gbp", "pounds", "chf", "k", "percent"),
    *("%", "€", "$", "£"),
}
# After one of these a number is a limit or a count: "more than 2000", "top 5 October".
LIMITS = {
    *("than", "least", "most", "above", "below", "under", "exceeds", "exceeding", "top", "bottom", "best"),
    *("worst", "€", "$", "£", "#", "<", ">", "=", "+", "eur", "usd", "gbp", "chf", "no", "nr", "number"),
}

SAID = frozenset(
    word
    for words in (MONTHS, WEEKDAYS_COUNTED, UNITS, NUMBERS, TENS, ORDINALS, LOOSE_NUMBERS, DECADES, CENTURIES)
    for word in words
) | {
    *(*DIRECTIONS, *FINAL, *DAYS_AWAY, *WHOLE, *FISCAL, *CIVIL, *WORKING, *WEEKENDS, *CONNECTORS, *PREPOSITIONS),
    *("beginning", "starting", "commencing", "ending", "ended", "early", "middle", "later", "earlier", "onwards"),
    *("onward", "remainder", "balance", "hence", "inclusive", "including", "preferably", "around", "sometime"),
    *("start", "end", "rest", "back", "recent", "hundred", "penultimate", "workweek"),
}
"""Words that periods are made of, none of them a slip of another word."""

_COUNTED = "|".join(sorted({*UNITS, *MONTHS} - {"mo", "wk"}))  # "5mo" and "5wk" are no words of ours
_TOKEN = re.compile(
    r"""
    (?:(?<![\w./-])|(?<=\d\d/)|(?<=\d\d\.\.)) \d{4}-\d\d-\d\d (?=/\d{4}-\d|\.\.\d{4}-\d|(?!\w|[-/.]\w))
                                                        # both ends of 2026-10-01/2026-10-15
    | (?<![\w./-]) (?: \d{4}([-/.])\d{1,2}\1\d{1,2} | \d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}) )
        (?! \w | [-/.]\w )                              # a written date: 2026-10-05, 5.10.2026
    | (?<![\w./]) \d{1,2}\.\d{1,2}\. (?!\w)             # one without its year: 05.10.
    | \d{1,3} (?:,\d{3})+ (?!\d) | \d+ (?:\.\d+)+       # an amount
    | ['’] s \b | ['’] \d\d \b | ['’] \d0s \b           # a possessive, a short year, the '90s
    """
    rf"| (?<![\w./]) \d{{1,4}} (?=(?:{_COUNTED})\b)"  # 30days, 14april
    r"""
    | w/[bce] \b                                        # week commencing, week ending
    | \w+ | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ODD_MARKS = {
    **dict.fromkeys("\u2010\u2011\u2012\ufe58\ufe63", "-"),  # hyphens, and a dash as wide as a digit
    "\u2015": "—",
    **dict.fromkeys("\u2018\u02bc\u2032\u00b4", "’"),
}
_WIDE, _WIDEST, _WIDER = 0xFF01, 0xFF5E, 0xFEE0  # the full-width characters, and how far they are from those of ASCII
_BEYOND = 6  # how many words a reader may look ahead of its own


class Words(tuple[str, ...]):  # noqa: SLOT001 - a tuple cannot have slots of its own
    """A text cut into lower-case words, with blanks behind the last so that readers may look ahead.

    `spans` are the characters of each word in `text`; there are as many spans as words. `feasts` are the holidays
    that have a name here.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    feasts: "Feasts"
    read: dict[int, "Match | None"]
    """What reads furthest from a word on, of those it was looked for at: it depends on nothing but the words."""
    parts: dict[int, "Match | None"]
    """The same, of what is no range and has no word before it that says where it begins or ends."""

    def __new__(cls, text: str, said: Iterable[str], spans: Iterable[tuple[int, int]]) -> Self:
        """The words of a text and their places in it."""
        words = super().__new__(cls, (*said, *("",) * _BEYOND))
        words.text = text
        words.spans = tuple(spans)
        words.feasts = {}
        words.read = {}
        words.parts = {}
        return words

    @property
    def size(self) -> int:
        """How many words the text has."""
        return len(self.spans)

    def touches(self, index: int) -> bool:
        """Whether a word stands right behind the one before it."""
        return 0 < index < self.size and self.spans[index][0] == self.spans[index - 1][1]

    def is_capitalised(self, index: int) -> bool:
        """Whether a word is written with a capital."""
        return self.text[self.spans[index][0]].isupper()

    def between(self, start: int, end: int) -> str:
        """The text from one word up to another, with single spaces."""
        if start >= end:
            return ""
        return " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split())


def cut(text: str) -> Words:
    """The words of a text; "to" after "compare" is "versus", as in "compare March to April"."""
    plain = text if text.isascii() else _typed(text)
    found = [(match.group().lower(), match.span()) for match in _TOKEN.finditer(plain)]
    said: list[str] = []
    comparing = False
    for word, _ in found:
        comparing = word.startswith("compar") or (comparing and word not in {"from", "between"})
        said.append("versus" if comparing and word == "to" else word)
    return Words(text, said, (span for _, span in found))


def _typed(text: str) -> str:
    # As it would be typed on any keyboard, character by character: full-width digits, hyphens that do not break.
    return "".join(_plain(character) for character in text)


@lru_cache(maxsize=512)
def _plain(character: str) -> str:
    if character in _ODD_MARKS:
        return _ODD_MARKS[character]
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    return chr(ord(character) - _WIDER) if _WIDE <= ord(character) <= _WIDEST else character


def pieces(name: str) -> tuple[str, ...]:
    """A name as the words of a text that says it: "new year 's day"."""
    return tuple(match.group().lower().replace("’", "'") for match in _TOKEN.finditer(name))
