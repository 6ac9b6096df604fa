"""Reads rows that are called by their kind and by no noun of their own: "each designer", "which freelancers"."""

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind
from assistant.metrics.dimensions import TIME
from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping
from assistant.planning.passes import needs
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord, NumberWord
from assistant.planning.words import SUPERLATIVES, Role

THINGS_OF = {"job_title": "person", "employment": "person"}
"""What is called by these alone: people by what they do, or by how they are employed."""


def people_called(clause: Clause, at: int | None) -> int | None:
    """As in "which designers are free", "which freelancers worked": people, called by what they do or how they work."""
    kinds = _kinds(clause, at)
    called = bool(kinds) and kinds <= THINGS_OF.keys()
    return at if at is not None and called and is_plural(clause.last_token(at)) else None


def is_one_called(clause: Clause, which: int) -> bool:
    """As in "which designer has the most hours": one of those who are called so."""
    at = clause.after(which)
    kinds = _kinds(clause, at)
    asked = clause.said(which).casefold() == "which" and not clause.span(clause.after(at)).one(DimensionWord)
    called = bool(kinds) and kinds <= THINGS_OF.keys() and at == which + 1
    return asked and called and not is_plural(clause.last_token(which + 1))


def ranked(clause: Clause) -> None:
    """As in "the five busiest designers", "most profitable retainers": called by their kind, and some come first."""
    for at in range(1, len(clause.spans)):
        rows = {RANKED[one] for one in _kinds(clause, at) if one in RANKED}
        if len(rows) != 1:
            continue
        following = clause.span(at + 1)
        is_one = not is_plural(clause.last_token(at))
        of_theirs = is_one or clause.span(clause.before(at)).role(Role.RANK)  # "the most of our designers' time"
        of_another = following.one(DimensionWord) or (of_theirs and following.one(MetricWord))
        told = any(rows & set(one.dimensions) for one in clause.found.groupings)
        if not told and not of_another and _is_ranked(clause, at):
            clause.found.groupings.append(Grouping(at, (*rows,), is_one=is_one, is_subject=True))


RANKED = {**THINGS_OF, "budget_type": "budget"}


ARTICLES = frozenset({"a", "an"})


@needs("each", ARTICLES)
def said_of_each(clause: Clause) -> None:
    """As in "how many hours did the designers each log", "what do our clients each owe us": a row for every one."""
    for at, _ in clause.roles(Role.BY):
        before, following = clause.span(at - 1), clause.span(at + 1)
        several = at > 0 and is_plural(clause.last_token(at - 1))
        if clause.said(at).casefold() != "each" or not several or following.one(DimensionWord):
            continue
        rows = [one.dimension for one in before.all(DimensionWord)]
        rows += [THINGS_OF[one] for one in _kinds(clause, at - 1) if one in THINGS_OF]
        if rows:
            clause.use(at, at - 1 if before.one(DimensionWord) else None)
            clause.found.groupings.append(Grouping(at - 1, (rows[0],), is_subject=True))
    if clause.says(ARTICLES):
        _in_a_month(clause)


def _in_a_month(clause: Clause) -> None:
    """As in "sick days a month", "overtime a week": in each of them, right behind what is measured."""
    for at, noun in clause.each(DimensionWord):
        word = noun.one(DimensionWord)
        measured = at > 1 and (clause.spans[at - 2].one(MetricWord) or clause.spans[at - 2].role(Role.LEAVE_KIND))
        if word and word.dimension in TIME and measured and clause.word_before(at) in ARTICLES:
            clause.use(at - 1, at)
            clause.found.groupings.append(Grouping(at, (word.dimension,), is_one=True, is_each=True))


@needs(Role.AVERAGE)
@needs(NameWord)
def one_of_many(clause: Clause) -> None:
    """As in "average hours a designer logs per week": of one of them, and not of all together."""
    if not any(True for _ in clause.roles(Role.AVERAGE)) or not _is_added_up(clause):
        return
    for at, _ in clause.each(NameWord):
        rows = {THINGS_OF[one] for one in _kinds(clause, at) if one in THINGS_OF}
        alone = rows and clause.word_before(at) in ("a", "an") and not is_plural(clause.last_token(at))
        does, before = clause.span(at + 1).one(MetricWord), clause.span(clause.before(at)).one(MetricWord)
        if alone and (does.is_weak if does else before is not None):
            clause.found.groupings.append(Grouping(at, (*rows,), is_one=True, is_each=True))


def _is_added_up(clause: Clause) -> bool:
    asked = [METRICS.get(word.metric) for _, span in clause.each(MetricWord) for word in span.all(MetricWord)]
    return any(one is not None and one.unit is Unit.HOURS and one.kind is Kind.SUM for one in asked)


