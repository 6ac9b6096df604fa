"""A word that is a month or a verb, and what somebody or some work is called: which of them is meant, or a question."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.agency.calendar import WEEKDAYS
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.dates import Found
from assistant.planning.here import Here
from assistant.planning.names import PEOPLE, WORK, the_larger
from assistant.planning.parts import Grouping, Mark, Parts, Wanted
from assistant.planning.tokens import Token, key, normal
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role
from assistant.query import Query, Turn

Stopped = Clarification | NoData | Unsupported

WEEKDAYS_SAID = frozenset(normal(one) for one in WEEKDAYS)

AFTER = frozenset({"for", "of", "from", "by", "with"})
"""Before these a month would stand as "in May"."""


def month_or_somebody(
    tokens: Sequence[Token], periods: Sequence[Found], after: Turn | None, here: Here
) -> Clarification | NoData | None:
    """As in "hours for May", where somebody visible is called so; one option alone is what is meant."""
    known = here.vocabulary.names
    theirs = _of_somebody_called_like_a_verb(tokens, here) or _several_people(tokens, periods, here)
    theirs = theirs or _something_called_like_a_time(tokens, periods, here)
    followed = theirs or _after_somebody(tokens, periods, after, here)
    found_out = followed or _somebody_unseen(tokens, periods, here)
    if found_out:
        return found_out
    for found in periods:
        at = _where_named(found, tokens, here)
        token, before = tokens[at], tokens[at - 1] if at else None
        people = [one for one in known.senses.get((token.word,), ()) if isinstance(one, NameWord)]
        other = len(periods) > 1 and not _is_one_of_several(found, periods, here) and token.is_capital
        named = _one_meant(people, tokens, at) if other and not COMPARING.search(here.text) else None
        if named:
            said = here.instead((token.start, token.end), named)
            return misunderstandings.a_month_or_somebody(token.text, {named: said})
        more = (token.word, tokens[at + 1].word) if at + 1 < len(tokens) else ()
        is_month = any(one.isdigit() for one in found.text) or more in known.beginnings or not token.is_capital
        if not people or is_month or before is None or before.word not in AFTER:
            continue
        told_apart = sorted(the_larger(tuple(people), here), key=_by_kind)
        options = {_kind_and(one): here.instead((token.start, token.end), _no_time(one)) for one in told_apart}
        if len(periods) == 1 or _is_one_of_several(found, periods, here):
            is_day = token.word in WEEKDAYS_SAID
            preposition = "until the end of" if before.word == "by" and not is_day else "on" if is_day else "in"
            said = f"{preposition} {token.text}"
            options["the day" if is_day else "the month"] = here.instead((before.start, token.end), said)
        return misunderstandings.a_month_or_somebody(token.text, options)
    return None


NEVER_A_TIME = frozenset({"on", "into", "with", "the", "is", "did", "does"})
"""After these no year, quarter or numbered week stands by itself: "on 2025", "is the Q4 over budget"."""


def _something_called_like_a_time(
    tokens: Sequence[Token], periods: Sequence[Found], here: Here
) -> Clarification | None:
    """As in "is 2025 over budget", "hours for Q4", where a project is called so."""
    for found in periods:
        if not any(map(str.isdigit, found.text)):
            continue
        said = [at for at, one in enumerate(tokens) if found.span[0] <= one.start and one.end <= found.span[1]]
        said = said[1:] if said[1:] and tokens[said[0]].word == "the" else said
        words = tuple(tokens[at].word for at in said)
        senses = here.vocabulary.names.senses.get(words, ()) if said else ()
        whole = the_larger(tuple(one for one in senses if isinstance(one, NameWord) and one.is_whole), here)
        before = tokens[said[0] - 1].text.casefold() if said and said[0] else ""
        if not whole or before not in NEVER_A_TIME | AFTER:
            continue
        place = tokens[said[0]].start, found.span[1]
        options = {_kind_and(one): here.instead(place, _kind_and(one)) for one in sorted(whole, key=_by_kind)}
        if before in AFTER:
            place = tokens[said[0] - 1].start, found.span[1]
            options["the time"] = here.instead(place, f"in {found.text}")
        return misunderstandings.a_month_or_somebody(found.text, options)
    return None


def _where_named(found: Found, tokens: Sequence[Token], here: Here) -> int:
    """The place of the word that may be somebody: the month of "hours by May", but not of what is due by May."""
    at = next(place for place, token in enumerate(tokens) if token.end > found.span[0])
    by_one = tokens[at].word == "by" and at + 1 < len(tokens) and tokens[at + 1].end == found.span[1]
    return at + 1 if by_one and not _DUE.search(here.text[: found.span[0]]) else at


_DUE = re.compile(
    r"\b(?:due|clos\w+|ends?|ending|finish\w*|deliver\w*|expir\w*|out|complet\w*|done|ready|free|available|back|"
    r"sign\w*|start\w*|left|remaining|expected)\s*$",
    re.IGNORECASE,
)


def _by_kind(one: NameWord) -> int:
    """People first, then what they work for, the largest first."""
    kinds = (*PEOPLE, *WORK)
    return kinds.index(one.dimension) if one.dimension in kinds else len(kinds)


def _no_time(one: NameWord) -> str:
    """A name as it is said so that it is no month again: with its noun where it is one word."""
    return one.label if " " in one.label else _kind_and(one)


def _kind_and(one: NameWord) -> str:
    """A name as it is told apart from others; somebody's alone says enough."""
    return one.label if one.dimension == "person" else f"{DIMENSIONS[one.dimension].noun} {one.label}"


