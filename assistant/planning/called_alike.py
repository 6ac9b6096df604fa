"""Words of ours by which something visible is called, too: none is passed over, and what it was taken for is said.

    may utilization              May Chen's, where somebody is called so: nothing else in it can be meant by "may"
    target revenue               asked back: of the client Target, or against the target
    hours on monday              of that day, and the answer says that it is not of the client Monday
    will we hit target           a question, of nobody called Will; the target is told, and that no client is meant

A number for everybody, where a name was asked for, looks like any other. So what a question names is looked for in the
plan that was made of it; what is not there is looked for again in the question.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.dates import Found, find_periods
from assistant.planning.grammar import SKIPPED, Span, runs
from assistant.planning.here import Here
from assistant.planning.labels import JOINTS
from assistant.planning.names import the_larger
from assistant.planning.questions import as_question
from assistant.planning.small_letters import is_of_a_measure
from assistant.planning.tokens import Token, key, tokenize
from assistant.planning.vocabulary import ClosedWord, DimensionWord, MetricWord, NameWord, Sense
from assistant.planning.words import Role, phrases
from assistant.query import Plan, Query

Planned = Plan | Clarification | NoData | Unsupported | Learned | ToLookAfter
Again = Callable[[str], Planned]

CALLED = ("person", "client", "project", "team", "deal", "service")
"""What is called by names that people say by themselves."""

TIME_FOLLOWS = frozenset(
    phrases("in, since, until, till, by, during, before, after, between, last, this, next, every, each, to, from, and")
)
"""After these a month or a weekday is a time: "in may", "next monday"."""

OF_ALL = frozenset(phrases("total, overall, whole, entire, all, average"))
"""Before a measure these say how it is told: "total revenue"."""

SPOKEN = frozenset(
    phrases("""
    i, we, us, you, he, she, it, they, them, who, whom, whose, what, which, how, when, where, why, there, people,
    is, are, was, were, be, been, do, does, did, has, have, had, can, could, should, shall, might, must, would, will,
    may, go, make, hit, meet, reach, need, want, expect, see, think, know, let, if, that, so, because, not, n't,
    's, 're, 've, 'm, 'll, 'd
    """)
)
"""What sentences have, and no bare row of nouns such as "target revenue q3"."""

MOVING = frozenset({Role.CHANGE, Role.TREND})

HELPING = frozenset(phrases("will, may, might, can"))
"""Before somebody, or a verb, these only ask: "will we hit it"."""

BEFORE_SOMEBODY = frozenset(phrases("is, are, was, were, does, did, has, and, or, for, of, about, with, vs, than"))
"""After these such a word, at the end of what is said, is somebody: "how busy is will"."""

LEADING = frozenset(phrases("for, of, with, from, without, except, excluding"))
"""After these stands what something is called."""

CLOSING = frozenset(phrases("?, ., !, last, this, next, in, on, since, today, tomorrow, now, currently, or, and"))


@dataclass(frozen=True)
class Alike:
    """Words of the question that something is called by, what stands around them, and all that is called so."""

    span: Span
    place: tuple[int, int]
    tokens: Sequence[Token]
    names: tuple[NameWord, ...]
    others: tuple[Sense, ...]
    """What else they may mean."""

    times: tuple[Found, ...]
    """The times of the question that they are said in, alone."""

    here: Here

    @property
    def said(self) -> str:
        """As it was written."""
        return self.here.text[slice(*self.place)]

    @property
    def before(self) -> str:
        """The word right before."""
        return self.tokens[self.span.first - 1].text.casefold() if self.span.first else ""

    @property
    def following(self) -> str:
        """The word or sign right behind."""
        at = self.span.last + 1
        return self.tokens[at].text.casefold() if at < len(self.tokens) else ""

    @property
    def at(self) -> tuple[Sequence[Token], int, str]:
        """The words of the question, where among them it stands, and behind which."""
        return self.tokens, self.span.first, self.before

    @property
    def is_bare(self) -> bool:
        """Whether the question is a row of nouns and no sentence, but for these words."""
        rest = [one for at, one in enumerate(self.tokens) if at not in self.span.places]
        return all(one.text.casefold() not in SPOKEN for one in rest) and self.before != "'s"

    @property
    def is_time(self) -> bool:
        """Whether it can be a time, said in this question or not."""
        return bool(find_periods(f"in {self.said}", self.here.today, self.here.calendar))

    @property
    def asks_only(self) -> bool:
        """Whether it can be a verb that helps asking, or the month of "may hours", and nothing else."""
        return self.said.casefold() in HELPING and not self.times


def told(made: Planned, here: Here, again: Again, before: Plan | None = None) -> Planned:
    """What was planned, or what is planned or asked instead where a name was passed over; what words were taken for.

    A follow-up that changes nothing of the plan `before` has passed over what it says.
    """
    for one in called_alike(here):
        if _is_told(one, made):
            continue
        is_same = before is not None and isinstance(made, Plan) and _written(made) == _written(before)
        meant = _meant(one, again) if is_same else _instead(one, made, again)
        if meant is not None:
            return meant
        if isinstance(made, Plan) and _is_worth_saying(one, made):
            taken = "time" if one.times else "word"
            made = _saying(made, f"“{one.said}” was read as the {taken}, and not as {_kind_and(one.names[0])}.")
    return made


def called_alike(here: Here) -> list[Alike]:
    """Whole names, and what somebody is called, that are words of ours, too; the longest at each place."""
    tokens = tokenize(here.text)
    found: list[Alike] = []
    at = 0
    begun = here.vocabulary.names.beginnings
    while at < len(tokens):
        if (tokens[at].word,) not in begun:
            at += 1
            continue
        found_here = runs(tokens, range(len(tokens)), at, here.vocabulary.names, SKIPPED)
        spans = [one for one in found_here if _names(one, tokens)]
        span = max(spans, key=lambda one: one.last, default=None)
        if span is not None:
            one = _alike(span, tokens, here)
            found += [one] if one else []
            at = span.last
        at += 1
    return found


def _alike(span: Span, tokens: Sequence[Token], here: Here) -> Alike | None:
    place = tokens[span.first].start, tokens[span.last].end
    said = here.text[slice(*place)]
    others = here.vocabulary.shared.senses.get(tuple(tokens[one].word for one in span.places), ())
    found = find_periods(here.text, here.today, here.calendar)
    times = tuple(one for one in found if one.span[0] <= place[0] and place[1] <= one.span[1])
    one = Alike(span, place, tokens, the_larger(_names(span, tokens), here), others, times, here)
    return one if (others or one.is_time) and said not in JOINTS else None


def _names(span: Span, tokens: Sequence[Token]) -> tuple[NameWord, ...]:
    """What is called so as a whole, and whose first name it is."""
    return tuple(
        one
        for one in span.all(NameWord)
        if one.dimension in CALLED and (one.is_whole or (one.dimension == "person" and _calls(span, one, tokens)))
    )


def _calls(span: Span, one: NameWord, tokens: Sequence[Token]) -> bool:
    """Whether a word is somebody's first name, or a surname written as one: "list all" names nobody called List."""
    words = key(one.label)
    is_alone = len(span.places) == 1 and len(words) > 1
    first = tokens[span.first]
    return is_alone and ((first.is_capital and span.first > 0) or words[0] == first.word)


