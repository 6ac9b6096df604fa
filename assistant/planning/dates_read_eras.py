"""Reading decades, years in words, holidays, and seasons, which have no days of their own."""

import re

from assistant.planning.dates_feasts import FeastTime
from assistant.planning.dates_named import CalendarYear, Decade, Season
from assistant.planning.dates_numbers import Match, read_year_beside, read_year_number, with_year
from assistant.planning.dates_words import CENTURIES, DECADES, DIRECTIONS, Words

_YEAR_DIGITS = 4
_LONGEST_NAME = 6  # words of a holiday
_OVER = {"over", "during", "around"}
_DAYS_AROUND = {"break", "holiday", "holidays", "period", "vacation", "shutdown", "closure", "season"}
_DECADE = re.compile(r"['’]?(\d{3}0|\d0)s")
_BEFORE_A_SEASON = {"the", "over", "during", "in", "early", "mid", "late", "since", "until", *DIRECTIONS}


def read_season(words: Words, at: int) -> Match | None:
    """A season, which is no period: the summer, last winter, spring 2026; "revenue fell" has none."""
    year = read_year_beside(words, at + 1)
    if year is None and words[at - 1] not in _BEFORE_A_SEASON:
        return None
    return Match(Season(), year.end if year else at + 1)


def read_decade(words: Words, at: int) -> Match | None:
    """Ten years in digits: 1990s, the 1990's, the 90s; "2020's revenue" is a year's."""
    written = _DECADE.fullmatch(words[at])
    the = words[at - 1] == "the"
    if written and (the or len(written[1]) == _YEAR_DIGITS):
        return Match(Decade(int(written[1])), at + 1)
    written = _DECADE.fullmatch(f"{words[at]}s") if the and words[at + 1] in {"'s", "’s"} else None
    return Match(Decade(int(written[1])), at + 2) if written else None


def read_named_decade(words: Words, at: int) -> Match | None:
    """Ten years in words: the nineties, the nineteen seventies, the twenty-tens."""
    if words[at - 1] != "the":
        return None
    century = CENTURIES.get(words[at], 0)
    then = at if not century else at + 2 if words[at + 1] == "-" else at + 1
    return Match(Decade(century + DECADES[words[then]]), then + 1) if words[then] in DECADES else None


def read_spelled_year(words: Words, at: int) -> Match | None:
    """A year in words: twenty twenty-six."""
    year = read_year_number(words, at)
    return Match(CalendarYear(year.value), year.end) if year else None


def read_feast(words: Words, at: int) -> Match | None:
    """A holiday by its name: Easter Monday, Christmas 2025; over Christmas, the Christmas break."""
    said = tuple(word.replace("’", "'") for word in words[at : at + _LONGEST_NAME])
    fitting = (one for one in words.feasts[words[at]] if said[: len(one.name)] == one.name)
    found = next(fitting, None)
    if found is None:
        return None
    if found.name == ("new", "year") and words[at - 2 : at] == ("in", "the"):
        return Match(Season(), at + 2)  # some time after New Year's Day
    end = at + len(found.name)
    over = found.is_short and words[at - 2 if words[at - 1] == "the" else at - 1] in _OVER
    days_around = words[end] in _DAYS_AROUND
    form = FeastTime(name=found.name, days=found.days) if over or days_around else found
    return with_year(form, words, end + 1 if days_around else end)
