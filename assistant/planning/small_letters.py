"""Names typed in small letters that are ordinary words too: where only a name can stand, they are written as names.

    hours for will last month        hours for Will last month
    how many hours did may log       how many hours did May log
    revenue of open this year        revenue of Open this year, where a client is called Open

Everything after this reads capitals as it always does, so that a name in small letters is never passed over.
"""

from collections.abc import Sequence

from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.tokens import Token, key, one_number, tokenize
from assistant.planning.vocabulary import ClosedWord, DimensionWord, MetricWord, NameWord, Sense
from assistant.planning.words import Role, phrases

LEADING = frozenset({"for", "of", "with", "from", "without", "except", "excluding", "at", "but"})
"""After one of these a word alone is what something is called."""

ENDING = frozenset({"?", ".", "!", ",", ";", "&"}) | frozenset(phrases("""
    and, or, vs, versus, compared, in, on, during, since, until, by, per, last, this, next, between, from, over,
    yesterday, today, tomorrow, with, without, please
"""))  # fmt: skip
"""Before one of these, or at the end, the word stands alone."""

JOINED = frozenset({"and", "or", ",", "&", "vs", "versus", "to"})
"""Between months, as in "hours for may and june"."""

HELPING = frozenset(phrases("""
    did, does, has, had, is, was, will, do, are, were, have, can, could, should, would
"""))  # fmt: skip
DOING = frozenset(phrases("""
    leave, start, join, log, track, work, do, book, spend, bill, take, have, record, logged, tracked, worked, working,
    booked, doing, be, away, off, free, there, sick, over, under, behind, busy, fit, handle, squeeze, help, cover,
    absorb
"""))  # fmt: skip
"""As in "did may log": somebody does it."""


A_UNIT = frozenset({"per", "/", "a", "an", "each", "every"})
"""As in "revenue per hr"."""


def written_as_names(here: Here) -> Here:
    """The question with each such word as its name is written."""
    tokens = tokenize(here.text)
    called = [_called(one, here) for one in tokens]
    if not any(called):
        return here
    months = _months(here)
    text = here.text
    for at in reversed(range(len(tokens))):
        name = called[at]
        meant = name and (
            _stands_as_a_name(tokens, at, is_month=tokens[at].start in months, months=months)
            or _stands_among_names(tokens, at, months, here)
        )
        if meant and not _is_what_is_asked(tokens, at, here):
            text = f"{text[: tokens[at].start]}{name}{text[tokens[at].end :]}"
    return here.saying(text)


OF_SOMEBODY = frozenset(phrases("""
    accounts, clients, customers, projects, jobs, deals, productions, retainers, pitches, opportunities
"""))  # fmt: skip
"""What somebody looks after, as it is said behind their name."""

BEING_RESPONSIBLE = frozenset({"person", "account_manager", "project_manager", "owner"})


def with_whose(here: Here) -> Here:
    """As in "luka accounts revenue", "lukas clients": the apostrophe that was left out, for what is somebody's."""
    tokens = tokenize(here.text)
    text = here.text
    for at in reversed(range(len(tokens) - 1)):
        first, following = tokens[at], tokens[at + 1]
        before = tokens[at - 1].text.casefold() if at else ""
        if following.text.casefold() not in OF_SOMEBODY or before in ("by", "per", "of all"):
            continue
        name = first.text if _is_somebody(first.text, here) else first.text.removesuffix("s")
        is_another = name != first.text and _is_called(first.text, here)
        if _is_somebody(name, here) and not is_another:
            text = f"{text[: first.start]}{name}'s{text[first.end :]}"
    return here.saying(text)


def _is_called(said: str, here: Here) -> bool:
    """Whether anything here is called so, letter by letter: the client Lukas is no apostrophe left out."""
    senses = here.vocabulary.names.senses.get(key(said), ())
    return any(isinstance(one, NameWord) and said.casefold() in one.label.casefold().split() for one in senses)


def _is_somebody(said: str, here: Here) -> bool:
    """Whether somebody here, and nothing else, has this name."""
    senses = here.vocabulary.names.senses.get(key(said), ())
    exact = [one for one in senses if isinstance(one, NameWord) and said.casefold() in one.label.casefold().split()]
    is_word = bool(here.vocabulary.shared.senses.get(key(said))) or bool(find_periods(said, here.today, here.calendar))
    return bool(exact) and not is_word and all(one.dimension in BEING_RESPONSIBLE for one in exact)


def _is_what_is_asked(tokens: Sequence[Token], at: int, here: Here) -> bool:
    """As in "percentage of hours by client", where a client is called Hours: the measure itself, or the only one."""
    shared = here.vocabulary.shared.senses
    names = here.vocabulary.names.senses.get((tokens[at].word,), ())
    if any(isinstance(one, NameWord) and one.dimension == "person" for one in names):
        return False
    measures = [any(isinstance(one, MetricWord) for one in shared.get((token.word,), ())) for token in tokens]
    if not measures[at] or _is_a_short_form(tokens[at]):
        return False
    is_for = at > 0 and tokens[at - 1].text.casefold() == "for"
    return not is_for or sum(measures) == 1


