"""One clause of a question: its spans in order, which of them are used, and what stands beside what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.agency.calendar import WEEKDAYS
from assistant.planning import strange_names
from assistant.planning.grammar import Span
from assistant.planning.parts import Collected
from assistant.planning.strange_names import is_a_title
from assistant.planning.tokens import Token, is_plural, key, one_number, tokenize
from assistant.planning.vocabulary import (
    ClosedWord,
    DimensionWord,
    MetricWord,
    NameWord,
    NumberWord,
    PeriodWord,
    Sense,
)
from assistant.planning.words import Role

BEFORE_NAMES = frozenset({"for", "in", "of", "on", "at", "from", "with", "by", "without", "except", "vs", "versus"})
"""A word after one of these that is also somebody's name is a name, where its other meaning is a vague one."""

BEFORE_PEOPLE = frozenset({"did", "do", "does", "has", "have", "had", "is", "was", "will", "and", "for"})
"""A word after one of these that is a month and a first name may be the person."""

VAGUE = frozenset({Role.AMBIGUOUS, Role.UNMEASURED, Role.REPORT, Role.TREND, Role.CHANGE, Role.OPEN, Role.ALL})


@dataclass
class Clause:
    """A stretch of a question while it is being read."""

    text: str
    tokens: Sequence[Token]
    spans: Sequence[Span]
    found: Collected = field(default_factory=Collected)
    used: set[int] = field(default_factory=set)
    said_to_be: dict[int, str] = field(default_factory=dict)
    """The dimension that the noun beside a name says it is of."""

    _fillers: dict[int, bool] = field(default_factory=dict, repr=False)
    _known: "_Known | None" = field(default=None, repr=False)

    def free(self, at: int | None) -> bool:
        """Whether there is a span there that nothing has used yet."""
        return at is not None and at not in self.used

    def use(self, *at: int | None) -> None:
        """Mark spans as understood."""
        self.used.update(one for one in at if one is not None)

    @property
    def known(self) -> "_Known":
        """What its spans may mean, looked up once for all who ask."""
        if self._known is None or self._known.spans is not self.spans:
            self._known = _Known(self.spans, self.text, self.tokens)
        return self._known

    def each(self, kind: type[Sense]) -> Iterator[tuple[int, Span]]:
        """The unused spans that may mean a thing of this kind."""
        places = self.known.of_kind.get(kind, ())
        return ((at, self.spans[at]) for at in places if at not in self.used)

    def roles(self, *roles: Role) -> Iterator[tuple[int, ClosedWord]]:
        """The unused spans with one of these roles."""
        with_role = self.known.with_role
        there = [one for one in roles if one in with_role]
        if len(there) == 1:
            return (one for one in with_role[there[0]] if one[0] not in self.used)
        return self._with_one_of(there) if there else iter(())

    def _with_one_of(self, roles: Sequence[Role]) -> Iterator[tuple[int, ClosedWord]]:
        for at, span in enumerate(self.spans):
            word = span.role(*roles)
            if at not in self.used and word:
                yield at, word

    def after(self, at: int | None) -> int | None:
        """The next span that carries anything."""
        return None if at is None else self._from(range(at + 1, len(self.spans)))

    def before(self, at: int | None) -> int | None:
        """The span before it that carries anything."""
        return None if at is None else self._from(range(at - 1, -1, -1))

    def _from(self, places: range) -> int | None:
        return next((one for one in places if not self.is_filler(one)), None)

    def span(self, at: int | None) -> Span:
        """The span there; one that means nothing beyond the ends."""
        return self.spans[at] if at is not None and 0 <= at < len(self.spans) else Span((), ())

    def is_filler(self, at: int) -> bool:
        """Whether the span carries nothing."""
        if at not in self._fillers:
            self._fillers[at] = self._is_filler(at)
        return self._fillers[at]

    def _is_filler(self, at: int) -> bool:
        span = self.spans[at]
        if span.role(Role.BREAK):
            return self.tokens[span.first].text == "."
        whose = span.role(Role.HE) and self.tokens[span.first].word in ("its", "their", "it", "their")
        asked_by = span.one(DimensionWord) and self.word_before(at) in ("by", "per")  # by AM
        is_more = span.one(NameWord) or span.one(PeriodWord) or asked_by
        return bool(span.role(Role.FILLER, Role.REPORT) or whose) and not is_more

    def first_token(self, at: int) -> Token:
        """The first word of a span."""
        return self.tokens[self.spans[at].first]

    def last_token(self, at: int) -> Token:
        """The last word of a span."""
        return self.tokens[self.spans[at].last]

    def word_before(self, at: int) -> str:
        """The word that stands right before a span, in any case."""
        first = self.spans[at].first
        return self.tokens[first - 1].text.casefold() if first else ""

    def place_in_text(self, at: int) -> tuple[int, int]:
        """Where a span stands in the cleaned text."""
        return self.first_token(at).start, self.last_token(at).end

    @property
    def whole(self) -> str:
        """The clause as it was written."""
        return self.text[self.first_token(0).start : self.last_token(len(self.spans) - 1).end] if self.spans else ""

    def said(self, at: int) -> str:
        """A span as it was written."""
        return self.known.said[at]

    def has(self, *roles: Role) -> bool:
        """Whether any span has one of these roles, used or not."""
        return not self.known.with_role.keys().isdisjoint(roles)

    def says(self, words: frozenset[str]) -> bool:
        """Whether any of these small words is said, wherever in the question it stands."""
        return not self.known.words.isdisjoint(words)


