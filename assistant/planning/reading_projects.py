"""Reads which projects are meant by their status and by whom they are for: active ones, internal ones."""

from collections.abc import Iterator

from assistant.planning.clauses import Clause
from assistant.planning.parts import Named
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord
from assistant.planning.words import Role

JOINING = (Role.AND, Role.OR)


def statuses(clause: Clause) -> None:
    """As in "Active projects", "projects on hold", "planned or active projects", "projects that are not finished"."""
    for at, word in clause.roles(Role.STATUS):
        if any(_is_a_project(clause, one) for one in _nouns_of(clause, at)):
            _named(clause, at, "status", str(word.value))


def kinds(clause: Clause) -> None:
    """As in "Internal projects", "client work", "excluding internal"."""
    for at, word in clause.roles(Role.KIND):
        noun = next((one for one in (clause.after(at), clause.before(at)) if _is_a_project(clause, one)), None)
        negated = clause.span(clause.before(at)).role(Role.NOT) is not None
        if not (noun is not None or negated or _is_beside_a_metric(clause, at)):
            continue
        _named(clause, at, "kind", str(word.value))
        if negated and noun == clause.after(at):
            clause.use(noun)


def _is_beside_a_metric(clause: Clause, at: int) -> bool:
    """Whether something else is asked for, so that "client work" only says of what."""
    others = (span.one(MetricWord) for place, span in enumerate(clause.spans) if place != at)
    return any(one and not one.is_weak for one in others)


def _nouns_of(clause: Clause, at: int) -> Iterator[int | None]:
    """What stands beside a status, or beside others it is joined with."""
    for step in (clause.after, clause.before):
        beside = step(at)
        while clause.span(beside).role(*JOINING) and clause.span(step(beside)).role(Role.STATUS):
            beside = step(step(beside))
        if step == clause.before and clause.span(beside).role(Role.NOT):
            beside = step(beside)
        yield beside


def _is_a_project(clause: Clause, at: int | None) -> bool:
    nouns = clause.span(at).all(DimensionWord)
    return any(one.dimension == "project" and not one.is_adverb for one in nouns)


def _named(clause: Clause, at: int, dimension: str, value: str) -> None:
    before = clause.before(at)
    negated = clause.span(before).role(Role.NOT) is not None
    reading = NameWord(dimension, value, value)
    place = clause.place_in_text(at)
    clause.found.named.append(Named(at, clause.said(at), place, (reading,), negated=negated, dimension=dimension))
    clause.use(at, before if negated else None)
