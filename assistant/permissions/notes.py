"""The notes one asker may see, and nothing of any other: read, counted and searched within the view.

Who may see a note depends on whether it is internal or for the client too, and on whose project or client it is
about. A note about no client in particular is seen by those who see all notes of its kind. The words of passages are
counted over the visible ones alone, and the index is asked for visible ones alone: what is hidden changes no rank.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from assistant.embedding import Vectors, embed
from assistant.notes.finding import Hit, Words, fused
from assistant.notes.open_questions import Known, Speaking, answering
from assistant.notes.sought import Sought
from assistant.notes.text import folded, readable
from assistant.permissions.belonging import Stored
from assistant.permissions.policy import Role, Scope
from assistant.query import Query
from assistant.store.notes import NOTES, PASSAGES, vectors_of
from assistant.store.notes_index import NotesIndex, audience, day_number, exactly_nearest

if TYPE_CHECKING:
    from assistant.permissions.reach import Mask

VISIBILITIES = ("internal", "client")

CANDIDATES = 60
"""How many passages are looked at from the vectors and from the words each."""


class Ranked(StrEnum):
    """What passages are ranked by."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


@dataclass(frozen=True)
class Note:
    """What is known of a note beside its text; `guessed` are the fields its head does not state."""

    note_id: str
    title: str
    project_id: str | None
    client_id: str | None
    date: date | None
    kind: str | None
    visibility: str
    author: str | None
    author_id: str | None
    guessed: tuple[str, ...]
    present: str | None


@dataclass(frozen=True)
class Passage:
    """A passage of a visible note, its text as it was written."""

    note: Note
    place: int
    heading: str
    speaker: str
    text: str


@dataclass(frozen=True)
class Where:
    """Which notes to look in; an empty part lets all through. Days are both inclusive."""

    projects: frozenset[str] = frozenset()
    clients: frozenset[str] = frozenset()
    without_projects: frozenset[str] = frozenset()
    without_clients: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    notes: frozenset[str] = frozenset()
    unplaced: bool = False
    """Only notes about no project and no client in particular."""

    @classmethod
    def of(cls, query: Query) -> "Where":
        """The notes a query is about: of its clients, projects, kinds and days."""
        named = {(one.field, one.negated): frozenset(one.ids) for one in query.where}
        return cls(
            projects=named.get(("project", False), frozenset()),
            clients=named.get(("client", False), frozenset()),
            without_projects=named.get(("project", True), frozenset()),
            without_clients=named.get(("client", True), frozenset()),
            kinds=frozenset(query.notes.kinds if query.notes else ()),
            first_day=query.period.start,
            last_day=query.period.end,
        )

    def holds(self, note: Note) -> bool:
        """Whether a note is among those to look in."""
        return (
            (not self.projects or note.project_id in self.projects)
            and (not self.clients or note.client_id in self.clients)
            and note.project_id not in self.without_projects
            and note.client_id not in self.without_clients
            and (not self.kinds or note.kind in self.kinds)
            and (self.first_day is None or (note.date is not None and note.date >= self.first_day))
            and (self.last_day is None or note.date is None or note.date <= self.last_day)
            and (not self.notes or note.note_id in self.notes)
            and not (self.unplaced and (note.project_id or note.client_id))
        )

    def filters(self) -> list[dict[str, Any]]:
        """The same for the index."""
        lists = {"project": self.projects, "client": self.clients, "kind": self.kinds, "note": self.notes}
        found: list[dict[str, Any]] = [{name: {"$in": sorted(ids)}} for name, ids in lists.items() if ids]
        without = {"project": self.without_projects, "client": self.without_clients}
        found += [{name: {"$nin": sorted(ids)}} for name, ids in without.items() if ids]
        if self.unplaced:
            found += [{"project": ""}, {"client": ""}]
        if self.first_day is not None:
            found.append({"day": {"$gte": day_number(self.first_day)}})
        if self.last_day is not None:
            found.append({"day": {"$lte": day_number(self.last_day)}})
        return found


