"""Covers a question with known words: the fewest spans that leave the fewest words over."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from assistant.planning.dates_words import DIRECTIONS, SEASONS
from assistant.planning.numbers_written import number_in
from assistant.planning.tokens import Token, is_plural, key
from assistant.planning.vocabulary import (
    COMMON,
    ClosedWord,
    DimensionWord,
    MetricWord,
    NameWord,
    NumberWord,
    PeriodWord,
    Phrases,
    Sense,
    Vocabulary,
)
from assistant.planning.words import Role
from assistant.planning.written_as_names import BEFORE_A_NAME, as_written, takes_whose, written_as_names

if TYPE_CHECKING:
    from assistant.planning.dates import Found

SKIPPED = frozenset(key("the a an our your their its 's that is are was were been has have had we did do does"))
"""Words that may stand within a phrase without changing it: "share of (our) hours (that was) billable"."""

SIGNS = frozenset({",", "."})
"""Signs that may stand within a name: "Acme, Inc."."""

WITHIN_NAMES = SKIPPED | SIGNS

LEFT_OVER = 1000
ONE_SPAN = 10
PART_OF_A_NAME = 12
WHOLE_NAME = 1

S = TypeVar("S", bound=Sense)


class Span(NamedTuple):
    """Words that belong together, by their places among the tokens, and all that they may mean."""

    places: tuple[int, ...]
    senses: tuple[Sense, ...]

    @property
    def first(self) -> int:
        """The place of its first word."""
        return self.places[0]

    @property
    def last(self) -> int:
        """The place of its last word."""
        return self.places[-1]

    def all(self, kind: type[S]) -> tuple[S, ...]:
        """Its senses of one kind."""
        return tuple(one for one in self.senses if isinstance(one, kind))

    def one(self, kind: type[S]) -> S | None:
        """Its first sense of one kind."""
        for one in self.senses:
            if isinstance(one, kind):
                return one
        return None

    def role(self, *roles: Role) -> ClosedWord | None:
        """Its closed word with one of these roles."""
        for one in self.senses:
            if isinstance(one, ClosedWord) and one.role in roles:
                return one
        return None

    @property
    def is_only_a_name(self) -> bool:
        """Whether it means nothing but what something is called by."""
        for one in self.senses:
            if not isinstance(one, NameWord):
                return False
        return bool(self.senses)

    @property
    def is_known(self) -> bool:
        """Whether it means anything at all."""
        return bool(self.senses)


def cover(tokens: Sequence[Token], vocabulary: Vocabulary, periods: Iterable["Found"]) -> tuple[Span, ...]:
    """The question as spans in order; a word nobody knows is a span without senses.

    Names and periods are found first. They may stand within a phrase ("how much of the Apollo budget is used"),
    so the phrases are looked for again in what is left without them.
    """
    seasons = list(_seasons(tokens, vocabulary))
    everywhere = [place for place in range(len(tokens)) if all(place not in span.places for span in seasons)]
    anywhere = list(_meant(tokens, everywhere, vocabulary))
    whole = as_written(best(everywhere, [*found_periods(tokens, periods), *anywhere]), tokens, vocabulary)
    fixed = [
        span
        for span in whole
        if span.one(PeriodWord) or (span.is_only_a_name and not _may_be_of_a_phrase(span, tokens, vocabulary))
    ]
    taken = {place for span in fixed for place in span.places}
    rest = [place for place in everywhere if place not in taken]
    begins = {span.first for span in fixed if span.one(PeriodWord)}
    if not seasons and not _may_be_read_anew(rest, taken, tokens):
        ends = (span for span in anywhere if span.last + 1 in begins and taken.isdisjoint(span.places))
        if not any(_ends_before_a_period(span, tokens, begins, vocabulary) for span in ends):
            return whole
    meant = (span for span in _meant(tokens, rest, vocabulary) if _may_be_split(span, taken, tokens))
    again = best(rest, (span for span in meant if not _ends_before_a_period(span, tokens, begins, vocabulary)))
    return tuple(sorted((*fixed, *again, *seasons), key=lambda span: span.first))


def _may_be_read_anew(rest: Sequence[int], taken: set[int], tokens: Sequence[Token]) -> bool:
    """Whether words stand on both sides of what is taken, so that a phrase may reach over it.

    Where they do not, the cheapest cover of what is left is that part of the cheapest cover of all.
    """
    words = [place for place in rest if tokens[place].text[:1].isalnum() or tokens[place].text[:1] == "'"]
    return bool(words) and any(words[0] < place < words[-1] for place in taken)


BEFORE_A_SEASON = DIRECTIONS.keys() | {"in", "during", "over", "since", "until"}


def _seasons(tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Span]:
    """As in "hours this spring": no days two people would agree on, and no part of a project called by it."""
    for place, (first, then) in enumerate(pairwise(tokens)):
        following = tokens[place + 2].word if place + 2 < len(tokens) else ""
        in_a_name = (then.word, following) in vocabulary.names.beginnings
        in_a_name = in_a_name or (then.is_capital and not _is_a_first_name(then.word, vocabulary))
        if first.word in BEFORE_A_SEASON and then.word in SEASONS and not in_a_name:
            yield Span((place, place + 1), ())


def _is_a_first_name(word: str, vocabulary: Vocabulary) -> bool:
    """As in "hours in Summer", where somebody, and nothing else, is called so."""
    senses = vocabulary.names.senses.get((word,), ())
    return bool(senses) and all(isinstance(one, NameWord) and one.dimension == "person" for one in senses)


def _may_be_of_a_phrase(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As the "long" of "how long will it last", where somebody is called Long: in small letters it may be both."""
    first = tokens[span.first]
    return len(span.places) == 1 and not first.is_capital and first.word in vocabulary.in_phrases


