"""The words of notes: sentences as they were written, and words in the form in which they are compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_|``?)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\(?\d{1,3}[.)])\s+")
_ABBREVIATED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Inc|Ltd|Co|vs|etc|approx|ca|no|nr|No|Nr|e\.g|i\.e|z\.B|[A-Z])\.$", re.UNICODE
)
_END = re.compile(r"[.!?…]+[\"”’»)\]*_]*\s+")
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_MONTH_AFTER = re.compile(
    r"(?:Jan|Feb|M(?:ä|a)r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])\w*\b|(?:Quartal|Woche|Stock|Etage)\b"
)
"""What goes on after a number with a dot: "bis 16. Oktober"."""

_WORD = re.compile(r"[^\W_]+(?:[-./'’][^\W_]+)*")

STOP = frozenset(
    (
        *("a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "before"),
        *("being", "but", "by", "can", "could", "did", "do", "does", "doing", "down", "for", "from", "had", "has"),
        *("have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it"),
        *("its", "itself", "just", "me", "more", "most", "my", "of", "off", "on", "once", "only", "or", "other", "our"),
        *("ours", "out", "over", "own", "s", "same", "shall", "she", "should", "so", "some", "such", "t", "than"),
        *("that", "the", "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "to"),
        *("too", "under", "up", "us", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom"),
        *("why", "will", "with", "would", "you", "your", "yours", "m", "re", "ve", "ll", "d"),
    )
)
"""Words that say nothing by themselves. No word that denies is among them."""

_SHORTEST = 4
"""Of shorter words no ending is taken away."""


def readable(text: str) -> str:
    """A passage as a reader wants it: no marks of emphasis, and of a link the words alone."""
    plain = _LINK.sub(lambda found: found[1], text)
    while True:
        barer = _EMPHASIS.sub(lambda found: found[2], plain)
        if barer == plain:
            return plain
        plain = barer


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a passage begins and ends: a line ends one, and so does a list item."""
    at = 0
    for line in text.split("\n"):
        mark = _ITEM.match(line)
        start = at + (mark.end() if mark else len(line) - len(line.lstrip()))
        yield from _in_line(text, start, at + len(line.rstrip()))
        at += len(line) + 1


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for found in _END.finditer(text, start, end):
        stops = found.start() + 1
        goes_on = text[found.end() : found.end() + 1].islower() or _ABBREVIATED.search(text, begin, stops)
        goes_on = goes_on or (_ORDINAL.search(text, begin, stops) and _MONTH_AFTER.match(text, found.end()))
        if not goes_on and found.end() < end:
            yield begin, found.end() - (len(found[0]) - len(found[0].rstrip()))
            begin = found.end()
    if begin < end:
        yield begin, end


WORDS_KEPT = 20_000
"""The same words come again and again in notes; of so many the form in which they are compared is kept."""


def words(text: str) -> list[str]:
    """All words in the form in which they are compared, in order; what a hyphen joins is also there in parts."""
    found = []
    for one in _WORD.findall(text):
        whole = folded(one)
        found.append(stem(whole))
        parts = re.split(r"[-./'’]", whole)
        if len(parts) > 1:
            found += [stem(part) for part in parts if part]
    return found


def content_words(text: str) -> list[str]:
    """The words that carry what is said."""
    return [one for one in words(text) if one not in STOP]


@lru_cache(maxsize=WORDS_KEPT)
def folded(word: str) -> str:
    """A word without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one)).replace("’", "'")


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """A word without the ending that only its grammar wants: decided and decides are one."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return _without_double(word[: -len(ending)] + instead)
    return word


_ENDINGS = (
    *(("isations", "ize"), ("izations", "ize"), ("isation", "ize"), ("ization", "ize"), ("ising", "ize")),
    *(("ised", "ize"), ("ise", "ize"), ("izing", "ize"), ("ized", "ize"), ("ations", "at"), ("ation", "at")),
    *(("ating", "at"), ("ated", "at"), ("ates", "at"), ("ate", "at"), ("ies", "y"), ("ied", "y")),
    *(("sses", "ss"), ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", "")),
    ("e", ""),
)
_LEAST = 3
"""So many letters are left of a word whose ending is taken away."""


def _without_double(word: str) -> str:
    """Planned → plan; but call stays call."""
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST else word
