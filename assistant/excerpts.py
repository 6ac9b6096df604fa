"""From an authorised query to what the notes say: passages with the sentence that answers, or statements of a kind.

An excerpt is a fact like a row of a table: found within the view, quoted as it was written, and never made up. A
name that is asked about is a filter. Notes that are about nobody in particular are looked at, too, where they name it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from assistant.embedding import embed
from assistant.excerpts_told_by import one_after_the_other
from assistant.notes.due import due_day
from assistant.notes.finding import Hit
from assistant.notes.people import Side, is_same, names_in, said_by_them, sentences_naming
from assistant.notes.quoting import SAYS_SOMETHING, WHO_WAS_THERE, is_told, leans, sentence_before, whole_sentences
from assistant.notes.statements import TICKED, Statement, States, statements_of
from assistant.notes.text import content_words, folded, readable, sentences, words
from assistant.permissions.notes import Note, Passage, VisibleNotes, Where
from assistant.query import LookFor, Notes, Query

if TYPE_CHECKING:
    from assistant.permissions.view import View

MOST_PASSAGES = 5
MOST_STATEMENTS = 12
MOST_CANDIDATES = 30
MOST_BESIDE = 3
MOST_ANSWERS = 3
NEAR = 0.25
"""How near in meaning a passage must be to what a number counts, where project and time are the same already."""

LIKE_THE_TOPIC = 0.38
"""How near in meaning a single sentence must be to a topic whose words it does not share."""

SAME_WORDS = 0.8
"""The share of an action's words that a later one must have, which is done, for both to be one."""

PER_NOTE = 3
"""Sentences that are told of each note when notes are summed up."""

STATED = {
    LookFor.DECISIONS: States.DECISION,
    LookFor.ACTIONS: States.ACTION,
    LookFor.RISKS: States.RISK,
    LookFor.DATES: States.DATE,
}
ABOUT_CONTACT = frozenset(("meeting", "email"))


@dataclass(frozen=True)
class Excerpt:
    """A passage and the sentence of it that is quoted, by its place in the text; a statement, where it is one.

    `due` is the day an action is due by, counted from the note's day; `under` the client, project or owner it is told
    under, where it is asked for by one of these.
    """

    passage: Passage
    start: int
    end: int
    statement: Statement | None = None
    due: date | None = None
    under: str = ""

    @property
    def note(self) -> Note:
        """The note it stands in."""
        return self.passage.note

    @property
    def quote(self) -> str:
        """The sentence as it was written."""
        return self.passage.text[self.start : self.end]

    def is_overdue(self, today: date) -> bool:
        """Whether it is an action that is open though its day has passed."""
        return self.statement is not None and self.statement.state == "open" and bool(self.due and self.due < today)


@dataclass(frozen=True)
class Excerpts:
    """What was found, in the order it is told, and how many there were before the list was cut.

    `as_asked` is false where nothing of the kind asked for is marked, and passages about the topic stand instead.
    """

    found: tuple[Excerpt, ...] = ()
    total: int = 0
    as_asked: bool = True

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes quoted, each once."""
        return tuple({one.note.note_id: one.note for one in self.found}.values())


def found_in_notes(query: Query, view: "View", today: date) -> Excerpts:
    """What the notes say of a query's part about notes; nothing where it has none."""
    asked = query.notes
    if asked is None or not view.reads_notes:
        return Excerpts()
    search = _Search(query, asked, view, today)
    if asked.look_for in (LookFor.MEETINGS, LookFor.LAST_TIME):
        return search.newest_notes()
    if asked.look_for is LookFor.PASSAGES:
        return search.passages()
    return search.statements(STATED[asked.look_for])


