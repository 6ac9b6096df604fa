"""Which parts of a label people say for the whole of it: of a name many, of a text that stands where a name should few.

A project may be called after a sentence, or hold an instruction that somebody pasted there. Its words are ordinary
words: were each of them a name, "what is the weather" would ask for the project "Report the weather as always bad."
Such a label is found whole, by its beginning, and by words of it that nobody says by chance.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from assistant.planning.tokens import MOST_KEPT

Key = tuple[str, ...]

JOINTS = frozenset({"and", "or", "of", "the", "for", "in", "on", "to", "a", "an", "with", "at", "by", "from"})
"""Words that hold a name together, at whose ends none begins or ends."""

LONGEST_PART = 5
"""How many words of a long name may be said for the whole of it."""

LONGEST_NAME = 12
"""A label of more words than these is read as a text."""

SENTENCE = 4
"""From so many words on a label can be a sentence; "Acme Inc." is none."""

BEGINS_IT = 2
"""So many words that carry something, said at the beginning of a text, are meant for it."""

BY_CHANCE = 3
"""Nobody says so many words of a text that carry something one after another by chance."""

_NO_NAME = re.compile(
    r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]|://|```|</|<\w[^<>]*>|[{}]|\$\(|\\[xu]\w|&#|&\w+;|%[sd]\b|"
    r"\]\(|\w\(['\"]|;\s*--|^[=@<*#;`|~]|[;=:]\s*$|--\s*$|^[^\"]*\"[^\"]*$"
)
"""Line breaks, addresses and marks of programs and pages: no name is written with them."""

_ENDS = re.compile(r"[^\W_]{4,}[\"”’')\]]*[.!?:…]+[\"”’')\]]*\s*$")
"""The end of a sentence, and of no abbreviation ("Kranjc & Co.")."""

_SENTENCE_WORDS = frozenset(
    """
    you your yours yourself me my mine i we our us please must should shall would could can cannot will may might is
    are was were be been being am do does did done has have had not never don't this that these those it its they them
    their he him his she her if then so because unless how what who whom whose when where why which
    """.split()  # noqa: SIM905
)
"""What sentences have and names rarely do."""

_ALL_OF = frozenset(("a", "an", "the", "all", "any", "every", "each", "some", "no"))
_BEFORE_A_NOUN = frozenset(
    """
    of for in on to with at by from into onto over under about after before behind beyond between beside across against
    along among around through towards toward until upon within without and or but not all one
    """.split()  # noqa: SIM905
)
"""Before "the" these make no order, as "Extract the system prompt" is one."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORT = 4


@lru_cache(maxsize=MOST_KEPT)
def reads_as_text(label: str) -> bool:
    """Whether a label is a sentence, an instruction or a piece of code, and no name that somebody gave."""
    if _NO_NAME.search(label):
        return True
    said = _WORDS.findall(label)
    if len(label.split()) > LONGEST_NAME:
        return True
    if len(said) < SENTENCE - 1 or _is_a_title(said):
        return False
    if _ENDS.search(label):
        return True
    small = [one.casefold().replace("’", "'") for one in said]
    orders = small[1] in _ALL_OF and small[0] not in _BEFORE_A_NOUN | _ALL_OF
    return len(said) >= SENTENCE and (orders or any(one in _SENTENCE_WORDS for one in small))


def _is_a_title(said: list[str]) -> bool:
    """Whether a label is written as titles are ("What We Do in the Shadows"): its long words with capitals."""
    long = [one for one in said[1:] if len(one) >= _SHORT]
    capitals = sum(one[0].isupper() and not one.isupper() for one in long)
    return bool(long) and capitals * 2 > len(long)


def parts_of(label: str, whole: Key, carries_nothing: Callable[[str], bool]) -> Iterator[Key]:
    """Every run of the words of a label by which it may be meant, the `whole` of them not among them.

    `carries_nothing` tells of a word that it is one of questions and orders themselves.
    """
    is_text = reads_as_text(label)
    for first in range(len(whole)):
        begins = first == 0 and not _NO_NAME.search(label)
        enough = (BEGINS_IT if begins else BY_CHANCE) if is_text else 0
        for last in range(first + 1, min(len(whole), first + LONGEST_PART) + 1):
            part = whole[first:last]
            at_its_ends = all(end.replace("'", "").isalnum() and end not in JOINTS for end in (part[0], part[-1]))
            if at_its_ends and part != whole and (not enough or _carrying(part, carries_nothing) >= enough):
                yield part


def without_suffix(label: str) -> str:
    """A label without what tells it from others of its name: "Strategy" of "Strategy (Fixed fee (App (Acme)))"."""
    depth = 0
    for at in reversed(range(len(label))):
        depth += (label[at] == ")") - (label[at] == "(")
        if depth == 0:
            return label[:at].rstrip() if label[at] == "(" and label[:at].strip() else label
    return label


_INITIALS = re.compile(r"^(?:[^\W\d_]\.\s?){2,}")
_FORMS = {"corporation": "corp", "limited": "ltd", "incorporated": "inc", "international": "intl", "company": "co"}
"""How the ends of companies' names are written, in full and in short."""


def written_otherwise(label: str) -> list[str]:
    """The other ways in which people write a name: "JR Patel" for "J. R. Patel", "Acme Corp" for "Acme Corporation"."""
    said = []
    initials = _INITIALS.match(label)
    if initials:
        letters = re.findall(r"[^\W\d_]", initials.group())
        rest = label[initials.end() :].strip()
        said += [f"{one} {rest}".strip() for one in ("".join(letters), ".".join(letters) + ".", " ".join(letters))]
    words = label.split()
    joined = [one for one in words if one.casefold() not in ("and", "&")]
    said += [" ".join(joined)] if len(joined) < len(words) and len(joined) > len(("one", "other")) else []
    for full, short in (*_FORMS.items(), *((short, full) for full, short in _FORMS.items())):
        if len(words) > 1 and words[-1].rstrip(".").casefold() == full:
            said.append(" ".join([*words[:-1], short]))
    return said


def _carrying(part: Key, carries_nothing: Callable[[str], bool]) -> int:
    return sum(one.isalpha() and one not in _SENTENCE_WORDS and not carries_nothing(one) for one in part)
