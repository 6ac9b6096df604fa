"""Puts right words that are surely misspelt: never names, never short words, never where two words are near."""

import re

from rapidfuzz.distance import OSA

from assistant.embedding import is_a_word
from assistant.planning.dates_words import MONTHS, WEEKDAYS
from assistant.planning.tokens import Token, key, normal, singular, tokenize
from assistant.planning.vocabulary import OF_DATES, DimensionWord, MetricWord, Vocabulary

SHORTEST = 5
TWO_SLIPS_FROM = 9
"""A word of so many letters may have two slips; a shorter one has one."""

CALENDAR = MONTHS.keys() | WEEKDAYS.keys()

LONG = 8
"""A word of so many letters with one wrong is hardly another word."""


SHORT = {
    "u": "you",
    "w": "with",
    "w/o": "without",
    "mnth": "month",
    "mth": "month",
    "mont": "month",
    "wk": "week",
    "yr": "year",
    "yaer": "year",
    "qtr": "quarter",
    "lst": "last",
    "nxt": "next",
    "tihs": "this",
    "thsi": "this",
    "cleint": "client",
    "teh": "the",
    "hte": "the",
    "adn": "and",
    "proj": "project",
    "projs": "projects",
    "ppl": "people",
    "rev": "revenue",
    "mo": "month",
    "mos": "months",
    "wks": "weeks",
    "yrs": "years",
    "qtrs": "quarters",
    "cust": "customer",
    "emp": "employee",
    "bgt": "budget",
    "fcst": "forecast",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "yest": "yesterday",
    "acct": "account",
    "accts": "accounts",
    "acc": "account",
    "mgr": "manager",
    "mgrs": "managers",
    "svc": "service",
    "svcs": "services",
    "exp": "expenses",
    "exps": "expenses",
    "inv": "invoices",
    "invs": "invoices",
    "bdgt": "budget",
    "bgts": "budgets",
    "avail": "available",
    "prev": "previous",
    "curr": "current",
    "cat": "category",
    "ly": "last year",
    "py": "last year",
    "hol": "holiday",
    "est": "estimated",
    "biz": "business",
    "gonna": "going to",
    "ave": "average",
    "burnt": "burned",
    "yday": "yesterday",
    "mths": "months",
    "mnths": "months",
    "lw": "last week",
    "lm": "last month",
    "lq": "last quarter",
    "lats": "last",
    "lsat": "last",
    "reciveable": "receivable",
    "taem": "team",
    "hc": "headcount",
    "mgn": "margin",
    "mrgn": "margin",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tmrrw": "tomorrow",
    "rn": "right now",
    "desc": "highest first",
    "asc": "lowest first",
    "cr": "change requests",
    "crs": "change requests",
    "tgt": "target",
    "tgts": "targets",
    "tsk": "task",
    "tsks": "tasks",
    "wat": "what",
    "wats": "what is",
    "pmt": "payment",
    "wekk": "week",
    "weke": "week",
    "moth": "month",
    "monht": "month",
    "houres": "hours",
    "huors": "hours",
    "horus": "hours",
    "whos": "who is",
    "whats": "what is",
    "fcast": "forecast",
    "bal": "balance",
    "abs": "absence",
    "ts": "timesheets",
}
"""Short forms and slips of words too short to be guessed."""


_GLUED = re.compile(r"/[bce]\b|[-/#]?\d", re.IGNORECASE)


def corrected(text: str, vocabulary: Vocabulary) -> str:
    """The question with its surely misspelt words put right."""
    pieces: list[str] = []
    done = 0
    for token in tokenize(text):
        right = None if _is_right(token, vocabulary) else apart(token, vocabulary) or _as_written(token, vocabulary)
        # "W/c" is no "with".
        if right and not _GLUED.match(text, token.end):
            pieces += [text[done : token.start], right]
            done = token.end
    return "".join([*pieces, text[done:]])


