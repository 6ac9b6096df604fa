"""A question whose second half leans on its first, asked in two turns: "what are we owed, and how old is it"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.planning import misunderstandings
from assistant.planning.turns_of_owners import costs_of_unpaid_time
from assistant.query import Plan, Query, Question, Turn

Made = Plan | Clarification | NoData | Unsupported | Learned | ToLookAfter

_ASKS = (
    r"what|how|which|who|whose|when|where|why|is|are|was|were|do|does|did|has|have|can|show|list|tell|give|name|break|"
    r"split|compare"
)
_JOINT = re.compile(
    rf"(?:\s*[.?!;]+\s+|\s*,\s*|\s+)(?:(?:and|but|plus|also|then)\b[,\s]+)?(?=(?:also |then )?(?:{_ASKS})\b)",
    re.IGNORECASE,
)
"""Where one question ends and the next begins."""

_POINTS = re.compile(
    r"\b(?:it|its|they|them|their|theirs|those|these|that|this one|he|she|his|her|him)\b", re.IGNORECASE
)
"""What stands for something that was said before."""

LONGEST = 400
"""Letters of the longest question that is cut so: what is longer is no question and what leans on it."""

_ENDS = re.compile(r"\band\b|[.?!;,]", re.IGNORECASE)


def instead(made: Made, question: Question, ask: Callable[[Question], Made]) -> Made:
    """The plan of both halves, the second asked after the first; what was made of the whole where that is no better.

    Only what could not be read whole is asked so. Nothing that was asked is left out for it: where the second half is
    not told of the rows of the first, that stands beside them.
    """
    if len(question.text) > LONGEST or not _is_left_open(made) or costs_of_unpaid_time(question.text):
        return made
    in_part: Plan | None = None
    for first, second in _halves(question.text):
        told = ask(replace(question, text=first))
        if not isinstance(told, Plan) or told.not_planned:
            continue
        before = question.after.plan if question.after else None
        rest = ask(replace(question, text=second, after=Turn(told, before=before)))
        if isinstance(rest, Plan) and not rest.not_planned:
            return Plan((*(one for one in told.queries if not _is_told_in(one, rest)), *rest.queries))
        if isinstance(rest, Clarification | NoData | Unsupported) and not misunderstandings.asks_who(rest):
            in_part = in_part or Plan(told.queries, (rest,))
    return in_part if in_part and _tells_nothing(made) else made


def _tells_nothing(made: Made) -> bool:
    """Whether nothing is told of the whole, or only what it is of is asked back."""
    return any(map(misunderstandings.asks_who, made.not_planned)) if isinstance(made, Plan) else True


def _is_left_open(made: object) -> bool:
    """Whether something of the question is asked back or not told."""
    return bool(made.not_planned) if isinstance(made, Plan) else isinstance(made, Clarification | NoData | Unsupported)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """A question and what leans on it, wherever the text may be cut so."""
    for joint in _JOINT.finditer(text):
        first, second = text[: joint.start()], text[joint.end() :]
        said = joint.group().strip()
        if said and _ENDS.search(said) and first.strip() and _POINTS.search(second):
            yield first, second


def _is_told_in(query: Query, rest: Plan) -> bool:
    """Whether the same rows are told with more beside them."""
    return any(
        set(query.metrics) <= set(one.metrics) and set(query.by) <= set(one.by) and _rows(query) == _rows(one)
        for one in rest.queries
    )


def _rows(query: Query) -> tuple[object, ...]:
    return query.where, query.period, query.having, query.against, query.order, query.limit, query.derived
