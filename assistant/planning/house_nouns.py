"""A house's own nouns in the place of the common ones: where a project is a production, every phrase knows both.

Names are left as they are: a "Production Manager", the team Production, Świt Studios.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.metrics.dimensions import DIMENSIONS
from assistant.permissions.words import plural
from assistant.planning.grammar import candidates
from assistant.planning.guarded import Guarded
from assistant.planning.spelling import corrected
from assistant.planning.telling import in_small_letters
from assistant.planning.tokens import tokenize
from assistant.planning.vocabulary import NameWord, Vocabulary

_ONE_OF_THEM = Guarded(
    r"\b(?:by|per|each|every|which|what|whose|this|that|the|an?|another|any|one|my|our|other|of"
    r"|(?:most|least) \w+(?: \d+)?|\w+est(?: \d+)?|(?:top|bottom)(?: \d+)?)\s+$",
    re.IGNORECASE,
)
"""What stands before a noun, and hardly ever before a name."""

OF_FIRMS: Mapping[str, tuple[str, ...]] = {
    "job title": ("grade", "grades", "level", "levels", "seniority", "rank"),
    "team": ("practice", "practices"),
    "person": ("lawyer", "solicitor", "attorney", "associate", "auditor"),
    "project": ("mandate", "instruction", "assignment"),
}
"""What other firms call these: each also a word of its own, and so meant only where something is told by it."""

_TOLD_BY = Guarded(
    r"\b(?P<lead>(?i:by|per|each|every|across(?: the| our)?)\s+)"
    rf"(?P<noun>{'|'.join(one for several in OF_FIRMS.values() for one in several)})\b"
    r"(?!['\u2019]|\s+(?:of|group|area)\b)",
)

_WHICH_PEOPLE = Guarded(
    rf"\b(?P<lead>(?i:which|how many)\s+)(?P<noun>{'|'.join(f'{one}s' for one in OF_FIRMS['person'])})\b(?!['\u2019])"
)

_OF_A_NAME = Guarded(r"\s+(?:team|department|dept|group|unit)\b", re.IGNORECASE)
"""As in "the Production team": what stands before is the name of one."""

Place = tuple[int, int]


_OF_US = Guarded(
    r"(?<!\w)(?:the |our |whole |entire )*studio(?:['\u2019]s)? (?=(?:capacity|availability|utili[sz]ation|util|"
    r"p ?& ?l|profit(?: and loss)?|margins?|revenue|turnover|income|overheads?|headcount|backlog|overtime|bench|"
    r"pipeline|forecast|billability|chargeability|absences?|sickness|bookings|timesheets?)\b)",
    re.IGNORECASE,
)
"""As in "studio capacity in November": that of all of us, where no team is called so, and no client."""

_NAMES_OF_WORK = frozenset({"project", "budget", "task", "deal"})


_TRADES = Guarded(
    r"\b(?P<by>by|per|for each|for every|each|every|across(?: all)?) "
    r"(?P<noun>production|campaign|event|film|show|game)(?P<several>s?)(?=\W*$|[,;]| "
    r"(?:this|last|next|in|for|over|since|until|so|ytd|year|and|with|vs|q[1-4]|20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)",
    re.IGNORECASE,
)
"""As in "margin by production", "hours per campaign": what projects are called in many a house that never said so."""


def _of_a_trade(found: re.Match[str], vocabulary: Vocabulary) -> str:
    """The common noun, unless something of this house is called by that word alone, or a team, a client by part."""
    senses = vocabulary.names.senses.get((found["noun"].casefold(),), ())
    called = [one for one in senses if isinstance(one, NameWord)]
    if any(one.is_whole or one.dimension not in _NAMES_OF_WORK for one in called):
        return found[0]
    return f"{found['by']} project{found['several']}"


def of_all_of_us(text: str, vocabulary: Vocabulary) -> str:
    """The question without the word for the house itself, which is no part of the name of a project by chance."""
    senses = vocabulary.names.senses.get(("studio",), ())
    called = [one for one in senses if isinstance(one, NameWord)]
    is_name = any(one.is_whole or one.dimension not in _NAMES_OF_WORK for one in called)
    if is_name or "studio" not in text.casefold():
        return text
    return _OF_US.sub("", corrected(text, vocabulary))


def of_projects(text: str, vocabulary: Vocabulary) -> str:
    """The question with "by project" for what projects are called in a trade: "by production", "per campaign"."""
    return _TRADES.sub(lambda found: _of_a_trade(found, vocabulary), text)


def in_common_nouns(text: str, vocabulary: Vocabulary, nouns: Mapping[str, str]) -> str:
    """The question with "project" for what this house calls one, wherever that is no part of a name."""
    text = text if "studio" in {one.casefold() for one in nouns.values()} else of_all_of_us(text, vocabulary)
    small = in_small_letters(text)
    for said, common, is_plural in _said(nouns):
        if said.isascii() and said not in small:
            continue
        pieces, done = [], 0
        named = _names_of_several_words(text, vocabulary)
        for found in re.finditer(rf"\b{re.escape(said)}\b", text, re.IGNORECASE):
            inside = any(first <= found.start() and found.end() <= last for first, last in named)
            if not inside and _is_noun(found, text, vocabulary, is_plural=is_plural):
                pieces += [text[done : found.start()], common]
                done = found.end()
        text = "".join([*pieces, text[done:]])
        small = in_small_letters(text)
    return of_projects(text, vocabulary)


def told_by_common_nouns(text: str, vocabulary: Vocabulary) -> str:
    """As in "utilisation by grade": the common noun, where nothing here is called so."""

    def plainly(found: re.Match[str]) -> str:
        if tuple(token.word for token in tokenize(found["noun"])) in vocabulary.names.senses:
            return found[0]
        usual = next((common for common, several in OF_FIRMS.items() if found["noun"] in several), "people")
        return f"{found['lead']}{usual}"

    return _WHICH_PEOPLE.sub(plainly, _TOLD_BY.sub(plainly, text))


def common(text: str, nouns: Mapping[str, str]) -> str:
    """A short reply with the common nouns, whatever is called so: "the studio" is the client."""
    for said, usual, _ in _said(nouns):
        text = re.sub(rf"\b{re.escape(said)}\b", usual, text, flags=re.IGNORECASE)
    return text


def _said(nouns: Mapping[str, str]) -> Sequence[tuple[str, str, bool]]:
    """Each noun of the house in the plural and the singular, with the common one; longer ones first."""
    return _each_said(tuple(nouns.items()))


@lru_cache(maxsize=64)
def _each_said(said: tuple[tuple[str, str], ...]) -> Sequence[tuple[str, str, bool]]:
    nouns = dict(said)
    pairs: set[tuple[str, str, bool]] = set()
    for name in {one for one in DIMENSIONS if {one, f"{one}s"} & set(nouns)} | ({"person"} & _people(nouns)):
        usual = DIMENSIONS[name].noun
        several = "people" if name == "person" else plural(usual, {})
        pairs.add((plural(name, nouns).casefold(), several, True))
        pairs.add((nouns.get(name, name).casefold(), usual, False))
    common = {usual for _, usual, _ in pairs}
    return sorted((one for one in pairs if one[0] not in common), key=lambda one: (-len(one[0]), one[0], one[2]))


def _people(nouns: Mapping[str, str]) -> set[str]:
    return {"person"} if {"people", "persons"} & set(nouns) else set()


def _is_noun(found: re.Match[str], text: str, vocabulary: Vocabulary, *, is_plural: bool) -> bool:
    """Whether the word stands for a kind of thing; what something here is called, too, must stand as nouns do."""
    if _OF_A_NAME.match(text, found.end()):
        return False
    words = tuple(token.word for token in tokenize(found[0]))
    is_name = any(isinstance(one, NameWord) for one in vocabulary.names.senses.get(words, ()))
    if not is_name:
        return True
    return found[0].islower() and (is_plural or _ONE_OF_THEM.search(text[: found.start()]) is not None)


def _names_of_several_words(text: str, vocabulary: Vocabulary) -> list[Place]:
    """Where whole names of two words or more stand."""
    tokens = tokenize(text)
    spans = [one for one in candidates(tokens, range(len(tokens)), vocabulary) if len(one.places) > 1]
    whole = [one for one in spans if any(word.is_whole for word in one.all(NameWord))]
    return [(tokens[one.first].start, tokens[one.last].end) for one in whole]
