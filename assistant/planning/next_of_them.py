"""What a question asks next of the rows it has told of, as in "margin by client, and which ones are below 10 %".

The second half leaves out what the first has said: the noun ("which three", "which ones", "who" of clients) and the
measure ("are below 10 %", "is the largest"). Both are written in, so that it can be read as a question of its own; an
end that is asked for without a number is the order in which the rows stand.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.permissions import words
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import NUMBERS, Role

Read = Callable[[str], tuple[Parts, ...]]

_JOINT = re.compile(
    r"(?:,? and |, |; |(?<=\w)[.?!]+ (?:and )?)(?=(?:which|who|whose|what|how)(?:['\u2019]s)? )", re.IGNORECASE
)
_OF = r"(?P<of> of (?:them|these|those|the (?:\w+|above)))?"
_FEW = r"(?: (?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten))?"
_IS = (
    r"is|are|was|were|has|have|had|does|do|did|will|can|falls?|comes?|came|sits?|stands?|ends?|goes|go|went|grew|"
    r"grows?|"
    r"grown|shrank|shrinks?|brings?|brought|makes?|made|loses?|lost|costs?|takes?|took|uses?|used|needs?|owes?|"
    r"pays?|paid|"
    r"earns?|earned|runs?|performs?|performed|contributes?|generates?|generated|accounts?|gets?|got|drags?|spends?|"
    r"spent"
)
_WHICH = re.compile(
    rf"^(?P<ask>which|who|what){_OF}(?P<one> ones?)?{_FEW}(?: of (?:them|these|those))?"
    rf"(?: (?P<noun>(?!(?:{_IS})\b)[a-z]+(?: (?:managers?|titles?|leads?))?))?"
    rf" (?P<rest>(?:currently |still |now |then |actually )*(?P<verb>{_IS})\b.*)$",
    re.IGNORECASE,
)
_AT = (
    rf"^(?:{_IS})(?: (?:currently|still|now|already|actually|at|running|sitting|standing|coming|falling|going|in|a|"
    rf"an|up|"
    r"out|be|end|ends|finish|come|fall|land|probably|likely|to))*"
)
_LIMIT = re.compile(
    _AT
    + r" (?P<limit>(?:below|under|beneath|less than|lower than|fewer than|above|over|more than|higher than|at least|"
    r"at most|up to|beyond|between|exceeding) (?:\D{0,3})\d.*)$",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    _AT + r" (?:negative|below zero|under zero|in the red|in the minus)(?= |\W*$)(?P<more>.*)$", re.IGNORECASE
)
_MEAN = re.compile(
    _AT + r" (?P<side>below|under|above|over) (?:the |our |their )*(?:average|mean)(?= |\W*$)(?P<more>.*)$",
    re.IGNORECASE,
)
_HIGH = r"largest|biggest|highest|most|greatest|top"
_LOW = r"lowest|smallest|least|fewest"
_END = re.compile(
    rf"^(?:{_IS})(?: (?:us|in|up|by far|clearly|for))*(?: the)?(?: very)? "
    rf"(?P<end>{_HIGH}|{_LOW}|best|worst|weakest|strongest)(?: ones?| of all| of them| by far| for)?\W*$",
    re.IGNORECASE,
)
_ORDER = {
    **dict.fromkeys(_HIGH.split("|"), "highest first"),
    **dict.fromkeys(_LOW.split("|"), "lowest first"),
    **dict.fromkeys(("best", "strongest"), "best first"),
    **dict.fromkeys(("worst", "weakest"), "worst first"),
}
_EACH = re.compile(
    r" (?:on|of|for|with|from|at|in|to|by|per) each(?: (?:one|of (?:them|these|those)))?(?=\W*$)", re.IGNORECASE
)
"""As in "and what is the margin on each": of all of them."""

_SHORT_IS = re.compile(r"^(?P<word>who|which|what)['\u2019]s(?= )", re.IGNORECASE)
_IT_MOVED = re.compile(
    r"^how (?:has|have|had|did|is|are|does|do|was) (?:it|that|this|they|these|those) (?:been )?"
    r"(?:mov(?:ed|ing|e)|chang(?:ed|ing|e)|develop(?:ed|ing)?|trend(?:ed|ing)?|evolv(?:ed|ing|e)|going|gone|"
    r"progress(?:ed|ing)?)\b"
    r"(?: over time| lately| recently)?(?P<rest>[^?]*?)\W*$",
    re.IGNORECASE,
)
_PULLS = re.compile(
    rf"^(?:which|who|what)(?: of (?:them|these|those|our|the))?(?: (?P<rows>(?!(?:{_IS})\b)[a-z]+(?: (?:managers?|"
    rf"titles?))?))?(?: (?:is|are|was|were))? "
    r"(?:pull|drag|bring|weigh|push)(?:s|ing)? (?:it|us|that|this|them|the (?:average|number|figure|margin|total)) "
    r"(?P<way>down|up)\W*$",
    re.IGNORECASE,
)
"""As in "what is our average margin, and which clients pull it down": those with the lowest."""
_HOW_MANY = re.compile(r"\bhow many (?P<nouns>[a-z]+s|people|staff|(?:account|project) managers)\b", re.IGNORECASE)
_HOW_MANY_OF = re.compile(
    rf"^how many(?: of (?:them|these|those))? (?P<rest>(?:{_IS})\b(?! (?:we|i|they|you|there|the|our)\b).*)$",
    re.IGNORECASE,
)
"""As in "how many clients do we have, and how many brought in more than 100k"."""

CALLED_WHO = frozenset({"client", "account_manager", "project_manager", "owner", "person", "team"})
"""Rows that somebody may call "who"."""

_SPOKEN_FOR = (Role.UNMEASURED, Role.AMBIGUOUS, Role.OVER_BUDGET, Role.IS_OK, Role.CHANGE, Role.WHY, Role.COMPARE)
"""What asks for something by itself, without a measure."""


@dataclass(frozen=True)
class Rows:
    """What the first half has told of: rows of one kind, and the measures they have."""

    dimension: str
    nouns: str
    metrics: tuple[str, ...]
    in_order: bool
    """Whether the first half has picked or ordered its rows by itself."""


def written_out(here: Here, read: Read) -> str:
    """The question with every later half saying what it is of; any other as it is."""
    cuts = [one.span() for one in _JOINT.finditer(here.nameless)]
    if not cuts:
        return here.text
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(here.text)]
    first, *later = [here.text[start:end] for start, end in zip(starts, ends, strict=True)]
    joints = [here.text[start:end] for start, end in cuts]
    head = first
    for joint, half in zip(joints, later, strict=True):
        spelt = _SHORT_IS.sub(r"\g<word> is", half)
        said = _put_again(spelt, head, here, read)
        said = half if said == spelt else said
        if said in _ORDER.values():
            first = f"{first.rstrip('?!. ')}, {said}"
        else:
            first = f"{first.rstrip('?!. ')}, and {said}" if said != half else f"{first}{joint}{half}"
    return first


def _put_again(half: str, head: str, here: Here, read: Read) -> str:
    """A later half as a question of its own; as it is where it is one, or where nobody knows of what it is."""
    moved, many, counted = _IT_MOVED.match(half), _HOW_MANY_OF.match(half), _HOW_MANY.search(head)
    if many and counted:
        return f"how many {counted['nouns']} {many['rest']}"
    pulls = _PULLS.match(half)
    if pulls and pulls["rows"]:
        end = "lowest" if pulls["way"].casefold() == "down" else "highest"
        named = [one.metric for piece in read(head) for one in piece.wanted if one.metric in METRICS][:1]
        return f"which {pulls['rows']} have the {end} {_named(named)}" if named else half
    if not (moved or _WHICH.match(half) or _EACH.search(half)):
        return half
    pieces = read(head)
    if moved:
        metrics = dict.fromkeys(one.metric for piece in pieces for one in piece.wanted if one.metric in METRICS)
        return f"what is {_named(metrics)} by month{moved['rest']}" if metrics else half
    rows = _told_of(pieces, here)
    return _in_words(half, rows, read) if rows else _EACH.sub(" for them", half)


def _named(metrics: Iterable[str]) -> str:
    return " and ".join(one.replace("_", " ") for one in metrics)


def _told_of(pieces: Sequence[Parts], here: Here) -> Rows | None:
    """The rows of the first half; None where it tells of none, or of rows of several kinds."""
    rows = {one.dimensions[0] for piece in pieces for one in piece.groupings if one.dimensions} - set(TIME)
    metrics = tuple(dict.fromkeys(one.metric for piece in pieces for one in piece.wanted if one.metric in METRICS))
    if len(rows) != 1 or not metrics or any(one.unknown for one in pieces):
        return None
    [dimension] = rows
    nouns = words.plural(DIMENSIONS[dimension].noun, here.view.settings.nouns)
    return Rows(dimension, nouns, metrics, any(one.rankings or one.bounds for one in pieces))


def _in_words(half: str, rows: Rows, read: Read) -> str:
    """A later half with the noun and the measure it leaves out; one of the orders where it asks for no more."""
    half = _EACH.sub(" for them", half)
    found = _WHICH.match(half)
    if found is None or not _is_of(found, rows):
        return half
    rest = " ".join(found["rest"].split())
    count = NUMBERS.get(said := (found["count"] or "").casefold(), said)
    alone = read(f"which {rows.nouns} {rest}")
    if _is_a_question(alone):
        if (
            found["of"] and not count and not _firm(alone)
        ):  # "which of them grew" is asked after the first half, of its rows
            return half
        who = found["ask"].casefold() == "who" or (found["noun"] and not found["count"])
        return half if who else f"which {f'{count} ' if count else ''}{rows.nouns} {rest}"
    return _limited(rest, rows) or _ended(rest, str(count), rows) or half


def _is_of(found: re.Match[str], rows: Rows) -> bool:
    """Whether the half is about the rows of the first one."""
    if found["noun"]:
        noun = DIMENSIONS[rows.dimension].noun
        return found["noun"].casefold() in (rows.nouns, noun, rows.nouns.split()[-1], noun.split()[-1])
    return found["ask"].casefold() == "which" or (
        found["ask"].casefold() == "who" and rows.dimension in CALLED_WHO and not found["count"]
    )


def _is_a_question(pieces: Sequence[Parts]) -> bool:
    """Whether a half says by itself what it asks for."""
    return _firm(pieces) or any(one.mark(*_SPOKEN_FOR) or one.moves for one in pieces)


def _firm(pieces: Sequence[Parts]) -> bool:
    """Whether it names a measure."""
    return any(not wanted.weak for one in pieces for wanted in one.wanted)


def _limited(rest: str, rows: Rows) -> str:
    """As in "are below 10 %", "are negative", "are above average": a limit of what the first half measures."""
    below = _NEGATIVE.match(rest)
    limit = _LIMIT.match(rest)
    mean = _MEAN.match(rest)
    if below:
        return f"which {rows.nouns} have {_measure(rows, '')} below 0{below['more']}"
    if limit:
        return f"which {rows.nouns} have {_measure(rows, limit['limit'])} {limit['limit']}"
    return f"which {rows.nouns} have {_measure(rows, '')} {mean['side']} average{mean['more']}" if mean else ""


def _ended(rest: str, count: str, rows: Rows) -> str:
    """As in "are the largest", "bring in the most"."""
    found = _END.match(rest)
    if found is None:
        return ""
    order = _ORDER[found["end"].casefold()]
    end = order.split()[0]
    if rows.in_order:
        return f"which {count or 1} {rows.nouns} have the {end} {_measure(rows, '')}"
    if not count:
        return order
    return f"which {count} {rows.nouns} have the {end} {_measure(rows, '')}"


def _measure(rows: Rows, limit: str) -> str:
    """The measure that is meant: the one in the unit of the limit, else the first."""
    percent = "%" in limit or "percent" in limit.casefold() or "per cent" in limit.casefold()
    fits = [one for one in rows.metrics if (METRICS[one].unit is Unit.PERCENT) == percent] if limit else []
    return (fits or list(rows.metrics))[0].replace("_", " ")
