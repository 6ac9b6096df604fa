"""Reads who is said to be counted, too: "utilization including contractors", "hours of Design, Strategy too"."""

from collections.abc import Iterator

from assistant.planning.clauses import Clause
from assistant.planning.passes import needs
from assistant.planning.reading_rows import JOINING, is_name
from assistant.planning.vocabulary import MetricWord, NameWord
from assistant.planning.words import Role

BEFORE = frozenset({"including", "incl", "include", "counting"})
AFTER = frozenset({"too", "included"})
SAYING_SO = BEFORE | AFTER | {"as"}
DOES = frozenset({"does", "do"})
"""As in "does utilization include contractors", which asks what it is."""

KINDS = frozenset({"employment", "team", "job_title"})
"""Everybody is of one of these: whoever is counted anyway is left out by no filter."""

OF_EMPLOYEES = frozenset({"missing_hours", "missing_days", "timesheet_completeness"})
"""What contractors are never counted in."""


@needs(SAYING_SO)
def included(clause: Clause) -> None:
    """Names that are counted anyway restrict nothing; beside others of their kind they are named as these are."""
    if not clause.spans or not clause.says(SAYING_SO) or clause.first_token(0).word in DOES:
        return
    metrics = {word.metric for span in clause.spans for word in [span.one(MetricWord)] if word}
    if not metrics or any(True for _ in clause.roles(Role.NOT)):
        return
    for at in [at for at in range(len(clause.spans)) if clause.free(at) and is_name(clause, at)]:
        words = _said_to_be_included(clause, at)
        run = list(_with_those_joined(clause, at)) if words else []
        kinds = set.intersection(*(_kinds(clause, one) for one in run)) if run else set()
        others = [one for one in range(len(clause.spans)) if one not in run and is_name(clause, one)]
        if any(_kinds(clause, one) & (kinds or {"person"}) & _kinds(clause, at) for one in others if words):
            clause.use(*words)
        elif kinds & KINDS and not ("employment" in kinds and metrics & OF_EMPLOYEES):
            clause.use(*words, *run, *(one - 1 for one in run[1:]))


def _said_to_be_included(clause: Clause, at: int) -> list[int]:
    """The words around a name that say so; nothing where there are none."""
    before, after = clause.before(at), clause.after(at)
    if before is not None and clause.free(before) and clause.said(before).casefold() in BEFORE:
        return [before]
    last = clause.spans[at].last
    following = [token.text.casefold() for token in clause.tokens[last + 1 : last + 4]]
    if following[:2] == ["as", "well"] and following[2:] != ["as"]:
        return [one for one in range(at + 1, len(clause.spans)) if clause.spans[one].first in (last + 1, last + 2)]
    said = after is not None and clause.free(after) and clause.said(after).casefold() in AFTER
    return [after] if said and after is not None else []


def _with_those_joined(clause: Clause, at: int) -> Iterator[int]:
    """A name and those right behind it: "including contractors and interns"."""
    yield at
    joint = clause.after(at)
    following = clause.after(joint)
    if following is not None and clause.span(joint).role(*JOINING) and is_name(clause, following):
        yield from _with_those_joined(clause, following)


def _kinds(clause: Clause, at: int) -> set[str]:
    """The dimensions of what is called so by its whole name."""
    span = clause.spans[at]
    value = span.role(Role.VALUE)
    kinds = {one.dimension for one in span.all(NameWord) if one.is_whole or one.dimension == "person"}
    return kinds | ({value.value[0]} if value and isinstance(value.value, tuple) else set())
