"""Questions about what was said: what to look for, whose notes, of which days, and which words are left to look for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.agency.periods import Period
from assistant.notes.text import STOP
from assistant.outcome import Clarification
from assistant.planning import misunderstandings, notes_status
from assistant.planning.dates import Found, find_periods
from assistant.planning.grammar import Span, cover
from assistant.planning.here import Here
from assistant.planning.notes_words import (
    CARRIES_NOTHING,
    CONTINUES,
    EVERY_STATE,
    KEPT_AFTER,
    KINDS,
    LAST,
    LOOKING,
    MINE,
    NUMBERS,
    STRANGER,
)
from assistant.planning.timing import phrase_of
from assistant.planning.tokens import Token, tokenize
from assistant.planning.vocabulary import MetricWord, NameWord, PeriodWord
from assistant.query import Filter, LookFor, Notes, Plan, Query, Question

WHOSE = ("client", "project")
FEW_WORDS = 12
"""A follow-up has at most so many words."""

_WHY = re.compile(r"why\b", re.IGNORECASE)
"""Of why something is so, its name is what is looked for, too."""

_NEGATED = re.compile(r"\b(?:without|except|excluding|but not|not)\s*$", re.IGNORECASE)


def asked(question: Question, here: Here) -> Plan | Clarification | None:
    """The plan of a question about notes; None where it is about something else."""
    status = notes_status.asked(here)
    if status is not None:
        return status
    looking = _looking_for(here.text)
    reading = _Reading(here)
    if looking is None:
        return _continued(question, reading)
    kind, trigger = looking
    if kind is LookFor.PASSAGES and _WHY.match(here.text) and reading.asks_for_a_number:
        return None
    if reading.is_measured(trigger):
        return None
    if reading.unclear is not None:
        return reading.unclear
    return Plan((reading.query(kind, trigger),))


def beside(plan: Plan, here: Here) -> Plan:
    """The plan with what the notes of that time say, where the reason of a change is asked of a client or project."""
    return replace(plan, queries=tuple(_beside(one, here) for one in plan.queries))


def _beside(query: Query, here: Here) -> Query:
    named = any(one.field in WHOSE and not one.negated for one in query.where)
    if not query.why or not named or query.notes:
        return query
    title = here.catalogue[query.metrics[0]].title
    return replace(query, notes=Notes(topic=f"{title}: more or less than planned, and why", beside=True))


def _looking_for(text: str) -> tuple[LookFor, re.Match[str]] | None:
    """What kind of question it is, and the words that told."""
    for kind, pattern in LOOKING:
        found = pattern.search(text)
        if found:
            return kind, found
    return None


def _continued(question: Question, reading: "_Reading") -> Plan | Clarification | None:
    """A follow-up to a question about notes: other names, other days or another topic in the place of the old."""
    before = question.after.plan.queries if question.after and question.after.plan else ()
    old = before[-1] if before else None
    short = len(reading.tokens) <= FEW_WORDS and CONTINUES.match(reading.here.text)
    if old is None or old.notes is None or old.metrics or not short or reading.asks_for_a_number:
        return None
    if reading.unclear is not None:
        return reading.unclear
    topic = reading.topic(old.notes.look_for, 0, 0)
    period, said = reading.period
    where = reading.where
    kept = tuple(one for one in old.where if one.field not in {other.field for other in where})
    if any(one.field in WHOSE for one in where):
        kept = tuple(one for one in kept if one.field not in WHOSE)
    return Plan(
        (
            replace(
                old,
                where=(*kept, *where),
                period=period if said else old.period,
                period_said=said or old.period_said,
                notes=replace(old.notes, topic=topic or old.notes.topic),
            ),
        )
    )


@dataclass(frozen=True)
class _Named:
    """A visible thing that a question names, and where."""

    words: tuple[NameWord, ...]
    start: int
    end: int
    negated: bool


class _Reading:
    """One question: its words, the names and days in it."""

    def __init__(self, here: Here) -> None:
        self.here = here
        self.tokens: Sequence[Token] = tokenize(here.text)
        self._found: Sequence[Found] = find_periods(here.text, here.today, here.calendar)
        self._spans: Sequence[Span] = cover(self.tokens, here.vocabulary, self._found)
        self.names = tuple(self._named())

    @property
    def asks_for_a_number(self) -> bool:
        """Whether a metric is named."""
        return any(span.one(MetricWord) for span in self._spans)

    def is_measured(self, trigger: re.Match[str]) -> bool:
        """Whether the words that told are themselves what a metric is called ("blockers")."""
        named = [span for span in self._spans if span.one(MetricWord)]
        return any(
            self.tokens[span.first].start <= trigger.start() and trigger.end() <= self.tokens[span.last].end
            for span in named
        )

    @property
    def unclear(self) -> Clarification | None:
        """A name that several clients, or several projects, share."""
        for one in self.names:
            if len({word.id for word in one.words}) > 1 and one.words[0].dimension in WHOSE:
                labels = [self.here.view.label(word.dimension, word.id) for word in one.words]
                options = [self.here.instead((one.start, one.end), label) for label in labels]
                return misunderstandings.which_name(self.here.text[one.start : one.end], labels, options)
        return None

    @property
    def where(self) -> tuple[Filter, ...]:
        """The clients and projects whose notes are meant."""
        filters = []
        for dimension in WHOSE:
            for negated in (False, True):
                ids = {
                    word.id: self.here.view.label(dimension, word.id)
                    for one in self.names
                    if one.negated is negated
                    for word in one.words
                    if word.dimension == dimension
                }
                if ids:
                    filters.append(Filter(dimension, tuple(ids), tuple(ids.values()), negated=negated))
        return tuple(filters)

    @property
    def period(self) -> tuple[Period, str]:
        """The days the notes are of, and how they were said; all up to today where none were."""
        found = next(iter(self._periods()), None)
        if found is None:
            return Period(None, self.here.knows_until, "to date"), ""
        return found.period, phrase_of(found, self.here)

    def _periods(self) -> Iterator[Found]:
        """The stretches of time that are said of the notes, and are no name ("May")."""
        for span in self._spans:
            word = span.one(PeriodWord)
            if word is not None:
                yield word.found

    def query(self, kind: LookFor, trigger: re.Match[str]) -> Query:
        """The whole question."""
        period, said = self.period
        last = LAST.search(self.here.text)
        count = NUMBERS.get((last["count"] or "").casefold()) or int(last["count"] or 1) if last else None
        people = self._people(kind)
        topic = self.topic(kind, *trigger.span())
        stranger = STRANGER.search(self.here.text) if kind is LookFor.ACTIONS and not people else None
        if stranger and stranger["who"] in topic:
            people = {"": stranger["who"]}
            topic = topic.replace(stranger["who"], "").strip()
        notes = Notes(
            kind,
            topic,
            kinds=self._kinds(kind, trigger),
            last=count if kind in (LookFor.MEETINGS, LookFor.LAST_TIME) or last else None,
            person=tuple(one for one in people if one),
            person_said=" or ".join(dict.fromkeys(people.values())),
            open_only=kind in (LookFor.ACTIONS, LookFor.RISKS) and not EVERY_STATE.search(self.here.text),
        )
        return Query((), period, where=self.where, period_said=said, known_on=self.here.known_on, notes=notes)

    def _people(self, kind: LookFor) -> dict[str, str]:
        """Whose actions are meant, or who is to have said it: by id, with their names."""
        found = {word.id: word.label for one in self.names for word in one.words if word.dimension == "person"}
        viewer = self.here.view.viewer
        if not found and kind is LookFor.ACTIONS and MINE.search(self.here.text) and viewer.name:
            return {viewer.person_id or viewer.email: viewer.name}
        return found

    def _kinds(self, kind: LookFor, trigger: re.Match[str]) -> tuple[str, ...]:
        """The kind of notes that is named, where notes of a kind are asked for."""
        if kind not in (LookFor.MEETINGS, LookFor.LAST_TIME) and not LAST.search(self.here.text):
            return ()
        text = self.here.text if kind is LookFor.MEETINGS else trigger[0]
        said = {one.casefold() for one in re.findall(r"[\w-]+", text)}
        return next(((name,) for name, words in KINDS.items() if said & set(words)), ())

    def topic(self, kind: LookFor, start: int, end: int) -> str:
        """The words that are left when all else is taken away."""
        taken = [] if _WHY.match(self.here.text) else [(one.start, one.end) for one in self.names]
        days = (span for span in self._spans if span.one(PeriodWord))
        taken += [(self.tokens[span.first].start, self.tokens[span.last].end) for span in days]
        nothing = CARRIES_NOTHING - KEPT_AFTER.get(kind, frozenset())
        own = {word for words in KINDS.values() for word in words} if kind is LookFor.MEETINGS else set()
        kept = []
        for token in self.tokens:
            word = token.text.casefold()
            inside = start <= token.start < end and not self._is_the_matter(kind)
            covered = any(first <= token.start < last for first, last in taken)
            if not (inside or covered or word in STOP or word in nothing or word in own or not word[0].isalnum()):
                kept.append(token.text)
        return " ".join(kept)

    def _is_the_matter(self, kind: LookFor) -> bool:
        """Of "why was the design system paused" everything but the little words is what it is about."""
        return kind is LookFor.PASSAGES and self.here.text.casefold().startswith(
            ("why", "has", "have", "did", "was", "were", "is")
        )

    def _named(self) -> Iterator[_Named]:
        """The clients, projects and people that are named; a part of a project's name only where it is written so."""
        for span in self._spans:
            start, end = self.tokens[span.first].start, self.tokens[span.last].end
            words = self._meant(span, start)
            if words:
                yield _Named(words, start, end, bool(_NEGATED.search(self.here.text[:start])))

    def _meant(self, span: Span, start: int) -> tuple[NameWord, ...]:
        if span.one(PeriodWord):
            return ()
        words = [one for one in span.all(NameWord) if one.dimension in (*WHOSE, "person")]
        whole = [one for one in words if one.is_whole]
        capital = self.here.text[start].isupper() and start > 0
        words = whole or [one for one in words if one.dimension != "project" or capital]
        first = next((name for name in (*WHOSE, "person") if any(one.dimension == name for one in words)), None)
        if span.one(MetricWord) and not capital:
            return ()
        return tuple(one for one in words if one.dimension == first)
