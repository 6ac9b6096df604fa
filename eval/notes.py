"""How well notes are found: recall and mean reciprocal rank for words, meaning and both, side by side.

Half of the pairs (the even ones) served to choose how much the match of words adds; what counts is the other half.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from assistant.permissions.house import LOCAL_OWNER, House
from assistant.permissions.notes import Ranked, VisibleNotes, Where
from eval import notes_corpus
from ingest.demo.notes import notes as demo_notes
from ingest.run import ingest_folder

MADE_AT = datetime(2026, 10, 15, 8, tzinfo=UTC)
LOOKED_AT = 20
WITHIN = 5

Pair = tuple[str, str, str, str]
"""A question, a part of the path of the note that answers it, words that stand in the passage, and the project that
the question names (blank for none), which is a filter before anything is ranked."""


@dataclass(frozen=True)
class Found:
    """How one way of ranking did on some pairs."""

    corpus: str
    half: str
    way: str
    pairs: int
    first: float
    within: float
    reciprocal: float

    def to_json(self) -> dict[str, object]:
        """For programs."""
        return {
            "corpus": self.corpus,
            "half": self.half,
            "ranked_by": self.way,
            "pairs": self.pairs,
            "recall@1": round(self.first, 4),
            "recall@5": round(self.within, 4),
            "mrr": round(self.reciprocal, 4),
        }


@dataclass(frozen=True)
class Retrieval:
    """All that was measured."""

    found: tuple[Found, ...]

    @property
    def pairs(self) -> int:
        """How many pairs there are, of both halves."""
        return sum(one.pairs for one in self.found if one.way == Ranked.BOTH.value)

    def to_json(self) -> dict[str, object]:
        """For programs."""
        return {"pairs": self.pairs, "found": [one.to_json() for one in self.found]}

    def text(self) -> str:
        """As a table."""
        lines = [f"{'corpus':<10} {'half':<9} {'ranked by':<9} {'pairs':>5} {'r@1':>6} {'r@5':>6} {'MRR':>6}"]
        lines += [
            f"{one.corpus:<10} {one.half:<9} {one.way:<9} {one.pairs:>5} {one.first:>6.2f} {one.within:>6.2f} "
            f"{one.reciprocal:>6.2f}"
            for one in self.found
        ]
        return "\n".join(lines)


def retrieval(tell: Callable[[str, int, int], None] | None = None) -> Retrieval:
    """Measure every way of ranking over both corpora."""
    found: list[Found] = []
    for place, (corpus, make) in enumerate((("demo", _demo), ("generated", notes_corpus.write))):
        if tell:
            tell(corpus, place, 2)
        with tempfile.TemporaryDirectory() as folder:
            there = Path(folder) / "notes"
            there.mkdir()
            pairs = make(there)
            ingest_folder(Path(folder) / "workspace", [Path(folder)], now=MADE_AT)
            notes = House.open(Path(folder) / "workspace").view_as(LOCAL_OWNER).notes
            found += _halves(corpus, pairs, notes)
    return Retrieval(tuple(found))


def _demo(folder: Path) -> list[Pair]:
    """The notes of the demo agency, and what is asked of them."""
    for name, content in demo_notes():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    lines = (files("eval") / "notes_pairs.txt").read_text(encoding="utf-8").splitlines()
    parts = [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [(question, note, words, "") for question, note, words in parts]


def _halves(corpus: str, pairs: Sequence[Pair], notes: VisibleNotes) -> Iterator[Found]:
    for half, some in (("tuned on", pairs[::2]), ("held out", pairs[1::2])):
        for way in Ranked:
            ranks = [rank(one, notes, way) for one in some]
            yield Found(
                corpus,
                half,
                way.value,
                len(some),
                sum(one == 1 for one in ranks) / len(some),
                sum(0 < one <= WITHIN for one in ranks) / len(some),
                sum(1 / one for one in ranks if one) / len(some),
            )


def rank(pair: Pair, notes: VisibleNotes, way: Ranked) -> int:
    """The place of the passage that answers, from 1; 0 where it is not among the first twenty."""
    question, note, words, project = pair
    where = Where(projects=frozenset([project] if project else []))
    for place, one in enumerate(notes.ranked(question, way, where, LOOKED_AT), 1):
        if note in one.note.note_id and words in f"{one.note.title} {one.heading} {one.text}":
            return place
    return 0
