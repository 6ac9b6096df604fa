"""Who says something in a note: whom its sentences name, and whether it is somebody of the client who speaks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.notes.late import compiled
from assistant.notes.text import STOP, folded, readable, sentences

NAME = r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’-]*){0,2}"
"""One to three words written as names are."""

_SAYS = (
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|ask(?:s|ed)?|want(?:s|ed)?|wr(?:ote|ites?)|th(?:inks?|ought)|confirm(?:s|ed)?|"
    r"insist(?:s|ed)?|complain(?:s|ed)?|mention(?:s|ed)?|lik(?:es?|ed)|lov(?:es?|ed)|hat(?:es?|ed)|expect(?:s|ed)?|"
    r"need(?:s|ed)?|prefer(?:s|red)?|agree(?:s|d)?|approve[sd]?|reject(?:s|ed)?|decline[sd]?|refuse[sd]?|"
    r"worr(?:y|ies|ied)|hope[sd]?|request(?:s|ed)?|repeat(?:s|ed)?|promise[sd]?|decide[sd]?|answer(?:s|ed)?|"
    r"repl(?:y|ies|ied)|remind(?:s|ed)?|object(?:s|ed)?|accept(?:s|ed)?|warn(?:s|ed)?|wish(?:es|ed)?|fe(?:els?|lt)|"
    r"would (?:like|love|prefer|rather)|m(?:ö|o)chten?|will|wollen|sagt(?:e|en)?|meint(?:e)?|w(?:ü|u)nscht|"
    r"(?:is|are|was|were) (?:\w+ )?(?:happy|unhappy|pleased|worried|afraid|concerned|angry|fine|ok|okay|content))"
)
_THE_CLIENT = r"(?:the |our |der |die )?(?:clients?|customers?|kund(?:e|in|en))(?:['’]s? \w+)?"
_BETWEEN = (
    r"(?: \([^)]{1,40}\))?,? (?:(?:also|still|again|now|even|never|not|(?:do|does|did) not|(?:do|does|did)n['’]t|"
    r"has|have|had|then|only|really) ){0,2}"
)
_CLIENT_SPEAKS = compiled(rf"\b{_THE_CLIENT}{_BETWEEN}{_SAYS}\b", re.IGNORECASE)
_THEY_SPEAK = compiled(rf"\b[Tt]hey{_BETWEEN}{_SAYS}\b")
_NAMED_SPEAKS = compiled(rf"\b(?P<who>{NAME}){_BETWEEN}{_SAYS}\b")
_PRONOUN_SPEAKS = compiled(rf"^\W*(?:She|He){_BETWEEN}{_SAYS}\b")
_NAME = compiled(rf"\b{NAME}")
_TITLES = compiled(r"^(?:Herr|Frau|Mr|Mrs|Ms|Dr|Prof)\.? ")


@dataclass(frozen=True)
class Side:
    """Who belongs where: `ours` tells whether a name is of the agency, `common` whether a word is no name at all."""

    ours: Callable[[str], bool]
    common: Callable[[str], bool]

    def is_theirs(self, name: str) -> bool:
        """Whether a name is somebody's who is not of the agency."""
        plain = _TITLES.sub("", name)
        return self.is_name(plain) and not self.ours(name) and not self.ours(plain)

    def is_name(self, word: str) -> bool:
        """Whether a word with a capital is a name at all."""
        return bool(word) and folded(word) not in STOP and not self.common(word)


def said_by_them(text: str, side: Side, *, of_a_client: bool, before: str = "") -> list[tuple[int, int]]:
    """The sentences of a passage that tell what the client, or somebody of theirs, said or wants.

    "They" are the client where the note is `of_a_client`; "she" is whom the sentence before named last, which may
    stand in the passage `before`.
    """
    found = []
    earlier = [one for one in names_in(readable(before)) if side.is_name(one)]
    last_is_theirs = bool(earlier) and side.is_theirs(earlier[-1])
    for start, end in sentences(text):
        sentence = readable(text[start:end])
        named = [one["who"] for one in _NAMED_SPEAKS.finditer(sentence)]
        speaks = (
            bool(_CLIENT_SPEAKS.search(sentence))
            or (of_a_client and bool(_THEY_SPEAK.search(sentence)))
            or any(side.is_theirs(one) for one in named)
            or (last_is_theirs and bool(_PRONOUN_SPEAKS.search(sentence)))
        )
        if speaks:
            found.append((start, end))
        mentioned = [one for one in names_in(sentence) if side.is_name(one)]
        if mentioned:
            last_is_theirs = side.is_theirs(mentioned[-1])
    return found


def sentences_naming(text: str, is_meant: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The sentences of a passage that name somebody, and those after them that go on with "he" or "she"."""
    found = []
    last = False
    for start, end in sentences(text):
        names = [is_meant(one) for one in names_in(text[start:end])]
        goes_on = last and _PRONOUN.match(text[start:end])
        if any(names) or goes_on:
            found.append((start, end))
        last = any(names) or bool(goes_on)
    return found


_PRONOUN = compiled(r"^\W*(?:She|He|His|Her|They|Their|Sie|Er)\b")


def bare(name: str) -> tuple[str, ...]:
    """The words of a name without its titles, in the form in which they are compared."""
    words = re.findall(r"[^\W_]+", folded(name))
    return tuple(one for one in words if one not in _TITLE_WORDS) or tuple(words)


_TITLE_WORDS = frozenset("dr prof mr mrs ms herr frau".split())  # noqa: SIM905 - as they are written


def is_same(one: str, other: str) -> bool:
    """Whether two ways of writing a name may be one person: the whole of it, or the first or last name alone."""
    first, second = bare(one), bare(other)
    if not first or not second:
        return False
    if len(first) > 1 and len(second) > 1:
        return first == second
    short, long = sorted((first, second), key=len)
    return short[0] in (long[0], long[-1])


def names_in(text: str) -> Iterator[str]:
    """Words, and pairs of words, that are written as names are."""
    said = [one.strip(".,:;!?()“”\"'’") for one in text.split()]
    for at, one in enumerate(said):
        if one[:1].isupper():
            yield one.removesuffix("'s").removesuffix("’s")
            if at + 1 < len(said) and said[at + 1][:1].isupper():
                yield f"{one} {said[at + 1]}"
