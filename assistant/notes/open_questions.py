"""Questions that no number answers: what kind of answer they want, and which sentence of a note could be one.

"When is the pilot" wants a day, "who does the photos" somebody, "where is the kick-off" a place. A sentence answers
if it speaks of what is asked about and holds what is wanted; one that merely comes nearest answers nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.notes.addressed import is_addressed_to_a_machine
from assistant.notes.late import compiled
from assistant.notes.quoting import WHO_WAS_THERE, is_told, leans, sentence_before, whole_sentences
from assistant.notes.sought import Sought
from assistant.notes.statements import owner_of
from assistant.notes.text import STOP, content_words, folded, words

COVERED = 0.74
"""The share of what is asked about, rare words counting more, that a sentence and what it stands under must hold.

Like the others it was set on one half of the questions of `eval/notes_open.txt`, and measured on the other.
"""

IN_ITSELF = 0.25
"""The share that the sentence itself must hold; the rest may be in its heading, its title or the sentence before."""

ALL = 0.99
"""Where nothing tells what an answer would look like, everything that is asked about must be there."""

LEAST_WORDS = 2
"""A question that wants no day, person, place, reason or number is about so many words at least."""


TOLD_BENEATH = (Sought.PLACE, Sought.REASON)
"""Where something was and why it is so may stand by itself beneath a heading that says what it is about."""


@dataclass(frozen=True)
class Opening:
    """How an open question begins, what it wants, and the words that say no more than that."""

    sought: Sought
    pattern: re.Pattern[str]
    carries: frozenset[str] = frozenset()
    is_told: bool = False
    """Whether what somebody said is asked for, so that only notes can answer."""


_TOLD = (
    r"(?:they|he|she|we|you|the (?:client|customer)) (?:\w+ )?"
    r"(?:mentioned|named|quoted|said|told us|had in mind|asked for|offered|proposed|promised|gave us|wanted)\b"
)
_DAYS = frozenset("date day deadline time timeline due start begin happen planned plan scheduled take place".split())  # noqa: SIM905
_PEOPLE = frozenset(
    """
    responsible charge make makes made person contact owner owns owning handles handling does doing looks look after
    takes take care lead leads leading runs running main in
    """.split()  # noqa: SIM905
)
_SIZES = frozenset("long big large often many far".split())  # noqa: SIM905
_SAID = frozenset("mentioned named quoted said told mind asked offered proposed promised gave wanted".split())  # noqa: SIM905

OPENINGS = (
    Opening(
        Sought.NUMBER,
        compiled(
            rf"^(?:and )?what(?:'s| is| was| are| were)? (?:the |their |his |her )?"
            rf"(?:budget|price|cost|fee|amount|quote|number|sum|limit)\b.*\b{_TOLD}|^how (?:much|many) .*\b{_TOLD}",
            re.IGNORECASE,
        ),
        _SAID,
        is_told=True,
    ),
    Opening(
        Sought.DAY,
        compiled(
            r"^(?:and |so )?(?:by |until |since |from )?when\b(?! did (?:we|you|i) last)"
            r"|^(?:and )?what(?:'s| is| are| was| were)? (?:the |our |their )?(?:\w+ )?"
            r"(?:date|deadline|due date|day|timeline)\b"
            r"|^(?:on |by )?(?:which|what) (?:date|day)\b",
            re.IGNORECASE,
        ),
        _DAYS,
    ),
    Opening(Sought.PERSON, compiled(r"^(?:and |so )?(?:who|whom|who's|whose)\b", re.IGNORECASE), _PEOPLE),
    Opening(
        Sought.PLACE,
        compiled(r"^(?:and |so )?where\b(?! (?:do|does) (?:we|it|the \w+) stand\b)", re.IGNORECASE),
        frozenset("happen take place held".split()),  # noqa: SIM905
    ),
    Opening(
        Sought.REASON,
        compiled(r"^(?:and |so )?(?:why|how come|what(?:'s| is| was) the reason)\b", re.IGNORECASE),
        frozenset(("reason",)),
    ),
    Opening(Sought.NUMBER, compiled(r"^(?:and )?how (?:long|big|large|often|many|far)\b", re.IGNORECASE), _SIZES),
    Opening(
        Sought.ANYTHING,
        compiled(
            r"^(?:and |so )?(?:what|which|how)\b"
            r"|^(?:and |so )?(?:did|does|do|is|are|was|were|has|have|had|will|can|could|should) ",
            re.IGNORECASE,
        ),
        frozenset(("plan", "idea", "kind", "sort")),
    ),
)


def opening_of(text: str) -> Opening | None:
    """How a question begins, if it is one that a sentence could answer."""
    return next((one for one in OPENINGS if one.pattern.search(text)), None)


def topic_of(topic: str, opening: Opening) -> str:
    """The words of a topic without those that only say what is wanted, unless there are no others."""
    kept = [one for one in topic.split() if one.casefold() not in opening.carries]
    return " ".join(kept)


_DAY = compiled(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mo|diens|donners|frei|sams|sonn)n?tag\b|\bmittwoch\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\bq[1-4]\b|\b(?:week|kw) \d"
    r"|\b(?:today|tomorrow|tonight|yesterday|christmas|easter|spring|summer|autumn|winter|new year)\b"
    r"|\b(?:next|this|last) (?:week|month|quarter|year)\b|\b(?:in|within|after) \w+ (?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_PLACE = compiled(
    r"\b(?i:in|at|on|near|opposite|to|from|under|behind) (?:the |our |their |his |her )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Q\d)\w*\b)[^\W\d_a-z]\w+"
    r"|(?i:\b(?:room|office|building|floor|street|square|hall|online|zoom|teams|video call|remote|barn|studio|venue|"
    r"on site|on-site|terrace|branch|basement)\b)",
)
_REASON = compiled(
    r"\b(?:because|since|so that|due to|as a result|therefore|thus|owing to|reason|reasons|in order to|otherwise|"
    r"would rather|too (?:\w+)|no longer|cannot|could not|not enough|instead|weil|wegen|damit)\b|\bwhy\b.*[:,]",
    re.IGNORECASE,
)
_DATE = compiled(
    r"\b\d{1,2}(?:\.|st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: \d{4})?"
    r"|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)
_NUMBER = compiled(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|half|"
    r"a third|a quarter|once|twice|never|daily|weekly|monthly|every)\b",
    re.IGNORECASE,
)


_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)?"
_DOES_IT = compiled(
    rf"(?i:\b(?:by|with|to|from|is|are|ask|call|and|,|:)) (?P<then>{_NAME})(?=\W|$)"
    rf"|\b(?P<who>{_NAME}) (?:is|are|was|will|would|does|do|did|has|had|takes?|took|keeps?|runs?|ran|leads?|led|"
    r"handles?|owns?|"
    r"reads?|writes?|wrote|makes?|made|looks?|sits?|covers?|checks?|talks?|sends?|sent|[a-z]+(?:s|ed))\b"
    r"|\((?P<in>[^\W\d_a-z]\w+)\b",
)
"""Somebody who does something, or with whom it lies."""


def names_somebody(sentence: str, is_name: Callable[[str], bool]) -> bool:
    """Whether a sentence says who: an owner, or a name before what they do."""
    found = [one["who"] or one["then"] or one["in"] for one in _DOES_IT.finditer(sentence)]
    named = (one.split()[0] for one in (owner_of(sentence), *found) if one and not _DAY.search(one))
    return any(one[:1].isupper() and folded(one) not in STOP and is_name(one) for one in named)


def _holds_a_number(sentence: str) -> bool:
    return bool(_NUMBER.search(_DATE.sub(" ", sentence)))


HOLDS: Mapping[Sought, Callable[[str], bool]] = {
    Sought.DAY: lambda one: bool(_DAY.search(one)),
    Sought.PLACE: lambda one: bool(_PLACE.search(one)),
    Sought.REASON: lambda one: bool(_REASON.search(one)),
    Sought.NUMBER: _holds_a_number,
    Sought.ANYTHING: lambda _: True,
}


@dataclass(frozen=True)
class Speaking:
    """A passage as it is looked at: its text and what it stands under."""

    text: str
    heading: str
    title: str


@dataclass(frozen=True)
class Known:
    """What the passages an asker may see tell of a word: how rare it is, and whether it is written as a name."""

    weight: Callable[[str], float]
    is_name: Callable[[str], bool]


def answering(passage: Speaking, topic: str, sought: Sought, known: Known) -> Iterator[tuple[float, int, int]]:
    """The sentences of a passage that could be the answer: how much of the topic each holds, and its place."""
    wanted = {one: known.weight(one) for one in content_words(topic)}
    if not wanted or (sought is Sought.ANYTHING and len(wanted) < LEAST_WORDS):
        return
    whole = sum(wanted.values())
    above = set(words(f"{passage.title} {passage.heading}"))
    enough = ALL if sought is Sought.ANYTHING else COVERED
    # No sentence holds more of the topic than its passage.
    if sum(wanted[one] for one in wanted.keys() & (above | set(words(passage.text)))) / whole < enough:
        return
    for start, end in whole_sentences(passage.text):
        said = passage.text[start:end]
        if not _can_be_an_answer(said) or not _is_wanted(said, sought, wanted.keys(), known):
            continue
        own = set(words(said))
        around = own | above | (set(words(sentence_before(passage.text, start))) if leans(said) else set())
        here = sum(wanted[one] for one in wanted.keys() & own) / whole
        covered = sum(wanted[one] for one in wanted.keys() & around) / whole
        is_headed = sought in TOLD_BENEATH and wanted.keys() <= above
        if is_headed or (covered >= enough and here >= IN_ITSELF):
            yield covered + here, start, end


def _is_wanted(sentence: str, sought: Sought, topic: AbstractSet[str], known: Known) -> bool:
    """Whether a sentence holds what is wanted; somebody is named in the same breath as what they have to do with."""
    if sought is not Sought.PERSON:
        return HOLDS[sought](sentence)
    clauses = re.split(r"[.;:!?]\s", sentence)
    return any(topic & set(words(one)) and names_somebody(one, known.is_name) for one in clauses)


def _can_be_an_answer(sentence: str) -> bool:
    """Whether a sentence states something to people: no question, no order to a machine, no list of who was there."""
    bare = sentence.strip().rstrip("\"”’')*_ ")
    told = not bare.endswith("?") and is_told(sentence) and not bare.lower().startswith(WHO_WAS_THERE)
    return told and not is_addressed_to_a_machine(sentence)