def _several_people(tokens: Sequence[Token], periods: Sequence[Found], here: Here) -> Clarification | None:
    """As in "hours of May and April last month": with another period said, the months are two people.

    So are those a question begins with where one is a month and one a weekday: "Tue and May hours last week".
    """
    at = {token.start: place for place, token in enumerate(tokens)}
    people: list[tuple[Token, str]] = []
    for one in periods:
        token = tokens[at[one.span[0]]] if one.span[0] in at else None
        whose = _somebody(token, here) if token and token.end == one.span[1] and token.is_capital else None
        joined = people and BESIDE.fullmatch(here.text[people[-1][0].end : one.span[0]])
        first = not people and token and (not at[token.start] or tokens[at[token.start] - 1].word in AFTER)
        if token and whose and (joined or first):
            people.append((token, whose))
        elif people:
            break
    others = [one for one in periods if one.span[0] not in {token.start for token, _ in people}]
    ends = [people[0][0], people[-1][0]] if people[1:] else []
    unlike = {one.period.days > 1 for one in periods if one not in others}
    if ends and not at[ends[0].start] and len(unlike) == 1:
        return None
    if not ends or not others or any(_is_beside(end, one, here) for end in ends for one in others):
        return None
    text = here.text
    for token, whose in reversed(people):
        text = f"{text[: token.start]}{whose}{text[token.end :]}"
    return misunderstandings.a_month_or_somebody(people[0][0].text, {people[0][1]: text})


def _somebody(token: Token, here: Here) -> str | None:
    """The one person who is called so, if there is only one."""
    senses = here.vocabulary.names.senses.get((token.word,), ())
    labels = {one.label for one in senses if isinstance(one, NameWord) and one.dimension == "person"}
    return labels.pop() if len(labels) == 1 else None


def _is_beside(token: Token, other: Found, here: Here) -> bool:
    """Whether a month and a period are said as its like: "May and last month"."""
    (_, end), (start, _) = sorted(((token.start, token.end), other.span))
    return BESIDE.fullmatch(here.text[end:start]) is not None


_DOES = frozenset({"log", "track", "work", "do", "book", "spend", "bill", "take", "have", "record"})


