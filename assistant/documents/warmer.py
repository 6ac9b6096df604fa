"""A language model may word a summary's sentences in the tone of the house: courtesy may come, facts may not.

It sees our own standing sentences one by one, with slots where numbers, days and names stand, and nothing of the data.
What it writes is taken only if every slot is there once and in its order, if it holds no numeral, and if the words that
say something are the same ones in the same order, between the same slots where there are several: beside words of
grammar, only turns of phrase from a closed list may be added. What is taken is kept on record like an edit of whoever
asked for it, so that a page reads the same every time it is made.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase

from assistant import llm
from assistant.answers.numerals import read_numerals
from assistant.answers.phrasing import Wording, said_in_order
from assistant.documents.outline import SLOT, Text
from assistant.llm import Line, Message, ModelError
from prompts import prompt

PHRASES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "we are pleased to say that", "we are pleased to report that", "we are glad to say that", "we are happy to say",
        "we are sorry to say that", "we are sorry that", "unfortunately", "happily", "thank you", "many thanks",
        "thank you for your patience", "kindly", "please", "for your information", "here is where things stand",
        "just to let you know", "as always", "we would be grateful if you", "would you", "could you", "dear all",
    ),
    "de": (
        "wir freuen uns, dass", "erfreulicherweise", "leider", "es tut uns leid, dass", "vielen dank",
        "herzlichen dank", "danke", "bitte", "zu ihrer information", "wie immer", "freundlicherweise", "gerne",
        "wir bitten sie", "danke für ihre geduld",
    ),
}  # fmt: skip
"""All that may be added to a sentence: none of it tells anything of the work."""

GRAMMAR: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in (
        ("en", "a an the that and so to of in on by with for it this here now"),
        ("de", "der die das den dem ein eine einen dass und so zu von im in am an mit für es hier nun"),
    )
}
"""Words that may come and go."""

AUXILIARIES = {
    "en": frozenset[str](),
    "de": frozenset({"hat", "haben", "ist", "sind", "war", "waren", "wird", "werden"}),
}
"""Verbs that change their place where a turn of phrase comes first: "leider hat …"."""

LANGUAGES = {"en": "English", "de": "German"}
TONES = {"plain": "plain and clear", "warm": "warm and personal", "formal": "courteous and formal"}


def reworded(text: Text, tone: str, language: str, line: Line) -> str | None:
    """The sentence's template in other words; None where it stays as it is. ModelError where there is no answer."""
    found = _named(text.template)
    if found is None or read_numerals(SLOT.sub(" ", text.template)):
        return None
    template, names = found
    said = _asked(template, TONES[tone], language, line)
    if not said or said == template or not holds(said, template, language):
        return None
    return SLOT.sub(lambda slot: f"{{{names[slot[1]]}}}", said)


def holds(said: str, template: str, language: str) -> bool:
    """Whether another wording says the same of the same slots."""
    if SLOT.findall(said) != SLOT.findall(template):
        return False
    plain = SLOT.sub(" ", said)
    if "?" in plain and "?" not in template and not template.lower().startswith(("please", "bitte")):
        return False  # what was told is no question
    if read_numerals(plain) or set("{}<>|`*_#") & set(plain):
        return False
    slots = {f"{{{one}}}" for one in SLOT.findall(template)}
    words_alone = _said(said, language, slots) == _said(template, language, slots)
    # A slot that is alone may stand anywhere: it is nobody else's.
    may_move = AUXILIARIES[language] | (slots if len(slots) == 1 else set())
    return words_alone and _said(said, language, may_move) == _said(template, language, may_move)


def _said(text: str, language: str, neutral: Collection[str]) -> list[str]:
    """The words that say something, without courtesy and grammar."""
    plain = " ".join(text.lower().replace("’", "'").split())
    for phrase in sorted(PHRASES[language], key=len, reverse=True):
        plain = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", plain)
    return said_in_order(plain, {*GRAMMAR[language], *neutral})


@lru_cache(maxsize=512)
def _asked(template: str, tone: str, language: str, line: Line) -> str:
    asked = prompt(
        "word_document",
        template=template,
        tone=tone,
        language=LANGUAGES[language],
        phrases="; ".join(PHRASES[language]),
    )
    said = llm.ask_for(Wording, [Message("user", asked)], line)
    return " ".join(said.value.text.split()) if said.value else ""


def _named(template: str) -> tuple[str, Mapping[str, str]] | None:
    """The template with slots called a, b, c, so that their names tell nothing; None where it has none."""
    names: dict[str, str] = {}

    def slot(found: re.Match[str]) -> str:
        letter = ascii_lowercase[len(names) % len(ascii_lowercase)] * (len(names) // len(ascii_lowercase) + 1)
        names[letter] = found[1]
        return f"{{{letter}}}"

    made = SLOT.sub(slot, template)
    return (made, names) if names else None


def all_reworded(lines: Iterator[tuple[str, Text]], tone: str, language: str, line: Line) -> dict[str, str]:
    """By place, the sentences that were worded anew; where the model stops answering, those until then."""
    made: dict[str, str] = {}
    for place, text in lines:
        try:
            found = reworded(text, tone, language, line)
        except ModelError:
            if not made:
                raise
            return made
        if found is not None:
            made[place] = found
    return made
