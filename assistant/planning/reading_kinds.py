"""Reads rows that are called by their kind and by no noun of their own: "each designer", "which freelancers"."""

from assistant.planning.clauses import Clause
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, NameWord
from assistant.planning.words import Role

THINGS_OF = {"job_title": "person", "employment": "person"}
"""What is called by these alone: people by what they do, or by how they are employed."""


def people_called(clause: Clause, at: int | None) -> int | None:
    """As in "which designers are free", "which freelancers worked": people, called by what they do or how they work."""
    kinds = _kinds(clause, at)
    called = bool(kinds) and kinds <= THINGS_OF.keys()
    return at if at is not None and called and is_plural(clause.last_token(at)) else None


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