Sign = str | type[Sense]
"""What may stand in a clause: a role, a word, a metric or a dimension, or a kind of sense."""


class _Known:
    """What the spans of a clause may mean: none of it changes while the clause is being read."""

    def __init__(self, spans: Sequence[Span], text: str, tokens: Sequence[Token]) -> None:
        self.spans = spans
        self.words = {one.text.casefold() for one in tokens}
        self.said = [text[tokens[one.first].start : tokens[one.last].end] for one in spans]
        self.with_role: dict[Role, list[tuple[int, ClosedWord]]] = {}
        self.of_kind: dict[type[Sense], list[int]] = {}
        self.signs: set[Sign] = {*self.words, *(one.word for one in tokens)}
        """All that tells whether a pass has anything to do: words, roles, kinds of senses, metrics and dimensions."""
        for at, span in enumerate(spans):
            for kind in dict.fromkeys(map(type, span.senses)):
                self.of_kind.setdefault(kind, []).append(at)
            for word in span.senses:
                if isinstance(word, ClosedWord):
                    places = self.with_role.setdefault(word.role, [])
                    if not places or places[-1][0] != at:
                        places.append((at, word))
                elif isinstance(word, MetricWord):
                    self.signs.add(word.metric)
                elif isinstance(word, DimensionWord):
                    self.signs.add(word.dimension)
        self.signs.update(self.with_role, self.of_kind)


def clauses_of(text: str, tokens: Sequence[Token], spans: Sequence[Span]) -> list[Clause]:
    """The question cut where a new question begins; a piece that asks for nothing stays with its neighbour."""
    settled = [settle(at, spans, tokens) for at in range(len(spans))]
    pieces: list[list[Span]] = [[]]
    for at, span in enumerate(settled):
        if pieces[-1] and (_ends(at, settled, tokens) or _begins(at, settled, tokens)):
            pieces.append([])
        pieces[-1].append(span)
    joined: list[list[Span]] = []
    for piece in pieces:
        if joined and not (asks(piece) and asks(joined[-1])):
            joined[-1].extend(piece)
        else:
            joined.append(piece)
    if len(joined) > 1 and tokens[pieces[-1][0].last].text == ":":
        _in_the_time_said_last(joined, pieces[-1])
    return [Clause(text, tokens, piece) for piece in joined]


def _in_the_time_said_last(joined: list[list[Span]], last: Sequence[Span]) -> None:
    """As in "revenue by client. Why is Acme low? Date range: Q1": all that is asked before it is of those days."""
    times = [span for span in last if span.one(PeriodWord)]
    if times and last[0].role(Role.FILLER):
        for piece in joined[:-1]:
            piece.extend([] if any(span.one(PeriodWord) for span in piece) else times)