@dataclass(frozen=True, eq=False)
class VisibleNotes:
    """Every note and passage of one view; `index` is asked for the nearest passages where there is one."""

    notes: tuple[Note, ...]
    _table: pa.Table = field(repr=False)
    """The visible passages, with the place each has among all stored ones."""
    _index: Callable[[], NotesIndex] = field(repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, Note]:
        """The notes by their path."""
        return {one.note_id: one for one in self.notes}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, in the order of the notes' paths."""
        columns = [self._table.column(one).to_pylist() for one in ("note_id", "place", "heading", "speaker", "text")]
        return tuple(
            Passage(self.by_id[note], place, heading or "", speaker or "", text or "")
            for note, place, heading, speaker, text in zip(*columns, strict=True)
        )

    def within(self, where: Where) -> tuple[Passage, ...]:
        """Every passage of the notes to look in."""
        return tuple(one for one in self.passages if where.holds(one.note))

    def find(self, text: str, where: Where, count: int) -> list[tuple[Passage, Hit]]:
        """The passages that come nearest to a text in meaning and words, best first."""
        allowed = [at for at, one in enumerate(self.passages) if where.holds(one.note)]
        if not allowed or not text.strip():
            return []
        vector = embed([text])[0]
        word_scores = self._words.scores(text)
        near = self.near(vector, where, allowed, CANDIDATES)
        by_words = sorted(allowed, key=lambda at: (-float(word_scores[at]), at))[:CANDIDATES]
        places = sorted({*near, *(at for at in by_words if word_scores[at] > 0)})
        meaning = self._vectors[places] @ vector
        hits = fused(text, places, np.asarray(meaning, np.float32), self._words)
        return [(self.passages[one.place], one) for one in hits[:count]]

    def answering(self, topic: str, sought: Sought, where: Where, most: int) -> list[tuple[Passage, int, int]]:
        """The sentences that could be the answer to an open question, the surest first, then the newest."""
        found = []
        known = Known(self._words.weight, lambda name: folded(name) not in self.common_words)
        for passage, hit in self.find(topic, where, CANDIDATES):
            speaking = Speaking(passage.text, passage.heading, passage.note.title)
            for score, start, end in answering(speaking, topic, sought, known):
                day = passage.note.date or date.min
                found.append((-round(score, 2), -day.toordinal(), -hit.meaning, passage, start, end))
        found.sort(key=lambda one: (*one[:3], one[3].note.note_id, one[4]))
        return [one[3:] for one in found[:most]]

    def ranked(self, text: str, by: Ranked, where: Where, count: int) -> list[Passage]:
        """The passages in the order of one way of ranking: for measuring what each is worth."""
        if by is Ranked.BOTH:
            return [passage for passage, _ in self.find(text, where, count)]
        scores = self._words.scores(text) if by is Ranked.WORDS else self._vectors @ embed([text])[0]
        allowed = [at for at, one in enumerate(self.passages) if where.holds(one.note)]
        best = sorted(allowed, key=lambda at: (-float(scores[at]), at))
        return [self.passages[at] for at in best[:count]]

    def near(self, vector: Vectors, where: Where, allowed: Sequence[int], count: int) -> list[int]:
        """The places of the nearest passages: from the index, with the view and the filters in the query."""
        audiences = {audience(one.visibility, one.project_id, one.client_id) for one in self.notes if where.holds(one)}
        seen: dict[str, Any] = {"audience": {"$in": sorted(audiences)}}
        filters = where.filters()
        found = self._index().nearest(vector, {"$and": [seen, *filters]} if filters else seen, count)
        if found is None:
            return [one.place for one in exactly_nearest(self._vectors, allowed, vector, count)]
        return [self._here[one.place] for one in found]

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The words that are written small somewhere in these notes, and so are no names."""
        said = (re.findall(r"[^\W\d_]+", one.text) for one in self.passages)
        return frozenset(folded(word) for words in said for word in words if word.islower())

    @cached_property
    def _vectors(self) -> Vectors:
        return vectors_of(self._table.column("_vector"))

    @cached_property
    def _here(self) -> Mapping[int, int]:
        """For the place among all passages the one among the visible ones."""
        return {place: at for at, place in enumerate(self._table.column("_stored").to_pylist())}

    @cached_property
    def _words(self) -> Words:
        return Words.of([" ".join((one.note.title, one.heading, readable(one.text))) for one in self.passages])


def rows_within(stored: Stored, role: Role, reach: Callable[[Scope], "Mask | None"]) -> "Mask":
    """Which notes the role reaches: internal ones by their own scope, those for the client too by theirs."""
    written = np.asarray(stored.column(NOTES, "visibility").to_pylist(), dtype=object)
    found = np.zeros(len(written), np.bool_)
    for visibility in VISIBILITIES:
        within = reach(role.notes(visibility).scope)
        of_kind = np.asarray(written == visibility, np.bool_)
        found |= of_kind if within is None else of_kind & within
    return found


def visible_notes(stored: Stored, rows: "Mask", index: Callable[[], NotesIndex]) -> VisibleNotes:
    """The notes in these rows, with their passages."""
    notes = tuple(_note(row) for row in shown(stored, rows).to_pylist())
    ids = pa.array([one.note_id for one in notes], pa.string())
    names = ("note_id", "place", "heading", "speaker", "text", "_vector")
    passages = pa.table({one: stored.column(PASSAGES, one) for one in names})
    numbered = passages.append_column("_stored", pa.array(range(passages.num_rows), pa.int64()))
    return VisibleNotes(notes, numbered.filter(pc.is_in(numbered.column("note_id"), value_set=ids)), index)


def shown(stored: Stored, rows: "Mask") -> pa.Table:
    """All that is to be seen of the notes in these rows, but their text; of that the hash."""
    return pa.table({one: stored.column(NOTES, one).filter(pa.array(rows)) for one in (*_SHOWN, "content")})


_SHOWN = (
    *("note_id", "title", "project_id", "client_id", "date", "kind", "visibility", "author", "author_id", "guessed"),
    "present",
)


def _note(row: Mapping[str, Any]) -> Note:
    guessed = tuple(one for one in (row["guessed"] or "").split(";") if one)
    return Note(**{**{name: row[name] for name in _SHOWN}, "title": row["title"] or "", "guessed": guessed})
