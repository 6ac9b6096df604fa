"""Reads whether there is room for more work: for "another project", for "two days" of somebody, and when there is."""

from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Grouping, Mark, Wanted
from assistant.planning.passes import needs
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord, NumberWord
from assistant.planning.words import Role
from assistant.query import Comparison

FREE = "free_hours"
ROOM = frozenset({FREE, "available_hours", "capacity_gap"})
WORK = frozenset({"project", "client", "budget", "task", "deal"})
MORE_OF_IT = frozenset(
    {"another", "one more", "additional", "extra", "further", "new", "more", "big", "bigger", "small", "smaller"}
)
SAYING_MORE = frozenset(word for said in MORE_OF_IT for word in said.split())
"""One of these words is in all that says that work is new or more."""
ONE_OF_IT = frozenset({"a", "an", "one", "another", "any", "some"})
NEW_WORK = frozenset({"new client", "new clients", "new project", "new projects", "something new", "anything new"})
SOMETHING = frozenset({"something", "anything"})
TAKING = frozenset({"take", "fit", "squeeze", "handle", "absorb", "start", "accommodate", "manage", "staff", "begin"})
ABLE = frozenset({"can", "could", "able"})
BEGINNING = frozenset({"start", "begin", "join", "help", "work", "jump", "pick"})
PEOPLE = frozenset({"person", "team", "job_title"})


@needs(ROOM, ABLE, "earliest_start")
def room(clause: Clause) -> None:
    """As in "do we have room for another project", "when can a designer start", "who is free for two days"."""
    measures = [at for at, span in clause.each(MetricWord) if _is_room(clause, at)]
    when = next((at for at, _ in clause.roles(Role.WHEN)), None)
    work = _more_work(clause)
    begins = _beginning(clause) if when is not None else None
    takes = _able_to(clause, TAKING) if work or _says_how_long(clause) else None
    _delivered(clause, measures)
    if not measures and begins is None and takes is None:
        return
    if work or takes is not None:
        clause.use(*work)
        _asked(clause, measures, takes if takes is not None else work[0])
    elif when is not None and not _says_a_deal(clause):
        _asked(clause, measures, begins if begins is not None else when)
    if when is not None and (measures or begins is not None) and not _says_a_deal(clause):
        clause.found.marks.append(Mark(when, Role.WHEN))
        clause.found.groupings.append(Grouping(when, ("week",)))
        again = [at for at in range(len(clause.spans)) if clause.said(at).casefold() in ("again", "next", "first")]
        clause.use(when, *again)
    _so_long(clause)


DELIVERING = frozenset({"deliver", "staff", "resource", "man", "do", "handle"})


def _delivered(clause: Clause, measures: list[int]) -> None:
    """As in "can we deliver the kiosk deal with the people we have": whether there are people for it."""
    verb = None if measures or not clause.says(ABLE) or not _says_a_deal(clause) else _able_to(clause, DELIVERING)
    if verb is None or any(span.one(MetricWord) for span in clause.spans):
        return
    with_whom = [
        at for at in range(verb, len(clause.spans)) if clause.said(at).casefold() in ("people", "team", "staff")
    ]
    clause.use(verb, *with_whom)
    clause.found.wanted.append(Wanted(verb, "capacity_gap", "do we have the people"))


def _says_how_long(clause: Clause) -> bool:
    """As in "who could take 3 days of design work"."""
    who = any(clause.said(at).casefold() == "who" for at in range(min(len(clause.spans), 2)))
    return who and any(
        span.one(NumberWord) and at + 1 < len(clause.spans) and clause.first_token(at + 1).word in HOURS_OR_DAYS
        for at, span in enumerate(clause.spans)
    )


def _is_room(clause: Clause, at: int) -> bool:
    word = clause.spans[at].one(MetricWord)
    of_people = word is not None and word.metric == "earliest_start" and _says_people(clause)
    return word is not None and (word.metric in ROOM or of_people) and not word.is_weak


def _says_people(clause: Clause) -> bool:
    return any(name.dimension in PEOPLE for span in clause.spans for name in span.all(NameWord))


def _says_a_deal(clause: Clause) -> bool:
    return any(name.dimension == "deal" and name.is_whole for span in clause.spans for name in span.all(NameWord))


def _asked(clause: Clause, measures: list[int], at: int) -> None:
    """Free time is asked for, whatever it was called."""
    clause.use(*measures, at)
    clause.found.wanted.append(Wanted(measures[0] if measures else at, FREE, "free hours"))


def _more_work(clause: Clause) -> list[int]:
    """The spans of "another project", "one more client", "a new project": work that nobody can name yet."""
    for at, span in enumerate(clause.spans) if clause.says(SAYING_MORE) else ():
        said = clause.said(at).casefold()
        if said in NEW_WORK:
            return [at]
        if said in SOMETHING and at + 1 < len(clause.spans) and clause.said(at + 1).casefold() in MORE_OF_IT:
            return [at, at + 1]
        word = span.one(DimensionWord)
        is_work = word is not None and bool({one.dimension for one in span.all(DimensionWord)} & WORK)
        before = [at - 1, *([at - 2] if at > 1 and clause.said(at - 2).casefold() in ONE_OF_IT else [])]
        more = at > 0 and clause.said(at - 1).casefold() in MORE_OF_IT and not span.all(NameWord)
        if is_work and more and not (is_plural(clause.last_token(at)) and clause.said(at - 1).casefold() == "new"):
            return [*before, at]
    return []


def _able_to(clause: Clause, verbs: frozenset[str]) -> int | None:
    """Where it stands what somebody can or could do, where that is one of these."""
    if not clause.says(ABLE):
        return None
    able = [at for at in range(len(clause.spans)) if clause.first_token(at).text.casefold() in ABLE]
    return next(
        (
            at
            for at in range(min(able, default=len(clause.spans)), len(clause.spans))
            if clause.first_token(at).text.casefold() in verbs and not clause.spans[at].all(NameWord)
        ),
        None,
    )


def _beginning(clause: Clause) -> int | None:
    """As in "when can Linh start": where the verb stands, where it is said of people."""
    return _able_to(clause, BEGINNING) if _says_people(clause) else None


HOURS_OR_DAYS = {"hour": "hours", "hours": "hours", "day": "days", "days": "days"}
WHOLE = frozenset({"full", "whole", "working", "entire", "solid"})
FOR = frozenset({"take", "for", "has", "have", "with", "got", "about", "around", "of"})


def _so_long(clause: Clause) -> None:
    """As in "free for two full days", "has 20 hours free": as much of it, or more."""
    if clause.found.bounds:
        return
    for at, span in clause.each(NumberWord):
        number = span.one(NumberWord)
        places = range(at + 1, min(at + 3, len(clause.spans)))
        unit = next((one for one in places if clause.first_token(one).text.casefold() in HOURS_OR_DAYS), None)
        between = range(at + 1, unit) if unit is not None else ()
        is_so_long = clause.word_before(at) in FOR and all(clause.said(one).casefold() in WHOLE for one in between)
        if number is None or unit is None or not is_so_long or span.role(Role.PERCENT, Role.CURRENCY):
            continue
        value, said = Fraction(number.value), HOURS_OR_DAYS[clause.first_token(unit).text.casefold()]
        clause.use(*range(at, unit), None if _is_room(clause, unit) else unit)
        clause.found.bounds.append(Bound(at, Comparison.AT_LEAST, value, unit=said, number=at))
        return