def _is_told(one: Alike, made: Planned) -> bool:
    """Whether the plan is about it, or what is asked back says it."""
    if isinstance(made, Plan):
        return bool(made.not_planned) or any(_holds(one, query) for query in made.queries)
    options = getattr(made, "options", ())
    if isinstance(made, Unsupported) or len(options) == 1:  # the words are what was not understood
        return False
    texts = [getattr(made, "text", ""), *options]
    return any(f"“{one.said}”".casefold() in text.casefold() for text in texts) or any(
        name.label in text for name in one.names for text in texts
    )


def _holds(one: Alike, query: Query) -> bool:
    parts = [query.derived.part] if query.derived else []
    both = [query.in_each.every, query.in_each.none] if query.in_each else []
    those = [each for condition in query.conditions for some in condition.some for each in some.where]
    labels = {
        word for each in (*query.where, *parts, *both, *those) if each for name in each.names for word in key(name)
    }
    return set(key(one.said)) <= labels or query.notes is not None


def _instead(one: Alike, made: Planned, again: Again) -> Planned | None:
    """What is planned with the name, or asked, where the words were passed over or may as well be the name."""
    if one.asks_only:
        alone = one.before in BEFORE_SOMEBODY and (not one.following or one.following in CLOSING)
        return _meant(one, again, month=one.is_bare) if one.is_bare or alone else None
    if one.is_time:
        return _meant(one, again, month=True) if _may_be_no_time(one) else None
    if one.following == "'s" and not _is_a_noun(one):
        return _meant(one, again)
    if not (one.is_bare or one.before in LEADING) or _is_said_of_it(one) or is_of_a_measure(*one.at):
        return None
    if not isinstance(made, Plan) or _is_named_alone(one, made) or _is_passed_over(one, made, again):
        return _meant(one, again)
    return _either(one, made, again) if one.is_bare and _beside_a_measure(one) else None