def _meant(tokens: Sequence[Token], places: Sequence[int], vocabulary: Vocabulary) -> Iterator[Span]:
    """The candidates without names that are rankings here, and without phrases that swallow a name."""
    names = written_as_names(tokens, vocabulary)
    found = list(candidates(tokens, places, vocabulary))
    whole = [set(one.places) for one in found if len(one.places) > 1 and _is_written_whole(one, tokens)]
    loses = loses_money(tokens)
    strange = {at for at, one in enumerate(tokens) if not one.text.isascii() and _is_a_name(one, vocabulary)}
    for one in found:
        if strange and len(one.places) > 1 and strange & set(one.places) and not one.is_only_a_name:
            continue
        if loses and tokens[one.last].word in LOSE and one.role(Role.UNMEASURED):
            continue
        if len(one.places) == 1 and not one.is_only_a_name:  # nothing that is found below is so
            yield one
            continue
        if any(0 < len(name & set(one.places)) < min(len(name), len(one.places)) for name in whole):
            continue
        swallows = len(one.places) > 1 and names & set(one.places) and not one.one(NameWord)
        if (
            swallows
            or takes_whose(one, tokens, vocabulary)
            or _takes_a_name(one, tokens)
            or _is_a_ranking(one, tokens, vocabulary)
        ):
            continue
        if (
            _is_of_this_one(one, tokens)
            or _takes_the_beginning(one, tokens, vocabulary)
            or _is_what_may_be(one, tokens)
            or _is_whose(one, tokens)
        ):
            continue
        if _is_several_of_a_kind(one, tokens, vocabulary) or _is_of_each(one, tokens, vocabulary):
            continue
        if not _is_a_word_of_its_own(one, tokens, vocabulary):
            yield one


def _is_a_name(token: Token, vocabulary: Vocabulary) -> bool:
    """As the "Groß" of "Groß utilization", which is no gross utilization: no phrase of ours is written so."""
    return (token.word,) in vocabulary.names.senses


def _is_of_this_one(span: Span, tokens: Sequence[Token]) -> bool:
    """As the "week by week" of "hours this week by week": this one is asked about, by what is in it."""
    said = [tokens[place].word for place in span.places] if len(span.places) == len(("week", "by", "week")) else []
    return said[:1] == said[2:] and said[1:2] == ["by"] and span.first > 0 and tokens[span.first - 1].word == "this"


LOSE = frozenset({"lose", "losing", "lost"})


def loses_money(tokens: Iterable[Token]) -> bool:
    """As in "which client did we lose the most money on": money is lost, and neither clients nor deals are."""
    words = [one.word for one in tokens]
    if "money" not in words or "deal" in words:
        return False
    for at in [place for place, word in enumerate(words) if word in LOSE]:
        behind = takewhile(lambda word: word not in BETWEEN, words[at + 1 : at + NEAR])
        before = takewhile(lambda word: word not in BETWEEN, words[max(0, at - NEAR + 1) : at][::-1])
        if "money" in (*behind, *before):
            return True
    return False


