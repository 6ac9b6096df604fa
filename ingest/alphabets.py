"""Which encoding of one byte a letter a text was written in, told by what its bytes spell.

Windows-1252 reads every byte, also those of a text from Ljubljana, Moscow or an old Mac, and makes "Kovaè", "Ìîñêâà"
and "MŸller" of them. Each encoding is tried: the letters it makes must belong to as few alphabets as possible, and
stand as letters stand in words. It is sure where one reading is better than all others that read differently.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

ENCODINGS: Mapping[str, str] = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250, Central European",
    "iso8859-2": "ISO 8859-2, Central European",
    "cp1254": "Windows-1254, Turkish",
    "mac-roman": "Mac Roman",
    "cp850": "DOS (code page 850)",
    "cp1251": "Windows-1251, Cyrillic",
    "koi8-r": "KOI8-R, Cyrillic",
    "cp866": "DOS (code page 866), Cyrillic",
    "cp1253": "Windows-1253, Greek",
}
"""What is tried, in the order in which equal readings are preferred, and what people call it."""

ALPHABETS: Mapping[str, frozenset[str]] = {
    name: frozenset(letters)
    for name, letters in {
        "German": "äöüß",
        "French": "àâçéèêëîïôùûüÿœæ",
        "Spanish": "áéíóúüñ",
        "Portuguese": "áâãàçéêíóôõúü",
        "Italian": "àèéìíîòóùú",
        "Catalan": "àçèéíïòóúü",
        "Danish and Norwegian": "æøåéóô",
        "Swedish and Finnish": "åäöé",
        "Dutch": "éëïóöüèê",
        "Icelandic": "áðéíóúýþæö",
        "Irish": "áéíóú",
        "Polish": "ąćęłńóśźż",
        "Czech": "áčďéěíňóřšťúůýž",
        "Slovak": "áäčďéíĺľňóôŕšťúýž",
        "Slovenian and Croatian": "čćđšž",
        "Hungarian": "áéíóöőúüű",
        "Romanian": "ăâîşţ",
        "Turkish": "âçğıîöşüû",
        "Russian and its like": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџ",
        "Greek": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    }.items()
}

PER_ODDITY, PER_ALPHABET = 3, 2
"""What a letter in an odd place costs a reading, once for each that is told apart, and each alphabet it needs."""

LOOKED_AT = 5_000
"""So many words of a file tell in what it was written."""

_MARKED = re.compile(rb"[!-~]*[\x80-\xff][!-~\x80-\xff]*")
_TIES = "'-.,&/@_\u2018\u2019\u2013\u2014\u00b7\u00b4\u0060\u00ad\u00a0"
_VOWELS = frozenset("aeiouy")
_COMMON = frozenset("оеаинтсрвлкαοιετσνηυρ")


@dataclass(frozen=True)
class Reading:
    """The words with such letters in one encoding, and what speaks against it."""

    encoding: str
    words: tuple[str, ...]
    cost: float

    @property
    def spoken(self) -> str:
        """What people call the encoding."""
        return ENCODINGS[self.encoding]


@dataclass(frozen=True)
class Told:
    """The reading to take, and the best of those that would read otherwise and are as likely."""

    taken: Reading
    other: Reading | None = None

    @property
    def differing(self) -> tuple[str, str] | None:
        """A word as it is read, and as it would be in the other encoding."""
        if self.other is None:
            return None
        pairs = zip(self.taken.words, self.other.words, strict=True)
        return next(((ours, theirs) for ours, theirs in pairs if ours != theirs), None)


def told(content: bytes) -> Told | None:
    """In what a text that is no UTF-8 was written; None where none of the encodings can have written it."""
    seen = dict.fromkeys(found[0] for found in islice(_MARKED.finditer(content), LOOKED_AT))
    found = sorted(_readings(tuple(seen)), key=lambda one: one.cost)
    if not found:
        return None
    best = found[0]
    as_good = [one for one in found[1:] if one.cost <= best.cost and one.words != best.words]
    usual = next((one for one in (best, *as_good) if one.encoding == "cp1252"), best)
    others = [one for one in (best, *as_good) if one.words != usual.words]
    return Told(usual, others[0] if others else None)


def _readings(seen: Sequence[bytes]) -> Iterator[Reading]:
    for encoding in ENCODINGS:
        try:
            words = tuple(one.decode(encoding) for one in seen)
        except UnicodeDecodeError:
            continue
        if not any("\x7f" < sign < "\xa0" for word in words for sign in word):
            yield Reading(encoding, words, _cost(words))


def _cost(words: Sequence[str]) -> float:
    odd = {oddity for word in words for oddity in _oddities(word)}
    letters = {one for word in words for one in word.casefold() if not one.isascii() and one.isalpha()}
    return PER_ODDITY * len(odd) + PER_ALPHABET * _alphabets_for(frozenset(letters)) + _how_rare(words)


@cache
def _alphabets_for(letters: frozenset[str]) -> int:
    """How many alphabets it takes to have all these letters; one more for each that none has."""
    left, needed = set(letters), 0
    while left:
        best = max(ALPHABETS.values(), key=lambda one: len(one & left))
        if not best & left:
            return needed + len(left)
        left -= best
        needed += 1
    return needed


def _how_rare(words: Sequence[str]) -> float:
    """Of Cyrillic and Greek up to one, for letters that hardly any word has: Cyrillic read as other Cyrillic."""
    letters = [one for word in words for one in word.casefold() if one > "\u0370" and one.isalpha()]
    return 1 - sum(one in _COMMON for one in letters) / len(letters) if letters else 0.0


def _oddities(word: str) -> Iterator[tuple[str, str]]:
    """What no word has: a sign within it, a capital after a small letter, too many accents, letters of two scripts."""
    for at, one in enumerate(word):
        before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
        if one.isascii():
            continue
        if not one.isalpha() and one not in _TIES:
            if before.isalpha() and (after.isalpha() or (one in "¹²³" and word[at - 2 : at].isalpha() and at > 1)):
                yield "sign", one
            if unicodedata.category(one) == "Sk" and one != "\u00b4":
                yield "sign", one
            if (unicodedata.category(one) == "So" and one not in "©®°™") or "\u2500" <= one <= "\u259f":
                yield "sign", one
        elif one.isupper() and before.islower():
            yield "capital", one
        elif one.isalpha():
            yield from _badly_placed(one.casefold(), before.casefold(), after.casefold())
    yield from (("run", one) for one in re.findall(r"[À-ɏ]{3,}", word))
    if re.search(r"[a-z]", word, re.IGNORECASE) and re.search(r"[\u0370-\u04ff]", word):
        yield from (("script", one) for one in word if "\u0370" <= one <= "\u04ff" and one.isalpha())


def _badly_placed(letter: str, before: str, after: str) -> Iterator[tuple[str, str]]:
    """The letters that West and East of Europe write with one byte, where only the other writes them."""
    ends = not after.isalpha()
    if letter == "è" and (after in _VOWELS or (ends and before in _VOWELS) or (not before.isalpha() and not ends)):
        yield "place", f"{before}è"
    elif letter == "æ" and before in _VOWELS and before:
        yield "place", f"{before}æ"
    elif letter in "čć" and all(one.isalpha() and one not in _VOWELS for one in (before, after)):
        yield "place", f"{before}{letter}{after}"