def _may_be_no_time(one: Alike) -> bool:
    """As in "june's absence days", where somebody is called June, and "monday hours", where a client is."""
    if not one.times or len(one.span.places) > 1:
        return False
    of_work = any(name.dimension != "person" for name in one.names)
    stands_alone = one.is_bare and of_work and one.before not in (*TIME_FOLLOWS, "on") and _beside_a_measure(one)
    return one.following == "'s" or stands_alone


def _is_named_alone(one: Alike, made: Plan) -> bool:
    """As in "margin of target last month": behind "of" and before nothing, and no measure that is told by it."""
    alone = one.before in LEADING and (not one.following or one.following in CLOSING)
    return alone and not _is_a_noun(one) and not _is_asked_for(one, made)


def _is_a_noun(one: Alike) -> bool:
    """As in "people's hours", where a client is called People: rows are told apart by it."""
    return any(isinstance(word, DimensionWord) for word in one.others)


def _beside_a_measure(one: Alike) -> bool:
    """Whether what is measured stands right before or behind it."""
    tokens, shared = one.tokens, one.here.vocabulary.shared
    everywhere = range(len(tokens))
    behind = runs(tokens, everywhere, one.span.last + 1, shared, SKIPPED)
    before = (found for at in range(one.span.first) for found in runs(tokens, everywhere, at, shared, SKIPPED))
    return any(found.one(MetricWord) for found in behind) or any(
        found.one(MetricWord) and found.last == one.span.first - 1 for found in before
    )


def _is_said_of_it(one: Alike) -> bool:
    """As in "total revenue", "free hours", "revenue growth", "growth in revenue": how it is told or moved, or which."""
    roles = {word.role for word in one.others if isinstance(word, ClosedWord)}
    if one.said.casefold() in OF_ALL or (roles & MOVING and (one.span.first or _moved_in(one))):
        return True
    tokens, shared = one.tokens, one.here.vocabulary.shared
    first, last = one.span.first, one.span.last
    said = (found for at in range(first + 1) for found in runs(tokens, range(len(tokens)), at, shared, frozenset()))
    return any(found.last >= last and len(found.places) > last - first + 1 for found in said)


def _moved_in(one: Alike) -> bool:
    """As in "growth in revenue by client", where a team is called Growth."""
    shared, behind = one.here.vocabulary.shared, one.span.last + 2
    found = runs(one.tokens, range(len(one.tokens)), behind, shared, SKIPPED) if one.following in ("in", "of") else ()
    return any(each.one(MetricWord) for each in found)


def _is_passed_over(one: Alike, made: Plan, again: Again) -> bool:
    """Whether the question without these words is planned the same: they carried nothing."""
    without = again(" ".join(one.here.instead(one.place, "").split()))
    return isinstance(without, Plan) and _written(without) == _written(made)