BETWEEN, NEAR = frozenset({"and", ",", "but", "or", ";", "."}), 5
"""What is lost, and the money, stand together: "clients did we lose and how much money do they owe" is no loss."""


def _is_written_whole(span: Span, tokens: Sequence[Token]) -> bool:
    """As in "Bill Free's hours": a name of several words, as it is written, of which no phrase takes the end."""
    names = [one for one in span.all(NameWord) if one.is_whole] if len(span.places) > 1 else []
    said = [tokens[place].text for place in span.places]
    written = all(not one.islower() for one in said) or (span.first > 0 and tokens[span.first].is_capital)
    return any(one.label.split() == said for one in names) and written


def _is_several_of_a_kind(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "show me the teams with …", where "the team" alone says no more than "we": these are rows."""
    last = tokens[span.last]
    if len(span.places) == 1 or not span.role(Role.FILLER) or not is_plural(last):
        return False
    return any(isinstance(one, DimensionWord) for one in vocabulary.shared.senses.get((last.word,), ()))


EACH = frozenset({"each", "every"})
ACTED_ON = frozenset({"us", "the", "most", "more", "less", "over", "least"})
"""As in "which vendor cost us the most": before these a word for a measure is what somebody did."""


ANY = frozenset({"any", "which"})


def _is_of_any(tokens: Sequence[Token], first: int) -> bool:
    """As in "will any budgets overrun", "which of my budgets overrun": several of them, of which some may."""
    if not is_plural(tokens[first]):
        return False
    before = [one.word for one in tokens[max(0, first - 3) : first]]
    return before[-1] == "any" or (before[1:2] == ["of"] and before[0] in ANY)


def _is_of_each(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "what did each project cost", "which project cost us most": the noun is of no phrase for a measure."""
    if len(span.places) == 1 or not span.first or not span.one(MetricWord):
        return False
    before, following = tokens[span.first - 1].word, tokens[span.last + 1 : span.last + 2]
    acts = before == "which" and bool(following) and following[0].word in ACTED_ON
    if before not in EACH and not acts and not _is_of_any(tokens, span.first):
        return False
    known, said = vocabulary.shared.senses, [tokens[place].word for place in span.places]
    return any(
        tuple(said[at + 1 :]) in known and any(isinstance(one, DimensionWord) for one in known.get((said[at],), ()))
        for at in range(len(said) - 1)
    )


def _is_whose(span: Span, tokens: Sequence[Token]) -> bool:
    """As in "Penny's cost", where somebody is called Penny Cost: what is told of her, and no name in full."""
    named = span.is_only_a_name and all(one.dimension == "person" for one in span.all(NameWord))
    within = [tokens[at].word for at in range(span.first, span.last) if at not in span.places]
    skipped = [tokens[at].word for at in span.places[:-1]]
    return named and "'s" in (*within, *skipped)


MAY, WHO_MAY = "may", frozenset(key("people i we you they he she who staff team everyone everybody anyone somebody"))
DONE_THEN = frozenset(key("still i we you they he she be not also never only take spend use work book"))
"""What stands around the "may" of "leave people may take", "what may we spend": nobody called May."""


def _is_what_may_be(span: Span, tokens: Sequence[Token]) -> bool:
    """As in "vacation people may still take", where somebody is called May: what is allowed, in small letters."""
    first = tokens[span.first]
    if first.text != MAY or len(span.places) > 1 or not span.is_only_a_name:
        return False
    before = tokens[span.first - 1].word if span.first else ""
    following = tokens[span.last + 1].word if span.last + 1 < len(tokens) else ""
    return before in WHO_MAY or following in DONE_THEN


IS = frozenset({"is", "are", "was", "were"})
DID = frozenset({"did", "do", "does", "have", "has"})
SHARE_OF = ("share", "of")


def _takes_the_beginning(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "are available hours up", "how did billable hours go": a longer name begins behind the first words."""
    shares = tuple(tokens[place].word for place in span.places[:2]) == SHARE_OF
    first = tokens[span.first].word
    how = first == "how" and tokens[span.first + 1].word in DID if len(span.places) > 1 else False
    if len(span.places) == 1 or not (shares or how or first in IS):
        return False
    begins = next((at for at in span.places[2 if shares else 1 :] if tokens[at].word not in SKIPPED), span.last)
    longer = runs(tokens, range(len(tokens)), begins, vocabulary.shared, SKIPPED)
    return any(one.last > span.last and one.one(MetricWord) for one in longer)


AFTER_A_NAME = frozenset({"in", "on", "for", "at"})


def _takes_a_name(span: Span, tokens: Sequence[Token]) -> bool:
    """As in "hours on Target", "revenue for Cash in May": a phrase of words on both sides of where a name stands."""
    if len(span.places) == 1 or span.one(NameWord) or span.one(PeriodWord):
        return False
    for at in span.places:
        if at and tokens[at].text.istitle() and tokens[at - 1].text in BEFORE_A_NAME:
            following = tokens[at + 1].text if at + 1 in span.places else ""
            longer = at == span.last and at + 1 < len(tokens) and tokens[at + 1].text.istitle()
            if at - 1 in span.places or following in AFTER_A_NAME or longer:
                return True
    return False


DIFFERENCES = frozenset({"gap", "difference", "variance", "delta"})


def _is_a_word_of_its_own(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "next steps for Acme", where a client is called "Next": a small word before one that means nothing here."""
    first, said = tokens[span.first], tuple(tokens[place].word for place in span.places[1:])
    if not span.is_only_a_name or first.is_capital:
        return False
    if said:  # "clients by revenue with the hours", where one is called The Hours
        return first.word == "the" and said in vocabulary.shared.senses and tokens[span.last].text.islower()
    following = tokens[span.last + 1] if span.last + 1 < len(tokens) else None
    if following is not None and first.word in DIFFERENCES and following.word == "between":
        return True
    if following is None or first.word not in COMMON:
        return False
    senses = vocabulary.shared.senses.get((following.word,), ())
    if following.text.isdigit() or any(isinstance(one, NumberWord) for one in senses):  # "next three milestones"
        return True
    known = vocabulary.shared.beginnings | vocabulary.names.beginnings
    return following.text[0].isalpha() and (following.word,) not in known


def _is_a_ranking(span: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """As in "top 10 projects", where something is called "Top 10": a rank, a number, and several of a kind after."""
    first, number = tokens[span.first], tokens[span.last]
    if not span.is_only_a_name or len(span.places) != len(("top", "10")) or not number.text.isdigit():
        return False
    ranks = any(
        isinstance(one, ClosedWord) and one.role is Role.RANK for one in vocabulary.shared.senses.get((first.word,), ())
    )
    following = tokens[span.last + 1] if span.last + 1 < len(tokens) else None
    nouns = vocabulary.shared.senses.get((following.word,), ()) if following and is_plural(following) else ()
    return ranks and any(isinstance(one, DimensionWord) for one in nouns)


WITHOUT_IN = frozenset({"last", "next", "this", "previous", "current", "the", "today", "tomorrow", "yesterday"})
"""Before these a period has no "in": "money coming in next month"."""


def _ends_before_a_period(span: Span, tokens: Sequence[Token], begins: set[int], vocabulary: Vocabulary) -> bool:
    """As in "who brought in the most money in 2025": its last "in" belongs to the year, and money is a word alone."""
    rest = tuple(tokens[place].word for place in span.places[:-1])
    is_phrase = span.one(MetricWord) is not None and rest in vocabulary.shared.senses
    if not is_phrase or span.last + 1 not in begins or tokens[span.last].word != "in":
        return False
    return tokens[span.last + 1].word not in WITHOUT_IN


def _may_be_split(span: Span, taken: set[int], tokens: Sequence[Token]) -> bool:
    """Only a phrase for a metric may have a name or period within it; "on the Apollo budget" is not "on budget"."""
    is_split = any(place in taken for place in range(span.first, span.last))
    return not is_split or (span.one(MetricWord) is not None and tokens[span.first].word != "on")


def found_periods(tokens: Sequence[Token], periods: Iterable["Found"]) -> Iterator[Span]:
    """The stretches of time that were found, as spans."""
    for found in periods:
        start, end = found.span
        places = tuple(place for place, token in enumerate(tokens) if token.start < end and token.end > start)
        if len(places) > 1 and tokens[places[-1]].text == ".":  # it ends the sentence
            places = places[:-1]
        if places:
            yield Span(places, (PeriodWord(found),))


def candidates(tokens: Sequence[Token], places: Sequence[int], vocabulary: Vocabulary) -> Iterator[Span]:
    """Every run of words that means something, with all its meanings."""
    for at, place in enumerate(places):
        first = (tokens[place].word,)
        if first in vocabulary.shared.beginnings:
            yield from runs(tokens, places, at, vocabulary.shared, SKIPPED)
        if first in vocabulary.names.beginnings:
            yield from runs(tokens, places, at, vocabulary.names, WITHIN_NAMES)
        value = number_in(tokens[place].text)
        if value is not None:
            yield Span((place,), value)


LONGEST_RUN = 20
"""Over how many words one phrase may stretch, with those between that are skipped."""


def runs(
    tokens: Sequence[Token], places: Sequence[int], at: int, phrases: Phrases, skipped: frozenset[str]
) -> Iterator[Span]:
    """The phrases that begin at one place, with and without the words that may be skipped."""
    open_ends: list[tuple[int, tuple[str, ...]]] = [(at, ())]
    end, beginnings, senses = min(len(places), at + LONGEST_RUN), phrases.beginnings, phrases.senses
    while open_ends:
        position, said = open_ends.pop()
        if position >= end:
            continue
        word = tokens[places[position]].word
        longer = (*said, word)
        if longer in beginnings:
            open_ends.append((position + 1, longer))
            if longer in senses:
                yield Span(tuple(places[at : position + 1]), senses[longer])
        # "Free that day" is no "free day".
        points = word == "that" and position + 1 < end and tokens[places[position + 1]].word in {"day", "week", "month"}
        if said and word in skipped and not points and not _is_a_subject(said, tokens[places[position - 1]], phrases):
            open_ends.append((position + 1, said))


def _is_a_subject(said: tuple[str, ...], last: Token, phrases: Phrases) -> bool:
    """Whether these are things that do something: "budgets have used …" is no "budget used"."""
    return is_plural(last) and any(isinstance(one, DimensionWord) for one in phrases.senses.get(said, ()))


def best(places: Sequence[int], spans: Iterable[Span]) -> tuple[Span, ...]:
    """The cheapest cover of these places: first as few words left over, then as few spans, as can be."""
    by_start: dict[int, dict[tuple[int, ...], Span]] = {}
    for span in spans:
        here = by_start.setdefault(span.first, {})
        known = here.get(span.places)
        here[span.places] = Span(span.places, tuple(dict.fromkeys((*known.senses, *span.senses)))) if known else span
    position_of = {place: position for position, place in enumerate(places)}
    costs: list[tuple[int, Span | None]] = [(0, None)] * (len(places) + 1)
    for position in range(len(places) - 1, -1, -1):
        place = places[position]
        least, chosen = LEFT_OVER + costs[position + 1][0], None
        there = by_start.get(place, {}).values()
        for span in sorted(there, key=_fewer_words) if len(there) > 1 else there:
            if not all(map(position_of.__contains__, span.places)):
                continue
            cost = _cost(span) + costs[position_of[span.last] + 1][0]
            if cost < least:
                least, chosen = cost, span
        costs[position] = (least, chosen or Span((place,), ()))
    return tuple(_chosen(costs, position_of))


def _fewer_words(span: Span) -> int:
    return -len(span.places)


def _cost(span: Span) -> int:
    """A whole name of several words is hardly anything else: "hours is Budget Air" has no hours of a budget in it."""
    if span.senses and not span.is_only_a_name:
        return ONE_SPAN
    is_whole = any(one.is_whole for one in span.all(NameWord))
    if is_whole:
        return WHOLE_NAME if len(span.places) > 1 else ONE_SPAN
    return PART_OF_A_NAME


def _chosen(costs: Sequence[tuple[int, Span | None]], position_of: dict[int, int]) -> Iterator[Span]:
    position = 0
    while position < len(costs) - 1:
        span = costs[position][1]
        if span is None:
            return
        yield span
        position = position_of[span.last] + 1