@dataclass(frozen=True)
class _Search:
    query: Query
    asked: Notes
    view: "View"
    today: date

    @property
    def _visible(self) -> VisibleNotes:
        return self.view.notes

    @property
    def _where(self) -> Where:
        """The filters of the query; a project's or client's notes, of these days and kinds."""
        return replace(Where.of(self.query), first_day=self._begins)

    @property
    def _begins(self) -> date | None:
        """The first day of the time asked about; of a change, that of the period compared with."""
        against = self.query.against
        if not self.asked.beside or against is None:
            return self.query.period.start
        return against.period.start or against.period.end

    @property
    def _of_nobody(self) -> Where | None:
        """Notes that are placed nowhere, where a client or project is named."""
        where = self._where
        if not where.projects and not where.clients:
            return None
        return replace(where, projects=frozenset(), clients=frozenset(), unplaced=True)

    @cached_property
    def _ours(self) -> frozenset[str]:
        """Everybody of the agency whom the asker may know of, by whole name and by first name."""
        labels = [folded(one.label) for one in self.view.named("person")]
        own = folded(self.view.viewer.name or "")
        return frozenset(name for one in (*labels, own) for name in (one, one.split(" ")[0]) if name)

    def _names_it(self, passage: Passage) -> bool:
        """Whether a passage or its title says one of the names asked about, whole."""
        text = words(f"{passage.note.title} {passage.heading} {passage.text}")
        names = [words(name) for one in self.query.where if not one.negated for name in one.names]
        return any(_holds(text, name) for name in names)

    def _candidates(self, count: int) -> list[tuple[Passage, Hit]]:
        """Passages that speak of the topic, best first."""
        topic = self.asked.topic
        hits = self._visible.find(topic, self._where, count)
        other = self._of_nobody
        if other is not None:
            hits += [one for one in self._visible.find(topic, other, count) if self._names_it(one[0])]
        hits = [one for one in hits if one[1].speaks_of_it and self._is_by(one[0]) and _says_something(one[0])]
        return sorted(hits, key=lambda one: -one[1].score)

    def _is_by(self, passage: Passage) -> bool:
        """Whether a passage is by the person asked about, or names them."""
        if not self.asked.person_said or self.asked.look_for is LookFor.ACTIONS:
            return True
        note = passage.note
        if note.author_id in self.asked.person or (note.author and self._is(note.author, passage)):
            return True
        said = f"{passage.speaker} {passage.text}"
        return any(self._is(name, passage) for name in names_in(said))

    def _all(self) -> Iterator[Passage]:
        """Every passage of the notes asked about."""
        yield from (one for one in self._visible.within(self._where) if self._is_by(one))
        other = self._of_nobody
        if other is not None:
            yield from (one for one in self._visible.within(other) if self._names_it(one) and self._is_by(one))

    def passages(self) -> Excerpts:
        """The passages that speak of the topic, each with its sentence; without a topic, the newest."""
        if self.asked.beside:
            return self._beside()
        if self.asked.sought:
            found = self._visible.answering(self.asked.topic, self.asked.sought, self._where, MOST_ANSWERS)
            return Excerpts(tuple(Excerpt(*one) for one in found), len(found))
        if self.asked.by_client or self.asked.person_said:
            return self._said_by_somebody()
        if not self.asked.topic:
            return self.newest_notes()
        hits = self._candidates(MOST_CANDIDATES)
        return self._marked(_newest_only(hits, self.asked.last), len(hits))

    def _said_by_somebody(self) -> Excerpts:
        """The sentences that are somebody's, or the client's, own word of the topic, or of anything.

        Where there are none, what the notes say of the topic, and that it is not theirs.
        """
        topic = self.asked.topic
        found = self._candidates(MOST_CANDIDATES) if topic else []
        passages = [one for one, _ in found] if topic else sorted(self._all(), key=_newest_first)
        theirs = [Excerpt(one, *place) for one in passages for place in self._theirs(one)]
        if not theirs and found and self.asked.by_client:
            return replace(self._marked(found, len(found)), as_asked=False)
        most = MOST_PASSAGES if topic else MOST_STATEMENTS
        return Excerpts(tuple(theirs[:most]), len(theirs))

    def _theirs(self, passage: Passage) -> list[tuple[int, int]]:
        """The one sentence of a passage that is their word of the topic; all of them where there is no topic."""
        said = self._said_in(passage)
        if not self.asked.topic:
            return [one for one in said if is_told(passage.text[slice(*one)])]
        said = [one for one in said if self._is_of_the_topic(passage, *one)]
        return [marked(passage, self.asked.topic, among=said)] if said else []

    def _said_in(self, passage: Passage) -> list[tuple[int, int]]:
        """The sentences of a passage that are the word of whoever is asked about: all where they speak or write."""
        note, side = passage.note, self._side(passage)
        whose = passage.speaker or note.author or ""
        if whose and (side.is_theirs(whose) if self.asked.by_client else self._is(whose, passage)):
            return whole_sentences(passage.text)
        if passage.speaker:
            return []
        if self.asked.by_client:
            before = self._before.get((note.note_id, passage.place), "")
            return said_by_them(passage.text, side, of_a_client=note.client_id is not None, before=before)
        theirs = Side(lambda name: not self._is(name, passage), lambda _: False)
        said = said_by_them(passage.text, theirs, of_a_client=False)
        return said or sentences_naming(passage.text, lambda name: self._is(name, passage))

    @cached_property
    def _before(self) -> dict[tuple[str, int], str]:
        """The text of the passage before each passage of a note."""
        return {(one.note.note_id, one.place + 1): one.text for one in self._visible.passages}

    def _is_of_the_topic(self, passage: Passage, start: int, end: int) -> bool:
        """Whether a sentence speaks of the topic itself: by what it stands under, in its line, or in meaning."""
        wanted = set(content_words(self.asked.topic))
        if wanted <= set(words(f"{passage.note.title} {passage.heading}")):
            return True
        if wanted & set(words(passage.text[start:end])):
            return True
        if leans(passage.text[start:end]) and wanted & set(words(sentence_before(passage.text, start))):
            return True
        vectors = embed([self.asked.topic, readable(passage.text[start:end])])
        return bool(float(vectors[0] @ vectors[1]) >= LIKE_THE_TOPIC)

    def _side(self, passage: Passage) -> Side:
        """Whose people are whose: everybody the asker knows is ours, and so is who wrote an internal note."""
        ours = self._ours
        author = folded(passage.note.author or "") if passage.note.author_id else ""
        first = {*ours, author, author.split(" ")[0]}
        return Side(lambda name: folded(name) in first, lambda word: folded(word) in self._visible.common_words)

    def _beside(self) -> Excerpts:
        """What may have to do with a number: passages of its time, about the same client or project."""
        near = [one for one in self._visible.find(self.asked.topic, self._where, MOST_BESIDE) if one[1].meaning >= NEAR]
        return self._marked(near, len(near))

    def _marked(self, found: Sequence[tuple[Passage, Hit]], total: int) -> Excerpts:
        shown = found[:MOST_PASSAGES]
        excerpts = [Excerpt(passage, *marked(passage, self.asked.topic)) for passage, _ in shown]
        return Excerpts(tuple(excerpts), total)

    def statements(self, kind: States) -> Excerpts:
        """The statements of a kind: in passages that speak of the topic, else in all, the newest first."""
        topical = self._candidates(MOST_CANDIDATES) if self.asked.topic else None
        passages = [one for one, _ in topical] if topical is not None else list(self._all())
        found = self._asked_of(passages, kind)
        if topical is not None:
            found = [one for one in found if self._is_of_the_topic(one.passage, one.start, one.end)]
            if kind is not States.DECISION or not found:
                more = self._asked_of([one for one in self._called_so() if one not in passages], kind)
                found += more
        found.sort(key=self._in_order)
        if not found and topical and not self.asked.due and not self.asked.overdue:
            return replace(self._marked(topical, len(topical)), as_asked=False)
        most = self.asked.last or MOST_STATEMENTS
        return Excerpts(one_after_the_other(found[:most], self.asked.told_by, self.view), len(found))

    def _asked_of(self, passages: Iterable[Passage], kind: States) -> list[Excerpt]:
        return [one for passage in passages for one in self._stated(passage, kind) if self._is_asked(one)]

    def _called_so(self) -> list[Passage]:
        """The passages of notes whose project or client is called by the topic, or by a part of it: "the shop"."""
        wanted = words(self.asked.topic)
        called = {
            one.id
            for name in ("project", "client")
            for one in self.view.named(name)
            if _holds(words(one.label), wanted)
        }
        return [one for one in self._all() if {one.note.project_id, one.note.client_id} & called]

    def _in_order(self, one: Excerpt) -> tuple[int, int, str, int]:
        """The newest note first; of what is due in some days the earliest, of what is overdue the latest lapse."""
        noted = -(one.note.date or date.min).toordinal()
        due = (one.due or date.max).toordinal()
        first = due if self.asked.due else -due if self.asked.overdue else noted
        return (first, noted, one.note.note_id, one.passage.place)

    def _stated(self, passage: Passage, kind: States) -> Iterator[Excerpt]:
        """The statements of one kind in a passage, an owner only where it is a name, and the day it is due."""
        order = bool(self.view.calendar.month_first)
        for one in _stated(passage, kind):
            stated = one.statement
            if stated is None or kind is not States.ACTION:
                yield one
                continue
            owner = stated.owner if self._may_be_somebody(stated.owner, passage) else ""
            day = due_day(stated.due, passage.note.date, month_first=order) if stated.due else None
            made = replace(one, statement=replace(stated, owner=owner), due=day)
            yield replace(made, statement=replace(stated, owner=owner, state="done")) if self._is_closed(made) else made

    def _is_closed(self, one: Excerpt) -> bool:
        """Whether a later note of the same project ticks off what an action says: the same owner, and its words."""
        stated, note = one.statement, one.note
        if stated is None or stated.state != "open" or note.date is None:
            return False
        wanted = set(content_words(one.quote.replace(stated.due, ""))) if stated.due else set(content_words(one.quote))
        return any(
            (later.project_id, later.client_id) == (note.project_id, note.client_id)
            and (later.date or date.min) >= note.date
            and is_same(owner, stated.owner)
            and len(wanted & done) >= SAME_WORDS * len(wanted)
            for later, owner, done in self._ticked_off
        )

    @cached_property
    def _ticked_off(self) -> list[tuple[Note, str, set[str]]]:
        """Every action that is told to be done: its note, who did it, and its words."""
        marked = (one for one in self._visible.passages if TICKED.search(one.text))
        return [
            (passage.note, said.owner, set(content_words(passage.text[said.start : said.end])))
            for passage in marked
            for said in statements_of(passage.text, passage.heading)
            if said.kind is States.ACTION and said.state == "done"
        ]

    def _may_be_somebody(self, name: str, passage: Passage) -> bool:
        """Whether what stands where an owner would is a name: known, or there, or no word that notes write small."""
        first = folded(name).split(" ")[0].strip(".'")
        around = folded(f"{passage.note.author or ''} {passage.note.present or ''}")
        known = first in self._ours or re.search(rf"\b{re.escape(first)}\b", around)
        return bool(known) or first not in self._visible.common_words

    def _is_asked(self, one: Excerpt) -> bool:
        stated = one.statement
        if stated is not None and stated.kind is States.DECISION:
            return (stated.state == "open") is self.asked.open_only
        if stated is None or stated.kind is not States.ACTION:
            return True
        if self.asked.open_only and stated.state != "open":
            return False
        if self.asked.due and not (one.due and self.asked.due.contains(one.due)):
            return False
        if self.asked.overdue and not one.is_overdue(self.today):
            return False
        return not self.asked.person_said or self._is(stated.owner, one.passage)

    def _is(self, said: str, passage: Passage) -> bool:
        """Whether a name in a note is that of the person asked about: whole, or the first name of nobody else there."""
        wanted = {folded(name) for name in self.asked.person_said.split(" or ")}
        name = folded(said.strip())
        if not self.asked.person:
            return is_same(said, self.asked.person_said)
        if not name or name in wanted or name.split(" ")[0] not in {one.split(" ")[0] for one in wanted}:
            return bool(name) and name in wanted
        if " " in name:
            return False
        around = folded(f"{passage.note.author or ''} {passage.note.present or ''}")
        others = [folded(one.label) for one in self.view.named("person") if folded(one.label).split(" ")[0] == name]
        there = [one for one in others if one in around] or others
        return not there or any(one in wanted for one in there)

    def newest_notes(self) -> Excerpts:
        """The newest notes, each by what matters most in it."""
        by_note: dict[str, list[Passage]] = {}
        for one in self._all():
            by_note.setdefault(one.note.note_id, []).append(one)
        by_note = self._of_the_topic(by_note) if self.asked.topic else by_note
        is_contact = self.asked.look_for is LookFor.LAST_TIME and not self.asked.kinds
        notes = [one[0].note for one in by_note.values() if not is_contact or one[0].note.kind in ABOUT_CONTACT]
        notes = [one for one in notes if one.date is not None and one.date <= self.today]
        notes.sort(key=lambda one: (-(one.date or date.min).toordinal(), one.note_id))
        most = self.asked.last or (1 if self.asked.look_for is LookFor.LAST_TIME else MOST_PASSAGES)
        each = 1 if self.asked.look_for is not LookFor.MEETINGS else PER_NOTE
        found = [one for note in notes[:most] for one in self._summed_up(by_note[note.note_id], each)]
        return Excerpts(tuple(found), len(notes))

    def _of_the_topic(self, by_note: dict[str, list[Passage]]) -> dict[str, list[Passage]]:
        """The notes that are called by the topic; where none is, those in which something speaks of it."""
        wanted = set(content_words(self.asked.topic))
        called = {id_: some for id_, some in by_note.items() if wanted <= set(words(some[0].note.title))}
        speak = {one.note.note_id for one, _ in self._candidates(MOST_CANDIDATES)} if not called else set()
        return called or {id_: some for id_, some in by_note.items() if id_ in speak}

    def _summed_up(self, passages: Sequence[Passage], most: int) -> Iterator[Excerpt]:
        """What matters most in a note: decisions, actions and risks, else how it begins."""
        weighty: list[Excerpt] = []
        for kind in (States.DECISION, States.RISK, States.ACTION):
            weighty += [
                one
                for passage in passages
                for one in self._stated(passage, kind)
                if kind is States.ACTION or not (one.statement and one.statement.state)
            ]
        first = _first_sentence(passages)
        chosen = [*weighty[: most - 1 if most > 1 else 0], *first]
        unique = {(one.passage.place, one.start): one for one in reversed(chosen)}
        yield from sorted(unique.values(), key=lambda one: (one.passage.place, one.start))


