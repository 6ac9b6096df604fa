"""What is denied of rows: "clients that did not grow", "who did not reach 60 %", "projects that made no loss".

A condition that is denied is the opposite condition, and not what rows have none of.
"""

from assistant.planning.clauses import Clause
from assistant.planning.limits import OPPOSITE, TARGETS
from assistant.planning.parts import Mark
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.vocabulary import MetricWord
from assistant.planning.words import Role
from assistant.query import Comparison

MOVES = (Role.CHANGE, Role.TREND)


@needs(Role.NOT)
def denied(clause: Clause) -> None:
    """A word that denies, right before a move, a state, a side of a target or a limit."""
    for at, _ in clause.roles(Role.NOT):
        what = clause.after(at)
        if what is None or not _rows_before(clause, at):
            continue
        if _is_a_condition(clause, what):
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.DENIED, what, clause.said(at)))


def limit(clause: Clause, at: int, op: Comparison) -> Comparison:
    """How the limit that is said at a place compares: the other way round where it is denied."""
    mark = next((one for one in clause.found.marks if one.role is Role.DENIED and one.value == at), None)
    if mark is None:
        return op
    clause.found.marks.remove(mark)
    return OPPOSITE[op]


def _is_a_condition(clause: Clause, at: int) -> bool:
    word = clause.span(at).one(MetricWord)
    is_one = clause.span(at).role(*MOVES, Role.OVER_BUDGET, Role.LIMIT)
    return bool(is_one) or (word is not None and word.said in TARGETS)


def _rows_before(clause: Clause, at: int) -> bool:
    """Whether it is said of rows: "clients that …", "whose margin …"; of one thing it is a question of its own."""
    return any(dimensions_at(clause, place) or clause.spans[place].role(Role.WHICH) for place in range(at))
