"""Reads between what something is divided: "Ana's time between clients", "by client and internal"."""

from collections.abc import Callable

from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark, Wanted
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at, is_name
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import MetricWord, NameWord
from assistant.planning.words import Role

DIVIDED = frozenset({"divided", "divide", "divides", "distributed", "distribute", "shared"})
DIFFERENCES = frozenset({"difference", "differences", "gap", "variance"})


@needs(Role.BETWEEN)
def divided(clause: Clause) -> None:
    """What stands behind "between" and is no number and no time: rows of a kind, or two of them side by side."""
    for at, _ in clause.roles(Role.BETWEEN):
        first = clause.after(at)
        joint = clause.after(first)
        second = clause.after(joint) if clause.span(joint).role(Role.AND) else None
        before = {token.text.casefold() for token in clause.tokens[: clause.spans[at].first]}
        if first is None or before & DIFFERENCES:
            continue
        if dimensions_at(clause, first) and is_plural(clause.last_token(first)) and not is_name(clause, first):
            clause.use(at, first)
            clause.found.groupings.append(Grouping(first, dimensions_at(clause, first)))
        elif clause.span(first).role(Role.KIND) and clause.span(second).role(Role.KIND):
            clause.use(at, first, joint, second)
            clause.found.named[:] = [one for one in clause.found.named if one.at not in (first, second)]
            clause.found.groupings.append(Grouping(first, ("kind",)))
        elif shared := _of_one_kind(clause, first, second):
            clause.use(at, joint)
            clause.found.marks.append(Mark(at, Role.COMPARE, "names", shared))
        else:
            continue
        _told_in_shares(clause, at)


def _of_one_kind(clause: Clause, first: int, second: int | None) -> str:
    """The dimension of which both are names; blank where there is none."""
    if second is None or not (is_name(clause, first) and is_name(clause, second)):
        return ""
    kinds = [[one.dimension for one in clause.span(at).all(NameWord)] for at in (first, second)]
    return next((one for one in kinds[0] if one in kinds[1]), "")


def _told_in_shares(clause: Clause, between: int) -> None:
    for at in range(between):
        if clause.free(at) and clause.said(at).casefold() in DIVIDED:
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.SHARE, said=clause.said(at)))


@needs(Role.KIND, "internal_hours")
def client_or_internal(clause: Clause) -> None:
    """As in "hours client vs internal", "split hours by client and internal": told by the kind of project."""
    if "internal" not in clause.text.casefold():
        return
    for at in [place for place in range(len(clause.spans)) if _is_internal(clause, place)]:
        for step in (clause.before, clause.after):
            joint = step(at)
            joint = step(joint) if step == clause.after and _is_work(clause, joint) else joint
            other = _client_beyond(clause, joint, step)
            if other is None:
                continue
            first = min(at, other)
            by = clause.before(first)
            if (
                clause.spans[at].one(MetricWord)
                and clause.span(by).role(Role.BY)
                and not clause.spans[at].role(Role.KIND)
            ):
                continue  # "revenue by client and internal hours" are two measures
            _work_of_both(clause, at, other)
            clause.use(at, joint, other, by if clause.span(by).role(Role.BY) else None)
            clause.found.groupings.append(Grouping(first, ("kind",)))
            return


def _client_beyond(clause: Clause, joint: int | None, step: Callable[[int | None], int | None]) -> int | None:
    """Where the clients' work stands that is joined with the internal, its noun between them or not."""
    other = step(joint)
    if not clause.span(joint).role(Role.VERSUS, Role.OR, Role.AND):
        return None
    other = step(other) if step == clause.before and _is_work(clause, other) else other
    return other if _is_of_clients(clause, other) else None


def _is_internal(clause: Clause, at: int) -> bool:
    kind, metric = clause.spans[at].role(Role.KIND), clause.spans[at].one(MetricWord)
    return (kind is not None and str(kind.value) == "internal") or (
        metric is not None and metric.metric == "internal_hours"
    )


def _is_of_clients(clause: Clause, at: int | None) -> bool:
    kind = clause.span(at).role(Role.KIND)
    alone = at is not None and dimensions_at(clause, at) == ("client",) and not is_plural(clause.last_token(at))
    alone = alone and clause.span(clause.after(at)).one(NameWord) is None  # "client Acme"
    return alone or (kind is not None and str(kind.value) == "client")


def _is_work(clause: Clause, at: int | None) -> bool:
    """As the "hours" of "client hours vs internal hours", the "projects" of the other."""
    metric = clause.span(at).one(MetricWord)
    return dimensions_at(clause, at) == ("project",) or (metric is not None and metric.metric == "tracked_hours")


def _work_of_both(clause: Clause, internal: int, client: int) -> None:
    """The nouns of both say nothing more; the hours of both are what is asked for, where nothing else is."""
    nouns = [clause.after(one) for one in (internal, client)]
    clause.use(*(one for one in nouns if dimensions_at(clause, one) == ("project",)))
    asked = [span.one(MetricWord) for place, span in enumerate(clause.spans) if place != internal]
    if not any(one is not None for one in asked):
        clause.found.wanted.append(Wanted(internal, "tracked_hours", "tracked hours"))