def _holds(text: Sequence[str], name: Sequence[str]) -> bool:
    size = len(name)
    return bool(name) and any(list(text[at : at + size]) == list(name) for at in range(len(text) - size + 1))


def _newest_first(passage: Passage) -> tuple[int, str, int]:
    return (-(passage.note.date or date.min).toordinal(), passage.note.note_id, passage.place)


def _says_something(passage: Passage) -> bool:
    """Whether a passage is more than a name at the end of a letter."""
    return len(passage.text.split()) >= SAYS_SOMETHING or passage.text.rstrip().endswith((".", "!", "?"))


def _newest_only(found: list[tuple[Passage, Hit]], last: int | None) -> list[tuple[Passage, Hit]]:
    """Only the passages of the newest notes, where so many were asked for."""
    if last is None:
        return found
    notes = {one.note.note_id: one.note for one, _ in found}.values()
    newest = sorted(notes, key=lambda one: (one.date or date.min, one.note_id), reverse=True)[:last]
    kept = {one.note_id for one in newest}
    return [one for one in found if one[0].note.note_id in kept]


def _stated(passage: Passage, kind: States) -> Iterator[Excerpt]:
    """The statements of one kind in a passage; of a note that is a decision, its first sentence, if none is marked."""
    found = [one for one in statements_of(passage.text, passage.heading) if one.kind is kind]
    for one in found:
        yield Excerpt(passage, one.start, one.end, one)
    if not found and kind is States.DECISION and passage.note.kind == "decision" and passage.place == 0:
        first = next(sentences(passage.text), None)
        if first:
            yield Excerpt(passage, *first, Statement(kind, *first))


