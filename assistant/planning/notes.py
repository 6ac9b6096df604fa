"""Questions about what was said: what to look for, whose notes, of which days, and which words are left to look for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.agency.periods import Period
from assistant.agency.units import show_date
from assistant.notes.text import STOP, folded
from assistant.outcome import Clarification
from assistant.permissions.notes import Where
from assistant.planning import misunderstandings, notes_status
from assistant.planning.dates import Found, Outlook, find_periods
from assistant.planning.grammar import Span, cover
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.notes_words import (
    CARRIES_NOTHING,
    CLIENT_SAID,
    CONTINUES,
    DUE,
    EVERY_STATE,
    IN_ORDER,
    KEPT_AFTER,
    KINDS,
    LAST,
    LAST_TIME,
    LOOKING,
    MINE,
    NOTED,
    NUMBERS,
    OF_MINE,
    OF_ONE_SORT,
    OVERDUE,
    PENDING,
    SEVERAL,
    SINCE_THE_LAST,
    STRANGER,
    STRANGER_SAID,
    SUMMED_UP,
    THEN_SAID,
    TOLD_BY,
    TOLD_UNDER,
)
from assistant.planning.timing import phrase_of
from assistant.planning.tokens import Token, tokenize
from assistant.planning.vocabulary import MetricWord, NameWord, PeriodWord
from assistant.query import Filter, LookFor, Notes, Plan, Query, Question

WHOSE = ("client", "project")
CONTACT = frozenset(("meeting", "email"))
STATEMENTS = (LookFor.ACTIONS, LookFor.DECISIONS, LookFor.RISKS)
FEW_WORDS = 12
"""A follow-up has at most so many words."""

_WHY = Guarded(r"why\b", re.IGNORECASE)
"""Of why something is so, its name is what is looked for, too."""

_EVERY_SUCH_DAY = Guarded(r"\b\w+days\b", re.IGNORECASE)
"""Fridays are what notes speak of, and no day on which they were written."""

_NEGATED = Guarded(r"\b(?:without|except|excluding|but not|not)\s*$", re.IGNORECASE)


CREDIT_NOTES = Guarded(r"\b(?:credit|fee)[- ]notes?\b", re.IGNORECASE)
"""Invoices, also those that take something back, and nothing that was written down."""


def asked(question: Question, here: Here) -> Plan | Clarification | None:
    """The plan of a question about notes; None where it is about something else."""
    status = notes_status.asked(here)
    if status is not None or CREDIT_NOTES.search(here.text) or _NOT_OF_NOTES.search(here.text):
        return status
    reading = Reading(here)
    # The words of a name look for nothing: "hours on Risk register".
    looking = (_looking_for(here.text) if _looking_for(here.nameless) else None) or _summed_up(reading)
    if looking is None:
        return _continued(question, reading)
    kind, trigger = looking
    if kind is LookFor.PASSAGES and _WHY.match(here.text) and reading.asks_for_a_number:
        return None
    if reading.is_measured(trigger):
        return None
    if reading.unclear is not None:
        return reading.unclear
    kinds = _kinds(kind, here.text)
    return Plan(tuple(reading.query(one, trigger, days) for days in reading.periods for one in kinds))


_NOT_OF_NOTES = Guarded(
    r"\b(?:over|beyond|above|than|bust|exceed\w*|outside|on top of|against|vs\.?|versus|compared (?:to|with)) what "
    r"(?:was|were|is|we|had been|has been)\b"
    r"|\b(?:proposals|bids|tenders|pitches|quotes|deals)\b.{0,20}? "
    r"(?:due|up|waiting|expected) (?:for )?(?:an? |the )?decision\b"
    r"|^(?:what|which|who|how (?:much|many))\b.{0,40}?\b(?:write|written|wrote|writing) off\b"
    r"|^(?:which |what |the |how many )?(?:variations?|change (?:requests|orders)|extras|additional services|"
    r"scope changes) (?:(?:we|that)(?: have|['\u2019]ve| were)? |were |have been |are )?(?:agreed|approved)\b"
    r"|\b(?:hours|time|fees?)\b.{0,20}? (?:vs\.?|versus|against) (?:the |what was )?agreed\b"
    r"|\bdecision[- ]makers?\b|^how (?:much|far)\b(?=.*\bagreed\b)(?!.*\b(?:notes?|meetings?|said|decisions?)\b)",
    re.IGNORECASE,
)
"""As in "where will we go over what was agreed": measured against it, and no search for what it was."""


def _summed_up(reading: "Reading") -> tuple[LookFor, re.Match[str]] | None:
    """As in "summarise Northwind in October": the notes on a client or project, where nothing measured is named."""
    found = SUMMED_UP.search(reading.here.text)
    return (LookFor.MEETINGS, found) if found and reading.where and not reading.asks_for_a_number else None


def _kinds(kind: LookFor, text: str) -> tuple[LookFor, ...]:
    """The kinds of statements that are asked about: more than one in "decisions and risks"."""
    several = SEVERAL.search(text) if kind in STATEMENTS else None
    if several is None:
        return (kind,)
    patterns = ((one, pattern) for one, pattern in LOOKING if one in STATEMENTS)
    found = {one: at.start() for one, pattern in patterns if (at := pattern.search(several[0]))}
    return tuple(sorted(found, key=found.__getitem__)) or (kind,)


def beside(plan: Plan, here: Here) -> Plan:
    """The plan with what the notes of that time say, where the reason of a change is asked of a client or project."""
    if not any(one.why for one in plan.queries):
        return plan
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


def _continued(question: Question, reading: "Reading") -> Plan | Clarification | None:
    """A follow-up to a question about notes: other names, other days or another topic in the place of the old."""
    before = question.after.plan.queries if question.after and question.after.plan else ()
    old = before[-1] if before else None
    short = len(reading.tokens) <= FEW_WORDS and CONTINUES.match(reading.here.text)
    if old is None or old.notes is None or old.metrics or not short or reading.asks_for_a_number:
        return None
    if reading.unclear is not None:
        return reading.unclear
    topic = reading.topic(old.notes.look_for, 0, 0)
    due = reading.due if old.notes.due or old.notes.overdue else None
    period, said = (old.period, old.period_said) if due else reading.period
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
                notes=replace(
                    old.notes,
                    topic=topic or old.notes.topic,
                    due=due or old.notes.due,
                    overdue=old.notes.overdue and due is None,
                ),
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


class Reading:
    """One question: its words, the names and days in it."""

    def __init__(self, here: Here) -> None:
        self.here = here

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Its words and signs."""
        return tokenize(self.here.text)

    @cached_property
    def _found(self) -> Sequence[Found]:
        return find_periods(self.here.text, self.here.today, self.here.calendar)

    @cached_property
    def spans(self) -> Sequence[Span]:
        """What its words mean; found out only where it is about notes at all."""
        return cover(self.tokens, self.here.vocabulary, self._found)

    @cached_property
    def names(self) -> tuple[_Named, ...]:
        """The clients, projects and people that are named."""
        return tuple(self._named())

    @property
    def people_said(self) -> tuple[str, ...]:
        """The people named, as they were written."""
        people = (one for one in self.names if one.words[0].dimension == "person")
        return tuple(self.here.text[one.start : one.end] for one in people)

    @property
    def asks_for_a_number(self) -> bool:
        """Whether a metric is named."""
        return any(span.one(MetricWord) for span in self.spans)

    def is_measured(self, trigger: re.Match[str]) -> bool:
        """Whether the words that told are themselves what a metric is called ("blockers")."""
        named = [span for span in self.spans if span.one(MetricWord)]
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
        return tuple(self._where()) or self._looked_after

    @cached_property
    def _looked_after(self) -> tuple[Filter, ...]:
        """As in "open actions on my projects": those the asker manages, one by one."""
        said = OF_MINE.search(self.here.text)
        if said is None:
            return ()
        table = "clients" if said["what"] in ("client", "account") else "projects"
        one, manager = ("client", "account_manager") if table == "clients" else ("project", "project_manager")
        rows = self.here.view.rows(table, (f"{one}_id", manager)).to_pylist()
        email = self.here.view.viewer.email.casefold()
        ids = [row[f"{one}_id"] for row in rows if (row[manager] or "").casefold() == email]
        return (Filter(one, tuple(ids), tuple(self.here.view.label(one, id_) for id_ in ids)),) if ids else ()

    def _where(self) -> Iterator[Filter]:
        """The clients and projects that are named."""
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
                    yield Filter(dimension, tuple(ids), tuple(ids.values()), negated=negated)

    @property
    def period(self) -> tuple[Period, str]:
        """The days the notes are of, and how they were said; all up to today where none were."""
        return self.periods[0]

    @cached_property
    def periods(self) -> tuple[tuple[Period, str], ...]:
        """All stretches of days the notes are of ("in August and in September"); what was since the last one."""
        since = self._since_the_last
        if since is not None:
            return ((since, since.label),)
        found = tuple((one.period, phrase_of(one, self.here)) for one in self._periods())
        return found or ((Period(None, self.here.knows_until, "to date"), ""),)

    @property
    def _without_since(self) -> str:
        """The question without "since the last call", which says nothing of how many notes are asked for."""
        return SINCE_THE_LAST.sub("", self.here.text)

    @property
    def _since_the_last(self) -> Period | None:
        """The days since the last note of a meeting or mail with whom it is asked about; None where there is none."""
        said = SINCE_THE_LAST.search(self.here.text)
        if said is None or not self.where or not self.here.view.reads_notes:
            return None
        where = Where.of(Query((), Period(None, self.here.knows_until, ""), where=self.where))
        kinds = {"email"} if "mail" in (said["kind"] or "") else {"status"} if said["kind"] == "status" else CONTACT
        notes = (one for one in self.here.view.notes.notes if where.holds(one) and one.kind in kinds and one.date)
        last = max((one.date for one in notes if one.date), default=None)
        if last is None:
            return None
        return Period(last, self.here.knows_until, f"the days since {show_date(last, self.here.view.settings.locale)}")

    def _periods(self) -> Iterator[Found]:
        """The stretches of time that are said of the notes, and are no name ("May")."""
        for span in self.spans:
            word = span.one(PeriodWord)
            if word is not None and not _EVERY_SUCH_DAY.search(word.found.text):
                yield word.found

    def query(self, kind: LookFor, trigger: re.Match[str], days: tuple[Period, str]) -> Query:
        """The whole question, about these days."""
        due = self.due if kind is LookFor.ACTIONS else None
        period, said = (Period(None, self.here.knows_until, "to date"), "") if due else days
        last = LAST.search(self._without_since)
        count = NUMBERS.get((last["count"] or "").casefold()) or int(last["count"] or 1) if last else None
        people = self._people(kind)
        topic = self.topic(kind, *trigger.span())
        stranger = self._stranger(kind) if not people else ""
        if stranger:
            people = {"": stranger}
            topic = " ".join(one for one in topic.split() if one not in stranger.split())
        notes = Notes(
            kind,
            topic,
            kinds=self._kinds(kind, trigger),
            last=count if kind in (LookFor.MEETINGS, LookFor.LAST_TIME) or last else None,
            person=tuple(one for one in people if one),
            person_said=" or ".join(dict.fromkeys(people.values())),
            open_only=self._is_open_only(kind),
            by_client=kind is LookFor.PASSAGES and not stranger and self._asks_what_the_client_said,
            due=due,
            overdue=kind is LookFor.ACTIONS and bool(OVERDUE.search(IN_ORDER.sub("", self.here.text))),
            told_by=self._told_by,
        )
        return Query((), period, where=self.where, period_said=said, known_on=self.here.known_on, notes=notes)

    @property
    def _told_by(self) -> str:
        """As in "overdue actions by client": by whom they are told one after the other."""
        found = TOLD_BY.search(self.here.text)
        return TOLD_UNDER.get(found["what"].casefold(), "project") if found else ""

    @property
    def due(self) -> Period | None:
        """The days by which something is to be done; None where the days are said of the notes, or none are.

        What is still to come can only be those; of what is past, "due" or "by" tells.
        """
        found = next(iter(self._periods()), None)
        if found is None:
            return None
        start = next(self.tokens[span.first].start for span in self.spans if span.one(PeriodWord))
        ahead = find_periods(self.here.text, self.here.today, self.here.calendar, Outlook.FORECAST)
        meant = next((one.period for one in ahead if one.span == found.span), found.period)
        before = self.here.text[:start]
        is_due = DUE.search(f"{before} {found.text}") or meant.end > self.here.knows_until
        return meant if is_due and not NOTED.search(before) else None

    @property
    def _asks_what_the_client_said(self) -> bool:
        """Whether the words are to be the client's: "the client said", or the name of one before such a word."""
        named = (one for one in self.names if one.words[0].dimension == "client")
        return bool(CLIENT_SAID.search(self.here.text)) or any(
            THEN_SAID.match(self.here.text, one.end) for one in named
        )

    def _is_open_only(self, kind: LookFor) -> bool:
        """Whether only what is still open is asked for: of actions and risks usually, of decisions where it is said."""
        if kind is LookFor.DECISIONS:
            return bool(PENDING.search(self.here.text))
        return kind in (LookFor.ACTIONS, LookFor.RISKS) and not EVERY_STATE.search(self.here.text)

    def _stranger(self, kind: LookFor) -> str:
        """Somebody who is to do or to have said it, and is nobody of the agency; blank for none."""
        pattern = {LookFor.ACTIONS: STRANGER, LookFor.PASSAGES: STRANGER_SAID}.get(kind)
        found = pattern.search(self.here.text) if pattern else None
        if found is None:
            return ""
        days = [span for span in self.spans if span.one(PeriodWord)]
        taken = [(self.tokens[one.first].start, self.tokens[one.last].end) for one in days]
        taken += [(one.start, one.end) for one in self.names]
        return "" if any(start <= found.start("who") < end for start, end in taken) else found["who"]

    def _people(self, kind: LookFor) -> dict[str, str]:
        """Whose actions are meant, or who is to have said it: by id, with their names."""
        found = {word.id: word.label for one in self.names for word in one.words if word.dimension == "person"}
        viewer = self.here.view.viewer
        mine = MINE.search(OF_MINE.sub("", self.here.text))
        if not found and kind is LookFor.ACTIONS and mine and viewer.name:
            return {viewer.person_id or viewer.email: viewer.name}
        return found

    def _kinds(self, kind: LookFor, trigger: re.Match[str]) -> tuple[str, ...]:
        """The kind of notes that is named, where notes of a kind are asked for."""
        if kind not in (LookFor.MEETINGS, LookFor.LAST_TIME) and not LAST.search(self._without_since):
            return ()
        text = self._without_since if kind is LookFor.MEETINGS else trigger[0]
        said = {one.casefold() for one in re.findall(r"[\w-]+", text)}
        return next(((name,) for name, words in KINDS.items() if said & set(words)), ())

    def topic(self, kind: LookFor, start: int, end: int) -> str:
        """The words that are left when all else is taken away."""
        taken = [] if _WHY.match(self.here.text) else [(one.start, one.end) for one in self.names]
        spoken = {one.span for one in self._periods()}
        days = (span for span in self.spans if (day := span.one(PeriodWord)) and day.found.span in spoken)
        taken += [(self.tokens[span.first].start, self.tokens[span.last].end) for span in days]
        taken += [one.span() for one in OVERDUE.finditer(self.here.text)] if kind is LookFor.ACTIONS else []
        for pattern in (SINCE_THE_LAST, IN_ORDER, LAST_TIME, TOLD_BY):
            taken += [one.span() for one in pattern.finditer(self.here.text)]
        nothing = CARRIES_NOTHING - KEPT_AFTER.get(kind, frozenset())
        own = {word for words in KINDS.values() for word in words} if kind is LookFor.MEETINGS else set()
        own -= OF_ONE_SORT
        own |= (
            {"pending", "needed", "outstanding", "missing", "waiting", "need"} if kind is LookFor.DECISIONS else set()
        )
        kept = []
        for token in self.tokens:
            word = token.text.casefold()
            inside = start <= token.start < end and not self._is_the_matter(kind)
            covered = any(first <= token.start < last for first, last in taken)
            if not (inside or covered or word in STOP or word in nothing or word in own or not word[0].isalnum()):
                kept.append(token)
        return self._as_written(kept)

    def _as_written(self, kept: Sequence[Token]) -> str:
        """Words with what a hyphen joins to them, though it says nothing alone: "try-on"."""
        said: dict[tuple[int, int], None] = {}
        for one in kept:
            start, end = one.start, one.end
            while self.here.text[end : end + 1] == "-" and self.here.text[end + 1 : end + 2].isalnum():
                end = next((other.end for other in self.tokens if other.start == end + 1), end + 2)
            while start > 1 and self.here.text[start - 1] == "-" and self.here.text[start - 2].isalnum():
                start = next((other.start for other in self.tokens if other.end == start - 1), start - 2)
            said[start, end] = None
        return " ".join(self.here.text[start:end] for start, end in said)

    def _is_the_matter(self, kind: LookFor) -> bool:
        """Of "why was the design system paused" everything but the little words is what it is about."""
        return kind is LookFor.PASSAGES and self.here.text.casefold().startswith(
            ("why", "has", "have", "did", "was", "were", "is")
        )

    def _named(self) -> Iterator[_Named]:
        """The clients, projects and people that are named; a part of a project's name only where it is written so."""
        for span in self.spans:
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
        if not whole and not capital and any(one.dimension in WHOSE for one in words):
            said = {folded(self.tokens[at].text) for at in range(span.first, span.last + 1)}
            words = [] if said <= self.here.view.notes.common_words else words
        words = whole or [one for one in words if one.dimension != "project" or capital]
        first = next((name for name in (*WHOSE, "person") if any(one.dimension == name for one in words)), None)
        if span.one(MetricWord) and not capital:
            return ()
        return tuple(one for one in words if one.dimension == first)