@needs(Role.ONE_BY_ONE)
def one_by_one(clause: Clause) -> None:
    """As in "hours of the designers one by one", "revenue by client, individually": each is told by itself anyway."""
    for at, _ in clause.roles(Role.ONE_BY_ONE):
        named = [one for one in range(len(clause.spans)) if people_called(clause, one) is not None]
        if named and not clause.found.groupings:
            clause.found.groupings.append(Grouping(named[0], ("person",), is_subject=True))
        if clause.found.groupings:
            clause.use(at)


def _is_ranked(clause: Clause, at: int) -> bool:
    before = clause.before(at)
    while clause.span(before).role(Role.VALUE) or _kinds(clause, before):  # "top 3 freelance designers"
        before = clause.before(before)
    if clause.span(before).role(Role.ALL):  # "are all designers above 60 %": each of them is to be
        return bool(clause.found.bounds)
    if clause.span(before).one(NumberWord):
        return clause.span(clause.before(before)).role(Role.RANK) is not None
    measure = clause.span(before).one(MetricWord)
    if measure:
        return measure.said in SUPERLATIVES or clause.span(clause.before(before)).role(Role.RANK) is not None
    return clause.span(before).role(Role.RANK) is not None


def rows_of(clause: Clause, by: int, at: int) -> str:
    """The dimension of "each designer", "by freelance developer", "for each of the designers": a row for every one.

    "Hours by designers" are theirs, and so are those "by a designer": no row is asked for.
    """
    said = set(clause.said(by).casefold().split())
    last = _last_of_the_kind(clause, at)
    kinds = _kinds(clause, last)
    if not kinds or not kinds <= THINGS_OF.keys():
        return ""
    beside = clause.spans[by].last + 1 == clause.spans[at].first
    of_them = clause.tokens[clause.spans[by].last + 1].word == "of"
    several = is_plural(clause.last_token(last))
    if several is not of_them or not (beside or of_them) or not said & SINGLING:
        return ""
    return THINGS_OF[min(kinds)]


SINGLING = frozenset({"each", "every", "per", "by"})


def _last_of_the_kind(clause: Clause, at: int) -> int:
    """As in "per freelance senior developer": two of these side by side are said of the same people."""
    while at + 1 < len(clause.spans) and _kinds(clause, at + 1) and not clause.spans[at + 1].one(DimensionWord):
        at += 1
    return at


def _kinds(clause: Clause, at: int | None) -> set[str]:
    """The columns of which a span is a value."""
    kinds = {one.dimension for one in clause.span(at).all(NameWord)}
    value = clause.span(at).role(Role.VALUE)
    return kinds | ({str(value.value[0])} if value and isinstance(value.value, tuple) else set())


def is_a_column(clause: Clause, at: int) -> bool:
    """As in "invoices over 5000 with client", at the end: told with each of what is asked for."""
    ends = at + 1 == len(clause.spans) or clause.spans[at + 1].role(Role.AND, Role.BREAK) is not None
    return ends and clause.word_before(at) == "with" and any(one.one(MetricWord) for one in clause.spans[:at])


def is_the_one_with(clause: Clause, at: int) -> bool:
    """As in "the month with the lowest utilization": which one that is."""
    ranks = clause.before(at) is None and clause.span(clause.after(at)).role(Role.RANK) is not None
    return ranks and clause.tokens[clause.spans[at].last + 1].word == "with"


def are_those_with(clause: Clause, at: int) -> bool:
    """As in "months with utilization under 60 %": which ones have so much."""
    measured = clause.span(clause.after(at)).one(MetricWord) is not None
    several = clause.before(at) is None and measured and is_plural(clause.last_token(at))
    return several and clause.tokens[clause.spans[at].last + 1].word == "with"


def says_of_which(clause: Clause, at: int) -> bool:
    """As in "hours by month on internal projects", "revenue by client of retainer projects": none has a row."""
    if not clause.found.groupings or not is_plural(clause.last_token(at)) or at == 0:
        return False
    kinds = [one.dimension for one in clause.span(at).all(DimensionWord)]
    before, kind = clause.spans[at - 1], clause.spans[at - 1].role(Role.VALUE, Role.STATUS, Role.KIND)
    of_kind = kind is not None or (bool(_kinds(clause, at - 1)) and _kinds(clause, at - 1) <= {"kind", "status"})
    said = clause.tokens[before.first - 1].text.casefold() if before.first else ""
    told = any(not one.is_subject for one in clause.found.groupings)
    return "project" in kinds and of_kind and said in ("on", "of", "for", "in") and told