def _is_right(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether nothing need be looked up: what is known, is too short to be guessed, or is written as a name."""
    said, word = token.text.casefold(), token.word
    if said in SHORT or word in SHORT:
        return False
    return max(len(said), len(word)) < SHORTEST or (token.is_capital and token.start > 0) or word in vocabulary.known


def _as_written(token: Token, vocabulary: Vocabulary) -> str | None:
    """The word a word is a slip of, in the number it was written in; "lats" is no plural."""
    said = token.text.casefold()
    if said != token.word and said in SHORT and (token.word,) not in vocabulary.names.senses:
        return SHORT[said]
    right = correction(token, vocabulary)
    return _as_many(right, token) if right else None


def _as_many(right: str, token: Token) -> str:
    """In the plural where it was written so: "clinets" are several clients, of whom the first is not all."""
    many = f"{right[:-1]}ies" if re.search("[^aeiou]y$", right) else f"{right}s"
    is_many = token.text.casefold().endswith("s") and not token.word.endswith("s") and singular(many) == right
    return many if is_many else right


def correction(token: Token, vocabulary: Vocabulary) -> str | None:
    """The one known word a word is a slip of, if it surely is."""
    word = token.word
    if word in SHORT and (word,) not in vocabulary.names.senses:
        return SHORT[word]
    is_name = token.is_capital and token.start > 0
    if len(word) < SHORTEST or not word.isalpha() or word in vocabulary.known or is_name:
        return None
    spelt = (word, token.text.casefold().removesuffix("s")) if token.text.casefold().endswith("ies") else (word,)
    begins = {one[0] for one in spelt}  # no slip is in the first letter
    near = {one: far for one in vocabulary.correctable if one[:1] in begins and (far := _slips(spelt, one))}
    if not near:
        return None
    least = min(near.values())
    nearest = [one for one, far in near.items() if far == least]
    others = any(
        one[:1] in begins and one not in near and one.isalpha() and 0 < _slips(spelt, one) <= least
        for one in vocabulary.known
    )
    return nearest[0] if len(nearest) == 1 and not others and not _is_in_use(token.text) else None


SHORTEST_STEM = 4


def _is_in_use(text: str) -> bool:
    """Whether it is a word that people say, or a form of one: nobody who is coasting is misspelt for costing."""
    stem = re.sub(r"(?:ing|ed)$", "", text)
    return is_a_word(text) or (stem != text and len(stem) >= SHORTEST_STEM and is_a_word(stem))


NO_WORD_FROM = 4
"""So many letters that are no word of the language are one that is mistyped, or a name."""

_BEFORE_NAMES = frozenset({"for", "of", "at", "with", "from", "by", "about", "call", "and", "vs", "versus"})
_BEFORE_DAYS = frozenset({
    "in", "on", "for", "since", "until", "till", "last", "next", "this", "before", "after", "from", "to", "during",
    "of", "through", "and", "by",
})  # fmt: skip


def put_right(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The question with what is one letter away from one known word put right, and what was read so.

    It is for a question that says nothing otherwise: what is understood as it was typed was not mistyped.
    """
    pieces: list[str] = []
    read: list[str] = []
    done, before = 0, ""
    for token in tokenize(text):
        is_known = token.word in vocabulary.known or token.text.casefold() in SHORT
        right = None if is_known else mistyped(token, before, vocabulary)
        if right:
            pieces += [text[done : token.start], right]
            read.append(f"“{token.text}” was read as {right}.")
            done = token.end
        before = token.word
    return "".join([*pieces, text[done:]]), " ".join(read)


def mistyped(token: Token, before: str, vocabulary: Vocabulary) -> str | None:
    """The one known word a text that is no word of the language is one letter away from: "hors", "next monnh".

    Behind "for" or "of", where somebody nobody knows may stand, it is a breakdown or a time; what is written as a name
    is only a month or a weekday, where one is said.
    """
    said = token.text.casefold()
    written_as_a_name = token.is_capital and token.start > 0
    if len(said) < NO_WORD_FROM or not said.isalpha() or (said,) in vocabulary.names.senses or _is_in_use(said):
        return None
    near = {one: form for one in vocabulary.correctable if (form := _one_letter_away(said, one))}
    if len(near) != 1 or any(_one_letter_away(said, one) for one in vocabulary.of_names if one not in near):
        return None
    [(one, form)] = near.items()
    if written_as_a_name:
        return form if one in CALENDAR and before in _BEFORE_DAYS else None
    is_of_rows = one in OF_DATES or any(isinstance(s, DimensionWord) for s in vocabulary.shared.senses.get((one,), ()))
    known = (one,) in vocabulary.shared.senses or one in OF_DATES
    return form if known and (is_of_rows or before not in _BEFORE_NAMES) else None


def _one_letter_away(said: str, one: str) -> str:
    """The form of a known word that is mistyped so; blank for none.

    A letter is too many, too few or another one, or two stand in each other's place; of four letters only these are.
    """
    for form in (one, f"{one}s"):
        if form[0] != said[0] or abs(len(form) - len(said)) > 1 or len(form) < NO_WORD_FROM:
            continue
        swapped = len(form) == len(said) and sorted(form) == sorted(said)
        if (len(form) > NO_WORD_FROM or swapped) and OSA.distance(said, form, score_cutoff=1) == 1:
            return form
    return ""


_PREFIXES = frozenset(key("over under out up down off non sub multi after fore with inter every"))
_SUFFIXES = frozenset(key("over out up down off able less like full fold ward wise self one"))
"""Of words with these there are more than are known here: "overloaded" is no two words typed as one."""

SHORTEST_HALF = 2
GLUED_FROM = 6


def apart(token: Token, vocabulary: Vocabulary) -> str | None:
    """As in "lastmonth", "billablehrs", "lumenbank": the two words that were typed as one; None where it is one.

    Both halves are words that are known here, and no other two are.
    """
    said = token.text.casefold()
    is_name = token.is_capital and token.start > 0
    if len(said) < GLUED_FROM or not said.isalpha() or is_name or token.word in vocabulary.known or is_a_word(said):
        return None
    cuts = range(SHORTEST_HALF, len(said) - SHORTEST_HALF + 1)
    found = [(said[:at], said[at:]) for at in cuts if _are_both_known(said[:at], said[at:], vocabulary)]
    # "Projetc" is a slip of project, and no "proj etc".
    one_way = len(found) == 1 and not any(_one_letter_away(said, one) for one in vocabulary.correctable)
    return " ".join(found[0]) if one_way else None


def _are_both_known(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether two words are a name together, or each a word of what is measured, told by or a time."""
    words = normal(left), normal(right)
    if words in vocabulary.names.senses:
        return True
    if left in _PREFIXES or right in _SUFFIXES:
        return False
    shared = [(one,) in vocabulary.shared.senses or one in OF_DATES for one in words]
    short = [one in SHORT for one in (left, right)]
    long = [len(one) > SHORTEST_HALF or one == "by" for one in (left, right)]
    return all(is_short or (known and is_long) for is_short, known, is_long in zip(short, shared, long, strict=True))


def _slips(spelt: tuple[str, ...], known: str) -> int:
    """How many slips one word is from a known one, in the spelling that is nearest; 0 where it is none of it."""
    ways = {known, known.replace("iz", "is").replace("yz", "ys")}  # a slip in "utilised" is one of "utilized"
    found = [
        OSA.distance(one, way)
        for way in ways
        for one in spelt
        if is_slip(one, way, 2 if len(one) >= TWO_SLIPS_FROM else 1)
    ]
    return min(found, default=0)


def is_slip(word: str, known: str, slips: int) -> bool:
    """Whether one word is surely the other mistyped: letters swapped, left out or doubled.

    Another letter makes another word (charge, change), unless it is long; so does another ending (worker, worked).
    """
    if abs(len(word) - len(known)) > slips or max(len(word), len(known)) <= SHORTEST or word[0] != known[0]:
        return False
    if len(word) > SHORTEST and known in (f"{word}e", f"{word}n", f"{word}y"):
        return True
    if OSA.distance(word, known, score_cutoff=slips) > slips or word.startswith(known) or known.startswith(word):
        return False
    if len(word) != len(known):
        return True
    return sorted(word) == sorted(known) or (len(word) >= LONG and word[:-1] != known[:-1])


def likely(word: str, vocabulary: Vocabulary) -> list[str]:
    """The metrics and breakdowns of one word that a word may be a slip of, to be asked back."""
    if len(word) < SHORTEST - 1 or word in OF_DATES:
        return []
    near = [one for one in vocabulary.correctable if OSA.distance(word, one, score_cutoff=1) <= 1]
    near = [one for one in near if len(word) >= SHORTEST or one[0] == word[0]]
    return [one for one in near if len(one) >= SHORTEST - 1 and _names_something(one, vocabulary)]


def offered(word: str, vocabulary: Vocabulary) -> list[str]:
    """Those of them to offer: what is a word of its own, such as "close", is no slip of "lose"."""
    found = likely(word, vocabulary)
    return [] if found and is_a_word(word) else found


def _names_something(word: str, vocabulary: Vocabulary) -> bool:
    senses = vocabulary.shared.senses.get((word,), ())
    return any(isinstance(one, MetricWord | DimensionWord) for one in senses)
