"""A note in passages: by headings, list items and speakers, small enough to be quoted and to be found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.notes.document import Block, Document, Kind

LARGE = 700
"""Letters of a passage, more or less: what the model of meaning reads at once, and no more than a reader wants."""

SMALL = 160
"""A passage of fewer letters takes the next block of its section too."""

PATH = " / "
"""Between the headings a passage stands under."""

_SPEAKER = re.compile(
    r"^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s*)?(?P<who>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})"
    r"(?: ?\([^)]{1,40}\))?(?: ?\[?\d{1,2}:\d\d(?::\d\d)?\]?)?:\s+\S"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“„(\[]?[^\W\d_a-z]|\d)")
_ENOUGH_TURNS = 3
_NO_NAME = frozenset(
    (
        *(
            "action",
            "actions",
            "decision",
            "decisions",
            "decided",
            "agreed",
            "risk",
            "risks",
            "issue",
            "issues",
            "note",
        ),
        *(
            "notes",
            "next",
            "todo",
            "to-do",
            "done",
            "deadline",
            "due",
            "date",
            "open",
            "question",
            "questions",
            "answer",
        ),
        *("present", "attendees", "agenda", "summary", "status", "result", "results", "budget", "scope", "owner"),
        *("project", "client", "subject", "update", "background", "context", "problem", "goal", "goals", "reason"),
        *("worry", "worries", "blocker", "blockers"),
    )
)
"""What may stand before a colon and is nobody."""


@dataclass(frozen=True)
class Passage:
    """A piece of a note: the headings above it, who speaks (where one does), and the text as written."""

    heading: str
    speaker: str
    text: str


def passages_of(document: Document, title: str) -> tuple[Passage, ...]:
    """The passages of a note in order; a heading that is the note's title is not said again."""
    talk = _is_talk(document)
    sections = (list(_cut(path, blocks, talk=talk)) for path, blocks in _sections(document, title))
    return tuple(one for section in sections for one in _with_its_end(section))


def _is_talk(document: Document) -> bool:
    """Whether the note is what people said in turn."""
    turns = [speaker_of(line) for one in document.blocks if one.kind is Kind.TEXT for line in one.text.split("\n")]
    return sum(bool(one) for one in turns) >= _ENOUGH_TURNS


def speaker_of(line: str) -> str:
    """Who speaks in a line such as "Marin: …" or "[10:02] Ana Kovač: …"; blank for nobody."""
    found = _SPEAKER.match(line)
    if found is None or not found["who"][0].isupper() or found["who"].split(" ")[0].casefold() in _NO_NAME:
        return ""
    return found["who"]


def _sections(document: Document, title: str) -> Iterator[tuple[str, list[Block]]]:
    """The blocks under each heading, with the path of headings."""
    path: list[tuple[int, str]] = []
    below: list[Block] = []
    for one in document.blocks:
        if one.kind is not Kind.HEADING:
            below.append(one)
            continue
        if below:
            yield _path(path, title), below
            below = []
        path = [*(above for above in path if above[0] < one.level), (one.level, " ".join(one.text.split()))]
    if below:
        yield _path(path, title), below


def _path(path: Sequence[tuple[int, str]], title: str) -> str:
    return PATH.join(text for _, text in path if text != title)


def _cut(path: str, blocks: Sequence[Block], *, talk: bool) -> Iterator[Passage]:
    """Neighbouring blocks together, as long as they stay small; a paragraph that is too long by its sentences."""
    lines: list[str] = []
    size = 0
    for one in blocks:
        for piece in _pieces(one):
            turn = talk and bool(speaker_of(piece))
            full = size + len(piece) > LARGE
            apart = size >= SMALL and (one.kind is Kind.TEXT or turn) and not _introduced(lines)
            if lines and (full or apart):
                yield _passage(path, lines, talk=talk)
                lines, size = [], 0
            lines.append(piece)
            size += len(piece)
    if lines:
        yield _passage(path, lines, talk=talk)


def _with_its_end(passages: Sequence[Passage]) -> Iterator[Passage]:
    """A passage of a few letters at the end of a section, such as a name under a letter, goes with the one before."""
    for at, one in enumerate(passages):
        after = passages[at + 1] if at + 1 < len(passages) else None
        if after and at + 2 == len(passages) and len(after.text) < _TINY and not after.speaker:
            yield Passage(one.heading, one.speaker, f"{one.text}\n{after.text}")
            return
        yield one


_TINY = 40


def _introduced(lines: Sequence[str]) -> bool:
    """Whether the line before announces what follows: "Decided:"."""
    return lines[-1].endswith(":")


def _passage(path: str, lines: Sequence[str], *, talk: bool) -> Passage:
    return Passage(path, speaker_of(lines[0]) if talk else "", "\n".join(lines))


def _pieces(one: Block) -> Iterator[str]:
    mark = f"{'  ' * one.level}- " if one.kind is Kind.ITEM else ""
    text = one.text.replace("\n", " ") if one.kind is Kind.ITEM else one.text
    if len(text) <= LARGE:
        yield mark + text
        return
    piece = ""
    for sentence in _short_enough(text):
        if piece and len(piece) + len(sentence) > LARGE:
            yield mark + piece
            piece = ""
        piece = f"{piece} {sentence}".strip()
    yield mark + piece


def _short_enough(text: str) -> Iterator[str]:
    """Sentences; one without an end is cut between words, and a word without one where it must be."""
    for sentence in _SENTENCE_END.split(text):
        rest = sentence
        while len(rest) > LARGE:
            at = rest.rfind(" ", LARGE // 2, LARGE)
            at = at if at > 0 else LARGE
            yield rest[:at].strip()
            rest = rest[at:].strip()
        if rest:
            yield rest
