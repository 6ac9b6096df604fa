"""Puts right a name that is surely misspelt, and takes out in which scale amounts are wanted; either is said."""

import re
from collections.abc import Mapping
from dataclasses import replace

from rapidfuzz.distance import OSA

from assistant.embedding import is_a_word
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.tokens import Token, tokenize
from assistant.query import Plan

SHORTEST = 5
TWO_SLIPS_FROM = 9


def mended(here: Here) -> tuple[str, str]:
    """The question with its misspelt names put right, and the sentence that says which; both may be as they were."""
    text, in_full = _without_scale(here.text, here.vocabulary.names.senses)
    here = here.saying(text)
    pieces: list[str] = []
    said: list[str] = []
    done = 0
    for token in tokenize(here.text):
        right = _name_meant(token, here)
        if right:
            pieces += [here.text[done : token.start], right]
            said.append(f"“{token.text}” was read as {right}")
            done = token.end
    notes = (f"{' and '.join(said)}." if said else "", in_full)
    return "".join([*pieces, here.text[done:]]), " ".join(one for one in notes if one)


_SCALE = Guarded(
    r",?\s\bin (?:(?:€|\$|£|eur|usd|gbp|euros?|dollars?|pounds?) ?)?"
    r"(?P<unit>thousands?|k ?[€$£](?!\w)|k|'?000s?|keur|millions?|m|mn|mio|teur)"
    r"(?: (?:of )?(?:eur|euros?|dollars?|pounds?))?(?!\w)(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""As in "revenue in thousands", "in k€": a way of writing amounts that changes none of them."""

IN_FULL = "Amounts are told in full."


_ROUNDED = Guarded(
    r",?\s(?:and )?(?:rounded|rounded (?:off|up|down)|without (?:the )?(?:cents|decimals)|no (?:cents|decimals)|"
    r"in round (?:numbers|figures)|in whole (?:euros|dollars|pounds|numbers|thousands))"
    r"(?: to (?:the nearest |the next |whole |full )?(?:\d+k?|euros?|dollars?|pounds?|thousands?|hundreds?|millions?|"
    r"numbers?|k|m|integers?|hours?|percent))?(?=\W*$|,? (?:by|per|for|in|of|this|last)\b)",
    re.IGNORECASE,
)
"""As in "revenue by client rounded": another way of writing amounts."""


def _without_scale(text: str, names: Mapping[tuple[str, ...], object]) -> tuple[str, str]:
    rest = text
    for pattern in (_SCALE, _ROUNDED):
        found = pattern.search(rest)
        unit = found.groupdict().get("unit", "") if found else ""
        if found and (unit.casefold(),) not in names:
            rest = f"{rest[: found.start()]}{rest[found.end() :]}"
    return (rest, IN_FULL) if rest != text else (text, "")


def _name_meant(token: Token, here: Here) -> str | None:
    """The one word of a visible name that a word nobody knows is a slip of."""
    word = token.word
    if len(word) < SHORTEST or not word.isalpha() or word in here.vocabulary.known:
        return None
    slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
    near = {one for one in here.vocabulary.of_names if _is_slip(word, one, slips)}
    # "Variations" is a word of its own, and no slip of a leave called Vacation.
    is_another = token.text.islower() and bool(near) and is_a_word(token.text)
    return _as_written(near.pop(), here) if len(near) == 1 and not is_another else None


def _is_slip(word: str, known: str, slips: int) -> bool:
    """Letters swapped, doubled or left out, the first one right; another letter only within a long word."""
    if len(known) < SHORTEST or word[0] != known[0] or abs(len(word) - len(known)) > 1:
        return False
    distance = OSA.distance(word, known, score_cutoff=slips)
    if distance > slips:
        return False
    return len(word) != len(known) or sorted(word) == sorted(known) or (distance == 1 and len(word) > SHORTEST + 1)


def _as_written(word: str, here: Here) -> str:
    """The word as the name writes it."""
    labels = (one.label for one in here.vocabulary.labels)
    written = (token.text for label in labels for token in tokenize(label) if token.word == word)
    return next(written, word)


def told(made: Plan, note: str) -> Plan:
    """The plan whose answers say how a name was read."""
    if not note:
        return made
    queries = tuple(replace(one, understood=f"{note} {one.understood}".strip()) for one in made.queries)
    return replace(made, queries=queries)
