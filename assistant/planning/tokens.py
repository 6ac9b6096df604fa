"""From a question's letters to its words: cleaned, cut into tokens, each brought to one spelling and number."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Token(NamedTuple):
    """One word or sign: as it was written, where it stands in the cleaned text, and the form it is compared by."""

    text: str
    start: int
    end: int
    word: str

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are."""
        return self.text[:1].isupper()


_SHORT = r"'(?:s|re|ve|m|d|ll)\b"
_TOKEN = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|[€$£]?\d+(?:[.,]\d+)*(?:\s?%|\s?[kmh]\b)?(?![^\W_])"  # 60 %, 20k, 1,000.50, 8h
    r"|[^\W\d_]+(?:\.[^\W\d_]+)+(?![^\W_])"  # max.mustermann
    r"|[^\W\d_]+?(?=n't\b)|n't\b"  # has·n't
    rf"|{_SHORT}"  # what·'s
    rf"|[^\W_]+(?:'(?!(?:s|re|ve|m|d|ll)\b)[^\W_]+)*"  # words, O'Brien
    r"|<=|>=|[<>=%&/,;:?!.€$£]",
    re.IGNORECASE,
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-"})

SPELLINGS = {
    "labour": "labor",
    "programme": "program",
    "centre": "center",
    "cancelled": "canceled",
    "pct": "percent",
    "percents": "percent",
    "%": "percent",
    "&": "and",
    "n't": "not",
    "≤": "<=",
    "≥": ">=",
    "hrs": "hour",
    "hr": "hour",
    "h": "hour",
    "mgr": "manager",
    "qtr": "quarter",
    "util": "utilization",
    "utilisation": "utilization",
    "dept": "department",
    "avg": "average",
}
"""One word for what is written in several ways; both the question and the vocabulary go through it."""

_BARE = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters with a stroke, which are no letter and accent: as they are typed where a keyboard lacks them."""

_ENDINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("elled", "eled"),
    ("elling", "eling"),
)
_NO_PLURAL = ("ss", "us", "is")


MOST_KEPT = 1 << 16
"""How many words and phrases are kept in the form they are compared by: those of a vocabulary come back for every
viewer."""
_PLAIN = re.compile("[a-z]+(?: [a-z]+)*")
"""Words that are tokens as they stand."""

SHOUTED = 2
"""From so many spaces on, capitals throughout are a way of writing and make no word a name."""


TEXTS_KEPT = 256
"""A question is looked at a dozen times while it is planned; of so many texts the words are kept."""


def clean(text: str) -> str:
    """The question with one kind of space, quote and hyphen; all positions below are positions in this."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_QUOTES)
    if not plain.isprintable():
        plain = "".join(one if one.isprintable() else " " for one in plain)
    said = " ".join(plain.split())
    return said.lower() if said.isupper() and said.count(" ") >= SHOUTED else said


@lru_cache(maxsize=TEXTS_KEPT)
def tokenize(text: str) -> tuple[Token, ...]:
    """The words and signs of a cleaned text, in order."""
    return tuple(
        Token(found.group(), found.start(), found.end(), normal(found.group())) for found in _TOKEN.finditer(text)
    )


@lru_cache(maxsize=MOST_KEPT)
def key(phrase: str) -> tuple[str, ...]:
    """The form a phrase of the vocabulary is looked up by."""
    if _PLAIN.fullmatch(phrase):
        return tuple(map(normal, phrase.split(" ")))
    return tuple(token.word for token in tokenize(clean(phrase)))


@lru_cache(maxsize=MOST_KEPT)
def normal(word: str) -> str:
    """A word without case, accents, plural and British spelling."""
    plain = _bare(word)
    plain = SPELLINGS.get(plain, plain)
    for british, american in _ENDINGS:
        if plain.endswith(british):
            return plain.removesuffix(british) + american
    one = singular(plain)
    return SPELLINGS.get(one, one)


def one_number(word: str) -> str:
    """A word without case, accents and plural, otherwise as it is written."""
    return singular(_bare(word))


def _bare(word: str) -> str:
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))
        plain = plain.translate(_BARE)
    return plain


@lru_cache(maxsize=MOST_KEPT)
def singular(word: str) -> str:
    """A word without its plural ending; wrong for some verbs, but alike for question and vocabulary."""
    if len(word) > len("ties") and word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    if len(word) > len("uses") and word.endswith(("sses", "ches", "shes", "xes")):
        return word.removesuffix("es")
    if len(word) > len("its") and word.endswith("s") and not word.endswith(_NO_PLURAL):
        return word.removesuffix("s")
    return word


def is_plural(token: Token) -> bool:
    """Whether the word was written in the plural."""
    return _is_written_in_the_plural(token.text)


@lru_cache(maxsize=MOST_KEPT)
def _is_written_in_the_plural(text: str) -> bool:
    written = text.casefold()
    return written in _PLURALS or singular(written) != written


_PLURALS = frozenset({"people", "staff", "pms", "ams"})