def _somebody_unseen(tokens: Sequence[Token], periods: Sequence[Found], here: Here) -> NoData | None:
    """As in "how many hours did April log": somebody, and where nobody visible is called so, no month instead."""
    spans = {one.span for one in periods}
    for at in range(1, len(tokens) - 1):
        token, before, following = tokens[at], tokens[at - 1], tokens[at + 1]
        if (token.start, token.end) in spans and token.is_capital and _is_a_surname(token, following, here):
            return misunderstandings.nobody_called(f"{token.text} {following.text}")
        subject = before.text.casefold() in ("did", "does") and following.word in _DOES and token.is_capital
        known = any(isinstance(one, NameWord) for one in here.vocabulary.names.senses.get((token.word,), ()))
        if subject and not known and (token.start, token.end) in spans:
            return misunderstandings.nobody_called(token.text)
    return None


def _is_a_surname(token: Token, following: Token, here: Here) -> bool:
    """As in "hours of May Lindqvist", where Dora is called Lindqvist, and nobody May Lindqvist: she is neither."""
    known = here.vocabulary.names
    if not following.is_capital or following.start != token.end + 1 or (token.word, following.word) in known.beginnings:
        return False
    senses = known.senses.get((following.word,), ())
    names = [one for one in senses if isinstance(one, NameWord) and not one.is_whole and one.dimension in PEOPLE]
    return len(names) == len(senses) > 0 and all(key(one.label)[:1] != (following.word,) for one in names)


AND_THIS = re.compile(r"(?:and |what about |how about |now |only |just )*(?P<name>\w+)\W*", re.IGNORECASE)
"""A follow-up that says one word."""


def _after_somebody(
    tokens: Sequence[Token], periods: Sequence[Found], after: Turn | None, here: Here
) -> Clarification | None:
    """As in "and May?" after "is April off in December": where people are talked about, it may be one of them."""
    before = after.plan.queries[-1] if after and after.plan else None
    said = AND_THIS.fullmatch(here.text) if before else None
    months = {one.span for one in periods}
    token = next((one for one in tokens if said and (one.start, one.end) == said.span("name")), None)
    token = token if token and (token.start, token.end) in months else None
    whose = _somebody(token, here) if token else None
    if before is None or token is None or whose is None:
        return None
    of_people = "person" in before.by or any(one.field == "person" for one in before.where)
    if not of_people:
        return None
    place = (token.start, token.end)
    options = {whose: here.instead(place, whose), "the month": here.instead(place, f"in {token.text}")}
    return misunderstandings.a_month_or_somebody(token.text, options)


COMPARING = re.compile(r"\b(?:vs|versus|compared?|than|against|to)\b", re.IGNORECASE)


