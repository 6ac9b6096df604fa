"""What a passage states: decisions, actions (who, by when, done or not), risks and dates, by structure and wording.

A line belongs to a kind by what it begins with ("Decision: …", "- [ ] …", "AP Marin: …"), by the heading it stands
under ("Actions", "Risks and worries"), or by a verb that says so ("we agreed that …"). What nothing marks is not
made a decision by a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.notes.text import sentences


class States(StrEnum):
    """What a sentence of a note can be."""

    DECISION = "decision"
    ACTION = "action"
    RISK = "risk"
    DATE = "date"


@dataclass(frozen=True)
class Statement:
    """One sentence of a passage, by its place; of an action also who, by when, and whether it is done."""

    kind: States
    start: int
    end: int
    owner: str = ""
    due: str = ""
    state: str = ""


_DECISION = r"(?:decisions?|decided|agreed|agreement|resolution|resolved|outcome|conclusion|approved|beschluss)"
_ACTION = r"(?:actions?(?: items?| points?)?|to-?dos?|next steps?|tasks?|follow-?ups?|ap|ai|homework|aufgaben?)"
_RISK = (
    r"(?:risks?(?: noted)?|concerns?|worr(?:y|ies)|blockers?|blocked|issues?|problems?|dangers?|threats?|open points?|"
    r"watch out|risiken)"
)
_MARKED = {
    States.DECISION: re.compile(rf"^\W*{_DECISION}\b(?: [\w ,-]{{1,40}})?\W*:", re.IGNORECASE),
    States.ACTION: re.compile(rf"^\W*(?:{_ACTION}\b(?: [\w ,-]{{1,40}})?\W*:|\[[ xX]\])", re.IGNORECASE),
    States.RISK: re.compile(rf"^\W*{_RISK}\b(?: [\w ,-]{{1,40}})?\W*:", re.IGNORECASE),
}
_HEADED = {
    States.DECISION: re.compile(rf"\b{_DECISION}\b", re.IGNORECASE),
    States.ACTION: re.compile(rf"\b{_ACTION}\b|\bwho does what\b", re.IGNORECASE),
    States.RISK: re.compile(rf"\b{_RISK}\b", re.IGNORECASE),
}
_ALONE = {
    kind: re.compile(rf"^\W*(?:{words})\b[\w ,/&-]{{0,40}}\W*:?\W*$", re.IGNORECASE)
    for kind, words in ((States.DECISION, _DECISION), (States.ACTION, _ACTION), (States.RISK, _RISK))
}
"""A line that says no more than what the lines below it are: "Actions"."""

_SAYS_SOMETHING = 4
"""Fewer words say that something was decided, but not what."""

_INTRODUCES = re.compile(r"\b(?:agreed|decided|settled|resolved)(?: on| that| to| the following)?:$", re.IGNORECASE)
"""What announces decisions in the lines below."""

_DECIDES = re.compile(
    r"\b(?:(?:we|they|everyone|everybody|all|the \w+|both|[A-Z]\w+)(?: \w+){0,2} (?:have |has |had )?(?:all )?"
    r"(?:decided|agreed|settled on|chose|resolved|approved|signed off|opted|declined|rejected|accepted)\b"
    r"|\b(?:it (?:was|is|has been)|was|were|is|are|has been|have been) (?:\w+ )?"
    r"(?:decided|agreed|settled|approved|declined|rejected|signed off|resolved|confirmed)\b"
    r"|\bwe(?:'re|’re| are| will|'ll|’ll) (?:going|go) (?:with|for|ahead)\b|\bgo(?:es)? ahead\b"
    r"|\bfrom now on\b|\bis (?:now )?on hold\b|\bdecision (?:is|was|to)\b)"
)
_NOT_YET = re.compile(
    r"\b(?:not|n't|n’t|never|nothing|nobody|yet to|to be|must be|needs? to be|has to be|still open|undecided|whether|"
    r"if|would|before|until|once|will decide|please decide|decisions? needed)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:decisions? (?:is |are )?(?:still )?(?:needed|open|due|pending|required)|to decide)\b", re.IGNORECASE
)
_RISKS = re.compile(
    r"\b(?:risk|risky|at risk|worr(?:y|ied|ies)|concern(?:ed|s)?|danger|blocked|blocker|run dry|running out|slip(?:s|ping)?|"
    r"in danger|threat|might not|may not make|cannot be held|too late|falls? ill|single point of failure|bottleneck|"
    r"not enough|behind schedule|delay(?:ed|s)?|afraid|penalt(?:y|ies))\b",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’-]*)){0,2}"
_DOES = re.compile(
    rf"^(?P<who>{_NAME}|I|We|we)(?: (?:and|&) {_NAME})?(?::| -| –|,)? (?:(?:will|to|is going to|has to|must|should|'ll) )?"
    r"(?P<verb>[a-z]+)"
)
_DOERS = re.compile(
    rf"\b(?P<who>{_NAME})(?:'ll|’ll| will| is going to| has to| must| needs to| agreed to| promised to) [a-z]+"
)
_TAGGED = re.compile(
    rf"(?:^|\s)@(?P<at>[\w.-]+)|\((?P<bracket>{_NAME})(?:,[^()]*| [a-z][^()]*)?\)\W*$|\b[Oo]wner:\s*(?P<owner>{_NAME})"
    rf"|:\s*(?P<last>{_NAME})(?:,[^,:]*)?$"
)
_LED = re.compile(rf"^(?:\[[ xX]\]\s*)?(?P<who>{_NAME})(?:\s*\([^)]*\))?\s*(?::|–|—|->|→)\s")
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
_DUE = re.compile(
    rf"\b(?:by|until|before|due:?|due on|deadline:?|no later than|till)\s+(?P<due>(?:the )?{_DAY})\b", re.IGNORECASE
)
_AT_THE_END = re.compile(rf",\s*(?P<due>(?:the )?{_DAY})\b\W*$", re.IGNORECASE)
_DATED = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_DONE = re.compile(r"^\W*\[[xX]\]|\b(?:done|closed|completed|finished)\b\W*$|✓|✔|\(done\)", re.IGNORECASE)
_DROPPED = re.compile(r"\b(?:cancel(?:led|ed)|dropped|obsolete)\b\W*$|~~", re.IGNORECASE)

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
    under = {kind for kind, headed in _HEADED.items() if headed.search(heading)}
    if _NEEDED.search(heading):
        under.discard(States.DECISION)
    of_line: set[States] = set()
    line_end = -1
    for start, end in sentences(text):
        sentence = text[start:end]
        alone = [kind for kind, words in _ALONE.items() if words.match(sentence)]
        if alone:
            under = set(alone) if not _NEEDED.search(sentence) else set()
            continue
        marked = {kind for kind, words in _MARKED.items() if words.match(sentence)}
        if start > line_end:
            of_line, line_end = set(), _end_of_line(text, start)
        if marked:
            of_line = marked & {States.ACTION}
        if _INTRODUCES.search(sentence) and not _NEEDED.search(sentence):
            under = {States.DECISION}
            continue
        yield from _of(sentence, start, end, marked or of_line or under)


def _end_of_line(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def _of(sentence: str, start: int, end: int, marked: set[States]) -> Iterator[Statement]:
    kinds = set(marked)
    if _NEEDED.search(sentence):
        kinds.discard(States.DECISION)
    elif len(sentence.split()) >= _SAYS_SOMETHING and _DECIDES.search(sentence) and not _NOT_YET.search(sentence):
        kinds.add(States.DECISION)
    if _RISKS.search(sentence) and States.ACTION not in kinds:
        kinds.add(States.RISK)
    if _DATED.search(sentence):
        kinds.add(States.DATE)
    for kind in sorted(kinds):
        if kind is States.ACTION:
            yield _action(sentence, start, end)
        else:
            due = _DUE.search(sentence)
            yield Statement(kind, start, end, due=due["due"] if due else "")


def _action(sentence: str, start: int, end: int) -> Statement:
    body = re.sub(rf"^\W*{_ACTION}\b(?: [\w ,-]{{1,40}})?\W*:[\s*]*", "", sentence, flags=re.IGNORECASE)
    due = _DUE.search(body) or _AT_THE_END.search(body.rstrip(")"))
    state = "done" if _DONE.search(body) else "dropped" if _DROPPED.search(body) else "open"
    return Statement(States.ACTION, start, end, owner_of(body), due["due"] if due else "", state)


def owner_of(sentence: str) -> str:
    """Who is to do it, as the sentence names them; blank where it names nobody."""
    led = _LED.match(sentence)
    if led and led["who"].casefold() not in _NOBODY:
        return led["who"]
    tagged = _TAGGED.search(sentence)
    if tagged:
        return tagged["at"] or tagged["bracket"] or tagged["owner"] or tagged["last"]
    does = _DOES.match(re.sub(r"^\W*(?:\[[ xX]\]\s*)?", "", sentence))
    if does and does["who"].casefold() not in _NOBODY and does["verb"] not in _NOT_A_VERB:
        return does["who"]
    other = _DOERS.search(sentence)
    return other["who"] if other and other["who"].casefold() not in _NOBODY else ""