def _ends(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether the span before closes a sentence."""
    return at > 0 and spans[at - 1].role(Role.BREAK) is not None and tokens[spans[at - 1].first].text != ":"


LEFT = frozenset({"left", "remaining", "remain"})
QUESTION_WORDS = frozenset({"what", "which", "who", "how", "whose"})


def _begins(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether ", and which …" begins here: a question word after an "and" or a comma."""
    opens = tokens[spans[at].first].word in QUESTION_WORDS
    return opens and at > 0 and spans[at - 1].role(Role.AND) is not None and not _only_names(at - 1, spans, tokens)


def _only_names(until: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "how much budget and how many hours are left": the first half has no verb, and says nothing by itself."""
    if tokens[0].word != "how" or all(one.word not in LEFT for one in tokens[spans[until].last :]):
        return False
    *before, last = spans[:until] or [Span((), ())]
    half = last.one(MetricWord) is not None and len(last.places) <= len(("how", "much", "budget"))
    return half and all(one.role(Role.HOW_MANY, Role.FILLER) for one in before)


ASKING = (
    Role.UNMEASURED,
    Role.AMBIGUOUS,
    Role.OVER_BUDGET,
    Role.IS_OK,
    Role.ABSENCE_REPORT,
    Role.TO_APPROVE,
    Role.LEAVE_KIND,
    Role.HOW_MANY,
)


def asks(piece: Sequence[Span]) -> bool:
    """Whether a piece of the question names something to count, or words that nobody knows."""
    return any(span.one(MetricWord) or span.role(*ASKING) for span in piece)


def settle(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> Span:
    """A span that is a name or something else, decided by what stands around it."""
    span = _of_any_week(spans[at], tokens)
    others = tuple(one for one in span.senses if not isinstance(one, NameWord))
    names = tuple(one for one in span.all(NameWord) if not others or _is_spelt_so(span, one, tokens))
    if names and not others and (_is_to_be_done(span, tokens) or _is_done_often(span, tokens)):
        return span._replace(senses=())
    if strange_names.is_one(at, spans, tokens, is_word=not names):
        return span._replace(senses=())
    if not names or not others or (names and span.role(Role.VALUE, Role.LEAVE_KIND)):
        return span if names or len(others) == len(span.senses) else span._replace(senses=others)
    if _is_a_number(at, spans, tokens) or _is_a_state_of_projects(at, spans, tokens):
        return span._replace(senses=others)
    if span.one(PeriodWord):
        meant = _means_the_person(at, names, spans, tokens) or _follows_its_noun(at, names, spans)
        meant = meant or _is_written_as_a_name(at, names, spans, tokens)
        return span._replace(senses=names if meant else others)
    return span._replace(senses=names if _means_the_name(at, names, spans, tokens) else others)


WEEKDAY_OF = {one.casefold(): one for one in WEEKDAYS}
EACH = frozenset({"every", "each", "any"})


def _of_any_week(span: Span, tokens: Sequence[Token]) -> Span:
    """The Monday of "hours on Mondays", "every Monday" is a weekday of any week, where "on Monday" is one day."""
    first = tokens[span.first]
    if first.word not in WEEKDAY_OF:
        return span
    before = tokens[span.first - 1].text.casefold() if span.first else ""
    called = {one.label.casefold() for one in span.all(NameWord) if one.is_whole}
    is_one_called_so = first.text.casefold() in called and before not in EACH
    alone = len(span.places) == 1 and not is_one_called_so
    name = WEEKDAY_OF[first.word] if alone and (is_plural(first) or before in EACH) else None
    return span._replace(senses=(NameWord("weekday", name, name),)) if name else span


def _is_spelt_so(span: Span, name: NameWord, tokens: Sequence[Token]) -> bool:
    """Whether a word is written as the name is: what is done in hours is not done for HR."""
    if len(span.places) > 1:
        return True
    said = tokens[span.first]
    words = [one for one in tokenize(name.label) if one.word == said.word]
    return not words or any(one_number(one.text) == one_number(said.text) for one in words)


def _is_a_number(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "best three clients", where one of them is called Three."""
    following = spans[at + 1] if at + 1 < len(spans) else None
    several = following and following.one(DimensionWord) and is_plural(tokens[following.last])
    return bool(spans[at].one(NumberWord) and several)


TO_DO = frozenset({"have", "has", "need", "needs", "want", "like", "going", "able", "who", "whom", "how", "what"})


def _is_to_be_done(span: Span, tokens: Sequence[Token]) -> bool:
    """As in "who do I have to chase", where somebody is called Chase: a verb, unless it is written as a name.

    So is the "long" of "how long did Ben work", where somebody is called Long.
    """
    first = span.first
    if first and tokens[first - 1].word == "how" and len(span.places) == 1 and not tokens[first].is_capital:
        return True
    before = [tokens[place].text.casefold() for place in (first - 2, first - 1) if place >= 0]
    in_part = all(isinstance(one, NameWord) and not one.is_whole for one in span.senses)
    return in_part and not tokens[first].is_capital and before[-1:] == ["to"] and before[0] in TO_DO


OFTEN = frozenset({"always", "often", "usually", "never", "regularly", "sometimes", "rarely", "who"})


def _is_done_often(span: Span, tokens: Sequence[Token]) -> bool:
    """As in "who always books", where a client is called Saltmarsh Books: a verb, in small letters after its adverb."""
    in_part = all(isinstance(one, NameWord) and not one.is_whole for one in span.senses)
    before = tokens[span.first - 1].text.casefold() if span.first else ""
    return in_part and len(span.places) == 1 and not tokens[span.first].is_capital and before in OFTEN


def _is_a_state_of_projects(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "internal projects", "every active project", where something is called Internal or Active."""
    span = spans[at]
    if span.role(Role.KIND):
        return _are_several_projects(at + 1, spans, tokens)
    if not span.role(Role.STATUS, Role.OPEN):
        return False
    before = tokens[span.first - 1].text.casefold() if span.first else ""
    nouns = spans[at + 1].all(DimensionWord) if at + 1 < len(spans) else ()
    small = not tokens[span.first].is_capital
    one_of_them = small and before in EACH and any(one.dimension == "project" for one in nouns)
    return one_of_them or _are_several_projects(at + 1, spans, tokens)


def _are_several_projects(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "Internal projects", where one of them is called Internal."""
    nouns = spans[at].all(DimensionWord) if at < len(spans) else ()
    return any(one.dimension == "project" for one in nouns) and is_plural(tokens[spans[at].last])


def _means_the_person(at: int, names: Sequence[NameWord], spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether "May" is somebody: there is another period, or the word before is one that people follow."""
    first = spans[at].first
    before = tokens[first - 1].text.casefold() if first else ""
    others = any(one.one(PeriodWord) and not one.one(NameWord) for one in spans)
    called = tokens[first].word
    whole = any(one.is_whole or (one.dimension == "person" and key(one.label)[:1] == (called,)) for one in names)
    months = before == "and" and at > 1 and spans[at - 2].one(PeriodWord) and not spans[at - 2].one(NameWord)
    if not whole or months:  # "between Q2 and Q3", where a project is called Q3 campaign
        return False
    return tokens[first].is_capital and before in BEFORE_PEOPLE and (others or before not in ("for", "and"))


def _is_written_as_a_name(at: int, names: Sequence[NameWord], spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "hours on Next Quarter": every word as in the name, among words that are not all written so."""
    said = [tokens[place].text for place in spans[at].places]
    written = any(one.is_whole and one.label.split() == said for one in names)
    written = written and len(said) > 1 and all(one[:1].isupper() for one in said)
    return written and not is_a_title(spans[at].places, tokens)


def _follows_its_noun(at: int, names: Sequence[NameWord], spans: Sequence[Span]) -> bool:
    """As in "client March": the noun before says what it is."""
    nouns = {one.dimension for one in spans[at - 1].all(DimensionWord)} if at else set()
    return bool(nouns & {one.dimension for one in names if one.is_whole or one.dimension == "person"})


def _means_the_name(at: int, names: Sequence[NameWord], spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether a word that is also an ordinary one is meant as the name of something."""
    span = spans[at]
    dimensions = {one.dimension for one in names}
    beside = [spans[one] for one in (at - 1, at + 1) if 0 <= one < len(spans)]
    nouns = {noun.dimension for one in beside for noun in one.all(DimensionWord) if not noun.is_adverb}
    if nouns & dimensions and not _is_what_is_asked(at, spans, tokens):
        return True
    short = tokens[span.first].text.isupper() and any(one.label == tokens[span.first].text for one in names)
    written_as_name = _is_written_capital(span, names, tokens) and (span.first > 0 or short)
    whole = any(one.is_whole for one in names)
    if written_as_name and (whole or span.role(Role.FILLER)):
        return True
    if _is_called(at, names, spans, tokens) or _begins_with_it(at, names, spans, tokens):
        return True
    if _is_no_amount(span, names, tokens):
        return True
    others = [one for one in span.senses if not isinstance(one, NameWord)]
    small = not tokens[span.first].is_capital
    vague = all(isinstance(one, ClosedWord) and one.role in VAGUE for one in others)
    vague = vague and not (small and span.role(Role.ALL))
    return whole and vague and _stands_as_a_name(at, dimensions, spans, tokens)


def _is_what_is_asked(at: int, spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "client hours for May", where a client is called Hours: in small letters, the only measure there is."""
    others = any(one.one(MetricWord) for place, one in enumerate(spans) if place != at)
    return spans[at].one(MetricWord) is not None and not tokens[spans[at].first].is_capital and not others


def _is_written_capital(span: Span, names: Sequence[NameWord], tokens: Sequence[Token]) -> bool:
    """Whether it is written as names are; one that begins with a figure, with its own capitals (3M)."""
    first = tokens[span.first]
    return first.is_capital or any(one.label == first.text and not one.label.islower() for one in names)


LIMITING = frozenset({
    *("than", "least", "most", "above", "below", "under", "over", "exceeds", "exceeding", "about", "around", "top"),
    *("bottom", "first", "last", "next", "past", ">", "<", ">=", "<=", "=", "€", "$", "£", "between", "to", "by"),
    *("reach", "reached", "hit", "make", "made"),
})  # fmt: skip
"""After one of these a number with a letter is an amount: "above 3m"."""


def _is_no_amount(span: Span, names: Sequence[NameWord], tokens: Sequence[Token]) -> bool:
    """As in "3m revenue", where a client is called 3M and nothing before it makes it three million."""
    first = tokens[span.first]
    before = tokens[span.first - 1].text.casefold() if span.first else ""
    called = any(one.is_whole and one.label.casefold() == first.text.casefold() for one in names)
    with_letter = first.text[0].isdigit() and not first.text.isdigit()
    return called and with_letter and len(span.places) == 1 and before not in LIMITING


WILL = "will"
COMES_TRUE = frozenset({
    "be", "become", "come", "cover", "drop", "end", "exceed", "fall", "finish", "get", "go", "grow", "have", "hit",
    "improve", "increase", "land", "last", "look", "reach", "rise", "run", "stay",
})  # fmt: skip
"""As in "Will margin be above 20 %": said of what is to come, and of nobody called Will."""

TOGETHER = frozenset({"and", ",", "vs", "versus", "or"})


def _is_called(at: int, names: Sequence[NameWord], spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """Whether one word is what somebody is called: "hours for Bill", "hours for Groß", "Will and Mark"."""
    span = spans[at]
    first = tokens[span.first]
    if len(span.places) > 1 or not first.is_capital or not any(one.dimension == "person" for one in names):
        return False
    if not first.text.isascii():
        return True
    if (first.word,) not in {key(one.label)[:1] for one in names if one.dimension == "person"}:
        return False
    following = tokens[span.last + 1].word if span.last + 1 < len(tokens) else ""
    if following == "'s" and tokens[span.last + 1].start == first.end:
        return True
    if span.first:
        return not is_a_title(span.places, tokens)
    return bool(span.role(Role.FILLER)) and following in TOGETHER


def _begins_with_it(at: int, names: Sequence[NameWord], spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """As in "Target hours last month", "Bill hours last week", "Target vs Acme": a name before what is asked of it."""
    span = spans[at]
    if span.first or len(span.places) > 1 or not tokens[0].is_capital or at + 1 == len(spans):
        return False
    first_name = any(one.dimension == "person" and key(one.label)[:1] == (tokens[0].word,) for one in names)
    work = any(one.is_whole and one.dimension in ("client", "project", "deal") for one in names)
    metric = spans[at + 1].one(MetricWord)
    together = tokens[span.last + 1].word in TOGETHER
    if tokens[span.last + 1].text == ":" and any(one.is_whole for one in names):  # "Development: who did we hire"
        return True
    of_people = metric is not None and "utilization" in metric.metric
    if tokens[0].word == WILL and any(one.text in COMES_TRUE for one in tokens[span.last + 1 :]):
        return False
    return (first_name and metric is not None) or (work and (together or (metric is not None and not of_people)))


def _stands_as_a_name(at: int, dimensions: set[str], spans: Sequence[Span], tokens: Sequence[Token]) -> bool:
    """After "for", beside another name of its kind ("design and development"), or right before a metric."""
    first, last = spans[at].first, spans[at].last
    before = tokens[first - 1].text.casefold() if first else ""
    after = tokens[last + 1].text.casefold() if last + 1 < len(tokens) else ""
    others = [spans[one] for one in (at - 2, at + 2) if 0 <= one < len(spans)]
    joined = any(one.dimension in dimensions for other in others for one in other.all(NameWord))
    metric_next = at + 1 < len(spans) and spans[at + 1].one(MetricWord) is not None
    return (before in BEFORE_NAMES and after != "of") or joined or metric_next


def joined(clause: Clause, first: int, second: int, *others: Role) -> bool:
    """Whether something stands between two spans that makes two things of them."""
    places = range(min(first, second) + 1, max(first, second))
    joints = [at for at in places if clause.spans[at].role(Role.AND, Role.OR, Role.VERSUS, Role.BREAK, *others)]
    return any(not (_is_a_name(clause, at - 1) and _is_a_name(clause, at + 1)) for at in joints)


def _is_a_name(clause: Clause, at: int) -> bool:
    """As on both sides of the "and" of "how many hours are Ana and Ben booked", which joins nothing else."""
    span = clause.span(at) if at < len(clause.spans) else clause.span(None)
    return span.one(NameWord) is not None and span.role(Role.LEAVE_KIND) is None