def _one_meant(names: Sequence[NameWord], tokens: Sequence[Token], at: int) -> str | None:
    """What a month is the name of where another period is said, as in "revenue for March last month"."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    whole = [one for one in names if one.is_whole and one.dimension != "person"]
    if len(whole) == 1 and at and tokens[at - 1].word in AFTER:
        return f"{DIMENSIONS[whole[0].dimension].noun} {whole[0].label}"
    people = {one.label for one in names if one.dimension == "person"}
    return people.pop() if following == "'s" and len(people) == 1 else None


ALSO_VERBS = frozenset({"may", "will", "mark", "bill", "grant"})
"""First names that are words of asking too, and would carry nothing if they were no names."""

BESIDE = re.compile(
    r"\s*(?:vs\.?|versus|compared (?:to|with)|against|than|and|or|to|with|until|through|[-,/])\s*", re.IGNORECASE
)


def _of_somebody_called_like_a_verb(tokens: Sequence[Token], here: Here) -> Clarification | None:
    """As in "May's hours last month": a capital and a possessive make it somebody."""
    known = here.vocabulary.names.senses
    for at, (token, after) in enumerate(pairwise(tokens)):
        in_full = at and (tokens[at - 1].word, token.word) in known
        if token.word in ALSO_VERBS and token.is_capital and after.word == "'s" and after.start == token.end:
            people = {one.label for one in known.get((token.word,), ()) if isinstance(one, NameWord)}
            if people and not in_full:
                options = {one: here.instead((token.start, token.end), one) for one in sorted(people)}
                return misunderstandings.which_name(token.text, tuple(options), tuple(options.values()))
    return None


def _is_one_of_several(found: Found, periods: Sequence[Found], here: Here) -> bool:
    """Whether a month stands beside another period as its like: "May vs April", "May and June"."""
    for other in periods:
        first, last = sorted((found.span, other.span))
        if other is not found and BESIDE.fullmatch(here.text[first[1] : last[0]]):
            return True
    return False


ONE_PERSON = frozenset({"he", "she", "him", "her", "his", "hers"})
"""What stands for somebody, and never for several."""
POINTING = frozenset({"it", "its", "they", "them", "their", "he", "she", "him", "her", "his"})


SEVERAL = frozenset({"they", "them", "their"})


def of_the_same(before: Parts, piece: Parts) -> Parts:
    """As in "what has Apollo earned and what has it cost": of what was named in the same question.

    As in "our top five clients by revenue, and what is their margin": of the rows that were asked for.
    """
    piece = _left_of_it(before, piece)
    if (
        before.stretches
        and not piece.stretches
        and [one.noun for one in piece.unknown] in (["day"], ["week"], ["month"])
    ):
        piece = replace(
            piece, stretches=before.stretches, unknown=()
        )  # "who is away on Friday, and who is free that day"
    pointing = [one for one in piece.marks if one.role is Role.HE and one.said.casefold() in POINTING]
    marks = tuple(one for one in piece.marks if one not in pointing) if pointing else piece.marks
    if pointing and piece.named and set(piece.named) <= set(before.named):
        return replace(piece, marks=marks)  # "logged time on Apollo but is not booked on it"
    rows = [one for one in before.groupings if one.dimensions]
    several = any(one.said.casefold() in SEVERAL for one in pointing)
    if several and not piece.named and [one.dimensions for one in rows] == [("person",)] and _of_work(piece):
        return replace(piece, groupings=(*rows, *piece.groupings), marks=marks)
    if not pointing or piece.named or piece.groupings:
        return piece
    if before.named and not before.groupings:
        return replace(piece, named=before.named, marks=marks)
    if len(rows) == 1 and (before.wanted or before.rankings) and several:
        same = before.named if not piece.named else piece.named
        together = {METRICS[one.metric].timing for one in (*piece.wanted, *before.wanted) if one.metric in METRICS}
        rankings = piece.rankings or (before.rankings if len(together) == 1 else ())
        return replace(piece, groupings=tuple(rows), named=same, rankings=rankings, marks=marks)
    return replace(piece, named=before.named, marks=marks) if before.named else piece


def _of_work(piece: Parts) -> bool:
    """As in "who is overbooked and what are they working on": by what they work on, and by nobody."""
    return [one.dimensions for one in piece.groupings] == [("project",)]


def _left_of_it(before: Parts, piece: Parts) -> Parts:
    """As in "how many joined and how many left", "how much leave has Ana taken and how much is left"."""
    asked = {one.metric for one in before.wanted}
    rest = [one.text.casefold() for one in piece.unknown]
    left = [one for one in piece.wanted if one.metric == "budget_remaining" and one.said.endswith("left")]
    if asked and asked <= {"joiners", "headcount"} and not piece.wanted and rest == ["left"]:
        return replace(piece, wanted=(Wanted(piece.unknown[0].at, "leavers", "leavers"),), unknown=())
    if asked and asked <= {"absence_days", "absence_hours"} and left == list(piece.wanted) != []:
        wanted = (replace(left[0], metric="leave_balance_days", said="leave left", weak=False),)
        whose = piece.named if piece.named or piece.mark(Role.HE) else before.named
        return replace(piece, wanted=wanted, named=whose)
    return piece


def of_two_kinds(piece: Parts) -> tuple[Parts, ...]:
    """As in "QA vs Development hours", a job title and a team: each is told by itself, as no breakdown holds both."""
    mark = piece.mark(Role.VERSUS)
    sides = [tuple(one for one in piece.named if (one.at < mark.at) is left) for left in (True, False)] if mark else []
    if not all(sides) or mark is None:
        return (piece,)
    rest = tuple(one for one in piece.marks if one is not mark)
    return tuple(replace(piece, named=named, marks=rest) for named in sides)


def told_of_alike(pieces: Sequence[Parts]) -> Sequence[Parts]:
    """As in "their margin and remaining budget": whose the first is, the others are, where they say nothing."""
    pieces = [one for piece in pieces for one in of_two_kinds(piece)]
    pointing = [one for one in pieces[0].marks if _is_of_several(one)] if len(pieces) > 1 else []
    alone = [bool(one.named or one.groupings or one.mark(Role.HE)) for one in pieces]
    if not pointing or any(alone[1:]):
        return pieces
    return [pieces[0], *(replace(one, marks=(*one.marks, *pointing)) for one in pieces[1:])]


def _is_of_several(mark: Mark) -> bool:
    return mark.role is Role.HE and mark.said.casefold() in SEVERAL


def unclear_whom(pieces: Sequence[Parts], planned: Sequence[Sequence[Query | Stopped]]) -> Stopped | None:
    """As in "revenue of Northwind Bikes, and what is its margin": nobody is told of before it is known who is meant.

    Nothing, where each part names its own or the names before are known.
    """
    for place, (piece, made) in enumerate(zip(pieces, planned, strict=True)):
        named = piece.named or any(one.is_name for one in piece.unknown)
        stopped = [one for one in made if isinstance(one, Clarification | NoData)]
        if not named or len(stopped) != len(made):
            continue
        later = pieces[place + 1 :]
        if stopped and any(_points_back(one, piece) for one in later):
            return stopped[0]
    return None


def _points_back(piece: Parts, before: Parts) -> bool:
    """Whether a part is of what was named before it: by a word for it, or by naming nothing of its own."""
    names = {(one.at, one.text) for one in before.named}
    points = any(one.role is Role.HE for one in piece.marks)
    return points or (bool(piece.named) and {(one.at, one.text) for one in piece.named} <= names)


def a_stranger(piece: Parts, before: Sequence[Query]) -> str:
    """As in "what is he working on", after the hours of several: he is one of them, and nobody said which."""
    said = [one.said for one in piece.marks if one.role is Role.HE and one.said.casefold() in ONE_PERSON]
    if not said or piece.named:
        return ""
    known = [one for query in before for one in query.where if one.field in PEOPLE and len(one.ids) == 1]
    first = all(query.limit == 1 and set(query.by) & set(PEOPLE) for query in before)
    return "" if first or any(not one.negated for one in known) else said[0]


def is_of_one_unnamed(piece: Parts, before: Sequence[Query]) -> bool:
    """As in "who worked on it", after a list of projects: one of them, and nobody said which."""
    points = any(one.value == "pointing" and one.said.casefold() == "it" for one in piece.marks if one.role is Role.HE)
    named = any(len(one.ids) == 1 and not one.negated for query in before for one in query.where)
    return points and not named


_WHO = re.compile(r"\bwho(?:m)?\b", re.IGNORECASE)
_WHO_SENDS = re.compile(r"\bwho (?:(?:has|have|had) )?(?:bill|invoic)(?:s|es|ed)\b", re.IGNORECASE)
"""As in "who billed more than 100k": one of us, by whom nothing is invoiced."""


def who_is_sent_invoices(rows: Grouping, metric: Metric, here: Here) -> list[str]:
    """As in "who was invoiced more than 50k": whoever gets invoices, and pays or owes them, is a client."""
    asked = rows.is_subject and rows.dimensions == ("person",) and ("invoice" in metric.by or metric.name == "dso")
    sends = _WHO_SENDS.search(here.nameless)
    return ["client"] if asked and not sends and _WHO.search(here.nameless) else []


_OF_DEALS = re.compile(r"\b(?:deals?|pipeline|opportunit|pitch|proposal|quotes?|w[io]n|close|sales)", re.IGNORECASE)


def who_owns_deals(rows: Grouping, metric: Metric, here: Here) -> list[str]:
    """As in "who has the biggest pipeline": whoever is told of by deals owns them, and is not "lost" himself."""
    owned = rows.dimensions[:1] == ("person",) and "owner" in metric.by
    return ["owner"] if owned and _OF_DEALS.search(here.nameless) else []
