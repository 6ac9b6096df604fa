"""What is offered instead of an answer: only questions that are answered when they are picked.

A question with another name or word in one place is complete, and may still be none that can be told. Each is planned
as its asker would ask it and may be asked by them, else it is not offered; where a further question comes of it, what
that offers stands in its place.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from assistant.outcome import Clarification, Ended, Learned, NoData, ToLookAfter, Unsupported
from assistant.permissions.authorise import may_be_asked
from assistant.query import Plan, Question

if TYPE_CHECKING:
    from assistant.permissions.view import View

Stopped = Clarification | NoData | Unsupported
Planned = Plan | Stopped | Learned | ToLookAfter
Planner = Callable[[Question], Planned]
AnEnd = TypeVar("AnEnd", bound=Ended)

MOST = 8
"""Nobody picks from more."""


def checked(planned: Planned, question: Question, view: "View", plan: Planner) -> Planned:
    """The same outcome, offering nothing but what is answered; `plan` is how one question is planned."""
    if isinstance(planned, Plan):
        if not planned.not_planned:
            return planned
        return replace(planned, not_planned=tuple(_end(one, question, view, plan) for one in planned.not_planned))
    return planned if isinstance(planned, Learned | ToLookAfter) else _end(planned, question, view, plan)


def _end(ended: AnEnd, question: Question, view: "View", plan: Planner) -> AnEnd | Stopped:
    suggestions = tuple(one for one in ended.suggestions if _answered(_asked(one, question, plan), question, view))
    if suggestions != ended.suggestions:
        ended = replace(ended, suggestions=suggestions)
    return _choice(ended, question, view, plan) if isinstance(ended, Clarification) and ended.options else ended


def _choice(asked_back: Clarification, question: Question, view: "View", plan: Planner) -> Stopped:
    """A clarification with the options that are answered; where none is, what it comes to without."""
    ends = {one: _asked(one, question, plan) for one in asked_back.options}
    kept = [said for one, end in ends.items() for said in _picked(one, end, question, view, plan)]
    if kept:
        return replace(asked_back, options=tuple(dict.fromkeys(kept))[: max(MOST, len(asked_back.options))])
    if asked_back.without:
        return _end(asked_back.without, question, view, plan)
    first, *others = ends.values()
    if isinstance(first, Unsupported) and all(one == first for one in others):
        return first  # whichever is picked, it comes to the same
    return replace(asked_back, options=())


def _picked(option: str, end: Planned, question: Question, view: "View", plan: Planner) -> Iterator[str]:
    """The option, where it is answered; of one that is asked back, those of its options that are."""
    if _answered(end, question, view):
        yield option
    elif isinstance(end, Clarification):
        yield from (one for one in end.options if _answered(_asked(one, question, plan), question, view))


def _asked(option: str, question: Question, plan: Planner) -> Planned:
    return plan(replace(question, text=option))


def _answered(end: Planned, question: Question, view: "View") -> bool:
    if not isinstance(end, Plan):
        return isinstance(end, Learned | ToLookAfter)
    # What goes beside the lead of an overview may be hidden from its asker, as notes are; that is said in the answer.
    return not end.not_planned and may_be_asked(end.queries[0], view, question.today)
