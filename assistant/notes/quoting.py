"""Which sentences of a passage can be quoted by themselves, and which lean on the one before."""

import re

from assistant.notes.statements import begins_as_statement
from assistant.notes.text import sentences

SAYS_SOMETHING = 4
"""A sentence of fewer words is told with the one after it."""


def leans(sentence: str) -> bool:
    """Whether a sentence leaves what it is about to the one before: "Decision: Stripe it is.", "She asked why."."""
    return begins_as_statement(sentence) or bool(_LEANS.search(sentence))


_LEANS = re.compile(
    r"\b(?:it|its|this|that|these|those|them|they|he|she|so|both|neither|instead|there)\b", re.IGNORECASE
)


def sentence_before(text: str, start: int) -> str:
    """The sentence before another one, in its line or in the line above."""
    places = [place for place in sentences(text) if place[1] <= start]
    return text[slice(*places[-1])] if places else ""


def is_told(sentence: str) -> bool:
    """Whether a sentence is more than names in a row, such as those of who was there."""
    parts = [re.findall(r"[^\W\d_]+", one) for one in re.split(r"[,;&]|\band\b|\bund\b", sentence)]
    said = [one for one in parts if one]
    names = sum(all(word[0].isupper() for word in one) for one in said)
    in_a_row = len(said) >= _A_ROW and 3 * names >= 2 * len(said)
    return not in_a_row and any(word.islower() for one in said for word in one)


_A_ROW = 3


WHO_WAS_THERE = (
    "present:",
    "attendees:",
    "attending:",
    "in the room:",
    "participants:",
    "dear ",
    "hello ",
    "hi ",
    "to:",
    "subject:",
    "betreff:",
)


def whole_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences; one of a word or two, such as "Hiring.", is told with the one after it."""
    places: list[tuple[int, int]] = []
    begins: int | None = None
    for start, end in sentences(text):
        first = start if begins is None else begins
        short = len(text[first:end].split()) < SAYS_SOMETHING
        begins = first if short else None
        if not short:
            places.append((first, end))
    if begins is not None:
        places.append((begins, len(text.rstrip())))
    return places