def _first_sentence(passages: Sequence[Passage]) -> list[Excerpt]:
    """The first sentence that says more than who was there."""
    for passage in passages:
        for start, end in sentences(passage.text):
            said = passage.text[start:end]
            if len(said.split()) >= SAYS_SOMETHING and not said.lower().startswith(WHO_WAS_THERE) and is_told(said):
                return [Excerpt(passage, start, end)]
    return [Excerpt(one, *next(sentences(one.text), (0, len(one.text)))) for one in passages[:1]]


def marked(passage: Passage, topic: str, among: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
    """The sentence of a passage that comes nearest to a topic: by its words, and by meaning where they do not tell.

    `among` are the sentences it may be, where not any.
    """
    places = list(among) or whole_sentences(passage.text) or [(0, len(passage.text))]
    if len(places) == 1:
        return places[0]
    asked = set(content_words(topic))
    shared = [len(asked & set(content_words(passage.text[start:end]))) for start, end in places]
    best = [at for at, count in enumerate(shared) if count == max(shared)]
    if len(best) == 1:
        return places[best[0]]
    vectors = embed([topic, *(readable(passage.text[slice(*places[at])]) for at in best)])
    return places[best[int(np.argmax(vectors[1:] @ vectors[0]))]]


def unfounded(excerpts: Iterable[Excerpt], view: "View") -> list[Excerpt]:
    """The excerpts whose quote does not stand so in a visible note, looked up anew by the note's path."""
    quoted = list(excerpts)
    if not quoted:
        return []
    there = {(one.note.note_id, one.place): one for one in view.notes.passages}
    return [one for one in quoted if not _stands(one, there.get((one.note.note_id, one.passage.place)))]


def _stands(excerpt: Excerpt, stored: Passage | None) -> bool:
    return stored is not None and bool(excerpt.quote.strip()) and excerpt.quote in stored.text
