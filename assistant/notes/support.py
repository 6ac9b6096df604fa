"""Whether a sentence is borne out by the passage it cites: decided by words, the same every time.

Every number, date, name and denial of the sentence stands in the passage, and at least 80 % of the words that carry
what it says do. Numbers in words and digits are one ("two weeks", "2 weeks"); a denial that the passage has and the
sentence leaves out makes it unsupported, too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.notes.text import STOP, folded, sentences, stem, words

ENOUGH = 0.8
"""The share of the words of a sentence that must stand in its passage."""

_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_CAPITAL = re.compile(r"(?<![\w@.])[^\W\d_a-z][\w'’-]*")
_DENIALS = frozenset(
    (
        "no",
        "not",
        "never",
        "none",
        "nothing",
        "nobody",
        "neither",
        "nor",
        "without",
        "cannot",
        "n't",
        "nowhere",
        "hardly",
    )
)
_ENDS_DENIED = re.compile(r"\b(\w+)n['’]t\b", re.IGNORECASE)
_IN_WORDS = {
    word: str(number)
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "half": "1/2",
    "twice": "2",
    "double": "2",
    "first": "1",
    "second": "2",
    "third": "3",
}
_MONTHS = {
    name: f"month {number}"
    for number, names in enumerate(
        (
            *(("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun")),
            *(("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct")),
            *(("november", "nov"), ("december", "dec")),
        ),
        1,
    )
    for name in names
}
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True)
class Support:
    """What of a sentence the passage bears out, and what it does not."""

    missing: tuple[str, ...]
    share: float

    @property
    def holds(self) -> bool:
        """Whether the sentence may be said."""
        return not self.missing and self.share >= ENOUGH


def supported(sentence: str, passage: str) -> Support:
    """Hold a sentence against the passage it cites."""
    there = _facts(passage)
    said = _facts(sentence)
    missing = [*sorted(said.numbers - there.numbers), *sorted(said.names - there.words)]
    missing += _denials(sentence, passage)
    carrying = [one for one in words(sentence) if one not in STOP and one not in _DENIALS]
    found = sum(one in there.words for one in carrying)
    return Support(tuple(missing), found / len(carrying) if carrying else 0.0)


@dataclass(frozen=True)
class _Facts:
    numbers: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


def _facts(text: str) -> _Facts:
    plain = _ISO.sub(lambda found: f"{int(found[3])} {_month_name(int(found[2]))} {found[1]}", text)
    numbers = {_number(one) for one in _NUMBER.findall(plain)}
    lowered = [folded(one) for one in re.findall(r"[^\W_]+", plain)]
    numbers |= {_IN_WORDS[one] for one in lowered if one in _IN_WORDS}
    numbers |= {_MONTHS[one] for one, written in zip(lowered, re.findall(r"[^\W_]+", plain), strict=True)
                if one in _MONTHS and (written[:1].isupper() or one != "may")}  # fmt: skip
    return _Facts(frozenset(numbers), frozenset(_names(plain)), frozenset(words(plain)) | frozenset(numbers))


def _number(written: str) -> str:
    """A number without the signs that group it: 8,300 and 8300 are one."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written):
        return re.sub(r"[.,]", "", written)
    return written.lstrip("0") or "0"


def _month_name(month: int) -> str:
    return next((name for name, number in _MONTHS.items() if number == f"month {month}"), "").capitalize()


def _names(text: str) -> set[str]:
    """What is written with a capital, and not only because a sentence begins with it."""
    found = set()
    for start, end in sentences(text):
        sentence = text[start:end]
        for at, one in enumerate(_CAPITAL.finditer(sentence)):
            word = folded(one[0]).removesuffix("'s")
            begins = at == 0 and not sentence[: one.start()].strip("\"“'(*_ ")
            common = word in STOP or word in _MONTHS or word in _IN_WORDS or word in _DENIALS
            if not common and not (begins and not one[0][1:].isupper()):
                found |= {stem(part) for part in re.split(r"['’-]", word) if part}
    return found


def _denials(sentence: str, passage: str) -> Sequence[str]:
    """The denials that the sentence adds or leaves out: what the one denies, the other must deny."""
    said, there = _denied(sentence), _denied(passage)
    if said.denies and not said.words & there.words:
        return ["not"]
    carrying = {one for one in words(sentence) if one not in STOP and one not in _DENIALS}
    left_out = (carrying & there.words) - there.others - said.words
    return ["not"] if left_out else []


@dataclass(frozen=True)
class _Denied:
    """The words that a text denies, all its others, and whether it denies anything."""

    words: frozenset[str]
    others: frozenset[str]
    denies: bool


_CLAUSE = re.compile(r"[,;:.!?()–—\n]|\b(?:and|but|or|because|so|although|while|until|since)\b", re.IGNORECASE)
_REACH = 3
"""How many words after a denial it denies."""


def _denied(text: str) -> _Denied:
    denied: set[str] = set()
    others: set[str] = set()
    denies = False
    for clause in _CLAUSE.split(_ENDS_DENIED.sub(lambda found: f"{found[1]} not", text)):
        reach = 0
        for one in re.findall(r"[^\W_]+", clause):
            plain = folded(one)
            if plain in _DENIALS:
                reach, denies = _REACH, True
            elif plain not in STOP:
                (denied if reach else others).add(stem(plain))
                reach = max(reach - 1, 0)
    return _Denied(frozenset(denied), frozenset(others), denies)
