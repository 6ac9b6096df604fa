"""Reads which things are named: names and parts of names, those that are left out, and words for closed values."""

from collections.abc import Sequence

from assistant.embedding import is_a_word
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Named, Unknown, Wanted
from assistant.planning.passes import needs
from assistant.planning.reading_lacking import denies_leave
from assistant.planning.reading_rows import JOINING, dimensions_at, is_name
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role


@needs(Role.NOT, Role.AND, Role.OR)
def negations(clause: Clause) -> None:
    """As in "Without Acme and Northwind": the names after it are left out."""
    for one in [one for one in clause.found.named if one.negated]:  # "without internal and Northwind"
        joint = clause.after(one.at)
        if joint is not None and dimensions_at(clause, joint):
            joint = clause.after(joint)
        name = _name_after(clause, joint) if clause.span(joint).role(*JOINING) else None
        _leave_out_all(clause, one.at, name)
    for at, _ in clause.roles(Role.NOT, Role.AND):
        name = _name_after(clause, at) if _leaves_out(clause, at) and not denies_leave(clause, at) else None
        if name is None:
            continue
        clause.use(at)
        _leave_out_all(clause, at, name)


def _leave_out_all(clause: Clause, at: int, name: int | None) -> None:
    """The name after a word that leaves out, and those that are joined to it."""
    while name is not None and not _turns_round(clause, at, name):
        _name(clause, name, negated=True)
        joint = clause.after(name)
        if joint in clause.used:  # its noun: "without the Design team and Strategy"
            joint = clause.after(joint)
        name = _name_after(clause, joint) if clause.span(joint).role(*JOINING) else None


EXCLUDED = frozenset({"excluded", "excepted", "omitted", "removed", "aside"})
NOT_SO = frozenset({"included", "counted"})
LEAVING_OUT = EXCLUDED | NOT_SO | {"left"}


@needs(LEAVING_OUT)
def left_out(clause: Clause) -> None:
    """As in "hours by team, contractors excluded", "Design not counted": what stands before is left out."""
    if not clause.says(LEAVING_OUT):
        return
    for at in [one for one in range(len(clause.spans)) if clause.free(one) and is_name(clause, one)]:
        said = _said_behind(clause, at)
        joined = clause.word_before(at) == "and" and is_name(clause, clause.before(clause.before(at)))
        if said and not joined and not is_name(clause, clause.after(said[-1])):
            clause.use(*said)
            _name(clause, at, negated=True)


def _said_behind(clause: Clause, at: int) -> list[int]:
    """The words right behind a name that leave it out."""
    first = at + 1
    second = first + 1
    if second <= len(clause.spans) and clause.said(first).casefold() in EXCLUDED:
        return [first]
    words = tuple(clause.said(one).casefold() for one in (first, second) if one < len(clause.spans))
    is_not = words[:1] == ("not",) and words[1:] and words[1] in NOT_SO
    return [first, second] if is_not or words == ("left", "out") else []


ONLY = frozenset({"only", "just"})


def _turns_round(clause: Clause, at: int, name: int) -> bool:
    """As in "without holidays, only sick leave": what follows is no longer left out."""
    between = clause.tokens[clause.spans[at].last + 1 : clause.spans[name].first]
    return any(one.text.casefold() in ONLY for one in between)


EVERY = frozenset({"everyone", "everybody", "all", "every", "anyone", "anybody", "everything", "any"})


@needs(Role.NOT_ONLY)
def not_only(clause: Clause) -> None:
    """As in "not just Design": the name is said and nothing is asked of it."""
    for at, _ in clause.roles(Role.NOT_ONLY):
        name = _name_after(clause, at)
        if name is not None:
            clause.use(at, name)


def _leaves_out(clause: Clause, at: int) -> bool:
    """Whether the word leaves out what follows: "except Ana", and the "but" of "everyone but Ana"."""
    if clause.span(at).role(Role.NOT):
        return True
    start = clause.spans[0].first
    before = {token.text.casefold() for token in clause.tokens[start : clause.spans[at].first]}
    return clause.said(at).casefold() == "but" and bool(before & EVERY)


def _name_after(clause: Clause, at: int | None) -> int | None:
    """The name that follows, with or without its noun: "client Acme"."""
    name = clause.after(at)
    if name in clause.used and dimensions_at(clause, name):
        name = clause.after(name)
    return name if is_name(clause, name) else None


OF_LEAVE = frozenset({"leave", "absence", "absences"})


@needs(OF_LEAVE)
def kind_of_leave(clause: Clause) -> None:
    """As in "what kind of leave did people take": the noun says what is counted, where nothing else does."""
    found = clause.found
    kinds = [one for one in found.groupings if one.dimensions == ("category",)]
    said = [one for one in kinds if set(clause.said(one.at).casefold().split()) & OF_LEAVE]
    if said and not found.wanted:
        found.wanted.append(Wanted(said[0].at, "absence_days", "leave", weak=True))


