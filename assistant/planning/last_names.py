"""A first name nobody has beside a last name somebody has: "Mia Novak" is one name, whoever else is called Novak."""

import re
from dataclasses import replace

from assistant.outcome import Clarification, NoData
from assistant.planning import misunderstandings
from assistant.planning.here import Here
from assistant.planning.parts import Unknown
from assistant.planning.tokens import key

_NEXT_WORD = re.compile(r" (?P<word>[^\W\d_][\w'\u2019-]*)")


def said_with(said: Unknown, here: Here) -> Unknown | None:
    """Both words, where a capital behind the unknown word is the last name of somebody visible; else None."""
    found = _NEXT_WORD.match(here.text, said.span[1])
    if found is None or not found["word"][0].isupper() or not said.text[:1].isupper():
        return None
    span = said.span[0], found.end()
    lasts = {key(one)[-1] for one in _people(here) if " " in one}
    return replace(said, text=here.text[slice(*span)], span=span) if key(found["word"])[-1] in lasts else None


def nobody(whole: Unknown, here: Here, most: int) -> Clarification | NoData:
    """That nobody is called so, and the question for each of those with that last name."""
    near = [one for one in _people(here) if key(whole.text)[-1] in key(one)][:most]
    return misunderstandings.not_found(whole.text, [here.instead(whole.span, one) for one in near])


def _people(here: Here) -> list[str]:
    return [one.label for one in here.vocabulary.labels if one.dimension == "person"]
