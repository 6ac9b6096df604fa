"""The notes of an ingest as tables: what is new is read and embedded, what is as it was stays, what is gone goes."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa

from assistant.embedding import MODEL, Vectors, embed
from assistant.errors import SourceError
from assistant.store.notes import NOTES_SCHEMA, PASSAGES_SCHEMA, vector_column, vectors_of
from ingest.notes.document import Document, Kind, PassedOverError, tidy
from ingest.notes.found import Listed, content_of
from ingest.notes.opening import opened
from ingest.notes.passages import Passage, passages_of
from ingest.notes.placing import Names, placed

Progress = Callable[[str, int, int], None]
Embed = Callable[[Sequence[str]], Vectors]

READER = "2"
"""Another one whenever notes are read or cut otherwise, so that all are read again."""

TOGETHER = 64
"""Passages that are embedded between two steps of the progress bar."""


@dataclass(frozen=True)
class Read:
    """One note as it was read: its path, its hash, what its head states, and its passages."""

    note_id: str
    content: str
    stated: Mapping[str, str]
    title: str
    source: str
    passages: tuple[Passage, ...] = ()
    row: int | None = None


@dataclass
class Gathered:
    """What came of the notes: the two tables, how many, and what is to be said."""

    notes: pa.Table
    passages: pa.Table
    documents: int = 0
    chunks: int = 0
    skipped: int = 0
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Before:
    """The notes of the snapshot before."""

    notes: pa.Table = field(default_factory=NOTES_SCHEMA.empty_table)
    passages: pa.Table = field(default_factory=PASSAGES_SCHEMA.empty_table)


@dataclass(frozen=True)
class Delivered:
    """What an ingest brings: places with notes, and notes out of tables of other systems."""

    places: Sequence[Listed] = ()
    exported: Sequence[Read] = ()


def gather(
    delivered: Delivered,
    before: Before,
    tables: Mapping[str, pa.Table],
    tell: Progress,
    make_vectors: Embed = embed,
) -> Gathered:
    """Read the notes delivered and lay them out, with those of other places that are known already.

    `tables` are the agency's, by which a note is placed.
    """
    places, exported = delivered.places, delivered.exported
    found = _Reading(before, tell)
    found.read(places)
    for one in exported:
        found.keep(one)
    rows = found.rows(places, exported)
    names = Names(tables)
    notes = _notes_table([_noted(one, names, found) for one in rows])
    passages = _passages_table(rows, before, tell, make_vectors)
    here = {one.source for one in places} | {one.source for one in exported}
    mine = [one for one in rows if one.source in here]
    found.notices += _told(rows, before)
    return Gathered(
        notes, passages, len(mine), sum(len(one.passages) for one in mine), found.skipped, found.errors, found.notices
    )


@dataclass
class _Reading:
    """Reads the files of all places; what was read before and has not changed is taken as it is."""

    before: Before
    tell: Progress
    skipped: int = 0
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    _read: dict[str, Read] = field(default_factory=dict)

    def read(self, places: Sequence[Listed]) -> None:
        """Every file of every place."""
        total = sum(len(one.readable) for one in places)
        known = {one.note_id: one for one in self.stored()}
        done = 0
        for place in places:
            for name, path in place.readable:
                self.tell("reading notes", done, total)
                done += 1
                try:
                    self._take(name, content_of(name, path, place.source), place.source, known)
                except SourceError as error:
                    self._pass_over(name, error)
            if place.others:
                self._others(place.others)

    def _take(self, name: str, content: bytes, source: str, known: Mapping[str, Read]) -> None:
        digest = _digest(content)
        as_it_was = [one for one in known.values() if one.content == digest and _file_of(one.note_id) == name]
        if as_it_was:
            for one in as_it_was:
                self.keep(replace(one, source=source))
            return
        for note_id, document in opened(content, name):
            if isinstance(document, SourceError):
                self._pass_over(note_id, document)
            else:
                self.notices += document.notices
                self.keep(read_note(note_id, digest, document, source))

    def keep(self, one: Read) -> None:
        """A note that is there now."""
        self._read[one.note_id] = one

    def _pass_over(self, name: str, why: SourceError) -> None:
        self.skipped += 1
        if isinstance(why, PassedOverError):
            self.notices.append(str(why))
        else:
            self.errors.append(str(why))
            self.unread.add(name)

    def _others(self, names: Sequence[str]) -> None:
        self.skipped += len(names)
        shown = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
        self.notices.append(f"Not in a format notes are read in, so passed over: {shown}.")

    def stored(self) -> Iterator[Read]:
        """The notes of the snapshot before, as they would be read."""
        by_note: dict[str, list[Passage]] = {}
        for row in self.before.passages.select(["note_id", "heading", "speaker", "text"]).to_pylist():
            one = Passage(row["heading"] or "", row["speaker"] or "", row["text"] or "")
            by_note.setdefault(row["note_id"], []).append(one)
        for row in self.before.notes.to_pylist():
            stated = json.loads(row["stated"] or "{}")
            said = tuple(by_note.get(row["note_id"], ()))
            yield Read(row["note_id"], row["content"], stated, row["title"], row["_source"], said, row["_row"])

    def rows(self, places: Sequence[Listed], exported: Sequence[Read]) -> list[Read]:
        """All notes there are now, by path: those read, those of other places, those that could not be read again."""
        gone = {one.source for one in places if one.whole} | {one.source for one in exported}
        for one in self.stored():
            elsewhere = one.source not in gone
            if one.note_id not in self._read and (elsewhere or _file_of(one.note_id) in self.unread):
                self._read[one.note_id] = one
        return [self._read[name] for name in sorted(self._read)]


_MOST_NAMED = 5


def read_note(note_id: str, digest: str, document: Document, source: str, row: int | None = None) -> Read:
    """A document as a note: its title, what its head states, its passages."""
    heading = next((" ".join(one.text.split()) for one in document.blocks if one.kind is Kind.HEADING), "")
    head = {name: " ".join(tidy(value).split()) for name, value in document.head.items()}
    title = head.get("title") or heading or _name_of(note_id)
    stated = {name: value for name, value in head.items() if name != "title"}
    return Read(note_id, digest, stated, title, source, passages_of(document, heading or title), row)


def _name_of(note_id: str) -> str:
    """What a note without a title is called: its file, or what was attached, without the ending."""
    name = note_id.rpartition("/")[2].rpartition("#")[2]
    return name.rpartition(".")[0] or name


def _digest(content: bytes) -> str:
    return hashlib.sha256(READER.encode() + b"\0" + content).hexdigest()[:32]


def _file_of(note_id: str) -> str:
    """The file a note was read from; what was attached to a mail is called after it."""
    return note_id.partition("#")[0]


def _noted(one: Read, names: Names, found: _Reading) -> dict[str, Any]:
    place = placed(one.stated, one.note_id, one.title, names)
    if place.unknown:
        what = " and ".join(place.unknown)
        found.notices.append(f"{one.note_id} names {what}, which is nothing here: it is kept without.")
    return {
        "note_id": one.note_id,
        "title": one.title,
        "project_id": place.project_id,
        "client_id": place.client_id,
        "date": place.date,
        "kind": place.kind,
        "visibility": place.visibility,
        "author": one.stated.get("author"),
        "author_id": place.author_id,
        "guessed": ";".join(place.guessed),
        "present": one.stated.get("present"),
        "content": one.content,
        "stated": json.dumps(dict(one.stated), ensure_ascii=False, sort_keys=True),
        "_source": one.source,
        "_file": _file_of(one.note_id),
        "_row": one.row,
    }


def _notes_table(rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=NOTES_SCHEMA)


def embedded_text(title: str, one: Passage) -> str:
    """What the model of meaning reads of a passage: what it stands under, too."""
    return "\n".join(part for part in (title, one.heading, one.text) if part)


def _passages_table(rows: Iterable[Read], before: Before, tell: Progress, make_vectors: Embed) -> pa.Table:
    said = [(note, at, one) for note in rows for at, one in enumerate(note.passages)]
    texts = [embedded_text(note.title, one) for note, _, one in said]
    vectors = _vectors(texts, _known_vectors(before), tell, make_vectors)
    columns = {
        "passage_id": [f"{note.note_id}#{at}" for note, at, _ in said],
        "note_id": [note.note_id for note, _, _ in said],
        "place": [at for _, at, _ in said],
        "heading": [one.heading for _, _, one in said],
        "speaker": [one.speaker for _, _, one in said],
        "text": [one.text for _, _, one in said],
        "_model": [MODEL] * len(said),
    }
    arrays = [pa.array(values, PASSAGES_SCHEMA.field(name).type) for name, values in columns.items()]
    return pa.Table.from_arrays([*arrays, vector_column(vectors)], schema=PASSAGES_SCHEMA)


def _known_vectors(before: Before) -> dict[str, np.ndarray[Any, Any]]:
    """The vectors there are already, by the text they were made of."""
    titles = dict(zip(*(before.notes.column(one).to_pylist() for one in ("note_id", "title")), strict=True))
    vectors = vectors_of(before.passages.column("_vector"))
    rows = before.passages.select(["note_id", "heading", "speaker", "text", "_model"]).to_pylist()
    return {
        embedded_text(titles.get(row["note_id"]) or "", Passage(row["heading"] or "", "", row["text"] or "")): vector
        for row, vector in zip(rows, vectors, strict=True)
        if row["_model"] == MODEL
    }


def _vectors(
    texts: Sequence[str], known: Mapping[str, np.ndarray[Any, Any]], tell: Progress, make_vectors: Embed
) -> list[np.ndarray[Any, Any]]:
    """The vector of every text, each text embedded once, those of about one length together."""
    new = sorted({one for one in texts if one not in known}, key=lambda one: (len(one), one))
    made = dict(known)
    for start in range(0, len(new), TOGETHER):
        tell("embedding notes", start, len(new))
        batch = new[start : start + TOGETHER]
        made.update(zip(batch, make_vectors(batch), strict=True))
    return [made[one] for one in texts]


def _told(rows: Sequence[Read], before: Before) -> list[str]:
    """What changed against the snapshot before, in a sentence."""
    was = dict(zip(*(before.notes.column(one).to_pylist() for one in ("note_id", "content")), strict=True))
    now = {one.note_id: one.content for one in rows}
    counts = {
        "new": len(now.keys() - was.keys()),
        "changed": sum(was[one] != now[one] for one in now.keys() & was.keys()),
        "removed": len(was.keys() - now.keys()),
    }
    said = [f"{count:,} {what}" for what, count in counts.items() if count]
    return [f"Notes: {', '.join(said)}."] if said and was else []
