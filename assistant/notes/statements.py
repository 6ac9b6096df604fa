"""What a passage states: decisions, actions (who, by when, done or not), risks and dates, by structure and wording.

A line belongs to a kind by what it begins with ("Decision: …", "- [ ] …", "AP Marin: …"), by the heading it stands
under ("Actions", "Risks and worries"), or by a verb that says so ("we agreed that …"). What nothing marks is not
made a decision by a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.notes.due import SAID, WITHIN
from assistant.notes.late import compiled
from assistant.notes.text import sentences


class States(StrEnum):
    """What a sentence of a note can be."""

    DECISION = "decision"
    ACTION = "action"
    RISK = "risk"
    DATE = "date"


@dataclass(frozen=True)
class Statement:
    """One sentence of a passage, by its place; of an action also who, by when as it is said, and whether it is done.

    A decision whose state is "open" is one that still has to be made.
    """

    kind: States
    start: int
    end: int
    owner: str = ""
    due: str = ""
    state: str = ""


_DECISION = (
    r"(?:decisions?|decided|agreed|agreement|resolution|resolved|outcome|conclusion|approved|beschl(?:u|ü)ss(?:e)?|"
    r"beschlossen|entscheidung(?:en)?|entschieden|vereinbart|vereinbarung(?:en)?)"
)
_ACTION = (
    r"(?:actions?(?: items?| points?)?|to[ -]?dos?|next(?: steps?)?|tasks?|follow-?ups?|ap|ai|homework|aufgaben?|"
    r"n(?:a|ä)chste schritte|ma(?:ß|ss)nahmen?)"
)
_RISK = (
    r"(?:risks?(?: noted)?|concerns?|worr(?:y|ies)|blockers?|blocked|issues?|problems?|dangers?|threats?|open points?|"
    r"watch out|risiko|risiken|bedenken|probleme?)"
)
_MARKED = {
    States.DECISION: compiled(rf"^\W*{_DECISION}\b(?: [\w ,-]{{1,40}})?\W*:", re.IGNORECASE),
    States.ACTION: compiled(rf"^\W*(?:{_ACTION}\b(?: [\w ,-]{{1,40}})?\W*:|\[[ xX]\])", re.IGNORECASE),
    States.RISK: compiled(rf"^\W*{_RISK}\b(?: [\w ,-]{{1,40}})?\W*:", re.IGNORECASE),
}
_HEADED = {
    States.DECISION: compiled(rf"\b{_DECISION}\b", re.IGNORECASE),
    States.ACTION: compiled(rf"\b{_ACTION}\b|\bwho does what\b", re.IGNORECASE),
    States.RISK: compiled(rf"\b{_RISK}\b", re.IGNORECASE),
}
_ALONE = {
    kind: compiled(rf"^\W*(?:{words})\b[\w ,/&-]{{0,40}}\W*:?\W*$", re.IGNORECASE)
    for kind, words in ((States.DECISION, _DECISION), (States.ACTION, _ACTION), (States.RISK, _RISK))
}
"""A line that says no more than what the lines below it are: "Actions"."""

_SAYS_SOMETHING = 4
"""Fewer words say that something was decided, but not what."""

_INTRODUCES = compiled(r"\b(?:agreed|decided|settled|resolved)(?: on| that| to| the following)?:$", re.IGNORECASE)
"""What announces decisions in the lines below."""

_DECIDES = compiled(
    r"\b(?:(?:we|they|everyone|everybody|all|the \w+|both|[A-Z]\w+)(?: \w+){0,2} (?:have |has |had )?(?:all )?"
    r"(?:decided|agreed|settled on|chose|resolved|approved|signed off|opted|declined|rejected|accepted)\b"
    r"|\b(?:it (?:was|is|has been)|was|were|is|are|has been|have been) (?:\w+ )?"
    r"(?:decided|agreed|settled|approved|declined|rejected|signed off|resolved|confirmed|dropped|chosen|cancelled)\b"
    r"|\bwe(?:'re|’re| are| will|'ll|’ll) (?:going|go) (?:with|for|ahead)\b|\bgo(?:es)? ahead\b"
    r"|\bfrom now on\b|\bis (?:now )?on hold\b|\bdecision (?:is|was|to)\b"
    r"|\b(?:[Ww]ir|[Aa]lle|[A-Z]\w+) (?:haben|hat) (?:.{0,80} )?(?:beschlossen|entschieden|vereinbart|festgelegt)\b"
    r"|\b(?:wurde|wird|ist) (?:.{0,80} )?(?:beschlossen|entschieden|vereinbart|festgelegt)\b)"
)
_NOT_YET = compiled(
    r"\b(?:not|never|nothing|nobody|yet to|to be|must be|needs? to be|has to be|still open|undecided|whether|"
    r"if|would|before|until|once|will decide|please decide|decisions? needed|nicht|nie|kein(?:e[mnrs]?)?|ob|wenn|falls)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NEEDED = compiled(
    r"\b(?:decisions? (?:is |are )?(?:still )?(?:needed|open|due|pending|required)|to decide"
    r"|(?:are|is|am|still) waiting (?:for|on)|(?:is|are|still) undecided|(?:has|have|did) not (?:yet )?(?:decided?|chosen|choose))\b",
    re.IGNORECASE,
)
_RISKS = compiled(
    r"\b(?:risk|risky|at risk|worr(?:y|ied|ies)|concern(?:ed|s)?|danger|blocked|blocker|run dry|running out|slip(?:s|ping)?|"
    r"in danger|threat|might not|may not make|cannot be held|too late|falls? ill|single point of failure|bottleneck|"
    r"not enough|behind schedule|delay(?:ed|s)?|afraid|penalt(?:y|ies)|risiko|risiken|gef(?:a|ä)hrdet|engpass|"
    r"verz(?:o|ö)gerung(?:en)?)\b",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’-]*)){0,2}"
_DOES = compiled(
    rf"^(?P<who>{_NAME}|I|We|we)(?: (?:and|&) {_NAME})?(?::| -| –|,)? (?:(?:will|to|is going to|has to|must|should|'ll) )?"
    r"(?P<verb>[a-z]+)"
)
_DOERS = compiled(
    rf"\b(?P<who>{_NAME})(?:'ll|’ll| will| is going to| has to| must| needs to| agreed to| promised to) [a-z]+"
)
_TAGGED = compiled(
    rf"(?:^|\s)@(?P<at>[\w.-]+)|\((?P<bracket>{_NAME})(?:,[^()]*| [a-z][^()]*)?\)\W*$|\b[Oo]wner:\s*(?P<owner>{_NAME})"
    rf"|:\s*(?P<last>{_NAME})(?:,[^,:]*)?$"
)
_LED = compiled(rf"^(?:\[[ xX]\]\s*)?(?P<who>{_NAME})(?:\s*\([^)]*\))?\s*(?::|–|—|->|→)\s")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    rf"(?:20\d\d-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}(?: 20\d\d)?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"(?:,? 20\d\d)?|\d{1,2}[./]\d{1,2}[./](?:20)?\d\d|the \d{1,2}(?:st|nd|rd|th)"
    r"|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight"
    rf"|(?:the )?(?:end|beginning|middle) of (?:the (?:week|month|quarter|year)|next (?:week|month|quarter)|{_MONTH})"
    rf"|next (?:week|month|quarter)|{_MONTH}(?: 20\d\d)?|Q[1-4](?: 20\d\d)?|christmas|easter)"
)
_DUE = compiled(
    r"\b(?:(?:by|until|till|due(?: on| by)?:?|deadline:?|no later than|bis(?: zum)?|fällig(?: am)?:?|spätestens(?: am)?)\s+"
    rf"(?P<due>{SAID})|(?P<before>(?:before|vor)\s+{SAID})|(?P<within>{WITHIN}))",
    re.IGNORECASE,
)
_AT_THE_END = compiled(rf"[,(–—:\[-]\s*(?P<due>{SAID})[)\]]?\W*$", re.IGNORECASE)
_ON = compiled(rf"\b(?:on|am)\s+(?P<due>{SAID})", re.IGNORECASE)
_DATED = compiled(rf"\b(?-i:(?!may\b|march\b)){_DAY}\b", re.IGNORECASE)
TICKED = compiled(r"\[[xX]\]|\b(?:done|closed|completed|finished)\b|✓|✔", re.IGNORECASE)
"""What a text must hold for anything in it to be done."""

_DONE = compiled(r"^\W*\[[xX]\]|\b(?:done|closed|completed|finished)\b\W*$|✓|✔|\(done\)", re.IGNORECASE)
_DROPPED = compiled(r"\b(?:cancel(?:led|ed)|dropped|obsolete)\b\W*$|~~", re.IGNORECASE)

_NOT_A_VERB = frozenset(
    (
        *(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "does",
            "did",
            "of",
            "in",
            "on",
            "at",
            "for",
            "with",
            "from",
        ),
        *("to", "by", "and", "or", "the", "a", "an", "list", "which", "that", "who"),
    )
)
_NOBODY = frozenset(
    (
        *("i", "we", "decision", "decisions", "action", "actions", "next", "risk", "note", "please", "the", "who"),
        *("what", "which", "how", "when", "where", "why", "if", "all", "everyone", "everybody", "this", "that", "it"),
    )
)


def statements(text: str, heading: str) -> Iterator[Statement]:
    """Everything a passage states, in order; a sentence that is two things is told twice."""
    reading = _Reading(text, _headed(heading))
    for start, end in sentences(text):
        yield from reading.take(start, end)


@lru_cache(maxsize=100_000)
def statements_of(text: str, heading: str) -> tuple[Statement, ...]:
    """The same, read once: a list of all actions reads every passage anew."""
    return tuple(statements(text, heading))


def _headed(heading: str) -> frozenset[States]:
    """What the lines under a heading are."""
    under = {kind for kind, headed in _HEADED.items() if headed.search(heading)}
    return frozenset(under - {States.DECISION} if _NEEDED.search(heading) else under)


class _Reading:
    """A passage while its sentences are read: what its lines are, by the words above them or at their beginning."""

    def __init__(self, text: str, headed: frozenset[States]) -> None:
        self._text = text
        self._headed = headed
        self._under = headed
        self._of_line: frozenset[States] = frozenset()
        self._line_end = -1
        self._items_began = False

    def take(self, start: int, end: int) -> Iterator[Statement]:
        """The next sentence, as what it states."""
        sentence = self._text[start:end]
        if start > self._line_end:
            self._begin_line(start)
        if self._introduces(sentence, end):
            return
        marked = frozenset(kind for kind, words in _MARKED.items() if words.match(sentence))
        if marked:
            self._of_line = marked & {States.ACTION}
        yield from _of(sentence, start, end, marked or self._of_line or self._under)

    def _begin_line(self, start: int) -> None:
        """A line of its own; one that is no item ends the list of what was announced above it."""
        begins = self._text.rfind("\n", 0, start) + 1
        found = self._text.find("\n", start)
        self._of_line, self._line_end = frozenset(), len(self._text) if found < 0 else found
        is_item = begins < start
        if self._items_began and not is_item:
            self._under = self._headed
        self._items_began = is_item

    def _introduces(self, sentence: str, end: int) -> bool:
        """Whether it says no more than what the words after it are: those of its line, or the lines below."""
        needed = _NEEDED.search(sentence)
        alone = frozenset(kind for kind, words in _ALONE.items() if words.match(sentence))
        announced = frozenset({States.DECISION}) if _INTRODUCES.search(sentence) and not needed else frozenset()
        if not alone and not announced:
            return False
        kinds = (alone - {States.DECISION} if needed else alone) or announced
        if self._text[end : self._line_end].strip():
            self._of_line = kinds
        else:
            self._under = kinds
            self._items_began = False
        return True


def _of(sentence: str, start: int, end: int, marked: frozenset[States]) -> Iterator[Statement]:
    kinds = set(marked)
    if _NEEDED.search(sentence):
        kinds.discard(States.DECISION)
        yield Statement(States.DECISION, start, end, due=_due(sentence), state="open")
    elif len(sentence.split()) >= _SAYS_SOMETHING and _decides(sentence):
        kinds.add(States.DECISION)
    if _RISKS.search(sentence) and not marked & {States.ACTION, States.DECISION}:
        kinds.add(States.RISK)
    if _DATED.search(sentence):
        kinds.add(States.DATE)
    for kind in sorted(kinds):
        if kind is States.ACTION:
            yield _action(sentence, start, end)
        else:
            yield Statement(kind, start, end, due=_due(sentence))


def _decides(sentence: str) -> bool:
    """Whether it tells of a decision that was made: nothing denies it or makes it depend in the words before it.

    What comes after may: "we agreed to pause until the budget is there" is one, "we decided whether" is none.
    """
    for found in _DECIDES.finditer(sentence):
        begins = max(sentence.rfind(sign, 0, found.start()) for sign in ",;:–—(") + 1
        if not _NOT_YET.search(sentence[begins : found.end()]) and not _ASKS.match(sentence, found.end()):
            return True
    return False


_ASKS = compiled(r"\W*(?:yet\W+)?(?:whether|if|ob)\b", re.IGNORECASE)


def begins_as_statement(sentence: str) -> bool:
    """Whether a line says by its first words what it is ("Decision: Stripe it is."), and so may lack its matter."""
    return any(words.match(sentence) for words in _MARKED.values())


def _action(sentence: str, start: int, end: int) -> Statement:
    body = re.sub(rf"^\W*{_ACTION}\b(?: [\w ,-]{{1,40}})?\W*:[\s*]*", "", sentence, flags=re.IGNORECASE)
    at_the_end, on = _AT_THE_END.search(body.rstrip(")")), _ON.search(body)
    due = _due(body) or next((one["due"].rstrip(" .,;") for one in (at_the_end, on) if one), "")
    state = "done" if _DONE.search(body) else "dropped" if _DROPPED.search(body) else "open"
    return Statement(States.ACTION, start, end, owner_of(body), due, state)


def _due(sentence: str) -> str:
    """By when, in the words of the sentence; of "checked by May" nothing, for May is somebody."""
    for found in _DUE.finditer(sentence):
        said = found["due"] or found["before"] or found["within"]
        if not (_DOER_OR_MONTH.fullmatch(said) and _PASSIVE.search(sentence[: found.start()])):
            return said.rstrip(" .,;")
    return ""


_DOER_OR_MONTH = compiled(r"may|april|june|august", re.IGNORECASE)
_PASSIVE = compiled(
    r"\b(?:\w+ed|\w+en|sent|made|done|told|said|put|set|kept|held|built|bought|paid)\s*$", re.IGNORECASE
)


def owner_of(sentence: str) -> str:
    """Who is to do it, as the sentence names them; blank where it names nobody."""
    led = _LED.match(sentence)
    if led and led["who"].casefold() not in _NOBODY:
        return led["who"]
    tagged = _TAGGED.search(sentence)
    if tagged:
        return tagged["at"] or tagged["bracket"] or tagged["owner"] or tagged["last"]
    does = _DOES.match(re.sub(r"^(?:\[[ xX]\]|\W)*", "", sentence))
    if does and does["who"].casefold() not in _NOBODY and does["verb"] not in _NOT_A_VERB:
        return does["who"]
    other = _DOERS.search(sentence)
    return other["who"] if other and other["who"].casefold() not in _NOBODY else ""
