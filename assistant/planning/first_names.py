"""First names that are words of ours or times, where nobody but somebody can be meant: written out in full.

    projects April worked on          projects April Jones worked on
    how many days has will got off    how many days has Will Turner got off
    is May booked next week           is May Chen booked next week
    does Bill still owe us hours      does Bill Gates still owe us hours

Whatever reads the question after this finds a name in full, which is neither a month nor a verb.
"""

from collections.abc import Sequence

from assistant.outcome import Clarification
from assistant.planning import misunderstandings
from assistant.planning.dates_words import MONTHS, SEASONS, WEEKDAYS
from assistant.planning.grammar import runs
from assistant.planning.here import Here
from assistant.planning.tokens import Token, tokenize
from assistant.planning.words import phrases

TIMES = MONTHS.keys() | WEEKDAYS.keys() | {*SEASONS}
HELPING = frozenset(phrases("did, does, has, had, is, was, will, are, were, have, can, could, should, would"))
ASKING = frozenset(phrases("what, who, where, when, how"))
WORKING = frozenset(phrases("""
    log, logs, logged, logging, track, tracks, tracked, tracking, work, works, worked, working, workin, spend, spends,
    spent, book, booked, off, away, sick, ill, got, taken, take, took, owe, owes
"""))  # fmt: skip
"""What somebody does or is, and no month."""

DOES = frozenset(phrases("did, does, has, had"))
HAS = frozenset(phrases("have, any, had, still, ever, even, actually, also, already"))
"""Behind "does", and before the rest of what somebody does, no month stands before these."""

OF_NUMBERS = frozenset(phrases("target, plan, budget, track, by, course, pace"))
"""As in "was April off target": no absence."""

BY_ITSELF = frozenset(phrases("works, worked, logs, logged, tracks, tracked, spent, spends, booked"))
"""As in "projects April worked on": done by whoever stands before it."""

GIVEN_TO = frozenset(phrases("assigned, given, handed, allocated, reporting, reports"))
"""Before "to" these say that somebody follows."""

IN_PLACE_OF = frozenset({("cover", "for"), ("covers", "for"), ("covering", "for"), ("stand", "in"), ("instead", "of")})
LEAVING_OUT = frozenset(phrases("but, except, excluding, besides, without"))
EVERYBODY = frozenset(phrases("everyone, everybody, anyone, anybody, nobody, people, who"))
TIMES_FOLLOW = frozenset(phrases("""
    in, since, until, till, by, during, before, after, between, last, this, next, every, each, to, from, of, for, on,
    over, early, mid, late, through, end, beginning, start, the, a, an, our, your
"""))  # fmt: skip
NO_NAMES_FOLLOW = TIMES_FOLLOW - {"of", "for", "from", "to"}
"""Before these no season is meant: "the planned leave of Summer"."""

ARTICLES = frozenset(phrases("the, a, an, this, that, each, every, our, your, no"))
JOINED = frozenset(phrases("and, or, &"))
HELD_AGAINST = frozenset(phrases("vs, versus"))
OF_ALL = frozenset(phrases("average, everyone, everybody, team, mean, rest, others"))


def in_full(here: Here) -> Here:
    """The question with each such first name in full, where one person alone is called so."""
    alike = here.vocabulary.first_names
    tokens = tokenize(here.text)
    if not any(one.word in alike for one in tokens):
        return here
    text, is_title = here.text, _is_title(tokens)
    for at in reversed(range(len(tokens))):
        whose = alike.get(tokens[at].word, ())
        if len(whose) == 1 and _is_one_word(tokens, at, here) and _is_somebody(tokens, at, is_title=is_title):
            text = f"{text[: tokens[at].start]}{whose[0]}{text[tokens[at].end :]}"
    return here.saying(text)


def which(here: Here) -> Clarification | None:
    """Who is asked back, where several are called so and nothing but one of them can be meant."""
    alike = here.vocabulary.first_names
    tokens = tokenize(here.text)
    for at, token in enumerate(tokens) if any(one.word in alike for one in tokens) else ():
        whose = alike.get(token.word, ())
        is_word = token.word in TIMES or not token.is_capital
        if len(whose) > 1 and is_word and _is_one_word(tokens, at, here) and _is_somebody(tokens, at, is_title=True):
            options = [here.instead((token.start, token.end), one) for one in whose]
            return misunderstandings.which_name(token.text, whose, options)
    return None


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether capitals are a way of writing here, and make no name."""
    said = [one for one in tokens[1:] if one.text[:1].isalpha()]
    return 2 * sum(one.is_capital for one in said) > len(said)


def _is_one_word(tokens: Sequence[Token], at: int, here: Here) -> bool:
    """Whether the word is no part of a longer name, known or not: nobody is called Will in "Will Turner's hours"."""
    beside = [tokens[place] for place in (at - 1, at + 1) if 0 < place < len(tokens)]
    if tokens[at].is_capital and any(one.is_capital and one.text.isalpha() for one in beside):
        return False
    names = here.vocabulary.names
    first = max(at - 1, 0)
    found = (one for place in {first, at} for one in runs(tokens, range(len(tokens)), place, names, frozenset()))
    return not any(at in one.places and len(one.places) > 1 for one in found)


def _is_somebody(tokens: Sequence[Token], at: int, *, is_title: bool) -> bool:
    token = tokens[at]
    is_time = token.word in TIMES
    before, following = _said(tokens, at - 1), _said(tokens, at + 1)
    if not is_time and at and token.is_capital and not is_title:
        return before not in ARTICLES
    if token.word in SEASONS and token.is_capital and (following == "'s" or (at and before not in NO_NAMES_FOLLOW)):
        return not is_title
    return (
        _does(tokens, at, before, following)
        or (following in BY_ITSELF and before not in TIMES_FOLLOW | HELPING and at > 0)
        or (before == "to" and _said(tokens, at - 2) in GIVEN_TO)
        or (_said(tokens, at - 2), before) in IN_PLACE_OF
        or (before in LEAVING_OUT and _said(tokens, at - 2) in EVERYBODY)
        or (token.is_capital and not at and following in HELD_AGAINST and _is_held_against_all(tokens))
        or (token.is_capital and not at and following == ":" and not is_time)
    )


def _said(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.casefold() if 0 <= at < len(tokens) else ""


def _does(tokens: Sequence[Token], at: int, before: str, following: str) -> bool:
    """As in "did May log", "has will got", "does April have any leave", "are April and May booked"."""
    does = following in WORKING and not (following == "off" and _said(tokens, at + 2) in OF_NUMBERS)
    if before in HELPING or (before == "'s" and _said(tokens, at - 2) in ASKING):
        together = following in JOINED and _said(tokens, at + 3) in WORKING
        return does or together or (before in DOES and following in HAS)
    return does and before in JOINED and _said(tokens, at - 3) in HELPING


def _is_held_against_all(tokens: Sequence[Token]) -> bool:
    """As in "April vs the Design team average utilization"."""
    return not OF_ALL.isdisjoint(one.text.casefold() for one in tokens)
