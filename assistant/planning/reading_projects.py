"""Reads which projects are meant by their status and by whom they are for: active ones, internal ones."""

from collections.abc import Iterator

from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Named
from assistant.planning.passes import needs
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord
from assistant.planning.words import Role

JOINING = (Role.AND, Role.OR)


@needs(Role.STATUS)
def statuses(clause: Clause) -> None:
    """As in "Active projects", "projects on hold", "planned or active projects", "projects that are not finished"."""
    for at, word in clause.roles(Role.STATUS):
        said = clause.before(at) if _is(clause, clause.before(at), "status") else None
        beside = any(_is(clause, one, "project") for one in _nouns_of(clause, at))
        if said is not None or beside or _is_denied(clause, at) or _is_said_of_them(clause, at):
            _named(clause, at, "status", str(word.value), said)
            clause.use(_which_before(clause, at))


def _which_before(clause: Clause, at: int) -> int | None:
    """As in "… but which are not finished": the word that leads to what is said of them."""
    before = clause.before(at)
    before = clause.before(before) if clause.span(before).role(Role.NOT) else before
    joined = clause.span(clause.before(before)).role(*JOINING) is not None
    return before if joined and clause.span(before).role(Role.WHICH) else None


def _is_denied(clause: Clause, at: int) -> bool:
    """As in "projects over 80 % of budget that are not done": said of the projects that were named before."""
    denied = clause.span(clause.before(at)).role(Role.NOT) is not None
    return denied and any(_is(clause, one, "project") for one in range(at))


BEING = frozenset({"are", "is", "still", "currently", "already"})
RELATIVE = frozenset({"that", "which", "and", "but", "yet"})


def _is_said_of_them(clause: Clause, at: int) -> bool:
    """As in "projects that lost money and are still running": what they are, behind what else is said of them."""
    first = clause.spans[at].first
    before = [one.text.casefold() for one in clause.tokens[clause.spans[0].first : first]]
    verb = next((place for place in range(len(before) - 1, -1, -1) if before[place] not in BEING), -1)
    again = verb > 0 and before[verb] in ("and", "but") and not {"are", "is"}.isdisjoint(before[:verb])
    is_verb = verb >= 0 and before[verb] in RELATIVE and (bool(before[verb + 1 :]) or again)
    following = clause.after(at)
    ends = following is None or clause.span(following).role(*JOINING, Role.BREAK) is not None
    return is_verb and ends and any(_is(clause, one, "project") for one in range(at))


@needs(Role.KIND)
def kinds(clause: Clause) -> None:
    """As in "Internal projects", "client work", "excluding internal"."""
    for at, word in clause.roles(Role.KIND):
        if clause.said(at + 1).casefold() == "than" if at + 1 < len(clause.spans) else False:
            continue  # "more internal than billable hours"
        said = clause.before(at) if _is(clause, clause.before(at), "kind") else None
        noun = next((one for one in (clause.after(at), clause.before(at)) if _is(clause, one, "project")), None)
        negated = clause.span(clause.before(at)).role(Role.NOT) is not None or _is_left_out_with_others(clause, at)
        own = len(clause.spans[at].places) > 1 and clause.last_token(at).word == "project"  # "client projects"
        if said is None and noun is None and not (negated or own) and not _is_beside_a_metric(clause, at):
            continue
        _named(clause, at, "kind", str(word.value), said)
        if negated and noun == clause.after(at):
            clause.use(noun)
        if own and noun is None and not negated and _are_the_rows(clause, at):
            clause.found.groupings.append(Grouping(at, ("project",), is_subject=True))


def _are_the_rows(clause: Clause, at: int) -> bool:
    """As in "client projects with more than 100 hours": projects of a kind, which stand first of all."""
    before = (clause.spans[one] for one in range(at) if not clause.is_filler(one))
    return is_plural(clause.last_token(at)) and all(one.role(Role.WHICH, Role.ALL, Role.HOW_MANY) for one in before)


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


def _is(clause: Clause, at: int | None, dimension: str) -> bool:
    """Whether the noun of a dimension stands there."""
    nouns = clause.span(at).all(DimensionWord)
    return any(one.dimension == dimension and not one.is_adverb for one in nouns)


def _named(clause: Clause, at: int, dimension: str, value: str, said: int | None) -> None:
    """The status or kind; `said` is the noun that says which of the two it is: "for status active"."""
    first = at if said is None else said
    before = clause.before(first)
    negated = clause.span(before).role(Role.NOT) is not None
    of_others = not negated and _is_left_out_with_others(clause, first)
    reading = NameWord(dimension, value, value)
    place = clause.place_in_text(at)
    clause.found.named.append(
        Named(at, clause.said(at), place, (reading,), negated=negated or of_others, dimension=dimension)
    )
    clause.use(at, said, before if negated else None)


def _is_left_out_with_others(clause: Clause, at: int) -> bool:
    """As in "without Northwind and internal": what is joined to what is left out is left out, too."""
    joint = clause.before(at)
    while clause.span(joint).role(*JOINING):
        other = clause.before(joint)
        if other is not None and clause.span(other).all(DimensionWord) and not clause.span(other).one(NameWord):
            other = clause.before(other)
        span = clause.span(other)
        if other is None or not (span.one(NameWord) or span.role(Role.KIND, Role.STATUS, Role.VALUE)):
            return False
        between = {token.text.casefold() for token in clause.tokens[span.last + 1 : clause.spans[at].first]}
        before = clause.before(other)
        if clause.span(before).role(Role.NOT):
            return not between & ONLY
        joint = before
    return False


ONLY = frozenset({"only", "just"})