def _is_a_short_form(token: Token) -> bool:
    """As "hr" is one of an hour, and what somebody's team may be called."""
    return one_number(token.text) != token.word


def _called(token: Token, here: Here) -> str:
    """The one word by which somebody or something visible is called, where it is an ordinary word or a month too."""
    if token.is_capital or not token.text.isalpha():
        return ""
    names = here.vocabulary.names.senses.get((token.word,))
    if not names:
        return ""
    known = [one for one in names if isinstance(one, NameWord)]
    own = [one for one in known if one.is_whole or (one.dimension == "person" and key(one.label)[:1] == (token.word,))]
    own = [one for one in own if one_number(one.label.split()[0]) == one_number(token.text)]
    senses = here.vocabulary.shared.senses.get((token.word,), ())
    is_somebody = any(one.dimension == "person" for one in own)
    of_its_own = any(_is_a_value(one) or (isinstance(one, DimensionWord) and not is_somebody) for one in senses)
    if not own or of_its_own or not (senses or _is_a_month(token, here)):
        return ""
    first = own[0].label.split()[0]
    return first if key(first) == (token.word,) and first[:1].isupper() else ""


def _is_a_value(sense: Sense) -> bool:
    return isinstance(sense, ClosedWord) and sense.role in (Role.KIND, Role.STATUS, Role.VALUE)


def _is_a_month(token: Token, here: Here) -> bool:
    return bool(find_periods(token.text, here.today, here.calendar))


def _months(here: Here) -> set[int]:
    """Where the periods of the question begin."""
    return {one.span[0] for one in find_periods(here.nameless, here.today, here.calendar)}


def _stands_as_a_name(tokens: Sequence[Token], at: int, *, is_month: bool, months: set[int]) -> bool:
    before = tokens[at - 1].text.casefold() if at else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    does = following is not None and following.word in DOING
    if does and (before in HELPING or (before == "and" and not is_month)):
        return True
    if before in HELPING and _do_together(tokens, at):
        return True
    if _is_a_short_form(tokens[at]) and not before.isdigit() and before not in A_UNIT:
        return True
    if is_month and (len(months) == 1 or (following is not None and following.text.casefold() in JOINED)):
        return False
    alone = following is None or following.word in ENDING or following.start in months
    whose = following is not None and following.text == "'s"
    return whose or (before in LEADING and alone and not is_of_a_measure(tokens, at, before))


OF_A_MEASURE = frozenset({("from", "target"), ("at", "target"), ("of", "total")})
TELLS_HOW_FAR = frozenset(phrases("far, share, percent, percentage, proportion"))


def is_of_a_measure(tokens: Sequence[Token], at: int, before: str) -> bool:
    """As in "how far is revenue from target", "as % of total", where clients are called Target and Total."""
    return (before, tokens[at].word) in OF_A_MEASURE and any(one.word in TELLS_HOW_FAR for one in tokens)


LISTING = frozenset({"and", "or", ",", "&", "vs", "versus"})


def _stands_among_names(tokens: Sequence[Token], at: int, months: set[int], here: Here) -> bool:
    """As in "hours for may, will and mark last week", "total and sage revenue": joined to what is a name anyway."""
    if tokens[at].start in months and len(months) == 1:
        return False
    beside = [(at - 1, -1), (at + 1, 1)]
    joined = [place + step for place, step in beside if 0 <= place < len(tokens) and tokens[place].word in LISTING]
    return any(_is_a_name(tokens[place], months, here) for place in joined if 0 <= place < len(tokens))


def _is_a_name(token: Token, months: set[int], here: Here) -> bool:
    """Whether something is called so, and it is no month here; a name that is a word, too, counts as its like."""
    if token.start in months:
        return False
    senses = here.vocabulary.names.senses.get((token.word,), ())
    called = [one for one in senses if isinstance(one, NameWord) and one.dimension in ("person", "client", "project")]
    shared = here.vocabulary.shared.senses.get((token.word,), ())
    return any(one.is_whole or key(one.label)[:1] == (token.word,) for one in called) and (
        not shared or any(one.dimension == "person" for one in called)
    )


def _do_together(tokens: Sequence[Token], at: int) -> bool:
    """As in "did bill and Ana log": two do it, of whom the second is written as a name."""
    following = tokens[at + 1 : at + 4]
    joined = len(following) == len(("and", "Ana", "log")) and following[0].text.casefold() in ("and", "or", "&")
    return joined and following[1].is_capital and following[2].word in DOING