def _written(plan: Plan) -> list[Query]:
    return [replace(one, understood="", period_said="") for one in plan.queries]


def _meant(one: Alike, again: Again, *, month: bool = False) -> Planned | None:
    """The plan of what is called so, a question where several things are; nothing where it can be asked of none."""
    options = _options(one)
    if month and not _other_times(one) and _as_a_time(one):
        options["the day" if one.said.casefold().endswith("day") else "the month"] = _as_a_time(one)
    planned = {said: again(text) for said, text in options.items()}
    kept = {said: options[said] for said, found in planned.items() if isinstance(found, Plan)}
    if not kept:
        return None
    if len(kept) > 1:
        return misunderstandings.a_month_or_somebody(one.said, kept)
    said = next(iter(kept))
    found = planned[said]
    return _saying(found, f"“{one.said}” was read as {said}.") if isinstance(found, Plan) else None


def _options(one: Alike) -> dict[str, str]:
    return {_kind_and(name): one.here.instead(one.place, _kind_and(name)) for name in one.names}


def _kind_and(name: NameWord) -> str:
    return name.label if name.dimension == "person" else f"{DIMENSIONS[name.dimension].noun} {name.label}"


def _as_a_time(one: Alike) -> str:
    """The question with the month or the day as they are said: "utilization in may"."""
    if not one.is_time:
        return ""
    start, end = one.place
    end += len("'s") if one.following == "'s" else 0
    rest = f"{one.here.text[:start]}{one.here.text[end:]}".strip(" ?.!")
    preposition = "on" if one.said.casefold().endswith("day") else "in"
    return f"{' '.join(rest.split())} {preposition} {one.said}"


def _other_times(one: Alike) -> bool:
    found = find_periods(one.here.text, one.here.today, one.here.calendar)
    return any(each not in one.times for each in found)


def _either(one: Alike, made: Plan, again: Again) -> Clarification | None:
    """What is asked back, where the words carry something and may be the name as well; nothing where one is plain."""
    named = {said: text for said, text in _options(one).items() if isinstance(again(text), Plan)}
    as_word = {text: text for text in _in_full(one, made, again)}
    if not named or not as_word:
        return None
    options = (*named.values(), *as_word)
    told_apart = (*named, "the word")
    return misunderstandings.which_name(one.said, told_apart, options)


def _in_full(one: Alike, made: Plan, again: Again) -> Iterator[str]:
    """What was planned as questions that are read so, and by themselves: nothing in them is asked back."""
    for query in made.queries:
        text = as_question(query, one.here)
        if query.target:
            text = f"How is {text[:1].lower()}{text[1:]} against the target"
        elif one.said.casefold() in text.casefold():
            text = f"What is {text[:1].lower()}{text[1:]}"
        found = again(text)
        if isinstance(found, Plan) and [each.metrics for each in found.queries] == [query.metrics]:
            yield text


def _is_worth_saying(one: Alike, made: Plan) -> bool:
    """Whether somebody may have meant the name: not where a word only asks, or is all that is asked for."""
    if one.asks_only:
        return False
    if one.times:
        return one.before not in TIME_FOLLOWS
    if _is_a_noun(one):
        return False
    if all(name.dimension == "person" for name in one.names) and not one.is_bare:
        return False
    measures = any(isinstance(word, MetricWord) for word in one.others)
    return not measures or not _is_asked_for(one, made)


def _is_asked_for(one: Alike, made: Plan) -> bool:
    """Whether the words are those of what is told, or of its kind: the hours of "billable hours"."""
    own = {word.metric for word in one.others if isinstance(word, MetricWord)}
    if any(own & set(query.metrics) for query in made.queries):
        return True
    titles = [one.here.catalogue[name].title for query in made.queries for name in query.metrics]
    return any(set(key(one.said)) <= set(key(title)) for title in titles)


def _saying(made: Plan, note: str) -> Plan:
    """The plan whose answers say how a word was read."""
    queries = tuple(
        one if note in one.understood else replace(one, understood=f"{note} {one.understood}".strip())
        for one in made.queries
    )
    return replace(made, queries=queries)