LEADING = frozenset({"in", "on", "for", "with", "at", "from"})


@needs(Role.AND)
@needs(LEADING)
def each_of_them(clause: Clause) -> None:
    """As in "clients with work in Design and in Development", where each is said by itself: of both of them."""
    for at, span in enumerate(clause.spans) if clause.has(Role.AND) else ():
        name = clause.after(at)
        first = clause.before(at)
        if not span.role(Role.AND) or not is_name(clause, name) or not is_name(clause, first) or name is None:
            continue
        words = [token.text.casefold() for token in clause.tokens[span.last + 1 : clause.spans[name].first]]
        if set(words) & LEADING and clause.said(at) != ",":
            clause.found.marks.append(Mark(at, Role.BOTH, said=clause.said(at)))


@needs(NameWord, Role.VALUE, Role.LEAVE_KIND)
def names(clause: Clause) -> None:
    """All other names; parts of names that stand side by side are one name."""
    for at in range(len(clause.spans)):
        if clause.free(at) and is_name(clause, at) and not _tells_apart(clause, at):
            run = _parts_side_by_side(clause, at)
            if len(run) > 1:
                _name_in_parts(clause, run)
            else:
                _name(clause, at)


OF_WORK = frozenset({"project", "budget", "task", "deal", "service"})


def _tells_apart(clause: Clause, at: int) -> bool:
    """As in "hours by studio", where a project is called Studio time: rows are asked for, and no such project."""
    if clause.word_before(at) not in ("by", "per") or not clause.said(at).islower():
        return False
    kinds = _kinds_in_part(clause, at)
    return bool(kinds) and kinds <= OF_WORK and is_a_word(clause.said(at)) and len(clause.spans[at].places) == 1


def _parts_side_by_side(clause: Clause, at: int) -> list[int]:
    """As in "Website Redesign", where one project is called Website relaunch and another Booking redesign."""
    run, kinds = [at], _kinds_in_part(clause, at)
    while kinds and clause.free(run[-1] + 1) and run[-1] + 1 < len(clause.spans):
        following = run[-1] + 1
        beside = clause.spans[following].first == clause.spans[run[-1]].last + 1
        shared = kinds & _kinds_in_part(clause, following)
        if not beside or not shared:
            break
        run, kinds = [*run, following], shared
    return run


def _kinds_in_part(clause: Clause, at: int) -> set[str]:
    """The dimensions of the names a span is only a part of; none where it is or may be anything else."""
    senses = clause.spans[at].senses
    in_part = all(isinstance(one, NameWord) and not one.is_whole for one in senses)
    return {one.dimension for one in clause.spans[at].all(NameWord)} if in_part else set()


def _name_in_parts(clause: Clause, run: Sequence[int]) -> None:
    """The names that all these parts belong to; where there is none, a name that nobody knows."""
    readings = clause.spans[run[0]].all(NameWord)
    for at in run[1:]:
        others = {(one.dimension, one.id) for one in clause.spans[at].all(NameWord)}
        readings = tuple(one for one in readings if (one.dimension, one.id) in others)
    place = clause.place_in_text(run[0])[0], clause.place_in_text(run[-1])[1]
    said = clause.text[slice(*place)]
    noun = next((clause.said_to_be[at] for at in run if at in clause.said_to_be), "")
    if readings:
        clause.found.named.append(Named(run[0], said, place, readings, dimension=noun))
    else:
        clause.found.unknown.append(Unknown(run[0], said, place, is_name=True))
    clause.use(*run)


def _is_called(clause: Clause, at: int, readings: Sequence[NameWord], noun: str) -> bool:
    """Whether a word for a value may be what something is called; a project called Retainer is none of "retainers"."""
    whole = {one.dimension for one in readings if one.is_whole}
    several = bool(dimensions_at(clause, at + 1)) and is_plural(clause.last_token(at + 1))  # "retainer projects"
    named = (noun in whole and not several) or not whole.isdisjoint(OF_PEOPLE)
    return bool(whole) and (named or clause.first_token(at).is_capital)


OF_PEOPLE = frozenset({"team", "person", "job_title"})


def _name(clause: Clause, at: int, *, negated: bool = False) -> None:
    span = clause.spans[at]
    readings = span.all(NameWord)
    value, kind = span.role(Role.VALUE), span.role(Role.LEAVE_KIND)
    dimension = clause.said_to_be.get(at, "")
    if value and isinstance(value.value, tuple) and not _is_called(clause, at, readings, dimension):
        column, entry = value.value
        readings = (NameWord(column, entry, entry.replace("_", " ")),)
    if kind:
        clause.found.wanted.append(Wanted(at, "absence_days", "leave", weak=True))
        dimension = "category"
    clause.found.named.append(
        Named(
            at,
            clause.said(at),
            clause.place_in_text(at),
            readings,
            negated=negated,
            dimension=dimension,
            leave=str(kind.value) if kind else "",
        )
    )
    clause.use(at)
